/**
 * Reads by when a task is to be done.
 *
 *   trước ngày 31/1 · chậm nhất là ngày 20/12/2025 · trước 17h ngày 5/9     a day
 *   trong tháng 12 · đến hết tháng 6/2026                                   a month
 *   trong quý II/2026 · trong quý 3 năm 2017                                a quarter
 *   đến hết năm 2025                                                        a year
 *   trong tuần này · hằng tháng · trong vòng một tuần · trước Tết           a deadline without a date
 *
 * A date without a year takes the article's, by the caller's word or by a dateline ("Ngày 28/7/2026, …"); else it has none.
 */
import type { DeadlineMention, Document } from '../../document.js'
import { DASH, LINE_START, NUMBER, SLASH, UPPER, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { PhraseSet } from './phrases.js'

const BEFORE = new PhraseSet(
  'trước; chậm nhất; chậm nhất là; chậm nhất vào; chậm nhất trong; chậm nhất đến; muộn nhất; muộn nhất là; muộn nhất vào; không muộn hơn; không quá; xong trước; ngay trước; từ nay đến; từ nay đến hết; từ nay tới; đến; đến hết; tới hết; cho đến hết; đến trước; đến cuối; hết; trong; ngay trong; trong vòng; ngay sau; trong thời gian; trong thời hạn; trong khoảng thời gian; trong tối đa',
)
const REGULAR = new PhraseSet(
  'hằng ngày; hằng tuần; hằng tháng; hằng quý; hằng năm; hàng ngày; hàng tuần; hàng tháng; hàng quý; hàng năm',
)
const RELATIVE = new PhraseSet(
  'tuần này; tuần tới; tuần sau; tháng này; tháng tới; tháng sau; quý này; quý tới; năm nay; năm này; năm tới; năm sau; hôm nay; ngày hôm nay; ngày mai; ngày; đêm nay; sáng nay; chiều nay; tối nay; sáng mai; cuối tuần; cuối tuần này; cuối tháng; cuối tháng này; cuối năm; cuối năm nay; đầu năm; đầu năm tới; năm học mới; năm học này; mùa mưa; mùa mưa bão; mùa lũ; tuần; tháng; quý; năm; giữa năm; 6 tháng đầu năm',
)
/** Feasts, with the words that may follow. */
const FEASTS = new PhraseSet('Tết; Tết Nguyên đán; dịp Tết; kỳ nghỉ Tết; giao thừa; rằm; Quốc khánh; khai giảng')
const FEAST_TAILS = new WordSet(
  'nguyên đán âm lịch dương canh tân nhâm quý giáp ất bính đinh mậu kỷ tý sửu dần mão thìn tỵ ngọ mùi thân dậu tuất hợi',
)
/** Last words before a count of days. */
const INSIDE = new WordSet('trong vòng gian hạn đa')
const COUNTS = new WordSet('một hai ba bốn năm sáu bảy tám chín mười vài')
const SPANS = new WordSet('tuần ngày tháng năm giờ quý phút tiếng')
const DAY_WORDS = new WordSet('ngày sáng chiều tối trưa đêm hôm')
const MONTHS: Record<string, number> = {
  giêng: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  chạp: 12,
}
const ROMAN: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4 }

/** The first deadline that begins in a stretch of tokens, or null. */
export function findDeadline(doc: Document, from: number, to: number, year: number | null): DeadlineMention | null {
  for (let i = from; i < to; i++) {
    if ((doc.tokens.flags[i] & WORD) === 0) continue
    const found = readDeadline(doc, i, to, year)
    if (found !== null) return found
  }
  return null
}

/** The deadline that begins at token `i`, or null. */
export function readDeadline(doc: Document, i: number, to: number, year: number | null): DeadlineMention | null {
  const regular = REGULAR.endAt(doc, i, to)
  if (regular > 0) return { from: i, to: regular, date: null }
  const at = BEFORE.endAt(doc, i, to)
  if (at < 0 || at >= to) return null
  const inside = INSIDE.has(doc, at - 1)
  const counted = readCount(doc, at, to)
  if (counted > 0 && (inside || isWord(doc, at - 1, 'quá'))) return { from: i, to: counted, date: null }
  const dated = readWhen(
    doc,
    at,
    to,
    year,
    isWord(doc, at - 1, 'trước') || isWord(doc, at - 1, 'nhất') || isWord(doc, at - 1, 'là'),
  )
  if (dated !== null) return { from: i, to: dated.to, date: dated.date }
  const relative = RELATIVE.endAt(doc, at, to)
  if (relative > 0 && relativeCounts(doc, i, at, relative, to)) return { from: i, to: relative, date: null }
  if (isWord(doc, at - 1, 'trước') || isWord(doc, at - 1, 'nhất')) {
    let feast = FEASTS.endAt(doc, at, to)
    if (feast > 0) {
      while (feast < to && FEAST_TAILS.has(doc, feast)) feast++
      return { from: i, to: feast, date: null }
    }
  }
  return null
}

/** "trong năm" alone and "đến ngày" without a number are no deadlines; "trong tuần", "trong ngày" and "hết năm" are. */
function relativeCounts(doc: Document, from: number, at: number, end: number, to: number): boolean {
  const one = end - at === 1
  if (!one) return !isWord(doc, from, 'ngay') || isWord(doc, from + 1, 'trong') || isWord(doc, from + 1, 'trước')
  if (end < to && (doc.tokens.flags[end] & NUMBER) !== 0) return false
  if (isWord(doc, at - 1, 'trong'))
    return !isWord(doc, at, 'năm') && (end >= to || (doc.tokens.flags[end] & WORD) === 0)
  return isWord(doc, at - 1, 'hết') && (isWord(doc, at, 'năm') || isWord(doc, at, 'tháng') || isWord(doc, at, 'quý'))
}

/** "một tuần", "24 giờ", "10 ngày tới" */
function readCount(doc: Document, i: number, to: number): number {
  if (i + 1 >= to) return -1
  if ((doc.tokens.flags[i] & NUMBER) === 0 && !COUNTS.has(doc, i)) return -1
  let p = i + 1
  if (!SPANS.has(doc, p)) return -1
  // "trong 24 giờ", but "trước 10 giờ ngày 18/3" is a day.
  p++
  if (p < to && (isWord(doc, p, 'tới') || isWord(doc, p, 'này') || isWord(doc, p, 'nữa'))) p++
  return p
}

interface When {
  date: string | null
  to: number
}

function readWhen(doc: Document, i: number, to: number, year: number | null, bareDay: boolean): When | null {
  let p = i
  const hour = readHour(doc, p, to)
  if (hour > 0) {
    p = hour
    if (p < to && (isWord(doc, p, 'sáng') || isWord(doc, p, 'chiều') || isWord(doc, p, 'tối'))) p++
  }
  let named = false
  while (p < to && p - i < 6 && DAY_WORDS.has(doc, p)) {
    named = true
    p++
  }
  if (p >= to) return null
  if (named || hour > 0 || bareDay) {
    const day = readDay(doc, p, to, year)
    if (day !== null) return day
  }
  if (named) return null
  if (isWord(doc, p, 'cuối') || isWord(doc, p, 'đầu') || isWord(doc, p, 'hết')) p++
  if (isWord(doc, p, 'tháng')) return readMonth(doc, p + 1, to, year)
  if (isWord(doc, p, 'quý')) return readQuarter(doc, p + 1, to, year)
  if (isWord(doc, p, 'năm')) {
    const y = yearAt(doc, p + 1, to)
    return y === null ? null : { date: String(y), to: p + 2 }
  }
  return null
}

/** "17h", "17h30", "10 giờ", "0 giờ" */
function readHour(doc: Document, i: number, to: number): number {
  if (i + 1 >= to || (doc.tokens.flags[i] & NUMBER) === 0) return -1
  if (!isWord(doc, i + 1, 'h') && !isWord(doc, i + 1, 'giờ')) return -1
  let p = i + 2
  if (p < to && (doc.tokens.flags[p] & NUMBER) !== 0 && isWord(doc, i + 1, 'h')) p++
  return p
}

/** "5/9", "31/1/2026", "8-6-2026", "30 tháng 4 năm 2026" */
function readDay(doc: Document, i: number, to: number, year: number | null): When | null {
  const joined = joinedDate(doc, i)
  if (joined !== null) return { date: joined, to: i + 1 }
  const day = numberAt(doc, i, to, 31)
  if (day === null || i + 2 >= to) return null
  const { key } = doc.tokens
  const slash = key[i + 1] === SLASH || key[i + 1] === DASH
  if (!slash && !isWord(doc, i + 1, 'tháng')) return null
  const month = numberAt(doc, i + 2, to, 12)
  if (month === null) return null
  let p = i + 3
  let y = year
  if (slash && p + 1 < to && key[p] === key[i + 1]) {
    const printed = yearAt(doc, p + 1, to)
    if (printed !== null) {
      y = printed
      p += 2
    }
  } else if (p + 1 < to && (isWord(doc, p, 'năm') || key[p] === SLASH)) {
    const printed = yearAt(doc, p + 1, to)
    if (printed !== null) {
      y = printed
      p += 2
    }
  }
  return { date: y === null ? null : iso(y, month, day), to: p }
}

/** "31.1.2026" is one token. */
function joinedDate(doc: Document, i: number): string | null {
  const length = doc.tokens.end[i] - doc.tokens.start[i]
  if ((doc.tokens.flags[i] & NUMBER) === 0 || length < 8 || length > 10) return null
  const parts = doc
    .slice(i, i + 1)
    .split('.')
    .map(Number)
  if (parts.length !== 3 || parts[0] > 31 || parts[1] > 12 || parts[2] < 1900 || !(parts[0] > 0 && parts[1] > 0))
    return null
  return iso(parts[2], parts[1], parts[0])
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))
const iso = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`

/** After "tháng": "12", "6/2019", "3 năm 2026", "Tám", "này" */
function readMonth(doc: Document, i: number, to: number, year: number | null): When | null {
  if (i >= to) return null
  const month =
    numberAt(doc, i, to, 12) ??
    ((doc.tokens.flags[i] & WORD) !== 0
      ? (MONTHS[
          doc
            .slice(i, i + 1)
            .normalize('NFC')
            .toLowerCase()
        ] ?? null)
      : null)
  if (month === null) return null
  const y = yearAfter(doc, i + 1, to)
  const of = y?.year ?? year
  return { date: of === null ? null : `${of}-${two(month)}`, to: y?.to ?? i + 1 }
}

/** After "quý": "II/2026", "3 năm 2017", "IV" */
function readQuarter(doc: Document, i: number, to: number, year: number | null): When | null {
  if (i >= to) return null
  const roman = (doc.tokens.flags[i] & UPPER) !== 0 ? ROMAN[doc.slice(i, i + 1)] : undefined
  const quarter = roman ?? numberAt(doc, i, to, 4)
  if (quarter === null) return null
  let p = i + 1
  // "quý 2-3 năm 2018" ends with the later one.
  let last = quarter
  if (p + 1 < to && doc.tokens.key[p] === DASH) {
    const next = numberAt(doc, p + 1, to, 4) ?? ROMAN[doc.slice(p + 1, p + 2)] ?? null
    if (next !== null) {
      last = next
      p += 2
    }
  }
  const y = yearAfter(doc, p, to)
  const of = y?.year ?? year
  return { date: of === null ? null : `${of}-Q${last}`, to: y?.to ?? p }
}

/** "/2026", "-2026", "năm 2026" */
function yearAfter(doc: Document, i: number, to: number): { year: number; to: number } | null {
  if (i + 1 >= to) return null
  const { key } = doc.tokens
  if (key[i] !== SLASH && key[i] !== DASH && !isWord(doc, i, 'năm')) return null
  const year = yearAt(doc, i + 1, to)
  return year === null ? null : { year, to: i + 2 }
}

function numberAt(doc: Document, i: number, to: number, most: number): number | null {
  if (i >= to || (doc.tokens.flags[i] & NUMBER) === 0 || doc.tokens.end[i] - doc.tokens.start[i] > 2) return null
  const n = Number(doc.slice(i, i + 1))
  return n >= 1 && n <= most ? n : null
}

function yearAt(doc: Document, i: number, to: number): number | null {
  if (i >= to || (doc.tokens.flags[i] & NUMBER) === 0 || doc.tokens.end[i] - doc.tokens.start[i] !== 4) return null
  const n = Number(doc.slice(i, i + 1))
  return n >= 1900 && n <= 2100 ? n : null
}

/** Sentences at the head of an article in which a dateline may stand. */
const DATELINES = 8

/** The year of the article: the caller's, else that of the first sentence that opens with a full date. */
export function yearOf(doc: Document): number | null {
  if (doc.context.date !== null) {
    const year = Number(doc.context.date.slice(0, 4))
    if (year >= 1900) return year
  }
  const { sentences, tokens } = doc
  for (let s = 0; s < sentences.count && s < DATELINES; s++) {
    const first = sentences.first[s]
    const stop = sentences.first[s + 1]
    for (let i = first; i < stop && i - first < 5; i++) {
      if ((tokens.flags[i] & LINE_START) !== 0 && i > first) break
      if ((tokens.flags[i] & NUMBER) === 0) continue
      const day = readDay(doc, i, stop, null)
      if (day?.date) return Number(day.date.slice(0, 4))
      break
    }
  }
  return null
}
