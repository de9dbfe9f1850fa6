/** Scores the extraction on the sample reports and writes docs/data/accuracy.json, which the page on accuracy is made from. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { run } from '../src/cli/program.js'

const root = fileURLToPath(new URL('..', import.meta.url))
let out = ''
let told = ''
const code = await run(['eval', `${root}fixtures`, '--json'], {
  stdin: (async function* () {})(),
  out: async text => {
    out += text
  },
  err: line => {
    told += `${line}\n`
  },
  isTTY: false,
  columns: undefined,
  env: {},
  terminal: null,
  onInterrupt: () => () => {},
})
if (code !== 0) throw new Error(`eval failed: ${told}`)
const file = `${root}docs/data/accuracy.json`
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }
writeFileSync(file, `${JSON.stringify({ version, fixtures: JSON.parse(out) }, null, 2)}\n`)
console.log('docs/data/accuracy.json')
