/** What the command line shows for eyes: the HTML page, and the text in colours. */
import { describe, expect, test } from 'vitest'
import type { Io } from '../src/cli/io.js'
import { run } from '../src/cli/program.js'
import { extract } from '../src/index.js'

const TEXT =
  'Quảng Trị họp bàn chống hạn\n\nBí thư Tỉnh ủy Nguyễn Văn Phương yêu cầu Sở Y tế báo cáo về \u001b[2J khóa XVI trước ngày 10/3.\n'

async function cli(args: string[], stdin: string, isTTY = false): Promise<{ code: number; out: string; err: string }> {
  const result = { code: 0, out: '', err: '' }
  const io: Io = {
    stdin: (async function* () {
      yield Buffer.from(stdin)
    })(),
    out: async text => {
      result.out += text
    },
    err: line => {
      result.err += `${line}\n`
    },
    isTTY,
    columns: 60,
    env: {},
    terminal: null,
    onInterrupt: () => () => {},
  }
  result.code = await run(['extract', ...args], io)
  return result
}

describe('--format html', () => {
  test('a page, its words in the language that is asked for', async () => {
    const { code, out } = await cli(['-f', 'html', '--language', 'vi', '-'], TEXT)
    expect(code).toBe(0)
    expect(out).toMatch(/^<!doctype html>\n<html lang="vi">/)
    expect(out).toMatch(/<\/html>\n$/)
    expect(out).toContain('Người nhận')
    expect(out).toContain('>Nguyễn Văn Phương</mark>')
  })

  test('of many articles one page, no id twice', async () => {
    const lines = [TEXT, TEXT, 'Trời mưa.'].map(text => `${JSON.stringify({ text })}\n`).join('')
    const { code, out } = await cli(['-f', 'html', '--input', 'ndjson', '-'], lines)
    expect(code).toBe(0)
    expect(out.match(/<html/g)).toHaveLength(1)
    expect(out.match(/class="cd-root"/g)).toHaveLength(3)
    const ids = [...out.matchAll(/ id="([^"]+)"/g)].map(m => m[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('a page without an article is whole', async () => {
    expect((await cli(['-f', 'html', '--input', 'ndjson', '-'], '')).out).toMatch(/<body>[\s\S]*<\/body>\n<\/html>\n$/)
  })
})

describe('--show', () => {
  const colors = { blue: 34, yellow: 33, green: 32, magenta: 35 }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins a colour
  const plain = (text: string): string => text.replace(/\u001b\[\d+m/g, '')
  /** What stands in a colour, over line ends. */
  const inColor = (out: string, code: number): string =>
    [...out.matchAll(new RegExp(`\\u001b\\[${code}m(.*?)\\u001b\\[39m`, 'g'))].map(m => plain(m[1])).join('|')

  test('text: the text in the four colours, no line too wide', async () => {
    const { code, out } = await cli(['--show', 'text', '-'], TEXT, true)
    expect(code).toBe(0)
    const record = extract(TEXT)
    expect(inColor(out, colors.yellow)).toBe(['titles', ...record.titles.map(t => t.text)].join('|'))
    expect(inColor(out, colors.blue)).toBe('officials|Nguyễn Văn Phương')
    expect(inColor(out, colors.green)).toBe('terms|khóa XVI')
    expect(inColor(out, colors.magenta)).toContain('yêu cầu')
    for (const line of out.split('\n')) expect(plain(line).length).toBeLessThanOrEqual(60)
    // The text is all there; what could drive the terminal is written out.
    expect(plain(out).replace(/\s+/g, ' ')).toContain(TEXT.replace('\u001b', '\\x1b').replace(/\s+/g, ' ').trim())
    expect(out).not.toContain('Officials')
  })

  test('records,text: both', async () => {
    const { out } = await cli(['--show', 'records,text', '-'], TEXT, true)
    expect(plain(out)).toMatch(/Officials 1[\s\S]*Directives 1[\s\S]*Quảng Trị họp bàn/)
  })

  test.each([
    [['--show', 'txt'], '--show: no "txt" (did you mean "text"?); there are records and text'],
    [['--show', 'text', '-f', 'json'], '--show goes with the format table, not with json'],
    [['--language', 'vi', '-f', 'json'], '--language goes with the format html, not with json'],
    [['--language', 'fr', '-f', 'html'], '--language: no "fr"; there are en and vi'],
  ])('%j is told', async (args, message) => {
    expect(await cli([...args, '-'], TEXT, true)).toEqual({ code: 2, out: '', err: `chucdanh: ${message}\n` })
  })
})
