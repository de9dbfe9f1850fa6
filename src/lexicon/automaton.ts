/**
 * The forms of the lexicon as the smallest automaton that knows them, packed into strings. Run at build time.
 *
 * Forms that go on alike share their states: "Ủy ban nhân dân tỉnh" and "UBND tỉnh" from the second word on. The automaton is
 * written state by state, level by level from the root, and most edges lead to a state of which nobody spoke before: that is the
 * next one that has no number yet, so the edge needs none. Likewise the rows of each table are numbered in the order in
 * which the states come where they stand by their own name.
 */
import { packNumbers } from './packed.js'
import { spellingOf, wordCount } from './spelling.js'

export interface Form {
  words: string[]
  class: number
  /** Index of its row in its table. */
  row: number
  needs: number
}

/** The forms as they ship; `load.ts` reads them. Each string but `words`, `spellings` and `names` holds packed numbers. */
export interface Packed {
  /** Every word of a form once, by the spelling of its key; its number is its place, from 1. */
  words: string
  /** For each state how many edges and how many entries it has: four times the edges and the entries, or 3 if they are told in `more`. */
  shapes: string
  more: string
  /** For each edge the number of its word. */
  labels: string
  /** For each edge 0 if it leads to the next new state, else 1 + the number of the state. */
  links: string
  /** For each entry the index of its kind, and the kinds: class * 8 + needs * 2, and 1 if the row is the next new one of its class. */
  entries: string
  kinds: string
  /** The row of each entry that is no new one. */
  rows: string
  /** For each row, class by class, 1 + the index of its spelling among those of as many words, or 0 if its name stands in `names`. */
  spelled: string
  spellings: string
  names: string
}

interface State {
  edges: Map<number, State>
  /** Entries as class, row, needs; the likeliest first. */
  entries: [number, number, number][]
  id: number
  /** The edge by which the state is first come to. */
  from: State | null
  word: number
}

/** How many words are so common that they are numbered by how often they stand in a form; the others are by the alphabet, which compresses better. */
const COMMON = 600

/**
 * @param keyOf the key by which a text's word is looked up: words of one key are one
 * @param names for each class the names of its rows
 * @returns what ships, and for each class the order in which its rows are numbered
 */
export function packForms(
  forms: readonly Form[],
  names: ReadonlyMap<number, readonly string[]>,
  wordsOf: (name: string) => string[],
  keyOf: (word: string) => number,
): { packed: Packed; order: Map<number, number[]> } {
  const vocabulary = new Vocabulary(forms, keyOf)
  const root = minimal(trieOf(forms, vocabulary))
  const homes = markPaths(root, forms, names, wordsOf, vocabulary)
  return write(root, homes, names, vocabulary)
}

class Vocabulary {
  /** By number; 0 is no word. */
  readonly words: string[] = ['']
  private readonly numbers = new Map<number, number>()

  constructor(
    forms: readonly Form[],
    private readonly keyOf: (word: string) => number,
  ) {
    const byKey = new Map<number, Map<string, number>>()
    for (const { words } of forms)
      for (const word of words) {
        const spellings = byKey.get(keyOf(word)) ?? new Map<string, number>()
        byKey.set(keyOf(word), spellings.set(word, (spellings.get(word) ?? 0) + 1))
      }
    const all = [...byKey].map(([key, spellings]) => {
      const ranked = [...spellings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      return { key, word: ranked[0][0], count: ranked.reduce((n, [, c]) => n + c, 0) }
    })
    all.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    const alphabet = (a: { word: string }, b: { word: string }): number => (a.word < b.word ? -1 : 1)
    for (const { key, word } of [...all.slice(0, COMMON), ...all.slice(COMMON).sort(alphabet)]) {
      this.numbers.set(key, this.words.length)
      this.words.push(word)
    }
  }

  /** The number of a word, or 0. */
  of(word: string): number {
    return this.numbers.get(this.keyOf(word)) ?? 0
  }
}

const newState = (): State => ({ edges: new Map(), entries: [], id: -1, from: null, word: 0 })

function trieOf(forms: readonly Form[], vocabulary: Vocabulary): State {
  const root = newState()
  for (const { words, class: cls, row, needs } of forms) {
    let state = root
    for (const word of words) {
      const label = vocabulary.of(word)
      const next = state.edges.get(label) ?? newState()
      state.edges.set(label, next)
      state = next
    }
    if (!state.entries.some(e => e[0] === cls && e[1] === row && e[2] === needs)) state.entries.push([cls, row, needs])
  }
  return root
}

/** Joins states with the same entries and the same ways on. */
function minimal(root: State): State {
  const known = new Map<string, State>()
  const ids = new Map<State, number>()
  const visit = (state: State): State => {
    state.edges = new Map(
      [...state.edges].map(([label, next]) => [label, visit(next)] as const).sort((a, b) => a[0] - b[0]),
    )
    state.entries.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    const signature = `${state.entries.join(';')}|${[...state.edges].map(([label, next]) => `${label}:${ids.get(next)}`)}`
    const same = known.get(signature)
    if (same !== undefined) return same
    known.set(signature, state)
    ids.set(state, ids.size)
    return state
  }
  return visit(root)
}

/** What 16 bits hold. */
const MOST = 0xffff

const rowKey = (cls: number, row: number): string => `${cls} ${row}`

/** Gives each state the edge it is first come to by: on the way to a row's own name where there is one. Returns the rows by the state of their name. */
function markPaths(
  root: State,
  forms: readonly Form[],
  names: ReadonlyMap<number, readonly string[]>,
  wordsOf: (name: string) => string[],
  vocabulary: Vocabulary,
): Map<string, State> {
  const homes = new Map<string, State>()
  const filed = new Set(forms.map(f => rowKey(f.class, f.row)))
  for (const [cls, list] of names)
    list.forEach((name, row) => {
      if (!filed.has(rowKey(cls, row))) return
      let state: State | undefined = root
      const way: State[] = []
      const labels = wordsOf(name).map(w => vocabulary.of(w))
      for (const label of labels) {
        state = state?.edges.get(label)
        if (state !== undefined) way.push(state)
      }
      if (state === undefined || state === root || !state.entries.some(e => e[0] === cls && e[1] === row)) return
      way.forEach((s, i) => {
        if (s.from !== null) return
        s.from = i === 0 ? root : way[i - 1]
        s.word = labels[i]
      })
      homes.set(rowKey(cls, row), state)
    })
  const seen = new Set([root])
  for (const state of seen)
    for (const [label, next] of state.edges) {
      if (next.from === null) {
        next.from = state
        next.word = label
      }
      seen.add(next)
    }
  return homes
}

function write(
  root: State,
  homes: Map<string, State>,
  names: ReadonlyMap<number, readonly string[]>,
  vocabulary: Vocabulary,
): { packed: Packed; order: Map<number, number[]> } {
  // Down along the first edges, so that states that belong together stand near each other.
  const states: State[] = []
  let edgeCount = 0
  const open = [root]
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    state.id = states.length
    states.push(state)
    edgeCount += state.edges.size
    const children = [...state.edges].filter(([label, to]) => to.from === state && to.word === label)
    for (const [, to] of children.reverse()) open.push(to)
  }
  if (states.length > MOST || edgeCount > MOST)
    throw new RangeError('the automaton has outgrown the 16 bits of load.ts')
  const order = new Map([...names].map(([cls]) => [cls, [] as number[]]))
  const numbers = new Map<string, number>()
  const number = (cls: number, row: number): void => {
    numbers.set(rowKey(cls, row), order.get(cls)!.length)
    order.get(cls)!.push(row)
  }
  for (const state of states)
    for (const [cls, row] of state.entries)
      if (homes.get(rowKey(cls, row)) === state && !numbers.has(rowKey(cls, row))) number(cls, row)
  for (const [cls, list] of names)
    list.forEach((_, row) => {
      if (!numbers.has(rowKey(cls, row))) number(cls, row)
    })

  const shapes: number[] = []
  const more: number[] = []
  const labels: number[] = []
  const links: number[] = []
  const kinds: number[] = []
  const rows: number[] = []
  const met = new Map([...order].map(([cls]) => [cls, 0]))
  for (const state of states) {
    const { edges, entries } = state
    shapes.push(edges.size * 4 + Math.min(entries.length, 3))
    if (entries.length >= 3) more.push(entries.length)
    let before = 0
    for (const [label, to] of edges) {
      const first = to.from === state && to.word === label
      labels.push(label - before)
      before = label
      links.push(first ? 0 : 1 + zigzag(to.id - state.id))
    }
    for (const [cls, row, needs] of entries) {
      const own = numbers.get(rowKey(cls, row))!
      const fresh = homes.get(rowKey(cls, row)) === state && own === met.get(cls)
      if (fresh) met.set(cls, own + 1)
      else rows.push(own)
      kinds.push(cls * 8 + needs * 2 + (fresh ? 1 : 0))
    }
  }
  const ranked = rank(kinds)

  const named: number[] = []
  const explicit: string[] = []
  const of = new Map<number, string | null>()
  let at = 0
  for (const [cls, list] of order)
    for (const row of list) {
      const name = names.get(cls)![row]
      const home = homes.get(rowKey(cls, row))
      const words: string[] = []
      for (let s = home ?? root; s.from !== null; s = s.from) words.unshift(vocabulary.words[s.word])
      of.set(at++, home === undefined ? null : spellingOf(name, words))
    }
  const spellings = rank([...of.values()].filter(s => s !== null))
  at = 0
  for (const [cls, list] of order)
    for (const row of list) {
      const spelling = of.get(at++)!
      const alike = spellings.filter(s => spelling !== null && wordCount(s) === wordCount(spelling))
      named.push(spelling === null ? 0 : alike.indexOf(spelling) + 1)
      if (spelling === null) explicit.push(names.get(cls)![row])
    }
  return {
    packed: {
      words: vocabulary.words.slice(1).join(' '),
      shapes: packNumbers(shapes),
      more: packNumbers(more),
      labels: packNumbers(labels),
      links: packNumbers(links),
      entries: packNumbers(kinds.map(k => ranked.indexOf(k))),
      kinds: packNumbers(ranked),
      rows: packNumbers(rows),
      spelled: packNumbers(named),
      spellings: spellings.join('\n'),
      names: explicit.join('\n'),
    },
    order,
  }
}

/** 0, -1, 1, -2, 2 … as 0, 1, 2, 3, 4 … */
const zigzag = (n: number): number => (n < 0 ? -2 * n - 1 : 2 * n)

/** The values, each once, the commonest first. */
export function rank<T>(values: readonly T[]): T[] {
  const counts = new Map<T, number>()
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([v]) => v)
}
