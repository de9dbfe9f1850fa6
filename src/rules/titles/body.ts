/**
 * Reads one body: named in the lexicon ("Ban Tổ chức Thành ủy"), or open, by its generic words and its own name ("Sở Y tế").
 */
import type { BodyPart, Document } from '../../document.js'
import {
  BODY,
  BODY_HEAD,
  BODY_WORD,
  FIELD,
  FOREIGN_NAME,
  HONORIFIC,
  NAME_SYLLABLE,
  PLACE,
  POSITION,
  SURNAME,
  UNIT,
  VERB,
} from '../../lexicon/classes.js'
import type { Row } from '../../lexicon/lexicon.js'
import type { BodyKind, Level } from '../../records.js'
import { CAPITAL, COMMA, DASH, NUMBER, TONED, UPPER, VIETNAMESE, WORD } from '../../text/flags.js'
import { readName } from '../names/read.js'
import { isWord, lettersOf, lowerOf, WordSet } from '../words.js'
import { readNumber, readRun } from './own-name.js'
import { readPlace } from './place.js'

/** Generic words of one syllable that stand for a body by themselves: "Giám đốc sở", "bộ trưởng". */
const STANDS_ALONE = new WordSet('sở bộ phòng ban trường cục vụ huyện')

/** "Văn phòng Đoàn ĐBQH và HĐND tỉnh": an office of two bodies. Gives the end of the second, which is noted in the last part. */
export function readJoinedBody(
  doc: Document,
  bodies: BodyPart[],
  p: number,
  stop: number,
  caps: boolean,
): number | null {
  if (
    bodies.length < 2 ||
    p + 1 >= stop ||
    !(isWord(doc, p, 'và') || doc.tokens.key[p] === COMMA || doc.tokens.key[p] === DASH)
  )
    return null
  const opener = bodies[bodies.length - 2]
  if (!/^(Văn phòng|Ban Chỉ đạo|Phòng|Ban Thường trực)/i.test(opener.canonical)) return null
  if (!doc.marks.has(p + 1, BODY)) return null
  const second = readBody(doc, p + 1, stop, caps, true)
  if (second === null) return null
  const last = bodies[bodies.length - 1]
  last.canonical += `${doc.tokens.key[p] === COMMA ? ',' : isWord(doc, p, 'và') ? ' và' : ' -'} ${second.canonical}`
  last.to = second.to
  return second.to
}

/** Does the name of a body go on at `p` with a field or a word of trade, and not with a verb ("chỉ đạo", "kiểm tra")? */
function runsOn(doc: Document, p: number, stop: number): boolean {
  if (p >= stop || (doc.tokens.flags[p] & WORD) === 0) return false
  if (!doc.marks.has(p, FIELD) && !doc.marks.has(p, BODY_WORD)) return false
  return (doc.tokens.flags[p] & CAPITAL) !== 0 || !doc.marks.has(p, VERB)
}

/** One capital of another language, with no further capital after it that could make it a person's name. */
export function readFirm(doc: Document, p: number, stop: number): number {
  if (!isLatinCapital(doc, p, stop) || isLatinCapital(doc, p + 1, stop)) return p
  return p + 1
}

function isLatinCapital(doc: Document, p: number, stop: number): boolean {
  const { marks, tokens } = doc
  if (p >= stop || (tokens.flags[p] & (WORD | CAPITAL | VIETNAMESE | TONED)) !== (WORD | CAPITAL)) return false
  return (
    !marks.has(p, NAME_SYLLABLE) &&
    !marks.has(p, SURNAME) &&
    !marks.has(p, PLACE) &&
    !marks.has(p, POSITION) &&
    !marks.has(p, UNIT) &&
    !marks.has(p, BODY) &&
    !marks.has(p, BODY_HEAD) &&
    !marks.has(p, FOREIGN_NAME)
  )
}

export function partOf(row: Row, from: number, to: number): BodyPart {
  return {
    from,
    to,
    canonical: row[0],
    kind: row[1] as BodyKind,
    level: (row[2] || null) as Level | null,
    successor: row[3] || null,
    english: row[4] || null,
  }
}

/** A named body. "Ban Công tác Mặt trận thôn | A Tiêng": a unit at its end is the place's, where a name follows. */
function namedPart(doc: Document, p: number, named: number, stop: number): BodyPart {
  const row = doc.marks.rowAt(p, BODY)!
  const at = named - 1
  const word = named < stop && named - p > 2 && doc.marks.endAt(at, UNIT) === named ? doc.marks.rowAt(at, UNIT)! : null
  // Not "Ngân hàng Nhà | nước", nor the "TT" of "Bộ TT&TT", nor a unit that is in the body's own name ("nông | thôn").
  const unit =
    word !== null &&
    word[1] !== 'country' &&
    !row[0].endsWith(` ${word[0]}`) &&
    lowerOf(doc, at, named) === word[0] &&
    (doc.tokens.flags[named] & (CAPITAL | NUMBER)) !== 0
  return partOf(row, p, unit ? at : named)
}

/** A body that begins at `p`: named in the lexicon, or open. */
export function readBody(doc: Document, p: number, stop: number, caps: boolean, open: boolean): BodyPart | null {
  const { marks } = doc
  const named = marks.endAt(p, BODY)
  let head = open ? marks.endAt(p, BODY_HEAD) : -1
  // "Buôn Ma Thuột" is no "buôn".
  if (head > 0 && marks.endAt(p, PLACE) > head) head = -1
  // "thôn A Tiêng", "xã A Nông": a place, unless the lexicon has a body of that name.
  if (named < 0 && head > 0 && marks.endAt(p, UNIT) === head && readPlace(doc, p, stop, true) !== null) return null
  // "đại biểu Đoàn Thị Thu Lài": a surname.
  if (named < 0 && head === p + 1 && marks.has(p, SURNAME) && isPersonName(doc, p, stop)) return null
  if (named > 0 && named >= head) {
    const part = namedPart(doc, p, named, stop)
    if (part.to < named) return part
    // A named body may be the beginning of a longer, open one ("Cục Cảnh sát" + "hình sự"), and may be numbered ("Sư đoàn 304").
    if (head > 0 && runsOn(doc, named, stop)) {
      const end = readRun(doc, head, stop, caps, false)
      if (end > named && !startsBody(doc, named)) return openPart(doc, p, head, end)
    }
    // "Chủ tịch HĐQT Sadeco", "Viettel Post": the firm's own name after a body of firms.
    const firm = part.kind === 'enterprise' && !caps ? readFirm(doc, named, stop) : named
    if (firm > named) {
      part.canonical += ` ${doc.slice(named, firm)}`
      part.to = firm
      return part
    }
    const numbered = readNumber(doc, named, stop)
    if (numbered > named) {
      part.canonical += ` ${doc.slice(named, numbered)}`
      part.to = numbered
    }
    return part
  }
  if (head > 0) {
    const end = readRun(doc, head, stop, caps, false)
    // "nhận định của điều tra viên ban đầu": the first half of another word
    if (end === head && head === p + 1 && isWord(doc, p, 'ban') && HALVES_OF_BAN.has(doc, head)) return null
    // "báo", "hội", "tổ" in small letters are other words as well: they need a name of their own.
    if (
      end === head &&
      head === p + 1 &&
      (doc.tokens.flags[p] & CAPITAL) === 0 &&
      !STANDS_ALONE.has(doc, p) &&
      readPlace(doc, end, stop, true) === null
    )
      return null
    return openPart(doc, p, head, end)
  }
  // "Tổng Giám đốc EVNCPC Lê Quang Khoát": an acronym that no table knows.
  if (!caps && open && p > 0 && isAcronym(doc, p)) {
    const to = readFirm(doc, p + 1, stop)
    return { from: p, to, canonical: doc.slice(p, to), kind: 'other', level: null, successor: null, english: null }
  }
  return null
}

const HALVES_OF_BAN = new WordSet('đầu hành ngày đêm bố tặng trưa sơ')

function isAcronym(doc: Document, p: number): boolean {
  const { flags } = doc.tokens
  return (
    (flags[p] & (WORD | UPPER)) === (WORD | UPPER) &&
    lettersOf(doc, p) >= 2 &&
    !doc.marks.has(p, UNIT) &&
    !doc.marks.has(p, HONORIFIC) &&
    !doc.marks.has(p, PLACE) &&
    !doc.marks.has(p, SURNAME)
  )
}

/** A full name of three syllables or more, known in names: no body is called so. */
function isPersonName(doc: Document, p: number, stop: number): boolean {
  const end = readName(doc, p, stop)
  if (end < p + 3) return false
  return doc.marks.has(p + 1, NAME_SYLLABLE)
}

/** The body whose generic word is the last word of the head: "Trưởng | ban Tổ chức". */
export function readSharedBody(doc: Document, start: number, at: number, stop: number, caps: boolean): BodyPart | null {
  const { marks } = doc
  const named = marks.endAt(start, BODY)
  if (named > at) {
    const end = readRun(doc, at, stop, caps, false)
    return end > named && !startsBody(doc, named) ? openPart(doc, start, at, end) : namedPart(doc, start, named, stop)
  }
  if (at >= stop) return null
  const end = readRun(doc, at, stop, caps, true)
  if (end > at) return openPart(doc, start, at, end)
  return null
}

const startsBody = (doc: Document, p: number): boolean => doc.marks.has(p, BODY) || doc.marks.has(p, BODY_HEAD)

/** An open body: its generic words up to `headEnd`, its own name up to `end`. */
function openPart(doc: Document, from: number, headEnd: number, end: number): BodyPart {
  const row = doc.marks.rowAt(from, BODY_HEAD)
  // "Trưởng Đoàn thanh tra Bộ Xây dựng": the generic words may be longer than the one that the head shares.
  headEnd = Math.min(Math.max(headEnd, doc.marks.endAt(from, BODY_HEAD)), end)
  const head = row?.[0] ?? doc.slice(from, headEnd)
  const rest = end > headEnd ? canonicalField(doc, headEnd, end) : ''
  const english =
    row?.[3] && rest
      ? fieldEnglish(doc, headEnd, end)
        ? row[3].replace('{}', fieldEnglish(doc, headEnd, end)!)
        : null
      : row?.[3]
        ? row[3].replace(/(?: (?:of|for))? ?\{\}/, '').trim()
        : null
  return {
    from,
    to: end,
    canonical: rest ? `${head} ${rest}` : head,
    kind: (row?.[1] || 'other') as BodyKind,
    level: (row?.[2] || null) as Level | null,
    successor: null,
    english,
  }
}

function fieldEnglish(doc: Document, from: number, to: number): string | null {
  return doc.marks.endAt(from, FIELD) === to ? doc.marks.rowAt(from, FIELD)![1] || null : null
}

/** The field in its official spelling where the lexicon has it whole, else as printed. */
export function canonicalField(doc: Document, from: number, to: number): string {
  if (doc.marks.endAt(from, FIELD) === to) return doc.marks.rowAt(from, FIELD)![0]
  return doc.slice(from, to).normalize('NFC').replace(/\s+/g, ' ')
}
