/**
 * Titles, each with all its fields: `corpus/titles.tsv`, a title a row, decided by hand. Every row is read alone and beside a
 * name, and must come out whole, with the same fields each time. Below it, words that look like titles and are none.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extractor.js'
import { parseTable } from '../../src/lexicon/table.js'
import type { TitleMention } from '../../src/records.js'

type Fields = Record<string, string>

const file = 'titles.tsv'
const { columns, rows } = parseTable(file, readFileSync(new URL(`../corpus/${file}`, import.meta.url), 'utf8'))

const FOREIGN = new Set(['country', 'region', 'city'])

/** The places a title stands in: before a name, alone, after a name, in brackets. */
function sentences(row: Fields): string[] {
  const name = FOREIGN.has(row.place_kind) ? 'Alan Becker' : 'Lê Văn Thịnh'
  return [
    `${row.text} ${name} có mặt từ sáng sớm.`,
    `Theo ${row.text}, mọi việc vẫn ổn.`,
    `Ông ${name}, ${row.text}, nói thêm đôi điều.`,
    `Ông ${name} (${row.text}) không dự.`,
  ]
}

/** A title's record in the words of the table. */
function fieldsOf(title: TitleMention): Fields {
  const { text, position, body, place, canonical, english } = title
  // A place that the title does not print is inferred from the text around it; the table is of what is printed.
  const printed = place?.inferred === false ? place : null
  return {
    text,
    kind: position.kind,
    deputy: position.deputy ? 'yes' : '',
    standing: position.standing ? 'yes' : '',
    rank: position.rank ?? '',
    body: body?.canonical ?? '',
    body_kind: body?.kind ?? '',
    level: body?.level ?? '',
    successor: body?.successor ?? '',
    place: printed?.canonical ?? '',
    place_kind: printed?.kind ?? '',
    code: printed?.code ?? '',
    today: printed?.today ?? '',
    canonical,
    english: english ?? '',
  }
}

describe('titles and their fields', () => {
  test('the table is whole', () => {
    expect(rows.length).toBeGreaterThanOrEqual(420)
    expect(new Set(rows.map(r => r.text)).size).toBe(rows.length)
    for (const row of rows) expect(Object.keys(row)).toEqual(columns)
  })

  test.each(rows.map(row => [row.text, row] as const))('%s', (_, row) => {
    for (const sentence of sentences(row)) {
      const { titles } = extract(sentence)
      expect({ sentence, titles: titles.map(t => t.text) }).toEqual({ sentence, titles: [row.text] })
      const start = sentence.indexOf(row.text)
      expect([titles[0].start, titles[0].end]).toEqual([start, start + row.text.length])
      expect({ sentence, ...fieldsOf(titles[0]) }).toEqual({ sentence, ...row })
    }
  })
})

/** What looks like a title and is none, with the reason. */
const NONE: [sentence: string, why: string][] = [
  ['Ban Bí thư họp phiên cuối năm.', 'a body, whose name has the post in it'],
  ['Lễ đón diễn ra tại Phủ Chủ tịch.', 'a building and an office'],
  ['Khách viếng Lăng Chủ tịch Hồ Chí Minh từ sáng.', 'a mausoleum called after a man'],
  ['Bảo tàng Chủ tịch Hồ Chí Minh mở cửa cả tuần.', 'a museum called after a man'],
  ['Văn phòng Chủ tịch nước vừa ra thông cáo.', 'an office, not its holder'],
  ['Văn phòng Tổng thống bác tin đồn này.', 'an office, not its holder'],
  ['Hội đồng Bộ trưởng ASEAN nhóm họp.', 'a council of ministers'],
  ['Phủ Thủ tướng đóng cửa hai ngày.', 'an office, not its holder'],
  ['Đại sứ quán Pháp cấp thị thực trở lại.', 'an embassy'],
  ['Tổng Lãnh sự quán chuyển trụ sở.', 'a consulate'],
  ['Bộ Tư lệnh đã duyệt kế hoạch diễn tập.', 'a headquarters'],
  ['Hội đồng thẩm phán ra nghị quyết mới.', 'a panel of judges'],
  ['Cậu bé ngày càng trưởng thành.', 'trưởng thành, to grow up'],
  ['Kinh tế tăng trưởng chậm lại.', 'tăng trưởng, growth'],
  ['Môi trường sống được cải thiện.', 'môi trường, the environment'],
  ['Tướng mạo của anh khá hiền.', 'tướng mạo, looks'],
  ['Thầy bói xem tướng ở đầu ngõ.', 'xem tướng, reading faces'],
  ['Nhiệm vụ của đội là trực đêm.', 'nhiệm vụ, a task'],
  ['Chức vụ này đang khuyết.', 'chức vụ, an office in general'],
  ['Mùa vụ năm nay được giá.', 'mùa vụ, a harvest'],
  ['Giá dịch vụ tăng nhẹ.', 'dịch vụ, a service'],
  ['Tổ chức lại sản xuất là việc cần kíp.', 'tổ chức, to organise'],
  ['Dịch cúm lan ra toàn quốc.', 'quốc, part of "nationwide"'],
  ['Anh chủ trì cuộc nói chuyện.', 'chủ trì, to chair a talk'],
  ['Chủ quán mang nước ra.', 'chủ quán, a shopkeeper'],
  ['Chị chủ nhiệm lớp 5A rất tận tụy.', 'a class teacher'],
  ['Lớp trưởng đọc tên từng bạn.', 'a pupil'],
  ['Bà nội trợ nào cũng biết mẹo này.', 'a housewife'],
  ['Đội viên thiếu niên quét sân trường.', 'a young pioneer'],
  ['Hội viên đóng quỹ đầu tháng.', 'members of a club'],
  ['Đảng viên trẻ tham gia hiến máu.', 'a Party member holds no post by that'],
  ['Nhân viên ngân hàng báo mất thẻ.', 'a clerk'],
  ['Bác sĩ khuyên uống nhiều nước.', 'a job'],
  ['Luật sư xin hoãn phiên xử.', 'a job'],
  ['Phóng viên chờ ngoài cổng.', 'a job'],
  ['Giáo viên chấm bài đến khuya.', 'a job'],
  ['Nhóm được một kỹ sư tư vấn thiết kế.', 'a job'],
  ['Công văn số 12/TTg-KTTH nói rõ điều này.', 'part of a document’s number'],
  ['Chỉ thị 05-CT/TW vẫn còn hiệu lực.', 'part of a document’s number'],
  ['Quyết định 1234/QĐ-CTN được công bố.', 'part of a document’s number'],
  ['Chợ nằm trên đường Đại tướng Võ Nguyên Giáp.', 'a street called after a man'],
  ['Trường mang tên Tổng Bí thư Hà Huy Tập được sửa lại.', 'a school called after a man'],
  ['Ông được đề nghị tặng Huân chương Quân công.', 'an order'],
  ['Bí thuật làm gốm được giữ kín.', 'bí thuật, a secret craft'],
  ['Vua đầu bếp lên sóng tối nay.', 'a show'],
  ['Anh là vua phá lưới mùa này.', 'a top scorer'],
  ['Nữ hoàng sắc đẹp trở lại sàn diễn.', 'a beauty queen'],
  ['Hoa hậu nhận lời làm giám khảo.', 'a beauty queen and a juror'],
  ['Quân sư quạt mo thì làng nào cũng có.', 'a jocular adviser'],
  ['Lãnh đạo tỉnh đã vào cuộc.', 'leaders in general'],
  ['Hai nhà lãnh đạo bắt tay nhau.', 'leaders in general'],
  ['Lãnh đạo Bộ Y tế xác nhận thông tin.', 'leaders in general'],
  ['Cấp ủy các cấp quán triệt tinh thần đó.', 'committees in general'],
  ['Chính quyền địa phương vận động dân di dời.', 'an authority'],
  ['Cán bộ xã xuống tận nơi.', 'staff in general'],
  ['Người đứng đầu phải nêu gương.', 'whoever is at the head'],
]

describe('words that are no titles', () => {
  test.each(NONE)('%s (%s)', sentence => {
    // A generic mention ("hai nhà lãnh đạo") is marked as such and is nobody's.
    const titles = extract(sentence).titles.filter(t => !t.generic)
    expect(titles.map(t => t.text)).toEqual([])
  })
})
