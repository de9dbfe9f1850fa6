/** `chucdanh/pipeline` as built: as a module and as CommonJS, its threads from the worker's own file. */
import { createRequire } from 'node:module'
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
    for await (const one of extractStream([{ id, text }])) expect(one).toEqual(record)
  })
})
