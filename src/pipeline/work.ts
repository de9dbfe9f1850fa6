/** The work on a batch, the same in every thread: lines into articles, articles into records, records into text. */
import type { Source } from '../formats/sources.js'
import type { ExtractorOptions } from '../options.js'
import { type Batch, type Outcome, type Piece, type Problem, startOf } from './batch.js'
import { decodeHtml, decodeUtf8, notUtf8 } from './decode.js'
import { type Form, formOf } from './forms.js'
import { fieldOf, type LineFields, linesOf, readLine } from './lines.js'
import { createReaders, type Reader, type Reading } from './readers.js'

/** What a run is told once, in a form that can be sent to a thread. */
export interface WorkSettings extends LineFields {
  extractor: Omit<ExtractorOptions, 'rules'>
  /** The key under which records go into the caller's objects; null: records by themselves. */
  keep: string | null
  /** The fields of a line with what is known of the article beside its text, for the forms that name their source. */
  sourceFields: Readonly<Record<SourceField, string>>
  form: Form
  /** Is there HTML in the input? */
  html: boolean
}

/** What a line can tell of its article. */
export const SOURCE_FIELDS = ['url', 'title', 'publisher'] as const
export type SourceField = (typeof SOURCE_FIELDS)[number]

export type Work = (pieces: readonly Piece[]) => Outcome

export async function createWork(settings: WorkSettings): Promise<Work> {
  const read = await createReaders(settings.extractor, settings.html, formOf(settings.form).pages ?? 'read')
  return pieces => {
    const run = new Run(settings, read)
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
    private readonly read: Readonly<Record<'text' | 'html', Reader>>,
  ) {}

  piece(piece: Piece): void {
    const { kind, file, line, bytes, reason } = piece
    if (reason !== undefined) {
      this.problems.push({ file, line, reason, start: line === null ? '' : startOf(bytes) })
      return
    }
    if (kind === 'lines') this.lines(piece)
    else this.whole(piece, kind)
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

  private whole({ file, id, bytes }: Piece, kind: 'text' | 'html'): void {
    const text = kind === 'html' ? decodeHtml(bytes) : decodeUtf8(bytes)
    if (text === null) {
      const reason = kind === 'html' ? 'not UTF-8, nor in the encoding that the page names for itself' : notUtf8(bytes)
      this.problems.push({ file, line: null, reason, start: '' })
      return
    }
    try {
      this.print(this.read[kind](text, id === null ? {} : { id }), file, null, undefined)
    } catch (error) {
      this.problems.push({ file, line: null, reason: failed(error), start: startOf(text) })
    }
  }

  private lines(piece: Piece): void {
    for (const [bytes, number] of linesOf(piece)) {
      const reason = this.line(bytes, number, piece)
      if (reason !== null) this.problems.push({ file: piece.file, line: number, reason, start: startOf(bytes) })
    }
  }

  /** Does one line; gives the reason if it cannot. */
  private line(bytes: Uint8Array, number: number, piece: Piece): string | null {
    const { keep, form } = this.settings
    const found = readLine(bytes, number, piece.id, this.settings)
    if (found === null || typeof found === 'string') return found
    const { id, kind, text, date, undated, line, value } = found
    if (undated) this.undated++
    try {
      const reading = this.read[kind](text, {
        ...(keep === null ? { id } : {}),
        ...(date === undefined ? {} : { date }),
      })
      if (keep === null) this.print(reading, `${piece.file}:${number}`, value, date)
      else this.push([merged(line, value, keep, reading.record) + (form === 'ndjson' ? '\n' : '')])
    } catch (error) {
      return failed(error)
    }
    return null
  }

  /** @param line the object of the line, null for a whole text or page */
  private print({ text, record, source }: Reading, where: string, line: object | null, date: string | undefined): void {
    const done = { text, record, source: { ...source, ...this.sourceOf(line, date) }, where }
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

const failed = (error: unknown): string => `the extraction failed: ${(error as Error).message}`

const isWebAddress = (value: string): boolean => /^https?:\/\//.test(value.trim()) && URL.canParse(value.trim())

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
  if (piece.kind !== 'lines') return null
  const { bytes } = piece
  let cut = bytes.indexOf(NEWLINE, bytes.length >> 1)
  if (cut < 0 || cut === bytes.length - 1) cut = bytes.lastIndexOf(NEWLINE, (bytes.length >> 1) - 1)
  if (cut < 0 || cut === bytes.length - 1) return null
  let line = piece.line!
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at <= cut; at = bytes.indexOf(NEWLINE, at + 1)) line++
  return [[{ ...piece, bytes: bytes.subarray(0, cut + 1) }], [{ ...piece, line, bytes: bytes.subarray(cut + 1) }]]
}
