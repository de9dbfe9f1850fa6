/**
 * Heads of titles: how often each head word of positions.tsv and ranks.tsv stands in the texts, and what became of it.
 *
 *   Bí thư Tỉnh ủy Nguyễn Văn A    in a title, held
 *   Chủ tịch UBND tỉnh cho biết    in a title; held if the article tells whose it is, else open
 *   các bộ trưởng                  in a title, generic
 *   Ban Bí thư                     in the name of a body
 *   "giám đốc thẩm"                missed, and rightly so: the samples tell
 */
import type { Document } from '../../src/document.js'
import { BODY, POSITION, RANK } from '../../src/lexicon/classes.js'
import { CAPITAL, LINE_START, WORD } from '../../src/text/flags.js'
import { type Miner, type MinerOptions, percent, plain, Sampler, type Section, sampleOf, Tally } from './report.js'

interface Counts {
  kind: string
  occurrences: number
  taken: number
  held: number
  generic: number
  /** Of some definite person whom the article does not name, or of one whom the rules have not found. */
  open: number
  elsewhere: number
  missed: number
  missedCapital: number
}

export function mineHeads(options: MinerOptions): Miner {
  const heads = new Map<string, Counts>()
  const unlisted = new Tally()
  const sampler = new Sampler(options)
  const missed = (head: string): string => `${head}, missed`
  const held = (head: string): string => `${head}, held`
  const open = (head: string): string => `${head}, open`

  function look(article: string, doc: Document): void {
    const { marks, tokens, sentences, titles, names } = doc
    let t = 0
    let n = 0
    for (let s = 0; s < sentences.count; s++) {
      const stop = sentences.first[s + 1]
      let bodyEnd = -1
      let bodyFrom = -1
      for (let i = sentences.first[s]; i < stop; ) {
        const body = marks.endAt(i, BODY)
        if (body > bodyEnd) {
          bodyEnd = body
          bodyFrom = i
        }
        while (t < titles.length && titles[t].to <= i) t++
        while (n < names.length && names[n].to <= i) n++
        const title = t < titles.length && titles[t].from <= i ? titles[t] : null
        const inName = n < names.length && names[n].from <= i
        const position = marks.endAt(i, POSITION)
        const rank = marks.endAt(i, RANK)
        const end = Math.max(position, rank)
        if (end < 0) {
          if (title === null && !inName && bodyEnd <= i && looksLikeHead(doc, i, stop)) {
            unlisted.add(plain(doc.slice(i, i + 2)).toLowerCase())
            sampler.offer('post in no table', () => sampleOf(article, doc, i, i + 2))
          }
          i++
          continue
        }
        const row = rank > position ? marks.rowAt(i, RANK)! : marks.rowAt(i, POSITION)!
        const counts = heads.get(row[0]) ?? newCounts(rank > position ? 'rank' : row[1])
        heads.set(row[0], counts)
        counts.occurrences++
        if (title !== null) {
          counts.taken++
          const kind = title.person !== null ? held(row[0]) : title.generic ? `${row[0]}, generic` : open(row[0])
          if (title.person !== null) counts.held++
          else if (title.generic) counts.generic++
          else counts.open++
          sampler.offer(kind, () => sampleOf(article, doc, title.from, title.to))
        } else if (inName || (bodyEnd >= end && (bodyFrom < i || bodyEnd > end))) counts.elsewhere++
        else {
          counts.missed++
          if ((tokens.flags[i] & CAPITAL) !== 0) counts.missedCapital++
          sampler.offer(missed(row[0]), () => sampleOf(article, doc, i, end))
        }
        i = end
      }
    }
  }

  function section(top: number): Section {
    const all = [...heads].sort((a, b) => b[1].missed - a[1].missed || b[1].occurrences - a[1].occurrences)
    const sum = (key: Exclude<keyof Counts, 'kind'>): number => all.reduce((n, [, c]) => n + c[key], 0)
    const shown = all.slice(0, top)
    const totals = {
      heads: all.length,
      occurrences: sum('occurrences'),
      'in a title': sum('taken'),
      held: sum('held'),
      generic: sum('generic'),
      open: sum('open'),
      'in a body or name': sum('elsewhere'),
      missed: sum('missed'),
    }
    return {
      name: 'Heads of titles',
      totals,
      tables: [
        {
          title: 'Head words, most missed first',
          note: 'taken: stands in an extracted title; held: in one that is some person’s; generic: of many or any; open: neither; missed: in no title, no name of a body or person; capital: of those, with a capital letter.',
          columns: [
            { title: 'head' },
            { title: 'kind' },
            ...['found', 'taken', 'taken %', 'held', 'held %', 'generic', 'open', 'in body', 'missed', 'capital'].map(
              title => ({
                title,
                right: true,
              }),
            ),
          ],
          rows: shown.map(([head, c]) => [
            head,
            c.kind,
            c.occurrences,
            c.taken,
            percent(c.taken, c.occurrences),
            c.held,
            percent(c.held, c.occurrences),
            c.generic,
            c.open,
            c.elsewhere,
            c.missed,
            c.missedCapital,
          ]),
        },
        {
          title: 'Two words that look like a post and are in no table',
          note: '"… trưởng", and "phó", "trưởng", "chánh" before another word, outside titles, bodies and names.',
          columns: [{ title: 'words' }, { title: 'found', right: true }],
          rows: unlisted.ranked().slice(0, top),
        },
      ],
      samples: sampler.of([
        ...shown.flatMap(([head]) => [missed(head), open(head), `${head}, generic`, held(head)]),
        'post in no table',
      ]),
    }
  }

  return { look, section }
}

const newCounts = (kind: string): Counts => ({
  kind,
  occurrences: 0,
  taken: 0,
  held: 0,
  generic: 0,
  open: 0,
  elsewhere: 0,
  missed: 0,
  missedCapital: 0,
})

const OPENERS = new Set(['phó', 'trưởng', 'chánh'])

function looksLikeHead(doc: Document, i: number, stop: number): boolean {
  const { flags } = doc.tokens
  if (i + 1 >= stop || (flags[i] & WORD) === 0 || (flags[i + 1] & WORD) === 0 || (flags[i + 1] & LINE_START) !== 0)
    return false
  const first = plain(doc.slice(i, i + 1)).toLowerCase()
  return OPENERS.has(first) || plain(doc.slice(i + 1, i + 2)).toLowerCase() === 'trưởng'
}
