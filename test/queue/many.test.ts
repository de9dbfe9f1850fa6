/** Workers in processes of their own, one killed amid the work, and Redis gone and back: each article has its record. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { extract } from '../../src/index.js'
import { cli } from '../lib/cli.js'
import { article, lines } from '../pipeline/articles.js'
import { isBuilt, run, start } from '../pipeline/process.js'
import { hasRedis, RedisServer } from './redis.js'

const MANY = 600

describe.skipIf(!hasRedis || !isBuilt)('a queue on Redis (needs redis-server and the build)', () => {
  let redis: RedisServer
  let client: Redis
  let dir = ''
  const file = (name: string): string => join(dir, name)

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'chucdanh-'))
    writeFileSync(file('tin.ndjson'), `${lines(MANY)}{"id":"x"}\n`)
    redis = await RedisServer.start()
    client = new Redis(redis.url, { retryStrategy: () => 50, maxRetriesPerRequest: null })
    client.on('error', () => {})
  })
  afterAll(async () => {
    client.disconnect()
    await redis.remove()
    rmSync(dir, { recursive: true, force: true })
  })

  const done = (): Promise<number> => client.hlen('bull:tin:records')
  async function untilDone(count: number): Promise<void> {
    for (const end = Date.now() + 45_000; (await done()) < count; ) {
      if (Date.now() > end) throw new Error(`waited 45 seconds: ${await done()} of ${count} are done`)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }

  test('a worker killed amid the work and Redis restarted: every article has exactly one record', async () => {
    const queue = ['--queue', 'tin', '--redis', redis.url]
    const workers = [1, 2, 3].map(() => start(['worker', ...queue, '--jobs', '1', '--lost', '1', '--metrics', '0']))

    const put = await run(['enqueue', ...queue, file('tin.ndjson'), '--errors', file('bad')])
    expect([put.code, put.out]).toEqual([1, ''])
    expect(put.err).toContain('600 articles queued\n')
    expect(JSON.parse(readFileSync(file('bad'), 'utf8'))).toMatchObject({ line: MANY + 1, reason: 'no field "text"' })

    await untilDone(30)
    workers[0].child.kill('SIGKILL')
    expect((await workers[0].ended).signal).toBe('SIGKILL')
    await untilDone(150)
    await redis.kill()
    await redis.start()
    expect(await done()).toBeLessThan(MANY)
    // The same once more: what is in the queue or done already changes nothing.
    expect((await run(['enqueue', ...queue, file('tin.ndjson'), '-q'])).code).toBe(1)
    await untilDone(MANY)

    for (const { child } of workers.slice(1)) child.kill('SIGTERM')
    for (const { ended } of workers.slice(1)) {
      const { code, err } = await ended
      expect([code, err]).toEqual([
        0,
        expect.stringMatching(/finishing what is at work\n.*[\d,]+ articles? done, 0 dead letters\n$/s),
      ])
      expect(err).toMatch(/metrics at http:\/\/127\.0\.0\.1:\d+\/metrics\n/)
    }

    const fetched = await run(['results', ...queue, '-o', file('records.ndjson'), '--remove'])
    expect([fetched.code, fetched.err]).toEqual([0, 'chucdanh: 600 records\n'])
    const records = readFileSync(file('records.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    const byId = new Map(records.map(r => [r.id, r]))
    expect([records.length, byId.size]).toEqual([MANY, MANY])
    for (let n = 0; n < MANY; n += 7) {
      const { id, text } = article(n)
      expect(byId.get(id)).toEqual(extract(text, { id }))
    }
    expect(await done()).toBe(0)
  })

  test('a worker with a lexicon of its own; a line with an empty id is a bad line', async () => {
    const queue = ['--queue', 'làng', '--redis', redis.url]
    const text = 'Ông Lê Văn Nam, Tổ trưởng hợp tác, cho biết như vậy.'
    writeFileSync(file('làng.ndjson'), `${JSON.stringify({ id: '', text })}\n${JSON.stringify({ id: 'a', text })}\n`)
    writeFileSync(file('làng.yaml'), 'positions:\n  - { name: Tổ trưởng hợp tác, kind: head }\n')
    const put = await run(['enqueue', ...queue, file('làng.ndjson')])
    expect([put.code, put.err]).toEqual([1, expect.stringContaining('làng.ndjson, line 1: the id is empty\n')])
    expect(put.err).toContain('1 article queued\n')

    const options = ['--lexicon', file('làng.yaml'), '--only', 'officials', '--trace', '--jobs', '2']
    const { child, ended } = start(['worker', ...queue, '-q', ...options])
    for (const end = Date.now() + 30_000; (await client.hlen('bull:làng:records')) === 0 && Date.now() < end; )
      await new Promise(resolve => setTimeout(resolve, 20))
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 0, err: '' })
    const lexicon = { positions: [{ name: 'Tổ trưởng hợp tác', kind: 'head' as const }] }
    const want = extract(text, { id: 'a', lexicon, kinds: ['officials'], trace: true })
    expect(want.officials).not.toEqual(extract(text, { id: 'a' }).officials)
    expect(JSON.parse((await run(['results', ...queue])).out)).toEqual(want)
  })

  test('without Redis the command says so', async () => {
    const { code, err } = await run(['results', '--queue', 'tin', '--redis', 'redis://user:secret@127.0.0.1:1'])
    expect([code, err]).toEqual([1, 'chucdanh: Redis at 127.0.0.1:1: no answer (connection refused)\n'])
  })
})

test('worker: what is wrong with the options is told before Redis is asked', async () => {
  const worker = (...args: string[]) => cli(['worker', '--queue', 'tin', ...args])
  expect(await worker('--lexicon', 'không-có.yaml')).toMatchObject({
    code: 1,
    err: 'chucdanh: không-có.yaml: no such file or folder\n',
  })
  expect(await worker('--place', 'Atlantis')).toMatchObject({ code: 2, err: expect.stringContaining('--place') })
  expect(await worker('--only', 'terns')).toMatchObject({ code: 2, err: expect.stringContaining('no kind "terns"') })
  const dir = mkdtempSync(join(tmpdir(), 'chucdanh-'))
  try {
    writeFileSync(join(dir, 'l.yaml'), 'people:\n  - nam: Páo\n')
    const { code, err } = await worker('--lexicon', join(dir, 'l.yaml'))
    expect([code, err]).toEqual([2, expect.stringMatching(/--lexicon .*l\.yaml, line 2: people\[0\]: /)])
  } finally {
    rmSync(dir, { recursive: true })
  }
})
