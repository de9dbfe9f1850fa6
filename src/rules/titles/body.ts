/**
 * Reads the chain of bodies that a post is in, with the place at its end.
 *
 *   Ban Tổ chức Thành ủy Huế              two named bodies and a place
 *   Sở Văn hóa, Thể thao và Du lịch       an open body: its generic word and a field
 *   Công ty cổ phần Xây dựng Sông Đà 5    an open body: its generic word and a run of capitals, numbers and words of trade
 *   Phòng Cảnh sát giao thông Công an tỉnh Nghệ An
 *
 * A link ends where the next one begins; the chain ends at a comma that is no part of a name, at a person's name, at a
 * further title, and at any word that does not run on inside names of bodies.
 */
import type { BodyPart, Document, PlacePart } from '../../document.js'
import {
  BODY,
  BODY_HEAD,
  BODY_WORD,
  FIELD,
  FOREIGN_NAME,
  HONORIFIC,
  MODIFIER,
  NAME_SYLLABLE,
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
import type { Row } from '../../lexicon/lexicon.js'
import type { BodyKind, Level } from '../../records.js'
import { AMPERSAND, CAPITAL, COMMA, DASH, NUMBER, QUOTE, TONED, UPPER, VIETNAMESE, WORD } from '../../text/flags.js'
import { readName } from '../names/read.js'
import { isWord, lettersOf, lowerOf, WordSet } from '../words.js'
import { readPlace } from './place.js'

/** Generic words of one syllable that stand for a body by themselves: "Giám đốc sở", "bộ trưởng". */
const STANDS_ALONE = new WordSet('sở bộ phòng ban trường cục vụ huyện')

/** Their fields are all in the lexicon: another capital after them is a name. */
const CLOSED = new WordSet('bộ sở')

/** Places one inside the other, at most: thôn, xã, huyện, tỉnh, nước. */
const MOST_PLACES = 8

export interface Chain {
  bodies: BodyPart[]
  place: PlacePart | null
  end: number
}

/** Reads on from token `at`; `start` is where the first body begins, a token earlier where the head shares its word ("Trưởng ban"). */
export function readChain(
  doc: Document,
  start: number,
  at: number,
  stop: number,
  caps: boolean,
  fieldPrefix: string,
  open: boolean,
  duties = false,
): Chain {
  const { marks } = doc
  const chain: Chain = { bodies: [], place: null, end: at }
  let p = at
  // "Trưởng thôn Kon Đào", "Trưởng khóm 3": the word that head and place share is a unit.
  const unitPlace = start < at && marks.has(start, UNIT) ? readPlace(doc, start, stop, true) : null
  if (unitPlace !== null && unitPlace.name !== null) {
    chain.place = unitPlace
    p = unitPlace.to
  } else if (start < at) {
    const first = readSharedBody(doc, start, at, stop, caps)
    if (first !== null) {
      chain.bodies.push(first)
      p = first.to
    }
  } else if (
    fieldPrefix !== '' &&
    p < stop &&
    marks.has(p, FIELD) &&
    ((doc.tokens.flags[p] & CAPITAL) !== 0 || !isVerb(doc, p)) &&
    !(marks.endAt(p, BODY) > marks.endAt(p, FIELD))
  ) {
    // "Bộ trưởng Tài chính": the field alone stands for the ministry.
    const to = extendField(doc, marks.endAt(p, FIELD), stop)
    const canonical = `${fieldPrefix} ${canonicalField(doc, p, to)}`
    const row = doc.lexicon.find(BODY, canonical)
    chain.bodies.push(
      row !== null
        ? partOf(row, p, to)
        : {
            from: p,
            to,
            canonical,
            kind: 'government',
            level: fieldPrefix === 'Bộ' ? 'central' : null,
            successor: null,
            english: null,
          },
    )
    p = to
  }
  if (duties && p === at && start === at && startsDuty(doc, p, stop)) {
    const to = (doc.tokens.flags[p] & CAPITAL) === 0 ? readRun(doc, p, stop, caps, true) : readDuty(doc, p, stop)
    if (to > p) {
      chain.bodies.push({
        from: p,
        to,
        canonical: canonicalField(doc, p, to),
        kind: 'other',
        level: null,
        successor: null,
        english: null,
      })
      p = to
    }
  }
  let places = 0
  for (;;) {
    if (p >= stop) break
    const body =
      chain.place === null || chain.bodies.length === 0 || doc.marks.endAt(p, BODY) > p + 1
        ? readBody(doc, p, stop, caps, open)
        : null
    if (body !== null && chain.bodies.length < 5) {
      chain.bodies.push(body)
      p = body.to
      const joined = readJoinedBody(doc, chain.bodies, p, stop, caps)
      if (joined !== null) p = joined
      continue
    }
    const place = readPlace(doc, p, stop, true, localBody(chain.bodies))
    if (place !== null && !(caps && place.unit === null && place.row?.[1] === 'district')) {
      // "Phó Tổng Giám đốc Saigon Coop", "VN Pharma": a firm's name begins with where it is.
      const firm = duties && p === at && place.unit === null ? readFirm(doc, place.to, stop) : place.to
      if (firm > place.to) {
        const canonical = doc.slice(p, firm)
        chain.bodies.push({
          from: p,
          to: firm,
          canonical,
          kind: 'enterprise',
          level: null,
          successor: null,
          english: null,
        })
        p = firm
        break
      }
      // The innermost place is the post's own: "xã Vinh Thái huyện Phú Vang".
      chain.place ??= place
      p = place.to
      if (++places === MOST_PLACES) break
      continue
    }
    // "Trưởng ban Dân nguyện của Ủy ban Thường vụ Quốc hội"
    if (
      p + 1 < stop &&
      isWord(doc, p, 'của') &&
      (chain.bodies.length > 0
        ? marks.endAt(p + 1, BODY) > p + 3
        : p === at && marks.has(p + 1, BODY) && (doc.tokens.flags[p + 1] & UPPER) !== 0)
    ) {
      p++
      continue
    }
    // "Trung tâm Hô hấp - Bệnh viện Bạch Mai", "Phòng Phân tích kinh tế thuộc Ngân hàng Nhà nước"
    const parent = readParent(doc, chain, p, stop, caps)
    if (parent !== null) {
      chain.bodies.push(parent)
      p = parent.to
      continue
    }
    break
  }
  chain.end = p
  // "Phó Chủ tịch huyện phụ trách nông nghiệp": what the deputy is in charge of.
  if (p + 2 < stop && p > at && isWord(doc, p, 'phụ') && isWord(doc, p + 1, 'trách')) {
    const charge = Math.max(marks.endAt(p + 2, FIELD), marks.endAt(p + 2, BODY_WORD), marks.endAt(p + 2, BODY))
    if (charge > p + 2) chain.end = extendField(doc, charge, stop)
  }
  return chain
}

/** Bodies that are part of another, and those that have such parts. */
const PARTS = /^(Vụ|Cục|Chi cục|Phòng|Trung tâm|Khoa|Viện|Đội|Ban Quản lý)(?= |$)/i
const WHOLES =
  /^(Bộ|Tổng cục|Thanh tra Chính phủ|Ngân hàng Nhà nước|Ủy ban|Sở|Công an|Bệnh viện|Viện|Học viện|Đại học|Trường|Kiểm toán)(?= |$)/i

/** The body that the last one is a part of, behind a dash or "thuộc"; null where a title or another kind of body stands there. */
function readParent(doc: Document, chain: Chain, p: number, stop: number, caps: boolean): BodyPart | null {
  const last = chain.bodies[chain.bodies.length - 1]
  if (last === undefined || chain.bodies.length >= 5 || chain.place !== null || p + 1 >= stop) return null
  if (doc.tokens.key[p] !== DASH && !isWord(doc, p, 'thuộc')) return null
  if (doc.marks.has(p + 1, POSITION) || !PARTS.test(last.canonical)) return null
  const parent = readBody(doc, p + 1, stop, caps, true)
  return parent !== null && WHOLES.test(parent.canonical) ? parent : null
}

/** A verb, not just a word that looks like one ("ngoại giao" has "giao" in it). */
function isVerb(doc: Document, p: number): boolean {
  const use = doc.marks.rowAt(p, VERB)?.[1]
  return use === 'cue' || use === 'report' || use === 'task'
}

/** A field or branch of trade, that is no verb here. */
function startsDuty(doc: Document, p: number, stop: number): boolean {
  if (p >= stop || (doc.tokens.flags[p] & WORD) === 0) return false
  const { marks } = doc
  // "Cố vấn An ninh", "Giám đốc Tuyển sinh và Truyền thông": with a capital only whole words of two syllables, that are no name.
  if (
    (doc.tokens.flags[p] & CAPITAL) !== 0 &&
    (Math.max(marks.endAt(p, FIELD), marks.endAt(p, BODY_WORD)) < p + 2 || readName(doc, p, stop) > p + 1)
  )
    return false
  return (
    (marks.has(p, FIELD) || marks.has(p, BODY_WORD)) &&
    !marks.has(p, VERB) &&
    !marks.has(p, STOP_WORD) &&
    !marks.has(p, STATUS) &&
    !marks.has(p, BODY_HEAD) &&
    !marks.has(p, BODY)
  )
}

/** "An ninh quốc gia", "Tuyển sinh và Truyền thông": fields and words of trade one after the other. */
function readDuty(doc: Document, p: number, stop: number): number {
  const { marks, tokens } = doc
  for (;;) {
    const next = p < stop && (isWord(doc, p, 'và') || tokens.key[p] === AMPERSAND) ? p + 1 : p
    if (next >= stop || ((tokens.flags[next] & CAPITAL) === 0 && isVerb(doc, next))) return p
    if (marks.has(next, POSITION) || marks.has(next, BODY) || marks.has(next, BODY_HEAD)) return p
    const to = Math.max(marks.endAt(next, FIELD), marks.endAt(next, BODY_WORD))
    if (to < 0 || readName(doc, next, stop) > to) return p
    p = to
  }
}

/** Is the last body one of a district or town, so that a district's bare name may follow ("Huyện ủy Triệu Phong")? */
function localBody(bodies: BodyPart[]): boolean {
  const last = bodies[bodies.length - 1]
  return last !== undefined && (last.level === 'district' || /(^| )(Thành|Thị) (ủy|đoàn)$/.test(last.canonical))
}

/** "Văn phòng Đoàn ĐBQH và HĐND tỉnh": an office of two bodies. Gives the end of the second, which is noted in the last part. */
function readJoinedBody(doc: Document, bodies: BodyPart[], p: number, stop: number, caps: boolean): number | null {
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

/** The number of a body: "Trung đoàn 57", "Ban Quản lý dự án 2". Gives the token after it, or `p`. */
function readNumber(doc: Document, p: number, stop: number): number {
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

/** One capital of another language, with no further capital after it that could make it a person's name. */
function readFirm(doc: Document, p: number, stop: number): number {
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

const COUNTED = new WordSet('người năm tuổi tháng đồng tỷ tỉ triệu nghìn lần ngày giờ h phiếu cán cá đại dự')

function partOf(row: Row, from: number, to: number): BodyPart {
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
function readBody(doc: Document, p: number, stop: number, caps: boolean, open: boolean): BodyPart | null {
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
function readSharedBody(doc: Document, start: number, at: number, stop: number, caps: boolean): BodyPart | null {
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

/** A field may be printed in halves: "Kế hoạch" "và Đầu tư". */
function extendField(doc: Document, p: number, stop: number): number {
  const { marks, tokens } = doc
  while (
    p + 1 < stop &&
    (isWord(doc, p, 'và') || tokens.key[p] === COMMA || tokens.key[p] === DASH) &&
    marks.has(p + 1, FIELD) &&
    !marks.has(p + 1, POSITION)
  ) {
    if (tokens.key[p] === COMMA && !fieldListGoesOn(doc, marks.endAt(p + 1, FIELD), stop)) break
    p = marks.endAt(p + 1, FIELD)
  }
  return p
}

/** After a comma and a field: does "và" with one more field, or another comma with one, follow? Else the comma parts two things. */
function fieldListGoesOn(doc: Document, p: number, stop: number): boolean {
  if (p + 1 >= stop) return false
  return (
    (isWord(doc, p, 'và') || doc.tokens.key[p] === COMMA) &&
    doc.marks.has(p + 1, FIELD) &&
    !doc.marks.has(p + 1, POSITION)
  )
}

/** The end of an open body's own name, from the token after its generic words. `shared`: that word was a head's ("Trưởng ban kiểm phiếu"). */
function readRun(doc: Document, from: number, stop: number, caps: boolean, shared: boolean): number {
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
