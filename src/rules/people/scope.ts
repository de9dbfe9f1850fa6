/**
 * Whose public life a person's titles belong to.
 *
 *   vn       Party, State, National Assembly, local authorities, army, police, mass organisations, state firms, public schools
 *   foreign  officials of other states, foreign parties, international bodies
 *   other    private firms and associations, clubs
 */
import type { Document, Person, Title } from '../../document.js'
import type { Scope } from '../../records.js'
import { POSITION_COLUMNS } from '../titles/head.js'
import { isWord } from '../words.js'

const PUBLIC = new Set([
  'party',
  'presidency',
  'legislature',
  'government',
  'court',
  'procuracy',
  'audit',
  'army',
  'police',
  'front',
  'mass-organisation',
  'school',
  'hospital',
  'media',
  'diplomatic',
])

export function scopeOf(doc: Document, person: Person): Scope {
  let vn = 0
  let foreign = 0
  let other = 0
  for (const title of person.titles) {
    const scope = scopeOfTitle(doc, title)
    if (scope === 'vn') vn++
    else if (scope === 'foreign') foreign++
    else if (scope === 'other') other++
  }
  if (foreign > vn || (foreign > 0 && person.foreign)) return 'foreign'
  if (vn > 0) return 'vn'
  if (foreign > 0) return 'foreign'
  if (other > 0) return 'other'
  return person.foreign ? 'foreign' : 'vn'
}

/** What one title says; null where it could be anyone's ("Chủ tịch", "Đại tá"). */
function scopeOfTitle(doc: Document, title: Title): Scope | null {
  const { head, bodies, place } = title
  const abroad = place?.row?.[1] === 'country' || place?.row?.[1] === 'region' || place?.row?.[1] === 'city'
  // "Đại sứ tại Mỹ" is ours, "Đại sứ Mỹ", "Đại biện Đại sứ quán Mỹ" are theirs.
  if (
    abroad &&
    place.row?.[0] !== 'Việt Nam' &&
    !isWord(doc, place.from - 1, 'tại') &&
    !isWord(doc, place.from - 1, 'ở')
  )
    return 'foreign'
  const scope = head.rank ? '' : head.row[POSITION_COLUMNS.scope]
  if (scope === 'foreign' || scope === 'vn') return scope
  for (const b of bodies) {
    if (b.kind === 'international') return 'foreign'
    if (PUBLIC.has(b.kind) || b.level !== null) return 'vn'
    if (b.kind === 'enterprise' || b.kind === 'association') return 'other'
  }
  if (place?.row?.[1] === 'province' || place?.unit != null) return 'vn'
  return null
}
