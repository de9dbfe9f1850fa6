/**
 * What each character is, and how a syllable becomes a number.
 *
 * A Vietnamese syllable is looked up by a 32-bit key, never as a string. The key is the same for every way to write one
 * syllable, so the traps of Vietnamese spelling end here:
 *   - upper and lower case                        ỦY = ủy
 *   - composed and decomposed Unicode             ủ = u + U+0309
 *   - both places of the tone mark                uỷ = ủy, hoà = hòa  (letters and tone are hashed apart: a syllable has one tone)
 *   - y for i at the end, after a consonant       Mỹ = Mĩ, Kỳ = Kì, quý = quí  (but not ngày = ngài)
 *   - zero-width characters inside a word         Ng\u200Buyễn = Nguyễn
 *   - HTML character references                   Th&#7911; = Thủ
 */
import { entity, readEntity } from './entities.js'
import { CAPITAL, TONED, UPPER, VIETNAMESE } from './flags.js'

export const SPACE = 0
export const LETTER = 1
export const MARK = 2 // a combining mark
export const DIGIT = 3
export const NEWLINE = 4
export const IGNORABLE = 5 // zero-width, soft hyphen
export const OTHER = 6

export const LIMIT = 0x1f00 // beyond Latin Extended Additional letters are rare here and take the slow way

/** Kind of each UTF-16 code unit below LIMIT. */
const kinds = new Uint8Array(LIMIT)
/** Lower-case letter without its tone, by code unit: "Ấ" gives "â". Zero where there is none. */
const bases = new Uint16Array(LIMIT)
/** Tone 0 to 5 in the low bits; CASE_BIT for upper case; DIACRITIC_BIT for letters that only Vietnamese has among its neighbours. */
const traits = new Uint8Array(LIMIT)
export const TONE_BITS = 7
export const CASE_BIT = 8
const DIACRITIC_BIT = 16

const TONES: Record<number, number> = { 768: 1, 769: 2, 771: 3, 777: 4, 803: 5 }
const CIRCUMFLEX = 0x302
const BREVE = 0x306
const HORN = 0x31b

/** Base and traits of each composed letter in one number, 0 for what is no letter: one look-up a character. */
export const letterOf = new Int32Array(LIMIT)
export const BASE_BITS = 0xffff
export const TRAIT_SHIFT = 16
/** Flags of a word by the traits that any of its letters has; of those of case, nothing. */
export const flagsOfTraits = new Uint16Array(32)
for (let traits = 0; traits < 32; traits++)
  flagsOfTraits[traits] = ((traits & TONE_BITS) !== 0 ? TONED : 0) | ((traits & DIACRITIC_BIT) !== 0 ? VIETNAMESE : 0)

for (let c = 0; c < 0x250; c++) describe(c)
kinds.fill(MARK, 0x300, 0x370)
kinds.fill(LETTER, 0x250, 0x300)
for (let c = 0x250; c < 0x300; c++) letterOf[c] = c
kinds.fill(LETTER, 0x370, 0x1e00) // refined by slowKind, which is asked for them
for (let c = 0x1e00; c < LIMIT; c++) describe(c)

function describe(c: number): void {
  const s = String.fromCharCode(c)
  if (c === 0x0a || c === 0x0d || c === 0x0b || c === 0x0c || c === 0x85) kinds[c] = NEWLINE
  else if (c <= 0x20 || (c >= 0x7f && c <= 0xa0))
    kinds[c] = SPACE // control characters too
  else if (c >= 0x30 && c <= 0x39) kinds[c] = DIGIT
  else if (c === 0xad) kinds[c] = IGNORABLE
  else if (s.toLowerCase() !== s.toUpperCase() || c === 0xdf || c === 0xaa || c === 0xba) {
    kinds[c] = LETTER
    // The Icelandic Ð looks like Đ, and keyboards mix them up.
    const lower = c === 0xd0 || c === 0xf0 ? 'đ' : s.toLowerCase()
    let base = 0
    let tone = 0
    let vietnamese = lower === 'đ'
    for (const part of lower.normalize('NFD')) {
      const p = part.codePointAt(0)!
      if (TONES[p]) tone = TONES[p]
      else if (p === CIRCUMFLEX || p === BREVE || p === HORN) base = shaped(base, p)
      else if (base === 0) base = p
      vietnamese ||= p === HORN || p === 0x309 || p === 0x323 || (p === BREVE && base === 0x103)
    }
    // Two marks on one letter (ấ, ệ, ổ): no other language writes so.
    if (tone !== 0 && isShaped(base)) vietnamese = true
    bases[c] = base
    traits[c] = tone | (s !== lower ? CASE_BIT : 0) | (vietnamese ? DIACRITIC_BIT : 0)
    letterOf[c] = (base || c) | (traits[c] << TRAIT_SHIFT)
  } else kinds[c] = OTHER
}

/** ă â ê ô ơ ư */
function isShaped(base: number): boolean {
  return base === 0x103 || base === 0xe2 || base === 0xea || base === 0xf4 || base === 0x1a1 || base === 0x1b0
}

/** The letter that a base letter becomes under a breve, circumflex or horn: one code for each of ă â ê ô ơ ư. */
function shaped(base: number, mark: number): number {
  if (mark === BREVE) return base === 0x61 ? 0x103 : base
  if (mark === HORN) return base === 0x6f ? 0x1a1 : base === 0x75 ? 0x1b0 : base
  return base === 0x61 ? 0xe2 : base === 0x65 ? 0xea : base === 0x6f ? 0xf4 : base
}

const LETTERS = /\p{L}/u
const MARKS = /\p{M}/u
const SPACES = /\p{Z}/u

function slowKind(c: number): number {
  if (c >= 0x200b && c <= 0x200f) return IGNORABLE
  if (c === 0x2060 || c === 0xfeff || (c >= 0xfe00 && c <= 0xfe0f)) return IGNORABLE
  if (c === 0x2028 || c === 0x2029) return NEWLINE
  if (c >= 0x2010 && c <= 0x206f && c !== 0x202f && c !== 0x205f) return OTHER
  const s = String.fromCharCode(c)
  return LETTERS.test(s) ? LETTER : MARKS.test(s) ? MARK : SPACES.test(s) ? SPACE : OTHER
}

/** SPACE, LETTER, MARK, DIGIT, NEWLINE, IGNORABLE or OTHER, for a UTF-16 code unit. */
export function kindOf(c: number): number {
  return c < 0x370 || (c >= 0x1e00 && c < LIMIT) ? kinds[c] : slowKind(c)
}

/** Upper case, for a code unit that is a letter. */
export function isUpper(c: number): boolean {
  if (c < 0x370 || (c >= 0x1e00 && c < LIMIT)) return (traits[c] & CASE_BIT) !== 0
  const s = String.fromCharCode(c)
  return s.toLowerCase() !== s
}

/** What `readSyllable` found beside the key; read it before the next call. */
export const syllable = {
  key: 0,
  /** The code unit after it. */
  end: 0,
  letters: 0,
  /** Flags of a word: CAPITAL, UPPER, VIETNAMESE, TONED. */
  flags: 0,
}

export const SEED = 0x811c9dc5 | 0
export const PRIME = 0x01000193
export const Y = 0x79
export const I = 0x69
const AMPERSAND = 0x26

function isVowel(base: number): boolean {
  switch (base) {
    case 0x61: // a
    case 0x65: // e
    case 0x69: // i
    case 0x6f: // o
    case 0x75: // u
    case 0x79: // y
    case 0x103: // ă
    case 0xe2: // â
    case 0xea: // ê
    case 0xf4: // ô
    case 0x1a1: // ơ
    case 0x1b0: // ư
      return true
    default:
      return false
  }
}

/** The key of a word: the hash of its letters, and its tone. */
export function finishKey(hash: number, tone: number): number {
  const h = Math.imul(hash ^ (tone + 0x7fff), PRIME)
  return h ^ (h >>> 15)
}

/** Is the last letter, a "y", the vowel "i" in another spelling? `before` and `twoBefore` are the letters before it, or 0. */
export function isI(before: number, twoBefore: number): boolean {
  return before !== 0 && (!isVowel(before) || (before === 0x75 && twoBefore === 0x71))
}

/** May a word go on after this character, that is no composed letter? */
export function goesOn(c: number): boolean {
  if (c === AMPERSAND || c === 0x27 || c === 0x2019) return true
  const kind = kindOf(c)
  return kind === MARK || kind === IGNORABLE || kind === LETTER
}

/**
 * Reads the run of letters at `from` (with their marks, and apostrophes and zero-width characters between two letters)
 * and leaves its key and traits in `syllable`: any word, also with references in it or of another script. The words of
 * which nearly every text is made `tokenize` reads itself, to the same key.
 */
export function readSyllable(text: string, from: number): void {
  const n = text.length
  let h = SEED
  let last = 0 // the letter not yet hashed: a combining mark may still change it
  let beforeLast = 0
  let twoBefore = 0
  let tone = 0
  let letters = 0
  let uppers = 0
  let firstUpper = false
  let vietnamese = false
  let i = from
  let begin = from // of the character being looked at, which as a reference is longer than one code unit
  for (; i < n; i++) {
    let c = text.charCodeAt(i)
    begin = i
    if (c === AMPERSAND) {
      if (!readEntity(text, i)) break
      c = entity.code
      i = entity.end - 1
    }
    if (c < 0x300 || (c >= 0x1e00 && c < LIMIT)) {
      const kind = kinds[c]
      if (kind === LETTER) {
        if (last !== 0) h = Math.imul(h ^ last, PRIME)
        twoBefore = beforeLast
        beforeLast = last
        last = bases[c] || c
        const t = traits[c]
        if (t !== 0) {
          tone |= t & TONE_BITS
          if ((t & CASE_BIT) !== 0) {
            uppers++
            if (letters === 0) firstUpper = true
          }
          if ((t & DIACRITIC_BIT) !== 0) vietnamese = true
        }
        letters++
        continue
      }
      if (kind === IGNORABLE) continue
      if (c === 0x27 && letters > 0 && i + 1 < n && kindOf(text.charCodeAt(i + 1)) === LETTER) continue
      break
    }
    const kind = kindOf(c)
    if (kind === MARK) {
      const t = TONES[c]
      if (t !== undefined) {
        tone |= t
        if (c === 0x309 || c === 0x323 || isShaped(last)) vietnamese = true
      } else {
        const other = shaped(last, c)
        if (other !== last && c !== CIRCUMFLEX) vietnamese = true
        last = other
      }
      continue
    }
    if (kind === LETTER) {
      if (last !== 0) h = Math.imul(h ^ last, PRIME)
      twoBefore = beforeLast
      beforeLast = last
      last = String.fromCharCode(c).toLowerCase().charCodeAt(0)
      if (last !== c) {
        uppers++
        if (letters === 0) firstUpper = true
      }
      letters++
      continue
    }
    if (kind === IGNORABLE) continue
    if (c === 0x2019 && letters > 0 && i + 1 < n && kindOf(text.charCodeAt(i + 1)) === LETTER) continue
    break
  }
  if (i < n) i = begin
  if (last === Y && isI(beforeLast, twoBefore)) last = I
  if (last !== 0) h = Math.imul(h ^ last, PRIME)
  // Trailing zero-width characters belong to no word.
  while (i > from && kindOf(text.charCodeAt(i - 1)) === IGNORABLE) i--
  syllable.key = finishKey(h, tone)
  syllable.end = i
  syllable.letters = letters
  syllable.flags =
    (firstUpper ? CAPITAL : 0) |
    (uppers === letters ? UPPER : 0) |
    (vietnamese ? VIETNAMESE : 0) |
    (tone !== 0 ? TONED : 0)
}

/** How many letters the word between two offsets has, however it is encoded: a decomposed "Ở" is one, "&#7902;" too. */
export function lettersIn(text: string, from: number, to: number): number {
  // Beyond this it is a long word in any encoding.
  if (to - from <= 1 || to - from > 40) return to - from
  readSyllable(text, from)
  return syllable.letters
}

/** The key of a run of digits: the same hash over the characters as they stand. */
export function numberKey(text: string, from: number, to: number): number {
  let h = SEED
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME)
  return h ^ (h >>> 15)
}

/** The key of one word or number given as a string of its own, as a token of a text would have it. */
export function keyOf(word: string): number {
  const c = word.charCodeAt(0)
  const kind = kindOf(c)
  if (kind === DIGIT) return numberKey(word, 0, word.length)
  if (kind !== LETTER) return punctuationKey(c)
  readSyllable(word, 0)
  return syllable.key
}

/** Punctuation is its own key, all dashes being one and all double quotes one. */
export function punctuationKey(c: number): number {
  if (c >= 0x2010 && c <= 0x2015) return 0x2d
  if (c === 0x2212 || c === 0x2043) return 0x2d
  if (c === 0x201c || c === 0x201d || c === 0x201e || c === 0x201f || c === 0xab || c === 0xbb) return 0x22
  if (c === 0x2018 || c === 0x2019 || c === 0x201a || c === 0x201b || c === 0x60 || c === 0xb4) return 0x27
  return c
}
