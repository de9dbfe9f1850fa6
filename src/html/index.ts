/** HTML pages: their main text, and the records of it with offsets into the HTML source. */
import type { ExtractOptions, ExtractorOptions } from '../options.js'
import type { Extraction } from '../records.js'
import { onSource } from './on-source.js'
import { createPageReader, type HtmlOptions } from './page.js'

export { asRead } from './on-source.js'
export { type HtmlOptions, type HtmlText, readHtml } from './page.js'

/** Extracts the records of one page, with what its maker was told. */
export type HtmlExtractor = (html: string, options?: ExtractOptions) => Extraction

/**
 * Makes an extractor of pages. A page that is not given a `date` has the one on which it says it was published.
 * @throws TypeError naming the option, the entry or the rule that is wrong
 */
export function createHtmlExtractor(options: ExtractorOptions & HtmlOptions = {}): HtmlExtractor {
  const read = createPageReader(options)
  return (html, said) => {
    const { page, record } = read(html, said)
    return onSource(record, page, html)
  }
}

/**
 * Extracts the records of the main text of an HTML page. Offsets count the UTF-16 code units of the HTML source, and
 * `html.slice(start, end) === text` holds for every span; where tags or references stand within it, `plain` is what a reader sees.
 * @throws TypeError if the HTML is no string, or for an option that there is not
 */
export function extractHtml(
  html: string,
  { id, ...options }: ExtractorOptions & HtmlOptions & Pick<ExtractOptions, 'id'> = {},
): Extraction {
  return createHtmlExtractor(options)(html, { id })
}
