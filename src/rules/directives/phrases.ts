/** Phrases of several words, to ask for by token: no string is made while a text is read. */
import type { Document } from '../../document.js'
import { keysOf } from '../../text/fold.js'

const LOW_BITS = 10
const LOW_MASK = (1 << LOW_BITS) - 1

export class PhraseSet {
  private readonly byFirst = new Map<number, Int32Array[]>()
  /** Which keys may be a first one, by their low bits: most tokens are told off here. */
  private low: Uint8Array | null = null

  /** @param phrases separated by "; "; they are read when first asked for, so that importing the rules costs nothing */
  constructor(private readonly phrases: string) {}

  private read(): Uint8Array {
    const low = new Uint8Array(1 << LOW_BITS)
    for (const phrase of this.phrases.split(';')) {
      const keys = keysOf(phrase.trim())
      low[keys[0] & LOW_MASK] = 1
      const known = this.byFirst.get(keys[0])
      if (known === undefined) this.byFirst.set(keys[0], [keys])
      else known.push(keys)
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.length - a.length)
    this.low = low
    return low
  }

  /** Marks in `table` the low bits of the keys with which a phrase may begin. */
  markFirst(table: Uint8Array): void {
    if (this.low === null) this.read()
    for (const key of this.byFirst.keys()) table[key & (table.length - 1)] = 1
  }

  /** The token after the longest phrase that begins at `i`, or -1. */
  endAt(doc: Document, i: number, stop: number): number {
    const { key } = doc.tokens
    if ((this.low ?? this.read())[key[i] & LOW_MASK] === 0) return -1
    const list = this.byFirst.get(key[i])
    if (list === undefined) return -1
    for (const keys of list) {
      if (i + keys.length > stop) continue
      let k = 1
      while (k < keys.length && key[i + k] === keys[k]) k++
      if (k === keys.length) return i + k
    }
    return -1
  }

  /** The token at which a phrase begins that ends right before token `end`, or -1. */
  before(doc: Document, end: number, first: number, longest = 4): number {
    for (let i = Math.max(first, end - longest); i < end; i++) if (this.endAt(doc, i, end) === end) return i
    return -1
  }
}
