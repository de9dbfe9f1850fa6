/** A title of the rules -> the parts of its record: position, body, place, canonical form, English. */
import type { Document, Title } from '../../document.js'
import { BODY, PLACE } from '../../lexicon/classes.js'
import type { Body, Level, Place, Position } from '../../records.js'
import { englishOf } from './english.js'
import { POSITION_COLUMNS } from './head.js'
import type { BodyPart, PlacePart } from './types.js'

export interface TitleFacts {
  canonical: string
  english: string | null
  position: Position
  body: Body | null
  place: Place | null
}

export function factsOf(doc: Document, title: Title): TitleFacts {
  const place = title.place ?? null
  const named = place !== null && place.name !== null ? place : title.inferredPlace
  return {
    canonical: canonicalOf(title),
    english: englishOf(title),
    position: positionOf(title),
    body: bodyOf(doc, title),
    place: named === null ? null : placeOf(named, named === title.inferredPlace),
  }
}

function positionOf(title: Title): Position {
  const { head } = title
  if (head.rank) return { kind: 'rank', deputy: false, standing: false, rank: head.row[0] }
  const body = title.bodies[0]?.canonical ?? ''
  // The head of a procuracy is its procurator-general, the chair of an office its chief.
  const kind = /^Viện trưởng|^Phó Viện trưởng/.test(head.row[0]) && /^Viện kiểm sát/i.test(body) ? 'procurator-general' : /Chủ nhiệm$/.test(head.row[0]) && /^Văn phòng/.test(body) ? 'chief-of-office' : head.kind
  return { kind, deputy: head.deputy, standing: head.standing }
}

/** "Chủ tịch Ủy ban nhân dân thành phố Hà Nội" */
function canonicalOf(title: Title): string {
  const { head, bodies, place } = title
  let words = head.row[0]
  const shared = bodies.length > 0 && bodies[0].from < head.to
  if (shared) words = words.slice(0, words.length - head.shares.length).trim()
  for (const m of head.modifiers) words += ` ${m[0]}`
  for (const b of bodies) words += ` ${b.canonical}`
  if (place !== null) words += ` ${printedPlace(place)}`
  return words.trim()
}

/** A place in its full form: "thành phố Hà Nội", "tỉnh", "Mỹ". */
export function printedPlace(place: PlacePart): string {
  const name = place.row !== null ? place.row[0] : place.name
  const unit = place.unit?.[0] ?? ''
  return name === null ? unit : unit ? `${unit} ${name}` : place.row?.[1] === 'province' && place.row[2] === 'thành phố' ? `thành phố ${name}` : (name ?? '')
}

function bodyOf(doc: Document, title: Title): Body | null {
  const { bodies, place, head } = title
  const own = head.row[POSITION_COLUMNS.body]
  if (bodies.length === 0) {
    if (!head.rank && own) {
      const row = doc.lexicon.find(BODY, own)
      return {
        text: doc.slice(head.from, head.to),
        canonical: own,
        kind: (row?.[1] || 'other') as Body['kind'],
        level: (row?.[2] || null) as Level | null,
        successor: row?.[3] || null,
      }
    }
    // "Chủ tịch tỉnh" is the chair of its People's Committee.
    if (head.kind === 'chair' && place !== null && place.row?.[1] !== 'country' && /^(Phó )?Chủ tịch$/.test(head.row[0]))
      return { text: doc.slice(place.from, place.to), canonical: withUnit('Ủy ban nhân dân', place), kind: 'government', level: levelOfPlace(place), successor: null }
    return null
  }
  const first = bodies[0]
  const last = bodies[bodies.length - 1]
  const withKind = bodies.find(b => b.kind !== 'other') ?? first
  const joined = bodies.map(b => b.canonical).join(' ')
  const unitFollows = place !== null && place.unit !== null && place.from === last.to && place.row?.[1] !== 'country'
  return {
    text: doc.slice(first.from, unitFollows && place.name === null ? place.to : last.to),
    canonical: unitFollows ? withUnit(joined, place) : joined,
    kind: withKind.kind,
    level: levelOf(bodies, place),
    // What was merged in Vietnam is not what another country has under the same name.
    successor: bodies.length === 1 && place?.row?.[1] !== 'country' ? first.successor : null,
  }
}

const withUnit = (words: string, place: PlacePart): string => {
  const unit = place.unit?.[0] ?? place.row?.[2] ?? ''
  return unit ? `${words} ${unit}` : words
}

function levelOf(bodies: BodyPart[], place: PlacePart | null): Level | null {
  for (const b of bodies) if (b.level !== null) return b.level
  return place === null ? null : levelOfPlace(place)
}

/** A town under a province is of district level, a city of its own of province level. */
export function levelOfPlace(place: PlacePart): Level | null {
  const kind = place.row?.[1] ?? place.unit?.[2]
  if (place.unit?.[0] === 'thành phố' && place.row === null && place.name !== null) return 'district'
  if (kind === 'province' || kind === 'district' || kind === 'commune') return kind
  return null
}

export function placeOf(place: PlacePart, inferred: boolean): Place {
  const { row, unit } = place
  if (row !== null) {
    const kind = row[1] as Place['kind']
    return { text: inferred ? '' : (place.name ?? ''), canonical: row[0], kind, code: row[3] || null, today: row[4] ? row[4].split(';')[0].trim() : null, inferred }
  }
  const kind = unit === null ? 'region' : unit[1]
  return {
    text: inferred ? '' : (place.name ?? ''),
    canonical: place.name === null ? '' : `${/^\d+$/.test(place.name) ? `${unit![0]} ` : ''}${place.name.normalize('NFC')}`,
    kind: (kind === 'province' ? 'district' : kind) as Place['kind'],
    code: null,
    today: null,
    inferred,
  }
}

export const isPlaceRow = (doc: Document, i: number): boolean => doc.marks.has(i, PLACE)
