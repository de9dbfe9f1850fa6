/**
 * Which stops belong to the word before them and end no sentence.
 *
 *   TP. Huế · GS.TS · T.Ư · Q.1 · v.v. và        words that are written with one
 *   Donald J. Trump · J. R. R. Tolkien           initials
 *
 * Not these: "bị can Nguyễn Văn A. Ông này khai …", "bà H. Theo bà …": a Vietnamese name whose given part is hidden, and a
 * sentence that ends there. Words that come last in a phrase ("v.v.") are not listed: a sentence can end with them.
 */
import { isUpper, keyOf, kindOf, LETTER, MARK, NEWLINE, punctuationKey, SPACE } from './characters.js'
import { CAPITAL, DASH, OPEN, STOP, TONED, UPPER, VIETNAMESE, WORD } from './flags.js'

const wordSet = (words: string): Set<number> => new Set(words.split(' ').map(keyOf))

/** Written with a capital, before a space too ("TP. Huế", "GS. Nguyễn"). */
const CAPITALISED = wordSet(
  'TP TX TT Q P H X GS TS PGS ThS Th TSKH BS DS KS KTS LS NSND NSƯT NGND NGƯT CN ĐT St Dr Mr Mrs Ms Prof Jr Sr No',
)
/** Also in small letters ("tp. Vinh"). */
const ANY_CASE = wordSet('tp tx ths')
/** In small letters only glued to what follows ("q.1", "p.Bến Nghé"). */
const GLUED_SMALL = wordSet('tp tx tt ths q p h x')
/** In small letters before a number too ("tr. 5"). */
const NUMBERED = wordSet('tr q p')
/** Words that open a sentence and no name: after "ở TP." they tell that the sentence is over. */
const OPENERS = wordSet('ông theo sau trước khi đây các những ngoài tại nếu do vì để nhưng hiện ngày hôm đó tuy')
/** Words of address, after which a lone capital hides a name ("bà H."). */
const ADDRESS = wordSet('ông bà anh chị em cô chú bác cụ cháu')

/** A word of a text, as far as it matters here; `before` and `twoBefore` are the tokens before it, with no flags where there are none. */
export interface WordSeen {
  key: number
  flags: number
  letters: number
  beforeKey: number
  beforeFlags: number
  twoBeforeFlags: number
}

/** Does the stop at `stop`, right after `word`, abbreviate the word rather than end a sentence? */
export function isAbbreviation(text: string, stop: number, word: WordSeen): boolean {
  const { key, flags, letters } = word
  const single = letters === 1 && (flags & CAPITAL) !== 0
  const listed = (flags & CAPITAL) !== 0 ? CAPITALISED.has(key) : ANY_CASE.has(key)
  const next = text.charCodeAt(stop + 1) // NaN at the end of the text
  if (Number.isNaN(next) || next === STOP) return false
  const kind = kindOf(next)
  const small = (flags & CAPITAL) === 0 && GLUED_SMALL.has(key)
  if (kind === LETTER) {
    if (!isUpper(next) || listed || small) return true
    // "T.Ư", "UV.BCT"; but "… vùng ĐBSCL.Theo ông" lacks a space.
    return (flags & UPPER) !== 0 && (letters <= 2 || startsUpper(text, stop + 1))
  }
  if (next >= 0x30 && next <= 0x39) return listed || small || ((flags & UPPER) !== 0 && letters <= 2)
  // "ông Nguyễn Văn B., trú tại …"
  if (next === 0x2c || next === 0x3b || next === 0x3a) return single || listed
  const numbered = NUMBERED.has(key)
  if (!listed && !single && !numbered) return false

  const from = afterSpace(text, stop + 1)
  if (from < 0) return false
  const first = text.charCodeAt(from)
  if (first >= 0x30 && first <= 0x39) return listed || numbered
  if (!listed && !single) return false
  // "anh S. (41 tuổi) …", "Ông L.V.N. - đại diện …"
  if (kindOf(first) !== LETTER) return listed || punctuationKey(first) === OPEN || punctuationKey(first) === DASH
  if (!isUpper(first)) return true
  const to = wordEnd(text, from)
  const follower = text.slice(from, to)
  if (OPENERS.has(keyOf(follower))) return false
  if (!single) return true
  if (listed) return !hidesName(word)
  if (isVietnameseCapital(word.beforeFlags)) return false
  // "J. R. R. Tolkien", "chị N.T. P"; but "châu Á. Ở đó"
  if (to - from === 1) return text.charCodeAt(to) === STOP || /[A-ZĐ]/.test(follower)
  return follower === follower.toUpperCase() || !looksVietnamese(follower)
}

/** "Nguyễn Văn H." and "bà H.", but "Ở P. Bến Nghé", "UBND Q. Ba Đình". */
function hidesName(word: WordSeen): boolean {
  if (ADDRESS.has(word.beforeKey)) return true
  return isVietnameseCapital(word.beforeFlags) && (word.twoBeforeFlags & WORD) !== 0
}

function isVietnameseCapital(flags: number): boolean {
  return (flags & (WORD | CAPITAL | UPPER)) === (WORD | CAPITAL) && (flags & (VIETNAMESE | TONED)) !== 0
}

/** The first character after white space that is not too long to be looked over, or -1. */
function afterSpace(text: string, from: number): number {
  for (let i = from; i < text.length && i < from + 8; i++) {
    const kind = kindOf(text.charCodeAt(i))
    if (kind !== SPACE && kind !== NEWLINE) return i
  }
  return -1
}

const isLetterOrMark = (c: number): boolean => kindOf(c) === LETTER || kindOf(c) === MARK

function wordEnd(text: string, from: number): number {
  let to = from
  while (to < text.length && to < from + 16 && isLetterOrMark(text.charCodeAt(to))) to++
  return to
}

/** Is the word at `from` of one capital, or does it go on with another? */
function startsUpper(text: string, from: number): boolean {
  const to = wordEnd(text, from)
  const word = text.slice(from, to)
  return word === word.toUpperCase()
}

const SYLLABLE = /^(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/

/** Could it be a Vietnamese syllable, marks aside? "Theo" could, "Trump" could not. */
function looksVietnamese(word: string): boolean {
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
  return SYLLABLE.test(bare)
}
