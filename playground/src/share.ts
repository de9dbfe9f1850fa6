/**
 * A text with its date and place <-> the fragment of an address, which browsers do not send to any server.
 *
 * "#1" and what deflate makes of it in base64url: an article of 4,000 characters gives an address of about 3,500.
 */

export interface Shared {
  text: string
  date: string
  place: string
}

const VERSION = '1'

export async function toFragment({ text, date, place }: Shared): Promise<string> {
  const bytes = await through(
    new TextEncoder().encode(JSON.stringify([text, date, place])),
    new CompressionStream('deflate-raw'),
  )
  let binary = ''
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return `#${VERSION}${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

/** Null where the fragment is none of these. @throws if it is one, but broken */
export async function fromFragment(fragment: string): Promise<Shared | null> {
  if (!fragment.startsWith(`#${VERSION}`) || fragment.length < 4) return null
  const binary = atob(fragment.slice(2).replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = await through(
    Uint8Array.from(binary, c => c.charCodeAt(0)),
    new DecompressionStream('deflate-raw'),
  )
  const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  if (!Array.isArray(value) || value.length !== 3 || !value.every(v => typeof v === 'string'))
    throw new Error('not a shared text')
  const [text, date, place] = value as [string, string, string]
  return { text, date, place }
}

/** No link of ours is so long; a small one could be made to unpack without end. */
const MOST = 8 * 2 ** 20

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: GenericTransformStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(stream as CompressionStream)
    .getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > MOST) {
      await reader.cancel()
      throw new Error('too long')
    }
    parts.push(value)
  }
  const all = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
