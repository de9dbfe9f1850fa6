/** The results as Markdown, ratios first. */

import type { Big } from './big.js'
import type { Cold } from './cold.js'
import { BARE, CHUCDANH, versionOf } from './contestants.js'
import type { FormRow } from './forms.js'
import type { GrowthCell, GrowthRow } from './growth.js'
import { type HostileRow, SIZES } from './hostile.js'
import type { LeaksRow } from './leaks.js'
import type { Speed } from './speed.js'
import type { Stages } from './stages.js'

/** A table with numbers to the right; the first column is text. */
function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/** Three figures that matter. */
function figure(n: number): string {
  if (n === 0) return '0'
  if (n >= 1000) return Math.round(n).toLocaleString('en')
  return n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n >= 0.1 ? n.toFixed(2) : n.toPrecision(2)
}

const range = ([low, high]: [number, number]): string => `${figure(low)}–${figure(high)}`
const megabytes = (bytes: number): string => figure(bytes / 1e6)

const label = (name: string): string => {
  if (name.includes(', ')) return name
  const version = name === BARE || name === CHUCDANH ? null : versionOf(name)
  return name === CHUCDANH ? `**${name}**` : version === null ? name : `${name} ${version}`
}

export function speedTable({ rows, rounds, articles, characters }: Speed): string {
  const body = rows.map(r =>
    r.missing !== null
      ? [`${label(r.name)}: not run, ${r.missing.replaceAll('|', ' ')}`, '', '', '', '', '']
      : [
          `${label(r.name)}: ${r.what.replaceAll('|', '\\|')}`,
          figure(r.ratio),
          range(r.ratioRange),
          figure(1000 / r.nanoseconds),
          figure(r.articlesPerSecond),
          figure(r.characters / 1000),
        ],
  )
  return [
    table(
      [
        '',
        'time ÷ bare tokenisation',
        'middle half of rounds',
        'million characters/s',
        'articles/s',
        'thousand characters a round',
      ],
      body,
    ),
    '',
    `${articles.toLocaleString('en')} articles of ${figure(characters / articles)} characters on average; medians of ${rounds} rounds.`,
  ].join('\n')
}

export function stagesTable({ rows, total }: Stages): string {
  return table(
    ['stage', '÷ bare tokenisation', 'share', 'ns/character'],
    [...rows, total].map(r => [
      r === total ? `**${r.name}**` : r.name,
      figure(r.ratio),
      `${(r.share * 100).toFixed(1)}%`,
      figure(r.nanoseconds),
    ]),
  )
}

export interface MemoryRow {
  name: string
  bytesPerCharacter: number | null
  /** Beyond a process that only reads the articles, in bytes. */
  peak: number
  missing: boolean
}

export function memoryTable(rows: MemoryRow[], idle: number): string {
  const bare = rows.find(r => r.name === BARE)?.bytesPerCharacter ?? null
  return [
    table(
      ['', 'allocated ÷ bare tokenisation', 'bytes allocated a character', 'peak memory beyond the articles, MB'],
      rows.map(r =>
        r.missing
          ? [`${label(r.name)}: not run`, '', '', '']
          : [
              label(r.name),
              r.bytesPerCharacter === null || bare === null ? 'not told' : figure(r.bytesPerCharacter / bare),
              r.bytesPerCharacter === null ? 'not told' : figure(r.bytesPerCharacter),
              megabytes(r.peak),
            ],
      ),
    ),
    '',
    `A process that only reads the articles holds ${megabytes(idle)} MB at most. The peak follows how lazily the engine collects more than what is needed at a time.`,
  ].join('\n')
}

/** Of the texts made to be slow: how much slower a character of the longest is than one of the shortest. */
export function hostileTable(rows: HostileRow[]): string {
  return table(
    ['text', ...SIZES.map(size => `ns/character of ${figure(size)}`), 'longest ÷ shortest'],
    rows.map(({ name, nanoseconds }) => [
      name,
      ...nanoseconds.map(figure),
      figure(nanoseconds[nanoseconds.length - 1] / nanoseconds[0]),
    ]),
  )
}

export function leaksTable(rows: LeaksRow[]): string {
  const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(2)
  return table(
    ['extractions', 'heap after a collection, MiB', 'typed arrays, MiB'],
    rows.map(({ extractions, heap, external }) => [figure(extractions), megabytes(heap), megabytes(external)]),
  )
}

export function growthTable(rows: GrowthRow[]): string {
  const cells = (cell: GrowthCell | null): string[] =>
    cell === null
      ? ['too long to run', '', '']
      : [figure(cell.ratio), figure(cell.nanoseconds), figure(cell.characters)]
  return table(
    [
      'articles in one text',
      'one repeated: ÷ 1×',
      'ns/character',
      'characters',
      'different ones: ÷ 1×',
      'ns/character',
      'characters',
    ],
    rows.map(r => [`${r.times}×`, ...cells(r.same), ...cells(r.different)]),
  )
}

export interface BigRow {
  bytes: number
  result: Big | null
}

export function bigTable(rows: BigRow[], seconds: number): string {
  return table(
    [
      'text, MB of UTF-8',
      'extra memory ÷ text',
      'extra memory at the peak, MB',
      'seconds',
      'million characters/s',
      'records',
    ],
    rows.map(({ bytes, result }) =>
      result === null
        ? [megabytes(bytes), `not within ${seconds} s`, '', '', '', '']
        : [
            megabytes(bytes),
            figure(result.extra / bytes),
            megabytes(result.extra),
            figure(result.milliseconds / 1000),
            figure(result.characters / 1000 / result.milliseconds),
            figure(result.records),
          ],
    ),
  )
}

export function coldTable({ rows, runs }: Cold): string {
  const own = rows.find(r => r.name === CHUCDANH)!.first
  return [
    table(
      [
        '',
        '÷ chucdanh',
        'import and first sentence, ms',
        'middle half',
        'of that the import, ms',
        'whole process, ms beyond an empty one',
      ],
      rows.map(r =>
        r.missing !== null
          ? [`${label(r.name)}: not run, ${r.missing.replaceAll('|', ' ')}`, '', '', '', '', '']
          : [
              label(r.name),
              figure(r.first / own),
              figure(r.first),
              range(r.firstRange),
              figure(r.imported),
              figure(r.process),
            ],
      ),
    ),
    '',
    `Medians of ${runs} fresh processes each, in turns.`,
  ].join('\n')
}

export function formsTable(rows: FormRow[]): string {
  const { gzipped, milliseconds } = rows.at(-1)!
  return table(
    ['numbers as', 'gzipped ÷ packed', 'time ÷ packed', 'gzipped, KB', 'ms to read', 'middle half'],
    rows.map(r => [
      r.name,
      figure(r.gzipped / gzipped),
      figure(r.milliseconds / milliseconds),
      (r.gzipped / 1000).toFixed(1),
      figure(r.milliseconds),
      range(r.range),
    ]),
  )
}

export function sizeTable({
  minified,
  gzipped,
  lexicon,
}: {
  minified: number
  gzipped: number
  lexicon: number
}): string {
  const kb = (n: number): string => (n / 1000).toFixed(1)
  return table(
    ['the default entry, nothing else to load', 'KB'],
    [
      ['as it ships, gzipped', `**${kb(gzipped)}**`],
      ['of that the lexicon', kb(lexicon)],
      ['of that the code', kb(gzipped - lexicon)],
      ['as it ships', kb(minified)],
    ],
  )
}
