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
import { COMMA, DASH, GLUED, OPEN, PUNCTUATION, QUOTE, SEMICOLON, UPPER, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Actor } from './actors.js'
import { skipAdverbs } from './adverbs.js'
import { NONE } from './authority.js'
import { BEFORE_SUBJECT, isNominative, isNow, isStranger, mainSubject } from './nominative.js'
import { PhraseSet } from './phrases.js'
import { dependsOn, listHead, ofList, withParent } from './rows.js'
import { actorEnding, actorFrom, type Scene, verbFrom } from './scene.js'
import { REPORT, TELL } from './vocabulary.js'

export type SubjectKind = 'direct' | 'main' | 'passive' | 'stranger' | 'none'

export interface Subject {
  kind: SubjectKind
  actor: Actor | null
  /** First token of what stands between subject and verb (or the verb itself). */
  from: number
}

/** Before a verb they turn it into a plan, a wish, a denial, a purpose or a noun. */
export const VOIDERS = new WordSet(
  'như sẽ đang không chưa chẳng thiếu để nhằm muốn có thể nếu khi việc sự các những một nhiều mọi theo do vì bởi từ hay phải cần nên định dự kiến hứa về mà',
)

/** An actor after one of these is no subject. */
export const PREPOSITIONS = new WordSet(
  'với cho gửi tới đến lên cùng giúp nghe mời tại ở từ về do bởi theo trong ngoài trên dưới thăm sang vào bằng gặp thay báo cáo trình tiếp dự chủ trì đối bầu giao kiểm tra nhờ thuộc tại nhân bổ nhiệm điện đón hỏi chống giữa ngoài chờ đợi',
)

/** After them stands whom the subject speaks to. */
const TO_WHOM = new WordSet('với cho gửi tới đến lên cùng giúp nghe mời điện đón hỏi gặp nhờ về báo trình bằng')

/** "ý kiến (chỉ đạo) của X": X speaks. */
export const UTTERANCES = new PhraseSet(
  'ý kiến; ý kiến chỉ đạo; chỉ đạo; kết luận; công điện; văn bản; công văn; thông báo; thông báo kết luận; kết luận cuộc họp; chỉ thị; yêu cầu; đề nghị; quyết định; nghị quyết; lời; tinh thần; tinh thần chỉ đạo; quan điểm; phát biểu; lệnh; thư; điện; bài phát biểu; ý kiến kết luận; kết luận chỉ đạo; bút phê; thông điệp; tuyên bố',
)

/** Ends of noun phrases that carry an order: "có văn bản yêu cầu", "gửi công văn số 12 đề nghị". */
const CARRIERS = new PhraseSet(
  'văn bản; công văn; công điện; thông báo; chỉ thị; ý kiến; điện; quyết định; nghị quyết; kết luận; thư; kế hoạch; văn bản hỏa tốc; công văn hỏa tốc; công điện khẩn; tờ trình; thông báo kết luận; ý kiến chỉ đạo; văn bản chỉ đạo; lệnh; phát biểu; bài viết; dòng trạng thái; thông điệp; tuyên bố; bút phê; cuộc họp; cuộc làm việc; công hàm; tuyên bố chung; lộ trình',
)

/** First words of a circumstance that a comma ends. */
const CIRCUMSTANCES = new WordSet(
  'trong tại theo sau khi cùng trên thực căn trước xét đối liên để nhằm qua từ với do ngay',
)

const SENDS = new WordSet('gửi có ký hành ra phát')

export /** Before a group they make it many: "các ngành chức năng" are told more often than they tell. */
const PLURALS = new WordSet('các những mọi')

/** After them the verb is another one of the sentence's own subject. */
const LINKS = new WordSet('và nhưng song gồm như nên')

/** "nhiệm vụ Chính phủ giao": what is given. */
const RELATIVES = new PhraseSet('nhiệm vụ; chỉ tiêu; kế hoạch; công việc; dự án; vốn; trọng trách; trách nhiệm')

export function subjectOf(doc: Document, scene: Scene, verb: number): Subject {
  const { key } = doc.tokens
  const { first } = scene
  const j = skipQuote(doc, scene, skipNow(doc, scene, verb))
  const actor = actorEnding(scene, j)
  if (actor !== null) return ofActor(doc, scene, actor)
  if (j > first && isPassive(doc, j - 1)) return { kind: 'passive', actor: null, from: j - 1 }
  // "ông X, Chủ tịch UBND tỉnh, yêu cầu": an apposition closes with a comma of its own.
  if (j - 1 > first && key[j - 1] === COMMA) {
    const apposed = actorEnding(scene, skipAdverbs(doc, scene, j - 1, first))
    if (apposed !== null && isApposed(doc, apposed)) return ofActor(doc, scene, apposed)
  }
  // "bày tỏ mong", "nhấn mạnh yêu cầu": of whom the verb of saying is said.
  let v = verbFrom(scene, verb) - 1
  while (v >= 0 && scene.verbs[v].from >= j) v--
  const says = scene.verbs[v]
  if (says !== undefined && says.to >= j && (says.code & (REPORT | TELL)) !== 0) return subjectOf(doc, scene, says.from)
  return ofLongName(doc, scene, j, verb) ?? ofClause(doc, scene, j, verb)
}

/** "đang yêu cầu", "đang giao": asked now. "đang chỉ đạo" tells of work in progress. */
const ASKED_NOW = new WordSet('yêu giao đề kêu')

/** Passes over adverbs before a verb, and over "đang" where that leaves an order. */
export function skipNow(doc: Document, scene: Scene, verb: number): number {
  const j = skipAdverbs(doc, scene, verb, scene.first)
  if (j - 1 <= scene.first || !isWord(doc, j - 1, 'đang') || !ASKED_NOW.has(doc, verb)) return j
  return skipAdverbs(doc, scene, j - 1, scene.first)
}

/** Thủ tướng Lào trong cuộc phỏng vấn | "kêu gọi những nước …": the words that order are quoted, not who gives them. */
function skipQuote(doc: Document, scene: Scene, j: number): number {
  const { key, flags } = doc.tokens
  if (j - 2 <= scene.first || key[j - 1] !== QUOTE || (flags[j - 2] & WORD) === 0) return j
  const opens = (flags[j] & GLUED) !== 0 && (flags[j - 1] & GLUED) === 0
  return opens ? skipAdverbs(doc, scene, j - 1, scene.first) : j
}

/** The subject of a verb that an actor stands right before. */
function ofActor(doc: Document, scene: Scene, before: Actor): Subject {
  const { first } = scene
  let actor = before
  if (actor.kind === 'place' && actor.from - 1 > first) {
    // "Công an tỉnh Khăm Muộn, Lào chỉ đạo", "gửi UBND tỉnh, thành phố chỉ đạo": a place after a comma ends a name or a list.
    const prior = doc.tokens.key[actor.from - 1] === COMMA ? actorEnding(scene, actor.from - 1) : null
    // "theo báo Sài Gòn, Thành phố yêu cầu": the paper ends a circumstance.
    if (prior !== null && !isWord(doc, prior.from - 1, 'theo') && !isWord(doc, prior.from - 2, 'theo'))
      return mainSubject(doc, scene, actor.from - 1)
    // "Đại sứ quán Ai Cập tại Việt Nam"
    if (isWord(doc, actor.from - 1, 'tại')) actor = actorEnding(scene, actor.from - 1) ?? actor
  }
  const alone = endsCircumstance(doc, scene, actor)
  if (!alone) actor = ofList(doc, scene, actor)
  const b = actor.from - 1
  const stranger: Subject = { kind: 'stranger', actor, from: b }
  // "thực hiện nhiệm vụ Chính phủ, Thủ tướng giao": a relative clause.
  const listed = listHead(doc, scene, actor)
  if (listed.from > first && RELATIVES.before(doc, listed.from, first) >= 0)
    return { kind: 'stranger', actor, from: listed.from }
  const direct: Subject = { kind: 'direct', actor, from: actor.from }
  if (b < first)
    return actor.authority === NONE && actor.kind !== 'pronoun' ? { ...stranger, from: actor.from } : direct
  if (isPassive(doc, b)) return { kind: 'passive', actor, from: b }
  // "có đủ yếu tố để UBND TP chỉ đạo": what he could do.
  if (isWord(doc, b, 'để')) return stranger
  // "gửi các cơ quan chức năng yêu cầu": the sender asks.
  if (isGroup(actor) && PLURALS.has(doc, b))
    return b > first && TO_WHOM.has(doc, b - 1) ? mainSubject(doc, scene, b - 1) : stranger
  if (actor.authority === NONE) {
    // "UBND xã và bà Loan yêu cầu …", "Nhà lãnh đạo Triều Tiên Kim Jong-un yêu cầu …"
    const joined = actorEnding(scene, isWord(doc, b, 'và') ? b : actor.from)
    if (joined !== null && joined.authority !== NONE) return ofActor(doc, scene, joined)
    if (isWord(doc, b, 'là')) return mainSubject(doc, scene, b)
    if (actor.kind !== 'pronoun') return { ...stranger, from: actor.from }
  }
  if (isWord(doc, b, 'của')) return endsApposed(doc, scene, actor) ? direct : ofOwner(doc, scene, actor)
  // "làm việc với cơ quan sở tại và Đại sứ quán Ai Cập yêu cầu …"
  if (isWord(doc, b, 'và') && dependsOn(doc, scene, b)) return mainSubject(doc, scene, b)
  if ((actor.kind === 'body' || actor.kind === 'place') && isStranger(doc, b, first)) return stranger
  if (actor.kind !== 'self' && PREPOSITIONS.has(doc, b) && !isNow(doc, b) && !opensClause(doc, b, first))
    return TO_WHOM.has(doc, b) ? mainSubject(doc, scene, b) : stranger
  return alone ? direct : { ...direct, actor: withParent(doc, scene, actor) }
}

/** "Trong công văn gửi chủ tịch Viện X, Chủ tịch UBND TP đề nghị …", "Theo ý kiến của Bộ X và Bộ Y, Bộ Z yêu cầu": the one after the last comma begins the clause. */
function endsCircumstance(doc: Document, scene: Scene, actor: Actor): boolean {
  const { key } = doc.tokens
  if (actor.kind === 'place' || key[actor.from - 1] !== COMMA || !CIRCUMSTANCES.has(doc, scene.first)) return false
  const head = listHead(doc, scene, actor)
  const stop = head === actor ? actor.from - 1 : head.from
  for (let i = scene.first; i < stop; i++) if (key[i] === COMMA) return false
  return true
}

/** "Sau khi xác minh đơn của ông Phu, Chủ tịch UBND tỉnh chỉ đạo …": the name ends the circumstance, the post is the subject. */
function endsApposed(doc: Document, scene: Scene, actor: Actor): boolean {
  if (actor.kind !== 'person' || !CIRCUMSTANCES.has(doc, scene.first)) return false
  for (let i = scene.first; i < actor.from; i++) if (doc.tokens.key[i] === COMMA) return false
  for (let i = actor.from; i < actor.to; i++) if (doc.tokens.key[i] === COMMA) return true
  return false
}

/** "ý kiến của Phó Thủ tướng yêu cầu …": it is his; "Tổ trưởng công tác của Thủ tướng nhắc …": it is the other's. */
function ofOwner(doc: Document, scene: Scene, actor: Actor): Subject {
  const b = actor.from - 1
  if (UTTERANCES.before(doc, b, scene.first) >= 0 || actorEnding(scene, b)?.kind === 'document')
    return { kind: 'direct', actor, from: actor.from }
  const o = actorFrom(scene, b) - 1
  const owned = scene.actors[o]
  if (
    owned !== undefined &&
    (owned.kind === 'title' || owned.kind === 'person') &&
    owned.authority !== NONE &&
    b - owned.to <= 3 &&
    noVerbBetween(scene, owned.to, b) &&
    isNominative(doc, scene, o)
  )
    return { kind: 'direct', actor: owned, from: owned.from }
  return { kind: 'stranger', actor, from: b }
}

/** "Cục Nghệ thuật biểu diễn lưu động yêu cầu": the end of a name that was not read whole. */
function ofLongName(doc: Document, scene: Scene, j: number, verb: number): Subject | null {
  const n = actorFrom(scene, j) - 1
  const near = scene.actors[n]
  if (
    near === undefined ||
    (near.kind !== 'body' && near.kind !== 'title') ||
    near.authority === NONE ||
    j - near.to > 2 ||
    !noVerbBetween(scene, near.to, verb) ||
    !areNameWords(doc, near.to, j) ||
    !isNominative(doc, scene, n)
  )
    return null
  return { kind: 'direct', actor: near, from: near.from }
}

/** The subject of a verb that no actor stands right before, by the mark or word that does. */
function ofClause(doc: Document, scene: Scene, j: number, verb: number): Subject {
  const { key, flags } = doc.tokens
  const nobody: Subject = { kind: 'none', actor: null, from: verb }
  const b = j - 1
  if (b < scene.first) return nobody
  if (key[b] === COMMA || key[b] === SEMICOLON || key[b] === DASH) {
    const found = mainSubject(doc, scene, b)
    // "Đối với hộ đã có dịch, đề nghị không tái đàn": whoever speaks here.
    return found.actor === null && (key[b] === DASH || actorFrom(scene, b) === 0) ? nobody : found
  }
  if (key[b] === OPEN) return { kind: 'stranger', actor: null, from: verb }
  // ký công văn "hỏa tốc" chỉ đạo …
  if (key[b] === QUOTE && endsCarrier(doc, j, scene.first)) return mainSubject(doc, scene, j)
  if ((flags[b] & PUNCTUATION) !== 0 || (isWord(doc, verb - 1, 'thì') && actorFrom(scene, verb) === 0)) return nobody
  const subject = mainSubject(doc, scene, b)
  if (isInPaper(doc, scene, verb) && subject.actor === null) return nobody
  if (LINKS.has(doc, b) || endsCarrier(doc, j, scene.first)) return subject
  // "đã kết luận năm vấn đề, trong đó khẳng định …"
  if (isWord(doc, b, 'đó') && isWord(doc, b - 1, 'trong')) return subject
  // "Chủ tịch X tại cuộc họp chiều nay yêu cầu"
  const { actor } = subject
  const near = actor !== null && b - actor.to < 16 && actor.to < j && PREPOSITIONS.has(doc, actor.to)
  return near && noVerbBetween(scene, actor.to + 1, verb) ? subject : { kind: 'stranger', actor: null, from: j }
}

const isPassive = (doc: Document, i: number): boolean => isWord(doc, i, 'được') || isWord(doc, i, 'bị')

/** "Trong công văn cũng đề nghị …": the paper is named, and nobody. */
export function isInPaper(doc: Document, scene: Scene, verb: number): boolean {
  const { first } = scene
  const paper = CARRIERS.before(doc, skipAdverbs(doc, scene, verb, first), first)
  return paper === first + 1 && (isWord(doc, first, 'trong') || isWord(doc, first, 'tại'))
}

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

export function noVerbBetween(scene: Scene, from: number, to: number): boolean {
  for (const v of scene.verbs) if (v.from >= from && v.to < to) return false
  return true
}

const isGroup = (actor: Actor): boolean => actor.kind === 'body' && actor.rank < 0

const isApposed = (doc: Document, actor: Actor): boolean => {
  for (let i = actor.from; i < actor.to; i++) if (doc.tokens.key[i] === COMMA || doc.tokens.key[i] === DASH) return true
  return false
}

const opensClause = (doc: Document, b: number, first: number): boolean =>
  b === first && (isWord(doc, b, 'theo') || isWord(doc, b, 'trước'))

function areNameWords(doc: Document, from: number, to: number): boolean {
  const { key, flags } = doc.tokens
  for (let i = from; i < to; i++) {
    // "bộ trưởng Bộ GT - VT"
    if (key[i] === DASH && i + 1 < to && (flags[i + 1] & UPPER) !== 0) continue
    if ((flags[i] & WORD) === 0 || PREPOSITIONS.has(doc, i) || BEFORE_SUBJECT.has(doc, i) || VOIDERS.has(doc, i))
      return false
  }
  return true
}
