/** The options that all parts of a queue share, and the keys they make. */
import { describeValue } from '../messages.js'
import type { RedisConnection } from './connection.js'

export interface QueueOptions {
  /** The queue's name. */
  queue: string
  /** Redis: a URL, options or a client of ioredis. Default "redis://127.0.0.1:6379". */
  connection?: RedisConnection | undefined
  /** What the queue's keys in Redis begin with. Default "bull", as with BullMQ. */
  prefix?: string | undefined
  /** Called when Redis cannot be reached; it is tried again until it can. */
  onError?: ((error: Error) => void) | undefined
}

export const PREFIX = 'bull'

export function checkQueue(caller: string, queue: unknown): void {
  if (typeof queue !== 'string' || queue === '' || queue.includes(':'))
    throw new TypeError(`${caller}: "queue" must be a name without colons, but it is ${describeValue(queue)}`)
}

/** The hash with the records, by the articles' ids. Redis Cluster keeps it beside the queue if that has `{…}` in its name. */
export const resultsKey = ({ prefix = PREFIX, queue }: QueueOptions): string => `${prefix}:${queue}:records`
