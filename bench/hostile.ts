/** Time per character of texts made to be slow, as they grow: flat for every one of them. */
import { extract } from '../src/index.js'
import { HOSTILE } from '../test/lib/hostile.js'
import { median } from './statistics.js'

export interface HostileRow {
  name: string
  /** Nanoseconds a character at each of the sizes. */
  nanoseconds: number[]
}

/** Characters: each size is twice the one before. */
export const SIZES = [100_000, 200_000, 400_000, 800_000] as const

export function measureHostile(rounds: number): HostileRow[] {
  return Object.entries(HOSTILE).map(([name, make]) => {
    // In one piece, as a file that was read is; with an opening that makes it Vietnamese.
    const texts = SIZES.map(size =>
      Buffer.from(`Tại cuộc họp, ông được yêu cầu trả lời. ${make(size)}`, 'utf16le').toString('utf16le'),
    )
    const samples: number[][] = texts.map(() => [])
    for (let round = 0; round <= rounds; round++)
      texts.forEach((text, i) => {
        const start = performance.now()
        extract(text)
        // Round 0 warms up.
        if (round > 0 || rounds === 0) samples[i].push(((performance.now() - start) * 1e6) / text.length)
      })
    return { name, nanoseconds: samples.map(median) }
  })
}
