/**
 * The name of a firm, society or centre whose words no table knows, where it closes an apposition.
 *
 *   ông X, Giám đốc Công ty | bảo mật Nam Sơn, cho biết · bà Y - Phó Viện trưởng Viện Nghiên cứu châu Phi | và Trung Đông - nói
 *
 * A capital right before the comma, dash, colon or verb of saying says that the name runs up to it.
 */
import type { BodyPart, Document } from '../../document.js'
import {
  BODY_WORD,
  FIELD,
  HONORIFIC,
  MODIFIER,
  POSITION,
  RANK,
  STATUS,
  STOP_WORD,
  VERB,
} from '../../lexicon/classes.js'
import type { BodyKind } from '../../records.js'
import { CAPITAL, CLOSE, COLON, COMMA, DASH, NUMBER, OPEN, WORD } from '../../text/flags.js'
import { readName } from '../names/read.js'
import { isWord } from '../words.js'

/** Kinds of body that are called by free words. */
const FREE = new Set<BodyKind>(['enterprise', 'association', 'hospital', 'school', 'media', 'other'])

/** Tokens up to the one that closes the apposition, at most. */
const MOST = 9

/** The end of the name that `body` begins, in an apposition whose title begins at `from`; or where the body ends now. */
export function closedEnd(doc: Document, body: BodyPart, from: number, first: number, stop: number): number {
  const { key, flags } = doc.tokens
  const { to } = body
  if (!FREE.has(body.kind) || to >= stop || (flags[to] & (WORD | CAPITAL)) !== WORD || !opens(doc, from, first))
    return to
  let p = to
  while (p < stop && p - to < MOST && (flags[p] & (WORD | NUMBER)) !== 0) {
    if (!mayRunOn(doc, p, p === to)) break
    p++
  }
  const closes =
    p >= stop ||
    key[p] === COMMA ||
    key[p] === DASH ||
    key[p] === COLON ||
    key[p] === CLOSE ||
    key[p] === OPEN ||
    doc.marks.rowAt(p, VERB)?.[1] === 'report'
  // Two small words and a capital at least, and no person's name.
  if (!closes || p - to > MOST || (flags[p - 1] & (CAPITAL | NUMBER)) === 0) return to
  let capital = p - 1
  while (capital > to && (flags[capital - 1] & CAPITAL) !== 0) capital--
  return readName(doc, capital, p) === p && p - capital > 2 ? to : p
}

/** Does the title stand behind a name and a comma, dash or bracket, perhaps with "nguyên" before it? */
function opens(doc: Document, from: number, first: number): boolean {
  const { key, flags } = doc.tokens
  const b = doc.marks.endAt(from - 1, STATUS) === from ? from - 2 : from - 1
  if (b <= first || (key[b] !== COMMA && key[b] !== DASH && key[b] !== OPEN)) return false
  return (flags[b] & (WORD | NUMBER)) === 0 && (flags[b - 1] & (WORD | CAPITAL)) === (WORD | CAPITAL)
}

function mayRunOn(doc: Document, p: number, isFirst: boolean): boolean {
  const { marks } = doc
  if (isWord(doc, p, 'và') || isWord(doc, p, 'các')) return true
  if (isWord(doc, p, 'của')) return !isFirst
  if (marks.has(p, POSITION) || marks.has(p, RANK) || marks.has(p, STATUS) || marks.has(p, HONORIFIC)) return false
  if (marks.has(p, STOP_WORD) || marks.has(p, MODIFIER)) return false
  return !marks.has(p, VERB) || marks.has(p, FIELD) || marks.has(p, BODY_WORD)
}
