/** The command as built, run as a process. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
export const isBuilt = existsSync(cli)

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
}

export function start(
  args: string[],
  env: Record<string, string> = {},
): { child: ChildProcess; ended: Promise<Ended> } {
  return follow(spawn(process.execPath, [cli, ...args], { env: { ...process.env, ...env } }))
}

/** With no file allowed to get larger than so many blocks of 512 bytes: a full disk, for what the program can tell. */
export function startCramped(blocks: number, args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  return follow(spawn('sh', ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, cli, ...args]))
}

function follow(child: ChildProcess): { child: ChildProcess; ended: Promise<Ended> } {
  const result = { out: '', err: '' }
  child.stdout!.setEncoding('utf8').on('data', d => (result.out += d))
  child.stderr!.setEncoding('utf8').on('data', d => (result.err += d))
  const ended = new Promise<Ended>(resolve => {
    child.on('close', (code, signal) => resolve({ code, signal, ...result }))
  })
  return { child, ended }
}

export const run = (args: string[], env?: Record<string, string>): Promise<Ended> => start(args, env).ended

/** Waits until something is so, but not for ever. */
export async function until(what: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !what(); ) {
    if (Date.now() > end) throw new Error('waited 20 seconds')
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
