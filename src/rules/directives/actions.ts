/**
 * The tasks of a directive, each a stretch of its own.
 *
 *   tăng ca | , bổ sung thiết bị | , không để mặt bằng bị bỏ trống
 *
 * An action begins at its verb, or at the adverb or "không" before it. It ends before ";", before a comma and the next verb of
 * a task, before "và phải", ", đồng thời"; but verbs that no object parts share one, wherever they stand: "xem xét, xử lý nghiêm
 * vi phạm", "rà soát việc quản lý, sử dụng đất". What stands in brackets is part of it.
 */
import type { ActionMention, DeadlineMention, Document } from '../../document.js'
import {
  CAPITAL,
  CLOSE,
  COLON,
  COMMA,
  DASH,
  GLUED,
  NUMBER,
  OPEN,
  PUNCTUATION,
  QUOTE,
  SEMICOLON,
  WORD,
} from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Article } from './article.js'
import { STATES, taskAfterComma } from './commas.js'
import { findDeadline, readDeadline } from './deadlines.js'
import { namedTask, readNamed } from './named.js'
import { isParty } from './parties.js'
import { PhraseSet } from './phrases.js'
import { actorAt, actorEnding, type Scene, type Verb, verbAt, verbEnding } from './scene.js'
import { isNegation, opensTask, skipOpeners } from './tasks.js'
import { CUE, MANNER, MODAL, PROHIBITS, REPORT, TASK } from './vocabulary.js'
import { isWorker } from './workers.js'

const NOUN_OBJECTS = new PhraseSet(
  'kỷ luật; quy định; quy hoạch; quyết định; kết luận; thông tin; dự báo; đoàn kết; ổn định; đầu tư; giáo dục',
)

/** Verbs that need no object. */
const COMPLETE = new PhraseSet(
  'tăng ca; làm thêm giờ; kiềm chế; ra quân; vào cuộc; rút kinh nghiệm; chịu trách nhiệm; tiết kiệm; học tập; cảnh giác; làm việc; hành động; tự kiểm tra; xét nghiệm',
)

/** Last words before a verb that another may join: "việc quản lý, sử dụng đất", not "linh kiện thay thế, …". */
const JOINED = new WordSet(
  'việc tác để nhằm và hoặc hay về trong của cho khi trình quan vị lượng án pháp độ hoạch vụ sự khâu được cần phải hãy không sẽ qua hướng quyền năng gia rõ lý vi cuộc đề đến',
)

/** After a verb they are no object. */
const AFTER_VERB = new WordSet(
  'nghiêm ngay tốt rõ lại kỹ sớm thêm hơn cùng luôn dần đúng hết sát xong chặt túc minh thực sự',
)

/** After ";" the speaker states it, nobody is told to. */
const STATED = new PhraseSet(
  'khẳng định; nhấn mạnh; cho rằng; cho biết; nói; nêu rõ; bày tỏ; hoan nghênh; cảm ơn; tin tưởng; ghi nhận; đánh giá cao; chúc; chúc mừng',
)
const SAID_NEXT = new PhraseSet(
  'và khẳng định; và nhấn mạnh; và cho rằng; và cho biết; và nói; và nêu rõ; và bày tỏ; đồng thời khẳng định; đồng thời nhấn mạnh; đồng thời cho rằng; đồng thời cho biết; đồng thời bày tỏ; nhưng khẳng định; nói rằng; cho rằng; nhấn mạnh; cho biết',
)

/** After ";" they still belong to the task before. */
const ASIDES = new PhraseSet('đặc biệt là; nhất là; trong đó có; bao gồm; kể cả')

/** A quotation of so many tokens names a thing. */
const SHORT_QUOTE = 16
const LONGEST_ASIDE = 60
const LONGEST_CREDIT = 8
/** According to them tasks are done, not told. */
const PAPERS = new WordSet('luật nghị quyết chỉ thông kế công hiến bộ')

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
  /** A verb that another may join ends here. */
  private bare = -1
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
    this.start = this.lead(from)
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
    const { doc, scene, i, start, to } = this
    if ((verb.code & TASK) !== 0 && (verb.code & MANNER) === 0) {
      const tells = (verb.code & CUE) !== 0 && actorAt(scene, verb.to) !== null
      if (tells || isWord(doc, i, 'phối')) this.partner = true
      else if (i > start) this.partner = false
      if (COMPLETE.endAt(doc, i, to) === verb.to) this.object = true
      // "giữ nghiêm kỷ luật": a verb that is a noun here.
      const noun = i > start && NOUN_OBJECTS.endAt(doc, i, to) === verb.to
      if (noun) this.object = true
      if (this.mayJoin(i, noun) && COMPLETE.endAt(doc, i, to) !== verb.to && !isWorker(doc, scene, i))
        this.bare = verb.to
    } else if ((verb.code & (MANNER | MODAL)) === 0) this.object = true
    this.i = verb.to
  }

  /** May another verb join the one at token `i`? */
  private mayJoin(i: number, noun: boolean): boolean {
    const { doc, scene, start, bare } = this
    if (noun) return JOINED.has(doc, i - 1)
    const chained = i === start || (bare === i - 1 && doc.tokens.key[bare] === COMMA) || isWord(doc, i, 'phòng')
    return chained || JOINED.has(doc, i - 1) || actorEnding(scene, i) !== null || verbEnding(scene, i)
  }

  private takeWord(): void {
    const { doc, scene, i, to } = this
    if (isWord(doc, i, 'và') && i + 1 < to) {
      const next = verbAt(scene, i + 1)
      if (
        next !== null ? (next.code & MODAL) !== 0 : isNegation(doc, scene, i + 1) && STATES.endAt(doc, i + 2, to) < 0
      ) {
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
    // What stands in brackets or in quotation marks is one thing.
    const closing = i > this.start ? closingMark(doc, i, to) : -1
    if (closing > i) {
      this.object = true
      this.i = closing + 1
      return true
    }
    if (k === COMMA) {
      const said = sayingAt(scene, i + 1)
      if (said >= 0 && this.object) return this.endAtSaying(said)
    }
    if (k === COMMA || k === SEMICOLON) {
      // ", và khẳng định …": what the speaker went on to say.
      const own = SAID_NEXT.endAt(doc, i + 1, to)
      const stated = own > 0 ? own : k === SEMICOLON ? STATED.endAt(doc, i + 1, to) : -1
      if (stated > 0 && this.object) return this.endAtSaying(stated)
    }
    if (k === COMMA && isWord(doc, i + 1, 'tuy') && isWord(doc, i + 2, 'nhiên') && this.object) {
      this.close(i)
      return false
    }
    // "…, vì sao ba năm chưa xong?": a question ends the order.
    if (k === COMMA && isWord(doc, i + 1, 'vì') && isWord(doc, i + 2, 'sao')) {
      this.close(i)
      return false
    }
    let next = -1
    if (i + 1 >= to) next = -1
    else if (k === SEMICOLON) next = ASIDES.endAt(doc, i + 1, to) > 0 ? -1 : i + 1
    else if (k === COMMA && !this.partner)
      next = taskAfterComma(article, scene, i + 1, to, this.object, this.bare === i)
    else if (k === COLON && !this.partner && !isWord(doc, i - 1, 'như') && (flags[i + 1] & GLUED) === 0) {
      const q = skipOpeners(doc, scene, i + 1, to)
      if (q < to && opensTask(doc, scene, q)) next = q
    }
    if (next >= 0) this.next(next)
    else this.i++
    return true
  }

  private next(at: number): void {
    const list = this.doc.tokens.key[this.i] === SEMICOLON
    this.close(this.i)
    this.open(at, list)
  }

  private close(end: number): void {
    const { doc } = this
    const { key } = doc.tokens
    let last = trimAction(doc, this.start, creditBefore(doc, this.start, end))
    if (last < this.scene.stop && key[last] === QUOTE && holdsMark(doc, this.start, last)) last++
    // A mark that opens before the action and closes after it is none of it.
    let { start } = this
    if (start > 0 && key[start - 1] === QUOTE && key[start] !== QUOTE && holdsMark(doc, start, last)) start--
    else if (key[start] === QUOTE) {
      if (holdsMark(doc, start, last)) start++
      else if (isQuoted(doc, start, last)) {
        start++
        last--
      }
    }
    if (last <= start) return
    const inside = findDeadline(doc, start, last, this.article.year)
    this.actions.push({ from: start, to: last, deadline: inside ?? this.deadline })
    this.deadline = null
  }

  /** ", Thủ tướng cho rằng phải …": the words that follow a verb of saying are a clause of their own. False where they hold no task. */
  private endAtSaying(at: number): boolean {
    const { doc, scene, to } = this
    this.close(this.i)
    let p = skipOpeners(doc, scene, at, to)
    const verb = verbAt(scene, p)
    if (verb === null || (verb.code & MODAL) === 0)
      p = scene.verbs.find(v => v.from > p && (v.code & MODAL) !== 0)?.from ?? to
    if (p >= to) return false
    this.open(p, false)
    return true
  }

  /** @param list after ";", where a clause has a subject of its own as often */
  private open(at: number, list: boolean): void {
    const { article, doc, scene, to } = this
    let p = this.passDeadline(skipOpeners(doc, scene, at, to))
    // "; Công an thành phố bố trí …": whose task it is stays outside.
    if (!opensTask(doc, scene, p)) {
      const named = namedTask(article, scene, p, to)
      if (named > p) p = named
      else if (list) p = subjectTask(article, scene, p, to)
      else p = afterModal(doc, scene, p, to)
    }
    this.start = this.lead(p)
    this.i = this.start
    this.object = false
    this.partner = false
    this.bare = -1
  }

  /** "chậm nhất ngày 10/2 phải | có tài liệu": the token at which the action itself begins. */
  private lead(from: number): number {
    const p = openAction(this.doc, this.scene, from, this.to)
    const dated = this.passDeadline(p)
    return dated === p ? p : openAction(this.doc, this.scene, dated, this.to)
  }

  /** The token after a deadline at `p` and its comma, or `p`. */
  private passDeadline(p: number): number {
    const { article, doc, to } = this
    const deadline = readDeadline(doc, p, to, article.year)
    if (deadline === null || deadline.to >= to) return p
    this.deadline = deadline
    return doc.tokens.key[deadline.to] === COMMA ? deadline.to + 1 : deadline.to
  }
}

/** Before " - Ảnh: …" and ", theo Korea Times": who took the picture or told the news is none of the action. */
function creditBefore(doc: Document, from: number, to: number): number {
  const { key, flags } = doc.tokens
  for (let i = Math.max(from + 1, to - LONGEST_CREDIT); i + 1 < to; i++) {
    if (key[i] === DASH && isWord(doc, i + 1, 'ảnh') && key[i + 2] === COLON) return i
    if (key[i] !== COMMA || !isWord(doc, i + 1, 'theo') || i + 2 >= to) continue
    let j = i + 2
    while (j < to && (flags[j] & CAPITAL) !== 0 && !PAPERS.has(doc, j)) j++
    if (j >= to) return i
  }
  return to
}

/** The mark that closes the bracket or short quotation which opens at token `i`, or -1. */
function closingMark(doc: Document, i: number, to: number): number {
  const { key } = doc.tokens
  if (key[i] !== OPEN && key[i] !== QUOTE) return -1
  const mark = key[i] === OPEN ? CLOSE : QUOTE
  const stop = Math.min(to, i + (mark === CLOSE ? LONGEST_ASIDE : SHORT_QUOTE))
  for (let j = i + 1; j < stop; j++) if (key[j] === mark) return j
  return -1
}

/** ", Thủ tướng cho rằng …": the token after a verb of saying and its subject at token `p`, or -1. */
function sayingAt(scene: Scene, p: number): number {
  const actor = actorAt(scene, p)
  if (actor === null || (actor.kind !== 'person' && actor.kind !== 'title' && actor.kind !== 'pronoun')) return -1
  const verb = verbAt(scene, actor.to)
  return verb !== null && (verb.code & REPORT) !== 0 && (verb.code & TASK) === 0 ? verb.to : -1
}

/** "; đảng ủy các xã, phường phân công …": the token of the first task where somebody is named before it, else of a modal, else `p`. */
function subjectTask(article: Article, scene: Scene, p: number, to: number): number {
  const { doc } = article
  let end = p
  while (end < to && doc.tokens.key[end] !== SEMICOLON) end++
  const { range, verb } = readNamed(article, scene, p, end)
  if (range !== null && verb > p && isParty(doc, scene, p, range.to)) return verb
  return afterModal(doc, scene, p, to)
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

/** Does the stretch hold an odd number of quotation marks? */
function holdsMark(doc: Document, from: number, to: number): boolean {
  let marks = 0
  for (let i = from; i < to; i++) if (doc.tokens.key[i] === QUOTE) marks++
  return marks % 2 === 1
}

/** Do the first and the last token enclose the stretch in quotation marks? */
function isQuoted(doc: Document, from: number, to: number): boolean {
  const { key } = doc.tokens
  for (let i = from + 1; i < to - 1; i++) if (key[i] === QUOTE) return false
  return to - from > 2 && key[to - 1] === QUOTE
}
