/** What the parts of the coverage report have in common: tables, samples with their context, and how both are printed. */
import stringWidth from 'string-width'
import type { Document } from '../../src/document.js'
import { type Random, seededRandom } from '../lib/random.js'

export interface Column {
  title: string
  /** Numbers stand right. */
  right?: boolean
}

export interface Table {
  title: string
  /** What the figures mean, in a line or two. */
  note: string
  columns: Column[]
  rows: (string | number)[][]
}

/** One place of a text, with what stands around it. */
export interface Sample {
  article: string
  /** Offset in the article. */
  start: number
  before: string
  text: string
  after: string
}

export interface Samples {
  title: string
  /** How many there were to choose from. */
  of: number
  items: Sample[]
}

export interface Section {
  name: string
  /** Counts that stand for the whole. */
  totals: Record<string, number>
  tables: Table[]
  samples: Samples[]
}

/** Looks at one article after another, and says in the end what it saw. */
export interface Miner {
  look(article: string, doc: Document): void
  /** @param top how many rows a table may have at most */
  section(top: number): Section
}

export interface MinerOptions {
  /** Samples of every kind. */
  samples: number
  seed: number
  /** Only what has this in its name is sampled; null for all. */
  match: string | null
}

const AROUND = 90

export function sampleOf(article: string, doc: Document, from: number, to: number): Sample {
  const start = doc.tokens.start[from]
  const end = doc.tokens.end[to - 1]
  const line = (s: string): string => s.replace(/\s*\n\s*/g, ' ⏎ ')
  return {
    article,
    start,
    before: line(doc.text.slice(Math.max(0, start - AROUND), start)),
    text: line(doc.text.slice(start, end)),
    after: line(doc.text.slice(end, end + AROUND)),
  }
}

/** Keeps a fair sample of however many it is offered, kind by kind. */
export class Sampler {
  private readonly kinds = new Map<string, { random: Random; seen: number; items: Sample[] }>()

  constructor(private readonly options: MinerOptions) {}

  offer(kind: string, make: () => Sample): void {
    const { samples, seed, match } = this.options
    if (samples === 0 || (match !== null && !kind.toLowerCase().includes(match.toLowerCase()))) return
    let known = this.kinds.get(kind)
    if (known === undefined) {
      // A seed for each kind: its samples do not change when another kind finds more.
      let own = seed
      for (let i = 0; i < kind.length; i++) own = Math.imul(own ^ kind.charCodeAt(i), 0x01000193)
      known = { random: seededRandom(own), seen: 0, items: [] }
      this.kinds.set(kind, known)
    }
    known.seen++
    if (known.items.length < samples) known.items.push(make())
    else {
      const at = Math.floor(known.random() * known.seen)
      if (at < samples) known.items[at] = make()
    }
  }

  /** The samples of these kinds, in this order. */
  of(kinds: readonly string[]): Samples[] {
    const out: Samples[] = []
    for (const title of kinds) {
      const found = this.kinds.get(title)
      if (found !== undefined) out.push({ title, of: found.seen, items: found.items })
    }
    return out
  }
}

/** Counts strings. */
export class Tally {
  readonly counts = new Map<string, number>()
  total = 0

  add(key: string): void {
    this.total++
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
  }

  /** The commonest, as "Hà Nội 12, Huế 3". */
  top(n: number): string {
    return this.ranked()
      .slice(0, n)
      .map(([key, count]) => `${key} ${count}`)
      .join(', ')
  }

  ranked(): [string, number][] {
    return [...this.counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  }
}

export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)}%`

/** A printed form in one line and one case, to count by. */
export const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ')

export function printSection(section: Section): string {
  const out = [
    rule(section.name, '='),
    Object.entries(section.totals)
      .map(([k, v]) => `${k} ${v.toLocaleString('en')}`)
      .join(' · '),
  ]
  for (const table of section.tables) out.push('', rule(table.title, '-'), table.note, '', printTable(table))
  for (const { title, of, items } of section.samples) {
    out.push('', rule(`${title}: ${items.length} of ${of}`, '-'))
    for (const s of items) out.push(`${s.article}:${s.start}  ${s.before}⟦${s.text}⟧${s.after}`)
  }
  return out.join('\n')
}

const rule = (title: string, line: string): string => `${title}\n${line.repeat(stringWidth(title))}`

function printTable({ columns, rows }: Table): string {
  const cells = [columns.map(c => c.title), ...rows.map(row => row.map(String))]
  const widths = columns.map((_, i) => Math.max(...cells.map(row => stringWidth(row[i]))))
  return cells
    .map(row =>
      row
        .map((cell, i) => {
          const room = ' '.repeat(widths[i] - stringWidth(cell))
          return columns[i].right ? room + cell : cell + room
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
