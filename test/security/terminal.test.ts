/** What a text or an id says cannot drive the terminal, nor lead out of a folder. */
import assert from 'node:assert/strict'
import { posix, win32 } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathOf } from '../../src/cli/brat-folder.js'
import { formatTable } from '../../src/cli/table.js'
import { harmlessLines } from '../../src/cli/text.js'
import { extract } from '../../src/index.js'
import { KINDS } from '../../src/options.js'
import { cli } from '../lib/cli.js'
import { anyText } from '../lib/mangle.js'

const FUZZ = process.env.MODE === 'fuzz'
const numRuns = Number(process.env.CASES ?? (FUZZ ? 20_000 : 80))
const TIMEOUT = FUZZ ? 24 * 3_600_000 : 60_000

/** Controls, C1 among them, line separators, and what turns the direction of writing. */
const DRIVES = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/u
const controls = fc
  .array(
    fc.constantFrom('\u001b[2J', '\u009b31m', '\u0007', '\u0008', '\r', '\u202e', '\u2066', '\u007f', '\0', ' x '),
    {
      maxLength: 6,
    },
  )
  .map(parts => parts.join(''))
const hostile = fc
  .tuple(anyText, controls, controls)
  .map(
    ([text, a, b]) =>
      `Chủ tịch UBND tỉnh ${a}Quảng Trị Lê ${a}Văn${b} An yêu cầu ${b}các sở ${a}báo cáo ${b}ngay.\n${text}`,
  )

test('a table', { timeout: TIMEOUT }, () => {
  const check = (text: string, id: string): void => {
    const record = extract(text, { id, trace: true })
    const table = formatTable(record, { width: 80, color: false, kinds: new Set(KINDS) })
    for (const line of table.split('\n')) assert.doesNotMatch(line, DRIVES)
  }
  fc.assert(fc.property(hostile, controls, check), { numRuns })
})

test('lines of a format keep their data', { timeout: TIMEOUT }, () => {
  const check = (text: string): void => {
    const record = extract(text)
    const shown = harmlessLines(JSON.stringify(record, null, 2))
    for (const line of shown.split('\n')) assert.doesNotMatch(line.replaceAll('\t', ''), DRIVES)
    assert.deepEqual(JSON.parse(shown), record)
  }
  fc.assert(fc.property(hostile, check), { numRuns })
})

test.each(['json', 'ndjson', 'jsonld', 'conll', 'brat'])('%s on a terminal', async format => {
  const stdin =
    'Chủ tịch UBND tỉnh Quảng Trị Lê Văn An yêu cầu các sở báo cáo \u202e việc \u009b31m này \u001b[2J ngay.'
  const onTerminal = await cli(['extract', '-f', format, '-'], { stdin, isTTY: true })
  expect(onTerminal.code).toBe(0)
  expect(onTerminal.out.replace(/[\n\t]/g, '')).not.toMatch(DRIVES)
  // A pipe gets the text as it is.
  if (format === 'ndjson') expect((await cli(['extract', '-f', format, '-'], { stdin })).out).toContain('\u202e')
})

test('the path of an id stays in its folder, on every system', { timeout: TIMEOUT }, () => {
  const part = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '',
      'con',
      'NUL.txt',
      'c:',
      '\\\\host\\x',
      'a',
      '~',
      ' ',
      '...',
      '\0',
      '\n',
      'x'.repeat(300),
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  const ids = fc
    .tuple(fc.array(part, { maxLength: 12 }), fc.constantFrom('/', '\\'))
    .map(([parts, by]) => parts.join(by))
  const check = (id: string): void => {
    const path = pathOf(id)
    for (const { isAbsolute, normalize, sep } of [posix, win32]) {
      assert.ok(!isAbsolute(path), path)
      const parts = normalize(path).split(sep)
      // Node itself writes ".\\" before what might be a device of Windows.
      assert.ok(!parts.includes('..'), path)
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
    assert.doesNotMatch(path, /[\u0000-\u001f<>:"\\|?*]/)
    for (const name of path.split('/')) {
      assert.ok(name.length > 0 && Array.from(name).length <= 81, name)
      assert.doesNotMatch(name, /^[. ]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
    }
    assert.ok(path.split('/').length <= 8)
  }
  fc.assert(fc.property(ids, check), { numRuns: numRuns * 10 })
})
