/** The compiled tables -> a lexicon, once a process and only when first asked for. */
import { tokenize } from '../text/tokens.js'
import type { Packed } from './automaton.js'
import { CLASS_COUNT } from './classes.js'
import { COLUMNS, COUNTS, FORMS } from './compiled.js'
import { type Automaton, Lexicon, NEEDS_SHIFT, NEXT_SHIFT, type Shipped, Words } from './lexicon.js'
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
  const labels = new Uint16Array(unpackNumbers(packed.labels))
  const targets = new Uint16Array(labels.length)
  const goesOn = new Int32Array(states)
  const entryOf = new Uint16Array(states)
  // The edge that each state is first come to by, for the names.
  const cameBy = new Uint16Array(states)
  const count = kindOf.length + 1
  const facts = new Int32Array(count)
  const row = new Uint16Array(count)
  const homes: number[][] = Array.from({ length: CLASS_COUNT }, () => [])
  const open = new Uint16Array(links.length)
  let waiting = 0
  let edge = 0
  let from = 0
  let entry = 0
  let known = 0
  // This runs once, before any compiler has warmed up: what is done for each of 16,000 edges is written out, without a call.
  for (let state = 0; state < states; state++) {
    // The state is the one that the last open edge leads to.
    if (state > 0) {
      const by = open[--waiting]
      targets[by] = state
      cameBy[state] = by
    }
    firstEdge[state] = edge
    const shape = shapes[state]
    const first = edge
    edge += shape >> 2
    let on = 0
    for (let k = first, word = 0; k < edge; k++) {
      word += labels[k]
      labels[k] = word
      on |= 1 << (word & 31)
    }
    goesOn[state] = on
    for (let k = edge - 1; k >= first; k--) {
      const link = links[k]
      if (link === 0) open[waiting++] = k
      else targets[k] = state + ((link & 1) === 1 ? (link - 1) >> 1 : -(link >> 1))
    }
    let own = shape & 3
    if (own === 0) continue
    if (own === 3) own = more[from++]
    // Filed from the last to the likeliest, so that each one's next has the lower number.
    for (let e = entry + own, k = entry, next = 0; e > entry; e--, k++) {
      const kind = kinds[kindOf[k]]
      next = e - 1 > entry ? e - 1 : 0
      facts[e] = (kind >> 3) | (((kind >> 1) & 3) << NEEDS_SHIFT) | (next << NEXT_SHIFT)
      row[e] = (kind & 1) === 1 ? homes[kind >> 3].push(state) - 1 : rowOf[known++]
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
    entries: { facts, row, count },
    rows: homes.map((states, cls) => {
      const rows = new ShippedRows(COLUMNS[cls] ?? [], names, states, firstRow, COUNTS[cls] ?? 0)
      firstRow += rows.count
      return rows
    }),
  }
}
