/**
 * When a post that a verb gives was, is or will be held.
 *
 *   từng giữ chức · làm từ 2005 đến 2010 · vừa được bầu · kể từ khi nhậm chức
 */
import type { Document, Name, Title } from '../../document.js'
import { HONORIFIC } from '../../lexicon/classes.js'
import type { Status } from '../../records.js'
import { COMMA, DASH, NUMBER, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { isNow, type Predicate } from './predicate.js'
import type { Scene } from './scene.js'

/** "từng giữ chức thủ tướng từ năm 1981 đến 2003": what was held then may be held again today. */
export function spanFollows(doc: Document, p: number, stop: number): boolean {
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
export function movesOn({ memo }: Scene, i: number, holder: Name | null): boolean {
  return holder !== null && memo.titleBehind(holder) < i
}

/**
 * The verb's status, as its sentence puts it in time: before something else ("Trước khi …, ông làm …") or of an earlier month
 * or year ("được bổ nhiệm giữ chức … vào tháng 11/2015") it tells what was, not what is being taken up.
 */
export function timeOf(
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

export function setStatus(title: Title, status: Status, by: Title['statusBy'] = 'rule'): void {
  title.status = status
  title.statusBy = by
}

export const DATE_WORDS = new WordSet('từ năm tháng ngày giai đoạn đến trước sau khi nay là làm nghỉ hưu')
