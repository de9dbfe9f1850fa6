/**
 * Extractions -> JSON-LD with the vocabulary of schema.org: articles that mention people who have posts in bodies.
 *
 * Standards: JSON-LD 1.1, https://www.w3.org/TR/json-ld11/; schema.org, https://schema.org/ (NewsArticle, Person, Occupation, Role,
 * OrganizationRole, GovernmentOrganization and other kinds of Organization, AdministrativeArea). A post is qualified with its
 * dates by a Role that stands between the person and the post under the same property, as https://schema.org/Role describes.
 */
import type { BodyKind, Place, Status } from '../records.js'
import { type DocumentNode, graphOf, type OrganizationNode, type TenureNode } from './graph.js'
import type { Extractions, SourceOptions } from './sources.js'
import { isStateBody } from './state.js'

export interface JsonLd {
  '@context': 'https://schema.org'
  /** All nodes, side by side; they name each other by `@id`. */
  '@graph': JsonLdNode[]
}

export type JsonLdNode = JsonLdArticle | JsonLdPerson | JsonLdOccupation | JsonLdOrganization | JsonLdPlace

export interface JsonLdReference {
  '@id': string
}

export interface JsonLdArticle {
  '@type': 'NewsArticle'
  '@id': string
  /** The id of the extraction. */
  identifier?: string
  url?: string
  headline?: string
  datePublished?: string
  publisher?: { '@type': 'Organization'; name: string }
  /** BCP 47 tag. */
  inLanguage?: string
  mentions: JsonLdReference[]
}

export interface JsonLdPerson {
  '@type': 'Person'
  '@id': string
  name: string
  alternateName?: string[]
  /** Words of address and ranks. */
  honorificPrefix?: string
  gender?: 'male' | 'female'
  hasOccupation?: JsonLdRole[]
  memberOf?: JsonLdOrganizationRole[]
}

export interface JsonLdTenure {
  /** The title as printed. */
  roleName: string
  /** "former", "acting", "incoming"; absent for a post that is held. schema.org has no property for it. */
  description?: Exclude<Status, 'current'>
  /** Years of the term that the text ties to the post. */
  startDate?: string
  endDate?: string
}

export interface JsonLdRole extends JsonLdTenure {
  '@type': 'Role'
  hasOccupation: JsonLdReference
}

export interface JsonLdOrganizationRole extends JsonLdTenure {
  '@type': 'OrganizationRole'
  memberOf: JsonLdReference
}

export interface JsonLdOccupation {
  '@type': 'Occupation'
  '@id': string
  name: string
  /** In English. */
  alternateName?: string
  occupationLocation?: JsonLdReference
}

export interface JsonLdOrganization {
  '@type':
    | 'GovernmentOrganization'
    | 'Corporation'
    | 'EducationalOrganization'
    | 'Hospital'
    | 'NewsMediaOrganization'
    | 'Organization'
  '@id': string
  name: string
  areaServed?: JsonLdReference
}

export interface JsonLdPlace {
  '@type': 'AdministrativeArea' | 'City' | 'Country'
  '@id': string
  name: string
  /** Code of a province of today (decision 19/2025/QĐ-TTg), or of a country. */
  identifier?: string
  containedInPlace?: JsonLdReference
}

/**
 * Gives one or many extractions as one graph.
 *
 * The context is named, not written out: a processor without network needs schema.org's context in its document loader. An article
 * with an address has that as its `@id`; everything else is a `urn:uuid:` of what it names, the same on every run and the same
 * UUID that `toPopolo` and `toFollowTheMoney` give. Directives have no counterpart in schema.org.
 */
export function toJsonLd(extractions: Extractions, options: SourceOptions = {}): JsonLd {
  const graph = graphOf(extractions, options)
  const held = new Map<string, TenureNode[]>(graph.people.map(({ id }) => [id, []]))
  for (const tenure of graph.tenures) held.get(tenure.person.id)?.push(tenure)
  return {
    '@context': 'https://schema.org',
    '@graph': [
      ...graph.documents.map(article),
      ...graph.people.map(
        ({ id, name, otherNames, prefixes, gender }): JsonLdPerson => ({
          '@type': 'Person',
          '@id': urn(id),
          name,
          ...(otherNames.size > 0 && { alternateName: [...otherNames] }),
          ...(prefixes.size > 0 && { honorificPrefix: [...prefixes].join(' ') }),
          ...(gender !== null && { gender }),
          ...posts(held.get(id) ?? []),
        }),
      ),
      ...graph.posts.map(
        ({ id, label, english, area }): JsonLdOccupation => ({
          '@type': 'Occupation',
          '@id': urn(id),
          name: label,
          ...(english !== null && { alternateName: english }),
          ...(area !== null && { occupationLocation: ref(area) }),
        }),
      ),
      ...graph.organizations.map(
        ({ id, name, kind, area }): JsonLdOrganization => ({
          '@type': typeOfBody(kind),
          '@id': urn(id),
          name,
          ...(area !== null && { areaServed: ref(area) }),
        }),
      ),
      ...graph.areas.map(
        ({ id, name, kind, code, parent }): JsonLdPlace => ({
          '@type': typeOfPlace(kind),
          '@id': urn(id),
          name,
          ...(code !== null && { identifier: code }),
          ...(parent !== null && { containedInPlace: ref(parent) }),
        }),
      ),
    ],
  }
}

/** What could end a script element or begin a comment in it, written so that JSON means the same. */
const MARKUP = /[<>&\u2028\u2029]/g

/** JSON of any data that stands safely anywhere in an HTML page, whatever the article says (`</script>`). */
export function jsonInHtml(data: unknown): string {
  return JSON.stringify(data).replace(MARKUP, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The graph as the element of an HTML page that search engines read: `<script type="application/ld+json">…</script>`. */
export function jsonLdScript(graph: JsonLd): string {
  return `<script type="application/ld+json">${jsonInHtml(graph)}</script>`
}

function article({ id, key, language, source, mentions }: DocumentNode): JsonLdArticle {
  const { url, title, date, publisher } = source
  return {
    '@type': 'NewsArticle',
    '@id': url ?? urn(id),
    ...(key !== id && key !== url && { identifier: key }),
    ...(url !== undefined && { url }),
    ...(title !== undefined && { headline: title }),
    ...(date !== undefined && { datePublished: date }),
    ...(publisher !== undefined && { publisher: { '@type': 'Organization' as const, name: publisher } }),
    ...(language !== 'und' && { inLanguage: language }),
    mentions: Array.from(new Set(Array.from(mentions.values(), ({ person }) => person)), ref),
  }
}

function posts(tenures: TenureNode[]): Pick<JsonLdPerson, 'hasOccupation' | 'memberOf'> {
  const inBodies = tenures.filter(({ post }) => post.organization !== null)
  return {
    ...(tenures.length > 0 && {
      hasOccupation: tenures.map(t => ({ '@type': 'Role' as const, hasOccupation: ref(t.post), ...tenureOf(t) })),
    }),
    ...(inBodies.length > 0 && {
      memberOf: inBodies.map(t => ({
        '@type': 'OrganizationRole' as const,
        memberOf: ref(t.post.organization as OrganizationNode),
        ...tenureOf(t),
      })),
    }),
  }
}

function tenureOf({ printed, status, from, to }: TenureNode): JsonLdTenure {
  return {
    roleName: [...printed][0],
    ...(status !== 'current' && { description: status }),
    ...(from !== null && { startDate: year(from) }),
    ...(to !== null && { endDate: year(to) }),
  }
}

const urn = (id: string): string => `urn:uuid:${id}`

const ref = ({ id }: { id: string }): JsonLdReference => ({ '@id': urn(id) })

const year = (n: number): string => String(n).padStart(4, '0')

function typeOfBody(kind: BodyKind): JsonLdOrganization['@type'] {
  if (isStateBody(kind)) return 'GovernmentOrganization'
  switch (kind) {
    case 'enterprise':
      return 'Corporation'
    case 'school':
      return 'EducationalOrganization'
    case 'hospital':
      return 'Hospital'
    case 'media':
      return 'NewsMediaOrganization'
    default:
      return 'Organization'
  }
}

function typeOfPlace(kind: Place['kind']): JsonLdPlace['@type'] {
  return kind === 'country' ? 'Country' : kind === 'city' ? 'City' : 'AdministrativeArea'
}
