/** Text made hard to read: what the property tests are run on. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'

const folder = new URL('../../fixtures/', import.meta.url)

export const REPORTS: readonly string[] = readdirSync(folder)
  .filter(f => f.endsWith('.txt'))
  .sort()
  .map(f => readFileSync(new URL(f, folder), 'utf8'))

/** Any code units: lone surrogates among them. */
const codeUnits = fc
  .array(fc.oneof(fc.nat(0xffff), fc.integer({ min: 0xd7f0, max: 0xe010 }), fc.integer({ min: 0x1ea0, max: 0x1ef9 })), {
    maxLength: 80,
  })
  .map(codes => String.fromCharCode(...codes))

/** Words that rules ask for, alone and in every order, with what may stand between. */
const PIECES =
  "ông bà đồng chí đ/c GS.TS PGS TP. TP.HCM Q.1 T.Ư UBND HĐND UVTW ĐBQH Chủ tịch Phó Chủ tịch Bí thư Tỉnh ủy Thủ tướng Bộ trưởng Trưởng ban Giám đốc Sở Y tế Công an tỉnh Thường trực quyền nguyên cựu tân Đại tá Thiếu tướng Hiệu trưởng Trường THPT Công ty Tổng thống Mỹ Donald Trump Kim Jong-un H'Hen Niê Nguyễn Văn An Trần Thị B. Hà Nội Huế Quảng Trị huyện xã các những hai 5 2016-2021 khóa XIV nhiệm kỳ Đại hội lần thứ XIII là làm giữ chức được bầu bổ nhiệm thôi cách chức miễn nhiệm đối với của và cùng gồm yêu cầu đề nghị chỉ đạo giao phải cần không được đừng hãy nhấn mạnh cho biết nói rằng trước ngày 31/1 trong quý I chậm nhất kiểm tra xử lý báo cáo đồng thời bên cạnh đó ngoài ra theo từ đến năm tháng này đó khi sau"
    .split(' ')
    .concat([
      'Phó Chủ tịch UBND tỉnh',
      'Ủy viên Bộ Chính trị',
      'ông Nguyễn Văn An',
      'Bí thư Thành ủy',
      'yêu cầu UBND tỉnh',
    ])
const BETWEEN = [
  ' ',
  ' ',
  ' ',
  ' ',
  ' ',
  ' ',
  ', ',
  ', ',
  '. ',
  ': ',
  '; ',
  ' - ',
  '-',
  '/',
  ' (',
  ') ',
  ' “',
  '” ',
  '"',
  '!',
  '…',
  '\n',
  '\n\n',
  '\n- ',
  '',
  '.',
  '&amp;',
  '\u00a0',
]
const wordSalad = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...BETWEEN)), { maxLength: 60 })
  .map(parts => parts.map(([word, gap]) => word + gap).join(''))

/** A stretch of a report, cut anywhere. */
const stretch = fc
  .tuple(fc.constantFrom(...REPORTS), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(800))
  .map(([text, at, length]) => {
    const from = Math.floor(at * text.length)
    return text.slice(from, from + length)
  })

type Change = (text: string, seed: number) => string

/** Puts `thing` in at places that follow from the seed. */
const sprinkle =
  (thing: string): Change =>
  (text, seed) => {
    let out = ''
    let from = 0
    for (let at = seed % 17; at < text.length; at += 5 + (((seed >>> 3) + at * 7) % 41)) {
      out += text.slice(from, at) + thing
      from = at
    }
    return out + text.slice(from)
  }

const shuffled = (parts: string[], seed: number): string[] => {
  const out = [...parts]
  let s = seed | 1
  for (let i = out.length - 1; i > 0; i--) {
    s = (Math.imul(s, 1103515245) + 12345) >>> 0
    const j = s % (i + 1)
    ;[out[i], out[j]] = [out[j], out[i]]
  }
  return out
}

const CHANGES: Change[] = [
  text => text,
  text => text.normalize('NFD'),
  text => text.toUpperCase(),
  text => text.toLowerCase(),
  text => text.replaceAll('\n', '\r\n'),
  text => text.replaceAll('\n', '\r'),
  text => text.replaceAll('\n', ' '),
  text => text.replaceAll(' ', '\u00a0'),
  text => text.replaceAll(' ', '\n'),
  text => text.replaceAll(/[.,;:]/g, ''),
  text => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
  text => `<p>${text.replaceAll('\n', '</p>\n<p class="x">')}</p>`,
  text => text.replace(/[^\0-\x7f]/g, c => `&#${c.charCodeAt(0)};`),
  (text, seed) => text.slice(0, seed % 40).repeat(1 + (seed % 30)) + text,
  (text, seed) => shuffled(text.split('\n'), seed).join('\n'),
  (text, seed) => shuffled(text.split(' '), seed).join(' '),
  (text, seed) => shuffled(text.split(/(?<=[.,;])/), seed).join(''),
  (text, seed) => [...text].map((c, i) => ((i * 31 + seed) % 3 === 0 ? c.normalize('NFD') : c)).join(''),
  sprinkle('\u200b'),
  sprinkle('\u00ad'),
  sprinkle('\ufeff'),
  sprinkle('\n'),
  sprinkle('\u0301'),
  sprinkle('\ud83d'),
  sprinkle('😀'),
  sprinkle('“'),
  sprinkle('"'),
  sprinkle('('),
  sprinkle(':'),
  sprinkle('; '),
  sprinkle('.'),
  sprinkle('-'),
  sprinkle(' ông '),
  sprinkle(' Chủ tịch '),
  sprinkle(' yêu cầu '),
  sprinkle(' phải '),
  sprinkle(', '),
  sprinkle('\0'),
  sprinkle('&#'),
]

const change = fc.tuple(fc.constantFrom(...CHANGES), fc.nat())
const changed = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.array(change, { maxLength: 3 }))
    .map(([t, changes]) => changes.reduce((so, [make, seed]) => make(so, seed), t))

/** Anything at all, most of it near Vietnamese news. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: codeUnits },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 4, arbitrary: changed(wordSalad) },
  { weight: 6, arbitrary: changed(stretch) },
)

/** Reports cut anywhere, and words in every order: as they may stand in a file, but for their spelling. */
export const wellSpelled: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: wordSalad },
  { weight: 1, arbitrary: stretch },
)

/**
 * Paragraphs broken at a width, as a mail program or `fmt` does it.
 * @param width columns: combining marks take none
 */
export function hardWrap(text: string, width: number): string {
  return text
    .split('\n')
    .map(paragraph => {
      let out = ''
      let used = 0
      for (const word of paragraph.split(' ')) {
        const columns = word.normalize('NFC').length
        if (used > 0 && used + 1 + columns > width) {
          out += `\n${word}`
          used = columns
        } else {
          out += used > 0 ? ` ${word}` : word
          used += columns + (used > 0 ? 1 : 0)
        }
      }
      return out
    })
    .join('\n')
}

/** Some paragraphs of a report, in their order. */
export const someParagraphs = (reports: readonly string[], most = 6): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...reports), fc.nat(30), fc.integer({ min: 1, max: most })).map(([text, at, count]) => {
    const lines = text.split('\n')
    return lines.slice(at % lines.length, (at % lines.length) + count).join('\n')
  })

/** Reports that are not hard-wrapped: whether one is, only the whole of it can tell. */
export const FLOWING: readonly string[] = REPORTS.filter(text => text.split('\n').some(line => line.length > 132))
