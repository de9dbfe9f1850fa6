import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { toPopolo } from '../../src/formats/index.js'
import { fixtures, sample } from './samples.js'

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true })
formats.default(ajv)
const validate = ajv.compile(JSON.parse(readFileSync(new URL('../schemas/popolo.json', import.meta.url), 'utf8')))

// Ids are a promise: they may not change from one version to the next.
const PERSON = '85077429-2694-5d7b-9d5f-8e68ac13cd4d'
const ORGANIZATION = '9ce7b228-3207-5904-8d5b-8ac921011092'
const POST = 'f5b57a43-1941-564b-9bf2-5e667d1a3163'
const MEMBERSHIP = '3ec13031-8655-5bac-beb4-48fa9c4969c8'
const AREA = 'fa838428-c3d2-5693-8fd6-8b8bced3127c'

/** Every `…_id` names an object of the list that it should. */
function expectWhole(popolo: ReturnType<typeof toPopolo>): void {
  const lists = { person: popolo.persons, organization: popolo.organizations, post: popolo.posts, area: popolo.areas }
  const ids = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, new Set(list.map(o => o.id))]))
  ids.parent = ids.area
  for (const list of Object.values(popolo)) {
    expect(new Set(list.map((o: { id: string }) => o.id)).size).toBe(list.length)
    for (const object of list)
      for (const [key, value] of Object.entries(object))
        if (key.endsWith('_id')) expect(ids[key.slice(0, -3)], key).toContain(value)
  }
}

describe('toPopolo', () => {
  it('gives what is in the records', () => {
    const popolo = toPopolo(sample().extraction, {
      source: { url: 'https://example.org/1', title: 'Bão vào Quảng Trị' },
    })
    const sources = [{ url: 'https://example.org/1', note: 'Bão vào Quảng Trị' }]
    expect(popolo).toEqual({
      persons: [
        {
          id: PERSON,
          name: 'Lê Thử',
          honorific_prefix: 'ông Đại tá',
          gender: 'male',
          sources,
        },
      ],
      organizations: [
        {
          id: ORGANIZATION,
          name: 'Ủy ban nhân dân tỉnh Quảng Trị',
          classification: 'government',
          area_id: AREA,
          sources,
        },
      ],
      posts: [
        {
          id: POST,
          label: 'Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị',
          other_label: ["Chairman of the Quang Tri provincial People's Committee"],
          role: 'chair',
          organization_id: ORGANIZATION,
          area_id: AREA,
          sources,
        },
      ],
      memberships: [
        {
          id: MEMBERSHIP,
          label: 'Chủ tịch UBND tỉnh Quảng Trị',
          role: 'Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị',
          person_id: PERSON,
          post_id: POST,
          organization_id: ORGANIZATION,
          area_id: AREA,
          start_date: '2021',
          end_date: '2026',
          '+status': 'current',
          sources,
        },
      ],
      areas: [{ id: AREA, name: 'Quảng Trị', identifier: '44', classification: 'province' }],
    })
  })

  it('is valid Popolo for every fixture, alone and all together, and refers to nothing that is missing', () => {
    const all = fixtures()
    const extractions = all.map(f => f.extraction)
    for (const popolo of [
      toPopolo([]),
      toPopolo(sample().extraction),
      toPopolo(extractions, { source: ({ id }) => ({ url: `https://example.org/${id}`, title: id }) }),
      ...extractions.map(extraction => toPopolo(extraction)),
    ]) {
      expect(validate(popolo), ajv.errorsText(validate.errors)).toBe(true)
      expectWhole(popolo)
    }
    expect(toPopolo(extractions).persons.length).toBeGreaterThan(100)
  })

  it('fails the schema where it should', () => {
    const popolo = toPopolo(sample().extraction)
    for (const wrong of [
      { ...popolo, memberships: [{ ...popolo.memberships[0], start_date: '2021/6' }] },
      { ...popolo, persons: [{ ...popolo.persons[0], honorific: 'ông' }] },
      { ...popolo, posts: [{ ...popolo.posts[0], label: 1 }] },
      { ...popolo, areas: undefined },
    ])
      expect(validate(JSON.parse(JSON.stringify(wrong)))).toBe(false)
  })

  it('gives the same from one run to the next, and does not touch the records', () => {
    const { extraction } = sample()
    const before = JSON.stringify(extraction)
    expect(JSON.stringify(toPopolo(extraction))).toBe(JSON.stringify(toPopolo(sample().extraction)))
    expect(JSON.stringify(extraction)).toBe(before)
  })

  it('takes the id for the address if it is one', () => {
    const { extraction } = sample()
    const { persons } = toPopolo({ ...extraction, id: 'https://example.org/2' })
    expect(persons[0].sources).toEqual([{ url: 'https://example.org/2' }])
  })

  it.each([
    ['https://example.org/tin tức/Huế', 'https://example.org/tin%20t%E1%BB%A9c/Hu%E1%BA%BF'],
    ['https://example.org/a?q=[1]|100%', 'https://example.org/a?q=%5B1%5D%7C100%25'],
    ['https://tỉnh.example/', 'https://t%E1%BB%89nh.example/'],
    ['https://Example.org', 'https://Example.org'],
    ['https://[2001:db8::1]/a%20b', 'https://[2001:db8::1]/a%20b'],
    ['https://example.org/\ud800', 'https://example.org/%EF%BF%BD'],
    ['urn:example:a b', 'urn:example:a%20b'],
    ['https://example.org/a b🙂', 'https://example.org/a%20b%F0%9F%99%82'],
    ['/tin/1.html', undefined],
    ['Báo Quảng Trị', undefined],
    ['https://', undefined],
    ['', undefined],
  ])('gives the address %j as a URI', (url, expected) => {
    const popolo = toPopolo(sample().extraction, { source: { url } })
    expect(popolo.persons[0].sources?.[0].url).toBe(expected)
    expect(validate(popolo), ajv.errorsText(validate.errors)).toBe(true)
  })
})
