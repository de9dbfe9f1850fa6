/**
 * Reads a personal name at a token.
 *
 *   Nguyễn Xuân Phúc · Tôn Thất Tùng · Giàng A Chu · H'Hen Niê · Nguyễn Văn A.    readName: a surname opens it
 *   Donald Trump · Kim Jong-un · Mohammed bin Salman · Nhạ                         readAnyName: right after a title or "ông"
 *
 * Names have no mark of their own but capitals; where they end is told by the first word that is not capitalised, or that
 * begins a title. Which capitals are a place ("Hà Giang", "Lâm Đồng") is for the gazetteer to say.
 */
import type { Document } from '../../document.js'
import {
  BODY,
  BODY_HEAD,
  BODY_WORD,
  FIELD,
  FOREIGN_NAME,
  HONORIFIC,
  NAME_SYLLABLE,
  NOT_NAME,
  PLACE,
  POSITION,
  RANK,
  STATUS,
  STOP_WORD,
  SURNAME,
  UNIT,
  VERB,
} from '../../lexicon/classes.js'
import { ABBREVIATED, CAPITAL, DASH, GLUED, NUMBER, TONED, UPPER, VIETNAMESE, WORD } from '../../text/flags.js'
import { lettersOf, WordSet } from '../words.js'

const MAX_SYLLABLES = 5
/** Y Thanh Hà Niê Kđăm: names of the Central Highlands end with the clan. */
const MAX_SYLLABLES_HIGHLANDS = 6

/** The end (token after the last) of the full Vietnamese name that begins at `i`, or -1. `caps`: the sentence is all in capitals. */
export function readName(doc: Document, i: number, stop: number, caps = false): number {
  const { marks, tokens } = doc
  const { flags } = tokens
  if ((flags[i] & CAPITAL) === 0) return -1
  const elided = hasApostrophe(doc, i)
  const surnameEnd = elided ? i + 1 : marks.endAt(i, SURNAME)
  if (surnameEnd < 0 || surnameEnd > stop) return -1
  if (surnameEnd === stop) return elided ? stop : -1
  const letter = (flags[i] & UPPER) !== 0 && lettersOf(doc, i) === 1
  // "A", "Y", "U" stand for a surname only before a name ("Y Vêng", "A Lăng"), not for a letter ("khối A Trường …").
  if (letter && (flags[i] & ABBREVIATED) !== 0) return -1
  const most = elided || letter ? MAX_SYLLABLES_HIGHLANDS : MAX_SYLLABLES
  let j = surnameEnd
  let syllables = 1
  // The second half of a compound surname ("Tôn Thất") does not count as a given name.
  while (j < stop && syllables < most && isNamePart(doc, j, caps) && !startsOther(doc, j)) {
    j++
    syllables++
    if ((flags[j - 1] & ABBREVIATED) !== 0) break
  }
  // "Kim Jong-un": the name goes on after the hyphen.
  if (syllables >= 2 && j + 1 < stop && tokens.key[j] === DASH) {
    const glued = (flags[j] & GLUED) !== 0 && (flags[j + 1] & (GLUED | WORD)) === (GLUED | WORD)
    if (glued || (isSmallLatin(doc, j + 1) && marks.rowAt(i, FOREIGN_NAME)?.[1] === 'korean')) return j + 2
  }
  if (syllables < 2 && !elided) return -1
  if (caps && syllables > 4) return -1
  // "Hà Giang", "Thái Nguyên", "Lâm Đồng": places that begin like names.
  const place = marks.endAt(i, PLACE)
  if (place > 0) {
    const row = marks.rowAt(i, PLACE)!
    if (place >= j && row[0] !== 'Hồ Chí Minh') return -1
    if (place > i + 1 && place < j && row[1] === 'province') return -1
  }
  if (marks.endAt(i, NOT_NAME) >= j) return -1
  const body = marks.endAt(i, BODY)
  if (body > i + 1 && body >= j) return -1
  return j
}

/** "H'Hen", "K'Brơi": an elided particle of the Ê Đê and Cơ Ho stands for the surname. */
function hasApostrophe(doc: Document, i: number): boolean {
  const start = doc.tokens.start[i]
  if (doc.tokens.end[i] - start < 3) return false
  const second = doc.text.charCodeAt(start + 1)
  return (second === 0x27 || second === 0x2019) && 'HKYhky'.includes(doc.text[start])
}

/** May this token be a further part of a name? */
function isNamePart(doc: Document, j: number, caps: boolean): boolean {
  const { flags } = doc.tokens
  const f = flags[j]
  if ((f & WORD) === 0 || (f & CAPITAL) === 0) return false
  if ((flags[j - 1] & ABBREVIATED) !== 0 && (f & GLUED) === 0) return false
  if (!caps) return (f & UPPER) === 0 || lettersOf(doc, j) <= 1 || (flags[j - 1] & UPPER) !== 0
  return doc.marks.has(j, NAME_SYLLABLE) && !doc.marks.has(j, VERB) && !doc.marks.has(j, STOP_WORD)
}

/** Does a title, a body or a word of address of more than one syllable begin at this capital? */
function startsOther(doc: Document, j: number): boolean {
  const { marks } = doc
  return marks.endAt(j, POSITION) > j + 1 || marks.endAt(j, RANK) > j + 1 || marks.endAt(j, BODY) > j + 1
}

/**
 * The end of whatever name begins at `i`, where the context already says that a name is due; -1 if there is none.
 * Foreign names, names by their given part alone and masked names ("H.T.P.") are read too.
 */
export function readAnyName(doc: Document, i: number, stop: number, caps = false): number {
  const full = readName(doc, i, stop, caps)
  if (full > 0) return full
  const { marks, tokens } = doc
  const { flags, key } = tokens
  if (i >= stop || caps) return -1
  // "thành viên | Dân chủ": the second half of the word is small.
  if (marks.endAt(i, NOT_NAME) > i + 1 && (flags[i + 1] & CAPITAL) === 0) return -1
  let j = i
  let parts = 0
  while (j < stop && parts < 6) {
    const f = flags[j]
    if ((f & WORD) === 0) {
      // Jong-un, al-Assad: a hyphen without spaces.
      if (
        key[j] === DASH &&
        parts > 0 &&
        (f & GLUED) !== 0 &&
        j + 1 < stop &&
        (flags[j + 1] & (GLUED | WORD)) === (GLUED | WORD)
      ) {
        j += 2
        continue
      }
      // "Frank - Walter Steinmeier", "Jean - Yves Le Drian"
      if (
        key[j] === DASH &&
        parts === 1 &&
        j + 2 < stop &&
        isLatinName(doc, i) &&
        isLatinName(doc, j + 1) &&
        isLatinName(doc, j + 2)
      ) {
        j++
        continue
      }
      // "Rania Al - Mashat"
      if (key[j] === DASH && parts >= 2 && j + 1 < stop && isParticle(doc, j - 1) && isLatinName(doc, j + 1)) {
        j++
        continue
      }
      // "Hwang Kyo - ahn", "Prayut Chan - o - cha": set apart in some texts.
      if (
        key[j] === DASH &&
        parts >= 2 &&
        j + 1 < stop &&
        isSmallLatin(doc, j + 1) &&
        (marks.rowAt(i, FOREIGN_NAME)?.[1] === 'korean' || isMarked(doc, j - 1) || lettersOf(doc, j + 1) === 1)
      ) {
        j += 2
        continue
      }
      break
    }
    if ((f & CAPITAL) === 0) {
      // "bin", "van", "de": small words inside a foreign name.
      if (parts > 0 && j + 1 < stop && isParticle(doc, j)) {
        // "Moon Jae-in | do Bộ trưởng … mời": what follows must go on with the name.
        if ((flags[j + 1] & CAPITAL) !== 0 && !startsOther(doc, j + 1) && !marks.has(j + 1, BODY_HEAD)) {
          j++
          continue
        }
        // "Bashar al-Assad", also with spaces around the hyphen
        if (key[j + 1] === DASH && j + 2 < stop && (flags[j + 2] & CAPITAL) !== 0) {
          j += 2
          continue
        }
      }
      break
    }
    if (
      startsOther(doc, j) ||
      (marks.has(j, BODY) && (f & UPPER) !== 0 && !(parts === 0 && isInitials(doc, j))) ||
      (parts === 0 && marks.has(j, STOP_WORD) && !marks.has(j, NAME_SYLLABLE) && !isKorean(doc, j)) ||
      (marks.has(j, BODY_HEAD) && !(parts === 0 && isInitials(doc, j))) ||
      (parts === 0 && isUnitShort(doc, j)) ||
      marks.endAt(j, POSITION) > j ||
      (marks.has(j, UNIT) && (f & UPPER) === 0 && j + 1 < stop && (flags[j + 1] & CAPITAL) !== 0)
    )
      break
    if (marks.has(j, HONORIFIC) && parts === 0) break
    if (marks.has(j, PLACE) && isPlainPlace(doc, j, stop)) break
    parts++
    j++
  }
  // "đội trưởng U19 Việt Nam", "thành viên G 20"
  if (parts === 1 && j < stop && (flags[j] & NUMBER) !== 0 && lettersOf(doc, i) === 1) return -1
  return parts > 0 ? j : -1
}

/** "Cho Myoung-gyon", "Song Young-moo": surnames that are Vietnamese words in small letters. */
const isKorean = (doc: Document, j: number): boolean => doc.marks.rowAt(j, FOREIGN_NAME)?.[1] === 'korean'

/** "CQ Brown": two letters that stand for the first names. */
const isInitials = (doc: Document, j: number): boolean =>
  (doc.tokens.flags[j] & UPPER) !== 0 && lettersOf(doc, j) === 2 && isLatinName(doc, j + 1)

/** "TT Putin", "(HĐND) | TP Đà Nẵng", "giáo sư | ĐH Duke": an abbreviation of two capitals that is no one's first name. */
const isUnitShort = (doc: Document, j: number): boolean =>
  (doc.tokens.flags[j] & UPPER) !== 0 && lettersOf(doc, j) === 2 && (doc.marks.has(j, UNIT) || SCHOOL.has(doc, j))

const SCHOOL = new WordSet('đh cđ hv')

/** A small syllable that a hyphen joined before: "Chan - o | - cha". */
function isMarked(doc: Document, j: number): boolean {
  return doc.tokens.key[j - 1] === DASH && lettersOf(doc, j) === 1
}

const isLatinName = (doc: Document, j: number): boolean =>
  (doc.tokens.flags[j] & (WORD | CAPITAL | VIETNAMESE | UPPER)) === (WORD | CAPITAL) &&
  !doc.marks.has(j, PLACE) &&
  !doc.marks.has(j, POSITION) &&
  !doc.marks.has(j, SURNAME)

/**
 * One syllable with a capital before a small letter is as likely the first half of a word ("Thượng nghị sĩ | Dân chủ",
 * "Đại sứ | Du lịch") as a given name ("Bộ trưởng | Nhạ trả lời"). A verb or function word after it speaks for the name.
 */
export function isDoubtful(doc: Document, from: number, to: number, stop: number): boolean {
  const { marks, tokens } = doc
  // "Tướng | Nga", "thiếu tướng | Mỹ"
  if (to - from === 1 && marks.endAt(from, PLACE) === to && marks.rowAt(from, PLACE)![1] === 'country') return true
  if (to - from !== 1 || to >= stop || (tokens.flags[to] & (WORD | CAPITAL)) !== WORD) return false
  if (
    Math.max(marks.endAt(from, FIELD), marks.endAt(from, BODY_WORD), marks.endAt(from, BODY), marks.endAt(from, VERB)) >
    to
  )
    return true
  // "Tổng thống Trump và …": a word of another language is half of none.
  if (isForeignWord(doc, from)) return false
  return (
    !marks.has(to, STOP_WORD) &&
    !marks.has(to, VERB) &&
    !marks.has(to, STATUS) &&
    !marks.has(to, HONORIFIC) &&
    !marks.has(to, POSITION)
  )
}

/** Five letters or more without a mark, that are no syllable of a Vietnamese name, or letters that Vietnamese does not use. */
export const isForeignWord = (doc: Document, j: number): boolean =>
  isLatinName(doc, j) &&
  (doc.tokens.flags[j] & TONED) === 0 &&
  !doc.marks.has(j, NAME_SYLLABLE) &&
  (lettersOf(doc, j) > 5 ||
    doc.marks.rowAt(j, FOREIGN_NAME)?.[1] === 'korean' ||
    !VIETNAMESE_SYLLABLE.test(doc.slice(j, j + 1)))

/** The shape of a syllable without marks. */
const VIETNAMESE_SYLLABLE =
  /^(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?(?:u?[aeiouy]{1,3})(?:ng|nh|ch|[cmnpt])?$/i

function isSmallLatin(doc: Document, j: number): boolean {
  return (doc.tokens.flags[j] & (WORD | CAPITAL | VIETNAMESE | TONED)) === WORD
}

function isParticle(doc: Document, j: number): boolean {
  return doc.marks.rowAt(j, FOREIGN_NAME)?.[1] === 'particle'
}

/** A place that cannot be (the beginning of) a name here: a country or province, or a place at which the capitals end. */
function isPlainPlace(doc: Document, j: number, stop: number): boolean {
  const { marks, tokens } = doc
  const end = marks.endAt(j, PLACE)
  const kind = marks.rowAt(j, PLACE)![1]
  // "Xuân Anh", "ông Đức": countries of one syllable are given names as well.
  if (kind === 'country' && end === j + 1 && marks.has(j, NAME_SYLLABLE)) return false
  if (kind === 'country' || kind === 'province') return end > j + 1 || kind === 'country'
  return end >= stop || (tokens.flags[end] & CAPITAL) === 0
}

/** Is the name of one syllable, or does it look like a Vietnamese one? What `readAnyName` found, told apart. */
export function looksForeign(doc: Document, from: number, to: number): boolean {
  const { marks } = doc
  if (marks.rowAt(from, FOREIGN_NAME)?.[1] === 'sino-surname' && !marks.has(from, SURNAME)) return true
  // "Phạm Gia Túc": a rare syllable after a surname is Vietnamese where it is written as one.
  const written = marks.has(from, SURNAME) ? TONED | VIETNAMESE : 0
  for (let j = from; j < to; j++)
    if (!marks.has(j, NAME_SYLLABLE) && !marks.has(j, SURNAME) && (doc.tokens.flags[j] & written) === 0) return true
  return false
}
