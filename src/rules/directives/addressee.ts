/**
 * What stands after the verb that directs -> who is to act, and the tasks.
 *
 *   yêu cầu | trong tháng 8, | các nhà thầu | tăng ca, bổ sung thiết bị
 *             a deadline       addressee      actions
 */
import type { DeadlineMention, Document, Range } from '../../document.js'
import { CAPITAL, CLOSE, COLON, COMMA, DASH, NUMBER, OPEN, PUNCTUATION, QUOTE, SLASH, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { splitTasks } from './actions.js'
import type { Article } from './article.js'
import { findDeadline, readDeadline } from './deadlines.js'
import { AGENTS, DETERMINERS } from './names.js'
import { actorAt, type Scene, verbAt } from './scene.js'
import { forbids, isNegation, opensTask, skipOpener, skipOpeners, type Tasks, TRAILING } from './tasks.js'
import { CUE, MODAL, TASK } from './vocabulary.js'
import { isWorker } from './workers.js'

/** Of so many tokens a name may be. */
const LONGEST = 60

/** They open a phrase between the verb and the one addressed, up to its comma. */
const CIRCUMSTANCES = new WordSet('trong tại khi trên trước sau để từ ngoài bên cùng nếu căn hiện dù tuy gồm')

/** Words of a date. */
const DATE_WORDS = new WordSet('ngày tháng năm giờ h nay mai tới sau')

/** Between the verb that directs and the one addressed. */
const FILLERS = new WordSet('cho tới đến với đối rằng thêm ngay là rõ cụ thể tập')

/** After a name: what is told of it. */
const TOLD = new WordSet('đã đang bị vốn vẫn')

/** They end the one addressed without a verb. */
const ENDS_NAME = new WordSet('về để nhằm nếu khi mà thì vì do bởi nên rằng vốn đã đang bị')

/** Verbs too light for the lexicon, which open a task right after the verb that directs. */
const LIGHT = new WordSet('có được bắt coi')

/** No predicate begins with them. */
const LINKS = new WordSet(
  'các và của thuộc tại ở từ đến với cùng những nơi có do trên trong đang đóng phụ cấp tuyến khu vùng địa quản liên hai ba này nói',
)

/** Reads the one addressed and the tasks from token `from` up to `to`. */
export function readTasks(article: Article, scene: Scene, from: number, to: number): Tasks {
  const { doc } = article
  const { at, deadline } = skipLead(article, scene, from, to)
  const none: Tasks = { addressee: null, actions: [], strength: 0, prohibits: false }
  if (at >= to) return none
  if ((opensTask(doc, scene, at) || LIGHT.has(doc, at)) && !DETERMINERS.has(doc, at))
    return finish(article, scene, null, at, to, deadline, 2)
  const inside = modalInside(doc, scene, at, to)
  if (inside >= 0) return finish(article, scene, null, inside, to, deadline, 2)
  const named = readAddressee(article, scene, at, to)
  if (named.verb >= 0) return finish(article, scene, named.range, named.verb, to, deadline, 2)
  const after = actorAt(scene, at)?.to ?? AGENTS.endAt(doc, at, to)
  if (after <= at) return { ...none, actions: splitTasks(article, scene, at, to, deadline) }
  const addressee = { from: at, to: after }
  if (after < to && TOLD.has(doc, after)) return { ...none, addressee }
  if (after >= to || ENDS_NAME.has(doc, after) || (doc.tokens.flags[after] & PUNCTUATION) !== 0)
    return { ...none, addressee: named.range ?? addressee, strength: 1 }
  return finish(article, scene, addressee, after, to, deadline, 1)
}

/** Passes over all that may stand before the one addressed, or the first task. */
function skipLead(
  article: Article,
  scene: Scene,
  from: number,
  to: number,
): { at: number; deadline: DeadlineMention | null } {
  const { doc, year } = article
  const { key } = doc.tokens
  let p = from
  let deadline: DeadlineMention | null = null
  for (let guard = 0; guard < 12 && p < to; guard++) {
    const next = skipOpener(doc, scene, p, to)
    if (next > p) {
      p = next
      continue
    }
    if (verbAt(scene, p) === null && actorAt(scene, p) === null) {
      if (FILLERS.has(doc, p)) {
        p++
        continue
      }
      // "chỉ đạo, từ ngày 5/11 | các cơ quan …"
      const since = isWord(doc, p, 'từ') ? dateEnd(doc, p + 1, to) : -1
      if (since > 0) {
        p = since
        continue
      }
      // "yêu cầu, trên cơ sở đề xuất của tư vấn, Bộ Giao thông đánh giá …"
      const comma = CIRCUMSTANCES.has(doc, p) ? commaFrom(doc, p, to) : -1
      if (comma > p) {
        deadline ??= findDeadline(doc, p, comma, year)
        p = comma + 1
        continue
      }
      if (modalInside(doc, scene, p, to) >= 0) break
    }
    const date: DeadlineMention | null = deadline === null ? readDeadline(doc, p, to, year) : null
    if (date === null) break
    deadline = date
    p = date.to
    if (p < to && key[p] === COMMA) p++
  }
  return { at: p, deadline }
}

/** The token after "ngày 5/11", "tháng 6/2026", "0h ngày mai" at token `p`, or -1. */
function dateEnd(doc: Document, p: number, to: number): number {
  let i = p
  let figures = false
  while (i < to && i - p < 10) {
    if ((doc.tokens.flags[i] & NUMBER) !== 0) figures = true
    else if (doc.tokens.key[i] !== SLASH && doc.tokens.key[i] !== DASH && !DATE_WORDS.has(doc, i)) break
    i++
  }
  return figures ? i : -1
}

/** The comma that ends the circumstance at token `p`, or -1. */
function commaFrom(doc: Document, p: number, to: number): number {
  const stop = Math.min(to - 1, p + 30)
  for (let i = p; i < stop; i++) if (doc.tokens.key[i] === COMMA) return i
  return -1
}

/** "lưu ý khi cải tạo phải kiểm định": the modal after a circumstance that no comma ends, or -1. */
function modalInside(doc: Document, scene: Scene, p: number, to: number): number {
  if (!CIRCUMSTANCES.has(doc, p) || actorAt(scene, p) !== null || verbAt(scene, p) !== null) return -1
  for (const v of scene.verbs) if (v.from > p && v.from - p < 30 && v.to <= to && (v.code & MODAL) !== 0) return v.from
  return -1
}

function finish(
  article: Article,
  scene: Scene,
  addressee: Range | null,
  verb: number,
  to: number,
  early: DeadlineMention | null,
  strength: number,
): Tasks {
  const prohibits = forbids(article.doc, scene, verb)
  return { addressee, actions: splitTasks(article, scene, verb, to, early), strength, prohibits }
}

interface Named {
  range: Range | null
  /** Token of the first task, or -1. */
  verb: number
}

const NOBODY: Named = { range: null, verb: -1 }
/** A name goes on over them: "các sở, ngành", "Sở Văn hóa - Thể thao". */
const JOINTS = new Set([COMMA, DASH, OPEN, CLOSE, SLASH, 0x26])
/** Before a verb that the lexicon lacks, or a passive, they end the name. */
const BEGINS_TASK = new WordSet('được tự cùng')

/** The noun phrase from `p` to the first verb of a task. */
function readAddressee(article: Article, scene: Scene, p: number, to: number): Named {
  const { doc } = article
  const { key, flags } = doc.tokens
  const limit = Math.min(to, p + LONGEST)
  /** End of the actor that the name begins with. */
  const whole = actorAt(scene, p)?.to ?? -1
  const lacksVerb = (i: number): boolean => whole > p && i - whole > 2 && isPredicate(doc, scene, whole)
  let i = p
  let end = p
  while (i < limit) {
    const actor = actorAt(scene, i)
    if (actor !== null) {
      i = actor.to
      end = i
      continue
    }
    const k = key[i]
    if ((flags[i] & PUNCTUATION) !== 0) {
      if (k === COLON || k === QUOTE || k === 0x27) return readAnnounced(article, scene, { from: p, to: end }, i, limit)
      if (!JOINTS.has(k)) return NOBODY
      if (k === COMMA && lacksVerb(i)) return { range: range(p, whole), verb: whole }
      // ", báo cáo": the one addressed has ended without a verb of its own.
      if (k === COMMA && i > p && opensTask(doc, scene, i + 1) && !isWorker(doc, scene, i + 1))
        return { range: range(p, end), verb: isWord(doc, i + 1, 'không') || end > p ? i + 1 : -1 }
      i++
      continue
    }
    const verb = verbAt(scene, i)
    if (verb !== null && (verb.code & (TASK | MODAL | CUE)) !== 0) {
      if (lacksVerb(i)) return { range: range(p, whole), verb: whole }
      const noun = i > p && ((DETERMINERS.has(doc, i - 1) && i >= end) || isWorker(doc, scene, i))
      if (!noun) return { range: range(p, trimName(doc, p, i)), verb: i }
      i = verb.to
      end = i
      continue
    }
    if (i > p && (isNegation(doc, scene, i) || (BEGINS_TASK.has(doc, i) && end > p)))
      return { range: range(p, trimName(doc, p, i)), verb: i }
    if (i > p && ENDS_NAME.has(doc, i)) return { range: range(p, end), verb: -1 }
    i = verb !== null ? verb.to : i + 1
    if (!isWord(doc, i - 1, 'và')) end = i
  }
  return NOBODY
}

/**
 * What a mark announces: "các bộ: Tài chính, Tư pháp khẩn trương …" names them, "các đơn vị: Cục A rà soát" tasks each.
 */
function readAnnounced(article: Article, scene: Scene, name: Range, mark: number, limit: number): Named {
  const { doc } = article
  const q = skipOpeners(doc, scene, mark + 1, limit)
  if (q >= limit) return NOBODY
  if (opensTask(doc, scene, q)) return { range: range(name.from, name.to), verb: q }
  if (doc.tokens.key[mark] !== COLON || name.to <= name.from) return NOBODY
  const { verb } = readAddressee(article, scene, q, limit)
  return verb < 0 ? NOBODY : { range: name, verb }
}

/** After a name read whole, a small word that is no link begins a predicate whose verb the lexicon lacks: "Bộ Y tế | tính lại …". */
function isPredicate(doc: Document, scene: Scene, i: number): boolean {
  return (doc.tokens.flags[i] & (WORD | CAPITAL)) === WORD && !LINKS.has(doc, i) && verbAt(scene, i) === null
}

const range = (from: number, to: number): Range | null => (to > from ? { from, to } : null)

function trimName(doc: Document, from: number, to: number): number {
  while (
    to > from + 1 &&
    (TRAILING.has(doc, to - 1) || (doc.tokens.flags[to - 1] & PUNCTUATION) !== 0) &&
    doc.tokens.key[to - 1] !== CLOSE
  )
    to--
  return to
}
