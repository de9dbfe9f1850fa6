/**
 * Tables -> the compiled lexicon: run at build time by `scripts/build-lexicon.ts`.
 *
 * What ships is two strings. ROWS holds the kept columns of every table, a row a line. FORMS holds every way to write a row,
 * sorted and front-coded: the number of syllables shared with the line before, the other syllables, and what the form means.
 * Together they are smaller than the trie they stand for, and loading them costs about as much as reading them.
 */
import { tokenize } from '../text/tokens.js'
import { TABLES, type TableSpec } from './classes.js'
import { isJoint, needsOf } from './lexicon.js'
import { parseTable, type Table } from './table.js'

/** Gives the text of a file of `data/`, or null if there is none of that name. */
export type ReadTable = (file: string) => string | null

interface Form {
  words: string[]
  class: number
  row: number
  needs: number
}

export interface Compiled {
  rows: string
  forms: string
  counts: { rows: number; forms: number }
}

export function compileLexicon(read: ReadTable): Compiled {
  const load = (file: string): Table => {
    const text = read(file)
    if (text === null) throw new Error(`the lexicon has no table ${file}`)
    return parseTable(file, text)
  }
  const spellings = load('abbreviations.tsv').rows.map(r => [r.abbreviation, r.expansion] as const)
  const sections: string[] = []
  const forms: Form[] = []
  let rowCount = 0
  for (const spec of TABLES) {
    const rows =
      spec.file === 'places'
        ? placeRows(load)
        : spec.file === 'positions.tsv'
          ? positionRows(load(spec.file))
          : load(spec.file).rows
    sections.push(rows.map(r => spec.keep.map(c => r[c] ?? '').join('\t')).join('\n'))
    rowCount += rows.length
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
  return { rows: sections.join('\n\n'), forms: frontCode(forms), counts: { rows: rowCount, forms: forms.length } }
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

function frontCode(forms: Form[]): string {
  const order = (a: Form, b: Form): number => {
    const x = a.words.join(' ')
    const y = b.words.join(' ')
    return x < y ? -1 : x > y ? 1 : b.class - a.class || b.row - a.row
  }
  let before: string[] = []
  const lines: string[] = []
  for (const { words, class: cls, row, needs } of forms.sort(order)) {
    let shared = 0
    while (shared < words.length && shared < before.length && words[shared] === before[shared]) shared++
    lines.push(
      `${shared.toString(36)}${words.slice(shared).join(' ')}\t${(cls * 4 + needs).toString(36)} ${row.toString(36)}`,
    )
    before = words
  }
  return lines.join('\n')
}
