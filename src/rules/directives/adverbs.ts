/** What may stand between a subject and its verb: adverbs, dates, brackets. */
import type { Document } from '../../document.js'
import { CLOSE, DASH, LINE_START, NUMBER, OPEN, WORD } from '../../text/flags.js'
import { WordSet } from '../words.js'
import { PhraseSet } from './phrases.js'
import { actorEnding, type Scene, verbFrom } from './scene.js'
import { MANNER } from './vocabulary.js'

/** Between a subject and its verb. */
const ADVERBS = new WordSet(
  'đã cũng vừa mới còn lại luôn từng đều liền ngay thì rồi rất xin thường nữa qua hôm sáng chiều tối trưa ngày tháng tuần nay này rõ thêm mong riêng hồi vào đầu cuối giữa năm ngoái hiện',
)

const ADVERB_PHRASES = new PhraseSet(
  'hiện tại; chính thức; tiếp tục; thường xuyên; liên tục; đặc biệt; trực tiếp; nhiều lần; một lần nữa; đồng thời; đột ngột; thẳng thắn; sau đó; trước đó; thống nhất; cơ bản; chân thành; mạnh mẽ; cấp bách; gay gắt; lập tức; ngay lập tức; trước hết; cuối cùng; bên lề; bên cạnh đó; nhắn gửi; trân trọng; tha thiết; dứt khoát; công khai; lên tiếng; đích thân; bất ngờ; cùng ngày; lớn tiếng; khẩn thiết; thẳng thừng; kịch liệt; nhẹ nhàng; nghiêm khắc; mới đây; gần đây; vừa qua; hôm thứ hai; hôm thứ ba; hôm thứ tư; hôm thứ năm; hôm thứ sáu; tuần trước; tháng trước; năm trước; vì vậy; vì thế; do đó; do vậy; trong khi đó; ngay sau đó; khi đó; lúc đó; lúc này; một mặt; mặt khác; trước tiên; trước mắt',
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
    else if (
      (flags[b] & NUMBER) !== 0 &&
      j - 2 >= first &&
      (ADVERBS.has(doc, j - 2) || key[j - 2] === 0x2f || key[j - 2] === DASH)
    )
      j--
    else if (
      (key[b] === 0x2f || key[b] === DASH) &&
      j - 2 >= first &&
      (flags[j - 2] & NUMBER) !== 0 &&
      (flags[j] & NUMBER) !== 0
    )
      j--
    else if (key[b] === CLOSE) {
      let open = b
      while (open > first && b - open < 12 && key[open] !== OPEN) open--
      if (key[open] !== OPEN) break
      j = open
    } else break
  }
  return j
}
