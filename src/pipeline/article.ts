/** An article as programs hand it over. */
import { describeValue } from '../messages.js'
import type { ExtractOptions } from '../options.js'

/** A text, or a text or an HTML page with what is to be said about it. */
export type Article = string | (({ text: string } | { html: string }) & ExtractOptions)

export interface ArticleParts {
  kind: 'text' | 'html'
  text: string
  options: ExtractOptions
}

/** What the extractor is called with. */
export function articleParts(article: Article): ArticleParts {
  if (typeof article === 'string') return { kind: 'text', text: article, options: {} }
  const given = article as { text?: unknown; html?: unknown } & ExtractOptions
  const kind = typeof given === 'object' && given !== null && typeof given.html === 'string' ? 'html' : 'text'
  if (typeof given !== 'object' || given === null || typeof given[kind] !== 'string')
    throw new TypeError(
      `an article must be a string or an object with a "text" or an "html" that is one, but it is ${describeValue(article)}`,
    )
  const { id, date, place, kinds, trace } = given
  return { kind, text: given[kind], options: { id, date, place, kinds, trace } }
}
