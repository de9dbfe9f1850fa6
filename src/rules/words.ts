/** Asks for one word at a token, by key, so that no string is made. */
import type { Document } from '../document.js'
import { keyOf } from '../text/characters.js'

const keys = new Map<string, number>()

/** Is token `i` this word, in any case and spelling? */
export function isWord(doc: Document, i: number, word: string): boolean {
  let key = keys.get(word)
  if (key === undefined) {
    key = keyOf(word)
    keys.set(word, key)
  }
  return doc.tokens.key[i] === key
}

/** A set of words, to ask for by token. */
export class WordSet {
  private readonly keys: Set<number>
  constructor(words: string) {
    this.keys = new Set(words.split(' ').map(keyOf))
  }
  has(doc: Document, i: number): boolean {
    return this.keys.has(doc.tokens.key[i])
  }
}
