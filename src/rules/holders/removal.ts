/**
 * Who has left his posts, or lost them, where the verb names none: "ông X từ chức", "ông X bị cách chức".
 */
import type { Document, Name } from '../../document.js'
import { STATUS } from '../../lexicon/classes.js'
import { COMMA } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Item, Scene } from './scene.js'
import { setStatus } from './tense.js'

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
export function removedSubjects(doc: Document, { items, first, stop }: Scene): void {
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
