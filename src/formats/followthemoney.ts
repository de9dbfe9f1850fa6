/**
 * Extractions -> FollowTheMoney entities, as Aleph, OpenSanctions and other compliance and investigation tools read them.
 *
 * Standard: FollowTheMoney, https://followthemoney.tech/ (schemata Article, Person, PublicBody, Organization, Company, Position,
 * Occupancy, Mention, Succession).
 */
import type { Position, Status } from '../records.js'
import { type DocumentNode, graphOf, type OrganizationNode, type PostNode } from './graph.js'
import { idOf } from './ids.js'
import type { Extractions, SourceOptions } from './sources.js'
import { isStateBody } from './state.js'

/** One line of FollowTheMoney's NDJSON. Every property is a list of strings; references are ids of other entities. */
export interface FtmEntity {
  id: string
  schema:
    | 'Article'
    | 'Person'
    | 'PublicBody'
    | 'Organization'
    | 'Company'
    | 'Position'
    | 'Occupancy'
    | 'Mention'
    | 'Succession'
  properties: Record<string, string[]>
}

/**
 * Gives the people of one or many extractions as entities, in the order articles, organisations, positions, people, occupancies,
 * mentions. Written one a line (`entities.map(e => JSON.stringify(e)).join('\n')`) they are the NDJSON that `ftm` reads.
 *
 * The ids are version 5 UUIDs of what is named, so that a second run gives the same ones. `status` of an occupancy is "current",
 * "ended" or "unknown", the words of OpenSanctions; a post that is still to be taken up is "unknown". Countries are ISO 3166 codes in
 * small letters. Nobody is marked as politically exposed: positions carry topics ("gov.national") from which your policy can tell.
 * Offsets, directives and terms of office have no place in FollowTheMoney.
 */
export function toFollowTheMoney(extractions: Extractions, options: SourceOptions = {}): FtmEntity[] {
  const graph = graphOf(extractions, options)
  const entities: FtmEntity[] = []
  const put = (id: string, schema: FtmEntity['schema'], properties: Record<string, Values>): void => {
    const kept: [string, string[]][] = []
    for (const [name, values] of Object.entries(properties)) {
      const list = [...new Set(typeof values === 'string' ? [values] : values)].filter(value => !isNothing(value))
      if (list.length > 0) kept.push([name, list as string[]])
    }
    entities.push({ id, schema, properties: Object.fromEntries(kept) })
  }

  for (const { id, key, source } of graph.documents)
    put(id, 'Article', {
      // Documents must have a file name; for an article out of a feed its id or address is what comes nearest.
      fileName: key,
      name: source.title ?? key,
      title: [source.title],
      sourceUrl: [source.url],
      publisher: [source.publisher],
      publishedAt: [day(source.date)],
    })

  for (const { id, name, kind, level, country, documents } of graph.organizations)
    put(id, schemaOf(kind), {
      name,
      country: [country],
      classification: kind,
      topics: topicsOfBody(kind, level),
      sourceUrl: urls(documents),
      proof: ids(documents),
    })
  for (const { id, successor, documents } of graph.organizations)
    if (successor !== null)
      put(idOf('succession', id, successor.id), 'Succession', {
        predecessor: id,
        successor: successor.id,
        sourceUrl: urls(documents),
      })

  for (const post of graph.posts)
    put(post.id, 'Position', {
      name: post.label,
      alias: [post.english],
      country: [post.country],
      subnationalArea: post.area !== null && post.area.kind !== 'country' ? post.area.name : [],
      organization: [post.organization?.id],
      topics: topicsOf(post),
      sourceUrl: urls(post.documents),
      proof: ids(post.documents),
    })

  const held = new Map<string, string[]>(graph.people.map(({ id }) => [id, []]))
  for (const { person, post, status } of graph.tenures)
    if (status === 'current' || status === 'acting') held.get(person.id)?.push(post.label)
  for (const { id, name, otherNames, prefixes, gender, countries, documents } of graph.people)
    put(id, 'Person', {
      name,
      alias: [...otherNames],
      title: [...prefixes],
      gender: [gender],
      country: [...countries],
      position: held.get(id) ?? [],
      sourceUrl: urls(documents),
      proof: ids(documents),
    })

  for (const { id, person, post, status, printed, from, to, documents } of graph.tenures)
    put(id, 'Occupancy', {
      holder: person.id,
      post: post.id,
      status: STATUS[status],
      startDate: [year(from)],
      endDate: [year(to)],
      // When it was so: the day on which an article says it.
      date: Array.from(documents, document => day(document.source.date)),
      description: [...printed],
      summary: status === 'acting' || status === 'incoming' ? status : [],
      sourceUrl: urls(documents),
      publisher: Array.from(documents, document => document.source.publisher),
      proof: ids(documents),
    })

  for (const document of graph.documents)
    for (const [id, { person, name }] of document.mentions)
      put(id, 'Mention', {
        document: document.id,
        name,
        resolved: person.id,
        detectedSchema: 'Person',
        contextCountry: [...person.countries],
      })
  return entities
}

type Values = string | readonly (string | null | undefined)[]

const isNothing = (value: string | null | undefined): boolean => value === null || value === undefined || value === ''

const STATUS: Record<Status, string> = { current: 'current', acting: 'current', former: 'ended', incoming: 'unknown' }

const urls = (documents: ReadonlySet<DocumentNode>): (string | undefined)[] =>
  Array.from(documents, document => document.source.url)

const ids = (documents: ReadonlySet<DocumentNode>): string[] => Array.from(documents, document => document.id)

/** FollowTheMoney's times are UTC and carry no zone; the day as printed is what an article is known by. */
const day = (date: string | undefined): string | undefined => date?.match(/^\d{4}(-\d{2}(-\d{2})?)?/)?.[0]

const year = (n: number | null): string | null => (n === null ? null : String(n).padStart(4, '0'))

/** A party, a front or an association is an organisation, not a body of the state, also where one party leads it. */
function schemaOf(kind: OrganizationNode['kind']): FtmEntity['schema'] {
  if (isStateBody(kind)) return 'PublicBody'
  switch (kind) {
    case 'enterprise':
      return 'Company'
    default:
      return 'Organization'
  }
}

const BODY_TOPICS: Partial<Record<OrganizationNode['kind'], string>> = {
  presidency: 'gov.executive',
  legislature: 'gov.legislative',
  government: 'gov.executive',
  court: 'gov.judicial',
  procuracy: 'gov.judicial',
  audit: 'gov.financial',
  army: 'mil',
  police: 'gov.security',
  party: 'pol.party',
  international: 'gov.igo',
}

const LEVEL_TOPICS = {
  central: 'gov.national',
  province: 'gov.state',
  district: 'gov.muni',
  commune: 'gov.muni',
} as const

/** What sort of power it is, and at which level: "gov.legislative", "gov.state". */
function topicsOfBody(kind: OrganizationNode['kind'], level: OrganizationNode['level']): string[] {
  const topic = BODY_TOPICS[kind]
  if (topic === undefined) return []
  return level !== null && topic.startsWith('gov.') && topic !== 'gov.igo' ? [topic, LEVEL_TOPICS[level]] : [topic]
}

function topicsOf({ position, organization }: PostNode): string[] {
  const topics = organization === null ? [] : topicsOfBody(organization.kind, organization.level)
  if (isHeadOfState(position)) topics.push('gov.head', 'gov.national')
  if (position.kind === 'ambassador' || position.kind === 'consul') topics.push('role.diplo')
  return topics
}

/** Head of state or of government. */
function isHeadOfState({ kind, deputy }: Position): boolean {
  return !deputy && (kind === 'president' || kind === 'prime-minister')
}
