/** Sources into batches: files read as streams, decompressed, and cut at line ends. No more is read than is asked for. */
import { createReadStream } from 'node:fs'
import type { Readable, Transform } from 'node:stream'
import * as zlib from 'node:zlib'
import { type Batch, type Piece, type Position, tooLong } from './batch.js'
import { unzstd } from './zstd.js'

export interface Source {
  /** A path, or "-" for standard input. */
  path: string
  kind: Piece['kind']
  id: string | null
  /** Why there is nothing to read, if so. */
  failure?: string
}

export interface ReadSettings {
  stdin: AsyncIterable<Uint8Array>
  /** The longest line, in bytes. */
  limit: number
  /** What an error of the file system says, in words. */
  reason: (error: unknown) => string
  /** Asked between batches: is it time to stop? */
  stopped: () => boolean
}

const CHUNK = 1 << 16
/** A batch is full with so many bytes, or so many pieces. */
const BATCH_BYTES = 1 << 16
const BATCH_PIECES = 256
const NEWLINE = 10

export const START: Position = { source: 0, offset: 0, line: 0 }

export async function* readBatches(
  sources: readonly Source[],
  from: Position,
  settings: ReadSettings,
): AsyncGenerator<Batch> {
  const counter = { read: 0 }
  let batch: Piece[] = []
  let size = 0
  let end = from
  for (let s = from.source; s < sources.length; s++) {
    const begin = s === from.source ? from : { source: s, offset: 0, line: 0 }
    for await (const [piece, after] of readSource(sources[s], begin, settings, counter)) {
      batch.push(piece)
      size += piece.bytes.length
      end = after
      // Who writes to standard input may be waiting for the answer.
      if (size >= BATCH_BYTES || batch.length >= BATCH_PIECES || sources[s].path === '-') {
        yield { pieces: batch, end, read: counter.read }
        batch = []
        size = 0
      }
      if (settings.stopped()) break
    }
    if (settings.stopped()) break
    end = { source: s + 1, offset: 0, line: 0 }
  }
  if (batch.length > 0) yield { pieces: batch, end, read: counter.read }
}

type Step = [piece: Piece, after: Position]

async function* readSource(
  source: Source,
  from: Position,
  settings: ReadSettings,
  counter: { read: number },
): AsyncGenerator<Step> {
  const file = source.path === '-' ? 'standard input' : source.path
  const piece = { kind: source.kind, file, id: source.id }
  const next: Position = { source: from.source + 1, offset: 0, line: 0 }
  const cutter = new Cutter(piece, from, settings.limit)
  const whole: Uint8Array[] = []
  if (source.failure !== undefined) {
    yield [{ ...piece, line: null, bytes: new Uint8Array(0), reason: source.failure }, next]
    return
  }
  try {
    for await (const chunk of open(source.path, from.offset, settings.stdin, counter)) {
      if (source.kind !== 'lines') whole.push(chunk)
      else yield* cutter.chunk(chunk)
    }
  } catch (error) {
    // Asked to stop, a stream that waits for more is closed.
    if (settings.stopped()) return
    if (source.kind === 'lines') yield* cutter.end()
    const line = source.kind === 'lines' && cutter.position.line > 0 ? cutter.position.line + 1 : null
    yield [{ ...piece, line, bytes: new Uint8Array(0), reason: settings.reason(error) }, next]
    return
  }
  if (source.kind !== 'lines') yield [{ ...piece, line: null, bytes: Buffer.concat(whole) }, next]
  else yield* cutter.end()
}

/** Cuts a stream of bytes after the last line end of each chunk; a line over the limit is not kept. */
class Cutter {
  position: Position
  private held: Uint8Array[] = []
  private heldBytes = 0
  /** In a line over the limit, the bytes of it that have gone by. */
  private skipped = 0

  constructor(
    private readonly piece: Pick<Piece, 'kind' | 'file' | 'id'>,
    from: Position,
    private readonly limit: number,
  ) {
    this.position = { ...from }
  }

  *chunk(chunk: Uint8Array): Generator<Step> {
    if (this.skipped > 0) {
      const newline = chunk.indexOf(NEWLINE)
      if (newline < 0) {
        this.skipped += chunk.length
        return
      }
      yield this.step(this.tooLong!, this.skipped + newline + 1, 1)
      this.skipped = 0
      chunk = chunk.subarray(newline + 1)
    }
    const last = chunk.lastIndexOf(NEWLINE)
    if (last >= 0) {
      const bytes = this.heldBytes === 0 ? chunk.subarray(0, last + 1) : this.take(chunk.subarray(0, last + 1))
      yield this.lines(bytes)
    }
    if (last + 1 < chunk.length) this.hold(chunk.subarray(last + 1))
  }

  /** The rest: a last line without a line end. */
  *end(): Generator<Step> {
    if (this.skipped > 0) yield this.step(this.tooLong!, this.skipped, 1)
    else if (this.heldBytes > 0) yield this.lines(this.take())
    this.skipped = 0
  }

  private tooLong: Piece | null = null

  private hold(bytes: Uint8Array): void {
    this.held.push(bytes)
    this.heldBytes += bytes.length
    if (this.heldBytes <= this.limit) return
    this.skipped = this.heldBytes
    const head = this.take().slice(0, 1 << 10)
    this.tooLong = { ...this.piece, line: this.position.line + 1, bytes: head, reason: tooLong(this.limit) }
  }

  private take(last?: Uint8Array): Uint8Array {
    if (last) this.held.push(last)
    const bytes = this.held.length === 1 ? this.held[0] : Buffer.concat(this.held)
    this.held = []
    this.heldBytes = 0
    return bytes
  }

  private lines(bytes: Uint8Array): Step {
    let count = 0
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++
    if (bytes[bytes.length - 1] !== NEWLINE) count++
    return this.step({ ...this.piece, line: this.position.line + 1, bytes }, bytes.length, count)
  }

  private step(piece: Piece, bytes: number, lines: number): Step {
    const { source, offset, line } = this.position
    this.position = { source, offset: offset + bytes, line: line + lines }
    return [piece, this.position]
  }
}

/** The bytes of a source from an offset on, decompressed. */
async function* open(
  path: string,
  offset: number,
  stdin: AsyncIterable<Uint8Array>,
  counter: { read: number },
): AsyncGenerator<Uint8Array> {
  if (path === '-') {
    for await (const chunk of stdin) {
      counter.read += chunk.length
      yield chunk
    }
    return
  }
  const decompress = decompressor(path)
  const file = createReadStream(path, { highWaterMark: CHUNK, start: decompress === null ? offset : 0 })
  counter.read += decompress === null ? offset : 0
  file.on('data', chunk => {
    counter.read += chunk.length
  })
  // Listening would set it flowing; the loop below, or the pipe, is to say when.
  file.pause()
  if (decompress === null) {
    yield* file
    return
  }
  let skip = offset
  try {
    for await (const chunk of decompress(file)) {
      if (skip >= chunk.length) skip -= chunk.length
      else {
        yield skip > 0 ? chunk.subarray(skip) : chunk
        skip = 0
      }
    }
  } finally {
    file.destroy()
  }
}

export const COMPRESSED = /\.(?:gz|zst)$/i

type Decompress = (file: Readable) => AsyncIterable<Uint8Array>

function decompressor(path: string): Decompress | null {
  const extension = COMPRESSED.exec(path)?.[0].toLowerCase()
  if (extension === '.gz') return gunzip
  if (extension !== '.zst') return null
  // Node has it from 22.15 on.
  const { createZstdDecompress } = zlib as { createZstdDecompress?: (options: { chunkSize: number }) => Transform }
  if (createZstdDecompress === undefined)
    throw new Error(`this Node.js (${process.version}) cannot read .zst; 22.15 and newer can`)
  return file => unzstd(file, () => createZstdDecompress({ chunkSize: CHUNK }))
}

function gunzip(file: Readable): AsyncIterable<Uint8Array> {
  const inflate = zlib.createGunzip({ chunkSize: CHUNK })
  file.on('error', error => inflate.destroy(error))
  return file.pipe(inflate)
}
