/** Reads texts and writes results; what goes wrong with a file is told in words that name it. */
import { createWriteStream, realpathSync, renameSync, rmSync, statSync, type WriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Io } from './io.js'
import { plainText } from './text.js'

/** A file that cannot be used; the message names it. */
export class FileError extends Error {}

/** The text of a file, or of standard input for "-". */
export async function readText(file: string, io: Io): Promise<string> {
  const name = file === '-' ? 'standard input' : file
  let bytes: Uint8Array
  try {
    bytes = file === '-' ? await readAll(io.stdin) : await readFile(file)
  } catch (error) {
    throw new FileError(`${name}: ${reason(error)}`)
  }
  return decode(name, bytes)
}

/** A byte order mark stays: it is part of the text that offsets count. */
export function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
    throw new FileError(`${name}: not UTF-8${utf16 ? ' (it looks like UTF-16; convert it first)' : ''}`)
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The id of a file's record: its name without its extension. */
export const idOf = (file: string): string => basename(file, extname(file))

/** What an error of the file system says, in words. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOENT':
      return 'no such file or folder'
    case 'EACCES':
    case 'EPERM':
      return 'permission denied'
    case 'EISDIR':
      return 'is a folder, not a file'
    case 'ENOTDIR':
      return 'no such file: part of the path is no folder'
    case 'ENOSPC':
      return 'no space left'
    default:
      return plainText(message ?? String(error))
  }
}

/** A file that takes its name only when it is whole: written beside under another name, then renamed. */
export class OutputFile {
  private stream: WriteStream | null = null
  private failure: unknown = null

  private constructor(
    private readonly name: string,
    private readonly target: string,
    private readonly temporary: string | null,
  ) {}

  static async open(name: string): Promise<OutputFile> {
    // A link keeps being one; "/dev/null" and pipes are written to, not replaced.
    let target = name
    let regular = true
    try {
      target = realpathSync(name)
      const stat = statSync(target)
      if (stat.isDirectory()) throw new FileError(`${name}: is a folder, not a file`)
      regular = stat.isFile()
    } catch (error) {
      if (error instanceof FileError) throw error
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new FileError(`${name}: ${reason(error)}`)
    }
    const temporary = regular ? join(dirname(target), `.${basename(target)}.${process.pid}.tmp`) : null
    const file = new OutputFile(name, target, temporary)
    await file.start()
    return file
  }

  private start(): Promise<void> {
    const stream = createWriteStream(this.temporary ?? this.target, { flags: this.temporary ? 'wx' : 'w' })
    this.stream = stream
    process.once('SIGINT', this.interrupted)
    process.once('SIGTERM', this.interrupted)
    return new Promise((resolve, reject) => {
      stream.once('open', () => {
        stream.on('error', error => {
          this.failure = error
        })
        resolve()
      })
      stream.once('error', error => {
        this.release()
        reject(new FileError(`${this.name}: ${reason(error)}`))
      })
    })
  }

  async write(text: string): Promise<void> {
    const stream = this.stream!
    if (this.failure !== null) throw new FileError(`${this.name}: ${reason(this.failure)}`)
    await new Promise<void>((resolve, reject) => {
      stream.write(text, error => (error ? reject(new FileError(`${this.name}: ${reason(error)}`)) : resolve()))
    })
  }

  /** Closes the file and gives it its name. */
  async done(): Promise<void> {
    await new Promise<void>(resolve => this.stream!.end(resolve))
    this.release()
    if (this.failure !== null) throw new FileError(`${this.name}: ${reason(this.failure)}`)
    try {
      if (this.temporary !== null) renameSync(this.temporary, this.target)
    } catch (error) {
      rmSync(this.temporary!, { force: true })
      throw new FileError(`${this.name}: ${reason(error)}`)
    }
  }

  /** Leaves everything as it was. */
  discard(): void {
    this.release()
    this.stream?.destroy()
    if (this.temporary !== null) rmSync(this.temporary, { force: true })
  }

  private release(): void {
    process.off('SIGINT', this.interrupted)
    process.off('SIGTERM', this.interrupted)
  }

  private readonly interrupted = (signal: NodeJS.Signals): void => {
    this.discard()
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
}
