/**
 * A batch: some pieces of input that go through the extraction together, in the thread at hand or in another.
 *
 * It holds bytes, not strings or objects: bytes cross from thread to thread as a block, and whoever does the work decodes
 * and parses them.
 */

/** Where a run stands in its input: all before this is done. */
export interface Position {
  /** Index of the source. */
  source: number
  /** Bytes of it that are done, counted after decompression. */
  offset: number
  /** Lines of it that are done. */
  line: number
}

/** Part of one source. */
export interface Piece {
  /** A whole text, a whole page, or lines with an article each. */
  kind: 'text' | 'html' | 'lines'
  /** The source's name, for messages. */
  file: string
  /** The id of a whole text's record; of a line's, where it brings none, the part before its number. */
  id: string | null
  /** Number of the first line, from 1; null for a whole text or page. */
  line: number | null
  bytes: Uint8Array
  /** Why this piece cannot be worked on, if it cannot. */
  reason?: string
}

export interface Batch {
  pieces: Piece[]
  /** Where the run stands once this batch is done. */
  end: Position
  /** Bytes read from the files so far, for the progress bar. */
  read: number
}

/** Input that gave no record. */
export interface Problem {
  file: string
  line: number | null
  reason: string
  /** The start of the line. */
  start: string
}

/** What became of a batch. */
export interface Outcome {
  /** The records, as text in UTF-8: one for each file that is written. */
  out: Uint8Array[]
  /** How many there are. */
  articles: number
  /** How many of them had a date that is no day. */
  undated: number
  problems: Problem[]
}

const START = 200

/** The start of a line, as a problem shows it. */
export function startOf(line: string | Uint8Array): string {
  const text = typeof line === 'string' ? line : new TextDecoder().decode(line.subarray(0, 4 * START))
  const characters = Array.from(text.slice(0, 2 * START))
  return characters.length > START ? `${characters.slice(0, START).join('')}…` : characters.join('')
}

/** "16 MB", "64 KB", "100 bytes" */
export function sizeInWords(bytes: number): string {
  for (const [unit, size] of [
    ['GB', 2 ** 30],
    ['MB', 2 ** 20],
    ['KB', 2 ** 10],
  ] as const)
    if (bytes >= size) return `${bytes % size === 0 ? bytes / size : (bytes / size).toFixed(1)} ${unit}`
  return `${bytes} bytes`
}

export const tooLong = (limit: number): string => `line longer than ${sizeInWords(limit)}`
