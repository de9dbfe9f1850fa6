/**
 * Reads a place inside a title.
 *
 *   tỉnh Quảng Trị · TP.HCM · quận 5 · xã Vĩnh Thạnh · huyện     a unit, with its name or alone
 *   Hà Nội · Nhật Bản · Bình Dương                               a name of the gazetteer alone
 *
 * Names of communes are an open class: capitals after the unit are the name, as far as no person's name begins in them
 * ("Chủ tịch UBND xã Tân Lộc Trần Văn B").
 */
import type { Document, PlacePart } from '../../document.js'
import { BODY, PLACE, POSITION, SURNAME, UNIT } from '../../lexicon/classes.js'
import type { Row } from '../../lexicon/lexicon.js'
import { ABBREVIATED, CAPITAL, DASH, NUMBER, SLASH, UPPER, WORD } from '../../text/flags.js'
import { readName } from '../names/read.js'
import { isWord, lettersOf, lowerOf } from '../words.js'

/** Units that stand alone for the place ("Chủ tịch UBND tỉnh"). */
const ALONE = new Set([
  'tỉnh',
  'thành phố',
  'quận',
  'huyện',
  'thị xã',
  'xã',
  'phường',
  'thị trấn',
  'đặc khu',
  'thủ đô',
  'bang',
  'thôn',
  'khóm',
  'ấp',
  'huyện đảo',
  'tiểu bang',
])
/** Units written as one letter or two, which are units only before a name. */
const isShort = (doc: Document, i: number): boolean => lettersOf(doc, i) <= 2

/** The place that begins at token `i`, or null. `bare`: a name without a unit will do; `district`: also a district's, that might be a person's. */
export function readPlace(doc: Document, i: number, stop: number, bare: boolean, district = false): PlacePart | null {
  const { marks } = doc
  if (i >= stop) return null
  const unitEnd = marks.endAt(i, UNIT)
  const named = marks.endAt(i, PLACE)
  // "Thủ đô Hà Nội", "TP.HCM" are filed whole; a unit that begins a longer place name is no unit.
  if (unitEnd > 0 && named <= unitEnd) {
    const unit = marks.rowAt(i, UNIT)!
    const short = isShort(doc, i) && unitEnd === i + 1 && unit[0].length > 2
    if (short && (doc.tokens.flags[i] & CAPITAL) === 0 && unit[0] !== 'thành phố' && unit[0] !== 'thị xã') return null
    const part = unitEnd < stop ? readUnitName(doc, i, unitEnd, stop, unit) : null
    if (part !== null) return part
    // "Chủ tịch UBND TP Nguyễn Đức Chung"; one letter alone is no unit.
    if ((short && unitIsLetter(doc, i)) || !ALONE.has(unit[0])) return null
    if (marks.endAt(i, BODY) > unitEnd || continuesWord(doc, unitEnd, stop, unit)) return null
    return { from: i, to: unitEnd, unit, row: null, name: null }
  }
  if (named < 0 || !bare) return null
  const row = marks.rowAt(i, PLACE)!
  if (!standsAlone(doc, i, named, stop, row, district)) return null
  return { from: i, to: named, unit: null, row, name: doc.slice(i, named) }
}

const unitIsLetter = (doc: Document, i: number): boolean =>
  lettersOf(doc, i) === 1 || !/^t[px]$/i.test(doc.slice(i, i + 1))

/** "xã hội", "bản thân", "ấp ủ": the unit is but the first syllable of another word. */
const OTHER_WORDS: Record<string, string[]> = {
  xã: ['hội', 'viên', 'tắc', 'luận'],
  quận: ['công', 'chúa'],
  huyện: ['đường'],
  tỉnh: ['thành', 'lỵ', 'lị', 'táo'],
  phường: ['hội', 'chèo'],
}

function continuesWord(doc: Document, next: number, stop: number, unit: Row): boolean {
  const words = OTHER_WORDS[unit[0]]
  if (words === undefined || next >= stop) return false
  const word = lowerOf(doc, next, next + 1)
  return words.includes(word)
}

function readUnitName(doc: Document, from: number, at: number, stop: number, unit: Row): PlacePart | null {
  const { marks, tokens } = doc
  const { flags } = tokens
  const f = flags[at]
  if ((f & NUMBER) !== 0) return { from, to: at + 1, unit, row: null, name: doc.slice(at, at + 1) }
  if ((f & CAPITAL) === 0) return null
  const kind = unit[1]
  const named = marks.endAt(at, PLACE)
  if (named > 0) {
    const row = pick(marks.rowsAt(at, PLACE), kind)
    // "xã Tân Bình" may well be longer than the district of that name; capitals that go on decide.
    if (row !== null) return { from, to: named, unit, row, name: doc.slice(at, named) }
  }
  let run = at
  while (run < stop && run - at < 8 && (flags[run] & (WORD | CAPITAL)) === (WORD | CAPITAL)) {
    if (run > at && (marks.endAt(run, POSITION) > run + 1 || marks.endAt(run, BODY) > run + 1)) break
    run++
    if ((flags[run - 1] & ABBREVIATED) !== 0) break
  }
  if (run === at) return null
  // "Chủ tịch UBND thành phố Nguyễn Thành Phong": provinces are all in the gazetteer, and so are nearly all districts.
  if (kind === 'province') return null
  const end = splitRun(doc, at, run, stop)
  // All of it may be a person's name: "Chủ tịch huyện Trần Văn Bình".
  const whole =
    readName(doc, at, stop) === run &&
    (run - at >= 3 || (kind === 'commune' && /^[HK]['’]/.test(doc.slice(at, at + 1))))
  if (whole && run - end < 3) return null
  const tail = readTail(doc, end, stop, kind)
  return { from, to: tail, unit, row: null, name: doc.slice(at, tail) }
}

/** "xã Đam Rông 2", "phường Xuân Hương - Đà Lạt": communes made of others in 2025 are numbered or keep the town's name. */
function readTail(doc: Document, end: number, stop: number, kind: string): number {
  const { flags, key, start } = doc.tokens
  if (kind !== 'commune' || end >= stop) return end
  if ((flags[end] & NUMBER) !== 0 && doc.tokens.end[end] - start[end] <= 2 && key[end + 1] !== SLASH) return end + 1
  if (key[end] === DASH && end + 1 < stop && doc.marks.rowAt(end + 1, PLACE)?.[1] === 'district')
    return doc.marks.endAt(end + 1, PLACE)
  return end
}

/**
 * Where the name of a place ends in a run of capitals that may go on with a person's name: that of three syllables, or of four
 * with "Thị", is likeliest ("phường Nam Đông Hà | Lê Văn Thịnh"), then the commune of two.
 */
function splitRun(doc: Document, at: number, run: number, stop: number): number {
  let best = -1
  let bestRank = 9
  for (const length of [2, 3, 1, 4]) {
    const q = at + length
    const rest = run - q
    if (rest < 2 || !doc.marks.has(q, SURNAME) || readName(doc, q, stop) < Math.min(run, q + 5)) continue
    const rank = rest === 3 || (rest === 4 && isWord(doc, q + 1, 'thị')) ? 0 : rest === 4 ? 1 : 2
    if (rank < bestRank) {
      best = q
      bestRank = rank
    }
  }
  return best > 0 ? best : run - at > 4 ? at + 2 : run
}

/** The row that fits the unit: "quận Bình Tân" is the district, not the commune or town of that name. */
function pick(rows: Row[], kind: string): Row | null {
  for (const row of rows) if (row[1] === kind || (kind === 'province' && row[1] === 'district')) return row
  for (const row of rows) if (kind === 'district' && row[1] === 'province') return row
  if (kind === 'country' || kind === 'region') return rows[0] ?? null
  return null
}

/** A bare place name: not when it is (the beginning of) a person's name. */
function standsAlone(doc: Document, i: number, end: number, stop: number, row: Row, district: boolean): boolean {
  const { marks, tokens } = doc
  if (row[0] === 'Hồ Chí Minh' && end - i === 3) return false
  if (end >= stop || (tokens.flags[end] & (WORD | CAPITAL)) !== (WORD | CAPITAL)) {
    // "Chủ tịch Lê Chân": a district without its unit is likelier a person.
    return district || !(row[1] === 'district' && marks.has(i, SURNAME))
  }
  if (!marks.has(i, SURNAME) || row[1] !== 'district') return true
  return (
    readName(doc, end, stop) > 0 ||
    marks.has(end, PLACE) ||
    marks.has(end, POSITION) ||
    marks.has(end, UNIT) ||
    (tokens.flags[end] & UPPER) !== 0
  )
}
