/** The compiled tables -> a lexicon, once a process and only when first asked for. */
import { tokenize } from '../text/tokens.js'
import type { Packed } from './automaton.js'
import { CLASS_COUNT } from './classes.js'
import { COLUMNS, COUNTS, FORMS } from './compiled.js'
import { type Automaton, type Entries, entryFacts, Lexicon, type Shipped, Words } from './lexicon.js'
import { unpackNumbers } from './packed.js'
import { Names, ShippedRows } from './rows.js'

let shipped: Shipped | null = null
let shared: Lexicon | null = null

/** The lexicon as shipped. It is shared, so nobody can add to it. */
export function defaultLexicon(): Lexicon {
  shared ??= loadLexicon().seal()
  return shared
}

/** A lexicon of its own, as shipped, to add entries to. */
export function loadLexicon(): Lexicon {
  shipped ??= load(FORMS)
  return new Lexicon(shipped)
}

function load(packed: Packed): Shipped {
  const vocabulary = tokenize(packed.words)
  const shapes = unpackNumbers(packed.shapes)
  const more = unpackNumbers(packed.more)
  const links = unpackNumbers(packed.links)
  const kinds = unpackNumbers(packed.kinds)
  const kindOf = unpackNumbers(packed.entries)
  const rowOf = unpackNumbers(packed.rows)
  const states = shapes.length
  const start = new Uint16Array(vocabulary.count + 1)
  const firstEdge = new Uint16Array(states + 1)
  const labels = Uint16Array.from(unpackNumbers(packed.labels))
  const targets = new Uint16Array(labels.length)
  const goesOn = new Int32Array(states)
  const entryOf = new Uint16Array(states)
  // The edge that each state is first come to by, for the names.
  const cameBy = new Uint16Array(states)
  const count = kindOf.length + 1
  const entries: Entries = {
    facts: new Int32Array(count),
    row: new Uint16Array(count),
    count,
  }
  const homes: number[][] = Array.from({ length: CLASS_COUNT }, () => [])
  const open = new Uint16Array(links.length)
  let waiting = 0
  let edge = 0
  let from = 0
  let entry = 0
  let known = 0
  for (let state = 0; state < states; state++) {
    // The state is the one that the last open edge leads to.
    if (state > 0) {
      const by = open[--waiting]
      targets[by] = state
      cameBy[state] = by
    }
    firstEdge[state] = edge
    const first = edge
    edge += shapes[state] >> 2
    for (let k = first, word = 0; k < edge; k++) {
      word += labels[k]
      labels[k] = word
      goesOn[state] |= 1 << (word & 31)
    }
    for (let k = edge - 1; k >= first; k--) {
      const link = links[k]
      if (link === 0) open[waiting++] = k
      else targets[k] = state + ((link & 1) === 1 ? (link - 1) >> 1 : -(link >> 1))
    }
    let own = shapes[state] & 3
    if (own === 0) continue
    if (own === 3) own = more[from++]
    // Filed from the last to the likeliest, so that each one's next has the lower number.
    for (let k = 0; k < own; k++) {
      const e = entry + own - k
      const kind = kinds[kindOf[entry + k]]
      const cls = kind >> 3
      entries.facts[e] = entryFacts(cls, (kind >> 1) & 3, k < own - 1 ? e - 1 : 0)
      entries.row[e] = (kind & 1) === 1 ? homes[cls].push(state) - 1 : rowOf[known++]
    }
    entry += own
    entryOf[state] = entry
  }
  firstEdge[states] = edge
  for (let k = 0; k < firstEdge[1]; k++) start[labels[k]] = targets[k]
  const automaton: Automaton = { start, firstEdge, labels, targets, goesOn, entryOf }
  const names = new Names(packed, vocabulary, automaton, cameBy)
  let firstRow = 0
  return {
    words: new Words(vocabulary.key, vocabulary.count),
    automaton,
    entries,
    rows: homes.map((states, cls) => {
      const rows = new ShippedRows(COLUMNS[cls] ?? [], names, states, firstRow, COUNTS[cls] ?? 0)
      firstRow += rows.count
      return rows
    }),
  }
}
