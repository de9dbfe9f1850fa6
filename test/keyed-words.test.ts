/** The build puts the keys of words in the place of the words that rules ask for. */
import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'
import { keyWords } from '../scripts/lib/keyed-words.js'
import { keyOf } from '../src/text/characters.js'

test('a word written out becomes its key, whatever the arguments before it', () => {
  expect(keyWords("isWord(doc, i, 'của')")).toBe(`isWord(doc, i, ${keyOf('của')})`)
  expect(keyWords("isWord(doc, endOf(doc, i) - 1, 'và') && isWord(doc, p, 'vị')")).toBe(
    `isWord(doc, endOf(doc, i) - 1, ${keyOf('và')}) && isWord(doc, p, ${keyOf('vị')})`,
  )
})

test('anything else stays', () => {
  for (const code of ["isWord(doc, i, word) || name === 'của'", "is(doc, i, 'của')", "has(isWord(doc, i, key), 'x')"])
    expect(keyWords(code)).toBe(code)
})

test('no word of the rules is left as it is', () => {
  const files = globSync('src/rules/**/*.ts')
  const callsIn = (code: string): string[] => code.match(/\bisWord\([^'&|?\n]*, '[^']+'\)/g) ?? []
  expect(files.flatMap(file => callsIn(readFileSync(file, 'utf8'))).length).toBeGreaterThan(400)
  expect(files.flatMap(file => callsIn(keyWords(readFileSync(file, 'utf8'))))).toEqual([])
})
