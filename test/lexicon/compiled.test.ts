/** The compiled lexicon says what the tables say. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BODY, NEEDS_UPPER, PERSON, PLACE, POSITION, SURNAME, TABLES, VERB } from '../../src/lexicon/classes.js'
import { type Lexicon, needsOfEntry } from '../../src/lexicon/lexicon.js'
import { loadLexicon } from '../../src/lexicon/load.js'
import { packNumbers, unpackNumbers } from '../../src/lexicon/packed.js'
import { spelled, spellingOf } from '../../src/lexicon/spelling.js'
import { parseTable } from '../../src/lexicon/table.js'

const data = new URL('../../src/lexicon/data/', import.meta.url)
const tableOf = (file: string) => parseTable(file, readFileSync(new URL(file, data), 'utf8')).rows

describe('numbers', () => {
  test('come out as they went in', () => {
    const numbers = [0, 1, 49, 50, 51, 140, 3689, 3690, 3691, 12_345, 65_535, 753_570]
    expect([...unpackNumbers(packNumbers(numbers))]).toEqual(numbers)
  })
  test('are printable and need no escape', () => {
    expect(packNumbers(Array.from({ length: 5000 }, (_, i) => i))).toMatch(/^[#-[\]-~]+$/)
  })
  test.each([-1, 0.5, 753_571, Number.NaN])('%d is refused', n => {
    expect(() => packNumbers([n])).toThrow(RangeError)
  })
})

describe('spellings', () => {
  test.each([
    ['Văn hóa, Thể thao và Du lịch', ['văn', 'hóa', 'thể', 'thao', 'và', 'du', 'lịch'], 'Aa, AaaAa'],
    ['Bà Rịa - Vũng Tàu', ['bà', 'rịa', 'vũng', 'tàu'], 'AA - AA'],
    ['KH&ĐT', ['kh', 'đt'], 'U&U'],
    ['đồng chí', ['đồng', 'chí'], 'aa'],
    ['Quận 1', ['quận', '1'], 'Aa'],
  ])('%s', (name, words, spelling) => {
    expect(spellingOf(name, words)).toBe(spelling)
    expect(spelled(words, spelling)).toBe(name)
  })
  test.each([
    ['McAllister', ['mcallister']],
    ['Hòa Bình', ['hoà', 'bình']],
    ['(Bắc)', ['bắc']],
  ])('%s has none', (name, words) => {
    expect(spellingOf(name, words)).toBeNull()
  })
})

describe('rows', () => {
  const lexicon = loadLexicon()
  const plain = TABLES.filter(t => existsSync(new URL(t.file, data)) && t.class !== POSITION)

  test.each(plain.map(t => [t.file, t] as const))('%s has all its rows, whole', (file, { class: cls, keep }) => {
    const wanted = tableOf(file).map(r => keep.map(c => r[c] ?? ''))
    expect(lexicon.rowsOf(cls).map(String).sort()).toEqual(wanted.map(String).sort())
  })
  test('every name of a table is found, and leads to its row', () => {
    const lost: string[] = []
    for (const { file, class: cls, keep } of plain)
      for (const row of tableOf(file)) {
        const name = row[keep[0]]
        if (!name.includes('…') && !lexicon.findAll(cls, name).some(r => r[0] === name)) lost.push(`${file}: ${name}`)
      }
    expect(lost).toEqual([])
  })
  test('a row is made once, and a cell read alone is the same', () => {
    const row = lexicon.find(BODY, 'Bộ Tài chính')!
    expect(lexicon.findAll(BODY, 'bộ tài chính')[0]).toBe(row)
    expect(row.slice(0, 3)).toEqual(['Bộ Tài chính', 'government', 'central'])
  })
  test('no table is left out', () => {
    const files = readdirSync(data).filter(f => f.endsWith('.tsv'))
    expect(files.length).toBeGreaterThan(15)
    expect(lexicon.rowsOf(PLACE).length).toBeGreaterThan(1300)
  })
})

describe('forms', () => {
  const lexicon = loadLexicon()
  test.each([
    [BODY, 'Ban Tổ chức TW', 'Ban Tổ chức Trung ương'],
    [PLACE, 'BÀ RỊA VŨNG TÀU', 'Bà Rịa - Vũng Tàu'],
    [SURNAME, 'Nguyễn', 'Nguyễn'],
    [VERB, 'yêu cầu', 'yêu cầu'],
    [POSITION, 'uỷ viên bộ chính trị', 'Ủy viên Bộ Chính trị'],
  ])('%d: %s is %s', (cls, form, name) => {
    expect(lexicon.find(cls, form)?.[0]).toBe(name)
  })
  test.each(['', 'Ủy', 'Bộ Tài chính Bộ', 'qwerty', '-', 'Tài chính Bộ'])('"%s" is no body', form => {
    expect(lexicon.find(BODY, form)).toBeNull()
  })
  test('of districts of one name all are found', () => {
    const parents = lexicon.findAll(PLACE, 'Châu Thành').map(r => r[5])
    expect(new Set(parents).size).toBe(parents.length)
    expect(parents.length).toBeGreaterThan(5)
  })
})

describe('own entries', () => {
  const mine = loadLexicon()
  mine.add(BODY, ['Ban Quản lý Bãi Cháy', 'government', '', '', ''], ['Ban Quản lý Bãi Cháy', 'BQLBC'], false)
  mine.add(BODY, ['Bộ Tài chính của tôi', 'other', '', '', ''], ['Bộ Tài chính'], false)

  test('are found, also by words that the lexicon does not have', () => {
    expect(mine.find(BODY, 'bqlbc')?.[0]).toBe('Ban Quản lý Bãi Cháy')
    expect(mine.hasOwn(BODY)).toBe(true)
    expect(mine.hasOwn(PERSON)).toBe(false)
    expect(mine.rowsOf(BODY).filter(r => r[0] === 'Ban Quản lý Bãi Cháy')).toHaveLength(1)
  })
  test('stand before what ships under the same form', () => {
    expect(mine.findAll(BODY, 'Bộ Tài chính').map(r => r[0])).toEqual(['Bộ Tài chính của tôi', 'Bộ Tài chính'])
  })
  test('are nobody else’s', () => {
    expect(loadLexicon().find(BODY, 'BQLBC')).toBeNull()
    expect(loadLexicon().findAll(BODY, 'Bộ Tài chính')).toHaveLength(1)
  })
  test('may be very many', () => {
    const many = loadLexicon()
    for (let i = 0; i < 70_000; i++) many.add(BODY, [`Tổ ${i}x`, 'other', '', '', ''], [`Tổ x${i}`], false)
    expect(many.find(BODY, 'tổ x69999')?.[0]).toBe('Tổ 69999x')
    expect(many.find(BODY, 'Bộ Tài chính')?.[0]).toBe('Bộ Tài chính')
  })
})

test('an abbreviation asks for capitals', () => {
  const lexicon: Lexicon = loadLexicon()
  const entries = lexicon.facts.reduce((n, facts) => n + ((needsOfEntry(facts) & NEEDS_UPPER) !== 0 ? 1 : 0), 0)
  expect(entries).toBeGreaterThan(50)
})
