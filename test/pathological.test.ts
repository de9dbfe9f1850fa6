/**
 * Texts made to be slow come to an end, with sound records. How the time grows is for `npm run bench` to say; the limits
 * here only stop a run that would never end.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extract } from '../src/index.js'
import { again, HOSTILE, nameOf } from './lib/hostile.js'
import { assertSound } from './lib/sound.js'

const FUZZ = process.env.MODE === 'fuzz'
const GUARD = { timeout: FUZZ ? 3_600_000 : 120_000 }
const MEGABYTE = 1 << 20

/** A string in one piece, not the tree of parts that it was put together from. */
const flat = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')
/** So that it is read as Vietnamese, whatever follows. */
const OPENING = 'Tại cuộc họp, ông được yêu cầu trả lời. '

describe('again and again', GUARD, () => {
  test.each(Object.entries(HOSTILE))('%s', (_, make) => {
    const text = OPENING + make(FUZZ ? 200_000 : 5000)
    const record = extract(text)
    expect(record.language === 'vi' || record.language === 'und').toBe(true)
    assertSound(record, text)
  })
})

describe('every form of the lexicon', GUARD, () => {
  const data = new URL('../src/lexicon/data/', import.meta.url)
  const tables = readdirSync(data).filter(f => f.endsWith('.tsv'))

  test.each(tables)('%s', table => {
    const lines = readFileSync(new URL(table, data), 'utf8').split('\n')
    const forms = lines
      .filter(line => line !== '' && !line.startsWith('#'))
      .slice(1)
      .map(line => line.split('\t')[0])
    for (const between of [' ', ', ', ' và ', '. Ông ']) {
      const text = flat(OPENING + forms.join(between).slice(0, FUZZ ? 500_000 : 15_000))
      assertSound(extract(text), text)
    }
    const step = FUZZ ? 1 : Math.ceil(forms.length / 8)
    for (let i = 0; i < forms.length; i += step) {
      const text = flat(OPENING + again(`${forms[i]} `)(FUZZ ? 20_000 : 1000))
      assertSound(extract(text), text)
    }
  })
})

describe('every mark and number', GUARD, () => {
  const MARKS = [...'"“”„‟«»‘’‚‛`´()[]{}<>（）「」『』,.;:!?…-–—‑•*+/\\&#@%0123456789٠１'].concat([
    'XIV',
    '2026',
    '1.510',
    '3,5',
    '5/9',
    '&quot;',
    '...',
  ])

  test.each(MARKS)('%s', mark => {
    const size = FUZZ ? 200_000 : 2000
    for (const unit of [mark, `${mark} `, `ông ${mark} `, `${mark}Chủ tịch xã`, ` yêu cầu ${mark}`]) {
      const text = flat(OPENING + again(unit)(size))
      assertSound(extract(text), text)
    }
  })

  test.each(['()', '[]', '{}', '“”', '«»', '‘’', '""'])('%s in each other', pair => {
    const depth = FUZZ ? 50_000 : 1000
    const text = flat(`${OPENING}${`ông ${pair[0]}`.repeat(depth)}Chủ tịch xã${pair[1].repeat(depth)}`)
    assertSound(extract(text), text)
  })
})

describe('more than anybody writes', GUARD, () => {
  test.each(['a', '1'])('a token of ten million %j', unit => {
    extract(flat(OPENING + unit.repeat(10 * MEGABYTE)))
  })

  test.each(['ư', 'Ư', '\u0301', '\u200b', '"', '(', '.', 'a\u0301', '\ud800'])('nothing but %j', unit => {
    extract(flat(OPENING + unit.repeat(((FUZZ ? 10 : 0.3) * MEGABYTE) / unit.length)))
  })

  test('a sentence of a million characters', () => {
    const text = flat(again(i => `ông ${nameOf(i)}, Chủ tịch UBND xã, được yêu cầu báo cáo và `)(MEGABYTE))
    expect(extract(text).titles.length).toBeGreaterThan(1000)
  })

  test('a hundred thousand names and more', () => {
    // Each of them is given the title: a list longer than a call takes arguments.
    const names = Array.from({ length: 130_000 }, (_, i) => nameOf(i))
    const record = extract(flat(`Các Phó Chủ tịch UBND tỉnh gồm ${names.join(', ')}.`))
    expect(record.officials.length).toBeGreaterThan(3000)
    const some = names.slice(0, FUZZ ? names.length : 5000)
    for (const between of [', ', ' nói. Chủ tịch xã '])
      expect(extract(flat(`Có mặt Chủ tịch xã ${some.join(between)}.`)).language).toBe('vi')
  })

  test('twenty thousand titles in one sentence', () => {
    for (const between of [', ', ' và ', ' ', ' - ', ', nguyên ', ' là ', ' được bầu làm ', '; thôi giữ chức ']) {
      const count = FUZZ || between === ', ' ? 20_000 : 2000
      const text = `Ông Nguyễn Văn An là ${Array.from({ length: count }, () => 'Bí thư Tỉnh ủy').join(between)}.`
      expect(extract(flat(text)).titles.length, between).toBeGreaterThan(count * 0.75)
    }
  })
})
