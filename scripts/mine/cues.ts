/**
 * Directives: how often each cue, modal and verb of saying stands in the texts, and how many of its sentences became one.
 *
 *   Thủ tướng yêu cầu Bộ Y tế …    the cue of a directive
 *   theo yêu cầu của …             none, and rightly so: the blockers of verbs.tsv are longer words and count apart
 */
import type { Document } from '../../src/document.js'
import { VERB } from '../../src/lexicon/classes.js'
import { type Miner, type MinerOptions, percent, Sampler, type Section, sampleOf } from './report.js'

const USES = new Set(['cue', 'report', 'tell', 'modal'])

interface Counts {
  use: string
  force: string
  occurrences: number
  sentences: number
  directives: number
  asCue: number
}

export function mineCues(options: MinerOptions): Miner {
  const verbs = new Map<string, Counts>()
  const sampler = new Sampler(options)
  let directives = 0
  let withoutCue = 0
  let withCue = 0
  let directed = 0

  function look(article: string, doc: Document): void {
    const { marks, sentences } = doc
    const found = new Map(doc.directives.map(d => [d.sentence, d]))
    directives += doc.directives.length
    for (const d of doc.directives) if (d.cue === null) withoutCue++
    for (let s = 0; s < sentences.count; s++) {
      const first = sentences.first[s]
      const stop = sentences.first[s + 1]
      const directive = found.get(s)
      const seen = new Set<string>()
      let cue = false
      for (let i = first; i < stop; ) {
        const end = marks.endAt(i, VERB)
        if (end < 0) {
          i++
          continue
        }
        for (const [verb, use, force] of marks.rowsAt(i, VERB)) {
          if (!USES.has(use)) continue
          const id = `${verb} (${use})`
          const counts = verbs.get(id) ?? { use, force, occurrences: 0, sentences: 0, directives: 0, asCue: 0 }
          verbs.set(id, counts)
          counts.occurrences++
          cue ||= use === 'cue'
          if (directive?.cue?.from === i) counts.asCue++
          if (seen.has(id)) continue
          seen.add(id)
          counts.sentences++
          if (directive !== undefined) counts.directives++
          const at = i
          sampler.offer(`${id}, ${directive === undefined ? 'no directive' : 'directive'}`, () =>
            sampleOf(article, doc, at, end),
          )
        }
        i = end
      }
      if (!cue) continue
      withCue++
      if (directive !== undefined) directed++
    }
  }

  function section(top: number): Section {
    const order = ['cue', 'modal', 'report', 'tell']
    const all = [...verbs].sort(
      (a, b) =>
        order.indexOf(a[1].use) - order.indexOf(b[1].use) ||
        b[1].sentences - b[1].directives - (a[1].sentences - a[1].directives),
    )
    const shown = order.flatMap(use => all.filter(([, c]) => c.use === use).slice(0, top))
    const right = (title: string) => ({ title, right: true })
    return {
      name: 'Directive cues',
      totals: {
        directives,
        'without a cue of their own': withoutCue,
        'sentences with a cue': withCue,
        'of these directives': directed,
      },
      tables: [
        {
          title: 'Words of verbs.tsv by use, most sentences without a directive first',
          note: 'sentences: that hold the word; directives: of these, the ones that became a directive, by whatever word; as cue: where this word made it.',
          columns: [
            { title: 'word' },
            { title: 'use' },
            { title: 'force' },
            right('found'),
            right('sentences'),
            right('directives'),
            right('share'),
            right('as cue'),
          ],
          rows: shown.map(([id, c]) => [
            id.slice(0, id.lastIndexOf(' (')),
            c.use,
            c.force,
            c.occurrences,
            c.sentences,
            c.directives,
            percent(c.directives, c.sentences),
            c.asCue,
          ]),
        },
      ],
      samples: sampler.of(shown.flatMap(([id]) => [`${id}, no directive`, `${id}, directive`])),
    }
  }

  return { look, section }
}
