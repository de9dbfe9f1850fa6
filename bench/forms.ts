/**
 * In what form should the numbers of the lexicon ship? The same arrays written in four ways, each in a file of its own: how large
 * the file is compressed, and how long a fresh process takes to load it and have the arrays.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'tsup'
import { seededRandom, shuffled } from '../scripts/lib/random.js'
import { FORMS } from '../src/lexicon/compiled.js'
import { packNumbers, unpackNumbers } from '../src/lexicon/packed.js'
import { cache, root } from './build.js'
import { median, middleHalf } from './statistics.js'

export interface FormRow {
  name: string
  gzipped: number
  milliseconds: number
  range: [number, number]
}

/** A form: the code that reads one array, and how an array is written in it. */
interface Form {
  name: string
  read: string
  write(numbers: readonly number[]): string
}

export async function measureForms(runs: number, seed: number): Promise<FormRow[]> {
  const arrays = [FORMS.shapes, FORMS.labels, FORMS.links, FORMS.entries, FORMS.spelled].map(s => [...unpackNumbers(s)])
  const folder = `${cache}forms/`
  mkdirSync(folder, { recursive: true })
  const forms = await allForms()
  const files = new Map(
    forms.map(({ name, read, write }, i) => {
      const file = `${folder}${i}.cjs`
      writeFileSync(file, `${read}\nmodule.exports = () => [${arrays.map(a => `read(${write(a)})`).join(', ')}]\n`)
      return [name, { file, times: [] as number[] }]
    }),
  )
  const random = seededRandom(seed)
  for (let round = 0; round <= runs; round++)
    for (const [name, { file, times }] of shuffled(random, [...files])) {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--eval', program(file)], { encoding: 'utf8' })
      if (status !== 0) throw new Error(`${name}: ${stderr}`)
      const [time, sum] = JSON.parse(stdout) as [number, number]
      const expected = arrays.flat().reduce((a, b) => a + b)
      if (sum !== expected) throw new Error(`${name}: the numbers are others`)
      if (round > 0) times.push(time)
    }
  return [...files].map(([name, { file, times }]) => ({
    name,
    gzipped: gzipSync(readFileSync(file), { level: 9 }).length,
    milliseconds: median(times),
    range: middleHalf(times),
  }))
}

async function allForms(): Promise<Form[]> {
  const outDir = `${cache}packed`
  await build({
    entry: { packed: `${root}src/lexicon/packed.ts` },
    outDir,
    format: ['cjs'],
    minify: true,
    silent: true,
    config: false,
  })
  return [
    {
      name: 'array literals',
      read: 'const read = a => new Uint16Array(a)',
      write: a => `[${a.join(',')}]`,
    },
    {
      name: '`JSON.parse`',
      read: 'const read = s => new Uint16Array(JSON.parse(s))',
      write: a => `'[${a.join(',')}]'`,
    },
    {
      name: 'typed arrays in base64, by `atob`',
      read: `const read = s => {
        const bytes = atob(s)
        const out = new Uint16Array(bytes.length / 2)
        for (let i = 0; i < out.length; i++) out[i] = bytes.charCodeAt(2 * i) | (bytes.charCodeAt(2 * i + 1) << 8)
        return out
      }`,
      write: a => `'${Buffer.from(Uint16Array.from(a).buffer).toString('base64')}'`,
    },
    {
      name: '**packed digits** (`src/lexicon/packed.ts`)',
      read: `const packed = { exports: {} }
        ;(function (module) { ${readFileSync(`${outDir}/packed.cjs`, 'utf8')} })(packed)
        const read = packed.exports.unpackNumbers`,
      write: a => JSON.stringify(packNumbers(a)),
    },
  ]
}

const program = (file: string): string => `
const start = performance.now()
const arrays = require(${JSON.stringify(file)})()
const time = performance.now() - start
console.log(JSON.stringify([time, arrays.reduce((n, a) => n + a.reduce((x, y) => x + y, 0), 0)]))`
