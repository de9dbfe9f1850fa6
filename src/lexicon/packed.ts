/**
 * Whole numbers as printable ASCII, for what ships: small ones take one character, those below 3,700 two, any other four.
 *
 * Compressed it is as small as bytes are, and reading it is one loop over a string.
 */

/** The characters are those from "#" to "~" without the backslash, which a string literal would have to escape. */
const FIRST = 0x23
const BACKSLASH = 0x5c
const DIGITS = 91
/** Numbers below this are one digit. The digits from here on open one of two; the last of them one of four. */
const ONE = 50
const ESCAPE = DIGITS - 1
const TWO = ONE + (ESCAPE - ONE) * DIGITS
const LIMIT = DIGITS ** 3

/** @throws RangeError for a number that is not whole, negative or beyond 753,570 */
export function packNumbers(numbers: Iterable<number>): string {
  let out = ''
  const put = (digit: number): void => {
    const c = digit + FIRST
    out += String.fromCharCode(c < BACKSLASH ? c : c + 1)
  }
  for (const n of numbers) {
    if (!Number.isInteger(n) || n < 0 || n >= LIMIT) throw new RangeError(`${n} cannot be packed`)
    if (n < ONE) put(n)
    else if (n < TWO) {
      put(ONE + Math.floor((n - ONE) / DIGITS))
      put((n - ONE) % DIGITS)
    } else {
      put(ESCAPE)
      put(Math.floor(n / DIGITS / DIGITS))
      put(Math.floor(n / DIGITS) % DIGITS)
      put(n % DIGITS)
    }
  }
  return out
}

/** What `packNumbers` was given. */
export function unpackNumbers(text: string): Int32Array {
  const n = text.length
  const out = new Int32Array(n)
  let count = 0
  for (let i = 0; i < n; ) {
    let c = text.charCodeAt(i++)
    const d = c > BACKSLASH ? c - FIRST - 1 : c - FIRST
    if (d < ONE) {
      out[count++] = d
      continue
    }
    let value = d === ESCAPE ? 0 : d - ONE
    for (let left = d === ESCAPE ? 3 : 1; left > 0; left--) {
      c = text.charCodeAt(i++)
      value = value * DIGITS + (c > BACKSLASH ? c - FIRST - 1 : c - FIRST)
    }
    out[count++] = d === ESCAPE ? value : value + ONE
  }
  return out.subarray(0, count)
}
