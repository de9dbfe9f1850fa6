/** Parquet files of the command, read by another library. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COLUMNS, rowsOf, type Table } from '../../src/formats/rows.js'
import { extract as records } from '../../src/index.js'
import { article, lines } from './articles.js'
import { extract } from './command.js'

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'chucdanh-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const file = (name: string): string => join(dir, name)
const bytesOf = (name: string): ArrayBuffer => new Uint8Array(readFileSync(file(name))).buffer

test('a table a file, with its types', async () => {
  // A line separator is no end of a line.
  const odd = { id: 'u', text: 'Bộ trưởng Lê\u2028Minh nhiệm kỳ 2021-2026.' }
  writeFileSync(file('tin.ndjson'), `${lines(40)}${JSON.stringify(odd)}\n`)
  const { code } = await extract([file('tin.ndjson'), '-f', 'parquet', '-o', file('tin.parquet'), '-q'])
  expect(code).toBe(0)
  const done = [...Array.from({ length: 40 }, (_, i) => article(i)), odd].map(({ id, text }) => records(text, { id }))
  for (const table of Object.keys(COLUMNS) as Table[]) {
    const names = COLUMNS[table].split(' ')
    const want = done.flatMap(record =>
      rowsOf(record)[table].map(row =>
        Object.fromEntries(names.map((name, i) => [name, [record.id, ...row][i] ?? null])),
      ),
    )
    const got = await parquetReadObjects({ file: bytesOf(`tin.${table}.parquet`) })
    expect(got.map(row => ({ ...row }))).toEqual(want)
  }
  const { schema } = parquetMetadata(bytesOf('tin.titles.parquet'))
  const typeOf = (name: string) => schema.find(e => e.name === name)?.type
  expect([typeOf('start'), typeOf('deputy'), typeOf('canonical')]).toEqual(['INT32', 'BOOLEAN', 'BYTE_ARRAY'])
})

test('without a row there is a file that says so; --only leaves out the others', async () => {
  writeFileSync(file('không.txt'), 'Trời mưa.')
  const { code } = await extract([file('không.txt'), '-f', 'parquet', '--only', 'terms', '-o', file('không')])
  expect([code, readdirSync(dir).filter(name => name.startsWith('không.'))]).toEqual([
    0,
    ['không.terms.parquet', 'không.txt'],
  ])
  expect(parquetMetadata(bytesOf('không.terms.parquet'))).toMatchObject({ num_rows: 0n })
})

test('it needs a name', async () => {
  const { code, err } = await extract(['-f', 'parquet', '-'])
  expect([code, err]).toEqual([2, expect.stringContaining('parquet is several tables, a file each: name them with')])
})
