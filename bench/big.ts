/** One very long text: does it pass, and what does it take beside itself? */
import { extract } from '../src/index.js'

export interface Big {
  characters: number
  milliseconds: number
  /** Memory beyond what was held with the text in it, in bytes: at the peak. */
  extra: number
  records: number
}

export function measureBig(texts: readonly string[], bytes: number): Big {
  const parts: string[] = []
  let size = 0
  for (let i = 0; size < bytes; i++) {
    const text = texts[i % texts.length]
    parts.push(text)
    size += Buffer.byteLength(text)
  }
  // A joined string is made of its parts until somebody reads it: let that happen before.
  const text = Buffer.from(parts.join('\n\n')).toString()
  parts.length = 0
  ;(globalThis as { gc?: () => void }).gc?.()
  const before = process.memoryUsage().rss
  const start = performance.now()
  const { officials, titles, terms, directives } = extract(text)
  const milliseconds = performance.now() - start
  return {
    characters: text.length,
    milliseconds,
    extra: Math.max(0, process.resourceUsage().maxRSS * 1024 - before),
    records: officials.length + titles.length + terms.length + directives.length,
  }
}
