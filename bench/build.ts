/** Builds what is measured as it ships, beside `dist`, and runs the measuring processes. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Options } from 'tsup'
import config from '../tsup.config.js'
import type { Job } from './measure.js'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const cache = `${root}node_modules/.cache/chucdanh-bench/`

/** The package as it ships: as a module, and for `require`. */
export const library = { module: `${cache}library/index.js`, common: `${cache}library/index.cjs` }
const measure = `${cache}measure/measure.js`
export const articlesFile = `${cache}articles.ndjson`

/** The same settings as the package's own build has. */
function settings(): Options {
  const own = (Array.isArray(config) ? config : [config]) as Options[]
  const found = own.find(c => typeof c.entry === 'object' && !Array.isArray(c.entry) && 'index' in c.entry)
  if (found === undefined) throw new Error('tsup.config.ts: no build has an entry "index"')
  return { ...found, format: ['esm'], dts: false, clean: true, silent: true, config: false }
}

export async function buildAll(): Promise<void> {
  mkdirSync(cache, { recursive: true })
  // As in the package: without it Node would read each file twice to find out what it is.
  writeFileSync(`${cache}package.json`, '{ "type": "module" }\n')
  const entry = { index: `${root}src/index.ts` }
  await build({ ...settings(), entry, outDir: `${cache}library`, format: ['esm', 'cjs'] })
  await build({
    ...settings(),
    entry: { measure: `${root}bench/measure.ts` },
    outDir: `${cache}measure`,
    platform: 'node',
    skipNodeModulesBundle: true,
  })
}

/** Bytes of the default entry, and of the lexicon in it. */
export function sizes(): { minified: number; gzipped: number; lexicon: number } {
  const entry = readFileSync(library.module)
  const lexicon = readFileSync(`${root}src/lexicon/compiled.ts`)
  const gzip = (bytes: Buffer): number => gzipSync(bytes, { level: 9 }).length
  return { minified: entry.length, gzipped: gzip(entry), lexicon: gzip(lexicon) }
}

/** Room for what a hundred thousand characters allocate, so that nothing is collected between two looks. */
const NO_COLLECTION = ['--expose-gc', '--min-semi-space-size=128', '--max-semi-space-size=128']

/** Runs one part in a fresh process; null if it did not end in `seconds`. */
export function runJob<T>(job: Partial<Job> & Pick<Job, 'part' | 'files'>, seconds = 1800): Promise<T | null> {
  const flags =
    job.part === 'allocation'
      ? NO_COLLECTION
      : job.part === 'big' || job.part === 'leaks'
        ? ['--expose-gc']
        : // All records of a long text live to its end: moving them to where the old live is not what is asked here.
          job.part === 'hostile'
          ? ['--max-semi-space-size=256']
          : []
  const full: Job = { rounds: 1, seed: 1, name: null, bytes: 0, ...job }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, measure, JSON.stringify(full)], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let out = ''
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, seconds * 1000)
    child.stdout.on('data', (data: Buffer) => {
      out += data
    })
    child.on('error', reject)
    child.on('close', code => {
      clearTimeout(timer)
      if (late) resolve(null)
      else if (code !== 0) reject(new Error(`the part ${job.part} ended with ${code}`))
      else resolve(JSON.parse(out.trim().split('\n').at(-1)!) as T)
    })
  })
}
