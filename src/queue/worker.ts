/** A worker: takes articles from the queue, extracts their records in threads, and keeps each under its article's id. */
import { type Job, Queue, UnrecoverableError, Worker } from 'bullmq'
import { describeValue } from '../messages.js'
import { createPool, type PoolOptions } from '../pipeline/pool.js'
import type { Extraction } from '../records.js'
import { keyOf, type QueuedArticle } from './article.js'
import { connect, LOCAL } from './connection.js'
import { Counters, labelled } from './metrics.js'
import { checkQueue, PREFIX, type QueueOptions, resultsKey } from './names.js'

export interface QueueWorkerOptions extends QueueOptions, PoolOptions {
  /**
   * Keeps a record, and is done when it is safe. An article may come by more than once, so keep it under its id: what is kept
   * twice is the same. Default: in Redis, in the hash `PREFIX:QUEUE:records`.
   */
  save?: ((record: Extraction, article: QueuedArticle) => Promise<void> | void) | undefined
  /**
   * Milliseconds after which the articles of a worker that says nothing are given to others. Default 30,000. A worker that is
   * there says so twice in that time.
   */
  lost?: number | undefined
}

export interface QueueWorker {
  /** Resolves when the worker is connected and takes articles. */
  ready(): Promise<void>
  /** Takes no more articles, finishes those at work, and lets go of all it holds. */
  close(): Promise<void>
  /** Is there a connection to Redis? */
  isConnected(): boolean
  /** How it is doing, and how long the queue is, in the text format of Prometheus. */
  metrics(): Promise<string>
  readonly done: number
  readonly dead: number
}

/** Worker processes that an article may outlive before it is held to be what kills them. */
const MOST_LOST = 3

/**
 * Starts a worker.
 * @throws TypeError naming the option that is wrong
 */
export function createWorker(options: QueueWorkerOptions): QueueWorker {
  const { queue: name, connection = LOCAL, prefix = PREFIX, onError, save, lost = 30_000, ...rest } = options
  checkQueue('createWorker', name)
  if (!Number.isInteger(lost) || lost < 100)
    throw new TypeError(
      `createWorker: "lost" must be milliseconds, a whole number from 100 on, but it is ${describeValue(lost)}`,
    )
  const counters = new Counters()
  const { onThreadDeath } = rest
  const pool = createPool({
    ...rest,
    onThreadDeath(reason) {
      counters.threadDeaths++
      onThreadDeath?.(reason)
    },
  })
  const tell = (error: Error): void => onError?.(error)
  const { redis, close } = connect('createWorker', connection, tell)
  const key = resultsKey({ queue: name, prefix })
  const keep = save ?? (async (record, { id }) => void (await redis.hset(key, keyOf(id), JSON.stringify(record))))

  const work = async (job: Job<QueuedArticle>): Promise<void> => {
    const start = performance.now()
    let record: Extraction
    try {
      record = await pool.extract(job.data)
    } catch (error) {
      // What is wrong with the article is wrong with it the next time too.
      throw error instanceof TypeError ? new UnrecoverableError(error.message) : error
    }
    counters.took((performance.now() - start) / 1000)
    await keep(record, job.data)
  }
  const worker = new Worker<QueuedArticle>(name, work, {
    connection: redis,
    prefix,
    // Each thread has an article at work and one waiting for it.
    concurrency: 2 * pool.jobs,
    lockDuration: lost,
    stalledInterval: lost,
    maxStalledCount: MOST_LOST,
    removeOnComplete: { count: 0 },
  })
  const queue = new Queue(name, { connection: redis, prefix })
  worker.on('completed', () => counters.done++)
  worker.on('failed', job => {
    if (job !== undefined && job.finishedOn === undefined) counters.retried++
    else counters.dead++
  })
  worker.on('error', tell)
  queue.on('error', tell)

  let closing: Promise<void> | null = null
  const end = async (): Promise<void> => {
    // Without Redis what is at work cannot be handed in; another worker will do it again.
    await worker.close(redis.status !== 'ready')
    await queue.close()
    await pool.close()
    await close()
  }
  return {
    async ready() {
      await worker.waitUntilReady()
    },
    close: () => (closing ??= end()),
    isConnected: () => redis.status === 'ready',
    async metrics() {
      const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed')
      const labels = labelled('queue', name)
      return [
        counters.text(labels).trimEnd(),
        '# HELP chucdanh_queue_articles Articles in the queue, by state; "failed" are dead letters.',
        '# TYPE chucdanh_queue_articles gauge',
        ...Object.entries(counts).map(([state, n]) => `chucdanh_queue_articles{${labels},state="${state}"} ${n}`),
        '',
      ].join('\n')
    },
    get done() {
      return counters.done
    },
    get dead() {
      return counters.dead
    },
  }
}
