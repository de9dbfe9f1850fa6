/**
 * Verbs that could direct and do not, by the words around them: what is asked upward, planned, denied, weighed, spoken of.
 *
 *   UBND tỉnh kiến nghị Thủ tướng chỉ đạo Bộ Công an …       the order is only asked for
 *   … đang xây dựng kế hoạch để nhắc nhở và yêu cầu …         a plan
 *   Việc UBND huyện giao đất là trái luật                     an act that is judged
 *
 * Each is a question of its own, asked in turn; the first yes decides. What the tasks show is asked in near-misses.ts.
 */
import type { Document } from '../../document.js'
import type { Force } from '../../records.js'
import { CAPITAL, COLON, COMMA, QUOTE } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Actor } from './actors.js'
import { PROPOSALS } from './modals.js'
import { PhraseSet } from './phrases.js'
import { actorAt, actorEnding, type Scene, type Verb, verbAt, verbFrom } from './scene.js'
import { type Subject, skipNow, subjectOf, VOIDERS } from './subject.js'
import { opensTask } from './tasks.js'
import { CUE, forceOf, REPORT, TASK, TELL } from './vocabulary.js'

/** A verb that may direct, with whom it is said of. */
export interface Use {
  doc: Document
  scene: Scene
  verb: Verb
  subject: Subject
}

/** Right after the verb they show the noun: "yêu cầu của", "đề nghị này". */
const NOUN_NEXT = new WordSet('của này đó trên ấy như rất')
/** Before "đề xuất" they show the noun. */
const NOUN_BEFORE = new WordSet('với theo các những của về một từ mọi nhiều bản này')
/** Right after the subject: what he plans or would do. */
const PLANS = new WordSet('sẽ đang dự định muốn')
/** "tại sao", "vì sao" */
const WHY = new WordSet('tại vì')
/** Before the subject they open a condition or a question. */
const IFS = new WordSet('nếu khi liệu hỏi')
const ASKS = new PhraseSet('kiến nghị; đề xuất; xin')
const SIGNS = new WordSet('biển bảng hiệu chữ')
const LAWS = new PhraseSet('luật; nghị định; thông tư; bộ luật; pháp lệnh')
const DENIALS = new PhraseSet(
  'phủ nhận; bác bỏ; bác thông tin; tin đồn; giả mạo; mạo danh; không có chuyện; văn bản giả; công văn giả; quyết định giả',
)
const MISDEEDS = new PhraseSet(
  'vi phạm; khuyết điểm; thiếu trách nhiệm; sai phạm; trái quy định; buông lỏng; thiếu dân chủ; thiếu kiểm tra; thiếu lãnh đạo; thiếu đôn đốc; thiếu sâu sát',
)
/** Before a verb that directs they show that it is only thought of. */
const WEIGHED = new PhraseSet('cân nhắc; cân nhắc việc; tính toán; xem xét việc; dự định; bàn việc; đang nghiên cứu')
/** Before a verb that directs they show the noun: what was asked is granted, or not. */
const ANSWERS = new PhraseSet(
  'từ chối; chấp nhận; chấp thuận; bác; nhận; nhận được; đồng ý với; ủng hộ; phớt lờ; bất chấp; rút; rút lại; tiếp nhận; phản đối; chống; trái; đạt; vượt; thuận theo; nghe theo; nghe; chờ; giải quyết',
)

export const commands = (force: Force): boolean => force === 'order' || force === 'assign'

export const startsWith = (doc: Document, verb: Verb, word: string): boolean => isWord(doc, verb.from, word)
export const endsWith = (doc: Document, verb: Verb, word: string): boolean => isWord(doc, verb.to - 1, word)

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
    actor.from - 1 >= scene.first &&
    (isWord(doc, actor.from - 1, 'việc') || (isWord(doc, actor.from - 1, 'sao') && WHY.has(doc, actor.from - 2))),
  // "đang cân nhắc ra chỉ thị": not yet.
  ({ doc, scene, verb }) => WEIGHED.before(doc, verb.from, scene.first) >= 0,
  // "từ chối đề nghị từ chức", "chấp nhận yêu cầu ngừng bắn"
  ({ doc, scene, verb }) => ANSWERS.before(doc, verb.from, scene.first) >= 0,
  // "bị Ủy ban Kiểm tra đề nghị kỷ luật": suffered, not asked; but "bị Thủ tướng yêu cầu thanh tra"
  ({ doc, scene, verb, subject }) =>
    subject.kind === 'passive' &&
    isWord(doc, subject.from, 'bị') &&
    !(commands(forceOf(verb.code)) && (subject.actor !== null || isBodyEnding(scene, subject.from))),
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

/** "Thủ tướng và Bộ Công an": the first of those named in a row, whatever they are. */
function firstNamed(doc: Document, scene: Scene, actor: Actor): Actor {
  let first = actor
  for (;;) {
    const b = first.from - 1
    if (b <= scene.first || (doc.tokens.key[b] !== COMMA && !isWord(doc, b, 'và'))) return first
    const before = actorEnding(scene, b)
    if (before === null) return first
    first = before
  }
}

/** "kiến nghị Thủ tướng chỉ đạo …", "UBND tỉnh kiến nghị Bộ X thống nhất với Bộ Y chỉ đạo …" */
function isAskedFor({ doc, scene, verb, subject }: Use): boolean {
  if (subject.actor === null) return false
  const { verbs } = scene
  const asked = firstNamed(doc, scene, subject.actor)
  const before = verbs[verbFrom(scene, asked.from) - 1]
  if (before !== undefined && before.to === asked.from && PROPOSALS.endAt(doc, before.from, scene.stop) === before.to)
    return true
  for (let v = verbFrom(scene, subject.actor.to); v < verbs.length && verbs[v].from < verb.from; v++) {
    if (ASKS.endAt(doc, verbs[v].from, scene.stop) !== verbs[v].to || NOUN_BEFORE.has(doc, verbs[v].from - 1)) continue
    // "đã đề xuất một số kiến nghị; đồng thời phân công …": it asks nobody.
    if (isWord(doc, verbs[v].to, 'một') || isWord(doc, verbs[v].from - 1, 'số')) continue
    // "kiến nghị thu hồi 8 tỉ đồng và yêu cầu …": the second is no part of what is asked for, where nobody is asked.
    if (!isWord(doc, verb.from - 1, 'và') || actorAt(scene, verbs[v].to) !== null) return true
  }
  return false
}

/** "Ban cán sự đảng bộ bị yêu cầu kiểm điểm": a body is told, nobody says by whom. */
const isBodyEnding = (scene: Scene, end: number): boolean => {
  const told = actorEnding(scene, end)
  return (
    told !== null &&
    (told.kind === 'body' || told.kind === 'place' || told.kind === 'title') &&
    told.from === scene.first
  )
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

/** "phủ nhận thông tin cho rằng chính quyền yêu cầu …"; but "bác bỏ cáo buộc, đồng thời yêu cầu …" */
function isDenied({ doc, scene, verb }: Use): boolean {
  let denied = false
  for (let i = scene.first; i < verb.from; i++) {
    if (DENIALS.endAt(doc, i, verb.from) > 0) denied = true
    else if (isWord(doc, i, 'đồng') && isWord(doc, i + 1, 'thời') && i + 2 === verb.from) denied = false
  }
  return denied
}
