/**
 * Sentences that carry on the tasks of a directive right before them, without a speaker of their own.
 *
 *   Đồng thời, tiếp tục rà soát các mỏ cát san lấp.          a word that carries on, and a task
 *   Không tổ chức lễ hội tràn lan, lãng phí.                  a bare task
 *   - Gia cố bờ kè xung yếu;                                  an item of a list
 *   Bộ Quốc phòng bố trí lực lượng tại các khu vực xung yếu.  somebody, and a task
 *   Bên cạnh đó, tỉnh cần chuẩn bị quỹ đất tái định cư.       somebody, and phải or cần
 *   Vụ này sẽ tổng hợp, báo cáo Chánh án.                     what the one addressed is to do then
 */
import type { DirectiveMention, Document, Range } from '../../document.js'
import { COLON, COMMA, NUMBER, QUESTION, WORD } from '../../text/flags.js'
import { HAS_MARK } from '../../text/sentences.js'
import { isWord, WordSet } from '../words.js'
import { splitTasks } from './actions.js'
import { readTasks } from './addressee.js'
import type { Article } from './article.js'
import { tailOf, theoBefore } from './attribution.js'
import { isImperative, tellsAt } from './imperatives.js'
import { isListed, nameAt } from './items.js'
import { obliges } from './modals.js'
import { isNamed } from './names.js'
import { isStranger, opensWithStranger } from './nominative.js'
import { readObliged } from './obliged.js'
import { openerOf } from './openers.js'
import { PhraseSet } from './phrases.js'
import { quoteAt, type Scene, type Verb, verbAt } from './scene.js'
import { isOfficial, isSameVoice, resolve, type Voice } from './speakers.js'
import { subjectOf } from './subject.js'
import { forbids, opensTask, type Tasks } from './tasks.js'
import { CONTINUATION, forceOf, MANNER, MODAL, REPORT, TASK, TELL } from './vocabulary.js'

export interface Carried {
  cue: Range | null
  force: ReturnType<typeof forceOf>
  tasks: Tasks
  continues: number
}

/** Before "thì" they open a condition, or name whom it is about. */
const CONDITIONS = new WordSet('nếu khi với trường đối hễ nơi')
/** "Cả 2 việc này phải hoàn thành": what was ordered, no count of people. */
const TASK_NOUNS = new WordSet('việc nội nhiệm nhóm giải')
/** Of so many tokens a heading or a caption may be. */
const LONGEST_HEADING = 40
/** Before "là" they announce what is to be done. */
const SOLUTIONS = new PhraseSet('một giải pháp; giải pháp; một nhiệm vụ; nhiệm vụ')
/** They may stand between the comma and the clause. */
const LINKS = new PhraseSet('nên; tuy nhiên; nhưng; song; và; vì vậy; do đó; vì thế; do vậy; cho nên; thì')
const LONGEST_CLAUSE = 14
/** Right after "theo": a law, somebody who speaks. */
const CITED = new WordSet('quy luật nghị ông bà lời hiến báo')
/** Last words of "vì thế", "do vậy". */
const RESULTS = new WordSet('thế vậy')
/** So many sentences after the directive it may stand. */
const REACH = 3

export function readContinuation(article: Article, scene: Scene): Carried | null {
  const { doc } = article
  const { directives } = article
  const index = directives.length - 1
  if (index < 0) return null
  const last = directives[index]
  const gap = scene.sentence - last.sentence
  if (gap > REACH) return null
  // A headline is carried on by nothing but a lead that obliges.
  const lead = !mayBeCarriedOn(doc, last)
  if (lead && scene.sentence !== 1) return null
  if (endsAsQuestion(doc, scene) || isSubhead(doc, last, scene) || hasSpeaker(article, scene)) return null
  if (opensWithStranger(doc, scene) || isCaption(doc, scene)) return null
  for (let s = last.sentence + 1; s < scene.sentence; s++)
    if (speaksAnother(article, article.scene(s), last)) return null
  const head = last.continues ?? index
  const from = openerOf(article, scene)
  const carried = from.carried
  const { at } = from
  if (at >= scene.end || tellsOfBefore(doc, scene)) return null
  const done = (tasks: Tasks, modal: Verb | null): Carried => ({
    cue: modal === null ? null : { from: modal.from, to: modal.to },
    force: tasks.prohibits
      ? 'prohibit'
      : modal !== null
        ? forceOf(modal.code)
        : directives[head].force === 'prohibit'
          ? // What forbids is carried on by orders.
            'order'
          : directives[head].force,
    tasks,
    continues: head,
  })
  // "Cơ cấu lại nền kinh tế", Thủ tướng nêu: the order ends before who speaks.
  const end = tailOf(article, scene)?.mark ?? scene.end
  if (
    !lead &&
    opensTask(doc, scene, at) &&
    (gap === 1 || carried) &&
    isImperative(doc, scene, at, carried || from.item, end)
  ) {
    const verb = verbAt(scene, at)
    const tasks = {
      ...readTasks(article, scene, from.deadline === null ? at : from.from, end),
      prohibits: forbids(doc, scene, at),
    }
    return done(tasks, verb !== null && (verb.code & MODAL) !== 0 ? verb : null)
  }
  const modal = firstModal(doc, scene, at, lead)
  if (modal !== null) {
    if (!isNarrated(doc, scene, at, modal)) {
      const start = solutionFrom(doc, at, modal.from)
      return done(readObliged(article, scene, start > at ? start : scene.first, modal, scene.end), modal)
    }
    return null
  }
  if (gap > 1 || lead) return null
  const named = nameAt(article, scene, at, from.item, isListed(article))
  if (named !== null) {
    // Behind what must be done, "Công đoàn đề ra chỉ tiêu …" tells what somebody does; "Các xã khẩn trương lập danh sách" still what is to be done.
    const urged = ((verbAt(scene, named.task)?.code ?? 0) & MANNER) !== 0
    if (directives[head].force === 'obligation' && !isListed(article) && !urged) return null
    const actions = splitTasks(article, scene, named.task, scene.end, from.deadline)
    return done({ addressee: named.range, actions, strength: 2, prohibits: forbids(doc, scene, named.task) }, null)
  }
  return null
}

/** Not a headline, unless it is a list's. */
function mayBeCarriedOn(doc: Document, last: DirectiveMention): boolean {
  const { flags } = doc.sentences
  return (flags[last.sentence] & HAS_MARK) !== 0 || doc.tokens.key[last.to - 1] === COLON || last.sentence !== 0
}

/** A line without a full stop after a sentence with one: a heading or a caption, unless a list is told. */
function isSubhead(doc: Document, last: DirectiveMention, scene: Scene): boolean {
  const { flags } = doc.sentences
  if ((flags[scene.sentence] & HAS_MARK) !== 0 || (flags[last.sentence] & HAS_MARK) === 0) return false
  if (scene.stop - scene.first > LONGEST_HEADING) return false
  const k = doc.tokens.key[scene.stop - 1]
  const bullet =
    (doc.tokens.flags[scene.first] & (WORD | NUMBER)) === 0 || (doc.tokens.flags[scene.first] & NUMBER) !== 0
  return k !== 0x3b && k !== COLON && k !== 0x2026 && k !== 0x22 && !bullet
}

/** "… xuống bãi biển thu dọn rác - Ảnh: N.C." */
function isCaption(doc: Document, { stop, first }: Scene): boolean {
  for (let i = stop - 1; i > first && stop - i < 8; i--)
    if (doc.tokens.key[i] === COLON && isWord(doc, i - 1, 'ảnh')) return true
  return false
}

function endsAsQuestion(doc: Document, scene: Scene): boolean {
  for (let i = scene.end; i < scene.stop; i++) if (doc.tokens.key[i] === QUESTION) return true
  return false
}

/** Does the sentence say who speaks in it? Then it is not carried on from another. */
function hasSpeaker(article: Article, scene: Scene): boolean {
  const { doc } = article
  const quoted = quoteAt(article.quotes, scene.first + 1)
  if (quoted >= 0) {
    // Another sentence of the same speech carries it on.
    const last = article.directives[article.directives.length - 1]
    if (quoteAt(article.quotes, last.from + 1) === quoted) return false
    // Thủ tướng nêu: "Thứ nhất, … Thứ hai, …": the quotation opened inside the directive before.
    const opener = verbAt(scene, scene.first)
    return (
      opener === null || (opener.code & (CONTINUATION | MODAL)) === 0 || quoteAt(article.quotes, last.to - 1) !== quoted
    )
  }
  if (scene.actors.length > 0 && theoBefore(doc, scene, scene.actors[0])) return true
  for (const verb of scene.verbs) {
    if ((verb.code & (REPORT | TELL)) === 0) continue
    const subject = subjectOf(doc, scene, verb.from)
    const { actor } = subject
    const person = actor !== null && (actor.kind === 'person' || actor.kind === 'title' || actor.kind === 'pronoun')
    // "Sở Y tế đánh giá lại …" may be a task of the one addressed.
    if ((verb.code & TASK) !== 0 && !(person && subject.kind === 'direct')) continue
    if (subject.kind === 'direct' || subject.kind === 'main' || person) return true
    // "Các doanh nghiệp BOT cho rằng cơ quan nhà nước cần …"
    if (subject.kind === 'stranger' && isWord(doc, verb.from, 'cho') && (verb.code & TASK) === 0) return true
    // "Nhiều cử tri phản ánh …"
    if (isWord(doc, verb.from, 'phản') && isStranger(doc, verb.from - 1, scene.first)) return true
  }
  return false
}

/** "Trước đó, Thanh tra tỉnh đã …", "Đến nay, …": a narration begins. */
function tellsOfBefore(doc: Document, { first }: Scene): boolean {
  if (isWord(doc, first, 'trước')) return isWord(doc, first + 1, 'đó') || isWord(doc, first + 1, 'đây')
  if (isWord(doc, first, 'tính')) return isWord(doc, first + 1, 'đến')
  return isWord(doc, first, 'đến') && isWord(doc, first + 1, 'nay')
}

/** Does somebody else speak in a sentence after the directive? */
function speaksAnother(article: Article, scene: Scene, last: DirectiveMention): boolean {
  const { speaker } = last
  const isOfLast = (voice: Voice | null): boolean =>
    voice !== null && speaker !== null && isOfficial(article.doc, voice) && isSameVoice(article.doc, voice, speaker)
  for (const verb of scene.verbs) {
    if ((verb.code & (REPORT | TELL)) === 0) continue
    const { kind, actor } = subjectOf(article.doc, scene, verb.from)
    if (kind !== 'direct' || actor === null || actor.kind === 'self') continue
    const voice = resolve(article, scene, actor)
    if (!isOfLast(voice)) return true
  }
  const opener = scene.actors[0]
  if (opener === undefined || !theoBefore(article.doc, scene, opener)) return false
  return !isOfLast(resolve(article, scene, opener))
}

function firstModal(doc: Document, scene: Scene, at: number, strict: boolean): Verb | null {
  for (const verb of scene.verbs)
    if (verb.from >= at && (verb.code & MODAL) !== 0 && obliges(doc, scene, verb, strict)) return verb
  return null
}

/** "Một giải pháp nữa là | các địa phương cần …" */
function solutionFrom(doc: Document, from: number, modal: number): number {
  if (SOLUTIONS.endAt(doc, from, modal) < 0) return from
  for (let i = from + 1; i < modal; i++) if (isWord(doc, i, 'là')) return i + 1
  return from
}

/** "Chủ trương đã có, cần bắt tay vào làm": where the clause begins that the modal and whoever is told make up. */
function clauseBefore(doc: Document, scene: Scene, from: number, modal: number): number {
  const solution = solutionFrom(doc, from, modal)
  if (solution > from) return solution
  for (let i = modal - 1; i > from && modal - i < LONGEST_CLAUSE; i--) {
    if (doc.tokens.key[i] !== COMMA) continue
    const start = LINKS.endAt(doc, i + 1, modal) > 0 ? LINKS.endAt(doc, i + 1, modal) : i + 1
    return start >= modal || (!isWord(doc, start, 'những') && isNamed(doc, scene, { from: start, to: modal }))
      ? i + 1
      : from
  }
  return from
}

/** "theo quy định, …", "có ý kiến cho rằng …" */
function citesSource(doc: Document, scene: Scene, modal: Verb): boolean {
  for (let i = scene.first; i < modal.from; i++)
    if (isWord(doc, i, 'vì') || (isWord(doc, i, 'theo') && CITED.has(doc, i + 1))) return true
  return scene.verbs.some(v => v.to <= modal.from && (v.code & (REPORT | TELL)) !== 0 && (v.code & TASK) === 0)
}

function opensCondition(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (CONDITIONS.has(doc, i)) return true
  return false
}

/** "Hơn 500 hộ dân phải …": a fact with figures, or a sentence whose own predicate stands before the modal. */
function isNarrated(doc: Document, scene: Scene, from: number, modal: Verb): boolean {
  // "Đây là thời cơ lớn, vì thế | ngành du lịch phải tận dụng": what is told before is the reason.
  let at = from
  for (const verb of scene.verbs)
    if (verb.from > from && verb.to <= modal.from && (verb.code & CONTINUATION) !== 0 && RESULTS.has(doc, verb.to - 1))
      at = verb.to
  if (opensTask(doc, scene, modal.to) && obliges(doc, scene, modal, true) && !citesSource(doc, scene, modal))
    at = Math.max(at, clauseBefore(doc, scene, at, modal.from))
  for (let i = at; i < modal.from; i++) {
    if (isWord(doc, i, 'ông') || isWord(doc, i, 'bà') || isWord(doc, i, 'tôi')) return true
    if ((doc.tokens.flags[i] & NUMBER) !== 0 && i - at < 3 && !TASK_NOUNS.has(doc, i + 1)) return true
    if (isWord(doc, i, 'thì')) {
      // "Nếu dư luận không tốt thì lãnh đạo đơn vị phải …"
      if (i + 1 < modal.from && !opensCondition(doc, scene.first, i)) return true
    } else if (tellsAt(doc, i) && !(i === at && isWord(doc, i, 'từng'))) return true
  }
  return false
}
