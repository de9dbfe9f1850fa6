/**
 * HTML character references, which texts taken from web pages keep: "KH&amp;ĐT", "Th&#7911; tướng", "h&agrave;nh".
 * They are read in place, so that offsets stay those of the text as given.
 */

const PUNCTUATION = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', shy: '\u00ad', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009',
  zwj: '\u200d', zwnj: '\u200c', ndash: '–', mdash: '—', hellip: '…', bull: '•', middot: '·', deg: '°',
  lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»',
} // biome-ignore format: a table

/** Letters that HTML has a name for and Vietnamese uses: "&agrave;", "&Ocirc;". */
const MARKS = { grave: '\u0300', acute: '\u0301', tilde: '\u0303', circ: '\u0302' }

const named = new Map<string, number>()
for (const [name, c] of Object.entries(PUNCTUATION)) named.set(name, c.charCodeAt(0))
for (const letter of 'aeiouyAEIOUY')
  for (const [name, mark] of Object.entries(MARKS)) {
    const c = (letter + mark).normalize('NFC')
    if (c.length === 1) named.set(letter + name, c.charCodeAt(0))
  }

/** The longest reference looked at: "&#x0001EA0;". */
const LONGEST = 12

/** What `readEntity` found; read it before the next call. */
export const entity = { code: 0, end: 0 }

/** Reads the character reference at the "&" at `at` into `entity`; false if there is none. */
export function readEntity(text: string, at: number): boolean {
  const limit = Math.min(text.length, at + LONGEST)
  let to = at + 1
  for (; to < limit; to++) {
    const c = text.charCodeAt(to)
    if (c === 0x3b) break
    // "#", digits and ASCII letters
    if (c !== 0x23 && !(c >= 0x30 && c <= 0x39) && !((c | 0x20) >= 0x61 && (c | 0x20) <= 0x7a)) return false
  }
  if (to >= limit || to < at + 3) return false
  const body = text.slice(at + 1, to)
  let code: number
  if (body.charCodeAt(0) === 0x23) {
    const hex = body[1] === 'x' || body[1] === 'X'
    const digits = body.slice(hex ? 2 : 1)
    if (!(hex ? /^[\da-f]+$/i : /^\d+$/).test(digits)) return false
    code = Number.parseInt(digits, hex ? 16 : 10)
  } else {
    const known = named.get(body)
    if (known === undefined) return false
    code = known
  }
  // Beyond the first plane there are no letters that matter here.
  entity.code = code === 0 || code > 0xffff ? 0xfffd : code
  entity.end = to + 1
  return true
}
