/**
 * Who holds what, where the title stands beside the name.
 *
 *   before-name  Bí thư Thành ủy Nguyễn Đình Trung · Ủy viên Bộ Chính trị, Thủ tướng Nguyễn Xuân Phúc
 *   after-name   ông Đậu Minh Ngọc, Bí thư Huyện ủy Quảng Trạch · bà Bình – Hiệu trưởng trường …
 *   brackets     ông Sử Ngọc Anh (Giám đốc Sở Kế hoạch - Đầu tư)
 *   colon        Chủ tịch Hội đồng: ông Trần Văn A
 *
 * A list of titles between two names belongs to the later name as far as nothing parts it from it, unless the earlier name
 * shows by its own style ("ông X, …") that its titles follow it.
 */
import type { Document, Name, Title } from '../../document.js'
import { VERB } from '../../lexicon/classes.js'
import type { BodyKind, PositionKind, Via } from '../../records.js'
import { CAPITAL, COMMA, NUMBER, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { absorbNames, type GivenNames } from './firms.js'
import { type Gap, gapBetween, type Item, type Scene, skipAsides } from './scene.js'

/** Last syllables of the words for kin: "con trai", "phu nhân". */
export const KIN = new WordSet('trai gái vợ chồng nhân cha bố mẹ em ruột rể dâu cháu')

/** Verbs whose object is met. */
const MEETS = new WordSet('gặp mặt tiếp thăm đón')

/** Gaps over which titles of one person are listed. */
const LISTS = new Set<Gap>(['comma', 'dash', 'plus', 'adjacent'])

export function tie(doc: Document, title: Title, name: Name, via: Via): void {
  if (title.holder !== null) return
  title.holder = name
  title.via = via
  name.titles.push(title)
  doc.note('holders', via, title, doc.slice(name.from, name.to))
}

export function appositions(doc: Document, scene: Scene, given: GivenNames): void {
  const { items, stop } = scene
  absorbNames(doc, scene, given)
  const gaps: Gap[] = items.map((item, i) => (i === 0 ? 'other' : gapBetween(doc, items[i - 1], item, stop)))
  for (let i = 0; i < items.length; i++) {
    const { name } = items[i]
    if (name === null) continue
    // Titles right before the name, and those listed before them.
    if (i > 0 && items[i - 1].title !== null && isBeforeName(doc, items[i - 1], gaps[i], gaps, i, items)) {
      let k = i - 1
      while (
        k > 0 &&
        items[k - 1].title !== null &&
        items[k - 1].title!.holder === null &&
        LISTS.has(gaps[k]) &&
        !ofTwoStates(items[k - 1].title!, items[i - 1].title!)
      )
        k--
      k = shareOut(items, gaps, k, i)
      k = afterPreposition(doc, scene, k, i)
      for (let j = k; j < i; j++) if (!items[j].title!.generic) tie(doc, items[j].title!, name, 'before-name')
    }
  }
  for (let i = 0; i + 1 < items.length; i++) {
    const { name } = items[i]
    if (name === null || items[i + 1].title === null) continue
    const gap = gaps[i + 1]
    if (gap !== 'comma' && gap !== 'dash' && gap !== 'open' && gap !== 'colon' && gap !== 'plus') continue
    const via: Via = gap === 'open' ? 'brackets' : 'after-name'
    if (gap === 'comma' && isBare(name) && !closes(doc, items[i + 1].title!.to, stop)) continue
    if (gap === 'comma' && isObject(doc, scene, items, i) && opensPredicate(doc, items[i + 1].title!.to, stop)) continue
    if (gap === 'comma' && isSubject(doc, items[i + 1].title!, stop)) continue
    for (let k = i + 1; k < items.length && items[k].title !== null && items[k].title!.holder === null; k++) {
      const between = gaps[k]
      if (k > i + 1 && !LISTS.has(between) && !(between === 'and' && endsList(items, gaps, k))) break
      if (k === i + 1 && gap === 'comma' && isAmongOthers(items, gaps, i)) break
      if (items[k].title!.generic) break
      tie(doc, items[k].title!, name, via)
      if (k > i + 1 && between === 'comma') carryFormer(items[k - 1].title!, items[k].title!)
    }
  }
}

/** "nguyên Bí thư Đảng ủy, Chủ tịch UBND phường": said once for both, where both are posts of the Party or the State. */
function carryFormer(before: Title, title: Title): void {
  if (before.status !== 'former' || before.statusBy === 'rule' || title.statusBy !== 'default') return
  if (!isPublic(before) || !isPublic(title)) return
  title.status = 'former'
  title.statusBy = 'career'
}

const PUBLIC = new Set<BodyKind>(['party', 'government', 'legislature', 'police', 'army', 'court', 'procuracy'])

const isPublic = ({ head, bodies }: Title): boolean =>
  !head.rank &&
  (bodies.length > 0 ? PUBLIC.has(bodies.at(-1)!.kind) : head.kind === 'secretary' || head.kind === 'member')

/** "Sau Tổng thống Mỹ, Thủ tướng Anh X …": nobody serves two states. */
function ofTwoStates({ place: a }: Title, { place: b }: Title): boolean {
  return a?.row?.[1] === 'country' && b?.row?.[1] === 'country' && a.row !== b.row
}

/** A last name alone, which may as well end a clause: "Sau khi gặp Trump, Thủ tướng Nhật nói …". */
export const isBare = (name: Name): boolean =>
  name.foreign && name.to - name.from === 1 && name.outer === name.from && name.titles.length === 0

/** Does a comma or "là" close the apposition that ends at `p`? */
function closes(doc: Document, p: number, stop: number): boolean {
  const at = skipAsides(doc, p, stop)
  return at >= stop || doc.tokens.key[at] === COMMA || isWord(doc, at, 'là')
}

/** The post before a colon, with those that "kiêm" joins to it. */
function tieBeforeColon(doc: Document, items: Item[], gaps: Gap[], i: number, name: Name): void {
  for (let k = i; k >= 0; k--) {
    const { title } = items[k]
    if (title === null || title.holder !== null || title.generic) return
    tie(doc, title, name, 'colon')
    if (gaps[k] !== 'plus') return
  }
}

/** What no verb has claimed: "Chủ tịch Hội đồng: ông Trần Văn A"; "Chủ tịch UBND tỉnh, ông Trần Văn A, cho biết". */
export function looseAppositions(doc: Document, scene: Scene): void {
  const { items, stop } = scene
  // "ông X, đảng viên Chi bộ …, nguyên Tổng Giám đốc …": a status word after a comma goes back to the name.
  for (let i = 1; i < items.length; i++) {
    const { title } = items[i]
    const { name } = items[i - 1]
    if (
      title === null ||
      name === null ||
      title.holder !== null ||
      title.statusBy !== 'word' ||
      title.status !== 'former'
    )
      continue
    const { key } = doc.tokens
    if (key[title.outer - 1] === COMMA && key[name.to] === COMMA && title.outer - name.to < 40)
      tie(doc, title, name, 'after-name')
  }
  const gaps: Gap[] = items.map((item, i) => (i === 0 ? 'other' : gapBetween(doc, items[i - 1], item, stop)))
  for (let i = 1; i < items.length; i++) {
    const { name } = items[i]
    const title = items[i - 1].title
    if (name === null || title === null) continue
    // "Phó Chính ủy kiêm Chủ nhiệm Chính trị: Trung tướng X": a rank stands between the colon and the name.
    if (title.holder === name && title.head.rank && gaps[i] === 'adjacent') {
      if (gaps[i - 1] === 'colon' && i > 1) tieBeforeColon(doc, items, gaps, i - 2, name)
      continue
    }
    if (title.holder !== null || title.generic) continue
    if (gaps[i] === 'colon') {
      tieBeforeColon(doc, items, gaps, i - 1, name)
      // "Phó Chủ tịch: Mai Chí Thọ, Trần Văn Danh"
      for (let k = i + 1; k < items.length && items[k].name !== null && (gaps[k] === 'comma' || gaps[k] === 'and'); k++)
        doc.shared.push({ ...title, holder: items[k].name, via: 'colon' })
    } else if (
      (gaps[i] === 'comma' || gaps[i] === 'dash') &&
      (name.honorific !== null || standsForTitle(doc, items[i - 1].title!, name, stop)) &&
      !(i + 1 < items.length && items[i + 1].title !== null && items[i + 1].title!.holder === name)
    ) {
      let k = i - 1
      while (k > 0 && items[k - 1].title !== null && items[k - 1].title!.holder === null && LISTS.has(gaps[k])) k--
      for (let j = k; j < i; j++) tie(doc, items[j].title!, name, 'before-name')
    }
  }
}

/** "ứng viên Bộ trưởng Lục quân Mỹ Vincent Viola": a post that somebody else may get. */
const isCandidate = (doc: Document, title: Title): boolean =>
  isWord(doc, title.outer - 1, 'viên') && (isWord(doc, title.outer - 2, 'ứng') || isWord(doc, title.outer - 2, 'cử'))

/**
 * "Đại sứ Israel tại Mỹ, Ron Dermer, từ chối …", "Chủ tịch Uỷ ban ATGT Quốc gia - Trương Hòa Bình, gửi lời chia buồn": a full name
 * after the title, which a comma or a verb closes.
 */
function standsForTitle(doc: Document, title: Title, name: Name, stop: number): boolean {
  const size = name.to - name.from
  if (name.titles.length > 0 || size < (name.foreign ? 2 : 3) || title.head.rank) return false
  const p = name.to
  if (p >= stop) return false
  if ((doc.tokens.flags[p] & (WORD | NUMBER)) === 0) return doc.tokens.key[p] === COMMA && !doc.nameAt.has(p + 1)
  return (doc.tokens.flags[p] & CAPITAL) === 0 && (doc.marks.has(p, VERB) || SPEAKS.has(doc, p))
}

/** Openers of a predicate. */
const SPEAKS = new WordSet('đã đang sẽ không cũng vừa nói cho là nhận khẳng tuyên phát')

/** "Tổng thống Mỹ Donald Trump", "Giám đốc điều hành IMF - bà Christine Lagarde" */
function isBeforeName(doc: Document, item: Item, gap: Gap, gaps: Gap[], i: number, items: Item[]): boolean {
  if (item.title!.holder !== null || isCandidate(doc, item.title!)) return false
  if (gap === 'adjacent') return true
  // "Đại tá, TS Nguyễn Hồng Quân"
  const { name } = items[i]
  if (gap === 'comma' && item.title!.head.rank && name!.outer < name!.from && name!.honorific === null) return true
  if (gap !== 'dash' || items[i].name!.honorific === null) return false
  // "…, Chủ tịch UBND tỉnh - ông X, Phó Chủ tịch": a name that its own titles follow takes none from before a dash.
  return (
    !(i + 1 < items.length && items[i + 1].title !== null && gaps[i + 1] !== 'other') &&
    !(i >= 2 && items[i - 2].name !== null && gaps[i - 1] !== 'other')
  )
}

/** "…, Trưởng ban Dân vận và Chủ tịch hội": "và" joins the last of one person's list when no name follows it. */
function endsList(items: Item[], gaps: Gap[], k: number): boolean {
  return !(k + 1 < items.length && items[k + 1].name !== null && gaps[k + 1] === 'adjacent')
}

/** "Bộ trưởng Ross, Nữ hoàng Anh hay cố vấn B": a title between two persons, the first of whom is named in short, is a third one's. */
function isAmongOthers(items: Item[], gaps: Gap[], i: number): boolean {
  const name = items[i].name!
  if (i === 0 || name.to - name.from > 1 || items[i - 1].title?.holder !== name) return false
  return (
    i + 3 < items.length &&
    gaps[i + 2] === 'and' &&
    items[i + 2].title !== null &&
    items[i + 3].name !== null &&
    gaps[i + 3] === 'adjacent'
  )
}

/** "Gặp Thủ tướng X, Chủ tịch nước nhấn mạnh …": X is the object of a verb or preposition, with a title of its own before it. */
function isObject(doc: Document, scene: Scene, items: Item[], i: number): boolean {
  let k = i
  while (k > 0 && items[k - 1].title !== null && items[k - 1].title!.holder === items[i].name) k--
  // "Gặp mặt ông Putin, Thủ tướng Israel gửi …"
  if (k === i) return MEETS.has(doc, items[i].name!.outer - 1)
  const before = items[k].title!.outer - 1
  return before >= scene.first && (doc.tokens.flags[before] & WORD) !== 0 && !NO_PREPOSITION.has(doc, before)
}

/** Before one of several subjects: "Đại biểu A hay đại biểu B, phó bí thư …, đề xuất". */
const NO_PREPOSITION = new WordSet('có gồm hay hoặc')

/** "Sau khi nghe ông X, Thủ tướng sẽ trình …": the bare title of the one who needs no name begins a clause of its own. */
function isSubject(doc: Document, { head, bodies, place, to }: Title, stop: number): boolean {
  if (head.deputy || bodies.length > 0 || place !== null || !NEEDS_NO_NAME.has(head.kind)) return false
  return opensPredicate(doc, to, stop) || (to < stop && TENSES.has(doc, to))
}

const NEEDS_NO_NAME = new Set<PositionKind>(['general-secretary', 'president', 'prime-minister'])
const TENSES = new WordSet('sẽ đang vừa mới còn lại')

/** A verb of saying or directing right after the title, with no comma to close an apposition. */
function opensPredicate(doc: Document, p: number, stop: number): boolean {
  if (p >= stop) return false
  const use = doc.marks.rowAt(p, VERB)?.[1]
  return (
    use === 'report' ||
    use === 'tell' ||
    use === 'cue' ||
    isWord(doc, p, 'gửi') ||
    isWord(doc, p, 'nói') ||
    isWord(doc, p, 'tuyên') ||
    isWord(doc, p, 'đã') ||
    isWord(doc, p, 'cũng') ||
    isWord(doc, p, 'đề') ||
    isWord(doc, p, 'bày')
  )
}

/** "Theo người phát ngôn Bộ Ngoại giao, Thủ tướng X …": the comma ends the phrase of the preposition, and the next title is another person's. */
function afterPreposition(doc: Document, scene: Scene, k: number, i: number): number {
  if (i - k < 2) return k
  const first = scene.items[k].title!
  const before = first.outer - 1
  if (before < scene.first || first.head.kind === 'member' || first.head.rank) return k
  // "con gái tổng thống, cố vấn Ivanka Trump"; "Lý giải với Thủ tướng, Bộ trưởng X cho biết"
  const cut =
    isWord(doc, before, 'theo') ||
    KIN.has(doc, before) ||
    (isWord(doc, before, 'với') && opensPredicate(doc, scene.items[i].name!.to, scene.stop))
  return cut ? k + 1 : k
}

/** Where the list of titles from `k` to the name at `i` begins to be that name's, given the name before the list. */
function shareOut(items: Item[], gaps: Gap[], k: number, i: number): number {
  if (k === 0 || items[k - 1].name === null) return k
  const gap = gaps[k]
  // "T0 N1, T1, T2 N2", "N1; T1 N2": the list is the later name's, unless N1 shows that its titles follow it.
  if (gap !== 'comma' && gap !== 'dash') return k
  const earlier = items[k - 1].name!
  const earlierHasTitle = k >= 2 && items[k - 2].title !== null && items[k - 2].title!.holder === earlier
  if (gap === 'comma' && earlierHasTitle) return k
  if (i - k === 1) return k
  // A list begins anew where a rank or the highest membership stands amid it.
  for (let j = i - 1; j > k; j--)
    if (
      items[j].title!.head.rank ||
      /^Ủy viên (Bộ Chính trị|Ban Chấp hành Trung ương|Trung ương)/.test(items[j].title!.head.row[0])
    )
      return j
  return gap === 'dash' || earlier.honorific !== null ? i - 1 : k
}
