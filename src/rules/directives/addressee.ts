/**
 * What stands after the verb that directs -> who is to act, and the tasks.
 *
 *   yêu cầu | trong tháng 8, | các nhà thầu | tăng ca, bổ sung thiết bị
 *             a deadline       addressee      actions
 */
import type { DeadlineMention, Document, Range } from '../../document.js'
import { lettersIn } from '../../text/characters.js'
import { CAPITAL, COMMA, DASH, NUMBER, PUNCTUATION, QUOTE, SLASH, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { splitTasks } from './actions.js'
import type { Article } from './article.js'
import { findDeadline, readDeadline } from './deadlines.js'
import { BEGINS_TASK, ENDS_NAME, opensDated, readNamed } from './named.js'
import { AGENTS, DETERMINERS, isSomebody } from './names.js'
import { partyIn, whoEnd } from './parties.js'
import { actorAt, type Scene, verbAt } from './scene.js'
import { forbids, opensTask, skipOpener, type Tasks } from './tasks.js'
import { MODAL } from './vocabulary.js'

/** They open a phrase between the verb and the one addressed, up to its comma. */
const CIRCUMSTANCES = new WordSet('trong tại khi trên trước sau để từ ngoài bên cùng nếu căn hiện dù tuy gồm')

/** Of so many syllables a name may be that no stage before knows. */
const LONGEST_NAME = 5
/** Shorter words are abbreviations of titles and bodies. */
const FEWEST_LETTERS = 4

/** Words of a date. */
const DATE_WORDS = new WordSet('ngày tháng năm giờ h nay mai tới sau')

/** Between the verb that directs and the one addressed. */
const FILLERS = new WordSet('cho tới đến với đối rằng thêm ngay là rõ cụ thể tập')

/** After a name: what is told of it. */
const TOLD = new WordSet('đã đang bị vốn vẫn')

/** Verbs too light for the lexicon, which open a task right after the verb that directs. */
const LIGHT = new WordSet('có được bắt coi')

/** No verb begins with them, or only one of the task after them. */
const NO_VERBS = new WordSet('việc nhưng và cũng sẽ chỉ đi hai ba bốn hơn gần cao từ')

/** Reads the one addressed and the tasks from token `from` up to `to`. */
export function readTasks(article: Article, scene: Scene, from: number, to: number): Tasks {
  const { doc } = article
  const { at, deadline } = skipLead(article, scene, from, to)
  // "tổ chức tín dụng": words that name somebody, though they begin like a verb.
  const body = whoEnd(doc, at, to) > (verbAt(scene, at)?.to ?? to) || areLeaders(doc, scene, at, to)
  const none: Tasks = { addressee: null, actions: [], strength: 0, prohibits: false }
  if (at >= to) return none
  if (!body && (opensTask(doc, scene, at) || LIGHT.has(doc, at)) && !DETERMINERS.has(doc, at))
    return finish(article, scene, null, at, to, deadline, 2)
  const inside = modalInside(doc, scene, at, to)
  if (inside >= 0) return finish(article, scene, null, inside, to, deadline, 2)
  const named = readNamed(article, scene, at, to)
  if (named.verb >= 0 && named.range !== null && isLackedVerb(doc, scene, named.range, named.verb))
    return finish(article, scene, null, at, to, deadline, 2)
  if (named.verb >= 0) {
    const { verb } = named
    const sure = BEGINS_TASK.has(doc, verb) || opensSoon(doc, scene, verb, to) || opensDated(article, scene, verb, to)
    return finish(article, scene, named.range, verb, to, deadline, sure ? 2 : 1)
  }
  const after = actorAt(scene, at)?.to ?? Math.max(AGENTS.endAt(doc, at, to), nameEnd(doc, at, to))
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
    // "yêu cầu đến cuối năm 2026 phải hoàn thành"
    const lead: DeadlineMention | null =
      isWord(doc, p, 'đến') && deadline === null ? readDeadline(doc, p, to, year) : null
    if (lead !== null) {
      deadline = lead
      p = lead.to
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

/** "lãnh đạo các sở", "lãnh đạo địa phương": those who lead them, not to lead; but "lãnh đạo, chỉ đạo", "lãnh đạo công tác". */
function areLeaders(doc: Document, scene: Scene, at: number, to: number): boolean {
  if (!isWord(doc, at, 'lãnh') || !isWord(doc, at + 1, 'đạo')) return false
  const next = at + 2
  return next < to && (actorAt(scene, next) !== null || DETERMINERS.has(doc, next) || whoEnd(doc, next, to) > 0)
}

/** "cấm | ghi hình tại nơi tiếp dân": words before a task that name neither somebody nor a thing begin with a verb that the lexicon lacks. */
function isLackedVerb(doc: Document, scene: Scene, name: Range, verb: number): boolean {
  const modal = verbAt(scene, verb)
  return (
    (modal === null || (modal.code & MODAL) === 0) &&
    !isWord(doc, verb, 'phải') &&
    (doc.tokens.flags[name.from] & (WORD | CAPITAL)) === WORD &&
    !NO_VERBS.has(doc, name.from) &&
    !ENDS_NAME.has(doc, name.from) &&
    partyIn(doc, scene, name) === null &&
    isSomebody(doc, scene, { from: name.from, to: scene.end })
  )
}

/** The token after a name in capitals that only the text knows: "YouTube | hạ kênh này"; -1 where no small word follows it. */
function nameEnd(doc: Document, at: number, to: number): number {
  const { flags, start, end } = doc.tokens
  if ((flags[at - 1] & PUNCTUATION) !== 0 || lettersIn(doc.text, start[at], end[at]) < FEWEST_LETTERS) return -1
  let i = at
  while (i < to && i - at < LONGEST_NAME && (flags[i] & CAPITAL) !== 0) i++
  return i > at && i < to - 1 && (flags[i] & (WORD | CAPITAL)) === WORD ? i : -1
}

/** "đi kiểm tra", "thi đua hoàn thành": does a verb of a task begin here, or right after a lighter one? */
function opensSoon(doc: Document, scene: Scene, p: number, to: number): boolean {
  const stop = Math.min(to, p + 6)
  for (let i = p; i < stop && (doc.tokens.flags[i] & PUNCTUATION) === 0; i++) if (opensTask(doc, scene, i)) return true
  return false
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
  const actions = splitTasks(article, scene, verb, to, early)
  const first = actions.length > 0 ? actions[0].from : verb
  const prohibits = forbids(article.doc, scene, article.doc.tokens.key[first] === QUOTE ? first + 1 : first)
  return { addressee, actions, strength, prohibits }
}
