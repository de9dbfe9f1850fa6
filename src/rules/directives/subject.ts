/**
 * Who a verb is said of.
 *
 *   Thủ tướng đã yêu cầu …                                direct: the actor right before, adverbs passed over
 *   Bộ Nội vụ vừa có văn bản gửi các bộ, yêu cầu …        main: a further verb of the sentence's own subject
 *   Công văn truyền đạt ý kiến của Phó Thủ tướng yêu cầu   direct: whose opinion it is
 *   Sở Xây dựng được (UBND tỉnh) giao …                    passive
 *   Cử tri phường X đề nghị …                              stranger: somebody without authority
 *   "Đề nghị các anh …"                                    none: whoever speaks here
 */
import type { Document } from '../../document.js'
import { CLOSE, COLON, COMMA, DASH, LINE_START, NUMBER, OPEN, PUNCTUATION, QUOTE, SEMICOLON, UPPER, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Actor } from './actors.js'
import { NONE } from './authority.js'
import { PhraseSet } from './phrases.js'
import { actorEnding, actorFrom, type Scene, verbFrom } from './scene.js'
import { MANNER, REPORT, TELL } from './vocabulary.js'

export type SubjectKind = 'direct' | 'main' | 'passive' | 'stranger' | 'none'

export interface Subject {
  kind: SubjectKind
  actor: Actor | null
  /** First token of what stands between subject and verb (or the verb itself). */
  from: number
}

/** Between a subject and its verb. */
const ADVERBS = new WordSet('đã cũng vừa mới còn lại luôn từng đều liền ngay thì rồi rất xin nữa qua hôm sáng chiều tối trưa ngày tháng tuần nay này rõ thêm mong riêng')
const ADVERB_PHRASES = new PhraseSet(
  'chính thức; tiếp tục; thường xuyên; liên tục; đặc biệt; trực tiếp; nhiều lần; một lần nữa; đồng thời; đột ngột; thẳng thắn; sau đó; trước đó; thống nhất; cơ bản; chân thành; mạnh mẽ; cấp bách; gay gắt; lập tức; ngay lập tức; trước hết; cuối cùng; bên lề; bên cạnh đó; nhắn gửi; trân trọng; tha thiết; dứt khoát; công khai; lên tiếng; đích thân; bất ngờ; cùng ngày; nghiêm khắc; một mặt; mặt khác; trước tiên',
)
/** Before a verb they turn it into a plan, a wish, a denial, a purpose or a noun. */
export const VOIDERS = new WordSet('như sẽ đang không chưa chẳng để nhằm muốn có thể nếu khi việc sự các những một nhiều mọi theo do vì bởi từ hay phải cần nên định dự kiến hứa về mà')
/** An actor after one of these is no subject. */
const PREPOSITIONS = new WordSet('với cho gửi tới đến cùng giúp nghe mời tại ở từ về do bởi theo trong ngoài trên dưới thăm sang vào bằng gặp thay báo cáo trình tiếp dự chủ trì đối bầu giao kiểm tra nhờ thuộc tại nhân bổ nhiệm điện đón hỏi chống giữa ngoài')
/** They do not part a subject from the head of its clause. */
const BEFORE_SUBJECT = new WordSet('nay qua này đó hiện rằng thì song nhưng cả chính hôm sáng chiều tối trưa đêm khi là trước sau nếu do thân cùng đây ngày tháng năm mà bởi vì nên kia mai')
/** "ý kiến (chỉ đạo) của X": X speaks. */
const UTTERANCES = new PhraseSet(
  'ý kiến; ý kiến chỉ đạo; chỉ đạo; kết luận; công điện; văn bản; công văn; thông báo; thông báo kết luận; kết luận cuộc họp; chỉ thị; yêu cầu; đề nghị; quyết định; nghị quyết; lời; tinh thần; tinh thần chỉ đạo; quan điểm; phát biểu; lệnh; thư; điện; bài phát biểu; ý kiến kết luận; kết luận chỉ đạo; bút phê; thông điệp; tuyên bố',
)
/** Words of another that a body passes on. */
const PASSED_ON = new PhraseSet('ý kiến; ý kiến chỉ đạo; ý kiến kết luận; thông báo kết luận; kết luận; chỉ đạo')
/** Ends of noun phrases that carry an order: "có văn bản yêu cầu", "gửi công văn số 12 đề nghị". */
const CARRIERS = new PhraseSet(
  'văn bản; công văn; công điện; thông báo; chỉ thị; ý kiến; điện; quyết định; nghị quyết; kết luận; thư; kế hoạch; văn bản hỏa tốc; công văn hỏa tốc; công điện khẩn; tờ trình; thông báo kết luận; ý kiến chỉ đạo; văn bản chỉ đạo; lệnh; phát biểu; bài viết; dòng trạng thái; thông điệp; tuyên bố; bút phê; cuộc họp; cuộc làm việc; công hàm; tuyên bố chung',
)
/** They ask, but they direct nobody. */
const STRANGERS = new WordSet(
  'tri dân con hộ huynh khách công nhân sinh cáo can sư đơn hại gia đình nghiệp hội chuyên nhóm nghiên cứu cư phóng viên báo chí luật cầu thủ bệnh tài xế thân cổ đông ngư nông tiểu thương đối tượng nghi phạm bạn đọc giả',
)
const STRANGER_HEADS = new PhraseSet(
  'cử tri; người dân; nhân dân; bà con; dân; hộ dân; các hộ; hộ; phụ huynh; khách hàng; hành khách; công nhân; người lao động; bị cáo; bị can; luật sư; nguyên đơn; bị đơn; bị hại; gia đình; doanh nghiệp; chủ đầu tư; nhà đầu tư; chuyên gia; nhóm nghiên cứu; nhóm; cư dân; tiểu thương; nông dân; ngư dân; bạn đọc; độc giả; nạn nhân; thân nhân; cổ đông; đối tượng; nghi phạm; học sinh; sinh viên; giáo viên; phóng viên; nghệ sĩ; người nhà; con; vợ; chồng; mẹ; bố; em; cháu; người; nhân viên; tài xế; đương sự; người biểu tình; tổ chức nhân quyền; bác sĩ',
)

/** Passes over adverbs, dates and brackets before token `j`; gives the token after what stands there. */
export function skipAdverbs(doc: Document, scene: Scene, j: number, first: number): number {
  const { key, flags } = doc.tokens
  for (let guard = 0; guard < 14 && j > first; guard++) {
    const b = j - 1
    if ((flags[j] & LINE_START) !== 0 || actorEnding(scene, j) !== null) break
    const phrase = (flags[b] & WORD) !== 0 ? ADVERB_PHRASES.before(doc, j, first) : -1
    const manner = scene.verbs[verbFrom(scene, j) - 1]
    if (phrase >= 0) j = phrase
    else if (manner !== undefined && manner.to === j && (manner.code & MANNER) !== 0) j = manner.from
    else if ((flags[b] & WORD) !== 0 && ADVERBS.has(doc, b)) j--
    else if ((flags[b] & NUMBER) !== 0 && j - 2 >= first && (ADVERBS.has(doc, j - 2) || key[j - 2] === 0x2f || key[j - 2] === DASH)) j--
    else if ((key[b] === 0x2f || key[b] === DASH) && j - 2 >= first && (flags[j - 2] & NUMBER) !== 0 && (flags[j] & NUMBER) !== 0) j--
    else if (key[b] === CLOSE) {
      let open = b
      while (open > first && b - open < 12 && key[open] !== OPEN) open--
      if (key[open] !== OPEN) break
      j = open
    } else break
  }
  return j
}

export function subjectOf(doc: Document, scene: Scene, verb: number): Subject {
  const { key, flags } = doc.tokens
  const { first } = scene
  let j = skipAdverbs(doc, scene, verb, first)
  if (j > first && (isWord(doc, j - 1, 'được') || isWord(doc, j - 1, 'bị')) && actorEnding(scene, j) === null) return { kind: 'passive', actor: null, from: j - 1 }
  let actor = actorEnding(scene, j)
  // "ông X, Chủ tịch UBND tỉnh, yêu cầu": an apposition closes with a comma of its own.
  if (actor === null && j - 1 > first && key[j - 1] === COMMA) {
    const apposed = actorEnding(scene, skipAdverbs(doc, scene, j - 1, first))
    if (apposed !== null && isApposed(doc, apposed)) {
      actor = apposed
      j = apposed.to
    }
  }
  if (actor !== null) {
    // "Công an tỉnh Khăm Muộn, Lào chỉ đạo", "gửi UBND tỉnh, thành phố chỉ đạo": a place after a comma ends a name or a list.
    if (actor.kind === 'place' && actor.from - 1 > first && key[actor.from - 1] === COMMA && actorEnding(scene, actor.from - 1) !== null) return main(doc, scene, actor.from - 1)
    // "Đại sứ quán Ai Cập tại Việt Nam"
    if (actor.kind === 'place' && actor.from - 2 >= first && isWord(doc, actor.from - 1, 'tại')) actor = actorEnding(scene, actor.from - 1) ?? actor
    actor = ofList(doc, scene, actor)
    const b = actor.from - 1
    // "thực hiện nhiệm vụ Chính phủ, Thủ tướng giao": a relative clause.
    const listed = listHead(doc, scene, actor)
    if (listed.from > first && RELATIVES.before(doc, listed.from, first) >= 0) return { kind: 'stranger', actor, from: listed.from }
    if (b >= first && (isWord(doc, b, 'được') || isWord(doc, b, 'bị'))) return { kind: 'passive', actor, from: b }
    if (isGroup(actor) && b >= first && (isWord(doc, b, 'các') || isWord(doc, b, 'những') || isWord(doc, b, 'mọi'))) return { kind: 'stranger', actor, from: b }
    if (actor.authority === NONE && isWord(doc, b, 'là')) return main(doc, scene, b)
    if (actor.authority === NONE && actor.kind !== 'pronoun') return { kind: 'stranger', actor, from: actor.from }
    if (b >= first && isWord(doc, b, 'của')) {
      if (UTTERANCES.before(doc, b, first) >= 0 || actorEnding(scene, b)?.kind === 'document') return { kind: 'direct', actor, from: actor.from }
      // "Tổ trưởng công tác của Thủ tướng nhắc …"
      const owner = scene.actors[actorFrom(scene, b) - 1]
      if (owner !== undefined && (owner.kind === 'title' || owner.kind === 'person') && owner.authority !== NONE && b - owner.to <= 3 && noVerbBetween(scene, owner.to, b) && isNominative(doc, scene, scene.actors.indexOf(owner)))
        return { kind: 'direct', actor: owner, from: owner.from }
      return { kind: 'stranger', actor, from: b }
    }
    // "làm việc với cơ quan sở tại và Đại sứ quán Ai Cập yêu cầu …"
    if (b >= first && isWord(doc, b, 'và') && dependsOn(doc, scene, b)) return main(doc, scene, b)
    if (b >= first && (actor.kind === 'body' || actor.kind === 'place') && isStranger(doc, b, first)) return { kind: 'stranger', actor, from: b }
    if (b >= first && actor.kind !== 'self' && (flags[b] & WORD) !== 0 && PREPOSITIONS.has(doc, b) && !opensClause(doc, b, first))
      return TO_WHOM.has(doc, b) ? main(doc, scene, b) : { kind: 'stranger', actor, from: b }
    return { kind: 'direct', actor: withParent(doc, scene, actor), from: actor.from }
  }
  // "bày tỏ mong", "nhấn mạnh yêu cầu": of whom the verb of saying is said.
  const says = scene.verbs[verbFrom(scene, j) - 1]
  if (says !== undefined && says.to === j && (says.code & (REPORT | TELL)) !== 0) return subjectOf(doc, scene, says.from)
  // "Cục Nghệ thuật biểu diễn lưu động yêu cầu": the end of a name that was not read whole.
  const near = scene.actors[actorFrom(scene, j) - 1]
  if (near !== undefined && (near.kind === 'body' || near.kind === 'title') && near.authority !== NONE && j - near.to <= 2 && noVerbBetween(scene, near.to, verb) && areNameWords(doc, near.to, j) && isNominative(doc, scene, scene.actors.indexOf(near)))
    return { kind: 'direct', actor: near, from: near.from }
  const b = j - 1
  if (b < first || key[b] === COLON || key[b] === QUOTE || key[b] === 0x27) return { kind: 'none', actor: null, from: verb }
  if (key[b] === COMMA || key[b] === SEMICOLON || key[b] === DASH) {
    const found = main(doc, scene, b)
    // "Đối với hộ đã có dịch, đề nghị không tái đàn": whoever speaks here.
    return found.actor === null && (key[b] === DASH || actorFrom(scene, b) === 0) ? { kind: 'none', actor: null, from: verb } : found
  }
  if (key[b] === OPEN) return { kind: 'stranger', actor: null, from: verb }
  if ((flags[b] & PUNCTUATION) !== 0) return { kind: 'none', actor: null, from: verb }
  if (isWord(doc, b, 'và') || isWord(doc, b, 'nhưng') || isWord(doc, b, 'song') || isWord(doc, b, 'gồm') || isWord(doc, b, 'như')) return main(doc, scene, b)
  if (endsCarrier(doc, j, first)) return main(doc, scene, b)
  // "Chủ tịch X tại cuộc họp chiều nay yêu cầu"
  const subject = main(doc, scene, b)
  if (subject.actor !== null && b - subject.actor.to < 16 && subject.actor.to < j && PREPOSITIONS.has(doc, subject.actor.to) && noVerbBetween(scene, subject.actor.to + 1, verb)) return subject
  return { kind: 'stranger', actor: null, from: j }
}

/** After them stands whom the subject speaks to. */
const TO_WHOM = new WordSet('với cho gửi tới đến cùng giúp nghe mời điện đón hỏi gặp nhờ về báo trình bằng')

/** "Phòng Cảnh sát giao thông - Công an TP Hải Phòng", "Cục Phòng bệnh, Bộ Y tế": a body and the one that it is part of. */
function withParent(doc: Document, scene: Scene, actor: Actor): Actor {
  const b = actor.from - 1
  if (actor.kind !== 'body' || b <= scene.first || (doc.tokens.key[b] !== DASH && doc.tokens.key[b] !== COMMA)) return actor
  const part = actorEnding(scene, b)
  // "Trưởng phòng CSGT - Công an Hà Nội"
  if (part !== null && doc.tokens.key[b] === DASH && (part.kind === 'title' || part.kind === 'person')) return part
  if (part === null || part.kind !== 'body') return actor
  const before = part.from - 1
  const opens = before < scene.first || (doc.tokens.flags[before] & PUNCTUATION) !== 0 || BEFORE_SUBJECT.has(doc, before)
  return opens ? { ...actor, from: part.from } : actor
}

/** Before a list they make it none of subjects: "gửi UBND tỉnh, Sở Y tế và Chi cục X | đề nghị". */
const LIST_HEADS = new WordSet('của với gửi cho đến tới giữa như gồm')

/** Does the list that goes on with "và" at token `b` depend on a preposition? */
function dependsOn(doc: Document, scene: Scene, b: number): boolean {
  for (let i = b - 1; i > scene.first && b - i < 9; i--) {
    if ((doc.tokens.flags[i] & PUNCTUATION) !== 0) return false
    if (isWord(doc, i, 'với') || isWord(doc, i, 'gửi')) return true
  }
  return false
}

/** The first of a list that ends in this actor, where the list depends on a preposition; else the actor itself. */
function ofList(doc: Document, scene: Scene, actor: Actor): Actor {
  const head = listHead(doc, scene, actor)
  const b = head.from - 1
  return head !== actor && b >= scene.first && LIST_HEADS.has(doc, b) ? head : actor
}

const RELATIVES = new PhraseSet('nhiệm vụ; chỉ tiêu; kế hoạch; công việc; dự án; vốn; trọng trách; trách nhiệm')

/** The first of the list that ends in this actor. */
function listHead(doc: Document, scene: Scene, actor: Actor): Actor {
  let head = actor
  for (let guard = 0; guard < 12; guard++) {
    const b = head.from - 1
    if (b <= scene.first || (doc.tokens.key[b] !== COMMA && !isWord(doc, b, 'và'))) break
    const before = actorEnding(scene, b)
    if (before === null || before.kind !== actor.kind) break
    head = before
  }
  return head
}

const SENDS = new WordSet('gửi có ký hành ra phát')

/** Does a noun phrase that carries an order end right before token `j`: "công văn", "công văn số 3764/VPCP-KTTH ngày 28/12"? */
function endsCarrier(doc: Document, j: number, first: number): boolean {
  if (CARRIERS.before(doc, j, first) >= 0) return true
  for (let i = j - 1; i >= first && j - i < 16; i--) {
    if (isWord(doc, i, 'số') && CARRIERS.before(doc, i, first) >= 0) return true
    // "gửi văn bản đến công ty này yêu cầu"
    if (CARRIERS.endAt(doc, i, j) > 0 && i > first && SENDS.has(doc, i - 1)) return true
    if ((doc.tokens.flags[i] & WORD) !== 0 && isWord(doc, i, 'gửi') && CARRIERS.before(doc, i, first) >= 0) return true
  }
  return false
}

function noVerbBetween(scene: Scene, from: number, to: number): boolean {
  for (const v of scene.verbs) if (v.from >= from && v.to < to) return false
  return true
}

/** "các ngành chức năng" are told more often than they tell. */
const isGroup = (actor: Actor): boolean => actor.kind === 'body' && actor.rank < 0

const isApposed = (doc: Document, actor: Actor): boolean => {
  for (let i = actor.from; i < actor.to; i++) if (doc.tokens.key[i] === COMMA || doc.tokens.key[i] === DASH) return true
  return false
}

function isStranger(doc: Document, b: number, first: number): boolean {
  return STRANGERS.has(doc, b) && STRANGER_HEADS.before(doc, b + 1, first) >= 0
}

const opensClause = (doc: Document, b: number, first: number): boolean => b === first && (isWord(doc, b, 'theo') || isWord(doc, b, 'trước'))

function areNameWords(doc: Document, from: number, to: number): boolean {
  const { key, flags } = doc.tokens
  for (let i = from; i < to; i++) {
    // "bộ trưởng Bộ GT - VT"
    if (key[i] === DASH && i + 1 < to && (flags[i + 1] & UPPER) !== 0) continue
    if ((flags[i] & WORD) === 0 || PREPOSITIONS.has(doc, i) || BEFORE_SUBJECT.has(doc, i) || VOIDERS.has(doc, i)) return false
  }
  return true
}

/** The subject of the sentence: the first actor before token `end` that stands as one. */
export function main(doc: Document, scene: Scene, end: number): Subject {
  const last = actorFrom(scene, end)
  const source = sourceBefore(doc, scene, last)
  if (source !== null) return { kind: 'main', actor: source, from: source.from }
  let spare: Actor | null = null
  for (let a = 0; a < last; a++) {
    const actor = scene.actors[a]
    if (actor.to > end) break
    if (actor.kind !== 'self' && !isNominative(doc, scene, a)) continue
    // "Ngay sau khi ông X đắc cử, Cục Hàng không đã ban hành …": the subject of the main clause follows.
    if (actor.authority !== NONE && inSubclause(doc, scene, a)) {
      spare ??= actor
      continue
    }
    if (actor.authority !== NONE) return splitByQuote(doc, actor.to, end) ? { kind: 'none', actor: null, from: end } : { kind: 'main', actor, from: actor.from }
    if (actor.kind === 'person') return { kind: 'stranger', actor, from: end }
  }
  if (spare !== null) return { kind: 'main', actor: spare, from: spare.from }
  // "… vừa được Chủ tịch thành phố tiếp nhận, chỉ đạo xem xét"
  for (let a = last - 1; a >= 0; a--) {
    const b = scene.actors[a].from - 1
    if (b >= scene.first && isWord(doc, b, 'được') && scene.actors[a].authority !== NONE && end - scene.actors[a].to < 8) return { kind: 'main', actor: scene.actors[a], from: b }
  }
  return { kind: 'stranger', actor: null, from: end }
}

/** "truyền đạt ý kiến chỉ đạo của ông X gửi Sở Nội vụ yêu cầu …": X speaks, whoever passes it on. */
function sourceBefore(doc: Document, scene: Scene, last: number): Actor | null {
  for (let a = 0; a < last; a++) {
    const actor = scene.actors[a]
    const b = actor.from - 1
    if (b <= scene.first || actor.authority === NONE || !isWord(doc, b, 'của')) continue
    const source = PASSED_ON.before(doc, b, scene.first)
    if (source > scene.first && !isWord(doc, source - 1, 'theo') && !isWord(doc, source - 1, 'hiện') && !isWord(doc, source - 1, 'sự')) return actor
  }
  return null
}

/** Does a quotation open between the two and go on? Then the words are another speaker's. */
function splitByQuote(doc: Document, from: number, to: number): boolean {
  let marks = 0
  for (let i = from; i < to; i++) if (doc.tokens.key[i] === QUOTE) marks++
  return marks % 2 === 1
}

const SUBCLAUSES = new WordSet('khi sau nếu do vì bởi')

function inSubclause(doc: Document, scene: Scene, a: number): boolean {
  const b = scene.actors[a].from - 1
  return b >= scene.first && SUBCLAUSES.has(doc, b)
}

/** May this actor be a subject, by what stands before it? */
export function isNominative(doc: Document, scene: Scene, a: number): boolean {
  const { key, flags } = doc.tokens
  const actor = scene.actors[a]
  const b = actor.from - 1
  if (b < scene.first) return true
  // "Ngày 5/9 Thủ tướng", but not "khu C 2 huyện Ninh Hải".
  if ((flags[b] & NUMBER) !== 0) return b - 1 < scene.first || key[b - 1] === 0x2f || key[b - 1] === DASH || BEFORE_SUBJECT.has(doc, b - 1)
  if ((flags[b] & WORD) !== 0) {
    if ((actor.kind === 'body' || actor.kind === 'place') && isStranger(doc, b, scene.first)) return false
    return BEFORE_SUBJECT.has(doc, b)
  }
  return key[b] !== OPEN
}

