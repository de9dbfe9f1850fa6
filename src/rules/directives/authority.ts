/**
 * Who may direct whom.
 *
 *   PUBLIC  officials and bodies of the Party, the State, the army, mass organisations, other states
 *   WEAK    firms, schools, hospitals, associations: they direct their own people only
 *   NONE    citizens, experts, defendants, those who hold office no more
 *
 * Ranks tell an order from a proposal: who asks somebody above him proposes.
 */
import type { BodyPart, Document, Person, PlacePart, Title } from '../../document.js'
import { scopeOf } from '../people/scope.js'
import { levelOfPlace } from '../titles/record.js'
import { isWord } from '../words.js'

export const NONE = 0
export const WEAK = 1
export const PUBLIC = 2
export const UNRANKED = -1

const WEAK_KINDS = new Set(['enterprise', 'school', 'hospital', 'media', 'association', 'other'])

export const authorityOfBody = (body: BodyPart): number => (WEAK_KINDS.has(body.kind) ? WEAK : PUBLIC)

export function authorityOfTitle(doc: Document, title: Title): number {
  return authorityOfPerson(doc, { titles: [title], foreign: false } as unknown as Person)
}

export function authorityOfPerson(doc: Document, person: Person): number {
  const held = person.titles.filter(t => !t.generic)
  if (person.names?.some(n => isAccused(doc, n.outer))) return NONE
  if (held.length === 0) return NONE
  if (held.every(t => t.status === 'former')) return NONE
  if (scopeOf(doc, person) === 'other') return WEAK
  // An office in a school, hospital or firm alone makes an expert.
  const weak = held.every(t =>
    t.bodies.length > 0
      ? t.bodies.every(b => WEAK_KINDS.has(b.kind))
      : t.head.kind === 'director' && t.place !== null && t.place.row?.[1] !== 'province',
  )
  // Who only advises is an expert too.
  const advises = held.every(t => t.head.kind === 'member' && t.bodies.some(b => /tư vấn/i.test(b.canonical)))
  return weak || advises ? WEAK : PUBLIC
}

/** "bị can X", "bị cáo X" */
function isAccused(doc: Document, at: number): boolean {
  return (
    at >= 2 &&
    (isWord(doc, at - 2, 'bị') || isWord(doc, at - 2, 'nghi')) &&
    (isWord(doc, at - 1, 'can') || isWord(doc, at - 1, 'cáo') || isWord(doc, at - 1, 'phạm'))
  )
}

/** 10 the General Secretary … 2 a commune. */
export function rankOfTitles(titles: readonly Title[]): number {
  let most = UNRANKED
  for (const t of titles) {
    if (t.generic || t.status === 'former') continue
    const { kind, deputy } = t.head
    let rank = UNRANKED
    if (t.place?.row?.[1] === 'country' && t.place.row[0] !== 'Việt Nam') rank = UNRANKED
    else if (kind === 'general-secretary') rank = 10
    else if (kind === 'president') rank = 9
    else if (kind === 'prime-minister') rank = deputy ? 7.5 : 8
    else if (kind === 'member' || kind === 'rank') rank = UNRANKED
    else if (kind === 'minister' || kind === 'governor') rank = deputy ? 6 : 6.5
    else if (kind === 'delegate')
      rank = t.bodies.some(b => /Hội đồng nhân dân/.test(b.canonical)) ? 5 : t.bodies.length === 0 ? 8 : 9
    else rank = rankOfBody(t.bodies, t.place)
    if (rank > most) most = rank
  }
  return most
}

export function rankOfBody(bodies: readonly BodyPart[], place: PlacePart | null): number {
  for (const b of bodies) {
    const name = b.canonical
    if (/^(Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương|Trung ương)/.test(name)) return 9.5
    // Its committees, and its Standing Committee, ask the Assembly itself.
    if (name === 'Quốc hội') return 9.2
    if (/Quốc hội/.test(name)) return 9
    if (
      /^(Hội đồng Dân tộc|Ủy ban (Pháp luật|Tư pháp|Kinh tế|Tài chính|Văn hóa|Xã hội|Quốc phòng|Đối ngoại|Khoa học))/.test(
        name,
      )
    )
      return 9
    if (name === 'Chính phủ') return 8
    if (name === 'Văn phòng Chính phủ') return 7
  }
  for (const b of bodies) {
    if (/^Sở /.test(b.canonical)) return 4
    if (b.level !== null) return b.level === 'central' ? 6 : b.level === 'province' ? 5 : b.level === 'district' ? 3 : 2
  }
  const level = place === null ? null : levelOfPlace(place)
  if (level !== null) return level === 'central' ? 6 : level === 'province' ? 5 : level === 'district' ? 3 : 2
  return UNRANKED
}

/** The authority and rank of each person, read once an article. */
export class Standings {
  private readonly known = new Map<Person, { authority: number; rank: number }>()
  private surnames: Map<number, Person> | null = null

  /** "Putin kêu gọi đối thoại": the foreigner of the article whose only name is the word with this key. */
  called(doc: Document, key: number): Person | undefined {
    this.surnames ??= new Map(
      doc.people.filter(p => p.foreign && p.keys.length === 1 && p.titles.length > 0).map(p => [p.keys[0], p]),
    )
    return this.surnames.get(key)
  }

  of(doc: Document, person: Person): { authority: number; rank: number } {
    let standing = this.known.get(person)
    if (standing === undefined) {
      standing = { authority: authorityOfPerson(doc, person), rank: rankOfTitles(person.titles) }
      this.known.set(person, standing)
    }
    return standing
  }
}
