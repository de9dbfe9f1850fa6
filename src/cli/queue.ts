/** `chucdanh enqueue`, `chucdanh worker`, `chucdanh results`: the same extraction on many machines. */
import { availableParallelism } from 'node:os'
import { type Problem, startOf } from '../pipeline/batch.js'
import { decodeHtml, decodeUtf8, notUtf8 } from '../pipeline/decode.js'
import { type LineFields, linesOf, readLine } from '../pipeline/lines.js'
import { needing } from '../pipeline/optional.js'
import { readBatches, START } from '../pipeline/read.js'
import type { QueuedArticle } from '../queue/index.js'
import { compileLater } from './engine.js'
import { bytesOf } from './extract.js'
import { type ExtractorFlags, extractorOf } from './extraction.js'
import { FileError, reason } from './files.js'
import { findInputs, inputOf } from './inputs.js'
import { INTERRUPTED, type Io, OK, SOME_FAILED, UsageError } from './io.js'
import { OutputFile } from './output.js'
import { plainText } from './text.js'

interface QueueFlags {
  queue: string
  redis?: string
}

export interface EnqueueFlags extends QueueFlags {
  input?: string
  textField?: string
  htmlField?: string
  idField?: string
  dateField?: string
  attempts?: string
  backoff?: string
  waiting?: string
  revive?: boolean
  errors?: string
  maxLine?: string
  quiet?: boolean
}

export interface WorkerFlags extends QueueFlags, ExtractorFlags {
  jobs?: string
  lost?: string
  metrics?: string
  quiet?: boolean
}

export interface ResultsFlags extends QueueFlags {
  dead?: boolean
  output?: string
  remove?: boolean
}

const loadQueue = (): Promise<typeof import('../queue/index.js')> =>
  needing('The queue', ['bullmq', 'ioredis'], () => import('../queue/index.js'))

const redisOf = (flags: QueueFlags, io: Io): string => flags.redis ?? io.env.REDIS_URL ?? 'redis://127.0.0.1:6379'

/** The address without what is secret in it. */
function shown(url: string): string {
  try {
    return new URL(url).host || url
  } catch {
    return url
  }
}

const sayTo =
  (io: Io) =>
  (what: string): void =>
    io.err(`chucdanh: ${plainText(what)}`)

const counted = (n: number, noun: string): string => `${n.toLocaleString('en-US')} ${noun}${n === 1 ? '' : 's'}`

/** The queue's own messages about options, in the words of the command line. */
function inWords<T>(make: () => T): T {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UsageError(error.message.replace(/^\w+: (?:"(\w+)")?/, (_, option) => (option ? `--${option}` : '')))
  }
}

async function connected(ready: Promise<void>, url: string): Promise<void> {
  try {
    await ready
  } catch (error) {
    throw new FileError(`Redis at ${shown(url)}: ${unreachable(error)}`)
  }
}

function unreachable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ECONNREFUSED') return 'no answer (connection refused)'
  if (code === 'ENOTFOUND') return 'no such host'
  return message || String(code ?? error)
}

export async function enqueueCommand(args: readonly string[], flags: EnqueueFlags, io: Io): Promise<number> {
  const say = sayTo(io)
  const fields: LineFields = {
    textField: flags.textField ?? 'text',
    htmlField: flags.htmlField ?? null,
    idField: flags.idField ?? null,
    dateField: flags.dateField ?? null,
    limit: bytesOf(flags.maxLine),
  }
  const url = redisOf(flags, io)
  const inputs = findInputs(args, inputOf(flags.input), flags.errors === undefined ? [] : [flags.errors])
  // With nothing but --revive there is nothing to read.
  const sources = args.length === 0 && flags.revive ? [] : inputs.sources
  const { createProducer } = await loadQueue()
  const producer = inWords(() =>
    createProducer({
      queue: flags.queue,
      connection: url,
      attempts: numberOf('--attempts', flags.attempts, 1),
      backoff: secondsOf('--backoff', flags.backoff),
      waiting: numberOf('--waiting', flags.waiting, 1),
    }),
  )
  const errors = flags.errors === undefined ? null : OutputFile.of(flags.errors)
  let stopped: 'SIGINT' | 'SIGTERM' | null = null
  const letGo = io.onInterrupt(signal => {
    if (stopped !== null) process.exit(INTERRUPTED[signal])
    stopped = signal
    ;(io.stdin as { destroy?: () => void }).destroy?.()
    void producer.close()
  })
  let queued = 0
  let problems = 0
  try {
    await connected(producer.ready(), url)
    await errors?.open()
    if (flags.revive) say(`${counted(await producer.revive(), 'dead letter')} back in the queue`)
    const batches = readBatches(sources, START, {
      stdin: io.stdin,
      limit: fields.limit,
      reason,
      stopped: () => stopped !== null,
    })
    for await (const { pieces } of batches) {
      const articles: QueuedArticle[] = []
      for (const found of pieces.flatMap(piece => [...articlesOf(piece, fields)])) {
        if ('id' in found) articles.push(found)
        else {
          problems++
          const { file, line } = found
          if (errors !== null) await errors.write(`${JSON.stringify(found)}\n`)
          else say(`${file}${line === null ? '' : `, line ${line}`}: ${found.reason}`)
        }
      }
      if (articles.length > 0) await producer.add(articles)
      queued += articles.length
    }
    await errors?.done()
  } catch (error) {
    if (stopped === null) {
      await errors?.discard()
      throw error
    }
    await errors?.done()
  } finally {
    letGo()
    await producer.close()
  }
  if (!flags.quiet || stopped !== null)
    say(
      `${counted(queued, 'article')} queued${stopped === null ? '' : ', then stopped; to go on, queue the same again'}`,
    )
  if (problems > 0) say(`${counted(problems, 'input')} left out${errors === null ? '' : `; see ${flags.errors}`}`)
  return stopped !== null ? INTERRUPTED[stopped] : problems > 0 ? SOME_FAILED : OK
}

type Piece = Parameters<typeof linesOf>[0]

/** The articles of a piece of input, and what is none. */
function* articlesOf(piece: Piece, fields: LineFields): Generator<QueuedArticle | Problem> {
  const { kind, file, line, bytes, id } = piece
  if (piece.reason !== undefined) {
    yield { file, line, reason: piece.reason, start: line === null ? '' : startOf(bytes) }
  } else if (kind === 'lines') {
    for (const [part, number] of linesOf(piece)) {
      const read = readLine(part, number, id, fields)
      // What has no id to be kept under would end the run, good lines and all.
      const found = read !== null && typeof read === 'object' && read.id === '' ? 'the id is empty' : read
      if (typeof found === 'string') yield { file, line: number, reason: found, start: startOf(part) }
      else if (found !== null) {
        const { kind, text, date } = found
        const content = kind === 'html' ? { html: text } : { text }
        yield { id: found.id, ...content, ...(date === undefined ? {} : { date }) }
      }
    }
  } else {
    const text = kind === 'html' ? decodeHtml(bytes) : decodeUtf8(bytes)
    if (text === null) yield { file, line: null, reason: notUtf8(bytes), start: '' }
    else yield { id: id ?? file, ...(kind === 'html' ? { html: text } : { text }) }
  }
}

export async function workerCommand(flags: WorkerFlags, io: Io): Promise<number> {
  const say = sayTo(io)
  const metricsAt = flags.metrics === undefined ? null : addressOf(flags.metrics)
  const url = redisOf(flags, io)
  const extractor = await extractorOf(flags, io)
  const jobs = numberOf('--jobs', flags.jobs, 1) ?? availableParallelism()
  compileLater(jobs)
  const { createWorker, serveMetrics } = await loadQueue()
  const lostContact = throttled(error => say(`Redis at ${shown(url)}: ${unreachable(error)}; trying again`))
  const worker = inWords(() =>
    createWorker({
      queue: flags.queue,
      connection: url,
      onError: lostContact,
      onThreadDeath: death => say(`a worker thread died (${death}); what it was at is done again`),
      ...extractor,
      jobs,
      lost: secondsOf('--lost', flags.lost),
    }),
  )
  let stop: (signal: 'SIGINT' | 'SIGTERM') => void = () => {}
  const stopped = new Promise<'SIGINT' | 'SIGTERM'>(resolve => {
    stop = resolve
  })
  let asked = false
  const letGo = io.onInterrupt(signal => {
    // Asked twice, there is no waiting: other workers do what this one leaves.
    if (asked) process.exit(INTERRUPTED[signal])
    asked = true
    stop(signal)
  })
  let metrics: Awaited<ReturnType<typeof serveMetrics>> | null = null
  try {
    if (metricsAt !== null) {
      const [host, port] = metricsAt
      try {
        metrics = await serveMetrics(host, port, worker.metrics, worker.isConnected)
      } catch (error) {
        throw new FileError(`--metrics ${flags.metrics}: ${(error as Error).message}`)
      }
      say(`metrics at ${metrics.url}/metrics`)
    }
    void worker.ready().then(
      () => flags.quiet || asked || say(`taking articles from "${flags.queue}" at ${shown(url)}`),
      () => {},
    )
    await stopped
    if (!flags.quiet) say('finishing what is at work')
  } finally {
    await worker.close()
    await metrics?.close()
    letGo()
  }
  if (!flags.quiet) say(`${counted(worker.done, 'article')} done, ${counted(worker.dead, 'dead letter')}`)
  return OK
}

export async function resultsCommand(flags: ResultsFlags, io: Io): Promise<number> {
  if (flags.remove && (flags.output === undefined || flags.dead))
    throw new UsageError('--remove goes with --output: what is nowhere else is not taken from Redis')
  const url = redisOf(flags, io)
  const { openResults } = await loadQueue()
  const results = inWords(() => openResults({ queue: flags.queue, connection: url }))
  const file = flags.output === undefined ? null : OutputFile.of(flags.output)
  const ids: string[] = []
  let count = 0
  try {
    await connected(results.ready(), url)
    await file?.open()
    for await (const record of flags.dead ? results.dead() : results.records()) {
      const line = `${JSON.stringify(record)}\n`
      await (file === null ? io.out(line) : file.write(line))
      if (flags.remove) ids.push(record.id!)
      count++
    }
    await file?.flush()
    await file?.done()
    await results.remove(ids)
  } catch (error) {
    await file?.discard()
    throw error
  } finally {
    await results.close()
  }
  if (file !== null) sayTo(io)(counted(count, flags.dead ? 'dead letter' : 'record'))
  return OK
}

function numberOf(option: string, value: string | undefined, least: number): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value)
  throw new UsageError(`${option} must be a whole number from ${least} on, but it is "${value}"`)
}

/** Seconds as milliseconds. */
function secondsOf(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{1,6}(\.\d{1,3})?$/.test(value)) return Math.round(Number(value) * 1000)
  throw new UsageError(`${option} must be a number of seconds, but it is "${value}"`)
}

/** "9464", "0.0.0.0:9464", "[::1]:9464" */
function addressOf(value: string): [host: string, port: number] {
  const parts = /^(?:\[?([^\]]+?)\]?:)?(\d{1,5})$/.exec(value)
  if (parts !== null && Number(parts[2]) < 65_536) return [parts[1] ?? '127.0.0.1', Number(parts[2])]
  throw new UsageError(`--metrics must be a port, or a host and a port ("0.0.0.0:9464"), but it is "${value}"`)
}

const AGAIN = 10_000

/** The same thing is told once in ten seconds. */
function throttled(tell: (error: Error) => void): (error: Error) => void {
  const told = new Map<string, number>()
  return error => {
    const what = unreachable(error)
    if (Date.now() - (told.get(what) ?? -Infinity) < AGAIN) return
    told.set(what, Date.now())
    tell(error)
  }
}
