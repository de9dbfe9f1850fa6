/**
 * The pipeline: text in, records out, through the stages below in their order.
 *
 * Each stage reads what the earlier ones left on the document and adds its own; none goes back over the raw text.
 */
import { Document } from './document.js'
import { detectLanguage } from './language/detect.js'
import type { Lexicon } from './lexicon/lexicon.js'
import { defaultLexicon } from './lexicon/load.js'
import { markForms } from './lexicon/marks.js'
import type { Extraction } from './records.js'
import { findDirectives } from './rules/directives/index.js'
import { findHolders } from './rules/holders/index.js'
import { findNames } from './rules/names/index.js'
import { findPeople } from './rules/people/index.js'
import { inferPlaces } from './rules/places.js'
import { buildRecords } from './rules/records.js'
import { findTerms } from './rules/terms/index.js'
import { findTitles } from './rules/titles/index.js'
import { splitSentences } from './text/sentences.js'
import { tokenize } from './text/tokens.js'

/** A stage of the pipeline: reads the document and adds to it. */
export interface Stage {
  /** Unique in the pipeline; users name it to put a rule of their own before or after. */
  name: string
  run(doc: Document): void
}

export const STAGES: readonly Stage[] = [
  { name: 'terms', run: findTerms },
  { name: 'titles', run: findTitles },
  { name: 'names', run: findNames },
  { name: 'holders', run: findHolders },
  { name: 'people', run: findPeople },
  { name: 'places', run: inferPlaces },
  { name: 'directives', run: findDirectives },
]

export function readDocument(text: string, lexicon: Lexicon, context: Document['context']): Document {
  const tokens = tokenize(text)
  const sentences = splitSentences(text, tokens)
  const marks = markForms(tokens, sentences, lexicon)
  return new Document(text, tokens, sentences, marks, lexicon, context)
}

export function extract(text: string, options: { id?: string; date?: string; place?: string; trace?: boolean } = {}): Extraction {
  const doc = readDocument(text, defaultLexicon(), { date: options.date ?? null, place: options.place ?? null })
  if (options.trace) doc.trace = []
  const language = detectLanguage(doc)
  if (language === 'vi') for (const stage of STAGES) stage.run(doc)
  const records = buildRecords(doc, language, { officials: true, titles: true, terms: true, directives: true })
  return { ...(options.id === undefined ? {} : { id: options.id }), ...records, ...(doc.trace === null ? {} : { trace: doc.trace }) }
}
