/** Reads texts; what goes wrong with a file is told in words that name it. */
import { readFile } from 'node:fs/promises'
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
    case 'EFBIG':
      return 'larger than files may get here'
    case 'ENOSPC':
      return 'no space left'
    default:
      return plainText(message ?? String(error))
  }
}
