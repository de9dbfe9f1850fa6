/**
 * Whose public life a person's titles belong to.
 *
 *   vn       Party, State, National Assembly, local authorities, army, police, mass organisations, state firms, public schools
 *   foreign  officials of other states, foreign parties, international bodies
 *   other    private firms and associations, clubs
 */
import type { Document, Person, Title } from '../../document.js'
import { SURNAME } from '../../lexicon/classes.js'
import type { Scope } from '../../records.js'
import { TONED, VIETNAMESE } from '../../text/flags.js'
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
  // "Bộ trưởng Quốc phòng James Mattis": a body of a kind that Vietnam has too, and a name that nobody has there.
  if (vn > 0 && isAbroad(doc, person)) return 'foreign'
  if (vn > 0) return 'vn'
  if (foreign > 0) return 'foreign'
  if (other > 0) return 'other'
  return person.foreign && !hasVietnameseMiddle(doc, person) ? 'foreign' : 'vn'
}

/** "Lò Văn Pha": a rare syllable, and yet a name of Vietnam. */
const hasVietnameseMiddle = (doc: Document, { name }: Person): boolean =>
  isWord(doc, name.from + 1, 'văn') || isWord(doc, name.from + 1, 'thị')

/** A name without a Vietnamese letter or surname, and no title that names a place or post of Vietnam. */
function isAbroad(doc: Document, person: Person): boolean {
  const { name } = person
  if (!person.foreign || doc.marks.has(name.from, SURNAME)) return false
  for (let j = name.from; j < name.to; j++)
    if ((doc.tokens.flags[j] & (TONED | VIETNAMESE)) !== 0 || doc.slice(j, j + 1).search(/['’]/) >= 0) return false
  return person.titles.every(
    t =>
      (t.place === null || t.place.unit?.[1] === 'country') &&
      t.head.row[POSITION_COLUMNS.scope] !== 'vn' &&
      !t.bodies.some(b => b.kind === 'party' && b.level !== null),
  )
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
