/** `chucdanh eval`: how well an extraction agrees with annotated texts. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { extract } from '../extractor.js'
import { listOf, nearest } from '../messages.js'
import type { Extraction } from '../records.js'
import { FileError, readText, reason } from './files.js'
import { sentenceFinder } from './gold.js'
import { type Io, OK, SOME_FAILED, UsageError } from './io.js'
import {
  type Annotation,
  compare,
  type Figures,
  figuresOf,
  MEASURES,
  type Measure,
  type Mistake,
  newTotals,
  SETS,
  SHARES,
  type View,
  viewOfAnnotation,
  viewOfRecord,
} from './score.js'
import { plainText } from './text.js'

export interface EvalOptions {
  errors?: boolean
  only?: string
  json?: boolean
}

/** An annotated text: the annotation, and what the extraction is to be told about the text. */
interface Gold extends Annotation {
  options?: { date?: string | null; place?: string | null }
}

export async function evalCommand(
  dir: string,
  records: string | undefined,
  options: EvalOptions,
  io: Io,
): Promise<number> {
  const only = measureOf(options.only)
  const stems = annotatedIn(dir)
  let code = OK
  const warn = (line: string): void => {
    code = SOME_FAILED
    io.err(`chucdanh: ${plainText(line)}`)
  }
  const given = records === undefined ? null : await readRecords(records, io, warn)

  const totals = newTotals()
  const mistakes: (Mistake & { id: string })[] = []
  let texts = 0
  let absent = 0
  for (const id of stems) {
    try {
      const { text, gold } = await readGold(dir, id, io)
      const lost = (first: string): void =>
        warn(`${join(dir, id)}.json: no sentence begins "${first}" and ends as its "last" says`)
      const want = viewOfAnnotation(gold, sentenceFinder(text), lost)
      let found = given === null ? viewOfRecord(extractGold(id, text, gold)) : given(id, text)
      if (found === null) {
        absent++
        found = viewOfAnnotation({}, () => null, lost)
        warn(`${records}: no record of ${id}`)
      }
      compare(want, found, text, totals, mistake => {
        if (only === null || only === mistake.measure) mistakes.push({ id, ...mistake })
      })
      texts++
    } catch (error) {
      warn(error instanceof FileError ? error.message : `${join(dir, id)}: ${(error as Error).message}`)
    }
  }
  const figures = figuresOf(totals)
  if (options.json) {
    const shown = only === null ? figures : { [only]: figures[only] }
    await io.out(
      `${JSON.stringify({ articles: texts, absent, ...shown, ...(options.errors ? { errors: mistakes } : {}) })}\n`,
    )
    return code
  }
  if (options.errors)
    for (const m of mistakes) await io.out(`${plainText(m.id)}  ${m.measure} ${m.what}: ${plainText(m.text)}\n`)
  await io.out(report(figures, only, texts, absent))
  return code
}

function measureOf(only: string | undefined): Measure | null {
  if (only === undefined) return null
  if (MEASURES.includes(only as Measure)) return only as Measure
  throw new UsageError(`--only: no measure "${only}"${nearest(only, MEASURES)}; there are ${listOf(MEASURES)}`)
}

/** The names of the annotated texts of a folder, in order. */
function annotatedIn(dir: string): string[] {
  let files: string[]
  try {
    files = readdirSync(dir)
  } catch (error) {
    const what = (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? 'is no folder' : reason(error)
    throw new FileError(`${dir}: ${what}`)
  }
  const stems = files.filter(f => f.endsWith('.json') && !f.startsWith('.')).map(f => f.slice(0, -5))
  if (stems.length === 0) throw new FileError(`${dir}: no annotated texts in it (NAME.txt with NAME.json beside it)`)
  return stems.sort()
}

async function readGold(dir: string, id: string, io: Io): Promise<{ text: string; gold: Gold }> {
  const text = await readText(join(dir, `${id}.txt`), io)
  const file = join(dir, `${id}.json`)
  return { text, gold: parse(file, await readText(file, io)) as Gold }
}

function parse(what: string, json: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new FileError(`${what}: not JSON (${(error as Error).message})`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new FileError(`${what}: must hold a JSON object`)
  return value
}

function extractGold(id: string, text: string, { options }: Gold): Extraction {
  return extract(text, { id, date: options?.date ?? null, place: options?.place ?? null })
}

/** Gives the records to score by id: of a folder of annotations, or of newline-delimited JSON. */
async function readRecords(
  where: string,
  io: Io,
  warn: (line: string) => void,
): Promise<(id: string, text: string) => View | null> {
  if (where !== '-' && isFolder(where)) {
    const annotations = new Map<string, Annotation>()
    for (const f of readdirSync(where)) {
      if (!f.endsWith('.json') || f.startsWith('.')) continue
      try {
        const file = join(where, f)
        annotations.set(f.slice(0, -5), parse(file, await readText(file, io)) as Annotation)
      } catch (error) {
        warn((error as Error).message)
      }
    }
    return (id, text) => {
      const annotation = annotations.get(id)
      const lost = (first: string): void => warn(`${join(where, id)}.json: no sentence begins "${first}"`)
      return annotation === undefined ? null : viewOfAnnotation(annotation, sentenceFinder(text), lost)
    }
  }
  const name = where === '-' ? 'standard input' : where
  const views = new Map<string, View>()
  const lines = (await readText(where, io)).split('\n')
  lines.forEach((line, i) => {
    if (!line.trim()) return
    try {
      const record = parse(`${name}, line ${i + 1}`, line) as Extraction
      if (record.id === undefined) throw new FileError(`${name}, line ${i + 1}: the record has no "id"`)
      for (const key of ['officials', 'titles', 'terms', 'directives'] as const)
        if (!Array.isArray(record[key])) throw new FileError(`${name}, line ${i + 1}: the record has no list "${key}"`)
      views.set(String(record.id), viewOfRecord(record))
    } catch (error) {
      warn((error as Error).message)
    }
  })
  return id => views.get(id) ?? null
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch (error) {
    throw new FileError(`${path}: ${reason(error)}`)
  }
}

function report(figures: Figures, only: Measure | null, texts: number, absent: number): string {
  const lines = [`${texts} ${texts === 1 ? 'article' : 'articles'}${absent ? `, ${absent} without a record` : ''}`]
  const f = (x: number): string => x.toFixed(3)
  for (const m of SETS) {
    if (only !== null && only !== m) continue
    const { precision, recall, f1, gold, found } = figures[m]
    lines.push(`${m.padEnd(11)} P ${f(precision)}  R ${f(recall)}  F1 ${f(f1)}   gold ${gold}, found ${found}`)
  }
  for (const m of SHARES)
    if (only === null || only === m) lines.push(`${m.padEnd(11)} ${f(figures[m].accuracy)} of ${figures[m].of}`)
  return `${lines.join('\n')}\n`
}
