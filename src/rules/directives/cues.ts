/**
 * Sentences with a verb that directs by itself.
 *
 *   Thủ tướng yêu cầu Bộ Xây dựng hoàn thành rà soát trong tháng 1.
 *   "Phải trả lời dân bằng văn bản", Chủ tịch UBND tỉnh yêu cầu.
 *   Sở Xây dựng được giao chủ trì thẩm định lại thiết kế.
 *
 * None: what is asked upward, by citizens, firms or in court; what is planned or denied; the noun ("yêu cầu của").
 */
import type { Document, Range } from '../../document.js'
import type { Force } from '../../records.js'
import { COLON, COMMA, PUNCTUATION, QUOTE } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Article } from './article.js'
import { NONE, PUBLIC, UNRANKED, WEAK } from './authority.js'
import { nameBefore, readObliged } from './obliged.js'
import { PhraseSet } from './phrases.js'
import { actorAt, actorEnding, quoteAt, type Scene, type Verb, verbFrom } from './scene.js'
import { resolve, type Attribution, tailOf, topic, type Voice, voiceAt } from './speakers.js'
import { skipAdverbs, type Subject, subjectOf, VOIDERS } from './subject.js'
import { opensTask, readTasks, skipOpener, splitTasks, type Tasks } from './tasks.js'
import { BLOCKER, CUE, forceOf, MODAL, REPORT, TASK, TELL } from './vocabulary.js'

/** A directive before it is filed. */
export interface Reading {
  voice: Voice | null
  cue: Range | null
  force: Force
  tasks: Tasks
}

const MOST_CUES = 12
/** Right after the words, they show the noun: "yêu cầu của", "đề nghị này". */
/** "mong nhận được": a wish for oneself. */
const FOR_ONESELF = new WordSet('nhận được sẽ có rằng gì')
const MISDEEDS = new PhraseSet('vi phạm; khuyết điểm; thiếu trách nhiệm; sai phạm; trái quy định; buông lỏng; thiếu dân chủ')
/** What makes an assignment the filling of a post. */
const POSTS = new PhraseSet('giữ chức; giữ chức vụ; giữ cương vị; đảm nhiệm chức vụ; làm nhiệm vụ; tham gia ban chấp hành; tham gia ban thường vụ')
const NOUN_NEXT = new WordSet('của này đó trên ấy trước')
/** Posts and their verbs: "giao ông X giữ chức", "phân công bà Y phụ trách". */
const APPOINTS = new PhraseSet('giữ chức; giữ; đảm nhiệm; đảm nhận; làm; phụ trách; kiêm; kiêm nhiệm; điều hành; giữ quyền; tham gia; thay; quyền; đảm trách')
/** "ra lệnh bắt": a step of procedure. */
const PROCEDURE = new PhraseSet('bắt; khám xét; tạm giam; bắt tạm giam; bắt giữ; bắt khẩn cấp; khởi tố; giữ người; truy nã; cấm đi khỏi')

/** The directive that a verb of the sentence makes by itself, or null. */
export function readCues(article: Article, scene: Scene): Reading | null {
  const tail = tailOf(article, scene)
  if (tail !== null && (tail.verb.code & CUE) !== 0) {
    const found = readTail(article, scene, tail)
    if (found !== null) return found
  }
  let tried = 0
  for (const verb of scene.verbs) {
    if ((verb.code & CUE) === 0 || (verb.code & BLOCKER) !== 0) continue
    if (++tried > MOST_CUES) break
    if (tail !== null && verb.from === tail.verb.from) continue
    const found = readCue(article, scene, verb, tail)
    if (found !== null) return found
  }
  return null
}

/** "…, Chủ tịch UBND tỉnh yêu cầu." */
function readTail(article: Article, scene: Scene, tail: Attribution): Reading | null {
  const { doc } = article
  const voice = resolve(article, scene, tail.actor)
  if (voice === null || voice.authority < WEAK) return null
  let to = tail.mark
  while (to > scene.first && (doc.tokens.flags[to - 1] & PUNCTUATION) !== 0) to--
  const tasks = readContent(article, scene, to)
  if (tasks === null) return null
  if (tasks.addressee === null && tail.verb.to < scene.end) {
    const named = readTasks(article, scene, tail.verb.to, scene.end).addressee ?? wholeName(doc, scene, tail.verb.to)
    tasks.addressee = named
  }
  return { voice, cue: tail.verb, force: tasks.prohibits ? 'prohibit' : forceOf(tail.verb.code), tasks }
}

/** "yêu cầu các quận.": a name up to the end of the sentence. */
function wholeName(_doc: Document, scene: Scene, from: number): Range | null {
  return scene.end - from <= 6 && scene.end > from ? { from, to: scene.end } : null
}

/** The tasks of a sentence whose attribution stands last. */
function readContent(article: Article, scene: Scene, to: number): Tasks | null {
  const { doc } = article
  const q = quoteAt(article.quotes, to - 1)
  let from = q >= 0 && article.quotes[q].open >= scene.first ? article.quotes[q].open + 1 : scene.first
  for (let n = skipOpener(doc, scene, from, to); n > from; n = skipOpener(doc, scene, from, to)) from = n
  for (const verb of scene.verbs) {
    if (verb.from < from || verb.to > to || (verb.code & MODAL) === 0) continue
    return readObliged(article, scene, from, verb, to)
  }
  const tasks = readTasks(article, scene, from, to)
  if (tasks.strength === 2) return tasks
  // "Cần thiết thì báo cáo Thường trực Thành ủy", ông chỉ đạo.
  if (q < 0) return null
  for (const verb of scene.verbs)
    if (verb.from > from && verb.to <= to && (verb.code & TASK) !== 0) return { addressee: null, actions: splitTasks(article, scene, verb.from, to, null), strength: 2, prohibits: false }
  return null
}

function readCue(article: Article, scene: Scene, verb: Verb, tail: Attribution | null): Reading | null {
  const { doc } = article
  if (NOUN_NEXT.has(doc, verb.to) && verb.to < scene.stop) return null
  const j = skipAdverbs(doc, scene, verb.from, scene.first)
  if (j > scene.first && VOIDERS.has(doc, j - 1) && actorEnding(scene, j) === null) return null
  const subject = subjectOf(doc, scene, verb.from)
  if (subject.kind === 'stranger') return null
  const voice = voiceOf(article, scene, subject, verb)
  if (voice === undefined) return null
  // "bị Ủy ban Kiểm tra đề nghị kỷ luật": suffered, not asked.
  if (subject.kind === 'passive' && isWord(doc, subject.from, 'bị')) return null
  if (isListed(doc, scene, verb) || (subject.kind === 'main' && tellsMisdeeds(doc, scene, subject, verb))) return null
  const to = endOfOrder(article, scene, verb, tail)
  const tasks = readTasks(article, scene, verb.to, to)
  const force = forceOf(verb.code)
  if (!accepts(article, scene, verb, voice, tasks, force, subject)) return null
  if (subject.kind === 'passive') tasks.addressee = nameBefore(doc, scene, scene.first, subject.from) ?? subjectBefore(scene, subject.from) ?? tasks.addressee
  else tasks.addressee ??= addressedBefore(doc, scene, verb.from)
  return { voice, cue: { from: verb.from, to: verb.to }, force: tasks.prohibits ? 'prohibit' : force, tasks }
}

/** "đã vi phạm quy chế …; ký văn bản và giao cho cấp dưới …": what is blamed on the subject is no order. */
function tellsMisdeeds(doc: Document, scene: Scene, subject: Subject, verb: Verb): boolean {
  for (let i = subject.actor === null ? scene.first : subject.actor.to; i < verb.from; i++) if (MISDEEDS.endAt(doc, i, verb.from) > 0) return true
  return false
}

/** "trong việc lãnh đạo, chỉ đạo": one of several nouns. */
function isListed(doc: Document, scene: Scene, verb: Verb): boolean {
  if (verb.from - 2 < scene.first || doc.tokens.key[verb.from - 1] !== COMMA) return false
  const i = verbFrom(scene, verb.from) - 1
  const before = scene.verbs[i]
  if (before === undefined || before.to !== verb.from - 1 || (before.code & TASK) === 0 || (before.code & (REPORT | TELL | CUE)) !== 0) return false
  const subject = subjectOf(doc, scene, before.from)
  return subject.kind === 'stranger' || subject.kind === 'none'
}

/** Where the order ends: at the closing mark of its quotation, or before the attribution. */
function endOfOrder(article: Article, scene: Scene, verb: Verb, tail: Attribution | null): number {
  const q = quoteAt(article.quotes, verb.from)
  let to = scene.end
  if (q >= 0 && article.quotes[q].close < to) to = article.quotes[q].close
  if (tail !== null && tail.mark > verb.to && tail.mark < to) to = tail.mark
  return to
}

/** The speaker; null where nobody can be named, undefined where it is none who may direct. */
function voiceOf(article: Article, scene: Scene, subject: Subject, verb: Verb): Voice | null | undefined {
  const { actor } = subject
  if (subject.kind === 'passive') {
    if (actor !== null) return resolve(article, scene, actor) ?? undefined
    return topic(article, scene.sentence - 1)
  }
  if (actor === null) {
    const said = voiceAt(article, scene, verb.from)
    if (said !== null) return said
    return article.doc.tokens.key[verb.from - 1] === COLON || verb.from <= scene.first + 2 ? (lastVoice(article, scene) ?? undefined) : undefined
  }
  // "Việt Nam yêu cầu …", said by an official: the official is the speaker.
  if (actor.kind === 'place' && actor.country) {
    const said = voiceAt(article, scene, actor.from)
    if (said !== null) return said
  }
  return resolve(article, scene, actor) ?? undefined
}

/** Whoever gave the directive before, where this sentence stands right after it. */
function lastVoice(article: Article, scene: Scene): Voice | null {
  const last = article.directives[article.directives.length - 1]
  if (last === undefined || last.speaker === null || scene.sentence - last.sentence > 2) return null
  return { ...last.speaker, authority: PUBLIC, rank: UNRANKED, country: false }
}

function accepts(article: Article, scene: Scene, verb: Verb, voice: Voice | null, tasks: Tasks, force: Force, subject: Subject): boolean {
  const { doc } = article
  if (voice !== null) {
    if (voice.authority === NONE) return false
    if (voice.authority === WEAK && force !== 'order' && force !== 'assign') return false
  }
  const commands = force === 'order' || force === 'assign'
  if (tasks.strength === 0 && !hasTask(doc, scene, verb) && !announces(doc, scene, verb)) return false
  if (tasks.strength === 1 && tasks.actions.length === 0 && !commands && force !== 'urge') return false
  if (isWord(doc, verb.from, 'giao') && verb.to === verb.from + 1 && tasks.addressee === null && subject.kind !== 'passive') return false
  if (isWord(doc, verb.from, 'ra') && PROCEDURE.endAt(doc, verb.to, scene.stop) > 0) return false
  if (isWord(doc, verb.from, 'mong') && FOR_ONESELF.has(doc, verb.to)) return false
  if (force === 'assign') for (let i = verb.to; i < scene.end && i - verb.to < 60; i++) if (POSTS.endAt(doc, i, scene.stop) > 0) return false
  if (force === 'assign' && tasks.addressee !== null) {
    const named = actorAt(scene, tasks.addressee.from)
    const first = tasks.actions[0]
    if (named !== null && (named.kind === 'person' || named.kind === 'title') && first !== undefined && APPOINTS.endAt(doc, first.from, scene.stop) > 0) return false
  }
  if (force === 'request' && voice !== null && proposesUpward(scene, voice, tasks)) return false
  return true
}

/** "yêu cầu việc …", "chỉ đạo việc trồng cây": a task as a noun. */
function hasTask(doc: Document, scene: Scene, verb: Verb): boolean {
  let p = verb.to
  if (doc.tokens.key[p] === COLON || doc.tokens.key[p] === QUOTE) p++
  return isWord(doc, p, 'việc') || opensTask(doc, scene, p)
}

/** "… yêu cầu:" at the end of its sentence: a list follows. */
const announces = (doc: Document, scene: Scene, verb: Verb): boolean => verb.to >= scene.end && doc.tokens.key[scene.stop - 1] === COLON

/** Somebody who asks a body above him proposes. */
function proposesUpward(scene: Scene, voice: Voice, tasks: Tasks): boolean {
  if (tasks.addressee === null || voice.rank === UNRANKED || voice.country) return false
  const named = actorAt(scene, tasks.addressee.from)
  return named !== null && !named.country && named.rank !== UNRANKED && named.rank > voice.rank
}

/** The subject of a passive: "Sở Xây dựng được giao". */
function subjectBefore(scene: Scene, to: number): Range | null {
  let best: Range | null = null
  for (const a of scene.actors) if (a.to <= to && a.kind !== 'pronoun') best = { from: a.from, to: a.to }
  return best
}

/** "gửi các bộ, cơ quan ngang bộ, yêu cầu …", "làm việc với Sở Y tế đề nghị …": named before the verb. */
function addressedBefore(doc: Document, scene: Scene, verb: number): Range | null {
  for (let i = verb - 1; i > scene.first && verb - i < 24; i--) {
    if (!isWord(doc, i, 'gửi') && !isWord(doc, i, 'với')) continue
    let to = verb
    while (to > i + 1 && ((doc.tokens.flags[to - 1] & PUNCTUATION) !== 0 || isWord(doc, to - 1, 'và'))) to--
    return to > i + 1 ? { from: i + 1, to } : null
  }
  return null
}
