/**
 * The tasks of a directive, each a stretch of its own.
 *
 *   tăng ca | , bổ sung thiết bị | , không để mặt bằng bị bỏ trống
 *
 * An action begins at its verb, or at the adverb or "không" before it. It ends before ";", before a comma and the next verb of
 * a task, before "và phải", ", đồng thời"; but verbs without an object of their own yet share one: "xem xét, xử lý nghiêm vi phạm".
 */
import type { ActionMention, DeadlineMention, Document } from '../../document.js'
import { CLOSE, COLON, COMMA, GLUED, NUMBER, PUNCTUATION, QUOTE, SEMICOLON, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Article } from './article.js'
import { findDeadline, readDeadline } from './deadlines.js'
import { AGENTS } from './names.js'
import { PhraseSet } from './phrases.js'
import { actorAt, type Scene, type Verb, verbAt } from './scene.js'
import { forbids, isNegation, opensTask, skipOpener, skipOpeners, TRAILING } from './tasks.js'
import { CUE, MANNER, MODAL, PROHIBITS, TASK } from './vocabulary.js'

/** Verbs that are nouns in an enumeration: ", quy định của …" opens no task. */
const NOUNS = new PhraseSet(
  'quy định; quy hoạch; thông tin; đầu tư; thiết kế; quyết định; kết luận; kế hoạch; phòng; thanh tra; lãnh đạo; giáo dục; đào tạo; quản lý; điều hành; chỉ đạo; giám sát; kiểm sát; kiểm toán; điều tra; dự báo; đấu thầu; trực; truyền thông; phân công; sửa chữa; xây dựng; bảo vệ; phát triển; vận hành; sản xuất; dịch vụ; hành động; công nhận; thưởng; cứu hộ; phân tích; thi hành; kỷ luật; giao thông',
)

const NOUN_OBJECTS = new PhraseSet('kỷ luật; quy định; quy hoạch; quyết định; kết luận; thông tin; dự báo')

const HARD_NOUNS = new PhraseSet('quy định; quy hoạch; thông tin; quyết định; kết luận; phòng; dự báo')

/** After a noun they go on with it. */
const NO_OBJECT = new WordSet('của về và hay hoặc trong tại ở cho với là đã đang do theo này đó')

/** Verbs that need no object. */
const COMPLETE = new PhraseSet(
  'tăng ca; làm thêm giờ; kiềm chế; ra quân; vào cuộc; rút kinh nghiệm; chịu trách nhiệm; tiết kiệm; học tập; cảnh giác; làm việc; hành động; tự kiểm tra',
)

/** After a verb they are no object. */
const AFTER_VERB = new WordSet(
  'nghiêm ngay tốt rõ lại kỹ sớm thêm hơn cùng luôn dần đúng hết sát xong chặt túc minh thực sự',
)

/** Splits a stretch that begins with a task into its actions. */
export function splitTasks(
  article: Article,
  scene: Scene,
  from: number,
  to: number,
  early: DeadlineMention | null,
): ActionMention[] {
  return new Splitter(article, scene, from, to, early).run()
}

class Splitter {
  private readonly actions: ActionMention[] = []
  private readonly doc: Document
  /** First token of the action that is being read. */
  private start: number
  private i: number
  /** The verb has an object. */
  private object = false
  /** "phối hợp với …", "chỉ đạo Sở A, Sở B …": the verb of the task proper is yet to come. */
  private partner = false

  constructor(
    private readonly article: Article,
    private readonly scene: Scene,
    from: number,
    private readonly to: number,
    /** Stands before the action. */
    private deadline: DeadlineMention | null,
  ) {
    this.doc = article.doc
    this.start = openAction(this.doc, scene, from, to)
    this.i = this.start
  }

  run(): ActionMention[] {
    const { scene, to } = this
    const { flags } = this.doc.tokens
    while (this.i < to) {
      const verb = verbAt(scene, this.i)
      const actor = verb === null ? actorAt(scene, this.i) : null
      if (verb !== null) this.takeVerb(verb)
      else if (actor !== null) {
        this.object = true
        this.i = actor.to
      } else if ((flags[this.i] & (WORD | NUMBER)) !== 0) this.takeWord()
      else if (!this.takeMark()) return this.actions
    }
    this.close(to)
    return this.actions
  }

  private takeVerb(verb: Verb): void {
    const { doc, i, start, to } = this
    if ((verb.code & TASK) !== 0 && (verb.code & MANNER) === 0) {
      const tells = (verb.code & CUE) !== 0 && actorAt(this.scene, verb.to) !== null
      if (tells || isWord(doc, i, 'phối')) this.partner = true
      else if (i > start) this.partner = false
      if (COMPLETE.endAt(doc, i, to) === verb.to) this.object = true
      // "giữ nghiêm kỷ luật": a verb that is a noun here.
      if (i > start && NOUN_OBJECTS.endAt(doc, i, to) === verb.to) this.object = true
    } else if ((verb.code & (MANNER | MODAL)) === 0) this.object = true
    this.i = verb.to
  }

  private takeWord(): void {
    const { doc, scene, i, to } = this
    if (isWord(doc, i, 'và') && i + 1 < to) {
      const next = verbAt(scene, i + 1)
      if (next !== null ? (next.code & MODAL) !== 0 : isNegation(doc, scene, i + 1)) {
        this.next(i + 1)
        return
      }
    }
    if (!AFTER_VERB.has(doc, i) && !(isWord(doc, i, 'không') && i === this.start)) this.object = true
    this.i++
  }

  /** False where the actions end. */
  private takeMark(): boolean {
    const { article, doc, scene, i, to } = this
    const { key, flags } = doc.tokens
    const k = key[i]
    // "…, vì sao ba năm chưa xong?": a question ends the order.
    if (k === COMMA && isWord(doc, i + 1, 'vì') && isWord(doc, i + 2, 'sao')) {
      this.close(i)
      return false
    }
    let next = -1
    if (i + 1 >= to) next = -1
    else if (k === SEMICOLON) next = i + 1
    else if (k === COMMA && !this.partner) next = taskAfterComma(article, scene, i + 1, to, this.object)
    else if (k === COLON && (flags[i + 1] & GLUED) === 0) {
      const q = skipOpeners(doc, scene, i + 1, to)
      if (q < to && opensTask(doc, scene, q)) next = q
    }
    if (next >= 0) this.next(next)
    else this.i++
    return true
  }

  private next(at: number): void {
    this.close(this.i)
    this.open(at)
  }

  private close(end: number): void {
    const { doc, start } = this
    const last = trimAction(doc, start, end)
    if (last <= start) return
    const inside = findDeadline(doc, start, last, this.article.year)
    this.actions.push({ from: start, to: last, deadline: inside ?? this.deadline })
    this.deadline = null
  }

  private open(at: number): void {
    const { article, doc, scene, to } = this
    let p = skipOpeners(doc, scene, at, to)
    const deadline = readDeadline(doc, p, to, article.year)
    if (deadline !== null && deadline.to < to) {
      this.deadline = deadline
      p = deadline.to
      if (doc.tokens.key[p] === COMMA) p++
    }
    // "; Công an thành phố bố trí …": whose task it is stays outside.
    const named = opensTask(doc, scene, p) ? -1 : namedTask(article, scene, p, to)
    if (named > p) p = named
    else if (named < 0 && at > this.start) p = afterModal(doc, scene, p, to)
    this.start = openAction(doc, scene, p, to)
    this.i = this.start
    this.object = false
    this.partner = false
  }
}

/** "; cán bộ y tế xã cần được đào tạo lại": the token of the modal, else `p`. */
function afterModal(doc: Document, scene: Scene, p: number, to: number): number {
  if (opensTask(doc, scene, p)) return p
  for (let i = p; i < to && i - p < 14 && (doc.tokens.flags[i] & PUNCTUATION) === 0; i++) {
    const verb = verbAt(scene, i)
    if (verb !== null) return (verb.code & MODAL) !== 0 ? i : p
  }
  return p
}

/** Modals of obligation stay outside the action, those that forbid inside. */
function openAction(doc: Document, scene: Scene, p: number, to: number): number {
  for (let guard = 0; guard < 3; guard++) {
    const verb = verbAt(scene, p)
    if (verb === null || (verb.code & MODAL) === 0 || (verb.code & PROHIBITS) !== 0 || verb.to >= to) return p
    p = verb.to
    if (!isWord(doc, p, 'cho') && doc.tokens.key[p] === COMMA) p++
  }
  return p
}

/** After a comma: where the next task begins, or -1. */
function taskAfterComma(article: Article, scene: Scene, p: number, to: number, object: boolean): number {
  const { doc } = article
  let q = p
  if (isWord(doc, q, 'đồng') && isWord(doc, q + 1, 'thời')) q += 2
  else if (isWord(doc, q, 'và')) q++
  else {
    const opener = skipOpener(doc, scene, q, to)
    if (opener > q && doc.tokens.key[opener - 1] === CLOSE) q = opener
  }
  if (q >= to) return -1
  if (opensTask(doc, scene, q)) {
    const verb = verbAt(scene, q)
    if (verb !== null && q === p && NOUNS.endAt(doc, q, to) === verb.to && !hasObject(doc, scene, verb.to, to))
      return -1
    if (verb !== null && HARD_NOUNS.endAt(doc, q, to) === verb.to && q === p) return -1
    if (object || q > p + 1) return q
    return forbids(doc, scene, q) ? q : -1
  }
  if (!object) return -1
  return namedTask(article, scene, q, to) > q ? q : -1
}

/** Does an object follow a verb that may be a noun: "đào tạo kỹ sư", not "đào tạo của trường", "đào tạo, nghiên cứu"? */
function hasObject(doc: Document, scene: Scene, i: number, to: number): boolean {
  if (i >= to) return false
  if (actorAt(scene, i) !== null) return true
  return (doc.tokens.flags[i] & (WORD | NUMBER)) !== 0 && !NO_OBJECT.has(doc, i)
}

/** Where the task begins of somebody named at `p`, or -1: "Sở Tài chính thu hồi …". */
function namedTask(article: Article, scene: Scene, p: number, to: number): number {
  const { doc } = article
  const actor = actorAt(scene, p)
  let q: number
  if (actor !== null) q = actor.to
  else {
    q = AGENTS.endAt(doc, p, to)
    if (q < 0) return -1
  }
  if (isWord(doc, q, 'cùng')) return q
  while (q < to && TRAILING.has(doc, q)) q++
  // "UBND phường được yêu cầu vận động …"
  if (isWord(doc, q, 'được')) {
    const cue = verbAt(scene, q + 1)
    return cue !== null && (cue.code & CUE) !== 0 && opensTask(doc, scene, cue.to) ? cue.to : -1
  }
  return q < to && opensTask(doc, scene, q) ? q : -1
}

/** Without the punctuation at its end. */
function trimAction(doc: Document, from: number, to: number): number {
  const { key, flags } = doc.tokens
  while (to > from && (flags[to - 1] & PUNCTUATION) !== 0 && key[to - 1] !== CLOSE && key[to - 1] !== 0x25) {
    // A closing mark whose opening one is inside stays.
    if (key[to - 1] === QUOTE && holdsMark(doc, from, to - 1)) break
    to--
  }
  return to
}

function holdsMark(doc: Document, from: number, to: number): boolean {
  let marks = 0
  for (let i = from; i < to; i++) if (doc.tokens.key[i] === QUOTE) marks++
  return marks % 2 === 1
}
