/** What a command reads from and writes to, so that tests can stand in for the terminal. */

export interface Io {
  stdin: AsyncIterable<Uint8Array> & { isTTY?: boolean }
  /** Writes to standard output, and waits while it is full. */
  out(text: string): Promise<void>
  /** The same with text in UTF-8, where that can be had without making a string of it. */
  bytes?(data: Uint8Array): Promise<void>
  /** Writes a line to standard error. */
  err(line: string): void
  /** Is standard output a terminal? */
  isTTY: boolean
  /** The terminal's width, if there is one. */
  columns: number | undefined
  env: Readonly<Record<string, string | undefined>>
  /** Standard error as a terminal, for what is written over again; null if it is none. */
  terminal: { write(text: string): void; columns: number } | null
  /** Has `stop` called when the user or the system asks for the end; gives what takes that back. */
  onInterrupt(stop: (signal: 'SIGINT' | 'SIGTERM') => void): () => void
}

/** Wrong use of the command line: told in one line with what there is, exit code 2. */
export class UsageError extends Error {}

/** The exit codes. */
export const OK = 0
export const SOME_FAILED = 1
export const WRONG_USE = 2
export const INTERRUPTED = { SIGINT: 130, SIGTERM: 143 } as const
