/**
 * The articles that are measured: any given, or a set made from the sample reports of fixtures/.
 *
 * A made article has the headline and most paragraphs of one report in another order, some paragraphs of others, and people
 * and provinces under new names; so thousands of them have as many different texts, and a seed makes the same again.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { below, oneOf, type Random, seededRandom, shuffled } from '../scripts/lib/random.js'
import { parseTable } from '../src/lexicon/table.js'

const root = new URL('../', import.meta.url)

interface Report {
  headline: string
  paragraphs: string[]
  /** Names of officials in it. */
  names: string[]
}

export interface MadeArticle {
  id: string
  text: string
}

/** As many articles as make up this many bytes of UTF-8. */
export function makeArticles(bytes: number, seed: number): MadeArticle[] {
  const random = seededRandom(seed)
  const reports = readReports()
  const renamer = makeRenamer(random)
  const out: MadeArticle[] = []
  for (let size = 0; size < bytes; ) {
    const text = makeArticle(random, reports, renamer)
    size += Buffer.byteLength(text)
    out.push({ id: `made-${out.length + 1}`, text })
  }
  return out
}

function makeArticle(random: Random, reports: Report[], rename: Renamer): string {
  const base = oneOf(random, reports)
  const own = shuffled(random, base.paragraphs).slice(0, Math.ceil(base.paragraphs.length * (0.6 + random() * 0.4)))
  const guests = Array.from({ length: 1 + below(random, 4) }, () => oneOf(random, reports))
  const paragraphs = shuffled(random, [...own, ...guests.map(g => oneOf(random, g.paragraphs))])
  return rename(
    [base.headline, ...paragraphs].join('\n\n'),
    [base, ...guests].flatMap(r => r.names),
  )
}

function readReports(): Report[] {
  const folder = new URL('fixtures/', root)
  return readdirSync(folder)
    .filter(f => f.endsWith('.txt'))
    .sort()
    .map(file => {
      const text = readFileSync(new URL(file, folder), 'utf8')
      const { officials } = JSON.parse(readFileSync(new URL(file.replace('.txt', '.json'), folder), 'utf8')) as {
        officials: { name: string }[]
      }
      const [headline, ...paragraphs] = paragraphsOf(text)
      return { headline, paragraphs, names: officials.map(o => o.name) }
    })
}

/** Lines are paragraphs, but in a report that is hard-wrapped only an empty line ends one. */
function paragraphsOf(text: string): string[] {
  const lines = text.split(/\r?\n/)
  const wrapped = lines.filter(l => l.length > 50 && l.length < 110).length * 2 > lines.length
  return (wrapped ? text.split(/\r?\n\s*\n/) : lines).map(p => p.trim()).filter(p => p !== '')
}

type Renamer = (text: string, names: string[]) => string

/** Gives new names to people (by full name and as "ông" with the given name) and to some provinces, the same through one text. */
function makeRenamer(random: Random): Renamer {
  const table = (file: string) => parseTable(file, readFileSync(new URL(`src/lexicon/data/${file}`, root), 'utf8')).rows
  const surnames = table('surnames.tsv')
    .filter(r => r.people === 'kinh' && !r.surname.includes(' '))
    .map(r => r.surname)
  const syllables = table('name-syllables.tsv')
  const middle = weighted(syllables.map(r => [r.syllable, Number(r.middle)]))
  const given = weighted(syllables.map(r => [r.syllable, Number(r.given)]))
  const provinces = table('provinces.tsv')
    .filter(r => r.name.split(' ').length === 2)
    .map(r => r.name)
  return (text, names) => {
    const renamed = new Map<string, string>()
    for (const name of names) {
      const words = name.split(/\s+/)
      // A name in another order or of one word is left alone.
      if (words.length < 3 || words.length > 4 || !surnames.includes(words[0])) continue
      const last = pick(random, given)
      renamed.set(
        name,
        [oneOf(random, surnames), ...words.slice(1, -1).map(() => pick(random, middle)), last].join(' '),
      )
      for (const address of ['ông', 'bà', 'Ông', 'Bà', 'đồng chí'])
        renamed.set(`${address} ${words[words.length - 1]}`, `${address} ${last}`)
    }
    for (const province of shuffled(random, provinces).slice(0, provinces.length >> 1))
      renamed.set(province, oneOf(random, provinces))
    if (renamed.size === 0) return text
    const longestFirst = [...renamed.keys()].sort((a, b) => b.length - a.length)
    return text.replace(new RegExp(`(?<!\\p{L})(?:${longestFirst.join('|')})(?!\\p{L})`, 'gu'), m => renamed.get(m)!)
  }
}

/** Running sums of weights, to pick by. */
function weighted(items: [string, number][]): { items: string[]; sums: number[] } {
  const used = items.filter(([, w]) => w > 0)
  let sum = 0
  return { items: used.map(([s]) => s), sums: used.map(([, w]) => (sum += w)) }
}

function pick(random: Random, { items, sums }: { items: string[]; sums: number[] }): string {
  const at = random() * sums[sums.length - 1]
  return items[sums.findIndex(s => at < s)]
}
