/** Runs the corpora of directives: test/corpus/directives.txt tells the format. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from '../../src/extractor.js'
import type { Directive } from '../../src/records.js'

interface Expected {
  first: string
  last: string
  fields: string[]
}

interface Block {
  line: number
  why: string
  date: string | undefined
  text: string
  expected: Expected[]
}

function readCorpus(file: string): Block[] {
  const blocks: Block[] = []
  let block: Block | null = null
  readFileSync(new URL(`../corpus/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .forEach((line, i) => {
      if (line.trim() === '') {
        block = null
        return
      }
      if (line.startsWith('# ---')) return
      if (block === null) {
        block = { line: i + 1, why: '', date: undefined, text: '', expected: [] }
        blocks.push(block)
      }
      if (line.startsWith('#')) block.why = line.slice(1).trim()
      else if (line.startsWith('@date ')) block.date = line.slice(6).trim()
      else if (line.startsWith('> ')) block.text += (block.text === '' ? '' : '\n') + line.slice(2)
      else if (line.startsWith('- ')) {
        const [first, last] = line.slice(2).split(' … ')
        block.expected.push({ first, last: last ?? first, fields: [] })
      } else if (line.startsWith('  ')) block.expected[block.expected.length - 1].fields.push(line.trim())
    })
  return blocks.filter(b => b.text !== '')
}

/** A record in the lines of the corpus. */
function describeDirective(d: Directive, before: number): string[] {
  const lines = [
    `speaker: ${d.speaker === null ? null : (d.speaker.name ?? d.speaker.text)}`,
    `cue: ${d.cue?.text ?? null}`,
    `force: ${d.force}`,
    `addressee: ${d.addressee?.text ?? null}`,
  ]
  for (const action of d.actions) {
    lines.push(`action: ${action.text}`)
    if (action.deadline !== null) lines.push(`deadline: ${action.deadline.text} = ${action.deadline.date}`)
  }
  if (d.continues !== null) lines.push(`continues: ${d.continues - before}`)
  return lines
}

/** Without what the corpus leaves out at both ends of a sentence. */
const bare = (text: string): string =>
  text.replace(/^[\s"“”'‘’\-+•*]+|^\d+\.\s+/g, '').replace(/[\s"“”'‘’.?!;:…]+$/g, '')

describe('directives', () => {
  for (const block of readCorpus('directives.txt')) {
    it(`line ${block.line}: ${block.text.slice(0, 60)}`, () => {
      const found = extract(block.text, block.date === undefined ? {} : { date: block.date }).directives
      for (const d of found) {
        expect(block.text.slice(d.start, d.end)).toBe(d.text)
        for (const span of [d.cue, d.addressee, ...d.actions, ...d.actions.map(a => a.deadline)])
          if (span !== null) expect(block.text.slice(span.start, span.end)).toBe(span.text)
      }
      const got = found.map(d => [bare(d.text), ...describeDirective(d, 0)])
      const want = block.expected.map((e, i) => {
        const text = got[i]?.[0] ?? ''
        const fits = text.startsWith(e.first) && text.endsWith(e.last)
        return [fits ? text : `${e.first} … ${e.last}`, ...e.fields]
      })
      expect(got).toEqual(want)
    })
  }
})

describe('near misses', () => {
  for (const block of readCorpus('directives-negative.txt')) {
    it(`line ${block.line}: ${block.why}`, () => {
      expect(extract(block.text).directives.map(d => d.text)).toEqual([])
    })
  }
})
