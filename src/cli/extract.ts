/** `chucdanh extract`: texts in, records out. */
import { availableParallelism } from 'node:os'
import { version } from '../../package.json'
import { createExtractor } from '../extractor.js'
import { toCsv } from '../formats/csv.js'
import { listOf, nearest } from '../messages.js'
import { KINDS, type Kind } from '../options.js'
import { type Outcome, type Problem, sizeInWords } from '../pipeline/batch.js'
import { createProcessor } from '../pipeline/process.js'
import { readBatches, START } from '../pipeline/read.js'
import { TABLES, type WorkSettings } from '../pipeline/work.js'
import type { Extraction } from '../records.js'
import { reason } from './files.js'
import { findInputs, type Inputs, inputOf } from './inputs.js'
import { INTERRUPTED, type Io, OK, SOME_FAILED, UsageError } from './io.js'
import { type Checkpoint, Journal, OutputFile } from './output.js'
import { Progress } from './progress.js'
import { formatTable } from './table.js'
import { plainText } from './text.js'

export const FORMATS = ['table', 'json', 'ndjson', 'csv'] as const
type Format = (typeof FORMATS)[number]

export interface ExtractFlags {
  format?: string
  only?: string
  place?: string
  date?: string
  output?: string
  trace?: boolean
  input?: string
  textField?: string
  idField?: string
  dateField?: string
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
  const settings = settingsOf(flags, format)
  const names = toFile ? (format === 'csv' ? tableNames(flags, settings) : [flags.output!]) : []
  if (format === 'csv' && !toFile)
    throw new UsageError(
      'csv is several tables, a file each: name them with --output ("-o news.csv" gives news.officials.csv …)',
    )
  if (flags.errors !== undefined) names.push(flags.errors)
  const inputs = findInputs(args, inputOf(flags.input), names)
  check(flags, toFile, format, inputs)

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
    const journal = toFile ? this.outputs[0].journal : null
    this.journal = journal === null ? null : new Journal(journal)
    this.state = { at: START, sizes: files.map(() => 0), articles: 0, problems: 0, undated: 0 }
    const shown = !flags.quiet && !(io.isTTY && !toFile)
    this.progress = new Progress(shown ? io.terminal : null, inputs.bytes)
  }

  async run(): Promise<number> {
    await this.open()
    const processor = createProcessor(this.jobs(), this.settings, death => {
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
      if (this.state.articles === 0 && this.state.at === START) await this.writeHead()
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
    const small = bytes !== null ? bytes < WORTH_THREADS : sources.every(s => s.kind === 'text')
    return small || this.format === 'table' ? 1 : availableParallelism()
  }

  /** What stands before the first record. */
  private async writeHead(): Promise<void> {
    if (this.format !== 'csv') return
    const heads = toCsv([])
    for (const [i, table] of tablesOf(this.settings).entries()) await this.outputs[i].write(heads[table])
  }

  private async write({ out, articles, undated, problems }: Outcome): Promise<void> {
    const earlier = this.state.articles
    if (this.format === 'csv') {
      const tables = tablesOf(this.settings)
      for (const [i, table] of tables.entries()) await this.outputs[i].write(out[TABLES.indexOf(table)] ?? '')
    } else if (articles > 0) {
      if (this.format === 'json') await this.print(earlier > 0 ? ',\n' : '[\n')
      await this.print(this.format === 'table' ? this.tables(out[0], earlier) : out[0])
    }
    for (const problem of problems) await this.tell(problem)
    this.state.articles += articles
    this.state.undated += undated
  }

  private print(data: string | Uint8Array): Promise<void> {
    if (this.toFile) return this.outputs[0].write(data)
    return this.io.out(typeof data === 'string' ? data : new TextDecoder('utf-8', { ignoreBOM: true }).decode(data))
  }

  private tables(lines: Uint8Array, earlier: number): string {
    const { io, toFile, settings } = this
    const color = !toFile && io.isTTY && !io.env.NO_COLOR && io.env.TERM !== 'dumb'
    const width = (toFile ? undefined : io.columns) ?? (Number(io.env.COLUMNS) || 80)
    const kinds: ReadonlySet<Kind> = new Set(settings.extractor.kinds)
    const records = new TextDecoder().decode(lines).trimEnd().split('\n')
    return records
      .map((json, i) => {
        const table = formatTable(JSON.parse(json) as Extraction, { width, color, kinds })
        return `${earlier + i > 0 ? '\n' : ''}${table}\n`
      })
      .join('')
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
    if (this.format === 'json') await this.print(this.state.articles > 0 ? '\n]\n' : '[]\n')
    for (const file of this.files) await file.done()
    await this.journal?.close(true)
  }

  /** Stopped: what is done stays, for a run that goes on. */
  private async keep(): Promise<void> {
    if (this.format === 'json' && !this.toFile) await this.print(this.state.articles > 0 ? '\n]\n' : '[]\n')
    if (this.journal !== null) await this.checkpoint()
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

/** The tables of the kinds that are wanted; the roles go with the officials. */
function tablesOf({ extractor }: WorkSettings): (typeof TABLES)[number][] {
  const kinds = new Set<string>(extractor.kinds)
  if (kinds.has('officials')) kinds.add('roles')
  return TABLES.filter(t => kinds.has(t))
}

/** "news.csv" -> "news.officials.csv", … */
function tableNames(flags: ExtractFlags, settings: WorkSettings): string[] {
  const stem = flags.output!.replace(/\.csv$/i, '')
  return tablesOf(settings).map(table => `${stem}.${table}.csv`)
}

/** Options that do not go together. */
function check(flags: ExtractFlags, toFile: boolean, format: Format, { sources }: Inputs): void {
  const { jobs, resume, keep } = flags
  if (jobs !== undefined && !(/^\d{1,3}$/.test(jobs) && Number(jobs) > 0))
    throw new UsageError(`--jobs must be a number from 1 to 999, but it is "${jobs}"`)
  if (resume && !toFile)
    throw new UsageError('--resume goes with --output: without a file there is nothing to go on with')
  if (resume && sources.some(s => s.path === '-'))
    throw new UsageError('--resume cannot read standard input a second time; name a file')
  if (keep !== undefined && format !== 'ndjson' && format !== 'json')
    throw new UsageError(`--keep goes with the formats ndjson and json, not with ${format}`)
  const text = sources.find(s => s.kind === 'text' && s.failure === undefined)
  if (keep !== undefined && text !== undefined) {
    const name = text.path === '-' ? 'standard input' : text.path
    throw new UsageError(`--keep goes with newline-delimited JSON, but ${name} is read as text (--input ndjson?)`)
  }
}

/** What the threads are told. */
function settingsOf(flags: ExtractFlags, format: Format): WorkSettings {
  const extractor = { date: flags.date, place: flags.place, kinds: kindsOf(flags.only), trace: flags.trace }
  // The extractor's own messages, in the words of the command line.
  try {
    createExtractor(extractor)
  } catch (error) {
    const message = (error as Error).message
    throw new UsageError(message.replace(/^createExtractor: "(\w+)"/, '--$1').replace(/; leave it out, or add .*$/, ''))
  }
  return {
    extractor,
    textField: flags.textField ?? 'text',
    idField: flags.idField ?? null,
    dateField: flags.dateField ?? null,
    keep: flags.keep === true ? KEPT_AS : (flags.keep ?? null),
    form: format === 'table' ? 'ndjson' : format,
    limit: bytesOf(flags.maxLine),
  }
}

function formatOf(format: string | undefined): Format | null {
  if (format === undefined) return null
  if (FORMATS.includes(format as Format)) return format as Format
  throw new UsageError(`no format "${format}"${nearest(format, FORMATS)}; there are ${listOf(FORMATS)}`)
}

function kindsOf(only: string | undefined): Kind[] {
  if (only === undefined) return [...KINDS]
  const kinds = only
    .split(',')
    .map(k => k.trim())
    .filter(Boolean)
  for (const kind of kinds)
    if (!KINDS.includes(kind as Kind))
      throw new UsageError(`--only: no kind "${kind}"${nearest(kind, KINDS)}; there are ${listOf(KINDS)}`)
  if (kinds.length === 0) throw new UsageError(`--only: no kind named; there are ${listOf(KINDS)}`)
  return kinds as Kind[]
}

function bytesOf(size: string | undefined): number {
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
