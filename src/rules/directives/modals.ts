/**
 * Does a modal oblige anybody? "phải" and "cần" tell of hardship, need or the law as often; what stands around them shows it.
 *
 *   các bộ phải hoàn thiện …      khiến người dân phải chờ      cần khoảng 20 tỷ đồng      Theo quy định, chủ xe phải …
 */
import type { Document } from '../../document.js'
import { COLON, COMMA, NUMBER, PUNCTUATION, QUESTION, QUOTE, SEMICOLON } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { skipAdverbs } from './adverbs.js'
import { clauseStart, nameBefore, QUANTIFIERS } from './clauses.js'
import { AGENTS } from './names.js'
import { whoEnd } from './parties.js'
import { PhraseSet } from './phrases.js'
import { actorAt, actorEnding, actorFrom, type Scene, type Verb, verbAt, verbFrom } from './scene.js'
import { opensTask } from './tasks.js'
import { BLOCKER, CUE, MODAL, REPORT, TASK, TELL } from './vocabulary.js'

/** Right before a modal: it tells of a cause, a time, a fact. */
const NOT_AFTER = new WordSet(
  'khiến làm vì do bị khi hay vẫn đang đã sẽ càng chưa khỏi có ai tôi họ điều không rất chỉ từng luôn đỡ mình nó cảnh kiện hình lúc nghĩa những chuyện mức thường',
)

/** Right after "cần": the things needed. */
const NEEDED = new WordSet(
  'bao thiết ít khoảng tới hơn tiền vốn người thời nhiều những gì đến sự tối một hai ba mất máu tìm mua bán thuê kíp giờ gấp để là ngày',
)

/** Right after "phải": hardship. */
const SUFFERED = new WordSet(
  'chịu trả mất bỏ qua cả từ vật xếp trở sống nằm ngồi vào nhập rời lùi hủy huỷ chờ đợi vay bán nhờ chi tốn gánh hứng đối đi ra về ngủ ăn chạy dùng cắn tự thốt thừa công chết quỳ trốn nhịn xa xin lên đóng kéo gồng vượt',
)

/** Verbs whose clause obliges nobody. */
export const PROPOSALS = new PhraseSet(
  'kiến nghị; đề xuất; xin; hy vọng; kỳ vọng; tin tưởng; tin rằng; khuyến khích; dự báo; dự kiến; luật quy định; pháp luật quy định; nghị định quy định; thông tư quy định; quy định rõ; băn khoăn; lo ngại; cáo buộc; hứa; cam kết; ghi nhận; đánh giá cao',
)

/** After "không được": what was not possible, or not granted. */
const NOT_VERBS = new WordSet('vì do nên như bởi tốt thông mà gì hay và nhiều ai rồi quyền ổn cũng thì hưởng sự')
/** After "không được" they are passive where no object follows. */
const BEFALLS = new PhraseSet(
  'chào đón; quan tâm; giải quyết; quản lý; bảo vệ; phát hiện; mời; ghi; ghi nhận; công bố; công nhận; đáp ứng; hỗ trợ; trả lời; kiểm soát; bồi thường; nhận; thông báo; cấp; bố trí; chấp nhận; xử lý; thực hiện; duy trì; bảo đảm; đảm bảo; biết; nhắc; cung cấp; tôn trọng; triển khai; khắc phục; đầu tư; chăm sóc; điều trị; bàn bạc; thảo luận; đề cập; phê chuẩn; chấp thuận; phê duyệt; tham vấn; mời',
)
const NO_OBJECT = new WordSet(
  'và nhưng mà kịp đúng đầy bởi do vì ở trong nữa tại thì trên từ tới đến cho hay hoặc một như',
)
/** "một số việc Đoàn cần quan tâm" */
const COUNTERS = new WordSet('số những các nhiều hai ba bốn năm mấy vài')
/** After "nguyên nhân": it is told. */
const CAUSED = new WordSet('là do được chính chủ')
/** Opens what the law says: "Theo quy định hiện hành". */
const LAW = new WordSet('quy luật nghị thông')
/** Before "quy định": the law, or that there is such a rule. */
const LAW_BEFORE = new WordSet('có luật định tư cũng')
/** Right before a figure. */
const ROUGHLY = new WordSet('khoảng hơn gần tới')
/** A clause that begins so is a condition. */
const CONDITIONS = new WordSet('khi dù')
/** "từ một tỉnh phải nhận trợ cấp": after "từ" they open what was. */
const FORMER = new WordSet('một chỗ những người nơi việc')
/** "Vấn đề là phải …": before "là" they announce what must be done. */
const MATTERS = new WordSet('trọng đề thiết điểm thần cầu vụ tiêu pháp việc hết lõi kiện tắc đây đó chốt bản mấu')
const NESTED = new WordSet('nếu khiến buộc ép')
/** "phải chịu trách nhiệm", "phải đi đầu", "phải tự kiểm tra": duties after all. */
const DUTIES = new PhraseSet(
  'chịu trách; đi đầu; đi sâu; đi trước; vào cuộc; tự; công khai; công bố; công bằng; công tâm; đối thoại; đối chiếu; đối xử; đóng vai; đóng góp; ra quân',
)
/** After a modal they oblige in a report too: "phải có", "phải được", "phải kịp thời". */
const LIGHT = new WordSet('có được kịp')
/** "cần có giải pháp": what is to be made, not what is lacking. */
const MEASURES = new PhraseSet(
  'giải pháp; biện pháp; cơ chế; chính sách; hành động; những hành động; kế hoạch; chương trình; quy hoạch; quy định; chiến lược; lộ trình; hướng dẫn; những giải pháp; các giải pháp; những biện pháp; những chính sách; các chính sách; một cơ chế; một chiến lược; phương án; sự phối hợp; sự vào cuộc; trách nhiệm; thái độ; luật; chế tài; quyết tâm; các biện pháp',
)
/** Blame, not a duty, where they follow "phải chịu trách nhiệm": "về vụ tấn công". */
const EVENTS = new WordSet('vụ sự cuộc cái hành đợt hậu')

const is = (doc: Document, modal: Verb, word: string): boolean =>
  modal.to === modal.from + 1 && isWord(doc, modal.from, word)
const endsAllowed = (doc: Document, modal: Verb): boolean => isWord(doc, modal.to - 1, 'được')

/** Nobody is told so as a mere fact. */
const DISSUADES = new PhraseSet('đừng; đừng để; chớ; hãy; không nên')
/** Tasks, where one must do so: "các tỉnh cần kiến nghị Trung ương", "quy hoạch phải gắn với thực tế". */
const TASKS_TOO = new PhraseSet('kiến nghị; đề xuất; gắn với; gắn liền với; khuyến khích; cam kết')
/** So many words there may be between the things and the modal of their clause. */
const LONGEST_THINGS = 12
const FEW_WORDS = 5
const QUESTIONS = new PhraseSet('câu hỏi; nghi vấn; bài học; thời điểm')
/** After "là" the clause tells of them. */
const SUBJECTS = new PhraseSet('vấn đề; điều; thời điểm; bài toán')
const ENDS_MATTER = new WordSet('là này và toàn')
const NEAR_MATTER = 5
const FAR_MATTER = 8
/** "có nhiều việc", "còn những khó khăn" */
const HAVES = new WordSet('có còn')
/** They give things, where a number follows: "nêu ba điểm". */
const GIVES = new PhraseSet('nêu; nêu ra; nêu rõ; chỉ ra; chỉ rõ; đưa ra; điểm; đề cập; liệt kê; nhắc lại')
/** "ở những chỗ cần giảm": the clause is of the noun. */
const RELATIVES = new WordSet('chỗ nơi khâu điểm thứ')

/** What shows that a modal obliges nobody, each a question of its own. */
const FACTS: readonly ((doc: Document, scene: Scene, modal: Verb) => boolean)[] = [
  isExplained,
  isProposed,
  isCondition,
  isOwnDuty,
  isAsked,
  isPossible,
  isNoun,
  isOfThings,
  isAgreed,
  isThings,
  isDefinition,
  isVagueDuty,
  isBlame,
  isRegretted,
  isDenied,
]

/** Does the modal oblige somebody to do something? `strict`: in a report, where only a verb of a task shows it. */
export function obliges(doc: Document, scene: Scene, modal: Verb, strict: boolean): boolean {
  if ((modal.code & (BLOCKER | TASK)) === BLOCKER || modal.to >= scene.stop) return false
  if (FACTS.some(test => test(doc, scene, modal))) return false
  const before = modal.from - 1
  // "rất cần tuyên truyền"
  const much = isWord(doc, before, 'rất') && is(doc, modal, 'cần') && opensTask(doc, scene, modal.to)
  if (before >= scene.first && NOT_AFTER.has(doc, before) && !much && !isWord(doc, modal.from, 'hãy')) {
    // "chúng ta càng phải nâng cao cảnh giác"
    const actor = actorEnding(scene, isWord(doc, before, 'càng') ? before : modal.from)
    if (actor === null || actor.kind === 'self')
      return isWord(doc, before, 'không') || (actor !== null && isWord(doc, actor.to - 1, 'ta'))
  }
  const verb = verbAt(scene, modal.to)
  if (is(doc, modal, 'nên')) return isAdvice(doc, scene, modal)
  const asks = verb !== null && TASKS_TOO.endAt(doc, verb.from, scene.stop) === verb.to
  if (!strict) return verb === null || asks || (verb.code & (BLOCKER | TASK)) !== BLOCKER
  // "cảnh báo Trump không nên sa thải công tố viên"
  if (DISSUADES.endAt(doc, modal.from, modal.to) === modal.to)
    return (verb === null || (verb.code & (BLOCKER | TASK)) !== BLOCKER) && !isWord(doc, before, 'đặng')
  if (isWord(doc, modal.from, 'không') && endsAllowed(doc, modal) && !isSomebody(doc, scene, modal)) return false
  if (asks) return true
  if (verb === null || (verb.code & TASK) === 0)
    return isWord(doc, modal.to, 'bị')
      ? opensTask(doc, scene, modal.to + 1)
      : DUTIES.endAt(doc, modal.to, scene.stop) > 0 ||
          (LIGHT.has(doc, modal.to) &&
            (!(is(doc, modal, 'cần') && isWord(doc, modal.to, 'có')) ||
              MEASURES.endAt(doc, modal.to + 1, scene.stop) > 0))
  return !isMeasured(doc, verb.to)
}

/** "Các tỉnh nên rà soát": only where somebody is told, and a task. */
function isAdvice(doc: Document, scene: Scene, modal: Verb): boolean {
  if (modal.from <= scene.first || !opensTask(doc, scene, modal.to)) return false
  const start = clauseStart(doc, scene, modal, scene.first)
  return (
    actorEnding(scene, doc.tokens.key[modal.from - 1] === QUOTE ? modal.from - 1 : modal.from) !== null ||
    QUANTIFIERS.has(doc, start) ||
    isWord(doc, start, 'cả') ||
    isWord(doc, modal.from - 1, 'trường')
  )
}

/** "… có phải …?" */
function isAsked(doc: Document, scene: Scene): boolean {
  const { key } = doc.tokens
  return key[scene.stop - 1] === QUESTION || (scene.stop - 2 >= scene.first && key[scene.stop - 2] === QUESTION)
}

/** "không được tốt", "không được thông báo", "không được Bolton để tâm": no ban. */
function isPossible(doc: Document, scene: Scene, modal: Verb): boolean {
  const n = modal.to
  if (isOfNoun(doc, scene, modal)) return true
  if (isWord(doc, n - 1, 'phép')) return NOT_VERBS.has(doc, n) || (doc.tokens.flags[n] & PUNCTUATION) !== 0
  if (!endsAllowed(doc, modal)) return false
  // "không được để ý", but "không được để rừng cháy"
  if (isWord(doc, n, 'để') && (isWord(doc, n + 1, 'ý') || isWord(doc, n + 1, 'tâm'))) return true
  // "không được cho là", "không được cho phép sử dụng", but "không được cho thuê nhà xưởng"
  if (isWord(doc, n, 'cho') && (isWord(doc, n + 1, 'là') || isWord(doc, n + 1, 'phép'))) return true
  if (NOT_VERBS.has(doc, n) || actorAt(scene, n) !== null || AGENTS.endAt(doc, n, scene.stop) > 0) return true
  const verb = verbAt(scene, n)
  // "không được quan tâm", "không được phát hiện kịp thời": what did not befall; but "không được công bố thông tin"
  const befell = BEFALLS.endAt(doc, n, scene.stop)
  if (
    befell > 0 &&
    (befell >= scene.end || (doc.tokens.flags[befell] & PUNCTUATION) !== 0 || NO_OBJECT.has(doc, befell))
  )
    return true
  // "những điều đảng viên không được làm"
  if (isWord(doc, n, 'làm') && (n + 1 >= scene.end || !opensObject(doc, n + 1))) return true
  // "không được đánh giá là hoàn thành"
  return verb !== null && ((verb.code & CUE) !== 0 || isWord(doc, verb.to, 'là'))
}

/** "là bí mật nhà nước không được phép công khai": what the noun is, no ban. */
function isOfNoun(doc: Document, scene: Scene, modal: Verb): boolean {
  if (!isWord(doc, modal.from, 'không') || !isWord(doc, modal.from + 1, 'được')) return false
  const actor = actorEnding(scene, modal.from)
  // "điều kiện là Bình Nhưỡng không được thử tên lửa"
  if (actor !== null && isWord(doc, actor.from - 1, 'là')) return false
  for (let i = (actor?.from ?? modal.from - 1) - 1; i > scene.first && modal.from - i < 12; i--) {
    if ((doc.tokens.flags[i] & PUNCTUATION) !== 0 || isWord(doc, i, 'rằng')) return false
    if (isWord(doc, i, 'là')) return true
  }
  return false
}

/** "chấp nhận việc Thổ Nhĩ Kỳ phải mua": a fact as a noun. */
function isNoun(doc: Document, scene: Scene, modal: Verb): boolean {
  const whose = actorEnding(scene, modal.from)
  if (RELATIVES.has(doc, modal.from - 1) && isWord(doc, modal.from - 2, 'những')) return true
  if (isOfMatter(doc, scene, modal)) return true
  // "còn nhiều việc phải làm"
  if (isWord(doc, modal.from - 1, 'việc') && isWord(doc, modal.from - 2, 'nhiều') && isWord(doc, modal.to, 'làm'))
    return true
  // "không cần thiết phải quy định"
  if (
    isWord(doc, modal.from - 1, 'thiết') &&
    isWord(doc, modal.from - 2, 'cần') &&
    isWord(doc, modal.from - 3, 'không')
  )
    return true
  // "không nhất thiết phải", "thì người ta phải làm thôi"
  if (isWord(doc, modal.from, 'nhất') && isWord(doc, modal.from - 1, 'không')) return true
  if (isWord(doc, modal.from - 1, 'ta') && isWord(doc, modal.from - 2, 'người')) return true
  if (whose === null) return false
  return isWord(doc, whose.from - 1, 'việc') && !COUNTERS.has(doc, whose.from - 2)
}

/** "cũng là vấn đề lớn cần được lưu ý", "đây là điều chúng ta phải nghĩ tới", "đặt ra câu hỏi cần giải đáp": told of what is spoken of. */
function isOfMatter(doc: Document, scene: Scene, modal: Verb): boolean {
  const { flags } = doc.tokens
  for (let i = modal.from - 1; i > scene.first && modal.from - i < FAR_MATTER; i--) {
    if ((flags[i] & PUNCTUATION) !== 0 || ENDS_MATTER.has(doc, i)) return false
    if (QUESTIONS.endAt(doc, i, modal.from) > 0 && modal.from - i <= NEAR_MATTER) return true
    if (SUBJECTS.endAt(doc, i, modal.from) < 0) continue
    const b = isWord(doc, i - 1, 'một') || isWord(doc, i - 1, 'những') ? i - 2 : i - 1
    return isWord(doc, b, 'là')
  }
  return false
}

/** "nêu những điểm mà hai bên cần chú trọng", "chỉ ra các hạn chế cần khắc phục", "còn nhiều khó khăn cần vượt qua": the clause is of the things named. */
function isOfThings(doc: Document, scene: Scene, modal: Verb): boolean {
  const { flags } = doc.tokens
  for (let i = modal.from - 1; i > scene.first && modal.from - i < LONGEST_THINGS; i--) {
    if ((flags[i] & PUNCTUATION) !== 0 || isWord(doc, i, 'rằng') || isWord(doc, i, 'là')) return false
    if (!COUNTERS.has(doc, i) && (flags[i] & NUMBER) === 0) continue
    const first = isWord(doc, i, 'số') && isWord(doc, i - 1, 'một') ? i - 1 : i
    if (whoEnd(doc, i + 1, modal.from) > 0 || actorAt(scene, i + 1) !== null) {
      // "các vướng mắc mà | hai bên cần": the things stand further before.
      if (isWord(doc, first - 1, 'mà')) continue
      return false
    }
    if (HAVES.has(doc, first - 1)) return modal.from - i <= FEW_WORDS && actorEnding(scene, modal.from) === null
    // "nêu hai việc mà các ủy ban phải làm": tasks are given.
    return GIVES.before(doc, first, scene.first) >= 0 && !isWord(doc, i + 1, 'việc') && !isWord(doc, i + 1, 'nhiệm')
  }
  return false
}

/** "Hai bên nhất trí cần …": what two agree on is asked of nobody. */
function isAgreed(doc: Document, scene: Scene, modal: Verb): boolean {
  if (!isWord(doc, modal.from, 'cần')) return false
  for (let v = verbFrom(scene, modal.from) - 1; v >= 0; v--) {
    const verb = scene.verbs[v]
    if ((verb.code & (CUE | REPORT | TELL)) === 0 || (verb.code & BLOCKER) !== 0) continue
    return isWord(doc, verb.from, 'nhất') && isWord(doc, verb.from + 1, 'trí')
  }
  return false
}

/** "cần khoảng 20 tỷ đồng", "phải chờ", "nên phải": things needed, hardship, a consequence. */
function isThings(doc: Document, scene: Scene, modal: Verb): boolean {
  const { key, flags } = doc.tokens
  const n = modal.to
  if ((flags[n] & NUMBER) !== 0) return true
  if ((flags[n] & PUNCTUATION) !== 0) return key[n] !== QUOTE && key[n] !== COLON && key[n] !== 0x27
  if (is(doc, modal, 'cần')) return (NEEDED.has(doc, n) && !opensTask(doc, scene, n)) || needsMore(doc, n)
  if (is(doc, modal, 'phải')) return SUFFERED.has(doc, n) && DUTIES.endAt(doc, n, scene.stop) < 0
  return is(doc, modal, 'nên') && ((verbAt(scene, n)?.code ?? 0) & MODAL) !== 0
}

/** "cần có thêm thời gian" */
function needsMore(doc: Document, n: number): boolean {
  const i = isWord(doc, n, 'có') ? n + 1 : n
  return isWord(doc, i, 'thêm') ? NEEDED.has(doc, i + 1) : isWord(doc, i, 'thời') && isWord(doc, i + 1, 'gian')
}

/** "phát triển là phải chấp nhận đánh đổi"; but "vấn đề là phải …", "quan điểm của thành phố là phải …" */
function isDefinition(doc: Document, scene: Scene, modal: Verb): boolean {
  const { key } = doc.tokens
  if (!isWord(doc, modal.from - 1, 'là')) return false
  for (let i = modal.from - 2; i >= scene.first && key[i] !== COMMA && key[i] !== COLON && key[i] !== QUOTE; i--)
    if (MATTERS.has(doc, i)) return false
  return modal.from - 2 >= scene.first && !QUANTIFIERS.has(doc, modal.from - 2)
}

/** "chuyến đi có nhiệm vụ": who has a duty by these words is named. */
function isVagueDuty(doc: Document, scene: Scene, modal: Verb): boolean {
  if (!isWord(doc, modal.from, 'có') || modal.to <= modal.from + 1) return false
  if (!isWord(doc, modal.from + 1, 'nhiệm') && !isWord(doc, modal.from + 1, 'trách')) return false
  // "có trách nhiệm lớn trong việc bảo đảm hòa bình"
  if (isWord(doc, modal.to, 'lớn') || isWord(doc, modal.to, 'trong') || isWord(doc, modal.to, 'về')) return true
  if (actorEnding(scene, skipAdverbs(doc, scene, modal.from, scene.first)) !== null) return false
  const start = clauseStart(doc, scene, modal, scene.first)
  return actorAt(scene, start) === null && !QUANTIFIERS.has(doc, start)
}

/** "quân đội Mỹ phải chịu trách nhiệm về các sự cố này": what happened is laid to somebody's charge. */
function isBlame(doc: Document, scene: Scene, modal: Verb): boolean {
  const n = modal.to
  if (!isWord(doc, n, 'chịu') || !isWord(doc, n + 1, 'trách')) return false
  for (let i = n + 3; i < scene.stop && i - n < 9; i++) {
    if (!isWord(doc, i, 'về') && !isWord(doc, i, 'cho')) continue
    let p = i + 1
    while (p < scene.stop && p - i < 4 && (QUANTIFIERS.has(doc, p) || isWord(doc, p, 'mọi'))) p++
    return EVENTS.has(doc, p) && !isWord(doc, p + 1, 'an')
  }
  return false
}

/** Does the object of a light verb begin at token `i`: "làm khó doanh nghiệp"? */
function opensObject(doc: Document, i: number): boolean {
  return (doc.tokens.flags[i] & PUNCTUATION) === 0 && !NO_OBJECT.has(doc, i) && !isWord(doc, i, 'của')
}

/** "lẽ ra, việc này phải làm từ trước": it was not done. */
function isRegretted(doc: Document, scene: Scene, modal: Verb): boolean {
  for (let i = modal.from - 1; i > scene.first && modal.from - i < 24; i--)
    if (isWord(doc, i, 'ra') && (isWord(doc, i - 1, 'lẽ') || isWord(doc, i - 1, 'đáng'))) return true
    else if (isWord(doc, i, 'lẽ') && isWord(doc, i - 1, 'đáng')) return true
  return false
}

/** "không phải bắt buộc" */
function isDenied(doc: Document, scene: Scene, modal: Verb): boolean {
  if (!isWord(doc, modal.from, 'bắt')) return false
  const before = scene.verbs[verbFrom(scene, modal.from) - 1]
  return (
    isWord(doc, modal.from - 1, 'không') ||
    (before !== undefined && before.to === modal.from && (before.code & BLOCKER) !== 0)
  )
}

/** "Bởi thị trường phát triển theo nhu cầu, cần đáp ứng …": a reason. */
function isExplained(doc: Document, scene: Scene, modal: Verb): boolean {
  let i = scene.first
  while (i < scene.stop && (doc.tokens.flags[i] & PUNCTUATION) !== 0) i++
  if (isWord(doc, i, 'bởi')) return !isWord(doc, i + 1, 'vậy') && !isWord(doc, i + 1, 'thế')
  // "Theo quy định hiện hành, …": the law speaks.
  if (isWord(doc, i, 'theo') && LAW.has(doc, i + 1)) return true
  // "Lý do, lãnh đạo không được kiêm nhiệm …", "nguyên nhân là các thủ tục phải tuân thủ …"
  if (isWord(doc, i, 'lý') && isWord(doc, i + 1, 'do')) return true
  for (let j = modal.from - 1; j > i && modal.from - j < 30; j--) {
    const verb = verbAt(scene, j)
    if (verb !== null && (verb.code & (CUE | REPORT)) !== 0) break
    if (isWord(doc, j, 'nguyên') && isWord(doc, j + 1, 'nhân') && CAUSED.has(doc, j + 2)) return true
  }
  return isWord(doc, i, 'nguyên') && isWord(doc, i + 1, 'nhân')
}

/** "kiến nghị Chính phủ cần …", "hy vọng các bên phải …": no obligation. */
function isProposed(doc: Document, scene: Scene, modal: Verb): boolean {
  for (let v = verbFrom(scene, modal.from) - 1; v >= 0; v--) {
    const verb = scene.verbs[v]
    // "Luật cũng có quy định những việc cán bộ không được làm"
    if (isWord(doc, verb.from, 'quy') && isWord(doc, verb.from + 1, 'định') && LAW_BEFORE.has(doc, verb.from - 1))
      return true
    // "do Nhà nước yêu cầu phải …": the modal is that verb's.
    if ((verb.code & CUE) !== 0 && verb.to === modal.from && (verb.code & BLOCKER) === 0) return true
    // "Tôi đang cân nhắc ra chỉ thị với tinh thần …"
    if (isWord(doc, verb.from, 'cân') && isWord(doc, verb.from - 1, 'đang')) return true
    // "việc thực hiện cam kết quốc tế đòi hỏi công đoàn phải đổi mới"
    if ((verb.code & (CUE | REPORT | TELL)) !== 0 || isWord(doc, verb.from, 'đòi')) return false
    if ((verb.code & BLOCKER) !== 0 && PROPOSALS.endAt(doc, verb.from, scene.stop) === verb.to) return true
  }
  return false
}

/** "Trường hợp phải thu hồi đất, Chính phủ sẽ …": what is to be done stands after the comma. */
function isCondition(doc: Document, scene: Scene, modal: Verb): boolean {
  const { key } = doc.tokens
  let i = modal.from - 1
  while (i >= scene.first && key[i] !== COMMA && key[i] !== SEMICOLON && key[i] !== COLON && key[i] !== QUOTE) i--
  i++
  let nested = false
  for (let j = i; j < modal.from; j++) {
    if (isWord(doc, j, 'thì')) return false
    if (
      NESTED.has(doc, j) ||
      (isWord(doc, j, 'đòi') && actorAt(scene, j + 2)?.kind === 'pronoun') ||
      (isWord(doc, j, 'mức') && isWord(doc, j - 1, 'đến')) ||
      (isWord(doc, j, 'vì') && !isWord(doc, j + 1, 'vậy') && !isWord(doc, j + 1, 'thế'))
    )
      nested = true
  }
  // "Dù thuộc dân tộc nào cũng phải phấn đấu": whatever the case.
  if (isWord(doc, i, 'dù') && isWord(doc, modal.from - 1, 'cũng')) return false
  // "Nếu có dấu hiệu vi phạm phải xử lý nghiêm.": nothing follows it, so it is what must be done.
  if (
    (isWord(doc, i, 'khi') || (nested && isWord(doc, i, 'nếu') && i === scene.first)) &&
    opensTask(doc, scene, modal.to)
  ) {
    let after = modal.to
    while (after < scene.end && key[after] !== COMMA && !isWord(doc, after, 'thì')) after++
    return after < scene.end
  }
  return nested || CONDITIONS.has(doc, i) || isCase(doc, i) || (isWord(doc, i, 'từ') && FORMER.has(doc, i + 1))
}

/** "trường hợp", not "trường" the school. */
const isCase = (doc: Document, i: number): boolean => isWord(doc, i, 'trường') && isWord(doc, i + 1, 'hợp')

/** "mỗi giám định viên cần giám định khoảng 5.000 hồ sơ": a fact with figures. */
function isMeasured(doc: Document, i: number): boolean {
  const { flags } = doc.tokens
  return (flags[ROUGHLY.has(doc, i) ? i + 1 : i] & NUMBER) !== 0
}

/** "Tôi mang chim đi thi cũng phải …": the speaker tells of himself. */
function isOwnDuty(doc: Document, scene: Scene, modal: Verb): boolean {
  const a = actorFrom(scene, modal.from) - 1
  if (a < 0 || scene.actors[a].kind !== 'self' || isWord(doc, scene.actors[a].to - 1, 'ta')) return false
  for (const verb of scene.verbs)
    if (verb.from >= scene.actors[a].to && verb.to <= modal.from && (verb.code & (CUE | REPORT | TELL)) !== 0)
      return false
  return true
}

/** "được cung cấp nhưng không được kiểm soát": in a report, somebody must be told. */
function isSomebody(doc: Document, scene: Scene, modal: Verb): boolean {
  const start = clauseStart(doc, scene, modal, scene.first)
  return start >= modal.from || nameBefore(doc, scene, start, modal.from) !== null
}
