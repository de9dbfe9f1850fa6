/**
 * What is known of the titles met so far: news prints the same few again and again, in one article and from one to the next.
 *
 * The facts of a title follow from its words and from how the rules read them, and from nothing else; so they are kept by
 * both.
 */
import type { BodyPart, Document, PlacePart, Title } from '../../document.js'
import type { Lexicon, Row } from '../../lexicon/lexicon.js'
import { factsOf, type TitleFacts } from './record.js'

/** Words kept for one lexicon. When there are more, all are forgotten. */
const MOST_KNOWN = 4000

/** Readings kept of the same words. */
const MOST_READINGS = 8

/** A title longer than this is hardly met again. */
const LONGEST = 300

interface Reading {
  from: number
  row: Row
  to: number
  deputy: boolean
  standing: boolean
  bodies: readonly BodyPart[]
  place: PlacePart | null
  inferred: PlacePart | null
  facts: TitleFacts
}

const byLexicon = new WeakMap<Lexicon, Map<string, Reading[]>>()

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
  const readings = known.get(text)
  if (readings !== undefined) for (const r of readings) if (isReadingOf(title, r)) return copyOf(r.facts)
  const facts = factsOf(doc, title)
  if (facts.body !== null && !text.includes(facts.body.text)) return facts
  const reading = readingOf(title, facts)
  if (readings !== undefined) {
    if (readings.length < MOST_READINGS) readings.push(reading)
  } else {
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(anew(text), [reading])
  }
  return facts
}

function readingOf({ from, head, bodies, place, inferredPlace }: Title, facts: TitleFacts): Reading {
  const { row, to, deputy, standing } = head
  return {
    from,
    row,
    to,
    deputy,
    standing,
    ...anew({ bodies, facts }),
    place: kept(place),
    inferred: kept(inferredPlace),
  }
}

/** A piece of an article would keep the whole of it in memory: what is kept is written anew. */
const anew = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const kept = (place: PlacePart | null): PlacePart | null =>
  place === null ? null : { ...place, name: place.name === null ? null : anew(place.name) }

/** Have the rules read the words of the title so: the head, the bodies, the place, and the place that the article adds? */
function isReadingOf({ from, head, bodies, place, inferredPlace }: Title, r: Reading): boolean {
  const shift = from - r.from
  return (
    head.row === r.row &&
    head.to - r.to === shift &&
    head.deputy === r.deputy &&
    head.standing === r.standing &&
    bodies.length === r.bodies.length &&
    isPlace(place, r.place) &&
    (place === null || (place.from - r.place!.from === shift && place.to - r.place!.to === shift)) &&
    // An inferred place is read elsewhere.
    isPlace(inferredPlace, r.inferred) &&
    bodies.every((b, i) => isBody(b, r.bodies[i], shift))
  )
}

const isBody = (a: BodyPart, b: BodyPart, shift: number): boolean =>
  a.from - b.from === shift &&
  a.to - b.to === shift &&
  a.canonical === b.canonical &&
  a.kind === b.kind &&
  a.level === b.level &&
  a.successor === b.successor &&
  a.english === b.english

const isPlace = (a: PlacePart | null, b: PlacePart | null): boolean =>
  a === null || b === null ? a === b : a.row === b.row && a.unit === b.unit && a.name === b.name

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
