/** Arrows run one way: text <- lexicon <- rules <- extractor <- everything else. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const src = new URL('../src/', import.meta.url).pathname

/** For each part of the house, the parts that it may import from. Files of src/ itself go by their name. */
const MAY_IMPORT: Record<string, string[]> = {
  text: ['text'],
  'messages.ts': [],
  'records.ts': [],
  lexicon: ['text', 'lexicon', 'messages.ts', 'records.ts'],
  'document.ts': ['text', 'lexicon', 'records.ts'],
  language: ['text', 'lexicon', 'document.ts', 'language'],
  rules: ['text', 'lexicon', 'document.ts', 'records.ts', 'rules'],
  'stages.ts': ['document.ts', 'messages.ts'],
  formats: ['text', 'records.ts', 'formats'],
}

const partOf = (file: string): string => relative(src, file).split('/')[0]

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(e =>
    e.isDirectory() ? filesUnder(join(folder, e.name)) : e.name.endsWith('.ts') ? [join(folder, e.name)] : [],
  )
}

test('no import runs against the arrows', () => {
  const wrong: string[] = []
  for (const file of filesUnder(src)) {
    const allowed = MAY_IMPORT[partOf(file)]
    if (allowed === undefined) continue
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
      const target = join(dirname(file), path.replace(/\.js$/, '.ts'))
      if (!allowed.includes(partOf(target))) wrong.push(`${relative(src, file)} imports ${relative(src, target)}`)
    }
  }
  expect(wrong).toEqual([])
})
