/** What the tests of the formats work on: small extractions made by hand, and the extractions of all fixtures. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { extract } from '../../src/index.js'
import type { Body, Extraction, Official, Place, Role, Span, TitleMention } from '../../src/records.js'

export interface Sample {
  text: string
  extraction: Extraction
}

/** The span of the n-th occurrence of some words. */
export function span(text: string, words: string, n = 1): Span {
  let start = -1
  for (let i = 0; i < n; i++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`"${words}" does not stand ${n} times in the text`)
  return { start, end: start + words.length, text: words }
}

const quangTri: Place = {
  text: 'Quảng Trị',
  canonical: 'Quảng Trị',
  kind: 'province',
  code: '44',
  today: 'Quảng Trị',
  inferred: false,
}
const committee: Body = {
  text: 'UBND',
  canonical: 'Ủy ban nhân dân tỉnh',
  kind: 'government',
  level: 'province',
  successor: null,
}

/** One official with a post, a rank and a short form of the post, a term, a directive with a deadline; an emoji before all of it. */
export function sample(): Sample {
  const text =
    '🌊 Đại tá Lê Thử, Chủ tịch UBND\ntỉnh Quảng Trị nhiệm kỳ 2021-2026, yêu cầu Sở Y tế báo cáo trước ngày 30/6. Ông Thử là Chủ tịch.'
  const post: Omit<Role, 'text' | 'titles' | 'via'> = {
    canonical: 'Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị',
    english: "Chairman of the Quang Tri provincial People's Committee",
    position: { kind: 'chair', deputy: false, standing: false },
    body: committee,
    place: quangTri,
    status: 'current',
    term: 0,
  }
  const rank: Omit<Role, 'text' | 'titles' | 'via'> = {
    canonical: 'Đại tá',
    english: 'Senior Colonel',
    position: { kind: 'rank', deputy: false, standing: false, rank: 'Đại tá' },
    body: null,
    place: null,
    status: 'current',
    term: null,
  }
  const short: Omit<Role, 'text' | 'titles' | 'via'> = {
    ...post,
    canonical: 'Chủ tịch',
    english: 'Chairman',
    body: null,
    place: null,
    term: null,
  }
  const title = (words: string, { term, ...rest }: typeof post, n = 1): TitleMention => ({
    ...span(text, words, n),
    ...rest,
    officialId: 'p1',
    generic: false,
  })
  const printed = 'Chủ tịch UBND\ntỉnh Quảng Trị'
  const official: Official = {
    id: 'p1',
    name: 'Lê Thử',
    honorific: 'ông',
    scope: 'vn',
    roles: [
      { text: 'Đại tá', ...rank, titles: [0], via: 'before-name' },
      { text: printed, ...post, titles: [1], via: 'after-name' },
      { text: 'Chủ tịch', ...short, titles: [2], via: 'copula' },
    ],
    mentions: [
      { ...span(text, 'Lê Thử'), kind: 'full' },
      { ...span(text, 'Thử', 2), kind: 'short' },
    ],
  }
  const extraction: Extraction = {
    id: 'bao/1',
    language: 'vi',
    officials: [official],
    titles: [title('Đại tá', rank), title(printed, post), title('Chủ tịch', short, 2)],
    terms: [{ ...span(text, 'nhiệm kỳ 2021-2026'), kind: 'years', from: 2021, to: 2026, body: null }],
    directives: [
      {
        ...span(text, text.slice(text.indexOf('Đại tá'), text.indexOf(' Ông'))),
        speaker: { officialId: 'p1', name: 'Lê Thử', ...span(text, 'Lê Thử') },
        cue: span(text, 'yêu cầu'),
        force: 'request',
        addressee: span(text, 'Sở Y tế'),
        actions: [
          {
            ...span(text, 'báo cáo trước ngày 30/6'),
            deadline: { ...span(text, 'trước ngày 30/6'), date: '2026-06-30' },
          },
        ],
        continues: null,
      },
    ],
  }
  return { text, extraction }
}

/** An extraction of officials alone, for what depends on names and posts. */
export function people(
  id: string,
  ...officials: { name: string; roles: Partial<Role>[]; scope?: Official['scope'] }[]
): Extraction {
  return {
    id,
    language: 'vi',
    officials: officials.map(({ name, roles, scope }, i) => ({
      id: `p${i + 1}`,
      name,
      honorific: null,
      scope: scope ?? 'vn',
      roles: roles.map(role => ({
        text: role.canonical ?? '',
        canonical: '',
        english: null,
        position: { kind: 'chair', deputy: false, standing: false },
        body: null,
        place: null,
        status: 'current',
        term: null,
        titles: [],
        via: 'before-name',
        ...role,
      })),
      mentions: [],
    })),
    titles: [],
    terms: [],
    directives: [],
  }
}

export { committee, quangTri }

let extracted: (Sample & { name: string })[] | undefined

/** All fixtures with what is extracted from them. */
export function fixtures(): (Sample & { name: string })[] {
  extracted ??= readFixtures()
  return extracted
}

function readFixtures(): (Sample & { name: string })[] {
  const folder = fileURLToPath(new URL('../../fixtures/', import.meta.url))
  return readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .map(file => {
      const text = readFileSync(folder + file, 'utf8')
      const name = file.slice(0, -4)
      return { name, text, extraction: extract(text, { id: name }) }
    })
}
