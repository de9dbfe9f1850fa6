/**
 * What a rule of a user's own needs beside the document: to find words, to come from characters to tokens, and to add what
 * it found in the way the other stages expect it.
 *
 *   createExtractor({
 *     rules: [{ name: 'pen-names', after: 'names', run: doc => { for (const r of findWords(doc, 'Tố Hữu')) addName(doc, r) } }],
 *   })
 */
import type { Document, Name, Range, Title } from './document.js'
import type { Span, Via } from './records.js'
import { tie } from './rules/holders/apposition.js'
import { keysOf } from './text/fold.js'

/** Every place where the words stand, in any case and spelling, in order and without overlap. */
export function findWords(doc: Document, words: string): Range[] {
  const wanted = keysOf(words)
  const { key, count } = doc.tokens
  const found: Range[] = []
  if (wanted.length === 0) return found
  for (let i = 0; i + wanted.length <= count; i++) {
    let k = 0
    while (k < wanted.length && key[i + k] === wanted[k]) k++
    if (k < wanted.length) continue
    found.push({ from: i, to: i + k })
    i += k - 1
  }
  return found
}

/** The tokens that lie within a stretch of characters, as of a match of a pattern of your own; null if there is none. */
export function tokensWithin(doc: Document, start: number, end: number): Range | null {
  const { tokens } = doc
  const from = firstNotBefore(tokens.start, tokens.count, start)
  let to = from
  while (to < tokens.count && tokens.end[to] <= end) to++
  return to > from ? { from, to } : null
}

/** The characters of a stretch of tokens, with their offsets. */
export function spanOf(doc: Document, { from, to }: Range): Span {
  const start = doc.tokens.start[from]
  const end = doc.tokens.end[to - 1]
  return { start, end, text: doc.text.slice(start, end) }
}

/** The index of the sentence that a token stands in. */
export function sentenceOf(doc: Document, token: number): number {
  const { first, count } = doc.sentences
  const next = firstNotBefore(first, count, token + 1)
  return next - 1
}

/**
 * Adds a person's name, for a rule between "names" and "holders".
 * @returns the name, or null where it overlaps one that is there
 */
export function addName(doc: Document, range: Range, honorific: string | null = null): Name | null {
  const at = doc.names.findIndex(n => n.to > range.from)
  const next = at < 0 ? doc.names.length : at
  if (next < doc.names.length && doc.names[next].from < range.to) return null
  const name: Name = {
    from: range.from,
    to: range.to,
    sentence: sentenceOf(doc, range.from),
    outer: range.from,
    honorific,
    full: range.to - range.from > 1,
    foreign: false,
    person: null,
    titles: [],
  }
  doc.names.splice(next, 0, name)
  return name
}

/** Says that a title is held by the person of a name, for a rule between "holders" and "people". A title that has a holder keeps it. */
export function giveTitle(doc: Document, title: Title, name: Name, via: Via): void {
  tie(doc, title, name, via)
}

/** The first index whose value is not less than `value`, in an ascending array. */
function firstNotBefore(values: Int32Array, count: number, value: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}
