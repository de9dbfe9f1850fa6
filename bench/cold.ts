/** Cold start: how long a fresh process takes from the import of a package to its first result. */
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { seededRandom, shuffled } from '../scripts/lib/random.js'
import { median, middleHalf } from './statistics.js'

export interface ColdRow {
  name: string
  /** Milliseconds from before the import to after the first sentence, and of that the import alone. */
  first: number
  firstRange: [number, number]
  imported: number
  /** Of the whole process, beyond one that does nothing. */
  process: number
  missing: string | null
}

export interface Cold {
  runs: number
  rows: ColdRow[]
}

const SENTENCE = 'Ngày 5/9, Chủ tịch UBND tỉnh Gia Lai yêu cầu Sở Y tế báo cáo trước ngày 15/9.'

interface Program {
  name: string
  /** An expression that gives the module `m`; it may await. */
  load: string
  /** An expression for the first result. */
  use: string
}

/** Both ways to load where they differ: a module of many files loads much slower than one file for `require`. */
function programs(library: { module: string; common: string }): Program[] {
  const sentence = JSON.stringify(SENTENCE)
  return [
    {
      name: 'chucdanh',
      load: `await import(${JSON.stringify(pathToFileURL(library.module).href)})`,
      use: `m.extract(${sentence})`,
    },
    { name: 'chucdanh, by require', load: `require(${JSON.stringify(library.common)})`, use: `m.extract(${sentence})` },
    { name: 'compromise/one', load: `await import('compromise/one')`, use: `m.default(${sentence}).json()` },
    { name: 'compromise/one, by require', load: `require('compromise/one')`, use: `m(${sentence}).json()` },
    { name: 'compromise', load: `await import('compromise')`, use: `m.default(${sentence}).json()` },
    { name: 'compromise, by require', load: `require('compromise')`, use: `m(${sentence}).json()` },
    {
      name: 'wink-nlp, by require',
      load: `require('wink-nlp')`,
      use: `m(require('wink-eng-lite-web-model')).readDoc(${sentence}).tokens().length()`,
    },
    { name: 'vntk, by require', load: `require('vntk')`, use: `m.ner().tag(${sentence})` },
  ]
}

export function measureCold(
  library: { module: string; common: string },
  root: string,
  runs: number,
  seed: number,
): Cold {
  const all = programs(library)
  const times = new Map(
    all.map(({ name }) => [name, { first: [] as number[], imported: [] as number[], process: [] as number[] }]),
  )
  const empty: number[] = []
  const missing = new Map<string, string>()
  const random = seededRandom(seed)
  // One round that is not counted brings the files into the system's cache.
  for (let round = 0; round <= runs; round++)
    for (const program of shuffled(random, [null, ...all])) {
      const name = program?.name ?? null
      if (name !== null && missing.has(name)) continue
      const start = performance.now()
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--eval', program === null ? '' : source(program)],
        {
          cwd: root,
          encoding: 'utf8',
        },
      )
      const whole = performance.now() - start
      if (status !== 0) {
        missing.set(name ?? 'node', /Cannot find/.test(stderr) ? 'it is not installed' : 'it failed')
        continue
      }
      if (round === 0) continue
      if (name === null) {
        empty.push(whole)
        continue
      }
      const [imported, first] = JSON.parse(stdout.trim().split('\n').at(-1)!) as [number, number]
      const row = times.get(name)!
      row.first.push(first)
      row.imported.push(imported)
      row.process.push(whole)
    }
  const nothing = median(empty)
  return {
    runs,
    rows: [...times].map(([name, t]) =>
      missing.has(name)
        ? { name, first: 0, firstRange: [0, 0], imported: 0, process: 0, missing: missing.get(name)! }
        : {
            name,
            first: median(t.first),
            firstRange: middleHalf(t.first),
            imported: median(t.imported),
            process: median(t.process) - nothing,
            missing: null,
          },
    ),
  }
}

const source = ({ load, use }: Program): string => `
void (async () => {
  const start = performance.now()
  const m = ${load}
  const imported = performance.now() - start
  const result = ${use}
  const first = performance.now() - start
  if (result === undefined) throw new Error('nothing came of it')
  console.log(JSON.stringify([imported, first]))
})()`
