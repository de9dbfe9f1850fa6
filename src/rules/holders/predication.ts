/**
 * Who holds what, where a verb ties the title to the person.
 *
 *   copula     ông X là Bí thư Huyện ủy · ông X từng là Phó Chủ tịch
 *   appointed  bổ nhiệm ông X giữ chức Thứ trưởng · bà Y được bầu làm Chủ tịch HĐND tỉnh
 *   removed    cách chức Bí thư Thành ủy đối với ông X · ông X thôi giữ chức Bí thư
 *   copula     Bí thư quận trước đó là bà Y  (the title first)
 *   of         chức Bí thư Tỉnh ủy của ông X
 *   biography  Từ 2005 - 2010: Phó Giám đốc Sở Tài chính  (of the person the text speaks of)
 *
 * The holder is the nearest name before the verb; after the title where "đối với", "với", "của" leads to it; else the person
 * of the sentence before.
 */
import type { Document, Name, Title } from '../../document.js'
import { HONORIFIC, PLACE, STATUS } from '../../lexicon/classes.js'
import type { Row } from '../../lexicon/lexicon.js'
import type { Status, Via } from '../../records.js'
import { CAPITAL, COLON, COMMA, DASH, NUMBER, WORD } from '../../text/flags.js'
import { isWord, lowerOf, WordSet } from '../words.js'
import { isBare, KIN, tie } from './apposition.js'
import { ADVERBS, saysOf } from './copula.js'
import { fromOf, gapBetween, type Item, type Scene, skipAsides, toOf } from './scene.js'

/** Between a verb and its title: "giữ chức vụ Bí thư", "với cương vị Chủ tịch". */
/** Verbs of appointing and removing whose subject is the one who decides. */
const ACTS =
  /^(bầu|bổ nhiệm|chỉ định|điều động|phê chuẩn|đề cử|đề bạt|luân chuyển|phân công|cách|miễn nhiệm|bãi|giáng|xóa|cử|giới thiệu|trao|chuẩn y|khai trừ|phế truất|sa thải|tái bổ nhiệm|biệt phái|tiếp nhận|cho thôi|thăng|phong|truy thăng)/

const FILLERS = new WordSet(
  'một trong số hai ba chức vụ danh vị trí cương các của là thêm tất cả lần lượt những nhiệm từ cấp bậc',
)

const BETWEEN_COPULA = new WordSet('của đó hiện nay nhiệm tiếp theo mới bây giờ lúc này khi đương thời')

interface Predicate {
  from: number
  /** An act of one body upon a person, told from the body's side: what stands before it is not who holds the post. */
  active: boolean
  /** Its first word is such an act, whichever side tells it. */
  act: boolean
  /** A verb of being or doing ("là", "làm", "giữ chức"), no act of appointing. */
  plain: boolean
  status: Status
  removed: boolean
  copula: boolean
  /** It opens a list of what somebody was. */
  career: boolean
  /** The post is run for, which who holds it may do as well. */
  sought: boolean
}

const SHARED_PER_ITEM = 8

export function predications(doc: Document, scene: Scene): void {
  const { items, stop } = scene
  // Titles given to several each, in one sentence: a thousand names with a thousand posts would be a million.
  const room = { left: items.length * SHARED_PER_ITEM }
  for (let i = 0; i < items.length; i++) {
    const title = items[i].title
    if (title === null) continue
    // The head of a list of titles; those that follow it go with it.
    // "được giao | quyền Giám đốc": the status word may be the verb's own.
    const predicate =
      predicateBefore(doc, title.outer, title, scene.first) ??
      (title.outer < title.from ? predicateBefore(doc, title.from, title, scene.first) : null)
    if (predicate === null) continue
    // "Phó Chính ủy kiêm Chủ nhiệm Chính trị: ông X"
    if (i + 1 < items.length && items[i + 1].name !== null && gapBetween(doc, items[i], items[i + 1], stop) === 'colon')
      continue
    const list: Title[] = [title]
    let last = i
    while (last + 1 < items.length && items[last + 1].title !== null) {
      const gap = gapBetween(doc, items[last], items[last + 1], stop)
      if (gap !== 'comma' && gap !== 'plus' && gap !== 'and' && gap !== 'semicolon' && gap !== 'dash') break
      if (items[last + 1].title!.holder !== null) break
      list.push(items[++last].title!)
    }
    const free = new Set(list.filter(t => t.holder === null))
    if (oneOf(doc, title)) title.generic = false
    if (free.size > 0 && !title.generic) {
      const holder = findHolder(doc, scene, i, last, predicate)
      if (holder !== null && (!predicate.copula || saysOf(doc, holder, predicate.from, scene.first))) {
        const via: Via = predicate.removed ? 'removed' : predicate.copula ? 'copula' : 'appointed'
        for (const t of free) tie(doc, t, holder, via)
      }
    }
    const time = timeOf(doc, scene, predicate, title.holder, movesOn(scene, i, title.holder), items[last].title!.to)
    if (time.status === 'former' && !predicate.removed && spanFollows(doc, items[last].title!.to, stop))
      time.by = 'career'
    for (const t of list)
      if (
        t.holder !== null &&
        t.statusBy === 'default' &&
        time.status !== 'current' &&
        (free.has(t) || predicate.removed)
      ) {
        t.status = time.status
        t.statusBy = time.by
      }
    // "thăng quân hàm từ thiếu tướng lên trung tướng", "bổ nhiệm từ Phó Chủ tịch lên Chủ tịch"
    for (let k = 0; k < list.length; k++)
      if (
        free.has(list[k]) &&
        ((k === 0 && isWord(doc, title.outer - 1, 'từ')) ||
          (k + 1 < list.length && isWord(doc, list[k + 1].outer - 1, 'lên')))
      )
        setStatus(list[k], 'former')
    if (title.holder !== null && free.size > 0)
      for (const other of joinedWith(doc, scene, title.holder, predicate, room))
        for (const t of free) {
          if (room.left <= 0) break
          room.left--
          doc.shared.push({ ...t, holder: other })
        }
    i = last
  }
  titleIsName(doc, scene)
  removedSubjects(doc, scene)
  ofPerson(doc, scene)
}

const REMOVED = /^(được |bị )?(miễn nhiệm|bãi nhiệm|cách chức|bãi chức|phế truất|sa thải)$/
/** Leaving of one's own: the rank stays. */
const LEFT =
  /^(thôi (giữ )?(chức|nhiệm vụ|cương vị)|từ chức$|từ nhiệm$|nghỉ hưu$|nghỉ chế độ$|rời (chức|ghế|cương vị|nhiệm sở))/
/** Between the subject and its leaving: "đã chính thức được", "vừa bất ngờ tuyên bố"; not "xin", "sẽ", "chuẩn bị". */
const ALREADY = new WordSet('đã vừa mới chính thức được bị cũng đột ngột bất ngờ tuyên bố cho nay đều cùng')

/**
 * "Chủ tịch Quốc hội A, Thủ tướng B đã được miễn nhiệm", "ông X, Chủ tịch UBND xã, thôi giữ chức vụ": the verb has no post of
 * its own, so the subjects lose theirs.
 */
function removedSubjects(doc: Document, { items, first, stop }: Scene): void {
  for (let i = 0; i < items.length; i++) {
    const { name } = items[i]
    if (name === null || name.titles.length === 0) continue
    // "việc bãi nhiệm Tướng X, Chủ tịch Hội đồng …": the verb right before the person takes away the posts told beside it.
    const front = frontOf(items, i)
    // "nếu ông Y sa thải Bộ trưởng X": nobody has lost anything.
    if (endsRemoval(doc, front, first) && !isCondition(doc, front, first)) loses(name, true)
  }
  const last = items[items.length - 1]
  const subject = last.name ?? last.title!.holder
  if (subject === null || subject.titles.length === 0) return
  const from = Math.max(subject.to, last.title?.to ?? 0)
  let left = false
  let plain = true
  for (let j = from; j < Math.min(stop, from + 6); j++) {
    const row = doc.marks.rowAt(j, STATUS)
    if (row !== null && plain && LEFT.test(row[0])) left = !isWord(doc, doc.marks.endAt(j, STATUS), 'lãnh')
    if (doc.tokens.key[j] !== COMMA && !ALREADY.has(doc, j)) plain = false
  }
  if (left && !isWished(doc, subject, first)) loses(subject, true)
  if (!opensRemoval(doc, from, stop)) return
  // "Tướng X, Tham mưu trưởng Lục quân, bị cách chức tháng trước": said of X alone
  if (last.title !== null) {
    if (last.title.via === 'after-name') loses(subject, true)
    return
  }
  items.forEach(({ name }, i) => {
    // "Theo Chủ tịch A, Giám đốc B bị cách chức": A is who says it.
    if (name !== null && name.from >= first && !isWord(doc, frontOf(items, i) - 1, 'theo')) loses(name, false)
  })
}

/** Where the posts told before the name begin, or the name itself. */
function frontOf(items: readonly Item[], i: number): number {
  let k = i
  while (k > 0 && items[k - 1].title !== null && items[k - 1].title!.holder === items[i].name) k--
  return items[k].title?.outer ?? items[i].name!.outer
}

const WISHES = new WordSet('yêu kêu đòi muốn mong thúc đề nếu chừng để của')

/** "kêu gọi Thủ tướng X từ chức", "nếu ông X từ chức", "chính phủ của ông X từ chức": nobody has left. */
function isWished(doc: Document, subject: Name, first: number): boolean {
  const from = Math.min(subject.outer, ...subject.titles.slice(0, 4).map(t => t.outer))
  for (let j = Math.max(first, from - 3); j < from; j++) if (WISHES.has(doc, j)) return true
  return false
}

/** "nếu" before the verb, up to its clause */
function isCondition(doc: Document, p: number, first: number): boolean {
  for (let j = p - 1; j >= first && j > p - 9 && doc.tokens.key[j] !== COMMA; j--)
    if (isWord(doc, j, 'nếu')) return true
  return false
}

function loses(name: Name, keepsRank: boolean): void {
  for (const t of name.titles) if (t.statusBy === 'default' && !(keepsRank && t.head.rank)) setStatus(t, 'former')
}

/** A verb of removing that befalls the subject, within a few tokens from `p`: "bị cách chức", "nhận kỷ luật cách chức". */
function opensRemoval(doc: Document, p: number, stop: number): boolean {
  for (let j = p; j < Math.min(stop, p + 6); j++) {
    const row = doc.marks.rowAt(j, STATUS)
    if (row !== null && REMOVED.test(row[0]) && (/^(bị|được)/.test(row[0]) || BEFALLS.has(doc, j - 1))) return true
  }
  return false
}

const BEFALLS = new WordSet('bị được luật thức')

/** A verb of removing that ends at `p`. */
function endsRemoval(doc: Document, p: number, first: number): boolean {
  for (let back = 4; back >= 1; back--) {
    const at = p - back
    if (at >= first && doc.marks.endAt(at, STATUS) === p && REMOVED.test(doc.marks.rowAt(at, STATUS)![0])) return true
  }
  return false
}

/** "Bí thư quận Gò Vấp trước đó là bà Y"; "Chủ tịch mới của hội là ông X" */
function titleIsName(doc: Document, scene: Scene): void {
  const { items, stop } = scene
  for (let i = 0; i + 1 < items.length; i++) {
    const { title } = items[i]
    // "Trưởng Ban Chỉ đạo là Thường trực Ban Bí thư Trần Cẩm Tú": the name may have titles of its own before it.
    const next = items[i + 1]
    const name = next.name ?? (next.title!.via === 'before-name' ? next.title!.holder : null)
    if (title === null || name === null || title.generic || title.holder !== null) continue
    const from = skipAsides(doc, title.to, stop)
    const to = next.name?.outer ?? next.title!.outer
    if (to - from < 1 || to - from > 6 || !isWord(doc, to - 1, 'là')) continue
    let known = true
    let past = false
    for (let j = from; j < to - 1; j++) {
      if (AT_THE_TIME.has(doc, j) || (isWord(doc, j, 'tiền') && isWord(doc, j + 1, 'nhiệm'))) past = true
      else if (!BETWEEN_COPULA.has(doc, j) && (doc.tokens.flags[j] & CAPITAL) === 0) known = false
    }
    if (!known) continue
    tie(doc, title, name, 'copula')
    if (past && title.statusBy === 'default') setStatus(title, 'former')
  }
}

/** "trước đó là", "cũ là", "khi đó là", "bấy giờ là" */
const AT_THE_TIME = new WordSet('trước cũ đó bấy')

/** "từng giữ chức thủ tướng từ năm 1981 đến 2003": what was held then may be held again today. */
function spanFollows(doc: Document, p: number, stop: number): boolean {
  const { flags, start, end } = doc.tokens
  let years = 0
  for (let j = p; j < Math.min(stop, p + 10); j++)
    if ((flags[j] & NUMBER) !== 0 && end[j] - start[j] === 4) years++
    else if ((flags[j] & WORD) !== 0 && !DATE_WORDS.has(doc, j)) break
  return years > 1
}

interface Time {
  status: Status
  /** How sure: a verb of its own, or a list or date of a life told. */
  by: 'rule' | 'career'
}

/** "Ông X, Chủ tịch UBND phường A, sang làm Chủ tịch UBND phường B": who has a post in the sentence takes up the next one. */
function movesOn({ memo }: Scene, i: number, holder: Name | null): boolean {
  return holder !== null && memo.titleBehind(holder) < i
}

/**
 * The verb's status, as its sentence puts it in time: before something else ("Trước khi …, ông làm …") or of an earlier month
 * or year ("được bổ nhiệm giữ chức … vào tháng 11/2015") it tells what was, not what is being taken up.
 */
function timeOf(
  doc: Document,
  scene: Scene,
  predicate: Predicate,
  holder: Name | null,
  moves: boolean,
  to: number,
): Time {
  const { first, stop, memo } = scene
  const career: Time = { status: 'former', by: 'career' }
  if (predicate.career) return career
  // "đề nghị cách chức", "nếu từ chức": the post is not lost yet.
  if (predicate.removed && isAsked(doc, predicate.from, first)) return { status: 'current', by: 'rule' }
  if (predicate.removed || predicate.status === 'former') return { status: 'former', by: 'rule' }
  if (isWord(doc, first, 'trước') && (isWord(doc, first + 1, 'khi') || isWord(doc, first + 1, 'đó'))) {
    if (isWord(doc, first + 1, 'đó')) return predicate.plain ? career : { status: predicate.status, by: 'rule' }
    if (memo.comma < predicate.from) return career
  }
  // "trong thời gian giữ chức …", "khi còn là …", "thời điểm ông X làm …"
  for (let j = Math.max(first, predicate.from - 8); j < predicate.from; j++)
    if (
      (isWord(doc, j, 'thời') &&
        !isWord(doc, j + 2, 'tới') &&
        (isWord(doc, j + 1, 'gian') ||
          isWord(doc, j + 1, 'kỳ') ||
          isWord(doc, j + 1, 'điểm') ||
          // "thời ông X làm …"
          doc.marks.has(j + 1, HONORIFIC))) ||
      // "trong suốt 22 năm làm …"
      (isWord(doc, j, 'suốt') && !isWord(doc, predicate.from - 1, 'qua')) ||
      ((isWord(doc, j, 'khi') || isWord(doc, j, 'lúc')) && isWord(doc, j + 1, 'còn'))
    )
      return career
  if (
    predicate.plain &&
    !predicate.copula &&
    ((isWord(doc, first, 'thời') && isWord(doc, first + 1, 'điểm')) ||
      (isWord(doc, first, 'sau') && isWord(doc, first + 1, 'khi')))
  )
    return career
  // "khi về thành phố giữ cương vị …"
  if (predicate.plain && !predicate.copula)
    for (let j = Math.max(first, predicate.from - 5); j < predicate.from; j++) if (isWord(doc, j, 'khi')) return career
  // "tiếp tục giữ chức", "tiếp tục được bầu": the post goes on.
  for (let j = Math.max(first, predicate.from - 4); j < predicate.from; j++)
    if (isWord(doc, j, 'tiếp') && isWord(doc, j + 1, 'tục')) return { status: 'current', by: 'rule' }
  // "tiếp tục bầu ông X làm"
  if (memo.continued + 2 < predicate.from) return { status: 'current', by: 'rule' }
  memo.byMonth ??= datedByMonth(doc, scene)
  const { byMonth } = memo
  // "Năm 2011, ông giữ chức Phó Bí thư …": a dated post of a biography.
  if (
    predicate.plain &&
    predicate.status === 'current' &&
    byMonth &&
    (isWord(doc, first, 'năm') ||
      isWord(doc, first, 'từ') ||
      isWord(doc, first, 'tháng') ||
      isSpan(doc, Math.max(first, predicate.from - 9), predicate.from) ||
      (!predicate.copula && fromYear(doc, Math.max(first, predicate.from - 9), predicate.from)))
  )
    return career
  const takesUp =
    predicate.status === 'current' &&
    !predicate.copula &&
    !isCapacity(doc, predicate.from) &&
    !(moves && holder !== null && isWord(doc, holder.outer - 1, 'do')) &&
    (moves || appointsBefore(scene, predicate.from))
  const status = takesUp ? 'incoming' : predicate.status
  if (status !== 'incoming') return { status, by: 'rule' }
  if (byMonth || isSince(doc, predicate.from, first) || isLastYear(doc, to, stop))
    return { status: 'current', by: 'rule' }
  return { status, by: predicate.sought || isRecalled(doc, scene, predicate.from, to) ? 'career' : 'rule' }
}

/** "trên cương vị", "với vai trò": in what capacity somebody acts. */
const isCapacity = (doc: Document, p: number): boolean =>
  isWord(doc, p, 'trên') || isWord(doc, p, 'ở') || (isWord(doc, p, 'với') && !isWord(doc, p + 1, 'chức'))

/** Words between "từ khi" and the verb: the subject's name and titles. */
const MOST_SUBJECT = 10

/** "kể từ khi ông X nhậm chức …": the post has been held since. */
function isSince(doc: Document, p: number, first: number): boolean {
  for (let j = p - 1; j > first && p - j < MOST_SUBJECT && doc.tokens.key[j] !== COMMA; j--)
    if (isWord(doc, j, 'khi') && isWord(doc, j - 1, 'từ')) return true
  return false
}

/** "nhậm chức Thủ tướng vào năm ngoái" */
function isLastYear(doc: Document, to: number, stop: number): boolean {
  for (let j = to; j + 1 < stop && j < to + 4; j++)
    if (isWord(doc, j, 'năm') && (isWord(doc, j + 1, 'ngoái') || isWord(doc, j + 1, 'trước'))) return true
  return false
}

/**
 * "sau khi nhậm chức Ngoại trưởng", "sẽ là Thủ tướng đầu tiên thăm …": the taking up of the post is no news here; where the person
 * is called by the post elsewhere, it is held.
 */
function isRecalled(doc: Document, { first, stop }: Scene, p: number, to: number): boolean {
  for (let j = p - 1; j >= first && p - j < MOST_SUBJECT && doc.tokens.key[j] !== COMMA; j--)
    if (isWord(doc, j, 'khi')) return true
  for (let j = to; j < stop && j < to + 5; j++)
    if (isWord(doc, j, 'nhất') || (isWord(doc, j, 'tiên') && isWord(doc, j - 1, 'đầu'))) return true
  return false
}

/** "…, từ năm 2006, ông X làm …", and not "từ năm 2006 đến nay" */
function fromYear(doc: Document, from: number, to: number): boolean {
  const { flags, start, end } = doc.tokens
  for (let j = from; j < to; j++) {
    if (isWord(doc, j, 'nay')) return false
    if (
      (flags[j] & NUMBER) !== 0 &&
      end[j] - start[j] === 4 &&
      (isWord(doc, j - 1, 'năm') || isWord(doc, j - 2, 'tháng') || isWord(doc, j - 1, 'từ'))
    )
      return doc.tokens.key[j + 1] === COMMA || doc.marks.has(j + 1, HONORIFIC)
  }
  return false
}

/** "từ năm 1994 - 1998, ông X là …" */
function isSpan(doc: Document, from: number, to: number): boolean {
  const { flags, key, start, end } = doc.tokens
  for (let j = from; j + 2 < to; j++)
    if (
      (flags[j] & flags[j + 2] & NUMBER) !== 0 &&
      end[j] - start[j] === 4 &&
      end[j + 2] - start[j + 2] === 4 &&
      (key[j + 1] === DASH || isWord(doc, j + 1, 'đến'))
    )
      return doc.termAt.get(j) === undefined && !doc.termAt.has(j - 2) && !isNow(doc, j, to + 1)
  return false
}

const ASKS = new WordSet('nếu xét đòi gọi muốn cầu dọa')

/** Is what the verb at `p` tells only asked for: "đề nghị cách chức", "xem xét miễn nhiệm"? */
function isAsked(doc: Document, p: number, first: number): boolean {
  if (p - 1 < first) return false
  return (
    ASKS.has(doc, p - 1) || (isWord(doc, p - 1, 'nghị') && (isWord(doc, p - 2, 'đề') || isWord(doc, p - 2, 'kiến')))
  )
}

/** "điều động, phân công ông X, …, giữ chức": an act of appointing earlier in the sentence makes the post the one being taken up. */
export function appointsBefore({ memo }: Scene, to: number): boolean {
  return memo.appointment < to
}

/** A month or year but no day: news of the day says the day. */
function datedByMonth(doc: Document, { first, stop }: Scene): boolean {
  const { flags, key, start, end } = doc.tokens
  let month = false
  for (let j = first; j + 1 < stop; j++) {
    if ((flags[j + 1] & NUMBER) === 0) continue
    if (isWord(doc, j, 'ngày') || isWord(doc, j, 'sáng') || isWord(doc, j, 'chiều') || isWord(doc, j, 'tối'))
      return false
    if (isWord(doc, j, 'tháng') || (isWord(doc, j, 'năm') && end[j + 1] - start[j + 1] === 4)) month = true
    if (
      key[j] === 0x2f &&
      j > first &&
      (flags[j - 1] & NUMBER) !== 0 &&
      end[j + 1] - start[j + 1] < 4 &&
      !isWord(doc, j - 2, 'tháng')
    )
      return false
  }
  return month
}

/** "là một trong hai Bí thư trẻ nhất": one of several, but a definite person. */
function oneOf(doc: Document, title: Title): boolean {
  for (let j = title.outer - 1; j > 0 && j > title.outer - 4; j--)
    if (isWord(doc, j, 'trong') && (isWord(doc, j - 1, 'một') || (doc.tokens.flags[j - 1] & NUMBER) !== 0)) return true
  return false
}

function setStatus(title: Title, status: Status, by: Title['statusBy'] = 'rule'): void {
  title.status = status
  title.statusBy = by
}

/** The verb that ends right before the title, fillers passed over. */
function predicateBefore(doc: Document, from: number, title: Title, first: number): Predicate | null {
  const { marks } = doc
  let end = from
  for (let guard = 0; guard < 6; guard++) {
    for (let back = 6; back >= 1; back--) {
      const at = end - back
      if (at < first || marks.endAt(at, STATUS) !== end) continue
      const row = marks.rowAt(at, STATUS)!
      // "thay ông X" names whom somebody follows.
      if (!row[2].includes('verb') || row[0].startsWith('thay') || row[0].includes('quy hoạch')) continue
      return widen(doc, at, row, first)
    }
    if (end - 1 < first) return null
    if (FILLERS.has(doc, end - 1) || ((doc.tokens.flags[end - 1] & NUMBER) !== 0 && isWord(doc, end, 'trong'))) end--
    else break
  }
  return careerBefore(doc, title, first)
}

/** "đã trải qua nhiều vị trí công tác ở địa phương như: …": what a career is made of; "hiện nắm giữ nhiều vị trí khác như: …" goes on. */
function careerBefore(doc: Document, title: Title, first: number): Predicate | null {
  const before = title.outer - 1
  if (before < first || !(doc.tokens.key[before] === COLON || isWord(doc, before, 'như'))) return null
  for (let j = before - 1; j >= first && j >= before - 16; j--)
    if (isWord(doc, j, 'chức') || isWord(doc, j, 'vị') || isWord(doc, j, 'cương')) {
      const now = isNow(doc, first, j)
      return {
        from: j,
        plain: true,
        active: false,
        act: false,
        status: now ? 'current' : 'former',
        removed: false,
        copula: false,
        career: !now,
        sought: false,
      }
    }
  return null
}

const NOW = new WordSet('hiện đang')

function isNow(doc: Document, first: number, to: number): boolean {
  for (let j = Math.max(first, to - 16); j < to; j++) if (NOW.has(doc, j)) return true
  return false
}

/** Verbs before the verb decide: "được bầu | giữ chức", "từng | giữ chức", "thôi | giữ chức". */
function widen(doc: Document, at: number, own: Row, first: number): Predicate {
  const { marks } = doc
  let from = at
  const word = own[0]
  let outer = word
  let found = own[1] as Status
  let removed = found === 'former' && /(cách|miễn|bãi|thôi|xóa|giáng|từ chức|nghỉ|cho thôi)/.test(word)
  for (let guard = 0; guard < 5; guard++) {
    let moved = false
    for (let back = 5; back >= 1; back--) {
      const start = from - back
      if (start < first || marks.endAt(start, STATUS) !== from) continue
      const row = marks.rowAt(start, STATUS)!
      if (row[1] !== 'current') found = row[1] as Status
      if (/(cách|miễn|bãi|thôi|xóa|giáng|từ chức)/.test(row[0])) removed = true
      outer = row[0]
      from = start
      moved = true
      break
    }
    if (!moved) break
  }
  const active = from === at && ACTS.test(word)
  // "ông X bị Ủy ban Thường vụ Quốc hội xóa tư cách …": the act is told from the side of the one it befalls.
  return {
    from,
    plain: from === at && own[1] === 'current',
    active,
    act: ACTS.test(outer),
    status: found,
    removed,
    sought: /cử/.test(outer) && /tranh|ứng|đề cử|tái/.test(outer),
    career: /kinh qua|trải qua|thời gian|thời kỳ|khi còn/.test(word),
    copula: /^(là|hiện là|đang là|từng là|vốn là|nguyên là)$/.test(word),
  }
}

/** The other names of a subject of several: "Các bà A và B được bầu làm …". */
function joinedWith(
  doc: Document,
  { items, stop, memo }: Scene,
  holder: Name,
  predicate: Predicate,
  room: { left: number },
): Name[] {
  const at = memo.indexOf(holder)
  const out: Name[] = []
  if (at < 0) return out
  // "Ông A, Kế toán trưởng, và ông B, Trưởng ban, cùng được bổ nhiệm làm …"
  const together = predicate.from - 1
  if (isWord(doc, together, 'cùng') || isWord(doc, together, 'đều')) {
    for (let k = at - 1; k >= 0 && room.left-- > 0 && !memo.cut(toOf(items[k]), holder.from); k--)
      if (items[k].name !== null) out.unshift(items[k].name!)
    return out
  }
  // "Thiếu tướng A và Đại tá B", "ông A - Giám đốc Sở X và bà B - Giám đốc Sở Y": their own titles stand between the names.
  let k = at
  let and = false
  while (room.left-- > 0) {
    const first = ownTitles(items, k)
    if (first === 0 || (first < k && predicate.plain)) break
    const gap = gapBetween(doc, items[first - 1], items[first], stop)
    if (gap !== 'and' && gap !== 'comma') break
    let before = first - 1
    while (before > 0 && items[before].title !== null && room.left-- > 0) before--
    const { name } = items[before]
    if (name === null) break
    // "giới thiệu ông A làm Chủ tịch nước, ông B làm Thủ tướng": each has an appointment of his own.
    if (before < first - 1 && (predicate.plain || !isBeside(items[first - 1].title!, name))) break
    if (k === at) and = gap === 'and'
    out.push(name)
    k = before
  }
  // "Các đồng chí A, B, C làm Phó Chủ tịch"; without "các" only "và" says that the names go together.
  const first = fromOf(items[ownTitles(items, k)]) - 1
  if (!and && !(first >= 0 && isWord(doc, first, 'các'))) return []
  return out
}

const isBeside = (title: Title, name: Name): boolean =>
  title.holder === name && (title.via === 'after-name' || title.via === 'brackets')

/** Where the titles right before the name at `k` begin, or `k`. */
function ownTitles(items: Item[], k: number): number {
  let first = k
  while (first > 0 && items[first - 1].title !== null && items[first - 1].title!.holder === items[k].name) first--
  return first
}

/** Names before the verb that are looked at, where one after the other turns out to be somebody else. */
const MOST_NAMES = 32

/** "bà A được bầu kế nhiệm bà B giữ chức": said of A; "thay ông B về làm", "thay ông B được điều động làm": said of B. */
const TAKES = new WordSet('giữ làm đảm')

const SUFFERS = new WordSet('được bị')

/** What before a name makes it no subject: "ứng viên của Morrison là cựu đại sứ", "bị Trump nhầm là Thủ tướng Anh". */
const NO_SUBJECT = new WordSet('của với cho về bởi từ bị được do bố mẹ con vợ chồng em anh chị trai gái')

/** The name that the predicate speaks of. */
function findHolder(doc: Document, scene: Scene, i: number, last: number, predicate: Predicate): Name | null {
  const { items, stop, memo } = scene
  if (isOthers(doc, predicate.from, scene.first)) return null
  // "cách chức Bí thư … đối với ông X"
  const after = nameAfter(doc, items, last, stop)
  if ((predicate.removed || predicate.active) && after !== null) return after
  // "cách chức A, B, cho thôi chức C với ông X": one person for all that was taken.
  if (predicate.removed && predicate.active) {
    const next = items[memo.nameFrom(last + 1)]?.name
    if (next != null && isWord(doc, next.outer - 1, 'với')) return next
  }
  let k = memo.nameBefore(i)
  let passive = false
  for (let seen = 0; k >= 0 && seen < MOST_NAMES; seen++, k = memo.nameBefore(k)) {
    const name = items[k].name!
    // "… thay ông X được điều động làm …": what follows a name without a break is said of it.
    if (
      isReplaced(doc, name) &&
      (predicate.from > name.to + 2 || (TAKES.has(doc, name.to) && memo.nameBefore(k) >= 0)) &&
      !(doc.tokens.key[name.to] === COMMA && isWord(doc, name.to + 1, 'người'))
    )
      continue
    if (memo.cut(name.to, predicate.from)) break
    // A last name alone is the subject where it stands right before the verb, and no preposition before it.
    if (isBare(name) && (predicate.from > name.to + 2 || NO_SUBJECT.has(doc, name.from - 1))) continue
    // "ông X được Thủ tướng Y bổ nhiệm làm …": Y is who acts.
    if (predicate.act && predicate.from <= name.to + 2 && SUFFERS.has(doc, fromOf(items[ownTitles(items, k)]) - 1)) {
      passive = true
      continue
    }
    if (
      predicate.active &&
      !memo.suffers(name.to, predicate.from) &&
      // "thi hành kỷ luật ông X … bằng hình thức cách chức …": the name before is the one punished.
      !(predicate.removed && memo.punishment < predicate.from)
    )
      return null
    // "Ông X - con trai cố Bí thư Thành ủy Y từng là …": Y only tells who X is.
    if (k > 0 && isKin(doc, items, k) && memo.nameBefore(k) >= 0) continue
    return name
  }
  if (after !== null) return after
  if (predicate.active && !passive) return null
  // "Trước khi được bầu làm Bí thư, ông Lưu …"
  if (i + 1 < items.length || last + 1 < items.length) {
    const next = items[last + 1]
    if (
      next?.name != null &&
      /^(trước|sau|khi|từ|trong|với|là|hiện|vốn|được)/.test(lowerOf(doc, scene.first, scene.first + 1))
    )
      return next.name
  }
  // "… làm thư ký": a bare word of service says nothing of the person of the sentence before.
  const bare = items[i].title!
  if (
    bare.bodies.length === 0 &&
    bare.place === null &&
    (bare.head.kind === 'assistant' || bare.head.kind === 'other' || bare.head.kind === 'member')
  )
    return null
  // "Là thành viên của …, Đại học Việt Nhật cần …": the subject comes after.
  if (predicate.copula && predicate.from === scene.first) return null
  return topicBefore(doc, scene, predicate.from)
}

/** How far back they may go. */
const MOST_ADVERBS = 6

/**
 * "Montenegro trở thành thành viên NATO", "Lào, nước giữ vai trò Chủ tịch ASEAN", "đề cử người khác làm Bộ trưởng": a country, or
 * another person than those named, holds it.
 */
function isOthers(doc: Document, from: number, first: number): boolean {
  let p = from
  while (p > first && from - p < MOST_ADVERBS && (ADVERBS.has(doc, p - 1) || doc.tokens.key[p - 1] === COMMA)) p--
  if (p > first + 1 && isWord(doc, p - 1, 'khác') && isWord(doc, p - 2, 'người')) return true
  // "1 người là Chủ tịch Hội Phụ nữ xã"
  if (p > first + 1 && isWord(doc, p - 1, 'người') && /^(1|một)$/i.test(doc.slice(p - 2, p - 1))) return true
  for (let back = 1; back <= 4 && p - back >= first; back++) {
    const at = p - back
    if (doc.marks.endAt(at, PLACE) !== p || doc.marks.rowAt(at, PLACE)![1] !== 'country') continue
    // "ông X, Thủ tướng Lào, hiện là …": the country of a title or of a body
    const opensClause = (doc.tokens.flags[at - 1] & (WORD | NUMBER)) === 0 && doc.tokens.key[p] !== COMMA
    return (at === first || COUNTRY_AFTER.has(doc, at - 1) || opensClause) && doc.nameAt.get(at) === undefined
  }
  return false
}

/** Words before a country that is an actor. */
const COUNTRY_AFTER = new WordSet('hộ cùng với khi vì để và là rằng việc bởi dịp mừng')

/** "… đối với ông X", "… với ông X", "… của ông X" right after the title. */
function nameAfter(doc: Document, items: Item[], last: number, stop: number): Name | null {
  const next = items[last + 1]
  // "… đối với Thiếu tướng X": the name may have a title before it.
  const name = next?.name ?? (next?.title?.via === 'before-name' ? next.title.holder : null)
  if (name == null) return null
  const p = skipAsides(doc, items[last].title!.to, stop)
  const to = fromOf(next)
  if (to - p > (isBare(name) ? 2 : 6) || to <= p) return null
  for (let j = p; j < to; j++)
    if (
      // "cố vấn của Tổng thống X", "Tổng thống gặp gỡ với nhà lãnh đạo Y" are two persons' posts.
      next.name === null
        ? isWord(doc, j, 'với') && isWord(doc, j - 1, 'đối')
        : isWord(doc, j, 'với') || isWord(doc, j, 'của') || (isWord(doc, j, 'cho') && j === p)
    )
      return name
  return null
}

/** Does a word for kin stand before the titles of this name, or before the name? */
function isKin(doc: Document, items: Item[], k: number): boolean {
  let j = k
  while (j > 0 && k - j < MOST_NAMES && items[j - 1].title !== null && items[j - 1].title!.holder === items[k].name) j--
  const before = (items[j].title?.outer ?? items[j].name!.outer) - 1
  return before >= 0 && KIN.has(doc, before)
}

/** "thay ông X": X is whom the subject follows. */
function isReplaced(doc: Document, name: Name): boolean {
  const b = name.outer - 1
  return (
    b >= 0 &&
    (isWord(doc, b, 'thay') ||
      (isWord(doc, b, 'thế') && isWord(doc, b - 1, 'thay')) ||
      (isWord(doc, b, 'nhiệm') && isWord(doc, b - 1, 'kế')) ||
      (isWord(doc, b, 'cho') && isWord(doc, b - 1, 'thay')))
  )
}

/** Sentences back to which a pronoun may reach: the biography of an obituary runs over twenty lines. */
const LOOK_BACK = 30

/** Who the text was speaking of: the first name of an earlier sentence, where this one has a pronoun or no subject at all. */
function topicBefore(doc: Document, scene: Scene, to: number): Name | null {
  const { memo } = scene
  const bare = (to - scene.first <= 4 && !opensWithPlace(doc, scene.first, to)) || dated(doc, scene.first)
  if (memo.address >= to && !bare) return null
  if (memo.topic === undefined) memo.topic = topicOf(doc, scene)
  return memo.topic
}

/** "Nhật Bản năm nay giữ vai trò chủ tịch …": the country is the subject. */
const opensWithPlace = (doc: Document, first: number, to: number): boolean =>
  doc.marks.has(first, PLACE) && doc.marks.endAt(first, PLACE) < to

function topicOf(doc: Document, scene: Scene): Name | null {
  for (let k = namesBefore(doc.names, scene.first) - 1; k >= 0; k--) {
    const name = doc.names[k]
    if (scene.sentence - name.sentence > LOOK_BACK) return null
    // The subject of that sentence is its first name that is addressed or titled; a bare name may be a place or a firm.
    let first: Name | null = isAddressed(name) ? name : null
    for (let j = k - 1; j >= 0 && doc.names[j].sentence === name.sentence; j--) {
      k = j
      if (isAddressed(doc.names[j])) first = doc.names[j]
    }
    if (first === null) continue
    return first
  }
  return null
}

/** How many of the names, which are in order, begin before this token. */
function namesBefore(names: readonly Name[], token: number): number {
  let low = 0
  let high = names.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (names[mid].from < token) low = mid + 1
    else high = mid
  }
  return low
}

const isAddressed = (name: Name): boolean => name.honorific !== null || name.titles.length > 0

/** Does the sentence open with a date, so that its subject is the one of the sentence before? "50 người …" is no date. */
function dated(doc: Document, first: number): boolean {
  const { flags, key, start, end } = doc.tokens
  for (let j = first; j < first + 5 && j < doc.tokens.count; j++)
    if (
      (flags[j] & NUMBER) !== 0 &&
      (end[j] - start[j] === 4 || key[j + 1] === 0x2f || key[j + 1] === DASH || (j > 0 && DATE_WORDS.has(doc, j - 1)))
    )
      return true
  return false
}

const LISTS = new Set(['comma', 'plus', 'and', 'semicolon', 'dash', 'adjacent'])

/** "chức Bí thư Tỉnh ủy của ông X"; and dated lines of a biography. */
function ofPerson(doc: Document, scene: Scene): void {
  const { items, stop } = scene
  const dates: Dates = { read: scene.first, years: 0, onlyDates: true, colon: false }
  for (let i = 0; i < items.length; i++) {
    const title = items[i].title
    if (title === null || title.holder !== null || title.generic) continue
    const b = title.outer - 1
    const office =
      b >= scene.first &&
      (isWord(doc, b, 'chức') || isWord(doc, b, 'vụ') || isWord(doc, b, 'danh') || isWord(doc, b, 'vị'))
    if (office) {
      const after = nameAfter(doc, items, i, stop)
      if (after !== null) tie(doc, title, after, 'of')
    }
    if (title.holder === null && datedLine(doc, scene, title, dates)) {
      const holder = topicBefore(doc, scene, title.outer)
      if (holder !== null) {
        let k = i
        do {
          const own = items[k].title!
          tie(doc, own, holder, 'biography')
          if (own.statusBy === 'default') setStatus(own, 'former', 'career')
          k++
        } while (
          k < items.length &&
          items[k].title !== null &&
          items[k].title!.holder === null &&
          LISTS.has(gapBetween(doc, items[k - 1], items[k], stop))
        )
      }
    }
  }
}

/** What stands in a line up to the token `read`: each title reads on from where the one before left off. */
interface Dates {
  read: number
  years: number
  onlyDates: boolean
  colon: boolean
}

/** "Từ 2005 - 2010: Phó Giám đốc …", "- 8/2015 – 10/2018, Phó Bí thư …": a line of a biography. */
function datedLine(doc: Document, scene: Scene, title: Title, dates: Dates): boolean {
  const { key, flags, start, end } = doc.tokens
  for (; dates.read < title.outer; dates.read++) {
    const j = dates.read
    if ((flags[j] & NUMBER) !== 0) {
      if (end[j] - start[j] === 4) dates.years++
    } else if ((flags[j] & WORD) !== 0) {
      if (!dates.colon && !DATE_WORDS.has(doc, j)) dates.onlyDates = false
    } else if (key[j] === COLON && dates.years > 0) dates.colon = true
  }
  const { years, onlyDates, colon } = dates
  if (years === 0) return false
  // "Từ tháng 3/1950 đến tháng 5/1954: Chiến sĩ, Tiểu đội trưởng": a colon parts the time from the posts.
  if (colon) return onlyDates || isWord(doc, scene.first, 'từ') || isWord(doc, scene.first + 1, 'từ')
  // "Ngày 8/2/2018, Thủ tướng …" is news; a life is told by years, and a comma follows a span of them.
  const before = key[title.outer - 1]
  return onlyDates && (before === COMMA || before === DASH) && years > 1
}

const DATE_WORDS = new WordSet('từ năm tháng ngày giai đoạn đến trước sau khi nay là làm nghỉ hưu')
