import { describe, expect, it } from 'vitest'
import { toConll } from '../../src/formats/index.js'
import { fixtures, sample } from './samples.js'

interface Row {
  form: string
  start: number
  end: number
  tags: Record<string, string>
}

/** Reads CoNLL-U Plus: the columns by their names, offsets turned back into code units. */
function read(text: string, conll: string): { sentences: Row[][]; texts: string[] } {
  const units = [0]
  for (const character of text) units.push(units[units.length - 1] + character.length)
  const [first, ...rest] = conll.split('\n')
  const names = first.replace('# global.columns = ', '').split(' ')
  const sentences: Row[][] = []
  const texts: string[] = []
  expect(conll.endsWith('\n')).toBe(true)
  for (const block of rest.join('\n').split('\n\n')) {
    const rows: Row[] = []
    let whole = ''
    for (const line of block.split('\n')) {
      if (line.startsWith('# text = ')) texts.push(line.slice(9))
      if (line === '' || /^# (newdoc|sent_id|text)/.test(line)) continue
      const cells = Object.fromEntries(line.split('\t').map((cell, i) => [names[i], cell]))
      const misc = cells.MISC.match(/^(SpaceAfter=No\|)?TokenRange=(\d+):(\d+)$/)
      const isWhole = line.split('\t').length === names.length && Object.values(cells).every(cell => /^\S+$/.test(cell))
      // One `expect` a line of forty articles takes seconds.
      if (misc === null || !isWhole || cells.ID !== String(rows.length + 1))
        throw new Error(`no line of CoNLL: ${line}`)
      rows.push({ form: cells.FORM, start: units[Number(misc[2])], end: units[Number(misc[3])], tags: cells })
      whole += cells.FORM + (misc[1] === undefined ? ' ' : '')
    }
    if (rows.length === 0) continue
    sentences.push(rows)
    expect(whole.trim()).toBe(texts[sentences.length - 1])
  }
  return { sentences, texts }
}

/** The spans that a column of BIO tags marks. */
function spans(sentences: Row[][], column: string): { start: number; end: number; label: string; person: string }[] {
  const found: { start: number; end: number; label: string; person: string }[] = []
  for (const rows of sentences) {
    let open = false
    for (const { start, end, tags } of rows) {
      const [, bio, label] = tags[column].match(/^(?:O|([BI])-(.+))$/)!
      if (bio === 'I') {
        // A tag goes on only where one of its kind has begun, in the same sentence.
        if (!open || found[found.length - 1].label !== label) throw new Error(`${tags[column]} continues nothing`)
        found[found.length - 1].end = end
      }
      if (bio === 'B') found.push({ start, end, label, person: tags['CHUCDANH:PERSON'] })
      open = bio !== undefined
    }
  }
  return found
}

describe('toConll', () => {
  it('gives what is in the records', () => {
    const { text, extraction } = sample()
    const rows = toConll(text, extraction).split('\n')
    expect(rows.slice(0, 15)).toEqual([
      '# global.columns = ID FORM MISC CHUCDANH:OFFICIAL CHUCDANH:PERSON CHUCDANH:TITLE CHUCDANH:TERM',
      '# newdoc id = bao/1',
      '# sent_id = 1',
      '# text = 🌊 Đại tá Lê Thử, Chủ tịch UBND tỉnh Quảng Trị nhiệm kỳ 2021-2026, yêu cầu Sở Y tế báo cáo trước ngày 30/6.',
      '1\t🌊\tTokenRange=0:1\tO\t_\tO\tO',
      '2\tĐại\tTokenRange=2:5\tO\t_\tB-rank\tO',
      '3\ttá\tTokenRange=6:8\tO\t_\tI-rank\tO',
      '4\tLê\tTokenRange=9:11\tB-full\tp1\tO\tO',
      '5\tThử\tSpaceAfter=No|TokenRange=12:15\tI-full\tp1\tO\tO',
      '6\t,\tTokenRange=15:16\tO\t_\tO\tO',
      '7\tChủ\tTokenRange=17:20\tO\t_\tB-chair\tO',
      '8\ttịch\tTokenRange=21:25\tO\t_\tI-chair\tO',
      '9\tUBND\tTokenRange=26:30\tO\t_\tI-chair\tO',
      '10\ttỉnh\tTokenRange=31:35\tO\t_\tI-chair\tO',
      '11\tQuảng\tTokenRange=36:41\tO\t_\tI-chair\tO',
    ])
  })

  it('reads back to the same spans, for all fixtures', () => {
    for (const { text, extraction } of [sample(), ...fixtures()]) {
      const { sentences } = read(text, toConll(text, extraction))
      const inOrder = <T extends { start: number }>(list: T[]): T[] => list.sort((a, b) => a.start - b.start)
      expect(spans(sentences, 'CHUCDANH:OFFICIAL')).toEqual(
        inOrder(
          extraction.officials.flatMap(({ id, mentions }) =>
            mentions.map(({ start, end, kind }) => ({ start, end, label: kind, person: id })),
          ),
        ),
      )
      expect(spans(sentences, 'CHUCDANH:TITLE').map(({ person: _, ...span }) => span)).toEqual(
        extraction.titles.map(({ start, end, position }) => ({ start, end, label: position.kind })),
      )
      expect(spans(sentences, 'CHUCDANH:TERM').map(({ person: _, ...span }) => span)).toEqual(
        extraction.terms.map(({ start, end, kind }) => ({ start, end, label: kind })),
      )
    }
  })

  it('leaves out nothing that is printed', () => {
    for (const { text, extraction } of fixtures()) {
      const { sentences } = read(text, toConll(text, extraction))
      const forms = sentences.flat().map(row => row.form)
      expect(forms.join('')).toBe(text.replace(/\s+/g, ''))
      expect(sentences.flat().map(({ start, end }) => text.slice(start, end))).toEqual(forms)
    }
  })

  it('cuts a token at the edge of a span, and of spans that overlap keeps the first', () => {
    const { text, extraction } = sample()
    const [title] = extraction.titles
    const half = { ...title, start: 3, end: 5, text: 'Đạ' }
    const conll = toConll(text, {
      ...extraction,
      officials: [],
      titles: [half, { ...title, start: 4, end: 9, text: text.slice(4, 9) }],
    })
    const { sentences } = read(text, conll)
    expect(spans(sentences, 'CHUCDANH:TITLE').map(s => text.slice(s.start, s.end))).toEqual(['Đạ'])
  })

  it('gives no sentence for an empty text', () => {
    const none = { language: 'und', officials: [], titles: [], terms: [], directives: [] }
    for (const text of ['', ' \n\t'])
      expect(toConll(text, none)).toBe(
        '# global.columns = ID FORM MISC CHUCDANH:OFFICIAL CHUCDANH:PERSON CHUCDANH:TITLE CHUCDANH:TERM\n# newdoc\n',
      )
  })
})
