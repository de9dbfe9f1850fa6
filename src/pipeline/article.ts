/** An article as programs hand it over. */
import { describeValue } from '../messages.js'
import type { ExtractOptions } from '../options.js'

/** A text, or a text with what is to be said about it. */
export type Article = string | ({ text: string } & ExtractOptions)

/** What the extractor is called with. */
export function articleParts(article: Article): [text: string, options: ExtractOptions] {
  if (typeof article === 'string') return [article, {}]
  if (typeof article !== 'object' || article === null || typeof article.text !== 'string')
    throw new TypeError(
      `an article must be a string or an object with a "text" that is one, but it is ${describeValue(article)}`,
    )
  const { text, id, date, place, kinds, trace } = article
  return [text, { id, date, place, kinds, trace }]
}
