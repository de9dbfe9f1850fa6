/**
 * Terms of office: words that open one with a number near them, and whether a term was extracted there.
 *
 *   nhiệm kỳ 2021-2026 · khóa XV · Đại hội đại biểu lần thứ XIV     candidates
 *   nhiệm kỳ 5 năm · khóa 10 học viên                              candidates too, and rightly not taken
 */
import type { Document } from '../../src/document.js'
import { isWord } from '../../src/rules/words.js'
import { CAPITAL, NUMBER, UPPER, WORD } from '../../src/text/flags.js'
import { type Miner, type MinerOptions, percent, plain, Sampler, type Section, sampleOf, Tally } from './report.js'

interface Opener {
  name: string
  words: string[]
  /** How far behind it the number may stand. */
  reach: number
  /** Only after "thứ", or in Roman numerals. */
  ordered: boolean
}

const OPENERS: Opener[] = [
  { name: 'nhiệm kỳ', words: ['nhiệm', 'kỳ'], reach: 4, ordered: false },
  { name: 'khóa', words: ['khóa'], reach: 2, ordered: false },
  { name: 'đại hội', words: ['đại', 'hội'], reach: 14, ordered: true },
]

export function mineTerms(options: MinerOptions): Miner {
  const sampler = new Sampler(options)
  const counts = new Map(OPENERS.map(o => [o.name, { seen: 0, taken: 0, missed: new Tally() }]))
  let terms = 0

  function look(article: string, doc: Document): void {
    terms += doc.terms.length
    let t = 0
    for (let s = 0; s < doc.sentences.count; s++) {
      const stop = doc.sentences.first[s + 1]
      for (let i = doc.sentences.first[s]; i < stop; i++) {
        const opener = OPENERS.find(o => o.words.every((w, k) => i + k < stop && isWord(doc, i + k, w)))
        if (opener === undefined) continue
        const number = numberAfter(
          doc,
          i + opener.words.length,
          Math.min(stop, i + opener.words.length + opener.reach),
          opener.ordered,
        )
        if (number < 0) continue
        while (t < doc.terms.length && doc.terms[t].to <= i) t++
        const taken = t < doc.terms.length && doc.terms[t].from <= number
        const count = counts.get(opener.name)!
        count.seen++
        if (taken) count.taken++
        else count.missed.add(shapeOf(doc, i, Math.min(stop, number + 2)))
        const end = taken ? doc.terms[t].to : number + 1
        sampler.offer(`${opener.name}, ${taken ? 'taken' : 'missed'}`, () =>
          sampleOf(article, doc, i, Math.max(end, i + 1)),
        )
      }
    }
  }

  function section(top: number): Section {
    const rows = [...counts]
    const missed = rows.flatMap(([name, c]) => c.missed.ranked().map(([shape, n]) => [name, shape, n] as const))
    const right = (title: string) => ({ title, right: true })
    return {
      name: 'Terms of office',
      totals: {
        terms,
        candidates: rows.reduce((n, [, c]) => n + c.seen, 0),
        'candidates taken': rows.reduce((n, [, c]) => n + c.taken, 0),
      },
      tables: [
        {
          title: 'Candidates',
          note: 'The opening words with a number (for "đại hội" a Roman one, or one after "thứ") close behind them.',
          columns: [{ title: 'opening' }, right('found'), right('taken'), right('taken %'), right('missed')],
          rows: rows.map(([name, c]) => [name, c.seen, c.taken, percent(c.taken, c.seen), c.seen - c.taken]),
        },
        {
          title: 'Shapes of the missed ones',
          note: 'N stands for a number, R for a Roman one.',
          columns: [{ title: 'opening' }, { title: 'shape' }, right('found')],
          rows: missed
            .sort((a, b) => b[2] - a[2])
            .slice(0, top)
            .map(row => [...row]),
        },
      ],
      samples: sampler.of(OPENERS.flatMap(o => [`${o.name}, missed`, `${o.name}, taken`])),
    }
  }

  return { look, section }
}

const ROMAN = /^[IVXL]+$/

function isRoman(doc: Document, i: number): boolean {
  return (doc.tokens.flags[i] & (WORD | UPPER)) === (WORD | UPPER) && ROMAN.test(doc.slice(i, i + 1))
}

/** The number that makes the opening a candidate, or -1. */
function numberAfter(doc: Document, from: number, to: number, ordered: boolean): number {
  const { flags, key } = doc.tokens
  for (let i = from; i < to; i++) {
    if (isRoman(doc, i)) return i
    if ((flags[i] & NUMBER) !== 0) return !ordered || isWord(doc, i - 1, 'thứ') ? i : -1
    // "thứ hai", "thứ nhất"
    if (isWord(doc, i, 'thứ') && i + 1 < to && (flags[i + 1] & (WORD | CAPITAL)) === WORD) return i + 1
    if ((flags[i] & WORD) === 0 && key[i] !== 0x2d) return -1
  }
  return -1
}

function shapeOf(doc: Document, from: number, to: number): string {
  const parts: string[] = []
  for (let i = from; i < to; i++) {
    if ((doc.tokens.flags[i] & NUMBER) !== 0) parts.push('N')
    else if (isRoman(doc, i)) parts.push('R')
    else parts.push(plain(doc.slice(i, i + 1)).toLowerCase())
  }
  return parts.join(' ')
}
