/**
 * Tokens -> sentences.
 *
 * A sentence ends at a full stop, a question or an exclamation mark, and at a line break: in news text a line is a paragraph,
 * a headline, a caption or a list item. Where the whole text is hard-wrapped, only a short line or an empty one ends a paragraph.
 * Quotes and brackets that close right after the mark belong to the sentence; an ellipsis ends none.
 */
import {
  IGNORABLE,
  isUpper,
  keyOf,
  kindOf,
  LETTER,
  lettersIn,
  MARK,
  NEWLINE,
  punctuationKey,
  SPACE,
} from './characters.js'
import {
  CAPITAL,
  CLOSE,
  COLON,
  COMMA,
  DASH,
  EXCLAMATION,
  GLUED,
  LINE_START,
  NUMBER,
  PARAGRAPH_START,
  QUESTION,
  QUOTE,
  SEMICOLON,
  SLASH,
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

const C = keyOf('c')
const D_STROKE = keyOf('đ')

export interface Sentences {
  count: number
  /** First token of each sentence; one more entry holds the number of tokens. */
  first: Int32Array
  flags: Uint8Array
}

/** Splits the tokens into sentences; in hard-wrapped text the flag LINE_START goes from tokens inside a paragraph. */
export function splitSentences(text: string, tokens: Tokens): Sentences {
  const { count: n, key, flags } = tokens
  const wrap = wrapOf(text)
  let room = (n >> 4) + 8
  let first = new Int32Array(room)
  let kinds = new Uint8Array(room)
  let count = 0
  let at = 0
  while (at < n) {
    // A sentence that a wrapped line happens to open stands inside its paragraph like any other.
    if (wrap !== null && at > 0 && (flags[at] & LINE_START) !== 0 && !endsParagraph(text, tokens, at, wrap))
      flags[at] &= ~LINE_START
    let words = 0
    let upper = 0
    let to = at
    let marked = false
    for (; to < n; to++) {
      const f = flags[to]
      if (to > at && (f & LINE_START) !== 0) {
        if (wrap === null || endsParagraph(text, tokens, to, wrap)) break
        // The lines are joined: for the rules the break is a space like any other ("Nguyễn Văn\nThể" is one name).
        flags[to] &= ~LINE_START
      }
      if ((f & WORD) !== 0) {
        words++
        if ((f & UPPER) !== 0) upper++
        continue
      }
      const k = key[to]
      if (
        (k === STOP || k === QUESTION || k === EXCLAMATION) &&
        (f & (WORD | NUMBER)) === 0 &&
        ends(text, tokens, at, to, wrap !== null)
      ) {
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
function ends(text: string, tokens: Tokens, from: number, i: number, wrapped: boolean): boolean {
  const { key, flags, count } = tokens
  const stop = key[i] === STOP
  if (stop && i === from + 1 && isEnumerator(text, tokens, from)) return false
  if (stop && isDc(tokens, i - 1)) return false
  let next = i + 1
  let closed = false
  while (next < count && isCloser(tokens, next)) {
    closed = true
    next++
  }
  if (next >= count) return true
  const f = flags[next]
  const k = key[next]
  if ((f & PARAGRAPH_START) !== 0 || ((f & LINE_START) !== 0 && !wrapped)) return true
  const glued = (f & GLUED) !== 0
  // "?!", "!!!", `“Làm ngay!”.`: the last mark ends it.
  if (glued && (f & (WORD | NUMBER)) === 0 && (k === STOP || k === QUESTION || k === EXCLAMATION)) return false
  // `"… đúng không?", ông hỏi`, "Nguyễn Văn B., trú tại …", "v.v.;", "TP.HCM.- Sáng nay": the sentence goes on.
  if (k === COMMA || (glued && (k === SEMICOLON || k === COLON || k === DASH))) return false
  if (closed && k === DASH) return false
  // "tr. 5", "v.v. và", `"Vâng!" bà đáp`: a small letter opens no sentence.
  if ((f & WORD) !== 0 && (f & CAPITAL) === 0) return false
  // "tr.5", "U.17"; but "… Lê Ngọc Hiền.4. Phương châm" lacks a space.
  if (stop && glued && (f & NUMBER) !== 0)
    return lettersIn(text, tokens.start[i - 1], tokens.end[i - 1]) > 3 || (flags[i - 1] & WORD) === 0
  return true
}

/** "1. Yêu cầu …", "IV. Kết quả", "a. Giao …": the number of a list item opens its sentence. */
function isEnumerator(text: string, tokens: Tokens, i: number): boolean {
  const f = tokens.flags[i]
  if ((f & NUMBER) !== 0) return true
  const length = lettersIn(text, tokens.start[i], tokens.end[i])
  return (f & WORD) !== 0 && (length === 1 || ((f & UPPER) !== 0 && length <= 4))
}

/** "đ/c." */
function isDc(tokens: Tokens, i: number): boolean {
  const { key, flags } = tokens
  return (
    i >= 2 && key[i] === C && key[i - 1] === SLASH && key[i - 2] === D_STROKE && (flags[i] & flags[i - 1] & GLUED) !== 0
  )
}

/** A quote or bracket glued to the mark before it, or the last thing of the line. */
function isCloser(tokens: Tokens, i: number): boolean {
  const { key, flags, count } = tokens
  const k = key[i]
  if ((flags[i] & (WORD | NUMBER | LINE_START)) !== 0) return false
  if (k !== QUOTE && k !== CLOSE && k !== 0x5d && k !== 0x27) return false
  if (i + 1 >= count || (flags[i + 1] & LINE_START) !== 0) return true
  // `nói."Tôi …`: a quote glued to the word after it opens.
  if (k === QUOTE && (flags[i + 1] & (GLUED | WORD)) === (GLUED | WORD)) return false
  return (flags[i] & GLUED) !== 0
}

/** A line longer than this is no line of a hard-wrapped text: a terminal is no wider. */
const WIDEST = 132

/** How the lines of a hard-wrapped text are broken. */
interface Wrap {
  /** Columns of the longest line. */
  width: number
  /** A program broke them: none ends where the next word had room. */
  exact: boolean
}

/**
 * How the text is hard-wrapped, or null where it is not. In such a text many lines break off in the middle of a sentence
 * (without a mark, and the next opens with a small letter), and nearly all of those are within a quarter of the longest.
 * A list of names and posts has few of them, but then no line at all ends where the next word had room.
 */
function wrapOf(text: string): Wrap | null {
  const n = text.length
  let longest = 0
  let lines = 0
  for (let from = 0; from <= n; lines++) {
    const to = lineEnd(text, from)
    const columns = columnsOf(text, from, to)
    if (columns > WIDEST) return null
    longest = Math.max(longest, columns)
    from = to + 1
  }
  if (lines < 5 || longest < 40) return null
  let followed = 0
  let broken = 0
  let full = 0
  let tight = 0
  let filled = 0
  for (let from = 0; from < n; ) {
    const to = lineEnd(text, from)
    const next = lineOpener(text, to + 1)
    if (next !== 0 && lineOpener(text, from) !== 0) {
      followed++
      const columns = columnsOf(text, from, to)
      const hadRoom = columns + 1 + firstWord(text, to + 1) <= longest
      if (!hadRoom) filled++
      if (kindOf(next) === LETTER && !isUpper(next) && !endsMarked(text, from, to)) {
        broken++
        if (columns * 4 >= longest * 3) full++
        if (!hadRoom) tight++
      }
    }
    from = to + 1
  }
  const all = followed >= 4 && filled === followed
  if (broken < (all ? 1 : 3) || full * 10 < broken * 9 || (!all && broken * 100 < followed * 15)) return null
  return { width: longest, exact: tight === broken }
}

function lineEnd(text: string, from: number): number {
  const to = text.indexOf('\n', from)
  return to < 0 ? text.length : to
}

/** How wide a line is, without the white space at its end, or a number beyond WIDEST: combining marks take no room. */
function columnsOf(text: string, from: number, to: number): number {
  if (to - from > WIDEST * 3) return WIDEST + 1
  let columns = 0
  let last = 0
  for (let i = from; i < to && columns <= WIDEST; i++) {
    const kind = kindOf(text.charCodeAt(i))
    if (kind === MARK || kind === IGNORABLE) continue
    columns++
    if (kind !== SPACE && kind !== NEWLINE) last = columns
  }
  return last
}

/** Does the line end with what ends a sentence or announces a list? */
function endsMarked(text: string, from: number, to: number): boolean {
  let i = to - 1
  while (i > from && (kindOf(text.charCodeAt(i)) === SPACE || text.charCodeAt(i) === 0x0d)) i--
  const last = punctuationKey(text.charCodeAt(i))
  return last === STOP || last === QUESTION || last === EXCLAMATION || last === QUOTE || last === COLON
}

/** The first character of a line that is no white space, or 0 where the line is empty. */
function lineOpener(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x0a) return 0
    if (kindOf(c) !== SPACE && c !== 0x0d) return c
  }
  return 0
}

/** In hard-wrapped text: is the line that token `i` opens the first of a paragraph or of a list item? */
function endsParagraph(text: string, tokens: Tokens, i: number, { width, exact }: Wrap): boolean {
  const { key, flags } = tokens
  if ((flags[i] & PARAGRAPH_START) !== 0) return true
  if ((BULLETS.has(key[i]) || isNumbering(tokens, i)) && ITEM_ENDS.has(key[i - 1])) return true
  const breakAt = text.lastIndexOf('\n', tokens.start[i])
  const lineStart = text.lastIndexOf('\n', breakAt - 1) + 1
  const columns = columnsOf(text, lineStart, breakAt)
  // The line before ends well before the width.
  if (columns * 10 < width * 6) return true
  // The first word had room on the line before: whoever broke there meant it, but for a hand that does not fill its lines.
  const hadRoom = columns + 1 + firstWord(text, breakAt + 1) <= width
  return hadRoom && (exact || endsMarked(text, lineStart, breakAt))
}

/** Columns of the first word of a line, up to the next white space. */
function firstWord(text: string, line: number): number {
  let from = line
  while (from < text.length && kindOf(text.charCodeAt(from)) === SPACE) from++
  const most = Math.min(text.length, from + WIDEST * 3)
  let to = from
  for (; to < most; to++) {
    const kind = kindOf(text.charCodeAt(to))
    if (kind === SPACE || kind === NEWLINE) break
  }
  return columnsOf(text, from, to)
}

/** "1." or "2)" */
function isNumbering({ key, flags, count }: Tokens, i: number): boolean {
  const mark = i + 1 < count && (flags[i + 1] & GLUED) !== 0 ? key[i + 1] : 0
  return (flags[i] & NUMBER) !== 0 && (mark === STOP || mark === CLOSE)
}

/** "-", "+", "*", "•" */
const BULLETS = new Set([DASH, 0x2b, 0x2a, 0x2022])
/** What ends an item of a list, or the line that announces it. */
const ITEM_ENDS = new Set([SEMICOLON, COLON, STOP, QUESTION, EXCLAMATION, COMMA])
