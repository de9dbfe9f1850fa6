/**
 * Tokens -> marks: every place where a form of the lexicon stands in the text, found in one pass.
 *
 * For each token and class the longest form counts. Rules ask for marks instead of looking at characters again.
 */
import { CAPITAL, LINE_START, NUMBER, UPPER, WORD } from '../text/flags.js'
import type { Sentences } from '../text/sentences.js'
import type { Tokens } from '../text/tokens.js'
import { BODY, CLASS_COUNT, FIELD, HONORIFIC, NEEDS_CAPITALS, NEEDS_UPPER, PERSON, PLACE, POSITION } from './classes.js'
import { classOf, isJoint, type Lexicon, needsOfEntry, nextOf, type OwnForms, type Row, stepOf } from './lexicon.js'

const COMMA = 0x2c
/** Forms whose own name has commas: "Văn hóa, Thể thao và Du lịch". */
const MAY_HOLD_COMMA = (1 << BODY) | (1 << FIELD)
const MAY_HOLD_JOINT = MAY_HOLD_COMMA | (1 << PLACE) | (1 << POSITION) | (1 << HONORIFIC) | (1 << PERSON)

/** A mark is two numbers: its entry, and its end and class in one. */
const CLASS_BITS = 5
const CLASS_MASK = (1 << CLASS_BITS) - 1

export class Marks {
  /**
   * @param classes for each token a bit for every class of which a form begins there
   * @param first for each token its first mark; the marks of one token follow each other up to that of the next
   * @param entry for each mark the entry of its form
   * @param reach for each mark the token after the form, and its class
   */
  constructor(
    private readonly lexicon: Lexicon,
    readonly classes: Int32Array,
    private readonly first: Int32Array,
    private readonly entry: Int32Array,
    private readonly reach: Int32Array,
  ) {}

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
    const { facts } = this.lexicon
    for (let e = this.entryAt(token, cls); e !== 0; e = nextOf(facts[e]))
      if (classOf(facts[e]) === cls) rows.push(this.lexicon.row(e))
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
  const { facts, own, automaton } = lexicon
  const { start, entryOf } = automaton
  const word = wordsOf(tokens, lexicon)
  // One piece of memory is made faster than four. News has about three marks for four tokens.
  const room = count + CLASS_COUNT
  const memory = new ArrayBuffer((count * 2 + 2 + room * 2) * 4)
  const classes = new Int32Array(memory, 0, count + 1)
  const first = new Int32Array(memory, (count + 1) * 4, count + 1)
  let entry = new Int32Array(memory, (count + 1) * 8, room)
  let reach = new Int32Array(memory, (count * 2 + 2 + room) * 4, room)
  let marks = 0
  let sentence = 0
  let stop = sentences.count > 0 ? sentences.first[1] : 0
  for (let token = 0; token < count; token++) {
    while (token >= stop) stop = sentences.first[++sentence + 1]
    const from = marks
    first[token] = from
    if (word[token] === 0) continue
    // There is at most one of each class.
    if (marks + CLASS_COUNT > entry.length) {
      entry = larger(entry)
      reach = larger(reach)
    }
    let found = 0 // the classes of which forms begin here
    if (own !== null)
      // Of two forms of one length the first one counts: the caller's own.
      for (const form of ownForms(tokens, word, lexicon, own, token, stop)) {
        const cls = classOf(facts[form.entry])
        marks = put(entry, reach, from, marks, (found >>> cls) & 1, form.entry, (form.end << CLASS_BITS) | cls)
        found |= 1 << cls
      }
    // From here on the text is followed through the automaton, as far as it goes.
    let state = word[token] < start.length ? start[word[token]] : 0
    let common = flags[token] // what all words of the form have
    let allowed = -1 // classes whose forms may hold what was passed over inside
    for (let end = token + 1; state !== 0; end++) {
      for (let e = entryOf[state]; e !== 0; ) {
        const fact = facts[e]
        const cls = classOf(fact)
        if (((allowed >>> cls) & 1) !== 0 && meets(common, needsOfEntry(fact))) {
          marks = put(entry, reach, from, marks, (found >>> cls) & 1, e, (end << CLASS_BITS) | cls)
          found |= 1 << cls
        }
        e = nextOf(fact)
      }
      if (end >= stop) break
      let next = word[end]
      if (next === 0) {
        if (!isJoint(key[end]) || end + 1 >= stop) break
        next = word[end + 1]
        if (next === 0 || (flags[end + 1] & LINE_START) !== 0) break
        allowed &= key[end] === COMMA ? MAY_HOLD_COMMA : MAY_HOLD_JOINT
        end++
      }
      state = stepOf(automaton, state, next)
      if ((flags[end] & WORD) !== 0) common &= flags[end]
    }
    classes[token] = found
  }
  first[count] = marks
  return new Marks(lexicon, classes, first, entry, reach)
}

/** Have the words of a form, that have these flags in common, the capitals that it needs? */
function meets(common: number, needs: number): boolean {
  return (
    needs === 0 ||
    (((needs & NEEDS_CAPITALS) === 0 || (common & CAPITAL) !== 0) &&
      ((needs & NEEDS_UPPER) === 0 || (common & UPPER) !== 0))
  )
}

/**
 * Files a mark among those of its token, which begin at `from`: as a new one, or in place of a shorter one of its class.
 * @param known has the token a mark of this class?
 * @returns how many marks there are now
 */
function put(
  entries: Int32Array,
  reaches: Int32Array,
  from: number,
  marks: number,
  known: number,
  entry: number,
  reach: number,
): number {
  let m = marks
  if (known !== 0) {
    m = from
    while ((reaches[m] & CLASS_MASK) !== (reach & CLASS_MASK)) m++
    if (reaches[m] >= reach) return marks
  }
  entries[m] = entry
  reaches[m] = reach
  return marks + 1 - known
}

function larger(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(array.length * 2 + CLASS_COUNT)
  twice.set(array)
  return twice
}

/** The caller's own forms that begin at `token`, from the shortest to the longest, of one length the likeliest first. */
function ownForms(
  { key, flags }: Tokens,
  word: Int32Array,
  { facts }: Lexicon,
  own: OwnForms,
  token: number,
  stop: number,
): { entry: number; end: number }[] {
  const found: { entry: number; end: number }[] = []
  let common = flags[token]
  let allowed = -1
  let node = own.step(0, word[token])
  for (let end = token + 1; node !== 0; end++) {
    for (let e = own.entryOf[node]; e !== 0; e = nextOf(facts[e])) {
      if (((allowed >>> classOf(facts[e])) & 1) !== 0 && meets(common, needsOfEntry(facts[e])))
        found.push({ entry: e, end })
    }
    if (end >= stop) break
    if (word[end] === 0) {
      if (!isJoint(key[end]) || end + 1 >= stop || (flags[end + 1] & LINE_START) !== 0) break
      allowed &= key[end] === COMMA ? MAY_HOLD_COMMA : MAY_HOLD_JOINT
      end++
    }
    node = word[end] === 0 ? 0 : own.step(node, word[end])
    if ((flags[end] & WORD) !== 0) common &= flags[end]
  }
  return found
}
