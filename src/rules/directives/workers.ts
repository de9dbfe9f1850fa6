/**
 * Verbs that are part of a name: "đơn vị | thi công", "tư vấn giám sát", "cán bộ kiểm tra" are named by what they do.
 */
import type { Document } from '../../document.js'
import { PUNCTUATION } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { PhraseSet } from './phrases.js'
import { actorEnding, type Scene, verbAt } from './scene.js'
import { isNegation } from './tasks.js'
import { MANNER, MODAL, TASK } from './vocabulary.js'

/** Verbs that name workers too: "đơn vị thi công", "tư vấn giám sát". Another verb right after shows it. */
const OF_WORKERS = new PhraseSet(
  'giám sát; điều hành; kiểm tra; quản lý; thanh tra; thi công; thiết kế; điều tra; đầu tư; vận hành; khai thác; phục vụ; xây dựng; bảo vệ; đào tạo; giáo dục; kiểm định; thẩm định; điều trị; cứu hộ; truyền thông; tuyên truyền; kiểm soát; hỗ trợ; soạn thảo; trực; kiểm toán; tiếp dân; phòng chống; tổ chức; chuyển; phát triển; phân phối; tham mưu; chủ trì; phối hợp; thực hiện; lãnh đạo; chỉ đạo; giữ; cung cấp; tiếp nhận; sử dụng; sản xuất; trồng; tiêm; xét nghiệm; kiểm nghiệm',
)

/** Right before such a verb they make a name of workers in any case. */
const WORKER_HEADS = new WordSet(
  'chủ nhà ban đoàn tổ cán lượng đội người ngành viên phòng trạm chốt bên hội công sự việc quỹ khối khâu tác',
)

const WORKER_NOUNS = new PhraseSet('cán bộ; cơ quan; công tác; lực lượng; bộ phận; hội đồng')

/** Is the verb at token `i` part of the name of workers? */
export function isWorker(doc: Document, scene: Scene, i: number): boolean {
  const verb = verbAt(scene, i)
  if (verb !== null && (isWord(doc, i - 1, 'chủ') || isWord(doc, i - 1, 'nhà')) && (verb.code & MANNER) === 0)
    return true
  const to = OF_WORKERS.endAt(doc, i, scene.stop)
  if (verb === null || to !== verb.to) return false
  if (actorEnding(scene, i) !== null) return false
  const next = verbAt(scene, to)
  if (next !== null && (next.code & (TASK | MODAL)) !== 0 && (next.code & MANNER) === 0) return true
  if (next !== null && (next.code & MANNER) !== 0 && verbAt(scene, next.to) !== null) return true
  if (isNegation(doc, scene, to)) return true
  const head = WORKER_HEADS.has(doc, i - 1) || WORKER_NOUNS.before(doc, i, scene.first) >= 0
  if (!head) return false
  // "cán bộ kiểm tra Đảng giữ mình …": a further verb in the same clause.
  for (let j = to; j < scene.end && j - to < 7 && (doc.tokens.flags[j] & PUNCTUATION) === 0; j++) {
    if (isWord(doc, j, 'việc')) return false
    const v = verbAt(scene, j)
    if (v !== null && (v.code & (TASK | MODAL)) !== 0) return true
  }
  return false
}
