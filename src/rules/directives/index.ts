/**
 * Finds directive sentences: somebody with authority tells, asks, assigns or urges somebody to do something.
 *
 *   Thủ tướng yêu cầu Bộ Xây dựng hoàn thành rà soát trong tháng 1.     a verb that directs (cues.ts)
 *   Bộ trưởng nhấn mạnh các địa phương phải chủ động.                    a verb of saying, and a modal (obligations.ts)
 *   Đồng thời, tăng cường kiểm tra.                                      carried on from the sentence before (continuation.ts)
 *
 * Whether a sentence is worth reading is told by the uses of the verbs marked in it; the others cost one look a token.
 */
import type { DirectiveMention, Document } from '../../document.js'
import { VERB } from '../../lexicon/classes.js'
import { keyOf } from '../../text/characters.js'
import { COLON, QUOTE, WORD } from '../../text/flags.js'
import { Article } from './article.js'
import { readContinuation } from './continuation.js'
import { type Reading, readCues } from './cues.js'
import { headlineOf, pointedAt } from './headlines.js'
import { opensAsItem } from './items.js'
import { readIndirect, readObligations } from './obligations.js'
import { Orders } from './orders.js'
import { partyIn } from './parties.js'
import { readProposal } from './proposals.js'
import { pairQuotes } from './quotes.js'
import type { Scene } from './scene.js'
import { BLOCKER, CUE, MANNER, MODAL, PROPOSES, REPORT, TASK, TELL, verbCodes } from './vocabulary.js'
import { weigh } from './weight.js'

/** Beside the uses of vocabulary.ts: the sentence has a colon, or names a source ("theo Bộ trưởng"). */
const HAS_COLON = 1 << 20
const HAS_SOURCE = 1 << 21
const THEO = keyOf('theo')

export function findDirectives(doc: Document): void {
  const { sentences, marks, tokens } = doc
  const codes = verbCodes(doc.lexicon)
  const uses = new Int32Array(sentences.count)
  const quoteMarks: number[] = []
  const quoteSentences: number[] = []
  const { classes } = marks
  const { key } = tokens
  let any = 0
  for (let s = 0; s < sentences.count; s++) {
    const stop = sentences.first[s + 1]
    let use = 0
    for (let i = sentences.first[s]; i < stop; ) {
      if ((classes[i] & (1 << VERB)) !== 0) {
        const code = codes[marks.entryAt(i, VERB)]
        // A blocker takes away the cue it holds, and nothing else.
        use |= (code & BLOCKER) !== 0 ? code & (TASK | PROPOSES) : code
        if (key[i] === THEO) use |= HAS_SOURCE
        i = marks.endAt(i, VERB)
        continue
      }
      const k = key[i]
      if (k === QUOTE) {
        quoteMarks.push(i)
        quoteSentences.push(s)
      } else if (k === COLON) use |= HAS_COLON
      else if (k === THEO) use |= HAS_SOURCE
      i++
    }
    uses[s] = use
    any |= use
  }
  if ((any & (CUE | MODAL | PROPOSES)) === 0) return
  const article = new Article(doc, codes, pairQuotes(doc, quoteMarks, quoteSentences))
  const orders = new Orders(article)
  const printed = new Set<number>()
  let q = 0
  for (let s = 0; s < sentences.count; s++) {
    while (q < article.quotes.length && article.quotes[q].last < s) q++
    const quoted = q < article.quotes.length && article.quotes[q].first <= s
    for (const pointed of pointedAt(article, s)) file(article, pointed)
    const item = article.directives.length === 0 ? undefined : orders.read(s)
    if (item === null) continue
    if (
      item === undefined &&
      !isWorthReading(
        article,
        s,
        uses[s],
        (s > 0 ? uses[s - 1] : 0) | (s > 1 ? uses[s - 2] : 0) | (s > 2 ? uses[s - 3] : 0),
        quoted,
      )
    )
      continue
    const directive = item ?? readSentence(article, s, uses[s])
    if (directive === null) continue
    const words = wordsOf(doc, s)
    if (printed.has(words)) continue
    printed.add(words)
    const headline = headlineOf(article, directive)
    if (headline !== null) file(article, headline)
    file(article, directive)
  }
  doc.directives = weigh(article)
}

function file(article: Article, directive: DirectiveMention): void {
  const { doc, directives } = article
  if (directive.addressee !== null)
    directive.addressee = partyIn(doc, article.scene(directive.sentence), directive.addressee)
  directives.push(directive)
  doc.note(
    'directives',
    directive.continues !== null ? 'carried on' : directive.cue === null ? 'imperative' : 'directive',
    directive,
  )
}

/** May the sentence be a directive, by the verbs marked in it and in those right before? */
function isWorthReading(article: Article, sentence: number, use: number, recent: number, quoted: boolean): boolean {
  if ((use & (CUE | PROPOSES)) !== 0) return true
  const last = article.directives[article.directives.length - 1]
  // It may carry on the one before.
  if ((use & (TASK | MODAL)) !== 0 && last !== undefined && sentence - last.sentence <= 3) return true
  // A modal needs somebody who says it, a bare imperative a colon.
  if ((use & MODAL) !== 0)
    return quoted || (recent & (REPORT | TELL)) !== 0 || (use & (REPORT | TELL | HAS_COLON | HAS_SOURCE)) !== 0
  // So does one within a quotation.
  return (
    (use & TASK) !== 0 &&
    (quoted || (use & HAS_COLON) !== 0 || ((quoted || (use & MANNER) !== 0) && (use & REPORT) !== 0))
  )
}

function readSentence(article: Article, sentence: number, use: number): DirectiveMention | null {
  const scene = article.scene(sentence)
  if ((use & CUE) !== 0 && opensAsItem(article, scene)) {
    const item = carryOn(article, scene)
    if (item !== null) return item
  }
  const reading =
    ((use & CUE) !== 0 ? readCues(article, scene) : null) ??
    ((use & PROPOSES) !== 0 ? readProposal(article, scene) : null) ??
    readObligations(article, scene)
  if (reading !== null) return mentionOf(article, scene, reading)
  const carried = carryOn(article, scene)
  if (carried !== null) return carried
  const indirect = readIndirect(article, scene)
  return indirect === null ? null : mentionOf(article, scene, indirect)
}

function mentionOf(article: Article, scene: Scene, reading: Reading): DirectiveMention {
  const { voice, cue, force, tasks } = reading
  return {
    from: scene.first,
    to: scene.stop,
    sentence: scene.sentence,
    speaker: voice === null ? null : { from: voice.from, to: voice.to, person: voice.person },
    cue,
    force,
    addressee: tasks.addressee,
    actions: tasks.actions,
    continues: reading.carried ? headOf(article) : null,
  }
}

/** Index of the last directive with a speaker of its own. */
function headOf(article: Article): number | null {
  const last = article.directives.length - 1
  return last < 0 ? null : (article.directives[last].continues ?? last)
}

function carryOn(article: Article, scene: Scene): DirectiveMention | null {
  const carried = readContinuation(article, scene)
  if (carried === null) return null
  const { speaker } = article.directives[carried.continues]
  const span = { from: scene.first, to: scene.stop, sentence: scene.sentence }
  return {
    ...span,
    speaker,
    cue: carried.cue,
    force: carried.force,
    addressee: carried.tasks.addressee,
    actions: carried.tasks.actions,
    continues: carried.continues,
  }
}

/** A number that is equal for a sentence printed twice; marks and case do not count. */
function wordsOf(doc: Document, sentence: number): number {
  const { key, flags } = doc.tokens
  const stop = doc.sentences.first[sentence + 1]
  let a = 0x811c9dc5 | 0
  let b = 0
  for (let i = doc.sentences.first[sentence]; i < stop; i++) {
    if ((flags[i] & WORD) === 0) continue
    a = Math.imul(a ^ key[i], 0x01000193)
    b = (Math.imul(b, 31) + key[i]) | 0
  }
  // 53 bits: two sentences of one article never meet by chance.
  return (a >>> 0) * 0x200000 + (b & 0x1fffff)
}
