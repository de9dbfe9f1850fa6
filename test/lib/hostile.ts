/** Texts made to be slow: one thing again and again, nested, or all in one sentence. Each is about `size` characters long. */

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ']
const MIDDLE = ['Văn', 'Thị', 'Hữu', 'Đức', 'Minh', 'Xuân']
const GIVEN = [
  'An',
  'Bình',
  'Cường',
  'Dũng',
  'Hà',
  'Hải',
  'Hùng',
  'Lan',
  'Mai',
  'Nam',
  'Phúc',
  'Quang',
  'Sơn',
  'Thắng',
  'Tú',
  'Vinh',
]

/** One of 5,760 names. */
export const nameOf = (i: number): string =>
  [
    SURNAMES[i % 10],
    MIDDLE[Math.floor(i / 10) % 6],
    MIDDLE[Math.floor(i / 60) % 6],
    GIVEN[Math.floor(i / 360) % 16],
  ].join(' ')

export type Make = (size: number) => string

export const again =
  (unit: string | ((i: number) => string), opening = ''): Make =>
  size => {
    let text = opening
    for (let i = 0; text.length < size; i++) text += typeof unit === 'string' ? unit : unit(i)
    return text
  }

const half =
  (first: Make, second: Make): Make =>
  size =>
    first(size / 2) + second(size / 2)

/** What the rules look for, each with the neighbours that make them look far. */
export const HOSTILE: Record<string, Make> = {
  'one letter': again('ư'),
  'combining marks': again('\u0301', 'ư'),
  'zero-width spaces': again('\u200b', 'ư'),
  apostrophes: again("ư'"),
  'one number': again('1', 'ông '),
  'a number with stops': again('1.'),
  'lone surrogates': again('\ud800'),
  'line ends': again('\r\n', 'ông'),
  'lines of blanks': again(`\n${' '.repeat(120)}`, 'ông'),
  'hard-wrapped lines': again('từ đó trở đi thì các ông bà ở trong xã này đều biết rõ như thế\n'),
  'empty entities': again('&#'),
  entities: again('&amp;'),
  'open brackets': again('('),
  'brackets in brackets': half(again('ông ('), again(')')),
  'open quotes': again('“ ông '),
  'quotes in quotes': half(again('ông “'), again('”')),
  'stops with quotes': again('.”'),
  stops: again('.'),
  ampersands: again('&'),
  'an abbreviation far from its name': again('TP.          '),
  'short lines': again('a\n'),
  initials: again('A. '),
  abbreviations: again('T.Ư. '),
  commas: again(', '),
  dashes: again('- '),
  numbers: again('1 '),
  capitals: again('Hà '),

  'words of address': again('ông '),
  'degrees in a row': again('GS.TS '),
  'đ/c in a row': again('đ/c '),
  ranks: again('Đại tá '),
  'surnames in a row': again('Nguyễn '),
  units: again('Ấp '),
  countries: again('Đài Loan '),
  'place after place': again('tỉnh Quảng Trị, '),
  bodies: again('Ủy ban nhân dân tỉnh '),
  fields: again('Y tế, ', 'Giám đốc Sở '),
  'parts of a firm': again('Cổ phần Đầu tư ', 'Giám đốc Công ty '),
  'schools called after persons': again(i => `Hiệu trưởng Trường THPT ${nameOf(i)} `),

  'terms in a row': again('nhiệm kỳ 2016-2021, '),
  'congresses in a row': again('Đại hội '),
  'Roman numerals': again('khóa XIV, '),

  'titles between commas': again('Phó Chủ tịch UBND tỉnh Quảng Trị, '),
  'titles with nothing between': again('Chủ tịch '),
  'titles joined by và': again('Bộ trưởng và '),
  'titles joined by dashes': again('Giám đốc Sở Y tế - '),
  'in charge of being in charge': again('phụ trách '),
  'heads that share': again('Trưởng phòng '),
  'titles after là': again('là Chủ tịch xã '),
  'posts given up': again('thôi giữ chức Chủ tịch xã, '),
  'posts taken away, then a name': half(again('cách chức Chủ tịch xã, '), again(' đối với ông Nguyễn Văn An')),
  'former ones': again('nguyên Chủ tịch, '),
  'titles without their place': again('Chủ tịch UBND huyện nói ở huyện Cam Lộ. '),
  'dated posts': again('Từ 2005 - 2010: Phó Giám đốc Sở Tài chính; '),

  'names between commas': again(i => `${nameOf(i)}, `),
  'names with their titles': again(i => `ông ${nameOf(i)}, Chủ tịch xã, `),
  'titles with their names': again(i => `Chủ tịch xã ${nameOf(i)}, `),
  'one title for many names': again(i => `${nameOf(i)}, `, 'Các Phó Chủ tịch gồm '),
  'many titles for many names': half(
    again(i => `${nameOf(i)}, `, 'các ông '),
    again('Chủ tịch xã, ', ' được bầu làm '),
  ),
  'lists of names under lists': again(i => `- ${nameOf(i)}, các Phó Chủ tịch gồm:\n`),
  'lists that list': again(i => `chủ tịch các xã: ${nameOf(i)}, `),
  'each elected': again(i => `ông ${nameOf(i)} được bầu làm Chủ tịch xã, `),
  'each instead of another': again(i => `thay ông ${nameOf(i)} được bầu làm Chủ tịch xã `),
  'kin of kin': again(i => `con trai Chủ tịch xã ${nameOf(i)} `),
  'pronouns long after the name': again('Ông được bầu làm Chủ tịch xã. ', 'Ông Nguyễn Văn An nói. '),
  'short names of many': half(
    again(i => `Chủ tịch xã ${nameOf(i)} nói. `),
    again(i => `Chủ tịch xã ${GIVEN[i % 16]} nói. `),
  ),
  'one person of many posts': again(i => `Ông Nguyễn Văn An, Giám đốc Công ty ${i}, nói. `),
  'firms that look like names': again('ông An, Chủ tịch Strategy, '),
  'foreign names': again(i => `ông Donald J. Trump${i}, `),

  'cue after cue': again('yêu cầu '),
  'modal after modal': again('phải '),
  'tasks in a row': again('xử lý, báo cáo, ', 'Ông yêu cầu Sở Y tế kiểm tra, '),
  'tasks with deadlines': again('xử lý trước ngày 5/9; ', 'Ông yêu cầu Sở Y tế kiểm tra; '),
  'who, who, who': again('yêu cầu UBND tỉnh phải '),
  'directives that carry on': again('Đồng thời, phải báo cáo. ', 'Ông yêu cầu Sở Y tế kiểm tra. '),
  'a quote that never ends': again('Phải làm ngay. ', 'Ông nói: “'),
  'a list of orders': again('- Sở Y tế kiểm tra;\n', 'Ông An yêu cầu:\n'),
  'according to': again('theo ông '),
  'said and said': again('ông nhấn mạnh, '),
  'two who say over and over what must be done': again(
    i =>
      `Chủ tịch UBND tỉnh Nguyễn Văn An nói các xã phải báo cáo việc của ${nameOf(i)}. Bộ trưởng Trần Thị Hà cho rằng các sở cần rà soát việc của ${nameOf(i + 7)}. `,
  ),
  'a post in dispute between many': again(
    i => `Thủ tướng ${nameOf(2 * i)} đi họp. Theo ông ${nameOf(2 * i + 1)}, Thủ tướng chưa quyết định. `,
  ),
  'proposal after proposal': again('kiến nghị Sở Y tế, ', 'Thanh tra tỉnh '),
}
