import { describe, expect, test } from 'vitest'
import { extract } from '../../src/index.js'
import { readBlocks } from './corpus.js'

describe('who holds what', () => {
  for (const { note, line, lines } of readBlocks('holders.txt')) {
    const text = lines
      .filter(l => l.startsWith('> '))
      .map(l => l.slice(2))
      .join('\n')
    test(`line ${line}: ${note || text}`, () => {
      const found = extract(text)
      const held = found.officials.map(
        o =>
          `${o.name}: ${o.roles.map(r => (r.status === 'current' ? r.text : `${r.text} [${r.status}]`)).join(' | ')}`,
      )
      const carried = new Set(found.officials.flatMap(o => o.roles.map(r => r.text.toLowerCase())))
      const loose = new Set(
        found.titles.filter(t => !t.generic && !carried.has(t.text.toLowerCase())).map(t => `- ${t.text}`),
      )
      expect([...held, ...loose].sort()).toEqual(lines.filter(l => !l.startsWith('> ')).sort())
      for (const t of found.titles) expect(text.slice(t.start, t.end)).toBe(t.text)
    })
  }
})
