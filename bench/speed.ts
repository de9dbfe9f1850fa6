/** Whole extraction beside the other contestants: rounds in which each has its turn, in an order that changes. */
import { seededRandom, shuffled } from '../scripts/lib/random.js'
import { BARE, CHUCDANH, CONTESTANTS, type Run } from './contestants.js'
import { median, middleHalf } from './statistics.js'

export interface SpeedRow {
  name: string
  what: string
  /** Why it did not run, else null. */
  missing: string | null
  /** Nanoseconds a character. */
  nanoseconds: number
  /** Time a character as a multiple of the bare tokenisation of the same round: the median, and the middle half of the rounds. */
  ratio: number
  ratioRange: [number, number]
  articlesPerSecond: number
  characters: number
}

export interface Speed {
  rounds: number
  articles: number
  characters: number
  rows: SpeedRow[]
}

export async function measureSpeed(texts: readonly string[], rounds: number, seed: number): Promise<Speed> {
  const random = seededRandom(seed)
  const missing = new Map<string, string>()
  const runs = new Map<string, { run: Run; texts: string[]; times: number[] }>()
  // In another order than they stand in: a slice is of all kinds.
  const order = shuffled(random, texts)
  for (const { name, most, load } of CONTESTANTS) {
    try {
      runs.set(name, { run: await load(), texts: slice(order, most), times: [] })
    } catch (error) {
      missing.set(name, /Cannot find/.test(String(error)) ? 'it is not installed' : String(error).split('\n')[0])
    }
  }
  let sink = 0
  // The first round warms the compilers up and is not counted.
  for (let round = 0; round <= rounds; round++)
    for (const [, { run, texts, times }] of shuffled(random, [...runs])) {
      const start = performance.now()
      for (const text of texts) sink += run(text)
      if (round > 0) times.push(((performance.now() - start) * 1e6) / lengthOf(texts))
    }
  if (sink === 0) throw new Error('no contestant found anything')
  const bare = runs.get(BARE)!.times
  const rows = CONTESTANTS.map(({ name, what }): SpeedRow => {
    const known = runs.get(name)
    if (known === undefined)
      return {
        name,
        what,
        missing: missing.get(name)!,
        nanoseconds: 0,
        ratio: 0,
        ratioRange: [0, 0],
        articlesPerSecond: 0,
        characters: 0,
      }
    const ratios = known.times.map((t, i) => t / bare[i])
    const nanoseconds = median(known.times)
    const mean = lengthOf(texts) / texts.length
    return {
      name,
      what,
      missing: null,
      nanoseconds,
      ratio: median(ratios),
      ratioRange: middleHalf(ratios),
      articlesPerSecond: 1e9 / (nanoseconds * mean),
      characters: lengthOf(known.texts),
    }
  })
  return { rounds, articles: texts.length, characters: lengthOf(texts), rows }
}

function slice(texts: readonly string[], most: number): string[] {
  let sum = 0
  const out: string[] = []
  for (const text of texts) {
    if (out.length > 0 && sum + text.length > most) break
    out.push(text)
    sum += text.length
  }
  return out
}

const lengthOf = (texts: readonly string[]): number => texts.reduce((n, t) => n + t.length, 0)

export const speedOf = (speed: Speed, name = CHUCDANH): SpeedRow => speed.rows.find(r => r.name === name)!
