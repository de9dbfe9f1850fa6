/** Phrases of several words, to ask for by token: no string is made while a text is read. */
import type { Document } from '../../document.js'
import { keysOf } from '../../text/fold.js'

export class PhraseSet {
  private readonly byFirst = new Map<number, Int32Array[]>()

  /** @param phrases separated by "; " */
  constructor(phrases: string) {
    for (const phrase of phrases.split(';')) {
      const keys = keysOf(phrase.trim())
      const known = this.byFirst.get(keys[0])
      if (known === undefined) this.byFirst.set(keys[0], [keys])
      else known.push(keys)
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.length - a.length)
  }

  /** The token after the longest phrase that begins at `i`, or -1. */
  endAt(doc: Document, i: number, stop: number): number {
    const { key } = doc.tokens
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
