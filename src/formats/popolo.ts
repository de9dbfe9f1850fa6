/**
 * Extractions -> Popolo, the interchange format of civic technology for people and the posts they hold.
 *
 * Standard: The Popolo Project, https://www.popoloproject.com/specs/ (classes Person, Organization, Post, Membership, Area), with
 * the JSON Schemas published there.
 */
import type { Position, Status } from '../records.js'
import { type AreaNode, type DocumentNode, type Graph, graphOf } from './graph.js'
import type { Extractions, SourceOptions } from './sources.js'

/** The lists that EveryPolitician and other users of Popolo expect in one document. Absent properties are unknown. */
export interface Popolo {
  persons: PopoloPerson[]
  organizations: PopoloOrganization[]
  posts: PopoloPost[]
  memberships: PopoloMembership[]
  areas: PopoloArea[]
}

/** Where it was read. */
export interface PopoloLink {
  url: string
  /** Headline of the article. */
  note?: string
}

export interface PopoloOtherName {
  name: string
  note?: string
}

export interface PopoloPerson {
  id: string
  name: string
  other_names?: PopoloOtherName[]
  /** Words of address and ranks: "đồng chí Thiếu tướng". */
  honorific_prefix?: string
  /** As the word of address tells it. */
  gender?: 'male' | 'female'
  sources?: PopoloLink[]
}

export interface PopoloOrganization {
  id: string
  name: string
  /** Today's name of a body that was renamed or merged. */
  other_names?: PopoloOtherName[]
  /** `BodyKind` of the records. */
  classification: string
  area_id?: string
  sources?: PopoloLink[]
}

export interface PopoloPost {
  id: string
  label: string
  /** In English. */
  other_label?: string[]
  /** What the holder does, whatever the body: "standing deputy secretary". */
  role: string
  organization_id?: string
  area_id?: string
  sources?: PopoloLink[]
}

export interface PopoloMembership {
  id: string
  /** The title as printed. */
  label: string
  /** The title in its full official form. */
  role: string
  person_id: string
  post_id: string
  /** Absent where the text does not say which body it is. */
  organization_id?: string
  area_id?: string
  /** Year in which the term begins that the text ties to the post. */
  start_date?: string
  end_date?: string
  /** Popolo has no property for this; the plus sign marks a property of one's own, as its specification advises. */
  '+status': Status
  sources?: PopoloLink[]
}

export interface PopoloArea {
  id: string
  name: string
  /** Code of a province of today (decision 19/2025/QĐ-TTg), or of a country. */
  identifier?: string
  /** `Place.kind` of the records. */
  classification: string
  /** The province of today that it is part of. */
  parent_id?: string
}

/**
 * Gives the people of one or many extractions with their organisations, posts, memberships and areas, each once.
 *
 * The ids are version 5 UUIDs of what is named, so that a second run gives the same ones. Ranks are prefixes of the name, not posts.
 * Directives and terms of office that belong to nobody have no place in Popolo.
 */
export function toPopolo(extractions: Extractions, options: SourceOptions = {}): Popolo {
  return popoloOf(graphOf(extractions, options))
}

export function popoloOf(graph: Graph): Popolo {
  return {
    persons: graph.people.map(({ id, name, otherNames, prefixes, gender, documents }) => ({
      id,
      name,
      ...(otherNames.size > 0 && { other_names: Array.from(otherNames, other => ({ name: other })) }),
      ...(prefixes.size > 0 && { honorific_prefix: [...prefixes].join(' ') }),
      ...(gender !== null && { gender }),
      ...sources(documents),
    })),
    organizations: graph.organizations.map(({ id, name, kind, area, successor, documents }) => ({
      id,
      name,
      ...(successor !== null && { other_names: [{ name: successor.name, note: 'name or successor of today' }] }),
      classification: kind,
      ...areaId(area),
      ...sources(documents),
    })),
    posts: graph.posts.map(({ id, label, english, position, organization, area, documents }) => ({
      id,
      label,
      ...(english !== null && { other_label: [english] }),
      role: roleOf(position),
      ...(organization !== null && { organization_id: organization.id }),
      ...areaId(area),
      ...sources(documents),
    })),
    memberships: graph.tenures.map(({ id, person, post, printed, status, from, to, documents }) => ({
      id,
      label: [...printed][0],
      role: post.label,
      person_id: person.id,
      post_id: post.id,
      ...(post.organization !== null && { organization_id: post.organization.id }),
      ...areaId(post.area),
      ...(from !== null && { start_date: year(from) }),
      ...(to !== null && { end_date: year(to) }),
      '+status': status,
      ...sources(documents),
    })),
    areas: graph.areas.map(({ id, name, kind, code, parent }) => ({
      id,
      name,
      ...(code !== null && { identifier: code }),
      classification: kind,
      ...(parent !== null && { parent_id: parent.id }),
    })),
  }
}

function areaId(area: AreaNode | null): { area_id?: string } {
  return area === null ? {} : { area_id: area.id }
}

/** Popolo knows a source by its address; an article without one goes unnamed. */
function sources(documents: ReadonlySet<DocumentNode>): { sources?: PopoloLink[] } {
  const links: PopoloLink[] = []
  for (const { source } of documents)
    if (source.url !== undefined)
      links.push({ url: source.url, ...(source.title !== undefined && { note: source.title }) })
  return links.length === 0 ? {} : { sources: links }
}

/** `{ kind: 'secretary', deputy: true, standing: true }` -> "standing deputy secretary" */
function roleOf({ kind, deputy, standing }: Position): string {
  return `${standing ? 'standing ' : ''}${deputy ? 'deputy ' : ''}${kind.replaceAll('-', ' ')}`
}

/** Dates of Popolo have four digits for the year. */
const year = (n: number): string => String(n).padStart(4, '0')
