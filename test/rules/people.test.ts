import { describe, expect, test } from 'vitest'
import { extract } from '../../src/index.js'
import { readBlocks } from './corpus.js'

describe('who is who', () => {
  for (const { note, line, lines } of readBlocks('people.txt')) {
    const text = lines
      .filter(l => l.startsWith('> '))
      .map(l => l.slice(2))
      .join('\n')
    const wanted = lines.filter(l => !l.startsWith('> '))
    if (wanted.length === 0) continue
    test(`line ${line}: ${note}`, () => {
      const { officials, titles } = extract(text)
      const nameOf = (id: string | null) => officials.find(o => o.id === id)?.name ?? '?'
      const held = new Set(officials.flatMap(o => o.roles.flatMap(r => r.titles)))
      const found = new Set([
        ...titles.flatMap((t, i) => (held.has(i) ? [] : [`${t.text} -> ${nameOf(t.officialId)}`])),
        ...officials.map(o => `${o.name} = ${o.scope}`),
        ...officials.flatMap(o =>
          o.roles.flatMap(r => (r.place?.inferred ? [`${o.name} @ ${r.text}: ${r.place.canonical}`] : [])),
        ),
      ])
      for (const line of wanted) expect(found).toContain(line)
    })
  }
})
