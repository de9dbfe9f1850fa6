/** Pages: their main text, and the records of it before they are moved to the source. */
import { createExtractor } from '../extractor.js'
import { describeValue } from '../messages.js'
import { type ExtractOptions, type ExtractorOptions, isoDay } from '../options.js'
import type { Extraction } from '../records.js'
import { readMainText } from './main-text.js'

export interface HtmlOptions {
  /** All that can be read on the page, not its main text alone. Default false. */
  whole?: boolean | undefined
}

/** The main text of a page. */
export interface HtmlText {
  /**
   * As a reader sees it: without tags, references resolved, white space as browsers show it, an empty line between
   * paragraphs.
   */
  text: string
  /** The title that the page gives itself, or null. */
  title: string | null
  /** The day on which the page says it was published ("2026-01-31"), or null. */
  date: string | null
  /**
   * Where a range of `text` stands in the HTML source, in UTF-16 code units: `html.slice` of it begins with the range's first
   * character and ends with its last.
   * @throws RangeError if the range is empty or not within the text
   */
  toSource(start: number, end: number): { start: number; end: number }
}

/**
 * Finds the main text of an HTML page. Of a part of a page (no doctype, no `html`, `head` or `body` tag), as editorial
 * systems keep it, all is main text.
 * @throws TypeError if the HTML is no string
 */
export function readHtml(html: string, { whole = false }: HtmlOptions = {}): HtmlText {
  if (typeof html !== 'string')
    throw new TypeError(`readHtml: the HTML must be a string, but it is ${describeValue(html)}`)
  if (typeof whole !== 'boolean')
    throw new TypeError(`readHtml: "whole" must be true or false, but it is ${describeValue(whole)}`)
  const { text, title, published, toSource } = readMainText(html, whole)
  return { text, title, date: isoDay(published?.slice(0, 10)), toSource }
}

/** Reads a page and extracts the records of its main text, with offsets into that. */
export type PageReader = (html: string, options?: ExtractOptions) => { page: HtmlText; record: Extraction }

/** A page that is not given a `date` has the one on which it says it was published. */
export function createPageReader({ whole, ...options }: ExtractorOptions & HtmlOptions): PageReader {
  const extractor = createExtractor(options)
  const dated = options.date !== undefined && options.date !== null
  return (html, said = {}) => {
    const page = readHtml(html, { whole })
    const date = said.date !== undefined || dated || page.date === null ? {} : { date: page.date }
    return { page, record: extractor(page.text, { ...said, ...date }) }
  }
}
