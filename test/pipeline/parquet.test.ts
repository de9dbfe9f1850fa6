/** Parquet files of the command, read by another library. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toParquet } from '../../src/cli/parquet.js'
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

const FUZZ = process.env.MODE === 'fuzz'
const CASES = Math.ceil(Number(process.env.CASES ?? (FUZZ ? 100_000 : 1500)) / 30)

type Cell = string | number | boolean | null
/** A byte order mark is part of a text; the reader's own decoder would take it away. */
const stringFromBytes = (bytes: Uint8Array | undefined) =>
  bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
const readBack = async (name: string): Promise<Cell[][]> =>
  (await parquetReadObjects({ file: bytesOf(name), parsers: { stringFromBytes } })).map(
    row => Object.values(row) as Cell[],
  )

/** Rows into a file and back. */
async function thereAndBack(table: Table, rows: Cell[][]): Promise<Cell[][]> {
  writeFileSync(file('rows'), rows.map(row => `${JSON.stringify(row)}\n`).join(''))
  await toParquet(table, file('rows'), file('rows.parquet'))
  return readBack('rows.parquet')
}

test('any cells come back as they were', { timeout: FUZZ ? 24 * 3_600_000 : 60_000 }, async () => {
  const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
  const hostile = fc.string({
    unit: fc.constantFrom('\0', '\n', '\r', '\u2028', '\ufeff', '"', ',', '\ud83d\ude00', 'ộ'),
  })
  const text = fc.oneof(fc.string({ unit: 'binary' }), hostile, fc.constantFrom('', 'null', 'x'.repeat(70_000)))
  const cells: Record<string, fc.Arbitrary<Cell>> = { INT32: int32, BOOLEAN: fc.boolean(), BYTE_ARRAY: text }
  const tables = await Promise.all(
    (Object.keys(COLUMNS) as Table[]).map(async table => {
      await thereAndBack(table, [])
      const { schema } = parquetMetadata(bytesOf('rows.parquet'))
      const row = schema.slice(1).map(column => fc.option(cells[column.type!]))
      return fc.array(fc.tuple(...row), { maxLength: 20 }).map(rows => [table, rows] as const)
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.oneof(...tables), async ([table, rows]) => {
      expect(await thereAndBack(table, rows)).toEqual(rows)
    }),
    { numRuns: CASES },
  )
})

test('rows of several row groups', async () => {
  const rows = Array.from({ length: 100_002 }, (_, i): Cell[] => [
    `a${i}`, i, i % 3 === 0 ? null : -i, i + 1, i === 99_999 ? null : '', null, 2021, 2026, null, null,
  ]) // biome-ignore format: a row
  const back = await thereAndBack('terms', rows)
  expect(back).toHaveLength(rows.length)
  for (const i of [0, 1, 99_999, 100_000, 100_001]) expect(back[i]).toEqual(rows[i])
  expect(parquetMetadata(bytesOf('rows.parquet')).row_groups).toHaveLength(2)
})
