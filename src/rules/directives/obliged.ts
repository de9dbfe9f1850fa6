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
import { actorAt, actorEnding, actorFrom, type Scene, type Verb, verbAt, verbFrom } from './scene.js'
import { skipAdverbs, subjectOf } from './subject.js'
import { PhraseSet } from './phrases.js'
import { AGENTS, forbids, isSomebody as namesSomebody, opensTask, splitTasks, type Tasks } from './tasks.js'
import { BLOCKER, CONTINUATION, CUE, MODAL, REPORT, TASK, TELL } from './vocabulary.js'

/** Right before a modal: it tells of a cause, a time, a fact. */
const NOT_AFTER = new WordSet('khiến làm vì do bị khi hay vẫn đang đã sẽ càng chưa khỏi có ai tôi họ điều không rất chỉ lý từng luôn đỡ mình nó cảnh kiện hình lúc nghĩa những chuyện mức')
/** Right after "cần": the things needed. */
const NEEDED = new WordSet('bao thiết ít khoảng tới hơn tiền vốn người thời nhiều những gì đến sự tối một hai ba máu tìm mua bán thuê kíp giờ gấp để là')
/** Right after "phải": hardship. */
const SUFFERED = new WordSet('chịu trả mất bỏ mang qua từ vật xếp trở sống nằm ngồi vào nhập rời lùi hủy huỷ chờ đợi vay bán nhờ chi tốn gánh hứng đối đi ra về ngủ ăn chạy dùng cắn tự thốt thừa công chết quỳ trốn nhịn xa xin lên đóng')
/** A segment that begins so is no subject, up to its comma. */
const OPENERS = new WordSet('đến trong trước tại để khi nếu sau với theo từ trường về đối bên ngoài qua cùng nhằm hiện ngay do vì bởi cuối đầu hôm ngày năm tháng trên đồng muốn bất tuy dù mặc trừ cả riêng nhất theo')
const DETERMINERS = new WordSet('các những mọi mỗi từng toàn bộ số một hai ba bốn năm sáu')
const ADVERBS = new PhraseSet('cũng; đều; thì; ngay; cùng; luôn; còn; lại; mới; đồng thời; trước mắt; nhất định; thực sự; thật sự; hiện nay; do đó; vì vậy; trước hết; thời gian tới; lúc này; ngay lập tức; hơn nữa; giờ đây; hiện; nay; nhất thiết; theo đó; đặc biệt; càng')
/** They show a condition, not somebody to act: "đơn vị nào không đáp ứng thì". */
const CONDITIONS = new WordSet('thì nào nếu chưa nên mà bởi vì do rồi ai là song nhưng vừa')

/** Who has a duty by these words is named: "chuyến đi có nhiệm vụ" obliges nobody. */
const DUTIES = new WordSet('nhiệm trách')

/** Verbs whose clause obliges nobody. */
export const PROPOSALS = new PhraseSet('kiến nghị; đề xuất; xin; hy vọng; kỳ vọng; tin tưởng; tin rằng; khuyến khích; dự báo; dự kiến; luật quy định; pháp luật quy định; nghị định quy định; thông tư quy định; quy định rõ; băn khoăn; lo ngại; cáo buộc; hứa; cam kết; ghi nhận; đánh giá cao')

const isNeed = (doc: Document, i: number): boolean => isWord(doc, i, 'cần')

const single = (modal: Verb): boolean => modal.to === modal.from + 1
/** After "không được": what was not possible, or not granted. */
const NOT_VERBS = new WordSet('vì do nên như bởi tốt thông để mà gì hay và cho nhiều ai rồi quyền ổn')

/** "một số việc Đoàn cần quan tâm" */
const COUNTERS = new WordSet('số những các nhiều hai ba bốn năm mấy vài')

/** Does the modal oblige somebody to do something? `strict`: only before a verb of a task. */
export function obliges(doc: Document, scene: Scene, modal: Verb, strict: boolean): boolean {
  const { key, flags } = doc.tokens
  if ((modal.code & (BLOCKER | TASK)) === BLOCKER || modal.to >= scene.stop) return false
  if (isExplained(doc, scene) || isProposed(doc, scene, modal) || isCondition(doc, scene, modal) || isOwnDuty(doc, scene, modal)) return false
  if (key[scene.stop - 1] === QUESTION || (scene.stop - 2 >= scene.first && key[scene.stop - 2] === QUESTION)) return false
  const b = modal.from - 1
  const n = modal.to
  if (b >= scene.first && (flags[b] & WORD) !== 0 && NOT_AFTER.has(doc, b) && !isWord(doc, modal.from, 'hãy')) {
    const actor = actorEnding(scene, modal.from)
    if (actor === null || actor.kind === 'self') return isWord(doc, b, 'ta') || isWord(doc, b, 'không')
  }
  if ((flags[n] & PUNCTUATION) !== 0 && key[n] !== QUOTE && key[n] !== COLON && key[n] !== 0x27) return false
  if ((isWord(doc, n - 1, 'được') || isWord(doc, n - 1, 'phép')) && NOT_VERBS.has(doc, n)) return false
  if (isWord(doc, n - 1, 'được') && ((verbAt(scene, n)?.code ?? 0) & CUE) !== 0) return false
  // "chấp nhận việc Thổ Nhĩ Kỳ phải mua": a fact as a noun.
  const whose = actorEnding(scene, modal.from)
  if (whose !== null && isWord(doc, whose.from - 1, 'việc') && !COUNTERS.has(doc, whose.from - 2)) return false
  if (single(modal) && isWord(doc, modal.from, 'nên') && (verbAt(scene, n)?.code ?? 0) & MODAL) return false
  // "không được Bolton để tâm": a passive.
  if (isWord(doc, n - 1, 'được') && (actorAt(scene, n) !== null || AGENTS.endAt(doc, n, scene.stop) > 0)) return false
  if ((flags[n] & NUMBER) !== 0) return false
  if (single(modal) && isNeed(doc, modal.from) && NEEDED.has(doc, n) && !opensTask(doc, scene, n)) return false
  if (single(modal) && isWord(doc, modal.from, 'phải') && SUFFERED.has(doc, n) && !isDuty(doc, n)) return false
  if (isWord(doc, modal.from, 'có') && DUTIES.has(doc, modal.from + 1) && actorEnding(scene, skipAdverbs(doc, scene, modal.from, scene.first)) === null && !opensName(doc, scene, modal)) return false
  const verb = verbAt(scene, n)
  const task = verb !== null && (verb.code & TASK) !== 0
  if (strict && isWord(doc, modal.from, 'không') && isWord(doc, modal.to - 1, 'được') && !isSomebody(doc, scene, modal)) return false
  if (single(modal) && isWord(doc, modal.from, 'nên')) return (task || opensTask(doc, scene, n)) && b >= scene.first && (actorEnding(scene, modal.from) !== null || DETERMINERS.has(doc, clauseStart(doc, scene, modal, scene.first)) || isWord(doc, b, 'trường'))
  if (strict && task && isMeasured(doc, verb!.to)) return false
  if (strict) return task || isWord(doc, n, 'có') || isWord(doc, n, 'được') || isWord(doc, n, 'kịp')
  return verb === null || (verb.code & (BLOCKER | TASK)) !== BLOCKER
}

/** "Bởi thị trường phát triển theo nhu cầu, cần đáp ứng …": a reason. */
function isExplained(doc: Document, scene: Scene): boolean {
  let i = scene.first
  while (i < scene.stop && (doc.tokens.flags[i] & PUNCTUATION) !== 0) i++
  if (isWord(doc, i, 'bởi')) return !isWord(doc, i + 1, 'vậy') && !isWord(doc, i + 1, 'thế')
  // "Theo quy định hiện hành, …": the law speaks.
  if (isWord(doc, i, 'theo') && (isWord(doc, i + 1, 'quy') || isWord(doc, i + 1, 'luật') || isWord(doc, i + 1, 'nghị') || isWord(doc, i + 1, 'thông'))) return true
  return isWord(doc, i, 'nguyên') && isWord(doc, i + 1, 'nhân')
}

/** "kiến nghị Chính phủ cần …", "hy vọng các bên phải …": no obligation. */
function isProposed(doc: Document, scene: Scene, modal: Verb): boolean {
  for (let v = verbFrom(scene, modal.from) - 1; v >= 0; v--) {
    const verb = scene.verbs[v]
    if (isWord(doc, verb.from, 'quy') && isWord(doc, verb.from + 1, 'định') && quotesLaw(doc, verb.from)) return true
    // "do Nhà nước yêu cầu phải …": the modal is that verb's.
    if ((verb.code & CUE) !== 0 && verb.to === modal.from && (verb.code & BLOCKER) === 0) return true
    if ((verb.code & (CUE | REPORT | TELL)) !== 0) return false
    if ((verb.code & BLOCKER) !== 0 && PROPOSALS.endAt(doc, verb.from, scene.stop) === verb.to) return true
  }
  return false
}

/** "Luật cũng có quy định những việc cán bộ không được làm" */
const quotesLaw = (doc: Document, i: number): boolean => isWord(doc, i - 1, 'có') || isWord(doc, i - 1, 'luật') || isWord(doc, i - 1, 'định') || isWord(doc, i - 1, 'tư') || isWord(doc, i - 1, 'cũng')

/** "Trường hợp phải thu hồi đất, Chính phủ sẽ …": what is to be done stands after the comma. */
function isCondition(doc: Document, scene: Scene, modal: Verb): boolean {
  const { key } = doc.tokens
  let i = modal.from - 1
  while (i >= scene.first && key[i] !== COMMA && key[i] !== SEMICOLON && key[i] !== COLON && key[i] !== QUOTE) i--
  i++
  let nested = false
  for (let j = i; j < modal.from; j++) {
    if (isWord(doc, j, 'thì')) return false
    if (isWord(doc, j, 'nếu') || isWord(doc, j, 'khiến') || isWord(doc, j, 'buộc') || (isWord(doc, j, 'đòi') && actorAt(scene, j + 2)?.kind === 'pronoun') || (isWord(doc, j, 'vì') && !isWord(doc, j + 1, 'vậy') && !isWord(doc, j + 1, 'thế'))) nested = true
  }
  if (!nested && !isWord(doc, i, 'trường') && !isWord(doc, i, 'khi') && !isWord(doc, i, 'dù')) return false
  return true
}

/** "mỗi giám định viên cần giám định khoảng 5.000 hồ sơ": a fact with figures. */
function isMeasured(doc: Document, i: number): boolean {
  const { flags } = doc.tokens
  return ((isWord(doc, i, 'khoảng') || isWord(doc, i, 'hơn') || isWord(doc, i, 'gần') || isWord(doc, i, 'tới')) && (flags[i + 1] & NUMBER) !== 0) || (flags[i] & NUMBER) !== 0
}

/** "Tôi mang chim đi thi cũng phải …": the speaker tells of himself. */
function isOwnDuty(doc: Document, scene: Scene, modal: Verb): boolean {
  const a = actorFrom(scene, modal.from) - 1
  if (a < 0 || scene.actors[a].kind !== 'self' || isWord(doc, scene.actors[a].to - 1, 'ta')) return false
  for (const verb of scene.verbs) if (verb.from >= scene.actors[a].to && verb.to <= modal.from && (verb.code & (CUE | REPORT | TELL)) !== 0) return false
  return true
}

/** "phải chịu trách nhiệm", "phải đi đầu", "phải tự kiểm tra": duties after all. */
function isDuty(doc: Document, n: number): boolean {
  if (isWord(doc, n, 'chịu')) return isWord(doc, n + 1, 'trách')
  if (isWord(doc, n, 'đi')) return isWord(doc, n + 1, 'đầu') || isWord(doc, n + 1, 'sâu') || isWord(doc, n + 1, 'trước')
  if (isWord(doc, n, 'vào')) return isWord(doc, n + 1, 'cuộc')
  if (isWord(doc, n, 'tự')) return true
  if (isWord(doc, n, 'công')) return isWord(doc, n + 1, 'khai') || isWord(doc, n + 1, 'bố') || isWord(doc, n + 1, 'bằng') || isWord(doc, n + 1, 'tâm')
  if (isWord(doc, n, 'đối')) return isWord(doc, n + 1, 'thoại') || isWord(doc, n + 1, 'chiếu') || isWord(doc, n + 1, 'xử')
  if (isWord(doc, n, 'đóng')) return isWord(doc, n + 1, 'vai') || isWord(doc, n + 1, 'góp')
  if (isWord(doc, n, 'ra')) return isWord(doc, n + 1, 'quân')
  return false
}

/** "được cung cấp nhưng không được kiểm soát": in a report, somebody must be told. */
function isSomebody(doc: Document, scene: Scene, modal: Verb): boolean {
  const start = clauseStart(doc, scene, modal, scene.first)
  return start >= modal.from || nameBefore(doc, scene, start, modal.from) !== null
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
    if (verb.from < from || (verb.code & (CUE | REPORT | TELL | CONTINUATION)) === 0 || (verb.code & (MODAL | BLOCKER)) !== 0) continue
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
/** No name begins so. */
const NOT_NAMES = new WordSet('rất hết đã đang sẽ vẫn mà chỉ cốt không chưa')

function lastSegment(doc: Document, from: number, to: number): number {
  for (let i = to - 1; i > from; i--) if (doc.tokens.key[i] === COMMA) return i + 1
  return from
}

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
  for (let guard = 0; guard < 8 && to > from; guard++) {
    const adverb = ADVERBS.before(doc, to, from)
    if (adverb >= 0) to = adverb
    else if ((flags[to - 1] & PUNCTUATION) !== 0 && key[to - 1] !== 0x29) to--
    else break
  }
  if (to <= from || to - from > 28) return null
  const actor = actorAt(scene, from)
  if (actor !== null && (actor.kind === 'pronoun' || actor.kind === 'document')) return null
  // "giải quyết đền bù, tái định cư, TP cần …": who must act stands last.
  const last = lastSegment(doc, from, to)
  if (last > from && actor === null && actorAt(scene, last) !== null && !DETERMINERS.has(doc, from)) from = last
  const opener = verbAt(scene, from)
  if (opener !== null && (opener.code & TASK) !== 0 && (opener.code & MODAL) === 0) return null
  if (NOT_NAMES.has(doc, from)) return null
  if (!namesSomebody(doc, scene, { from, to }) || key[modal - 1] === DASH) return null
  // "Trung Quốc có nhiều công ty, quân đội cần tận dụng": a clause of its own stands before the comma.
  for (let i = from; i < to; i++) {
    if (!isWord(doc, i, 'có')) continue
    while (i < to && key[i] !== COMMA) i++
    if (i + 1 < to) return nameBefore(doc, scene, i + 1, modal)
  }
  for (let i = actor === null ? from : actor.to; i < to; i++) if (CONDITIONS.has(doc, i)) return null
  return { from, to }
}
