/** What the commands that extract are told of the extractor, and what is told to one who asks for what there is not. */
import { createExtractor } from '../extractor.js'
import { listOf, nearest } from '../messages.js'
import { type ExtractorOptions, KINDS, type Kind } from '../options.js'
import { type Io, UsageError } from './io.js'

export interface ExtractorFlags {
  only?: string
  place?: string
  date?: string
  lexicon?: string
  trace?: boolean
}

/** In a form that can be sent to a thread. */
export type ExtractorSettings = Pick<ExtractorOptions, 'date' | 'place' | 'trace' | 'lexicon'> & { kinds: Kind[] }

/** @throws UsageError in the words of the command line */
export async function extractorOf(flags: ExtractorFlags, io: Io): Promise<ExtractorSettings> {
  const lexicon = flags.lexicon === undefined ? null : await readLexiconOf(flags.lexicon, io)
  const { date, place, trace } = flags
  const settings = { date, place, kinds: kindsOf(flags.only), trace, lexicon: lexicon?.entries }
  try {
    createExtractor(settings)
  } catch (error) {
    const { message } = error as Error
    if (lexicon !== null && message.startsWith('lexicon')) throw lexicon.explain(message)
    throw new UsageError(message.replace(/^createExtractor: "(\w+)"/, '--$1').split('; leave it out, or add ')[0])
  }
  return settings
}

/** The library that reads it is loaded by those who have one. */
async function readLexiconOf(file: string, io: Io) {
  if (file === '-') throw new UsageError('--lexicon must be a file; standard input is for texts')
  return (await import('./lexicon.js')).readLexicon(file, io)
}

export function kindsOf(only: string | undefined): Kind[] {
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
