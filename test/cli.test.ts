import { spawn } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import stringWidth from 'string-width'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Io } from '../src/cli/io.js'
import { run } from '../src/cli/program.js'
import type { Extraction } from '../src/index.js'
import { cli, type Result, type Setup } from './lib/cli.js'

const TEXT = `Quảng Trị họp bàn chống hạn

Sáng 5/3, Bí thư Tỉnh ủy Nguyễn Văn Phương và ông Trần Nam, nguyên Chủ tịch UBND tỉnh Bạc Liêu nhiệm kỳ 2021-2026, dự họp. Ông Phương yêu cầu Sở Y tế báo cáo trước ngày 10/3.
`
let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'chucdanh-'))
  writeFileSync(join(dir, 'hop.txt'), TEXT)
  writeFileSync(join(dir, 'mua.v2.txt'), 'Trời mưa ở Huế.')
  writeFileSync(join(dir, 'latin1.txt'), Buffer.from([0x54, 0x72, 0xe0, 0x69]))
  writeFileSync(join(dir, 'utf16.txt'), Buffer.from('\ufeffTrời mưa', 'utf16le'))
  writeFileSync(join(dir, 'bom.txt'), `\ufeff${TEXT}`)
  writeFileSync(join(dir, 'trống.txt'), '')
  mkdirSync(join(dir, 'thư mục'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const extract = (args: string[], setup?: Setup): Promise<Result> => cli(['extract', ...args], setup)
const records = (out: string): Extraction[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
const file = (name: string): string => join(dir, name)

describe('extract', () => {
  test('a record a line, the id the name without its extension', async () => {
    const { code, out, err } = await extract([file('hop.txt'), file('mua.v2.txt')])
    expect([code, err]).toEqual([0, ''])
    expect(records(out).map(r => [r.id, r.officials.length])).toEqual([
      ['hop', 2],
      ['mua.v2', 0],
    ])
  })

  test.each([[[]], [['-']]])('standard input: %j', async args => {
    const { code, out } = await extract(args, { stdin: TEXT })
    expect(code).toBe(0)
    const [record] = records(out)
    expect(record).not.toHaveProperty('id')
    expect(record.officials.map(o => o.name)).toEqual(['Nguyễn Văn Phương', 'Trần Nam'])
  })

  test('says that it waits where nobody typed anything', async () => {
    const io: Io = {
      stdin: Object.assign(
        (async function* () {
          yield Buffer.from('x')
        })(),
        { isTTY: true },
      ),
      out: async () => {},
      err: line => void lines.push(line),
      isTTY: true,
      columns: 80,
      env: {},
      terminal: null,
      onInterrupt: () => () => {},
    }
    const lines: string[] = []
    await run(['extract'], io)
    expect(lines).toEqual(['chucdanh: reading standard input; end it with Ctrl-D'])
  })

  test('an empty file is an article with nothing in it', async () => {
    const { code, out } = await extract([file('trống.txt')])
    expect([code, records(out)]).toEqual([
      0,
      [{ id: 'trống', language: 'und', officials: [], titles: [], terms: [], directives: [] }],
    ])
  })

  test('offsets count a byte order mark, as the file has it', async () => {
    const { out } = await extract([file('bom.txt')])
    const text = readFileSync(file('bom.txt'), 'utf8')
    for (const { start, end, text: printed } of records(out)[0].titles) expect(text.slice(start, end)).toBe(printed)
    expect(records(out)[0].titles.length).toBeGreaterThan(0)
  })

  test('json is one array, also of one record or none', async () => {
    const both = JSON.parse((await extract(['-f', 'json', file('hop.txt'), file('mua.v2.txt')])).out)
    expect(both.map((r: Extraction) => r.id)).toEqual(['hop', 'mua.v2'])
    expect(JSON.parse((await extract(['-f', 'json', file('hop.txt')])).out)).toHaveLength(1)
    expect(JSON.parse((await extract(['-f', 'json', file('nichts.txt')])).out)).toEqual([])
  })

  test('--only, --place, --date, --trace', async () => {
    const [record] = records(
      (await extract(['--only', 'directives,terms', '--date', '2026-03-05', '--trace', file('hop.txt')])).out,
    )
    expect(record.officials).toEqual([])
    expect(record.terms).toHaveLength(1)
    expect(record.directives[0].actions[0].deadline?.date).toBe('2026-03-10')
    expect(record.trace?.length).toBeGreaterThan(0)
    const placed = await extract(['--place', 'TP Huế', '-'], { stdin: 'Bí thư Thành ủy Lê Nam nói.' })
    expect(records(placed.out)[0].titles[0].place?.canonical).toBe('Huế')
  })

  test('-o writes a file whole or not at all', async () => {
    const target = file('ra.ndjson')
    const { code, out, err } = await extract(['-o', target, file('hop.txt')], { isTTY: true })
    expect([code, out]).toEqual([0, ''])
    expect(err).toMatch(/^chucdanh: 1 article, 1 KB in 0\.\d s\n$/)
    expect((await extract(['-q', '-o', target, file('hop.txt')])).err).toBe('')
    expect(records(readFileSync(target, 'utf8'))[0].id).toBe('hop')
    // Replaced, and through a link.
    symlinkSync(target, file('link'))
    await extract(['--output', file('link'), '-f', 'json', file('mua.v2.txt')])
    expect(JSON.parse(readFileSync(target, 'utf8'))[0].id).toBe('mua.v2')
    expect(readdirSync(dir).filter(f => /partial|journal/.test(f))).toEqual([])
  })

  test('-o to what cannot be written', async () => {
    expect(await extract(['-o', file('thư mục'), file('hop.txt')])).toMatchObject({
      code: 1,
      err: `chucdanh: ${file('thư mục')}: is a folder, not a file\n`,
    })
    const nowhere = join(dir, 'không có', 'ra.ndjson')
    expect(await extract(['-o', nowhere, file('hop.txt')])).toMatchObject({
      code: 1,
      err: `chucdanh: ${nowhere}: no such file or folder\n`,
    })
    expect((await extract(['-o', '/dev/null', file('hop.txt')])).code).toBe(0)
    expect(readFileSync('/dev/null', 'utf8')).toBe('')
  })
})

describe('input that cannot be read: a line each, the others still done, exit code 1', () => {
  test.each([
    ['missing', 'không.txt', 'no such file or folder'],
    ['a folder with nothing in it', 'thư mục', 'no files ending in .txt, .ndjson, .jsonl or .html in this folder'],
    ['not UTF-8', 'latin1.txt', 'not UTF-8'],
    ['UTF-16', 'utf16.txt', 'not UTF-8 (it looks like UTF-16; convert it first)'],
  ])('%s', async (_, name, what) => {
    const { code, out, err } = await extract([file(name), file('hop.txt')])
    expect(err).toBe(`chucdanh: ${file(name)}: ${what}\n`)
    expect(code).toBe(1)
    expect(records(out).map(r => r.id)).toEqual(['hop'])
  })

  test.skipIf(process.getuid?.() === 0)('not permitted', async () => {
    writeFileSync(file('kín.txt'), 'a')
    chmodSync(file('kín.txt'), 0)
    expect((await extract([file('kín.txt')])).err).toBe(`chucdanh: ${file('kín.txt')}: permission denied\n`)
  })

  test('standard input', async () => {
    const { code, err } = await extract([], { stdin: new Uint8Array([0xff]) })
    expect([code, err]).toEqual([1, 'chucdanh: standard input: not UTF-8\n'])
  })

  test('a name cannot drive the terminal', async () => {
    const { err } = await extract(['\u001b[31mx'])
    expect(err).toBe('chucdanh: \\x1b[31mx: no such file or folder\n')
  })
})

describe('wrong use: one line with what there is, exit code 2', () => {
  test.each([
    [
      ['extrac', 'x'],
      'no command "extrac" (did you mean "extract"?); there are extract, eval, schema, enqueue, worker, results and help',
    ],
    [['help', 'foo'], 'no command "foo"; there are extract, eval, schema, enqueue, worker, results and help'],
    [['--foo'], 'no option "--foo"; there are --version and --help'],
    [
      ['extract', '--formt', 'json'],
      'no option "--formt" (did you mean "--format"?); there are --format, --only, --show, --language, --place, --date, --lexicon, --output, --trace, --input, --text-field, --html-field, --id-field, --date-field, --source-fields, --keep, --jobs, --errors, --max-line, --resume, --quiet and --help',
    ],
    [
      ['extract', '-f', 'xml'],
      'no format "xml"; there are table, json, ndjson, csv, parquet, popolo, ftm, jsonld, brat, conll and html',
    ],
    [
      ['extract', '-f', 'jsn'],
      'no format "jsn" (did you mean "json"?); there are table, json, ndjson, csv, parquet, popolo, ftm, jsonld, brat, conll and html',
    ],
    [
      ['extract', '--only', 'titles,people'],
      '--only: no kind "people"; there are officials, titles, terms and directives',
    ],
    [['extract', '--only', ','], '--only: no kind named; there are officials, titles, terms and directives'],
    [['extract', '--date', '5/3/2026'], '--date must be a day like "2026-01-31", but it is the string "5/3/2026"'],
    [
      ['extract', '--place', 'Atlantis'],
      '--place is the string "Atlantis", which no province, city, district or country is called',
    ],
    [['extract', '-f'], 'option -f, --format <format> needs a value; see chucdanh extract --help'],
    [['eval'], 'eval needs GOLD_DIR; usage: chucdanh eval [options] <GOLD_DIR> [RECORDS]'],
    [['eval', 'a', 'b', 'c'], 'too many arguments; usage: chucdanh eval [options] <GOLD_DIR> [RECORDS]'],
    [
      ['eval', 'a', '--only', 'role'],
      '--only: no measure "role" (did you mean "roles"?); there are officials, roles, roles~, titles, terms, directives, status and speaker',
    ],
  ])('%j', async (args, what) => {
    expect(await cli(args)).toEqual({ code: 2, out: '', err: `chucdanh: ${what}\n` })
  })

  test('a file where a command should be', async () => {
    expect((await cli([file('hop.txt')])).err).toContain(`(for a file: chucdanh extract ${file('hop.txt')})`)
  })

  test('nothing at all: the help, on standard error', async () => {
    const { code, out, err } = await cli([])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('Usage: chucdanh')
  })
})

describe('help', () => {
  test.each([[['--help']], [['-h']], [['help']]])('%j', async args => {
    const { code, out } = await cli(args)
    expect(code).toBe(0)
    expect(out).toContain('Examples:')
    expect(out).toContain('Exit codes:')
  })
  test.each(['extract', 'eval'])('of %s, with examples', async command => {
    const { code, out } = await cli([command, '--help'])
    expect(code).toBe(0)
    expect(out).toContain(`Usage: chucdanh ${command}`)
    expect(out).toContain('Examples:')
    expect(await cli(['help', command])).toMatchObject({ code: 0, out })
  })
  test('the version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
    expect(await cli(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })
})

describe('the table', () => {
  const table = (text: string, setup: Setup = {}, args: string[] = []): Promise<Result> =>
    extract(['-f', 'table', ...args, '-'], { stdin: text, columns: 80, ...setup })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins a colour
  const colors = /\u001b\[\d+m/

  test('people with titles, status, place, term; terms; directives', async () => {
    const { out } = await table(TEXT, {}, ['--date', '2026-03-05'])
    const lines = out.split('\n').map(l => l.replace(/\s+/g, ' ').trim())
    expect(lines[0]).toMatch(/^━━ standard input ━+$/)
    expect(lines).toContain('Officials 2')
    expect(lines).toContain('Nguyễn Văn Phương Bí thư Tỉnh ủy Quảng Trị*')
    expect(out).toMatch(/Trần Nam\s+Chủ tịch UBND tỉnh\s+former {2}Bạc Liêu → Cà Mau {2}2021–2026\n\s+Bạc Liêu\n/)
    expect(lines).toContain('nhiệm kỳ 2021-2026 2021–2026')
    expect(lines).toContain('1 Nguyễn Văn Phương → Sở Y tế (yêu cầu, order)')
    expect(lines).toContain('• báo cáo trước ngày 10/3')
    expect(lines).toContain('by 2026-03-10')
    expect(lines).toContain('* inferred from the article')
  })

  test('is what a terminal gets; a pipe gets records', async () => {
    expect((await extract(['-'], { stdin: TEXT, isTTY: true, columns: 80 })).out).toContain('Officials')
    expect((await extract(['-'], { stdin: TEXT })).out).toMatch(/^\{/)
  })

  test.each([20, 40, 60, 80, 100, 200])('no line is wider than %i columns', async columns => {
    const long = `${TEXT}Ông ${'Nguyễn '.repeat(3)}Văn A, Giám đốc Trung tâm ${'nghiên cứu và phát triển '.repeat(6)}tỉnh, nói.`
    for (const args of [[], ['--trace']]) {
      const { out } = await table(long, { columns }, args)
      for (const line of out.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(Math.max(24, columns))
    }
  })

  test('takes its width from COLUMNS where there is no terminal', async () => {
    const { out } = await table(TEXT, { columns: undefined, env: { COLUMNS: '50' } })
    expect(stringWidth(out.split('\n')[0])).toBe(50)
  })

  test('colours on a terminal only, and not with NO_COLOR', async () => {
    expect((await table(TEXT, { isTTY: true })).out).toMatch(colors)
    for (const setup of [{}, { isTTY: true, env: { NO_COLOR: '1' } }, { isTTY: true, env: { TERM: 'dumb' } }])
      expect((await table(TEXT, setup)).out).not.toMatch(colors)
  })

  test('what could drive the terminal is written out', async () => {
    const { out } = await table(
      'Bí thư Tỉnh ủy Nguyễn Văn\u001b[2J Phương, Chủ tịch \u202eHĐND tỉnh yêu cầu các sở báo cáo \u0007ngay.',
    )
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    expect(out).toContain('\\x07')
  })

  test('only the kinds that were asked for', async () => {
    const { out } = await table(TEXT, {}, ['--only', 'terms'])
    expect(out).toContain('Terms 1')
    expect(out).not.toContain('Officials')
    expect(out).not.toContain('Directives')
  })

  test('--trace tells which rule made what', async () => {
    expect((await table(TEXT, {}, ['--trace'])).out).toMatch(/holders\s+before-name\s+Bí thư Tỉnh ủy\s+Nguyễn Văn\s/)
  })

  test('another language', async () => {
    expect((await table('The minister said no.')).out).toContain('not recognisably Vietnamese')
  })

  test('articles are set apart', async () => {
    const { out } = await extract(['-f', 'table', file('hop.txt'), file('mua.v2.txt')])
    expect(out).toContain('\n\n━━ mua.v2 ━')
  })
})

describe('as a process', () => {
  const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
  const start = (args: string[]) => spawn(process.execPath, ['--import', 'tsx', main, ...args])

  test('reads a pipe, writes a pipe, gives the exit code', async () => {
    const child = start(['extract', '-', file('không.txt')])
    let out = ''
    let err = ''
    child.stdout.on('data', d => (out += d))
    child.stderr.on('data', d => (err += d))
    child.stdin.end(TEXT)
    const code = await new Promise(resolve => child.on('close', resolve))
    expect([code, records(out).length, err]).toEqual([1, 1, `chucdanh: ${file('không.txt')}: no such file or folder\n`])
  })

  test('a reader that goes away is no error', async () => {
    // More than a pipe holds.
    writeFileSync(file('dài.txt'), TEXT.repeat(200))
    const child = start(['extract', file('dài.txt'), file('dài.txt'), file('dài.txt')])
    let err = ''
    child.stderr.on('data', d => (err += d))
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise(resolve => child.on('close', resolve))
    expect([code, err]).toEqual([0, ''])
  })
})
