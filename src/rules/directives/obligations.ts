/**
 * Sentences in which somebody with authority says what must be done.
 *
 *   Bộ trưởng nhấn mạnh các bộ, ngành phải hoàn thiện vị trí việc làm.
 *   "Mỗi phường phải có điểm tập kết kín. Đừng để xe gom rác đứng giữa lòng đường", ông Ngọc nói.
 *   Theo ông, nhà thầu cũng cần chuyển giao tài liệu.
 *   Bí thư Đồng Nai: 'Đừng lấy lý do thiếu người để dân chờ'
 */
import type { Document, Person, Range } from '../../document.js'
import { COLON, COMMA, NUMBER, PUNCTUATION, QUESTION, QUOTE } from '../../text/flags.js'
import { HAS_MARK } from '../../text/sentences.js'
import { isWord, WordSet } from '../words.js'
import { splitTasks } from './actions.js'
import { readTasks } from './addressee.js'
import { skipAdverbs } from './adverbs.js'
import type { Article } from './article.js'
import { attribution, leadOf, SAYS, tailOf, theoBefore } from './attribution.js'
import { PUBLIC, UNRANKED } from './authority.js'
import { clauseStart, nameBefore } from './clauses.js'
import type { Reading } from './cues.js'
import { isImperative } from './imperatives.js'
import { nameAt } from './items.js'
import { obliges } from './modals.js'
import { isNamed } from './names.js'
import { opensWithStranger } from './nominative.js'
import { readObliged } from './obliged.js'
import { actorAt, quoteAt, type Scene, type Verb, verbAt } from './scene.js'
import { isOfficial, isSameVoice, quoteVoice, resolve, type Voice } from './speakers.js'
import { subjectOf } from './subject.js'
import { forbids, opensTask, skipOpeners } from './tasks.js'
import { CONTINUATION, CUE, forceOf, MANNER, MODAL, REPORT, TASK, TELL } from './vocabulary.js'

const MOST_MODALS = 12
/** "không có", "không thể", "không cần" */
const DENIED = new WordSet('có thể cần phải ai còn')
/** First words of verbs by which orders are told: nêu rõ, chỉ rõ, quán triệt, nhấn mạnh. */
const EMPHATIC = new WordSet('nêu chỉ quán nhấn dặn')
/** Before a post: several of them. */
const MANY = new WordSet('các những hai ba bốn')
/** They show that the sentence tells what happened. */
const TOLD = new WordSet('đã đang từng vừa sẽ là')

export function readObligations(article: Article, scene: Scene): Reading | null {
  let tried = 0
  for (const modal of scene.verbs) {
    if ((modal.code & MODAL) === 0) continue
    if (++tried > MOST_MODALS) break
    if (!obliges(article.doc, scene, modal, false)) continue
    const said = speakerOf(article, scene, modal)
    if (said === null || said.voice.authority < PUBLIC || isBoth(article.doc, said.voice)) continue
    if (
      said.weak &&
      (!obliges(article.doc, scene, modal, true) ||
        isPast(article, saidFrom(article.doc, scene, said, modal), modal.from) ||
        tellsOfThings(article, scene, modal))
    )
      continue
    const tasks = readObliged(article, scene, said.from, modal, said.to)
    tasks.addressee ??= toldAtEnd(article, scene)
    return {
      voice: said.voice,
      cue: { from: modal.from, to: modal.to },
      force: tasks.prohibits ? 'prohibit' : forceOf(modal.code),
      tasks,
    }
  }
  return (
    readQuoted(article, scene) ??
    readCommanded(article, scene) ??
    readImperative(article, scene) ??
    readEmphasis(article, scene)
  )
}

/** "Hai nhà lãnh đạo nhấn mạnh hai nước cần …": they agree, and tell nobody. */
const isBoth = (doc: Document, { from, person }: Voice): boolean =>
  isWord(doc, from, 'hai') || (person === null && MANY.has(doc, from - 1))

/** "Trưởng ban nhấn mạnh, thời gian tới, ngành Tổ chức tiếp tục đổi mới …": a body is told how to go about its work. */
function readEmphasis(article: Article, scene: Scene): Reading | null {
  const { doc } = article
  for (const verb of scene.verbs) {
    if ((verb.code & REPORT) === 0 || !EMPHATIC.has(doc, verb.from)) continue
    const { kind, actor } = subjectOf(doc, scene, verb.from)
    if (kind !== 'direct' || actor === null) continue
    const at = skipOpeners(doc, scene, verb.to, scene.end)
    const told = actorAt(scene, at)
    if (told === null || told.kind !== 'body' || told.authority < PUBLIC) return null
    const task = verbAt(scene, told.to)
    if (task === null || (task.code & MANNER) === 0 || !opensTask(doc, scene, task.to)) return null
    // "Chính phủ hết sức quan tâm": what the speaker's own body feels.
    if (isWord(doc, told.to, 'hết')) return null
    const voice = resolve(article, scene, actor)
    if (voice === null || voice.authority < PUBLIC || voice.person === null) return null
    const tasks = readTasks(article, scene, at, scene.end)
    return { voice, cue: null, force: tasks.prohibits ? 'prohibit' : 'order', tasks }
  }
  return null
}

/**
 * "Ông X cho rằng bãi biển là tài sản quý. Do đó, thành phố phải bắt tay ngay vào việc …": the words of the sentence before go on.
 */
export function readIndirect(article: Article, scene: Scene): Reading | null {
  const { doc } = article
  if (
    scene.sentence === 0 ||
    quoteAt(article.quotes, scene.first + 1) >= 0 ||
    (doc.sentences.flags[scene.sentence] & HAS_MARK) === 0
  )
    return null
  if (opensWithStranger(doc, scene)) return null
  const modals = scene.verbs.filter(v => (v.code & MODAL) !== 0 && !isWord(doc, v.from, 'nên')).slice(0, MOST_MODALS)
  const modal = modals.find(v => obliges(doc, scene, v, true))
  if (modal === undefined || scene.verbs.some(v => isSaid(doc, scene, v, modal))) return null
  const start = clauseStart(doc, scene, modal, scene.first)
  const name = nameBefore(doc, scene, start, modal.from)
  if (name === null ? !opensAlone(doc, scene, modal) : (doc.tokens.flags[name.from] & NUMBER) !== 0) return null
  for (let i = name?.from ?? scene.first; i < modal.from; i++) if (TOLD.has(doc, i)) return null
  const told =
    name !== null && isNamed(doc, scene, name) && !scene.actors.some(a => a.kind === 'person' || a.kind === 'title')
  const running = runningVoice(article, scene, told)
  if (running === null) return null
  const tasks = readObliged(article, scene, scene.first, modal, scene.end)
  return {
    ...running,
    cue: { from: modal.from, to: modal.to },
    force: tasks.prohibits ? 'prohibit' : forceOf(modal.code),
    tasks,
  }
}

/** Is the verb one by which somebody speaks here, and neither a noun nor part of what must be done? */
function isSaid(doc: Document, scene: Scene, verb: Verb, modal: Verb): boolean {
  if ((verb.code & (REPORT | TELL | CUE)) === 0 || (verb.code & TASK) !== 0) return false
  // "các bên cần thực hiện đầy đủ Tuyên bố về ứng xử", "phải khắc phục tình trạng … nói là không phối hợp"
  if (verb.from > modal.to && subjectOf(doc, scene, verb.from).actor === null) return false
  return (verb.code & CUE) === 0 || subjectOf(doc, scene, verb.from).kind !== 'stranger'
}

/** "Vì vậy, phải sửa đổi nghị định", "…, nên cần tăng cường", "Với cán bộ thì phải điều tra": nobody is told, and nothing else is the subject. */
function opensAlone(doc: Document, scene: Scene, modal: Verb): boolean {
  if (isWord(doc, modal.from - 1, 'nên') && modal.from - 1 > scene.first)
    return opensTask(doc, scene, modal.to) || isWord(doc, modal.to, 'có')
  const before = skipAdverbs(doc, scene, modal.from, scene.first)
  if (isWord(doc, before - 1, 'thì') || doc.tokens.key[before - 1] === COMMA || isWord(doc, modal.from - 1, 'thì'))
    return true
  return skipOpeners(doc, scene, scene.first, scene.end) === modal.from
}

/** "chia sẻ những vấn đề Việt Nam cần tập trung giải quyết": what is told are the problems. */
function tellsOfThings(article: Article, scene: Scene, modal: Verb): boolean {
  const { doc } = article
  for (let i = clauseStart(doc, scene, modal, scene.first); i < modal.from; i++)
    if (
      isWord(doc, i, 'những') &&
      (isWord(doc, i + 1, 'vấn') ||
        isWord(doc, i + 1, 'gì') ||
        isWord(doc, i + 1, 'việc') ||
        isWord(doc, i + 1, 'điều'))
    )
      return true
  return false
}

/** "dịch đã xuất hiện tại 123 xã, phải tiêu hủy …": what happened. */
function isPast(article: Article, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isWord(article.doc, i, 'đã') || isWord(article.doc, i, 'từng')) return true
  return false
}

/** Where the words that are said begin: behind "đã cảnh báo rằng". */
function saidFrom(doc: Document, scene: Scene, said: Said, modal: Verb): number {
  let from = said.from
  for (const v of scene.verbs)
    if (v.from >= from && v.to <= modal.from && (v.code & SAYS) !== 0 && isWord(doc, v.to, 'rằng')) from = v.to
  return from
}

/** So many sentences somebody's reported words may run on. */
const RUNS_ON = 8

/** Whose words the sentences before report, if nobody else speaks or acts in between. */
function runningVoice(article: Article, scene: Scene, told: boolean): { voice: Voice; carried: boolean } | null {
  const { doc } = article
  const others = new Set<Person | null>()
  // A body's words run on where the sentence draws from them: "Do đó, …", "Theo đó, …"
  const opener = verbAt(scene, scene.first)
  const drawn = opener !== null && (opener.code & CONTINUATION) !== 0
  const running = (
    voice: Voice | null,
    carried: boolean,
    mayBeBody = false,
  ): { voice: Voice; carried: boolean } | null => {
    if (voice === null || voice.authority < PUBLIC || isBoth(doc, voice)) return null
    if (!isOfficial(doc, voice) && !(mayBeBody && drawn)) return null
    others.delete(voice.person)
    return others.size > 0 ? null : { voice, carried }
  }
  let d = article.directives.length - 1
  for (let s = scene.sentence - 1; s >= 0 && s >= scene.sentence - RUNS_ON; s--) {
    while (d >= 0 && article.directives[d].sentence > s) d--
    if (d >= 0 && article.directives[d].sentence === s) {
      const { speaker } = article.directives[d]
      return speaker === null ? null : running({ ...speaker, authority: PUBLIC, rank: UNRANKED, country: false }, true)
    }
    const before = article.scene(s)
    if (quoteAt(article.quotes, before.stop - 1) >= 0) return null
    for (let v = before.verbs.length - 1; v >= 0; v--) {
      const verb = before.verbs[v]
      if ((verb.code & (REPORT | TELL)) === 0 || quoteAt(article.quotes, verb.from) >= 0) continue
      const subject = subjectOf(doc, before, verb.from)
      if (subject.kind !== 'direct' || subject.actor === null) continue
      // Who merely tells facts is not easily heard to order: nobody else may be named, and whoever is to act must be.
      if ((verb.code & REPORT) === 0 && !told) return null
      return running(resolve(article, before, subject.actor), false, (verb.code & REPORT) !== 0)
    }
    const source = before.actors[0]
    if (source !== undefined && theoBefore(doc, before, source))
      return running(resolve(article, before, source), false, true)
    for (const a of before.actors) if (a.kind === 'person') others.add(a.person)
  }
  return null
}

/** "…", ông X nói với các chủ tàu. */
function toldAtEnd(article: Article, scene: Scene): Range | null {
  const tail = tailOf(article, scene)
  if (tail === null || !isWord(article.doc, tail.verb.to, 'với') || tail.verb.to + 1 >= scene.end) return null
  return { from: tail.verb.to + 1, to: scene.end }
}

interface Said extends Range {
  voice: Voice
  /** The verb of saying mostly tells facts. */
  weak: boolean
}

/** Who says the words in which the modal stands, and how far they reach. */
function speakerOf(article: Article, scene: Scene, modal: Verb): Said | null {
  const q = quoteAt(article.quotes, modal.from)
  if (q >= 0 && article.quotes[q].close - article.quotes[q].open > 4) {
    const quote = article.quotes[q]
    const voice = quoteVoice(article, q)
    if (voice !== null)
      return { voice, weak: false, from: Math.max(scene.first, quote.open + 1), to: Math.min(scene.end, quote.close) }
  }
  const tail = tailOf(article, scene)
  if (tail !== null && modal.to <= tail.mark) {
    const voice = resolve(article, scene, tail.actor)
    return voice === null
      ? null
      : { voice, weak: (tail.verb.code & (TELL | REPORT)) === TELL, from: scene.first, to: tail.mark }
  }
  const lead = leadOf(article, scene, modal.from)
  if (lead === null) return null
  const voice = resolve(article, scene, lead)
  if (voice === null) return null
  let weak = theoBefore(article.doc, scene, lead) && voice.person === null
  for (const v of scene.verbs)
    if (v.from >= lead.to && v.to <= modal.from && (v.code & SAYS) !== 0) weak = (v.code & TELL) !== 0
  return { voice, weak, from: lead.to, to: scene.end }
}

/** "Làm rõ trách nhiệm của người đứng đầu", Bộ trưởng nêu rõ. */
function readQuoted(article: Article, scene: Scene): Reading | null {
  const { doc } = article
  const tail = tailOf(article, scene)
  if (tail === null || (tail.verb.code & REPORT) === 0) return null
  const q = quoteAt(article.quotes, tail.mark - 2)
  if (q < 0 || article.quotes[q].open !== scene.first) return null
  const p = skipOpeners(doc, scene, scene.first + 1, tail.mark)
  const voice = resolve(article, scene, tail.actor)
  if (voice === null || voice.authority < PUBLIC || voice.person === null) return null
  const verb = verbAt(scene, p)
  // "Thí điểm trả kết quả tại nhà", ông nói: mostly it is told what is done, unless an order of his stands right before.
  const last = article.directives[article.directives.length - 1]
  const goesOn = last !== undefined && scene.sentence - last.sentence <= 2 && last.speaker?.person === voice.person
  if (verb === null || (verb.code & MODAL) !== 0 || !opensTask(doc, scene, p)) return null
  if (!isImperative(doc, scene, p, false, article.quotes[q].close)) return null
  if (!goesOn && !EMPHATIC.has(doc, tail.verb.from)) return null
  const tasks = readTasks(article, scene, p, article.quotes[q].close)
  return { voice, cue: null, force: tasks.prohibits ? 'prohibit' : 'order', tasks }
}

/** "Bộ Nội vụ khẩn trương lập tổ công tác. …", Phó Thủ tướng chỉ đạo: a sentence of a quotation that is told as an order. */
function readCommanded(article: Article, scene: Scene): Reading | null {
  const { doc } = article
  const q = quoteAt(article.quotes, scene.first + 1)
  const quote = article.quotes[q]
  if (quote === undefined || quote.first === quote.last || quote.open > scene.first + 1) return null
  if (doc.tokens.key[scene.stop - 1] === QUESTION) return null
  const said = attribution(article, article.scene(quote.last), quote.close + 1)
  if (said === null) return null
  const voice = quoteVoice(article, q)
  if (voice === null || voice.authority < PUBLIC) return null
  // "Thực hiện nghiêm luật. …", Bộ trưởng nêu rõ: an order where one of his stands before.
  const last = article.directives[article.directives.length - 1]
  const goesOn =
    EMPHATIC.has(doc, said.verb.from) &&
    last !== undefined &&
    scene.sentence - last.sentence <= 2 &&
    quoteAt(article.quotes, last.from + 1) !== q &&
    last.speaker !== null &&
    isSameVoice(doc, voice, last.speaker)
  if ((said.verb.code & CUE) === 0 && !goesOn) return null
  const end = Math.min(scene.end, quote.close)
  const at = skipOpeners(doc, scene, scene.first, end)
  if (opensTask(doc, scene, at)) {
    if (!isImperative(doc, scene, at, false, end)) return null
    const tasks = readTasks(article, scene, at, end)
    return { voice, cue: null, force: tasks.prohibits ? 'prohibit' : 'order', tasks }
  }
  const named = nameAt(article, scene, at, false, true)
  if (named === null) return null
  const actions = splitTasks(article, scene, named.task, end, null)
  const prohibits = forbids(doc, scene, named.task)
  return {
    voice,
    cue: null,
    force: prohibits ? 'prohibit' : 'order',
    tasks: { addressee: named.range, actions, strength: 2, prohibits },
  }
}

/** "Không có từ chức", "Đào tạo cán bộ giỏi không cần giáo sư": no imperatives. */
function isDenied(doc: Document, from: number, to: number): boolean {
  for (let i = from; i + 1 < to && (doc.tokens.flags[i] & PUNCTUATION) === 0; i++)
    if (isWord(doc, i, 'không') && DENIED.has(doc, i + 1)) return true
  return false
}

/** "Thủ tướng nêu rõ: "Không ngồi nhà chờ báo cáo"", "Bí thư X: Xử lý nghiêm …": a bare imperative after a colon. */
function readImperative(article: Article, scene: Scene): Reading | null {
  const { doc } = article
  const { key } = doc.tokens
  for (let i = scene.first + 1; i < scene.end; i++) {
    if (key[i] !== COLON) continue
    const p = skipOpeners(doc, scene, i + 1, scene.end)
    if (p >= scene.end || !opensTask(doc, scene, p) || isDenied(doc, p, scene.end)) return null
    const modal = verbAt(scene, p)
    if (modal !== null && (modal.code & MODAL) !== 0) return null
    if (!isImperative(doc, scene, p, false)) return null
    const lead = leadOf(article, scene, i + 1)
    if (lead === null) return null
    const quoted = key[i + 1] === QUOTE || key[i + 1] === 0x27
    const headline = lead.to === i
    if (!quoted && !headline) return null
    const voice = resolve(article, scene, lead)
    if (voice === null || voice.authority < PUBLIC) return null
    const tasks = readTasks(article, scene, p, scene.end)
    // "Hải Phòng: Vận hành trạm bơm mới" tells what is done there; "Hải Phòng: Không để nước tràn" orders.
    if (lead.kind === 'place' && !quoted && !tasks.prohibits) return null
    return { voice, cue: null, force: tasks.prohibits ? 'prohibit' : 'order', tasks }
  }
  return null
}
