/** What a caller may ask of an extraction, and what is told to one who asks for something else. */

import type { UserLexicon } from './lexicon/user.js'
import { describeValue, listOf, nearest } from './messages.js'
import type { UserRule } from './stages.js'

/** The kinds of records. */
export const KINDS = ['officials', 'titles', 'terms', 'directives'] as const
export type Kind = (typeof KINDS)[number]

/** What can be said anew for each text. */
export interface ExtractOptions {
  /** Goes into the extraction as it is. */
  id?: string | undefined
  /** The day of the article, as ISO 8601 ("2026-01-31"): deadlines without a year take its year. */
  date?: string | null | undefined
  /** The place the article is about or from ("Huế", "tỉnh Quảng Trị"), for titles that leave theirs out. */
  place?: string | null | undefined
  /** Which kinds of records are wanted; all if not said. The lists of the others are empty, and nothing refers to them. */
  kinds?: readonly Kind[] | undefined
  /** Tells in `trace` which rule made what. */
  trace?: boolean | undefined
}

/**
 * Tells the language of a text as a tag: "vi" or "vie" for Vietnamese, anything else ("en", "und") for what is not to be read.
 * `detectLanguage` of `chucdanh/language` is one.
 */
export type LanguageDetector = (text: string) => string

/** What is said once for all texts of an extractor. */
export interface ExtractorOptions extends Omit<ExtractOptions, 'id'> {
  /** People, positions, bodies and places of the caller's own. */
  lexicon?: UserLexicon | undefined
  /**
   * How it is decided whether a text is Vietnamese; others give no records. "auto", the default, tells by letters and words. "vi" takes
   * every text for Vietnamese. A function tells the language of each, which then stands in its record.
   */
  language?: 'auto' | 'vi' | LanguageDetector | undefined
  /** Rules of the caller's own, each put before or after a stage of the pipeline. */
  rules?: readonly UserRule[] | undefined
}

const PER_TEXT = ['id', 'date', 'place', 'kinds', 'trace'] as const
const PER_EXTRACTOR = ['date', 'place', 'kinds', 'trace', 'language', 'lexicon', 'rules'] as const

/** The options of one text, checked and complete. */
export interface Settings {
  id: string | null
  date: string | null
  place: string | null
  kinds: ReadonlySet<Kind>
  trace: boolean
  language: NonNullable<ExtractorOptions['language']>
}

export const DEFAULTS: Settings = {
  id: null,
  date: null,
  place: null,
  kinds: new Set(KINDS),
  trace: false,
  language: 'auto',
}

/**
 * @param caller the function that was called, for messages
 * @throws TypeError for an option that there is not
 */
export function checkNames(caller: string, options: unknown, allowed: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new TypeError(`${caller}: the options must be an object, but they are ${describeValue(options)}`)
  for (const key of Object.keys(options))
    if (!allowed.includes(key))
      throw new TypeError(`${caller}: no option "${key}"${nearest(key, allowed)}; there are ${listOf(allowed)}`)
}

export const checkExtract = (options: unknown, withExtractor: boolean): void =>
  checkNames('extract', options, withExtractor ? ['id', ...PER_EXTRACTOR] : PER_TEXT)
export const checkExtractor = (options: unknown): void => checkNames('createExtractor', options, PER_EXTRACTOR)

/** Options over settings: what an option says counts, what it leaves out stays. */
export function settingsOf(
  caller: string,
  options: Omit<ExtractorOptions, 'lexicon' | 'rules'> & Pick<ExtractOptions, 'id'>,
  base: Settings,
): Settings {
  const fail = (option: string, what: string): never => {
    throw new TypeError(`${caller}: "${option}" ${what}`)
  }
  const { id, date, place, kinds, trace, language } = options
  if (id !== undefined && typeof id !== 'string') fail('id', `must be a string, but it is ${describeValue(id)}`)
  if (trace !== undefined && typeof trace !== 'boolean')
    fail('trace', `must be true or false, but it is ${describeValue(trace)}`)
  if (kinds !== undefined) {
    if (!Array.isArray(kinds)) fail('kinds', `must be an array of ${listOf(KINDS)}, but it is ${describeValue(kinds)}`)
    for (const kind of kinds)
      if (!KINDS.includes(kind))
        fail(
          'kinds',
          `holds ${describeValue(kind)}${typeof kind === 'string' ? nearest(kind, KINDS) : ''}; there are ${listOf(KINDS)}`,
        )
    if (kinds.length === 0) fail('kinds', `is empty; name some of ${listOf(KINDS)}, or leave it out for all`)
  }
  if (place !== undefined && place !== null && typeof place !== 'string')
    fail('place', `must be a string, but it is ${describeValue(place)}`)
  if (language !== undefined && language !== 'auto' && language !== 'vi' && typeof language !== 'function')
    fail('language', `must be "auto", "vi" or a function that tells it, but it is ${describeValue(language)}`)
  return {
    id: id ?? base.id,
    date: date === undefined ? base.date : date === null ? null : (isoDay(date) ?? fail('date', badDate(date))),
    place: place === undefined ? base.place : place?.trim() || null,
    kinds: kinds === undefined ? base.kinds : new Set(kinds),
    trace: trace ?? base.trace,
    language: language ?? base.language,
  }
}

const badDate = (date: unknown): string =>
  `must be a day like "2026-01-31", but it is ${describeValue(date instanceof Date ? {} : date)}`

/** The day of an ISO date, with or without a time of day, or null. */
export function isoDay(date: unknown): string | null {
  if (typeof date !== 'string') return null
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T[\d:.,]+(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(date.trim())
  if (parts === null) return null
  const [, year, month, day] = parts
  // The 31st of June would be rolled over to the 1st of July.
  const real = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return real.getUTCMonth() === Number(month) - 1 && real.getUTCDate() === Number(day) && Number(year) >= 100
    ? `${year}-${month}-${day}`
    : null
}
