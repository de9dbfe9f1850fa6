/** Runs over many articles, by the command as built: killed, crashed, stopped, out of room, on one thread and on several. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lines } from './articles.js'
import { isBuilt, run, start, startCramped, until } from './process.js'

/** Seconds of work: enough to be cut off in the middle of. */
const MANY = 2500
/** A few batches. */
const SOME = 500

let dir = ''
const file = (name: string): string => join(dir, name)
const read = (name: string): string => readFileSync(file(name), 'utf8')
const beside = (name: string): string[] => readdirSync(dir).filter(f => f.startsWith(`${name}.`))

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'chucdanh-'))
  writeFileSync(file('many.ndjson'), lines(MANY))
  writeFileSync(file('half.ndjson'), lines(MANY / 2))
  writeFileSync(file('some.ndjson'), lines(SOME))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe.skipIf(!isBuilt)('many articles', { timeout: 60_000 }, () => {
  test('two threads write what one writes, byte for byte, in order', async () => {
    const one = await run(['extract', file('some.ndjson'), '--jobs', '1'])
    const two = await run(['extract', file('some.ndjson'), '--jobs', '2'])
    expect([one.code, one.err, two.code, two.err]).toEqual([0, '', 0, ''])
    expect(two.out).toBe(one.out)
    const ids = one.out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).id)
    expect(ids).toEqual(Array.from({ length: SOME }, (_, i) => `a${i}`))
    writeFileSync(file('some.want'), one.out)
  })

  test('stopped, out of room, killed: --resume ends with the bytes of an unbroken run', async () => {
    const whole = await run(['extract', file('many.ndjson'), '-q', '-o', file('whole.ndjson')])
    expect(whole).toMatchObject({ code: 0, err: '' })
    const args = ['extract', file('many.ndjson'), '-j', '2', '-o', file('cut.ndjson'), '--errors', file('cut.errors')]

    // SIGINT: what is at work is finished, what is done is kept.
    const stopped = start(args)
    await until(() => existsSync(file('cut.ndjson.partial')) && read('cut.ndjson.partial').length > 0)
    stopped.child.kill('SIGINT')
    const { code, err } = await stopped.ended
    expect(err).toMatch(/^chucdanh: stopped after [\d,]+ articles; with --resume a run goes on from there\n$/)
    expect([code, read('cut.ndjson.partial').endsWith('}\n')]).toEqual([130, true])

    // With other options it is another run.
    const other = await run([...args, '--resume', '--only', 'terms'])
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('had other input or options')])

    const half = (statSync(file('cut.ndjson.partial')).size + statSync(file('whole.ndjson')).size) / 2
    const cramped = await startCramped(Math.ceil(half / 512), [...args, '--resume']).ended
    expect(cramped.code).toBe(1)
    expect(cramped.err).toMatch(/going on after .*larger than files may get here/s)

    const done = (): number => JSON.parse(read('cut.ndjson.journal').trimEnd().split('\n').at(-1)!).articles
    const before = done()
    const killed = start([...args, '--resume'])
    await until(() => {
      const [last] = read('cut.ndjson.journal').split('\n').slice(-2)
      return last.includes('"articles"') && JSON.parse(last).articles > before
    })
    killed.child.kill('SIGKILL')
    expect((await killed.ended).signal).toBe('SIGKILL')
    expect(existsSync(file('cut.ndjson'))).toBe(false)
    expect(done()).toBeLessThan(MANY)

    const last = await run([...args, '--resume'])
    expect([last.code, last.err]).toEqual([
      0,
      expect.stringMatching(/going on after [\d,]+ articles\n.* 2,500 articles \(/s),
    ])
    expect(read('cut.ndjson')).toBe(read('whole.ndjson'))
    expect([beside('cut.ndjson'), read('cut.errors')]).toEqual([[], ''])
  })

  test('Parquet: a run that was stopped goes on, and ends with the bytes of an unbroken run', async () => {
    const whole = ['extract', file('half.ndjson'), '-q', '-f', 'parquet', '-o', file('whole.parquet')]
    expect(await run(whole)).toMatchObject({ code: 0, err: '' })
    const args = ['extract', file('half.ndjson'), '-q', '-f', 'parquet', '-o', file('part.parquet')]
    const stopped = start(args)
    await until(() => existsSync(file('part.titles.parquet.partial')) && read('part.titles.parquet.partial').length > 0)
    stopped.child.kill('SIGINT')
    expect((await stopped.ended).code).toBe(130)
    expect(await run([...args, '--resume'])).toMatchObject({ code: 0, err: '' })
    for (const table of ['officials', 'roles', 'titles', 'terms', 'directives'])
      expect(read(`part.${table}.parquet`)).toBe(read(`whole.${table}.parquet`))
    expect(beside('part').filter(name => !name.endsWith('.parquet'))).toEqual([])
  })

  test('standard input: each line is answered; SIGINT while there is no more', async () => {
    const { child, ended } = start(['extract', '--input', 'ndjson', '-'])
    let seen = ''
    child.stdout!.on('data', d => (seen += d))
    child.stdin!.write(lines(1))
    await until(() => seen.length > 0)
    child.kill('SIGINT')
    const { code, out, err } = await ended
    expect([code, err]).toEqual([130, expect.stringMatching(/^chucdanh: stopped after 1 article\n$/)])
    expect(out.endsWith('}\n')).toBe(true)
  })

  describe('threads that die', () => {
    /** Loaded into every thread ahead of its work. */
    const preload = (code: string): Record<string, string> => {
      const path = file('preload.mjs')
      writeFileSync(
        path,
        `import { writeFileSync } from 'node:fs'\nimport { isMainThread, parentPort } from 'node:worker_threads'\n` +
          `if (!isMainThread) {\n${code}\n}\n`,
      )
      return { NODE_OPTIONS: `--import ${pathToFileURL(path)}` }
    }

    test('cost no article', async () => {
      const env = preload(`
        let posts = 0
        const post = parentPort.postMessage.bind(parentPort)
        parentPort.postMessage = (...message) => {
          if (++posts === 2) {
            try {
              writeFileSync(${JSON.stringify(file('died'))}, '', { flag: 'wx' })
              process.exit(7)
            } catch {}
          }
          post(...message)
        }`)
      const { code, out, err } = await run(['extract', file('some.ndjson'), '-j', '2'], env)
      expect([code, err]).toEqual([0, 'chucdanh: a worker thread died (exit code 7); what it was at is done again\n'])
      expect(out).toBe(read('some.want'))
    })

    test('of one article cost that one', async () => {
      const env = preload(`
        const on = parentPort.on.bind(parentPort)
        parentPort.on = (event, listener) => on(event, pieces => {
          if (pieces.some?.(p => Buffer.from(p.bytes).includes('"a333"'))) process.exit(9)
          listener(pieces)
        })`)
      const { code, out, err } = await run(['extract', file('some.ndjson'), '-j', '2', '--errors', file('poison')], env)
      expect(code).toBe(1)
      expect(out).toBe(read('some.want').replace(/^\{"id":"a333".*\n/m, ''))
      expect(JSON.parse(read('poison'))).toMatchObject({
        file: file('some.ndjson'),
        line: 334,
        reason: 'worker thread died of it: exit code 9',
        start: expect.stringMatching(/^\{"id":"a333"/),
      })
      expect(err).toContain(`1 input left out; see ${file('poison')}\n`)
    })
  })
})
