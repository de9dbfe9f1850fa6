/**
 * The lexicon at run time: which forms there are, and the rows that they stand for.
 *
 * The forms that ship are a minimal automaton over the numbers of words, in a few typed arrays that lie as they were loaded: a
 * token's key gives the number of its word, and from state to state one looks through the few words that go on there. No string
 * is made, and what is looked up all the time fits near the processor. Rows are made of their table's columns when they are
 * first asked for.
 *
 * A caller's own entries lie beside what ships, in a trie of their own, which is looked up first.
 */
import { keysOf } from '../text/fold.js'
import { NEEDS_CAPITALS, NEEDS_UPPER } from './classes.js'

export type Row = readonly string[]

/** Keys of words -> their numbers, from 1; an open-addressed table, at most half full. */
export class Words {
  private mask = 0
  private table = new Int32Array(0)
  count = 0

  /** @param keys those of the first words, each once */
  constructor(keys: Int32Array | null, count: number) {
    let size = 16
    while (size < count * 2) size <<= 1
    this.resize(size)
    if (keys === null) return
    this.count = count
    const { table, mask } = this
    for (let i = 0; i < count; i++) {
      let slot = keys[i] & mask
      while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & mask
      table[slot * 2] = keys[i]
      table[slot * 2 + 1] = i + 1
    }
  }

  private resize(size: number): void {
    this.mask = size - 1
    this.table = new Int32Array(size * 2)
  }

  /** The number of the word with this key, or 0. */
  of(key: number): number {
    const { table, mask } = this
    let slot = key & mask
    for (;;) {
      const word = table[slot * 2 + 1]
      if (word === 0 || table[slot * 2] === key) return word
      slot = (slot + 1) & mask
    }
  }

  /** The number of the word with this key, a new one if there is none. */
  add(key: number): number {
    const known = this.of(key)
    if (known !== 0) return known
    if (this.count * 2 >= this.mask) {
      const old = this.table
      this.resize((this.mask + 1) * 2)
      for (let i = 0; i < old.length; i += 2) if (old[i + 1] !== 0) this.put(old[i], old[i + 1])
    }
    this.put(key, ++this.count)
    return this.count
  }

  private put(key: number, word: number): void {
    let slot = key & this.mask
    while (this.table[slot * 2 + 1] !== 0) slot = (slot + 1) & this.mask
    this.table[slot * 2] = key
    this.table[slot * 2 + 1] = word
  }

  copy(): Words {
    const copy = new Words(null, 0)
    copy.mask = this.mask
    copy.table = this.table.slice()
    copy.count = this.count
    return copy
  }
}

/** The shipped forms. State 0 is the root; the edges of state s are those from firstEdge[s] to firstEdge[s + 1], by rising word. */
export interface Automaton {
  /** The state that a word leads to from the root, or 0; by the number of the word. */
  start: Uint16Array
  firstEdge: Uint16Array
  labels: Uint16Array
  targets: Uint16Array
  /** For each state a bit for the last five bits of every word that goes on from it. */
  goesOn: Int32Array
  /** First entry of each state, or 0. */
  entryOf: Uint16Array
}

/** Edges from one state are looked through one by one up to this many. */
const FEW = 8

/** The state that `word` leads to from `state`, and that is not the root; or 0. */
export function stepOf({ firstEdge, labels, targets, goesOn }: Automaton, state: number, word: number): number {
  // Few words go on from a state: nearly all others are told at a glance.
  if (((goesOn[state] >>> (word & 31)) & 1) === 0) return 0
  let low = firstEdge[state]
  let high = firstEdge[state + 1]
  while (high - low > FEW) {
    const mid = (low + high) >> 1
    if (labels[mid] <= word) low = mid
    else high = mid
  }
  for (; low < high; low++) if (labels[low] === word) return targets[low]
  return 0
}

/** What the forms stand for. Entry 0 is none. */
export interface Entries {
  /**
   * The class of each, what it needs, and the next entry of the same form, or 0: its number is always the lower one. All in
   * one number, because a text asks for all of them for most of its words.
   */
  facts: Int32Array
  /** Number of the row in its class. */
  row: Uint16Array
  count: number
}

/** In the facts of an entry: the class in the lowest bits, what it needs from here on, the next entry from there. */
export const NEEDS_SHIFT = 5
export const NEXT_SHIFT = NEEDS_SHIFT + 2
export const CLASS_MASK = (1 << NEEDS_SHIFT) - 1

const entryFacts = (cls: number, needs: number, next: number): number =>
  cls | (needs << NEEDS_SHIFT) | (next << NEXT_SHIFT)
export const classOf = (facts: number): number => facts & CLASS_MASK
export const needsOfEntry = (facts: number): number => (facts >> NEEDS_SHIFT) & 3
export const nextOf = (facts: number): number => facts >>> NEXT_SHIFT

/** The rows of one class that ship, made when first asked for. */
export interface Rows {
  readonly count: number
  at(row: number): Row
  /** A cell of the row, without making the row; column 0 is the name. */
  cell(row: number, column: number): string
}

/** What ships: shared by all lexicons of a process, and never changed. */
export interface Shipped {
  words: Words
  automaton: Automaton
  entries: Entries
  rows: readonly Rows[]
}

export class Lexicon {
  words: Words
  readonly automaton: Automaton
  /** Of each entry, see `Entries`. */
  facts: Int32Array
  entryCount: number
  /** The caller's own forms, or null. */
  own: OwnForms | null = null
  private readonly ownRows: Row[] = []
  private readonly found = new Map<string, Row | null>()
  private sealed = false

  constructor(private readonly shipped: Shipped) {
    this.words = shipped.words
    this.automaton = shipped.automaton
    const { entries } = shipped
    this.facts = entries.facts
    this.entryCount = entries.count
  }

  /** The row that an entry stands for. */
  row(entry: number): Row {
    const { entries, rows } = this.shipped
    return entry < entries.count
      ? rows[classOf(entries.facts[entry])].at(entries.row[entry])
      : this.ownRows[entry - entries.count]
  }

  /** A cell of the row that an entry stands for, without making the row. */
  cell(entry: number, column: number): string {
    const { entries, rows } = this.shipped
    return entry < entries.count
      ? rows[classOf(entries.facts[entry])].cell(entries.row[entry], column)
      : this.ownRows[entry - entries.count][column]
  }

  /** All rows of a class: those that ship, then the caller's own. */
  rowsOf(cls: number): Row[] {
    const rows = this.shipped.rows[cls]
    const all = Array.from({ length: rows.count }, (_, i) => rows.at(i))
    const own = this.ownRows.filter((_, i) => classOf(this.facts[this.shipped.entries.count + i]) === cls)
    return [...all, ...new Set(own)]
  }

  /** Has the caller entries of this class? */
  hasOwn(cls: number): boolean {
    return this.ownRows.some((_, i) => classOf(this.facts[this.shipped.entries.count + i]) === cls)
  }

  /** From now on nobody adds to it: texts are read with it, and by all extractors if it is the one that ships. */
  seal(): this {
    this.sealed = true
    return this
  }

  /** Adds a row under each of the given forms, written as in text ("TP.HCM"), before what else they mean. */
  add(cls: number, row: Row, forms: readonly string[], capitals: boolean): void {
    if (this.sealed)
      throw new TypeError('the lexicon is in use and cannot be added to; give entries to createExtractor({ lexicon })')
    if (this.own === null) {
      this.own = new OwnForms()
      this.words = this.words.copy()
    }
    this.found.clear()
    for (const form of forms) {
      const way = this.wayOf(form, key => this.words.add(key))
      if (way.length === 0) continue
      const node = this.own.grow(way)
      const next = this.own.entryOf[node] || this.shippedEntry(way)
      this.own.entryOf[node] = this.entryCount
      this.addEntry(cls, needsOf(form, capitals), next)
      this.ownRows.push(Object.freeze(row))
    }
  }

  private addEntry(cls: number, needs: number, next: number): void {
    const at = this.entryCount++
    if (at >= this.facts.length) {
      const facts = new Int32Array(at * 2)
      facts.set(this.facts)
      this.facts = facts
    }
    this.facts[at] = entryFacts(cls, needs, next)
  }

  /** The numbers of the words of a form. */
  private wayOf(form: string, number: (key: number) => number): number[] {
    const way: number[] = []
    for (const key of keysOf(form)) if (!isJoint(key)) way.push(number(key))
    return way
  }

  private shippedEntry(way: readonly number[]): number {
    const { start, entryOf } = this.automaton
    let state = start[way[0]] ?? 0
    for (let i = 1; i < way.length && state !== 0; i++) state = stepOf(this.automaton, state, way[i])
    return entryOf[state]
  }

  /** The entries of a form, the likeliest first. */
  private *entriesOf(form: string): Generator<number> {
    const way = this.wayOf(form, key => this.words.of(key))
    if (way.length === 0) return
    const own = this.own?.find(way) ?? 0
    for (let e = own || this.shippedEntry(way); e !== 0; e = nextOf(this.facts[e])) yield e
  }

  /** All rows of class `cls` that are filed under this form, the likeliest first. */
  findAll(cls: number, form: string): Row[] {
    const rows: Row[] = []
    for (const e of this.entriesOf(form)) if (classOf(this.facts[e]) === cls) rows.push(this.row(e))
    return rows
  }

  /** The likeliest row of class `cls` that is filed under this form, or null. */
  find(cls: number, form: string): Row | null {
    // Articles ask for the same few again and again.
    const question = `${cls} ${form}`
    const known = this.found.get(question)
    if (known !== undefined) return known
    if (this.found.size >= MOST_FOUND) this.found.clear()
    let row: Row | null = null
    for (const e of this.entriesOf(form))
      if (classOf(this.facts[e]) === cls) {
        row = this.row(e)
        break
      }
    this.found.set(question, row)
    return row
  }
}

/** Questions whose answers are kept. */
const MOST_FOUND = 2000

/** More words than there ever are. */
const WORDS = 2 ** 24

/** A caller's own forms: a trie. Node 0 is the root. */
export class OwnForms {
  private readonly edges = new Map<number, number>()
  /** First entry of each node, or 0. */
  readonly entryOf: number[] = [0]

  /** The node that `word` leads to from `node`, or 0. */
  step(node: number, word: number): number {
    return this.edges.get(node * WORDS + word) ?? 0
  }

  /** The node at the end of the way, made if there is none. */
  grow(way: readonly number[]): number {
    let node = 0
    for (const word of way) {
      let to = this.step(node, word)
      if (to === 0) {
        to = this.entryOf.push(0) - 1
        this.edges.set(node * WORDS + word, to)
      }
      node = to
    }
    return node
  }

  /** The first entry at the end of the way, or 0. */
  find(way: readonly number[]): number {
    let node = 0
    for (const word of way) {
      node = this.step(node, word)
      if (node === 0) return 0
    }
    return this.entryOf[node]
  }
}

/**
 * Punctuation inside a form that texts set or leave out at will: "Bà Rịa - Vũng Tàu", "KH&ĐT", "Văn hóa, Thể thao và Du lịch", "Cư M ' Gar".
 * Forms are filed without it; the walk over a text passes over one between two syllables.
 */
export function isJoint(key: number): boolean {
  return key === 0x2d || key === 0x26 || key === 0x2f || key === 0x2c || key === 0x27
}

/** What a form asks of the case of its words in the text. */
export function needsOf(form: string, capitals: boolean): number {
  const letters = form.replace(/[^\p{L}]/gu, '')
  const upper = letters.length > 0 && letters === letters.toUpperCase() && letters.length <= 3
  // "Các Tiểu vương quốc Ả Rập Thống nhất": a form that has small words of its own is told by its length.
  const all = capitals && form.split(/[\s-]+/).every(word => word !== word.toLowerCase() || /^[^\p{L}]/u.test(word))
  return (all ? NEEDS_CAPITALS : 0) | (upper && letters.length > 1 ? NEEDS_UPPER : 0)
}
