/** What a process holds on to: a million extractions, and the heap after a collection at steps on the way. */
import { createExtractor, type Extractor } from '../src/index.js'

export interface LeaksRow {
  /** Extractions so far. */
  extractions: number
  /** Bytes in use after a collection: on the heap, and in typed arrays. */
  heap: number
  external: number
}

export const EXTRACTIONS = 1_000_000
const STEPS = 10
/** Characters of a text at most: what is kept would be kept of short texts too, and a million of them take minutes, not hours. */
const SHORT = 300

export function measureLeaks(texts: readonly string[]): LeaksRow[] {
  const collect = (globalThis as { gc?: () => void }).gc
  if (collect === undefined) throw new Error('leaks: run with --expose-gc')
  const paragraphs = texts.flatMap(text => text.split('\n').filter(p => p.length > 40)).map(p => p.slice(0, SHORT))
  // Two that live through all of it: one as it ships, one with a lexicon, a rule and traces.
  const extractors: Extractor[] = [
    createExtractor(),
    createExtractor({
      trace: true,
      lexicon: { people: [{ name: 'Nguyễn Thử', titles: ['Chủ tịch xã'] }] },
      rules: [{ name: 'nothing', run() {} }],
    }),
  ]
  const rows: LeaksRow[] = []
  let done = 0
  const look = (): void => {
    // Twice: what weak references held goes with the second.
    collect()
    collect()
    const { heapUsed, external } = process.memoryUsage()
    rows.push({ extractions: done, heap: heapUsed, external })
    // It takes its time: what is known by now, for who waits.
    console.error(`${done} extractions: ${(heapUsed / 2 ** 20).toFixed(2)} MiB of heap`)
  }
  for (let step = 0; step <= STEPS; step++) {
    const to = (EXTRACTIONS / STEPS) * step
    for (; done < to; done++) {
      // Every text another one, so that a table of texts seen would grow.
      const text = `${paragraphs[done % paragraphs.length]} ${done}`
      extractors[done % 10 === 0 ? 1 : 0](text)
    }
    look()
  }
  return rows
}
