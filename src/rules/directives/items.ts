/**
 * Somebody with a task right behind, and no word that obliges: told to act where tasks are being listed.
 *
 *   Bộ Quốc phòng | bố trí lực lượng …      - Sở Tài chính: thu hồi …      Vụ này sẽ | tổng hợp, báo cáo Chánh án
 */
import type { Document, Range } from '../../document.js'
import { COLON, NUMBER, PUNCTUATION, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Article } from './article.js'
import { NONE } from './authority.js'
import { NOUN_OPENERS, tellsAt } from './imperatives.js'
import { AGENTS, isSomebody } from './names.js'
import { actorAt, type Scene, verbAt } from './scene.js'
import { skipOpeners } from './tasks.js'
import { BLOCKER, CUE, MANNER, REPORT, TASK, TELL } from './vocabulary.js'
import { isWorker } from './workers.js'

/** First words of groups that are told to act in a list without "các": "Ngành giao thông đẩy nhanh …". */
const GROUPS = new WordSet('ngành lực cán địa đơn')
const LINKS = new WordSet('và các của tại ở từ đến với cùng những')

/** Is a list of tasks being told: lines after a written order or a colon, or more than one sentence already? */
export function isListed(article: Article): boolean {
  const last = article.directives[article.directives.length - 1]
  if (last === undefined) return false
  if (last.continues !== null) return true
  const head = article.scene(last.sentence)
  return (
    article.doc.tokens.key[head.stop - 1] === COLON || (head.actors.length > 0 && head.actors[0].kind === 'document')
  )
}

/** Does the sentence open with a body and a verb that may be its task: "Bộ Công Thương chỉ đạo vận hành an toàn hồ đập"? */
export function opensAsItem(article: Article, scene: Scene): boolean {
  const actor = scene.actors[0]
  if (actor === undefined || actor.kind !== 'body' || article.directives.length === 0) return false
  // "Bên cạnh đó, UBND TP chỉ đạo …": right after the one who was told to act.
  const told = addressedBefore(article, actor.from, actor.to)
  const opens = actor.from <= scene.first + 2 || skipOpeners(article.doc, scene, scene.first, scene.end) === actor.from
  if (!opens || !(told || (actor.from <= scene.first + 2 && isListed(article)))) return false
  const last = article.directives[article.directives.length - 1]
  if (scene.sentence - last.sentence > 1) return false
  const verb = verbAt(scene, actor.to)
  return verb !== null && (verb.code & TASK) !== 0
}

/** Somebody at `at` with a task right behind: "Bộ Quốc phòng bố trí …", "Vụ này sẽ tổng hợp …". */
export function nameAt(
  article: Article,
  scene: Scene,
  at: number,
  item: boolean,
  listed: boolean,
): { range: Range; task: number } | null {
  const { doc } = article
  if (verbAt(scene, at) !== null) return null
  const determined = isWord(doc, at, 'các') || isWord(doc, at, 'mỗi') || isWord(doc, at, 'từng')
  const actor = actorAt(scene, at)
  const group = listed && GROUPS.has(doc, at) && AGENTS.endAt(doc, at, scene.stop) > 0
  if (actor === null && !determined && !item && !group) return null
  if (
    actor !== null &&
    (actor.authority === NONE ||
      actor.country ||
      actor.kind === 'pronoun' ||
      actor.kind === 'self' ||
      actor.kind === 'document')
  )
    return null
  let loose = 0
  const again = actor !== null && actor.kind === 'body' && addressedBefore(article, at, actor.to)
  // "…, Hà Nội đề xuất và Thành ủy đã thông qua": what was done.
  const leads =
    actor !== null && actor.kind === 'body' && isWord(doc, actor.to, 'chủ') && isWord(doc, actor.to + 1, 'trì')
  if (!item && !leads) for (let i = at; i < scene.end; i++) if (isWord(doc, i, 'đã')) return null
  for (let i = at; i < scene.end && i - at < 50; ) {
    const inner = actorAt(scene, i)
    if (inner !== null) {
      i = inner.to
      continue
    }
    const verb = verbAt(scene, i)
    if (verb !== null) {
      // "Ngành giao thông | đẩy nhanh …": words that only look like verbs.
      if (verb.code === BLOCKER && group) {
        i = verb.to
        continue
      }
      if ((verb.code & TASK) === 0 || i === at || isWord(doc, i - 1, 'có')) return null
      if (isWorker(doc, scene, i)) {
        i = verb.to
        continue
      }
      const sure = item || again || (listed && (actor === null || actor.kind === 'body'))
      if (!sure && (verb.code & (CUE | TELL | REPORT)) !== 0) return null
      if (!sure && (verb.code & MANNER) === 0 && NOUN_OPENERS.endAt(doc, i, scene.stop) === verb.to) return null
      const range = { from: at, to: trim(doc, at, i) }
      // A person is told how to go about it: "Ông X nghiêm túc rút kinh nghiệm".
      if (actor !== null && (actor.kind === 'person' || actor.kind === 'title') && !sure && (verb.code & MANNER) === 0)
        return null
      return isSomebody(doc, scene, range) ? { range, task: i } : null
    }
    if (isWord(doc, i, 'không') && !item && !listed) return null
    if (isWord(doc, i, 'liên') && isWord(doc, i + 1, 'tục')) return null
    if (isWord(doc, i, 'sẽ') && addressedBefore(article, at, i)) {
      const next = verbAt(scene, i + 1)
      const has = isWord(doc, i + 1, 'có')
      const range = { from: at, to: i }
      if (!isSomebody(doc, scene, range)) return null
      return (next !== null && (next.code & TASK) !== 0) || has ? { range, task: i + 1 } : null
    }
    if (
      tellsAt(doc, i) ||
      isWord(doc, i, 'sẽ') ||
      isWord(doc, i, 'cũng') ||
      isWord(doc, i, 'vừa') ||
      isWord(doc, i, 'được')
    )
      return null
    if ((doc.tokens.flags[i] & NUMBER) !== 0 && i - at < 2) return null
    // After a name that was read whole, few words may go on with it.
    if (actor !== null && !item && (doc.tokens.flags[i] & WORD) !== 0 && !LINKS.has(doc, i) && ++loose > 3) return null
    i++
  }
  return null
}

/** Is the one named from `from` to `to` the one that the directive before addresses? */
function addressedBefore(article: Article, from: number, to: number): boolean {
  const { doc } = article
  const { key } = doc.tokens
  const last = article.directives[article.directives.length - 1]
  if (isWord(doc, to - 1, 'này')) return true
  for (let d = article.directives.length - 1; d >= 0 && d > article.directives.length - 4; d--) {
    const { addressee } = article.directives[d]
    if (addressee === null || article.directives[d].sentence < last.sentence - 4) continue
    if (key[addressee.from] === key[from] && key[addressee.to - 1] === key[to - 1]) return true
  }
  return false
}

function trim(doc: Document, from: number, to: number): number {
  while (
    to > from + 1 &&
    ((doc.tokens.flags[to - 1] & PUNCTUATION) !== 0 || isWord(doc, to - 1, 'cần') || isWord(doc, to - 1, 'đều'))
  )
    to--
  return to
}
