/**
 * What holds for every text, tried on many that nobody would write.
 *
 * `npm test` tries few, `npm run fuzz` 100,000 a property (another number: CASES=5000 npm run fuzz; a run again: SEED=…).
 */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Extraction, extract, type Kind } from '../src/index.js'
import { foldKey } from '../src/text/fold.js'
import { anyText, FLOWING, hardWrap, REPORTS, someParagraphs, wellSpelled } from './lib/mangle.js'
import { assertSound } from './lib/sound.js'

const FUZZ = process.env.MODE === 'fuzz'
const CASES = Number(process.env.CASES ?? (FUZZ ? 100_000 : 150))
const TIMEOUT = CASES > 1000 ? 24 * 3_600_000 : 120_000

function holds(name: string, text: fc.Arbitrary<string>, check: (text: string) => void, cases = CASES): void {
  test(name, { timeout: TIMEOUT }, () => {
    fc.assert(fc.property(text, check), { numRuns: cases })
  })
}

describe('any text', () => {
  holds('gives sound records, the same each time', anyText, text => {
    const record = extract(text)
    assertSound(record, text)
    sameRecords(extract(text), record)
  })

  holds(
    'gives of each kind of records what it gives among all',
    anyText,
    text => {
      const { officials, titles, terms, directives } = extract(text)
      const alone = <K extends Kind>(kind: K): Extraction[K] => extract(text, { kinds: [kind] })[kind]
      assert.deepEqual(alone('terms'), terms)
      assert.deepEqual(
        alone('titles'),
        titles.map(t => ({ ...t, officialId: null })),
      )
      assert.deepEqual(
        alone('officials'),
        officials.map(o => ({ ...o, roles: o.roles.map(r => ({ ...r, titles: [], term: null })) })),
      )
      assert.deepEqual(
        alone('directives'),
        directives.map(d => ({ ...d, speaker: d.speaker === null ? null : { ...d.speaker, officialId: null } })),
      )
    },
    Math.ceil(CASES / (FUZZ ? 1 : 2)),
  )

  holds('gives the same records with a neutral paragraph after it', someParagraphs(FLOWING), text => {
    const record = extract(text)
    if (record.language !== 'vi') return
    sameRecords(extract(`${text}${NEUTRAL_AFTER}`), record)
  })

  holds('gives the same records, shifted, with a neutral paragraph before it', someParagraphs(FLOWING), text => {
    const record = extract(text)
    if (record.language !== 'vi') return
    sameRecords(extract(`${NEUTRAL_BEFORE}${text}`), shifted(record, NEUTRAL_BEFORE.length))
  })

  holds('gives the same officials, titles and terms with neutral paragraphs around it', anyText, text => {
    const record = extract(text)
    // Of short lines only, it may be hard-wrapped or not. What directs somebody depends on which line is the headline.
    if (record.language !== 'vi' || !text.split('\n').some(line => line.length > 132)) return
    const around = extract(`${NEUTRAL_BEFORE}${text}${NEUTRAL_AFTER}`)
    sameRecords({ ...around, directives: [] }, shifted({ ...record, directives: [] }, NEUTRAL_BEFORE.length))
  })
})

const NEUTRAL_AFTER = '\n\nTrời hôm nay nắng đẹp, gió thổi nhè nhẹ qua những hàng cây ven đường.\n'
const NEUTRAL_BEFORE = 'Trời hôm nay nắng đẹp, gió thổi nhè nhẹ qua những hàng cây ven đường.\n\n'

describe('one text in several spellings', () => {
  const ways: [string, (text: string) => string][] = [
    ['decomposed', text => text.normalize('NFD')],
    [
      'half decomposed',
      text => text.replace(/[^\0-\x7f]/g, (c, at: number) => (at % 2 === 0 ? c.normalize('NFD') : c)),
    ],
    ['with Windows line ends', text => text.replaceAll('\n', '\r\n')],
    ['with no-break spaces', text => text.replaceAll(' ', '\u00a0')],
    ['with the tone mark on the second vowel', toSecondVowel],
    ['with the tone mark on the first vowel', toFirstVowel],
  ]
  for (const [name, way] of ways) {
    test(`${name}: the reports`, () => {
      for (const text of REPORTS) expect(folded(extract(way(text)))).toEqual(folded(extract(text)))
    })
    holds(
      `${name}: paragraphs of them`,
      someParagraphs(REPORTS),
      text => sameRecords(folded(extract(way(text))), folded(extract(text))),
      Math.ceil(CASES / (FUZZ ? 1 : 4)),
    )
    holds(
      `${name}: stretches of them, words in any order`,
      wellSpelled,
      text => sameRecords(folded(extract(way(text))), folded(extract(text))),
      Math.ceil(CASES / (FUZZ ? 1 : 4)),
    )
  }
})

describe('hard-wrapped text', () => {
  /** Empty lines between paragraphs in both: a headline as wide as the lines are cannot be told from a full line. */
  const flowing = FLOWING.map(text =>
    text
      .normalize('NFC')
      .split('\n')
      .filter(line => line.trim() !== '')
      .join('\n\n'),
  )
  const WIDTHS = [45, 60, 72, 80, 100, 120]

  test.each(WIDTHS)('at %i columns: the reports', width => {
    for (const text of flowing) expect(folded(extract(hardWrap(text, width)))).toEqual(folded(extract(text)))
  })

  const somewhere = fc.tuple(someParagraphs(flowing, 12), fc.integer({ min: 45, max: 120 }))
  test('paragraphs of them, at any width', { timeout: TIMEOUT }, () => {
    const same = ([text, width]: [string, number]): void => {
      const wrapped = hardWrap(text, width)
      // Too few lines that break off in the middle of a sentence, and nothing tells that they do.
      if (wrapped.split('\n').length < 5 || (wrapped.match(/[\p{L},]\n\p{Ll}/gu) ?? []).length < 3) return
      sameRecords(folded(extract(wrapped)), folded(extract(text)))
    }
    fc.assert(fc.property(somewhere, same), { numRuns: Math.ceil(CASES / (FUZZ ? 1 : 2)) })
  })
})

/** Equal data with its keys in the same order; the comparison that tells the difference takes its time. */
function sameRecords(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) assert.deepEqual(actual, expected)
}

/** All offsets later by `by`. */
function shifted(value: unknown, by: number): Extraction {
  const move = (v: unknown): unknown => {
    if (Array.isArray(v)) return v.map(move)
    if (typeof v !== 'object' || v === null) return v
    return Object.fromEntries(
      Object.entries(v).map(([key, child]) => [
        key,
        (key === 'start' || key === 'end') && typeof child === 'number' ? child + by : move(child),
      ]),
    )
  }
  return move(value) as Extraction
}

/** A record without offsets, its texts as their keys: equal for two spellings of one text. */
function folded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(folded)
  if (typeof value === 'string') return foldKey(value)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'start' && key !== 'end')
  return Object.fromEntries(entries.map(([key, child]) => [key, folded(child)]))
}

/** "òa", "ủy" -> "oà", "uỷ", where nothing follows in the word. */
function toSecondVowel(text: string): string {
  return moveTone(text, (first, tone, second) => `${first}${second}${tone}`)
}

function toFirstVowel(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<![qQ])([oOuU])([aAeEyY])([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/gu, '$1$3$2')
    .normalize('NFC')
}

function moveTone(text: string, put: (first: string, tone: string, second: string) => string): string {
  return text
    .normalize('NFD')
    .replace(
      /(?<![qQ])([oOuU])([\u0300\u0301\u0303\u0309\u0323])([aAeEyY])(?![\p{L}\p{M}])/gu,
      (_, first, tone, second) => put(first, tone, second),
    )
    .normalize('NFC')
}
