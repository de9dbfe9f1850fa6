import { describe, expect, it } from 'vitest'
import { graphOf } from '../../src/formats/graph.js'
import type { Place, Role } from '../../src/records.js'
import { committee, people, quangTri } from './samples.js'

const chair: Partial<Role> = { canonical: 'Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị', body: committee, place: quangTri }
const country = (canonical: string): Place => ({
  text: canonical,
  canonical,
  kind: 'country',
  code: null,
  today: null,
  inferred: false,
})
const graph = (...extractions: ReturnType<typeof people>[]) => graphOf(extractions, {})

describe('people', () => {
  it('of one name and one post are one over several articles', () => {
    const { people: found, tenures } = graph(
      people('a', { name: 'Lê Thử', roles: [chair] }),
      people('b', { name: 'LÊ THỬ', roles: [{ ...chair, place: { ...quangTri, inferred: true } }] }),
    )
    expect(found.map(p => [p.name, p.documents.size])).toEqual([['Lê Thử', 2]])
    expect(tenures.map(t => t.documents.size)).toEqual([2])
  })

  it('of one name alone are not', () => {
    const bare: Partial<Role> = { canonical: 'Chủ tịch' }
    const deputy: Partial<Role> = {
      canonical: 'Đại biểu Quốc hội',
      position: { kind: 'delegate', deputy: false, standing: false },
      body: { ...committee, canonical: 'Quốc hội', kind: 'legislature', level: 'central' },
    }
    for (const role of [bare, deputy]) {
      const { people: found } = graph(
        people('a', { name: 'Lê Thử', roles: [role] }),
        people('b', { name: 'Lê Thử', roles: [role] }),
      )
      expect(found).toHaveLength(2)
    }
  })

  it('that the extraction keeps apart stay apart', () => {
    const { people: found } = graph(people('a', { name: 'Lê Thử', roles: [chair] }, { name: 'Lê Thử', roles: [chair] }))
    expect(new Set(found.map(p => p.id)).size).toBe(2)
  })
})

describe('posts', () => {
  it('are one for the shorter and the longer form, and printed as both', () => {
    const { tenures } = graph(
      people('a', {
        name: 'Lê Thử',
        roles: [
          { canonical: 'Chủ tịch' },
          { ...chair, text: 'Chủ tịch UBND tỉnh Quảng Trị' },
          { canonical: 'Chủ tịch nước' },
        ],
      }),
    )
    expect(tenures.map(t => [t.post.label, ...t.printed])).toEqual([
      ['Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị', 'Chủ tịch UBND tỉnh Quảng Trị', 'Chủ tịch'],
      ['Chủ tịch nước', 'Chủ tịch nước'],
    ])
  })

  it('are two where one is former, and where a deputy is meant', () => {
    const { tenures } = graph(
      people('a', {
        name: 'Lê Thử',
        roles: [
          chair,
          { canonical: 'Chủ tịch', status: 'former' },
          { canonical: 'Chủ tịch', position: { kind: 'chair', deputy: true, standing: false } },
        ],
      }),
    )
    expect(tenures).toHaveLength(3)
  })

  it('that do not say which they are belong to their article', () => {
    const minister: Partial<Role> = {
      canonical: 'Bộ trưởng',
      position: { kind: 'minister', deputy: false, standing: false },
    }
    const { posts } = graph(
      people('a', { name: 'Lê Thử', roles: [minister] }),
      people('b', { name: 'Trần Mẫu', roles: [minister] }),
    )
    expect(posts).toHaveLength(2)
  })

  it('of two states are two', () => {
    const minister: Partial<Role> = {
      canonical: 'Bộ trưởng Bộ Ngoại giao',
      position: { kind: 'minister', deputy: false, standing: false },
      body: { ...committee, canonical: 'Bộ Ngoại giao', level: 'central' },
    }
    const { posts, organizations } = graph(
      people(
        'a',
        { name: 'Lê Thử', roles: [minister] },
        { name: 'Khampheng', scope: 'foreign', roles: [{ ...minister, place: country('Lào') }] },
        {
          name: 'Trần Mẫu',
          roles: [{ ...minister, canonical: 'Bộ trưởng Bộ Ngoại giao Việt Nam', place: country('Việt Nam') }],
        },
      ),
    )
    expect(posts.map(p => p.country)).toEqual(['vn', 'la'])
    expect(organizations.map(o => o.name)).toEqual(['Bộ Ngoại giao', 'Bộ Ngoại giao Lào'])
  })
})

describe('organisations', () => {
  it('carry the place that tells them apart, but not that of a seat', () => {
    const seat: Partial<Role> = {
      canonical: 'Đại biểu Quốc hội tỉnh Quảng Trị',
      position: { kind: 'delegate', deputy: false, standing: false },
      body: { ...committee, canonical: 'Quốc hội', kind: 'legislature', level: 'central' },
      place: quangTri,
    }
    const { organizations } = graph(people('a', { name: 'Lê Thử', roles: [chair, seat] }))
    expect(organizations.map(o => [o.name, o.area?.name])).toEqual([
      ['Ủy ban nhân dân tỉnh Quảng Trị', 'Quảng Trị'],
      ['Quốc hội', undefined],
    ])
  })

  it('know what they are called today', () => {
    const body = {
      ...committee,
      canonical: 'Bộ Giao thông vận tải',
      level: 'central' as const,
      successor: 'Bộ Xây dựng',
    }
    const { organizations } = graph(
      people('a', { name: 'Lê Thử', roles: [{ canonical: 'Thứ trưởng Bộ Giao thông vận tải', body }] }),
    )
    expect(organizations.map(o => [o.name, o.successor?.name])).toEqual([
      ['Bộ Giao thông vận tải', 'Bộ Xây dựng'],
      ['Bộ Xây dựng', undefined],
    ])
  })
})

describe('areas', () => {
  it('are parts of a province of today', () => {
    const district: Place = { ...quangTri, text: 'Hướng Hóa', canonical: 'Hướng Hóa', kind: 'district', code: null }
    const { areas } = graph(
      people('a', {
        name: 'Lê Thử',
        roles: [{ ...chair, canonical: 'Chủ tịch Ủy ban nhân dân huyện Hướng Hóa', place: district }, chair],
      }),
    )
    expect(areas.map(a => [a.name, a.kind, a.code, a.parent?.name])).toEqual([
      ['Quảng Trị', 'province', '44', undefined],
      ['Hướng Hóa', 'district', null, 'Quảng Trị'],
    ])
  })
})
