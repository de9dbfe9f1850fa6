/**
 * Words of vntk with our offsets. vntk builds native code, so it is no dependency: the tests against it run where `npm run test:vntk` has
 * put it, or in the folder that CHUCDANH_VNTK names.
 */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/index.js'
import { alignWords, createVntk, type VntkModule, type Word } from '../../src/integrations/vntk/index.js'
import { fixtures } from '../formats/samples.js'

const require = createRequire(import.meta.url)

const CACHED = fileURLToPath(new URL('../../node_modules/.cache/vntk/node_modules/vntk', import.meta.url))

function findVntk(): VntkModule | null {
  for (const name of [process.env.CHUCDANH_VNTK, CACHED, 'vntk']) {
    if (!name) continue
    try {
      return require(name)
    } catch {
      // Not there.
    }
  }
  return null
}

/** Every word stands where it says, after the one before; together they are all that is printed. */
function expectExact(text: string, words: readonly Word[]): void {
  let at = 0
  for (const { start, end, text: printed } of words) {
    expect(text.slice(start, end)).toBe(printed)
    expect(text.slice(at, start).trim()).toBe('')
    expect(end).toBeGreaterThan(start)
    at = end
  }
  expect(text.slice(at).trim()).toBe('')
}

/** Stands in for vntk: two syllables a word, marks by themselves, one space inside of words. */
const pairs = (text: string): [string, string][] => {
  const tokens = text.match(/[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []
  const words: [string, string][] = []
  for (let i = 0; i < tokens.length; i += 2) words.push([tokens.slice(i, i + 2).join(' '), 'N'])
  return words
}
const standIn: VntkModule = { posTag: () => ({ tag: pairs }) }

describe('alignWords', () => {
  test('finds words whatever stands between their parts', () => {
    const text = 'Bí  thư Tỉnh\nủy (TP.HCM)…'
    const words = alignWords(text, [['Bí thư', 'N'], ['Tỉnh ủy', 'N'], '(', 'TP.', 'HCM', ')', '…'])
    expectExact(text, words)
    expect(words.slice(0, 2)).toEqual([
      { start: 0, end: 7, text: 'Bí  thư', pos: 'N' },
      { start: 8, end: 15, text: 'Tỉnh\nủy', pos: 'N' },
    ])
    expect(words[2].pos).toBeNull()
  })

  test('the same word twice is two places; halves of an emoji are told apart', () => {
    const text = 'xã và xã 👍 xã'
    const words = alignWords(text, ['xã', 'và', 'xã', '\ud83d', '\udc4d', 'xã'])
    expect(words.map(w => w.start)).toEqual([0, 3, 6, 9, 10, 12])
  })

  test('what is not in the text loses only itself', () => {
    expect(alignWords('một hai ba', ['một', 'bốn', 'ba']).map(w => w.text)).toEqual(['một', 'ba'])
    expect(alignWords('', ['a'])).toEqual([])
  })

  test('an offset moves all', () => {
    expect(alignWords('hai ba', ['ba'], 100)).toEqual([{ start: 104, end: 106, text: 'ba', pos: null }])
  })
})

const taggers: [string, VntkModule | null][] = [
  ['a stand-in', standIn],
  ['vntk itself', findVntk()],
]

describe.each(taggers)('by %s', (name, module) => {
  const there = module !== null
  /** vntk reads some thousand characters a second. */
  const slow = name === 'vntk itself'

  test.skipIf(!there)(
    'exact on all fixtures, composed, decomposed, with Windows line ends',
    { timeout: 900_000 },
    async () => {
      const vntk = await createVntk(module!)
      for (const [i, { text }] of fixtures().entries()) {
        expectExact(text, vntk.words(text))
        if (slow && i > 0) continue
        for (const form of [text.normalize('NFD'), text.replaceAll('\n', '\r\n')]) expectExact(form, vntk.words(form))
      }
    },
  )

  test.skipIf(!there)('decomposed text has the same words', async () => {
    const vntk = await createVntk(module!)
    const [{ text }] = fixtures()
    const plain = vntk.words(text).map(({ text, pos }) => [text, pos])
    expect(vntk.words(text.normalize('NFD')).map(({ text, pos }) => [text.normalize('NFC'), pos])).toEqual(plain)
  })

  test.skipIf(!there)('actions get their words, the records stay', { timeout: 900_000 }, async () => {
    const vntk = await createVntk(module!)
    let actions = 0
    for (const { text, extraction } of slow ? fixtures().slice(0, 4) : fixtures()) {
      const before = JSON.stringify(extraction)
      const added = vntk.addWords(text, extraction)
      expect(JSON.stringify(extraction)).toBe(before)
      for (const { words, ...action } of added.directives.flatMap(d => d.actions)) {
        const inside = text.slice(0, action.end)
        expectExact(inside, [{ start: 0, end: action.start, text: text.slice(0, action.start), pos: null }, ...words])
        actions++
      }
      const bare = added.directives.map(d => ({ ...d, actions: d.actions.map(({ words, ...a }) => a) }))
      expect({ ...added, directives: bare }).toEqual(extraction)
    }
    expect(actions).toBeGreaterThan(slow ? 3 : 50)
  })

  test.skipIf(!there)('a span of one’s own; another text is refused', async () => {
    const vntk = await createVntk(module!)
    const text = 'Bí thư Tỉnh ủy Lê Thử yêu cầu báo cáo.'
    const [title] = extract(text).titles
    expectExact(title.text, vntk.words(text, title))
    if (name === 'vntk itself')
      expect(vntk.words(text, title).map(w => [w.text, w.pos])).toEqual([
        ['Bí thư', 'N'],
        ['Tỉnh ủy', 'N'],
      ])
    expect(() => vntk.words(`x${text}`, title)).toThrow(RangeError)
    expect(vntk.words(' \n')).toEqual([])
  })
})

test.skipIf(
  (() => {
    try {
      return Boolean(require.resolve('vntk'))
    } catch {
      return false
    }
  })(),
)('where vntk is not installed, one sentence says what to do', async () => {
  await expect(createVntk()).rejects.toThrow(
    'chucdanh/vntk needs the package vntk, which builds native code: npm install vntk',
  )
})
