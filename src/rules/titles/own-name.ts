/**
 * The own name of an open body, behind its generic words: a field, a run of capitals, a number, a person a school is called after.
 *
 *   Sở | Văn hóa, Thể thao và Du lịch
 *   Công ty cổ phần | Xây dựng Sông Đà 5
 *   Trường THPT | Nguyễn Huệ
 */
import type { Document } from '../../document.js'
import {
  BODY,
  BODY_HEAD,
  BODY_WORD,
  FIELD,
  HONORIFIC,
  MODIFIER,
  NOT_NAME,
  PLACE,
  POSITION,
  RANK,
  STATUS,
  STOP_WORD,
  SURNAME,
  UNIT,
  VERB,
} from '../../lexicon/classes.js'
import { AMPERSAND, CAPITAL, COMMA, DASH, NUMBER, QUOTE, UPPER, WORD } from '../../text/flags.js'
import { readName } from '../names/read.js'
import { isWord, lowerOf, WordSet } from '../words.js'
import { readPlace } from './place.js'

/** Their fields are all in the lexicon: another capital after them is a name. */
const CLOSED = new WordSet('bộ sở')

/** The number of a body: "Trung đoàn 57", "Ban Quản lý dự án 2". Gives the token after it, or `p`. */
export function readNumber(doc: Document, p: number, stop: number): number {
  const { flags, start, end, key } = doc.tokens
  if (p >= stop || (flags[p] & NUMBER) === 0 || end[p] - start[p] > 3) return p
  if (
    p + 1 < stop &&
    (COUNTED.has(doc, p + 1) || key[p + 1] === 0x2f || (key[p + 1] === DASH && (flags[p + 2] & NUMBER) !== 0))
  )
    return p
  // "Ban Chỉ huy phòng thủ khu vực 3 - Đăk Tô"
  if (key[p + 1] === DASH && p + 2 < stop && doc.marks.rowAt(p + 2, PLACE)?.[1] === 'district')
    return doc.marks.endAt(p + 2, PLACE)
  return p + 1
}

const COUNTED = new WordSet('người năm tuổi tháng đồng tỷ tỉ triệu nghìn lần ngày giờ h phiếu cán cá đại dự')

/** After a comma and a field: does "và" with one more field, or another comma with one, follow? Else the comma parts two things. */
export function fieldListGoesOn(doc: Document, p: number, stop: number): boolean {
  if (p + 1 >= stop) return false
  return (
    (isWord(doc, p, 'và') || doc.tokens.key[p] === COMMA) &&
    doc.marks.has(p + 1, FIELD) &&
    !doc.marks.has(p + 1, POSITION)
  )
}

/** The end of an open body's own name, from the token after its generic words. `shared`: that word was a head's ("Trưởng ban kiểm phiếu"). */
export function readRun(doc: Document, from: number, stop: number, caps: boolean, shared: boolean): number {
  const { marks, tokens } = doc
  const { flags, key } = tokens
  const school =
    /^(trường|đại học|học viện|bệnh viện|viện|trung tâm|nhà hát|quỹ|thư viện|tạp chí|giải)/.test(
      lowerOf(doc, Math.max(from - 1, 0), from),
    ) || isSchool(doc, from)
  const authority = isAuthority(doc, from)
  let p = from
  while (p < stop && p - from < 24) {
    const f = flags[p]
    const field = marks.endAt(p, FIELD)
    const word = marks.endAt(p, BODY_WORD)
    if ((f & WORD) !== 0) {
      const body = marks.endAt(p, BODY)
      // A further body of its own ends this one: "… Công an tỉnh", "… Bộ Quốc phòng".
      if (
        (p > from || (shared && body > p + 1 && field < body)) &&
        body > p &&
        body >= Math.max(field, word) &&
        !(field === body && !(f & CAPITAL))
      )
        break
      if (
        p > from &&
        marks.has(p, BODY_HEAD) &&
        (f & CAPITAL) !== 0 &&
        marks.endAt(p, BODY_HEAD) >= Math.max(field, word)
      )
        break
      if (marks.endAt(p, POSITION) > p + 1 && marks.endAt(p, POSITION) > Math.max(field, word)) break
      if (marks.endAt(p, RANK) > p + 1) break
      if (marks.has(p, MODIFIER) && (f & CAPITAL) !== 0 && p === from && shared) break
      // "Giám đốc Sở Y tế chỉ đạo các trạm": a verb in small letters after the field of an authority.
      if (p > from && (f & CAPITAL) === 0 && marks.has(p, VERB) && authority && field < 0) break
      if (field > 0 || word > 0) {
        // A capital may open a person's name that begins like a word of trade: "Cao …", "Mai …".
        const longest = Math.max(field, word)
        if ((f & CAPITAL) !== 0 && !caps) {
          const name = readName(doc, p, stop)
          if (name > longest) {
            if (!(school && p === from && !shared)) break
          }
        }
        p = longest
        continue
      }
      if (readPlace(doc, p, stop, true) !== null && !(caps && !marks.has(p, BODY_WORD))) {
        // "Công ty Bảo Lộc Phát": capitals that go on after a place make it part of a firm's name.
        const end = marks.endAt(p, PLACE)
        if (!authority && end > 0 && (isPlainCapital(doc, end, stop) || isLoneSurname(doc, end, stop))) {
          p = end + 1
          continue
        }
        break
      }
      if (caps) break
      if ((f & CAPITAL) !== 0) {
        const firm = marks.endAt(p, NOT_NAME)
        if (firm > 0) {
          p = firm
          continue
        }
        const name = readName(doc, p, stop)
        const own = name > 0 && school ? schoolNameEnd(doc, from, p, name, stop) : -1
        if (name > 0 && own < 0) break
        if (own > 0) {
          p = own
          continue
        }
        // Ministries and departments are called by known fields only.
        if (p === from && CLOSED.has(doc, from - 1)) break
        // "Trưởng ban Hải": a capital that means nothing right after a shared word is a person's given name.
        if (
          p === from &&
          shared &&
          (f & UPPER) === 0 &&
          !(p + 1 < stop && isSecondSyllable(doc, p + 1)) &&
          kindBefore(doc, from) !== 'enterprise'
        )
          break
        p++
        // "Xây lắp", "Nước sạch": of a word of two syllables only the first has a capital.
        if ((f & UPPER) === 0 && p < stop && isSecondSyllable(doc, p)) p++
        continue
      }
      const next = p + 1
      if (
        isWord(doc, p, 'và') &&
        p > from &&
        next < stop &&
        (marks.has(next, FIELD) || (marks.has(next, BODY_WORD) && !marks.has(next, STOP_WORD))) &&
        !marks.has(next, POSITION) &&
        !marks.has(next, BODY)
      ) {
        p = Math.max(marks.endAt(next, FIELD), marks.endAt(next, BODY_WORD))
        continue
      }
      break
    }
    if ((f & NUMBER) !== 0) {
      const number = readNumber(doc, p, stop)
      if (number === p) break
      p = number
      continue
    }
    if (key[p] === DASH || key[p] === AMPERSAND || key[p] === 0x2f) {
      const next = p + 1
      if (next >= stop || p === from) break
      if (marks.endAt(next, POSITION) > next + 1 || marks.has(next, BODY)) break
      const known = Math.max(marks.endAt(next, FIELD), marks.endAt(next, BODY_WORD))
      if (known > 0 && (flags[next] & CAPITAL) !== 0) {
        p = known
        continue
      }
      if (marks.has(next, FIELD)) {
        p = marks.endAt(next, FIELD)
        continue
      }
      if ((flags[next] & CAPITAL) !== 0 && readName(doc, next, stop) < 0 && readPlace(doc, next, stop, true) === null) {
        p = next
        continue
      }
      break
    }
    if (key[p] === COMMA) {
      if (
        p > from &&
        marks.has(p + 1, FIELD) &&
        !marks.has(p + 1, POSITION) &&
        fieldListGoesOn(doc, marks.endAt(p + 1, FIELD), stop)
      ) {
        p = marks.endAt(p + 1, FIELD)
        continue
      }
      break
    }
    if (key[p] === QUOTE && !caps) {
      let close = p + 1
      while (close < stop && close - p <= 7 && key[close] !== QUOTE) close++
      if (close < stop && key[close] === QUOTE && (flags[p + 1] & CAPITAL) !== 0) {
        p = close + 1
        continue
      }
    }
    break
  }
  return p
}

/** Offices of Party, State and army: their names are of fields, not of free words. */
function isAuthority(doc: Document, at: number): boolean {
  const kind = kindBefore(doc, at)
  if (kind === 'other')
    return isWord(doc, at - 1, 'phòng') || isWord(doc, at - 2, 'phòng') || isWord(doc, at - 3, 'phòng')
  return kind === 'government' || kind === 'party' || kind === 'police' || kind === 'army' || kind === 'legislature'
}

/** The kind of the generic words that stand before a token: those of "Công | ty" are a firm's, though "Ty" is an office too. */
function kindBefore(doc: Document, at: number): string | null {
  const { marks } = doc
  for (let i = at - 1; i >= 0 && i >= at - 5; i--) {
    if (!marks.has(i, BODY_HEAD)) continue
    let from = i
    for (let j = i - 1; j >= 0 && j >= i - 3; j--) if (marks.endAt(j, BODY_HEAD) >= marks.endAt(i, BODY_HEAD)) from = j
    return marks.rowAt(from, BODY_HEAD)![1]
  }
  return null
}

/** "Công ty Mỹ Thịnh": a surname with no given name after it. */
const isLoneSurname = (doc: Document, p: number, stop: number): boolean =>
  p < stop &&
  doc.marks.endAt(p, SURNAME) === p + 1 &&
  (doc.tokens.flags[p] & (WORD | CAPITAL | UPPER)) === (WORD | CAPITAL) &&
  (p + 1 >= stop || (doc.tokens.flags[p + 1] & CAPITAL) === 0)

/** A capital that begins neither a name, a title, a body nor a place. */
function isPlainCapital(doc: Document, p: number, stop: number): boolean {
  const { marks, tokens } = doc
  if (p >= stop || (tokens.flags[p] & (WORD | CAPITAL)) !== (WORD | CAPITAL)) return false
  return (
    readName(doc, p, stop) < 0 &&
    !marks.has(p, SURNAME) &&
    !marks.has(p, PLACE) &&
    !marks.has(p, UNIT) &&
    !marks.has(p, POSITION) &&
    !marks.has(p, BODY) &&
    !marks.has(p, BODY_HEAD)
  )
}

function isSecondSyllable(doc: Document, p: number): boolean {
  const { marks, tokens } = doc
  if ((tokens.flags[p] & (WORD | CAPITAL)) !== WORD) return false
  return (
    !marks.has(p, STOP_WORD) &&
    !marks.has(p, VERB) &&
    !marks.has(p, FIELD) &&
    !marks.has(p, BODY_WORD) &&
    !marks.has(p, BODY) &&
    !marks.has(p, BODY_HEAD) &&
    !marks.has(p, STATUS) &&
    !marks.has(p, HONORIFIC) &&
    !marks.has(p, UNIT) &&
    !marks.has(p, POSITION)
  )
}

/** Schools, hospitals and the like are called after persons. */
function isSchool(doc: Document, at: number): boolean {
  const kind = kindBefore(doc, at)
  return kind === 'school' || kind === 'hospital' || kind === 'media'
}

/**
 * Where a school's name ends that is a person's: "Hiệu trưởng trường THPT Nguyễn Huệ | Trần Văn C", "trường THCS Trần Văn Ơn".
 * Right after the kind of school it is the school's, whatever its length; after a name of its own it is the head's, and -1.
 */
function schoolNameEnd(doc: Document, from: number, p: number, name: number, stop: number): number {
  for (let i = from; i < p; i++) if ((doc.tokens.flags[i] & CAPITAL) !== 0 && !KINDS_OF_SCHOOL.has(doc, i)) return -1
  // Two names in a row are read as one long one: the second begins with a surname, two or three syllables in.
  for (const q of [p + 2, p + 3])
    if (q + 2 <= name && doc.marks.has(q, SURNAME) && readName(doc, q, stop) >= q + 2 && name - p >= 4) return q
  return name
}

const KINDS_OF_SCHOOL = new WordSet(
  'thpt thcs th ptth ptdtnt tiểu trung mầm cao đại chuyên mẫu dân phổ học non giáo cơ sở thông đẳng bệnh viện',
)
