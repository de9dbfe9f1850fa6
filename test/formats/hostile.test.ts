/** Every writer on texts and names made to break out of its format. */

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { DomUtils, parseDocument } from 'htmlparser2'
import { describe, test } from 'vitest'
import {
  jsonLdScript,
  toBrat,
  toConll,
  toCsv,
  toFollowTheMoney,
  toHtml,
  toJsonLd,
  toPopolo,
} from '../../src/formats/index.js'
import { extract } from '../../src/index.js'
import { anyText, REPORTS } from '../lib/mangle.js'

const FUZZ = process.env.MODE === 'fuzz'
const CASES = Number(process.env.CASES ?? (FUZZ ? 20_000 : 60))
const TIMEOUT = { timeout: FUZZ ? 24 * 3_600_000 : 60_000 }

/** What breaks out of one format or another. */
const PAYLOADS = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  '&lt;b&gt;',
  '=HYPERLINK("http://x")',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1+1',
  '\t=1',
  '","x\r\n',
  ';"',
  '\u001b[2J\u001b]0;x\u0007',
  '\u009b31m',
  '\u202e',
  '\u2066',
  '\u2028',
  '\u0085',
  '\0',
  '\r',
  '\n',
  '\ud83d',
  '\udc00',
  '🌊',
  '../../../etc/passwd',
  '..\\..\\x',
  'CON',
  'https://x/"><script>',
]

const payload = fc.constantFrom(...PAYLOADS)

/** A report with payloads at its words, and a place for them in names that are read. */
const attacked = fc
  .tuple(
    fc.constantFrom(...REPORTS),
    fc.nat(1000),
    fc.array(fc.tuple(payload, fc.nat(60)), { minLength: 1, maxLength: 12 }),
  )
  .map(([report, at, put]) => {
    let text = report.slice(at, at + 700)
    for (const [what, where] of put) {
      const word = text.split(' ', where).join(' ').length
      text = `${text.slice(0, word)}${what}${text.slice(word)}`
    }
    return `Chủ tịch UBND tỉnh Quảng Trị Lê ${put[0][0]} Văn An yêu cầu các sở báo cáo.\n${text}`
  })
const texts = fc.oneof({ weight: 3, arbitrary: attacked }, { weight: 1, arbitrary: anyText })
const ids = fc.option(
  fc.array(fc.oneof(payload, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 4 }).map(p => p.join('')),
  { nil: undefined },
)

function holds(name: string, check: (text: string, id: string | undefined) => void): void {
  test(name, TIMEOUT, () => fc.assert(fc.property(texts, ids, check), { numRuns: CASES }))
}

const recordOf = (text: string, id: string | undefined) => extract(text, id === undefined ? {} : { id })

describe('hostile text and ids', () => {
  holds('csv: as many cells in each row, none a formula, all read back', (text, id) => {
    const record = recordOf(text, id)
    for (const separator of [',', ';', '\t'] as const)
      for (const [name, table] of Object.entries(toCsv(record, { separator }))) {
        const rows = readCsv(table, separator)
        for (const row of rows) {
          assert.equal(row.length, rows[0].length, name)
          for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@\t\r\n\0＝＋－＠]/)
        }
      }
    const titles = readCsv(toCsv(record).titles, ',').slice(1)
    assert.deepEqual(
      titles.map(row => row[4].replace(/^'(?=[=+\-@\t\r\n\0＝＋－＠])/, '')),
      record.titles.map(t => t.text),
    )
  })

  holds('brat: every line is an annotation', (text, id) => {
    for (const line of toBrat(text, recordOf(text, id)).split('\n').slice(0, -1)) {
      assert.match(
        line,
        /^(T\d+\t[A-Z]\w+ \d+ \d+(;\d+ \d+)*\t.+|R\d+\t\w+ Arg1:T\d+ Arg2:T\d+|A\d+\t\w+ T\d+( [a-z]+)?|#\d+\tAnnotatorNotes T\d+\t.+|\*\tPerson( T\d+)+)$/,
      )
      // What ends a line for any reader of lines, or drives a terminal.
      assert.doesNotMatch(line.replaceAll('\t', ''), /[\p{Cc}\u2028\u2029]/u)
    }
  })

  holds('conll: every line is a comment, a token of seven cells, or empty', (text, id) => {
    for (const line of toConll(text, recordOf(text, id)).split('\n')) {
      // What ends a line for any reader of lines.
      assert.doesNotMatch(line.replaceAll('\t', ''), /[\p{Cc}\u2028\u2029]/u)
      if (line === '' || line.startsWith('# ')) continue
      const cells = line.split('\t')
      assert.equal(cells.length, 7)
      assert.match(cells[0], /^\d+$/)
      for (const cell of cells) assert.match(cell, /^[^\p{Z}\t]+$/u)
    }
  })

  holds('JSON formats: data that reads back, and cannot leave a script element', (text, id) => {
    const record = recordOf(text, id)
    const graph = toJsonLd(record)
    for (const data of [graph, toPopolo(record), toFollowTheMoney(record)])
      assert.deepEqual(JSON.parse(JSON.stringify(data)), data)
    const element = jsonLdScript(graph)
    const { children } = parseDocument(`${element}<p>after</p>`)
    assert.deepEqual(
      children.map(c => 'name' in c && c.name),
      ['script', 'p'],
    )
    assert.deepEqual(JSON.parse(DomUtils.textContent(children[0])), graph)
  })

  holds('html: the text, and nothing of it is markup', (text, id) => {
    const record = recordOf(text, id)
    const root = parseDocument(toHtml(text, record))
    const elements = DomUtils.getElementsByTagName('*', root)
    assert.equal(elements.filter(e => e.name === 'script').length, 1)
    for (const { name, attribs } of elements) {
      assert.ok(!['img', 'iframe', 'object', 'embed', 'base', 'form', 'svg'].includes(name), name)
      for (const [key, value] of Object.entries(attribs)) {
        assert.doesNotMatch(key, /^on/i)
        assert.doesNotMatch(value, /^\s*(javascript|data|vbscript):/i)
      }
    }
  })
})

/** RFC 4180, to the letter: a cell in quotes may hold anything. */
function readCsv(csv: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (let i = 0; i < csv.length; ) {
    let cell = ''
    if (csv[i] === '"') {
      for (i++; i < csv.length; i++) {
        if (csv[i] !== '"') cell += csv[i]
        else if (csv[i + 1] === '"') {
          cell += '"'
          i++
        } else break
      }
      i++
    } else while (i < csv.length && csv[i] !== separator && csv[i] !== '\r') cell += csv[i++]
    row.push(cell)
    if (csv[i] === separator) {
      i++
      continue
    }
    assert.equal(csv.slice(i, i + 2), '\r\n')
    i += 2
    rows.push(row)
    row = []
  }
  return rows
}
