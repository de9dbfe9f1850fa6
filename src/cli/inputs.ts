/** What the arguments of `extract` name: files, the files of folders, the files that a pattern fits. */
import { readdirSync, statSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { globSync, isDynamicPattern } from 'tinyglobby'
import { listOf, nearest } from '../messages.js'
import { COMPRESSED, type Source } from '../pipeline/read.js'
import { reason } from './files.js'
import { UsageError } from './io.js'

export const INPUTS = ['text', 'ndjson', 'html'] as const
export type Input = (typeof INPUTS)[number]

const LINES = new Set(['.ndjson', '.jsonl'])
const HTML = new Set(['.html', '.htm', '.xhtml'])
/** What is taken from folders. */
const TAKEN = new Set(['.txt', ...LINES, ...HTML])

export interface Inputs {
  sources: Source[]
  /** Bytes of all files; null if there is standard input among them. */
  bytes: number | null
  /** Size and time of each file, by which a run that goes on knows that they are the same. */
  stamps: string[]
}

export function inputOf(input: string | undefined): Input | null {
  if (input === undefined) return null
  if (INPUTS.includes(input as Input)) return input as Input
  throw new UsageError(`--input: no kind "${input}"${nearest(input, INPUTS)}; there are ${listOf(INPUTS)}`)
}

/** @param written files that the run writes: no input, though they may stand in a folder of it */
export function findInputs(args: readonly string[], input: Input | null, written: readonly string[]): Inputs {
  const inputs: Inputs = { sources: [], bytes: 0, stamps: [] }
  const own = new Set(written.map(file => resolve(file)))
  for (const arg of args.length === 0 ? ['-'] : args) {
    if (arg === '-') {
      inputs.sources.push({ path: '-', kind: kindOf('', input), id: null })
      inputs.bytes = null
      continue
    }
    try {
      for (const [path, id] of filesOf(arg, input)) {
        if (own.has(resolve(path))) continue
        const stat = statSync(path)
        inputs.sources.push({ path, kind: kindOf(path, input), id })
        if (inputs.bytes !== null) inputs.bytes += stat.size
        inputs.stamps.push(`${path} ${stat.size} ${stat.mtimeMs}`)
      }
    } catch (error) {
      inputs.sources.push({ path: arg, kind: kindOf(arg, input), id: null, failure: reason(error) })
    }
  }
  return inputs
}

function filesOf(arg: string, input: Input | null): [path: string, id: string][] {
  const stat = statSync(arg, { throwIfNoEntry: false })
  if (stat?.isDirectory()) {
    const files = filesIn(arg, '', input)
    if (files.length === 0) throw new Error(`no files ending in .txt, .ndjson, .jsonl or .html in this folder`)
    // Names may come back in folders within; the way to them does not.
    return files.map(file => [join(arg, file), withoutExtension(file)])
  }
  if (stat === undefined && isDynamicPattern(arg)) {
    const files = globSync(arg, { expandDirectories: false }).sort()
    if (files.length === 0) throw new Error(`no file fits this pattern`)
    return files.map(file => [file, withoutExtension(basename(file))])
  }
  return [[arg, withoutExtension(basename(arg))]]
}

/** The files of a folder and of those within, in an order that does not change. Hidden ones are left out. */
function filesIn(root: string, folder: string, input: Input | null): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      if (entry.name.startsWith('.')) return []
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesIn(root, path, input)
      const extension = extensionOf(path)
      return TAKEN.has(extension) && (input === null || inputBy(extension) === input) ? [path] : []
    })
}

const inputBy = (extension: string): Input => (LINES.has(extension) ? 'ndjson' : HTML.has(extension) ? 'html' : 'text')

function kindOf(path: string, input: Input | null): Source['kind'] {
  const kind = input ?? inputBy(extensionOf(path))
  return kind === 'ndjson' ? 'lines' : kind
}

const extensionOf = (path: string): string => extname(path.replace(COMPRESSED, '')).toLowerCase()

/** The id of a file's record: its name without its extension. */
function withoutExtension(path: string): string {
  const plain = path.replace(COMPRESSED, '')
  return plain.slice(0, plain.length - extname(plain).length)
}
