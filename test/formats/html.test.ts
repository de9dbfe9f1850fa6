import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { SCRIPT, SCRIPT_HASH } from '../../src/formats/html/index.js'
import { themeStyle } from '../../src/formats/html/style.js'
import { toHtml } from '../../src/formats/index.js'
import { type Extraction, extract } from '../../src/index.js'
import { fixtures, people, sample, span } from './samples.js'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const isElement = (node: Node): node is Element => 'tagName' in node
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])
const attribute = (node: Element, name: string): string | undefined => node.attrs.find(a => a.name === name)?.value
const classesOf = (node: Element): string[] => attribute(node, 'class')?.split(' ') ?? []

function* elements(node: Node): Generator<Element> {
  for (const child of childrenOf(node)) {
    if (isElement(child)) yield child
    yield* elements(child)
  }
}

const textOf = (node: Node): string =>
  node.nodeName === '#text' ? (node as DefaultTreeAdapterMap['textNode']).value : childrenOf(node).map(textOf).join('')

/** The page as a browser reads it; fails where its markup is not sound. */
function read(html: string): { all: Element[]; article: Element } {
  const errors: string[] = []
  const page = parse(html, { onParseError: e => errors.push(e.code), sourceCodeLocationInfo: true })
  expect(errors).toEqual([])
  const all = [...elements(page)]
  // Where a parser had to mend the nesting, an element was not closed where it should.
  const voids = ['meta', 'input', 'br']
  for (const e of all)
    if (!voids.includes(e.tagName)) expect(e.sourceCodeLocation?.endTag, `<${e.tagName}>`).toBeDefined()
  const ids = all.map(e => attribute(e, 'id')).filter(id => id !== undefined)
  expect(ids.length).toBe(new Set(ids).size)
  return { all, article: all.find(e => classesOf(e).includes('cd-text'))! }
}

const page = (text: string, options = {}): string => toHtml(text, extract(text, options))
const ofClass = (all: Element[], name: string): Element[] => all.filter(e => classesOf(e).includes(name))

/** Texts that would break out of where they stand, and such as HTML cannot hold. */
const HOSTILE = [
  '</script><script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  `' onfocus='alert(1)' autofocus='`,
  '<!--',
  ']]><!DOCTYPE x>',
  '&lt;b&gt; &amp;amp; &#13; &quot',
  '</p></div></main><h1>',
  '</title></textarea><plaintext>',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
]

describe('toHtml', () => {
  it('marks every record of a report, and keeps its text', () => {
    const { text, extraction } = sample()
    const { all, article } = read(toHtml(text, extraction))
    expect(textOf(article)).toBe(text)
    const marked = (name: string): string[] => ofClass(all, name).map(textOf)
    expect(marked('cd-t')).toEqual(['Đại tá', 'Chủ tịch UBND\ntỉnh Quảng Trị', 'Chủ tịch'])
    expect(marked('cd-n')).toEqual(['Lê Thử', 'Thử'])
    expect(marked('cd-y')).toEqual(['nhiệm kỳ 2021-2026'])
    expect(marked('cd-cue')).toEqual(['yêu cầu'])
    expect(marked('cd-to')).toEqual(['Sở Y tế'])
    expect(marked('cd-task').join('')).toBe('báo cáo trước ngày 30/6')
    expect(marked('cd-due')).toEqual(['trước ngày 30/6'])
    expect(marked('cd-d')).toEqual([extraction.directives[0].text])
    // A title is joined to its holder: one element around both, with the holder's number.
    expect(marked('cd-h')[0]).toBe('Đại tá Lê Thử, Chủ tịch UBND\ntỉnh Quảng Trị')
    expect(attribute(ofClass(all, 'cd-h')[0], 'data-no')).toBe('1')
  })

  it('tells by hover and focus what a title means', () => {
    const { text, extraction } = sample()
    const { all } = read(toHtml(text, extraction, { language: 'vi' }))
    const title = ofClass(all, 'cd-t')[1]
    expect(attribute(title, 'tabindex')).toBe('0')
    expect(attribute(title, 'aria-describedby')).toBe(attribute(title, 'data-note'))
    const note = textOf(all.find(e => attribute(e, 'id') === attribute(title, 'data-note'))!)
    for (const told of [
      'Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị',
      "Chairman of the Quang Tri provincial People's Committee",
      'Lê Thử',
      'Địa phương Quảng Trị',
      'đương chức',
      'nhiệm kỳ 2021-2026',
      'chức danh sau tên (after-name)',
    ])
      expect(note).toContain(told)
  })

  it('has people with their roles and directives with their parts beside the text', () => {
    const { text, extraction } = sample()
    const { all } = read(toHtml(text, extraction))
    const [person] = ofClass(all, 'cd-people')
    expect(textOf(person)).toContain('Lê Thử')
    expect(ofClass([...elements(person)], 'cd-role')).toHaveLength(3)
    const directive = textOf(ofClass(all, 'cd-directives')[0])
    for (const part of ['From Lê Thử', 'To Sở Y tế', 'báo cáo trước ngày 30/6', 'by 2026-06-30'])
      expect(directive).toContain(part)
    // Every link leads to something in the page.
    const ids = new Set(all.map(e => attribute(e, 'id')))
    for (const e of all) if (e.tagName === 'a') expect(ids).toContain(attribute(e, 'href')?.slice(1))
  })

  it.each(HOSTILE)('holds %s as text, wherever it stands', evil => {
    const text = `Bí thư Tỉnh ủy Quảng Trị Nguyễn Văn ${evil} yêu cầu Sở Y tế ${evil} báo cáo trước ngày 30/6.\n\n${evil}`
    const { article } = read(page(text))
    expect(textOf(article)).toBe(text)
    // And in every field of the records.
    const { text: printed, extraction } = sample()
    const spoilt = JSON.parse(JSON.stringify(extraction), (key, value) =>
      typeof value === 'string' && !['text', 'officialId'].includes(key) ? evil : value,
    ) as Extraction
    spoilt.officials[0].id = 'p1'
    const { all } = read(toHtml(printed, spoilt, { title: evil }))
    expect(all.filter(e => e.tagName === 'script')).toHaveLength(1)
    expect(all.filter(e => ['img', 'svg', 'h1', 'plaintext', 'textarea'].includes(e.tagName))).toEqual([])
    for (const e of all) for (const { name } of e.attrs) expect(name).not.toMatch(/^on|^style$/)
    expect(textOf(all.find(e => e.tagName === 'title')!)).toBe(evil)
  })

  it('has what HTML cannot hold as one character for one', () => {
    const text = 'Ông \ud800 Nguyễn\u0000 Văn \udc00An, Chủ tịch xã\r\n🌊 \u000b\u007f\ufeff\u202e'
    const html = page(text)
    expect(Buffer.from(html).toString()).toBe(html)
    const parsed = textOf(ofClass([...elements(parse(html))], 'cd-text')[0])
    expect(parsed).toBe(text.replace('\0', '\ufffd').replace('\ud800', '\ufffd').replace('\udc00', '\ufffd'))
  })

  it('asks for nothing from anywhere', () => {
    const html = page('Ông Nguyễn Văn An, Chủ tịch UBND tỉnh Quảng Trị, dự họp.')
    expect(html).not.toMatch(/https?:|url\(|@import|src=/)
    expect(html).toContain("default-src 'none'")
    // The policy lets the page's own script run and no other.
    expect(SCRIPT_HASH).toBe(createHash('sha256').update(SCRIPT).digest('base64'))
    expect(html).toContain(`script-src 'sha256-${SCRIPT_HASH}'`)
    expect(html).toContain(`<script>${SCRIPT}</script>`)
  })

  it('nests whatever crosses, over paragraphs too', () => {
    const text = 'một hai ba bốn\n\nnăm sáu bảy tám chín mười'
    const anywhere = fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
      .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
    fc.assert(
      fc.property(
        fc.array(anywhere, { maxLength: 6 }),
        fc.array(anywhere, { maxLength: 6 }),
        fc.array(anywhere, { maxLength: 4 }),
        anywhere,
        (titles, mentions, directives, part) => {
          const { extraction } = sample()
          const base = people('x', { name: 'A', roles: [] }, { name: 'B', roles: [] })
          base.officials.forEach((o, i) => {
            o.mentions = mentions.filter((_, j) => j % 2 === i).map(m => ({ ...m, kind: 'full' as const }))
          })
          const record: Extraction = {
            ...base,
            titles: titles.map((t, i) => ({ ...extraction.titles[0], ...t, officialId: ['p1', 'p2', null][i % 3] })),
            terms: mentions.map(m => ({ ...m, kind: 'years', from: 1, to: 2, body: null })),
            directives: directives.map(d => ({
              ...extraction.directives[0],
              ...d,
              speaker: null,
              cue: part,
              addressee: part,
              actions: [{ ...part, deadline: { ...part, date: null } }],
            })),
          }
          const { article } = read(toHtml(text, record))
          expect(textOf(article)).toBe(text)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('is sound on sample reports and tells the same each time', () => {
    for (const { text, extraction } of fixtures().filter((_, i) => i % 3 === 0)) {
      const html = toHtml(text, extraction)
      const { article, all } = read(html)
      expect(textOf(article)).toBe(text)
      expect(new Set(ofClass(all, 'cd-t').map(t => attribute(t, 'data-note'))).size).toBe(extraction.titles.length)
      expect(toHtml(text, extraction)).toBe(html)
    }
  })

  it('marks nothing in a text of another language, and says so', () => {
    const { all, article } = read(page('The chairman of the committee spoke.'))
    expect(textOf(article)).toBe('The chairman of the committee spoke.')
    expect(attribute(article, 'lang')).toBeUndefined()
    expect(textOf(ofClass(all, 'cd-none')[0])).toContain('not recognisably Vietnamese')
    read(page(''))
  })

  it('takes no records of another text', () => {
    const { text, extraction } = sample()
    expect(() => toHtml(`x${text}`, extraction)).toThrow(/toHtml: the text has .* where the records have/)
    expect(span(text, 'Thử').start).toBeGreaterThan(0)
  })

  describe('colours', () => {
    /** Linear RGB as an eye without the cones for red, green or blue sees it: Machado, Oliveira and Fernandes, 2009. */
    const EYES: Record<string, number[][]> = {
      usual: [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      protanopia: [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ],
      deuteranopia: [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.01182, 0.04294, 0.968881],
      ],
      tritanopia: [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.3039],
      ],
    }
    const theme = themeStyle()
    const light = theme.slice(0, theme.indexOf('@media'))
    const dark = theme.slice(theme.lastIndexOf('@media'))
    const colorOf = (theme: string, name: string): number[] => {
      const hex = new RegExp(`--cd-${name}:#([0-9a-f]+)`).exec(theme)![1]
      const full = hex.length === 3 ? [...hex].map(c => c + c).join('') : hex
      return [0, 2, 4].map(i => Number.parseInt(full.slice(i, i + 2), 16) / 255)
    }
    const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    const luminance = (rgb: number[]): number => {
      const [r, g, b] = rgb.map(linear)
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const contrast = (a: number[], b: number[]): number => {
      const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p)
      return (x + 0.05) / (y + 0.05)
    }
    const lab = (rgb: number[]): number[] => {
      const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
      const [r, g, b] = rgb
      const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
      const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
      const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
      return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
    }
    const seenBy = (matrix: number[][], rgb: number[]): number[] => {
      const from = rgb.map(linear)
      return lab(matrix.map(row => Math.min(1, Math.max(0, row[0] * from[0] + row[1] * from[1] + row[2] * from[2]))))
    }
    const KINDS = ['name', 'title', 'term', 'directive']

    it.each([
      ['light', light],
      ['dark', dark],
    ])('of the %s theme can be read, and told apart by every eye', (_, theme) => {
      for (const back of ['page', 'paper', ...KINDS.map(k => `${k}-back`)]) {
        expect(contrast(colorOf(theme, 'ink'), colorOf(theme, back)), `ink on ${back}`).toBeGreaterThan(7)
        expect(contrast(colorOf(theme, 'name'), colorOf(theme, back)), `name on ${back}`).toBeGreaterThan(4.5)
      }
      for (const kind of KINDS)
        expect(contrast(colorOf(theme, kind), colorOf(theme, `${kind}-back`)), kind).toBeGreaterThan(4.5)
      expect(contrast(colorOf(theme, 'soft'), colorOf(theme, 'page'))).toBeGreaterThan(4.5)
      for (const [eye, matrix] of Object.entries(EYES))
        for (const a of KINDS)
          for (const b of KINDS) {
            if (a >= b) continue
            const [p, q] = [a, b].map(k => seenBy(matrix, colorOf(theme, `${k}-line`)))
            // In CIE Lab 2.3 is a difference that can just be seen.
            expect(Math.hypot(...p.map((v, i) => v - q[i])), `${a} and ${b}, ${eye}`).toBeGreaterThan(12)
          }
    })
  })
})
