/**
 * What stands after the verb that directs -> who is to act, and the tasks.
 *
 *   yêu cầu | các nhà thầu | tăng ca | , bổ sung thiết bị | , không để mặt bằng bị bỏ trống
 *           addressee        action     action               action
 *
 * An action begins at its verb, or at the adverb or "không" before it. It ends before ";", before a comma and the next verb of
 * a task, before "và phải", ", đồng thời"; but verbs without an object of their own yet share one ("xem xét, xử lý nghiêm vi phạm").
 */
import type { Document, Range } from '../../document.js'
import { BODY } from '../../lexicon/classes.js'
import { CAPITAL, CLOSE, COLON, COMMA, DASH, GLUED, NUMBER, OPEN, PUNCTUATION, QUOTE, SEMICOLON, UPPER, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Article } from './article.js'
import { findDeadline, readDeadline } from './deadlines.js'
import { PhraseSet } from './phrases.js'
import { actorAt, type Scene, verbAt } from './scene.js'
import type { ActionMention, DeadlineMention } from './types.js'
import { CONTINUATION, CUE, MANNER, MODAL, PROHIBITS, TASK } from './vocabulary.js'

export interface Tasks {
  addressee: Range | null
  actions: ActionMention[]
  /** 2: a verb of a task, 1: somebody to act and something after it, 0: neither. */
  strength: number
  /** The first action forbids. */
  prohibits: boolean
}

/** They open a phrase between the verb and the one addressed, up to its comma. */
const CIRCUMSTANCES = new WordSet('trong tại khi trên trước sau để từ ngoài bên cùng nếu căn hiện dù tuy')
/** Between the verb that directs and the one addressed. */
const FILLERS = new WordSet('cho tới đến với đối rằng thêm ngay là rõ cụ thể tập')
/** Before a verb, they belong to its action. */
const NEGATIONS = new WordSet('không chưa')
/** "không gian", "không khí": no negation. */
const NOT_NEGATED = new WordSet('khí gian quân chỉ những phận lưu tặc thể')
/** Verbs that name workers too: "đơn vị thi công", "tư vấn giám sát". Another verb right after shows it. */
const OF_WORKERS = new PhraseSet(
  'giám sát; điều hành; kiểm tra; quản lý; thanh tra; thi công; thiết kế; điều tra; đầu tư; vận hành; khai thác; phục vụ; xây dựng; bảo vệ; đào tạo; giáo dục; kiểm định; thẩm định; điều trị; cứu hộ; truyền thông; tuyên truyền; kiểm soát; hỗ trợ; soạn thảo; trực; kiểm toán; tiếp dân; phòng chống; tổ chức; chuyển; phát triển; phân phối; tham mưu; chủ trì; phối hợp; thực hiện; lãnh đạo; chỉ đạo; giữ; cung cấp; tiếp nhận; sử dụng; sản xuất; trồng; tiêm; xét nghiệm; kiểm nghiệm',
)
/** Right before such a verb they make a name of workers in any case. */
const WORKER_HEADS = new WordSet('chủ nhà ban đoàn tổ cán lượng đội người ngành viên phòng trạm chốt bên hội công sự việc quỹ khối khâu tác')
const WORKER_NOUNS = new PhraseSet('cán bộ; cơ quan; công tác; lực lượng; bộ phận; hội đồng')
/** After them a verb is a noun: "các tổ chức". */
export const DETERMINERS = new WordSet('các những mọi mỗi từng toàn hai ba bốn năm nhiều một')
/** After a name: what is told of it. */
const TOLD = new WordSet('đã đang bị vốn vẫn')
/** They end the one addressed without a verb. */
const ENDS_NAME = new WordSet('về để nhằm nếu khi mà thì vì do bởi nên rằng vốn đã đang bị')
/** Verbs that are nouns in an enumeration: ", quy định của …" opens no task. */
const NOUNS = new PhraseSet('quy định; quy hoạch; thông tin; đầu tư; thiết kế; quyết định; kết luận; kế hoạch; phòng; thanh tra; lãnh đạo; giáo dục; đào tạo; quản lý; điều hành; chỉ đạo; giám sát; kiểm sát; kiểm toán; điều tra; dự báo; đấu thầu; trực; truyền thông; phân công; sửa chữa; xây dựng; bảo vệ; phát triển; vận hành; sản xuất; dịch vụ; hành động; công nhận; thưởng; cứu hộ; phân tích; thi hành; kỷ luật; giao thông')
const NOUN_OBJECTS = new PhraseSet('kỷ luật; quy định; quy hoạch; quyết định; kết luận; thông tin; dự báo')
const HARD_NOUNS = new PhraseSet('quy định; quy hoạch; thông tin; quyết định; kết luận; phòng; dự báo')
/** After a noun they go on with it. */
const NO_OBJECT = new WordSet('của về và hay hoặc trong tại ở cho với là đã đang do theo này đó')
/** Verbs that need no object. */
const COMPLETE = new PhraseSet('tăng ca; làm thêm giờ; kiềm chế; ra quân; vào cuộc; rút kinh nghiệm; chịu trách nhiệm; tiết kiệm; học tập; cảnh giác; làm việc; hành động; tự kiểm tra')
/** After a verb they are no object. */
const AFTER_VERB = new WordSet('nghiêm ngay tốt rõ lại kỹ sớm thêm hơn cùng luôn dần đúng hết sát xong chặt túc minh thực sự')
/** Verbs too light for the lexicon, which open a task right after the verb that directs. */
const LIGHT = new WordSet('có được bắt coi')
/** Nobody to act. */
const THINGS = new PhraseSet(
  'việc; vấn đề; dù; cách; hiện tại; tổ hợp; trách nhiệm; nhiệm vụ; giải pháp; khoản; nội dung; điều; đây; đó; đấy; dự án; dự thảo; dự kiến; công tác; công việc; quy định; quy trình; kế hoạch; mức; quá trình; tình hình; tình trạng; cái; thời gian; thời hạn; thời điểm; yếu tố; bài; mục; câu; chỗ; chuyện; hồ sơ; thủ tục; tiêu chí; tiêu chuẩn; chất lượng; yêu cầu; trường hợp; chính sách; chương trình; đề án; phương án; kết quả; lúc; hệ thống; hoạt động; tiến độ; nguồn; vốn; luật; nghị quyết; sản phẩm; hàng hóa; tỷ lệ; tỉ lệ; mô hình; kinh tế; cơ chế; sự; tinh thần; quan điểm; mục tiêu; lộ trình; quan hệ; hợp tác; thị trường; khâu; bước; biện pháp; những gì; đất; tiền; hội nghị; phiên họp; cuộc họp; buổi; lễ; tất cả những; chỉ tiêu; chuyến; vụ việc; vụ án; dịch bệnh; giá cả; nền kinh tế; không gian; cơ cấu; công trình; quyết định; nhân sự; chi phí; người ta',
)
/** Persons and bodies that a call may be made to though no verb of the lexicon follows. */
export const AGENTS = new PhraseSet(
  'ngành; lực lượng; báo chí; cơ quan báo chí; người dân; nhân dân; đồng bào; cử tri; doanh nghiệp; các doanh nghiệp; cộng đồng quốc tế; các bên; các bên liên quan; các nước; mọi người; hai bên; hai nước; thế giới; công dân; thanh niên; học sinh; sinh viên; các quốc gia; phương Tây; các đồng minh; các thành viên; các địa phương; địa phương; các đơn vị; đơn vị; các sở; các ngành; các cơ quan; quân đội; cán bộ; chiến sĩ; đảng viên; các cấp; các cấp chính quyền; các đồng chí; người Việt; các lực lượng; các tỉnh; nhà thầu; chủ đầu tư; phụ huynh; nhà trường; các trường; mọi công dân; người lao động; tất cả các bên; quốc tế; các bộ; các huyện; các quận; anh em; các cháu; các em; bà con; gia đình; chính quyền; chính phủ; cảnh sát; quân đội; công chúng; người dùng; du khách; người tiêu dùng',
)

/** Does the noun phrase name somebody, as far as its first words tell? */
export function isSomebody(doc: Document, scene: Scene, name: Range): boolean {
  let i = name.from
  if (actorAt(scene, i) !== null && THINGS.endAt(doc, i, name.to) < 0) return true
  while (i < name.to && (DETERMINERS.has(doc, i) || isWord(doc, i, 'số') || isWord(doc, i, 'bộ') === true && isWord(doc, i - 1, 'toàn') || (doc.tokens.flags[i] & NUMBER) !== 0)) i++
  if (i >= name.to) return false
  return THINGS.endAt(doc, i, name.to) < 0
}

/** May a task begin at token `i`: a verb of verbs.tsv, or a negation before any verb? */
export function opensTask(doc: Document, scene: Scene, i: number): boolean {
  const verb = verbAt(scene, i)
  if (verb !== null) return (verb.code & (TASK | MODAL)) !== 0 || ((verb.code & CUE) !== 0 && !doc.marks.has(i, BODY))
  return isNegation(doc, i)
}

function isNegation(doc: Document, i: number): boolean {
  const { flags } = doc.tokens
  if (i > 0 && isWord(doc, i - 1, 'hàng')) return false
  return NEGATIONS.has(doc, i) && isWord(doc, i, 'không') && i + 1 < doc.tokens.count && (flags[i + 1] & WORD) !== 0 && (flags[i + 1] & UPPER) === 0 && !NOT_NEGATED.has(doc, i + 1)
}

/** Reads the one addressed and the tasks from token `from` up to `to`. */
export function readTasks(article: Article, scene: Scene, from: number, to: number): Tasks {
  const { doc, year } = article
  let p = from
  let early: DeadlineMention | null = null
  for (let guard = 0; guard < 12 && p < to; guard++) {
    const next = skipOpener(doc, scene, p, to)
    if (next > p) {
      p = next
      continue
    }
    if (FILLERS.has(doc, p) && verbAt(scene, p) === null && actorAt(scene, p) === null) {
      p++
      continue
    }
    // "yêu cầu, trên cơ sở đề xuất của tư vấn, Bộ Giao thông đánh giá …"
    if (CIRCUMSTANCES.has(doc, p) && actorAt(scene, p) === null && verbAt(scene, p) === null) {
      let comma = p
      while (comma < to && comma - p < 30 && doc.tokens.key[comma] !== COMMA) comma++
      if (comma < to && doc.tokens.key[comma] === COMMA && comma + 1 < to) {
        early ??= findDeadline(doc, p, comma, year)
        p = comma + 1
        continue
      }
    }
    // "lưu ý khi cải tạo phải kiểm định"
    if (CIRCUMSTANCES.has(doc, p) && actorAt(scene, p) === null && verbAt(scene, p) === null) {
      const modal = scene.verbs.find(v => v.from > p && v.from - p < 30 && v.to <= to && (v.code & MODAL) !== 0)
      if (modal !== undefined) return finish(article, scene, null, modal.from, to, early, 2)
    }
    const deadline = readDeadline(doc, p, to, year)
    if (deadline !== null && early === null) {
      early = deadline
      p = deadline.to
      if (p < to && doc.tokens.key[p] === COMMA) p++
      continue
    }
    break
  }
  const none: Tasks = { addressee: null, actions: [], strength: 0, prohibits: false }
  if (p >= to) return none
  if ((opensTask(doc, scene, p) || LIGHT.has(doc, p)) && !DETERMINERS.has(doc, p)) return finish(article, scene, null, p, to, early, 2)
  const named = readAddressee(article, scene, p, to)
  if (named.verb >= 0) return finish(article, scene, named.range, named.verb, to, early, 2)
  const agent = actorAt(scene, p)
  const group = AGENTS.endAt(doc, p, to)
  const after = agent !== null ? agent.to : group
  if (after > p) {
    const range = { from: p, to: after }
    if (after < to && TOLD.has(doc, after)) return { ...none, addressee: range }
    if (after >= to || ENDS_NAME.has(doc, after) || (doc.tokens.flags[after] & PUNCTUATION) !== 0) return { addressee: named.range ?? range, actions: [], strength: 1, prohibits: false }
    return finish(article, scene, range, after, to, early, 1)
  }
  const actions = splitTasks(article, scene, p, to, early)
  return { addressee: null, actions, strength: 0, prohibits: false }
}

function finish(article: Article, scene: Scene, addressee: Range | null, verb: number, to: number, early: DeadlineMention | null, strength: number): Tasks {
  const prohibits = forbids(article.doc, scene, verb)
  return { addressee, actions: splitTasks(article, scene, verb, to, early), strength, prohibits }
}

/** Does the task at token `i` forbid? A modal before it is looked through. */
export function forbids(doc: Document, scene: Scene, i: number): boolean {
  for (let guard = 0; guard < 4; guard++) {
    const verb = verbAt(scene, i)
    if (verb === null) return isNegation(doc, i)
    if ((verb.code & PROHIBITS) !== 0) return true
    if ((verb.code & (MODAL | MANNER)) === 0) return false
    i = verb.to
  }
  return false
}

/** Words that carry on but open a condition, or name what the sentence is about: the task stands after their comma. */
export const CONDITIONALS = new WordSet('nếu khi trường đối về bên cùng')

/** "(1)", "1.", "-", an opening quotation mark, "một là,", "Theo đó,": what may stand before a task. Gives the token after it. */
export function skipOpener(doc: Document, scene: Scene, p: number, to: number): number {
  const { key, flags } = doc.tokens
  if (p >= to) return p
  if (key[p] === OPEN && p + 2 < to && key[p + 2] === CLOSE && p + 2 - p <= 2) return p + 3
  if ((flags[p] & NUMBER) !== 0 && p + 1 < to && (key[p + 1] === 0x2e || key[p + 1] === CLOSE || key[p + 1] === 0x2f) && doc.tokens.end[p] - doc.tokens.start[p] <= 2 && key[p + 1] !== 0x2f) return p + 2
  if ((flags[p] & (WORD | NUMBER)) === 0) {
    const k = key[p]
    if (k === QUOTE || k === 0x27 || k === COLON || k === COMMA || k === DASH || k === 0x2b || k === 0x2a || k === 0x2022 || k === SEMICOLON || k === 0x2026) return p + 1
    return p
  }
  const verb = verbAt(scene, p)
  if (verb !== null && (verb.code & CONTINUATION) !== 0 && (verb.code & TASK) === 0) return CONDITIONALS.has(doc, p) && key[verb.to] !== COMMA ? p : verb.to
  if (isWord(doc, p, 'và') && p + 1 < to) return p + 1
  return p
}

interface Named {
  range: Range | null
  /** Token of the first task, or -1. */
  verb: number
}

/** The noun phrase from `p` to the first verb of a task. */
function readAddressee(article: Article, scene: Scene, p: number, to: number): Named {
  const { doc } = article
  const { key, flags } = doc.tokens
  const limit = Math.min(to, p + 60)
  let i = p
  let end = p
  /** End of the actor that the name begins with. */
  let whole = -1
  while (i < limit) {
    const actor = actorAt(scene, i)
    if (actor !== null) {
      if (i === p) whole = actor.to
      i = actor.to
      end = i
      continue
    }
    const f = flags[i]
    if ((f & PUNCTUATION) !== 0) {
      const k = key[i]
      if (k === COMMA && whole > p && i - whole > 2 && unknownVerb(doc, scene, whole)) return { range: range(p, whole), verb: whole }
      if (k === COMMA || k === DASH || k === 0x2f || k === 0x26 || k === OPEN || k === CLOSE) {
        // ", báo cáo": the one addressed has ended without a verb of its own.
        if (k === COMMA && i > p && opensTask(doc, scene, i + 1) && !isWorker(doc, scene, i + 1)) return { range: range(p, end), verb: isWord(doc, i + 1, 'không') || end > p ? i + 1 : -1 }
        i++
        continue
      }
      if (k === COLON || k === QUOTE || k === 0x27) {
        let q = i + 1
        while (q < limit) {
          const next = skipOpener(doc, scene, q, limit)
          if (next === q) break
          q = next
        }
        if (q < limit && opensTask(doc, scene, q)) return { range: range(p, end), verb: q }
        if (k === COLON && q < limit && end > p) {
          const inner = readAddressee(article, scene, q, to)
          // "các bộ: Tài chính, Tư pháp và Thanh tra Chính phủ khẩn trương …" names them; ": Cục A rà soát" tasks each.
          if (inner.verb >= 0) return { range: range(p, end), verb: inner.verb }
        }
        return { range: null, verb: -1 }
      }
      return { range: null, verb: -1 }
    }
    const verb = verbAt(scene, i)
    if (verb !== null && (verb.code & (TASK | MODAL | CUE)) !== 0) {
      const determined = i > p && DETERMINERS.has(doc, i - 1) && i - 1 >= end - 1
      if (whole > p && i - whole > 2 && unknownVerb(doc, scene, whole)) return { range: range(p, whole), verb: whole }
      if (!determined && !(i > p && isWorker(doc, scene, i))) return { range: range(p, trimName(doc, p, i)), verb: i }
      i = verb.to
      end = i
      continue
    }
    if (isNegation(doc, i) && i > p) return { range: range(p, trimName(doc, p, i)), verb: i }
    if (i > p && (isWord(doc, i, 'được') || isWord(doc, i, 'tự') || isWord(doc, i, 'cùng')) && end > p) return { range: range(p, trimName(doc, p, i)), verb: i }
    if (ENDS_NAME.has(doc, i) && i > p) return { range: range(p, end), verb: -1 }
    i = verb !== null ? verb.to : i + 1
    if (!isWord(doc, i - 1, 'và')) end = i
  }
  return { range: null, verb: -1 }
}

/** After a name read whole, a small word that is no link begins a predicate whose verb the lexicon lacks: "Bộ Y tế | tính lại …". */
function unknownVerb(doc: Document, scene: Scene, i: number): boolean {
  return (doc.tokens.flags[i] & (WORD | CAPITAL)) === WORD && !LINKS.has(doc, i) && verbAt(scene, i) === null
}

const LINKS = new WordSet('các và của thuộc tại ở từ đến với cùng những nơi có do trên trong đang đóng phụ cấp tuyến khu vùng địa quản liên hai ba này nói')

const range = (from: number, to: number): Range | null => (to > from ? { from, to } : null)

/** "cán bộ cũng", "các sở đều": adverbs are not of the name. */
const TRAILING = new WordSet('cũng đều thì ngay cùng phải cần đồng thời trước mắt còn sẽ lại')

function trimName(doc: Document, from: number, to: number): number {
  while (to > from + 1 && (TRAILING.has(doc, to - 1) || (doc.tokens.flags[to - 1] & PUNCTUATION) !== 0) && doc.tokens.key[to - 1] !== CLOSE) to--
  return to
}

/** Is the verb at token `i` part of the name of workers? */
export function isWorker(doc: Document, scene: Scene, i: number): boolean {
  const verb = verbAt(scene, i)
  if (verb !== null && (isWord(doc, i - 1, 'chủ') || isWord(doc, i - 1, 'nhà')) && (verb.code & MANNER) === 0) return true
  const to = OF_WORKERS.endAt(doc, i, scene.stop)
  if (verb === null || to !== verb.to) return false
  if (actorAtEnd(scene, i)) return false
  const next = verbAt(scene, to)
  if (next !== null && (next.code & (TASK | MODAL)) !== 0 && (next.code & MANNER) === 0) return true
  if (next !== null && (next.code & MANNER) !== 0 && verbAt(scene, next.to) !== null) return true
  if (isNegation(doc, to)) return true
  const head = WORKER_HEADS.has(doc, i - 1) || WORKER_NOUNS.before(doc, i, scene.first) >= 0
  if (!head) return false
  // "cán bộ kiểm tra Đảng giữ mình …": a further verb in the same clause.
  for (let j = to; j < scene.end && j - to < 7 && (doc.tokens.flags[j] & PUNCTUATION) === 0; j++) {
    if (isWord(doc, j, 'việc')) return false
    const v = verbAt(scene, j)
    if (v !== null && (v.code & (TASK | MODAL)) !== 0) return true
  }
  return false
}

const actorAtEnd = (scene: Scene, i: number): boolean => scene.actors.some(a => a.to === i)

/** Splits a stretch that begins with a task into its actions. */
export function splitTasks(article: Article, scene: Scene, from: number, to: number, early: DeadlineMention | null): ActionMention[] {
  const { doc, year } = article
  const { key, flags } = doc.tokens
  const actions: ActionMention[] = []
  let pending = early
  let start = openAction(doc, scene, from, to)
  let object = false
  let partner = false
  let i = start
  const close = (end: number): void => {
    const last = trimAction(doc, start, end)
    if (last <= start) return
    const inside = findDeadline(doc, start, last, year)
    actions.push({ from: start, to: last, deadline: inside ?? pending })
    pending = null
  }
  const open = (at: number): void => {
    let p = at
    for (let guard = 0; guard < 8; guard++) {
      const next = skipOpener(doc, scene, p, to)
      if (next === p) break
      p = next
    }
    const deadline = readDeadline(doc, p, to, year)
    if (deadline !== null && deadline.to < to) {
      pending = deadline
      p = deadline.to
      if (key[p] === COMMA) p++
    }
    // "; Công an thành phố bố trí …": whose task it is stays outside.
    const named = opensTask(doc, scene, p) ? -1 : namedTask(article, scene, p, to)
    if (named > p) p = named
    else if (named < 0 && at > start) p = afterModal(doc, scene, p, to)
    start = openAction(doc, scene, p, to)
    i = start
    object = false
    partner = false
  }
  while (i < to) {
    const verb = verbAt(scene, i)
    if (verb !== null) {
      if ((verb.code & TASK) !== 0 && (verb.code & MANNER) === 0) {
        if (isWord(doc, i, 'phối')) partner = true
        else if (i > start && partner) partner = false
        if (COMPLETE.endAt(doc, i, to) === verb.to) object = true
        // "giữ nghiêm kỷ luật": a verb that is a noun here.
        if (i > start && NOUN_OBJECTS.endAt(doc, i, to) === verb.to) object = true
      } else if ((verb.code & (MANNER | MODAL)) === 0) object = true
      i = verb.to
      continue
    }
    const actor = actorAt(scene, i)
    if (actor !== null) {
      object = true
      i = actor.to
      continue
    }
    const f = flags[i]
    if ((f & WORD) !== 0) {
      if (isWord(doc, i, 'và') && i + 1 < to) {
        const next = verbAt(scene, i + 1)
        if (next !== null ? (next.code & MODAL) !== 0 : isNegation(doc, i + 1)) {
          close(i)
          open(i + 1)
          continue
        }
      }
      if (!AFTER_VERB.has(doc, i) && !(isWord(doc, i, 'không') && i === start)) object = true
      i++
      continue
    }
    if ((f & NUMBER) !== 0) {
      object = true
      i++
      continue
    }
    const k = key[i]
    if (k === SEMICOLON && i + 1 < to) {
      close(i)
      open(i + 1)
      continue
    }
    // "…, vì sao ba năm chưa xong?": a question ends the order.
    if (k === COMMA && isWord(doc, i + 1, 'vì') && isWord(doc, i + 2, 'sao')) {
      close(i)
      return actions
    }
    if (k === COMMA && i + 1 < to && !partner) {
      const next = taskAfterComma(article, scene, i + 1, to, object)
      if (next >= 0) {
        close(i)
        open(next)
        continue
      }
    }
    if (k === COLON && i + 1 < to && (flags[i + 1] & GLUED) === 0) {
      let q = i + 1
      for (let n = skipOpener(doc, scene, q, to); n > q; n = skipOpener(doc, scene, q, to)) q = n
      if (q < to && opensTask(doc, scene, q)) {
        close(i)
        open(q)
        continue
      }
    }
    i++
  }
  close(to)
  return actions
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
    if (isWord(doc, p, 'cho') === false && doc.tokens.key[p] === COMMA) p++
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
    if (verb !== null && q === p && NOUNS.endAt(doc, q, to) === verb.to && !hasObject(doc, scene, verb.to, to)) return -1
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
