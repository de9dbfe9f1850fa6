/** `chucdanh/pipeline` as built: as a module and as CommonJS, its threads from the worker's own file. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { article } from './articles.js'
import { isBuilt } from './process.js'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))

describe.skipIf(!isBuilt)('as built', () => {
  test.each([
    ['a module', () => import(`${dist}pipeline.js`)],
    ['CommonJS', async () => createRequire(import.meta.url)(`${dist}pipeline.cjs`)],
  ])('%s', async (_, load) => {
    const { createPool, extractStream } = await load()
    const pool = createPool({ jobs: 1 })
    const { id, text } = article(1)
    const record = await pool.extract(text, { id })
    expect([record.id, record.officials[0].name]).toEqual(['a1', 'Trần Thị Hòa'])
    await pool.close()
    expect((await extractStream([{ html: `<p>${text}</p>`, id }]).next()).value.officials).toHaveLength(1)
    for await (const one of extractStream([{ id, text }])) expect(one).toEqual(record)
  })

  test.each([
    ['a module', () => Promise.all([import(`${dist}html.js`), import(`${dist}queue.js`)])],
    ['CommonJS', async () => ['html', 'queue'].map(name => createRequire(import.meta.url)(`${dist}${name}.cjs`))],
  ])('pages and queue: %s', async (_, load) => {
    const [{ extractHtml }, { createWorker }] = await load()
    expect(extractHtml('<p>Bộ trưởng <b>Lê</b> Nam</p>').officials[0].name).toBe('Lê Nam')
    expect(() => createWorker({ queue: '' })).toThrow('"queue" must be a name')
  })

  test('packages that only some need: the rest goes without, and what is missing is told', async () => {
    const alone = mkdtempSync(join(tmpdir(), 'chucdanh-'))
    try {
      cpSync(dist, join(alone, 'dist'), { recursive: true })
      writeFileSync(join(alone, 'package.json'), '{ "type": "module" }')
      writeFileSync(join(alone, 'tin.html'), '<p>Bộ trưởng Lê Nam')
      writeFileSync(join(alone, 'tin.txt'), 'Bộ trưởng Lê Nam')
      const chucdanh = (...args: string[]) =>
        spawnSync(process.execPath, ['dist/cli.js', ...args], { cwd: alone, encoding: 'utf8' })
      expect(chucdanh('extract', 'tin.txt')).toMatchObject({ status: 0, stderr: '' })
      const html =
        'HTML input needs the packages @mozilla/readability, htmlparser2, linkedom: npm install @mozilla/readability htmlparser2 linkedom'
      expect(chucdanh('extract', 'tin.html')).toMatchObject({ status: 1, stderr: `chucdanh: ${html}\n` })
      const parquet = 'Parquet needs the package hyparquet-writer: npm install hyparquet-writer'
      expect(chucdanh('extract', 'tin.txt', '-f', 'parquet', '-o', 'x').stderr).toBe(`chucdanh: ${parquet}\n`)
      const queue = 'The queue needs the packages bullmq, ioredis: npm install bullmq ioredis'
      expect(chucdanh('worker', '--queue', 'tin').stderr).toBe(`chucdanh: ${queue}\n`)
    } finally {
      rmSync(alone, { recursive: true })
    }
  })
})
