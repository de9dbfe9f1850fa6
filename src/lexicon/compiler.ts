/**
 * Tables -> the compiled lexicon: run at build time by `scripts/build-lexicon.ts`.
 *
 * What ships is every way to write a row, as an automaton (`automaton.ts`), and the columns of every table but its names, which
 * are the ways through the automaton. Columns are text: nobody reads a row before a text holds it.
 */
import { keyOf } from '../text/characters.js'
import { tokenize } from '../text/tokens.js'
import { type Form, type Packed, packForms, rank } from './automaton.js'
import { CLASS_COUNT, TABLES, type TableSpec } from './classes.js'
import { isJoint, needsOf } from './lexicon.js'
import { packNumbers } from './packed.js'
import type { Column } from './rows.js'
import { parseTable, type Table } from './table.js'

/** Gives the text of a file of `data/`, or null if there is none of that name. */
export type ReadTable = (file: string) => string | null

export interface Compiled {
  forms: Packed
  /** For each class how many rows it has, and its columns but the first, a row a line. */
  counts: number[]
  columns: Column[][]
  /** How many forms there are, spellings with abbreviations among them. */
  formCount: number
}

export function compileLexicon(read: ReadTable): Compiled {
  const load = (file: string): Table => {
    const text = read(file)
    if (text === null) throw new Error(`the lexicon has no table ${file}`)
    return parseTable(file, text)
  }
  const spellings = load('abbreviations.tsv').rows.map(r => [r.abbreviation, r.expansion] as const)
  const forms: Form[] = []
  const tables = new Map<number, Record<string, string>[]>()
  for (const spec of TABLES) {
    const rows =
      spec.file === 'places'
        ? placeRows(load)
        : spec.file === 'positions.tsv'
          ? positionRows(load(spec.file))
          : load(spec.file).rows
    tables.set(spec.class, rows)
    rows.forEach((row, index) => {
      const seen = new Set<string>()
      for (const form of formsOf(row, spec))
        for (const variant of variants(form, spellings)) {
          const words = wordsOf(variant)
          const id = words.join(' ').toLowerCase()
          if (words.length === 0 || seen.has(id)) continue
          seen.add(id)
          forms.push({ words, class: spec.class, row: index, needs: needsOf(variant, spec.capitals) })
        }
    })
  }
  const byClass = [...TABLES].sort((a, b) => a.class - b.class)
  const names = new Map(byClass.map(({ class: cls, keep }) => [cls, tables.get(cls)!.map(r => r[keep[0]])]))
  const { packed, order } = packForms(forms, names, wordsOf, keyOf)
  const counts: number[] = []
  const columns: Column[][] = []
  for (let cls = 0; cls < CLASS_COUNT; cls++) {
    const rows = (order.get(cls) ?? []).map(i => tables.get(cls)![i])
    const kept = TABLES.find(t => t.class === cls)?.keep.slice(1) ?? []
    counts.push(rows.length)
    columns.push(kept.map(column => packColumn(rows.map(r => r[column] ?? ''))))
  }
  return { forms: packed, counts, columns, formCount: forms.length }
}

/** A column of few values has each once, the commonest first, and the number of each row's. */
function packColumn(cells: readonly string[]): Column {
  const values = rank(cells)
  if (values.length * 3 > cells.length) return cells.join('\n')
  return [values.join('\n'), packNumbers(cells.map(c => values.indexOf(c)))]
}

const list = (cell: string | undefined): string[] =>
  cell
    ? cell
        .split(';')
        .map(s => s.trim())
        .filter(Boolean)
    : []

function formsOf(row: Record<string, string>, spec: TableSpec): string[] {
  const own = row[spec.keep[0]]
  // "bầu … giữ chức" tells a reader how two rows work together; it is no form by itself.
  return [own, ...spec.forms.flatMap(c => list(row[c]))].filter(f => !f.includes('…'))
}

/** The words and numbers of a form, in lower case, as the tokeniser sees them. */
export function wordsOf(form: string): string[] {
  const { count, start, end, key } = tokenize(form)
  const words: string[] = []
  for (let i = 0; i < count; i++) if (!isJoint(key[i])) words.push(form.slice(start[i], end[i]).toLowerCase())
  return words
}

/** Abbreviations of two letters that are used alone for a body. */
const ALONE = new Set(['CA', 'QH', 'BV'])

/** A form and its spellings with known abbreviations: "Ban Tổ chức Trung ương" is also "Ban Tổ chức TW". */
function variants(form: string, spellings: (readonly [string, string])[]): string[] {
  let out = [form]
  // Some texts set spaces around the apostrophe of a Highland name.
  if (/\p{L}['’]\p{L}/u.test(form)) out.push(form.replace(/['’]/g, ' '))
  for (const [short, long] of spellings) {
    const more: string[] = []
    for (const f of out) {
      const at = f.toLowerCase().indexOf(long.toLowerCase())
      const edge = (i: number): boolean => i < 0 || i >= f.length || f[i] === ' ' || f[i] === ','
      if (
        at >= 0 &&
        edge(at - 1) &&
        edge(at + long.length) &&
        (f.length > long.length || short.length > 2 || ALONE.has(short))
      )
        more.push(f.slice(0, at) + short + f.slice(at + long.length))
    }
    out = out.concat(more)
    if (out.length > 24) break
  }
  return out
}

/** Each position with its deputy as a row of its own: the deputy has its own English and is looked up as a whole. */
function positionRows(table: Table): Record<string, string>[] {
  const out: Record<string, string>[] = []
  for (const r of table.rows) {
    out.push({ ...r, deputy: '' })
    if (r.deputy)
      out.push({ ...r, position: r.deputy, deputy: 'yes', english: r.english_deputy, aliases: r.deputy_aliases })
  }
  return out
}

/** All tables of places as one, with the columns name, kind, unit, code, today, parent, english, aliases. */
function placeRows(load: (file: string) => Table): Record<string, string>[] {
  const provinces = load('provinces.tsv').rows
  // A province that was split is part of no one province of today.
  const today = (p: Record<string, string>): string => (!p.former ? p.name : p.today.includes(';') ? '' : p.today)
  const todayOf = new Map(provinces.map(p => [p.name, today(p)]))
  const out: Record<string, string>[] = []
  for (const p of provinces)
    out.push({
      name: p.name,
      kind: 'province',
      unit: p.unit,
      code: p.code,
      today: today(p),
      parent: '',
      english: p.english,
      aliases: p.aliases,
    })
  // Numbered districts are read by the grammar of places: a bare number is no place.
  for (const d of load('districts.tsv').rows)
    if (!/^\d+$/.test(d.name))
      out.push({
        name: d.name,
        kind: 'district',
        unit: d.unit,
        code: '',
        today: todayOf.get(d.province) ?? '',
        parent: d.province,
        english: '',
        aliases: d.aliases,
      })
  for (const z of load('special-zones.tsv').rows)
    out.push({
      name: z.name,
      kind: 'commune',
      unit: 'đặc khu',
      code: '',
      today: z.province,
      parent: z.province,
      english: '',
      aliases: z.aliases,
    })
  for (const c of load('countries.tsv').rows)
    out.push({
      name: c.name,
      kind: 'country',
      unit: '',
      code: '',
      today: '',
      parent: '',
      english: c.english,
      aliases: c.aliases,
    })
  for (const r of load('regions.tsv').rows)
    out.push({
      name: r.name,
      kind: r.kind === 'state' ? 'region' : r.kind,
      unit: r.unit,
      code: '',
      today: '',
      parent: r.country,
      english: r.english,
      aliases: r.aliases,
    })
  return out
}
