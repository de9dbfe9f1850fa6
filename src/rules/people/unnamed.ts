/**
 * A title that stands without a name: whom does it mean?
 *
 *   Thủ tướng Phạm Minh Chính … Thủ tướng                 printed alike, and only one person of the article holds it
 *   Lê Quốc Phong, Bí thư Tỉnh ủy Đồng Tháp … Bí thư Đồng Tháp   shorter or longer, and it can only be that person's
 *   bí thư, chủ tịch ở đó                                nobody in particular: generic
 *
 * A title resolved so is a mention of the person, not a role: the form does not stand with the name.
 */
import type { Document, Person, Title } from '../../document.js'
import { STATUS } from '../../lexicon/classes.js'
import { CAPITAL } from '../../text/flags.js'
import { POSITION_COLUMNS } from '../titles/head.js'
import { levelOfPlace } from '../titles/record.js'
import { isWord } from '../words.js'

/** Kinds of post that mean one of many even with their body ("thẩm phán Tòa án Hiến pháp"). */
const ANY = new Set(['delegate', 'member', 'judge', 'procurator'])
/** Kinds of post that many hold at a time. */
const MANY = new Set(['delegate', 'member', 'judge', 'procurator', 'assistant', 'other', 'rank'])

/** Where an article has more posts of one kind than this, a shorter form of one of them tells nobody whose it is. */
const MOST_POSTS = 32

interface Held {
  title: Title
  person: Person
}

export function resolveTitles(doc: Document): void {
  const printed = new Map<string, Person | null>()
  const posts = new Map<string, Held[]>()
  for (const person of doc.people)
    for (const title of person.titles) {
      const id = titleKey(doc, title)
      const known = printed.get(id)
      if (known !== undefined && known !== person) printed.set(id, null)
      if (known !== undefined) continue
      printed.set(id, person)
      const kind = postKey(title)
      const held = posts.get(kind)
      if (held === undefined) posts.set(kind, [{ title, person }])
      else if (held.length <= MOST_POSTS) held.push({ title, person })
    }
  const crowded = crowdedSentences(doc)
  for (const title of doc.titles) {
    if (title.person !== null || title.generic) continue
    if (isVacant(doc, title) || (crowded.has(title.sentence) && isOneOfMany(title))) {
      title.generic = true
      continue
    }
    const id = titleKey(doc, title)
    const person = printed.get(id)
    if (person !== undefined && person !== null) title.person = person
    else if (isGeneric(doc, title)) title.generic = true
    else if (person === undefined) {
      title.person = onlyHolder(title, posts.get(postKey(title)) ?? [])
      title.alias = title.person !== null
    }
  }
}

const postKey = (title: Title): string => `${title.head.kind} ${title.head.deputy}`

/** The one person whose post this can be, among those of the same kind; those in the same place go before. */
function onlyHolder(title: Title, held: readonly Held[]): Person | null {
  if (held.length > MOST_POSTS || MANY.has(title.head.kind)) return null
  const place = placeOf(title)
  let near: Person | null | undefined
  let far: Person | null | undefined
  for (const { title: other, person } of held) {
    if (!mayBeOne(title, other)) continue
    if (placeOf(other) === place) near = near === undefined || near === person ? person : null
    else far = far === undefined || far === person ? person : null
  }
  return (near === undefined ? far : near) ?? null
}

/**
 * Can the title that stands alone only be a longer or a shorter form of the one that stands with a name? What it says of body
 * or place, the other must say too: "Bộ trưởng Giao thông" is not for sure the man called "Bộ trưởng Dũng".
 */
function mayBeOne(alone: Title, held: Title): boolean {
  if (alone.head.standing && !held.head.standing) return false
  if ((alone.status === 'former') !== (held.status === 'former')) return false
  if (alone.head.row !== held.head.row && bodyOf(alone) !== bodyOf(held)) return false
  if (alone.place?.unit != null && held.place !== null && levelOfPlace(alone.place) !== levelOfPlace(held.place))
    return false
  const [here, there] = [placeOf(alone), placeOf(held)]
  if (here !== there && here !== null && (there !== null || held.bodies.length === 0 || isAbroad(alone))) return false
  // "Thủ tướng" without a country is that of Vietnam, also in a report on another's visit; Vietnam has no "Tổng thống".
  if (here === null && isAbroad(held) && alone.head.row[POSITION_COLUMNS.scope] !== 'foreign') return false
  const [body, other] = [bodyOf(alone), bodyOf(held)]
  if (body === null || body === other)
    return body !== null || sphereOf(alone) === null || sphereOf(alone) === sphereOf(held)
  if (other === null) return sphereOf(held) !== null && sphereOf(alone) === sphereOf(held) && here === there
  return (
    other.startsWith(`${body} `) ||
    body.startsWith(`${other} `) ||
    (isCommittee(alone) && isCommittee(held) && here !== null)
  )
}

export const placeOf = (t: Title): string | null => t.place?.row?.[0] ?? t.place?.name ?? null
const isAbroad = (t: Title): boolean => t.place?.row?.[1] === 'country' && t.place.row[0] !== 'Việt Nam'
/** The whole that the post is in; a head may name it by itself ("Ngoại trưởng", "Thủ tướng"). */
export const bodyOf = (t: Title): string | null =>
  t.bodies.at(-1)?.canonical ?? (t.head.row[POSITION_COLUMNS.body] || null)
const isCommittee = (t: Title): boolean => t.head.kind === 'secretary' && t.bodies.at(-1)?.kind === 'party'

/** What the post is in: "Chủ tịch Hà Nội" is of the government, "Bí thư Đà Nẵng" of the Party. */
function sphereOf(t: Title): string | null {
  const body = t.bodies.at(-1)
  if (body !== undefined) return body.kind
  if (t.place === null || t.place.row?.[1] === 'country') return null
  return t.head.kind === 'chair' ? 'government' : t.head.kind === 'secretary' ? 'party' : null
}

function isGeneric(doc: Document, title: Title): boolean {
  // "Nơi nào dân còn kêu thì bí thư, chủ tịch ở đó …": a bare head in small letters means nobody in particular.
  if (
    title.bodies.length === 0 &&
    title.place === null &&
    title.statusBy === 'default' &&
    !sharesTail(doc, title) &&
    (doc.tokens.flags[title.from] & CAPITAL) === 0
  )
    return true
  // Members, deputies, judges: without a name or a body of their own they are any of many.
  return (
    MANY.has(title.head.kind) &&
    !isOffice(doc, title) &&
    ((ANY.has(title.head.kind) && title.place?.name == null) ||
      (title.bodies.length === 0 && title.place === null && title.head.to - title.head.from <= 3))
  )
}

/** Titles without a holder in one sentence that make it a regulation ("định mức của uỷ viên …, phó thủ tướng, thứ trưởng …"). */
const CROWD = 7

/** The sentences that list posts and name nobody. */
function crowdedSentences(doc: Document): Set<number> {
  const count = new Map<number, number>()
  for (const t of doc.titles)
    if (t.holder !== null) count.set(t.sentence, Number.NEGATIVE_INFINITY)
    else count.set(t.sentence, (count.get(t.sentence) ?? 0) + 1)
  const out = new Set<number>()
  for (const [sentence, n] of count) if (n >= CROWD) out.add(sentence)
  return out
}

/** Posts that several hold at a time, or a head without its body. */
const isOneOfMany = ({ head, bodies, place }: Title): boolean =>
  head.deputy ||
  MANY.has(head.kind) ||
  head.kind === 'secretary' ||
  (bodies.length === 0 && place === null && !SINGLE.has(head.kind))

/** Posts of which a state has one. */
const SINGLE = new Set(['president', 'prime-minister', 'general-secretary'])

/**
 * Is nobody in particular meant? "bầu cử tổng thống Mỹ", "ứng cử viên thủ tướng", "chiếc ghế chủ tịch", "một phát ngôn viên
 * Syria", "Chủ tịch UBND một xã".
 */
function isVacant(doc: Document, title: Title): boolean {
  const b = title.outer - 1
  if (isWord(doc, title.to, 'một') && title.place === null) return true
  if (b < 0) return false
  if (isWord(doc, b, 'một') || isWord(doc, b, 'ghế') || isWord(doc, b, 'đua')) return true
  if (b < 1) return false
  if (isWord(doc, b, 'cử')) return isWord(doc, b - 1, 'bầu') || isWord(doc, b - 1, 'tranh') || isWord(doc, b - 1, 'ứng')
  return (
    isWord(doc, b, 'viên') && (isWord(doc, b - 1, 'ứng') || (isWord(doc, b - 1, 'cử') && isWord(doc, b - 2, 'ứng')))
  )
}

/** "kỷ luật chủ tịch, phó chủ tịch tỉnh Đắk Nông": the place is said once for both. */
function sharesTail(doc: Document, title: Title): boolean {
  const next = doc.titleAt.get(title.to + 1)
  return (
    next !== undefined &&
    next.head.deputy !== title.head.deputy &&
    next.head.kind === title.head.kind &&
    (next.place !== null || next.bodies.length > 0)
  )
}

/** "cách chức Thành ủy viên", "chức danh Phó Chủ tịch": the post itself is spoken of. */
function isOffice(doc: Document, title: Title): boolean {
  for (let back = 1; back <= 4; back++) {
    const at = title.outer - back
    if (at < 0 || doc.marks.endAt(at, STATUS) !== title.outer) continue
    const row = doc.marks.rowAt(at, STATUS)!
    if (row[2].includes('verb') && (row[1] === 'former' || row[0].includes('chức'))) return true
  }
  return false
}

/** Equal for two titles printed alike but for case, tone-mark places and spaces; what a longer one begins with, if it begins alike. */
export function titleKey(doc: Document, title: { from: number; to: number }): string {
  const { key } = doc.tokens
  let id = ''
  // Two characters a token, whatever characters they are.
  for (let i = title.from; i < title.to; i++) id += String.fromCharCode(key[i] & 0xffff, key[i] >>> 16)
  return id
}
