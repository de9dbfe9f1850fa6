/** Where the clause of a modal begins, and whom it names before the modal. */
import type { Document, Range } from '../../document.js'
import { COLON, COMMA, DASH, PUNCTUATION, QUOTE, SEMICOLON } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { isSomebody } from './names.js'
import { PhraseSet } from './phrases.js'
import { actorAt, type Scene, type Verb, verbAt } from './scene.js'
import { subjectOf } from './subject.js'
import { BLOCKER, CONTINUATION, CUE, MODAL, REPORT, TASK, TELL } from './vocabulary.js'

/** A segment that begins so is no subject, up to its comma. */
export const OPENERS = new WordSet(
  'đến trong trước tại để khi nếu sau với theo từ trường về đối bên ngoài qua cùng nhằm hiện ngay do vì bởi cuối đầu hôm ngày năm tháng trên đồng muốn bất tuy dù mặc trừ cả riêng nhất theo',
)

export const QUANTIFIERS = new WordSet('các những mọi mỗi từng toàn bộ số một hai ba bốn năm sáu')

const ADVERBS = new PhraseSet(
  'cũng; đều; thì; ngay; cùng; luôn; còn; lại; mới; đồng thời; trước mắt; nhất định; thực sự; thật sự; hiện nay; do đó; vì vậy; trước hết; thời gian tới; lúc này; ngay lập tức; hơn nữa; giờ đây; hiện; nay; nhất thiết; theo đó; đặc biệt; càng',
)

/** They show a condition, not somebody to act: "đơn vị nào không đáp ứng thì". */
const CONDITIONS = new WordSet('thì nào nếu chưa nên mà bởi vì do rồi ai là song nhưng vừa')

/** Last words of "vì vậy", "do đó", "vì thế": a name may follow without a comma. */
const RESULTS = new WordSet('vậy thế đó thời')

/** No name begins so. */
const NOT_NAMES = new WordSet('rất hết đã đang sẽ vẫn mà chỉ cốt không chưa')

/** Where the clause of the modal begins. */
export function clauseStart(doc: Document, scene: Scene, modal: Verb, from: number): number {
  const { key, flags } = doc.tokens
  let start = from
  for (const verb of scene.verbs) {
    if (verb.from >= modal.from) break
    // "Điều này đòi hỏi | công đoàn phải nỗ lực"
    if (verb.from >= from && isWord(doc, verb.from, 'đòi')) start = Math.max(start, verb.to)
    if (
      verb.from < from ||
      (verb.code & (CUE | REPORT | TELL | CONTINUATION)) === 0 ||
      (verb.code & (MODAL | BLOCKER)) !== 0
    )
      continue
    if ((verb.code & TASK) !== 0 && subjectOf(doc, scene, verb.from).kind !== 'direct') continue
    // "Trường hợp ghi sai chỉ số, phải …": a condition is of the clause.
    if ((verb.code & CONTINUATION) !== 0 && key[verb.to] !== COMMA && OPENERS.has(doc, verb.from)) continue
    start = Math.max(start, verb.to)
  }
  for (let i = modal.from - 1; i >= start; i--) {
    const k = key[i]
    if (
      (flags[i] & PUNCTUATION) !== 0
        ? k === COLON || k === QUOTE || k === SEMICOLON || k === 0x27 || k === 0x2026
        : isWord(doc, i, 'rằng')
    ) {
      start = i + 1
      break
    }
  }
  return start
}

/** The noun phrase before a modal, as far as it names somebody. */
export function nameBefore(doc: Document, scene: Scene, start: number, modal: number): Range | null {
  const { key, flags } = doc.tokens
  let from = start
  for (let guard = 0; guard < 6; guard++) {
    if (isWord(doc, from, 'cũng') && from + 1 < modal) from++
    while (from < modal && ((flags[from] & PUNCTUATION) !== 0 || isWord(doc, from, 'rằng') || isWord(doc, from, 'là')))
      from++
    if (from >= modal) return null
    const cont = verbAt(scene, from)
    if (
      cont !== null &&
      (cont.code & CONTINUATION) !== 0 &&
      (cont.code & TASK) === 0 &&
      cont.to < modal &&
      (key[cont.to] === COMMA || !OPENERS.has(doc, from) || RESULTS.has(doc, cont.to - 1))
    ) {
      from = cont.to
      continue
    }
    // "Là thành viên của Đại học X, | trường Y cần …"
    const told = from > scene.first && isWord(doc, from - 1, 'là') && from - 1 === scene.first
    const opens =
      actorAt(scene, from) === null &&
      OPENERS.has(doc, from) &&
      !(isWord(doc, from, 'cả') && QUANTIFIERS.has(doc, from + 1))
    if (told || opens) {
      let comma = from
      while (comma < modal && key[comma] !== COMMA) comma++
      if (comma >= modal) return null
      from = comma + 1
      continue
    }
    break
  }
  let to = modal
  if (isWord(doc, to - 1, 'thì')) return null
  for (let guard = 0; guard < 8 && to > from; guard++) {
    const adverb = ADVERBS.before(doc, to, from)
    if (adverb >= 0) to = adverb
    else if ((flags[to - 1] & PUNCTUATION) !== 0 && key[to - 1] !== 0x29) to--
    else break
  }
  if (to <= from || to - from > 28) return null
  const actor = actorAt(scene, from)
  if (actor !== null && (actor.kind === 'pronoun' || actor.kind === 'document')) return null
  // "giải quyết đền bù, tái định cư, TP cần …": who must act stands last.
  const last = lastSegment(doc, from, to)
  if (last > from && actor === null && actorAt(scene, last) !== null && !QUANTIFIERS.has(doc, from)) from = last
  const opener = verbAt(scene, from)
  if (opener !== null && (opener.code & TASK) !== 0 && (opener.code & MODAL) === 0) return null
  if (NOT_NAMES.has(doc, from)) return null
  if (!isSomebody(doc, scene, { from, to }) || key[modal - 1] === DASH) return null
  // "Trung Quốc có nhiều công ty, quân đội cần tận dụng": a clause of its own stands before the comma.
  for (let i = from; i < to; i++) {
    if (!isWord(doc, i, 'có')) continue
    while (i < to && key[i] !== COMMA) i++
    if (i + 1 < to) return nameBefore(doc, scene, i + 1, modal)
  }
  for (let i = actor === null ? from : actor.to; i < to; i++) if (CONDITIONS.has(doc, i)) return null
  return { from, to }
}

function lastSegment(doc: Document, from: number, to: number): number {
  for (let i = to - 1; i > from; i--) if (doc.tokens.key[i] === COMMA) return i + 1
  return from
}
