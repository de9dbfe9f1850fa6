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
import { CLOSE, COLON, COMMA, DASH, LINE_START, NUMBER, OPEN, PUNCTUATION, QUOTE, SEMICOLON, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Actor } from './actors.js'
import { NONE } from './authority.js'
import { PhraseSet } from './phrases.js'
import { actorEnding, actorFrom, type Scene } from './scene.js'

export type SubjectKind = 'direct' | 'main' | 'passive' | 'stranger' | 'none'

export interface Subject {
  kind: SubjectKind
  actor: Actor | null
  /** First token of what stands between subject and verb (or the verb itself). */
  from: number
}

/** Between a subject and its verb. */
export const ADVERBS = new WordSet(
  'đã cũng vừa mới còn lại luôn từng đều liền lập tức ngay chính thức tiếp tục thường xuyên liên đặc biệt trực tiếp kiên quyết nhiều lần nữa đồng thời một đột ngột nghiêm khắc túc thẳng thắn sau đó thì rồi rất thống nhất cơ bản xin chân thành mạnh mẽ khẩn trương cấp bách gay gắt hôm nay qua sáng chiều tối trưa ngày tháng tuần này rõ thêm trước hết cuối cùng mong riêng khác bên lề cạnh kịp thời nhắn gửi trân trọng tha thiết quyết liệt dứt khoát công khai chủ động vội vàng lên tiếng đích thân bất ngờ nghiêm',
)
/** Before a verb they turn it into a plan, a wish, a denial, a purpose or a noun. */
export const VOIDERS = new WordSet('sẽ đang không chưa chẳng để nhằm muốn có thể nếu khi việc sự các những một nhiều mọi theo do vì bởi từ hay phải cần nên định dự kiến hứa về mà')
/** An actor after one of these is no subject. */
const PREPOSITIONS = new WordSet('với cho gửi tới đến cùng giúp nghe mời tại ở từ về do bởi theo trong ngoài trên dưới thăm sang vào bằng gặp thay báo cáo trình tiếp dự chủ trì đối bầu giao kiểm tra nhờ thuộc tại nhân bổ nhiệm điện đón hỏi chống giữa ngoài')
/** They do not part a subject from the head of its clause. */
const BEFORE_SUBJECT = new WordSet('nay qua này đó hiện rằng thì song nhưng cả chính hôm sáng chiều tối trưa đêm khi là trước sau nếu do thân cùng đây ngày tháng năm và hay hoặc mà bởi vì nên kia mai')
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
    if ((flags[b] & WORD) !== 0 && ADVERBS.has(doc, b)) j--
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
    const b = actor.from - 1
    if (b >= first && (isWord(doc, b, 'được') || isWord(doc, b, 'bị'))) return { kind: 'passive', actor, from: b }
    if (actor.authority === NONE && actor.kind !== 'pronoun') return { kind: 'stranger', actor, from: actor.from }
    if (b >= first && isWord(doc, b, 'của')) {
      if (UTTERANCES.before(doc, b, first) >= 0 || actorEnding(scene, b)?.kind === 'document') return { kind: 'direct', actor, from: actor.from }
      return { kind: 'stranger', actor, from: b }
    }
    if (b >= first && (actor.kind === 'body' || actor.kind === 'place') && isStranger(doc, b, first)) return { kind: 'stranger', actor, from: b }
    if (b >= first && actor.kind !== 'self' && (flags[b] & WORD) !== 0 && PREPOSITIONS.has(doc, b) && !opensClause(doc, b, first)) return main(doc, scene, b)
    return { kind: 'direct', actor, from: actor.from }
  }
  // "Cục Nghệ thuật biểu diễn lưu động yêu cầu": the end of a name that was not read whole.
  const near = scene.actors[actorFrom(scene, j) - 1]
  if (near !== undefined && (near.kind === 'body' || near.kind === 'title') && near.authority !== NONE && j - near.to <= 2 && noVerbBetween(scene, near.to, verb) && areNameWords(doc, near.to, j) && isNominative(doc, scene, scene.actors.indexOf(near)))
    return { kind: 'direct', actor: near, from: near.from }
  const b = j - 1
  if (b < first || key[b] === COLON || key[b] === QUOTE || key[b] === 0x27) return { kind: 'none', actor: null, from: verb }
  if (key[b] === COMMA || key[b] === SEMICOLON || key[b] === DASH) {
    const found = main(doc, scene, b)
    return found.actor === null && key[b] === DASH ? { kind: 'none', actor: null, from: verb } : found
  }
  if ((flags[b] & PUNCTUATION) !== 0) return { kind: 'none', actor: null, from: verb }
  if (isWord(doc, b, 'và') || isWord(doc, b, 'nhưng') || isWord(doc, b, 'song') || isWord(doc, b, 'gồm') || isWord(doc, b, 'như')) return main(doc, scene, b)
  if (endsCarrier(doc, j, first)) return main(doc, scene, b)
  // "Chủ tịch X tại cuộc họp chiều nay yêu cầu"
  const subject = main(doc, scene, b)
  if (subject.actor !== null && b - subject.actor.to < 16 && subject.actor.to < j && PREPOSITIONS.has(doc, subject.actor.to) && noVerbBetween(scene, subject.actor.to + 1, verb)) return subject
  return { kind: 'stranger', actor: null, from: j }
}

/** Does a noun phrase that carries an order end right before token `j`: "công văn", "công văn số 3764/VPCP-KTTH ngày 28/12"? */
function endsCarrier(doc: Document, j: number, first: number): boolean {
  if (CARRIERS.before(doc, j, first) >= 0) return true
  for (let i = j - 1; i >= first && j - i < 16; i--) {
    if (isWord(doc, i, 'số') && CARRIERS.before(doc, i, first) >= 0) return true
    if ((doc.tokens.flags[i] & WORD) !== 0 && isWord(doc, i, 'gửi') && CARRIERS.before(doc, i, first) >= 0) return true
  }
  return false
}

function noVerbBetween(scene: Scene, from: number, to: number): boolean {
  for (const v of scene.verbs) if (v.from >= from && v.to < to) return false
  return true
}

const isApposed = (doc: Document, actor: Actor): boolean => {
  for (let i = actor.from; i < actor.to; i++) if (doc.tokens.key[i] === COMMA || doc.tokens.key[i] === DASH) return true
  return false
}

function isStranger(doc: Document, b: number, first: number): boolean {
  return STRANGERS.has(doc, b) && STRANGER_HEADS.before(doc, b + 1, first) >= 0
}

const opensClause = (doc: Document, b: number, first: number): boolean => b === first && (isWord(doc, b, 'theo') || isWord(doc, b, 'trước'))

function areNameWords(doc: Document, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((doc.tokens.flags[i] & WORD) === 0 || PREPOSITIONS.has(doc, i) || BEFORE_SUBJECT.has(doc, i) || VOIDERS.has(doc, i)) return false
  return true
}

/** The subject of the sentence: the first actor before token `end` that stands as one. */
export function main(doc: Document, scene: Scene, end: number): Subject {
  const last = actorFrom(scene, end)
  const source = sourceBefore(doc, scene, last)
  if (source !== null) return { kind: 'main', actor: source, from: source.from }
  for (let a = 0; a < last; a++) {
    const actor = scene.actors[a]
    if (actor.to > end) break
    if (actor.kind !== 'self' && !isNominative(doc, scene, a)) continue
    if (actor.authority !== NONE) return { kind: 'main', actor, from: actor.from }
    if (actor.kind === 'person') return { kind: 'stranger', actor, from: end }
  }
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

/** May this actor be a subject, by what stands before it? */
export function isNominative(doc: Document, scene: Scene, a: number): boolean {
  const { key, flags } = doc.tokens
  const actor = scene.actors[a]
  const b = actor.from - 1
  if (b < scene.first) return true
  if ((flags[b] & NUMBER) !== 0) return true
  if ((flags[b] & WORD) !== 0) {
    if ((actor.kind === 'body' || actor.kind === 'place') && isStranger(doc, b, scene.first)) return false
    return BEFORE_SUBJECT.has(doc, b)
  }
  return key[b] !== OPEN
}

