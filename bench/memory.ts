/**
 * Memory: what one contestant allocates a character, and the most that its process holds. Each runs in a process of its own.
 *
 * The engine tells what is in use, not what was allocated; so a few articles at a time are run between two collections,
 * with a young generation so large (see build.ts) that nothing is collected meanwhile.
 */
import { CONTESTANTS } from './contestants.js'
import { median } from './statistics.js'

export interface Memory {
  /** Bytes allocated on the heap and in typed arrays for each character; null where the runtime does not tell. */
  bytesPerCharacter: number | null
}

const CHUNK = 100_000

export async function measureAllocation(name: string, texts: readonly string[]): Promise<Memory> {
  const contestant = CONTESTANTS.find(c => c.name === name)!
  const run = await contestant.load()
  const collect = (globalThis as { gc?: () => void }).gc
  if (collect === undefined) return { bytesPerCharacter: null }
  const chunks = chunksOf(texts, Math.min(CHUNK, contestant.most))
  const found: number[] = []
  let spent = 0
  for (const [i, chunk] of chunks.entries()) {
    if (spent > 20_000) break
    collect()
    const before = inUse()
    const start = performance.now()
    for (const text of chunk) run(text)
    spent += performance.now() - start
    const bytes = inUse() - before
    // The first articles make caches and compiled code.
    if (i >= 3 && bytes > 0) found.push(bytes / chunk.reduce((n, t) => n + t.length, 0))
  }
  return { bytesPerCharacter: found.length < 3 ? null : median(found) }
}

function inUse(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function chunksOf(texts: readonly string[], size: number): string[][] {
  const chunks: string[][] = [[]]
  let sum = 0
  for (const text of texts) {
    if (sum > size) {
      chunks.push([])
      sum = 0
    }
    chunks[chunks.length - 1].push(text)
    sum += text.length
  }
  return chunks
}

export interface Peak {
  /** Most memory the process held, in bytes, and what it held before the first text. */
  peak: number
  idle: number
}

export async function measurePeak(name: string | null, texts: readonly string[]): Promise<Peak> {
  const contestant = name === null ? null : CONTESTANTS.find(c => c.name === name)!
  const idle = process.memoryUsage().rss
  if (contestant !== null) {
    const run = await contestant.load()
    let characters = 0
    for (const text of texts) {
      if (characters > contestant.most) break
      run(text)
      characters += text.length
    }
  }
  return { peak: process.resourceUsage().maxRSS * 1024, idle }
}
