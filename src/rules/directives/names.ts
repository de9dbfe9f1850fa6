/** Noun phrases that may name who is to act, told by their first words. */
import type { Document, Range } from '../../document.js'
import { CAPITAL, NUMBER } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { PhraseSet } from './phrases.js'
import { actorAt, type Scene } from './scene.js'

/** Nobody to act. */
export const THINGS = new PhraseSet(
  'việc; vấn đề; dù; cách; hiện tại; tổ hợp; trách nhiệm; nhiệm vụ; giải pháp; khoản; nội dung; điều; đây; đó; đấy; dự án; dự thảo; dự kiến; công tác; công việc; quy định; quy trình; kế hoạch; mức; quá trình; tình hình; tình trạng; cái; thời gian; thời hạn; thời điểm; yếu tố; bài; mục; câu; chỗ; chuyện; hồ sơ; thủ tục; tiêu chí; tiêu chuẩn; chất lượng; yêu cầu; trường hợp; chính sách; chương trình; đề án; phương án; kết quả; lúc; hệ thống; hoạt động; tiến độ; nguồn; vốn; luật; nghị quyết; sản phẩm; hàng hóa; tỷ lệ; tỉ lệ; mô hình; kinh tế; cơ chế; sự; tinh thần; quan điểm; mục tiêu; lộ trình; quan hệ; hợp tác; thị trường; khâu; bước; biện pháp; những gì; đất; tiền; hội nghị; phiên họp; cuộc họp; buổi; lễ; tất cả những; chỉ tiêu; chuyến; vụ việc; vụ án; dịch bệnh; giá cả; nền kinh tế; không gian; cơ cấu; công trình; quyết định; nhân sự; chi phí; người ta; thể chế',
)

/** Persons and bodies that a call may be made to though no verb of the lexicon follows. */
export const AGENTS = new PhraseSet(
  'ngành; lực lượng; báo chí; cơ quan báo chí; người dân; nhân dân; đồng bào; cử tri; doanh nghiệp; các doanh nghiệp; cộng đồng quốc tế; các bên; các bên liên quan; các nước; mọi người; hai bên; hai nước; thế giới; công dân; thanh niên; học sinh; sinh viên; các quốc gia; phương Tây; các đồng minh; các thành viên; các địa phương; địa phương; các đơn vị; đơn vị; các sở; các ngành; các cơ quan; quân đội; cán bộ; chiến sĩ; đảng viên; các cấp; các cấp chính quyền; các đồng chí; người Việt; các lực lượng; các tỉnh; nhà thầu; chủ đầu tư; phụ huynh; nhà trường; các trường; mọi công dân; người lao động; tất cả các bên; quốc tế; các bộ; các huyện; các quận; anh em; các cháu; các em; bà con; gia đình; chính quyền; chính phủ; cảnh sát; quân đội; công chúng; người dùng; du khách; người tiêu dùng; bộ phận; người đại diện; tổ công tác',
)

/** Bodies that are counted. */
const COUNTED = new PhraseSet('cơ quan; bộ; sở; đơn vị; địa phương; tỉnh; huyện; quận; thành phố; ngành; ban')

/** After them a verb is a noun: "các tổ chức". */
export const DETERMINERS = new WordSet('các những mọi mỗi từng toàn hai ba bốn năm nhiều một')

/** Does the noun phrase name somebody, as far as its first words tell? */
export function isSomebody(doc: Document, scene: Scene, name: Range): boolean {
  let i = name.from
  if (actorAt(scene, i) !== null && THINGS.endAt(doc, i, name.to) < 0) return true
  while (
    i < name.to &&
    (DETERMINERS.has(doc, i) ||
      isWord(doc, i, 'số') ||
      (isWord(doc, i, 'bộ') && isWord(doc, i - 1, 'toàn')) ||
      (doc.tokens.flags[i] & NUMBER) !== 0)
  )
    i++
  if (i >= name.to) return false
  return THINGS.endAt(doc, i, name.to) < 0
}

/** Does the noun phrase begin with an actor, a group known to act, or "các", "mọi"? */
export function isNamed(doc: Document, scene: Scene, name: Range): boolean {
  // "giao 9 cơ quan kiểm tra"
  if ((doc.tokens.flags[name.from] & NUMBER) !== 0 && COUNTED.endAt(doc, name.from + 1, name.to) > 0) return true
  return (
    actorAt(scene, name.from) !== null || DETERMINERS.has(doc, name.from) || AGENTS.endAt(doc, name.from, name.to) > 0
  )
}

/** "đề nghị Hội nghị tập trung thảo luận": those who sit in it. */
export const isConference = (doc: Document, i: number): boolean =>
  isWord(doc, i, 'hội') && isWord(doc, i + 1, 'nghị') && (doc.tokens.flags[i] & CAPITAL) !== 0
