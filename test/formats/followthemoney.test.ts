import { createRequire } from 'node:module'
import type * as FollowTheMoney from '@opensanctions/followthemoney'
import { describe, expect, it } from 'vitest'
import { type FtmEntity, toFollowTheMoney } from '../../src/formats/index.js'
import { fixtures, people, sample } from './samples.js'

// The package's CommonJS build: Node finds no names in its UMD wrapper.
const { Model, defaultModel } = createRequire(import.meta.url)('@opensanctions/followthemoney') as typeof FollowTheMoney
const model = new Model(defaultModel)

/** What the model of FollowTheMoney says against some entities: schemata, properties, required ones, values and references. */
function problems(entities: FtmEntity[]): string[] {
  const found: string[] = []
  const byId = new Map(entities.map(entity => [entity.id, entity]))
  if (byId.size < entities.length) found.push('two entities of one id')
  for (const entity of entities) {
    const where = `${entity.schema} ${entity.id}`
    const schema = model.getSchema(entity.schema)
    if (schema.abstract) found.push(`${where}: abstract schema`)
    const required = new Set(schema.getParents().flatMap(parent => parent.required))
    for (const name of [...required, ...schema.required])
      if (!entity.properties[name]?.length) found.push(`${where}: no ${name}`)
    for (const [name, values] of Object.entries(entity.properties)) {
      if (!schema.hasProperty(name)) {
        found.push(`${where}: no property ${name}`)
        continue
      }
      const property = schema.getProperty(name)
      if (property.stub || property.deprecated) found.push(`${where}: ${name} is not to be written`)
      if (values.length === 0 || new Set(values).size < values.length)
        found.push(`${where}: ${name} is empty or doubled`)
      for (const value of values) {
        const { type } = property
        if (typeof value !== 'string' || value.trim() !== value || value === '')
          found.push(`${where}: ${name} "${value}"`)
        if (value.length > property.maxLength) found.push(`${where}: ${name} is too long`)
        if (type.values.size > 0 && !type.values.has(value)) found.push(`${where}: ${name} has no value ${value}`)
        if (type.name === 'date' && !/^\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}){0,2})?)?)?$/.test(value))
          found.push(`${where}: ${name} is no date: ${value}`)
        if (type.name === 'url' && !URL.canParse(value)) found.push(`${where}: ${name} is no address: ${value}`)
        if (property.hasRange) {
          const other = byId.get(value)
          if (other === undefined) found.push(`${where}: ${name} refers to nothing`)
          else if (!model.getSchema(other.schema).isA(property.getRange()))
            found.push(`${where}: ${name} is a ${other.schema}`)
        }
      }
    }
  }
  return found
}

describe('toFollowTheMoney', () => {
  it('gives what is in the records', () => {
    const entities = toFollowTheMoney(sample().extraction, {
      source: {
        url: 'https://example.org/1',
        title: 'Bão vào Quảng Trị',
        date: '2026-06-01T08:00:00+07:00',
        publisher: 'Báo Mẫu',
      },
    })
    const [article, organization, position, person, occupancy, ...mentions] = entities
    const at = { sourceUrl: ['https://example.org/1'], proof: [article.id] }
    expect(article).toEqual({
      id: article.id,
      schema: 'Article',
      properties: {
        fileName: ['bao/1'],
        name: ['Bão vào Quảng Trị'],
        title: ['Bão vào Quảng Trị'],
        sourceUrl: ['https://example.org/1'],
        publisher: ['Báo Mẫu'],
        publishedAt: ['2026-06-01'],
      },
    })
    expect(organization).toEqual({
      id: organization.id,
      schema: 'PublicBody',
      properties: {
        name: ['Ủy ban nhân dân tỉnh Quảng Trị'],
        country: ['vn'],
        classification: ['government'],
        topics: ['gov.executive', 'gov.state'],
        ...at,
      },
    })
    expect(position).toEqual({
      id: position.id,
      schema: 'Position',
      properties: {
        name: ['Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị'],
        alias: ["Chairman of the Quang Tri provincial People's Committee"],
        country: ['vn'],
        subnationalArea: ['Quảng Trị'],
        organization: [organization.id],
        topics: ['gov.executive', 'gov.state'],
        ...at,
      },
    })
    expect(person).toEqual({
      id: person.id,
      schema: 'Person',
      properties: {
        name: ['Lê Thử'],
        title: ['ông', 'Đại tá'],
        gender: ['male'],
        country: ['vn'],
        position: ['Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị'],
        ...at,
      },
    })
    expect(occupancy).toEqual({
      id: occupancy.id,
      schema: 'Occupancy',
      properties: {
        holder: [person.id],
        post: [position.id],
        status: ['current'],
        startDate: ['2021'],
        endDate: ['2026'],
        date: ['2026-06-01'],
        description: ['Chủ tịch UBND tỉnh Quảng Trị', 'Chủ tịch'],
        publisher: ['Báo Mẫu'],
        ...at,
      },
    })
    // The given name alone, "Ông Thử", is no name to find anybody by.
    expect(mentions).toEqual([
      {
        id: mentions[0].id,
        schema: 'Mention',
        properties: {
          document: [article.id],
          name: ['Lê Thử'],
          resolved: [person.id],
          detectedSchema: ['Person'],
          contextCountry: ['vn'],
        },
      },
    ])
  })

  it('is valid by the model of FollowTheMoney for every fixture, alone and all together', () => {
    const extractions = fixtures().map(f => f.extraction)
    const source = { publisher: 'Báo Mẫu', date: '2026-01-31', title: 'Tin' }
    for (const entities of [
      toFollowTheMoney(sample().extraction),
      toFollowTheMoney(extractions, { source: ({ id }) => ({ ...source, url: `https://example.org/${id}` }) }),
      ...extractions.map(extraction => toFollowTheMoney(extraction)),
    ]) {
      expect(problems(entities)).toEqual([])
      // The library reads it back and writes the same.
      for (const entity of entities) {
        const { id, schema, properties } = model.getEntity(entity).toJSON()
        expect({ id, schema, properties }).toEqual(entity)
      }
    }
    expect(toFollowTheMoney([])).toEqual([])
  })

  it('fails the model where it should', () => {
    const entities = toFollowTheMoney(sample().extraction)
    const change = (schema: string, properties: Record<string, string[]>): FtmEntity[] =>
      entities.map(e => (e.schema === schema ? { ...e, properties: { ...e.properties, ...properties } } : e))
    expect(problems(entities)).toEqual([])
    for (const wrong of [
      change('Person', { name: [] }),
      change('Person', { offsets: ['1'] }),
      change('Position', { country: ['Việt Nam'] }),
      change('Occupancy', { startDate: ['2021-2026'] }),
      change('Occupancy', { post: [entities[0].id] }),
      change('Position', { topics: ['gov.party'] }),
    ])
      expect(problems(wrong)).not.toEqual([])
  })

  it('tells the status of a post in the words of OpenSanctions', () => {
    const statuses = (['current', 'acting', 'former', 'incoming'] as const).map(status => {
      const entities = toFollowTheMoney(
        people('a', { name: 'Lê Thử', roles: [{ canonical: 'Chủ tịch nước', status }] }),
      )
      return entities.find(e => e.schema === 'Occupancy')?.properties.status
    })
    expect(statuses).toEqual([['current'], ['current'], ['ended'], ['unknown']])
  })

  it('gives the same ids on every run and for every order of the articles', () => {
    const extractions = fixtures().map(f => f.extraction)
    const ids = (list: typeof extractions): string[] =>
      toFollowTheMoney(list)
        .map(e => e.id)
        .sort()
    expect(ids([...extractions].reverse())).toEqual(ids(extractions))
  })
})
