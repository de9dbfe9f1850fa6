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
import { CAPITAL, COLON, COMMA, PUNCTUATION, QUOTE, SEMICOLON, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Actor } from './actors.js'
import type { Article } from './article.js'
import { NONE, PUBLIC, UNRANKED, WEAK } from './authority.js'
import { nameBefore, obliges, PROPOSALS, readObliged } from './obliged.js'
import { PhraseSet } from './phrases.js'
import { actorAt, actorEnding, quoteAt, type Scene, type Verb, verbAt, verbFrom } from './scene.js'
import { resolve, type Attribution, tailOf, topic, type Voice, voiceAt } from './speakers.js'
import { skipAdverbs, type Subject, subjectOf, VOIDERS } from './subject.js'
import { AGENTS, DETERMINERS, isSomebody, opensTask, readTasks, skipOpener, splitTasks, type Tasks } from './tasks.js'
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

const MOST_CUES = 12
/** Right after the words, they show the noun: "yêu cầu của", "đề nghị này". */
/** "mong nhận được": a wish for oneself. */
const FOR_ONESELF = new WordSet('nhận được sẽ có rằng gì')
/** Right after "yêu cầu": a noun, not a task. */
const NO_TASK = new WordSet('về cao cấp tối khắt khác gì nào và hay hoặc là đặt riêng chung mới bức')
/** What begins so is told of the one addressed, not asked of him. */
const STATES = new WordSet('là đã đang sẽ có không vẫn cũng')
/** Right after the subject: what he plans or would do. */
const PLANS = new WordSet('sẽ đang dự định muốn')
/** Before "đề xuất", they show the noun. */
const NOUN_BEFORE = new WordSet('với theo các những của về một từ mọi nhiều bản này')
const ASKS = new PhraseSet('kiến nghị; đề xuất; xin')
const DENIALS = new PhraseSet('phủ nhận; bác bỏ; bác thông tin; tin đồn; giả mạo; mạo danh; không có chuyện')
const MISDEEDS = new PhraseSet('vi phạm; khuyết điểm; thiếu trách nhiệm; sai phạm; trái quy định; buông lỏng; thiếu dân chủ')
const BILLS = new PhraseSet('tờ trình; dự thảo luật; dự án luật; dự luật; dự thảo nghị quyết; vào Điều; điều khoản')
const MEETINGS = new PhraseSet('hội nghị; phiên họp; cuộc họp; buổi; lễ; đại hội; hội thảo; công tác; trận; chiến dịch; cuộc')
/** What makes an assignment the filling of a post. */
const POSTS = new PhraseSet('giữ chức; giữ chức vụ; giữ cương vị; đảm nhiệm chức vụ; làm nhiệm vụ; tham gia ban chấp hành; tham gia ban thường vụ')
const NOUN_NEXT = new WordSet('của này đó trên ấy trước như')
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
  const own = forceOf(tail.verb.code)
  if (voice.authority === WEAK && own !== 'order' && own !== 'assign') return null
  let to = tail.mark
  while (to > scene.first && (doc.tokens.flags[to - 1] & PUNCTUATION) !== 0) to--
  const tasks = readContent(article, scene, to, own !== 'order' && own !== 'assign')
  if (tasks === null) return null
  if (tasks.addressee !== null && !isSomebody(doc, scene, tasks.addressee)) {
    if (own !== 'order' && own !== 'assign' && !scene.verbs.some(v => v.to <= to && (v.code & (MODAL | CUE)) !== 0)) return null
    tasks.addressee = null
  }
  if (tasks.addressee === null && tail.verb.to < scene.end) {
    const named = readTasks(article, scene, tail.verb.to, scene.end).addressee ?? wholeName(doc, scene, tail.verb.to)
    tasks.addressee = named
  }
  return { voice, cue: tail.verb, force: tasks.prohibits ? 'prohibit' : forceOf(tail.verb.code), tasks }
}

/** "yêu cầu các quận.": a name up to the end of the sentence. */
function wholeName(doc: Document, scene: Scene, from: number): Range | null {
  const name = { from, to: scene.end }
  return scene.end - from <= 6 && scene.end > from && isSomebody(doc, scene, name) && isNamed(doc, scene, name) ? name : null
}

/** The tasks of a sentence whose attribution stands last. */
function readContent(article: Article, scene: Scene, to: number, urges: boolean): Tasks | null {
  const { doc } = article
  const q = quoteAt(article.quotes, to - 1)
  let from = q >= 0 && article.quotes[q].open >= scene.first ? article.quotes[q].open + 1 : scene.first
  for (let n = skipOpener(doc, scene, from, to); n > from; n = skipOpener(doc, scene, from, to)) from = n
  for (const verb of scene.verbs) {
    if (verb.from < from || verb.to > to) continue
    // "Tỉnh đề nghị Sở Du lịch kiểm tra", ông X đề nghị.
    if ((verb.code & CUE) !== 0 && (verb.code & BLOCKER) === 0) {
      const tasks = readTasks(article, scene, verb.to, to)
      if (tasks.strength === 2) return tasks
    }
    if ((verb.code & MODAL) === 0 || !obliges(doc, scene, verb, false)) continue
    return readObliged(article, scene, from, verb, to)
  }
  const tasks = readTasks(article, scene, from, to)
  if (tasks.strength === 2) return tasks
  // "Cần thiết thì báo cáo Thường trực Thành ủy", ông chỉ đạo.
  if (q < 0 || urges) return null
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
  if (subject.kind === 'stranger' || isProposedBy(doc, scene, subject, verb)) return null
  const voice = voiceOf(article, scene, subject, verb)
  if (voice === undefined) return null
  // "bị Ủy ban Kiểm tra đề nghị kỷ luật": suffered, not asked.
  if (subject.kind === 'passive' && isWord(doc, subject.from, 'bị')) return null
  if (isListed(doc, scene, verb) || (subject.kind === 'main' && isFarFrom(doc, scene, subject, verb))) return null
  if (isDenied(doc, scene, verb)) return null
  const to = endOfOrder(article, scene, verb, tail)
  const tasks = readTasks(article, scene, lastCue(doc, scene, verb).to, to)
  // "lưu ý yêu cầu phía trước rất lớn": the second is a noun, unless a task follows it.
  const noun = verbAt(scene, verb.to)
  if (noun !== null && (noun.code & CUE) !== 0 && (noun.code & (TASK | BLOCKER)) === 0 && readTasks(article, scene, noun.to, to).strength < 2) return null
  if (subject.kind === 'passive') tasks.addressee = nameBefore(doc, scene, scene.first, subject.from) ?? subjectBefore(scene, subject.from) ?? tasks.addressee
  else tasks.addressee ??= addressedBefore(doc, subject, verb.from)
  const force = forceOf(verb.code)
  if (!accepts(article, scene, verb, voice, tasks, force, subject)) return null
  const carried = subject.actor === null && subject.kind !== 'passive' && voiceAt(article, scene, verb.from) === null
  return { voice, cue: { from: verb.from, to: verb.to }, force: tasks.prohibits ? 'prohibit' : force, tasks, carried }
}

/**
 * What stands between the sentence's subject and a further verb shows that it is no order of his:
 * "đã vi phạm quy chế …; ký văn bản và giao cho cấp dưới …", "nêu các thách thức: … và yêu cầu đổi mới", "đang xây dựng kế hoạch để … và yêu cầu …".
 */
function isFarFrom(doc: Document, scene: Scene, subject: Subject, verb: Verb): boolean {
  const from = subject.actor === null ? scene.first : subject.actor.to
  if (PLANS.has(doc, from) || isWord(doc, from + 1, 'sẽ')) return true
  let purpose = false
  for (let i = from; i < verb.from; i++) {
    if (doc.tokens.key[i] === COLON || MISDEEDS.endAt(doc, i, verb.from) > 0) return true
    if (isWord(doc, i, 'để') || isWord(doc, i, 'nhằm')) purpose = true
    else if (actorAt(scene, i) !== null) purpose = false
    else if (doc.tokens.key[i] === COMMA && !opensTask(doc, scene, i + 1) && i + 1 < verb.from) purpose = false
  }
  return purpose
}

/** "kiến nghị Thủ tướng chỉ đạo UBND thành phố …": the order is only asked for. */
function isProposedBy(doc: Document, scene: Scene, subject: Subject, verb: Verb): boolean {
  if (subject.actor === null) return false
  const before = scene.verbs[verbFrom(scene, subject.actor.from) - 1]
  if (before !== undefined && before.to === subject.actor.from && PROPOSALS.endAt(doc, before.from, scene.stop) === before.to) return true
  // "UBND tỉnh kiến nghị Bộ X thống nhất với Bộ Y chỉ đạo …"
  for (let v = verbFrom(scene, subject.actor.to); v < scene.verbs.length && scene.verbs[v].from < verb.from; v++) if (ASKS.endAt(doc, scene.verbs[v].from, scene.stop) > 0 && !NOUN_BEFORE.has(doc, scene.verbs[v].from - 1)) return true
  return false
}

/** "phủ nhận thông tin cho rằng chính quyền yêu cầu …" */
function isDenied(doc: Document, scene: Scene, verb: Verb): boolean {
  for (let i = scene.first; i < verb.from; i++) if (DENIALS.endAt(doc, i, verb.from) > 0) return true
  return false
}

/** "đã nhiều lần chỉ đạo, đề nghị Bộ Xây dựng phối hợp": the tasks stand behind the last of several verbs. */
function lastCue(doc: Document, scene: Scene, verb: Verb): Verb {
  let last = verb
  for (let v = verbFrom(scene, verb.to); v < scene.verbs.length && v - verbFrom(scene, verb.to) < 3; v++) {
    const next = scene.verbs[v]
    const joined = next.from === last.to + 1 && (doc.tokens.key[last.to] === COMMA || isWord(doc, last.to, 'và'))
    if (!joined || (next.code & CUE) === 0 || (next.code & BLOCKER) !== 0) break
    last = next
  }
  return last
}

/** "trong việc lãnh đạo, chỉ đạo": one of several nouns. */
function isListed(doc: Document, scene: Scene, verb: Verb): boolean {
  if (verb.from - 2 < scene.first || doc.tokens.key[verb.from - 1] !== COMMA) return false
  const i = verbFrom(scene, verb.from) - 1
  const before = scene.verbs[i]
  if (before === undefined || before.to !== verb.from - 1) return false
  const subject = subjectOf(doc, scene, before.from)
  // "được quán triệt, đôn đốc thực hiện"
  if (subject.kind === 'passive' && subject.actor === null) return true
  if ((before.code & TASK) === 0 || (before.code & (REPORT | TELL | CUE)) !== 0) return false
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
    return lastVoice(article, scene) ?? spokenBefore(article, scene)
  }
  if (actor === null) {
    const said = voiceAt(article, scene, verb.from)
    if (said !== null) return said
    return article.doc.tokens.key[verb.from - 1] === COLON || verb.from <= scene.first + 2 || opensAfterLink(article, scene, verb) ? (lastVoice(article, scene) ?? undefined) : undefined
  }
  // "Việt Nam yêu cầu …", said by an official: the official is the speaker.
  if (actor.kind === 'place' && actor.country) {
    const said = voiceAt(article, scene, actor.from)
    if (said !== null && said.person !== null && said.authority === PUBLIC) return said
  }
  return resolve(article, scene, actor) ?? undefined
}

/** "Đồng thời, chỉ đạo Sở Y tế …": the verb stands right behind a word that carries on. */
function opensAfterLink(article: Article, scene: Scene, verb: Verb): boolean {
  let p = scene.first
  for (let n = skipOpener(article.doc, scene, p, scene.end); n > p; n = skipOpener(article.doc, scene, p, scene.end)) p = n
  return p === verb.from
}

/** Whom the sentence right before lets speak, or names. */
function spokenBefore(article: Article, scene: Scene): Voice | null {
  if (scene.sentence === 0) return null
  const before = article.scene(scene.sentence - 1)
  if (!before.verbs.some(v => (v.code & (CUE | REPORT | TELL)) !== 0)) return null
  return topic(article, scene.sentence - 1, 2)
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
  if (subject.kind === 'passive' && !acceptsPassive(doc, scene, verb, tasks, force, subject.actor)) return false
  if (subject.kind === 'passive' && voice === null && force === 'assign') return false
  const told = tasks.addressee === null ? null : actorAt(scene, tasks.addressee.from)
  if (told !== null && told.kind === 'self' && !isWord(doc, told.to - 1, 'ta')) return false
  const commands = force === 'order' || force === 'assign'
  if (tasks.strength === 0 && !hasTask(doc, scene, verb) && !announces(doc, scene, verb) && !asksPlainly(doc, scene, verb, subject)) return false
  if (tasks.strength === 1 && tasks.actions.length === 0 && !commands && force !== 'urge') return false
  if (tasks.strength === 1 && force === 'urge' && tasks.actions.length > 0 && STATES.has(doc, tasks.actions[0].from)) return false
  // "nhắc nhở rằng ông không chấp nhận …": he speaks of himself.
  if (tasks.addressee !== null && isWord(doc, tasks.addressee.from - 1, 'rằng') && actorAt(scene, tasks.addressee.from)?.kind === 'pronoun') return false
  if (isWord(doc, verb.from, 'giao') && verb.to === verb.from + 1 && tasks.addressee === null && subject.kind !== 'passive') return false
  if (isWord(doc, verb.from, 'nhờ') && subject.actor?.kind === 'person') return false
  // A province that asks, nobody named, asks those above it.
  if (force === 'request' && tasks.addressee === null && subject.actor?.kind === 'place') return false
  if ((isWord(doc, verb.to - 1, 'mong') || isWord(doc, verb.to - 1, 'muốn')) && (tasks.addressee === null || !isNamed(doc, scene, tasks.addressee))) return false
  if (isWord(doc, verb.from, 'ra') && PROCEDURE.endAt(doc, verb.to, scene.stop) > 0) return false
  if ((isWord(doc, verb.to - 1, 'mong') || isWord(doc, verb.to - 1, 'muốn')) && FOR_ONESELF.has(doc, verb.to)) return false
  if (force === 'assign') for (let i = verb.to; i < scene.end && i - verb.to < 60; i++) if (POSTS.endAt(doc, i, scene.stop) > 0) return false
  const first = tasks.actions[0]
  if (force === 'assign' && first !== undefined && APPOINTS.endAt(doc, first.from, scene.stop) > 0) {
    const named = tasks.addressee === null ? null : actorAt(scene, tasks.addressee.from)
    if (subject.kind === 'passive' || (named !== null && (named.kind === 'person' || named.kind === 'title'))) return false
  }
  // "lưu ý thời hạn cắt giảm thuế", "chỉ đạo hội nghị": nobody is told.
  if (tasks.addressee !== null && subject.kind !== 'passive' && !isSomebody(doc, scene, tasks.addressee)) {
    const is = tasks.addressee.to
    const listed = isWord(doc, is, 'là') && opensTask(doc, scene, is + 1)
    if ((!commands && !listed) || isWord(doc, verb.from, 'giao') || (isWord(doc, verb.from, 'chỉ') && MEETINGS.endAt(doc, tasks.addressee.from, scene.stop) > 0)) return false
    tasks.addressee = null
  }
  if (isWord(doc, verb.from, 'giao') && verb.to === verb.from + 1 && tasks.addressee !== null && subject.kind !== 'passive' && !isNamed(doc, scene, tasks.addressee)) return false
  if (isWord(doc, verb.from, 'chỉ') && subject.kind === 'main' && tasks.addressee === null && isWord(doc, subject.actor?.to ?? 0, 'đã')) return false
  if (force === 'request' && tasks.addressee === null && inBill(doc, scene)) return false
  if (force === 'request' && voice !== null && proposesUpward(scene, voice, tasks)) return false
  return true
}

/** A body, a person, "các sở": not "cả rừng", "hết đất". */
function isNamed(doc: Document, scene: Scene, name: Range): boolean {
  return actorAt(scene, name.from) !== null || DETERMINERS.has(doc, name.from) || AGENTS.endAt(doc, name.from, name.to) > 0
}

/** "Trong tờ trình dự thảo luật, Chính phủ đề nghị bổ sung …": what a bill proposes. */
function inBill(doc: Document, scene: Scene): boolean {
  for (let i = scene.first; i < scene.end; i++) if (BILLS.endAt(doc, i, scene.end) > 0) return true
  return false
}

/** "được giao chủ trì", not "được giao cho 122 trường", "được phân công rõ ràng". */
function acceptsPassive(doc: Document, scene: Scene, verb: Verb, tasks: Tasks, force: Force, agent: Actor | null): boolean {
  if (force === 'request' && !isWord(doc, verb.from, 'đề')) return false
  if (isWord(doc, verb.from, 'kêu') || isWord(doc, verb.to - 1, 'cho')) return false
  const first = tasks.actions[0]
  // "vắc xin được khuyến cáo sử dụng": nobody is told.
  if (agent === null && (tasks.addressee === null || !isSomebody(doc, scene, tasks.addressee))) return false
  const negated = scene.first < verb.from - 1 && isWord(doc, skipAdverbs(doc, scene, verb.from, scene.first) - 2, 'không')
  if (negated) return false
  return tasks.strength === 2 && first !== undefined && first.from - verb.to <= 1 && (doc.tokens.key[verb.to] !== SEMICOLON && doc.tokens.key[verb.to] !== COMMA) && opensTask(doc, scene, first.from)
}

/** "yêu cầu việc …", "chỉ đạo việc trồng cây": a task as a noun. */
function hasTask(doc: Document, scene: Scene, verb: Verb): boolean {
  let p = verb.to
  if (doc.tokens.key[p] === COLON || doc.tokens.key[p] === QUOTE) p++
  return isWord(doc, p, 'việc') || opensTask(doc, scene, p)
}

/** "Thủ tướng yêu cầu xử nghiêm …": a verb that the lexicon lacks, right behind a verb that leaves no doubt. */
function asksPlainly(doc: Document, scene: Scene, verb: Verb, subject: Subject): boolean {
  if (subject.kind !== 'direct' || !isWord(doc, verb.from, 'yêu') || verb.to >= scene.end) return false
  return (doc.tokens.flags[verb.to] & (WORD | CAPITAL)) === WORD && !NO_TASK.has(doc, verb.to)
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
function addressedBefore(doc: Document, subject: Subject, verb: number): Range | null {
  if (subject.actor === null || subject.kind !== 'main') return null
  for (let i = verb - 1; i >= subject.actor.to && verb - i < 24; i--) {
    if (!isWord(doc, i, 'gửi') && !isWord(doc, i, 'với')) continue
    let to = verb
    while (to > i + 1 && ((doc.tokens.flags[to - 1] & PUNCTUATION) !== 0 || isWord(doc, to - 1, 'và'))) to--
    return to > i + 1 ? { from: i + 1, to } : null
  }
  return null
}
