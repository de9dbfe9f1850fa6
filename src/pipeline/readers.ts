/** A text or a page -> its records, in the shape that the form of the output takes. */
import { createExtractor } from '../extractor.js'
import type { Source } from '../formats/sources.js'
import { asRead, onSource } from '../html/on-source.js'
import type { ExtractOptions, ExtractorOptions } from '../options.js'
import type { Extraction } from '../records.js'
import { type Article, articleParts } from './article.js'
import { loadHtml } from './optional.js'

export interface Reading {
  /** What the offsets of the record count. */
  text: string
  record: Extraction
  /** What the article tells of itself. */
  source: Source
}

export type Reader = (text: string, options: ExtractOptions) => Reading

/**
 * What of a page a form takes: records with offsets into its `source`; those with the text of each span as it is `read`; or
 * the `main` text as if it were the input.
 */
export type PageAs = 'source' | 'read' | 'main'

/** @param pages is there HTML in the input? What reads it takes a while to load */
export async function createReaders(
  options: Omit<ExtractorOptions, 'rules'>,
  pages: boolean,
  pageAs: PageAs,
): Promise<Record<'text' | 'html', Reader>> {
  const extractor = createExtractor(options)
  return {
    text: (text, said) => ({ text, record: extractor(text, said), source: {} }),
    html: pages ? await pageReader(options, pageAs) : noPages,
  }
}

async function pageReader(options: ExtractorOptions, pageAs: PageAs): Promise<Reader> {
  const { createPageReader } = await loadHtml()
  const read = createPageReader(options)
  return (html, said) => {
    const { page, record } = read(html, said)
    const source: Source = {}
    if (page.title !== null) source.title = page.title
    if (page.date !== null) source.date = page.date
    if (pageAs === 'main') return { text: page.text, record, source }
    const moved = onSource(record, page, html)
    return { text: html, record: pageAs === 'read' ? asRead(moved) : moved, source }
  }
}

const noPages: Reader = () => {
  throw new Error('HTML in a run that was said to have none')
}

/** Articles of programs into records; what reads HTML is loaded at the first page. */
export function createArticleReader(options: ExtractorOptions): (article: Article) => Promise<Extraction> {
  const extractor = createExtractor(options)
  let pages: Promise<Reader> | null = null
  return async article => {
    const { kind, text, options: said } = articleParts(article)
    if (kind === 'text') return extractor(text, said)
    pages ??= pageReader(options, 'source')
    return (await pages)(text, said).record
  }
}
