/** Time per character as the text grows: linear is a flat line. */
import { extract } from '../src/index.js'
import { median } from './statistics.js'

export interface GrowthRow {
  times: number
  /** The same article again and again, and as many different ones in one text; null where it was not run. */
  same: GrowthCell | null
  different: GrowthCell | null
}

export interface GrowthCell {
  characters: number
  nanoseconds: number
  /** Against the shortest. */
  ratio: number
}

export const TIMES = [1, 10, 100, 1000] as const
/** Characters run at least for one figure. */
const ENOUGH = 300_000
/** A text that would take longer by what the one before took is left out. */
const TOO_LONG = 120_000

export function measureGrowth(texts: readonly string[], rounds: number): GrowthRow[] {
  // The article of middle length stands for all.
  const article = [...texts].sort((a, b) => a.length - b.length)[texts.length >> 1]
  const same = grow(rounds, times => [Array.from({ length: times }, () => article).join('\n\n')])
  const different = grow(rounds, times => {
    // For the short ones several texts, so that the same articles are in all.
    const most = Math.min(texts.length, TIMES[TIMES.length - 1])
    const out: string[] = []
    for (let at = 0; at + times <= most; at += times) out.push(texts.slice(at, at + times).join('\n\n'))
    return out
  })
  return TIMES.map((times, i) => ({ times, same: same[i], different: different[i] }))
}

function grow(rounds: number, make: (times: number) => string[]): (GrowthCell | null)[] {
  const inputs = TIMES.map(make)
  const samples: number[][] = TIMES.map(() => [])
  const tooLong = TIMES.map(() => false)
  for (let round = 0; round <= rounds; round++)
    inputs.forEach((texts, i) => {
      const characters = texts.reduce((n, t) => n + t.length, 0)
      const before = samples[i - 1]?.at(-1)
      // What took ten times as long before for a tenth of the text is not run again and again.
      if (texts.length === 0 || tooLong[i] || (i > 0 && tooLong[i - 1])) return
      if (before !== undefined && (before * characters) / 1e6 > TOO_LONG) {
        tooLong[i] = true
        return
      }
      let done = 0
      const start = performance.now()
      do for (const text of texts) done += sizeOf(text)
      while (done < ENOUGH)
      const spent = performance.now() - start
      // Round 0 warms up, but a run of many seconds is warm by itself.
      if (round > 0 || spent > 10_000) samples[i].push((spent * 1e6) / done)
      if (spent > 10_000) tooLong[i] = true
    })
  const base = median(samples[0])
  return inputs.map((texts, i) => {
    if (samples[i].length === 0) return null
    const nanoseconds = median(samples[i])
    const characters = Math.round(texts.reduce((n, t) => n + t.length, 0) / texts.length)
    return { characters, nanoseconds, ratio: nanoseconds / base }
  })
}

function sizeOf(text: string): number {
  extract(text)
  return text.length
}
