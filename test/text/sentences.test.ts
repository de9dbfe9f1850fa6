import { describe, expect, test } from 'vitest'
import { LINE_START } from '../../src/text/flags.js'
import { ALL_CAPS, HAS_MARK, OPENS_LINE, OPENS_PARAGRAPH, splitSentences } from '../../src/text/sentences.js'
import { tokenize } from '../../src/text/tokens.js'

function sentences(text: string): string[] {
  const tokens = tokenize(text)
  const { count, first } = splitSentences(text, tokens)
  return Array.from({ length: count }, (_, s) => text.slice(tokens.start[first[s]], tokens.end[first[s + 1] - 1]))
}
function flags(text: string): number[] {
  const { count, flags } = splitSentences(text, tokenize(text))
  return Array.from(flags.subarray(0, count))
}

describe('one sentence', () => {
  test.each([
    ['abbreviated places', 'Ông Lê Văn Nam làm việc tại TP.HCM, TP. Huế, Q.1, Q. 3 và H.Củ Chi.'],
    ['degrees', 'Theo GS.TS. Nguyễn Văn Bình và ThS. Lê Thị Hoa, việc này đã xong.'],
    ['initials', 'Tổng thống Donald J. Trump gặp ông J. Biden.'],
    ['a hidden name before a comma', 'Bị can Nguyễn Văn B., trú tại Hà Nội, nhận tội.'],
    ['a hidden name before a bracket', 'Ông N.V.T. (SN 1980) nhận tội.'],
    ['đ/c with a stop', 'Tham dự có đ/c. Nam và đ/c Hoa.'],
    ['decimals, thousands, dates', 'Thu 3,5 tỷ, chi 1.510 triệu, tính đến ngày 31.12.2025 và 5/1.'],
    ['a page', 'Xem tr. 5 và Tr.6 của báo cáo.'],
    ['an ellipsis', 'Ông dừng lại... Rồi nói tiếp… Và về.'],
    ['v.v. in the middle', 'Làm đường, cầu, cống v.v. và trường học.'],
    ['a question quoted', '“Có làm được không?”, ông hỏi.'],
    ['an exclamation quoted', '"Làm ngay!" bà đáp.'],
    ['a quote in brackets', 'Ông hỏi ("thế à?") rồi đi.'],
    ['marks in a row', 'Làm được không?!'],
    ['a mark after the quote', 'Ông nói: “Làm ngay!”.'],
    ['the number of an item', '1. Yêu cầu các sở báo cáo.'],
    ['a letter of an item', 'a. Yêu cầu các sở báo cáo.'],
    ['a Roman numeral', 'IV. Tổ chức thực hiện.'],
    ['a long one', 'XVII. Tổ chức thực hiện.'],
    ['initials after a name in capitals', 'NGUYỄN VĂN B. Trump nói.'],
    ['initials of a name, and its last letter', 'Chị N.T. P nói.'],
    ['a ward by its letter', 'Ở P. Bến Nghé có chợ.'],
    ['a district by its letter, after a word', 'Sáng nay ở H. Củ Chi mưa.'],
    ['a decimal number of an item', '1.2. Về kinh tế.'],
    ['a web address', 'Xem tại www.bao.vn hoặc hoi@bao.vn.'],
    ['a dateline', 'TP.HCM.- Sáng 5/9, thành phố khai giảng.'],
  ])('%s', (_, text) => {
    expect(sentences(text)).toEqual([text])
  })
})

describe('several', () => {
  test.each([
    ['plain', ['Ông đến.', 'Ông đi.']],
    ['a name hidden at the end', ['Công an bắt Nguyễn Văn A.', 'Ông này khai nhận.']],
    ['a letter at the end', ['Cơn bão hướng vào Đông Nam Á.', 'Trong đó có Việt Nam.']],
    ['a unit at the end', ['Ông về làm ở TP.', 'Ông nói vậy.']],
    ['a quotation that ends', ['Ông nói: "Tôi sẽ làm."', 'Sau đó ông đi.']],
    ['curly quotes', ['Ông nói: “Tôi sẽ làm.”', 'Sau đó ông đi.']],
    ['a number at the end', ['Việc xong năm 2020.', '5 người được khen.']],
    ['items in one line', ['1. Giao Sở Y tế.', '2. Giao Sở Tài chính.']],
    ['question and answer', ['Làm không?', 'Làm!']],
    ['a name hidden before one of another language', ['Công an bắt Nguyễn Văn B.', 'Trump lên tiếng.']],
    ['a hidden name of a letter that shortens a district', ['Bắt Nguyễn Văn H.', 'Vụ án mở rộng.']],
    ['a hidden name after a word of address', ['Đến thăm bà H.', 'Bình nói chuyện lâu.']],
    ['one word', ['Vâng.', 'Tôi làm.']],
    ['one short word', ['Có.', 'Ông làm.']],
    ['an abbreviation that is no numeral', ['UBMTTQ.', 'Ông Nam nói.']],
    ['a sign', ['%.', 'Ông Nam nói.']],
  ])('%s', (_, parts) => {
    expect(sentences(parts.join(' '))).toEqual(parts)
  })

  test('without a space between them', () => {
    expect(sentences('Ông Thăng nói.Ông Nam nghe.')).toEqual(['Ông Thăng nói.', 'Ông Nam nghe.'])
    expect(sentences('Ông nói."Tôi làm" là câu cuối.')).toEqual(['Ông nói.', '"Tôi làm" là câu cuối.'])
  })

  test('a line is a headline, a caption, a list item or a paragraph: it ends a sentence', () => {
    const lines = ['Hội nghị tổng kết', 'Ông Nam phát biểu', '- Giao Sở Y tế;', '- giao Sở Tài chính']
    expect(sentences(lines.join('\n'))).toEqual(lines)
    expect(sentences(lines.join('\r\n'))).toEqual(lines)
  })

  test('decomposed text is split alike', () => {
    const text = 'Ông Lê Văn Nam ở TP. Huế. Bà Hoa ở Q.1.'
    expect(sentences(text.normalize('NFD')).map(s => s.normalize('NFC'))).toEqual(sentences(text))
  })

  test('text with character references is split alike', () => {
    expect(sentences('&Ocirc;ng n&oacute;i: &ldquo;L&agrave;m ngay!&rdquo;. B&agrave; Hoa nghe.')).toEqual([
      '&Ocirc;ng n&oacute;i: &ldquo;L&agrave;m ngay!&rdquo;.',
      'B&agrave; Hoa nghe.',
    ])
  })
})

describe('hard-wrapped text', () => {
  const text = [
    'Huyện Nam Đàn bàn cách giữ rừng',
    '',
    'Sáng nay, tại trụ sở ủy ban, ông Trần Văn Hùng cùng các xã ven núi họp',
    'bàn việc giữ rừng mùa khô. Theo báo cáo, từ đầu năm đến nay huyện có ba',
    'vụ cháy, thiệt hại gần mười héc-ta, phần lớn do người dân đốt nương làm',
    'rẫy mà không báo trước với kiểm lâm, dù đã được nhắc nhiều lần. Ông Trần',
    'Văn Hùng giao các xã:',
    '- trực đủ quân số trong những ngày nắng nóng gay gắt của tháng sáu này;',
    '- báo về huyện trước bảy giờ tối mỗi ngày, kể cả thứ bảy và chủ nhật.',
    '',
    'Mùa khô năm nay đến sớm hơn.',
  ].join('\n')

  test('lines are joined, headline, items and paragraphs stay apart', () => {
    expect(sentences(text).map(s => s.replace(/\s+/g, ' '))).toEqual([
      'Huyện Nam Đàn bàn cách giữ rừng',
      'Sáng nay, tại trụ sở ủy ban, ông Trần Văn Hùng cùng các xã ven núi họp bàn việc giữ rừng mùa khô.',
      'Theo báo cáo, từ đầu năm đến nay huyện có ba vụ cháy, thiệt hại gần mười héc-ta, phần lớn do người dân đốt nương làm rẫy mà không báo trước với kiểm lâm, dù đã được nhắc nhiều lần.',
      'Ông Trần Văn Hùng giao các xã:',
      '- trực đủ quân số trong những ngày nắng nóng gay gắt của tháng sáu này;',
      '- báo về huyện trước bảy giờ tối mỗi ngày, kể cả thứ bảy và chủ nhật.',
      'Mùa khô năm nay đến sớm hơn.',
    ])
  })

  test('a break inside a paragraph is a space for the rules', () => {
    const tokens = tokenize(text)
    splitSentences(text, tokens)
    const van = text.indexOf('Văn Hùng giao')
    expect(tokens.flags[tokens.start.indexOf(van)] & LINE_START).toBe(0)
  })

  test('with Windows line ends too', () => {
    const parts = (t: string): string[] => sentences(t).map(s => s.replace(/\s+/g, ' '))
    expect(parts(text.replaceAll('\n', '\r\n'))).toEqual(parts(text))
  })

  test('where a program broke the lines, one whose next word had room ends a paragraph', () => {
    const wrapped = [
      'Giữ rừng mùa khô: huyện Nam Đàn nhắc từng xã, từng thôn',
      'Sáng nay, tại trụ sở ủy ban, ông Trần Văn Hùng cùng các xã ven núi họp',
      'bàn việc giữ rừng mùa khô. Từ đầu năm đến nay cả huyện có ba vụ cháy,',
      'thiệt hại gần mười héc-ta rừng thông, phần lớn do người dân đốt nương',
      'làm rẫy mà không báo trước với kiểm lâm. Theo ông Hùng, ba việc cần làm:',
      '1. Trực đủ quân số.',
      '2. Báo về huyện trước bảy giờ tối mỗi ngày.',
    ].join('\n')
    const expected = [
      'Giữ rừng mùa khô: huyện Nam Đàn nhắc từng xã, từng thôn',
      'Sáng nay, tại trụ sở ủy ban, ông Trần Văn Hùng cùng các xã ven núi họp bàn việc giữ rừng mùa khô.',
      'Từ đầu năm đến nay cả huyện có ba vụ cháy, thiệt hại gần mười héc-ta rừng thông, phần lớn do người dân đốt nương làm rẫy mà không báo trước với kiểm lâm.',
      'Theo ông Hùng, ba việc cần làm:',
      '1. Trực đủ quân số.',
      '2. Báo về huyện trước bảy giờ tối mỗi ngày.',
    ]
    const found = (t: string): string[] => sentences(t).map(s => s.normalize('NFC').replace(/\s+/g, ' '))
    expect(found(wrapped)).toEqual(expected)
    // Combining marks take no column.
    expect(found(wrapped.normalize('NFD'))).toEqual(expected)
  })

  /** Broken by hand: a line or two could have taken the next word. The sixth line ends as told, and there is room behind it. */
  const byHand = (end: string): string =>
    [
      'Sáng nay, tại trụ sở ủy ban, ông Trần Văn Hùng cùng các xã ven núi họp',
      'bàn việc giữ rừng mùa khô ở bốn xã ven núi phía tây huyện',
      'và hai thị trấn, nơi từ đầu năm đến nay đã có ba vụ cháy làm mất hơn',
      'mười héc-ta rừng thông, phần lớn do người dân đốt nương vào buổi trưa,',
      'làm rẫy mà không báo trước với kiểm lâm, cũng không dọn đường ranh nào',
      `quanh nương, nên lửa lan rất nhanh khi gió về${end}`,
      'Ông Hùng nhắc các xã trực đủ quân số và báo về huyện mỗi ngày.',
    ].join('\n')

  test.each([
    ['a stop', '.', true],
    ['a question mark', '?', true],
    ['an exclamation mark', '!', true],
    ['a closing quotation mark', '"', true],
    ['a colon', ':', true],
    ['a stop and spaces', '. \r', true],
    ['no mark', '', false],
    ['a comma', ',', false],
    ['a space', ' ', false],
  ])('broken by hand, a line with room ends a paragraph at %s: %j', (_, end, ends) => {
    const wrapped = byHand(end)
    const tokens = tokenize(wrapped)
    splitSentences(wrapped, tokens)
    const next = tokens.start.indexOf(wrapped.indexOf('Ông Hùng'))
    expect((tokens.flags[next] & LINE_START) !== 0).toBe(ends)
  })

  test('a list of names, a line each, is not', () => {
    const list = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hà'].map(
      n => `Ông Nguyễn Văn ${n}, Chủ tịch Ủy ban nhân dân xã ${n} Phú, tỉnh Nghệ An`,
    )
    expect(sentences(list.join('\n'))).toEqual(list)
  })
})

describe('flags', () => {
  test('headline in capitals, sentence with a mark, line without', () => {
    expect(flags('THỦ TƯỚNG THĂM HUẾ\n\nÔng đến. Ông đi.\nẢnh: Nam')).toEqual([
      ALL_CAPS | OPENS_LINE | OPENS_PARAGRAPH,
      OPENS_LINE | OPENS_PARAGRAPH | HAS_MARK,
      HAS_MARK,
      OPENS_LINE,
    ])
  })
  test('no text, no sentence', () => expect(flags(' \n ')).toEqual([]))
})
