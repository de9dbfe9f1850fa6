/** What a command reads from and writes to, so that tests can stand in for the terminal. */

export interface Io {
  stdin: AsyncIterable<Uint8Array> & { isTTY?: boolean }
  /** Writes to standard output, and waits while it is full. */
  out(text: string): Promise<void>
  /** Writes a line to standard error. */
  err(line: string): void
  /** Is standard output a terminal? */
  isTTY: boolean
  /** The terminal's width, if there is one. */
  columns: number | undefined
  env: Readonly<Record<string, string | undefined>>
}

/** Wrong use of the command line: told in one line with what there is, exit code 2. */
export class UsageError extends Error {}

/** The exit codes. */
export const OK = 0
export const SOME_FAILED = 1
export const WRONG_USE = 2
