/**
 * Characters -> tokens: one pass, one row a token, in typed arrays.
 *
 *   "TP.HCM, ngày 5/9"  ->  TP(.) HCM , ngày 5 / 9
 *
 * A token is a word (a run of letters: in Vietnamese, a syllable), a number ("1.510", "3,5") or one punctuation character
 * (an ellipsis is one). The stop of an abbreviation belongs to no token: the word before it carries the flag ABBREVIATED.
 */
import { opensName, takesStop } from './abbreviations.js'
import {
  DIGIT,
  IGNORABLE,
  isUpper,
  kindOf,
  LETTER,
  MARK,
  NEWLINE,
  numberKey,
  punctuationKey,
  readSyllable,
  SPACE,
  syllable,
} from './characters.js'
import {
  ABBREVIATED,
  CAPITAL,
  COMMA,
  ELLIPSIS,
  GLUED,
  LINE_START,
  NUMBER,
  PARAGRAPH_START,
  PUNCTUATION,
  STOP,
  TONED,
  UPPER,
  VIETNAMESE,
  WORD,
} from './flags.js'

export interface Tokens {
  count: number
  /** Offsets in UTF-16 code units. */
  start: Int32Array
  end: Int32Array
  /** Key of the word or number; the character code of punctuation. */
  key: Int32Array
  flags: Uint16Array
}

const grow32 = (a: Int32Array): Int32Array<ArrayBuffer> => {
  const b = new Int32Array(a.length * 2)
  b.set(a)
  return b
}

export function tokenize(text: string): Tokens {
  const n = text.length
  // Vietnamese news has about 4.3 code units a token; a text denser than that makes the arrays grow.
  let room = (n >> 2) + (n >> 4) + 16
  let start = new Int32Array(room)
  let end = new Int32Array(room)
  let key = new Int32Array(room)
  let flags = new Uint16Array(room)
  let count = 0
  let newlines = 2 // the text begins a paragraph
  let i = 0
  let lastEnd = -1
  while (i < n) {
    const c = text.charCodeAt(i)
    const kind = kindOf(c)
    if (kind === SPACE || kind === IGNORABLE) {
      i++
      continue
    }
    if (kind === NEWLINE) {
      if (c === 0x0d && i + 1 < n && text.charCodeAt(i + 1) === 0x0a) i++
      newlines++
      i++
      continue
    }
    if (count + 1 >= room) {
      room *= 2
      start = grow32(start)
      end = grow32(end)
      key = grow32(key)
      const more = new Uint16Array(room)
      more.set(flags)
      flags = more
    }
    let flag = i === lastEnd ? GLUED : 0
    if (newlines > 0) {
      flag |= newlines > 1 ? LINE_START | PARAGRAPH_START : LINE_START
      newlines = 0
    }
    start[count] = i
    if (kind === LETTER) {
      readSyllable(text, i)
      const to = syllable.end
      flag |= WORD
      if (syllable.firstUpper) flag |= CAPITAL
      if (syllable.uppers === syllable.letters) flag |= UPPER
      if (syllable.vietnamese) flag |= VIETNAMESE
      if (syllable.tone !== 0) flag |= TONED
      key[count] = syllable.key
      end[count] = to
      i = to
      lastEnd = to
      if (to < n && text.charCodeAt(to) === STOP && isAbbreviation(text, to, flag, syllable.letters, syllable.key)) {
        // The token before tells whether a single letter is an initial: "Donald J. Trump", but "Nguyễn Văn A. Ông …".
        const initial = syllable.letters === 1 && kindAfter(text, to + 1) !== LETTER
        if (!initial || opensName(count > 0 ? flags[count - 1] : 0, key[count])) {
          flag |= ABBREVIATED
          i++
          lastEnd = i
        }
      }
    } else if (kind === DIGIT) {
      let j = i + 1
      while (j < n) {
        const d = text.charCodeAt(j)
        if (d >= 0x30 && d <= 0x39) j++
        else if ((d === STOP || d === COMMA) && j + 1 < n && kindOf(text.charCodeAt(j + 1)) === DIGIT) j += 2
        else break
      }
      flag |= NUMBER
      key[count] = numberKey(text, i, j)
      end[count] = j
      i = j
      lastEnd = j
    } else {
      let j = i + 1
      let k = punctuationKey(c)
      if (c === STOP && j < n && text.charCodeAt(j) === STOP) {
        while (j < n && text.charCodeAt(j) === STOP) j++
        k = ELLIPSIS
      } else if (c >= 0xd800 && c < 0xdc00 && j < n && (text.charCodeAt(j) & 0xfc00) === 0xdc00) j++
      else if (kind === MARK) while (j < n && kindOf(text.charCodeAt(j)) === MARK) j++
      flag |= PUNCTUATION
      key[count] = k
      end[count] = j
      i = j
      lastEnd = j
    }
    flags[count] = flag
    count++
  }
  return { count, start, end, key, flags }
}

const kindAfter = (text: string, i: number): number => (i < text.length ? kindOf(text.charCodeAt(i)) : SPACE)

/** Does the stop at `stop`, right after a word, abbreviate the word rather than end a sentence? */
function isAbbreviation(text: string, stop: number, flag: number, letters: number, key: number): boolean {
  const next = stop + 1 < text.length ? text.charCodeAt(stop + 1) : 0x20
  if (next === STOP) return false
  const kind = kindOf(next)
  if (kind === LETTER) return !isUpper(next) || (flag & UPPER) !== 0 || takesStop(key, flag)
  if (kind === DIGIT) return takesStop(key, flag) || ((flag & UPPER) !== 0 && letters <= 2)
  if (kind !== SPACE) return false
  return takesStop(key, flag) || (letters === 1 && (flag & CAPITAL) !== 0)
}
