/**
 * The lexicon at run time: a trie over the keys of syllables, and the rows that its forms stand for.
 *
 * An edge is (node, key) -> node in one open-addressed table of integers, so that looking a syllable up makes no string
 * and touches one or two cache lines. A node that ends a form leads to a chain of entries (one form may mean several things).
 */
import { keysOf } from '../text/fold.js'
import { CLASS_COUNT, NEEDS_CAPITALS, NEEDS_UPPER } from './classes.js'

export type Row = readonly string[]

/** Slots of an edge table: node, key, node it leads to (and one for alignment), so that a look-up touches one cache line. */
const STRIDE = 4

export class Lexicon {
  private mask: number
  private table: Int32Array
  private edges = 0
  private nodes = 1
  /** The edges from the root once more, in a table small enough to stay near the processor: every token is looked up here. */
  private rootMask = (1 << 13) - 1
  private root = new Int32Array((this.rootMask + 1) * 2)
  private rootEdges = 0
  /** First entry of each node, or 0. */
  entryOf: Int32Array
  entryClass: number[] = [0]
  entryNeeds: number[] = [0]
  entryRow: Row[] = [[]]
  /** Next entry of the same node, or 0. */
  entryNext: number[] = [0]
  /** Rows by class, in the order of their table. */
  readonly rows: Row[][] = Array.from({ length: CLASS_COUNT }, () => [])

  constructor(expectedEdges = 1 << 14) {
    let size = 1 << 10
    while (size < expectedEdges * 2) size <<= 1
    this.mask = size - 1
    this.table = new Int32Array(size * STRIDE)
    this.entryOf = new Int32Array(expectedEdges + 2)
  }

  /** The node that `key` leads to from the root, or 0 if no form begins so. */
  start(key: number): number {
    const { root, rootMask } = this
    let slot = key & rootMask
    for (;;) {
      const to = root[slot * 2 + 1]
      if (to === 0 || root[slot * 2] === key) return to
      slot = (slot + 1) & rootMask
    }
  }

  /** The node that `key` leads to from `node` (0 is the root), or 0 if there is none. */
  step(node: number, key: number): number {
    if (node === 0) return this.start(key)
    const { table, mask } = this
    let slot = (key ^ Math.imul(node, 0x9e3779b1)) & mask
    for (;;) {
      const at = slot * STRIDE
      const from = table[at]
      if (from === 0) return 0
      if (from === node && table[at + 1] === key) return table[at + 2]
      slot = (slot + 1) & mask
    }
  }

  /** The node that `key` leads to from `node`, made if there is none. */
  grow(node: number, key: number): number {
    const known = this.step(node, key)
    if (known !== 0) return known
    const to = this.nodes++
    if (to >= this.entryOf.length) {
      const more = new Int32Array(this.entryOf.length * 2)
      more.set(this.entryOf)
      this.entryOf = more
    }
    if (node === 0) this.putRoot(key, to)
    else this.put(node, key, to)
    return to
  }

  private putRoot(key: number, to: number): void {
    if (this.rootEdges * 2 > this.rootMask) {
      const old = this.root
      this.rootMask = this.rootMask * 2 + 1
      this.root = new Int32Array((this.rootMask + 1) * 2)
      this.rootEdges = 0
      for (let i = 0; i < old.length; i += 2) if (old[i + 1] !== 0) this.putRoot(old[i], old[i + 1])
    }
    let slot = key & this.rootMask
    while (this.root[slot * 2 + 1] !== 0) slot = (slot + 1) & this.rootMask
    this.root[slot * 2] = key
    this.root[slot * 2 + 1] = to
    this.rootEdges++
  }

  private put(node: number, key: number, to: number): void {
    if (this.edges * 2 > this.mask) {
      const old = this.table
      this.mask = this.mask * 2 + 1
      this.table = new Int32Array((this.mask + 1) * STRIDE)
      this.edges = 0
      for (let i = 0; i < old.length; i += STRIDE) if (old[i] !== 0) this.put(old[i], old[i + 1], old[i + 2])
    }
    let slot = (key ^ Math.imul(node, 0x9e3779b1)) & this.mask
    while (this.table[slot * STRIDE] !== 0) slot = (slot + 1) & this.mask
    const at = slot * STRIDE
    this.table[at] = node
    this.table[at + 1] = key
    this.table[at + 2] = to
    this.edges++
  }

  /** Lets the form that ends at `node` mean `row` of class `cls`. Entries added later come first in the chain. */
  addEntry(node: number, cls: number, needs: number, row: Row): void {
    this.entryClass.push(cls)
    this.entryNeeds.push(needs)
    this.entryRow.push(row)
    this.entryNext.push(this.entryOf[node])
    this.entryOf[node] = this.entryClass.length - 1
  }

  /** Adds a row under each of the given forms, written as in text ("TP.HCM"). */
  add(cls: number, row: Row, forms: readonly string[], capitals: boolean): void {
    this.rows[cls].push(row)
    for (const form of forms) {
      let node = 0
      for (const key of keysOf(form)) if (!isJoint(key)) node = this.grow(node, key)
      if (node !== 0) this.addEntry(node, cls, needsOf(form, capitals), row)
    }
  }

  /** The row of class `cls` that is filed under this form, or null. */
  find(cls: number, form: string): Row | null {
    let node = 0
    for (const key of keysOf(form)) {
      if (isJoint(key)) continue
      node = this.step(node, key)
      if (node === 0) return null
    }
    for (let e = this.entryOf[node]; e !== 0; e = this.entryNext[e])
      if (this.entryClass[e] === cls) return this.entryRow[e]
    return null
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
  return (capitals ? NEEDS_CAPITALS : 0) | (upper && letters.length > 1 ? NEEDS_UPPER : 0)
}
