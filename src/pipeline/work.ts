/** The work on a batch, the same in every thread: lines into articles, articles into records, records into text. */
import { createExtractor, type Extractor } from '../extractor.js'
import type { Source } from '../formats/sources.js'
import { type ExtractorOptions, isoDay } from '../options.js'
import type { Extraction } from '../records.js'
import { type Batch, type Outcome, type Piece, type Problem, startOf, tooLong } from './batch.js'
import { type Done, type Form, formOf } from './forms.js'

/** What a run is told once, in a form that can be sent to a thread. */
export interface WorkSettings {
  extractor: Omit<ExtractorOptions, 'rules'>
  /** Names of the fields of a line's object; a dotted name goes into objects within. */
  textField: string
  /** Null: "id" if it is there. */
  idField: string | null
  dateField: string | null
  /** The key under which records go into the caller's objects; null: records by themselves. */
  keep: string | null
  /** The fields of a line with what is known of the article beside its text, for the forms that name their source. */
  sourceFields: Readonly<Record<SourceField, string>>
  form: Form
  /** The longest line, in bytes. */
  limit: number
}

/** What a line can tell of its article. */
export const SOURCE_FIELDS = ['url', 'title', 'publisher'] as const
export type SourceField = (typeof SOURCE_FIELDS)[number]

export type Work = (pieces: readonly Piece[]) => Outcome

export function createWork(settings: WorkSettings): Work {
  const extractor = createExtractor(settings.extractor)
  return pieces => {
    const run = new Run(settings, extractor)
    for (const piece of pieces) run.piece(piece)
    return run.outcome()
  }
}

const NEWLINE = 10

class Run {
  /** What is written: for each file, a text an article. */
  private readonly written: string[][] = [[]]
  private articles = 0
  private readonly problems: Problem[] = []
  private undated = 0

  constructor(
    private readonly settings: WorkSettings,
    private readonly extractor: Extractor,
  ) {}

  piece(piece: Piece): void {
    const { kind, file, line, bytes, reason } = piece
    if (reason !== undefined) {
      this.problems.push({ file, line, reason, start: line === null ? '' : startOf(bytes) })
      return
    }
    if (kind === 'text') this.text(piece)
    else this.lines(piece)
  }

  outcome(): Outcome {
    const between = formOf(this.settings.form).between ?? ''
    return {
      out: this.written.map(texts => encoder.encode(texts.join(between))),
      articles: this.articles,
      undated: this.undated,
      problems: this.problems,
    }
  }

  private text({ file, id, bytes }: Piece): void {
    const text = decode(bytes)
    if (text === null) {
      const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
      const reason = `not UTF-8${utf16 ? ' (it looks like UTF-16; convert it first)' : ''}`
      this.problems.push({ file, line: null, reason, start: '' })
      return
    }
    try {
      this.print(text, this.extractor(text, id === null ? {} : { id }), null, undefined)
    } catch (error) {
      this.problems.push({ file, line: null, reason: failed(error), start: startOf(text) })
    }
  }

  private lines({ file, id, line, bytes }: Piece): void {
    let number = line!
    let begin = 0
    while (begin < bytes.length) {
      const newline = bytes.indexOf(NEWLINE, begin)
      const end = newline < 0 ? bytes.length : newline
      const reason = this.line(bytes.subarray(begin, end), number, id)
      if (reason !== null)
        this.problems.push({ file, line: number, reason, start: startOf(bytes.subarray(begin, end)) })
      begin = end + 1
      number++
    }
  }

  /** Does one line; gives the reason if it cannot. */
  private line(bytes: Uint8Array, number: number, source: string | null): string | null {
    const { textField, idField, dateField, limit, keep } = this.settings
    if (bytes.length > limit) return tooLong(limit)
    let line = decode(bytes)
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
    const text = fieldOf(value, textField)
    if (text === undefined) return `no field "${textField}"`
    if (typeof text !== 'string') return `field "${textField}" is not a string`
    let date: string | undefined
    if (dateField !== null) {
      const day = fieldOf(value, dateField)
      // Databases put a blank where ISO 8601 has a "T": the day is what counts.
      date = (typeof day === 'string' && isoDay(day.trim().slice(0, 10))) || undefined
      if (date === undefined && day !== undefined && day !== null && day !== '') this.undated++
    }
    const given = fieldOf(value, idField ?? 'id')
    const known = typeof given === 'string' || typeof given === 'number'
    const id = known ? String(given) : source === null ? String(number) : `${source}:${number}`
    try {
      const record = this.extractor(text, { ...(keep === null ? { id } : {}), ...(date === undefined ? {} : { date }) })
      if (keep === null) this.print(text, record, value, date)
      else this.push([merged(line, value, keep, record) + (this.settings.form === 'ndjson' ? '\n' : '')])
    } catch (error) {
      return failed(error)
    }
    return null
  }

  /** @param line the object of the line, null for a whole text */
  private print(text: string, record: Extraction, line: object | null, date: string | undefined): void {
    const done: Done = { text, record, source: this.sourceOf(line, date) }
    this.push(formOf(this.settings.form).write(done))
  }

  private sourceOf(line: object | null, date: string | undefined): Source {
    const source: Source = {}
    const day = date ?? this.settings.extractor.date
    if (typeof day === 'string') source.date = day
    if (line === null) return source
    for (const field of SOURCE_FIELDS) {
      const value = fieldOf(line, this.settings.sourceFields[field])
      if (typeof value !== 'string' || value.trim() === '') continue
      if (field !== 'url' || isWebAddress(value)) source[field] = value.trim()
    }
    return source
  }

  private push(texts: readonly string[]): void {
    for (const [i, text] of texts.entries()) {
      this.written[i] ??= []
      this.written[i].push(text)
    }
    this.articles++
  }
}

const encoder = new TextEncoder()

/** A byte order mark stays: it is part of the text that offsets count. */
function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const failed = (error: unknown): string => `the extraction failed: ${(error as Error).message}`

const isWebAddress = (value: string): boolean => /^https?:\/\//.test(value.trim()) && URL.canParse(value.trim())

function fieldOf(object: object, name: string): unknown {
  if (Object.hasOwn(object, name)) return (object as Record<string, unknown>)[name]
  let value: unknown = object
  for (const key of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

/**
 * The caller's object with the record in it. The object's own text stays as it was written, so that numbers too long for
 * a double and the like come through; only where the key is taken already is it written anew.
 */
function merged(line: string, value: object, key: string, record: unknown): string {
  if (Object.hasOwn(value, key)) return JSON.stringify({ ...value, [key]: record })
  return `${line.slice(0, -1).trimEnd()},${JSON.stringify(key)}:${JSON.stringify(record)}}`
}

/** A batch in halves, to find the article that a thread cannot do; null if it is one line or one text. */
export function halves({ pieces }: Pick<Batch, 'pieces'>): [Piece[], Piece[]] | null {
  if (pieces.length > 1) {
    const middle = pieces.length >> 1
    return [pieces.slice(0, middle), pieces.slice(middle)]
  }
  const [piece] = pieces
  if (piece.kind === 'text') return null
  const { bytes } = piece
  let cut = bytes.indexOf(NEWLINE, bytes.length >> 1)
  if (cut < 0 || cut === bytes.length - 1) cut = bytes.lastIndexOf(NEWLINE, (bytes.length >> 1) - 1)
  if (cut < 0 || cut === bytes.length - 1) return null
  let line = piece.line!
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at <= cut; at = bytes.indexOf(NEWLINE, at + 1)) line++
  return [[{ ...piece, bytes: bytes.subarray(0, cut + 1) }], [{ ...piece, line, bytes: bytes.subarray(cut + 1) }]]
}
