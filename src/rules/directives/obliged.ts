/**
 * A modal of obligation -> who must act, and what.
 *
 *   các bộ, ngành | phải | hoàn thiện vị trí việc làm
 *   Trong tháng 12, | Chi cục Hải quan | phải | lắp thêm hai máy soi      a deadline before
 *   Các khoản thu | phải | được công khai                                 things oblige nobody by name
 *
 * "phải" and "cần" tell of hardship, need or the law as often; what stands around them shows it.
 */
import type { Document, Range } from '../../document.js'
import { COLON, COMMA, DASH, NUMBER, PUNCTUATION, QUESTION, QUOTE, SEMICOLON, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Article } from './article.js'
import { findDeadline } from './deadlines.js'
import { actorAt, actorEnding, type Scene, type Verb, verbAt } from './scene.js'
import { skipAdverbs, subjectOf } from './subject.js'
import { forbids, opensTask, splitTasks, type Tasks } from './tasks.js'
import { BLOCKER, CONTINUATION, MODAL, REPORT, TASK, TELL } from './vocabulary.js'

/** Right before a modal: it tells of a cause, a time, a fact. */
const NOT_AFTER = new WordSet('khiến làm vì do bị khi hay vẫn đang đã sẽ càng chưa khỏi có ai tôi họ điều không rất chỉ lý từng luôn đỡ mình nó cảnh kiện hình lúc nghĩa những')
/** Right after "cần": the things needed. */
const NEEDED = new WordSet('thiết ít khoảng tới hơn tiền vốn người thời nhiều những gì đến sự tối một hai ba máu tìm mua bán thuê kíp giờ gấp')
/** Right after "phải": hardship. */
const SUFFERED = new WordSet('chịu trả mất bỏ mang sống nằm ngồi vào nhập rời lùi hủy huỷ chờ đợi vay bán nhờ chi tốn gánh hứng đối đi ra về ngủ ăn chạy dùng cắn tự thốt thừa công chết quỳ trốn nhịn xa xin lên đóng')
/** A segment that begins so is no subject, up to its comma. */
const OPENERS = new WordSet('đến trong trước tại để khi nếu sau với theo từ trường về đối bên ngoài qua cùng nhằm hiện ngay do vì bởi cuối đầu hôm ngày năm tháng trên đồng muốn dù mặc trừ cả riêng nhất theo')
/** What things are obliged to, nobody by name is. */
const THINGS = new WordSet('việc vấn nhiệm giải khoản nội điều đây đó đấy dự công quy kế mức quá tình cái tất thời yếu bài mục câu chỗ chuyện hồ thủ tiêu chất các những')
const DETERMINERS = new WordSet('các những mọi mỗi từng toàn bộ số một hai ba bốn năm sáu')
const ADVERBS = new WordSet('cũng đều thì ngay cùng đồng thời trước mắt còn lại tới nhất định thực sự luôn thật nay hiện giờ đây mới vì vậy do đó trước hết')
/** They show a condition, not somebody to act: "đơn vị nào không đáp ứng thì". */
const CONDITIONS = new WordSet('thì nào nếu chưa nên mà bởi vì do rồi ai')

/** Who has a duty by these words is named: "chuyến đi có nhiệm vụ" obliges nobody. */
const DUTIES = new WordSet('nhiệm trách')

const isNeed = (doc: Document, i: number): boolean => isWord(doc, i, 'cần')

/** Does the modal oblige somebody to do something? `strict`: only before a verb of a task. */
export function obliges(doc: Document, scene: Scene, modal: Verb, strict: boolean): boolean {
  const { key, flags } = doc.tokens
  if ((modal.code & (BLOCKER | TASK)) === BLOCKER || modal.to >= scene.stop) return false
  if (isCondition(doc, scene, modal)) return false
  if (key[scene.stop - 1] === QUESTION || (scene.stop - 2 >= scene.first && key[scene.stop - 2] === QUESTION)) return false
  const b = modal.from - 1
  const n = modal.to
  if (b >= scene.first && (flags[b] & WORD) !== 0 && NOT_AFTER.has(doc, b) && !isWord(doc, modal.from, 'hãy')) {
    const actor = actorEnding(scene, modal.from)
    if (actor === null || actor.kind === 'self') return isWord(doc, b, 'ta') || isWord(doc, b, 'không')
  }
  if ((flags[n] & PUNCTUATION) !== 0 && key[n] !== QUOTE && key[n] !== COLON) return false
  if ((flags[n] & NUMBER) !== 0) return false
  const single = n === modal.from + 1
  if (single && isNeed(doc, modal.from) && NEEDED.has(doc, n) && !opensTask(doc, scene, n)) return false
  if (single && isWord(doc, modal.from, 'phải') && SUFFERED.has(doc, n) && !isDuty(doc, n)) return false
  if (isWord(doc, modal.from, 'có') && DUTIES.has(doc, modal.from + 1) && actorEnding(scene, skipAdverbs(doc, scene, modal.from, scene.first)) === null && !opensName(doc, scene, modal)) return false
  const verb = verbAt(scene, n)
  const task = verb !== null && (verb.code & TASK) !== 0
  if (single && isWord(doc, modal.from, 'nên')) return (task || opensTask(doc, scene, n)) && b >= scene.first && (actorEnding(scene, modal.from) !== null || DETERMINERS.has(doc, clauseStart(doc, scene, modal, scene.first)) || isWord(doc, b, 'trường'))
  if (strict) return task || isWord(doc, n, 'có') || isWord(doc, n, 'được') || isWord(doc, n, 'kịp')
  return verb === null || (verb.code & (BLOCKER | TASK)) !== BLOCKER
}

/** "Trường hợp phải thu hồi đất, Chính phủ sẽ …": what is to be done stands after the comma. */
function isCondition(doc: Document, scene: Scene, modal: Verb): boolean {
  const { key } = doc.tokens
  let i = modal.from - 1
  while (i >= scene.first && key[i] !== COMMA && key[i] !== SEMICOLON && key[i] !== COLON && key[i] !== QUOTE) i--
  i++
  if (!isWord(doc, i, 'nếu') && !isWord(doc, i, 'trường') && !isWord(doc, i, 'khi') && !isWord(doc, i, 'dù')) return false
  for (let j = i; j < modal.from; j++) if (isWord(doc, j, 'thì')) return false
  for (let j = modal.to; j < scene.end; j++) if (key[j] === COMMA || isWord(doc, j, 'thì')) return true
  return false
}

/** "phải chịu trách nhiệm", "phải đi đầu", "phải tự kiểm tra": duties after all. */
function isDuty(doc: Document, n: number): boolean {
  if (isWord(doc, n, 'chịu')) return isWord(doc, n + 1, 'trách')
  if (isWord(doc, n, 'đi')) return isWord(doc, n + 1, 'đầu') || isWord(doc, n + 1, 'sâu') || isWord(doc, n + 1, 'trước')
  if (isWord(doc, n, 'vào')) return isWord(doc, n + 1, 'cuộc')
  if (isWord(doc, n, 'tự')) return true
  if (isWord(doc, n, 'công')) return isWord(doc, n + 1, 'khai') || isWord(doc, n + 1, 'bố') || isWord(doc, n + 1, 'bằng') || isWord(doc, n + 1, 'tâm')
  if (isWord(doc, n, 'đối')) return isWord(doc, n + 1, 'thoại') || isWord(doc, n + 1, 'chiếu') || isWord(doc, n + 1, 'xử')
  if (isWord(doc, n, 'ra')) return isWord(doc, n + 1, 'quân')
  return false
}

/** Does the clause open with somebody: "Các cơ quan này có trách nhiệm …"? */
function opensName(doc: Document, scene: Scene, modal: Verb): boolean {
  const start = clauseStart(doc, scene, modal, scene.first)
  return actorAt(scene, start) !== null || DETERMINERS.has(doc, start)
}

/** Where the clause of the modal begins. */
export function clauseStart(doc: Document, scene: Scene, modal: Verb, from: number): number {
  const { key, flags } = doc.tokens
  let start = from
  for (const verb of scene.verbs) {
    if (verb.from >= modal.from) break
    if (verb.from < from || (verb.code & (REPORT | TELL | CONTINUATION)) === 0 || (verb.code & MODAL) !== 0) continue
    if ((verb.code & TASK) !== 0 && subjectOf(doc, scene, verb.from).kind !== 'direct') continue
    // "Trường hợp ghi sai chỉ số, phải …": a condition is of the clause.
    if ((verb.code & CONTINUATION) !== 0 && key[verb.to] !== COMMA && OPENERS.has(doc, verb.from)) continue
    start = Math.max(start, verb.to)
  }
  for (let i = modal.from - 1; i >= start; i--) {
    const k = key[i]
    if ((flags[i] & PUNCTUATION) !== 0 ? k === COLON || k === QUOTE || k === SEMICOLON || k === 0x27 || k === 0x2026 : isWord(doc, i, 'rằng')) {
      start = i + 1
      break
    }
  }
  return start
}

/** Who must act and what, for the modal, in the stretch from `from` up to `to`. */
export function readObliged(article: Article, scene: Scene, from: number, modal: Verb, to: number): Tasks {
  const { doc, year } = article
  const start = clauseStart(doc, scene, modal, from)
  const name = nameBefore(doc, scene, start, modal.from)
  const early = findDeadline(doc, start, name === null ? modal.from : name.from, year)
  const prohibits = forbids(doc, scene, modal.from)
  // The modal itself is inside an action that it forbids, and so is what stands in it: "không được", "Không ai được".
  const actions = splitTasks(article, scene, modal.from, to, early)
  const addressee = isWord(doc, modal.to, 'được') ? agentOf(scene, modal.to + 1) : name
  return { addressee, actions, strength: 2, prohibits }
}

/** "cần được quốc tế hỗ trợ": who is to act in a passive. */
function agentOf(scene: Scene, i: number): Range | null {
  const actor = actorAt(scene, i)
  return actor === null ? null : { from: actor.from, to: actor.to }
}

/** The noun phrase before a modal, as far as it names somebody. */
export function nameBefore(doc: Document, scene: Scene, start: number, modal: number): Range | null {
  const { key, flags } = doc.tokens
  let from = start
  for (let guard = 0; guard < 6; guard++) {
    if (isWord(doc, from, 'cũng') && from + 1 < modal) from++
    while (from < modal && ((flags[from] & PUNCTUATION) !== 0 || isWord(doc, from, 'rằng') || isWord(doc, from, 'là'))) from++
    if (from >= modal) return null
    const cont = verbAt(scene, from)
    if (cont !== null && (cont.code & CONTINUATION) !== 0 && (cont.code & TASK) === 0 && cont.to < modal && (key[cont.to] === COMMA || !OPENERS.has(doc, from))) {
      from = cont.to
      continue
    }
    if (actorAt(scene, from) === null && OPENERS.has(doc, from)) {
      let comma = from
      while (comma < modal && key[comma] !== COMMA) comma++
      if (comma >= modal) return null
      from = comma + 1
      continue
    }
    break
  }
  let to = modal
  if (isWord(doc, to - 1, 'thì')) return null
  while (to > from && (ADVERBS.has(doc, to - 1) || ((flags[to - 1] & PUNCTUATION) !== 0 && key[to - 1] !== 0x29))) to--
  if (to <= from || to - from > 28) return null
  const actor = actorAt(scene, from)
  if (actor !== null && (actor.kind === 'pronoun' || actor.kind === 'document')) return null
  if (actor === null) {
    let head = from
    while (head < to && (DETERMINERS.has(doc, head) || (flags[head] & NUMBER) !== 0)) head++
    if (head >= to || THINGS.has(doc, head)) return null
    if (key[modal - 1] === DASH) return null
  }
  for (let i = actor === null ? from : actor.to; i < to; i++) if (CONDITIONS.has(doc, i)) return null
  return { from, to }
}
