/** Newline-delimited JSON: lines into articles. */
import { isoDay } from '../options.js'
import { type Piece, tooLong } from './batch.js'
import { decodeUtf8 } from './decode.js'

/** Where a line has what. A dotted name goes into objects within. */
export interface LineFields {
  textField: string
  /** The field with the HTML of a page, or part of one, which goes before the text; null: there is none. */
  htmlField: string | null
  /** Null: "id" if it is there. */
  idField: string | null
  dateField: string | null
  /** The longest line, in bytes. */
  limit: number
}

/** The article of a line. */
export interface LineArticle {
  /** Its own, or the source's name and the number of the line. */
  id: string
  kind: 'text' | 'html'
  text: string
  date: string | undefined
  /** Had it a date that is no day? */
  undated: boolean
  /** The line without white space around it, and what it says. */
  line: string
  value: object
}

const NEWLINE = 10

/** The lines of a piece with their numbers. */
export function* linesOf({ line, bytes }: Piece): Generator<[bytes: Uint8Array, number: number]> {
  let number = line!
  for (let begin = 0; begin < bytes.length; number++) {
    const newline = bytes.indexOf(NEWLINE, begin)
    const end = newline < 0 ? bytes.length : newline
    yield [bytes.subarray(begin, end), number]
    begin = end + 1
  }
}

/**
 * Reads one line.
 * @param source the part of the id before the line's number, for lines that bring none
 * @returns null for an empty line, and for one that is no article what is wrong with it
 */
export function readLine(
  bytes: Uint8Array,
  number: number,
  source: string | null,
  fields: LineFields,
): LineArticle | string | null {
  if (bytes.length > fields.limit) return tooLong(fields.limit)
  let line = decodeUtf8(bytes)
  if (line === null) return 'not UTF-8'
  if (number === 1 && line.startsWith('\ufeff')) line = line.slice(1)
  line = line.trim()
  if (line === '') return null
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'not JSON'
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not an object'
  const found = textOf(value, fields)
  if (typeof found === 'string') return found
  const given = fieldOf(value, fields.idField ?? 'id')
  const known = typeof given === 'string' || typeof given === 'number'
  const id = known ? String(given) : source === null ? String(number) : `${source}:${number}`
  return { id, ...found, ...dayOf(value, fields.dateField), line, value }
}

function textOf(
  value: object,
  { textField, htmlField }: LineFields,
): { text: string; kind: LineArticle['kind'] } | string {
  const html = htmlField === null ? undefined : fieldOf(value, htmlField)
  if (typeof html === 'string') return { text: html, kind: 'html' }
  const text = fieldOf(value, textField)
  if (typeof text === 'string') return { text, kind: 'text' }
  if (html !== undefined && html !== null) return `field "${htmlField}" is not a string`
  if (text !== undefined) return `field "${textField}" is not a string`
  return htmlField === null ? `no field "${textField}"` : `no field "${htmlField}", nor "${textField}"`
}

function dayOf(value: object, field: string | null): { date: string | undefined; undated: boolean } {
  const day = field === null ? undefined : fieldOf(value, field)
  // Databases put a blank where ISO 8601 has a "T": the day is what counts.
  const date = (typeof day === 'string' && isoDay(day.trim().slice(0, 10))) || undefined
  return { date, undated: date === undefined && day !== undefined && day !== null && day !== '' }
}

export function fieldOf(object: object, name: string): unknown {
  if (Object.hasOwn(object, name)) return (object as Record<string, unknown>)[name]
  let value: unknown = object
  for (const key of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}
