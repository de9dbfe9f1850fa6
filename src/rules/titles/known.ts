/**
 * What is known of the titles met so far: news prints the same few again and again, in one article and from one to the next.
 *
 * The facts of a title follow from its words and from how the rules read them, and from nothing else; so they are kept by
 * both.
 */
import type { Document, PlacePart, Title } from '../../document.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { factsOf, type TitleFacts } from './record.js'

/** Titles kept for one lexicon. When there are more, all are forgotten. */
const MOST_KNOWN = 4000

/** A title longer than this is hardly met again. */
const LONGEST = 300

const byLexicon = new WeakMap<Lexicon, Map<string, TitleFacts>>()

export function knownFactsOf(doc: Document, title: Title): TitleFacts {
  const start = doc.tokens.start[title.from]
  const end = doc.tokens.end[title.to - 1]
  if (end - start > LONGEST) return factsOf(doc, title)
  let known = byLexicon.get(doc.lexicon)
  if (known === undefined) {
    known = new Map()
    byLexicon.set(doc.lexicon, known)
  }
  const text = doc.text.slice(start, end)
  const key = `${text}|${readingOf(title)}`
  const before = known.get(key)
  if (before !== undefined) return copyOf(before)
  const facts = factsOf(doc, title)
  if (facts.body !== null && !text.includes(facts.body.text)) return facts
  if (known.size >= MOST_KNOWN) known.clear()
  // Pieces of the article would keep the whole of it in memory: what is kept is written anew.
  known.set(key, JSON.parse(JSON.stringify(facts)) as TitleFacts)
  return facts
}

/** How the rules have read the words: the head, the bodies, the place, and the place that the article adds. */
function readingOf({ from, head, bodies, place, inferredPlace }: Title): string {
  let reading = `${head.row[0]}|${head.to - from}${head.deputy}${head.standing}|${placeReading(place, from)}|`
  // An inferred place is read elsewhere.
  if (inferredPlace !== null) reading += placeReading(inferredPlace, inferredPlace.from)
  for (const b of bodies) reading += `|${b.canonical},${b.kind},${b.level},${b.from - from},${b.to - from}`
  return reading
}

function placeReading(place: PlacePart | null, from: number): string {
  if (place === null) return ''
  const { row, unit, name } = place
  const where = row === null ? name : `${row[0]},${row[1]},${row[2]},${row[5]}`
  return `${where},${unit === null ? '' : unit[0]},${place.from - from},${place.to - from}`
}

/** Records are the caller's to change: none shares its parts with another. */
function copyOf({ canonical, english, position, body, place }: TitleFacts): TitleFacts {
  return {
    canonical,
    english,
    position: { ...position },
    body: body === null ? null : { ...body },
    place: place === null ? null : { ...place },
  }
}
