#!/usr/bin/env node
/** The program `chucdanh`: joins `run` to the process. */
import { once } from 'node:events'
import type { Io } from './io.js'
import { run } from './program.js'

// A reader that has seen enough ("chucdanh extract … | head") closes the pipe: no reason for words.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })

async function write(data: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(data)) await once(process.stdout, 'drain')
}

const io: Io = {
  stdin: process.stdin,
  out: write,
  bytes: write,
  err(line) {
    process.stderr.write(`${line}\n`)
  },
  isTTY: process.stdout.isTTY === true,
  columns: process.stdout.columns,
  env: process.env,
  terminal: process.stderr.isTTY
    ? {
        write: text => void process.stderr.write(text),
        get columns() {
          return process.stderr.columns || 80
        },
      }
    : null,
  onInterrupt(stop) {
    const signals = ['SIGINT', 'SIGTERM'] as const
    for (const signal of signals) process.on(signal, stop)
    return () => {
      for (const signal of signals) process.off(signal, stop)
    }
  },
}

// Not process.exit(): what is still on its way to a pipe would be lost.
process.exitCode = await run(process.argv.slice(2), io)
