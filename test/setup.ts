/** Before the tests: the compiled lexicon must be there and no older than its tables. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const compiled = `${root}src/lexicon/compiled.ts`

export default function setup(): void {
  const data = `${root}src/lexicon/data/`
  const sources = [
    ...readdirSync(data).map(f => data + f),
    ...['compiler', 'classes', 'lexicon', 'table'].map(f => `${root}src/lexicon/${f}.ts`),
    `${root}scripts/build-lexicon.ts`,
  ]
  const newest = Math.max(...sources.map(f => statSync(f).mtimeMs))
  if (existsSync(compiled) && statSync(compiled).mtimeMs >= newest) return
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build-lexicon.ts'], { cwd: root, stdio: 'inherit' })
}
