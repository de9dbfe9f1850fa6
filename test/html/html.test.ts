/** `chucdanh/html`: the main text of pages, and offsets into their source. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asRead, createHtmlExtractor, extractHtml, readHtml } from '../../src/html/index.js'
import { extract } from '../../src/index.js'
import { HEADLINE, page } from './pages.js'

type AnySpan = { start: number; end: number; text: string; plain?: string }

/** All spans of a record, wherever they stand. */
function spans(value: unknown): AnySpan[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'start' in value && typeof value.start === 'number' ? [value as AnySpan] : []
  return [...own, ...Object.values(value).flatMap(spans)]
}

describe('the main text', () => {
  test('is the headline and the article, without what stands around it', () => {
    const { text, title, date } = readHtml(page())
    expect(text.split('\n\n').map(p => p.slice(0, 30))).toEqual([
      HEADLINE.slice(0, 30),
      'Bí thư Tỉnh ủy Quảng\u00a0Trị Nguyễ',
      'Sau gần hai giờ đi dọc tuyến k',
      'Ông yêu cầu Sở Tài chính báo c',
      'Cùng dự có Chủ tịch UBND tỉnh ',
    ])
    expect(text).toContain('Chủ tịch UBND tỉnh Trần Thị Hòa và')
    expect(text).not.toMatch(/Bên Lề|Ngoài|Chân Trang|Trang chủ|Quảng Cáo/)
    expect(title).toContain(HEADLINE)
    expect(date).toBe('2026-03-05')
  })

  test('of a page with little text is that text', () => {
    const { text } = readHtml(page(['Bộ trưởng <b>Lê Minh Khôi</b> đến thăm.']))
    expect(text).toBe(`${HEADLINE}\n\nBộ trưởng Lê Minh Khôi đến thăm.`)
  })

  test('of a part of a page is all of it; scripts and forms are no text', () => {
    const html =
      '<p>Một<br>hai</p><script>ba</script><ul><li>bốn<li>năm</ul><form><select><option>sáu</select></form><pre>bảy\n  tám</pre>chín'
    expect(readHtml(html).text).toBe('Một\nhai\n\nbốn\n\nnăm\n\nbảy\ntám\n\nchín')
    expect(readHtml('   ').text).toBe('')
    expect(readHtml('trước ngày 5&#47;3 &amp;amp; &lt;sau&gt; &khong;').text).toBe('trước ngày 5/3 &amp; <sau> &khong;')
  })

  test('with `whole` is all that can be read', () => {
    expect(readHtml(page(), { whole: true }).text).toContain('Chân Trang')
  })
})

describe('the records', () => {
  const html = page()
  const record = extractHtml(html, { id: 'x' })

  test('have offsets into the source; the text is what stands there, `plain` what a reader sees', () => {
    expect(spans(record).length).toBeGreaterThan(10)
    for (const { start, end, text } of spans(record)) expect(html.slice(start, end)).toBe(text)
    const [title] = record.titles.filter(t => t.officialId !== null)
    expect(record.id).toBe('x')
    expect(record.officials.map(o => o.name)).toEqual(['Nguyễn Văn Phương', 'Trần Thị Hòa'])
    expect(record.officials[0].mentions.find(m => m.kind === 'full')).toMatchObject({
      text: 'Nguyễn Văn <i>Phương',
      plain: 'Nguyễn Văn Phương',
    })
    expect(title.text.startsWith('Bí thư')).toBe(true)
    const [term] = record.terms
    expect(term).toMatchObject({ text: 'nhiệm kỳ 2015<span>-</span>2020', plain: 'nhiệm kỳ 2015-2020', from: 2015 })
    const [directive] = record.directives
    expect(directive.text.startsWith('&#212;ng y&ecirc;u')).toBe(true)
    expect(directive.plain).toMatch(/^Ông yêu cầu Sở Tài chính báo cáo/)
    expect(directive.addressee).toMatchObject({
      text: 'S&#7903; T&agrave;i ch&iacute;nh',
      plain: 'Sở Tài chính',
    })
    // The day on which the page was published gives the year.
    expect(directive.actions[0].deadline).toMatchObject({ date: '2026-03-20' })
  })

  test('are those of the main text as plain text', () => {
    const { text } = readHtml(html)
    const plain = extract(text, { id: 'x', date: '2026-03-05' })
    const seen = (value: unknown): string => JSON.stringify(value, (key, v) => (/^(start|end)$/.test(key) ? null : v))
    expect(seen(asRead(record))).toBe(seen(plain))
  })

  test('a day that is given goes before the page’s own', () => {
    const deadline = (r: typeof record): unknown => r.directives[0].actions[0].deadline?.date
    expect(deadline(extractHtml(html, { date: '2024-03-01' }))).toBe('2024-03-20')
    expect(deadline(createHtmlExtractor({ date: '2024-03-01' })(html))).toBe('2024-03-20')
    expect(deadline(createHtmlExtractor()(html, { date: '2023-03-01' }))).toBe('2023-03-20')
  })
})

describe('the way back to the source', () => {
  const pieces = fc.constantFrom(
    'Bí thư', 'ủy', ' ', '\r\n', '&#7911;', '&agrave;', '&nbsp;', '&amp;', '&', '&khong;', '&ampgt', '<', '<b>', '</b>', '<p>', '</p>', '<br>',
    '<i a="&#39;>">', '</i>', '<!-- x -->', '<td>', '</div>', '<div>', '<pre>', '</pre>', '\u0110', 'e\u0302\u0301', '\ud83d\ude00', '&#128512;', '\0', '&fjlig;',
    '<script>a</b>', '</script>', '<![CDATA[x]]>', '<p =>', '<?php ?>', '</', '<textarea>',
  ) // biome-ignore format: a list

  test('of every character, whatever the HTML', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.boolean(), (parts, isPage) => {
        const html = (isPage ? '<html><body>' : '') + parts.join('')
        const { text, toSource } = readHtml(html)
        let before = 0
        for (let i = 0; i < text.length; i++) {
          const { start, end } = toSource(i, i + 1)
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThanOrEqual(start)
          before = start
          const written = html.slice(start, end)
          if (/\s/.test(text[i]) || written.includes('&')) continue
          expect(written).toBe(text[i])
        }
        for (const { start, end, text: t } of spans(extractHtml(html))) expect(html.slice(start, end)).toBe(t)
      }),
      { numRuns: 100 },
    )
  })

  test('is asked for ranges that there are', () => {
    const { toSource } = readHtml('<p>ab</p>')
    expect(toSource(0, 2)).toEqual({ start: 3, end: 5 })
    for (const [start, end] of [[0, 0], [1, 3], [-1, 1]] as const) // biome-ignore format: a table
      expect(() => toSource(start, end)).toThrow('there is no range')
  })
})

test('HTML made to be deep, long or broken is read to its end', () => {
  const many = 3000
  expect(readHtml(`<html>${'<div>'.repeat(many)}sâu`).text).toBe('sâu')
  expect(readHtml(`${'<b>'.repeat(many)}đậm`).text).toBe('đậm')
  expect(readHtml(`<html>${'<p>a'.repeat(many)}`).text.length).toBe(3 * many - 2)
  expect(readHtml(`<p ${'x="'.repeat(many)}`).text).toBe('')
  expect(readHtml('</p></html></body>cuối').text).toBe('cuối')
})

test('what is no HTML is told', () => {
  expect(() => extractHtml(1 as never)).toThrow('readHtml: the HTML must be a string, but it is the number 1')
  expect(() => extractHtml('', { whole: 1 as never })).toThrow('"whole" must be true or false')
  expect(() => extractHtml('', { wholly: true } as never)).toThrow('no option "wholly"')
})
