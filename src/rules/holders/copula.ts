/**
 * Does "là" say the post of the person found before it? It has many other subjects.
 *
 *   ông X, sinh năm 1970, là Giám đốc Sở · Là đại biểu tỉnh A, ông X nói · được biết đến là Ngoại trưởng trẻ nhất
 *   ông X nói đây là Thủ tướng … · ông X không phải là người phát ngôn · bị đơn là Chủ tịch UBND huyện    not of X
 */
import type { Document, Name } from '../../document.js'
import { PLACE } from '../../lexicon/classes.js'
import { NUMBER, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'

/** Before a verb: adverbs of time and aspect. */
export const ADVERBS = new WordSet('hiện đang đã sẽ nay nước cũng vừa năm tiếp tục này còn')

/** What a clause of its own, a denial, a guess or a list of examples has before "là". */
const OTHERWISE = new WordSet(
  'nhầm phải không chưa thể chỉ biệt hết cạnh giản kiến đơn rằng ràng đây hay cáo phạm khách mời đề hơn',
)

/** Words of address and pronouns, and what may stand between them and "là" where they begin the sentence. */
const OF_TOPIC = new WordSet(
  'ông bà anh chị ấy tôi mình chí ngài thầy đến gian khi gia lại ngoài người lúc và dù lượt nhiệm cách trò vị',
)

/** @param p the token at which the predicate begins; @param first the first of its sentence */
export function saysOf(doc: Document, holder: Name, p: number, first: number): boolean {
  const { flags, key } = doc.tokens
  let q = p - 1
  while (q > first && ADVERBS.has(doc, q)) q--
  if (q < first || (flags[q] & (WORD | NUMBER)) === 0 || key[q] === key[holder.to - 1]) return true
  if (OTHERWISE.has(doc, q)) return false
  // "Tôi khẳng định là Thủ tướng …"
  if (isWord(doc, q, 'định')) return !isWord(doc, q - 1, 'khẳng')
  // "sau 44 năm là thành viên": how long somebody else was; "ở tuổi 27 là bộ trưởng"
  if ((flags[q] & NUMBER) !== 0) return isWord(doc, q - 1, 'tuổi')
  // "mà Anh là một thành viên", "một nước đã là thành viên"
  if (doc.marks.has(q, PLACE) && isWord(doc, q - 1, 'mà')) return false
  if (isWord(doc, q, 'một') && isWord(doc, q + 1, 'nước')) return false
  // "50 người là …", "những người này là …"; "X – người từng là …" goes on from the name.
  if (isWord(doc, q, 'người') && q > first) return (flags[q - 1] & (WORD | NUMBER)) === 0
  if (holder.from >= first) return true
  // Of whom the text spoke before, a word must speak again.
  if (isWord(doc, q, 'đó')) return isWord(doc, q - 1, 'sau')
  return OF_TOPIC.has(doc, q)
}
