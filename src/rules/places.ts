/**
 * Where a post is, when its title leaves the place out.
 *
 *   "Bí thư Thành ủy" in a report from Huế is the secretary of Huế: place { canonical: "Huế", inferred: true }
 *
 * A post of the same person with its place printed comes first ("Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Tây Ninh"); then the
 * caller's own word on the article's place; then the first province of that unit in the article (headline, dateline, lead), or
 * the nearest district or commune before.
 */
import type { Document, PlacePart, Title } from '../document.js'
import { PLACE, UNIT } from '../lexicon/classes.js'
import type { Row } from '../lexicon/lexicon.js'
import { firstWhere } from './sorted.js'
import { levelOfPlace } from './titles/record.js'

interface Named {
  at: number
  part: PlacePart
}

export function inferPlaces(doc: Document): void {
  let all: Named[] | null = null
  /** The places that a level and unit fit, found once for all titles that leave out such a one. */
  const pools = new Map<string, Named[]>()
  const given = givenPlace(doc)
  for (const title of doc.titles) {
    if (title.place?.name != null || title.generic) continue
    const want = wantedLevel(title)
    if (want === null) continue
    const unit = wantedUnit(title)
    const sibling = besideOf(title, want, unit)
    if (sibling !== null) {
      title.inferredPlace = { ...sibling, from: title.from, to: title.from }
      continue
    }
    if (want === 'province' && given !== null && fitsUnit(given, unit)) {
      title.inferredPlace = { from: title.from, to: title.from, unit: null, row: given, name: given[0] }
      continue
    }
    all ??= namedPlaces(doc)
    let pool = pools.get(`${want} ${unit}`)
    if (pool === undefined) {
      pool = all.filter(n => levelOfPlace(n.part) === want && (n.part.row === null || fitsUnit(n.part.row, unit)))
      pools.set(`${want} ${unit}`, pool)
    }
    const found =
      pool[want === 'province' ? 0 : Math.max(0, firstWhere(pool.length, k => pool[k].at >= title.from) - 1)]
    if (found !== undefined) title.inferredPlace = { ...found.part, from: title.from, to: title.from }
  }
}

/** How many other posts of a person are looked at, nearest first. */
const MOST_SIBLINGS = 16

/** The place printed with another post of the same level that the same person holds in the same breath. */
function besideOf(title: Title, want: string, unit: string | null): PlacePart | null {
  if (title.holder === null) return null
  for (const other of title.holder.titles.slice(0, MOST_SIBLINGS)) {
    const { place } = other
    if (other === title || place?.name == null || (other.status === 'former') !== (title.status === 'former')) continue
    if (levelOfPlace(place) === want && (place.row === null || fitsUnit(place.row, unit))) return place
  }
  return null
}

function givenPlace(doc: Document): Row | null {
  const { place } = doc.context
  if (place === null) return null
  return doc.lexicon.find(PLACE, place) ?? doc.lexicon.find(PLACE, place.replace(/^(tỉnh|thành phố|tp\.?)\s+/i, ''))
}

/** The level of place that the title speaks of without naming it, or null: "Bí thư Tỉnh ủy", "Chủ tịch UBND huyện". */
function wantedLevel(title: Title): 'province' | 'district' | 'commune' | null {
  if (title.place !== null) {
    const level = levelOfPlace(title.place)
    return level === 'central' ? null : level
  }
  for (const b of title.bodies) {
    if (/(^| )Tỉnh (ủy|đoàn)$/.test(b.canonical) || /(^| )Thành (ủy|đoàn)$/.test(b.canonical)) return 'province'
    if (/(^| )(Huyện|Quận|Thị) (ủy|đoàn)$/.test(b.canonical)) return 'district'
    if (b.level === 'province') return 'province'
    if (b.level === 'central') return null
  }
  if (/(Tỉnh|Thành) ủy viên/.test(title.head.row[0])) return 'province'
  return null
}

function wantedUnit(title: Title): string | null {
  if (title.place?.unit != null) return title.place.unit[0]
  for (const b of title.bodies) {
    if (/Tỉnh (ủy|đoàn)$/.test(b.canonical)) return 'tỉnh'
    if (/Thành (ủy|đoàn)$/.test(b.canonical)) return 'thành phố'
    if (/Huyện (ủy|đoàn)$/.test(b.canonical)) return 'huyện'
    if (/Quận (ủy|đoàn)$/.test(b.canonical)) return 'quận'
    if (/Thị (ủy|đoàn)$/.test(b.canonical)) return 'thị xã'
  }
  return null
}

const fitsUnit = (row: Row, unit: string | null): boolean =>
  unit === null || !row[2] || row[2].split(';').some(u => u.trim() === unit)

/** Every place of Vietnam named in the text, in order. */
function namedPlaces(doc: Document): Named[] {
  const out: Named[] = []
  const { marks, tokens } = doc
  for (let i = 0; i < tokens.count; i++) {
    if (marks.has(i, PLACE)) {
      const row = marks.rowAt(i, PLACE)!
      const rows = marks.rowsAt(i, PLACE)
      const unitMark = i > 0 && marks.has(i - 1, UNIT) ? marks.rowAt(i - 1, UNIT) : null
      const chosen =
        unitMark === null ? row : (rows.find(r => r[2]?.split(';').some(u => u.trim() === unitMark[0])) ?? row)
      if (chosen[1] === 'province' || chosen[1] === 'district' || chosen[1] === 'commune') {
        const to = marks.endAt(i, PLACE)
        out.push({ at: i, part: { from: i, to, unit: null, row: chosen, name: doc.slice(i, to) } })
        i = to - 1
      }
    }
  }
  for (const t of doc.titles)
    if (t.place?.name != null && t.place.row === null && t.place.unit !== null) out.push({ at: t.from, part: t.place })
  return out.sort((a, b) => a.at - b.at)
}
