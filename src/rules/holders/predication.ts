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
import type { Document, Title } from '../../document.js'
import type { Via } from '../../records.js'
import { CAPITAL, NUMBER } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { tie } from './apposition.js'
import { ofPerson } from './biography.js'
import { saysOf } from './copula.js'
import { predicateBefore } from './predicate.js'
import { removedSubjects } from './removal.js'
import { gapBetween, type Scene, skipAsides } from './scene.js'
import { findHolder, joinedWith } from './subject.js'
import { movesOn, setStatus, spanFollows, timeOf } from './tense.js'

const BETWEEN_COPULA = new WordSet('của đó hiện nay nhiệm tiếp theo mới bây giờ lúc này khi đương thời')

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

/** "là một trong hai Bí thư trẻ nhất": one of several, but a definite person. */
function oneOf(doc: Document, title: Title): boolean {
  for (let j = title.outer - 1; j > 0 && j > title.outer - 4; j--)
    if (isWord(doc, j, 'trong') && (isWord(doc, j - 1, 'một') || (doc.tokens.flags[j - 1] & NUMBER) !== 0)) return true
  return false
}
