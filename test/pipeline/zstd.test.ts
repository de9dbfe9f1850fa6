/** Zstandard cut into its frames, and decompressed where Node can. */
import * as zlib from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { partsOf, unzstd } from '../../src/pipeline/zstd.js'

const u32 = (n: number): number[] => [n & 255, (n >> 8) & 255, (n >> 16) & 255, n >>> 24]
const MAGIC = [0x28, 0xb5, 0x2f, 0xfd]
const block = (last: boolean, type: number, size: number, body: number[]): number[] => [
  ...u32((size << 3) | (type << 1) | Number(last)).slice(0, 3),
  ...body,
]
const [RAW, RLE] = [0, 1]

const FRAMES = {
  // Descriptor: a window, no checksum. A raw block of three bytes, of which none may be taken for a header.
  plain: [...MAGIC, 0x00, 0x58, ...block(true, RAW, 3, [0x28, 0xb5, 0x2f])],
  empty: [...MAGIC, 0x00, 0x58, ...block(true, RAW, 0, [])],
  // One segment: its size in one byte, no window. A block of one byte again and again, then one with a checksum after it.
  single: [...MAGIC, 0x24, 9, ...block(false, RLE, 8, [0x41]), ...block(true, RAW, 1, [0x42]), 1, 2, 3, 4],
  // A dictionary's id of two bytes, and a size of eight.
  full: [...MAGIC, 0xc2, 0x58, 7, 7, ...u32(2), ...u32(0), ...block(true, RAW, 2, [1, 2])],
}
const SKIPPED = [0x5a, 0x2a, 0x4d, 0x18, ...u32(5), ...MAGIC, 0]

async function* chunks(bytes: number[], size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield Uint8Array.from(bytes.slice(i, i + size))
}

async function framesOf(bytes: number[], size: number): Promise<number[][]> {
  const frames: number[][] = []
  let frame: number[] = []
  for await (const part of partsOf(chunks(bytes, size))) {
    frame.push(...part.bytes)
    if (!part.ends) continue
    frames.push(frame)
    frame = []
  }
  expect(frame).toEqual([])
  return frames
}

describe('frames', () => {
  const { plain, empty, single, full } = FRAMES
  const file = [...SKIPPED, ...plain, ...single, ...SKIPPED, ...SKIPPED, ...empty, ...full, ...SKIPPED]
  test('are told apart, wherever the bytes are cut', async () => {
    for (let size = 1; size <= file.length; size++)
      expect(await framesOf(file, size)).toEqual([plain, single, empty, full])
    expect(await framesOf([], 1)).toEqual([])
  })
  test('that are cut short are told, wherever they are', async () => {
    const ends = new Set<number>([0])
    for (const frame of [SKIPPED, plain, single, SKIPPED, SKIPPED, empty, full, SKIPPED])
      ends.add(Math.max(...ends) + frame.length)
    for (let length = 0; length <= file.length; length++)
      for (const size of [1, 7, 1000]) {
        const cut = framesOf(file.slice(0, length), size)
        if (ends.has(length)) await cut
        else await expect(cut).rejects.toThrow('unexpected end of file')
      }
  })
  test('what is none is told', async () => {
    await expect(framesOf([1, 2, 3, 4, 5], 5)).rejects.toThrow('not Zstandard')
    await expect(framesOf([...plain, 0, 0, 0, 0], 5)).rejects.toThrow('not Zstandard')
  })
  test('are given before they end', async () => {
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      yield Uint8Array.from(plain.slice(0, 6))
      await new Promise(() => {})
    }
    expect((await partsOf(endless()).next()).value).toEqual({ bytes: Buffer.from(plain.slice(0, 6)), ends: false })
  })
})

const { createZstdDecompress, zstdCompressSync } = zlib as unknown as {
  createZstdDecompress?: () => import('node:stream').Transform
  zstdCompressSync: (data: string) => Buffer
}

describe.skipIf(createZstdDecompress === undefined)('decompressed (needs Node.js 22.15)', () => {
  const read = async (bytes: number[], size: number): Promise<string> => {
    const got: Uint8Array[] = []
    for await (const chunk of unzstd(chunks(bytes, size), createZstdDecompress!)) got.push(chunk)
    return Buffer.concat(got).toString()
  }
  const long = Array.from({ length: 30_000 }, (_, i) => `dòng ${(i * 7919) % 10_007}\n`).join('')
  test('frames made by hand, and by the library', async () => {
    // The checksum of the other was made up.
    expect(await read([...FRAMES.empty, ...FRAMES.plain], 3)).toBe(`${Buffer.from([0x28, 0xb5, 0x2f])}`)
    const file = [...zstdCompressSync(long), ...SKIPPED, ...zstdCompressSync('ngắn'), ...zstdCompressSync('')]
    expect(await read(file, 1000)).toBe(`${long}ngắn`)
    for (const end of [file.length - 1, file.length >> 1])
      await expect(read(file.slice(0, end), 999)).rejects.toThrow('unexpected end of file')
  })
  test('left early', async () => {
    for await (const chunk of unzstd(chunks([...zstdCompressSync(long)], 100), createZstdDecompress!)) {
      expect(long.startsWith(Buffer.from(chunk).toString().slice(0, -1))).toBe(true)
      break
    }
  })
})
