/**
 * Does a comma end a task? It does before the next verb of one, not inside a list of nouns, verbs or adverbs.
 *
 *   dự trữ thuốc, | lập chốt kiểm dịch        rà soát việc quản lý, sử dụng đất        tăng học bổng, góp phần giữ chân sinh viên
 */
import type { Document } from '../../document.js'
import { CLOSE, COMMA, NUMBER, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Article } from './article.js'
import { namedTask } from './named.js'
import { PhraseSet } from './phrases.js'
import { actorAt, type Scene, type Verb, verbAt } from './scene.js'
import { forbids, isNegation, opensTask, skipOpener } from './tasks.js'
import { MANNER, MODAL, PROHIBITS } from './vocabulary.js'

/** Verbs that are nouns in an enumeration: ", quy định của …" opens no task. */
const NOUNS = new PhraseSet(
  'quy định; quy hoạch; thông tin; đầu tư; thiết kế; quyết định; kết luận; kế hoạch; phòng; thanh tra; lãnh đạo; giáo dục; đào tạo; quản lý; điều hành; chỉ đạo; giám sát; kiểm sát; kiểm toán; điều tra; dự báo; đấu thầu; trực; truyền thông; phân công; sửa chữa; xây dựng; bảo vệ; phát triển; vận hành; sản xuất; dịch vụ; hành động; công nhận; thưởng; cứu hộ; phân tích; thi hành; kỷ luật; giao thông; ổn định; hợp tác; đoàn kết',
)

const HARD_NOUNS = new PhraseSet('quy định; quy hoạch; thông tin; quyết định; kết luận; phòng; dự báo')

/** After a noun they go on with it. */
const NO_OBJECT = new WordSet('của về và hay hoặc trong tại ở cho với là đã đang do theo này đó nghề')

/** What comes of the task before, no task of its own: ", góp phần ổn định đời sống". */
const RESULTS = new PhraseSet('góp phần; giúp; giúp cho; phục vụ')

/** They open a task even right after a verb that has no object: "nâng cao năng lực lãnh đạo, tăng cường kỷ luật". */
const OPENERS = new PhraseSet(
  'bảo đảm; đảm bảo; tăng cường; đẩy mạnh; đẩy nhanh; đưa; báo cáo; trình; hoàn thành; làm việc; chấm dứt; tránh; dừng',
)

/** What is told of something, not a task: ", không phù hợp với ngành đào tạo". */
export const STATES = new PhraseSet(
  'phù hợp; đúng; đủ; đạt; rõ; đáng; hợp lý; cần thiết; đảm bảo; bảo đảm; đáp ứng; an toàn; chính xác; hiệu quả; minh bạch; khoa học; thống nhất; đồng bộ; thuộc; bị; nằm; thực chất; phải',
)

/** After "khẩn trương", "trực tiếp" they show that no verb follows. */
const NO_MANNER = new WordSet('về của hơn')

/** After a comma: where the next task begins, or -1. */
export function taskAfterComma(
  article: Article,
  scene: Scene,
  p: number,
  to: number,
  object: boolean,
  bare: boolean,
): number {
  const { doc } = article
  let q = p
  if (isWord(doc, q, 'đồng') && isWord(doc, q + 1, 'thời')) q += 2
  else if (isWord(doc, q, 'và')) q++
  else {
    const opener = skipOpener(doc, scene, q, to)
    if (opener > q && doc.tokens.key[opener - 1] === CLOSE) q = opener
  }
  if (q >= to) return -1
  if (opensTask(doc, scene, q)) {
    const verb = verbAt(scene, q)
    if (verb !== null && q === p && NOUNS.endAt(doc, q, to) === verb.to && !hasObject(doc, scene, verb.to, to))
      return -1
    if (verb !== null && HARD_NOUNS.endAt(doc, q, to) === verb.to && q === p) return -1
    if (q === p && isAside(doc, scene, q, to)) return -1
    // "việc quản lý, sử dụng đất": the verbs share what follows.
    if (bare && q === p && verb !== null && (verb.code & (MANNER | MODAL | PROHIBITS)) === 0)
      return object && OPENERS.endAt(doc, q, to) === verb.to ? q : -1
    if (object || q > p + 1) return q
    return forbids(doc, scene, q) ? q : -1
  }
  if (!object) return -1
  return namedTask(article, scene, q, to) > q ? q : -1
}

/** After a comma: what comes of the task, what something is like, how something is done. */
function isAside(doc: Document, scene: Scene, p: number, to: number): boolean {
  const verb = verbAt(scene, p)
  if (verb === null) return STATES.endAt(doc, p + 1, to) > 0
  if (RESULTS.endAt(doc, p, to) === verb.to) return true
  // "các cá nhân, tổ chức"
  if (isWord(doc, p, 'tổ') && isWord(doc, p - 2, 'nhân')) return true
  // "tận tụy, gương mẫu, dám chịu trách nhiệm": no verb follows.
  let manner: Verb | null = verb
  while (manner !== null && (manner.code & MANNER) !== 0) {
    let q = manner.to
    if (NO_MANNER.has(doc, q)) return true
    if (q < to && doc.tokens.key[q] !== COMMA && !isWord(doc, q, 'và')) return false
    q++
    manner = verbAt(scene, q)
    if (manner === null) return q < to && !isNegation(doc, scene, q)
  }
  return false
}

/** Does an object follow a verb that may be a noun: "đào tạo kỹ sư", not "đào tạo của trường", "đào tạo, nghiên cứu"? */
function hasObject(doc: Document, scene: Scene, i: number, to: number): boolean {
  if (i >= to) return false
  if (actorAt(scene, i) !== null) return true
  return (doc.tokens.flags[i] & (WORD | NUMBER)) !== 0 && !NO_OBJECT.has(doc, i)
}
