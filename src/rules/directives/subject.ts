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
import { COLON, COMMA, DASH, OPEN, PUNCTUATION, QUOTE, SEMICOLON, UPPER, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Actor } from './actors.js'
import { skipAdverbs } from './adverbs.js'
import { NONE } from './authority.js'
import { BEFORE_SUBJECT, isNominative, isStranger, mainSubject } from './nominative.js'
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
  'như sẽ đang không chưa chẳng để nhằm muốn có thể nếu khi việc sự các những một nhiều mọi theo do vì bởi từ hay phải cần nên định dự kiến hứa về mà',
)

/** An actor after one of these is no subject. */
export const PREPOSITIONS = new WordSet(
  'với cho gửi tới đến cùng giúp nghe mời tại ở từ về do bởi theo trong ngoài trên dưới thăm sang vào bằng gặp thay báo cáo trình tiếp dự chủ trì đối bầu giao kiểm tra nhờ thuộc tại nhân bổ nhiệm điện đón hỏi chống giữa ngoài',
)

/** After them stands whom the subject speaks to. */
const TO_WHOM = new WordSet('với cho gửi tới đến cùng giúp nghe mời điện đón hỏi gặp nhờ về báo trình bằng')

/** "ý kiến (chỉ đạo) của X": X speaks. */
const UTTERANCES = new PhraseSet(
  'ý kiến; ý kiến chỉ đạo; chỉ đạo; kết luận; công điện; văn bản; công văn; thông báo; thông báo kết luận; kết luận cuộc họp; chỉ thị; yêu cầu; đề nghị; quyết định; nghị quyết; lời; tinh thần; tinh thần chỉ đạo; quan điểm; phát biểu; lệnh; thư; điện; bài phát biểu; ý kiến kết luận; kết luận chỉ đạo; bút phê; thông điệp; tuyên bố',
)

/** Ends of noun phrases that carry an order: "có văn bản yêu cầu", "gửi công văn số 12 đề nghị". */
const CARRIERS = new PhraseSet(
  'văn bản; công văn; công điện; thông báo; chỉ thị; ý kiến; điện; quyết định; nghị quyết; kết luận; thư; kế hoạch; văn bản hỏa tốc; công văn hỏa tốc; công điện khẩn; tờ trình; thông báo kết luận; ý kiến chỉ đạo; văn bản chỉ đạo; lệnh; phát biểu; bài viết; dòng trạng thái; thông điệp; tuyên bố; bút phê; cuộc họp; cuộc làm việc; công hàm; tuyên bố chung',
)

const SENDS = new WordSet('gửi có ký hành ra phát')

export const RELATIVES = new PhraseSet('nhiệm vụ; chỉ tiêu; kế hoạch; công việc; dự án; vốn; trọng trách; trách nhiệm')

export function subjectOf(doc: Document, scene: Scene, verb: number): Subject {
  const { key, flags } = doc.tokens
  const { first } = scene
  let j = skipAdverbs(doc, scene, verb, first)
  if (j > first && (isWord(doc, j - 1, 'được') || isWord(doc, j - 1, 'bị')) && actorEnding(scene, j) === null)
    return { kind: 'passive', actor: null, from: j - 1 }
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
    if (
      actor.kind === 'place' &&
      actor.from - 1 > first &&
      key[actor.from - 1] === COMMA &&
      actorEnding(scene, actor.from - 1) !== null
    )
      return mainSubject(doc, scene, actor.from - 1)
    // "Đại sứ quán Ai Cập tại Việt Nam"
    if (actor.kind === 'place' && actor.from - 2 >= first && isWord(doc, actor.from - 1, 'tại'))
      actor = actorEnding(scene, actor.from - 1) ?? actor
    actor = ofList(doc, scene, actor)
    const b = actor.from - 1
    // "thực hiện nhiệm vụ Chính phủ, Thủ tướng giao": a relative clause.
    const listed = listHead(doc, scene, actor)
    if (listed.from > first && RELATIVES.before(doc, listed.from, first) >= 0)
      return { kind: 'stranger', actor, from: listed.from }
    if (b >= first && (isWord(doc, b, 'được') || isWord(doc, b, 'bị'))) return { kind: 'passive', actor, from: b }
    if (isGroup(actor) && b >= first && (isWord(doc, b, 'các') || isWord(doc, b, 'những') || isWord(doc, b, 'mọi')))
      return { kind: 'stranger', actor, from: b }
    if (actor.authority === NONE && isWord(doc, b, 'là')) return mainSubject(doc, scene, b)
    if (actor.authority === NONE && actor.kind !== 'pronoun') return { kind: 'stranger', actor, from: actor.from }
    if (b >= first && isWord(doc, b, 'của')) {
      if (UTTERANCES.before(doc, b, first) >= 0 || actorEnding(scene, b)?.kind === 'document')
        return { kind: 'direct', actor, from: actor.from }
      // "Tổ trưởng công tác của Thủ tướng nhắc …"
      const owner = scene.actors[actorFrom(scene, b) - 1]
      if (
        owner !== undefined &&
        (owner.kind === 'title' || owner.kind === 'person') &&
        owner.authority !== NONE &&
        b - owner.to <= 3 &&
        noVerbBetween(scene, owner.to, b) &&
        isNominative(doc, scene, scene.actors.indexOf(owner))
      )
        return { kind: 'direct', actor: owner, from: owner.from }
      return { kind: 'stranger', actor, from: b }
    }
    // "làm việc với cơ quan sở tại và Đại sứ quán Ai Cập yêu cầu …"
    if (b >= first && isWord(doc, b, 'và') && dependsOn(doc, scene, b)) return mainSubject(doc, scene, b)
    if (b >= first && (actor.kind === 'body' || actor.kind === 'place') && isStranger(doc, b, first))
      return { kind: 'stranger', actor, from: b }
    if (
      b >= first &&
      actor.kind !== 'self' &&
      (flags[b] & WORD) !== 0 &&
      PREPOSITIONS.has(doc, b) &&
      !opensClause(doc, b, first)
    )
      return TO_WHOM.has(doc, b) ? mainSubject(doc, scene, b) : { kind: 'stranger', actor, from: b }
    return { kind: 'direct', actor: withParent(doc, scene, actor), from: actor.from }
  }
  // "bày tỏ mong", "nhấn mạnh yêu cầu": of whom the verb of saying is said.
  const says = scene.verbs[verbFrom(scene, j) - 1]
  if (says !== undefined && says.to === j && (says.code & (REPORT | TELL)) !== 0)
    return subjectOf(doc, scene, says.from)
  // "Cục Nghệ thuật biểu diễn lưu động yêu cầu": the end of a name that was not read whole.
  const near = scene.actors[actorFrom(scene, j) - 1]
  if (
    near !== undefined &&
    (near.kind === 'body' || near.kind === 'title') &&
    near.authority !== NONE &&
    j - near.to <= 2 &&
    noVerbBetween(scene, near.to, verb) &&
    areNameWords(doc, near.to, j) &&
    isNominative(doc, scene, scene.actors.indexOf(near))
  )
    return { kind: 'direct', actor: near, from: near.from }
  const b = j - 1
  if (b < first || key[b] === COLON || key[b] === QUOTE || key[b] === 0x27)
    return { kind: 'none', actor: null, from: verb }
  if (key[b] === COMMA || key[b] === SEMICOLON || key[b] === DASH) {
    const found = mainSubject(doc, scene, b)
    // "Đối với hộ đã có dịch, đề nghị không tái đàn": whoever speaks here.
    return found.actor === null && (key[b] === DASH || actorFrom(scene, b) === 0)
      ? { kind: 'none', actor: null, from: verb }
      : found
  }
  if (key[b] === OPEN) return { kind: 'stranger', actor: null, from: verb }
  if ((flags[b] & PUNCTUATION) !== 0) return { kind: 'none', actor: null, from: verb }
  if (
    isWord(doc, b, 'và') ||
    isWord(doc, b, 'nhưng') ||
    isWord(doc, b, 'song') ||
    isWord(doc, b, 'gồm') ||
    isWord(doc, b, 'như')
  )
    return mainSubject(doc, scene, b)
  if (endsCarrier(doc, j, first)) return mainSubject(doc, scene, b)
  // "Chủ tịch X tại cuộc họp chiều nay yêu cầu"
  const subject = mainSubject(doc, scene, b)
  if (
    subject.actor !== null &&
    b - subject.actor.to < 16 &&
    subject.actor.to < j &&
    PREPOSITIONS.has(doc, subject.actor.to) &&
    noVerbBetween(scene, subject.actor.to + 1, verb)
  )
    return subject
  return { kind: 'stranger', actor: null, from: j }
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

/** "các ngành chức năng" are told more often than they tell. */
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
