/** Asks for one word at a token, by key, so that no string is made. */
import type { Document } from '../document.js'
import { keyOf, lettersIn } from '../text/characters.js'

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

/** How many letters token `i` has, however it is encoded. */
export function lettersOf(doc: Document, i: number): number {
  return lettersIn(doc.text, doc.tokens.start[i], doc.tokens.end[i])
}

/** The characters of a stretch in small letters, composed: for comparing and matching where keys do not do. */
export function lowerOf(doc: Document, from: number, to: number): string {
  return doc.slice(from, to).normalize('NFC').toLowerCase()
}

/** A set of words, to ask for by token; read when first asked, so that importing the rules costs nothing. */
export class WordSet {
  private keys: Set<number> | null = null
  constructor(private readonly words: string) {}

  has(doc: Document, i: number): boolean {
    this.keys ??= new Set(this.words.split(' ').map(keyOf))
    return this.keys.has(doc.tokens.key[i])
  }
}
