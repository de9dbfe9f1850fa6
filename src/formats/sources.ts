import type { Extraction } from '../records.js'

/** What is known of an article apart from its records. All of it is optional; nothing is made up. */
export interface Source {
  /** Where the article stands. Left out, the `id` of the extraction is taken if it is an http(s) address. */
  url?: string | undefined
  /** Its headline. */
  title?: string | undefined
  /** When it was published, ISO 8601: "2026-01-31" or "2026-01-31T08:30:00+07:00". */
  date?: string | undefined
  /** Who published it: "Báo Quảng Trị". */
  publisher?: string | undefined
}

export interface SourceOptions {
  /** The source of the one article, or a function that tells it for each. */
  source?: Source | ((extraction: Extraction, index: number) => Source | undefined) | undefined
}

/** One extraction, or many in any order that can be walked through (an array, a set, a generator). */
export type Extractions = Extraction | Iterable<Extraction>

/** Walks through one extraction or many. */
export function* each(extractions: Extractions): Generator<Extraction> {
  if (Symbol.iterator in extractions) yield* extractions
  else yield extractions
}

/** The source of an extraction, its address completed from the id. */
export function sourceOf(extraction: Extraction, index: number, { source }: SourceOptions): Source {
  const given = (typeof source === 'function' ? source(extraction, index) : source) ?? {}
  if (given.url !== undefined || extraction.id === undefined || !/^https?:\/\//.test(extraction.id)) return given
  return { ...given, url: extraction.id }
}
