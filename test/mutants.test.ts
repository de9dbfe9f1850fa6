/**
 * What changes to the code showed to be said by no other test (`npm run mutation`), where it fits into none of the corpora.
 */
import { describe, expect, test } from 'vitest'
import { extract } from '../src/index.js'

/** "kind:words" of all mentions of all people. */
const mentions = (text: string): string[] =>
  extract(text, { language: 'vi' }).officials.flatMap(o => o.mentions.map(m => `${m.kind}:${m.text}`))

describe('one syllable after a title is a name', () => {
  test.each([
    [
      'if a fuller name ends with it',
      'Đại tá Trần Thị Nga nói. Thiếu tướng Nga xem bản đồ.',
      ['full:Trần Thị Nga', 'short:Nga'],
    ],
    ['but not if it is a country', 'Đại tá Trần Thị Hoa nói. Thiếu tướng Nga xem bản đồ.', ['full:Trần Thị Hoa']],
    [
      'if a Chinese name begins with it',
      'Chủ tịch Tập Cận Bình đến. Chủ tịch Tập bắt tay nhiều người.',
      ['full:Tập Cận Bình', 'short:Tập'],
    ],
    [
      'if a Korean name begins with it',
      'Tổng thống Lee Jae Myung đến. Tổng thống Lee bắt tay dân.',
      ['full:Lee Jae Myung', 'short:Lee'],
    ],
    [
      'but not by the surname of a Vietnamese name',
      'Đại tá Mỹ Văn Hoa nói. Thiếu tướng Mỹ xem bản đồ.',
      ['full:Mỹ Văn Hoa'],
    ],
  ])('%s', (_, text, wanted) => {
    expect(mentions(text)).toEqual(wanted)
  })
})

/** The titles' own words. */
const titles = (text: string): string[] => extract(text, { language: 'vi' }).titles.map(t => t.text)

describe('where the own name of a body ends', () => {
  test.each([
    ['at a verb in small letters', 'Giám đốc Sở Y tế chỉ đạo các trạm trực đêm.', ['Giám đốc Sở Y tế']],
    ['at words that mean no field', 'Trưởng phòng Pháp chế và nhiều cán bộ đã ký.', ['Trưởng phòng Pháp chế']],
    ['at a body of its own', 'Trưởng phòng Pháp chế và Bộ Công an cùng ký văn bản.', ['Trưởng phòng Pháp chế']],
    [
      'at another post',
      'Giám đốc Sở Y tế và Chủ tịch Hội Nông dân tỉnh đều vắng mặt.',
      ['Giám đốc Sở Y tế', 'Chủ tịch Hội Nông dân tỉnh'],
    ],
    [
      'at another post behind a dash',
      'Trưởng phòng Pháp chế - Phó Trưởng đoàn ký văn bản.',
      ['Trưởng phòng Pháp chế', 'Phó Trưởng đoàn'],
    ],
    ['at a rank', 'Giám đốc Công ty Vận tải Đại tá Lê Văn Thịnh nói thêm.', ['Giám đốc Công ty Vận tải', 'Đại tá']],
    ['at a name behind a dash', 'Viện trưởng Viện Kinh tế - Lê Văn Thịnh phát biểu.', ['Viện trưởng Viện Kinh tế']],
    ['at a place behind a dash', 'Giám đốc Công ty Điện tử - Hà Nội vừa qua đời.', ['Giám đốc Công ty Điện tử']],
    ['at a name that opens like a word', 'Giám đốc Công ty Xây lắp Cao Thị Mai nói.', ['Giám đốc Công ty Xây lắp']],
    ['at a surname that is also a word', 'Giám đốc Công ty Vận tải Hồ Văn Sáng nói.', ['Giám đốc Công ty Vận tải']],
    ['at a surname that is also a word, right after a head', 'Ở nhà trưởng bản Hồ Văn Sáng có khách.', ['trưởng bản']],
    ['but not so in a school', 'Hiệu trưởng Trường Hồ Tùng Mậu nói.', ['Hiệu trưởng Trường Hồ Tùng Mậu']],
    ['nor where it is no name', 'Giám đốc Công ty Hồ Tây nói.', ['Giám đốc Công ty Hồ Tây']],
    [
      'behind words that are known to be no name',
      'Phó lãnh đạo đảng Liên minh Dân chủ Cơ đốc nói.',
      ['Phó lãnh đạo đảng Liên minh Dân chủ Cơ đốc'],
    ],
    ['behind "Thường trực"', 'Trưởng ban Thường trực Hồ Văn Sáng nói.', ['Trưởng ban Thường trực']],
    ['at a comma that no field follows', 'Trưởng phòng Kế hoạch, bà Lê Thị Na, đã ký.', ['Trưởng phòng Kế hoạch']],
    ['at a quotation in small letters', 'Giám đốc Công ty Vận tải "bán giấy" nói.', ['Giám đốc Công ty Vận tải']],
    [
      'at a quotation too long for a name',
      'Giám đốc Công ty Vận tải "Ánh Dương và những người bạn rất xa lạ ấy" lên tiếng.',
      ['Giám đốc Công ty Vận tải'],
    ],
    ['at a quotation that nothing closes', 'Giám đốc Công ty Vận tải "Ánh Dương', ['Giám đốc Công ty Vận tải']],
    ['at a capital right after a head that is half a body', 'Trưởng ban Hải nói thêm.', ['Trưởng ban']],
    ['at a capital that is no field of a department', 'Giám đốc Sở Ánh nói thêm.', ['Giám đốc Sở']],
    ['in capitals, at a word that means no field', 'GIÁM ĐỐC SỞ Y TẾ HỌP BÁO', ['GIÁM ĐỐC SỞ Y TẾ']],
  ])('%s', (_, text, wanted) => {
    expect(titles(text)).toEqual(wanted)
  })
})

describe('where a full name ends', () => {
  test.each([
    ['Đại tá Y Thông nói. Đại tá H. Krông đồng ý.', ['full:Y Thông', 'full:H. Krông']],
    ['Đại tá Y Bhung Niê Kdăm Buôn Yă Krông đồng ý.', ['full:Y Bhung Niê Kdăm Buôn Yă']],
    ['Đại tá Lê Văn Tám Hùng Cường Anh Dũng Mạnh nói.', ['full:Lê Văn Tám Hùng Cường']],
    ["Đại tá K'Sor Phước nói. Đại tá H'Yim Kđoh đồng ý.", ["full:K'Sor Phước", "full:H'Yim Kđoh"]],
    ['Đại tá Kim Jong-un đến thăm.', ['full:Kim Jong-un']],
    ['Đại tá Moon Jae - in đến thăm.', ['full:Moon Jae - in']],
    ['Đại tá Lê Văn - in xong thì về.', ['full:Lê Văn']],
    ['Đại tá Lê Văn Tám-Hùng nói.', ['full:Lê Văn Tám-Hùng']],
    ['Đại tá Lê Văn Tám - Trưởng phòng nói.', ['full:Lê Văn Tám']],
    ['Đại tá Hồ Chí Minh đến thăm.', ['full:Hồ Chí Minh']],
    ['Đại tá Lê Thanh Hóa nói về mùa lúa.', ['full:Lê Thanh Hóa']],
    ['Đại tá Lê An Giang Sơn nói.', ['full:Lê An Giang Sơn']],
    ['Đại tá Lê Văn T. ra về.', ['full:Lê Văn T']],
    ['Đại tá Lê Văn Tám TP.HCM đến.', ['full:Lê Văn Tám']],
    ['Đại tá Lê Văn', ['full:Lê Văn']],
    ['Đại tá LÊ VĂN SÁNG nói chuyện.', ['full:LÊ VĂN SÁNG']],
    ['Đại tá lê Văn Tám nói.', []],
    ['Đại tá Trần Đề đón khách.', []],
    ['Đại tá Đoàn Thanh Niên nói.', []],
  ])('%s', (text, wanted) => {
    expect(mentions(text)).toEqual(wanted)
  })
})

describe('a name inside the name of a place or an institution is nobody', () => {
  test.each([
    ['Đại tá Lê Văn Huệ nói. Đường Lê Văn Huệ ngập.', ['full:Lê Văn Huệ']],
    ['Đại tá Lê Văn Huệ nói. Chợ Lê Văn Huệ đông.', ['full:Lê Văn Huệ']],
    ['Đại tá Lê Văn Huệ nói. Xã Lê Văn Huệ đông.', ['full:Lê Văn Huệ']],
    ['Đại tá Lê Lợi nói. Thành phố Lê Lợi đông.', ['full:Lê Lợi']],
    ['Đại tá Lê Văn Huệ nói. Anh Lê Văn Huệ về.', ['full:Lê Văn Huệ', 'full:Lê Văn Huệ']],
    ['Đại tá Lê Văn Huệ nói. Nhà Lê Văn Huệ đông.', ['full:Lê Văn Huệ', 'full:Lê Văn Huệ']],
    ['Đại tá Hà Giang Nam nói.', []],
    ['Đại tá Công An Bình nói.', []],
    ['ĐẠI TÁ NGUYỄN THỊ THU HÀ MAI ANH', ['full:NGUYỄN THỊ THU HÀ']],
  ])('%s', (text, wanted) => {
    expect(mentions(text)).toEqual(wanted)
  })
})

describe('known people', () => {
  const people = [
    { name: 'Lê Thị Bông', aliases: ['Bông Mộc Miên', 'Lê Thị Bông Trắng'], titles: ['Giám đốc Sở Y tế'] },
  ]
  const officials = (text: string) =>
    extract(text, { language: 'vi', lexicon: { people } }).officials.map(o => ({
      name: o.name,
      roles: o.roles.map(r => r.text),
      mentions: o.mentions.map(m => `${m.kind}:${m.text}`),
    }))

  test('are one under all their names, with the posts of each and those known of them', () => {
    const text = 'Đại tá Lê Thị Bông nói. Trung tá Bông Mộc Miên đồng ý. Giám đốc Sở Y tế vắng mặt.'
    expect(officials(text)).toEqual([
      {
        name: 'Lê Thị Bông',
        roles: ['Đại tá', 'Trung tá', 'Giám đốc Sở Y tế'],
        mentions: ['full:Lê Thị Bông', 'full:Bông Mộc Miên', 'title:Giám đốc Sở Y tế'],
      },
    ])
  })

  test('are called by the fullest of them; whoever is named between is another', () => {
    const text = 'Trung tá Bông Mộc Miên nói. Chủ tịch UBND tỉnh Trần Văn Ba đồng ý. Đại tá Lê Thị Bông Trắng ra về.'
    expect(officials(text)).toEqual([
      {
        name: 'Lê Thị Bông Trắng',
        roles: ['Trung tá', 'Đại tá'],
        mentions: ['short:Bông Mộc Miên', 'full:Lê Thị Bông Trắng'],
      },
      { name: 'Trần Văn Ba', roles: ['Chủ tịch UBND tỉnh'], mentions: ['full:Trần Văn Ba'] },
    ])
  })
})

describe('of two people of one given name the one who holds the post is meant', () => {
  const called = (text: string) =>
    extract(text, { language: 'vi' }).officials.map(o => [o.name, ...o.mentions.slice(1).map(m => m.text)])
  test.each([
    [
      'of one head in two bodies',
      'Giám đốc Sở Y tế Lê Văn Hùng và Giám đốc Sở Xây dựng Trần Văn Hùng đến. Giám đốc Sở Y tế Hùng nói. Giám đốc Sở Xây dựng Hùng đáp.',
      [
        ['Lê Văn Hùng', 'Hùng'],
        ['Trần Văn Hùng', 'Hùng'],
      ],
    ],
    [
      'with a rank',
      'Đại tá Lê Văn Hùng và Thiếu tướng Trần Văn Hùng đến dự. Đại tá Hùng nói.',
      [['Lê Văn Hùng', 'Hùng'], ['Trần Văn Hùng']],
    ],
    [
      'with a head alone',
      'Bí thư Lê Văn Hùng và Phó Chủ tịch Trần Văn Hùng đến dự. Bí thư Hùng nói.',
      [['Lê Văn Hùng', 'Hùng'], ['Trần Văn Hùng']],
    ],
    [
      'beside one who holds none',
      'Thiếu tướng Trần Văn Hùng và ông Lê Văn Hùng đến dự. Thiếu tướng Hùng nói.',
      [['Trần Văn Hùng', 'Hùng']],
    ],
  ])('%s', (_, text, wanted) => {
    expect(called(text)).toEqual(wanted)
  })
})
