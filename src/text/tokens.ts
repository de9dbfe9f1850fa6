/**
 * Characters -> tokens: one pass, one row a token, in typed arrays.
 *
 *   "TP.HCM, ngày 5/9"  ->  TP(.) HCM , ngày 5 / 9
 *
 * A token is a word (a run of letters: in Vietnamese, a syllable), a number ("1.510", "3,5") or one punctuation character
 * (an ellipsis is one, a character reference too). The stop of an abbreviation belongs to no token: the word before it carries the flag ABBREVIATED.
 */
import { isAbbreviation } from './abbreviations.js'
import {
  BASE_BITS,
  CASE_BIT,
  DIGIT,
  finishKey,
  flagsOfTraits,
  goesOn,
  I,
  IGNORABLE,
  isI,
  kindOf,
  LETTER,
  LIMIT,
  letterOf,
  MARK,
  NEWLINE,
  numberKey,
  PRIME,
  punctuationKey,
  readSyllable,
  SEED,
  SPACE,
  syllable,
  TONE_BITS,
  TRAIT_SHIFT,
  Y,
} from './characters.js'
import { entity, readEntity } from './entities.js'
import {
  ABBREVIATED,
  AMPERSAND,
  CAPITAL,
  COMMA,
  ELLIPSIS,
  GLUED,
  LINE_START,
  NUMBER,
  PARAGRAPH_START,
  PUNCTUATION,
  STOP,
  UPPER,
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

/** Room for so many tokens. One piece of memory is made faster than four. */
function makeRoom(tokens: number): Tokens {
  const memory = new ArrayBuffer(tokens * 14)
  return {
    count: 0,
    start: new Int32Array(memory, 0, tokens),
    end: new Int32Array(memory, tokens * 4, tokens),
    key: new Int32Array(memory, tokens * 8, tokens),
    flags: new Uint16Array(memory, tokens * 12, tokens),
  }
}

function moreRoom(of: Tokens, tokens: number): Tokens {
  const more = makeRoom(tokens)
  more.start.set(of.start)
  more.end.set(of.end)
  more.key.set(of.key)
  more.flags.set(of.flags)
  return more
}

const BLANK = 0x20
const CASE = CASE_BIT << TRAIT_SHIFT

export function tokenize(text: string): Tokens {
  const n = text.length
  // Vietnamese news has about 4.3 code units a token; a text denser than that makes the arrays grow.
  let room = (n >> 2) + (n >> 4) + 16
  let tokens = makeRoom(room)
  let { start, end, key, flags } = tokens
  let count = 0
  let newlines = 2 // the text begins a paragraph
  let i = 0
  let lastEnd = -1
  while (i < n) {
    let c = text.charCodeAt(i)
    if (c === BLANK) {
      i++
      continue
    }
    if (count + 1 >= room) {
      room *= 2
      tokens = moreRoom(tokens, room)
      start = tokens.start
      end = tokens.end
      key = tokens.key
      flags = tokens.flags
    }
    // Nearly every token is a run of composed letters that a space or a mark of punctuation ends: that is read here, without a call.
    const first = c < LIMIT ? letterOf[c] : 0
    if (first !== 0) {
      let hash = SEED
      let some = first // traits that any letter has
      let all = first // traits that every letter has
      let last = first & BASE_BITS // hashed when the next letter shows that it is not the last
      let to = i + 1
      c = BLANK
      for (; to < n; to++) {
        c = text.charCodeAt(to)
        const letter = c < LIMIT ? letterOf[c] : 0
        if (letter === 0) break
        hash = Math.imul(hash ^ last, PRIME)
        last = letter & BASE_BITS
        some |= letter
        all &= letter
      }
      if (c === BLANK || to === n || !goesOn(c)) {
        if (last === Y && to - i > 1) {
          const twoBefore = to - i > 2 ? letterOf[text.charCodeAt(to - 3)] & BASE_BITS : 0
          if (isI(letterOf[text.charCodeAt(to - 2)] & BASE_BITS, twoBefore)) last = I
        }
        let flag = WORD | flagsOfTraits[some >> TRAIT_SHIFT]
        if ((first & CASE) !== 0) flag |= (all & CASE) !== 0 ? CAPITAL | UPPER : CAPITAL
        if (i === lastEnd) flag |= GLUED
        if (newlines > 0) {
          flag |= newlines > 1 ? LINE_START | PARAGRAPH_START : LINE_START
          newlines = 0
        }
        start[count] = i
        end[count] = to
        key[count] = finishKey(Math.imul(hash ^ last, PRIME), (some >> TRAIT_SHIFT) & TONE_BITS)
        lastEnd = to
        if (c === STOP && to < n) {
          tokens.count = count
          if (isShort(text, tokens, flag, to - i)) {
            flag |= ABBREVIATED
            lastEnd = ++to
          }
        }
        flags[count++] = flag
        i = to
        continue
      }
      c = text.charCodeAt(i)
    }
    let next = i + 1
    if (c === AMPERSAND && readEntity(text, i)) {
      c = entity.code
      next = entity.end
    }
    const kind = kindOf(c)
    if (kind === SPACE || kind === IGNORABLE) {
      i = next
      continue
    }
    if (kind === NEWLINE) {
      if (c === 0x0d && next < n && text.charCodeAt(next) === 0x0a) next++
      newlines++
      i = next
      continue
    }
    let flag = i === lastEnd ? GLUED : 0
    if (newlines > 0) {
      flag |= newlines > 1 ? LINE_START | PARAGRAPH_START : LINE_START
      newlines = 0
    }
    start[count] = i
    if (kind === LETTER) {
      readSyllable(text, i)
      i = syllable.end
      flag |= WORD | syllable.flags
      key[count] = syllable.key
      end[count] = i
      lastEnd = i
      if (i < n && text.charCodeAt(i) === STOP) {
        tokens.count = count
        if (isShort(text, tokens, flag, syllable.letters)) {
          flag |= ABBREVIATED
          lastEnd = ++i
        }
      }
    } else if (kind === DIGIT) {
      let j = next
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
      let j = next
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
  tokens.count = count
  return tokens
}

/** Does the stop right after the word that is being read, the one after the last of the tokens, abbreviate it? */
function isShort(text: string, { count, key, end, flags }: Tokens, flag: number, letters: number): boolean {
  // What stands on the line before is no part of the sentence.
  const inLine = count > 0 && (flag & LINE_START) === 0
  return isAbbreviation(text, end[count], {
    key: key[count],
    flags: flag,
    letters,
    beforeKey: inLine ? key[count - 1] : 0,
    beforeFlags: inLine ? flags[count - 1] : 0,
    twoBeforeFlags: inLine && count > 1 && (flags[count - 1] & LINE_START) === 0 ? flags[count - 2] : 0,
  })
}
