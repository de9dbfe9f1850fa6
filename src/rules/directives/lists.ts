/**
 * Written lists: lines with a number, letter or bullet under a sentence that ends with a colon.
 *
 *   UBND tỉnh yêu cầu thực hiện ngay các việc sau:      the head
 *   1. Sở Xây dựng rà soát … Dừng việc nạo vét …        an item, and a sentence more of it
 *   2. Bộ Quốc phòng, Bộ Công an:                       an item that is the head of a list within
 *   + Giữ nguyên quân số ứng trực;                      an item of that
 *
 * A line without a sign belongs to the list where the next number follows it. What is told here is layout alone; whether the
 * list is one of orders, its head decides.
 */
import type { Document } from '../../document.js'
import { CLOSE, COLON, DASH, NUMBER, OPEN, SLASH, STOP, WORD } from '../../text/flags.js'
import { OPENS_LINE } from '../../text/sentences.js'
import { isWord, lettersOf, WordSet } from '../words.js'

/** A sentence of a list. */
export interface Listed {
  /** The sentence that opens the outermost list. */
  head: number
  /** The sentence that opens the list it is in directly. */
  parent: number
  /** It opens a line with a sign, after which its words begin at this token; -1 where it goes on with an item. */
  from: number
}

interface Sign {
  kind: 'number' | 'letter' | 'bullet'
  /** The token after it. */
  end: number
}

/** Lines without a sign that may stand before the next number. */
const MOST_UNSIGNED = 6

/** The lists of an article, by sentence. */
export function readLists(doc: Document): Map<number, Listed> {
  const listed = new Map<number, Listed>()
  const { count, flags } = doc.sentences
  for (let s = 0; s + 1 < count; s++) {
    if (!endsWithColon(doc, s) || (flags[s + 1] & OPENS_LINE) === 0 || signOf(doc, s + 1) === null) continue
    s = readList(doc, s, listed) - 1
  }
  return listed
}

/** Files the sentences of the list under `head`; returns the sentence after the last. */
function readList(doc: Document, head: number, listed: Map<number, Listed>): number {
  const { count, flags } = doc.sentences
  const outer = signOf(doc, head + 1)?.kind
  let parent = head
  let inner: Sign['kind'] | null = null
  let s = head + 1
  while (s < count) {
    let from = -1
    if ((flags[s] & OPENS_LINE) !== 0) {
      const sign = signOf(doc, s)
      if (sign === null) {
        if (outer !== 'number' || !numberFollows(doc, s)) break
      } else {
        from = sign.end
        if (sign.kind === outer) {
          parent = head
          inner = null
        } else if (sign.kind !== inner) {
          // The list within hangs on the line before it.
          parent = endsWithColon(doc, s - 1) ? s - 1 : parent
          inner = sign.kind
        }
      }
    }
    listed.set(s, { head, parent, from })
    s++
  }
  return s
}

export const endsWithColon = (doc: Document, sentence: number): boolean =>
  doc.tokens.key[doc.sentences.first[sentence + 1] - 1] === COLON

/** Does a line with a number come soon, before one that opens something else? */
function numberFollows(doc: Document, sentence: number): boolean {
  const { count, flags } = doc.sentences
  let lines = 0
  for (let s = sentence; s < count && lines <= MOST_UNSIGNED; s++) {
    if ((flags[s] & OPENS_LINE) === 0) continue
    if (signOf(doc, s)?.kind === 'number') return true
    lines++
  }
  return false
}

/** The sign that the line begins with: "1.", "2)", "a)", "(3)", "-", "+", "•", "Một là", "Thứ hai". */
function signOf(doc: Document, sentence: number): Sign | null {
  const { key, flags } = doc.tokens
  const from = doc.sentences.first[sentence]
  const stop = doc.sentences.first[sentence + 1]
  const p = key[from] === OPEN ? from + 1 : from
  if (p + 1 >= stop) return null
  if ((flags[p] & (WORD | NUMBER)) === 0)
    return p === from && BULLETS.has(key[p]) ? { kind: 'bullet', end: p + 1 } : null
  if (key[p + 1] === STOP || key[p + 1] === CLOSE || key[p + 1] === SLASH) {
    const number = (flags[p] & NUMBER) !== 0
    return number || lettersOf(doc, p) === 1 ? { kind: number ? 'number' : 'letter', end: p + 2 } : null
  }
  if (isWord(doc, p + 1, 'là') ? COUNTS.has(doc, p) : isWord(doc, p, 'thứ') && COUNTS.has(doc, p + 1))
    return { kind: 'number', end: p + 2 }
  return null
}

const COUNTS = new WordSet('một hai ba bốn năm sáu bảy tám chín mười nhất nhì tư')

/** "-", "+", "*", "•", "●", "▪", "◦", "·", "–", "—" */
const BULLETS = new Set([DASH, 0x2b, 0x2a, 0x2022, 0x25cf, 0x25aa, 0x25e6, 0xb7, 0x2013, 0x2014])
