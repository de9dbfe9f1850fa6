/** Files that take their name only when they are whole, and the journal by which a run that was cut off goes on. */
import {
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Position } from '../pipeline/batch.js'
import { FileError, reason } from './files.js'

/** A file written under another name beside its own ("out.ndjson.partial"), and renamed at the end. */
export class OutputFile {
  /** Bytes written. */
  size = 0
  private handle: FileHandle | null = null
  /** What was made of it in place of what was written. */
  private made: string | null = null

  private constructor(
    private readonly name: string,
    private readonly target: string,
    /** Null: no regular file ("/dev/null", a pipe), written to as it is. */
    readonly partial: string | null,
  ) {}

  /** Looks at what is there; nothing is written yet. */
  static of(name: string): OutputFile {
    let target = name
    let regular = true
    try {
      // A link keeps being one.
      target = realpathSync(name)
      const stat = statSync(target)
      if (stat.isDirectory()) throw new FileError(`${name}: is a folder, not a file`)
      regular = stat.isFile()
    } catch (error) {
      if (error instanceof FileError) throw error
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new FileError(`${name}: ${reason(error)}`)
    }
    return new OutputFile(name, target, regular ? `${target}.partial` : null)
  }

  /** Where its journal stands, if it has one. */
  get journal(): string | null {
    return this.partial === null ? null : `${this.target}.journal`
  }

  /** Bytes there are of what was written before; of what is no regular file, as many as one likes. */
  sizeBefore(): number {
    if (this.partial === null) return Infinity
    return statSync(this.partial, { throwIfNoEntry: false })?.size ?? 0
  }

  /** @param size go on after so many bytes of what was written before */
  async open(size = 0): Promise<void> {
    await this.tell(async () => {
      if (this.partial === null) this.handle = await open(this.target, 'w')
      else if (size === 0) this.handle = await open(this.partial, 'w')
      else {
        truncateSync(this.partial, size)
        this.handle = await open(this.partial, 'a')
        this.size = size
      }
    })
  }

  async write(data: Uint8Array | string): Promise<void> {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data
    if (bytes.length === 0) return
    await this.tell(() => this.handle!.writeFile(bytes))
    this.size += bytes.length
  }

  /** Until it is on the disk. */
  async flush(): Promise<void> {
    if (this.partial !== null) await this.tell(() => this.handle!.datasync())
  }

  async close(): Promise<void> {
    const { handle } = this
    this.handle = null
    await this.tell(async () => handle?.close())
  }

  /**
   * Closes the file, and has another made of it, which will have its name when all is done. Until then what was written stays,
   * for a run that goes on.
   */
  async transform(work: (from: string, to: string) => Promise<void>): Promise<void> {
    const { partial } = this
    if (partial === null) throw new FileError(`${this.name}: is no regular file, which this format needs`)
    await this.close()
    this.made = `${partial}.made`
    await this.tell(() => work(partial, this.made!))
  }

  /** Closes the file and gives it its name. */
  async done(): Promise<void> {
    await this.close()
    await this.tell(async () => {
      if (this.partial !== null) renameSync(this.made ?? this.partial, this.target)
      if (this.made !== null) rmSync(this.partial!, { force: true })
    })
  }

  /** Leaves everything as it was. */
  async discard(): Promise<void> {
    await this.close().catch(() => {})
    if (this.partial !== null) rmSync(this.partial, { force: true })
    if (this.made !== null) rmSync(this.made, { force: true })
  }

  private async tell(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      throw new FileError(`${this.name}: ${reason(error)}`)
    }
  }
}

/** What is done, and how much was written by then. */
export interface Checkpoint {
  at: Position
  /** Bytes of each file that is written. */
  sizes: number[]
  articles: number
  problems: number
  undated: number
}

interface Header {
  version: string
  pid: number
  /** The options and the input: a run goes on only with the same. */
  run: string
}

/** How often progress is put down, in milliseconds: so much work is lost at most when a run is cut off. */
const EVERY = 250
/** A journal that was written to so lately, by a process that is there, is in use. */
const FRESH = 10_000

/** A file of lines: what run this is, then every so often where it stands. */
export class Journal {
  private handle: FileHandle | null = null
  private last = 0
  /** How many are put down. */
  checkpoints = 0

  constructor(private readonly path: string) {}

  /** @throws FileError if another process is at it */
  checkUnused(): void {
    const stat = statSync(this.path, { throwIfNoEntry: false })
    if (stat === undefined || Date.now() - stat.mtimeMs > FRESH) return
    const pid = this.read()?.header.pid
    if (pid === undefined || pid === process.pid || !isRunning(pid)) return
    throw new FileError(`${this.path}: process ${pid} is writing this output; wait until it has ended`)
  }

  /** Where the run stood that was cut off; null if there was none. */
  resume(version: string, run: string, sizes: readonly number[]): Checkpoint | null {
    const found = this.read()
    if (found === null) return null
    const { header, checkpoints } = found
    if (header.version !== version)
      throw new FileError(
        `${this.path}: of version ${header.version}, this is ${version}; without --resume the run begins anew`,
      )
    if (header.run !== run)
      throw new FileError(
        `${this.path}: the run that was cut off had other input or options; without --resume a run begins anew`,
      )
    return checkpoints.findLast(c => c.sizes.every((size, i) => size <= sizes[i])) ?? null
  }

  async begin(version: string, run: string, checkpoint: Checkpoint | null): Promise<void> {
    const header: Header = { version, pid: process.pid, run }
    try {
      // In one step: a run that goes on may be cut off here as well.
      const lines = checkpoint === null ? [header] : [header, checkpoint]
      writeFileSync(`${this.path}.new`, lines.map(l => `${JSON.stringify(l)}\n`).join(''))
      renameSync(`${this.path}.new`, this.path)
      this.handle = await open(this.path, 'a')
      this.checkpoints = lines.length - 1
    } catch (error) {
      throw new FileError(`${this.path}: ${reason(error)}`)
    }
    this.last = Date.now()
  }

  isDue(): boolean {
    return Date.now() - this.last >= EVERY
  }

  /** To be called when what the checkpoint tells of is on the disk. */
  async put(checkpoint: Checkpoint): Promise<void> {
    this.last = Date.now()
    try {
      await this.handle!.writeFile(`${JSON.stringify(checkpoint)}\n`)
      this.checkpoints++
    } catch (error) {
      throw new FileError(`${this.path}: ${reason(error)}`)
    }
  }

  async close(remove: boolean): Promise<void> {
    await this.handle?.close().catch(() => {})
    this.handle = null
    if (remove) rmSync(this.path, { force: true })
  }

  private read(): { header: Header; checkpoints: Checkpoint[] } | null {
    if (!existsSync(this.path)) return null
    const lines: unknown[] = []
    for (const line of readFileSync(this.path, 'utf8').split('\n').slice(0, -1)) {
      try {
        lines.push(JSON.parse(line))
      } catch {
        // The disk was full, or the machine went off, amid a line.
        break
      }
    }
    const [header, ...checkpoints] = lines
    return header === undefined ? null : { header: header as Header, checkpoints: checkpoints as Checkpoint[] }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
