/**
 * Names -> ids that stay the same from run to run and from one format to the next: version 5 UUIDs (RFC 9562), which any
 * language can make again from the same parts.
 *
 *   idOf('area', 'province', 'Quảng Trị')  ->  uuid5(NAMESPACE, "area|province|quảng trị" with the tone marks moved)
 *
 * The hash is written out here because it must run without waiting (Web Crypto only answers later) and without Node's
 * built-ins: the same function serves browsers, workers and edge runtimes.
 */

/** uuid5(NAMESPACE_URL, "https://www.npmjs.com/package/chucdanh"): all ids are made in this namespace. */
export const NAMESPACE = '141b9b7d-6084-5ed5-bcda-25829596f4e8'

/** A stable id for what the parts name. Parts that differ only in case, white space, Unicode form or tone-mark place give one id. */
export function idOf(...parts: string[]): string {
  return uuid5(NAMESPACE, parts.map(foldName).join('|'))
}

/** Tone marks of Vietnamese, as they stand in decomposed text: huyền, sắc, ngã, hỏi, nặng. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * The form in which names are compared: decomposed, small letters, single spaces, and the tone mark of a syllable at its end,
 * because writers differ in which vowel carries it ("Hoà", "Hòa") but never in the tone.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .map(word => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''))
    .join(' ')
}

/** White space and control characters as single spaces (a name may run over a line break), characters composed. */
export function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

export function uuid5(namespace: string, name: string): string {
  const digits = namespace.replaceAll('-', '')
  const space = Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16))
  const text = new TextEncoder().encode(name)
  const bytes = new Uint8Array(16 + text.length)
  bytes.set(space)
  bytes.set(text, 16)
  const hash = sha1(bytes).subarray(0, 16)
  hash[6] = (hash[6] & 0x0f) | 0x50
  hash[8] = (hash[8] & 0x3f) | 0x80
  const hex = Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** SHA-1 (FIPS 180-4) of some bytes. It makes ids here and keeps nothing secret. */
export function sha1(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array((((message.length + 8) >> 6) + 1) << 6)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(message.length / 0x20000000))
  view.setUint32(padded.length - 4, message.length << 3)
  const h = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)
  const w = new Uint32Array(80)
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(at + i * 4)
    for (let i = 16; i < 80; i++) w[i] = rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1)
    let [a, b, c, d, e] = h
    for (let i = 0; i < 80; i++) {
      let f: number
      if (i < 20) f = ((b & c) | (~b & d)) + 0x5a827999
      else if (i < 40) f = (b ^ c ^ d) + 0x6ed9eba1
      else if (i < 60) f = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
      else f = (b ^ c ^ d) + 0xca62c1d6
      const next = (rotate(a, 5) + f + e + w[i]) | 0
      e = d
      d = c
      c = rotate(b, 30)
      b = a
      a = next
    }
    h[0] += a
    h[1] += b
    h[2] += c
    h[3] += d
    h[4] += e
  }
  const out = new Uint8Array(20)
  for (let i = 0; i < 5; i++) new DataView(out.buffer).setUint32(i * 4, h[i])
  return out
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))
