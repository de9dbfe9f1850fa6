/**
 * The command line over a file of articles, on one thread and on two, beside `jq -c .`, which parses the lines and prints
 * them again.
 *
 *   npm run build && npm run bench:pipeline -- news.ndjson [rounds]
 *
 * The contestants take turns. Beside the time on the clock, which other programs on the machine lengthen, stands the processor
 * time of all threads and of the busiest one, which they lengthen less: on a machine with two cores to itself one job takes as
 * long as its busiest thread, and two jobs take at least half of what all of their threads take. The speed-up that this allows
 * is told beside the one by the clock.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
  busiest: number | null
  megabytes: number | null
}

/** Clock ticks of Linux in a second, for what `/proc` counts in them. */
const TICKS = 100

/** Processor seconds of the threads of a process by now; none where the system does not tell, or the process has ended. */
function threadsOf(pid: number): [thread: string, seconds: number][] {
  try {
    return readdirSync(`/proc/${pid}/task`).map(thread => {
      const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8')
      // Behind the name in brackets, which may hold blanks: state, …, user time, system time.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return [thread, (Number(fields[11]) + Number(fields[12])) / TICKS]
    })
  } catch {
    return []
  }
}

function run(command: string, args: string[]): Promise<Run> {
  const out = openSync(join(dir, 'out'), 'w')
  rmSync(usage, { force: true })
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_OPTIONS: `--import ${pathToFileURL(preload)}` }
    const child = spawn(command, args, { stdio: ['ignore', out, 'inherit'], env })
    const threads = new Map<string, number>()
    const looking = setInterval(() => {
      for (const [thread, seconds] of threadsOf(child.pid!)) threads.set(thread, seconds)
    }, 50)
    child.on('error', error => {
      clearInterval(looking)
      reject(error)
    })
    child.on('close', () => {
      clearInterval(looking)
      const busiest = threads.size === 0 ? null : Math.max(...threads.values())
      const seconds = (performance.now() - start) / 1000
      try {
        const used = JSON.parse(readFileSync(usage, 'utf8'))
        resolve({
          seconds,
          processor: (used.userCPUTime + used.systemCPUTime) / 1e6,
          busiest,
          megabytes: used.maxRSS / 1024,
        })
      } catch {
        resolve({ seconds, processor: null, busiest, megabytes: null })
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

const middle = (list: Run[], field: keyof Run): number | null => {
  const values = list.map(r => r[field]).filter(v => v !== null)
  return values.length === 0 ? null : median(values)
}
const articles = readFileSync(file).reduce((count, byte) => count + Number(byte === 10), 0)
const cells = (list: Run[]): (string | undefined)[] => [
  middle(list, 'seconds')?.toFixed(2),
  (articles / (middle(list, 'seconds') ?? Number.NaN)).toFixed(0),
  middle(list, 'processor')?.toFixed(2),
  middle(list, 'busiest')?.toFixed(2),
  middle(list, 'megabytes')?.toFixed(0),
]
console.log(
  `${machine()}; ${availableParallelism()} cores; load ${loadavg()
    .map(l => l.toFixed(1))
    .join(' ')}`,
)
console.log(`${articles} articles, ${(statSync(file).size / 1e6).toFixed(1)} MB, medians of ${rounds} rounds\n`)
console.log(
  '| | seconds | articles/s | processor seconds | busiest thread | resident MB |\n| --- | ---: | ---: | ---: | ---: | ---: |',
)
for (const [i, [name]] of contestants.entries())
  if (runs[i].length > 0) console.log(`| ${name} | ${cells(runs[i]).join(' | ')} |`)
const [, one, two] = runs
const speedUp = (a: number | null, b: number | null): string => (a === null || b === null ? '?' : (a / b).toFixed(2))
const all = middle(two, 'processor')
console.log(`\ntwo jobs over one: ${speedUp(middle(one, 'seconds'), middle(two, 'seconds'))} by the clock`)
console.log(`${speedUp(middle(one, 'busiest'), all === null ? null : all / 2)} at most by processor time`)
