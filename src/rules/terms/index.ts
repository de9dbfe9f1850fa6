/**
 * Finds terms of office.
 *
 *   years     nhiệm kỳ 2016-2021 · nhiệm kỳ 2011-2016 và 2016-2021 (two) · nhiệm kỳ 2025 - 2030
 *   ordinal   khóa XIV · khoá 12 · nhiệm kỳ thứ hai · nhiệm kỳ 7 · khoá XI, XII (two)
 *   congress  Đại hội XIII · Đại hội Đảng lần thứ 12 · Đại hội đại biểu toàn quốc lần thứ XII
 *
 * Not terms: nhiệm kỳ này, nhiệm kỳ 5 năm, kỳ họp thứ 4, Hội nghị Trung ương 9, khóa 10 Đại học …, giai đoạn 2021-2030.
 */
import type { Document, TermMention } from '../../document.js'
import { BODY, VERB } from '../../lexicon/classes.js'
import { keyOf } from '../../text/characters.js'
import { AMPERSAND, CLOSE, COMMA, DASH, GLUED, NUMBER, OPEN, SLASH, UPPER, WORD } from '../../text/flags.js'
import { isWord, lowerOf, WordSet } from '../words.js'

/** First syllables, asked for at every token. */
const NHIEM = keyOf('nhiệm')
const KHOA = keyOf('khóa')
const DAI = keyOf('đại')

/** Words that show that the number counts something else: "nhiệm kỳ 5 năm", "khóa 10 học viên". */
const COUNTED = new WordSet('năm tháng tuổi ngày người học đại sinh lần')
/** Between "Đại hội" and its number. */
const CONGRESS_WORDS = new WordSet(
  'đảng đại biểu toàn quốc lần thứ của bộ cộng sản việt nam đoàn công đoàn hội tỉnh thành phố trung ương toàn thể đảng nhân dân phụ nữ mặt trận tổ quốc thi đua yêu nước',
)
const ORDINAL_WORDS: Record<string, number> = {
  nhất: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
}

export function findTerms(doc: Document): void {
  const { sentences } = doc
  const { key } = doc.tokens
  for (let s = 0; s < sentences.count; s++) {
    const stop = sentences.first[s + 1]
    for (let i = sentences.first[s]; i < stop; ) {
      const k = key[i]
      const next =
        k === NHIEM
          ? readNhiemKy(doc, i, stop)
          : k === KHOA
            ? readKhoa(doc, i, stop)
            : k === DAI
              ? readCongress(doc, i, stop)
              : -1
      i = next > i ? next : i + 1
    }
  }
}

function push(doc: Document, term: TermMention): void {
  doc.addTerm(term)
  doc.note('terms', term.kind, term)
}

/** "nhiệm kỳ …", from its first token; gives the token after what was read. */
function readNhiemKy(doc: Document, i: number, stop: number): number {
  if (i + 2 >= stop || !isWord(doc, i + 1, 'kỳ')) return -1
  let at = i + 2
  // "nhiệm kỳ Quốc hội 2016-2021", "nhiệm kỳ khóa XIV 2016-2021": the body may stand between.
  const body = doc.marks.endAt(at, BODY)
  if (body > at && body < stop && readYears(doc, body, stop) !== null) at = body
  const years = readYears(doc, at, stop)
  if (years !== null) {
    push(doc, { from: i, to: years.to, kind: 'years', years: years.years, ordinal: null, body: bodyBefore(doc, i) })
    return readMoreYears(doc, years.to, stop)
  }
  let number = at
  if (isWord(doc, at, 'thứ') && at + 1 < stop) number = at + 1
  const ordinal = readOrdinal(doc, number, stop, number > at || isWord(doc, number, 'hai') || isWord(doc, number, 'ba'))
  if (ordinal === null) return at
  if (number + 1 < stop && COUNTED.has(doc, number + 1) && number === at) return at
  push(doc, { from: i, to: number + 1, kind: 'ordinal', years: null, ordinal, body: bodyBefore(doc, i) })
  return readMoreOrdinals(doc, number + 1, stop, 'ordinal')
}

/** "khóa XIV" */
function readKhoa(doc: Document, i: number, stop: number): number {
  if (i > 0 && (isWord(doc, i - 1, 'chìa') || isWord(doc, i - 1, 'ổ'))) return -1
  let number = i + 1
  if (number < stop && isWord(doc, number, 'thứ')) number++
  if (number >= stop) return -1
  // "khóa 2015-2020"
  const years = readYears(doc, number, stop)
  if (years !== null && number === i + 1) {
    push(doc, { from: i, to: years.to, kind: 'years', years: years.years, ordinal: null, body: bodyBefore(doc, i) })
    return readMoreYears(doc, years.to, stop)
  }
  const roman = romanAt(doc, number)
  const ordinal = roman ?? arabicAt(doc, number)
  if (ordinal === null || ordinal < 1 || ordinal > 60) return -1
  if (roman === null && (!termContext(doc, i) || (number + 1 < stop && COUNTED.has(doc, number + 1)))) return -1
  push(doc, { from: i, to: number + 1, kind: 'ordinal', years: null, ordinal, body: bodyBefore(doc, i) })
  // "khóa I (1977-1981)": its years in brackets
  const span = doc.tokens.key[number + 1] === OPEN ? readYears(doc, number + 2, stop) : null
  if (span !== null && doc.tokens.key[span.to] === CLOSE) {
    push(doc, { from: number + 2, to: span.to, kind: 'years', years: span.years, ordinal: null, body: null })
    return span.to
  }
  return readMoreOrdinals(doc, number + 1, stop, 'ordinal')
}

/** "khóa 12" counts when the article speaks of an elected body before it, not of a course of study. */
function termContext(doc: Document, i: number): boolean {
  for (let j = i - 1; j >= 0 && j >= i - 14; j--) {
    const row = doc.marks.rowAt(j, BODY)
    if (row !== null && /^(party|legislature|front|mass-organisation|presidency|government)$/.test(row[1])) return true
    if (isWord(doc, j, 'ương') || isWord(doc, j, 'ủy') || isWord(doc, j, 'hội') || isWord(doc, j, 'luật')) return true
  }
  return i > 0 && doc.tokens.key[i - 1] === 0x28 && /trung ương|hội nghị|đảng/.test(lowerOf(doc, Math.max(0, i - 8), i))
}

/** "Đại hội … XIII" */
function readCongress(doc: Document, i: number, stop: number): number {
  if (i + 2 >= stop || !isWord(doc, i + 1, 'hội')) return -1
  let p = i + 2
  let ordered = false
  while (p < stop && p - i < 18 && romanAt(doc, p) === null && CONGRESS_WORDS.has(doc, p)) {
    if (isWord(doc, p, 'thứ')) ordered = true
    p++
  }
  // "Đại hội đại biểu MTTQ Việt Nam xã Tây Giang lần thứ I": whatever body, as far as "lần thứ" follows without a comma.
  if (p < stop && romanAt(doc, p) === null && !ordered) {
    const order = findOrder(doc, p, Math.min(stop, i + 24))
    if (order > 0 && !NO_CONGRESS.has(doc, i + 2)) {
      p = order
      ordered = true
    }
  }
  if (p >= stop) return i + 2
  const roman = romanAt(doc, p)
  const ordinal =
    roman ??
    (ordered
      ? (arabicAt(doc, p) ?? ordinalWord(doc, p))
      : /đảng/.test(lowerOf(doc, i + 1, p)) || p === i + 2
        ? arabicAt(doc, p)
        : null)
  if (ordinal === null || ordinal < 1 || ordinal > 60) return i + 2
  if (p + 1 < stop && COUNTED.has(doc, p + 1) && roman === null && !ordered) return i + 2
  push(doc, { from: i, to: p + 1, kind: 'congress', years: null, ordinal, body: bodyAt(doc, i + 2, p) })
  return readMoreOrdinals(doc, p + 1, stop, 'congress')
}

/** Congresses of no party or organisation: of sport, of shareholders. */
const NO_CONGRESS = new WordSet('thể cổ đồng thao')

/** The number after the next "lần thứ", or -1. */
function findOrder(doc: Document, from: number, to: number): number {
  for (let j = from; j + 2 < to; j++) {
    if (
      ((doc.tokens.flags[j] & WORD) === 0 && doc.tokens.key[j] !== DASH) ||
      doc.marks.has(j, VERB) ||
      isWord(doc, j, 'cũng') ||
      isWord(doc, j, 'đã') ||
      isWord(doc, j, 'sẽ')
    )
      return -1
    if (isWord(doc, j, 'lần') && isWord(doc, j + 1, 'thứ')) return j + 2
  }
  return -1
}

interface Years {
  years: [number, number]
  to: number
}

/** "2016-2021", "2016 - 2021", "2016 – 2021", "2016 đến 2021", "2016/2021" */
function readYears(doc: Document, i: number, stop: number): Years | null {
  const from = yearAt(doc, i)
  if (from === null || i + 2 >= stop) return null
  const { key } = doc.tokens
  if (key[i + 1] !== DASH && key[i + 1] !== SLASH && !isWord(doc, i + 1, 'đến')) return null
  const to = yearAt(doc, i + 2)
  if (to === null || to <= from || to - from > 12) return null
  return { years: [from, to], to: i + 3 }
}

/** "…, 2016-2021 và 2021-2026": bare ranges right after a term. */
function readMoreYears(doc: Document, i: number, stop: number): number {
  while (i + 3 < stop && isJoin(doc, i)) {
    const years = readYears(doc, i + 1, stop)
    if (years === null) return i
    push(doc, { from: i + 1, to: years.to, kind: 'years', years: years.years, ordinal: null, body: null })
    i = years.to
  }
  return i
}

/** "khóa XI, XII", "lần thứ VII và VIII": each further number is a term of its own. */
function readMoreOrdinals(doc: Document, i: number, stop: number, kind: 'ordinal' | 'congress'): number {
  while (i + 1 < stop && isJoin(doc, i)) {
    const ordinal = romanAt(doc, i + 1)
    if (ordinal === null) return i
    push(doc, { from: i + 1, to: i + 2, kind, years: null, ordinal, body: null })
    i += 2
  }
  return i
}

function isJoin(doc: Document, i: number): boolean {
  return doc.tokens.key[i] === COMMA || doc.tokens.key[i] === AMPERSAND || isWord(doc, i, 'và')
}

function yearAt(doc: Document, i: number): number | null {
  if (i >= doc.tokens.count || (doc.tokens.flags[i] & NUMBER) === 0) return null
  if (doc.tokens.end[i] - doc.tokens.start[i] !== 4) return null
  const year = Number(doc.slice(i, i + 1))
  return year >= 1920 && year <= 2100 ? year : null
}

function readOrdinal(doc: Document, i: number, stop: number, afterThu: boolean): number | null {
  if (i >= stop) return null
  return romanAt(doc, i) ?? arabicAt(doc, i) ?? (afterThu || isWord(doc, i, 'đầu') ? ordinalWord(doc, i) : null)
}

function arabicAt(doc: Document, i: number): number | null {
  if ((doc.tokens.flags[i] & NUMBER) === 0) return null
  const text = doc.slice(i, i + 1)
  if (!/^\d{1,2}$/.test(text)) return null
  // "12/2016" is a date.
  if (i + 1 < doc.tokens.count && doc.tokens.key[i + 1] === SLASH && (doc.tokens.flags[i + 1] & GLUED) !== 0)
    return null
  const n = Number(text)
  return n > 0 ? n : null
}

function ordinalWord(doc: Document, i: number): number | null {
  return (
    ORDINAL_WORDS[
      doc
        .slice(i, i + 1)
        .normalize('NFC')
        .toLowerCase()
    ] ?? null
  )
}

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 }

/** A Roman numeral in capitals, 1 to 89. */
function romanAt(doc: Document, i: number): number | null {
  const { flags, start, end } = doc.tokens
  if (i >= doc.tokens.count || (flags[i] & (WORD | UPPER)) !== (WORD | UPPER) || end[i] - start[i] > 8) return null
  let total = 0
  let before = 0
  for (let k = end[i] - 1; k >= start[i]; k--) {
    const value = ROMAN[doc.text[k]]
    if (value === undefined) return null
    total += value < before ? -value : value
    before = Math.max(before, value)
  }
  return total
}

/** The body right before a term: "đại biểu Quốc hội khóa XIV". */
function bodyBefore(doc: Document, i: number): string | null {
  for (let j = i - 1; j >= 0 && j >= i - 6; j--) if (doc.marks.endAt(j, BODY) === i) return doc.marks.rowAt(j, BODY)![0]
  return null
}

function bodyAt(doc: Document, from: number, to: number): string | null {
  for (let j = from; j < to; j++) if (doc.marks.has(j, BODY)) return doc.marks.rowAt(j, BODY)![0]
  return /đảng/.test(lowerOf(doc, from - 1, to)) ? 'Đảng Cộng sản Việt Nam' : null
}
