/**
 * Sentences with a verb that directs by itself.
 *
 *   Thủ tướng yêu cầu Bộ Xây dựng hoàn thành rà soát trong tháng 1.
 *   "Phải trả lời dân bằng văn bản", Chủ tịch UBND tỉnh yêu cầu.
 *   Sở Xây dựng được giao chủ trì thẩm định lại thiết kế.
 *
 * What only looks like one is told off in no-orders.ts and near-misses.ts.
 */
import type { Document, Range } from '../../document.js'
import type { Force } from '../../records.js'
import { COLON, COMMA, PUNCTUATION } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { splitTasks } from './actions.js'
import { readTasks } from './addressee.js'
import type { Article } from './article.js'
import { type Attribution, tailOf } from './attribution.js'
import { PUBLIC, UNRANKED, WEAK } from './authority.js'
import { nameBefore } from './clauses.js'
import { obliges } from './modals.js'
import { isNamed, isSomebody } from './names.js'
import { isNearMiss, somebody } from './near-misses.js'
import { commands, isNoOrder } from './no-orders.js'
import { readObliged } from './obliged.js'
import { openerOf } from './openers.js'
import type { Quote } from './quotes.js'
import { actorAt, quoteAt, type Scene, type Verb, verbAt, verbFrom } from './scene.js'
import { resolve, topic, type Voice, voiceAt } from './speakers.js'
import { isInPaper, type Subject, subjectOf } from './subject.js'
import { opensTask, skipOpeners, type Tasks } from './tasks.js'
import { BLOCKER, CUE, forceOf, MODAL, REPORT, TASK, TELL } from './vocabulary.js'

/** A directive before it is filed. */
export interface Reading {
  voice: Voice | null
  cue: Range | null
  force: Force
  tasks: Tasks
  /** It has no speaker of its own, and carries on the directive before. */
  carried?: boolean
}

/** After the one written to: what about. */
const ABOUT = new WordSet('về nên để nhằm do vì')

/** A sentence is not asked about more of them: they are told off by the same words. */
const MOST_CUES = 12
/** So many sentences after a directive its speaker may give another one; "được yêu cầu" may stand farther off. */
const REACH = 2
const REACH_OF_PASSIVE = 6

/** The directive that a verb of the sentence makes by itself, or null. */
export function readCues(article: Article, scene: Scene): Reading | null {
  const tail = tailOf(article, scene)
  const told = tail !== null && (tail.verb.code & CUE) !== 0 ? tail : null
  // … việc khó cũng xong", Thủ tướng yêu cầu phải giữ sự đồng thuận: the order follows.
  const follows = told !== null && opensOrder(article.doc, scene, told.verb.to)
  if (told !== null && !follows) {
    const found = readTail(article, scene, told)
    if (found !== null) return found
  }
  let tried = 0
  for (const verb of scene.verbs) {
    if ((verb.code & CUE) === 0 || (verb.code & BLOCKER) !== 0) continue
    if (++tried > MOST_CUES) break
    if (tail !== null && verb.from === tail.verb.from && !follows) continue
    const found = readCue(article, scene, verb, tail)
    if (found !== null) return found
  }
  return told !== null && follows ? readTail(article, scene, told) : null
}

const opensOrder = (doc: Document, scene: Scene, i: number): boolean =>
  opensTask(doc, scene, i) || ((verbAt(scene, i)?.code ?? 0) & MODAL) !== 0

/** "…, Chủ tịch UBND tỉnh yêu cầu." */
function readTail(article: Article, scene: Scene, tail: Attribution): Reading | null {
  const { doc } = article
  const voice = resolve(article, scene, tail.actor)
  const force = forceOf(tail.verb.code)
  if (voice === null || voice.authority < WEAK || (voice.authority === WEAK && !commands(force))) return null
  let to = tail.mark
  while (to > scene.first && (doc.tokens.flags[to - 1] & PUNCTUATION) !== 0) to--
  const tasks = readContent(article, scene, to, !commands(force))
  if (tasks === null) return null
  const named = somebody(doc, scene, tasks)
  if (named === null && tasks.addressee !== null && !commands(force)) {
    // "Trách nhiệm của Bảo hiểm là giữ tiền cho đúng", ông lưu ý.
    if (!scene.verbs.some(v => v.to <= to && (v.code & (MODAL | CUE)) !== 0)) return null
  }
  tasks.addressee = named ?? (tail.verb.to < scene.end ? toldAfter(article, scene, tail.verb.to) : null)
  return { voice, cue: tail.verb, force: tasks.prohibits ? 'prohibit' : force, tasks }
}

/** "…, ông X yêu cầu các quận." */
function toldAfter(article: Article, scene: Scene, from: number): Range | null {
  const { doc } = article
  const { addressee } = readTasks(article, scene, from, scene.end)
  if (addressee !== null) return addressee
  const name = { from, to: scene.end }
  return scene.end - from <= 6 && isSomebody(doc, scene, name) && isNamed(doc, scene, name) ? name : null
}

/** The tasks of a sentence whose attribution stands last. */
function readContent(article: Article, scene: Scene, to: number, urges: boolean): Tasks | null {
  const { doc } = article
  const q = quoteAt(article.quotes, to - 1)
  const opens = q >= 0 && article.quotes[q].open >= scene.first ? article.quotes[q].open + 1 : scene.first
  const from = skipOpeners(doc, scene, opens, to)
  for (const verb of scene.verbs) {
    if (verb.from < from || verb.to > to) continue
    // "Tỉnh đề nghị Sở Du lịch kiểm tra", ông X đề nghị.
    if ((verb.code & CUE) !== 0 && (verb.code & BLOCKER) === 0) {
      const tasks = readTasks(article, scene, verb.to, to)
      if (tasks.strength === 2) return tasks
    }
    if ((verb.code & MODAL) !== 0 && obliges(doc, scene, verb, false))
      return readObliged(article, scene, from, verb, to)
  }
  const tasks = readTasks(article, scene, from, to)
  if (tasks.strength === 2) return tasks
  // "Nếu Bộ trưởng ngại thì báo cáo", ông đề nghị.
  const then = scene.verbs.find(v => v.to <= to && (v.code & TASK) !== 0 && isWord(doc, v.from - 1, 'thì'))
  if (q >= 0 && then !== undefined)
    return { addressee: null, actions: splitTasks(article, scene, then.from, to, null), strength: 2, prohibits: false }
  // "Cần thiết thì báo cáo Thường trực Thành ủy", ông chỉ đạo.
  if (q < 0 || urges) return null
  const verb = scene.verbs.find(v => v.from > from && v.to <= to && (v.code & TASK) !== 0)
  if (verb === undefined) return null
  return { addressee: null, actions: splitTasks(article, scene, verb.from, to, null), strength: 2, prohibits: false }
}

function readCue(article: Article, scene: Scene, verb: Verb, tail: Attribution | null): Reading | null {
  const { doc } = article
  const subject = subjectOf(doc, scene, verb.from)
  if (isNoOrder({ doc, scene, verb, subject })) return null
  const voice = voiceOf(article, scene, subject, verb)
  if (voice === undefined) return null
  const to = endOfOrder(article, scene, verb, tail)
  if (isFollowedByNoun(article, scene, verb, to)) return null
  const tasks = readTasks(article, scene, lastCue(doc, scene, verb).to, to)
  if (subject.kind === 'passive' && !tellsAnother(scene, subject, tasks))
    tasks.addressee = subjectOfPassive(doc, scene, subject.from) ?? tasks.addressee
  else tasks.addressee ??= addressedBefore(doc, subject, verb.from)
  const force = forceOf(verb.code)
  if (isNearMiss({ doc, scene, verb, subject, voice, force, tasks })) return null
  if (subject.kind !== 'passive') tasks.addressee = somebody(doc, scene, tasks)
  const carried = subject.actor === null && subject.kind !== 'passive' && voiceAt(article, scene, verb.from) === null
  return { voice, cue: { from: verb.from, to: verb.to }, force: tasks.prohibits ? 'prohibit' : force, tasks, carried }
}

/** "lưu ý yêu cầu phía trước rất lớn": a second verb right behind is a noun, unless a task follows it. */
function isFollowedByNoun(article: Article, scene: Scene, verb: Verb, to: number): boolean {
  const noun = verbAt(scene, verb.to)
  if (noun === null || (noun.code & CUE) === 0 || (noun.code & (TASK | BLOCKER)) !== 0) return false
  return readTasks(article, scene, noun.to, to).strength < 2
}

/** "đã nhiều lần chỉ đạo, đề nghị Bộ Xây dựng phối hợp": the tasks stand behind the last of several verbs. */
function lastCue(doc: Document, scene: Scene, verb: Verb): Verb {
  let last = verb
  const first = verbFrom(scene, verb.to)
  for (let v = first; v < scene.verbs.length && v - first < 3; v++) {
    const next = scene.verbs[v]
    const joined = next.from === last.to + 1 && (doc.tokens.key[last.to] === COMMA || isWord(doc, last.to, 'và'))
    if (!joined || (next.code & CUE) === 0 || (next.code & BLOCKER) !== 0) break
    last = next
  }
  return last
}

/** Where the order ends: at the closing mark of its quotation, or before the attribution. */
function endOfOrder(article: Article, scene: Scene, verb: Verb, tail: Attribution | null): number {
  const q = quoteAt(article.quotes, verb.from)
  let to = scene.end
  // Bí thư “đặt hàng” các viện: the verb alone is quoted.
  if (q >= 0 && article.quotes[q].close < to && !(forceOf(verb.code) === 'request' && isAlone(article.quotes[q], verb)))
    to = article.quotes[q].close
  if (tail !== null && tail.mark > verb.to && tail.mark < to) to = tail.mark
  return to
}

const isAlone = (quote: Quote, verb: Verb): boolean => quote.open === verb.from - 1 && quote.close === verb.to

/** The speaker; null where nobody can be named, undefined where it is none who may direct. */
function voiceOf(article: Article, scene: Scene, subject: Subject, verb: Verb): Voice | null | undefined {
  const { actor } = subject
  if (subject.kind === 'passive') {
    if (actor !== null) return resolve(article, scene, actor) ?? undefined
    return forceOf(verb.code) === 'order'
      ? (lastVoice(article, scene, REACH_OF_PASSIVE) ?? spokenBefore(article, scene, 2))
      : (lastVoice(article, scene) ?? spokenBefore(article, scene, 1))
  }
  if (actor === null) {
    const said = voiceAt(article, scene, verb.from)
    if (said !== null) return said
    return opensSentence(article, scene, verb)
      ? (lastVoice(article, scene) ?? namedBefore(article, scene) ?? undefined)
      : undefined
  }
  // "Việt Nam yêu cầu …", said by an official: the official is the speaker.
  if (actor.kind === 'place' && actor.country) {
    const said = voiceAt(article, scene, actor.from)
    if (said !== null && said.person !== null && said.authority === PUBLIC) return said
  }
  return resolve(article, scene, actor) ?? undefined
}

/** "Yêu cầu các xã …", "Đồng thời, chỉ đạo Sở Y tế …": nothing but a link stands before the verb. */
function opensSentence(article: Article, scene: Scene, verb: Verb): boolean {
  const { doc } = article
  if (doc.tokens.key[verb.from - 1] === COLON || verb.from <= scene.first + 2) return true
  // "Còn việc huấn luyện thì giao cho Công an."
  if (isWord(doc, verb.from - 1, 'thì')) return true
  // "Trong công văn cũng đề nghị …"
  if (isInPaper(doc, scene, verb.from)) return true
  // "Về hợp tác đầu tư, đề nghị …"
  return skipOpeners(doc, scene, scene.first, scene.end) === verb.from || openerOf(article, scene).at === verb.from
}

/** Whoever gave the directive before, where this sentence stands soon after it. */
function lastVoice(article: Article, scene: Scene, reach = REACH): Voice | null {
  const last = article.directives[article.directives.length - 1]
  if (last === undefined || last.speaker === null || scene.sentence - last.sentence > reach) return null
  return { ...last.speaker, authority: PUBLIC, rank: UNRANKED, country: false }
}

/** "Phó Thủ tướng đã gửi lời chia buồn. Yêu cầu Chủ tịch UBND tỉnh …": whom the sentence right before tells of. */
function namedBefore(article: Article, scene: Scene): Voice | null {
  const found = scene.sentence === 0 ? null : topic(article, scene.sentence - 1, 1)
  return found
}

/** Whom the sentence right before, or an order's second one, lets speak or names. */
function spokenBefore(article: Article, scene: Scene, reach: number): Voice | null {
  if (scene.sentence === 0) return null
  const speaks = (s: number): boolean =>
    s >= 0 && article.scene(s).verbs.some(v => (v.code & (CUE | REPORT | TELL)) !== 0)
  if (!speaks(scene.sentence - 1) && (reach < 2 || !speaks(scene.sentence - 2))) return null
  return topic(article, scene.sentence - 1, 2)
}

/** "Vụ việc được Thủ tướng chỉ đạo | UBND TP làm rõ": who is told stands after the verb. */
const tellsAnother = (scene: Scene, subject: Subject, { addressee, strength }: Tasks): boolean =>
  subject.actor !== null && strength === 2 && addressee !== null && actorAt(scene, addressee.from)?.authority === PUBLIC

/** "Sở Xây dựng được giao …" */
function subjectOfPassive(doc: Document, scene: Scene, to: number): Range | null {
  const name = nameBefore(doc, scene, scene.first, to)
  if (name !== null) return name
  let best: Range | null = null
  for (const a of scene.actors) if (a.to <= to && a.kind !== 'pronoun') best = { from: a.from, to: a.to }
  return best
}

/** "gửi các bộ, cơ quan ngang bộ, yêu cầu …", "làm việc với Sở Y tế đề nghị …": named before the verb. */
function addressedBefore(doc: Document, subject: Subject, verb: number): Range | null {
  if (subject.actor === null || subject.kind !== 'main') return null
  for (let i = verb - 1; i >= subject.actor.to && verb - i < 24; i--) {
    if (!isWord(doc, i, 'gửi') && !isWord(doc, i, 'với')) continue
    let to = i + 1
    while (to < verb && !ABOUT.has(doc, to)) to++
    while (to > i + 1 && ((doc.tokens.flags[to - 1] & PUNCTUATION) !== 0 || isWord(doc, to - 1, 'và'))) to--
    return to > i + 1 ? { from: i + 1, to } : null
  }
  return null
}
