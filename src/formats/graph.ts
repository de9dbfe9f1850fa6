/**
 * Extractions -> the people, posts, organisations and areas that they tell of, each once, with stable ids: what Popolo,
 * FollowTheMoney and JSON-LD have in common. A post is the seat ("Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị"), a tenure is one
 * person's time in it.
 *
 * What becomes one node over several articles:
 * - an area, an organisation or a post, if its name says which one it is: "Chủ tịch Ủy ban nhân dân tỉnh" with a place does,
 *   "Bộ trưởng" alone does not, and stays a node of its article;
 * - a person, if name and post are the same and the post has one holder at a time. Vietnamese full names are shared by many, so a
 *   name alone never joins two articles, nor does a seat among many ("đại biểu Quốc hội").
 */
import type { Extraction, Official, Place, Position, Role, Scope, Status, Term } from '../records.js'
import { countryCode } from './countries.js'
import { clean, foldName, idOf } from './ids.js'
import { type Extractions, each, type Source, type SourceOptions, sourceOf } from './sources.js'

export interface Graph {
  documents: DocumentNode[]
  people: PersonNode[]
  organizations: OrganizationNode[]
  posts: PostNode[]
  areas: AreaNode[]
  tenures: TenureNode[]
}

export interface DocumentNode {
  id: string
  /** The id of the extraction, else its address, else the document's own id. */
  key: string
  language: string
  source: Source
  /**
   * Who is named in it, under which full names; by the id of the mention. A given name alone ("ông Tuấn") tells somebody who looks for
   * people nothing: thousands share it.
   */
  mentions: Map<string, { person: PersonNode; name: string }>
}

export interface PersonNode {
  id: string
  name: string
  /** Full names in other forms. */
  otherNames: Set<string>
  /** Words of address and ranks: "ông", "Thiếu tướng". */
  prefixes: Set<string>
  /** As the word of address tells it; null where it tells none. */
  gender: 'male' | 'female' | null
  countries: Set<string>
  documents: Set<DocumentNode>
}

export interface OrganizationNode {
  id: string
  /** With the place, where the name needs one: "Ủy ban nhân dân tỉnh Quảng Trị". */
  name: string
  kind: NonNullable<Role['body']>['kind']
  level: NonNullable<Role['body']>['level']
  area: AreaNode | null
  country: string | null
  /** The organisation of today, for one that was renamed or merged. */
  successor: OrganizationNode | null
  documents: Set<DocumentNode>
}

export interface PostNode {
  id: string
  label: string
  english: string | null
  position: Position
  organization: OrganizationNode | null
  area: AreaNode | null
  country: string | null
  documents: Set<DocumentNode>
}

export interface AreaNode {
  id: string
  name: string
  kind: Place['kind']
  /** Code of a province of today, or of a country. */
  code: string | null
  /** The province of today that it is part of. */
  parent: AreaNode | null
}

export interface TenureNode {
  id: string
  person: PersonNode
  post: PostNode
  status: Status
  /** As printed: "UVTW Đảng". */
  printed: Set<string>
  /** First and last year of the term that the text ties to the post. */
  from: number | null
  to: number | null
  documents: Set<DocumentNode>
}

/** Reads the graph off the records. */
export function graphOf(extractions: Extractions, options: SourceOptions): Graph {
  const graph = new GraphBuilder()
  let index = 0
  for (const extraction of each(extractions)) graph.add(extraction, sourceOf(extraction, index++, options))
  return graph.build()
}

/** A role with what its name says when the place at its end is left out. */
interface Seat {
  role: Role
  /** "Chủ tịch Ủy ban nhân dân tỉnh" */
  title: string
  key: string
  printed: string[]
}

/** Makes the graph of one extraction after another. */
export class GraphBuilder {
  readonly documents = new Map<string, DocumentNode>()
  readonly people = new Map<string, PersonNode>()
  readonly organizations = new Map<string, OrganizationNode>()
  readonly posts = new Map<string, PostNode>()
  readonly areas = new Map<string, AreaNode>()
  readonly tenures = new Map<string, TenureNode>()

  add(extraction: Extraction, source: Source): void {
    const document = this.document(extraction, source)
    const taken = new Set<PersonNode>()
    for (const official of extraction.officials) this.official(official, extraction.terms, document, taken)
  }

  build(): Graph {
    return {
      documents: [...this.documents.values()],
      people: [...this.people.values()],
      organizations: [...this.organizations.values()],
      posts: [...this.posts.values()],
      areas: [...this.areas.values()],
      tenures: [...this.tenures.values()],
    }
  }

  private document(extraction: Extraction, source: Source): DocumentNode {
    // Without a name of its own a document is known by what it says: the same records give the same id.
    const name = extraction.id ?? source.url
    const id = idOf('document', name ?? JSON.stringify(extraction))
    return once(this.documents, id, () => ({
      id,
      key: name ?? id,
      language: extraction.language,
      source,
      mentions: new Map(),
    }))
  }

  private official(official: Official, terms: Term[], document: DocumentNode, taken: Set<PersonNode>): void {
    const country = countryOf(official)
    const seats = seatsOf(official.roles)
    const posts = seats.map(seat => this.post(seat, official.scope, country, document))
    const identity = posts.find(
      (post, i) => isOneHolder(post.position) && isKnown(seats[i].role, official.scope, country),
    )
    const person = this.person(official, identity ?? null, document, taken)
    taken.add(person)
    if (country !== null) person.countries.add(country)
    seats.forEach((seat, i) => {
      this.tenure(person, posts[i], seat, terms, document)
    })
  }

  private person(
    official: Official,
    post: PostNode | null,
    document: DocumentNode,
    taken: ReadonlySet<PersonNode>,
  ): PersonNode {
    const name = clean(official.name)
    let id = idOf('person', name, post?.id ?? document.id)
    // The extraction keeps them apart, so two people of one name in one article are two here as well.
    for (let n = 2; taken.has(this.people.get(id) as PersonNode); n++)
      id = idOf('person', name, post?.id ?? document.id, String(n))
    const person = once(this.people, id, () => ({
      id,
      name,
      otherNames: new Set<string>(),
      prefixes: new Set<string>(),
      gender: null,
      countries: new Set<string>(),
      documents: new Set<DocumentNode>(),
    }))
    person.documents.add(document)
    // The headline of one article has the name in capitals throughout; another has it as it is written.
    if (isCapitals(person.name) && !isCapitals(name)) person.name = name
    if (official.honorific !== null) {
      person.prefixes.add(clean(official.honorific))
      person.gender ??= genderOf(official.honorific)
    }
    for (const role of official.roles) if (role.position.kind === 'rank') person.prefixes.add(clean(role.canonical))
    const own = foldName(person.name)
    const mention = (name: string): unknown =>
      once(document.mentions, idOf('mention', document.id, person.id, name), () => ({ person, name }))
    mention(name)
    for (const { kind, text } of official.mentions) {
      if (kind !== 'full') continue
      const full = clean(text)
      mention(full)
      if (foldName(full) !== own) person.otherNames.add(full)
    }
    return person
  }

  private post(seat: Seat, scope: Scope, country: string | null, document: DocumentNode): PostNode {
    const { role, title } = seat
    const place = placeOf(role)
    const area = place === null ? null : this.area(place)
    const known = isKnown(role, scope, country)
    const id = idOf('post', title, area?.id ?? '', country ?? '', known ? '' : document.id)
    const post = once(this.posts, id, () => ({
      id,
      label: clean(role.canonical),
      english: role.english,
      position: role.position,
      organization: this.organization(role, scope, country, area, document),
      area,
      country,
      documents: new Set<DocumentNode>(),
    }))
    post.documents.add(document)
    post.organization?.documents.add(document)
    return post
  }

  private organization(
    role: Role,
    scope: Scope,
    country: string | null,
    area: AreaNode | null,
    document: DocumentNode,
  ): OrganizationNode | null {
    const { body } = role
    const place = placeOf(role)
    if (body === null) return null
    const own = isOwnPlace(role) ? area : null
    const make = (canonical: string): OrganizationNode => {
      const name = own === null || place === null ? clean(canonical) : withPlace(clean(canonical), place.canonical)
      const id = idOf(
        'organization',
        name,
        own?.id ?? '',
        country ?? '',
        isKnown(role, scope, country) ? '' : document.id,
      )
      return once(this.organizations, id, () => ({
        id,
        name,
        kind: body.kind,
        level: body.level,
        area: own,
        country,
        successor: null,
        documents: new Set<DocumentNode>(),
      }))
    }
    const organization = make(body.canonical)
    if (body.successor !== null && foldName(body.successor) !== foldName(body.canonical)) {
      organization.successor ??= make(body.successor)
      organization.successor.documents.add(document)
    }
    return organization
  }

  private area(place: Place): AreaNode {
    const name = clean(place.canonical)
    const country = place.kind === 'country' ? countryCode(name) : null
    // Communes of one name are many; the province tells them apart.
    const id = idOf('area', place.kind, name, place.today ?? '')
    const area = once(this.areas, id, () => ({
      id,
      name,
      kind: place.kind,
      code: null,
      parent: place.today === null || place.today === place.canonical ? null : this.province(place.today),
    }))
    area.code ??= place.code ?? country
    return area
  }

  private province(name: string): AreaNode {
    const id = idOf('area', 'province', name, name)
    return once(this.areas, id, () => ({ id, name, kind: 'province' as const, code: null, parent: null }))
  }

  private tenure(person: PersonNode, post: PostNode, seat: Seat, terms: Term[], document: DocumentNode): void {
    const { role } = seat
    const term = role.term === null ? undefined : terms[role.term]
    const from = term?.kind === 'years' ? (term.from ?? null) : null
    const to = term?.kind === 'years' ? (term.to ?? null) : null
    const id = idOf('tenure', person.id, post.id, role.status, String(from ?? ''), String(to ?? ''))
    const tenure = once(this.tenures, id, () => ({
      id,
      person,
      post,
      status: role.status,
      printed: new Set<string>(),
      from,
      to,
      documents: new Set<DocumentNode>(),
    }))
    tenure.documents.add(document)
    for (const text of seat.printed) tenure.printed.add(text)
  }
}

const isCapitals = (name: string): boolean => name === name.toUpperCase()

/** The node of an id, made at its first asking. */
function once<T>(nodes: Map<string, T>, id: string, make: () => T): T {
  let node = nodes.get(id)
  if (node === undefined) {
    node = make()
    nodes.set(id, node)
  }
  return node
}

/**
 * The posts behind the roles. The records list every printed form; "Thứ trưởng" beside "Thứ trưởng Bộ Tài chính" is the same post,
 * and a rank ("Đại tá") is none.
 */
function seatsOf(roles: Role[]): Seat[] {
  const seats: Seat[] = []
  for (const role of roles) {
    if (role.position.kind === 'rank') continue
    const title = withoutPlace(role)
    seats.push({ role, title, key: `${foldName(title)} `, printed: [clean(role.text)] })
  }
  const kept = new Set<Seat>()
  // Kept seats by what their titles begin with: one look instead of a comparison with each.
  const beginning = new Map<string, Seat[]>()
  for (const seat of [...seats].sort((a, b) => fullness(b) - fullness(a))) {
    const fuller = beginning.get(seat.key)?.find(other => isShortFor(seat, other))
    if (fuller !== undefined) {
      fuller.printed.push(...seat.printed)
      continue
    }
    kept.add(seat)
    for (let end = seat.key.indexOf(' '); end >= 0; end = seat.key.indexOf(' ', end + 1))
      once(beginning, seat.key.slice(0, end + 1), () => [] as Seat[]).push(seat)
  }
  return seats.filter(seat => kept.has(seat))
}

/** The longer title says more; of two as long, the one with a place or a term. */
function fullness({ key, role }: Seat): number {
  return key.length + (placeOf(role) === null ? 0 : 0.5) + (role.term === null ? 0 : 0.25)
}

/** Can the one, with which the other begins, be the same post? */
function isShortFor({ role: a }: Seat, { role: b }: Seat): boolean {
  return (
    a.status === b.status &&
    a.position.kind === b.position.kind &&
    a.position.deputy === b.position.deputy &&
    a.position.standing === b.position.standing &&
    (placeOf(a) === null || a.place?.canonical === b.place?.canonical) &&
    (a.term === null || a.term === b.term)
  )
}

/** "Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị" -> "Chủ tịch Ủy ban nhân dân tỉnh": the place is told apart from it, printed or not. */
function withoutPlace({ canonical, place }: Role): string {
  const title = clean(canonical)
  return place !== null && title.endsWith(` ${place.canonical}`) ? title.slice(0, -place.canonical.length - 1) : title
}

/** Where the post is. That it is in Việt Nam is said by its country: "Chính phủ Việt Nam" is no other than "Chính phủ". */
function placeOf({ place }: Role): Place | null {
  return place?.kind === 'country' && place.canonical === 'Việt Nam' ? null : place
}

/** "Ủy ban nhân dân tỉnh" + "Quảng Trị"; nothing is added to a name that has the place in it. */
function withPlace(name: string, place: string): string {
  return ` ${name} `.includes(` ${place} `) ? name : `${name} ${place}`
}

/** Is the place of the title the place of the body? "Đại biểu Quốc hội tỉnh Nghệ An" does not make it Nghệ An's Quốc hội. */
function isOwnPlace(role: Role): boolean {
  const { body } = role
  const place = placeOf(role)
  return place !== null && body !== null && (body.level !== 'central' || place.kind === 'country')
}

/** Departments of this name are in every ministry and every district office. */
const PART_OF_MANY = /^(Vụ|Phòng|Văn phòng)( \p{L}+)?$|^(Vụ|Phòng) /u
/** A capital after the first word: the name of one body ("Tập đoàn Điện lực Việt Nam"), not of a sort of body ("Công ty cổ phần"). */
const OWN_NAME = /\s\p{Lu}/u

/** Does the title say which post it is, so that it means the same one in every article? */
function isKnown(role: Role, scope: Scope, country: string | null): boolean {
  const { body, position } = role
  if (placeOf(role) !== null) return true
  if (scope === 'foreign' && country === null && body?.kind !== 'international') return false
  if (body === null)
    return scope !== 'other' && (position.kind === 'president' || position.kind === 'general-secretary')
  if (PART_OF_MANY.test(body.canonical)) return false
  return body.level === 'central' || (body.level === null && OWN_NAME.test(body.canonical))
}

const MANY_HOLDERS: ReadonlySet<Position['kind']> = new Set([
  'member',
  'delegate',
  'assistant',
  'judge',
  'procurator',
  'rank',
  'other',
])

/** Has the post one holder at a time (a deputy's few)? */
function isOneHolder(position: Position): boolean {
  return !MANY_HOLDERS.has(position.kind)
}

/**
 * Whose official it is: Vietnam's, or the one other country that the titles name. The place in a diplomat's title is as
 * often the country he is sent to, so it tells nothing.
 */
function countryOf({ scope, roles }: Official): string | null {
  if (scope !== 'foreign') return scope === 'vn' ? 'vn' : null
  let found: string | null = null
  for (const { place, position, body } of roles) {
    if (place?.kind !== 'country') continue
    if (position.kind === 'ambassador' || position.kind === 'consul' || body?.kind === 'diplomatic') continue
    const code = countryCode(place.canonical)
    if (code === null || code === 'vn' || code === found) continue
    if (found !== null) return null
    found = code
  }
  return found
}

/** Only words of address that are said to men alone or to women alone; "đồng chí" and "bác" are said to both. */
function genderOf(honorific: string): PersonNode['gender'] {
  switch (foldName(honorific)) {
    case foldName('ông'):
    case foldName('anh'):
    case foldName('chú'):
      return 'male'
    case foldName('bà'):
    case foldName('chị'):
    case foldName('cô'):
    case foldName('cô giáo'):
      return 'female'
    default:
      return null
  }
}
