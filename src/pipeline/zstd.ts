/**
 * Zstandard, frame by frame. Node's decompressor stops after the first frame of a file without a word, and Node 22's says nothing
 * of a frame that is cut short: so the frames are told apart here, by the sizes that stand before their blocks (RFC 8878, 3.1).
 */
import { pipeline, Readable, type Transform } from 'node:stream'

const FRAME = 0xfd2fb528
const SKIPPABLE = 0x184d2a5
/** Bytes of the dictionary's id and of the content's size, by their flags. */
const DICTIONARY = [0, 1, 2, 4]
const CONTENT = [0, 2, 4, 8]
const RLE = 1

/** Bytes to be looked at, bytes to be passed by, or what those from here on are: part of a frame, left out, or the end of it. */
type Step = { see: number } | { pass: number } | { is: 'frame' | 'skipped' | 'over' }

function* walk(): Generator<Step, never, Uint8Array> {
  for (;;) {
    const magic = littleEndian(yield { see: 4 })
    if (magic >>> 4 === SKIPPABLE) {
      yield { is: 'skipped' }
      yield { pass: littleEndian(yield { see: 4 }) }
    } else if (magic === FRAME) {
      yield { is: 'frame' }
      const [descriptor] = yield { see: 1 }
      const single = (descriptor & 0x20) !== 0
      const content = CONTENT[descriptor >> 6] || (single ? 1 : 0)
      yield { pass: (single ? 0 : 1) + DICTIONARY[descriptor & 3] + content }
      for (let last = false; !last; ) {
        const header = littleEndian(yield { see: 3 })
        last = (header & 1) !== 0
        yield { pass: ((header >> 1) & 3) === RLE ? 1 : header >> 3 }
      }
      yield { pass: (descriptor & 4) !== 0 ? 4 : 0 }
    } else throw new Error('not Zstandard, or broken')
    yield { is: 'over' }
  }
}

const littleEndian = (bytes: Uint8Array): number => bytes.reduceRight((n, byte) => ((n << 8) | byte) >>> 0, 0)

interface Part {
  bytes: Uint8Array
  /** Is it the last of its frame? */
  ends: boolean
}

/**
 * The parts of the frames that hold something, as they come.
 * @throws Error where it is no Zstandard, or ends amid a frame
 */
export async function* partsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  const walking = walk()
  let step = walking.next().value
  let at = 0
  let seen: number[] = []
  let passed = 0
  let now: 'frame' | 'skipped' | 'over' = 'over'
  /** What may be the beginning of a frame: less than four bytes. */
  let held: Uint8Array = new Uint8Array(0)

  /** Does the step as far as the chunk goes; is it done? */
  const isDone = (chunk: Uint8Array, wanted: Exclude<Step, { is: unknown }>): boolean => {
    if ('see' in wanted) {
      while (seen.length < wanted.see && at < chunk.length) seen.push(chunk[at++])
      return seen.length === wanted.see
    }
    const passing = Math.min(wanted.pass - passed, chunk.length - at)
    at += passing
    passed += passing
    return passed === wanted.pass
  }

  for await (const chunk of chunks) {
    let from = 0
    at = 0
    const take = (): Uint8Array => {
      const bytes = Buffer.concat([held, chunk.subarray(from, at)])
      held = new Uint8Array(0)
      from = at
      return bytes
    }
    for (;;) {
      if ('is' in step) {
        const bytes = step.is === 'frame' ? null : take()
        if (step.is === 'over' && now === 'frame') yield { bytes: bytes!, ends: true }
        now = step.is
      } else if (!isDone(chunk, step)) break
      step = walking.next(Uint8Array.from(seen)).value
      seen = []
      passed = 0
    }
    const rest = take()
    if (now === 'frame') yield { bytes: rest, ends: false }
    else if (now === 'over') held = rest
  }
  if (now !== 'over' || seen.length > 0) throw new Error('unexpected end of file')
}

/**
 * Decompresses Zstandard.
 * @param decompressor makes what decompresses one frame
 */
export async function* unzstd(
  chunks: AsyncIterable<Uint8Array>,
  decompressor: () => Transform,
): AsyncGenerator<Uint8Array> {
  const parts = partsOf(chunks)
  try {
    for (let part = await parts.next(); !part.done; part = await parts.next()) {
      const first = part.value
      const frame = async function* (): AsyncGenerator<Uint8Array> {
        for (let { bytes, ends } = first; ; ) {
          yield bytes
          if (ends) return
          // Where a frame does not end, this throws.
          const next = (await parts.next()).value as Part
          bytes = next.bytes
          ends = next.ends
        }
      }
      // What goes wrong in the frame is thrown where its content is read.
      yield* pipeline(Readable.from(frame(), { highWaterMark: 1 }), decompressor(), () => {})
    }
  } finally {
    await parts.return(undefined)
  }
}
