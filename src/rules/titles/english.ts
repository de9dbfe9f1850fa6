/**
 * English of a title, composed as the official press does:
 *
 *   Secretary of the Quang Tri provincial Party Committee · Deputy Minister of Finance · Chairman of the Hanoi People's Committee
 *
 * Null where a part has no English in the lexicon: half a translation would mislead.
 */
import type { Title } from '../../document.js'
import { POSITION_COLUMNS } from './head.js'
import type { PlacePart } from './types.js'

export function englishOf(title: Title): string | null {
  const { head, bodies, place } = title
  if (head.rank) return head.row[2] || null
  const post = head.row[POSITION_COLUMNS.english]
  if (!post) return null
  let words = post
  for (const m of head.modifiers) {
    if (!m[2]) continue
    words = m[1] === 'standing' && head.kind === 'secretary' ? `Standing ${words}` : `${capital(m[2])} ${words}`
  }
  const where = place === null ? '' : englishPlace(place)
  if (where === null) return null
  if (bodies.length === 0) {
    if (place === null) return words
    if (place.row?.[1] === 'country' || place.row?.[1] === 'region' || place.row?.[1] === 'city') return `${words} of ${where}`
    if (head.kind === 'chair') return `${words} of the ${where} People's Committee`
    if (head.kind === 'secretary') return `${words} of the ${where} Party Committee`
    return `${words} of ${where}`
  }
  if (head.kind === 'minister' && bodies[0].canonical.startsWith('Bộ ') && bodies[0].english?.startsWith('Ministry of ')) return `${words} of ${bodies[0].english.slice(12)}${foreignTail(place, where)}`
  const names: string[] = []
  for (const b of bodies) {
    if (b.english === null) return null
    names.push(b.english)
  }
  // The place stands before the last body, which is the local one: "the Hue city Party Committee".
  const foreign = place !== null && (place.row?.[1] === 'country' || place.row?.[1] === 'region')
  if (place !== null && !foreign) names[names.length - 1] = `${where} ${names[names.length - 1].replace(/^(provincial|municipal|district|city) /, '')}`
  return `${words} of the ${names.join(' of the ')}${foreign ? ` of ${where}` : ''}`
}

function foreignTail(place: PlacePart | null, where: string): string {
  return place === null || where === '' ? '' : ` of ${where}`
}

/** "Quang Tri provincial", "Hanoi", "Quang Trach district"; "provincial" alone where only the unit is printed. */
export function englishPlace(place: PlacePart): string | null {
  const unit = place.unit
  if (place.name === null) return unit?.[1] === 'province' && unit[0] === 'tỉnh' ? 'provincial' : unit?.[3] ? unit[3] : null
  const row = place.row
  const name = row?.[6] || plain(row?.[0] ?? place.name)
  if (row?.[1] === 'country' || row?.[1] === 'region' || row?.[1] === 'city') return name
  if (row?.[1] === 'province') return row[2]?.startsWith('tỉnh') ? `${name} provincial` : name
  if (/^\d+$/.test(place.name)) return `${capital(unit?.[3] ?? '')} ${place.name}`.trim()
  return `${name} ${unit?.[3] || row?.[2] || ''}`.trim()
}

/** Without tone marks, as English prints them: "Quang Tri". */
export function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
}

const capital = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1)
