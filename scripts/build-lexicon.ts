/** Compiles the tables of src/lexicon/data into src/lexicon/compiled.ts. Run by `npm run lexicon`, before build and tests. */
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { compileLexicon } from '../src/lexicon/compiler.js'

const data = new URL('../src/lexicon/data/', import.meta.url)
const target = new URL('../src/lexicon/compiled.ts', import.meta.url)

const { forms, counts, columns, formCount } = compileLexicon(file => {
  const url = new URL(file, data)
  return existsSync(url) ? readFileSync(url, 'utf8') : null
})
const text = `// Generated from the tables in data/ by scripts/build-lexicon.ts. Do not edit: correct the tables.
export const COUNTS = ${JSON.stringify(counts)}
export const COLUMNS: readonly (readonly (string | readonly [string, string])[])[] = ${JSON.stringify(columns, null, 1)}
export const FORMS = ${JSON.stringify(forms, null, 1)}
`
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  writeFileSync(target, text)
  console.log(
    `lexicon: ${counts.reduce((n, c) => n + c)} rows, ${formCount} forms, ${(Buffer.byteLength(text) / 1024).toFixed(0)} KB`,
  )
} else {
  // Newer than its tables: nobody need compile it again.
  const now = new Date()
  utimesSync(target, now, now)
}
