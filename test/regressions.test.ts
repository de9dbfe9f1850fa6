/** Faults that the property tests and the texts made to be slow have found, each by the shortest text that shows it. */
import { expect, test } from 'vitest'
import { extract } from '../src/index.js'
import { splitSentences } from '../src/text/sentences.js'
import { tokenize } from '../src/text/tokens.js'
import { hardWrap } from './lib/mangle.js'
import { assertSound } from './lib/sound.js'

const sentenceCount = (text: string): number => splitSentences(text, tokenize(text)).count

test('a decomposed letter numbers a list item as a composed one does', () => {
  const text = 'Ê. Yêu cầu Sở Y tế báo cáo.'
  expect(sentenceCount(text)).toBe(1)
  expect(sentenceCount(text.normalize('NFD'))).toBe(1)
})

test('a decomposed unit at the end of a body belongs to the place after it', () => {
  const text =
    'Sáng nay, ông Nguyễn Văn An, Giám đốc Trung tâm Phục vụ hành chính công xã Hướng Phùng, trả lời báo chí tại trụ sở.'
  const canonical = (t: string) => extract(t).titles.map(title => [title.canonical, title.place?.canonical])
  expect(canonical(text)).toHaveLength(1)
  expect(canonical(text)[0][1]).toBe('Hướng Phùng')
  expect(canonical(text.normalize('NFD'))).toEqual(canonical(text))
})

test('a list of places is no chain of one inside the other', () => {
  const text = `Ông Nguyễn Văn An, Chủ tịch UBND ${'xã Hướng Phùng '.repeat(40)}trả lời.`
  expect(extract(text).titles[0].text.length).toBeLessThan(200)
})

test('a negation at the end of a sentence does not read on in the next paragraph', () => {
  const text = 'Bộ trưởng Nguyễn Hồng Diên yêu cầu các sở báo cáo đầy đủ, không'
  const actions = (t: string) => extract(t).directives.map(d => d.actions.map(a => a.text))
  expect(actions(text)).toEqual([['báo cáo đầy đủ, không']])
  expect(actions(`${text}\n\nmưa lớn ở nhiều nơi.`)).toEqual(actions(text))
})

test('a sentence that a wrapped line happens to open goes with the one before it', () => {
  const paragraphs = [
    'Tại phiên họp thứ nhất sáng nay, Ủy ban MTTQ xã hiệp thương cử ông A Lăng Tưi giữ chức Chủ tịch Ủy ban MTTQ Việt Nam xã. Các Phó Chủ tịch gồm: Bríu Hôn, Bí thư Đoàn xã; Clâu Nghi, Chủ tịch Hội Cựu chiến binh xã.',
    'Trước đó, đại hội nghe báo cáo về việc sửa mái gươl đã dột ba mùa mưa và việc trồng sâm giúp những hộ nghèo nhất của các thôn giáp biên giới.',
  ]
  const statuses = (t: string) => extract(t).titles.map(title => title.status)
  const plain = paragraphs.join('\n\n')
  const wrapped = paragraphs.map(p => hardWrap(p, 60)).join('\n\n')
  expect(wrapped).toContain('xã.\nCác Phó Chủ tịch')
  expect(statuses(plain)).toContain('incoming')
  expect(statuses(wrapped)).toEqual(statuses(plain))
})

test('a wrapped list of posts and names, of whose lines hardly one begins with a small letter, is joined', () => {
  const plain = [
    'Đến dự có Phó Thủ tướng Lê Thành Long; nguyên Chủ tịch Quốc hội Nguyễn Sinh Hùng; các Ủy viên Trung ương: Thượng tướng Trần Quang Phương, Phó Chủ tịch Quốc hội; bà Phạm Thị Thanh Trà, Bộ trưởng Bộ Nội vụ; ông Nguyễn Văn Thắng, Bộ trưởng Bộ Tài chính.',
    'Phía Hà Tĩnh có Bí thư Tỉnh ủy Nguyễn Duy Lâm; Trưởng Ban Tổ chức Tỉnh ủy Hà Văn Trọng; Phó Chủ tịch UBND tỉnh Trần Báu Hà và Giám đốc Công an tỉnh Nguyễn Hồng Phong.',
  ]
  const wrapped = plain.map(p => hardWrap(p, 54)).join('\n\n')
  expect(wrapped.match(/[\p{L},]\n\p{Ll}/gu)?.length).toBeLessThan(3)
  const roles = (t: string) =>
    extract(t).officials.map(o => `${o.name} ${o.roles.map(r => r.text)}`.replace(/\s+/g, ' '))
  expect(roles(plain.join('\n\n'))).toHaveLength(9)
  expect(roles(wrapped)).toEqual(roles(plain.join('\n\n')))
})

test('an action ends with its sentence, whatever quotation mark stands on the next line', () => {
  const text = 'Thủ tướng yêu cầu các tỉnh:\n\n1. Rà soát “mọi hồ chứa xung yếu trước bão\n“\n(Tin: Minh An)'
  const [, item] = extract(text).directives
  expect(item.actions.map(a => a.text)).toEqual(['Rà soát “mọi hồ chứa xung yếu trước bão'])
  assertSound(extract(text), text)
})

test('how long a word is does not depend on how its marks are encoded', () => {
  const text = 'Tại hội nghị, Bí thư Tỉnh ủy Lê Văn Nam đề nghị Mặt trận x'
  expect(extract(text.normalize('NFD')).directives.length).toBe(extract(text).directives.length)
})

test('the name of a firm ends with its line, whatever country opens the next', () => {
  const titles = extract('Tổng giám đốc Intel\nViệt Nam đón làn sóng đầu tư mới.', { language: 'vi' }).titles
  expect(titles.map(t => t.text)).toEqual(['Tổng giám đốc Intel'])
})

test('a title does not go on in the next line with its field', () => {
  const titles = (text: string) => extract(text, { language: 'vi' }).titles.map(t => t.text)
  expect(titles('Dự họp có Bộ trưởng Tài chính')).toEqual(['Bộ trưởng Tài chính'])
  expect(titles('Dự họp có Bộ trưởng\nTài chính là nội dung chính')).toEqual(['Bộ trưởng'])
})

test('what comes after the end of the text is none of the words that a rule asks for', () => {
  const titles = (text: string) => extract(text, { language: 'vi' }).titles.map(t => t.text)
  const text = 'Dự có đồng chí Phan Hữu Tấn - Ủy viên Ban'
  expect(titles(text)).toEqual(['Ủy viên Ban'])
  expect(titles(`${text}.`)).toEqual(['Ủy viên Ban'])
})
