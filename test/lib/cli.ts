/** The command line run in this process, with what it reads and writes stood in for. */
import { expect } from 'vitest'
import type { Io } from '../../src/cli/io.js'
import { run } from '../../src/cli/program.js'

export interface Result {
  code: number
  out: string
  err: string
}

export interface Setup {
  stdin?: string | Uint8Array
  isTTY?: boolean
  columns?: number | undefined
  env?: Record<string, string>
}

export async function cli(args: string[], { stdin, isTTY = false, columns, env = {} }: Setup = {}): Promise<Result> {
  const result = { code: 0, out: '', err: '' }
  const io: Io = {
    stdin: (async function* () {
      if (stdin !== undefined) yield typeof stdin === 'string' ? Buffer.from(stdin) : stdin
    })(),
    async out(text) {
      result.out += text
    },
    err(line) {
      result.err += `${line}\n`
    },
    isTTY,
    columns,
    env,
    terminal: null,
    onInterrupt: () => () => {},
  }
  result.code = await run(args, io)
  expect(result.err).not.toMatch(/\n\s+at /)
  return result
}
