/** HTML as input of the command: pages, fields of lines, other encodings. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { extractHtml } from '../../src/html/index.js'
import { page } from '../html/pages.js'
import { extract } from './command.js'

let dir = ''
const file = (name: string): string => join(dir, name)
const records = (out: string) =>
  out
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'chucdanh-'))
  writeFileSync(file('tin.html'), page())
  writeFileSync(file('phụ.txt'), 'Bí thư Tỉnh ủy Lê Văn Nam.')
  const fields = [
    { id: 1, body: page(), text: 'không đọc' },
    { id: 2, body: '<p>Bộ trưởng <b>Lê Minh Khôi</b>.</p>', ngày: '2026-05-01' },
    { id: 3, text: 'Bộ trưởng <Phạm Quốc Bảo>.' },
    { id: 4, body: 7 },
    { id: 5 },
  ]
  writeFileSync(file('tin.ndjson'), fields.map(f => `${JSON.stringify(f)}\n`).join(''))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

test('pages by their names, beside other files of a folder, and from standard input', async () => {
  const { code, out } = await extract([dir, '--text-field', 'body', '-q'])
  expect(code).toBe(1)
  const byId = Object.fromEntries(records(out).map(r => [r.id, r]))
  expect(byId.tin).toEqual({ ...extractHtml(page()), id: 'tin' })
  expect(byId.phụ.officials[0].name).toBe('Lê Văn Nam')

  const piped = await extract(['--input', 'html', '-'], page())
  expect(records(piped.out)).toEqual([extractHtml(page())])
})

test('--html-field: HTML where there is some, else text; offsets count the field', async () => {
  const { code, out, err } = await extract([file('tin.ndjson'), '--html-field', 'body'])
  expect(records(out)).toEqual([
    { ...extractHtml(page()), id: '1' },
    { ...extractHtml('<p>Bộ trưởng <b>Lê Minh Khôi</b>.</p>'), id: '2' },
    expect.objectContaining({ id: '3' }),
  ])
  expect(code).toBe(1)
  expect(err).toContain('line 4: field "body" is not a string')
  expect(err).toContain('line 5: no field "body", nor "text"')
})

test('threads read HTML as well', async () => {
  const one = await extract([file('tin.ndjson'), '--html-field', 'body', '--jobs', '1'])
  const two = await extract([file('tin.ndjson'), '--html-field', 'body', '--jobs', '2'])
  expect(two).toEqual(one)
})

test('tables hold what a reader sees', async () => {
  await extract([file('tin.html'), '--format', 'csv', '-o', file('bảng.csv')])
  expect(readFileSync(file('bảng.terms.csv'), 'utf8')).toContain(',nhiệm kỳ 2015-2020,')
  const { out } = await extract([file('tin.html'), '--format', 'table'])
  expect(out).toContain('Sở Tài chính')
  expect(out).not.toContain('&')
})

test('pages in other encodings name them', async () => {
  const encode = (meta: string): Buffer => Buffer.from(`${meta}<p>Bộ trưởng Lê Nam ở Hà Nội.</p>`, 'utf16le')
  writeFileSync(file('16.html'), Buffer.concat([Buffer.from([0xff, 0xfe]), encode('')]))
  // In windows-1258 "Bộ trưởng Lê Nam" has its marks behind the letters.
  const viet = Buffer.from('42f4f2207472fdf5d26e67204cea204e616d', 'hex')
  writeFileSync(file('1258.htm'), Buffer.concat([Buffer.from('<meta charset="windows-1258"><p>'), viet]))
  writeFileSync(file('?.html'), Buffer.concat([Buffer.from('<meta charset="no-such"><p>'), viet]))
  const names = async (name: string) =>
    records((await extract([file(name)])).out)[0].officials.map((o: { name: string }) => o.name)
  expect(await names('16.html')).toEqual(['Lê Nam'])
  expect((await names('1258.htm'))[0].normalize('NFC')).toBe('Lê Nam')
  const { code, err } = await extract([file('?.html')])
  expect([code, err]).toEqual([1, expect.stringContaining('not UTF-8, nor in the encoding that the page names')])
})
