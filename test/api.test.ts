import { describe, expect, test } from 'vitest'
import {
  addName,
  createExtractor,
  type Document,
  type Extraction,
  extract,
  findWords,
  giveTitle,
  sentenceOf,
  spanOf,
  tokensWithin,
  type UserRule,
} from '../src/index.js'
import { CLASS_COUNT } from '../src/lexicon/classes.js'

const TEXT = `Họp bàn chống hạn ở Quảng Trị

Sáng 5/3, Bí thư Tỉnh ủy Nguyễn Văn Phương, Chủ tịch HĐND tỉnh nhiệm kỳ 2021-2026, chủ trì cuộc họp. Ông yêu cầu Sở Nông nghiệp và Môi trường báo cáo trước ngày 10/3.`

const message = (run: () => unknown, kind: typeof Error = TypeError): string => {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(kind)
    const text = (error as Error).message
    expect(text).not.toContain('\n')
    return text
  }
  throw new Error('nothing was thrown')
}
const rolesOf = (e: Extraction, name: string): string[] =>
  e.officials.find(o => o.name === name)?.roles.map(r => `${r.text} (${r.via})`) ?? []
// biome-ignore lint/suspicious/noExplicitAny: callers without types pass anything
const loose = extract as any
// biome-ignore lint/suspicious/noExplicitAny: callers without types pass anything
const looseExtractor = createExtractor as any

describe('extract', () => {
  test('gives officials, titles, terms', () => {
    const e = extract(TEXT, { id: 'a' })
    expect(e.id).toBe('a')
    expect(e.language).toBe('vi')
    expect(e.officials.map(o => o.name)).toEqual(['Nguyễn Văn Phương'])
    expect(rolesOf(e, 'Nguyễn Văn Phương')).toEqual(['Bí thư Tỉnh ủy (before-name)', 'Chủ tịch HĐND tỉnh (after-name)'])
    expect(e.terms).toMatchObject([{ text: 'nhiệm kỳ 2021-2026', from: 2021, to: 2026 }])
    expect(e).not.toHaveProperty('trace')
    expect(JSON.parse(JSON.stringify(e))).toEqual(e)
  })

  test('without an id there is none', () => expect(extract(TEXT)).not.toHaveProperty('id'))

  test('is pure: the same again, and nobody can spoil the next', () => {
    const first = extract(TEXT)
    const copy = structuredClone(first)
    first.officials[0].roles.length = 0
    expect(extract(TEXT)).toEqual(copy)
  })

  test('each directive finds its deadline by the date of the article', () => {
    const [directive] = extract(TEXT, { date: '2026-03-05' }).directives
    expect(directive.actions[0].deadline?.date).toBe('2026-03-10')
    expect(extract(TEXT).directives[0].actions[0].deadline?.date).toBeNull()
    expect(extract(TEXT, { date: '2027-03-05T07:00:00+07:00' }).directives[0].actions[0].deadline?.date).toBe(
      '2027-03-10',
    )
  })

  test.each(['Huế', 'TP Huế', 'TP.Huế', 'thành phố Huế', 'Phú Hội, Huế', ' Huế '])(
    'the place of the article may be said as %s',
    place => {
      const [title] = extract('Bí thư Thành ủy Nguyễn Đình Trung nói.', { place }).titles
      expect(title.place).toMatchObject({ canonical: 'Huế', inferred: true })
    },
  )
  test.each([null, '', ' '])('no place: %j', place => {
    expect(extract('Bí thư Thành ủy Nguyễn Đình Trung nói.', { place }).titles[0].place).toBeNull()
  })
})

describe('input that is no article', () => {
  const empty = { officials: [], titles: [], terms: [], directives: [] }
  test.each([
    ['nothing', ''],
    ['white space', ' \n\t\u00a0'],
    ['English', 'The Prime Minister of Japan told reporters on Monday that the budget would pass in time.'],
    ['Chinese', '国务院总理李强主持召开国务院常务会议'],
    ['bytes', '\u0000\u0001\ufffd\ud800\u0007'.repeat(50)],
  ])('%s: empty lists, undecided language', (_, text) => {
    expect(extract(text)).toEqual({ language: 'und', ...empty })
  })

  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [5, 'the number 5'],
    [['a'], 'an array'],
    [{ text: 'a' }, 'an object'],
    [Buffer.from('a'), 'an object (Buffer)'],
    [new String('a'), 'an object (String)'],
    [() => 'a', 'a function'],
  ])('%o is no string', (value, what) => {
    expect(message(() => loose(value))).toBe(`extract: the text must be a string, but it is ${what}`)
    expect(message(() => looseExtractor()(value))).toContain(what)
  })
})

describe('options that there are not', () => {
  test.each([
    [
      { dates: '2026-01-01' },
      'no option "dates" (did you mean "date"?); there are id, date, place, kinds, trace, language, lexicon and rules',
    ],
    [null, 'the options must be an object, but they are null'],
    ['vi', 'the options must be an object, but they are the string "vi"'],
    [{ date: '5/3/2026' }, '"date" must be a day like "2026-01-31", but it is the string "5/3/2026"'],
    [{ date: '2026-02-30' }, '"date" must be a day'],
    [{ date: new Date() }, '"date" must be a day'],
    [{ id: 5 }, '"id" must be a string, but it is the number 5'],
    [{ trace: 'yes' }, '"trace" must be true or false'],
    [{ kinds: 'titles' }, '"kinds" must be an array of officials, titles, terms and directives'],
    [
      { kinds: ['title'] },
      'holds the string "title" (did you mean "titles"?); there are officials, titles, terms and directives',
    ],
    [{ kinds: [] }, '"kinds" is empty'],
    [{ place: 'Quảng Trịnh Xa' }, '"place" is the string "Quảng Trịnh Xa"'],
    [{ place: 7 }, '"place" must be a string'],
  ])('%j', (options, what) => {
    expect(message(() => loose(TEXT, options))).toContain(what)
  })

  test('an extractor has them when it is made, a text only its own', () => {
    expect(message(() => looseExtractor({ id: 'a' }))).toContain('createExtractor: no option "id"')
    expect(message(() => looseExtractor({ place: 'Nowhere' }))).toContain('createExtractor: "place"')
    expect(message(() => looseExtractor()(TEXT, { lexicon: {} }))).toContain('no option "lexicon"; there are id, date')
  })
})

describe('kinds', () => {
  test('the other lists are empty', () => {
    const all = extract(TEXT)
    const terms = extract(TEXT, { kinds: ['terms'] })
    expect(terms).toEqual({ ...all, officials: [], titles: [], directives: [] })
    const directives = extract(TEXT, { kinds: ['directives'] })
    expect(directives.directives).toHaveLength(all.directives.length)
    expect(directives.directives[0].speaker).toMatchObject({ officialId: null, name: 'Nguyễn Văn Phương' })
  })

  test('nothing refers to what is not there', () => {
    const [official] = extract(TEXT, { kinds: ['officials'] }).officials
    expect(official.roles.map(r => [r.titles, r.term])).toEqual([
      [[], null],
      [[], null],
    ])
    expect(extract(TEXT, { kinds: ['titles'] }).titles.map(t => t.officialId)).toEqual([null, null])
    const both = extract(TEXT, { kinds: ['officials', 'titles', 'terms'] })
    expect(both.officials[0].roles[1]).toMatchObject({ titles: [1], term: 0 })
  })
})

describe('createExtractor', () => {
  test('keeps its options; those of a text go before them', () => {
    const run = createExtractor({ date: '2026-03-05', kinds: ['directives'] })
    expect(run(TEXT).directives[0].actions[0].deadline?.date).toBe('2026-03-10')
    expect(run(TEXT, { date: '2020-01-01' }).directives[0].actions[0].deadline?.date).toBe('2020-03-10')
    expect(run(TEXT, { date: null }).directives[0].actions[0].deadline?.date).toBeNull()
    expect(run(TEXT, { kinds: ['terms'] }).terms).toHaveLength(1)
    expect(run(TEXT).terms).toHaveLength(0)
  })

  test('names its stages', () => {
    expect(createExtractor().stages).toEqual([
      'terms',
      'titles',
      'names',
      'known-names',
      'holders',
      'people',
      'known-people',
      'places',
      'directives',
    ])
  })

  test('trace tells which rule made what', () => {
    const { trace } = extract(TEXT, { trace: true })
    expect(trace).toContainEqual(
      expect.objectContaining({
        stage: 'holders',
        rule: 'before-name',
        text: 'Bí thư Tỉnh ủy',
        detail: 'Nguyễn Văn Phương',
      }),
    )
    for (const t of trace ?? []) expect(TEXT.slice(t.start, t.end)).toBe(t.text)
  })
})

describe('a lexicon of one’s own', () => {
  test('positions', () => {
    const text = 'Ông Lò Văn Pán, Khan nưa xã Chiềng Ly, cho biết.'
    expect(extract(text).officials).toEqual([])
    const run = createExtractor({
      lexicon: { positions: [{ name: 'Khan nưa', kind: 'head', deputy: true, english: 'Deputy Village Elder' }] },
    })
    expect(run(text).officials[0].roles[0]).toMatchObject({
      text: 'Khan nưa xã Chiềng Ly',
      position: { kind: 'head', deputy: true },
    })
    // The lexicon that ships is not touched.
    expect(extract(text).officials).toEqual([])
  })

  test('bodies', () => {
    const text = 'Ông Nguyễn Văn Nam, Giám đốc Zebrafish Lab, cho biết.'
    const bodies = [{ name: 'Viện Cá ngựa vằn', kind: 'school', aliases: ['Zebrafish Lab'] }] as const
    expect(extract(text, { lexicon: { bodies } }).officials[0].roles[0]).toMatchObject({
      canonical: 'Giám đốc Viện Cá ngựa vằn',
      body: { text: 'Zebrafish Lab', canonical: 'Viện Cá ngựa vằn', kind: 'school' },
    })
    expect(extract(text).titles[0]?.body?.canonical).not.toBe('Viện Cá ngựa vằn')
  })

  test('places', () => {
    const text = 'Ông Hồ Văn Nam, Chủ tịch UBND xã Hướng Phùng, cho biết.'
    const places = [{ name: 'Hướng Phùng', kind: 'commune', unit: 'xã', province: 'tỉnh Quảng Trị' }] as const
    expect(extract(text).titles[0].place?.today).toBeNull()
    expect(extract(text, { lexicon: { places } }).titles[0].place).toMatchObject({
      canonical: 'Hướng Phùng',
      kind: 'commune',
      today: 'Quảng Trị',
    })
    expect(extract(text, { lexicon: { places }, place: 'xã Hướng Phùng' }).titles).toHaveLength(1)
    const former = [{ name: 'Tân Lộc Xanh', kind: 'commune', unit: 'xã', province: 'Bạc Liêu' }] as const
    const [title] = extract('Chủ tịch UBND xã Tân Lộc Xanh nói.', { lexicon: { places: former } }).titles
    expect(title.place?.today).toBe('Cà Mau')
  })

  describe('people', () => {
    test('a name is known where no rule would see one', () => {
      const seen = (options: object): string[] => {
        const names: string[] = []
        const rule: UserRule = {
          name: 'look',
          after: 'known-names',
          run: doc => {
            names.push(...doc.names.map(n => doc.slice(n.from, n.to)))
          },
        }
        extract('Người ta nhắc tới Bông Mộc Miên và al-Sharaa ở đây.', { ...options, rules: [rule] })
        return names
      }
      expect(seen({})).toEqual([])
      const people = [{ name: 'Bông Mộc Miên' }, { name: 'al Sharaa' }]
      expect(seen({ lexicon: { people } })).toEqual(['Bông Mộc Miên', 'al-Sharaa'])
    })

    test('its title beside it is a role', () => {
      const t = 'Bông Mộc Miên, Bí thư Huyện ủy, nói vậy.'
      const e = extract(t, { lexicon: { people: [{ name: 'Bông Mộc Miên' }] } })
      expect(e.officials.map(o => o.name)).toEqual(['Bông Mộc Miên'])
      expect(rolesOf(e, 'Bông Mộc Miên')).toEqual(['Bí thư Huyện ủy (after-name)'])
    })

    test('two names of one person', () => {
      const t = 'Bí thư Xứ ủy Nguyễn Văn Cúc đến. Sau đó, Tổng Bí thư Nguyễn Văn Linh về Hà Nội.'
      expect(extract(t).officials).toHaveLength(2)
      const people = [{ name: 'Nguyễn Văn Linh', aliases: ['Nguyễn Văn Cúc'] }]
      const { officials } = extract(t, { lexicon: { people } })
      expect(officials).toHaveLength(1)
      expect(officials[0].roles).toHaveLength(2)
      expect(officials[0].mentions.map(m => m.text)).toEqual(['Nguyễn Văn Cúc', 'Nguyễn Văn Linh'])
    })

    test('a known post without a name is theirs where the text names them', () => {
      const t = 'Ông Lê Ngọc Quang tới thăm. Bí thư Thành ủy hỏi chuyện bà con.'
      expect(extract(t).officials).toEqual([])
      const people = [{ name: 'Lê Ngọc Quang', titles: ['Bí thư Thành ủy'] }]
      const e = extract(t, { lexicon: { people } })
      expect(rolesOf(e, 'Lê Ngọc Quang')).toEqual(['Bí thư Thành ủy (lexicon)'])
      expect(e.officials[0].mentions.map(m => m.kind)).toEqual(['full', 'title'])
      expect(extract('Bí thư Thành ủy hỏi chuyện bà con.', { lexicon: { people } }).officials).toEqual([])
    })

    test('a longer name is another person', () => {
      const people = [{ name: 'Lê Ngọc Quang' }]
      const e = extract('Bí thư Thành ủy Lê Ngọc Quang Hải nói.', { lexicon: { people } })
      expect(e.officials.map(o => o.name)).toEqual(['Lê Ngọc Quang Hải'])
    })
  })

  test.each([
    [
      { position: [] },
      'lexicon: no section "position" (did you mean "positions"?); there are places, bodies, positions and people',
    ],
    [[], 'lexicon: must be an object with places, bodies, positions and people, but it is an array'],
    [{ people: { name: 'A' } }, 'lexicon.people: must be an array of entries, but it is an object'],
    [{ people: ['Lê Nam'] }, 'lexicon.people[0]: must be an object like { name: "…" }, but it is the string "Lê Nam"'],
    [
      { people: [{ name: 'Lê Nam' }, { nam: 'x' }] },
      'lexicon.people[1]: no key "nam" (did you mean "name"?); there are name, aliases and titles',
    ],
    [
      { positions: [{ name: 'A', kind: 'head' }, { name: 'B', kind: 'head' }, { kind: 'head' }] },
      'lexicon.positions[2]: no "name"',
    ],
    [{ positions: [{ name: 'Trưởng bản' }] }, 'lexicon.positions[0]: no "kind"'],
    [
      { positions: [{ name: 'Trưởng bản', kind: 'heads' }] },
      'lexicon.positions[0]: "kind" is "heads" (did you mean "head"?); it can be general-secretary, ',
    ],
    [
      { positions: [{ name: 'A', kind: 'head', deputy: 'yes' }] },
      '"deputy" must be true or false, but it is the string "yes"',
    ],
    [{ bodies: [{ name: '  ', kind: 'party' }] }, 'lexicon.bodies[0]: no "name"'],
    [{ bodies: [{ name: '---', kind: 'party' }] }, 'lexicon.bodies[0]: "---" has no word in it'],
    [
      { bodies: [{ name: 'A', kind: 'party', level: 'state' }] },
      '"level" is "state"; it can be central, province, district and commune',
    ],
    [
      { bodies: [{ name: 'A', kind: 'party', aliases: 'B' }] },
      '"aliases" must be an array of strings, but it is the string "B"',
    ],
    [
      { bodies: [{ name: 'A', kind: 'party', aliases: ['B', 3] }] },
      '"aliases[1]" must be a string with words in it, but it is the number 3',
    ],
    [{ bodies: [{ name: 'A\tB', kind: 'party' }] }, '"name" holds a tab or a line break'],
    [
      { places: [{ name: 'A', kind: 'commune', province: 'Xa Lạ' }] },
      'lexicon.places[0]: "province" is "Xa Lạ", which is no province',
    ],
    [
      { places: [{ name: 'A', kind: 'commune', unit: 'làngg' }] },
      'lexicon.places[0]: "unit" is "làngg" (did you mean "làng"?); it can be ',
    ],
  ])('%j', (lexicon, what) => {
    expect(message(() => looseExtractor({ lexicon }))).toContain(what)
  })
})

describe('rules of one’s own', () => {
  const noop = (): void => {}
  test('stand before or after a stage, or last', () => {
    const rules = [
      { name: 'a', run: noop, before: 'people' },
      { name: 'b', run: noop, after: 'titles' },
      { name: 'c', run: noop },
      { name: 'd', run: noop, after: 'b' },
    ]
    expect(createExtractor({ rules }).stages).toEqual([
      'terms',
      'titles',
      'b',
      'd',
      'names',
      'known-names',
      'holders',
      'a',
      'people',
      'known-people',
      'places',
      'directives',
      'c',
    ])
  })

  test('change what the stages after them see', () => {
    const text = 'Bác Tố Hữu làm thơ. Ông là Phó Thủ tướng.'
    const rule: UserRule = {
      name: 'pen-names',
      after: 'names',
      run(doc: Document) {
        for (const range of findWords(doc, 'tố hữu')) addName(doc, range, 'bác')
      },
    }
    const tieRule: UserRule = {
      name: 'tie',
      after: 'holders',
      run(doc) {
        giveTitle(doc, doc.titles[0], doc.names[0], 'poem')
        doc.note('tie', 'poem', doc.titles[0])
      },
    }
    const e = extract(text, { rules: [rule, tieRule], trace: true })
    expect(e.officials.map(o => [o.name, o.roles.length])).toEqual([['Tố Hữu', 1]])
  })

  test('run also where few kinds are wanted, with every stage before them', () => {
    let titles = -1
    const rules = [
      {
        name: 'count',
        run(doc: Document): void {
          titles = doc.titles.length
        },
      },
    ]
    extract(TEXT, { kinds: ['terms'], rules })
    expect(titles).toBe(2)
  })

  test.each([
    ['that ships', undefined],
    ['of one’s own', { people: [{ name: 'Tố Hữu' }] }],
  ])('cannot change the lexicon %s for other texts and extractors', (_which, lexicon) => {
    const before = extract(TEXT)
    const addRow: UserRule = {
      name: 'add',
      run: doc => doc.lexicon.add(1, ['Khan nưa'], ['Khan nưa'], false),
    }
    expect(message(() => extract(TEXT, { lexicon, rules: [addRow] }), Error)).toBe(
      'the rule "add" failed: the lexicon is in use and cannot be added to; give entries to createExtractor({ lexicon })',
    )
    let rows = 0
    const changeRows: UserRule = {
      name: 'change',
      run(doc) {
        for (let cls = 0; cls < CLASS_COUNT; cls++)
          for (const row of doc.lexicon.rowsOf(cls)) {
            rows++
            expect(() => Object.assign(row, ['Khan nưa'])).toThrow(TypeError)
          }
      },
    }
    extract(TEXT, { lexicon, rules: [changeRows] })
    expect(rows).toBeGreaterThan(5000)
    expect(extract(TEXT)).toEqual(before)
  })

  test('helpers', () => {
    const rules: UserRule[] = [
      {
        name: 'look',
        run(doc) {
          const at = TEXT.indexOf('HĐND')
          const range = tokensWithin(doc, at, at + 9)
          expect(range && doc.slice(range.from, range.to)).toBe('HĐND tỉnh')
          expect(spanOf(doc, range!)).toEqual({ start: at, end: at + 9, text: 'HĐND tỉnh' })
          expect(tokensWithin(doc, 1, 2)).toBeNull()
          expect(sentenceOf(doc, range!.from)).toBe(1)
          expect(sentenceOf(doc, 0)).toBe(0)
          expect(sentenceOf(doc, doc.tokens.count - 1)).toBe(2)
          expect(findWords(doc, 'UỶ BAN')).toEqual([])
          expect(findWords(doc, 'tỉnh uỷ').map(r => doc.slice(r.from, r.to))).toEqual(['Tỉnh ủy'])
          expect(findWords(doc, '')).toEqual([])
          expect(addName(doc, doc.names[0])).toBeNull()
        },
      },
    ]
    extract(TEXT, { rules })
    expect.assertions(10)
  })

  const stages =
    'the stages are terms, titles, names, known-names, holders, people, known-people, places and directives'
  test.each([
    [
      [{ name: 'x', run: noop, before: 'peple' }],
      `rules[0] ("x"): no stage "peple" (did you mean "people"?) to stand before; ${stages}`,
    ],
    [[{ name: 'x', run: noop, after: 7 }], `rules[0] ("x"): no stage the number 7 to stand after; ${stages}`],
    [[{ name: 'titles', run: noop }], `rules[0] ("titles"): there is a stage of that name; ${stages}`],
    [
      [
        { name: 'x', run: noop },
        { name: 'x', run: noop },
      ],
      'rules[1] ("x"): there is a stage of that name',
    ],
    [[{ name: 'x', run: noop, before: 'names', after: 'terms' }], 'say "before" or "after", not both'],
    [[{ run: noop }], 'rules[0]: no "name"'],
    [[{ name: 'x' }], 'rules[0] ("x"): "run" must be a function, but it is undefined'],
    [
      [{ name: 'x', run: noop, befor: 'y' }],
      'no key "befor" (did you mean "before"?); there are name, run, before and after',
    ],
    [[noop], 'rules[0]'],
    [{}, 'rules: must be an array of rules, but it is an object'],
  ])('%o', (rules, what) => {
    expect(message(() => looseExtractor({ rules }))).toContain(what)
  })

  describe('that fail', () => {
    const broken = (): never => {
      throw new RangeError('no such row')
    }

    test('are named, and the error that they threw is its cause', () => {
      const read = createExtractor({ rules: [{ name: 'mine', after: 'titles', run: broken }] })
      expect(message(() => read(TEXT), Error)).toBe('the rule "mine" failed: no such row')
      try {
        read(TEXT)
      } catch (error) {
        expect((error as Error).cause).toBeInstanceOf(RangeError)
      }
    })

    test('leave the extractor and all others as they were', () => {
      const plain = extract(TEXT)
      let calls = 0
      const read = createExtractor({
        rules: [{ name: 'mine', after: 'titles', run: () => void (calls++ % 2 === 0 && broken()) }],
      })
      for (let i = 0; i < 3; i++) {
        expect(() => read(TEXT)).toThrow('"mine"')
        expect(extract(TEXT)).toEqual(plain)
        expect(createExtractor()(TEXT)).toEqual(plain)
        expect(read(TEXT)).toEqual(plain)
      }
    })

    test.each([
      [(doc: Document) => void doc.names.push(null as never), /^the stage "holders" failed after the rule "mine": /],
      [(doc: Document) => void doc.terms.push(null as never), /failed after the rule "mine": .*; look at what is left/],
      [async () => broken(), /^the rule "mine" gave a promise; a rule must be done when it returns$/],
      [
        () => {
          throw 'a string'
        },
        /^the rule "mine" failed: the string "a string"$/,
      ],
    ])('%s', (run, what) => {
      const read = createExtractor({ rules: [{ name: 'mine', after: 'names', run: run as UserRule['run'] }] })
      expect(message(() => read(TEXT), Error)).toMatch(what)
    })

    test('cannot be changed behind the back of the extractor', () => {
      const rule: UserRule = { name: 'mine', run: noop }
      const read = createExtractor({ rules: [rule] })
      rule.run = broken
      rule.name = 'another'
      expect(read(TEXT)).toEqual(extract(TEXT))
      expect(read.stages.at(-1)).toBe('mine')
    })

    test('may extract another text meanwhile', () => {
      const inner: unknown[] = []
      const read = createExtractor({
        rules: [{ name: 'mine', after: 'names', run: () => void inner.push(extract(TEXT)) }],
      })
      expect(read(TEXT)).toEqual(inner[0])
    })
  })
})
