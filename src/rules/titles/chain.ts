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
import { BODY, BODY_HEAD, BODY_WORD, FIELD, POSITION, STATUS, STOP_WORD, UNIT, VERB } from '../../lexicon/classes.js'
import { AMPERSAND, CAPITAL, COMMA, DASH, UPPER, WORD } from '../../text/flags.js'
import { readName } from '../names/read.js'
import { isWord } from '../words.js'
import { canonicalField, partOf, readBody, readFirm, readJoinedBody, readSharedBody } from './body.js'
import { fieldListGoesOn, readRun } from './own-name.js'
import { readPlace } from './place.js'

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
