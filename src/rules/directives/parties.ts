/**
 * Does a noun phrase name somebody who can act, and which part of it does?
 *
 *   năm 2026, | các sở, ban, ngành                      a date before
 *   các địa phương | , đặc biệt là nhóm điểm thấp       what is told of them
 *   Thời cơ của chúng ta rất lớn, | các ngành           a clause before
 *   Việt Nam và Nhật Bản | có thể                       an adverb of the verb after
 *   giá xăng, bậc thang tính giá điện                   things: nobody
 */
import type { Document, Range } from '../../document.js'
import { CAPITAL, CLOSE, COMMA, NUMBER, OPEN, PUNCTUATION, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { AGENTS, DETERMINERS, THINGS } from './names.js'
import { PhraseSet } from './phrases.js'
import { actorAt, type Scene } from './scene.js'

/** First words of persons and bodies. */
const WHO = new PhraseSet(
  'người; cán bộ; công chức; viên chức; cơ quan; đơn vị; tổ chức; lực lượng; nhà; ngành; cấp; trường; trường học; bệnh viện; ngân hàng; hãng; công ty; tập đoàn; tổng công ty; doanh nghiệp; hợp tác xã; chủ; giám đốc; hiệu trưởng; bí thư; chủ tịch; giáo viên; thầy cô; thầy; giảng viên; sinh viên; học sinh; học viên; thí sinh; phụ huynh; phóng viên; nhà báo; báo; tạp chí; báo chí; truyền thông; bác sĩ; y bác sĩ; nhân viên; công nhân; nông dân; ngư dân; dân; hộ; hộ dân; gia đình; tài xế; lái xe; luật sư; chuyên gia; nghệ sĩ; văn nghệ sĩ; đại biểu; cử tri; đảng viên; đoàn viên; hội viên; thành viên; chiến sĩ; sĩ quan; cảnh sát; công an; quân đội; bộ đội; hải quân; quân chủng; kiểm lâm; quản giáo; phạm nhân; đoàn; đội; tổ; nhóm; ban; hội; hiệp hội; liên đoàn; viện; trung tâm; phòng; khoa; đảng bộ; đảng ủy; chi bộ; cấp ủy; chính quyền; mặt trận; phía; bên; hai bên; các bên; đôi bên; ba bên; nước; hai nước; quốc gia; thành phố; tỉnh; quận; huyện; xã; phường; thôn; bản; buôn; ấp; khu phố; khu; địa phương; đô thị; sân bay; bến xe; cảng; nhà ga; cảng vụ; diễn viên; vận động viên; huấn luyện viên; cầu thủ; câu lạc bộ; cổ động viên; du khách; khách hàng; hành khách; người dùng; thanh niên; tuổi trẻ; phụ nữ; trẻ em; thiếu nhi; nhân dân; đồng bào; bà con; kiều bào; cộng đồng; xã hội; công dân; công chúng; dư luận; quốc tế; thế giới; đồng chí; anh em; anh; chị; các em; bạn; quý vị; vị; lãnh đạo; chỉ huy; tư lệnh; trưởng; phó; đại sứ; sứ quán; đại sứ quán; giới; giới chức; quan chức; chính phủ; nội các; quốc hội; nghị viện; thượng viện; hạ viện; tòa; tòa án; viện kiểm sát; bộ; sở; cục; vụ; chi cục; tổng cục; thanh tra; hội đồng; ủy ban; tiểu ban; tham mưu; tư vấn; nhà thầu; chúng ta; chúng tôi; ta; họ; mình; đối tác; đối thủ; đồng minh; nhà máy; khách sạn; cửa hàng; siêu thị; chợ; quán; cơ sở; trạm; trạm y tế; đồn; đồn biên phòng; đối tượng; bị cáo; tội phạm; phi công; tàu; phương tiện; chủ thể; nghệ nhân; trí thức; nhà khoa học; dân quân; quần chúng; tín đồ; tăng ni; phật tử; mọi người; cựu chiến binh; toàn thể; tất cả; cả nước; cả hệ thống; hệ thống chính trị; diễn đàn; văn phòng; quỹ; đài; mạng xã hội; nền tảng; trang; thủ trưởng; phe; đảng; ai; cá nhân; tập thể; từng; hải đội; chủ rừng; học viện; đại học; cao đẳng; liên bộ; liên ngành; nhân lực; đại diện; châu; quân sự; truyền hình; ban quản lý; ban chỉ đạo; ban chỉ huy; ban tổ chức; ban điều hành; cơ quan quản lý; cơ quan điều tra; cơ quan kiểm tra; cơ quan thanh tra; cơ quan thực hiện; đơn vị thi công; đơn vị quản lý; đơn vị tổ chức; đơn vị cung cấp; đơn vị thực hiện; tư vấn giám sát; tư vấn thiết kế; chủ đầu tư; nhà đầu tư; nhà sản xuất; nhà cung cấp; nhà quản lý; tổ công tác; đoàn kiểm tra; đoàn giám sát; đoàn công tác; đoàn thanh tra; cơ sở giáo dục; cơ sở đào tạo; cơ sở sản xuất; tổ chức tín dụng; tổ chức đảng; tổ chức công đoàn; tổ chức xã hội; hàng loạt; khách; khách du lịch; cô; cô ấy; anh ấy; ông ấy; bố mẹ; cha mẹ; nền giáo dục; tàu thuyền; xe',
)

/** What is dealt with, beside the things that oblige nobody. */
const FINDINGS = new PhraseSet(
  'hiện tượng; hạn chế; tồn tại; khó khăn; thách thức; vướng mắc; kiến nghị; phản ánh; đóng góp; tác phẩm; văn bản; văn kiện; vũ khí; chất thải; bất ổn; tranh chấp; mối quan hệ; sai phạm; vi phạm; công trình; tuyến; hành vi; thông tin; nguyên nhân; sự việc; câu hỏi; hệ lụy; hậu quả; bất cập',
)

/** They open a phrase beside the one named. */
export const ASIDES = new WordSet(
  'dưới với trong theo đặc nhất bằng trên ngoài khi nếu dù trước sau qua vốn kể tại để nhằm riêng bao gồm tùy căn ngay thông',
)
/** Where they follow without a comma: "các bộ khi lập kế hoạch", "thủ trưởng đơn vị căn cứ chức năng". */
const INNER = new PhraseSet(
  'khi; nếu; dù; căn cứ; trước khi; sau khi; thời gian tới; trong thời gian tới; trong phạm vi; trong quá trình; theo chức năng; theo thẩm quyền; theo phân công; đặc biệt là; nhất là; trên cơ sở; bằng mọi',
)
/** They may stand between a name and its verb, and are of neither. */
const ADVERBS = new PhraseSet(
  'cũng; đều; thì; ngay; cùng; phải; cần; đồng thời; trước mắt; còn; sẽ; lại; có thể; sắp; chỉ; mới; vẫn; luôn; thậm chí; đặc biệt; ngày càng; không chỉ; trước hết; sắp tới; hiện nay; hiện; càng; đã; đang; là; nên; hãy; rất; và; tới đây; tiếp; tự; đó; mà; vừa',
)
/** Before a name, with or without a comma: "bây giờ báo chí", "tới đây các bộ". */
const LEADS = new PhraseSet(
  'bây giờ; giờ đây; tới đây; như vậy; vậy; còn; về lâu dài; tuần sau; tuần tới; tháng tới; năm nay; năm tới; lần này; đợt này; thời gian tới; sau đó; ngay; vì; do; nhưng; và; mà; rằng; thì; là; ví dụ; chẳng hạn; rõ ràng; chắc chắn; ngược lại; đột nhiên; đối với; cùng với; tôi nghĩ; tôi tin rằng; cho; tới; đến; do đó; vì vậy; vì thế',
)
/** They show a clause, not a name; after "các", "những", "người" some may be of a clause that tells which. */
const FINITE = new WordSet('là sẽ vẫn cũng rất đều nhưng muốn')
const FINITE_OF_NAME = new WordSet('đang đã có bị chưa')
const DATES = new WordSet('ngày tháng năm quý tuần cuối đầu giữa sáng chiều tối từ đến trước sau tới nay này mai')

/** A clause begins after them. */
const BREAKS = new WordSet('nên rằng mà này đó để thì đề điều nay')
/** After them a name still needs to be told which: "người | mua", "nhà | cung cấp". */
export const OPEN_HEADS = new WordSet('người nhà chủ tổ ban phòng viện hội hãng khoa khu trường ngành công')
const MOST_OF_LAST = 14

/** The part of a noun phrase that names somebody to act, or null. */
export function partyIn(doc: Document, scene: Scene, phrase: Range): Range | null {
  const to = trimAdverbs(doc, phrase.from, phrase.to)
  const from = skipLeads(doc, scene, phrase.from, to)
  const here = partOf(doc, scene, from, to)
  if (here !== null) return here
  // A clause or a circumstance stands before: the last one named counts.
  for (let i = to - 1; i > from; i--) {
    if (doc.tokens.key[i] !== COMMA) continue
    const next = skipLeads(doc, scene, i + 1, to)
    if (!isParty(doc, scene, next, to)) continue
    const part = partOf(doc, scene, next, to)
    // "…, các ngành, các địa phương": the list from its first member.
    return part === null ? null : (listBefore(doc, scene, from, i, to) ?? part)
  }
  return null
}

/**
 * The last one named in a clause that ends right after him: "nên chủ đầu tư | phải", "việc này chúng ta | cần"; null where nobody is.
 * Only a name read whole counts, alone or in a list.
 */
export function lastParty(doc: Document, scene: Scene, from: number, to: number): Range | null {
  const end = trimAdverbs(doc, from, to)
  let start = -1
  for (let i = end - 1; i > from && end - i < MOST_OF_LAST; i--) {
    const comma = doc.tokens.key[i - 1] === COMMA
    if (!comma && !BREAKS.has(doc, i - 1)) continue
    const stop = start < 0 ? end : start - 1
    const { key } = doc.tokens
    if (!isWhole(doc, scene, i, key[stop - 1] === COMMA ? stop - 1 : stop)) break
    start = i
    if (!comma) return { from: start, to: end }
  }
  if (start > from && isWhole(doc, scene, from, start - 1)) return { from, to: end }
  // ", nhà đầu tư phải": a clause stands before the comma, not the head of a list.
  return start > from && !isParty(doc, scene, from, start) ? { from: start, to: end } : null
}

/** Is the stretch a name, and nothing else? */
function isWhole(doc: Document, scene: Scene, from: number, to: number): boolean {
  const actor = actorAt(scene, from)
  if (actor !== null) return actor.to === to && actor.kind !== 'document' && actor.kind !== 'self'
  let head = from
  while (head < to && isDeterminer(doc, head)) head++
  const group = whoEnd(doc, from, to)
  if (head > from && group > 0 && to - group <= 2) return true
  const end = whoEnd(doc, head, to)
  if (OPEN_HEADS.has(doc, to - 1) || isThing(doc, head, to)) return false
  return end === to || (head > from && to - head <= 2 && end > 0)
}

/** Does a noun phrase begin with a person, a body or a place that can act? */
export function isParty(doc: Document, scene: Scene, from: number, to: number): boolean {
  const actor = actorAt(scene, from)
  // "Hội nghị" with a capital: those who sit in it.
  const capital = from < to && (doc.tokens.flags[from] & CAPITAL) !== 0
  if (isThing(doc, from, to) && !(capital && actor?.kind === 'body')) return false
  if (actor !== null) return actor.kind !== 'document'
  if (AGENTS.endAt(doc, from, to) > 0 || (from < to && WHO.endAt(doc, from, to) > 0)) return true
  let i = from
  while (i < to && (isDeterminer(doc, i) || (doc.tokens.flags[i] & NUMBER) !== 0)) i++
  if (i > from) return i < to && !isThing(doc, i, to)
  // A capital shows a name, but not at the head of a sentence or a quotation.
  const { flags } = doc.tokens
  const inside = from > scene.first && (flags[from - 1] & PUNCTUATION) === 0
  return capital && (inside || (flags[from + 1] & CAPITAL) !== 0)
}

const isThing = (doc: Document, i: number, to: number): boolean =>
  THINGS.endAt(doc, i, to) > 0 || FINDINGS.endAt(doc, i, to) > 0

/** The token after the words with which somebody may be named, or -1. */
export function whoEnd(doc: Document, i: number, to: number): number {
  return Math.max(AGENTS.endAt(doc, i, to), WHO.endAt(doc, i, to))
}

/** Without the adverbs and marks at its end. */
export function trimAdverbs(doc: Document, from: number, to: number): number {
  while (to > from + 1) {
    const adverb = ADVERBS.before(doc, to, from + 1)
    if (adverb > from) to = adverb
    else if ((doc.tokens.flags[to - 1] & PUNCTUATION) !== 0 && doc.tokens.key[to - 1] !== CLOSE) to--
    else break
  }
  return to
}

function isDeterminer(doc: Document, i: number): boolean {
  return (
    DETERMINERS.has(doc, i) ||
    isWord(doc, i, 'số') ||
    isWord(doc, i, 'tất') ||
    isWord(doc, i, 'cả') ||
    (isWord(doc, i, 'bộ') && isWord(doc, i - 1, 'toàn'))
  )
}

/** Passes over "năm 2026,", "bây giờ", "vì". */
function skipLeads(doc: Document, scene: Scene, from: number, to: number): number {
  const { key, flags } = doc.tokens
  let p = from
  for (let guard = 0; guard < 6 && p < to && actorAt(scene, p) === null; guard++) {
    while (p < to && (flags[p] & PUNCTUATION) !== 0) p++
    let date = p
    while (date < to && date - p < 8 && ((flags[date] & NUMBER) !== 0 || DATES.has(doc, date) || isDateMark(key[date])))
      date++
    if (date > p && date < to && key[date] === COMMA) {
      p = date + 1
      continue
    }
    const lead = LEADS.endAt(doc, p, to)
    if (lead < 0 || lead >= to) break
    p = lead
  }
  return p
}

const isDateMark = (k: number): boolean => k === 0x2f || k === 0x2d

/** The name that the stretch begins with, without what is told of it; null where it names nobody, or is a clause. */
function partOf(doc: Document, scene: Scene, from: number, to: number): Range | null {
  if (from >= to || !isParty(doc, scene, from, to)) return null
  const { key, flags } = doc.tokens
  const actor = actorAt(scene, from)
  let end = to
  for (let i = actor === null ? from + 1 : actor.to; i < end; ) {
    const inner = actorAt(scene, i)
    if (inner !== null) {
      i = inner.to
      continue
    }
    if (key[i] === COMMA && ASIDES.has(doc, i + 1) && actorAt(scene, i + 1) === null) end = i
    else if (key[i] === OPEN) i = closeOf(doc, i, end)
    else if ((flags[i] & WORD) !== 0) {
      if (INNER.endAt(doc, i, end) > 0 || (actor !== null && i === actor.to && isWord(doc, i, 'là'))) end = i
      else if (
        (FINITE.has(doc, i) && !isWord(doc, i + 1, 'như')) ||
        (actor !== null && FINITE_OF_NAME.has(doc, i) && i === actor.to)
      )
        return null
    }
    i++
  }
  end = trimAdverbs(doc, from, end)
  return end > from ? { from, to: end } : null
}

/** The token of the bracket that closes the one at `i`; `i` where none does. */
function closeOf(doc: Document, i: number, to: number): number {
  for (let j = i + 1; j < to; j++) if (doc.tokens.key[j] === CLOSE) return j
  return i
}

function listBefore(doc: Document, scene: Scene, from: number, last: number, to: number): Range | null {
  let found: Range | null = null
  for (let i = last - 1; i > from; i--) {
    if (doc.tokens.key[i] !== COMMA) continue
    if (!isParty(doc, scene, i + 1, to)) break
    const part = partOf(doc, scene, i + 1, to)
    if (part === null || part.to < last) break
    found = part
  }
  return found
}
