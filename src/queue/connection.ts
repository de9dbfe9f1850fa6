/** Connections to Redis: the caller's own, or one made here and closed here. */
import { Redis, type RedisOptions } from 'ioredis'
import { describeValue } from '../messages.js'

/** A URL ("redis://localhost:6379/0"), options of ioredis, or a client of ioredis that you made yourself. */
export type RedisConnection = string | RedisOptions | Redis

export const LOCAL = 'redis://127.0.0.1:6379'

export interface Connection {
  redis: Redis
  /**
   * Resolves when there is a connection.
   * @throws the error of the first try, if that fails
   */
  ready(): Promise<void>
  /** Closes what was made here; a client of the caller's stays open. */
  close(): Promise<void>
}

/** What BullMQ asks of a client: to wait as long as it takes. */
const PATIENT = { maxRetriesPerRequest: null }

/** @param onError called when the connection is lost or cannot be made; it is tried again */
export function connect(caller: string, connection: RedisConnection, onError: (error: Error) => void): Connection {
  if (connection instanceof Redis) return { redis: connection, ready: () => ready(connection), close: async () => {} }
  let redis: Redis
  if (typeof connection === 'string') {
    if (!/^rediss?:\/\//.test(connection) || !URL.canParse(connection))
      throw new TypeError(
        `${caller}: the connection must be a URL like "${LOCAL}", but it is ${describeValue(connection)}`,
      )
    redis = new Redis(connection, PATIENT)
  } else if (typeof connection === 'object' && connection !== null)
    redis = new Redis({ ...connection, ...PATIENT } as object)
  else
    throw new TypeError(
      `${caller}: the connection must be a URL, options or a client of ioredis, but it is ${describeValue(connection)}`,
    )
  redis.on('error', onError)
  return {
    redis,
    ready: () => ready(redis),
    async close() {
      // Without a connection there is nobody to say goodbye to.
      if (redis.status === 'ready') await redis.quit().catch(() => {})
      redis.disconnect()
    },
  }
}

function ready(redis: Redis): Promise<void> {
  if (redis.status === 'ready') return Promise.resolve()
  return new Promise((resolve, reject) => {
    redis.once('ready', () => resolve())
    redis.once('error', reject)
  })
}
