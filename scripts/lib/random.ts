/** Random numbers that a seed decides, so that every run of a script gives the same. */

export type Random = () => number

/** Numbers from 0 up to, not including, 1 (the generator known as mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const below = (random: Random, n: number): number => Math.floor(random() * n)

export const oneOf = <T>(random: Random, items: readonly T[]): T => items[below(random, items.length)]

/** A shuffled copy. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const out = [...items]
  for (let i = out.length - 1; i > 0; i--) {
    const j = below(random, i + 1)
    ;[out[i], out[j]] = [out[j], out[i]]
  }
  return out
}
