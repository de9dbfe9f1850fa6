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
  const { url, ...given } = (typeof source === 'function' ? source(extraction, index) : source) ?? {}
  const address = url ?? (extraction.id !== undefined && /^https?:\/\//.test(extraction.id) ? extraction.id : undefined)
  const uri = address === undefined ? null : uriOf(address)
  return uri === null ? given : { url: uri, ...given }
}

/** The beginning of a URI, and what RFC 3986 lets stand after it. */
const SCHEME_AND_HOST = /^[a-z][a-z\d+.-]*:(?:\/\/(?:[\w.~!$&'()*+,;=:@[\]-]|%[\dA-Fa-f]{2})*)?/i
const NOT_OF_A_URI = /[^\w.~!$&'()*+,;=:@/?#%-]|%(?![\dA-Fa-f]{2})/gu
const HALF_A_CHARACTER = /\p{Surrogate}/u

/**
 * An address as all three standards want it, a URI: Vietnamese letters and spaces in it are escaped. `null` for what is no address by
 * itself ("/tin/1.html"). What is a URI already stays as it is to the letter, because ids are made from it. (Not every engine that
 * the library runs in has a `URL`.)
 */
function uriOf(address: string): string | null {
  const head = SCHEME_AND_HOST.exec(address)?.[0]
  if (head === undefined || head.endsWith('://')) return null
  return head + address.slice(head.length).replace(NOT_OF_A_URI, escaped)
}

const escaped = (c: string): string => encodeURIComponent(HALF_A_CHARACTER.test(c) ? '\ufffd' : c)
