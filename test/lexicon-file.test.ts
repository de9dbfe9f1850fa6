/** A lexicon of one's own out of a file: YAML or JSON, for the command line and for programs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createExtractor, type Extraction } from '../src/index.js'
import { cli } from './lib/cli.js'

const YAML = `# The people of our village
people:
  - name: Thầy Ba Đợi
    aliases: [Nguyễn Quang Đại]
    titles: [Trưởng hội nhạc]
positions:
  - name: Trưởng hội nhạc
    kind: head
    english: Head of the music society
  - name: Tổ trưởng hợp tác
    kind: head
bodies:
  - { name: Hợp tác xã Lúa Vàng, kind: enterprise }
places:
  - name: Cồn Phụng
    kind: commune
    unit: xã
    province: Vĩnh Long
`
const TEXT =
  'Ông Lê Văn Nam, Tổ trưởng hợp tác Hợp tác xã Lúa Vàng, cho biết như vậy. Chủ tịch UBND xã Cồn Phụng Trần Hải cũng dự.'

let dir = ''
const file = (name: string, content?: string): string => {
  const path = join(dir, name)
  if (content !== undefined) writeFileSync(path, content)
  return path
}
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'chucdanh-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const extract = (lexicon: string, ...args: string[]) =>
  cli(['extract', '--lexicon', lexicon, ...args, '-'], { stdin: TEXT })

describe('--lexicon', () => {
  test('YAML and JSON give the same, and what createExtractor gives', async () => {
    const want = createExtractor({ lexicon: parse(YAML) })(TEXT)
    expect(want.officials.map(o => [o.name, o.roles[0].canonical])).toEqual([
      ['Lê Văn Nam', 'Tổ trưởng hợp tác Hợp tác xã Lúa Vàng'],
      ['Trần Hải', 'Chủ tịch Ủy ban nhân dân xã Cồn Phụng'],
    ])
    const json = JSON.stringify(parse(YAML), null, '\t')
    for (const lexicon of [file('làng.yaml', YAML), file('làng.json', json), file('bom.yml', `\ufeff${YAML}`)]) {
      const { code, out, err } = await extract(lexicon)
      expect([code, err]).toEqual([0, ''])
      expect(JSON.parse(out) as Extraction).toEqual(want)
    }
    expect(JSON.parse((await cli(['extract', '-'], { stdin: TEXT })).out)).not.toEqual(want)
  })

  test('goes to the threads', async () => {
    const text = file('a.txt', TEXT)
    const one = await cli(['extract', '--lexicon', file('làng.yaml', YAML), '-j', '1', text])
    const two = await cli(['extract', '--lexicon', file('làng.yaml', YAML), '-j', '2', text])
    expect(two).toEqual(one)
    expect(one.out).toContain('Lúa Vàng')
  })
})

describe('what is wrong is told with the file, the line and the entry', () => {
  test.each([
    ['people:\n  - aliases: [Ba]\n', ', line 2: people[0]: no "name"'],
    ['people:\n- name: A\npositions:\n- name: B\n  kind: boss\n', ', line 4: positions[0]: "kind" is "boss"'],
    ['people:\n- name: A\n- name: B\n  title: x\n', ', line 3: people[1]: no key "title" (did you mean "titles"?)'],
    ['poeple: []\n', 'no section "poeple" (did you mean "people"?)'],
    ['bodies: yes\n', 'bodies: must be an array of entries'],
    ['- name: A\n', 'must be an object with places, bodies, positions and people'],
    ['people:\n- Lê Nam\n', 'people[0]: must be an object like'],
    ['places:\n- {name: A, kind: commune, province: Atlantis}\n', ', line 2: places[0]: "province" is "Atlantis"'],
  ])('%j', async (content, message) => {
    const path = file('sai.yaml', content)
    const { code, out, err } = await extract(path)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^[^\n]+\n$/)
    expect(err).toContain(`chucdanh: --lexicon ${path}`)
    expect(err).toContain(message)
  })

  test.each([
    ['hỏng.yaml', 'people:\n  - name: "A\n', /^chucdanh: .*hỏng\.yaml, line \d: not YAML: /],
    ['hỏng.json', '{"people": [}', /^chucdanh: .*hỏng\.json, line 1: not JSON: /],
    ['trống.yaml', '# nothing yet\n', /trống\.yaml: no entries; there can be people, positions, bodies and places/],
    ['không.yaml', undefined, /không\.yaml: no such file or folder/],
  ])('%s', async (name, content, message) => {
    const { code, out, err } = await extract(file(name, content))
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(message)
  })

  test('standard input is for texts', async () => {
    expect(await cli(['extract', '--lexicon', '-', '-'])).toMatchObject({
      code: 2,
      err: 'chucdanh: --lexicon must be a file; standard input is for texts\n',
    })
  })
})

test('the example of the documentation is one', () => {
  const page = readFileSync(new URL('../docs/lexicon.md', import.meta.url), 'utf8')
  const [, example] = /```yaml\n(.*?)```/s.exec(page)!
  const [, text] = /```text\n(.*?)```/s.exec(page)!
  const { officials } = createExtractor({ lexicon: parse(example) })(text)
  expect(officials.map(o => o.name)).toEqual(['Út Trà', 'Lê Văn Nam'])
  expect(officials[0].roles[0].via).toBe('lexicon')
})
