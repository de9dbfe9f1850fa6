import { describe, expect, it } from 'vitest'
import { type CsvTables, toCsv } from '../../src/formats/index.js'
import type { Extraction } from '../../src/records.js'
import { fixtures, sample } from './samples.js'

/** Reads RFC 4180 character by character: rows of cells. */
function read(csv: string, separator = ','): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < csv.length; i++) {
    const c = csv[i]
    if (quoted) {
      if (c === '"' && csv[i + 1] === '"') cell += csv[++i]
      else if (c === '"') quoted = false
      else cell += c
    } else if (c === '"' && cell === '') quoted = true
    else if (c === separator) {
      row.push(cell)
      cell = ''
    } else if (c === '\r' && csv[i + 1] === '\n') {
      i++
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += c
  }
  expect(quoted || cell !== '' || row.length > 0).toBe(false)
  return rows
}

/** Rows as objects by the names in the first. */
function records(csv: string, separator?: string): Record<string, string>[] {
  const [names, ...rows] = read(csv, separator)
  for (const row of rows) expect(row).toHaveLength(names.length)
  return rows.map(row => Object.fromEntries(names.map((name, i) => [name, row[i]])))
}

const withTitle = (text: string): Extraction => {
  const { extraction } = sample()
  return { ...extraction, titles: [{ ...extraction.titles[0], text }] }
}

describe('toCsv', () => {
  it('gives what is in the records', () => {
    const tables = toCsv(sample().extraction)
    expect(tables.officials).toBe(
      'document,id,name,honorific,scope,roles,mentions,start,end\r\nbao/1,p1,Lê Thử,ông,vn,3,2,10,16\r\n',
    )
    expect(records(tables.roles)[1]).toEqual({
      document: 'bao/1',
      official: 'p1',
      name: 'Lê Thử',
      text: 'Chủ tịch UBND\ntỉnh Quảng Trị',
      canonical: 'Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị',
      english: "Chairman of the Quang Tri provincial People's Committee",
      kind: 'chair',
      deputy: 'false',
      standing: 'false',
      rank: '',
      body: 'Ủy ban nhân dân tỉnh',
      body_kind: 'government',
      body_level: 'province',
      body_successor: '',
      place: 'Quảng Trị',
      place_kind: 'province',
      place_code: '44',
      place_today: 'Quảng Trị',
      place_inferred: 'false',
      status: 'current',
      term: 'nhiệm kỳ 2021-2026',
      term_from: '2021',
      term_to: '2026',
      via: 'after-name',
    })
    expect(records(tables.titles).map(t => [t.index, t.start, t.end, t.text, t.rank, t.official, t.generic])).toEqual([
      ['0', '3', '9', 'Đại tá', 'Đại tá', 'p1', 'false'],
      ['1', '18', '46', 'Chủ tịch UBND\ntỉnh Quảng Trị', '', 'p1', 'false'],
      ['2', '119', '127', 'Chủ tịch', '', 'p1', 'false'],
    ])
    expect(tables.terms).toBe(
      'document,index,start,end,text,kind,from,to,ordinal,body\r\nbao/1,0,47,65,nhiệm kỳ 2021-2026,years,2021,2026,,\r\n',
    )
    expect(records(tables.directives)).toEqual([
      expect.objectContaining({
        index: '0',
        force: 'request',
        speaker: 'Lê Thử',
        speaker_official: 'p1',
        cue: 'yêu cầu',
        addressee: 'Sở Y tế',
        action: 'báo cáo trước ngày 30/6',
        deadline: 'trước ngày 30/6',
        deadline_date: '2026-06-30',
        continues: '',
      }),
    ])
  })

  it('gives a row for each task, and one for a directive without any', () => {
    const { extraction } = sample()
    const [directive] = extraction.directives
    const [action] = directive.actions
    const { directives } = toCsv({
      ...extraction,
      directives: [
        { ...directive, actions: [action, { ...action, deadline: null }] },
        { ...directive, actions: [], continues: 0 },
      ],
    })
    expect(records(directives).map(d => [d.index, d.action_start, d.deadline, d.continues])).toEqual([
      ['0', '83', 'trước ngày 30/6', ''],
      ['0', '83', '', ''],
      ['1', '', '', '0'],
    ])
  })

  it('holds every record of all fixtures, unchanged where formulas need no care', () => {
    const all = fixtures()
    for (const separator of [',', ';', '\t'] as const) {
      const tables = toCsv(
        all.map(f => f.extraction),
        { escapeFormulas: false, separator },
      )
      const rows = records(tables.titles, separator)
      const expected = all.flatMap(f => f.extraction.titles.map(t => [f.name, t.text, String(t.start), String(t.end)]))
      expect(rows.map(r => [r.document, r.text, r.start, r.end])).toEqual(expected)
      const tasks = all.flatMap(f => f.extraction.directives.flatMap(d => (d.actions.length > 0 ? d.actions : [null])))
      expect(records(tables.directives, separator).map(r => r.action)).toEqual(tasks.map(a => a?.text ?? ''))
      expect(records(tables.officials, separator)).toHaveLength(all.flatMap(f => f.extraction.officials).length)
      expect(records(tables.roles, separator)).toHaveLength(
        all.flatMap(f => f.extraction.officials.flatMap(o => o.roles)).length,
      )
      expect(records(tables.terms, separator)).toHaveLength(all.flatMap(f => f.extraction.terms).length)
    }
  })

  it('lets no cell be run as a formula', () => {
    for (const text of [
      '=1+1',
      '+84 000',
      '-2+3',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      '\0=1',
      '＝1',
      '－1',
      '=HYPERLINK("x";"y")',
    ]) {
      const [row] = records(toCsv(withTitle(text)).titles)
      expect(row.text).toBe(`'${text}`)
      expect(records(toCsv(withTitle(text), { escapeFormulas: false }).titles)[0].text).toBe(text)
    }
    for (const text of ["'quoted", 'Bí thư', '1-2', ' = 1'])
      expect(records(toCsv(withTitle(text)).titles)[0].text).toBe(text)
    for (const table of Object.values(toCsv(fixtures().map(f => f.extraction))))
      for (const cell of read(table).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/)
    expect(records(toCsv({ ...sample().extraction, id: '=cmd' }).terms)[0].document).toBe("'=cmd")
  })

  it('keeps quotes, separators and line breaks inside a cell', () => {
    for (const text of ['a,b', 'a;b', 'a\tb', 'a"b"', '"', 'a\nb', 'a\r\nb', ' a ', ''])
      for (const separator of [',', ';', '\t'] as const)
        expect(records(toCsv(withTitle(text), { separator }).titles, separator)[0].text).toBe(text)
  })

  it('can be written one article after another', () => {
    const { extraction } = sample()
    const two = toCsv([extraction, { ...extraction, id: 'bao/2' }], { bom: true })
    const first = toCsv(extraction, { bom: true })
    const second = toCsv({ ...extraction, id: 'bao/2' }, { header: false })
    for (const table of Object.keys(two) as (keyof CsvTables)[]) {
      expect(two[table].startsWith('\ufeffdocument,')).toBe(true)
      expect(first[table] + second[table]).toBe(two[table])
    }
  })
})
