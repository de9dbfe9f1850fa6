/**
 * Quotations: which tokens stand between an opening and its closing quotation mark, also over several sentences.
 *
 *   "Mỗi phường phải có điểm tập kết kín. Đừng để xe gom rác đứng giữa lòng đường", ông Ngọc nói.
 *
 * News texts lose marks, turn them round and set spaces on the wrong side, so a mark's shape and spacing are hints, and its
 * number within the sentence decides: an even number opens and closes inside it.
 */
import type { Document } from '../../document.js'
import { COMMA, GLUED, LINE_START, QUESTION, STOP } from '../../text/flags.js'

export interface Quote {
  /** Tokens of the two marks. */
  open: number
  close: number
  /** Sentences of the two marks. */
  first: number
  last: number
}

/** A quotation of more sentences has lost its closing mark. */
const LONGEST = 14

/** @param marks tokens of the quotation marks in order, @param sentenceOf their sentences */
export function pairQuotes(doc: Document, marks: number[], sentenceOf: number[]): Quote[] {
  const quotes: Quote[] = []
  let open = -1 // index into marks
  for (let i = 0; i < marks.length; ) {
    const sentence = sentenceOf[i]
    let end = i + 1
    while (end < marks.length && sentenceOf[end] === sentence) end++
    if (
      open >= 0 &&
      (sentence - sentenceOf[open] > LONGEST || (leans(doc, marks[i]) === OPENS && opensLine(doc, marks[i])))
    )
      open = -1
    if (
      open >= 0 &&
      (end - i) % 2 === 0 &&
      (leans(doc, marks[i]) === OPENS || marks[i] === doc.sentences.first[sentence])
    )
      open = -1
    for (let k = i; k < end; k++) {
      if (open >= 0) {
        quotes.push({ open: marks[open], close: marks[k], first: sentenceOf[open], last: sentence })
        open = -1
      } else if (k + 1 < end || leans(doc, marks[k]) !== CLOSES) open = k
    }
    i = end
  }
  return quotes
}

const OPENS = 1
const CLOSES = -1

/** What a mark looks like, by its shape, else by the spaces around it. */
function leans(doc: Document, i: number): number {
  const c = doc.text.charCodeAt(doc.tokens.start[i])
  if (c === 0x201c || c === 0x201e || c === 0xab) return OPENS
  if (c === 0x201d || c === 0xbb) return CLOSES
  const { flags, count } = doc.tokens
  const { key } = doc.tokens
  const next = i + 1 < count ? key[i + 1] : STOP
  // Nothing opens before a full stop, a comma or the end of its line.
  if (next === STOP || next === COMMA || next === QUESTION || i + 1 >= count || (flags[i + 1] & LINE_START) !== 0)
    return CLOSES
  const before = (flags[i] & GLUED) !== 0
  const after = i + 1 < count && (flags[i + 1] & GLUED) !== 0
  return before === after ? 0 : after ? OPENS : CLOSES
}

const opensLine = (doc: Document, i: number): boolean => (doc.tokens.flags[i] & LINE_START) !== 0
