/** `chucdanh extract`: texts in, records out. */
import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { version } from '../../package.json'
import type { Language } from '../formats/html/index.js'
import { listOf, nearest } from '../messages.js'
import type { Kind } from '../options.js'
import { type Outcome, type Problem, sizeInWords } from '../pipeline/batch.js'
import { loadHtml } from '../pipeline/optional.js'
import { createProcessor } from '../pipeline/process.js'
import { readBatches, START } from '../pipeline/read.js'
import { SOURCE_FIELDS, type SourceField, type WorkSettings } from '../pipeline/work.js'
import { compileLater } from './engine.js'
import { type ExtractorFlags, type ExtractorSettings, extractorOf, kindsOf } from './extraction.js'
import { reason } from './files.js'
import { findInputs, type Inputs, inputOf } from './inputs.js'
import { INTERRUPTED, type Io, OK, SOME_FAILED, UsageError } from './io.js'
import { type Checkpoint, Journal, OutputFile } from './output.js'
import { loadParquet, toParquet } from './parquet.js'
import { Progress } from './progress.js'
import { harmlessLines, plainText } from './text.js'
import {
  annWriter,
  bratWriter,
  htmlWriter,
  type Print,
  plainWriter,
  popoloWriter,
  tablesOf,
  tablesWriter,
  tableWriter,
  type Writer,
} from './writers.js'

export const FORMATS = [
  'table',
  'json',
  'ndjson',
  'csv',
  'parquet',
  'popolo',
  'ftm',
  'jsonld',
  'brat',
  'conll',
  'html',
] as const
type Format = (typeof FORMATS)[number]

/** What a table may show. */
export const SHOWN = ['records', 'text'] as const
type Shown = (typeof SHOWN)[number]

export const LANGUAGES = ['en', 'vi'] as const satisfies readonly Language[]

export interface ExtractFlags extends ExtractorFlags {
  format?: string
  show?: string
  language?: string
  output?: string
  input?: string
  textField?: string
  htmlField?: string
  idField?: string
  dateField?: string
  sourceFields?: string
  keep?: string | true
  maxLine?: string
  jobs?: string
  errors?: string
  resume?: boolean
  quiet?: boolean
}

/** The key of `--keep` without one. */
export const KEPT_AS = 'chucdanh'
export const LONGEST_LINE = 16 * 2 ** 20

/** Less input than this is done before threads would have started. */
const WORTH_THREADS = 2 ** 20

export async function extractCommand(args: readonly string[], flags: ExtractFlags, io: Io): Promise<number> {
  const toFile = flags.output !== undefined && flags.output !== '-'
  const format = formatOf(flags.format) ?? (io.isTTY && !toFile ? 'table' : 'ndjson')
  const settings = settingsOf(flags, format, await extractorOf(flags, io))
  if ((format === 'csv' || format === 'parquet') && !toFile)
    throw new UsageError(
      `${format} is several tables, a file each: name them with --output ("-o news.${format}" gives news.officials.${format} …)`,
    )
  if (format === 'parquet') await loadParquet()
  const names = toFile ? outputNames(flags, format, settings) : []
  if (flags.errors !== undefined) names.push(flags.errors)
  const inputs = findInputs(args, inputOf(flags.input), names)
  check(flags, toFile, format, inputs)
  settings.html = flags.htmlField !== undefined || inputs.sources.some(s => s.kind === 'html')
  // What is missing is told before anything is written.
  if (settings.html) await loadHtml()

  if (args.length === 0 && io.stdin.isTTY) io.err('chucdanh: reading standard input; end it with Ctrl-D')
  const run = new Run(flags, format, settings, names.map(OutputFile.of), toFile, inputs, io)
  return run.run()
}

/** One run, from the first byte of its input, or where it was cut off, to the last line on the terminal. */
class Run {
  private readonly journal: Journal | null
  private readonly errors: OutputFile | null
  private readonly outputs: OutputFile[]
  private readonly progress: Progress
  private readonly writer: Writer
  private state: Checkpoint
  private read = 0
  private stopped: 'SIGINT' | 'SIGTERM' | null = null
  /** Problems with lines, told on standard error. */
  private toldLines = 0

  constructor(
    private readonly flags: ExtractFlags,
    private readonly format: Format,
    private readonly settings: WorkSettings,
    private readonly files: OutputFile[],
    private readonly toFile: boolean,
    private readonly inputs: Inputs,
    private readonly io: Io,
  ) {
    this.errors = flags.errors === undefined ? null : files[files.length - 1]
    this.outputs = this.errors === null ? files : files.slice(0, -1)
    const journal = this.outputs.length > 0 && isResumable(format) ? this.outputs[0].journal : null
    this.journal = journal === null ? null : new Journal(journal)
    this.state = { at: START, sizes: files.map(() => 0), articles: 0, problems: 0, undated: 0 }
    const shown = !flags.quiet && !(io.isTTY && !toFile)
    this.progress = new Progress(shown ? io.terminal : null, inputs.bytes)
    this.writer = this.createWriter()
  }

  async run(): Promise<number> {
    await this.open()
    const jobs = this.jobs()
    compileLater(jobs)
    const processor = createProcessor(jobs, this.settings, death => {
      this.say(`a worker thread died (${death}); what it was at is done again`)
    })
    const letGo = this.io.onInterrupt(signal => {
      // Asked twice, there is no waiting for what is at work; the journal knows where to go on.
      if (this.stopped !== null) process.exit(INTERRUPTED[signal])
      this.stopped = signal
      ;(this.io.stdin as { destroy?: () => void }).destroy?.()
    })
    try {
      const batches = readBatches(this.inputs.sources, this.state.at, {
        stdin: this.io.stdin,
        limit: this.settings.limit,
        reason,
        stopped: () => this.stopped !== null,
      })
      if (this.state.articles === 0 && this.state.at === START) await this.writer.begin()
      for await (const [batch, outcome] of processor.process(batches)) {
        await this.write(outcome)
        this.state.at = batch.end
        this.read = batch.read
        if (this.journal?.isDue()) await this.checkpoint()
        this.progress.update(this.state.articles, this.read)
      }
      this.progress.clear()
      if (this.stopped === null) await this.finish()
      else await this.keep()
    } catch (error) {
      this.progress.clear()
      await this.giveUp()
      throw error
    } finally {
      letGo()
      await processor.close()
    }
    return this.end()
  }

  private async open(): Promise<void> {
    const { journal, files, flags, settings, format } = this
    if (journal === null) {
      for (const file of files) await file.open()
      return
    }
    journal.checkUnused()
    const run = JSON.stringify([format, settings, flags.input ?? null, files.length, this.inputs.stamps])
    if (flags.resume) {
      const found = journal.resume(
        version,
        run,
        files.map(f => f.sizeBefore()),
      )
      if (found !== null) {
        this.state = found
        this.progress.carryOn(found.articles)
        if (!flags.quiet) this.say(`going on after ${counted(found.articles, 'article')}`)
      }
    }
    for (const [i, file] of files.entries()) await file.open(this.state.sizes[i])
    await journal.begin(version, run, this.state.at === START ? null : this.state)
  }

  private jobs(): number {
    const { bytes, sources } = this.inputs
    if (this.flags.jobs !== undefined) return Number(this.flags.jobs)
    const small = bytes !== null ? bytes < WORTH_THREADS : sources.every(s => s.kind !== 'lines')
    return small || this.format === 'table' ? 1 : availableParallelism()
  }

  private createWriter(): Writer {
    const { format, settings, flags } = this
    const print: Print = async (data, file) => {
      if (data.length === 0) return
      if (this.toFile) return this.outputs[file].write(data)
      const decoded = (): string =>
        typeof data === 'string' ? data : new TextDecoder('utf-8', { ignoreBOM: true }).decode(data)
      // The cells of a table are harmless already, and its colours are what drives the terminal.
      if (this.io.isTTY && format !== 'table') return this.io.out(harmlessLines(decoded()))
      if (typeof data !== 'string' && this.io.bytes !== undefined) return this.io.bytes(data)
      await this.io.out(decoded())
    }
    const kinds: ReadonlySet<Kind> = new Set(settings.extractor.kinds)
    switch (format) {
      case 'table':
        return tableWriter({ ...this.terminal(), kinds, ...shownOf(flags.show) }, print)
      case 'html':
        return htmlWriter(titleOf(this.inputs), languageOf(flags.language), print)
      case 'csv':
      case 'parquet':
        return tablesWriter(format, kinds, print)
      case 'popolo':
        return popoloWriter(print)
      case 'brat':
        return isFolder(flags) ? bratWriter(flags.output!) : annWriter(print)
      default:
        return plainWriter(format, print)
    }
  }

  private terminal(): { width: number; color: boolean } {
    const { io, toFile } = this
    return {
      width: (toFile ? undefined : io.columns) ?? (Number(io.env.COLUMNS) || 80),
      color: !toFile && io.isTTY && !io.env.NO_COLOR && io.env.TERM !== 'dumb',
    }
  }

  private async write({ out, articles, undated, problems }: Outcome): Promise<void> {
    const unwritten = articles > 0 ? await this.writer.write(out, this.state.articles) : []
    for (const problem of [...problems, ...unwritten]) await this.tell(problem)
    this.state.articles += articles - unwritten.length
    this.state.undated += undated
  }

  private async tell(problem: Problem): Promise<void> {
    this.state.problems++
    if (this.errors !== null) return this.errors.write(`${JSON.stringify(problem)}\n`)
    const { file, line, reason } = problem
    if (line !== null) this.toldLines++
    this.say(`${file}${line === null ? '' : `, line ${line}`}: ${reason}`)
  }

  private say(what: string): void {
    this.progress.clear()
    this.io.err(`chucdanh: ${plainText(what)}`)
  }

  private async checkpoint(): Promise<void> {
    for (const file of this.files) await file.flush()
    await this.journal!.put({ ...this.state, sizes: this.files.map(f => (f.partial === null ? 0 : f.size)) })
  }

  private async finish(): Promise<void> {
    await this.writer.end(this.state.articles)
    if (this.format === 'parquet') await this.makeParquet()
    for (const file of this.files) await file.done()
    await this.journal?.close(true)
  }

  /** Parquet cannot be gone on with in the middle: rows are gathered as they come, and made Parquet when all are there. */
  private async makeParquet(): Promise<void> {
    if (this.journal !== null) await this.checkpoint()
    const tables = tablesOf(new Set(this.settings.extractor.kinds))
    for (const [i, table] of tables.entries())
      await this.outputs[i].transform((rows, parquet) => toParquet(table, rows, parquet))
  }

  /** Stopped: what is done stays, for a run that goes on. */
  private async keep(): Promise<void> {
    if (this.journal !== null) await this.checkpoint()
    else await this.writer.end(this.state.articles)
    for (const file of this.files) {
      if (this.journal === null) await file.done()
      else await file.close()
    }
    await this.journal?.close(false)
  }

  /** Failed: what an earlier checkpoint vouches for stays, if there is one. */
  private async giveUp(): Promise<void> {
    const worth = (this.journal?.checkpoints ?? 0) > 0
    for (const file of this.files) {
      if (worth) await file.close().catch(() => {})
      else await file.discard()
    }
    await this.journal?.close(!worth)
    if (worth) this.say('what is done is kept: when the fault is gone, --resume goes on from there')
  }

  /** The last lines; gives the exit code. */
  private end(): number {
    const { flags, state, io } = this
    const { articles, problems, undated } = state
    const onTerminal = io.isTTY && !this.toFile
    if (this.stopped !== null) {
      const how = this.journal === null ? '' : '; with --resume a run goes on from there'
      this.say(`stopped after ${counted(articles, 'article')}${how}`)
    } else if (!flags.quiet && !onTerminal && (this.toFile || io.terminal !== null))
      this.say(this.progress.summary(articles, this.read))
    if (undated > 0 && !flags.quiet)
      this.say(`${counted(undated, 'article')} had something else than a day in "${flags.dateField}"`)
    if (this.errors !== null && problems > 0) this.say(`${counted(problems, 'input')} left out; see ${flags.errors}`)
    else if (this.toldLines > 0) this.say(`${counted(this.toldLines, 'line')} left out`)
    if (this.stopped !== null) return INTERRUPTED[this.stopped]
    return problems > 0 ? SOME_FAILED : OK
  }
}

const counted = (n: number, noun: string): string => `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`

function outputNames(flags: ExtractFlags, format: Format, { extractor }: WorkSettings): string[] {
  if (format === 'brat' && isFolder(flags)) return []
  if (format !== 'csv' && format !== 'parquet') return [flags.output!]
  // "news.csv" -> "news.officials.csv", …
  const extension = `.${format}`
  const stem = flags.output!.toLowerCase().endsWith(extension)
    ? flags.output!.slice(0, -extension.length)
    : flags.output
  return tablesOf(new Set(extractor.kinds)).map(table => `${stem}.${table}${extension}`)
}

/** Brat's output: a folder, if it is not named like a file of annotations. */
const isFolder = ({ output }: ExtractFlags): boolean =>
  output !== undefined && output !== '-' && !/\.ann$/i.test(output)

/** Can a run go on in the middle? Not where all is written at the end, or set into a folder. */
const isResumable = (format: Format): boolean => format !== 'popolo' && format !== 'brat'

/** The formats that tell of people and what they hold. */
const OF_PEOPLE: readonly Format[] = ['popolo', 'ftm', 'jsonld']

/** Options that do not go together. */
function check(flags: ExtractFlags, toFile: boolean, format: Format, { sources }: Inputs): void {
  const { jobs, resume, keep } = flags
  if (jobs !== undefined && !(/^\d{1,3}$/.test(jobs) && Number(jobs) > 0))
    throw new UsageError(`--jobs must be a number from 1 to 999, but it is "${jobs}"`)
  if (resume && !toFile)
    throw new UsageError('--resume goes with --output: without a file there is nothing to go on with')
  if (resume && sources.some(s => s.path === '-'))
    throw new UsageError('--resume cannot read standard input a second time; name a file')
  if (resume && !isResumable(format)) {
    const instead =
      format === 'brat'
        ? 'run it again: what is in the folder already stays as it is'
        : 'it is one document, written at the end'
    throw new UsageError(`--resume does not go with ${format}: ${instead}`)
  }
  if (OF_PEOPLE.includes(format) && !kindsOf(flags.only).includes('officials'))
    throw new UsageError(`${format} tells of officials; name them in --only, or leave it out`)
  if (flags.show !== undefined && format !== 'table')
    throw new UsageError(`--show goes with the format table, not with ${format}`)
  if (flags.language !== undefined && format !== 'html')
    throw new UsageError(`--language goes with the format html, not with ${format}`)
  const texts = sources.filter(s => s.kind !== 'lines').length
  if (format === 'brat' && !isFolder(flags) && (texts !== 1 || sources.length > 1))
    throw new UsageError('brat is two files an article: name a folder for them with --output')
  if (keep !== undefined && format !== 'ndjson' && format !== 'json')
    throw new UsageError(`--keep goes with the formats ndjson and json, not with ${format}`)
  const text = sources.find(s => s.kind !== 'lines' && s.failure === undefined)
  if (keep !== undefined && text !== undefined) {
    const name = text.path === '-' ? 'standard input' : text.path
    throw new UsageError(
      `--keep goes with newline-delimited JSON, but ${name} is read as ${text.kind} (--input ndjson?)`,
    )
  }
}

/** What the threads are told. */
function settingsOf(flags: ExtractFlags, format: Format, extractor: ExtractorSettings): WorkSettings {
  return {
    extractor,
    textField: flags.textField ?? 'text',
    htmlField: flags.htmlField ?? null,
    idField: flags.idField ?? null,
    dateField: flags.dateField ?? null,
    sourceFields: sourceFieldsOf(flags.sourceFields),
    keep: flags.keep === true ? KEPT_AS : (flags.keep ?? null),
    form: format === 'table' ? 'shown' : format === 'html' && languageOf(flags.language) === 'vi' ? 'html-vi' : format,
    limit: bytesOf(flags.maxLine),
    html: false,
  }
}

/** "url=link,title=headline" -> where each is found; what is not said is found under its own name. */
function sourceFieldsOf(given: string | undefined): Record<SourceField, string> {
  const fields = Object.fromEntries(SOURCE_FIELDS.map(f => [f, f])) as Record<SourceField, string>
  for (const pair of given?.split(',') ?? []) {
    const equals = pair.indexOf('=')
    const name = pair.slice(0, Math.max(0, equals)).trim()
    const field = pair.slice(equals + 1).trim()
    if (!/^\w+$/.test(name) || field === '')
      throw new UsageError(`--source-fields: "${pair}" is not like "url=link"; pairs are set apart by commas`)
    if (!SOURCE_FIELDS.includes(name as SourceField))
      throw new UsageError(
        `--source-fields: no "${name}"${nearest(name, SOURCE_FIELDS)}; there are ${listOf(SOURCE_FIELDS)}`,
      )
    fields[name as SourceField] = field
  }
  return fields
}

function formatOf(format: string | undefined): Format | null {
  if (format === undefined) return null
  if (FORMATS.includes(format as Format)) return format as Format
  throw new UsageError(`no format "${format}"${nearest(format, FORMATS)}; there are ${listOf(FORMATS)}`)
}

/** Of a page: the name of the one file that it is made of. */
function titleOf({ sources }: Inputs): string {
  return sources.length === 1 && sources[0].path !== '-' ? basename(sources[0].path) : 'chucdanh'
}

function shownOf(show: string | undefined): Record<Shown, boolean> {
  const wanted = (show ?? 'records').split(',').map(s => s.trim())
  for (const part of wanted)
    if (!SHOWN.includes(part as Shown))
      throw new UsageError(`--show: no "${part}"${nearest(part, SHOWN)}; there are ${listOf(SHOWN)}`)
  return { records: wanted.includes('records'), text: wanted.includes('text') }
}

function languageOf(language: string | undefined): Language {
  if (language === undefined) return 'en'
  if (LANGUAGES.includes(language as Language)) return language as Language
  throw new UsageError(`--language: no "${language}"${nearest(language, LANGUAGES)}; there are ${listOf(LANGUAGES)}`)
}

export function bytesOf(size: string | undefined): number {
  if (size === undefined) return LONGEST_LINE
  const parts = /^(\d+)\s*(K|M|G)?B?$/i.exec(size.trim())
  const bytes = parts === null ? 0 : Number(parts[1]) * { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 }[unitOf(parts[2])]
  // No string of Node's is longer.
  if (bytes > 0 && bytes <= 2 ** 29) return bytes
  throw new UsageError(
    `--max-line must be a size like "${sizeInWords(LONGEST_LINE)}", at most 512 MB, but it is "${size}"`,
  )
}

const unitOf = (unit: string | undefined): '' | 'K' | 'M' | 'G' => (unit ?? '').toUpperCase() as '' | 'K' | 'M' | 'G'
