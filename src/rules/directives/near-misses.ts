/**
 * Verbs that could direct and do not: what is asked upward, planned, denied, blamed on somebody, told of a post or a bill.
 *
 *   UBND tỉnh kiến nghị Thủ tướng chỉ đạo Bộ Công an …       the order is only asked for
 *   … đang xây dựng kế hoạch để nhắc nhở và yêu cầu …         a plan
 *   Bộ Chính trị phân công ông X giữ chức Bí thư …            a post is filled
 *   Chỉ tiêu được Sở giao cho 122 trường                      nobody is told to do anything
 *
 * Each is a question of its own, asked in turn; the first yes decides. Those of the first list need but the words around the
 * verb, those of the second its tasks.
 */
import type { Document, Range } from '../../document.js'
import type { Force } from '../../records.js'
import { CAPITAL, COLON, COMMA, QUOTE, SEMICOLON, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { skipAdverbs } from './adverbs.js'
import { NONE, PUBLIC, UNRANKED, WEAK } from './authority.js'
import { PROPOSALS } from './modals.js'
import { isNamed, isSomebody } from './names.js'
import { PhraseSet } from './phrases.js'
import { actorAt, actorEnding, type Scene, type Verb, verbAt, verbFrom } from './scene.js'
import type { Voice } from './speakers.js'
import { type Subject, skipNow, subjectOf, VOIDERS } from './subject.js'
import { isNegation, opensTask, type Tasks } from './tasks.js'
import { CUE, forceOf, MODAL, REPORT, TASK, TELL } from './vocabulary.js'

/** A verb that may direct, with whom it is said of. */
export interface Use {
  doc: Document
  scene: Scene
  verb: Verb
  subject: Subject
}

/** The same with what it would direct. */
export interface Candidate extends Use {
  voice: Voice | null
  force: Force
  tasks: Tasks
}

/** Right after the verb they show the noun: "yêu cầu của", "đề nghị này". */
const NOUN_NEXT = new WordSet('của này đó trên ấy như rất')
/** Right after "yêu cầu": a noun, not a task. */
const NO_TASK = new WordSet('về cao cấp tối khắt khác gì nào và hay hoặc là đặt riêng chung mới bức')
/** Before "đề xuất" they show the noun. */
const NOUN_BEFORE = new WordSet('với theo các những của về một từ mọi nhiều bản này')
/** Right after the subject: what he plans or would do. */
const PLANS = new WordSet('sẽ đang dự định muốn')
/** "các đại biểu" */
const MANY = new WordSet('các những mọi mỗi')
/** "tại sao", "vì sao" */
const WHY = new WordSet('tại vì')
/** Before the subject they open a condition or a question. */
const IFS = new WordSet('nếu khi liệu hỏi')
/** What begins so is told of the one addressed, not asked of him. */
const STATES = new WordSet('là đã đang sẽ có không vẫn cũng')
/** "mong nhận được": a wish for oneself. */
const FOR_ONESELF = new WordSet('nhận được sẽ có rằng gì và')
const ASKS = new PhraseSet('kiến nghị; đề xuất; xin')
/** Those above whoever asks them. */
const HIGHER = new PhraseSet('cấp có thẩm quyền; cấp trên; các cấp có thẩm quyền; cơ quan cấp trên')
const SIGNS = new WordSet('biển bảng hiệu chữ')
const LAWS = new PhraseSet('luật; nghị định; thông tư; bộ luật; pháp lệnh')
const DENIALS = new PhraseSet(
  'phủ nhận; bác bỏ; bác thông tin; tin đồn; giả mạo; mạo danh; không có chuyện; văn bản giả; công văn giả; quyết định giả',
)
const MISDEEDS = new PhraseSet(
  'vi phạm; khuyết điểm; thiếu trách nhiệm; sai phạm; trái quy định; buông lỏng; thiếu dân chủ; thiếu kiểm tra; thiếu lãnh đạo; thiếu đôn đốc; thiếu sâu sát',
)
const BILLS = new PhraseSet('tờ trình; dự thảo luật; dự án luật; dự luật; dự thảo nghị quyết; vào Điều; điều khoản')
const MEETINGS = new PhraseSet(
  'hội nghị; phiên họp; cuộc họp; buổi; lễ; đại hội; hội thảo; công tác; trận; chiến dịch; cuộc',
)
/** What makes an assignment the filling of a post. */
const POSTS = new PhraseSet(
  'giữ chức; giữ chức vụ; giữ cương vị; đảm nhiệm chức vụ; làm nhiệm vụ; tham gia ban chấp hành; tham gia ban thường vụ',
)
/** Verbs of a post: "giao ông X giữ chức", "phân công bà Y phụ trách". */
const APPOINTS = new PhraseSet(
  'giữ chức; giữ; đảm nhiệm; đảm nhận; làm; phụ trách; kiêm; kiêm nhiệm; điều hành; giữ quyền; tham gia; thay; quyền; đảm trách',
)
/** What one asks to be allowed to do for somebody. */
const OFFERS = new PhraseSet('giúp; giúp đỡ; hỗ trợ; cung cấp; viện trợ; giải ngân; đưa họ; làm trung gian; đăng cai')
/** Before a verb that directs they show that it is only thought of. */
const WEIGHED = new PhraseSet('cân nhắc; cân nhắc việc; tính toán; xem xét việc; dự định; bàn việc')
/** Before a verb that directs they show the noun: what was asked is granted, or not. */
const ANSWERS = new PhraseSet(
  'từ chối; chấp nhận; chấp thuận; bác; nhận; nhận được; đồng ý với; ủng hộ; phớt lờ; bất chấp; rút; rút lại; tiếp nhận; phản đối; chống; trái; đạt; vượt; thuận theo; nghe theo; nghe; chờ; giải quyết',
)
/** "ra lệnh bắt": a step of procedure. */
const PROCEDURE = new PhraseSet(
  'bắt; khám xét; tạm giam; bắt tạm giam; bắt giữ; bắt khẩn cấp; khởi tố; giữ người; truy nã; cấm đi khỏi',
)

export const commands = (force: Force): boolean => force === 'order' || force === 'assign'

const startsWith = (doc: Document, verb: Verb, word: string): boolean => isWord(doc, verb.from, word)
const endsWith = (doc: Document, verb: Verb, word: string): boolean => isWord(doc, verb.to - 1, word)
/** "giao" alone, "ủy quyền": they need somebody named. */
const isGive = (doc: Document, verb: Verb): boolean =>
  startsWith(doc, verb, 'ủy') || (startsWith(doc, verb, 'giao') && verb.to === verb.from + 1)
const isWish = (doc: Document, verb: Verb): boolean => endsWith(doc, verb, 'mong') || endsWith(doc, verb, 'muốn')

const NO_ORDERS: readonly ((use: Use) => boolean)[] = [
  // "yêu cầu của dân", "như yêu cầu"
  ({ doc, scene, verb }) =>
    verb.to < scene.stop &&
    (NOUN_NEXT.has(doc, verb.to) || (isWord(doc, verb.to, 'trước') && isWord(doc, verb.to + 1, 'đó'))),
  // "sẽ chỉ đạo", "không yêu cầu", "để kêu gọi", "các yêu cầu"
  ({ doc, scene, verb }) => {
    const j = skipNow(doc, scene, verb.from)
    if (j <= scene.first || !VOIDERS.has(doc, j - 1) || actorEnding(scene, j) !== null) return false
    // "… chưa đủ điều kiện nên đề nghị kiểm tra": a consequence.
    return !isWord(doc, j - 1, 'nên') || actorEnding(scene, j - 1) !== null
  },
  ({ subject }) => subject.kind === 'stranger',
  // "những công việc mà Thủ tướng đã yêu cầu …": a relative clause.
  ({ doc, scene, subject: { actor } }) =>
    actor !== null &&
    actor.from - 2 >= scene.first &&
    isWord(doc, actor.from - 1, 'mà') &&
    !isWord(doc, actor.from - 2, 'nhưng') &&
    !isWord(doc, actor.to, 'cũng'),
  // "việc TP giao đất là sai luật", "hỏi vì sao Bộ đề nghị …": it is spoken of, not given.
  ({ doc, scene, subject: { actor } }) =>
    actor !== null &&
    actor.from - 1 > scene.first &&
    (isWord(doc, actor.from - 1, 'việc') || (isWord(doc, actor.from - 1, 'sao') && WHY.has(doc, actor.from - 2))),
  // "đang cân nhắc ra chỉ thị": not yet.
  ({ doc, scene, verb }) => WEIGHED.before(doc, verb.from, scene.first) >= 0,
  // "từ chối đề nghị từ chức", "chấp nhận yêu cầu ngừng bắn"
  ({ doc, scene, verb }) => ANSWERS.before(doc, verb.from, scene.first) >= 0,
  // "bị Ủy ban Kiểm tra đề nghị kỷ luật": suffered, not asked; but "bị Thủ tướng yêu cầu thanh tra"
  ({ doc, verb, subject }) =>
    subject.kind === 'passive' &&
    isWord(doc, subject.from, 'bị') &&
    (subject.actor === null || !commands(forceOf(verb.code))),
  // "đã kêu gọi và nhận được …": nobody is told anything.
  ({ doc, scene, verb }) => {
    const next = scene.verbs[verbFrom(scene, verb.to + 1)]
    return isWord(doc, verb.to, 'và') && isWord(doc, verb.to + 1, 'nhận') && next?.from !== verb.to + 1
  },
  // "vừa có chỉ đạo về việc …", "… liên quan đến …": that there is an order is told, not the order.
  ({ doc, verb }) =>
    startsWith(doc, verb, 'có') &&
    (isWord(doc, verb.to, 'về') || isWord(doc, verb.to, 'liên') || isWord(doc, verb.to, 'kịp')),
  // "nếu cuộc họp có yêu cầu biểu quyết", "các lĩnh vực Việt Nam có yêu cầu, …"
  ({ doc, verb, subject }) =>
    startsWith(doc, verb, 'có') &&
    endsWith(doc, verb, 'cầu') &&
    (subject.actor === null || doc.tokens.key[verb.to] === COMMA || IFS.has(doc, subject.from - 1)),
  isAskedFor,
  isListed,
  isExample,
  isSign,
  isOfLaw,
  // "Đảng giao nhiệm vụ, ra trung ương biểu quyết": the object is there, no task follows.
  ({ doc, verb }) => startsWith(doc, verb, 'giao') && verb.to > verb.from + 1 && doc.tokens.key[verb.to] === COMMA,
  isFarFrom,
  isDenied,
]

/** Do the words around the verb show that it is no order? */
export const isNoOrder = (use: Use): boolean => NO_ORDERS.some(test => test(use))

/** "kiến nghị Thủ tướng chỉ đạo …", "UBND tỉnh kiến nghị Bộ X thống nhất với Bộ Y chỉ đạo …" */
function isAskedFor({ doc, scene, verb, subject }: Use): boolean {
  if (subject.actor === null) return false
  const { verbs } = scene
  const before = verbs[verbFrom(scene, subject.actor.from) - 1]
  if (
    before !== undefined &&
    before.to === subject.actor.from &&
    PROPOSALS.endAt(doc, before.from, scene.stop) === before.to
  )
    return true
  for (let v = verbFrom(scene, subject.actor.to); v < verbs.length && verbs[v].from < verb.from; v++) {
    if (ASKS.endAt(doc, verbs[v].from, scene.stop) !== verbs[v].to || NOUN_BEFORE.has(doc, verbs[v].from - 1)) continue
    // "kiến nghị thu hồi 8 tỉ đồng và yêu cầu …": the second is no part of what is asked for, where nobody is asked.
    if (!isWord(doc, verb.from - 1, 'và') || actorAt(scene, verbs[v].to) !== null) return true
  }
  return false
}

/** "trong việc lãnh đạo, chỉ đạo": one of several nouns; "được quán triệt, đôn đốc thực hiện" */
function isListed({ doc, scene, verb }: Use): boolean {
  if (verb.from - 2 < scene.first || doc.tokens.key[verb.from - 1] !== COMMA) return false
  // "Về hợp tác đầu tư, đề nghị …"
  if (isWord(doc, scene.first, 'về')) return false
  const before = scene.verbs[verbFrom(scene, verb.from) - 1]
  if (before === undefined || before.to !== verb.from - 1) return false
  const subject = subjectOf(doc, scene, before.from)
  if (subject.kind === 'passive' && subject.actor === null) return true
  if ((before.code & TASK) === 0 || (before.code & (REPORT | TELL | CUE)) !== 0) return false
  return subject.kind === 'stranger' || subject.kind === 'none'
}

/** "một số điều kiện như: yêu cầu nhà máy …", "chọn giữa hai việc: ra lệnh …, hoặc …": a thing among others. */
function isExample({ doc, scene, verb }: Use): boolean {
  const b = verb.from - 1
  if (b - 1 < scene.first || doc.tokens.key[b] !== COLON) return false
  return isWord(doc, b - 1, 'như') || isWord(doc, b - 1, 'việc') || isWord(doc, b - 1, 'gồm')
}

/** đã lắp biển "Cấm dừng xe" */
function isSign({ doc, scene, verb }: Use): boolean {
  const b = verb.from - 1
  return b - 1 >= scene.first && doc.tokens.key[b] === QUOTE && SIGNS.has(doc, b - 1)
}

/** "nhiều giải pháp như Luật Viễn thông và Nghị định 163/2024, yêu cầu …": the law asks. */
function isOfLaw({ doc, scene, verb, subject }: Use): boolean {
  if (subject.kind !== 'main' || doc.tokens.key[verb.from - 1] !== COMMA) return false
  for (let i = verb.from - 2; i > scene.first && verb.from - i < 10 && doc.tokens.key[i] !== COMMA; i--)
    if ((doc.tokens.flags[i] & CAPITAL) !== 0 && LAWS.endAt(doc, i, verb.from) > 0) return true
  return false
}

/**
 * What stands between the sentence's subject and a further verb shows that it is no order of his:
 * "đã vi phạm quy chế …; ký văn bản và giao cho cấp dưới …", "nêu các thách thức: … và yêu cầu đổi mới",
 * "đang xây dựng kế hoạch để … và yêu cầu …".
 */
function isFarFrom({ doc, scene, verb, subject }: Use): boolean {
  if (subject.kind !== 'main') return false
  const { key } = doc.tokens
  const from = subject.actor === null ? scene.first : subject.actor.to
  if (PLANS.has(doc, from) || isWord(doc, from + 1, 'sẽ') || isPromised(doc, scene, from, verb.from)) return true
  let purpose = false
  for (let i = from; i < verb.from; i++) {
    if (key[i] === COLON || MISDEEDS.endAt(doc, i, verb.from) > 0) return true
    if (isWord(doc, i, 'để') || isWord(doc, i, 'nhằm')) purpose = true
    else if (actorAt(scene, i) !== null) purpose = false
    else if (key[i] === COMMA && !opensTask(doc, scene, i + 1) && i + 1 < verb.from) purpose = false
  }
  return purpose
}

/** "khẳng định sẽ rút kinh nghiệm và chỉ đạo các đơn vị": both are promised. */
function isPromised(doc: Document, scene: Scene, from: number, to: number): boolean {
  let promised = false
  for (let i = from; i < to; i++) {
    if (doc.tokens.key[i] === QUOTE) return false
    const verb = verbAt(scene, i)
    if (verb !== null && (verb.code & (CUE | REPORT | TELL)) !== 0) promised = false
    else if (isWord(doc, i, 'sẽ')) promised = true
    else if (isWord(doc, i, 'đồng') && isWord(doc, i + 1, 'thời')) promised = false
  }
  return promised
}

/** "phủ nhận thông tin cho rằng chính quyền yêu cầu …" */
function isDenied({ doc, scene, verb }: Use): boolean {
  for (let i = scene.first; i < verb.from; i++) if (DENIALS.endAt(doc, i, verb.from) > 0) return true
  return false
}

const NEAR_MISSES: readonly ((c: Candidate) => boolean)[] = [
  lacksAuthority,
  isIdlePassive,
  // "chỉ đạo, tôi nói sao là nhỏ"
  ({ doc, scene, tasks }) => {
    const told = tasks.addressee === null ? null : actorAt(scene, tasks.addressee.from)
    return told !== null && told.kind === 'self' && !isWord(doc, told.to - 1, 'ta')
  },
  hasNoTask,
  // "nhắc nhở rằng ông không chấp nhận …": he speaks of himself.
  ({ doc, scene, tasks: { addressee } }) =>
    addressee !== null && isWord(doc, addressee.from - 1, 'rằng') && actorAt(scene, addressee.from)?.kind === 'pronoun',
  // "nhờ tầm nhìn của ông": thanks to it.
  ({ doc, verb, subject }) => startsWith(doc, verb, 'nhờ') && subject.actor?.kind === 'person',
  // A province that asks, nobody named, asks those above it.
  ({ force, tasks, subject }) =>
    force === 'request' && tasks.addressee === null && subject.actor?.kind === 'place' && !subject.actor.country,
  isOwnWish,
  // "đề nghị được khởi công trong quý I": for oneself.
  ({ doc, verb, subject }) => subject.kind !== 'passive' && isWord(doc, verb.to, 'được'),
  // "Hàn Quốc đề nghị giúp tái thiết": an offer.
  ({ doc, force, tasks }) =>
    force === 'request' &&
    tasks.addressee === null &&
    tasks.actions.length > 0 &&
    OFFERS.endAt(doc, tasks.actions[0].from, tasks.actions[0].to) > 0,
  ({ doc, scene, verb }) => startsWith(doc, verb, 'ra') && PROCEDURE.endAt(doc, verb.to, scene.stop) > 0,
  fillsPost,
  givesToNobody,
  tellsNobody,
  // "đã quan tâm, chỉ đạo xây dựng nhiều công trình": what was achieved.
  ({ doc, scene, verb, subject, tasks }) =>
    startsWith(doc, verb, 'chỉ') &&
    subject.kind === 'main' &&
    somebody(doc, scene, tasks) === null &&
    isWord(doc, subject.actor?.to ?? 0, 'đã'),
  isInBill,
  asksUpward,
]

/** Do the tasks and the one who speaks show that nothing is directed? */
export const isNearMiss = (c: Candidate): boolean => NEAR_MISSES.some(test => test(c))

/** Citizens direct nobody; firms and schools their own people. */
function lacksAuthority({ scene, voice, force, subject, tasks }: Candidate): boolean {
  if (voice === null) {
    // "Đồng thời Bộ Nội vụ được giao nghiên cứu …": nobody says by whom.
    const told = tasks.addressee === null ? null : actorEnding(scene, subject.from)
    return subject.kind === 'passive' && force === 'assign' && (told?.kind !== 'body' || told.authority !== PUBLIC)
  }
  return voice.authority === NONE || (voice.authority === WEAK && !commands(force))
}

/** "được giao chủ trì" is an order; "được giao cho 122 trường", "được phân công rõ ràng", "vắc xin được khuyến cáo sử dụng" are none. */
function isIdlePassive({ doc, scene, verb, tasks, force, subject }: Candidate): boolean {
  if (subject.kind !== 'passive') return false
  if (force === 'request' && !startsWith(doc, verb, 'đề')) return true
  if (startsWith(doc, verb, 'kêu') || endsWith(doc, verb, 'cho')) return true
  if (subject.actor === null && (tasks.addressee === null || !isSomebody(doc, scene, tasks.addressee))) return true
  const passive = skipAdverbs(doc, scene, verb.from, scene.first) - 1
  if (passive > scene.first && isNegation(doc, scene, passive - 1)) return true
  const first = tasks.actions[0]
  const k = doc.tokens.key[verb.to]
  return (
    tasks.strength < 2 ||
    first === undefined ||
    first.from - verb.to > 1 ||
    k === SEMICOLON ||
    k === COMMA ||
    !opensTask(doc, scene, first.from)
  )
}

/** No task is named, and nothing announces one. */
function hasNoTask({ doc, scene, verb, tasks, force, subject }: Candidate): boolean {
  if (tasks.strength === 0)
    return !isTaskNoun(doc, scene, verb) && !announces(doc, scene, verb) && !asksPlainly(doc, scene, verb, subject)
  // "lưu ý Israel sẽ làm điều này"
  if (force === 'urge' && tasks.addressee !== null && isWord(doc, tasks.addressee.to, 'sẽ')) return true
  if (tasks.strength === 2) return false
  if (tasks.actions.length === 0) return !commands(force) && force !== 'urge'
  // "lưu ý bà May là nhà lãnh đạo …"
  const { from } = tasks.actions[0]
  return force === 'urge' && STATES.has(doc, from) && !(isWord(doc, from, 'là') && opensTask(doc, scene, from + 1))
}

/** "yêu cầu việc …", "chỉ đạo việc trồng cây" */
function isTaskNoun(doc: Document, scene: Scene, verb: Verb): boolean {
  let p = verb.to
  if (doc.tokens.key[p] === COLON || doc.tokens.key[p] === QUOTE) p++
  return isWord(doc, p, 'việc') || opensTask(doc, scene, p)
}

/** "… yêu cầu:" at the end of its sentence: a list follows. */
function announces(doc: Document, scene: Scene, verb: Verb): boolean {
  return verb.to >= scene.end && doc.tokens.key[scene.stop - 1] === COLON
}

/** "Thủ tướng yêu cầu xử nghiêm …", "… đề nghị các đại biểu đi họp đầy đủ": a verb that the lexicon lacks, right behind one that leaves no doubt. */
function asksPlainly(doc: Document, scene: Scene, verb: Verb, subject: Subject): boolean {
  if (subject.kind !== 'direct' || verb.to >= scene.end) return false
  if (startsWith(doc, verb, 'đề')) {
    const p = doc.tokens.key[verb.to] === QUOTE ? verb.to + 1 : verb.to
    return MANY.has(doc, p) && isSomebody(doc, scene, { from: p, to: scene.end })
  }
  if (!startsWith(doc, verb, 'yêu')) return false
  return (doc.tokens.flags[verb.to] & (WORD | CAPITAL)) === WORD && !NO_TASK.has(doc, verb.to)
}

/** "mong nhận được sự chia sẻ", "mong muốn đạt kim ngạch cao hơn": a wish for oneself, or for nobody named. */
function isOwnWish({ doc, scene, verb, tasks }: Candidate): boolean {
  if (!isWish(doc, verb)) return false
  return FOR_ONESELF.has(doc, verb.to) || tasks.addressee === null || !isNamed(doc, scene, tasks.addressee)
}

/** "phân công ông X giữ chức Bí thư", "bà Y được giao phụ trách" */
function fillsPost({ doc, scene, verb, tasks, force, subject }: Candidate): boolean {
  if (force !== 'assign') return false
  for (let i = verb.to; i < scene.end && i - verb.to < 60; i++) {
    if (POSTS.endAt(doc, i, scene.stop) > 0) return true
    // "phân công ông X, Trưởng ban khóa 15, làm Trưởng ban khóa 16"
    if (isWord(doc, i, 'làm') && (actorAt(scene, i + 1)?.title ?? null) !== null) return true
  }
  const first = tasks.actions[0]
  if (first === undefined || APPOINTS.endAt(doc, first.from, scene.stop) < 0) return false
  const named = tasks.addressee === null ? null : actorAt(scene, tasks.addressee.from)
  return subject.kind === 'passive' || (named !== null && (named.kind === 'person' || named.kind === 'title'))
}

/** "giao cả rừng cho chủ đầu tư" */
function givesToNobody({ doc, scene, verb, tasks, subject }: Candidate): boolean {
  if (!isGive(doc, verb) || subject.kind === 'passive') return false
  const { addressee, actions } = tasks
  if (addressee === null) return true
  if (isNamed(doc, scene, addressee)) return false
  // "giao ban soạn thảo tổng hợp ý kiến", not "giao đất cho doanh nghiệp"
  if (subject.kind !== 'direct' || actions.length === 0 || actions[0].from !== addressee.to) return true
  for (let i = addressee.from; i < addressee.to; i++) if (isWord(doc, i, 'cho')) return true
  return false
}

/** "lưu ý thời hạn cắt giảm thuế", "chỉ đạo hội nghị"; but "lưu ý hai việc là theo dõi …" */
function tellsNobody({ doc, scene, verb, tasks, force, subject }: Candidate): boolean {
  const { addressee } = tasks
  if (addressee === null || subject.kind === 'passive' || isSomebody(doc, scene, addressee)) return false
  // "đề nghị những quy định không còn phù hợp thì phải bỏ": the things are what the duty is about.
  if (!startsWith(doc, verb, 'giao') && hasModal(scene, addressee.to)) return false
  if (startsWith(doc, verb, 'giao')) return true
  // "nghiêm cấm việc chuyển đổi đất rừng", "lưu ý việc phòng chống dịch"
  if (force === 'prohibit' && isWord(doc, addressee.from, 'việc')) return false
  if (startsWith(doc, verb, 'lưu') && isWord(doc, verb.to, 'việc') && opensTask(doc, scene, verb.to + 1)) return false
  if (startsWith(doc, verb, 'chỉ') && MEETINGS.endAt(doc, addressee.from, scene.stop) > 0) return true
  if (commands(force)) return false
  const is = isWord(doc, addressee.to, 'là') ? addressee.to : addressee.to - 1
  return !(isWord(doc, is, 'là') && opensTask(doc, scene, is + 1))
}

const hasModal = (scene: Scene, from: number): boolean =>
  scene.verbs.some(v => v.from >= from && v.from - from < 9 && (v.code & MODAL) !== 0)

/** "Trong tờ trình dự thảo luật, Chính phủ đề nghị bổ sung …": what a bill proposes. */
function isInBill({ doc, scene, tasks, force }: Candidate): boolean {
  if (force !== 'request' || tasks.addressee !== null) return false
  for (let i = scene.first; i < scene.end; i++) if (BILLS.endAt(doc, i, scene.end) > 0) return true
  return false
}

/** Somebody who asks a body above him proposes. */
function asksUpward({ doc, scene, voice, tasks, force }: Candidate): boolean {
  if (force !== 'request' || voice === null || tasks.addressee === null) return false
  const told = actorAt(scene, tasks.addressee.from)
  // "đề nghị cấp có thẩm quyền xem xét kỷ luật", "bộ đã đề nghị Thủ tướng cho phép"
  if (HIGHER.endAt(doc, tasks.addressee.from, scene.stop) > 0) return true
  if (
    voice.rank === UNRANKED &&
    voice.person === null &&
    !voice.country &&
    told !== null &&
    !told.country &&
    told.rank >= 8
  )
    return true
  if (voice.rank === UNRANKED || voice.country) return false
  return told !== null && !told.country && told.rank !== UNRANKED && told.rank > voice.rank
}

/** Whom the tasks name, if that is somebody. */
export function somebody(doc: Document, scene: Scene, tasks: Tasks): Range | null {
  return tasks.addressee !== null && isSomebody(doc, scene, tasks.addressee) ? tasks.addressee : null
}
