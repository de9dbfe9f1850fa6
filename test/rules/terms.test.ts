import { describe, expect, test } from 'vitest'
import { extract } from '../../src/index.js'
import type { Term } from '../../src/records.js'
import { readBlocks } from './corpus.js'

const printed = (t: Term): string => (t.kind === 'years' ? `years ${t.from}-${t.to}` : `${t.kind} ${t.ordinal}`)

describe('terms', () => {
  for (const block of readBlocks('terms.txt'))
    for (const line of block.lines) {
      const [values, marked] = line.split(' | ')
      test(marked, () => {
        const text = marked.replace(/[[\]]/g, '')
        const wanted = values === 'none' ? [] : values.split('; ')
        const spans = [...marked.matchAll(/\[([^\]]*)\]/g)].map(m => m[1])
        const { terms } = extract(text)
        // "@ Quốc hội": the body, where the line says it.
        const kinds = wanted.map(w => w.split(' @ ')[0])
        expect(terms.map(printed)).toEqual(kinds)
        wanted.forEach((w, i) => {
          if (w.includes(' @ ')) expect(terms[i].body ?? 'none').toBe(w.split(' @ ')[1])
        })
        expect(terms.map(t => t.text)).toEqual(spans)
        for (const t of terms) expect(text.slice(t.start, t.end)).toBe(t.text)
      })
    }
})
