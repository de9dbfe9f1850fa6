/** `chucdanh/queue` for programs: tries, dead letters, metrics, connections. */
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/index.js'
import {
  createProducer,
  createWorker,
  openResults,
  type QueueWorkerOptions,
  serveMetrics,
} from '../../src/queue/index.js'
import { article } from '../pipeline/articles.js'
import { hasRedis, useRedis } from './redis.js'
import { all, until } from './wait.js'

describe.skipIf(!hasRedis)('workers in this process (need redis-server)', () => {
  const redis = useRedis()

  async function withWorker(options: QueueWorkerOptions, test: (w: ReturnType<typeof createWorker>) => Promise<void>) {
    const worker = createWorker({ jobs: 1, ...options })
    try {
      await worker.ready()
      await test(worker)
    } finally {
      await worker.close()
    }
  }

  test('the records of texts and pages, under the ids of their articles, whatever these are', async () => {
    const producer = createProducer({ queue: 'kho', connection: redis.url })
    const ids = ['1', 'a:b/c d', 'tin_số-1', 'nửa\ud800']
    const { text } = article(1)
    await producer.add(ids.map(id => ({ id, text, date: '2024-01-01' })))
    await producer.add([{ id: 'html', html: '<p>Bộ trưởng <b>Lê</b> Nam' }])
    await producer.close()
    await withWorker({ queue: 'kho', connection: redis.url }, w => until(() => w.done === 5))
    const results = openResults({ queue: 'kho', connection: redis.connection })
    const records = await all(results.records())
    expect(records.map(r => r.id).sort()).toEqual([...ids, 'html'].sort())
    expect(records.find(r => r.id === '1')).toEqual(extract(text, { id: '1', date: '2024-01-01' }))
    expect(records.find(r => r.id === 'html')!.officials[0].name).toBe('Lê Nam')
    await results.close()
    // A client of the caller's own stays open.
    expect(await redis.connection.ping()).toBe('PONG')
  })

  test('what cannot be kept is tried again; what never can be is a dead letter, and can be revived', async () => {
    const producer = createProducer({ queue: 'lỗi', connection: redis.connection, attempts: 3, backoff: 10 })
    await producer.add([
      { id: 'later', text: article(1).text },
      { id: 'never', text: article(2).text },
      { id: 'empty' } as never,
      { id: 'undated', text: 'a', date: 'hôm qua' },
    ])
    const kept: string[] = []
    let broken = true
    const tries: Record<string, number> = {}
    const save: QueueWorkerOptions['save'] = (record, { id }) => {
      tries[id] = (tries[id] ?? 0) + 1
      if ((id === 'later' && tries[id] < 3) || (id === 'never' && broken)) throw new Error('disk full')
      kept.push(record.id!)
    }
    const results = openResults({ queue: 'lỗi', connection: redis.connection })
    await withWorker({ queue: 'lỗi', connection: redis.connection, save }, async worker => {
      await until(() => worker.done === 1 && worker.dead === 3)
      expect([tries, kept]).toEqual([{ later: 3, never: 3 }, ['later']])
      const dead = (await all(results.dead())).sort((a, b) => (a.id < b.id ? -1 : 1))
      expect(dead).toEqual([
        { id: 'empty', reason: expect.stringContaining('an article must be'), attempts: 1 },
        { id: 'never', reason: 'disk full', attempts: 3 },
        { id: 'undated', reason: expect.stringContaining('"date" must be a day'), attempts: 1 },
      ])
      const metrics = await worker.metrics()
      expect(metrics).toContain('chucdanh_articles_total{queue="lỗi",outcome="done"} 1\n')
      expect(metrics).toContain('chucdanh_articles_total{queue="lỗi",outcome="retried"} 4\n')
      expect(metrics).toContain('chucdanh_articles_total{queue="lỗi",outcome="dead"} 3\n')
      expect(metrics).toContain('chucdanh_queue_articles{queue="lỗi",state="failed"} 3\n')
      expect(metrics).toContain('chucdanh_extraction_seconds_count{queue="lỗi"} 6\n')
      for (const line of metrics.trimEnd().split('\n'))
        expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? \d[\d.e-]*)$/)

      broken = false
      expect(await producer.revive()).toBe(3)
      await until(() => worker.done === 2)
      expect(kept).toEqual(['later', 'never'])
    })
    await producer.close()
    await results.close()
  })

  test('an article in the queue is not added twice; a full queue is waited for', async () => {
    const producer = createProducer({ queue: 'đầy', connection: redis.connection, waiting: 2 })
    const [a, b, c] = [1, 2, 3].map(article)
    await producer.add([a, a, b])
    expect(await redis.connection.llen('bull:đầy:wait')).toBe(2)
    let added = false
    const adding = producer.add([a, c]).then(() => {
      added = true
    })
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(added).toBe(false)
    const kept: string[] = []
    await withWorker(
      { queue: 'đầy', connection: redis.connection, save: record => void kept.push(record.id!) },
      async worker => {
        await adding
        await until(() => kept.includes('a3') && worker.done === kept.length)
      },
    )
    expect([...new Set(kept)].sort()).toEqual(['a1', 'a2', 'a3'])
    await producer.add([a, b])
    const waiting = expect(producer.add([c])).rejects.toThrow('the producer is closed')
    await producer.close()
    await waiting
  })

  test('close() lets what is at work come to its end', async () => {
    const producer = createProducer({ queue: 'đóng', connection: redis.connection })
    await producer.add([1, 2, 3, 4, 5, 6].map(article))
    await producer.close()
    let begun = 0
    let ended = 0
    const worker = createWorker({
      queue: 'đóng',
      connection: redis.connection,
      jobs: 1,
      async save() {
        begun++
        await new Promise(resolve => setTimeout(resolve, 100))
        ended++
      },
    })
    await until(() => begun > 0)
    await worker.close()
    expect(ended).toBe(begun)
    expect(begun).toBeLessThan(6)
  })
})

test('metrics over HTTP', async () => {
  let healthy = true
  const server = await serveMetrics('127.0.0.1', 0, async () => 'a 1\n', () => healthy) // biome-ignore format: one line
  const get = async (path: string, method = 'GET') => {
    const response = await fetch(server.url + path, { method })
    return [response.status, await response.text()]
  }
  expect(await get('/metrics')).toEqual([200, 'a 1\n'])
  expect(await get('/health')).toEqual([200, 'ok\n'])
  healthy = false
  expect(await get('/health')).toEqual([503, 'no connection to Redis\n'])
  expect(await get('/')).toEqual([404, 'there are /metrics and /health\n'])
  expect(await get('/metrics', 'POST')).toEqual([405, 'only GET\n'])
  await expect(serveMetrics('127.0.0.1', Number(new URL(server.url).port), async () => '', () => true)).rejects.toThrow('EADDRINUSE') // biome-ignore format: one line
  await server.close()
})

test('what is wrong with the options is told', () => {
  expect(() => createWorker({ queue: 'a:b' })).toThrow('createWorker: "queue" must be a name without colons')
  expect(() => createWorker({ queue: 'a', lost: 1 })).toThrow('createWorker: "lost" must be milliseconds')
  expect(() => createWorker({ queue: 'a', jobs: 0 })).toThrow('"jobs" must be a whole number')
  expect(() => createProducer({ queue: 'a', attempts: 0 })).toThrow('"attempts" must be a whole number')
  expect(() => openResults({ queue: 'a', connection: 'localhost' })).toThrow('must be a URL like')
})
