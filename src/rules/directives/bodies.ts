/**
 * Bodies and places that can speak or be told to act.
 *
 *   UBND TP Đà Nẵng · lãnh đạo Sở Y tế · Thường trực Tỉnh ủy · tỉnh · Hà Nội · cơ quan chức năng
 */

import type { BodyPart, PlacePart } from '../../document.js'
import { BODY, BODY_HEAD, PLACE, UNIT, VERB } from '../../lexicon/classes.js'
import { CAPITAL, COMMA, NUMBER, PUNCTUATION, WORD } from '../../text/flags.js'
import { readChain } from '../titles/chain.js'
import { readPlace } from '../titles/place.js'
import { isWord, WordSet } from '../words.js'
import { type Actor, PREDICATE, plain, type Stretch } from './actors.js'
import { authorityOfBody, NONE, PUBLIC, rankOfBody, UNRANKED, WEAK } from './authority.js'
import { PhraseSet } from './phrases.js'

/** Words before a body or place that are still the same speaker. */
export const LEADERS = new PhraseSet(
  'lãnh đạo; đại diện lãnh đạo; đại diện; người đứng đầu; tập thể lãnh đạo; ban lãnh đạo; chính quyền; thường trực; ban thường vụ; thường vụ; liên bộ; liên ngành; phía; vị lãnh đạo; các cơ quan; các đơn vị; các đơn vị chuyên môn; các cơ quan chuyên môn; các cơ quan chức năng; các đơn vị chức năng; cơ quan chức năng; đoàn công tác; đoàn kiểm tra; đoàn giám sát; tổ công tác; tập thể',
)
/** Speakers that need no body beside them. */
export const GROUPS = new PhraseSet(
  'cơ quan chức năng; lực lượng chức năng; nhà chức trách; chính quyền; chính quyền địa phương; lãnh đạo; đoàn công tác; đoàn kiểm tra; đoàn giám sát; tổ công tác; trung ương; cấp trên; lãnh đạo cấp trên; ban chỉ đạo; hai nhà lãnh đạo; cơ quan này; ban tổ chức; nhà trường; ban giám hiệu; hội nghị; người đứng đầu; cơ quan chuyên môn; cơ quan quản lý; cơ quan quản lý nhà nước; cơ quan có thẩm quyền; cấp có thẩm quyền; cơ quan y tế; ngành y tế; ngành chức năng; ngành giáo dục; ngành công an; đoàn thanh tra; cơ quan thanh tra; cơ quan kiểm tra; cơ quan công an; cơ quan điều tra; giới chức; nhà cầm quyền; thường trực; cảnh sát; tư lệnh ngành',
)
export const LONE = new PhraseSet(
  'địa phương; bộ; cục; sở; vụ; ủy ban; ban; tổng cục; tỉnh; thành phố; huyện; xã; phường; quận; đơn vị; nước; nước này',
)
const WEAK_GROUPS = new PhraseSet('ban tổ chức; nhà trường; ban giám hiệu')
const STEERING = new PhraseSet('ban chỉ đạo; tiểu ban; tổ công tác; hội đồng; ủy ban quốc gia; ban chỉ huy')
/** No name ends in these verbs: "Cục Quản lý xây dựng | tham mưu văn bản". */
const NO_NAME = new PhraseSet('tham mưu; chủ trì; phối hợp; rà soát; triển khai; báo cáo; đề xuất; hướng dẫn')
/** "đơn vị vừa có văn bản chỉ đạo" */
const PAPERS = new PhraseSet('văn bản; công văn; công điện; thông báo; ban hành văn bản; gửi văn bản; gửi công văn')
/** Uses of verbs by which somebody speaks. */
const SPEAKS = new Set(['cue', 'report', 'tell'])
const LEVELS = new WordSet('trung ương quốc gia tỉnh thành phố cấp')

export function readBody(at: Stretch, i: number): Actor | null {
  const { doc, stop } = at
  const lead = LEADERS.endAt(doc, i, stop)
  const own = readOwnChain(at, i)
  // "Cơ quan quản lý" is known as a speaker, the open body of that word is not.
  if (own !== null && GROUPS.endAt(doc, i, stop) >= own.to) return null
  if (lead > 0 && lead < stop && (own === null || own.to <= lead)) {
    const of = isWord(doc, lead, 'của') ? lead + 1 : lead
    const body = readOwnChain(at, of) ?? readPlaceActor(at, of)
    if (body !== null) {
      // "người đứng đầu Nhà nước"
      const state = isWord(doc, i, 'người') && isWord(doc, body.from, 'nhà') && isWord(doc, body.to - 1, 'nước')
      return { ...body, from: i, kind: 'body', authority: state ? PUBLIC : body.authority }
    }
  }
  return own
}

function readOwnChain(at: Stretch, i: number): Actor | null {
  const { doc, stop } = at
  const { marks, tokens } = doc
  const named = marks.endAt(i, BODY)
  const head = marks.endAt(i, BODY_HEAD)
  if (named < 0 && head < 0) return null
  const capital = (tokens.flags[i] & CAPITAL) !== 0
  const verb = marks.rowAt(i, VERB)?.[1] === 'blocker' ? -1 : marks.endAt(i, VERB)
  if (
    verb >= Math.max(named, head) &&
    !(capital && verb === Math.max(named, head) && (isWord(doc, verb, 'các') || (verb === named && speaksAt(at, verb))))
  )
    return null
  // "sở Tài nguyên", "phòng Kinh tế": a small generic word needs a name after it.
  if (!capital && isWord(doc, i, 'sở') && i > at.first && (isWord(doc, i - 1, 'trụ') || isWord(doc, i - 1, 'cơ')))
    return null
  if (named < 0 && !capital && !(head < stop && (tokens.flags[head] & CAPITAL) !== 0)) return null
  const chain = readChain(doc, i, i, stop, at.caps, '', true)
  if (chain.bodies.length === 0) return null
  let to = trimChain(at, i, named, chain.end)
  if (named < 0 && to <= head && !standsAlone(at, head) && longName(at, i, to) === to) return null
  if (chain.end === to) to = longName(at, i, to)
  if (to < stop && isWord(doc, to, 'này')) to++
  const country = chain.place?.row?.[1] === 'country' && chain.place.row[0] !== 'Việt Nam'
  return {
    from: i,
    to,
    kind: 'body',
    person: null,
    title: null,
    authority: authorityOfBodies(chain.bodies),
    rank: country ? UNRANKED : rankOfBody(chain.bodies, chain.place),
    country,
  }
}

/** "Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ", "Thanh tra các sở": what a name goes on with. */
function longName(at: Stretch, i: number, to: number): number {
  const { doc, stop } = at
  const { flags } = doc.tokens
  if (to >= stop) return to
  if (STEERING.endAt(doc, i, stop) > 0) {
    let about = to
    while (about < stop && about - to < 4 && LEVELS.has(doc, about)) about++
    if (!isWord(doc, about, 'về') && !isWord(doc, about, 'phòng')) return about
    for (let t = about; t < stop && t - to < 18; t++) {
      const use = doc.marks.rowAt(t, VERB)?.[1]
      if (use === 'cue' || use === 'report' || use === 'tell' || PREDICATE.has(doc, t))
        return (flags[t - 1] & PUNCTUATION) !== 0 ? to : t
      if ((flags[t] & PUNCTUATION) !== 0 && doc.tokens.key[t] !== COMMA) break
    }
    return about
  }
  if (isWord(doc, to, 'các') && to + 1 < stop) {
    const of = Math.max(doc.marks.endAt(to + 1, UNIT), doc.marks.endAt(to + 1, BODY_HEAD))
    if (of > 0) return of
  }
  return to
}

/** Words of trade run on inside names of bodies; a verb that begins among them ends the name. */
function trimChain(at: Stretch, i: number, named: number, end: number): number {
  const { marks, tokens } = at.doc
  const small = (t: number): boolean => (tokens.flags[t] & (WORD | CAPITAL)) === WORD
  for (let t = Math.max(i + 1, named); t < end; t++) {
    const verb = small(t) ? marks.endAt(t, VERB) : -1
    if (verb > end || (verb === end && NO_NAME.endAt(at.doc, t, end) === end)) return t
  }
  if (named > i && named < end && end - named <= 2 && small(named))
    for (let t = named; t < end; t++) if (marks.has(t, VERB)) return named
  return end
}

export function readPlaceActor(at: Stretch, i: number): Actor | null {
  const { doc, stop } = at
  if (!doc.marks.has(i, UNIT) && !doc.marks.has(i, PLACE)) return null
  const place = readPlace(doc, i, stop, true)
  if (place === null) return null
  // "TT", "P" alone are no place.
  if (
    place.name === null &&
    doc.tokens.end[place.to - 1] - doc.tokens.start[i] <= 2 &&
    !isWord(doc, i, 'xã') &&
    !isWord(doc, i, 'tp')
  )
    return null
  if (place.name === null && (doc.marks.endAt(i, VERB) >= place.to || !standsAlone(at, place.to))) return null
  // "Thùy Anh", "Dư Ý": the end of a name.
  if (place.unit === null && i > at.first && isCapital(at, i - 1) && isCapital(at, i)) return null
  if (place.row?.[1] === 'region' && place.unit === null) return null
  const country = place.row?.[1] === 'country'
  if (place.name === null && place.unit?.[0] === 'khu vực') return null
  let to = place.to
  if (to < stop && isWord(doc, to, 'này')) to++
  return {
    from: i,
    to,
    kind: 'place',
    person: null,
    title: null,
    authority: PUBLIC,
    rank: rankOfPlace(place),
    country,
  }
}

function isCapital(at: Stretch, i: number): boolean {
  const { flags } = at.doc.tokens
  if (i === at.first || at.caps) return false
  return (flags[i] & (WORD | CAPITAL)) === (WORD | CAPITAL) && (flags[i - 1] & PUNCTUATION) === 0
}

/** A generic word without a name stands for one body or place where a predicate follows. */
function standsAlone(at: Stretch, next: number): boolean {
  const { doc, stop } = at
  return (
    next >= stop ||
    doc.marks.has(next, VERB) ||
    PREDICATE.has(doc, next) ||
    (doc.tokens.flags[next] & PUNCTUATION) !== 0
  )
}

/** "Thanh tra (cũng) kiến nghị", "Kiểm toán yêu cầu": a verb of saying after a word that is the body or its work. */
function speaksAt(at: Stretch, next: number): boolean {
  const { doc, stop } = at
  let p = next
  while (p < stop && p - next < 4 && PREDICATE.has(doc, p)) p++
  const row = p < stop ? doc.marks.rowAt(p, VERB) : null
  return row != null && (SPEAKS.has(row[1]) || isWord(doc, p, 'kiến'))
}

/** "địa phương đã chỉ đạo", "cục khuyến cáo": a small generic word as the subject of a verb that directs or tells. */
function readLone(at: Stretch, i: number): Actor | null {
  const { doc, stop } = at
  const to = LONE.endAt(doc, i, stop)
  if (to < 0 || to >= stop) return null
  const before = i - 1
  // "13 địa phương đề nghị", but "4 nước này yêu cầu"
  const counted = before >= at.first && ((doc.tokens.flags[before] & NUMBER) !== 0 || isWord(doc, before, 'nhiều'))
  if (counted !== isWord(doc, i, 'nước')) return null
  if (
    before >= at.first &&
    !counted &&
    (doc.tokens.flags[before] & WORD) !== 0 &&
    !doc.marks.has(before, VERB) &&
    doc.marks.endAt(before - 1, VERB) !== i &&
    !isWord(doc, before, 'rằng')
  )
    return null
  let p = to
  while (p < stop && p - to < 4 && PREDICATE.has(doc, p)) p++
  const paper = PAPERS.endAt(doc, p, stop)
  if (paper > 0) p = paper
  const use = doc.marks.rowAt(p, VERB)?.[1]
  return SPEAKS.has(use ?? '') ? { ...plain('body', i, to, PUBLIC), country: isWord(doc, i, 'nước') } : null
}

export function readGroup(at: Stretch, i: number): Actor | null {
  const { doc, stop } = at
  const to = GROUPS.endAt(doc, i, stop)
  if (to < 0) return readLone(at, i)
  if (
    isWord(doc, i, 'lãnh') &&
    to === i + 2 &&
    !(to < stop && (PREDICATE.has(doc, to) || (doc.marks.has(to, VERB) && (doc.tokens.flags[to] & PUNCTUATION) === 0)))
  )
    return null
  let end = to < stop && isWord(doc, to, 'này') ? to + 1 : to
  // "người đứng đầu ngành tư pháp Israel", "tư lệnh ngành giao thông": up to its verb.
  if (isWord(doc, i, 'người') || isWord(doc, i, 'tư')) {
    // "người đứng đầu ngành văn hóa, thể thao và du lịch"
    const field = isWord(doc, end, 'ngành')
    let p = end
    while (
      p < stop &&
      p - end < 12 &&
      ((doc.tokens.flags[p] & WORD) !== 0 || (field && doc.tokens.key[p] === COMMA)) &&
      !doc.marks.has(p, VERB) &&
      !PREDICATE.has(doc, p)
    )
      p++
    if (p < stop && (doc.marks.has(p, VERB) || PREDICATE.has(doc, p) || doc.tokens.key[p] === COMMA)) end = p
  }
  return plain('body', i, end, WEAK_GROUPS.endAt(doc, i, stop) === to ? WEAK : PUBLIC)
}

const authorityOfBodies = (bodies: BodyPart[]): number =>
  bodies.reduce((most, b) => Math.max(most, authorityOfBody(b)), NONE)

function rankOfPlace(place: PlacePart): number {
  const kind = place.row?.[1] ?? place.unit?.[2] ?? ''
  return kind === 'province' ? 5 : kind === 'district' ? 3 : kind === 'commune' ? 2 : UNRANKED
}
