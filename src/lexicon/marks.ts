/**
 * Tokens -> marks: every place where a form of the lexicon stands in the text, found in one pass.
 *
 * For each token and class the longest form counts. Rules ask for marks instead of looking at characters again.
 */
import { CAPITAL, LINE_START, NUMBER, UPPER, WORD } from '../text/flags.js'
import type { Sentences } from '../text/sentences.js'
import type { Tokens } from '../text/tokens.js'
import { BODY, CLASS_COUNT, FIELD, HONORIFIC, NEEDS_CAPITALS, NEEDS_UPPER, PERSON, PLACE, POSITION } from './classes.js'
import { isJoint, type Lexicon, type OwnForms, type Row } from './lexicon.js'

const COMMA = 0x2c
/** Forms whose own name has commas: "Văn hóa, Thể thao và Du lịch". */
const MAY_HOLD_COMMA = (1 << BODY) | (1 << FIELD)
const MAY_HOLD_JOINT = MAY_HOLD_COMMA | (1 << PLACE) | (1 << POSITION) | (1 << HONORIFIC) | (1 << PERSON)

export class Marks {
  /** For each token a bit for every class of which a form begins there. */
  readonly classes: Int32Array
  /** For each token its first mark; the marks of one token follow each other up to that of the next. */
  private readonly first: Int32Array
  count = 0
  end: Int32Array
  cls: Uint8Array
  entry: Int32Array

  constructor(
    private readonly lexicon: Lexicon,
    tokens: number,
  ) {
    this.classes = new Int32Array(tokens + 1)
    this.first = new Int32Array(tokens + 2)
    const room = tokens + (tokens >> 1) + 16
    this.end = new Int32Array(room)
    this.cls = new Uint8Array(room)
    this.entry = new Int32Array(room)
  }

  begin(token: number): void {
    this.first[token] = this.count
  }

  finish(tokens: number): void {
    this.first[tokens] = this.count
  }

  /** Files the form `entry`, that ends before token `end`, at `token`; a longer form of a class replaces a shorter one. */
  put(token: number, end: number, cls: number, entry: number): void {
    for (let m = this.first[token]; m < this.count; m++)
      if (this.cls[m] === cls) {
        if (this.end[m] < end) {
          this.end[m] = end
          this.entry[m] = entry
        }
        return
      }
    if (this.count >= this.end.length) this.growRoom()
    this.end[this.count] = end
    this.cls[this.count] = cls
    this.entry[this.count++] = entry
    this.classes[token] |= 1 << cls
  }

  private growRoom(): void {
    const size = this.count * 2
    const end = new Int32Array(size)
    end.set(this.end)
    this.end = end
    const cls = new Uint8Array(size)
    cls.set(this.cls)
    this.cls = cls
    const entry = new Int32Array(size)
    entry.set(this.entry)
    this.entry = entry
  }

  has(token: number, cls: number): boolean {
    return (this.classes[token] & (1 << cls)) !== 0
  }

  /** The mark of class `cls` that begins at `token`, or -1. */
  at(token: number, cls: number): number {
    if ((this.classes[token] & (1 << cls)) === 0) return -1
    let m = this.first[token]
    while (this.cls[m] !== cls) m++
    return m
  }

  /** Where the form of class `cls` that begins at `token` ends (the token after it), or -1. */
  endAt(token: number, cls: number): number {
    const m = this.at(token, cls)
    return m < 0 ? -1 : this.end[m]
  }

  /** The row of the form of class `cls` that begins at `token`, or null. */
  rowAt(token: number, cls: number): Row | null {
    const m = this.at(token, cls)
    return m < 0 ? null : this.lexicon.row(this.entry[m])
  }

  /** All rows that the form of class `cls` at `token` may mean, the likeliest first. */
  rowsAt(token: number, cls: number): Row[] {
    const m = this.at(token, cls)
    const rows: Row[] = []
    if (m < 0) return rows
    const { entryNext, entryClass } = this.lexicon
    for (let e = this.entry[m]; e !== 0; e = entryNext[e]) if (entryClass[e] === cls) rows.push(this.lexicon.row(e))
    return rows
  }
}

export function markForms(tokens: Tokens, sentences: Sentences, lexicon: Lexicon): Marks {
  const { key, flags, count } = tokens
  const { words, own } = lexicon
  const { start } = lexicon.automaton
  const marks = new Marks(lexicon, count)
  const word = new Int32Array(count)
  for (let i = 0; i < count; i++) if ((flags[i] & (WORD | NUMBER)) !== 0) word[i] = words.of(key[i])
  let sentence = 0
  let stop = sentences.count > 0 ? sentences.first[1] : 0
  for (let i = 0; i < count; i++) {
    while (i >= stop) stop = sentences.first[++sentence + 1]
    marks.begin(i)
    const w = word[i]
    if (w === 0) continue
    // Of two forms of one length the first one counts: the caller's own.
    if (own !== null) walk(marks, tokens, word, lexicon, own, own.step(0, w), i, stop)
    const state = w < start.length ? start[w] : 0
    if (state !== 0) walk(marks, tokens, word, lexicon, null, state, i, stop)
  }
  marks.finish(count)
  return marks
}

/** Marks the forms that begin at `token`, going on from the state that its word leads to: in the caller's own forms, or those that ship. */
function walk(
  marks: Marks,
  { key, flags }: Tokens,
  word: Int32Array,
  lexicon: Lexicon,
  own: OwnForms | null,
  state: number,
  token: number,
  stop: number,
): void {
  const { entryClass, entryNeeds, entryNext } = lexicon
  const entryOf = own === null ? lexicon.automaton.entryOf : own.entryOf
  let common = flags[token]
  let joints = -1 // classes that may hold what was passed over
  let j = token + 1
  for (let at = state; at !== 0; ) {
    for (let e = entryOf[at]; e !== 0; e = entryNext[e]) {
      const needs = entryNeeds[e]
      if ((needs & NEEDS_CAPITALS) !== 0 && (common & CAPITAL) === 0) continue
      if ((needs & NEEDS_UPPER) !== 0 && (common & UPPER) === 0) continue
      if ((joints & (1 << entryClass[e])) !== 0) marks.put(token, j, entryClass[e], e)
    }
    if (j >= stop) break
    let next = 0
    if (word[j] !== 0) next = own === null ? lexicon.step(at, word[j]) : own.step(at, word[j])
    else if (isJoint(key[j]) && j + 1 < stop && word[j + 1] !== 0 && (flags[j + 1] & LINE_START) === 0) {
      next = own === null ? lexicon.step(at, word[j + 1]) : own.step(at, word[j + 1])
      if (next !== 0) joints &= key[j] === COMMA ? MAY_HOLD_COMMA : MAY_HOLD_JOINT
      j++
    }
    if (next !== 0 && (flags[j] & WORD) !== 0) common &= flags[j]
    at = next
    j++
  }
}

export const MARK_CLASSES = CLASS_COUNT
