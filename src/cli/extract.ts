/** `chucdanh extract`: texts in, records out. */
import { createExtractor, type Extractor } from '../extractor.js'
import { listOf, nearest } from '../messages.js'
import { KINDS, type Kind } from '../options.js'
import type { Extraction } from '../records.js'
import { FileError, idOf, OutputFile, readText } from './files.js'
import { type Io, OK, SOME_FAILED, UsageError } from './io.js'
import { formatTable } from './table.js'
import { plainText } from './text.js'

export const FORMATS = ['table', 'json', 'ndjson'] as const
type Format = (typeof FORMATS)[number]

export interface ExtractFlags {
  format?: string
  only?: string
  place?: string
  date?: string
  output?: string
  trace?: boolean
}

export async function extractCommand(files: readonly string[], flags: ExtractFlags, io: Io): Promise<number> {
  const toFile = flags.output !== undefined && flags.output !== '-'
  const format = formatOf(flags.format) ?? (io.isTTY && !toFile ? 'table' : 'ndjson')
  const kinds = kindsOf(flags.only)
  const extractor = extractorOf(flags, kinds)
  const output = toFile ? await OutputFile.open(flags.output!) : null
  const write = output === null ? io.out : (text: string) => output.write(text)
  const color = output === null && io.isTTY && !io.env.NO_COLOR && io.env.TERM !== 'dumb'
  const width = (output === null ? io.columns : undefined) ?? (Number(io.env.COLUMNS) || 80)
  const print = printer(format, write, record => formatTable(record, { width, color, kinds: new Set(kinds) }))

  let code = OK
  if (files.length === 0 && io.stdin.isTTY) io.err('chucdanh: reading standard input; end it with Ctrl-D')
  try {
    for (const file of files.length === 0 ? ['-'] : files) {
      const record = await one(file, extractor, io)
      if (record === null) code = SOME_FAILED
      else await print.record(record)
    }
    await print.end()
    await output?.done()
  } catch (error) {
    output?.discard()
    throw error
  }
  return code
}

/** The record of one file, or null after saying what is wrong with it. */
async function one(file: string, extractor: Extractor, io: Io): Promise<Extraction | null> {
  try {
    const text = await readText(file, io)
    return extractor(text, file === '-' ? {} : { id: idOf(file) })
  } catch (error) {
    const message = error instanceof FileError ? error.message : `${file}: ${(error as Error).message}`
    io.err(`chucdanh: ${plainText(message)}`)
    return null
  }
}

interface Printer {
  record(record: Extraction): Promise<void>
  end(): Promise<void>
}

function printer(format: Format, write: (text: string) => Promise<void>, table: (r: Extraction) => string): Printer {
  let count = 0
  switch (format) {
    case 'table':
      return { record: r => write(`${count++ > 0 ? '\n' : ''}${table(r)}\n`), end: async () => {} }
    case 'ndjson':
      return { record: r => write(`${JSON.stringify(r)}\n`), end: async () => {} }
    case 'json':
      return {
        record: r => write(`${count++ > 0 ? ',\n' : '[\n'}${JSON.stringify(r, null, 2)}`),
        end: () => write(count > 0 ? '\n]\n' : '[]\n'),
      }
  }
}

function formatOf(format: string | undefined): Format | null {
  if (format === undefined) return null
  if (FORMATS.includes(format as Format)) return format as Format
  throw new UsageError(`no format "${format}"${nearest(format, FORMATS)}; there are ${listOf(FORMATS)}`)
}

function kindsOf(only: string | undefined): Kind[] {
  if (only === undefined) return [...KINDS]
  const kinds = only
    .split(',')
    .map(k => k.trim())
    .filter(Boolean)
  for (const kind of kinds)
    if (!KINDS.includes(kind as Kind))
      throw new UsageError(`--only: no kind "${kind}"${nearest(kind, KINDS)}; there are ${listOf(KINDS)}`)
  if (kinds.length === 0) throw new UsageError(`--only: no kind named; there are ${listOf(KINDS)}`)
  return kinds as Kind[]
}

/** The extractor's own messages, in the words of the command line. */
function extractorOf(flags: ExtractFlags, kinds: Kind[]): Extractor {
  try {
    return createExtractor({ date: flags.date, place: flags.place, kinds, trace: flags.trace })
  } catch (error) {
    const message = (error as Error).message
    throw new UsageError(message.replace(/^createExtractor: "(\w+)"/, '--$1').replace(/; leave it out, or add .*$/, ''))
  }
}
