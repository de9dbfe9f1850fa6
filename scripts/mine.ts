/**
 * The coverage report: what the extraction takes of any articles, and what it passes over.
 *
 *   npm run mine -- news.ndjson.gz                          all tables
 *   npm run mine -- news.ndjson.gz --only heads --samples 5      … and what stands behind the figures
 *   npm run mine -- news.ndjson.gz --samples 20 --match "Bí thư"    samples of one word
 *   npm run --silent mine -- news.ndjson.gz --json          for a program to read
 *
 * A low figure is no fault by itself (many "giám đốc" hold no office of anybody); the samples tell. Compare a report before
 * and after a change of rules: the same seed gives the same samples as long as as many are found.
 */
import { Command, InvalidArgumentError, Option } from 'commander'
import { readDocument, STAGES } from '../src/extractor.js'
import { detectLanguage } from '../src/language/detect.js'
import { defaultLexicon } from '../src/lexicon/load.js'
import { readArticles } from './lib/articles.js'
import { mineCues } from './mine/cues.js'
import { mineHeads } from './mine/heads.js'
import { mineNames } from './mine/names.js'
import { type Miner, type MinerOptions, printSection } from './mine/report.js'
import { mineTerms } from './mine/terms.js'

const MINERS: Record<string, (options: MinerOptions) => Miner> = {
  heads: mineHeads,
  names: mineNames,
  terms: mineTerms,
  cues: mineCues,
}

interface Options {
  only?: string
  samples: number
  match?: string
  seed: number
  top: number
  json?: boolean
}

const count = (value: string): number => {
  const n = Number(value)
  if (!Number.isInteger(n) || n < 0) throw new InvalidArgumentError('a whole number is expected')
  return n
}

const command = new Command('mine')
  .description(
    'Coverage of the extraction over articles: .ndjson or .jsonl with one {"text": …} a line, also gzipped, or .txt',
  )
  .argument('<files...>')
  .addOption(new Option('--only <part>', 'one part of the report').choices(Object.keys(MINERS)))
  .option('--samples <n>', 'random places of every kind, taken and missed, with what stands around them', count, 0)
  .option('--match <words>', 'samples only of kinds with these words in their name')
  .option('--seed <n>', 'another choice of samples', count, 1)
  .option('--top <n>', 'rows of a table at most', count, 40)
  .option('--json', 'the report as JSON')
  .action(mine)

try {
  await command.parseAsync()
} catch (error) {
  // A wrong line or file is the caller's to mend: what is wrong, not where in this program.
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function mine(files: string[], { only, samples, match, seed, top, json }: Options): Promise<void> {
  const miners = Object.entries(MINERS)
    .filter(([name]) => only === undefined || name === only)
    .map(([name, make]) => [name, make({ samples, seed, match: match ?? null })] as const)
  const lexicon = defaultLexicon()
  const read = { articles: 0, characters: 0, 'not Vietnamese': 0, failed: 0 }
  for await (const article of readArticles(files)) {
    read.articles++
    read.characters += article.text.length
    const doc = readDocument(article.text, lexicon, { date: article.date, place: null })
    if (detectLanguage(doc) !== 'vi') {
      read['not Vietnamese']++
      continue
    }
    try {
      for (const stage of STAGES) stage.run(doc)
    } catch (error) {
      // One article that breaks a rule is worth a word, not the whole report.
      read.failed++
      console.error(`${article.id}: ${error instanceof Error ? error.message : error}`)
      continue
    }
    for (const [, miner] of miners) miner.look(article.id, doc)
  }
  const sections = miners.map(([name, miner]) => [name, miner.section(top)] as const)
  if (json) {
    console.log(JSON.stringify({ ...read, ...Object.fromEntries(sections) }, null, 2))
    return
  }
  console.log(
    Object.entries(read)
      .map(([k, v]) => `${k} ${v.toLocaleString('en')}`)
      .join(' · '),
  )
  for (const [, section] of sections) console.log(`\n${printSection(section)}`)
}
