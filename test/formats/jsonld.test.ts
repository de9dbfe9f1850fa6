import jsonld from 'jsonld'
import type { Graph, NewsArticle, Occupation, Organization, OrganizationRole, Person, Place } from 'schema-dts'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { toFollowTheMoney, toJsonLd, toPopolo } from '../../src/formats/index.js'
import type * as Ours from '../../src/formats/jsonld.js'
import { fixtures, sample } from './samples.js'

type Keys<T> = T extends object ? keyof T : never

/** Stands in for the network: schema.org's context, cut down to what says how our terms are read. */
const documentLoader = async (url: string) => {
  if (url !== 'https://schema.org') throw new Error(`the test has no document ${url}`)
  return {
    contextUrl: undefined,
    documentUrl: url,
    document: {
      '@context': {
        '@vocab': 'https://schema.org/',
        url: { '@type': '@id' },
        datePublished: { '@type': 'Date' },
        startDate: { '@type': 'Date' },
        endDate: { '@type': 'Date' },
      },
    },
  }
}
const expand = (document: Ours.JsonLd) => jsonld.expand(document as object, { documentLoader, safe: true } as object)

describe('toJsonLd', () => {
  // schema-dts is schema.org as types, so these two fail when the types are checked, not when the tests run.
  it('gives only what schema.org knows', () => {
    expectTypeOf<Ours.JsonLd>().toExtend<Graph>()
    expectTypeOf<Ours.JsonLdArticle>().toExtend<NewsArticle>()
    expectTypeOf<Ours.JsonLdPerson>().toExtend<Person>()
    expectTypeOf<Ours.JsonLdOccupation>().toExtend<Occupation>()
    expectTypeOf<Ours.JsonLdOrganization>().toExtend<Organization>()
    expectTypeOf<Ours.JsonLdPlace>().toExtend<Place>()
  })
  it('gives no type a property that schema.org does not', () => {
    expectTypeOf<Exclude<keyof Ours.JsonLdArticle, Keys<NewsArticle>>>().toBeNever()
    expectTypeOf<Exclude<keyof Ours.JsonLdPerson, Keys<Person>>>().toBeNever()
    expectTypeOf<Exclude<keyof Ours.JsonLdOccupation, Keys<Occupation>>>().toBeNever()
    expectTypeOf<Exclude<keyof Ours.JsonLdOrganization, Keys<Organization>>>().toBeNever()
    expectTypeOf<Exclude<keyof Ours.JsonLdPlace, Keys<Place>>>().toBeNever()
    expectTypeOf<Exclude<keyof Ours.JsonLdTenure, Keys<OrganizationRole>>>().toBeNever()
  })

  it('gives what is in the records', () => {
    const source = {
      url: 'https://example.org/1',
      title: 'Bão vào Quảng Trị',
      date: '2026-06-01',
      publisher: 'Báo Mẫu',
    }
    const { '@context': context, '@graph': graph } = toJsonLd(sample().extraction, { source })
    const [article, person, post, organization, area] = graph
    expect(context).toBe('https://schema.org')
    for (const node of [person, post, organization, area])
      expect(node['@id']).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect(article).toEqual({
      '@type': 'NewsArticle',
      '@id': 'https://example.org/1',
      identifier: 'bao/1',
      url: 'https://example.org/1',
      headline: 'Bão vào Quảng Trị',
      datePublished: '2026-06-01',
      publisher: { '@type': 'Organization', name: 'Báo Mẫu' },
      inLanguage: 'vi',
      mentions: [{ '@id': person['@id'] }],
    })
    const tenure = { roleName: 'Chủ tịch UBND tỉnh Quảng Trị', startDate: '2021', endDate: '2026' }
    expect(person).toEqual({
      '@type': 'Person',
      '@id': person['@id'],
      name: 'Lê Thử',
      honorificPrefix: 'ông Đại tá',
      gender: 'male',
      hasOccupation: [{ '@type': 'Role', hasOccupation: { '@id': post['@id'] }, ...tenure }],
      memberOf: [{ '@type': 'OrganizationRole', memberOf: { '@id': organization['@id'] }, ...tenure }],
    })
    expect(post).toEqual({
      '@type': 'Occupation',
      '@id': post['@id'],
      name: 'Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị',
      alternateName: "Chairman of the Quang Tri provincial People's Committee",
      occupationLocation: { '@id': area['@id'] },
    })
    expect(organization).toEqual({
      '@type': 'GovernmentOrganization',
      '@id': organization['@id'],
      name: 'Ủy ban nhân dân tỉnh Quảng Trị',
      areaServed: { '@id': area['@id'] },
    })
    expect(area).toEqual({ '@type': 'AdministrativeArea', '@id': area['@id'], name: 'Quảng Trị', identifier: '44' })
    expect(graph).toHaveLength(5)
  })

  it('is read by a JSON-LD processor without losing anything, for all fixtures', async () => {
    const extractions = fixtures().map(f => f.extraction)
    for (const document of [
      toJsonLd([]),
      toJsonLd(extractions, { source: ({ id }) => ({ url: `https://example.org/${id}` }) }),
      ...extractions.map(extraction => toJsonLd(extraction)),
    ]) {
      const nodes = (await expand(document)) as Record<string, unknown>[]
      expect(nodes).toHaveLength(document['@graph'].length)
      const known = new Set(nodes.map(node => node['@id']))
      const walk = (node: unknown): void => {
        if (Array.isArray(node)) for (const item of node) walk(item)
        if (typeof node !== 'object' || node === null || Array.isArray(node)) return
        const keys = Object.keys(node)
        for (const key of keys) expect(key).toMatch(/^(@(id|type|value)|https:\/\/schema\.org\/[a-zA-Z]+)$/)
        if (keys.length === 1 && keys[0] === '@id') {
          const id = (node as { '@id': string })['@id']
          if (id.startsWith('urn:')) expect(known).toContain(id)
        }
        for (const value of Object.values(node)) walk(value)
      }
      walk(nodes)
    }
  })

  it('says in triples that an article mentions a person who has a post in a body', async () => {
    const quads = (await jsonld.toRDF(
      toJsonLd(sample().extraction) as object,
      {
        documentLoader,
        safe: true,
        format: 'application/n-quads',
      } as object,
    )) as unknown as string
    const lines = quads.split('\n')
    const object = (subject: string, property: string): string => {
      const line = lines.find(l => l.startsWith(`${subject} <https://schema.org/${property}> `))
      return line?.split(' ')[2] ?? ''
    }
    const article = lines.find(l => l.includes('<https://schema.org/NewsArticle>'))!.split(' ')[0]
    const person = object(article, 'mentions')
    const membership = object(person, 'memberOf')
    const body = object(membership, 'memberOf')
    expect(lines).toContain(`${body} <https://schema.org/name> "Ủy ban nhân dân tỉnh Quảng Trị" .`)
    expect(lines).toContain(
      `${body} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/GovernmentOrganization> .`,
    )
  })

  it('names the same things as the other formats', () => {
    const extractions = fixtures().map(f => f.extraction)
    const ours = toJsonLd(extractions)
      ['@graph'].filter(n => n['@type'] === 'Person')
      .map(n => n['@id'].slice(9))
    expect(toPopolo(extractions).persons.map(p => p.id)).toEqual(ours)
    expect(
      toFollowTheMoney(extractions)
        .filter(e => e.schema === 'Person')
        .map(e => e.id),
    ).toEqual(ours)
  })
})
