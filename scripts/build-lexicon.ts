/** Compiles the tables of src/lexicon/data into src/lexicon/compiled.ts. Run by `npm run lexicon`, before build and tests. */
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { compileLexicon } from '../src/lexicon/compiler.js'

const data = new URL('../src/lexicon/data/', import.meta.url)
const target = new URL('../src/lexicon/compiled.ts', import.meta.url)

const { rows, forms, counts } = compileLexicon(file => {
  const url = new URL(file, data)
  return existsSync(url) ? readFileSync(url, 'utf8') : null
})
const text = `// Generated from the tables in data/ by scripts/build-lexicon.ts. Do not edit: correct the tables.
export const ROWS = ${JSON.stringify(rows)}
export const FORMS = ${JSON.stringify(forms)}
`
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  writeFileSync(target, text)
  console.log(`lexicon: ${counts.rows} rows, ${counts.forms} forms, ${(text.length / 1024).toFixed(0)} KB`)
} else {
  // Newer than its tables: nobody need compile it again.
  const now = new Date()
  utimesSync(target, now, now)
}
