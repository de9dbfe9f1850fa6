/** What has become of the articles of a queue. */
import { Queue } from 'bullmq'
import type { Extraction } from '../records.js'
import { keyOf, type QueuedArticle } from './article.js'
import { connect, LOCAL } from './connection.js'
import { checkQueue, PREFIX, type QueueOptions, resultsKey } from './names.js'

/** An article that could not be done. */
export interface DeadLetter {
  id: string
  /** Why it failed the last time. */
  reason: string
  attempts: number
}

export interface Results {
  /**
   * Resolves when there is a connection to Redis.
   * @throws the error of the first try, if that fails
   */
  ready(): Promise<void>
  /** The records, each once, in no order. */
  records(): AsyncGenerator<Extraction>
  /** The articles that could not be done. */
  dead(): AsyncGenerator<DeadLetter>
  /** Takes records away, when they are safe elsewhere. */
  remove(ids: readonly string[]): Promise<void>
  close(): Promise<void>
}

const PAGE = 500

/** @throws TypeError for an option that is wrong */
export function openResults(options: QueueOptions): Results {
  const { queue: name, connection = LOCAL, prefix = PREFIX } = options
  checkQueue('openResults', name)
  const onError = (error: Error): void => options.onError?.(error)
  const { redis, ready, close } = connect('openResults', connection, onError)
  const queue = new Queue<QueuedArticle>(name, { connection: redis, prefix })
  queue.on('error', onError)
  const key = resultsKey({ queue: name, prefix })
  return {
    ready,
    async *records() {
      // While the hash grows, a scan may come by an entry twice.
      const seen = new Set<string>()
      let cursor = '0'
      do {
        const [next, entries] = await redis.hscan(key, cursor, 'COUNT', PAGE)
        cursor = next
        for (let i = 0; i < entries.length; i += 2) {
          if (seen.has(entries[i])) continue
          seen.add(entries[i])
          yield JSON.parse(entries[i + 1]) as Extraction
        }
      } while (cursor !== '0')
    },
    async *dead() {
      for (let from = 0; ; from += PAGE) {
        const jobs = await queue.getFailed(from, from + PAGE - 1)
        for (const job of jobs) yield { id: job.data.id, reason: job.failedReason, attempts: job.attemptsMade }
        if (jobs.length < PAGE) return
      }
    },
    async remove(ids) {
      for (let i = 0; i < ids.length; i += PAGE) await redis.hdel(key, ...ids.slice(i, i + PAGE).map(keyOf))
    },
    async close() {
      await queue.close()
      await close()
    },
  }
}
