/**
 * Finds directive sentences: somebody with authority tells, asks, assigns or urges somebody to do something.
 *
 *   Thủ tướng yêu cầu Bộ Xây dựng hoàn thành rà soát trong tháng 1.     a verb that directs (cues.ts)
 *   Bộ trưởng nhấn mạnh các địa phương phải chủ động.                    a verb of saying, and a modal (obligations.ts)
 *   Đồng thời, tăng cường kiểm tra.                                      carried on from the sentence before (continuation.ts)
 *
 * Whether a sentence is worth reading is told by the uses of the verbs marked in it; the others cost one look a token.
 */
import type { Document } from '../../document.js'
import { VERB } from '../../lexicon/classes.js'
import { QUOTE, WORD } from '../../text/flags.js'
import { Article } from './article.js'
import { opensAsItem, readContinuation } from './continuation.js'
import { readCues } from './cues.js'
import { readObligations } from './obligations.js'
import { pairQuotes } from './quotes.js'
import type { Scene } from './scene.js'
import type { DirectiveMention } from './types.js'
import { BLOCKER, CUE, MODAL, TASK, verbCodes } from './vocabulary.js'

export function findDirectives(doc: Document): void {
  const { sentences, marks, tokens } = doc
  const codes = verbCodes(doc.lexicon)
  const uses = new Int32Array(sentences.count)
  const quoteMarks: number[] = []
  const quoteSentences: number[] = []
  const { classes, entry, end } = marks
  const { key } = tokens
  let any = 0
  for (let s = 0; s < sentences.count; s++) {
    const stop = sentences.first[s + 1]
    let use = 0
    for (let i = sentences.first[s]; i < stop; ) {
      if ((classes[i] & (1 << VERB)) !== 0) {
        const m = marks.at(i, VERB)
        const code = codes[entry[m]]
        // A blocker takes away the cue it holds, and nothing else.
        use |= (code & BLOCKER) !== 0 ? code & TASK : code
        i = end[m]
        continue
      }
      if (key[i] === QUOTE) {
        quoteMarks.push(i)
        quoteSentences.push(s)
      }
      i++
    }
    uses[s] = use
    any |= use
  }
  if ((any & (CUE | MODAL)) === 0) return
  const article = new Article(doc, codes, pairQuotes(doc, quoteMarks, quoteSentences))
  const printed = new Set<string>()
  for (let s = 0; s < sentences.count; s++) {
    const use = uses[s]
    if ((use & (CUE | MODAL)) === 0 && ((use & TASK) === 0 || !isNear(article, s)) && !hasColon(doc, s, use)) continue
    const directive = readSentence(article, s, use)
    if (directive === null) continue
    const words = wordsOf(doc, article.scene(s))
    if (printed.has(words)) continue
    printed.add(words)
    article.directives.push(directive)
    doc.note('directives', directive.continues !== null ? 'carried on' : directive.cue === null ? 'imperative' : 'directive', directive)
  }
  doc.directives = article.directives
}

/** Is the sentence right behind a directive? */
function isNear(article: Article, sentence: number): boolean {
  const last = article.directives[article.directives.length - 1]
  return last !== undefined && sentence - last.sentence <= 2
}

/** "Bí thư Đồng Nai: Xử lý nghiêm …": a headline with a task after a colon. */
function hasColon(doc: Document, sentence: number, use: number): boolean {
  if ((use & TASK) === 0) return false
  const first = doc.sentences.first[sentence]
  const stop = doc.sentences.first[sentence + 1]
  for (let i = first + 1; i < stop; i++) if (doc.tokens.key[i] === 0x3a) return true
  return false
}

function readSentence(article: Article, sentence: number, use: number): DirectiveMention | null {
  const scene = article.scene(sentence)
  const span = { from: scene.first, to: scene.stop, sentence }
  if ((use & CUE) !== 0 && opensAsItem(article, scene)) {
    const item = carryOn(article, scene)
    if (item !== null) return item
  }
  const reading = ((use & CUE) !== 0 ? readCues(article, scene) : null) ?? readObligations(article, scene)
  if (reading !== null) {
    const { voice, cue, force, tasks } = reading
    const speaker = voice === null ? null : { from: voice.from, to: voice.to, person: voice.person }
    return { ...span, speaker, cue, force, addressee: tasks.addressee, actions: tasks.actions, continues: null }
  }
  return carryOn(article, scene)
}

function carryOn(article: Article, scene: Scene): DirectiveMention | null {
  const carried = readContinuation(article, scene)
  if (carried === null) return null
  const { speaker } = article.directives[carried.continues]
  const span = { from: scene.first, to: scene.stop, sentence: scene.sentence }
  return { ...span, speaker, cue: carried.cue, force: carried.force, addressee: carried.tasks.addressee, actions: carried.tasks.actions, continues: carried.continues }
}

/** The words of a sentence, equal where it is printed twice. */
function wordsOf(doc: Document, scene: Scene): string {
  const keys: number[] = []
  for (let i = scene.first; i < scene.stop; i++) if ((doc.tokens.flags[i] & WORD) !== 0) keys.push(doc.tokens.key[i])
  return keys.join(' ')
}
