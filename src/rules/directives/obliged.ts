/**
 * A modal of obligation -> who must act, and what.
 *
 *   các bộ, ngành | phải | hoàn thiện vị trí việc làm
 *   Trong tháng 12, | Chi cục Hải quan | phải | lắp thêm hai máy soi      a deadline before
 *   Các khoản thu | phải | được công khai                                 things oblige nobody by name
 */
import type { Range } from '../../document.js'
import { isWord } from '../words.js'
import { splitTasks } from './actions.js'
import type { Article } from './article.js'
import { clauseStart, nameBefore } from './clauses.js'
import { findDeadline } from './deadlines.js'
import { lastParty } from './parties.js'
import { actorAt, type Scene, type Verb } from './scene.js'
import { forbids, type Tasks } from './tasks.js'

/** Who must act and what, for the modal, in the stretch from `from` up to `to`. */
export function readObliged(article: Article, scene: Scene, from: number, modal: Verb, to: number): Tasks {
  const { doc, year } = article
  const start = clauseStart(doc, scene, modal, from)
  let name = nameBefore(doc, scene, start, modal.from)
  const early = findDeadline(doc, start, modal.from, year)
  if (early !== null) {
    // "Trước ngày 5/3 Bộ Y tế phải báo cáo", "Bộ Y tế trước ngày 5/3 phải báo cáo"
    if (name === null) name = nameBefore(doc, scene, early.to, modal.from)
    else if (early.from > name.from && early.to === name.to) name = { from: name.from, to: early.from }
  }
  const prohibits = forbids(doc, scene, modal.from)
  // The modal itself is inside an action that it forbids, and so is what stands in it: "không được", "Không ai được".
  const actions = splitTasks(article, scene, modal.from, to, early)
  const named = name ?? lastParty(doc, scene, start, modal.from)
  const addressee = isWord(doc, modal.to, 'được') ? agentOf(scene, modal.to + 1) : named
  return { addressee, actions, strength: 2, prohibits }
}

/** "cần được quốc tế hỗ trợ": who is to act in a passive. */
function agentOf(scene: Scene, i: number): Range | null {
  const actor = actorAt(scene, i)
  return actor === null ? null : { from: actor.from, to: actor.to }
}
