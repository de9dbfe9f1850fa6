/** Articles into the queue. */
import { type BulkJobOptions, Queue } from 'bullmq'
import { describeValue } from '../messages.js'
import { JOB, jobId, type QueuedArticle } from './article.js'
import { connect, LOCAL } from './connection.js'
import { checkQueue, PREFIX, type QueueOptions } from './names.js'

export interface EnqueueOptions extends QueueOptions {
  /** How often an article is tried before it is a dead letter. Default 5. */
  attempts?: number | undefined
  /** Milliseconds before the second try; before each further one twice as many. Default 1000. */
  backoff?: number | undefined
  /** With so many articles waiting, no more are added until some are done: what stands in Redis is bounded. Default 10,000. */
  waiting?: number | undefined
}

export interface Producer {
  /**
   * Resolves when there is a connection to Redis.
   * @throws the error of the first try, if that fails
   */
  ready(): Promise<void>
  /** Adds articles, in groups as they come. One that is in the queue already is not added again. */
  add(articles: readonly QueuedArticle[]): Promise<void>
  /** Puts the dead letters back into the queue; gives how many there were. */
  revive(): Promise<number>
  /** What waits for room in the queue is refused. */
  close(): Promise<void>
}

/** How often the queue's length is looked at while it is full, in milliseconds. */
const LOOK = 250

/** @throws TypeError for an option that is wrong */
export function createProducer(options: EnqueueOptions): Producer {
  const { queue: name, connection = LOCAL, prefix = PREFIX, attempts = 5, backoff = 1000, waiting = 10_000 } = options
  checkQueue('createProducer', name)
  for (const [option, value] of Object.entries({ attempts, backoff, waiting }))
    if (!Number.isInteger(value) || value < (option === 'backoff' ? 0 : 1))
      throw new TypeError(`createProducer: "${option}" must be a whole number, but it is ${describeValue(value)}`)
  const onError = (error: Error): void => options.onError?.(error)
  const { redis, ready, close } = connect('createProducer', connection, onError)
  const queue = new Queue<QueuedArticle>(name, { connection: redis, prefix })
  queue.on('error', onError)
  const opts: BulkJobOptions = {
    attempts,
    backoff: { type: 'exponential', delay: backoff, jitter: 0.2 },
    // The record is what is kept of an article that is done.
    removeOnComplete: true,
    removeOnFail: false,
  }
  let closed = false
  return {
    ready,
    async add(articles) {
      for (const article of articles)
        if (typeof article.id !== 'string' || article.id === '')
          throw new TypeError(`an article for the queue needs an id, but it is ${describeValue(article.id)}`)
      for (;;) {
        if (closed) throw new Error('the producer is closed')
        if ((await queue.getJobCountByTypes('waiting', 'delayed', 'prioritized')) < waiting) break
        await new Promise(resolve => setTimeout(resolve, LOOK))
      }
      await queue.addBulk(
        articles.map(article => ({ name: JOB, data: article, opts: { ...opts, jobId: jobId(article.id) } })),
      )
    },
    async revive() {
      const dead = await queue.getFailedCount()
      if (dead > 0) await queue.retryJobs({ state: 'failed' })
      return dead
    },
    async close() {
      closed = true
      await queue.close()
      await close()
    },
  }
}
