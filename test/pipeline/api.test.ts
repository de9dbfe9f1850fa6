/** The functions for programs: streams of all kinds, and the pool. */
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ReadableStream } from 'node:stream/web'
import { afterAll, describe, expect, test } from 'vitest'
import { extractHtml } from '../../src/html/index.js'
import { type Extraction, extract } from '../../src/index.js'
import { type Article, createPool, extractStream } from '../../src/pipeline/index.js'
import { ordered } from '../../src/pipeline/ordered.js'
import { article } from './articles.js'

const ARTICLES = Array.from({ length: 40 }, (_, i) => article(i))
const WANT = ARTICLES.map(({ id, text }) => extract(text, { id }))

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

describe('extractStream', () => {
  test.each([1, 2])('iterables, %i jobs', async jobs => {
    expect(await all(extractStream(ARTICLES, { jobs }))).toEqual(WANT)
    expect((await all(extractStream([ARTICLES[0].text], { jobs })))[0].officials).toEqual(WANT[0].officials)
  })
  test('Node streams', async () => {
    expect(await all(extractStream(Readable.from(ARTICLES)))).toEqual(WANT)
    const got: Extraction[] = []
    const sink = new Writable({
      objectMode: true,
      write(record, _, done) {
        got.push(record)
        done()
      },
    })
    await pipeline(Readable.from(ARTICLES), (articles: AsyncIterable<Article>) => extractStream(articles), sink)
    expect(got).toEqual(WANT)
  })
  test('Web streams', async () => {
    const stream = new ReadableStream({
      start(controller) {
        for (const a of ARTICLES) controller.enqueue(a)
        controller.close()
      },
    })
    expect(await all(stream.pipeThrough(extractStream({ kinds: ['officials'] })))).toHaveLength(40)
  })
  test('reads no more than is asked for', async () => {
    let taken = 0
    function* endless() {
      for (;;) yield article(taken++)
    }
    for await (const record of extractStream(endless())) {
      expect(record.id).toBe('a0')
      break
    }
    expect(taken).toBe(1)
  })
  test('what is wrong is told', async () => {
    expect(() => extractStream({ jobs: 0 })).toThrow('extractStream: "jobs" must be a whole number from 1 on')
    expect(() => extractStream([], { jobs: 2, rules: [] })).toThrow('cannot be sent to threads')
    expect(() => extractStream([], { place: 'Atlantis' })).toThrow('"place"')
    await expect(all(extractStream([5 as never]))).rejects.toThrow('an article must be a string')
    const failing = new ReadableStream({
      pull() {
        throw new Error('line lost')
      },
    })
    await expect(all(failing.pipeThrough(extractStream()))).rejects.toThrow('line lost')
  })
})

describe('createPool', () => {
  const pool = createPool({ jobs: 2, lexicon: { people: [{ name: 'Giàng A Páo' }] } })
  afterAll(() => pool.close())

  test('gives what extract gives', async () => {
    const records = await Promise.all(ARTICLES.map(({ id, text }) => pool.extract(text, { id })))
    expect(records).toEqual(WANT)
    expect((await pool.extract('Ông Giàng A Páo tới Huế.', { kinds: ['officials'] })).officials).toEqual(
      extract('Ông Giàng A Páo tới Huế.', { lexicon: { people: [{ name: 'Giàng A Páo' }] }, kinds: ['officials'] })
        .officials,
    )
  })
  test('reads HTML as chucdanh/html does, here and in threads', async () => {
    const html = '<p>Bộ trưởng Bộ Y tế <b>Phạm</b> Quốc Bảo.'
    const want = [extractHtml(html, { id: 'h' })]
    expect([await pool.extract({ html, id: 'h' })]).toEqual(want)
    expect(await all(extractStream([{ html, id: 'h' }]))).toEqual(want)
  })
  test('fails as extract does, and goes on', async () => {
    await expect(pool.extract('a', { date: '5/3/2026' })).rejects.toThrow(TypeError)
    await expect(pool.extract(5 as never)).rejects.toThrow('an article must be')
    expect((await pool.extract(ARTICLES[0].text, { id: 'a0' })).officials).toEqual(WANT[0].officials)
  })
  test('wrong options are told at once', () => {
    expect(() => createPool({ job: 2 } as never)).toThrow('no option "job" (did you mean "jobs"?)')
    expect(() => createPool({ date: 'x' })).toThrow('"date"')
  })
  test('a closed pool takes nothing', async () => {
    const closed = createPool({ jobs: 1 })
    await closed.close()
    await expect(closed.extract('a')).rejects.toThrow('the pool is closed')
  })
})

describe('ordered', () => {
  const later = <T>(value: T, ms: number): Promise<T> => new Promise(resolve => setTimeout(() => resolve(value), ms))

  test('keeps the order, works ahead, but not further than it may', async () => {
    let atWork = 0
    let most = 0
    const work = async (n: number): Promise<number> => {
      most = Math.max(most, ++atWork)
      await later(0, n % 3 === 0 ? 12 : 1)
      atWork--
      return n * 2
    }
    const got = await all(ordered([...Array(12).keys()], work, 4))
    expect(got).toEqual([...Array(12).keys()].map(n => [n, n * 2]))
    expect(most).toBe(4)
  })
  test('gives a result while the next thing is waited for', async () => {
    async function* slow() {
      yield 1
      await new Promise(() => {})
    }
    const { value } = await ordered(slow(), async n => n, 8).next()
    expect(value).toEqual([1, 1])
  })
  test('ends its source when it fails or is left', async () => {
    let ended = 0
    async function* source() {
      try {
        for (let n = 0; ; n++) yield n
      } finally {
        ended++
      }
    }
    const fail = async (n: number): Promise<number> => {
      if (n === 2) throw new Error('no')
      return n
    }
    await expect(all(ordered(source(), fail, 1))).rejects.toThrow('no')
    for await (const _ of ordered(source(), async n => n, 1)) break
    expect(ended).toBe(2)
  })
})
