/** What goes in and what comes out: newline-delimited JSON, compressed files, folders, patterns, bad lines, tables. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as zlib from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { article, lines } from './articles.js'
import { extract } from './command.js'

const TEXT = 'Chủ tịch UBND tỉnh Cà Mau Trần Thị Hòa yêu cầu Sở Y tế báo cáo trước ngày 10/3.'
let dir = ''
const file = (name: string): string => join(dir, name)
const write = (name: string, data: string | Uint8Array): string => {
  writeFileSync(file(name), data)
  return file(name)
}
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'chucdanh-'))
  mkdirSync(file('tin/2026'), { recursive: true })
  for (const name of ['tin/b.txt', 'tin/a.txt', 'tin/2026/b.txt', 'tin/.ẩn.txt', 'tin/ảnh.png']) write(name, TEXT)
  write('tin/c.ndjson', `{"id":1,"text":"${TEXT}"}\n{"text":"${TEXT}"}\n`)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const parsed = (out: string) =>
  out
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
const ids = async (...args: string[]): Promise<string[]> => parsed((await extract(args)).out).map(r => r.id)

describe('which files', () => {
  test('a folder: its texts and lines, and those of folders within, in order', async () => {
    expect(await ids(file('tin'))).toEqual(['2026/b', 'a', 'b', '1', 'c:2'])
  })
  test('a pattern; a file that is called like one', async () => {
    expect(await ids(file('tin/**/b.txt'))).toEqual(['b', 'b'])
    write('[1].txt', TEXT)
    expect(await ids(file('[1].txt'))).toEqual(['[1]'])
    expect(await extract([file('tin/*.doc')])).toMatchObject({
      code: 1,
      err: `chucdanh: ${file('tin/*.doc')}: no file fits this pattern\n`,
    })
  })
  test('compressed with gzip', async () => {
    write('nén.ndjson.gz', zlib.gzipSync(lines(40)))
    write('nén.txt.gz', zlib.gzipSync(TEXT))
    expect(await ids(file('nén.ndjson.gz'))).toEqual(Array.from({ length: 40 }, (_, i) => `a${i}`))
    expect(await ids(file('nén.txt.gz'))).toEqual(['nén'])
    write('cụt.ndjson.gz', zlib.gzipSync(lines(400)).subarray(0, 2000))
    const { code, err } = await extract([file('cụt.ndjson.gz'), file('tin/a.txt')])
    expect([code, err]).toEqual([1, expect.stringContaining('unexpected end of file')])
  })
  test('compressed with zstd, where Node can', async () => {
    const { zstdCompressSync } = zlib as unknown as { zstdCompressSync?: (data: string) => Uint8Array }
    write('nén.ndjson.zst', zstdCompressSync?.(lines(3)) ?? 'x')
    if (zstdCompressSync) {
      expect(await ids(file('nén.ndjson.zst'))).toEqual(['a0', 'a1', 'a2'])
      // Several files one behind the other, as logs are appended to; and one that is cut short.
      write('hai.ndjson.zst', Buffer.concat([zstdCompressSync(lines(2)), zstdCompressSync(lines(1, 2))]))
      expect(await ids(file('hai.ndjson.zst'))).toEqual(['a0', 'a1', 'a2'])
      write('cụt.txt.zst', zstdCompressSync(TEXT).subarray(0, -1))
      expect(await extract([file('cụt.txt.zst')])).toMatchObject({
        code: 1,
        out: '',
        err: `chucdanh: ${file('cụt.txt.zst')}: unexpected end of file\n`,
      })
    } else
      expect((await extract([file('nén.ndjson.zst')])).err).toContain(
        `this Node.js (${process.version}) cannot read .zst; 22.15 and newer can`,
      )
  })
  test('the output in the folder of the input is no input', async () => {
    write('tin/ra.ndjson', '')
    expect((await extract([file('tin'), '-q', '-o', file('tin/ra.ndjson')])).code).toBe(0)
    const written = readFileSync(file('tin/ra.ndjson'), 'utf8')
    rmSync(file('tin/ra.ndjson'))
    expect(parsed(written)).toHaveLength(5)
  })
})

describe('fields of a line', () => {
  const line = JSON.stringify({ key: { no: 7 }, body: { vi: TEXT }, day: '2026-03-05 08:00:00' })
  test('--text-field, --id-field, --date-field', async () => {
    const args = ['--text-field', 'body.vi', '--id-field', 'key.no', '--date-field', 'day', write('t.ndjson', line)]
    const [record] = parsed((await extract(args)).out)
    expect(record.id).toBe('7')
    expect(record.directives[0].actions[0].deadline.date).toBe('2026-03-10')
  })
  test('a date that is no day is told once; a missing one is not', async () => {
    const days = [JSON.stringify({ text: TEXT, day: 'hôm qua' }), JSON.stringify({ text: TEXT, day: null }), ''].join(
      '\n',
    )
    const { code, err } = await extract(['--date-field', 'day', write('d.ndjson', days)])
    expect([code, err]).toEqual([0, 'chucdanh: 1 article had something else than a day in "day"\n'])
  })
  test('standard input', async () => {
    const { out } = await extract(['--input', 'ndjson'], `\ufeff{"text":"${TEXT}"}\r\n\r\n{"text":"${TEXT}","id":""}`)
    expect(parsed(out).map(r => r.id)).toEqual(['1', ''])
  })
})

describe('--keep', () => {
  test('the object stays as it was written, the record comes after', async () => {
    const line = `{ "n": 12345678901234567890, "x": 1.0, "text": "${TEXT}" }`
    const { out } = await extract([write('k.ndjson', `${line}\n`), '--keep'])
    expect(
      out.startsWith(`{ "n": 12345678901234567890, "x": 1.0, "text": "${TEXT}","chucdanh":{"language":"vi",`),
    ).toBe(true)
    expect(parsed(out)[0].chucdanh.officials[0].name).toBe('Trần Thị Hòa')
    const taken = parsed((await extract([file('k.ndjson'), '--keep', 'n'])).out)[0]
    expect([taken.n.language, taken.x]).toEqual(['vi', 1])
    expect(JSON.parse((await extract([file('k.ndjson'), '-f', 'json', '--keep'])).out)[0].chucdanh.language).toBe('vi')
  })
  test('does not swallow a file, and does not go with texts', async () => {
    expect(await extract(['--keep', file('k.ndjson')])).toMatchObject({
      code: 2,
      err: `chucdanh: --keep has taken the file "${file('k.ndjson')}" for its key; put the files first, or write --keep=KEY\n`,
    })
    expect(await extract([file('tin/a.txt'), '--keep'])).toMatchObject({ code: 2 })
  })
})

describe('bad lines', () => {
  const good = JSON.stringify({ id: 'good', text: TEXT })
  const bad = [
    ['{"text": "a', 'not JSON'],
    ['["a"]', 'not an object'],
    ['null', 'not an object'],
    ['{"id": "a"}', 'no field "text"'],
    ['{"text": 5}', 'field "text" is not a string'],
    [`{"text": "${'x'.repeat(5000)}"}`, 'line longer than 1 KB'],
  ] as const
  const content = [good, ...bad.flatMap(([line]) => [line, good])].join('\n')

  test('go to --errors, the rest goes on, in order', async () => {
    const args = [write('bad.ndjson', content), '--max-line', '1KB', '--errors', file('bad.errors')]
    const { code, out, err } = await extract(args)
    expect([code, err]).toEqual([1, `chucdanh: 6 inputs left out; see ${file('bad.errors')}\n`])
    expect(parsed(out).map(r => r.id)).toEqual(Array(7).fill('good'))
    expect(parsed(readFileSync(file('bad.errors'), 'utf8'))).toEqual(
      bad.map(([line, reason], i) => ({
        file: file('bad.ndjson'),
        line: 2 * i + 2,
        reason,
        start: line.length > 200 ? `${line.slice(0, 200)}…` : line,
      })),
    )
  })
  test('without --errors are told', async () => {
    const { code, err } = await extract([file('bad.ndjson')])
    expect(code).toBe(1)
    expect(err.split('\n')[0]).toBe(`chucdanh: ${file('bad.ndjson')}, line 2: not JSON`)
    expect(err).toContain('chucdanh: 5 lines left out\n')
  })
  test('not UTF-8', async () => {
    write('latin.ndjson', Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xe0]), Buffer.from(`"}\n${good}\n`)]))
    const { out, err } = await extract([file('latin.ndjson')])
    expect([parsed(out).length, err]).toEqual([1, expect.stringContaining('latin.ndjson, line 1: not UTF-8\n')])
  })
  test('a line that never ends is not held', async () => {
    write('dài.ndjson', `${good}\n{"text":"${'x'.repeat(3_000_000)}"}\n${good}\n{"text":"${'x'.repeat(900_000)}`)
    const { out, err } = await extract([file('dài.ndjson'), '--max-line', '500 KB'])
    expect(parsed(out)).toHaveLength(2)
    expect(err.match(/line \d+: line longer than 500 KB/g)?.map(l => l.slice(0, 6))).toEqual(['line 2', 'line 4'])
  })
})

describe('csv', () => {
  test('a table a file', async () => {
    write('hai.ndjson', lines(2))
    expect((await extract([file('hai.ndjson'), '-q', '-f', 'csv', '-o', file('ra.csv')])).code).toBe(0)
    const table = (name: string): string[] =>
      readFileSync(file(`ra.${name}.csv`), 'utf8')
        .trimEnd()
        .split('\r\n')
    expect(table('officials')).toHaveLength(3)
    expect(table('officials')[0]).toMatch(/^document,id,name/)
    expect(table('directives').at(-1)).toMatch(/^a1,/)
    for (const name of ['roles', 'titles', 'terms']) expect(table(name).length).toBeGreaterThan(2)
  })
  test('needs a name', async () => {
    expect(await extract([file('hai.ndjson'), '-f', 'csv'])).toMatchObject({ code: 2, out: '' })
  })
})

describe('wrong use', () => {
  test.each([
    [['--jobs', '0'], '--jobs must be a number from 1 to 999, but it is "0"'],
    [['--input', 'jsn'], '--input: no kind "jsn"; there are text, ndjson and html'],
    [['--max-line', 'much'], '--max-line must be a size like "16 MB", at most 512 MB, but it is "much"'],
    [['--resume'], '--resume goes with --output: without a file there is nothing to go on with'],
    [['--resume', '-o', 'x.ndjson', '-'], '--resume cannot read standard input a second time; name a file'],
    [['--keep', '-f', 'csv', '-o', 'x.csv'], '--keep goes with the formats ndjson and json, not with csv'],
  ])('%j', async (args, what) => {
    expect(await extract(args)).toEqual({ code: 2, out: '', err: `chucdanh: ${what}\n` })
  })
})

test('an article is extracted as by the library', async () => {
  const { extract: library } = await import('../../src/index.js')
  const { id, text } = article(3)
  expect(parsed((await extract([write('một.ndjson', lines(1, 3))])).out)).toEqual([
    JSON.parse(JSON.stringify(library(text, { id }))),
  ])
})
