/**
 * What the verbs of verbs.tsv are for, as bits: one number an entry of the lexicon, so that a sentence is judged by its marks
 * before anything else is read.
 */
import { VERB } from '../../lexicon/classes.js'
import { CLASS_MASK, type Lexicon, NEXT_SHIFT } from '../../lexicon/lexicon.js'
import type { Force } from '../../records.js'

/** Makes a directive by itself: "yêu cầu". */
export const CUE = 1
/** Verb of saying that makes one with a modal: "nhấn mạnh". */
export const REPORT = 2
/** Verb of saying that mostly reports facts: "cho biết". */
export const TELL = 4
/** "phải", "không được" */
export const MODAL = 8
/** Opens a task: "rà soát". */
export const TASK = 16
/** Manner of a task: "khẩn trương". It opens one, but is no verb yet. */
export const MANNER = 32
export const CONTINUATION = 64
export const BLOCKER = 128
/** A task or modal that forbids. */
export const PROHIBITS = 256
/** A blocker that directs whoever is not above the one who says it: "kiến nghị". */
export const PROPOSES = 512
const FORCE_SHIFT = 10

const USES: Record<string, number> = {
  cue: CUE,
  report: REPORT,
  tell: TELL,
  modal: MODAL,
  task: TASK,
  manner: TASK | MANNER,
  continuation: CONTINUATION,
  blocker: BLOCKER,
}

const FORCES: Force[] = ['order', 'request', 'urge', 'assign', 'prohibit', 'obligation']

/** The force of a cue or modal. */
export const forceOf = (code: number): Force => FORCES[(code >> FORCE_SHIFT) & 7]

const codes = new WeakMap<Lexicon, Int32Array>()

/** The uses of each entry of the lexicon and of the further verbs that are written alike. */
export function verbCodes(lexicon: Lexicon): Int32Array {
  const { facts, entryCount } = lexicon
  const known = codes.get(lexicon)
  // A user may have added verbs since.
  if (known !== undefined && known.length === entryCount) return known
  const table = new Int32Array(entryCount)
  // An entry's successors were filed before it.
  for (let e = 1; e < entryCount; e++) {
    const fact = facts[e]
    const next = table[fact >>> NEXT_SHIFT]
    if ((fact & CLASS_MASK) !== VERB) {
      if (next !== 0) table[e] = next
      continue
    }
    const use = USES[lexicon.cell(e, 1)] ?? 0
    const force = FORCES.indexOf(lexicon.cell(e, 2) as Force)
    table[e] = next | use
    if (force === 4) table[e] |= PROHIBITS
    if (use === BLOCKER && force >= 0) table[e] |= PROPOSES
    if ((use & (CUE | MODAL)) !== 0 && force >= 0)
      table[e] = (table[e] & ((1 << FORCE_SHIFT) - 1)) | (force << FORCE_SHIFT)
  }
  codes.set(lexicon, table)
  return table
}
