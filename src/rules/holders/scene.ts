/** The titles and names of one sentence in order, and what stands between them. */
import type { Document, Name, Title } from '../../document.js'
import { BODY, STATUS } from '../../lexicon/classes.js'
import { CLOSE, COLON, COMMA, DASH, NUMBER, OPEN, SEMICOLON, WORD } from '../../text/flags.js'
import { readPlace } from '../titles/place.js'
import { isWord } from '../words.js'
import { Memo } from './memo.js'

export type Item = { title: Title; name: null } | { title: null; name: Name }

export interface Scene {
  sentence: number
  first: number
  stop: number
  items: Item[]
  memo: Memo
}

/** What stands between two items. */
export type Gap = 'adjacent' | 'comma' | 'dash' | 'colon' | 'semicolon' | 'open' | 'plus' | 'and' | 'with' | 'other'

export const fromOf = (item: Item): number => (item.title !== null ? item.title.outer : item.name.outer)
export const toOf = (item: Item): number => (item.title !== null ? item.title.to : item.name.to)

export function* scenes(doc: Document): Generator<Scene> {
  const { sentences, titles, names } = doc
  let t = 0
  let n = 0
  for (let s = 0; s < sentences.count; s++) {
    const stop = sentences.first[s + 1]
    const items: Item[] = []
    for (;;) {
      const title = t < titles.length && titles[t].from < stop ? titles[t] : null
      const name = n < names.length && names[n].from < stop ? names[n] : null
      if (title === null && name === null) break
      if (name === null || (title !== null && title.from < name.from)) {
        items.push({ title: title!, name: null })
        t++
      } else {
        items.push({ title: null, name })
        n++
      }
    }
    if (items.length > 0) {
      const first = sentences.first[s]
      yield { sentence: s, first, stop, items, memo: new Memo(doc, items, first, stop) }
    }
  }
}

/** Passes over what may follow a title or name without parting it from what comes next: a term, "(58 tuổi)", ", 58 tuổi". */
export function skipAsides(doc: Document, p: number, stop: number): number {
  const { key, flags } = doc.tokens
  for (;;) {
    const term = doc.termAt.get(p)
    if (term !== undefined) {
      p = term.to
      continue
    }
    if (p < stop && key[p] === OPEN) {
      let close = p + 1
      let holdsTitle = false
      while (close < stop && close - p <= 14 && key[close] !== CLOSE) {
        holdsTitle ||= doc.titleAt.has(close) || doc.nameAt.has(close)
        close++
      }
      if (close < stop && key[close] === CLOSE && !holdsTitle) {
        p = close + 1
        continue
      }
    }
    if (p + 2 < stop && key[p] === COMMA && (flags[p + 1] & NUMBER) !== 0 && isWord(doc, p + 2, 'tuổi')) {
      p += 3
      continue
    }
    if (p + 2 < stop && key[p] === COMMA && isWord(doc, p + 1, 'sn') && (flags[p + 2] & NUMBER) !== 0) {
      p += 3
      continue
    }
    if (
      p + 3 < stop &&
      key[p] === COMMA &&
      isWord(doc, p + 1, 'sinh') &&
      isWord(doc, p + 2, 'năm') &&
      (flags[p + 3] & NUMBER) !== 0
    ) {
      p += 4
      continue
    }
    // "…, Bộ Công an, Phó Chủ tịch …", "…, tỉnh Quảng Ninh, …": what the post belongs to or where it is, between commas
    if (p + 2 < stop && key[p] === COMMA) {
      const end = outerEnd(doc, p + 1, stop)
      if (
        end > 0 &&
        end < stop &&
        (key[end] === COMMA || key[end] === DASH || key[end] === SEMICOLON) &&
        (flags[end] & (WORD | NUMBER)) === 0
      ) {
        p = end
        continue
      }
    }
    // "Tổng thống Mỹ sắp mãn nhiệm Barack Obama"
    if (p < stop && doc.marks.has(p, STATUS) && doc.marks.rowAt(p, STATUS)![2].includes('after')) {
      p = doc.marks.endAt(p, STATUS)
      continue
    }
    // "huyện này", "tỉnh đó"
    if (p < stop && (isWord(doc, p, 'này') || isWord(doc, p, 'đó'))) {
      p++
      continue
    }
    return p
  }
}

/** The end of a body or place that begins at `p`, or -1. */
function outerEnd(doc: Document, p: number, stop: number): number {
  const body = doc.marks.endAt(p, BODY)
  if (body > p + 1) return body
  const place = readPlace(doc, p, stop, true)
  return place !== null && place.name !== null ? place.to : -1
}

/** What stands between item `a` and item `b` of a sentence. */
export function gapBetween(doc: Document, a: Item, b: Item, stop: number): Gap {
  return gapOf(doc, skipAsides(doc, toOf(a), stop), fromOf(b))
}

/** Tokens from a bracket to the title in it: "(46 tuổi, ngụ quận 3, Giám đốc". */
const MOST_FACTS = 16

/** "(46 tuổi, Giám đốc …", "(SN 1979, trú xã Vũ Quý, nguyên Chủ tịch …": what opens the bracket is the person's age, what follows the person's too. */
function opensWithAge(doc: Document, p: number, to: number): boolean {
  const { key, flags } = doc.tokens
  if (to - p > MOST_FACTS || (key[to - 1] !== COMMA && key[to - 1] !== DASH && key[to - 1] !== SEMICOLON)) return false
  if ((flags[p] & NUMBER) === 0 && !isWord(doc, p, 'sn') && !isWord(doc, p, 'sinh')) return false
  for (let j = p; j < to; j++) if (key[j] === CLOSE || key[j] === OPEN) return false
  return true
}

export function gapOf(doc: Document, p: number, to: number): Gap {
  const { key } = doc.tokens
  if (p >= to) return 'adjacent'
  let first: Gap | null = null
  if (key[p] === COMMA) first = 'comma'
  else if (key[p] === DASH) first = 'dash'
  else if (key[p] === COLON) first = 'colon'
  else if (key[p] === SEMICOLON) first = 'semicolon'
  else if (key[p] === OPEN) first = 'open'
  if (first !== null) {
    p++
    if (p >= to || (first === 'open' && opensWithAge(doc, p, to))) return first
  }
  // "Vụ phó, rồi Vụ trưởng", "sau đó là Giám đốc"
  if ((isWord(doc, p, 'rồi') && to - p <= 2) || (isWord(doc, p, 'sau') && isWord(doc, p + 1, 'đó') && to - p <= 3))
    return 'plus'
  if (isWord(doc, p, 'kiêm') || isWord(doc, p, 'đồng') || (isWord(doc, p, 'và') && isWord(doc, p + 1, 'là'))) {
    if (
      to - p <= 5 &&
      (doc.tokens.flags[to - 1] & WORD) !== 0 &&
      (isWord(doc, p, 'kiêm') || isWord(doc, p, 'và') || isWord(doc, p + 1, 'thời'))
    )
      return 'plus'
  }
  // "từ thiếu tướng lên trung tướng"
  if (to - p === 1 && isWord(doc, p, 'lên')) return 'plus'
  if (to - p === 1 && (isWord(doc, p, 'và') || isWord(doc, p, 'hay'))) return 'and'
  // "James Rockas, một phát ngôn viên của bộ": one of several, but this one.
  if (to - p === 1 && first !== null && isWord(doc, p, 'một')) return first
  if (isWord(doc, p, 'cùng') && (to - p === 1 || (to - p === 2 && isWord(doc, p + 1, 'với')))) return 'with'
  if (to - p === 1 && isWord(doc, p, 'với')) return 'with'
  return 'other'
}
