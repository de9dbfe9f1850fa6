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

/** A mark is two numbers: its entry, and its end and class in one. */
const CLASS_BITS = 5
const CLASS_MASK = (1 << CLASS_BITS) - 1

export class Marks {
  /** For each token a bit for every class of which a form begins there. */
  readonly classes: Int32Array
  /** For each token its first mark; the marks of one token follow each other up to that of the next. */
  private readonly first: Int32Array
  private entry: Int32Array
  private reach: Int32Array
  count = 0

  constructor(
    private readonly lexicon: Lexicon,
    tokens: number,
  ) {
    // One piece of memory is made faster than four. News has about two marks for three tokens.
    const room = tokens - (tokens >> 2) + 16
    const memory = new ArrayBuffer((tokens * 2 + 2 + room * 2) * 4)
    this.classes = new Int32Array(memory, 0, tokens + 1)
    this.first = new Int32Array(memory, (tokens + 1) * 4, tokens + 1)
    this.entry = new Int32Array(memory, (tokens + 1) * 8, room)
    this.reach = new Int32Array(memory, (tokens * 2 + 2 + room) * 4, room)
  }

  begin(token: number): void {
    this.first[token] = this.count
  }

  /** Files the form `entry`, that ends before token `end`, at `token`; a longer form of a class replaces a shorter one. */
  put(token: number, end: number, cls: number, entry: number): void {
    const bit = 1 << cls
    const reach = (end << CLASS_BITS) | cls
    if ((this.classes[token] & bit) !== 0) {
      const m = this.mark(token, cls)
      if (this.reach[m] < reach) {
        this.reach[m] = reach
        this.entry[m] = entry
      }
      return
    }
    if (this.count >= this.entry.length) this.growRoom()
    this.reach[this.count] = reach
    this.entry[this.count++] = entry
    this.classes[token] |= bit
  }

  private growRoom(): void {
    const size = this.count * 2
    const entry = new Int32Array(size)
    entry.set(this.entry)
    this.entry = entry
    const reach = new Int32Array(size)
    reach.set(this.reach)
    this.reach = reach
  }

  has(token: number, cls: number): boolean {
    return (this.classes[token] & (1 << cls)) !== 0
  }

  /** The mark of class `cls` at a token that has one. */
  private mark(token: number, cls: number): number {
    let m = this.first[token]
    while ((this.reach[m] & CLASS_MASK) !== cls) m++
    return m
  }

  /** The entry of the form of class `cls` that begins at `token`, or 0. */
  entryAt(token: number, cls: number): number {
    return (this.classes[token] & (1 << cls)) === 0 ? 0 : this.entry[this.mark(token, cls)]
  }

  /** Where the form of class `cls` that begins at `token` ends (the token after it), or -1. */
  endAt(token: number, cls: number): number {
    return (this.classes[token] & (1 << cls)) === 0 ? -1 : this.reach[this.mark(token, cls)] >> CLASS_BITS
  }

  /** The row of the form of class `cls` that begins at `token`, or null. */
  rowAt(token: number, cls: number): Row | null {
    const entry = this.entryAt(token, cls)
    return entry === 0 ? null : this.lexicon.row(entry)
  }

  /** All rows that the form of class `cls` at `token` may mean, the likeliest first. */
  rowsAt(token: number, cls: number): Row[] {
    const rows: Row[] = []
    const { entryNext, entryClass } = this.lexicon
    for (let e = this.entryAt(token, cls); e !== 0; e = entryNext[e])
      if (entryClass[e] === cls) rows.push(this.lexicon.row(e))
    return rows
  }
}

/** The numbers of the words of a text: needed while it is marked only, so the next text has the same room. */
let room = new Int32Array(1 << 12)
const MOST_KEPT = 1 << 18

function wordsOf({ key, flags, count }: Tokens, lexicon: Lexicon): Int32Array {
  let word = room
  if (word.length < count) {
    word = new Int32Array(count + (count >> 1))
    if (word.length < MOST_KEPT) room = word
  }
  const { words } = lexicon
  for (let i = 0; i < count; i++) word[i] = (flags[i] & (WORD | NUMBER)) === 0 ? 0 : words.of(key[i])
  return word
}

export function markForms(tokens: Tokens, sentences: Sentences, lexicon: Lexicon): Marks {
  const { key, flags, count } = tokens
  const { own, automaton } = lexicon
  const { start, entryOf, goesOn } = automaton
  const marks = new Marks(lexicon, count)
  const word = wordsOf(tokens, lexicon)
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
    if (state === 0) continue
    const next = i + 1 < stop ? word[i + 1] : 0
    // Most forms are of one word, and the next goes on with no other.
    if (next !== 0 ? ((goesOn[state] >>> (next & 31)) & 1) === 0 : i + 1 >= stop || !isJoint(key[i + 1])) {
      if (entryOf[state] !== 0) markEntries(marks, lexicon, entryOf[state], flags[i], -1, i, i + 1)
    } else walk(marks, tokens, word, lexicon, null, state, i, stop)
  }
  marks.begin(count)
  return marks
}

/**
 * Marks what the form from `token` to `end` stands for.
 * @param common the flags that all its words have
 * @param classes those whose forms may hold what was passed over inside
 */
function markEntries(
  marks: Marks,
  { entryClass, entryNeeds, entryNext }: Lexicon,
  entry: number,
  common: number,
  classes: number,
  token: number,
  end: number,
): void {
  for (let e = entry; e !== 0; e = entryNext[e]) {
    const needs = entryNeeds[e]
    if ((needs & NEEDS_CAPITALS) !== 0 && (common & CAPITAL) === 0) continue
    if ((needs & NEEDS_UPPER) !== 0 && (common & UPPER) === 0) continue
    if ((classes & (1 << entryClass[e])) !== 0) marks.put(token, end, entryClass[e], e)
  }
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
  const entryOf = own === null ? lexicon.automaton.entryOf : own.entryOf
  let common = flags[token]
  let classes = -1
  let j = token + 1
  for (let at = state; at !== 0; ) {
    if (entryOf[at] !== 0) markEntries(marks, lexicon, entryOf[at], common, classes, token, j)
    if (j >= stop) break
    let next = 0
    if (word[j] !== 0) next = own === null ? lexicon.step(at, word[j]) : own.step(at, word[j])
    else if (isJoint(key[j]) && j + 1 < stop && word[j + 1] !== 0 && (flags[j + 1] & LINE_START) === 0) {
      next = own === null ? lexicon.step(at, word[j + 1]) : own.step(at, word[j + 1])
      if (next !== 0) classes &= key[j] === COMMA ? MAY_HOLD_COMMA : MAY_HOLD_JOINT
      j++
    }
    if (next !== 0 && (flags[j] & WORD) !== 0) common &= flags[j]
    at = next
    j++
  }
}

export const MARK_CLASSES = CLASS_COUNT
