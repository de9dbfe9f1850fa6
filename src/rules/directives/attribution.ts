/**
 * Words by which a sentence tells who speaks in it.
 *
 *   "…", ông X nói · …, Chủ tịch UBND tỉnh yêu cầu. · …, theo Bộ trưởng X.       behind what is said
 *   Thủ tướng nêu rõ: … · Theo Bộ trưởng, … · Bí thư Đà Nẵng: "…"                before it
 */
import type { Document } from '../../document.js'
import { COLON, COMMA, DASH, GLUED, PUNCTUATION, STOP, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Actor } from './actors.js'
import { skipAdverbs } from './adverbs.js'
import type { Article } from './article.js'
import { isNominative } from './nominative.js'
import { PhraseSet } from './phrases.js'
import { actorAt, actorFrom, quoteAt, type Scene, verbAt, verbFrom } from './scene.js'
import { subjectOf, UTTERANCES } from './subject.js'
import { BLOCKER, CONTINUATION, CUE, REPORT, TELL } from './vocabulary.js'

/** After a quotation they show that it directs nobody. */
const PROPOSED = new PhraseSet('kiến nghị; đề xuất; xin; băn khoăn; thắc mắc; lo ngại')

/** Before a verb of saying they show the noun. */
const SPEECHES = new WordSet('bài buổi cuộc lời')

export const SAYS = CUE | REPORT | TELL

/** So many tokens may stand before "theo ông X". */
const LONGEST_LEAD = 24

/** So many tokens the name of a news agency may be. */
const LONGEST_AGENCY = 9

/** So many words may stand between who speaks and the colon before his words. */
const LONGEST_GESTURE = 6

export interface Attribution {
  actor: Actor
  /** The verb of saying. */
  verb: { from: number; to: number; code: number }
  /** The mark before the actor. */
  mark: number
}

/** ", ông X nói" at token `i`, right after a closing quotation mark. */
export function attribution(article: Article, scene: Scene, i: number): Attribution | null {
  const { doc } = article
  const { flags } = doc.tokens
  let p = i
  while (p < scene.stop && (flags[p] & PUNCTUATION) !== 0 && p - i < 3) p++
  if (p >= scene.stop) return null
  if (isWord(doc, p, 'theo')) {
    const by = actorAt(scene, p + 1)
    return by === null ? null : { actor: by, verb: { from: p, to: p + 1, code: REPORT }, mark: i }
  }
  const actor = actorAt(scene, p) ?? citedAt(doc, scene, p)
  if (actor === null) return null
  const verb = verbAfter(doc, scene, actor)
  if (verb !== null) return { actor, verb, mark: i }
  // "…", ông X đưa ra giải pháp: right after a quotation whoever is named said it.
  const named = actor.kind === 'person' || actor.kind === 'title' || actor.kind === 'pronoun'
  return named && p > i && actor.to < scene.stop && !proposes(doc, scene, actor.to)
    ? { actor, verb: { from: actor.to, to: actor.to, code: TELL }, mark: i }
    : null
}

/** "…", Reuters dẫn lời ông X nói: whom an agency cites. */
function citedAt(doc: Document, scene: Scene, p: number): Actor | null {
  for (let i = p; i < scene.stop && i - p < LONGEST_AGENCY && doc.tokens.key[i] !== COMMA; i++) {
    if (!isWord(doc, i, 'dẫn')) continue
    const said = UTTERANCES.endAt(doc, i + 1, scene.stop)
    return said < 0 ? null : actorAt(scene, isWord(doc, said, 'của') ? said + 1 : said)
  }
  return null
}

/** The verb of saying that follows an actor, adverbs and appositions passed over. */
export function verbAfter(
  doc: Document,
  scene: Scene,
  actor: Actor,
): { from: number; to: number; code: number } | null {
  const { key } = doc.tokens
  for (let p = actor.to; p < scene.stop && p - actor.to < 14; p++) {
    const verb = verbAt(scene, p)
    if (verb !== null) {
      if ((verb.code & SAYS) !== 0)
        return skipAdverbs(doc, scene, verb.from, actor.to) <= actor.to ||
          p === actor.to ||
          key[p - 1] === COMMA ||
          p - actor.to < 8
          ? verb
          : null
      if ((verb.code & 16) === 0) return null
      p = verb.to - 1
    }
    if (key[p] === COLON || key[p] === STOP) return null
  }
  return null
}

/** The attribution at the end of the sentence: "…, Chủ tịch UBND tỉnh yêu cầu." */
export function tailOf(article: Article, scene: Scene): Attribution | null {
  const { doc } = article
  const { key, flags } = doc.tokens
  const { actors } = scene
  for (let a = actors.length - 1; a >= 0 && a >= actors.length - 4; a--) {
    const actor = actors[a]
    const mark = actor.from - 1
    if (mark <= scene.first) break
    // "…, theo Chủ tịch Hà Nội."
    if (isWord(doc, mark, 'theo') && actor.to >= scene.end && (key[mark - 1] === COMMA || key[mark - 1] === 0x22))
      return { actor, verb: { from: mark, to: mark + 1, code: TELL }, mark: mark - 1 }
    const k = key[mark]
    const dash = k === DASH && ((flags[mark] & GLUED) === 0 || key[mark - 1] === 0x22)
    if (k !== COMMA && k !== 0x22 && !dash) continue
    const verb = verbAfter(doc, scene, actor)
    if (verb === null) continue
    if (k === 0x22 && !closes(article, mark)) continue
    const quoted = k === 0x22 || (key[mark - 1] === 0x22 && closes(article, mark - 1)) || key[mark - 1] === 0x27
    // What follows the verb is at most where, when, to whom.
    if (verb.to < scene.end && !quoted && !isShortTail(doc, scene, verb.to)) continue
    if (verb.to >= scene.end && endsOpen(doc, scene)) continue
    if (quoted && endsOpen(doc, scene)) continue
    return { actor, verb, mark }
  }
  return null
}

/** Is the quotation mark at token `i` one that closes? */
function closes(article: Article, i: number): boolean {
  const q = quoteAt(article.quotes, i - 1)
  return q >= 0 && article.quotes[q].close === i
}

/** The sentence ends in a colon: what it announces follows. */
const endsOpen = (doc: Document, scene: Scene): boolean =>
  scene.stop > scene.first && doc.tokens.key[scene.stop - 1] === COLON

function isShortTail(doc: Document, scene: Scene, from: number): boolean {
  if (scene.end - from > 14) return false
  const w = from
  if ((doc.tokens.flags[w] & WORD) === 0) return false
  return (
    isWord(doc, w, 'tại') ||
    isWord(doc, w, 'với') ||
    isWord(doc, w, 'trong') ||
    isWord(doc, w, 'khi') ||
    isWord(doc, w, 'trước') ||
    isWord(doc, w, 'sau') ||
    isWord(doc, w, 'hôm') ||
    isWord(doc, w, 'sáng') ||
    isWord(doc, w, 'chiều') ||
    isWord(doc, w, 'thêm')
  )
}

/** Who speaks at token `at` by what stands before it: "Thủ tướng nêu rõ: …", "Theo Bộ trưởng, …", "Bí thư Đà Nẵng: …". */
export function leadOf(article: Article, scene: Scene, at: number): Actor | null {
  const { doc } = article
  const { key } = doc.tokens
  for (let v = scene.verbs.length - 1; v >= 0; v--) {
    const verb = scene.verbs[v]
    if (verb.to > at || (verb.code & SAYS) === 0) continue
    const subject = subjectOf(doc, scene, verb.from)
    if (subject.kind === 'direct' || subject.kind === 'main') return subject.actor
    // "Một vấn đề nữa được Thủ tướng nhấn mạnh là chính sách phải nhất quán"
    if (subject.kind === 'passive' && subject.actor !== null && isWord(doc, verb.to, 'là')) return subject.actor
    // "nói trong một bài phát biểu rằng …": a noun
    if (subject.kind === 'stranger' && !SPEECHES.has(doc, verb.from - 1)) break
  }
  const opener = scene.actors[0]
  if (opener === undefined || opener.from > at) return null
  if (theoBefore(doc, scene, opener) || theoWordsOf(doc, scene, opener)) return opener
  if (opener.from <= scene.first + 2 && opener.to < at && key[opener.to] === COLON) return opener
  return key[at] === 0x22 && key[at - 1] === COLON ? gesturing(doc, scene, at - 1) : null
}

/** "Ông X ngắt lời: “…”", "Người đứng đầu tỉnh ôn tồn: “…”": whatever he does before the colon, the words are his. */
function gesturing(doc: Document, scene: Scene, colon: number): Actor | null {
  const a = actorFrom(scene, colon) - 1
  const actor = scene.actors[a]
  if (actor === undefined || actor.kind === 'document' || actor.kind === 'place') return null
  if (colon - actor.to > LONGEST_GESTURE || !isNominative(doc, scene, a)) return null
  for (let i = actor.to; i < colon; i++) if ((doc.tokens.flags[i] & WORD) === 0 || isWord(doc, i, 'sẽ')) return null
  return actor
}

/** "Theo ông X, …", "Cũng theo Bộ trưởng, …", "Vì vậy theo Thủ tướng …", "Để tạo nguồn chi lương, theo Bộ trưởng, …" */
export function theoBefore(doc: Document, scene: Scene, actor: Actor): boolean {
  const b = actor.from - 1
  if (b < scene.first || b > scene.first + LONGEST_LEAD || !isWord(doc, b, 'theo')) return false
  if (b <= scene.first + 1 || doc.tokens.key[b - 1] === COMMA) return true
  const opener = verbAt(scene, scene.first)
  return opener !== null && opener.to === b && (opener.code & CONTINUATION) !== 0
}

/** "Theo chỉ đạo mới nhất của Thủ tướng, …", "Theo công văn của Sở Y tế, …": the words passed on are his. */
function theoWordsOf(doc: Document, scene: Scene, actor: Actor): boolean {
  const of = actor.from - 1
  let p = scene.first
  while (p < of && (doc.tokens.flags[p] & PUNCTUATION) !== 0) p++
  if (isWord(doc, p, 'cũng')) p++
  if (of - p > 12 || !isWord(doc, p, 'theo') || !isWord(doc, of, 'của')) return false
  for (let i = p + 1; i < of; i++) if (UTTERANCES.endAt(doc, i, of) > 0) return true
  return false
}

/** "…", bà X kiến nghị: no words that direct. */
function proposes(doc: Document, scene: Scene, i: number): boolean {
  const verb = scene.verbs[verbFrom(scene, i)]
  return (
    verb !== undefined &&
    verb.from - i < 3 &&
    (verb.code & BLOCKER) !== 0 &&
    PROPOSED.endAt(doc, verb.from, scene.stop) > 0
  )
}
