/**
 * Records -> the forms that other tools read. Every format is a pure function of the records (brat and CoNLL, which point into the
 * text, take that too) and knows nothing of how they were found.
 */
export { BRAT_CONFIG, toBrat } from './brat.js'
export { type ConllOptions, conllHead, toConll } from './conll.js'
export { type CsvOptions, type CsvTables, toCsv } from './csv.js'
export { type FtmEntity, toFollowTheMoney } from './followthemoney.js'
export { type HtmlOptions, toHtml } from './html/index.js'
export type * from './jsonld.js'
export { jsonLdScript, toJsonLd } from './jsonld.js'
export type * from './popolo.js'
export { toPopolo } from './popolo.js'
export type { Extractions, Source, SourceOptions } from './sources.js'
