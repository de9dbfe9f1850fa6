/**
 * Names: where one was due and none was taken, and names that begin or end oddly.
 *
 *   ông Thăng · Bộ trưởng Nhạ       capitals right after a word of address or a title: a name is due
 *   … Trần Văn Ba …                 three or four syllables of names in a row, the first a surname
 *   "Hà Nội Nguyễn Văn A"           a capital word right before or after the name
 */
import type { Document, Name, Range } from '../../src/document.js'
import {
  BODY,
  BODY_HEAD,
  HONORIFIC,
  NAME_SYLLABLE,
  PLACE,
  POSITION,
  RANK,
  STATUS,
  SURNAME,
  UNIT,
} from '../../src/lexicon/classes.js'
import { CAPITAL, LINE_START, NUMBER, TONED, UPPER, VIETNAMESE, WORD } from '../../src/text/flags.js'
import { ALL_CAPS } from '../../src/text/sentences.js'
import { type Miner, type MinerOptions, percent, plain, Sampler, type Section, sampleOf, Tally } from './report.js'

/** More than any name has. */
const LONGEST = 6

export function mineNames(options: MinerOptions): Miner {
  const due = new Map<string, { seen: number; taken: number }>()
  const untaken = new Map<string, Tally>()
  const odd = new Map<string, Tally>()
  const open = new Tally()
  const sampler = new Sampler(options)
  let names = 0

  function count(map: Map<string, Tally>, kind: string, text: string): void {
    const tally = map.get(kind) ?? new Tally()
    map.set(kind, tally)
    tally.add(plain(text))
  }

  function look(article: string, doc: Document): void {
    names += doc.names.length
    const named = covered(doc, doc.names)
    const titled = covered(doc, doc.titles)
    const atTitle = new Map<number, string>()
    for (const title of doc.titles) atTitle.set(title.to, 'a title')
    for (let s = 0; s < doc.sentences.count; s++) {
      if ((doc.sentences.flags[s] & ALL_CAPS) !== 0) continue
      const stop = doc.sentences.first[s + 1]
      for (let i = doc.sentences.first[s]; i < stop; i++) {
        const after = atTitle.get(i) ?? addressBefore(doc, i)
        // "đồng chí Bí thư Tỉnh ủy": a title is due there as well.
        if (after === null || titled[i] !== 0 || !isCapital(doc, i)) continue
        const place = due.get(after) ?? { seen: 0, taken: 0 }
        due.set(after, place)
        place.seen++
        if (named[i] !== 0) {
          place.taken++
          continue
        }
        const end = capitalRun(doc, i, stop)
        const what = kindOfRun(doc, i)
        count(untaken, what, doc.slice(i, end))
        sampler.offer(`not taken: ${what}`, () => sampleOf(article, doc, i, end))
      }
      lookAtOpenNames(article, doc, named, doc.sentences.first[s], stop)
    }
    for (const name of doc.names)
      for (const kind of oddities(doc, name, atTitle)) {
        count(odd, kind, doc.slice(name.from, name.to))
        sampler.offer(`odd: ${kind}`, () => sampleOf(article, doc, name.from, name.to))
      }
  }

  function lookAtOpenNames(article: string, doc: Document, named: Uint8Array, first: number, stop: number): void {
    const { marks } = doc
    for (let i = first; i < stop; i++) {
      if (!marks.has(i, SURNAME) || named[i] !== 0 || !isCapital(doc, i)) continue
      if (Math.max(marks.endAt(i, PLACE), marks.endAt(i, BODY)) > i + 1) continue
      let end = i + 1
      while (end < stop && end - i < 5 && isCapital(doc, end) && named[end] === 0 && marks.has(end, NAME_SYLLABLE))
        end++
      if (end - i < 3 || end - i > 4) continue
      open.add(plain(doc.slice(i, end)))
      const to = end
      sampler.offer('name syllables in the open', () => sampleOf(article, doc, i, to))
      i = end - 1
    }
  }

  function section(top: number): Section {
    const dues = [...due].sort((a, b) => b[1].seen - b[1].taken - (a[1].seen - a[1].taken))
    const kinds = [...untaken].sort((a, b) => b[1].total - a[1].total)
    const oddKinds = [...odd].sort((a, b) => b[1].total - a[1].total)
    const right = (title: string) => ({ title, right: true })
    return {
      name: 'Names',
      totals: {
        names,
        'places where one was due': dues.reduce((n, [, d]) => n + d.seen, 0),
        'taken there': dues.reduce((n, [, d]) => n + d.taken, 0),
        'name syllables in the open': open.total,
      },
      tables: [
        {
          title: 'Where a name was due',
          note: 'A capital word right after a word of address or a title, outside sentences all in capitals.',
          columns: [{ title: 'after' }, right('found'), right('taken'), right('taken %'), right('not taken')],
          rows: dues.slice(0, top).map(([k, d]) => [k, d.seen, d.taken, percent(d.taken, d.seen), d.seen - d.taken]),
        },
        {
          title: 'Capitals there that were not taken, by what they are',
          note: 'The word that the lexicon has at their beginning, or what they look like.',
          columns: [{ title: 'what' }, right('found'), { title: 'commonest' }],
          rows: kinds.map(([k, tally]) => [k, tally.total, tally.top(8)]),
        },
        {
          title: 'Names that begin or end oddly',
          note: 'Share of all names; a name may be odd in several ways.',
          columns: [{ title: 'how' }, right('names'), right('share'), { title: 'commonest' }],
          rows: oddKinds.map(([k, tally]) => [k, tally.total, percent(tally.total, names), tally.top(6)]),
        },
        {
          title: 'Three or four syllables of names in a row, in no name',
          note: 'The first is a surname; names of places and bodies are left out.',
          columns: [{ title: 'syllables' }, right('found')],
          rows: open.ranked().slice(0, top),
        },
      ],
      samples: sampler.of([
        ...kinds.map(([k]) => `not taken: ${k}`),
        ...oddKinds.map(([k]) => `odd: ${k}`),
        'name syllables in the open',
      ]),
    }
  }

  return { look, section }
}

/** 1 for every token inside one of these. */
function covered(doc: Document, ranges: readonly Range[]): Uint8Array {
  const inside = new Uint8Array(doc.tokens.count + 1)
  for (const { from, to } of ranges) inside.fill(1, from, to)
  return inside
}

const isCapital = (doc: Document, i: number): boolean =>
  (doc.tokens.flags[i] & (WORD | CAPITAL)) === (WORD | CAPITAL) && (doc.tokens.flags[i] & LINE_START) === 0

/** The word of address that ends right before token `i`, or null. */
function addressBefore(doc: Document, i: number): string | null {
  for (const back of [1, 2, 3]) {
    const at = i - back
    if (at < 0 || doc.marks.endAt(at, HONORIFIC) !== i) continue
    const row = doc.marks.rowAt(at, HONORIFIC)!
    return row[1] === 'address' ? row[0] : null
  }
  return null
}

function capitalRun(doc: Document, i: number, stop: number): number {
  let end = i + 1
  while (end < stop && end - i < LONGEST && isCapital(doc, end)) end++
  return end
}

const CLASSES: [number, string][] = [
  [POSITION, 'a position'],
  [RANK, 'a rank'],
  [BODY, 'a body'],
  [BODY_HEAD, 'the generic word of a body'],
  [UNIT, 'a kind of place'],
  [PLACE, 'a place'],
  [HONORIFIC, 'a word of address'],
  [STATUS, 'a status word'],
  [SURNAME, 'a surname'],
  [NAME_SYLLABLE, 'a syllable of names'],
]

function kindOfRun(doc: Document, i: number): string {
  for (const [cls, what] of CLASSES) if (doc.marks.has(i, cls)) return what
  const f = doc.tokens.flags[i]
  if ((f & UPPER) !== 0 && doc.tokens.end[i] - doc.tokens.start[i] > 1) return 'all in capitals'
  return (f & (VIETNAMESE | TONED)) !== 0 ? 'another Vietnamese word' : 'a word without tone'
}

function* oddities(doc: Document, name: Name, atTitle: ReadonlyMap<number, string>): Generator<string> {
  const { tokens, sentences } = doc
  const { flags } = tokens
  const { from, to, outer } = name
  const first = sentences.first[name.sentence]
  const stop = sentences.first[name.sentence + 1]
  const caps = (sentences.flags[name.sentence] & ALL_CAPS) !== 0
  if (!caps && outer > first + 1 && isCapital(doc, outer - 1) && !atTitle.has(outer) && !endsMark(doc, outer))
    yield 'a capital word right before'
  if (!caps && to < stop && isCapital(doc, to) && !startsMark(doc, to)) yield 'a capital word right after'
  if (to - from === 1 && outer === from && !atTitle.has(from)) yield 'one syllable, no title or address before it'
  let small = false
  let number = false
  for (let j = from; j < to; j++) {
    if ((flags[j] & NUMBER) !== 0) number = true
    if ((flags[j] & (WORD | CAPITAL)) === WORD && !name.foreign) small = true
  }
  if (small) yield 'a small letter inside'
  if (number) yield 'a number inside'
  if (to - from > 5) yield 'more than five words'
  if (!caps && to - from > 1 && doc.slice(from, to) === doc.slice(from, to).toUpperCase()) yield 'all in capitals'
  const inside = wordInside(doc, from, to)
  if (inside !== null) yield `holds ${inside}`
}

/** Does a form of the lexicon that is no person’s end right before token `i`? */
function endsMark(doc: Document, i: number): boolean {
  for (let back = 1; back <= 6 && i - back >= 0; back++)
    for (const cls of [PLACE, BODY, POSITION, RANK, HONORIFIC, STATUS, UNIT])
      if (doc.marks.endAt(i - back, cls) === i) return true
  return false
}

const startsMark = (doc: Document, i: number): boolean =>
  [PLACE, BODY, BODY_HEAD, POSITION, RANK, UNIT].some(cls => doc.marks.has(i, cls))

/** Forms of several syllables inside a name, or of one that no name has. */
function wordInside(doc: Document, from: number, to: number): string | null {
  for (let j = from; j < to; j++)
    for (const [cls, what] of CLASSES) {
      if (cls === SURNAME || cls === NAME_SYLLABLE || cls === STATUS) continue
      const end = doc.marks.endAt(j, cls)
      if (end < 0 || end > to || (j === from && end === to)) continue
      if (end > j + 1 || !(doc.marks.has(j, NAME_SYLLABLE) || doc.marks.has(j, SURNAME))) return what
    }
  return null
}
