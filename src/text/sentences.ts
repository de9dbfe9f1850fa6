/**
 * Tokens -> sentences.
 *
 * A sentence ends at a full stop, a question or an exclamation mark, and at a line break: in news text a line is a paragraph,
 * a headline, a caption or a list item. Where the whole text is hard-wrapped, only a short line or an empty one ends a paragraph.
 * Quotes and brackets that close right after the mark belong to the sentence; an ellipsis ends none.
 */
import {
  CAPITAL,
  CLOSE,
  COMMA,
  EXCLAMATION,
  GLUED,
  LINE_START,
  NUMBER,
  PARAGRAPH_START,
  QUESTION,
  QUOTE,
  STOP,
  UPPER,
  WORD,
} from './flags.js'
import type { Tokens } from './tokens.js'

/** The sentence is all in capitals: case says nothing in it. */
export const ALL_CAPS = 1
/** First sentence of a line of its own. */
export const OPENS_LINE = 2
/** First sentence after an empty line (or of the text). */
export const OPENS_PARAGRAPH = 4
/** It ends with a mark, not just because the line ends: a headline, caption or list item has none. */
export const HAS_MARK = 8

export interface Sentences {
  count: number
  /** First token of each sentence; one more entry holds the number of tokens. */
  first: Int32Array
  flags: Uint8Array
}

export function splitSentences(text: string, tokens: Tokens): Sentences {
  const { count: n, key, flags } = tokens
  const wrapped = wrapWidth(text)
  let room = (n >> 4) + 8
  let first = new Int32Array(room)
  let kinds = new Uint8Array(room)
  let count = 0
  let at = 0
  while (at < n) {
    let words = 0
    let upper = 0
    let to = at
    let marked = false
    for (; to < n; to++) {
      const f = flags[to]
      if (to > at && (f & LINE_START) !== 0 && (wrapped === 0 || (f & PARAGRAPH_START) !== 0 || endsShort(text, tokens, to, wrapped)))
        break
      if ((f & WORD) !== 0) {
        words++
        if ((f & UPPER) !== 0) upper++
        continue
      }
      const k = key[to]
      if ((k === STOP || k === QUESTION || k === EXCLAMATION) && (f & (WORD | NUMBER)) === 0 && ends(tokens, at, to)) {
        marked = true
        to++
        while (to < n && isCloser(tokens, to)) to++
        break
      }
    }
    if (count + 2 >= room) {
      room *= 2
      const more = new Int32Array(room)
      more.set(first)
      first = more
      const moreKinds = new Uint8Array(room)
      moreKinds.set(kinds)
      kinds = moreKinds
    }
    const opener = flags[at]
    kinds[count] =
      (words > 2 && upper * 10 >= words * 9 ? ALL_CAPS : 0) |
      ((opener & LINE_START) !== 0 ? OPENS_LINE : 0) |
      ((opener & PARAGRAPH_START) !== 0 ? OPENS_PARAGRAPH : 0) |
      (marked ? HAS_MARK : 0)
    first[count++] = at
    at = to
  }
  first[count] = n
  return { count, first, flags: kinds }
}

/** Does the mark at token `i` end the sentence that began at `from`? */
function ends(tokens: Tokens, from: number, i: number): boolean {
  const { key, flags, count } = tokens
  // "1. Yêu cầu …": the number of a list item.
  if (i === from + 1 && key[i] === STOP && (flags[from] & (NUMBER | UPPER)) !== 0) return false
  let next = i + 1
  let closed = false
  while (next < count && isCloser(tokens, next)) {
    closed = true
    next++
  }
  if (next >= count) return true
  const f = flags[next]
  if ((f & LINE_START) !== 0) return true
  // `"… đúng không?", ông hỏi`: the sentence that holds the quotation goes on.
  if (closed && (key[next] === COMMA || key[next] === 0x2d)) return false
  if (closed && (f & WORD) !== 0 && (f & CAPITAL) === 0) return false
  if (key[i] !== STOP && key[next] === COMMA) return false
  // "tr. 5", "v.v. và": a small letter opens no sentence.
  if (key[i] === STOP && (f & WORD) !== 0 && (f & CAPITAL) === 0) return false
  // "31.12." and the like inside a number that the tokeniser left apart.
  if (key[i] === STOP && (f & (NUMBER | GLUED)) === (NUMBER | GLUED) && i > 0 && (flags[i - 1] & NUMBER) !== 0) return false
  return true
}

/** A quote or bracket glued to the mark before it, or the last thing of the line. */
function isCloser(tokens: Tokens, i: number): boolean {
  const { key, flags, count } = tokens
  const k = key[i]
  if ((flags[i] & (WORD | NUMBER | LINE_START)) !== 0) return false
  if (k !== QUOTE && k !== CLOSE && k !== 0x5d && k !== 0x27) return false
  return (flags[i] & GLUED) !== 0 || i + 1 >= count || (flags[i + 1] & LINE_START) !== 0
}

/**
 * The width at which the text is hard-wrapped, or 0: most lines that another follows directly are within a quarter of the
 * longest, which is no longer than a terminal is wide, and most of them break off in the middle of a sentence.
 */
function wrapWidth(text: string): number {
  let longest = 0
  let lines = 0
  let from = 0
  const n = text.length
  for (let i = 0; i <= n; i++) {
    if (i < n && text.charCodeAt(i) !== 0x0a) continue
    const length = i - from
    if (length > 132) return 0
    if (length > longest) longest = length
    lines++
    from = i + 1
  }
  if (lines < 5 || longest < 40) return 0
  let full = 0
  let open = 0
  let followed = 0
  from = 0
  for (let i = 0; i < n; i++) {
    if (text.charCodeAt(i) !== 0x0a) continue
    const next = text.charCodeAt(i + 1)
    if (i > from && i + 1 < n && next !== 0x0a && next !== 0x0d) {
      followed++
      if ((i - from) * 4 >= longest * 3) full++
      const last = text.charCodeAt(text.charCodeAt(i - 1) === 0x0d ? i - 2 : i - 1)
      if (last !== STOP && last !== QUESTION && last !== EXCLAMATION && last !== 0x201d && last !== QUOTE) open++
    }
    from = i + 1
  }
  return followed >= 3 && full * 10 >= followed * 7 && open * 10 >= followed * 6 ? longest : 0
}

/** In hard-wrapped text: did the line before token `i` end well before the width, so that a paragraph ends with it? */
function endsShort(text: string, tokens: Tokens, i: number, width: number): boolean {
  const breakAt = text.lastIndexOf('\n', tokens.start[i])
  const lineStart = text.lastIndexOf('\n', breakAt - 1) + 1
  return (breakAt - lineStart) * 10 < width * 6
}
