/**
 * Finds names: full Vietnamese names wherever they stand; any name right after a title or a word of address.
 *
 *   Nguyễn Thị Kim Ngân · Thủ tướng Nguyễn Xuân Phúc · ông Thăng · Tổng thống Trump · GS.TS Phùng Xuân Nhạ
 */
import type { Document, Name, Title } from '../../document.js'
import {
  BODY,
  BODY_HEAD,
  FIELD,
  FOREIGN_NAME,
  HONORIFIC,
  PLACE,
  POSITION,
  STATUS,
  STOP_WORD,
  SURNAME,
  UNIT,
} from '../../lexicon/classes.js'
import {
  CAPITAL,
  CLOSE,
  COMMA,
  DASH,
  GLUED,
  NUMBER,
  OPEN,
  PUNCTUATION,
  TONED,
  VIETNAMESE,
  WORD,
} from '../../text/flags.js'
import { ALL_CAPS } from '../../text/sentences.js'
import { readPlace } from '../titles/place.js'
import { isWord, WordSet } from '../words.js'
import { isDoubtful, isForeignWord, looksForeign, readAnyName, readName } from './read.js'

/** Classes of which a form has to begin at a word for it to be looked at. */
const MATTERS = (1 << HONORIFIC) | (1 << SURNAME) | (1 << BODY) | (1 << PLACE) | (1 << UNIT)

export function findNames(doc: Document): void {
  const { sentences, marks, tokens, titles } = doc
  const names: Name[] = []
  const doubtful = new Set<Name>()
  const { flags } = tokens
  let t = 0
  for (let s = 0; s < sentences.count; s++) {
    const first = sentences.first[s]
    const stop = sentences.first[s + 1]
    const caps = (sentences.flags[s] & ALL_CAPS) !== 0
    let afterTitle = false
    for (let i = first; i < stop; ) {
      while (t < titles.length && titles[t].to <= i) t++
      if (t < titles.length && titles[t].from <= i) {
        i = titles[t].to
        // "người phát ngôn Điện Kremlin (Nga) Dmitry Peskov"
        const aside = afterAside(doc, i, stop)
        if (aside > i && marks.has(i + 1, PLACE)) i = aside
        // "Tổng thống Mỹ sắp mãn nhiệm Barack Obama"
        if (marks.has(i, STATUS) && marks.rowAt(i, STATUS)![2].includes('after')) i = marks.endAt(i, STATUS)
        afterTitle = true
        continue
      }
      const f = flags[i]
      // "đại biểu Quốc hội | Khóa XIV"
      const term = doc.termAt.get(i)
      if (term !== undefined) {
        i = term.to
        afterTitle = false
        continue
      }
      if ((f & PUNCTUATION) !== 0) {
        afterTitle = false
        i++
        continue
      }
      // Most words are none of a name's, nor passed over with more than themselves.
      if ((marks.classes[i] & MATTERS) === 0 && !afterTitle && !marks.has(i + 1, SURNAME)) {
        i++
        continue
      }
      const address = marks.endAt(i, HONORIFIC)
      // "Tỉnh ủy | Bà Rịa - Vũng Tàu": no lady
      if (address > 0 && !(Math.max(marks.endAt(i, BODY), marks.endAt(i, PLACE)) > address)) {
        const name = readAddressed(doc, i, stop, s, caps)
        if (name !== null) {
          names.push(name)
          doc.note('names', name.full ? 'full' : 'short', name)
          i = skipAlias(doc, name.to, stop)
          afterTitle = false
          continue
        }
        i = address
        continue
      }
      if ((f & (WORD | CAPITAL)) === (WORD | CAPITAL) && (marks.has(i, SURNAME) || afterTitle)) {
        const end = afterTitle ? readAnyName(doc, i, stop, caps) : readName(doc, i, stop, caps)
        if (end > 0) {
          const name = makeName(doc, i, end, i, null, s)
          if (afterTitle && isDoubtful(doc, i, end, stop)) doubtful.add(name)
          names.push(name)
          doc.note('names', name.full ? 'full' : 'short', name)
          i = skipAlias(doc, end, stop)
          afterTitle = false
          continue
        }
      }
      afterTitle = false
      // A body or a place is passed over whole: "Đoàn Thanh niên", "Hồ Chí Minh" in "TP Hồ Chí Minh".
      const other = Math.max(marks.endAt(i, BODY), marks.endAt(i, PLACE), unitName(doc, i, stop))
      i = other > i ? other : i + 1
    }
  }
  doc.setNames(doubtful.size === 0 ? names : withoutDoubtful(doc, names, doubtful))
  findForeignHolders(doc)
  findFullForeign(doc)
  findBareForeign(doc)
}

/** "Anna Wintour - cựu Tổng biên tập …", "Peter Schiff, nhà kinh tế trưởng": capitals of another language right before a title in apposition. */
function findForeignHolders(doc: Document): void {
  const { tokens, sentences, titles, names } = doc
  const { flags, key } = tokens
  const found: Name[] = []
  for (const title of titles) {
    let end = title.outer - 1
    // "Daniel Roux, một phát ngôn viên …"
    if (end > 0 && isWord(doc, end, 'một')) end--
    const first = sentences.first[title.sentence]
    if (
      end <= first + 1 ||
      (key[end] !== COMMA && key[end] !== DASH && key[end] !== OPEN) ||
      (flags[end] & (WORD | NUMBER)) !== 0
    )
      continue
    let from = end
    while (from > first && end - from < 5 && (flags[from - 1] & (WORD | CAPITAL)) === (WORD | CAPITAL)) from--
    if (end - from < 2 || isTaken(doc, from, end)) continue
    if (readAnyName(doc, from, end) !== end || !looksForeign(doc, from, end)) continue
    for (let j = from; j < end; j++) if ((flags[j] & (VIETNAMESE | TONED)) !== 0) from = end
    if (from < end) found.push(makeName(doc, from, end, from, null, title.sentence))
  }
  for (const title of titles) {
    const name = nameBehind(doc, title)
    if (name !== null) found.push(name)
  }
  if (found.length === 0) return
  for (const name of found) doc.note('names', 'foreign', name)
  doc.setNames([...names, ...found].sort((a, b) => a.from - b.from))
}

/** Of single syllables that may be no names, those that a fuller name of the article ends with. */
function withoutDoubtful(doc: Document, names: Name[], doubtful: Set<Name>): Name[] {
  const { key } = doc.tokens
  const given = new Set<number>()
  for (const name of names)
    if (name.to - name.from > 1) {
      given.add(key[name.to - 1])
      // "Chủ tịch Tập" is Tập Cận Bình.
      const kind = doc.marks.rowAt(name.from, FOREIGN_NAME)?.[1]
      if (kind === 'sino-surname' || kind === 'korean') given.add(key[name.from])
    }
  return names.filter(name => !doubtful.has(name) || given.has(key[name.from]))
}

/** "Đại sứ của Israel tại Mỹ, Ron Dermer, …": two or three capitals of another language that a comma parts from the title. */
function nameBehind(doc: Document, title: Title): Name | null {
  const { flags, key } = doc.tokens
  const stop = doc.sentences.first[title.sentence + 1]
  let from = title.to + 1
  // "Bộ trưởng Kế hoạch lúc đó là Pak Nam Gi"
  let is = title.to
  while (is < stop && is - title.to < 4 && AT_THE_TIME.has(doc, is)) is++
  if (is < stop && isWord(doc, is, 'là') && (is > title.to || !OF.has(doc, title.outer - 1))) from = is + 1
  else if ((key[title.to] !== COMMA && key[title.to] !== DASH) || (flags[title.to] & (WORD | NUMBER)) !== 0) return null
  if (from + 1 >= stop) return null
  let to = from
  while (to < stop && to - from < 4 && isPlainLatin(doc, to)) to++
  if (to - from < 2 || to - from > 3 || isTaken(doc, from, to)) return null
  if (to < stop && (flags[to] & CAPITAL) !== 0) return null
  if (readAnyName(doc, from, to) !== to) return null
  return makeName(doc, from, to, from, null, title.sentence)
}

const AT_THE_TIME = new WordSet('lúc đó khi ấy hiện nay nhiệm kỳ trước đương thời bấy giờ')

/** "con gái của Tổng thống là …", "ứng cử viên cho chức thị trưởng là …": not the one who holds the title. */
const OF = new WordSet('của chức cho với')

const isPlainLatin = (doc: Document, j: number): boolean =>
  (doc.tokens.flags[j] & (WORD | CAPITAL | VIETNAMESE | TONED)) === (WORD | CAPITAL) &&
  !doc.marks.has(j, PLACE) &&
  !doc.marks.has(j, POSITION) &&
  !doc.marks.has(j, BODY) &&
  !doc.marks.has(j, SURNAME)

/** "bà Merkel" and, elsewhere with nothing before it to tell, "Angela Merkel": the fuller name of one called by one word. */
function findFullForeign(doc: Document): void {
  const { tokens, marks, names } = doc
  const { key, flags } = tokens
  const single = new Set<number>()
  const full = new Set<number>()
  for (const name of names) {
    if (name.to - name.from === 1 && name.foreign) single.add(key[name.from])
    else full.add(key[name.to - 1])
  }
  for (const k of full) single.delete(k)
  if (single.size === 0) return
  const found: Name[] = []
  let sentence = 0
  for (let i = 1; i < tokens.count; i++) {
    while (i >= doc.sentences.first[sentence + 1]) sentence++
    if (!single.has(key[i]) || doc.nameAt.has(i)) continue
    let from = i
    while (from > doc.sentences.first[sentence] && i - from < 3 && isLatinCapital(doc, from - 1)) from--
    if (from === i || marks.has(from, PLACE) || isTaken(doc, from, i)) continue
    found.push(makeName(doc, from, i + 1, from, null, sentence))
  }
  if (found.length > 0) doc.setNames([...names, ...found].sort((a, b) => a.from - b.from))

  function isLatinCapital(d: Document, j: number): boolean {
    return (
      (flags[j] & (WORD | CAPITAL | VIETNAMESE | TONED)) === (WORD | CAPITAL) &&
      !d.marks.has(j, PLACE) &&
      !d.marks.has(j, POSITION) &&
      !d.marks.has(j, STOP_WORD) &&
      !d.marks.has(j, HONORIFIC) &&
      !d.marks.has(j, UNIT) &&
      !d.marks.has(j, BODY_HEAD)
    )
  }
}

/** "Mueller, cựu giám đốc FBI, …", "Sessions là thượng nghị sĩ …": the last name of one who is named in full, with no word before it. */
function findBareForeign(doc: Document): void {
  const { tokens, marks, sentences, names } = doc
  const { key, flags } = tokens
  const last = new Set<number>()
  for (const name of names)
    if (name.foreign && name.to - name.from > 1 && !marks.has(name.from, SURNAME)) last.add(key[name.to - 1])
  if (last.size === 0) return
  const found: Name[] = []
  let sentence = 0
  for (let i = 0; i < tokens.count; i++) {
    while (i >= sentences.first[sentence + 1]) sentence++
    if (!last.has(key[i]) || doc.nameAt.has(i) || !isForeignWord(doc, i) || isTaken(doc, i, i + 1)) continue
    // "Trump Tower", "tập đoàn Trump": no person
    const next = i + 1 < tokens.count ? flags[i + 1] : 0
    if ((next & CAPITAL) !== 0 || (key[i + 1] === DASH && (next & GLUED) !== 0)) continue
    if (
      i > sentences.first[sentence] &&
      ((flags[i - 1] & CAPITAL) !== 0 || key[i - 1] === DASH || endsBodyHead(doc, i))
    )
      continue
    found.push(makeName(doc, i, i + 1, i, null, sentence))
  }
  if (found.length > 0) doc.setNames([...names, ...found].sort((a, b) => a.from - b.from))
}

/** Do the generic words of a body end before this token? */
function endsBodyHead(doc: Document, i: number): boolean {
  for (let back = 1; back <= 3 && i - back >= 0; back++) if (doc.marks.endAt(i - back, BODY_HEAD) === i) return true
  return false
}

/** Does a name or title begin in these tokens, or reach into them? */
function isTaken(doc: Document, from: number, to: number): boolean {
  for (let j = from - 8; j < to; j++) {
    const name = doc.nameAt.get(j)
    const title = doc.titleAt.get(j)
    if ((name !== undefined && name.to > from) || (title !== undefined && title.to > from)) return true
  }
  return false
}

/** The token after a bracket of one or two words, or `p`. */
function afterAside(doc: Document, p: number, stop: number): number {
  const { key } = doc.tokens
  if (p + 2 >= stop || key[p] !== OPEN) return p
  for (let j = p + 2; j < stop && j - p < 5; j++) if (key[j] === CLOSE) return j + 1
  return p
}

/** "(tức Hoàng Sơn)", "(bí danh Ba Nghĩa)": a further name of the same person. */
function skipAlias(doc: Document, p: number, stop: number): number {
  const { key } = doc.tokens
  if (p + 2 >= stop || key[p] !== OPEN || !ALIAS.has(doc, p + 1)) return p
  for (let j = p + 2; j < stop && j - p < 12; j++) if (key[j] === CLOSE) return j + 1
  return p
}

const ALIAS = new WordSet('tức tự bí tên thường')

/** "đường Nguyễn Huệ", "quận Ngô Quyền", "TP Hồ Chí Minh": a name inside the name of a place. */
const CALLED_AFTER = new WordSet('đường phố trường quảng cầu chợ công bệnh giải quỹ tượng lăng phường xã quận huyện')

function unitName(doc: Document, i: number, stop: number): number {
  if (doc.marks.has(i, UNIT)) {
    const place = readPlace(doc, i, stop, true)
    if (place !== null && place.name !== null) return place.to
  }
  if (doc.marks.has(i + 1, SURNAME) && CALLED_AFTER.has(doc, i)) {
    const name = readName(doc, i + 1, Math.min(doc.tokens.count, i + 6))
    if (name > 0) return name
  }
  return -1
}

/** Words of address and degrees before one name, at most: "đồng chí Thiếu tướng, GS.TS …". */
const MOST_WORDS = 8

/** "ông Thăng", "đồng chí Trần Cẩm Tú", "bà PGS.TS Lê Thị B": words of address and degrees, then a name. */
function readAddressed(doc: Document, i: number, stop: number, sentence: number, caps: boolean): Name | null {
  const { marks } = doc
  let p = i
  let honorific: string | null = null
  for (let words = 0; p < stop && words < MOST_WORDS && marks.has(p, HONORIFIC); words++) {
    const end = marks.endAt(p, HONORIFIC)
    const row = marks.rowAt(p, HONORIFIC)!
    if (marks.has(p, SURNAME) && p > i && readName(doc, p, stop, caps) > 0) break
    if (row[1] === 'address') honorific ??= row[0]
    p = end
    // "GS.TS", "PGS-TS": joined degrees
    if (
      p < stop &&
      (doc.tokens.key[p] === 0x2d || doc.tokens.key[p] === 0x2c) &&
      marks.rowAt(p + 1, HONORIFIC)?.[1] === 'degree'
    )
      p++
  }
  if (p >= stop || marks.has(p, POSITION)) return null
  if (doc.titleAt.has(p)) return null
  const end = readAnyName(doc, p, stop, caps)
  // "Thạc sĩ Kinh tế": a degree and its branch.
  if (end < 0 || (honorific === null && (isDoubtful(doc, p, end, stop) || isBranch(doc, p, end)))) return null
  return makeName(doc, p, end, i, honorific, sentence)
}

/** "tiến sĩ | Luật, ủy viên …": the branch of a degree. */
const isBranch = (doc: Document, from: number, to: number): boolean =>
  to - from === 1 && doc.marks.endAt(from, FIELD) === to

function makeName(
  doc: Document,
  from: number,
  to: number,
  outer: number,
  honorific: string | null,
  sentence: number,
): Name {
  const full = readName(doc, from, to, false) === to || to - from > 1
  return { from, to, outer, honorific, full, foreign: looksForeign(doc, from, to), sentence, person: null, titles: [] }
}
