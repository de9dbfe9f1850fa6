/** Tasks: the verbs that open them, what may stand before, and whether they forbid. */
import type { ActionMention, Document, Range } from '../../document.js'
import { BODY } from '../../lexicon/classes.js'
import { CLOSE, COLON, COMMA, DASH, NUMBER, OPEN, QUOTE, SEMICOLON, UPPER, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { type Scene, verbAt } from './scene.js'
import { CONTINUATION, CUE, MANNER, MODAL, PROHIBITS, TASK } from './vocabulary.js'

export interface Tasks {
  addressee: Range | null
  actions: ActionMention[]
  /** 2: a verb of a task, 1: somebody to act and something after it, 0: neither. */
  strength: number
  /** The first action forbids. */
  prohibits: boolean
}

/** Before a verb, they belong to its action. */
const NEGATIONS = new WordSet('không chưa')

/** "không gian", "không khí": no negation. */
const NOT_NEGATED = new WordSet('khí gian quân chỉ những phận lưu tặc thể')

/** Words that carry on but open a condition, or name what the sentence is about: the task stands after their comma. */
export const CONDITIONALS = new WordSet('nếu khi trường đối về bên cùng')

/** "cán bộ cũng", "các sở đều": adverbs are not of the name. */
export const TRAILING = new WordSet('cũng đều thì ngay cùng phải cần còn sẽ lại')

/** May a task begin at token `i`: a verb of verbs.tsv, or a negation before any verb? */
export function opensTask(doc: Document, scene: Scene, i: number): boolean {
  const verb = verbAt(scene, i)
  if (verb !== null) return (verb.code & (TASK | MODAL)) !== 0 || ((verb.code & CUE) !== 0 && !doc.marks.has(i, BODY))
  return isNegation(doc, scene, i)
}

export function isNegation(doc: Document, scene: Scene, i: number): boolean {
  const { flags } = doc.tokens
  if (i > 0 && isWord(doc, i - 1, 'hàng')) return false
  return (
    NEGATIONS.has(doc, i) &&
    isWord(doc, i, 'không') &&
    i + 1 < scene.stop &&
    (flags[i + 1] & WORD) !== 0 &&
    (flags[i + 1] & UPPER) === 0 &&
    !NOT_NEGATED.has(doc, i + 1)
  )
}

/** Does the task at token `i` forbid? A modal before it is looked through. */
export function forbids(doc: Document, scene: Scene, i: number): boolean {
  for (let guard = 0; guard < 4; guard++) {
    const verb = verbAt(scene, i)
    if (verb === null) return isNegation(doc, scene, i)
    if ((verb.code & PROHIBITS) !== 0) return true
    if ((verb.code & (MODAL | MANNER)) === 0) return false
    i = verb.to
  }
  return false
}

/** "(1)", "1.", "-", an opening quotation mark, "một là,", "Theo đó,": what may stand before a task. Gives the token after it. */
export function skipOpener(doc: Document, scene: Scene, p: number, to: number): number {
  const { key, flags } = doc.tokens
  if (p >= to) return p
  if (key[p] === OPEN && p + 2 < to && key[p + 2] === CLOSE && p + 2 - p <= 2) return p + 3
  if (
    (flags[p] & NUMBER) !== 0 &&
    p + 1 < to &&
    (key[p + 1] === 0x2e || key[p + 1] === CLOSE || key[p + 1] === 0x2f) &&
    doc.tokens.end[p] - doc.tokens.start[p] <= 2 &&
    key[p + 1] !== 0x2f
  )
    return p + 2
  if ((flags[p] & (WORD | NUMBER)) === 0) {
    const k = key[p]
    if (
      k === QUOTE ||
      k === 0x27 ||
      k === COLON ||
      k === COMMA ||
      k === DASH ||
      k === 0x2b ||
      k === 0x2a ||
      k === 0x2022 ||
      k === SEMICOLON ||
      k === 0x2026
    )
      return p + 1
    return p
  }
  const verb = verbAt(scene, p)
  if (verb !== null && (verb.code & CONTINUATION) !== 0 && (verb.code & TASK) === 0)
    // "Bên cạnh đó cần …", but "Bên cạnh việc …, cần …"
    return CONDITIONALS.has(doc, p) && key[verb.to] !== COMMA && !isWord(doc, verb.to - 1, 'đó') ? p : verb.to
  if (isWord(doc, p, 'và') && p + 1 < to) return p + 1
  return p
}

/** The token after all that may stand before a task. */
export function skipOpeners(doc: Document, scene: Scene, from: number, to: number): number {
  let p = from
  for (let next = skipOpener(doc, scene, p, to); next > p; next = skipOpener(doc, scene, p, to)) p = next
  return p
}
