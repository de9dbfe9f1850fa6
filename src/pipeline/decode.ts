/** Bytes -> text. */
import { isUtf8 } from 'node:buffer'

/** The text of bytes in UTF-8, or null if they are not. A byte order mark stays: it is part of the text that offsets count. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  // Several times as fast as a TextDecoder.
  if (!isUtf8(bytes)) return null
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}

const BOMS: [mark: number[], encoding: string][] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** Where a page tells its encoding: within so many bytes, as browsers look for it. */
const HEAD = 1024
const META = /<meta\s[^>]*/gi
const CHARSET = /charset\s*=[\s"']*([\w:.-]+)/i

/** The text of an HTML page: in UTF-8, or in the encoding that its byte order mark or its `meta` tag names; null if in none of them. */
export function decodeHtml(bytes: Uint8Array): string | null {
  const marked = BOMS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1]
  const utf8 = marked === undefined ? decodeUtf8(bytes) : null
  if (utf8 !== null) return utf8
  const encoding = marked ?? charsetOf(Buffer.from(bytes.subarray(0, HEAD)).toString('latin1'))
  if (encoding === undefined) return null
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function charsetOf(head: string): string | undefined {
  for (const [tag] of head.matchAll(META)) {
    const found = CHARSET.exec(tag)
    if (found !== null) return found[1]
  }
  return undefined
}

/** What bytes that are not UTF-8 look like, in words. */
export function notUtf8(bytes: Uint8Array): string {
  const utf16 = BOMS.some(([mark]) => mark.every((byte, i) => bytes[i] === byte))
  return `not UTF-8${utf16 ? ' (it looks like UTF-16; convert it first)' : ''}`
}
