/** Officials, titles, terms of office and directives from Vietnamese news text, as typed records. */

// For rules of your own.
export type { Document, Name, Person, Range, TermMention, Title } from './document.js'
export { createExtractor, type Extractor, extract } from './extractor.js'
export type { BodyEntry, PersonEntry, PlaceEntry, PositionEntry, UserLexicon } from './lexicon/user.js'
export type { ExtractOptions, ExtractorOptions, Kind, LanguageDetector } from './options.js'
export type * from './records.js'
export { addName, findWords, giveTitle, sentenceOf, spanOf, tokensWithin } from './rule-kit.js'
export type { UserRule } from './stages.js'
