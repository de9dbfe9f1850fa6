/** What holds for every queue of articles, whatever their ids; with Redis itself. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/index.js'
import { createProducer, createWorker, openResults, type QueuedArticle } from '../../src/queue/index.js'
import { article } from '../pipeline/articles.js'
import { hasRedis, useRedis } from './redis.js'
import { all, until } from './wait.js'

const FUZZ = process.env.MODE === 'fuzz'
const CASES = Math.ceil(Number(process.env.CASES ?? (FUZZ ? 100_000 : 1000)) / 100)

/** Any characters: controls, halves of surrogate pairs, what Redis, BullMQ and paths of keys have a meaning for. */
const anyId = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 6 }).map(u => String.fromCharCode(...u)),
  fc.string({
    unit: fc.constantFrom(':', '{', '}', '*', '%', '/', '\0', '\n', '"', '\ud800', '\udc00', 'ộ', '1'),
    minLength: 1,
  }),
  fc.constantFrom(
    '0',
    '1',
    '__proto__',
    'constructor',
    'bull:mọi:records',
    '\ufffd',
    'a\ud800',
    'a\ud801',
    '\0"a\\ud800"',
  ),
)
const articles = fc
  .uniqueArray(anyId, { minLength: 1, maxLength: 8 })
  .map(ids => ids.map((id, i): QueuedArticle => ({ id, text: article(i).text })))

describe.skipIf(!hasRedis)('any articles (need redis-server)', () => {
  const redis = useRedis()

  test('each has one record, under its id; to queue it again changes nothing', {
    timeout: FUZZ ? 24 * 3_600_000 : 60_000,
  }, async () => {
    const queue = { queue: 'mọi', connection: redis.connection }
    const [producer, results] = [createProducer(queue), openResults(queue)]
    const worker = createWorker({ ...queue, jobs: 1 })
    await worker.ready()
    const queued = async (): Promise<number> =>
      (await redis.connection.llen('bull:mọi:wait')) + (await redis.connection.llen('bull:mọi:active'))
    const kept = (): Promise<Record<string, string>> => redis.connection.hgetall('bull:mọi:records')
    const check = async (given: QueuedArticle[]): Promise<void> => {
      await producer.add(given)
      await producer.add(given)
      await until(async () => (await queued()) === 0)
      const first = await kept()
      const records = await all(results.records())
      expect(new Map(records.map(r => [r.id, r]))).toEqual(
        new Map(given.map(({ id }, i) => [id, extract(article(i).text, { id })])),
      )
      expect(records).toHaveLength(given.length)

      const { done } = worker
      await producer.add([...given].reverse())
      await until(() => worker.done >= done + given.length)
      await until(async () => (await queued()) === 0)
      expect(await kept()).toEqual(first)

      await results.remove(given.map(({ id }) => id))
      expect(await kept()).toEqual({})
    }
    try {
      await fc.assert(fc.asyncProperty(articles, check), { numRuns: CASES, endOnFailure: true })
      expect(worker.dead).toBe(0)
    } finally {
      await worker.close()
      await producer.close()
      await results.close()
    }
  })
})
