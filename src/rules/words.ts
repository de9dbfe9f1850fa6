/** Asks for one word at a token, by key, so that no string is made. */
import type { Document } from '../document.js'
import { keyOf, lettersIn } from '../text/characters.js'

const keys = new Map<string, number>()

/**
 * Is token `i` this word, in any case and spelling?
 * @param word in the package its key stands for it: the build puts it there, see scripts/lib/keyed-words.ts
 */
export function isWord(doc: Document, i: number, word: string | number): boolean {
  return doc.tokens.key[i] === (typeof word === 'number' ? word : keyOfWord(word))
}

function keyOfWord(word: string): number {
  let key = keys.get(word)
  if (key === undefined) {
    key = keyOf(word)
    keys.set(word, key)
  }
  return key
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
  private keys: KeySet | null = null
  constructor(private readonly words: string) {}

  has(doc: Document, i: number): boolean {
    this.keys ??= new KeySet(this.words.split(' ').map(keyOf))
    return this.keys.has(doc.tokens.key[i])
  }
}

/** A few keys in an open-addressed table: most questions are answered by one look at an empty place. */
export class KeySet {
  private readonly table: Int32Array
  private readonly mask: number

  constructor(keys: readonly number[]) {
    let size = 8
    while (size < keys.length * 4) size <<= 1
    this.mask = size - 1
    this.table = new Int32Array(size)
    for (const key of keys) this.table[this.slotOf(key)] = key
  }

  /** Where the key is, or the empty place where it would be. No word has the key 0. */
  private slotOf(key: number): number {
    const { table, mask } = this
    let slot = key & mask
    while (table[slot] !== 0 && table[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  /** Not the key 0, which is behind the last token of a text. */
  has(key: number): boolean {
    return key !== 0 && this.table[this.slotOf(key)] === key
  }
}
