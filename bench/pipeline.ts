/**
 * The command line over a file of articles, on one thread and on two, beside `jq -c .`, which parses the lines and prints
 * them again.
 *
 *   npm run build && npm run bench:pipeline -- news.ndjson [rounds]
 *
 * The contestants take turns. Beside the time on the clock, which other programs on the machine lengthen, stands the processor
 * time of all threads, which they lengthen less.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { machine } from './machine.js'
import { median } from './statistics.js'

const [file, rounds = '5'] = process.argv.slice(2)
if (file === undefined) throw new Error('name a file of newline-delimited JSON: npm run bench:pipeline -- news.ndjson')

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'chucdanh-bench-'))
const usage = join(dir, 'usage.json')
const preload = join(dir, 'usage.mjs')
/** Loaded into the command: at its end it writes down what the whole process has used, threads and all. */
writeFileSync(
  preload,
  `import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
if (isMainThread) process.on('exit', () => writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.resourceUsage())))
`,
)

interface Run {
  seconds: number
  processor: number | null
  megabytes: number | null
}

function run(command: string, args: string[]): Promise<Run> {
  const out = openSync(join(dir, 'out'), 'w')
  rmSync(usage, { force: true })
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_OPTIONS: `--import ${pathToFileURL(preload)}` }
    const child = spawn(command, args, { stdio: ['ignore', out, 'inherit'], env })
    child.on('error', reject)
    child.on('close', () => {
      const seconds = (performance.now() - start) / 1000
      try {
        const used = JSON.parse(readFileSync(usage, 'utf8'))
        resolve({
          seconds,
          processor: (used.userCPUTime + used.systemCPUTime) / 1e6,
          megabytes: used.maxRSS / 1024,
        })
      } catch {
        resolve({ seconds, processor: null, megabytes: null })
      }
    })
  })
}

const contestants: [name: string, command: string, args: string[]][] = [
  ['`jq -c .`', 'jq', ['-c', '.', file]],
  ...[1, 2].map((jobs): [string, string, string[]] => [
    `\`chucdanh extract --jobs ${jobs}\``,
    process.execPath,
    [cli, 'extract', '-q', '-j', String(jobs), file],
  ]),
]
const runs = contestants.map((): Run[] => [])
for (let round = 0; round < Number(rounds); round++)
  for (const [i, [name, command, args]] of contestants.entries())
    try {
      runs[i].push(await run(command, args))
    } catch {
      if (round === 0) console.error(`not run: ${name}`)
    }
rmSync(dir, { recursive: true })

const of = (list: Run[], field: keyof Run): string => {
  const values = list.map(r => r[field]).filter(v => v !== null)
  return values.length === 0 ? '' : median(values).toFixed(field === 'megabytes' ? 0 : 2)
}
console.log(
  `${machine()}; ${availableParallelism()} cores; load ${loadavg()
    .map(l => l.toFixed(1))
    .join(' ')}`,
)
console.log(`${(statSync(file).size / 1e6).toFixed(1)} MB, medians of ${rounds} rounds\n`)
console.log('| | seconds | processor seconds | resident MB |\n| --- | ---: | ---: | ---: |')
for (const [i, [name]] of contestants.entries())
  console.log(`| ${name} | ${of(runs[i], 'seconds')} | ${of(runs[i], 'processor')} | ${of(runs[i], 'megabytes')} |`)
