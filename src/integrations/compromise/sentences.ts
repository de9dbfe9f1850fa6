/** Text -> its extraction and the sentences that the extraction saw in it. */
import type { Document } from '../../document.js'
import { createExtractor, type Extractor } from '../../extractor.js'
import type { ExtractorOptions } from '../../options.js'
import type { Extraction } from '../../records.js'

/** Extraction and sentences of a text: both are asked for, one after the other, and made at once. */
export class Sentences {
  private readonly extractor: () => Extractor
  private cuts: number[] = []
  private last: { text: string; extraction: Extraction; cuts: number[] } | null = null

  constructor(options: ExtractorOptions | undefined) {
    const make = (): Extractor =>
      createExtractor({
        ...options,
        rules: [
          ...(options?.rules ?? []),
          { name: 'sentences-for-compromise', before: 'terms', run: d => this.see(d) },
        ],
      })
    // Options are checked where they are given; without any, importing the plugin costs nothing.
    let made = options === undefined ? undefined : make()
    this.extractor = () => {
      made ??= make()
      return made
    }
  }

  extract(text: string): Extraction {
    return this.read(text).extraction
  }

  /** Null for text that is not Vietnamese. */
  of(text: string): string[] | null {
    const { extraction, cuts } = this.read(text)
    return extraction.language === 'vi' ? cuts.map((cut, i) => text.slice(cut, cuts[i + 1])) : null
  }

  private read(text: string): NonNullable<typeof this.last> {
    if (this.last?.text !== text) this.last = { text, extraction: this.extractor()(text), cuts: this.cuts }
    return this.last
  }

  /** White space goes with the sentence before it. */
  private see({ sentences: { first, count }, tokens }: Document): void {
    this.cuts = Array.from({ length: count }, (_, i) => (i === 0 ? 0 : tokens.start[first[i]]))
  }
}
