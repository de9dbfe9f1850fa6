/**
 * The sample reports: each is extracted, each record is sound, and the whole set scores no less than it did.
 *
 * A floor that is passed by a good deal is to be raised with the change that passes it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sentenceFinder } from '../src/cli/gold.js'
import {
  type Annotation,
  compare,
  figuresOf,
  type Mistake,
  newTotals,
  SETS,
  SHARES,
  viewOfAnnotation,
  viewOfRecord,
} from '../src/cli/score.js'
import { type Extraction, extract } from '../src/index.js'

/** F1 of what is found, accuracy of status and speaker. */
const FLOORS = {
  officials: 0.985,
  roles: 0.975,
  'roles~': 0.98,
  titles: 0.92,
  terms: 1,
  directives: 0.88,
  status: 0.97,
  speaker: 0.92,
}

interface Report {
  id: string
  text: string
  gold: Annotation
  options: { date: string; place: string | null }
}

const folder = new URL('../fixtures/', import.meta.url)
const reports: Report[] = readdirSync(folder)
  .filter(f => f.endsWith('.json'))
  .map(f => {
    const { options, ...gold } = JSON.parse(readFileSync(new URL(f, folder), 'utf8'))
    const id = f.slice(0, -5)
    return { id, text: readFileSync(new URL(`${id}.txt`, folder), 'utf8'), gold, options }
  })

const recordOf = (report: Report, text = report.text): Extraction => extract(text, { id: report.id, ...report.options })

test('there are enough of them', () => expect(reports.length).toBeGreaterThanOrEqual(24))

describe.each(reports)('$id', report => {
  const record = recordOf(report)

  test('is Vietnamese, and every span is true', () => {
    expect(record.language).toBe('vi')
    let spans = 0
    const walk = (value: unknown, path: string): void => {
      expect(value, path).not.toBeUndefined()
      if (typeof value !== 'object' || value === null) return
      const { start, end, text } = value as { start?: number | null; end?: number; text?: string }
      if (typeof start === 'number') {
        expect(report.text.slice(start, end), path).toBe(text)
        expect(text, path).not.toBe('')
        spans++
      }
      for (const [key, child] of Object.entries(value)) walk(child, `${path}.${key}`)
    }
    walk(record, report.id)
    expect(spans).toBeGreaterThan(0)
  })

  test('what refers to something finds it, and all is in order', () => {
    const ids = record.officials.map(o => o.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const official of record.officials) {
      expect(official.roles.length).toBeGreaterThan(0)
      expect(official.mentions.length).toBeGreaterThan(0)
      for (const role of official.roles) {
        expect(role.titles.length).toBeGreaterThan(0)
        for (const t of role.titles) expect(record.titles[t]).toBeDefined()
        if (role.term !== null) expect(record.terms[role.term]).toBeDefined()
      }
    }
    for (const title of record.titles) if (title.officialId !== null) expect(ids).toContain(title.officialId)
    record.directives.forEach((d, i) => {
      if (d.speaker?.officialId != null) expect(ids).toContain(d.speaker.officialId)
      if (d.continues !== null) expect(d.continues).toBeLessThan(i)
      for (const a of d.actions) {
        expect(a.start).toBeGreaterThanOrEqual(d.start)
        expect(a.end).toBeLessThanOrEqual(d.end)
      }
    })
    for (const list of [record.titles, record.terms, record.directives]) {
      const starts = list.map(r => r.start)
      expect(starts).toEqual([...starts].sort((a, b) => a - b))
    }
  })

  test('reads the same however it is encoded', () => {
    const plain = written(record)
    expect(written(recordOf(report, `\ufeff${report.text}`)), 'with a byte order mark').toEqual(plain)
    expect(written(recordOf(report, report.text.replaceAll('\n', '\r\n'))), 'with Windows line ends').toEqual(plain)
    expect(written(recordOf(report, report.text.replaceAll(' ', '\u00a0'))), 'with no-break spaces').toEqual(plain)
    const html = report.text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
    expect(written(recordOf(report, html)), 'with character references').toEqual(plain)
    expect(written(recordOf(report, report.text.normalize('NFD'))), 'decomposed').toEqual(plain)
  })
})

/** A record without its offsets, its strings in composed Unicode, single spaces and plain characters. */
function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written)
  if (typeof value === 'string')
    return value.normalize('NFC').replace(/\s+/g, ' ').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'start' && key !== 'end')
  return Object.fromEntries(entries.map(([key, child]) => [key, written(child)]))
}

describe('the whole set', () => {
  const totals = newTotals()
  const mistakes: (Mistake & { id: string })[] = []
  const lost: string[] = []
  for (const report of reports) {
    const gold = viewOfAnnotation(report.gold, sentenceFinder(report.text), first =>
      lost.push(`${report.id}: ${first}`),
    )
    compare(gold, viewOfRecord(recordOf(report)), report.text, totals, m => mistakes.push({ id: report.id, ...m }))
  }
  const figures = figuresOf(totals)

  test('every annotated sentence is in its report', () => expect(lost).toEqual([]))

  test.each([...SETS, ...SHARES])('%s', measure => {
    const figure = figures[measure]
    const score = 'f1' in figure ? figure.f1 : figure.accuracy
    // "+" is found and should not be, "-" should be found and is not, "!" is found with a wrong value.
    const sign = (m: Mistake): string => (m.what === 'missed' ? '-' : 'f1' in figure ? '+' : '!')
    const diff = reports.flatMap(({ id }) => {
      const own = mistakes.filter(m => m.id === id && m.measure === measure)
      return own.length === 0 ? [] : [id, ...own.map(m => `  ${sign(m)} ${m.text}`)]
    })
    expect(
      score,
      `${measure}: ${score.toFixed(4)}, the floor is ${FLOORS[measure]}\n${diff.join('\n')}\n`,
    ).toBeGreaterThanOrEqual(FLOORS[measure])
  })
})
