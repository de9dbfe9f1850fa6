import { describe, expect, it } from 'vitest'
import { BRAT_CONFIG, toBrat } from '../../src/formats/index.js'
import type { Extraction, Span } from '../../src/records.js'
import { fixtures, sample } from './samples.js'

interface Ann {
  entities: Map<string, { type: string; pieces: [number, number][]; span: Span }>
  relations: [type: string, from: string, to: string][]
  attributes: [type: string, of: string, value: string | undefined][]
  groups: string[][]
}

/**
 * Reads standoff as brat's server does: by line, by tab; offsets count code points; the text of an annotation is that of its
 * pieces, a space between each two.
 */
function read(text: string, ann: string): Ann {
  const characters = [...text]
  const units = [0]
  for (const character of characters) units.push(units[units.length - 1] + character.length)
  const found: Ann = { entities: new Map(), relations: [], attributes: [], groups: [] }
  expect(ann === '' || ann.endsWith('\n')).toBe(true)
  // Python's splitlines() takes more for the end of a line than \n; none of that may stand in the file.
  expect(ann).not.toMatch(/[^\P{Cc}\t\n]|[\u2028\u2029]/u)
  for (const line of ann.split('\n').slice(0, -1)) {
    const [id, data, tail] = line.split('\t')
    const words = data.split(' ')
    if (id[0] === 'T') {
      const pieces = data
        .slice(words[0].length + 1)
        .split(';')
        .map(piece => piece.split(' ').map(Number) as [number, number])
      pieces.reduce((last, [start, end]) => {
        // Pieces that touch are an overlap to brat.
        expect(start).toBeGreaterThan(last)
        expect(end).toBeGreaterThan(start)
        return end
      }, -1)
      expect(tail).toBe(pieces.map(([start, end]) => characters.slice(start, end).join('')).join(' '))
      const start = units[pieces[0][0]]
      const end = units[pieces[pieces.length - 1][1]]
      expect(found.entities.has(id)).toBe(false)
      found.entities.set(id, { type: words[0], pieces, span: { start, end, text: text.slice(start, end) } })
    } else if (id[0] === 'R') {
      const [from, to] = words.slice(1).map((word, i) => word.replace(`Arg${i + 1}:`, ''))
      found.relations.push([words[0], from, to])
    } else if (id[0] === 'A') found.attributes.push([words[0], words[1], words[2]])
    else if (id === '*') found.groups.push(words.slice(1))
    else expect(id).toMatch(/^#\d+$/)
  }
  const known = (id: string): unknown => expect(found.entities.has(id)).toBe(true)
  for (const [, from, to] of found.relations) [from, to].forEach(known)
  for (const [, of] of found.attributes) known(of)
  found.groups.flat().forEach(known)
  return found
}

const spans = (ann: Ann, type: string): Span[] =>
  [...ann.entities.values()].filter(e => e.type === type).map(e => e.span)
const bare = ({ start, end, text }: Span): Span => ({ start, end, text })

/** Every span of the records is read back where it was. */
function expectRoundTrip(ann: Ann, { officials, titles, terms, directives }: Extraction): void {
  expect(spans(ann, 'Official')).toEqual(officials.flatMap(o => o.mentions.map(bare)))
  expect(spans(ann, 'Title')).toEqual(titles.map(bare))
  expect(spans(ann, 'Term')).toEqual(terms.map(bare))
  expect(spans(ann, 'Directive')).toEqual(directives.map(bare))
  expect(spans(ann, 'Cue')).toEqual(directives.flatMap(d => (d.cue === null ? [] : [bare(d.cue)])))
  expect(spans(ann, 'Addressee')).toEqual(directives.flatMap(d => (d.addressee === null ? [] : [bare(d.addressee)])))
  expect(spans(ann, 'Action')).toEqual(directives.flatMap(d => d.actions.map(bare)))
  expect(spans(ann, 'Deadline')).toEqual(
    directives.flatMap(d => d.actions.flatMap(a => (a.deadline === null ? [] : [bare(a.deadline)]))),
  )
}

/** The types that annotation.conf declares, by section. */
function declared(section: string): Set<string> {
  const lines = BRAT_CONFIG.split(/^\[(\w+)\]$/m)
  return new Set(
    lines[lines.indexOf(section) + 1]
      .trim()
      .split('\n')
      .map(line => line.split('\t')[0]),
  )
}

describe('toBrat', () => {
  it('gives what is in the records', () => {
    const { text, extraction } = sample()
    expect(toBrat(text, extraction)).toBe(
      [
        'T1\tOfficial 9 15\tLê Thử',
        'A1\tMention T1 full',
        '#1\tAnnotatorNotes T1\tp1 Lê Thử',
        'T2\tOfficial 111 114\tThử',
        'A2\tMention T2 short',
        '#2\tAnnotatorNotes T2\tp1 Lê Thử',
        '*\tPerson T1 T2',
        'T3\tTerm 46 64\tnhiệm kỳ 2021-2026',
        'A3\tKind T3 years',
        'T4\tTitle 2 8\tĐại tá',
        'A4\tStatus T4 current',
        '#3\tAnnotatorNotes T4\tĐại tá',
        'T5\tTitle 17 30;31 45\tChủ tịch UBND tỉnh Quảng Trị',
        'A5\tStatus T5 current',
        '#4\tAnnotatorNotes T5\tChủ tịch Ủy ban nhân dân tỉnh Quảng Trị',
        'T6\tTitle 118 126\tChủ tịch',
        'A6\tStatus T6 current',
        '#5\tAnnotatorNotes T6\tChủ tịch',
        'R1\tHolds Arg1:T1 Arg2:T4',
        'R2\tHolds Arg1:T1 Arg2:T5',
        'R3\tFor_term Arg1:T5 Arg2:T3',
        'R4\tHolds Arg1:T2 Arg2:T6',
        'T7\tDirective 2 30;31 106\tĐại tá Lê Thử, Chủ tịch UBND tỉnh Quảng Trị nhiệm kỳ 2021-2026, yêu cầu Sở Y tế báo cáo trước ngày 30/6.',
        'A7\tForce T7 request',
        'T8\tSpeaker 9 15\tLê Thử',
        'R5\tSaid_by Arg1:T7 Arg2:T8',
        'T9\tCue 66 73\tyêu cầu',
        'R6\tHas_cue Arg1:T7 Arg2:T9',
        'T10\tAddressee 74 81\tSở Y tế',
        'R7\tAddressed_to Arg1:T7 Arg2:T10',
        'T11\tAction 82 105\tbáo cáo trước ngày 30/6',
        'R8\tHas_action Arg1:T7 Arg2:T11',
        'T12\tDeadline 90 105\ttrước ngày 30/6',
        'R9\tDue Arg1:T11 Arg2:T12',
        '',
      ].join('\n'),
    )
  })

  it('reads back to the same spans, for all fixtures, with every kind of line break and with emoji', () => {
    const { text, extraction } = sample()
    expectRoundTrip(read(text, toBrat(text, extraction)), extraction)
    for (const { text, extraction } of fixtures()) {
      expectRoundTrip(read(text, toBrat(text, extraction)), extraction)
      for (const filler of ['\r\n', '\u2028', '🌾\n', '\t']) {
        // The same records in a text whose line breaks are something else.
        const other = text.replaceAll('\n', filler)
        const at = (offset: number): number => text.slice(0, offset).replaceAll('\n', filler).length
        const moved = JSON.parse(JSON.stringify(extraction), (_, value) =>
          typeof value?.start === 'number' && typeof value.text === 'string'
            ? { ...value, start: at(value.start), end: at(value.end), text: value.text.replaceAll('\n', filler) }
            : value,
        ) as Extraction
        expectRoundTrip(read(other, toBrat(other, moved)), moved)
      }
    }
  })

  it('uses the types that annotation.conf declares, and no others', () => {
    for (const { text, extraction } of [sample(), ...fixtures()]) {
      const ann = read(text, toBrat(text, extraction))
      for (const { type } of ann.entities.values()) expect(declared('entities')).toContain(type)
      for (const [type] of ann.relations) expect(declared('relations')).toContain(type)
      for (const [type] of ann.attributes) expect(declared('attributes')).toContain(type)
    }
  })

  it('refuses another text than that of the records', () => {
    const { text, extraction } = sample()
    expect(() => toBrat(text.normalize('NFD'), extraction)).toThrow(RangeError)
    expect(() => toBrat(text.slice(1), extraction)).toThrow(/toBrat: the text has .* where the records have "Lê Thử"/)
  })
})
