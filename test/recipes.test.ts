/** What docs/recipes.md shows does what it says: its code and its commands are run as they stand there. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { extract } from '../src/index.js'
import { article, lines } from './pipeline/articles.js'
import { isBuilt } from './pipeline/process.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = readFileSync(join(root, 'docs/recipes.md'), 'utf8')

/** The first block of code under a heading. */
function codeOf(heading: string): string {
  const section = page.split(/^## /m).find(s => s.startsWith(`${heading}\n`))!
  return /^```\w+\n(.*?)^```/ms.exec(section)![1]
}

const record = (n: number) => extract(article(n).text, { id: article(n).id })

describe.skipIf(!isBuilt)('recipes (need the build)', () => {
  let dir = ''
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'chucdanh-'))
    mkdirSync(join(dir, 'node_modules'))
    symlinkSync(root, join(dir, 'node_modules/chucdanh'))
    mkdirSync(join(dir, 'bin'))
    symlinkSync(join(root, 'dist/cli.js'), join(dir, 'bin/chucdanh'))
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  const sh = (command: string, input = '') =>
    spawnSync('sh', ['-c', command], {
      input,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(dir, 'bin')}:${process.env.PATH}` },
    })
  const load = async (heading: string) => {
    const file = join(dir, `${heading.split(' ').at(-1)}.mjs`)
    writeFileSync(file, codeOf(heading))
    return import(pathToFileURL(file).href)
  }
  const records = (out: string) =>
    out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))

  test('Spark: each partition through a process', () => {
    const command = /\.pipe\("(.*)"\)/.exec(codeOf('Spark'))![1]
    const partitions = [0, 5].map(from => sh(command, lines(5, from)))
    expect(partitions.map(p => [p.status, p.stderr])).toEqual([[0, ''], [0, '']]) // biome-ignore format: a table
    expect(records(partitions.map(p => p.stdout).join(''))).toEqual(Array.from({ length: 10 }, (_, n) => record(n)))

    const lenient = /`(sh -c .*)`/.exec(page)![1]
    expect(command).toContain(/chucdanh .* -/.exec(lenient)![0].split(' ||')[0])
    const bad = sh(lenient, `${lines(1)}{\n`)
    expect([bad.status, records(bad.stdout)]).toEqual([0, [record(0)]])
  })

  test('Kafka: records to another topic, offsets one by one', async () => {
    const { eachBatch, close } = await load('Kafka')
    const sent: { key: string; value: string }[] = []
    const offsets: string[] = []
    const messages = [0, 1, 2].map(n => ({
      key: Buffer.from(article(n).id),
      value: Buffer.from(JSON.stringify(article(n))),
      offset: String(7 + n),
    }))
    await eachBatch({ send: async (m: { messages: typeof sent }) => void sent.push(...m.messages) })({
      batch: { messages },
      resolveOffset: (offset: string) => void offsets.push(offset),
      heartbeat: async () => {},
    })
    await close()
    expect(offsets).toEqual(['7', '8', '9'])
    expect(sent.map(({ key, value }) => [key, JSON.parse(value)])).toEqual([0, 1, 2].map(n => [`a${n}`, record(n)]))
  })

  test('Airflow: the task, and the task once more', () => {
    const command = /bash_command="(.*)"/
      .exec(codeOf('Airflow'))![1]
      .replaceAll('{{ ds }}', '2026-03-05')
      .replaceAll('/data/', `${dir}/`)
    mkdirSync(join(dir, '2026-03-05'))
    writeFileSync(join(dir, '2026-03-05/tin.ndjson'), lines(3))
    for (const _ of [1, 2]) {
      expect(sh(command)).toMatchObject({ status: 0, stderr: '' })
      expect(records(readFileSync(join(dir, '2026-03-05.records.ndjson'), 'utf8'))).toEqual([0, 1, 2].map(record))
    }
  })

  test('a function in the cloud', async () => {
    const { default: worker, handler } = await load('A function in the cloud')
    const ask = (body: string): Promise<Response> =>
      worker.fetch(new Request('https://example.org', { method: 'POST', body }))
    expect(await (await ask(JSON.stringify(article(1)))).json()).toEqual(record(1))
    const refused = await ask('{"text":1}')
    expect([refused.status, await refused.json()]).toEqual([
      400,
      { error: expect.stringContaining('must be a string') },
    ])
    const answer = await handler({ body: JSON.stringify(article(2)) })
    expect([answer.statusCode, JSON.parse(answer.body)]).toEqual([200, record(2)])
  })
})
