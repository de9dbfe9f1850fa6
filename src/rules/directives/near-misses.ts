/**
 * Verbs that could direct and do not, by who speaks and what would be done: a post, a bill, a wish, a request to those above.
 *
 *   Bộ Chính trị phân công ông X giữ chức Bí thư …            a post is filled
 *   Chỉ tiêu được Sở giao cho 122 trường                      nobody is told to do anything
 *
 * Each is a question of its own, asked in turn; the first yes decides. What the words around the verb show is asked before, in no-orders.ts.
 */
import type { Document, Range } from '../../document.js'
import type { Force } from '../../records.js'
import { CAPITAL, COLON, COMMA, NUMBER, QUOTE, SEMICOLON, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { skipAdverbs } from './adverbs.js'
import { NONE, PUBLIC, UNRANKED, WEAK } from './authority.js'
import { DETERMINERS, isConference, isNamed, isSomebody } from './names.js'
import { commands, endsWith, startsWith, type Use } from './no-orders.js'
import { PhraseSet } from './phrases.js'
import { actorAt, actorEnding, type Scene, type Verb } from './scene.js'
import type { Voice } from './speakers.js'
import type { Subject } from './subject.js'
import { isNegation, opensTask, type Tasks } from './tasks.js'
import { MODAL } from './vocabulary.js'

/** The same with what it would direct. */
export interface Candidate extends Use {
  voice: Voice | null
  force: Force
  tasks: Tasks
}

/** Right after "yêu cầu": a noun, not a task. */
const NO_TASK = new WordSet('về cao cấp tối khắt khác gì nào và hay hoặc là đặt riêng chung mới bức')
/** "các đại biểu" */
const MANY = new WordSet('các những mọi mỗi')
/** What begins so is told of the one addressed, not asked of him. */
const STATES = new WordSet('là đã đang sẽ có không vẫn cũng')
/** "mong nhận được": a wish for oneself. */
const FOR_ONESELF = new WordSet('nhận được sẽ có rằng gì và')
/** They are told what to do by those who need not be named. */
const SERVANTS = new PhraseSet(
  'cơ quan; đơn vị; cán bộ; công chức; viên chức; lực lượng; bộ; sở; ngành; địa phương; người dân; ban; tỉnh; huyện; xã; doanh nghiệp; công ty; hãng; chủ; nhà thầu',
)
/** Those above whoever asks them. */
const HIGHER = new PhraseSet('cấp có thẩm quyền; cấp trên; các cấp có thẩm quyền; cơ quan cấp trên')
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
/** "ra lệnh bắt": a step of procedure. */
const PROCEDURE = new PhraseSet(
  'bắt; khám xét; tạm giam; bắt tạm giam; bắt giữ; bắt khẩn cấp; khởi tố; giữ người; truy nã; cấm đi khỏi',
)

/** What an inspectorate asks its superiors for. */
const PUNISHMENTS = new PhraseSet(
  'kỷ luật; thi hành kỷ luật; xem xét kỷ luật; xem xét, kỷ luật; xem xét thi hành kỷ luật; xem xét, thi hành kỷ luật; khai trừ; cách chức; truy tố; khởi tố',
)

/** "giao" alone, "ủy quyền": they need somebody named. */
const isGive = (doc: Document, verb: Verb): boolean =>
  startsWith(doc, verb, 'ủy') || (startsWith(doc, verb, 'giao') && verb.to === verb.from + 1)
const isWish = (doc: Document, verb: Verb): boolean => endsWith(doc, verb, 'mong') || endsWith(doc, verb, 'muốn')

const NEAR_MISSES: readonly ((c: Candidate) => boolean)[] = [
  lacksAuthority,
  isIdlePassive,
  // "chỉ đạo, tôi nói sao là nhỏ"; but "Bộ trưởng giao chúng tôi làm rõ"
  ({ doc, scene, tasks, verb, subject }) => {
    const told = tasks.addressee === null ? null : actorAt(scene, tasks.addressee.from)
    if (told === null || told.kind !== 'self' || isWord(doc, told.to - 1, 'ta')) return false
    return told.from !== verb.to || tasks.strength < 2 || subject.actor === null || subject.actor.kind === 'self'
  },
  hasNoTask,
  // "nhắc nhở rằng ông không chấp nhận …": he speaks of himself.
  ({ doc, scene, tasks: { addressee } }) =>
    addressee !== null && isWord(doc, addressee.from - 1, 'rằng') && actorAt(scene, addressee.from)?.kind === 'pronoun',
  // "nhờ tầm nhìn của ông": thanks to it.
  ({ doc, scene, verb, subject }) =>
    startsWith(doc, verb, 'nhờ') && (subject.actor?.kind === 'person' || verb.from === scene.first),
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
  // "đã xem xét, kỷ luật và đề nghị kỷ luật nhiều đảng viên"
  ({ doc, force, tasks }) =>
    force === 'request' &&
    tasks.addressee === null &&
    tasks.actions.length > 0 &&
    PUNISHMENTS.endAt(doc, tasks.actions[0].from, tasks.actions[0].to) > 0,
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
function lacksAuthority({ doc, scene, voice, force, subject, tasks }: Candidate): boolean {
  // "Đồng thời Bộ Nội vụ được giao nghiên cứu …": nobody says by whom.
  if (voice === null) return subject.kind === 'passive' && !isServant(doc, scene, subject.from, force, tasks)
  return voice.authority === NONE || (voice.authority === WEAK && !commands(force))
}

/** Is a public body told, or ("được yêu cầu") those who serve it or whom it leads? */
function isServant(doc: Document, scene: Scene, end: number, force: Force, { addressee }: Tasks): boolean {
  if (addressee === null) return false
  const told = actorEnding(scene, skipAdverbs(doc, scene, end, scene.first))
  if (told !== null && told.kind === 'body') return told.authority === PUBLIC
  if (force === 'assign') return false
  let i = addressee.from
  while (i < addressee.to && (DETERMINERS.has(doc, i) || (doc.tokens.flags[i] & NUMBER) !== 0)) i++
  return SERVANTS.endAt(doc, i, addressee.to) > 0 || actorAt(scene, i)?.authority === PUBLIC
}

/** "được giao chủ trì" is an order; "được giao cho 122 trường", "được phân công rõ ràng", "vắc xin được khuyến cáo sử dụng" are none. */
function isIdlePassive({ doc, scene, verb, tasks, force, subject }: Candidate): boolean {
  if (subject.kind !== 'passive') return false
  if (force === 'request') {
    // "Bộ Công an được đề nghị kết nối dữ liệu", not "khung thuế được đề nghị điều chỉnh"
    const told = actorEnding(scene, skipAdverbs(doc, scene, subject.from, scene.first))
    if (!startsWith(doc, verb, 'đề') || (subject.actor === null && told?.kind !== 'body')) return true
  }
  if (startsWith(doc, verb, 'kêu') || endsWith(doc, verb, 'cho')) return true
  if (subject.actor !== null && tasks.addressee !== null && tasks.addressee.from >= verb.to) return force !== 'order'
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

/** "Thủ tướng yêu cầu xử nghiêm …", "… đề nghị các đại biểu đi họp đầy đủ", "Seoul kêu gọi đoàn tụ …": a verb that the lexicon lacks, right behind one that leaves no doubt. */
function asksPlainly(doc: Document, scene: Scene, verb: Verb, subject: Subject): boolean {
  const direct = subject.kind === 'direct'
  if ((!direct && subject.kind !== 'main') || verb.to >= scene.end - 1) return false
  const mark = doc.tokens.key[verb.to]
  const p = mark === QUOTE || mark === COLON ? verb.to + 1 : verb.to
  const word = (doc.tokens.flags[p] & WORD) !== 0 && !NO_TASK.has(doc, p)
  if (startsWith(doc, verb, 'kêu') || endsWith(doc, verb, 'lệnh')) return word
  if (!direct) return false
  if (startsWith(doc, verb, 'đề')) return MANY.has(doc, p) && isSomebody(doc, scene, { from: p, to: scene.end })
  if (!startsWith(doc, verb, 'yêu')) return false
  return word && ((doc.tokens.flags[p] & CAPITAL) === 0 || p > verb.to)
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
  // "đề nghị Hội nghị tập trung thảo luận": those who sit in it
  if (isConference(doc, addressee.from)) return !opensTask(doc, scene, addressee.to)
  // "đề nghị những quy định không còn phù hợp thì phải bỏ": the things are what the duty is about.
  if (!startsWith(doc, verb, 'giao') && hasModal(scene, addressee.to)) return false
  if (startsWith(doc, verb, 'giao')) return true
  // "nghiêm cấm việc chuyển đổi đất rừng", "lưu ý việc phòng chống dịch"
  if (force === 'prohibit' && isWord(doc, addressee.from, 'việc')) return false
  if (startsWith(doc, verb, 'lưu') && isWord(doc, verb.to, 'việc') && opensTask(doc, scene, verb.to + 1)) return false
  // "kêu gọi sự chung sức của mọi người dân"
  if (startsWith(doc, verb, 'kêu')) return subject.kind !== 'direct' && subject.kind !== 'main'
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
  const { addressee } = tasks
  return addressee !== null && (isSomebody(doc, scene, addressee) || isConference(doc, addressee.from))
    ? addressee
    : null
}
