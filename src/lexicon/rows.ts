/** The rows of the tables that ship, made of their columns when they are first asked for. */
import type { Tokens } from '../text/tokens.js'
import type { Packed } from './automaton.js'
import type { Automaton, Row, Rows } from './lexicon.js'
import { unpackNumbers } from './packed.js'
import { spelled, wordCount } from './spelling.js'

/** The names of rows: the words on the way to the state where the row is at home, in the spelling of the row. */
export class Names {
  private spellingOf: Int32Array | null = null
  /** By how many words they are for. */
  private readonly spellings: string[][] = []
  /** The names that are given as they are, by the number of the row among all rows. */
  private readonly given = new Map<number, string>()

  /** @param cameBy the edge by which each state is first come to */
  constructor(
    private readonly packed: Packed,
    private readonly vocabulary: Tokens,
    private readonly automaton: Automaton,
    private readonly cameBy: Uint16Array,
  ) {}

  /** @param row its number among all rows of all classes */
  of(row: number, home: number): string {
    this.spellingOf ??= this.loadSpellings()
    const spelling = this.spellingOf[row]
    if (spelling === 0) return this.given.get(row)!
    const words = this.wordsTo(home)
    return spelled(words, this.spellings[words.length][spelling - 1])
  }

  private loadSpellings(): Int32Array {
    const { spelled, spellings, names } = this.packed
    const all = unpackNumbers(spelled)
    for (const spelling of spellings.split('\n')) {
      const count = wordCount(spelling)
      this.spellings[count] ??= []
      this.spellings[count].push(spelling)
    }
    const given = names.split('\n')
    let k = 0
    for (let row = 0; row < all.length; row++) if (all[row] === 0) this.given.set(row, given[k++])
    return all
  }

  private wordsTo(state: number): string[] {
    const { labels } = this.automaton
    const { start, end } = this.vocabulary
    const words: string[] = []
    for (let s = state; s !== 0; ) {
      const edge = this.cameBy[s]
      const word = labels[edge] - 1
      words.push(this.packed.words.slice(start[word], end[word]))
      s = this.stateOf(edge)
    }
    return words.reverse()
  }

  /** The state that an edge leaves. */
  private stateOf(edge: number): number {
    const { firstEdge } = this.automaton
    let low = 0
    let high = firstEdge.length - 1
    while (high - low > 1) {
      const mid = (low + high) >> 1
      if (firstEdge[mid] <= edge) low = mid
      else high = mid
    }
    return low
  }
}

/** The cells of a column, a row a line; or its values, each once a line, and for each row the number of its value, packed. */
export type Column = string | readonly [values: string, numbers: string]

/** A column once it is read: its values, and for each row the number of its value; null where each row has the value of its own number. */
interface Cells {
  values: string[]
  numbers: Int32Array | null
}

const cellsOf = (column: Column): Cells =>
  typeof column === 'string'
    ? { values: column.split('\n'), numbers: null }
    : { values: column[0].split('\n'), numbers: unpackNumbers(column[1]) }

export class ShippedRows implements Rows {
  private readonly made: (Row | undefined)[] = []
  /** The cells of each column but the name, once somebody has asked for one. */
  private readonly cells: Cells[] = []

  /**
   * @param columns beside the name
   * @param homes the state of each row's own name
   * @param first the number of the first row among all rows of all classes
   */
  constructor(
    private readonly columns: readonly Column[],
    private readonly names: Names,
    private readonly homes: readonly number[],
    private readonly first: number,
    readonly count: number,
  ) {}

  at(row: number): Row {
    return this.made[row] ?? this.make(row)
  }

  cell(row: number, column: number): string {
    if (column === 0) return this.names.of(this.first + row, this.homes[row] ?? 0)
    let cells = this.cells[column]
    if (cells === undefined) {
      cells = cellsOf(this.columns[column - 1])
      this.cells[column] = cells
    }
    return cells.values[cells.numbers === null ? row : cells.numbers[row]]
  }

  private make(row: number): Row {
    const cells: string[] = []
    for (let column = 0; column <= this.columns.length; column++) cells.push(this.cell(row, column))
    // All extractors share it, and rules of a user's own can come by it.
    const made = Object.freeze(cells)
    this.made[row] = made
    return made
  }
}
