/** What every runtime is asked, and what Node answers: the records of all sample reports, and of texts of odd sorts, in every format. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import * as formats from '../../src/formats/index.js'
import * as chucdanh from '../../src/index.js'
import { assertSound } from '../lib/sound.js'

export interface Case {
  id: string
  text: string
  date?: string
  place?: string | null
}

export interface Answer {
  record: chucdanh.Extraction
  written: string[]
}

const folder = new URL('../../fixtures/', import.meta.url)
const reports: Case[] = readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .map(file => {
    const id = file.slice(0, -5)
    const { options } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
    return { id, text: readFileSync(new URL(`${id}.txt`, folder), 'utf8'), ...options }
  })

const [first] = reports
export const cases: Case[] = [
  ...reports,
  { id: 'decomposed', text: first.text.normalize('NFD') },
  { id: 'windows', text: `\ufeff${first.text.replaceAll('\n', '\r\n')}` },
  { id: 'https://example.org/tin tức/🌊', text: `👍🏽 ${first.text.slice(0, 600)} 🌊` },
  { id: 'capitals', text: first.text.toUpperCase() },
  { id: 'english', text: 'The minister said that the plan would be ready by March.' },
  { id: 'empty', text: '' },
]

/**
 * Answers one case. It is sent to the runtimes as its own source, so it names nothing but its arguments.
 */
export function answer(lib: typeof chucdanh, forms: typeof formats, { id, text, date, place }: Case): Answer {
  const record = lib.extract(text, { id, ...(date ? { date } : {}), ...(place ? { place } : {}) })
  return {
    record,
    written: [
      JSON.stringify(forms.toPopolo(record)),
      JSON.stringify(forms.toFollowTheMoney(record)),
      JSON.stringify(forms.toJsonLd(record)),
      JSON.stringify(forms.toCsv(record)),
      forms.toBrat(text, record),
      forms.toConll(text, record),
    ],
  }
}

/** As a module of JavaScript. */
export const ANSWER = `export ${String(answer)}`

let own: Answer[] | undefined

/** Are these the answers of Node, from the source, and sound by themselves? */
export function expectSame(answers: readonly Answer[]): void {
  own ??= cases.map(c => answer(chucdanh, formats, c))
  expect(answers).toHaveLength(cases.length)
  cases.forEach(({ id, text }, i) => {
    expect(answers[i], id).toEqual(own![i])
    assertSound(answers[i].record, text)
  })
  expect(answers.reduce((n, a) => n + a.record.officials.length, 0)).toBeGreaterThan(100)
}
