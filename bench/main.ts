/**
 * The benchmark.
 *
 *   npm run bench                                  all parts but the long text, over articles made from fixtures/
 *   npm run bench -- news.ndjson.gz                over articles of your own, one {"text": …} a line
 *   npm run bench -- --only speed stages           some parts
 *   npm run bench -- --only hostile                texts made to be slow, which no other run measures
 *   npm run bench -- --only leaks                  a million extractions in one process: what is kept between them
 *   npm run bench -- --write docs/performance.md   all parts, into the tables of that page
 *
 * Other programs slow single runs down; so all contestants take turns, medians count, and the ratios say more than the speeds.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { Command, InvalidArgumentError, Option } from 'commander'
import { makeArticles } from './articles.js'
import type { Big } from './big.js'
import { articlesFile, buildAll, library, root, runJob, sizes } from './build.js'
import { measureCold } from './cold.js'
import { CONTESTANTS } from './contestants.js'
import { measureForms } from './forms.js'
import type { GrowthRow } from './growth.js'
import type { HostileRow } from './hostile.js'
import type { LeaksRow } from './leaks.js'
import { machine } from './machine.js'
import type { Memory, Peak } from './memory.js'
import type { Speed } from './speed.js'
import type { Stages } from './stages.js'
import {
  type BigRow,
  bigTable,
  coldTable,
  formsTable,
  growthTable,
  hostileTable,
  leaksTable,
  type MemoryRow,
  memoryTable,
  sizeTable,
  speedTable,
  stagesTable,
} from './tables.js'

interface Settings {
  files: string[]
  rounds: number
  seed: number
}

/** Seconds that a part with one very long text may take. */
const LONG = 900

/** The parts in order: each gives its heading and its table. */
const PARTS: Record<string, { title: string; run(settings: Settings): Promise<string> }> = {
  speed: {
    title: 'Whole extraction beside others',
    run: async ({ files, rounds, seed }) => speedTable((await runJob<Speed>({ part: 'speed', files, rounds, seed }))!),
  },
  stages: {
    title: 'Stage by stage',
    run: async ({ files, rounds }) => stagesTable((await runJob<Stages>({ part: 'stages', files, rounds }))!),
  },
  growth: {
    title: 'Growth',
    run: async ({ files, rounds }) => growthTable((await runJob<GrowthRow[]>({ part: 'growth', files, rounds }))!),
  },
  hostile: {
    title: 'Texts made to be slow',
    run: async ({ rounds }) =>
      hostileTable((await runJob<HostileRow[]>({ part: 'hostile', files: [], rounds: Math.min(rounds, 3) }))!),
  },
  cold: {
    title: 'Cold start',
    run: async ({ rounds, seed }) => coldTable(measureCold(library, root, Math.max(15, rounds), seed)),
  },
  forms: {
    title: 'Forms of the lexicon',
    run: async ({ rounds, seed }) => formsTable(await measureForms(Math.max(15, rounds), seed)),
  },
  size: { title: 'Size', run: async () => sizeTable(sizes()) },
  memory: { title: 'Memory', run: memory },
  leaks: {
    title: 'A million extractions in one process',
    run: async ({ files }) => leaksTable((await runJob<LeaksRow[]>({ part: 'leaks', files }, 4 * 3600))!),
  },
  big: { title: 'One very long text', run: big },
}

async function memory({ files }: Settings): Promise<string> {
  const idle = await runJob<Peak>({ part: 'peak', files })
  const rows: MemoryRow[] = []
  for (const { name } of CONTESTANTS) {
    try {
      const peak = await runJob<Peak>({ part: 'peak', files, name })
      // What a native module allocates the runtime does not see.
      const allocation = name === 'vntk' ? null : await runJob<Memory>({ part: 'allocation', files, name })
      rows.push({
        name,
        bytesPerCharacter: allocation?.bytesPerCharacter ?? null,
        peak: Math.max(0, peak!.peak - idle!.peak),
        missing: false,
      })
    } catch {
      rows.push({ name, bytesPerCharacter: null, peak: 0, missing: true })
    }
  }
  return memoryTable(rows, idle!.peak)
}

async function big({ files }: Settings): Promise<string> {
  const rows: BigRow[] = []
  for (const bytes of [1e6, 1e7, 1e8]) {
    const before = rows.at(-1)
    // Ten times the text takes at least ten times the time.
    const hopeless = before !== undefined && (before.result === null || before.result.milliseconds * 10 > LONG * 1000)
    rows.push({ bytes, result: hopeless ? null : await runJob<Big>({ part: 'big', files, bytes }, LONG) })
  }
  return bigTable(rows, LONG)
}

const whole = (value: string): number => {
  const n = Number(value)
  if (!Number.isInteger(n) || n < 1) throw new InvalidArgumentError('a whole number from 1 up is expected')
  return n
}

interface Options {
  only?: string[]
  rounds: number
  seed: number
  size: number
  write?: string
}

const command = new Command('bench')
  .description('Speed, growth, cold start, size and memory of the extraction, beside others over the same articles')
  .argument('[files...]', '.ndjson or .jsonl, also gzipped; without any, articles are made from fixtures/')
  .addOption(new Option('--only <parts...>', 'some parts').choices(Object.keys(PARTS)))
  .option('--rounds <n>', 'turns of every contestant', whole, 9)
  .option('--seed <n>', 'of the made articles and the order of turns', whole, 1)
  .option('--size <MB>', 'made articles', whole, 6)
  .option('--write <page>', 'put the tables between the <!-- bench:… --> lines of this Markdown page')
  .action(bench)

try {
  await command.parseAsync()
} catch (error) {
  // A wrong line or file is the caller's to mend: what is wrong, not where in this program.
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function bench(given: string[], { only, rounds, seed, size, write }: Options): Promise<void> {
  const say = (what: string): void => console.error(what)
  say('building')
  await buildAll()
  let source = given.join(', ')
  let files = given
  if (given.length === 0) {
    const made = makeArticles(size * 1e6, seed)
    writeFileSync(articlesFile, made.map(a => JSON.stringify(a)).join('\n'))
    files = [articlesFile]
    source = `articles made from fixtures/ (${size} MB, seed ${seed})`
  }
  const settings = { files, rounds, seed }
  const blocks = new Map([['machine', `Measured on: ${machine()}. Texts: ${source}.`]])
  console.log(blocks.get('machine'))
  for (const [name, { title, run }] of Object.entries(PARTS)) {
    // These take minutes: the very long text only when asked for, or for the page; the hostile ones and the million only when asked for.
    if (
      only !== undefined
        ? !only.includes(name)
        : name === 'hostile' || name === 'leaks' || (name === 'big' && write === undefined)
    )
      continue
    say(`measuring ${name}`)
    const text = await run(settings)
    blocks.set(name, text)
    console.log(`\n### ${title}\n\n${text}`)
  }
  if (write !== undefined) writePage(write, blocks)
}

/** Puts each block between its marks; blocks that were not measured stay as they are. */
function writePage(file: string, blocks: ReadonlyMap<string, string>): void {
  let page = readFileSync(file, 'utf8')
  for (const [name, text] of blocks) {
    const open = `<!-- bench:${name} -->`
    const from = page.indexOf(open)
    const to = page.indexOf('<!-- /bench -->', from)
    if (from < 0 || to < 0) throw new Error(`${file}: no lines ${open} and <!-- /bench --> to write between`)
    page = `${page.slice(0, from + open.length)}\n\n${text}\n\n${page.slice(to)}`
  }
  writeFileSync(file, page)
}
