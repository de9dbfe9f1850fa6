import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sentenceFinder } from '../src/cli/gold.js'
import type { Io } from '../src/cli/io.js'
import { run } from '../src/cli/program.js'
import { fold } from '../src/cli/score.js'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'chucdanh-eval-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

async function evaluate(args: string[], stdin = ''): Promise<{ code: number; out: string; err: string }> {
  const result = { code: 0, out: '', err: '' }
  const io: Io = {
    stdin: (async function* () {
      yield Buffer.from(stdin)
    })(),
    out: async text => {
      result.out += text
    },
    err: line => {
      result.err += `${line}\n`
    },
    isTTY: false,
    columns: undefined,
    env: {},
    terminal: null,
    onInterrupt: () => () => {},
  }
  result.code = await run(['eval', ...args], io)
  return result
}
const figures = async (args: string[], stdin?: string) => JSON.parse((await evaluate([...args, '--json'], stdin)).out)

const TEXT = `Họp bàn chống hạn

Bí thư Lê Văn Nam yêu cầu các sở trực đủ quân số trong mùa khô này. Bà Trần Hoa, Phó Chủ tịch, đề nghị nhân dân tiết kiệm nước ngọt. Ông nói việc này khó.
`
const at = (words: string): { start: number; end: number } => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length }
}
const FIRST = at('Bí thư Lê Văn Nam yêu cầu các sở trực đủ quân số trong mùa khô này')
const SECOND = at('Bà Trần Hoa, Phó Chủ tịch, đề nghị nhân dân tiết kiệm nước ngọt')

const GOLD = {
  officials: [
    {
      name: 'Lê Văn Nam',
      scope: 'vn',
      titles: [
        { text: 'Bí thư', status: 'current' },
        { text: 'Uỷ viên', status: 'former' },
      ],
    },
    { name: 'Trần Hoa', scope: 'vn', titles: [{ text: 'Phó Chủ tịch', status: 'current' }] },
    { name: 'Vũ Sơn', scope: 'other', titles: [{ text: 'Giám đốc', status: 'current' }] },
  ],
  titles: ['Thủ tướng', 'Bộ trưởng'],
  terms: [
    { text: 'khóa XIV', kind: 'ordinal', ordinal: 14 },
    { text: 'nhiệm kỳ 2016-2021', kind: 'years', from: 2016, to: 2021 },
  ],
  directives: [
    { first: 'Bí thư Lê Văn Nam yêu cầu', last: 'trong mùa khô này', speaker: 'Lê Văn Nam' },
    { first: 'Bà Trần Hoa, Phó Chủ tịch', last: 'tiết kiệm nước ngọt', speaker: 'Trần Hoa' },
  ],
}
/** Right: Nam, his two posts (one with the wrong status), "Thủ tướng", the ordinal, the first directive, its speaker wrong. */
const RECORD = {
  id: 'bao-1',
  language: 'vi',
  officials: [
    {
      id: 'p1',
      name: 'LÊ  VĂN NAM',
      scope: 'vn',
      roles: [
        { text: 'Bí thư', status: 'current' },
        { text: 'Ủy viên', status: 'current' },
      ],
    },
    { id: 'p2', name: 'Trần Hoa', scope: 'vn', roles: [{ text: 'Phó Chủ tịch nước', status: 'current' }] },
    { id: 'p3', name: 'Đỗ Tân', scope: 'vn', roles: [] },
    { id: 'p4', name: 'Vũ Sơn', scope: 'other', roles: [{ text: 'Chủ tịch', status: 'current' }] },
  ],
  titles: [
    { text: 'Thủ tướng', generic: false },
    { text: 'bí thư', generic: false },
    { text: 'các bộ trưởng', generic: true },
    { text: 'Chủ nhiệm', generic: false },
  ],
  terms: [
    { text: 'khoá XIV', kind: 'ordinal', ordinal: 14 },
    { text: 'nhiệm kỳ 2016-2021', kind: 'years', from: 2016, to: 2026 },
  ],
  directives: [
    { start: FIRST.start, end: FIRST.end + 1, speaker: { officialId: 'p2', name: 'Trần Hoa', text: null } },
    { start: SECOND.end, end: TEXT.length, speaker: null },
  ],
}

function write(gold: object = GOLD, text = TEXT, name = 'bao-1'): void {
  writeFileSync(join(dir, `${name}.txt`), text)
  writeFileSync(join(dir, `${name}.json`), JSON.stringify(gold))
}

describe('the figures', () => {
  test('are those counted by hand', async () => {
    write()
    const f = await figures([dir, '-'], JSON.stringify(RECORD))
    expect([f.articles, f.absent]).toEqual([1, 0])
    // Nam and Hoa right, Tân wrong; Sơn is of other scope.
    expect(f.officials).toMatchObject({ precision: 2 / 3, recall: 1, f1: 0.8, gold: 2, found: 3 })
    // Two of three; "Phó Chủ tịch nước" is not "Phó Chủ tịch" …
    expect(f.roles).toMatchObject({ precision: 2 / 3, recall: 2 / 3, gold: 3, found: 3 })
    // … but holds it.
    expect(f['roles~']).toMatchObject({ precision: 1, recall: 1, f1: 1 })
    expect(f.status).toEqual({ accuracy: 0.5, of: 2 })
    // "bí thư" is carried by Nam, "các bộ trưởng" is generic: "Thủ tướng" of two, "Chủ nhiệm" wrong.
    expect(f.titles).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5, gold: 2, found: 2 })
    expect(f.terms).toMatchObject({ precision: 0.5, recall: 0.5, gold: 2, found: 2 })
    expect(f.directives).toMatchObject({ precision: 0.5, recall: 0.5, gold: 2, found: 2 })
    expect(f.speaker).toEqual({ accuracy: 0, of: 1 })
  })

  test('of what agrees are all 1, of nothing all 0', async () => {
    write()
    const perfect = await figures([dir, dir])
    for (const m of ['officials', 'roles', 'roles~', 'titles', 'terms', 'directives'])
      expect(perfect[m], m).toMatchObject({ precision: 1, recall: 1, f1: 1 })
    expect([perfect.status, perfect.speaker]).toEqual([
      { accuracy: 1, of: 3 },
      { accuracy: 1, of: 2 },
    ])
    const none = JSON.stringify({ id: 'bao-1', officials: [], titles: [], terms: [], directives: [] })
    const zero = await figures([dir, '-'], none)
    for (const m of ['officials', 'roles', 'roles~', 'titles', 'terms', 'directives'])
      expect(zero[m], m).toMatchObject({ precision: 0, recall: 0, f1: 0 })
  })

  test('sum over all articles', async () => {
    write()
    write({ officials: [{ name: 'Hà Thu', titles: [{ text: 'Bí thư' }] }] }, 'x', 'bao-2')
    const empty = { id: 'bao-2', officials: [], titles: [], terms: [], directives: [] }
    const f = await figures([dir, '-'], `${JSON.stringify(RECORD)}\n${JSON.stringify(empty)}\n`)
    expect(f.articles).toBe(2)
    expect(f.officials).toMatchObject({ precision: 2 / 3, recall: 2 / 3, gold: 3, found: 3 })
  })

  test('a directive is found when half of the union is shared, and only once', async () => {
    const half = Math.ceil((FIRST.end - FIRST.start) / 2)
    const spans = (...list: [number, number][]) =>
      JSON.stringify({
        id: 'bao-1',
        officials: [],
        titles: [],
        terms: [],
        directives: list.map(([start, end]) => ({ start, end, speaker: null })),
      })
    write()
    const found = async (...list: [number, number][]) => (await figures([dir, '-'], spans(...list))).directives
    expect(await found([FIRST.start, FIRST.start + half])).toMatchObject({ precision: 1, recall: 0.5 })
    expect(await found([FIRST.start, FIRST.start + half - 2])).toMatchObject({ precision: 0, recall: 0 })
    expect(await found([FIRST.start, FIRST.end], [FIRST.start, FIRST.end])).toMatchObject({
      precision: 0.5,
      recall: 0.5,
    })
  })

  test('a speaker agrees that holds the other', async () => {
    write({ directives: [{ ...GOLD.directives[0], speaker: 'UBND tỉnh Quảng Trị' }] })
    const record = {
      ...RECORD,
      directives: [{ ...FIRST, speaker: { officialId: null, name: null, text: 'UBND tỉnh' } }],
    }
    expect((await figures([dir, '-'], JSON.stringify(record))).speaker).toEqual({ accuracy: 1, of: 1 })
  })
})

describe('without records the texts are extracted', () => {
  test('with the date and place of the annotation', async () => {
    const text = 'Bí thư Thành ủy Nguyễn Đình Trung dự họp. Chủ tịch UBND tỉnh nói.\n'
    const gold = {
      officials: [{ name: 'Nguyễn Đình Trung', scope: 'vn', titles: [{ text: 'Bí thư Thành ủy', status: 'current' }] }],
      titles: ['Chủ tịch UBND tỉnh'],
      options: { date: '2025-09-16', place: 'Huế' },
    }
    write(gold, text, 'tên bất kỳ')
    const { code, out } = await evaluate([dir])
    expect(code).toBe(0)
    expect(out).toContain('1 article\n')
    expect(out).toMatch(/officials {3}P 1\.000 {2}R 1\.000 {2}F1 1\.000 {3}gold 1, found 1\n/)
    expect(out).toMatch(/titles {6}P 1\.000 {2}R 1\.000 {2}F1 1\.000/)
    // A place that nobody knows shows that they are passed on.
    write({ ...gold, options: { place: 'Atlantis' } }, text, 'tên bất kỳ')
    expect((await evaluate([dir])).err).toContain('"Atlantis"')
  })

  test('decomposed text has its offsets, composed annotations theirs', async () => {
    const gold = {
      officials: [{ name: 'Lê Văn Nam', titles: [{ text: 'Bí thư Tỉnh ủy' }] }],
      directives: [{ first: 'Bí thư Tỉnh ủy Lê', last: 'báo cáo ngay', speaker: 'Lê Văn Nam' }],
    }
    const text = `${'Trời mưa ở miền Trung. '.repeat(20)}\nBí thư Tỉnh ủy Lê Văn Nam yêu cầu Sở Y tế báo cáo ngay.\n`
    write(gold, text.normalize('NFD'))
    const f = await figures([dir])
    expect(f.directives).toMatchObject({ precision: 1, recall: 1, gold: 1 })
    expect(f.speaker).toEqual({ accuracy: 1, of: 1 })
  })
})

describe('--errors', () => {
  test('names what is missed and what is wrong', async () => {
    write()
    const { out } = await evaluate([dir, '-', '--errors'], JSON.stringify(RECORD))
    expect(out.split('\n').slice(0, -10)).toEqual([
      'bao-1  officials wrong: Đỗ Tân',
      'bao-1  roles missed: Trần Hoa ← Phó Chủ tịch',
      'bao-1  roles wrong: Trần Hoa ← Phó Chủ tịch nước',
      'bao-1  status wrong: Lê Văn Nam ← Uỷ viên: current, not former',
      'bao-1  titles missed: Bộ trưởng',
      'bao-1  titles wrong: Chủ nhiệm',
      'bao-1  terms missed: nhiệm kỳ 2016-2021 (years 2016-2021)',
      'bao-1  terms wrong: nhiệm kỳ 2016-2021 (years 2016-2026)',
      'bao-1  speaker wrong: trần hoa, not lê văn nam: Bí thư Lê Văn Nam yêu cầu các sở trực đủ quân số trong mùa khô này',
      'bao-1  directives missed: Bà Trần Hoa, Phó Chủ tịch, đề nghị nhân dân tiết kiệm nước ngọt',
      'bao-1  directives wrong: . Ông nói việc này khó.',
    ])
  })

  test('--only one measure', async () => {
    write()
    const { out } = await evaluate([dir, '-', '--errors', '--only', 'titles'], JSON.stringify(RECORD))
    expect(out.split('\n').map(l => l.slice(0, 22))).toEqual([
      'bao-1  titles missed: ',
      'bao-1  titles wrong: C',
      '1 article',
      'titles      P 0.500  R',
      '',
    ])
    const json = await figures([dir, '-', '--errors', '--only', 'titles'], JSON.stringify(RECORD))
    expect(Object.keys(json)).toEqual(['articles', 'absent', 'titles', 'errors'])
    expect(json.errors[0]).toEqual({ id: 'bao-1', measure: 'titles', what: 'missed', text: 'Bộ trưởng' })
  })
})

describe('what is wrong with the input is told, exit code 1, and the rest still done', () => {
  test.each([
    ['no such folder', () => [join(dir, 'x')], 'x: no such file or folder\n'],
    ['an empty folder', () => [dir], 'no annotated texts in it'],
    ['a file for a folder', () => [join(dir, '..', 'f.txt')], ': '],
  ])('%s', async (_, args, what) => {
    const { code, out, err } = await evaluate(args())
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(what)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  test('a text that is missing, an annotation that is none, a sentence that is not there', async () => {
    write()
    writeFileSync(join(dir, 'a.json'), '{}')
    writeFileSync(join(dir, 'b.txt'), 'x')
    writeFileSync(join(dir, 'b.json'), '{"officials": [')
    write({ directives: [{ first: 'Không có câu', last: 'nào như thế', speaker: null }] }, TEXT, 'c')
    const { code, out, err } = await evaluate([dir])
    expect(code).toBe(1)
    expect(err).toContain(`${join(dir, 'a.txt')}: no such file or folder`)
    expect(err).toContain(`${join(dir, 'b.json')}: not JSON`)
    expect(err).toContain(`${join(dir, 'c.json')}: no sentence begins "Không có câu"`)
    expect(err.trim().split('\n')).toHaveLength(3)
    expect(out).toContain('2 articles')
  })

  test('records without a line that counts', async () => {
    write()
    const { code, out, err } = await evaluate([dir, '-'], '{"id": "bao-1"}\nnot json\n')
    expect(code).toBe(1)
    expect(out).toContain('1 article, 1 without a record')
    expect(err).toContain('standard input, line 1: the record has no list "officials"')
    expect(err).toContain('standard input, line 2: not JSON')
    expect(err).toContain('no record of bao-1')
  })

  test('annotations of a second reader, where one is missing', async () => {
    write()
    mkdirSync(join(dir, 'b'))
    expect((await evaluate([dir, join(dir, 'b')])).out).toContain('1 article, 1 without a record')
    expect((await evaluate([dir, join(dir, 'c')])).err).toContain('no such file or folder')
  })
})

describe('finding a sentence by its first and last words', () => {
  const found = (text: string, first: string, last: string): string | null => {
    const span = sentenceFinder(text)(first, last)
    return span && text.slice(...span)
  }
  test.each([
    ['in a line', 'A. Ông Nam nói vậy thôi. B.', 'Ông Nam', 'vậy thôi', 'Ông Nam nói vậy thôi'],
    ['not over the end of a line', 'Ông Nam nói.\n\nvậy thôi', 'Ông Nam', 'vậy thôi', null],
    ['the next place that has both', 'Ông Nam\n\nÔng Nam vậy thôi', 'Ông Nam', 'vậy thôi', 'Ông Nam vậy thôi'],
    [
      'over the lines of a hard-wrapped paragraph',
      'Hôm nay ông\nNam nói vậy\nthôi.',
      'ông Nam',
      'vậy thôi',
      'ông\nNam nói vậy\nthôi',
    ],
    ['with Windows line ends', 'Hôm nay ông\r\nNam nói.\r\n\r\nvậy', 'ông Nam', 'nói', 'ông\r\nNam nói'],
    ['not over an empty line', 'ông\nNam\n \nvậy thôi', 'ông Nam', 'vậy thôi', null],
    ['words that are not there', 'ông Nam', 'bà Hoa', 'Nam', null],
    ['no words', 'ông Nam', '', '', null],
  ])('%s', (_, text, first, last, expected) => {
    expect(found(text, first, last)).toBe(expected)
  })
  test('in decomposed text, over line breaks too', () => {
    const text = 'Hôm nay Bộ trưởng\nNguyễn Văn Thể nói\nvậy thôi.'.normalize('NFD')
    expect(found(text, 'Bộ trưởng Nguyễn', 'vậy thôi')).toBe('Bộ trưởng\nNguyễn Văn Thể nói\nvậy thôi'.normalize('NFD'))
  })
})

describe('two strings are one but for case, spaces, quotes, dashes, tone marks', () => {
  test.each([
    ['Uỷ viên', 'ủy  viên'],
    ['HOÀ BÌNH', 'hòa bình'],
    ['2016 – 2021', '2016-2021'],
    ['Bộ “A”', 'bộ A'],
    ['TP. HCM', 'TP.HCM'],
    ['Thủ tướng'.normalize('NFD'), 'thủ tướng'],
  ])('%s', (a, b) => expect(fold(a)).toBe(fold(b)))
  test('but no others', () => expect(fold('Bí thư')).not.toBe(fold('Bi thu')))
})
