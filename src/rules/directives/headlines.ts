/**
 * Lines that order without a speaker, whom the sentences after them name.
 *
 *   Tìm mọi cách đưa dân tới nơi an toàn | Đó là yêu cầu của Phó Thủ tướng …       pointed back at
 *   Ba bộ phải báo cáo vụ nước mắm | Thủ tướng yêu cầu ba bộ báo cáo …              a headline that the first order says again
 */
import type { DirectiveMention, Document, SpeakerMention } from '../../document.js'
import { WORD } from '../../text/flags.js'
import { HAS_MARK } from '../../text/sentences.js'
import { isWord, WordSet } from '../words.js'
import { readTasks } from './addressee.js'
import type { Article } from './article.js'
import { PUBLIC } from './authority.js'
import { isImperative } from './imperatives.js'
import { obliges } from './modals.js'
import { readObliged } from './obliged.js'
import { PhraseSet } from './phrases.js'
import { quoteAt, type Scene, verbAt } from './scene.js'
import { resolve } from './speakers.js'
import { opensTask, skipOpeners, type Tasks } from './tasks.js'
import { CUE, forceOf, MODAL } from './vocabulary.js'

const MOST_MODALS = 12
/** Sentences before which a headline's order comes. */
const NEAR = 5

/** What an order is called when it is pointed back at. */
const ORDERS = new PhraseSet(
  'yêu cầu; chỉ đạo; ý kiến chỉ đạo; nội dung chỉ đạo; nội dung yêu cầu; đề nghị; lưu ý; công điện; nội dung công điện; kêu gọi; khuyến cáo; nhấn mạnh; quán triệt',
)
const PROPOSED = new WordSet('nghị trình thảo')
/** Verbs that head a line as nouns, or propose. */
const NO_ORDER = new PhraseSet('đề xuất; kiến nghị; đối thoại; gặp; hợp tác; trao đổi; tranh luận; đề cử; giới thiệu')

/** The orders of the lines before that the sentence points back at: "Đó là chỉ đạo của Thủ tướng …". */
export function pointedAt(article: Article, sentence: number): DirectiveMention[] {
  const { doc } = article
  const first = doc.sentences.first[sentence]
  if (sentence === 0 || !(isWord(doc, first, 'đó') || isWord(doc, first, 'đây'))) return []
  const scene = article.scene(sentence)
  const at = isWord(doc, first + 1, 'cũng') ? first + 2 : first + 1
  if (!isWord(doc, at, 'là')) return []
  const speaker = whoseOrder(article, scene, at + 1)
  if (speaker === null) return []
  const found: DirectiveMention[] = []
  for (let s = sentence - 1; s >= 0 && s >= sentence - 2 && !isTold(article, s); s--) {
    const directive = bareOrder(article, s, speaker)
    if (directive === null) break
    found.unshift(directive)
  }
  return found
}

/** "(một trong những) chỉ đạo của Thủ tướng", "nội dung được Phó Thủ tướng yêu cầu" -> who that is. */
function whoseOrder(article: Article, scene: Scene, from: number): SpeakerMention | null {
  const { doc } = article
  let ordered = false
  for (let i = from; i < scene.end && i - from < 30; i++) {
    if (PROPOSED.has(doc, i) && !isWord(doc, i - 1, 'đề')) return null
    if (ORDERS.endAt(doc, i, scene.end) > 0) ordered = true
  }
  if (!ordered) return null
  for (const actor of scene.actors) {
    if (actor.from - from > 14) return null
    if (actor.authority < PUBLIC || !(isWord(doc, actor.from - 1, 'của') || isWord(doc, actor.from - 1, 'được')))
      continue
    return resolve(article, scene, actor)
  }
  return null
}

/** The order of a headline that the first directive of the text, given here, says again; or null. */
export function headlineOf(article: Article, directive: DirectiveMention): DirectiveMention | null {
  const { doc } = article
  const { sentence, speaker } = directive
  if (article.directives.length > 0 || sentence === 0 || sentence > NEAR || speaker === null) return null
  if ((doc.sentences.flags[0] & HAS_MARK) !== 0 || !saysAgain(doc, sentence)) return null
  const order = bareOrder(article, 0, speaker)
  // "Lắp máy lạnh ở chợ Bến Thành" may tell what was done.
  return order !== null && (order.cue !== null || order.force === 'prohibit') ? order : null
}

/** Are half of the headline's words in the sentence? */
function saysAgain(doc: Document, sentence: number): boolean {
  const { key, flags } = doc.tokens
  const { first } = doc.sentences
  const words = new Set<number>()
  for (let i = first[sentence]; i < first[sentence + 1]; i++) if ((flags[i] & WORD) !== 0) words.add(key[i])
  let all = 0
  let again = 0
  for (let i = first[0]; i < first[1]; i++) {
    if ((flags[i] & WORD) === 0) continue
    all++
    if (words.has(key[i])) again++
  }
  return all > 3 && again * 2 >= all
}

const isTold = (article: Article, sentence: number): boolean => article.directives.some(d => d.sentence === sentence)

/** What the sentence orders by itself, as the words of `speaker`. */
function bareOrder(article: Article, sentence: number, speaker: SpeakerMention): DirectiveMention | null {
  const scene = article.scene(sentence)
  const read = readBare(article, scene)
  if (read === null) return null
  const { tasks, verb } = read
  return {
    from: scene.first,
    to: scene.stop,
    sentence,
    speaker,
    cue: verb === null ? null : { from: verb.from, to: verb.to },
    force: tasks.prohibits ? 'prohibit' : verb === null ? 'order' : forceOf(verb.code),
    addressee: tasks.addressee,
    actions: tasks.actions,
    continues: null,
  }
}

/** A modal that obliges, a bare imperative, or a verb that directs with nobody before it. */
function readBare(article: Article, scene: Scene): { tasks: Tasks; verb: Scene['verbs'][number] | null } | null {
  const { doc } = article
  const at = skipOpeners(doc, scene, scene.first, scene.end)
  const verb = verbAt(scene, at)
  if (verb !== null && (verb.code & CUE) !== 0) {
    const tasks = readTasks(article, scene, verb.to, scene.end)
    if (tasks.strength === 2) return { tasks, verb }
  }
  let tried = 0
  for (const modal of scene.verbs) {
    if ((modal.code & MODAL) === 0 || ++tried > MOST_MODALS || !obliges(doc, scene, modal, true)) continue
    const q = quoteAt(article.quotes, modal.from)
    const from = q >= 0 ? Math.max(scene.first, article.quotes[q].open + 1) : scene.first
    return { tasks: readObliged(article, scene, from, modal, scene.end), verb: modal }
  }
  if (NO_ORDER.endAt(doc, at, scene.stop) > 0) return null
  if (verb === null || !opensTask(doc, scene, at) || !isImperative(doc, scene, at, false)) return null
  const tasks = readTasks(article, scene, at, scene.end)
  return tasks.strength === 2 ? { tasks, verb: null } : null
}
