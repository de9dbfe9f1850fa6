/** May an actor be a subject, by what stands before it; and which one is the subject of the whole sentence? */
import type { Document } from '../../document.js'
import { COMMA, DASH, NUMBER, OPEN, QUOTE, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Actor } from './actors.js'
import { NONE } from './authority.js'
import { PhraseSet } from './phrases.js'
import { actorEnding, actorFrom, type Scene, verbFrom } from './scene.js'
import type { Subject } from './subject.js'
import { REPORT, TELL } from './vocabulary.js'

/** They do not part a subject from the head of its clause. */
export const BEFORE_SUBJECT = new WordSet(
  'nay qua này đó hiện rằng thì song nhưng cả chính hôm sáng chiều tối trưa đêm khi là trước sau nếu do thân cùng đây lần ngày tháng năm mà bởi vì nên kia mai khiến',
)

/** They ask, but they direct nobody. */
const STRANGERS = new WordSet(
  'tri dân con hộ huynh khách công nhân sinh cáo can sư đơn hại gia đình nghiệp hội chuyên nhóm nghiên cứu cư phóng viên báo chí luật cầu thủ bệnh tài xế thân cổ đông ngư nông tiểu thương đối tượng nghi phạm bạn đọc giả người',
)

const STRANGER_HEADS = new PhraseSet(
  'cử tri; người dân; nhân dân; bà con; dân; hộ dân; các hộ; hộ; phụ huynh; khách hàng; hành khách; công nhân; người lao động; bị cáo; bị can; luật sư; nguyên đơn; bị đơn; bị hại; gia đình; doanh nghiệp; chủ đầu tư; nhà đầu tư; chuyên gia; nhóm nghiên cứu; nhóm; cư dân; tiểu thương; nông dân; ngư dân; bạn đọc; độc giả; nạn nhân; thân nhân; cổ đông; đối tượng; nghi phạm; học sinh; sinh viên; giáo viên; phóng viên; nghệ sĩ; người nhà; con; vợ; chồng; mẹ; bố; em; cháu; người; nhân viên; tài xế; đương sự; người biểu tình; tổ chức nhân quyền; bác sĩ',
)

export function isStranger(doc: Document, b: number, first: number): boolean {
  return STRANGERS.has(doc, b) && STRANGER_HEADS.before(doc, b + 1, first) >= 0
}

/** "Cử tri đề nghị …": somebody without authority opens the sentence. */
export function opensWithStranger(doc: Document, scene: Scene): boolean {
  let i = scene.first
  while (i < scene.stop && ((doc.tokens.flags[i] & WORD) === 0 || isWord(doc, i, 'các') || isWord(doc, i, 'nhiều'))) i++
  return isWord(doc, i, 'cử') && STRANGER_HEADS.endAt(doc, i, scene.stop) > 0
}

/** "Hiện tại Thủ tướng …": "tại" is no preposition. */
export const isNow = (doc: Document, i: number): boolean => isWord(doc, i, 'tại') && isWord(doc, i - 1, 'hiện')

/** May this actor be a subject, by what stands before it? */
export function isNominative(doc: Document, scene: Scene, a: number): boolean {
  const { key, flags } = doc.tokens
  const actor = scene.actors[a]
  const b = actor.from - 1
  if (b < scene.first) return true
  // "Ngày 5/9 Thủ tướng", but not "khu C 2 huyện Ninh Hải".
  if ((flags[b] & NUMBER) !== 0)
    return b - 1 < scene.first || key[b - 1] === 0x2f || key[b - 1] === DASH || BEFORE_SUBJECT.has(doc, b - 1)
  if ((flags[b] & WORD) !== 0) {
    if ((actor.kind === 'body' || actor.kind === 'place') && isStranger(doc, b, scene.first)) return false
    if (BEFORE_SUBJECT.has(doc, b) || isNow(doc, b)) return true
    // "Tờ Nikkei cho biết Thủ tướng Lào, trong cuộc phỏng vấn, kêu gọi …"
    const says = scene.verbs[verbFrom(scene, actor.from) - 1]
    return (
      says !== undefined &&
      says.to === actor.from &&
      isWord(doc, says.from, 'cho') &&
      (says.code & (REPORT | TELL)) !== 0
    )
  }
  // "làm việc với UBND TP Hà Nội, Bộ Xây dựng và các bên, Thủ tướng đã kết luận …"
  const listed = key[b] === COMMA && actor.kind === 'body' ? actorEnding(scene, b) : null
  // … but "Đối với UBND tỉnh, Bộ Giao thông đề nghị …"
  if (
    listed !== null &&
    listed.kind === 'body' &&
    isWord(doc, listed.from - 1, 'với') &&
    !isWord(doc, listed.from - 2, 'đối')
  )
    return false
  return key[b] !== OPEN
}

/** Words of another that a body passes on. */
const PASSED_ON = new PhraseSet('ý kiến; ý kiến chỉ đạo; ý kiến kết luận; thông báo kết luận; kết luận; chỉ đạo')

const SUBCLAUSES = new WordSet('khi sau nếu do vì bởi')

/** The subject of the sentence: the first actor before token `end` that stands as one. */
export function mainSubject(doc: Document, scene: Scene, end: number): Subject {
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
    if (actor.authority !== NONE)
      return splitByQuote(doc, actor.to, end)
        ? { kind: 'none', actor: null, from: end }
        : { kind: 'main', actor, from: actor.from }
    if (actor.kind === 'person') return { kind: 'stranger', actor, from: end }
  }
  if (spare !== null) return { kind: 'main', actor: spare, from: spare.from }
  // "… vừa được Chủ tịch thành phố tiếp nhận, chỉ đạo xem xét"
  for (let a = last - 1; a >= 0; a--) {
    const b = scene.actors[a].from - 1
    if (
      b >= scene.first &&
      isWord(doc, b, 'được') &&
      scene.actors[a].authority !== NONE &&
      end - scene.actors[a].to < 8
    )
      return { kind: 'main', actor: scene.actors[a], from: b }
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
    if (
      source > scene.first &&
      !isWord(doc, source - 1, 'theo') &&
      !isWord(doc, source - 1, 'hiện') &&
      !isWord(doc, source - 1, 'sự')
    )
      return actor
  }
  return null
}

/** Does a quotation open between the two and go on? Then the words are another speaker's. */
function splitByQuote(doc: Document, from: number, to: number): boolean {
  let marks = 0
  for (let i = from; i < to; i++) if (doc.tokens.key[i] === QUOTE) marks++
  return marks % 2 === 1
}

function inSubclause(doc: Document, scene: Scene, a: number): boolean {
  const b = scene.actors[a].from - 1
  return b >= scene.first && SUBCLAUSES.has(doc, b)
}
