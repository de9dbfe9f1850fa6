/**
 * The verb that ties a title to somebody, with the verbs before it that decide: "được bầu | giữ chức", "từng | giữ chức".
 */
import type { Document, Title } from '../../document.js'
import { STATUS } from '../../lexicon/classes.js'
import type { Row } from '../../lexicon/lexicon.js'
import type { Status } from '../../records.js'
import { COLON, NUMBER } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'

/** Verbs of appointing and removing whose subject is the one who decides. */
const ACTS =
  /^(bầu|bổ nhiệm|chỉ định|điều động|phê chuẩn|đề cử|đề bạt|luân chuyển|phân công|cách|miễn nhiệm|bãi|giáng|xóa|cử|giới thiệu|trao|chuẩn y|khai trừ|phế truất|sa thải|tái bổ nhiệm|biệt phái|tiếp nhận|cho thôi|thăng|phong|truy thăng)/

/** Between a verb and its title: "giữ chức vụ Bí thư", "với cương vị Chủ tịch". */
const FILLERS = new WordSet(
  'một trong số hai ba chức vụ danh vị trí cương các của là thêm tất cả lần lượt những nhiệm từ cấp bậc',
)

export interface Predicate {
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

/** The verb that ends right before the title, fillers passed over. */
export function predicateBefore(doc: Document, from: number, title: Title, first: number): Predicate | null {
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

export function isNow(doc: Document, first: number, to: number): boolean {
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
