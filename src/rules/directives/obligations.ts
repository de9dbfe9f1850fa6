/**
 * Sentences in which somebody with authority says what must be done.
 *
 *   Bộ trưởng nhấn mạnh các bộ, ngành phải hoàn thiện vị trí việc làm.
 *   "Mỗi phường phải có điểm tập kết kín. Đừng để xe gom rác đứng giữa lòng đường", ông Ngọc nói.
 *   Theo ông, nhà thầu cũng cần chuyển giao tài liệu.
 *   Bí thư Đồng Nai: 'Đừng lấy lý do thiếu người để dân chờ'
 */
import type { Range } from '../../document.js'
import { COLON, QUOTE } from '../../text/flags.js'
import { isWord } from '../words.js'
import type { Article } from './article.js'
import { PUBLIC } from './authority.js'
import type { Reading } from './cues.js'
import { obliges, readObliged } from './obliged.js'
import { quoteAt, type Scene, type Verb } from './scene.js'
import { leadOf, quoteVoice, resolve, SAYS, tailOf, type Voice } from './speakers.js'
import { opensTask, readTasks, skipOpener } from './tasks.js'
import { forceOf, MODAL, REPORT, TELL } from './vocabulary.js'

const MOST_MODALS = 12

export function readObligations(article: Article, scene: Scene): Reading | null {
  let tried = 0
  for (const modal of scene.verbs) {
    if ((modal.code & MODAL) === 0) continue
    if (++tried > MOST_MODALS) break
    if (!obliges(article.doc, scene, modal, false)) continue
    const said = speakerOf(article, scene, modal)
    if (said === null || said.voice.authority < PUBLIC) continue
    if (said.weak && !obliges(article.doc, scene, modal, true)) continue
    const tasks = readObliged(article, scene, said.from, modal, said.to)
    tasks.addressee ??= toldAtEnd(article, scene)
    return { voice: said.voice, cue: { from: modal.from, to: modal.to }, force: tasks.prohibits ? 'prohibit' : forceOf(modal.code), tasks }
  }
  return readImperative(article, scene)
}

/** "…", ông X nói với các chủ tàu. */
function toldAtEnd(article: Article, scene: Scene): Range | null {
  const tail = tailOf(article, scene)
  if (tail === null || !isWord(article.doc, tail.verb.to, 'với') || tail.verb.to + 1 >= scene.end) return null
  return { from: tail.verb.to + 1, to: scene.end }
}

interface Said extends Range {
  voice: Voice
  /** The verb of saying mostly tells facts. */
  weak: boolean
}

/** Who says the words in which the modal stands, and how far they reach. */
function speakerOf(article: Article, scene: Scene, modal: Verb): Said | null {
  const q = quoteAt(article.quotes, modal.from)
  if (q >= 0 && article.quotes[q].close - article.quotes[q].open > 4) {
    const quote = article.quotes[q]
    const voice = quoteVoice(article, q)
    if (voice !== null) return { voice, weak: false, from: Math.max(scene.first, quote.open + 1), to: Math.min(scene.end, quote.close) }
  }
  const tail = tailOf(article, scene)
  if (tail !== null && modal.to <= tail.mark) {
    const voice = resolve(article, scene, tail.actor)
    return voice === null ? null : { voice, weak: (tail.verb.code & (TELL | REPORT)) === TELL, from: scene.first, to: tail.mark }
  }
  const lead = leadOf(article, scene, modal.from)
  if (lead === null) return null
  const voice = resolve(article, scene, lead)
  if (voice === null) return null
  let weak = false
  for (const v of scene.verbs) if (v.from >= lead.to && v.to <= modal.from && (v.code & SAYS) !== 0) weak = (v.code & TELL) !== 0
  return { voice, weak, from: lead.to, to: scene.end }
}

/** "Thủ tướng nêu rõ: "Không ngồi nhà chờ báo cáo"", "Bí thư X: Xử lý nghiêm …": a bare imperative after a colon. */
function readImperative(article: Article, scene: Scene): Reading | null {
  const { doc } = article
  const { key } = doc.tokens
  for (let i = scene.first + 1; i < scene.end; i++) {
    if (key[i] !== COLON) continue
    let p = i + 1
    for (let n = skipOpener(doc, scene, p, scene.end); n > p; n = skipOpener(doc, scene, p, scene.end)) p = n
    if (p >= scene.end || !opensTask(doc, scene, p)) return null
    const lead = leadOf(article, scene, i)
    if (lead === null) return null
    const quoted = key[i + 1] === QUOTE || key[i + 1] === 0x27
    const headline = lead.to === i
    if (!quoted && !headline) return null
    const voice = resolve(article, scene, lead)
    if (voice === null || voice.authority < PUBLIC) return null
    const tasks = readTasks(article, scene, p, scene.end)
    return { voice, cue: null, force: tasks.prohibits ? 'prohibit' : 'order', tasks }
  }
  return null
}
