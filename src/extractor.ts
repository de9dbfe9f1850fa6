/**
 * The pipeline: text in, records out, through the stages below in their order.
 *
 * Each stage reads what the earlier ones left on the document and adds its own; none goes back over the raw text.
 */
import { Document } from './document.js'
import { detectLanguage } from './language/detect.js'
import type { Lexicon } from './lexicon/lexicon.js'
import { defaultLexicon, loadLexicon } from './lexicon/load.js'
import { markForms } from './lexicon/marks.js'
import { placeForm } from './lexicon/places.js'
import { addUserLexicon, type UserLexicon } from './lexicon/user.js'
import { describeValue } from './messages.js'
import {
  checkExtract,
  checkExtractor,
  DEFAULTS,
  type ExtractOptions,
  type ExtractorOptions,
  KINDS,
  type Kind,
  type LanguageDetector,
  type Settings,
  settingsOf,
} from './options.js'
import type { Extraction } from './records.js'
import { findDirectives } from './rules/directives/index.js'
import { findHolders } from './rules/holders/index.js'
import { findNames } from './rules/names/index.js'
import { findKnownNames, joinKnownPeople } from './rules/names/known.js'
import { findPeople } from './rules/people/index.js'
import { inferPlaces } from './rules/places.js'
import { buildRecords } from './rules/records.js'
import { findTerms } from './rules/terms/index.js'
import { findTitles } from './rules/titles/index.js'
import { runAfter, type Stage, withRules } from './stages.js'
import { splitSentences } from './text/sentences.js'
import { tokenize } from './text/tokens.js'

export const STAGES: readonly Stage[] = [
  { name: 'terms', run: findTerms },
  { name: 'titles', run: findTitles },
  { name: 'names', run: findNames },
  { name: 'known-names', run: findKnownNames },
  { name: 'holders', run: findHolders },
  { name: 'people', run: findPeople },
  { name: 'known-people', run: joinKnownPeople },
  { name: 'places', run: inferPlaces },
  { name: 'directives', run: findDirectives },
]

/** Extracts the records of one text, with what its maker was told. */
export interface Extractor {
  /**
   * @param text the text as it is; offsets count its UTF-16 code units
   * @param options what this text needs said, over what the extractor was made with
   */
  (text: string, options?: ExtractOptions): Extraction
  /** The names of its stages in order, rules of your own among them. */
  readonly stages: readonly string[]
}

/** Text -> the document that the stages work on: tokens, sentences, and where the lexicon's forms stand. */
export function readDocument(text: string, lexicon: Lexicon, context: Document['context']): Document {
  const tokens = tokenize(text)
  const sentences = splitSentences(text, tokens)
  const marks = markForms(tokens, sentences, lexicon)
  return new Document(text, tokens, sentences, marks, lexicon, context)
}

/**
 * Extracts the officials, titles, terms of office and directives of a text.
 *
 * Options that hold for many texts, a lexicon above all, cost less with `createExtractor`.
 * @throws TypeError if the text is no string, or for an option that there is not
 */
export function extract(text: string, options: ExtractorOptions & Pick<ExtractOptions, 'id'> = {}): Extraction {
  checkExtract(options, true)
  const { id, lexicon, rules, ...rest } = options
  if (lexicon === undefined && rules === undefined && rest.language === undefined)
    return run('extract', text, options, DEFAULTS, defaultLexicon(), STAGES)
  return makeExtractor('extract', { ...rest, lexicon, rules })(text, { id })
}

/**
 * Makes an extractor of your own: with a date and place for all texts, people, positions, bodies and places beside those
 * that ship, and rules before or after the stages of the pipeline.
 * @throws TypeError naming the option, the entry or the rule that is wrong
 */
export function createExtractor(options: ExtractorOptions = {}): Extractor {
  checkExtractor(options)
  return makeExtractor('createExtractor', options)
}

function makeExtractor(caller: string, { lexicon: entries, rules, ...rest }: ExtractorOptions): Extractor {
  const lexicon = entries === undefined ? defaultLexicon() : ownLexicon(entries)
  const stages = rules === undefined ? STAGES : withRules(STAGES, rules)
  const settings = settingsOf(caller, rest, DEFAULTS)
  settings.place = knownPlace(caller, settings.place, lexicon)
  const extractor = (text: string, options: ExtractOptions = {}): Extraction => {
    checkExtract(options, false)
    return run('extract', text, options, settings, lexicon, stages)
  }
  return Object.assign(extractor, { stages: stages.map(s => s.name) })
}

function ownLexicon(entries: UserLexicon): Lexicon {
  const lexicon = loadLexicon()
  addUserLexicon(lexicon, entries)
  return lexicon.seal()
}

function run(
  caller: string,
  text: string,
  options: ExtractOptions,
  base: Settings,
  lexicon: Lexicon,
  stages: readonly Stage[],
): Extraction {
  if (typeof text !== 'string')
    throw new TypeError(`${caller}: the text must be a string, but it is ${describeValue(text)}`)
  const { id, date, place, kinds, trace, language: how } = settingsOf(caller, options, base)
  const where = place === base.place ? place : knownPlace(caller, place, lexicon)
  const doc = readDocument(text, lexicon, { date, place: where })
  if (trace) doc.trace = []
  const language = how === 'vi' ? how : how === 'auto' ? detectLanguage(doc) : tellLanguage(caller, how, text)
  if (language === 'vi') {
    if (stages !== STAGES) runAll(stages, doc)
    else for (const stage of stages) if (isNeeded(stage, kinds)) stage.run(doc)
  }
  const own = stages === STAGES || language !== 'vi' ? [] : stages.filter(s => !STAGES.includes(s)).map(s => s.name)
  const wanted = {
    officials: kinds.has('officials'),
    titles: kinds.has('titles'),
    terms: kinds.has('terms'),
    directives: kinds.has('directives'),
  }
  const records = runAfter(own, 'making the records', () => buildRecords(doc, language, wanted))
  if (kinds.size < KINDS.length) dropReferences(records, kinds)
  return { ...(id === null ? {} : { id }), ...records, ...(doc.trace === null ? {} : { trace: doc.trace }) }
}

/** All stages, with rules of a user's own among them. */
function runAll(stages: readonly Stage[], doc: Document): void {
  const own: string[] = []
  for (const stage of stages) {
    if (STAGES.includes(stage)) runAfter(own, `the stage "${stage.name}"`, () => stage.run(doc))
    else {
      stage.run(doc)
      own.push(stage.name)
    }
  }
}

/** @throws TypeError if the detector gives no tag */
function tellLanguage(caller: string, detect: LanguageDetector, text: string): string {
  const tag: unknown = detect(text)
  if (typeof tag !== 'string' || tag === '')
    throw new TypeError(
      `${caller}: the function given as "language" must give a tag like "vi", but it gave ${describeValue(tag)}`,
    )
  // "vie" is what ISO 639-3 has for it, "vi-VN" the Vietnamese of Vietnam.
  return /^vie?(?:-|$)/i.test(tag) ? 'vi' : tag
}

/** Does what the stage finds matter for these kinds of records? With rules of a user's own every stage does. */
function isNeeded(stage: Stage, kinds: ReadonlySet<Kind>): boolean {
  if (stage.name === 'directives') return kinds.has('directives')
  return stage.name === 'terms' || kinds.size > 1 || !kinds.has('terms')
}

/** Nothing refers to a list that was not asked for. */
function dropReferences(records: Extraction, kinds: ReadonlySet<Kind>): void {
  if (!kinds.has('officials')) {
    for (const title of records.titles) title.officialId = null
    for (const { speaker } of records.directives) if (speaker !== null) speaker.officialId = null
  }
  for (const official of records.officials)
    for (const role of official.roles) {
      if (!kinds.has('titles')) role.titles = []
      if (!kinds.has('terms')) role.term = null
    }
}

/** The place in the form that the lexicon has it. One that nobody knows would be left out of the reckoning without a word. */
function knownPlace(caller: string, place: string | null, lexicon: Lexicon): string | null {
  if (place === null) return null
  const form = placeForm(lexicon, place)
  if (form !== null) return form
  throw new TypeError(
    `${caller}: "place" is ${describeValue(place)}, which no province, city, district or country is called; leave it out, or add the place under lexicon.places`,
  )
}
