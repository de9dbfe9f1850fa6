/**
 * The lexicon at run time: a trie over the keys of syllables, and the rows that its forms stand for.
 *
 * An edge is (node, key) -> node in one open-addressed table of integers, so that looking a syllable up makes no string
 * and touches one or two cache lines. A node that ends a form leads to a chain of entries (one form may mean several things).
 */
import { keysOf } from '../text/fold.js'
import { CLASS_COUNT, NEEDS_CAPITALS, NEEDS_UPPER } from './classes.js'

export type Row = readonly string[]

export class Lexicon {
  private mask: number
  private edgeNode: Int32Array
  private edgeKey: Int32Array
  private edgeTo: Int32Array
  private edges = 0
  private nodes = 1
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
    this.edgeNode = new Int32Array(size).fill(-1)
    this.edgeKey = new Int32Array(size)
    this.edgeTo = new Int32Array(size)
    this.entryOf = new Int32Array(expectedEdges + 2)
  }

  /** The node that `key` leads to from `node` (0 is the root), or 0 if there is none. */
  step(node: number, key: number): number {
    const { edgeNode, edgeKey, mask } = this
    let slot = (key ^ Math.imul(node, 0x9e3779b1)) & mask
    for (;;) {
      const at = edgeNode[slot]
      if (at === -1) return 0
      if (at === node && edgeKey[slot] === key) return this.edgeTo[slot]
      slot = (slot + 1) & mask
    }
  }

  /** The node that `key` leads to from `node`, made if there is none. */
  grow(node: number, key: number): number {
    const known = this.step(node, key)
    if (known !== 0) return known
    if (this.edges * 2 > this.mask) this.rehash()
    const to = this.nodes++
    if (to >= this.entryOf.length) {
      const more = new Int32Array(this.entryOf.length * 2)
      more.set(this.entryOf)
      this.entryOf = more
    }
    this.put(node, key, to)
    return to
  }

  private put(node: number, key: number, to: number): void {
    const { mask } = this
    let slot = (key ^ Math.imul(node, 0x9e3779b1)) & mask
    while (this.edgeNode[slot] !== -1) slot = (slot + 1) & mask
    this.edgeNode[slot] = node
    this.edgeKey[slot] = key
    this.edgeTo[slot] = to
    this.edges++
  }

  private rehash(): void {
    const { edgeNode, edgeKey, edgeTo } = this
    const size = (this.mask + 1) * 2
    this.mask = size - 1
    this.edgeNode = new Int32Array(size).fill(-1)
    this.edgeKey = new Int32Array(size)
    this.edgeTo = new Int32Array(size)
    this.edges = 0
    for (let i = 0; i < edgeNode.length; i++) if (edgeNode[i] !== -1) this.put(edgeNode[i], edgeKey[i], edgeTo[i])
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
