/** Is the verb at the head of a sentence an imperative? */
import type { Document } from '../../document.js'
import { COLON, COMMA } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { NONE } from './authority.js'
import { obliges } from './modals.js'
import { isNominative } from './nominative.js'
import { PhraseSet } from './phrases.js'
import { actorAt, actorEnding, type Scene, verbAt } from './scene.js'
import { CUE, MODAL, TASK } from './vocabulary.js'

/** They show that the words before are a subject and this is told. */
const TELLS = new WordSet('luôn là đã đang từng vẫn bị thì')
/** "chuẩn bị", "trang bị", "thiết bị" */
const BEFORE_BI = new WordSet('chuẩn trang thiết')

/** Does token `i` show that the words before it are a subject and this is told? */
export const tellsAt = (doc: Document, i: number): boolean =>
  TELLS.has(doc, i) && !(isWord(doc, i, 'bị') && BEFORE_BI.has(doc, i - 1))

/** Right after a verb they show the noun. */
const NOUN_NEXT = new WordSet('được này của trên đó do')

/** Verbs that open a narration as a noun. */
export const NOUN_OPENERS = new PhraseSet(
  'báo cáo; quản lý; tổ chức; thanh tra; kết luận; quy hoạch; quyết định; thông báo; quy định; đầu tư; thiết kế; kiểm tra; giám sát; lãnh đạo; chỉ đạo; điều tra; thông tin; dự báo; đánh giá; khảo sát; theo dõi; phát biểu; trao đổi; trả lời; chia sẻ; giải thích; phân tích; phòng; thống kê; tìm hiểu; làm việc; đối chiếu; tham gia; kiểm toán; công bố; tổng kết; học tập; trực; chống; giữ; làm; tăng; giảm; đưa; chuyển; mở; thay; khẳng định; ghi chép; theo; tiếp; phê bình; phản hồi; nhận thức; xét nghiệm; nỗ lực; cố gắng',
)

/** First words of efforts, which are nouns as often. */
const EFFORTS = new WordSet('nỗ cố')

/** "Quyết định đưa ra sau khi …": never imperatives. */
const HARD_NOUNS = new PhraseSet('quyết định; quy định; kết luận; thông tin; dự báo; quy hoạch')

/** Is the verb at the head of the sentence an imperative, and not a noun that something is said of? */
export function isImperative(doc: Document, scene: Scene, at: number, sure: boolean, end = scene.end): boolean {
  const verb = verbAt(scene, at)
  if (verb !== null && NOUN_NEXT.has(doc, verb.to)) return false
  // "Tiếp tục phiên chất vấn, Phó Thủ tướng đã giải trình …": the subject follows.
  if (
    !sure &&
    scene.actors.some(
      (a, k) =>
        a.from > at &&
        a.from < end &&
        (a.kind === 'person' || a.kind === 'title' || a.kind === 'pronoun') &&
        doc.tokens.key[a.from - 1] === COMMA &&
        // "báo cáo Phó Thủ tướng, Chủ tịch Ủy ban …": one more of those named before.
        actorEnding(scene, a.from - 1) === null &&
        isNominative(doc, scene, k) &&
        (a.authority === NONE || ((verbAt(scene, a.to)?.code ?? 0) & TASK) === 0),
    )
  )
    return false
  if (verb !== null && (verb.code & CUE) !== 0 && (verb.code & TASK) === 0) return false
  if (verb !== null && !sure && NOUN_OPENERS.endAt(doc, at, scene.stop) === verb.to) {
    if (HARD_NOUNS.endAt(doc, at, scene.stop) === verb.to) return false
    // "Tổ chức, triển khai thực hiện dự án"
    const next = verbAt(scene, doc.tokens.key[verb.to] === COMMA ? verb.to + 1 : verb.to)
    // "Báo cáo Thủ tướng những vấn đề vượt thẩm quyền."
    if (isWord(doc, at, 'báo') && actorAt(scene, verb.to) !== null) return true
    if (next === null || (next.code & TASK) === 0) return false
  }
  if (verb !== null && (verb.code & MODAL) !== 0 && !obliges(doc, scene, verb, false)) return false
  // "Tăng cường kiểm tra là …", "Việc này đã …"
  for (let i = at + 1; i < end && i - at < 14; i++) {
    if (doc.tokens.key[i] === COMMA || doc.tokens.key[i] === COLON) break
    // "Làm rõ việc dân có nguy cơ bị phá nhà": further on it is of a clause inside.
    if (tellsAt(doc, i) && !(isWord(doc, i, 'bị') && (sure || i - at > 5))) return false
    // "Nỗ lực cải thiện quan hệ được thúc đẩy bởi …"
    if (isWord(doc, i, 'được') && EFFORTS.has(doc, at) && verbAt(scene, i + 1) !== null) return false
  }
  // "Giữ vững môi trường, bảo vệ độc lập là mối quan hệ gắn bó": the verb is the subject of a copula.
  if (verb !== null && !sure)
    for (let i = at + 1; i < end; i++) {
      if (
        isWord(doc, i, 'biệt') ||
        isWord(doc, i, 'coi') ||
        isWord(doc, i, 'xem') ||
        isWord(doc, i, 'đây') ||
        isWord(doc, i, 'định') ||
        isWord(doc, i, 'lấy') ||
        isWord(doc, i, 'nhất')
      )
        break
      if (isWord(doc, i, 'là')) return false
    }
  return true
}
