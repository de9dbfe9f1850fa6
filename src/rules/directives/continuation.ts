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
import type { Document, Range } from '../../document.js'
import { COLON, COMMA, NUMBER, PUNCTUATION, QUESTION, WORD } from '../../text/flags.js'
import { HAS_MARK } from '../../text/sentences.js'
import { isWord, WordSet } from '../words.js'
import type { Article } from './article.js'
import { readDeadline } from './deadlines.js'
import { NONE } from './authority.js'
import { obliges, readObliged } from './obliged.js'
import { PhraseSet } from './phrases.js'
import { actorAt, quoteAt, type Scene, type Verb, verbAt } from './scene.js'
import { isNominative, subjectOf } from './subject.js'
import { forbids, isSomebody, isWorker, opensTask, readTasks, skipOpener, splitTasks, type Tasks } from './tasks.js'
import type { DirectiveMention } from './types.js'
import { CONTINUATION, CUE, forceOf, MANNER, MODAL, REPORT, TASK, TELL } from './vocabulary.js'

export interface Carried {
  cue: Range | null
  force: ReturnType<typeof forceOf>
  tasks: Tasks
  continues: number
}

const LINKS = new WordSet('và các của tại ở từ đến với cùng những')
/** So many sentences after the directive it may stand. */
const REACH = 2
/** They show that the words before are a subject and this is told. */
const TELLS = new WordSet('luôn là đã đang từng vẫn bị thì')
/** Right after a verb they show the noun. */
const NOUN_NEXT = new WordSet('được này của trên đó do')
/** They open a phrase that ends at its comma. */
const CIRCUMSTANCES = new WordSet('sau trước để khi trên tại từ với trong qua nếu căn đến trường đối về bên cùng')
/** Verbs that open a narration as a noun. */
const NOUN_OPENERS = new PhraseSet(
  'báo cáo; quản lý; tổ chức; thanh tra; kết luận; quy hoạch; quyết định; thông báo; quy định; đầu tư; thiết kế; kiểm tra; giám sát; lãnh đạo; chỉ đạo; điều tra; thông tin; dự báo; đánh giá; khảo sát; theo dõi; phát biểu; trao đổi; trả lời; chia sẻ; giải thích; phân tích; phòng; thống kê; tìm hiểu; làm việc; đối chiếu; tham gia; kiểm toán; công bố; tổng kết; học tập; trực; chống; giữ; làm; tăng; giảm; đưa; chuyển; mở; thay; khẳng định; ghi chép; theo; tiếp; phê bình; phản hồi; nhận thức; xét nghiệm',
)

export function readContinuation(article: Article, scene: Scene): Carried | null {
  const { doc } = article
  const { directives } = article
  const index = directives.length - 1
  if (index < 0) return null
  const last = directives[index]
  const gap = scene.sentence - last.sentence
  if (gap > REACH || !mayBeCarriedOn(doc, last)) return null
  if (endsAsQuestion(doc, scene) || isSubhead(doc, last, scene) || hasSpeaker(article, scene)) return null
  const head = last.continues ?? index
  const from = openerOf(article, scene)
  const carried = from.carried
  const { at } = from
  if (at >= scene.end) return null
  const done = (tasks: Tasks, modal: Verb | null): Carried => ({
    cue: modal === null ? null : { from: modal.from, to: modal.to },
    force: tasks.prohibits ? 'prohibit' : modal !== null ? forceOf(modal.code) : directives[head].force === 'prohibit' ? baseForce(directives[head]) : directives[head].force,
    tasks,
    continues: head,
  })
  if (opensTask(doc, scene, at) && (gap === 1 || carried) && isImperative(doc, scene, at, carried || from.item)) {
    const verb = verbAt(scene, at)
    const tasks = { ...readTasks(article, scene, from.deadline === null ? at : from.from, scene.end), prohibits: forbids(doc, scene, at) }
    return done(tasks, verb !== null && (verb.code & MODAL) !== 0 ? verb : null)
  }
  const modal = firstModal(doc, scene, at)
  if (modal !== null && (gap === 1 || carried)) {
    if (!isNarrated(doc, at, modal)) return done(readObliged(article, scene, scene.first, modal, scene.end), modal)
    return null
  }
  if (gap > 1) return null
  const named = nameAt(article, scene, at, from.item, isListed(article))
  if (named !== null) {
    const actions = splitTasks(article, scene, named.task, scene.end, from.deadline)
    return done({ addressee: named.range, actions, strength: 2, prohibits: forbids(doc, scene, named.task) }, null)
  }
  return null
}

/** Force of a chain whose first sentence forbids: the further ones order. */
const baseForce = (_head: DirectiveMention): 'order' => 'order'

/** A headline is carried on by nothing. */
function mayBeCarriedOn(doc: Document, last: DirectiveMention): boolean {
  const { flags } = doc.sentences
  return (flags[last.sentence] & HAS_MARK) !== 0 || doc.tokens.key[last.to - 1] === COLON || last.sentence !== 0
}

/** A line without a full stop after a sentence with one: a heading or a caption, unless a list is told. */
function isSubhead(doc: Document, last: DirectiveMention, scene: Scene): boolean {
  const { flags } = doc.sentences
  if ((flags[scene.sentence] & HAS_MARK) !== 0 || (flags[last.sentence] & HAS_MARK) === 0) return false
  const k = doc.tokens.key[scene.stop - 1]
  const bullet = (doc.tokens.flags[scene.first] & (WORD | NUMBER)) === 0 || (doc.tokens.flags[scene.first] & NUMBER) !== 0
  return k !== 0x3b && k !== COLON && k !== 0x2026 && k !== 0x22 && !bullet
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
    return quoteAt(article.quotes, last.from + 1) !== quoted
  }
  for (const verb of scene.verbs) {
    if ((verb.code & (REPORT | TELL)) === 0) continue
    const subject = subjectOf(doc, scene, verb.from)
    const { actor } = subject
    const person = actor !== null && (actor.kind === 'person' || actor.kind === 'title' || actor.kind === 'pronoun')
    // "Sở Y tế đánh giá lại …" may be a task of the one addressed.
    if ((verb.code & TASK) !== 0 && !(person && subject.kind === 'direct')) continue
    if (subject.kind === 'direct' || subject.kind === 'main' || person) return true
  }
  return false
}

interface Opener {
  /** First token after bullets. */
  from: number
  /** First token after bullets, words that carry on, and dates. */
  at: number
  carried: boolean
  item: boolean
  deadline: ReturnType<typeof readDeadline>
}

function openerOf(article: Article, scene: Scene): Opener {
  const { doc, year } = article
  const { key, flags } = doc.tokens
  let p = scene.first
  let item = false
  let carried = false
  let deadline: Opener['deadline'] = null
  const from = p
  for (let guard = 0; guard < 10 && p < scene.end; guard++) {
    const verb = verbAt(scene, p)
    const next = skipOpener(doc, scene, p, scene.end)
    if (next > p) {
      if (verb !== null && (verb.code & CONTINUATION) !== 0) carried = true
      else if (p === scene.first && key[p] !== 0x22) item = true
      p = next
      continue
    }
    // "Trước hết đó là cung cấp viện trợ"
    if (carried && isWord(doc, p, 'đó') && isWord(doc, p + 1, 'là')) {
      p += 2
      continue
    }
    if ((flags[p] & WORD) !== 0 && deadline === null) {
      deadline = readDeadline(doc, p, scene.end, year)
      if (deadline !== null) {
        p = deadline.to
        continue
      }
    }
    // "Sau khi rà soát, Kiểm toán Nhà nước …"
    if (CIRCUMSTANCES.has(doc, p) && actorAt(scene, p) === null) {
      let comma = p
      while (comma < scene.end && comma - p < 40 && !(key[comma] === COMMA && (isWord(doc, p, 'để') || isModalOrNone(scene, comma + 1) || comma + 1 >= scene.end))) comma++
      if (comma < scene.end && key[comma] === COMMA) {
        p = comma + 1
        continue
      }
    }
    break
  }
  return { from, at: p, carried, item, deadline }
}

function isModalOrNone(scene: Scene, i: number): boolean {
  const verb = verbAt(scene, i)
  return verb === null || (verb.code & MODAL) !== 0
}

/** Is the verb at the head of the sentence an imperative, and not a noun that something is said of? */
export function isImperative(doc: Document, scene: Scene, at: number, sure: boolean): boolean {
  const verb = verbAt(scene, at)
  if (verb !== null && NOUN_NEXT.has(doc, verb.to)) return false
  // "Tiếp tục phiên chất vấn, Phó Thủ tướng đã giải trình …": the subject follows.
  if (!sure && scene.actors.some((a, k) => a.from > at && (a.kind === 'person' || a.kind === 'title' || a.kind === 'pronoun') && doc.tokens.key[a.from - 1] === COMMA && isNominative(doc, scene, k) && ((verbAt(scene, a.to)?.code ?? 0) & TASK) === 0)) return false
  if (verb !== null && (verb.code & CUE) !== 0 && (verb.code & TASK) === 0) return false
  if (verb !== null && !sure && NOUN_OPENERS.endAt(doc, at, scene.stop) === verb.to) {
    const next = verbAt(scene, verb.to)
    if (next === null || (next.code & TASK) === 0) return false
  }
  if (verb !== null && (verb.code & MODAL) !== 0 && !obliges(doc, scene, verb, false)) return false
  // "Tăng cường kiểm tra là …", "Việc này đã …"
  for (let i = at + 1; i < scene.end && i - at < 14; i++) {
    if (doc.tokens.key[i] === COMMA || doc.tokens.key[i] === COLON) break
    if (TELLS.has(doc, i)) return false
  }
  // "Giữ vững môi trường, bảo vệ độc lập là mối quan hệ gắn bó": the verb is the subject of a copula.
  if (verb !== null && !sure) for (let i = at + 1; i < scene.end; i++) {
    if (isWord(doc, i, 'coi') || isWord(doc, i, 'xem') || isWord(doc, i, 'đây') || isWord(doc, i, 'định') || isWord(doc, i, 'lấy') || isWord(doc, i, 'nhất')) break
    if (isWord(doc, i, 'là')) return false
  }
  return true
}

function firstModal(doc: Document, scene: Scene, at: number): Verb | null {
  for (const verb of scene.verbs) if (verb.from >= at && (verb.code & MODAL) !== 0 && obliges(doc, scene, verb, false)) return verb
  return null
}

/** "Hơn 500 hộ dân phải …": a fact with figures, or a sentence whose own predicate stands before the modal. */
function isNarrated(doc: Document, at: number, modal: Verb): boolean {
  for (let i = at; i < modal.from; i++) {
    if (isWord(doc, i, 'ông') || isWord(doc, i, 'bà') || isWord(doc, i, 'tôi')) return true
    if ((doc.tokens.flags[i] & NUMBER) !== 0 && i - at < 3) return true
    if (TELLS.has(doc, i)) return true
  }
  return false
}

/** Is a list of tasks being told: lines after a written order or a colon, or more than one sentence already? */
export function isListed(article: Article): boolean {
  const last = article.directives[article.directives.length - 1]
  if (last === undefined) return false
  if (last.continues !== null) return true
  const head = article.scene(last.sentence)
  return article.doc.tokens.key[head.stop - 1] === COLON || (head.actors.length > 0 && head.actors[0].kind === 'document')
}

/** Does the sentence open with a body and a verb that may be its task: "Bộ Công Thương chỉ đạo vận hành an toàn hồ đập"? */
export function opensAsItem(article: Article, scene: Scene): boolean {
  const actor = scene.actors[0]
  if (actor === undefined || actor.kind !== 'body' || actor.from > scene.first + 2 || !isListed(article)) return false
  const last = article.directives[article.directives.length - 1]
  if (scene.sentence - last.sentence > 1) return false
  const verb = verbAt(scene, actor.to)
  return verb !== null && (verb.code & TASK) !== 0
}

/** Somebody at `at` with a task right behind: "Bộ Quốc phòng bố trí …", "Vụ này sẽ tổng hợp …". */
function nameAt(article: Article, scene: Scene, at: number, item: boolean, listed: boolean): { range: Range; task: number } | null {
  const { doc } = article
  if (verbAt(scene, at) !== null) return null
  const determined = isWord(doc, at, 'các') || isWord(doc, at, 'mỗi') || isWord(doc, at, 'từng')
  const actor = actorAt(scene, at)
  if (actor === null && !determined && !item) return null
  if (actor !== null && (actor.authority === NONE || actor.country || actor.kind === 'pronoun' || actor.kind === 'self' || actor.kind === 'document')) return null
  let loose = 0
  // "…, Hà Nội đề xuất và Thành ủy đã thông qua": what was done.
  if (!item) for (let i = at; i < scene.end; i++) if (isWord(doc, i, 'đã')) return null
  for (let i = at; i < scene.end && i - at < 50; ) {
    const inner = actorAt(scene, i)
    if (inner !== null) {
      i = inner.to
      continue
    }
    const verb = verbAt(scene, i)
    if (verb !== null) {
      if ((verb.code & TASK) === 0 || i === at) return null
      if (isWorker(doc, scene, i)) {
        i = verb.to
        continue
      }
      const sure = item || (listed && (actor === null || actor.kind === 'body'))
      if (!sure && (verb.code & (CUE | TELL | REPORT)) !== 0) return null
      if (!sure && (verb.code & MANNER) === 0 && NOUN_OPENERS.endAt(doc, i, scene.stop) === verb.to) return null
      const range = { from: at, to: trim(doc, at, i) }
      // A person is told how to go about it: "Ông X nghiêm túc rút kinh nghiệm".
      if (actor !== null && (actor.kind === 'person' || actor.kind === 'title') && !sure && (verb.code & MANNER) === 0) return null
      return isSomebody(doc, scene, range) ? { range, task: i } : null
    }
    if (isWord(doc, i, 'không') && !item && !listed) return null
    if (isWord(doc, i, 'liên') && isWord(doc, i + 1, 'tục')) return null
    if (isWord(doc, i, 'sẽ') && addressedBefore(article, at, i)) {
      const next = verbAt(scene, i + 1)
      const has = isWord(doc, i + 1, 'có')
      return (next !== null && (next.code & TASK) !== 0) || has ? { range: { from: at, to: i }, task: i + 1 } : null
    }
    if (TELLS.has(doc, i) || isWord(doc, i, 'sẽ') || isWord(doc, i, 'cũng') || isWord(doc, i, 'vừa') || isWord(doc, i, 'được')) return null
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
  while (to > from + 1 && ((doc.tokens.flags[to - 1] & PUNCTUATION) !== 0 || isWord(doc, to - 1, 'cần') || isWord(doc, to - 1, 'đều'))) to--
  return to
}
