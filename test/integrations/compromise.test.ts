/** The plugin in compromise itself, in each of its three sizes. */
import nlp from 'compromise'
import one from 'compromise/one'
import two from 'compromise/two'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/index.js'
import chucdanh, { type Chucdanh, createPlugin } from '../../src/integrations/compromise/index.js'
import { fixtures } from '../formats/samples.js'

const TEXT =
  'Sáng 5/3, Bí thư Tỉnh ủy Nguyễn Văn Phương và ông Trần Nam, nguyên Chủ tịch UBND tỉnh Bạc Liêu nhiệm kỳ 2021-2026, dự họp. ' +
  'Ông Phương yêu cầu Sở Y tế TP. Huế báo cáo trước ngày 10/3.'

const sizes = [
  ['compromise', nlp],
  ['compromise/two', two],
  ['compromise/one', one],
] as [string, typeof nlp][]
for (const [, lib] of sizes) lib.plugin(chucdanh)
const read = (text: string) => nlp<Chucdanh>(text)

describe.each(sizes)('%s', (_name, lib) => {
  const doc = lib<Chucdanh>(TEXT)

  test('gives what the extraction gives', () => {
    const { officials, titles, terms, directives } = extract(TEXT)
    expect(
      doc
        .officials()
        .json()
        .map(j => j.official),
    ).toEqual(officials)
    expect(
      doc
        .titles()
        .json()
        .map(j => j.title),
    ).toEqual(titles)
    expect(
      doc
        .termsOfOffice()
        .json()
        .map(j => j.term),
    ).toEqual(terms)
    expect(
      doc
        .directives()
        .json()
        .map(j => j.directive),
    ).toEqual(directives)
    expect([officials.length, terms.length, directives.length]).toEqual([2, 1, 1])
  })

  test('tags to match on', () => {
    expect(doc.match('#Official+').out('array')).toEqual(['Nguyễn Văn Phương', 'Trần Nam,', 'Phương'])
    expect(doc.match('#Term+').text()).toBe('nhiệm kỳ 2021-2026')
    expect(doc.match('#Title+ #Official+').text()).toBe('Bí thư Tỉnh ủy Nguyễn Văn Phương')
    expect(doc.match('#Directive+').text()).toMatch(/^Ông Phương yêu cầu .* 10\/3/)
  })

  test('tone marks are kept, in every form', () => {
    expect(doc.officials().text()).toMatch(/^Nguyễn Văn Phương,? Trần Nam$/)
    expect(doc.officials(0).text('normal')).toBe('nguyễn văn phương')
    expect(doc.officials().json({ normal: true })[1]).toMatchObject({ normal: 'trần nam' })
    expect(doc.text()).toBe(TEXT)
  })
})

describe('chains', () => {
  const doc = read(TEXT)

  test('keep the records', () => {
    const official = doc.officials().if('trần').json(0).official
    expect(official.name).toBe('Trần Nam')
    expect(doc.officials().eq(1).json(0)).toMatchObject({ official })
    expect(doc.officials().filter(v => v.has('nam')).length).toBe(1)
    expect(doc.titles(1).text()).toBe('Chủ tịch UBND tỉnh Bạc Liêu')
  })

  test('start at any part of the document', () => {
    const [first, second] = [doc.sentences().eq(0), doc.sentences().eq(1)] as unknown as Chucdanh[]
    expect([first.directives().length, second.directives().length]).toEqual([0, 1])
    expect([first.officials().length, second.officials().length]).toEqual([2, 0])
    expect((doc.match('nhiệm kỳ #Term+') as unknown as Chucdanh).termsOfOffice().length).toBe(1)
  })

  test('mentions are all places where the officials are named', () => {
    expect(doc.officials().mentions().out('array')).toEqual(['Nguyễn Văn Phương', 'Trần Nam,', 'Phương'])
    expect(
      doc
        .officials(0)
        .mentions()
        .json()
        .map(j => j.official.name),
    ).toEqual(['Nguyễn Văn Phương', 'Nguyễn Văn Phương'])
  })

  test('see what was changed', () => {
    const changed = read(TEXT)
    changed.match('trần nam').replaceWith('Lê Hải')
    expect(
      changed
        .officials()
        .json()
        .map(j => j.official.name),
    ).toEqual(['Nguyễn Văn Phương', 'Lê Hải'])
    expect(doc.officials().json()[1].official.name).toBe('Trần Nam')
  })
})

describe('terms', () => {
  test('of a whole Vietnamese document are terms of office; of its parts they are words', () => {
    const doc = read(TEXT)
    expect(doc.terms().json()).toEqual(doc.termsOfOffice().json())
    expect(doc.match('#Official+').terms().length).toBe(6)
  })

  test('of other languages are words, and what compromise builds on them works', () => {
    const doc = read('The prime minister said he would pay fifty-five dollars.')
    expect(doc.terms().length).toBeGreaterThan(8)
    expect(doc.numbers().json()[0].number.num).toBe(55)
    expect(doc.officials().found).toBe(false)
    expect(read('She walks home.').sentences().toPastTense().text()).toBe('She walked home.')
  })
})

describe('fixtures', () => {
  test.each(fixtures().map(f => [f.name, f] as const))(
    '%s: each record stands where it should',
    (_name, { text, extraction }) => {
      const doc = read(text)
      expect(doc.text()).toBe(text)
      const titles = doc.titles().json()
      expect(titles.map(j => j.title)).toEqual(extract(text).titles)
      for (const { text: shown, title } of titles) expect(squeezed(shown)).toContain(squeezed(title.text))
      const directives = doc.directives().json()
      expect(directives).toHaveLength(extraction.directives.length)
      for (const { text: shown, directive } of directives) expect(squeezed(shown)).toContain(squeezed(directive.text))
    },
  )
})

/** Compromise shows a match without the white space and marks around it. */
const squeezed = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\s"“”'’:;,.!?()…-]+$|^["“'(…+•*-]+\s*/g, '')

test('options of your own', () => {
  // A library of compromise holds one plugin; this one is put over it.
  two.plugin(createPlugin({ place: 'Huế' }))
  const doc = (two as unknown as typeof nlp)<Chucdanh>('Bí thư Thành ủy Lê Thử dự họp.')
  expect(doc.titles().json(0).title.place?.canonical).toBe('Huế')
  expect(() => createPlugin({ place: 'Atlantis' })).toThrow('"place" is the string "Atlantis"')
})
