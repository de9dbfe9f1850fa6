/**
 * Who of the article holds a post that stands alone, perhaps called differently.
 *
 *   Bí thư Đà Nẵng    Nguyễn Văn A, where the article calls him "Bí thư Thành ủy Đà Nẵng"
 *
 * Of several the one named nearest; what was said before counts more than what comes after.
 */
import type { Document, Person, Title } from '../../document.js'
import { firstWhere } from '../sorted.js'

/** Names looked at before a title, and as many after it: no article has so many people of one kind of post. */
const MOST_NAMES = 64

/** The names of all who hold a post of one kind, in order of the text. */
interface Named {
  from: number[]
  person: Person[]
  /** The posts of that kind of each person, without those that are called alike. */
  posts: Map<Person, Title[]>
}

/** The holders of posts, by the kind of the post. */
export class Posts {
  private readonly byKind = new Map<string, Named>()

  constructor(doc: Document) {
    for (const person of doc.people)
      for (const title of person.titles) {
        if (title.generic || title.status === 'former' || !isPost(title)) continue
        const key = keyOf(title)
        let named = this.byKind.get(key)
        if (named === undefined) {
          named = { from: [], person: [], posts: new Map() }
          this.byKind.set(key, named)
        }
        const known = named.posts.get(person)
        if (known === undefined) named.posts.set(person, [title])
        else if (!known.some(t => isCalledAlike(t, title))) known.push(title)
      }
    for (const named of this.byKind.values()) {
      const names = [...named.posts.keys()].flatMap(person => person.names.map(n => ({ from: n.from, person })))
      names.sort((a, b) => a.from - b.from)
      named.from = names.map(n => n.from)
      named.person = names.map(n => n.person)
    }
  }

  /** The person who holds the post of `title`, which stands at token `at`; or null. */
  holderOf(title: Title, at: number): Person | null {
    if (!isPost(title)) return null
    const named = this.byKind.get(keyOf(title))
    if (named === undefined) return null
    const { from, person, posts } = named
    const holds = (k: number): boolean => posts.get(person[k])!.some(t => mayBeOne(t, title))
    const next = firstWhere(from.length, k => from[k] >= at)
    let before = next - 1
    while (before >= 0 && before >= next - MOST_NAMES && !holds(before)) before--
    const back = before >= 0 && before >= next - MOST_NAMES ? at - from[before] : Number.POSITIVE_INFINITY
    for (let k = next; k < from.length && k < next + MOST_NAMES && (from[k] - at) * 4 < back; k++)
      if (holds(k)) return person[k]
    return back === Number.POSITIVE_INFINITY ? null : person[before]
  }
}

const keyOf = (t: Title): string => `${t.head.kind} ${t.head.deputy}`

/** Is it a post that one person holds? */
const isPost = ({ head: { kind } }: Title): boolean =>
  kind !== 'member' && kind !== 'delegate' && kind !== 'rank' && kind !== 'other'

const lastBody = (t: Title): string | null => t.bodies[t.bodies.length - 1]?.canonical ?? null

const isCalledAlike = (a: Title, b: Title): boolean =>
  placeName(a) === placeName(b) && kindOf(a) === kindOf(b) && lastBody(a) === lastBody(b)

/** May two titles of one kind be one post? */
function mayBeOne(a: Title, b: Title): boolean {
  const pa = placeName(a)
  const pb = placeName(b)
  if (pa !== null && pb !== null && pa !== pb) return false
  const ka = kindOf(a)
  const kb = kindOf(b)
  if (ka !== null && kb !== null && ka !== kb) return false
  const x = lastBody(a)
  const y = lastBody(b)
  if (x !== null && y !== null)
    return x.startsWith(y) || y.startsWith(x) || (a.head.kind === 'secretary' && pa !== null && pa === pb)
  return true
}

const placeName = (t: Title): string | null => t.place?.row?.[0] ?? t.place?.name ?? null

/** "Chủ tịch Hà Nội" is of the government, "Bí thư Đà Nẵng" of the Party. */
function kindOf(t: Title): string | null {
  if (t.bodies.length > 0) return t.bodies[t.bodies.length - 1].kind
  if (t.place === null) return null
  return t.head.kind === 'chair' && t.place.row?.[1] !== 'country'
    ? 'government'
    : t.head.kind === 'secretary'
      ? 'party'
      : null
}
