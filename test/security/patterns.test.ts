/**
 * Every regular expression that ships runs in time linear in its input.
 *
 * recheck proves it for each: by the automaton where the pattern has one, else by a search for an attack. Patterns are read
 * from the syntax tree, those of the sources and those of what is built, where the bundled packages' are as well.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { SYLLABLE } from '../../src/language/syllables.js'
import { filesUnder, type Pattern, patternsOf } from '../lib/patterns.js'

// Its backend in JavaScript: no Java, no program of the machine.
process.env.RECHECK_BACKEND = 'pure'
const { checkSync } = await import('recheck')

const root = fileURLToPath(new URL('../..', import.meta.url))
const TIMEOUT = { timeout: 300_000 }

/** The patterns that are not linear, or not proven to be, each with what the checker says. */
function notLinear(patterns: readonly Pattern[]): string[] {
  return patterns.flatMap(({ source, flags, at }) => {
    const found = checkSync(source, flags, { timeout: 60_000 })
    const what = found.status === 'vulnerable' ? found.complexity.summary : found.status
    return found.status === 'safe' ? [] : [`${at}: /${source}/${flags} is ${what}`]
  })
}

/** The patterns that are put together of constants when their module is loaded. */
const PUT_TOGETHER = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
  { code: "`^(?:${onsets})?(?:${RIMES.split(' ').join('|')})$`", pattern: SYLLABLE },
]

const written = ({ source, flags }: Pattern): string => `/${source}/${flags}`

test('the checker knows a slow pattern, and the search finds all kinds', () => {
  expect(notLinear([{ source: '\\s+$', flags: '', at: 'here' }])).toEqual(['here: /\\s+$/ is 2nd degree polynomial'])
  expect(notLinear([{ source: '^(a|a)*$', flags: '', at: 'here' }])).toEqual(['here: /^(a|a)*$/ is exponential'])
})

describe('the sources', TIMEOUT, () => {
  const { literal, computed } = patternsOf(filesUnder(`${root}src`, ['.ts']), root)

  test('make no pattern at run time, but of what is written out beside it', () =>
    expect(computed.map(c => c.code)).toEqual(PUT_TOGETHER.map(p => p.code)))

  test('have only linear patterns', () => {
    expect(literal.length).toBeGreaterThan(100)
    const made = PUT_TOGETHER.map(({ pattern, code }) => ({ source: pattern.source, flags: pattern.flags, at: code }))
    expect(notLinear([...literal, ...made])).toEqual([])
  })
})

/** Patterns of bundled packages that are not linear or that the checker cannot read, and what they run over. */
const BUNDLED = [
  // commander: lines of the help, which is ours.
  String.raw`/[\s]*[^\s]+/g`,
  // picomatch: the file names with * in them on the command line.
  String.raw`/(?:\[.*?[^\\]\]|\\(?=.))/g`,
  // yaml: lexicon files of the user's own.
  String.raw`/000000\d*$/`,
  String.raw`/[\n\r]+$/`,
  String.raw`/[ \t]+$/`,
  String.raw`/^[ \t]+|[ \t]+$/g`,
  // string-width, with a flag that the checker does not know: one character each.
  String.raw`/[^\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/v`,
  String.raw`/\p{Spacing_Mark}/v`,
  String.raw`/^\p{RGI_Emoji}$/v`,
]
/** The files that a program imports; what the command line alone needs is in others. */
const LIBRARY = /^dist\/(?:index|formats|html|pipeline|queue|compromise|language)\.c?js:/
const BUNDLED_COMPUTED = [
  // picomatch and its like: file names with * in them.
  'value',
  'source, opts.flags || (opts.nocase ? "i" : "")',
  // ansi-regex: its own two patterns joined.
  'pattern, onlyFirst ? void 0 : "g"',
]

describe.skipIf(!existsSync(`${root}dist/cli.js`))('the built files', TIMEOUT, () => {
  const own = new Set(patternsOf(filesUnder(`${root}src`, ['.ts']), root).literal.map(written))
  const { literal, computed } = patternsOf(
    existsSync(`${root}dist`) ? filesUnder(`${root}dist`, ['.js', '.cjs']) : [],
    root,
  )

  test('make no pattern of something that is not written out, but for file names on the command line', () => {
    const quotes = (code: string): string => code.replaceAll('"', "'")
    const known = PUT_TOGETHER.map(p => p.code)
    for (const { code, at } of computed) {
      if (known.includes(quotes(code))) continue
      expect(BUNDLED_COMPUTED, at).toContain(code)
      expect(at).not.toMatch(LIBRARY)
    }
  })

  test('have only linear patterns, but for some of the command line', () => {
    const others = literal.filter(p => !own.has(written(p)))
    expect(notLinear(others.filter(p => !BUNDLED.includes(written(p))))).toEqual([])
    // The list above holds no more than is there, and none of it is in the library.
    const listed = others.filter(p => BUNDLED.includes(written(p)))
    expect(listed.map(written).sort()).toEqual([...BUNDLED].sort())
    expect(listed.filter(p => LIBRARY.test(p.at))).toEqual([])
  })
})
