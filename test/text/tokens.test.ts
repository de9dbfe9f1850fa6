import { describe, expect, test } from 'vitest'
import { keyOf, punctuationKey } from '../../src/text/characters.js'
import { entity, readEntity } from '../../src/text/entities.js'
import {
  ABBREVIATED,
  CAPITAL,
  ELLIPSIS,
  LINE_START,
  NUMBER,
  PARAGRAPH_START,
  UPPER,
  WORD,
} from '../../src/text/flags.js'
import { foldKey } from '../../src/text/fold.js'
import { tokenize } from '../../src/text/tokens.js'

/** The tokens of a text as printed, with "." after a word whose stop belongs to it. */
function tokens(text: string): string[] {
  const { count, start, end, flags } = tokenize(text)
  return Array.from({ length: count }, (_, i) => text.slice(start[i], end[i]) + (flags[i] & ABBREVIATED ? '.' : ''))
}

describe('words, numbers, punctuation', () => {
  test.each([
    ['Chủ tịch UBND tỉnh', ['Chủ', 'tịch', 'UBND', 'tỉnh']],
    ['1.510 tỷ; 3,5%', ['1.510', 'tỷ', ';', '3,5', '%']],
    ['ngày 5/9/2026', ['ngày', '5', '/', '9', '/', '2026']],
    ['ngày 12.3.2020.', ['ngày', '12.3.2020', '.']],
    ['2016-2021', ['2016', '-', '2021']],
    ['7h30', ['7', 'h', '30']],
    ['Bộ GD&ĐT', ['Bộ', 'GD', '&', 'ĐT']],
    ['đ/c Nam', ['đ', '/', 'c', 'Nam']],
    ["H'Hen Niê, K’Brôi", ["H'Hen", 'Niê', ',', 'K’Brôi']],
    ['Áp-ga-ni-xtan', ['Áp', '-', 'ga', '-', 'ni', '-', 'xtan']],
    ['dừng lại... rồi', ['dừng', 'lại', '...', 'rồi']],
    ['😀 ok', ['😀', 'ok']],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toEqual(expected)
  })

  test('an ellipsis of stops and the character for it are one kind of token', () => {
    const { key } = tokenize('a... b…')
    expect([key[1], key[3]]).toEqual([ELLIPSIS, ELLIPSIS])
  })
})

describe('stops that belong to a word', () => {
  test.each([
    ['TP.HCM', ['TP.', 'HCM']],
    ['TP. HCM', ['TP.', 'HCM']],
    ['Tp.Huế', ['Tp.', 'Huế']],
    ['tp. Vinh', ['tp.', 'Vinh']],
    ['PGS.TS. Lê', ['PGS.', 'TS.', 'Lê']],
    ['ThS. Lê', ['ThS.', 'Lê']],
    ['T.Ư Đảng', ['T.', 'Ư', 'Đảng']],
    ['Q.1, Q. 1, q.1', ['Q.', '1', ',', 'Q.', '1', ',', 'q.', '1']],
    ['H.Củ Chi, p.Bến Nghé', ['H.', 'Củ', 'Chi', ',', 'p.', 'Bến', 'Nghé']],
    ['Ở P. Bến Nghé', ['Ở', 'P.', 'Bến', 'Nghé']],
    ['Donald J. Trump', ['Donald', 'J.', 'Trump']],
    ['ông D. Trump', ['ông', 'D.', 'Trump']],
    ['J. R. R. Tolkien', ['J.', 'R.', 'R.', 'Tolkien']],
    ['H.T.P., trú tại', ['H.', 'T.', 'P.', ',', 'trú', 'tại']],
    ['anh S. (41 tuổi)', ['anh', 'S.', '(', '41', 'tuổi', ')']],
    ['www.bao.vn', ['www.', 'bao.', 'vn']],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toEqual(expected)
  })

  // A hidden given name, a letter, a missing space: the stop is a full stop.
  test.each([
    'Nguyễn Văn A. Ông này',
    'bà H. Theo bà',
    'ở TP. Ông nói',
    'vitamin C. Sau đó',
    'châu Á. Ở đó',
    'vùng ĐBSCL.Theo ông',
    'ông Thăng.Ông Nam',
    'N.V.A. Sau đó',
  ])('none in %s', text => {
    const { count, flags, start } = tokenize(text)
    const last = text.lastIndexOf('.')
    for (let i = 0; i + 1 < count; i++)
      if (start[i + 1] > last && start[i] < last) expect(flags[i] & ABBREVIATED).toBe(0)
    expect(tokens(text)).toContain('.')
  })
})

describe('one key for every way to write a syllable', () => {
  test.each([
    ['ủy', 'uỷ', 'ỦY', 'UỶ', 'ủy'.normalize('NFD'), 'uỷ'.normalize('NFD'), 'ủ\u200by'],
    ['hòa', 'hoà', 'HÒA', 'hòa'.normalize('NFD')],
    ['kỳ', 'kì', 'Kỳ', 'KỲ'],
    ['Mỹ', 'Mĩ'],
    ['quý', 'quí'],
    ['lý', 'lí'],
    ['Nguyễn', 'NGUYỄN', 'Ng\u200bu\u200byễn', 'Nguyê\u0303n', 'Ng\u00aduyễn'],
    ['Thủ', 'Th&#7911;', 'Th&#x1EE7;', 'TH&#7910;'],
    ['hành', 'h&agrave;nh'],
    ['Đảng', 'đảng', 'Đảng'.normalize('NFD'), 'ĐẢNG'],
  ])('%s', (...spellings) => {
    const keys = spellings.map(s => {
      const { count, key } = tokenize(s)
      expect(count, s).toBe(1)
      return key[0]
    })
    expect(new Set(keys).size).toBe(1)
  })

  test.each([
    ['ngày', 'ngài'],
    ['tay', 'tai'],
    ['thuy', 'thui'],
    ['đa', 'da'],
    ['ma', 'má', 'mà', 'mả', 'mã', 'mạ'],
    ['o', 'ô', 'ơ'],
    ['a', 'ă', 'â'],
    ['u', 'ư'],
    ['y', 'i'],
  ])('but %s is not %s', (...words) => {
    expect(new Set(words.map(keyOf)).size).toBe(words.length)
  })

  test('dashes, quotes and spaces are alike', () => {
    expect(foldKey('2016–2021')).toBe(foldKey('2016 - 2021'))
    expect(foldKey('“A”')).toBe(foldKey('"A"'))
    expect(foldKey('Chủ\u00a0tịch\u2003nước')).toBe(foldKey('Chủ tịch nước'))
    expect(foldKey('KH&amp;ĐT')).toBe(foldKey('KH&ĐT'))
    expect(foldKey('Chủ&nbsp;tịch')).toBe(foldKey('Chủ tịch'))
  })
})

describe('flags', () => {
  const flagOf = (text: string, i = 0): number => tokenize(text).flags[i]
  test('case', () => {
    expect(flagOf('Ủy') & (CAPITAL | UPPER)).toBe(CAPITAL)
    expect(flagOf('ỦY'.normalize('NFD')) & (CAPITAL | UPPER)).toBe(CAPITAL | UPPER)
    expect(flagOf('ủy') & (CAPITAL | UPPER)).toBe(0)
    expect(flagOf('&Ocirc;ng') & (CAPITAL | WORD)).toBe(CAPITAL | WORD)
  })
  test('lines and paragraphs', () => {
    const { flags } = tokenize('a\nb\r\nc\n \nd e')
    const lines = Array.from(flags, f => (f & PARAGRAPH_START ? 'p' : f & LINE_START ? 'l' : '-')).slice(0, 5)
    expect(lines).toEqual(['p', 'l', 'l', 'p', '-'])
  })
  test('numbers', () => expect(flagOf('1.510') & NUMBER).toBe(NUMBER))
})

describe('any input', () => {
  const noise = Array.from({ length: 4000 }, (_, i) => String.fromCharCode((i * 7919 + (i >> 3)) & 0xffff)).join('')
  test.each([
    ['nothing', ''],
    ['white space', ' \t\r\n\u00a0\u3000 '],
    ['marks without a letter', '\u0301\u0323'],
    ['zero-width only', '\u200b\ufeff'],
    ['half a surrogate pair', '\ud83d a \ude00'],
    ['noise', noise],
    ['ampersands', '&&amp;&#;&#x;&#99999999;&nosuch;&amp'],
  ])('%s: tokens stand in order, none empty, none overlapping', (_, text) => {
    const { count, start, end } = tokenize(text)
    let before = 0
    for (let i = 0; i < count; i++) {
      expect(start[i]).toBeGreaterThanOrEqual(before)
      expect(end[i]).toBeGreaterThan(start[i])
      before = end[i]
    }
    expect(before).toBeLessThanOrEqual(text.length)
  })

  test('a byte order mark is no token', () => expect(tokens('\ufeffThủ tướng')).toEqual(['Thủ', 'tướng']))
})

describe('marks that mean the same have one key', () => {
  test.each([
    ['-', '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043'],
    ['"', '"\u201c\u201d\u201e\u201f\u00ab\u00bb'],
    ["'", "'\u2018\u2019\u201a\u201b\u0060\u00b4"],
  ])('%s', (mark, same) => {
    for (const c of same) expect([c, punctuationKey(c.charCodeAt(0))]).toEqual([c, mark.charCodeAt(0)])
  })

  test('and others one of their own', () => {
    for (const c of '\u200f\u2016.,;:()?!%/&') expect(punctuationKey(c.charCodeAt(0))).toBe(c.charCodeAt(0))
  })
})

test('words are folded to one key each, whatever their case, composition and tone mark', () => {
  expect(foldKey('Ủy ban')).toBe(foldKey('UỶ BAN'.normalize('NFD')))
  expect(foldKey('Ủy ban')).not.toBe(foldKey('Ủy viên'))
  expect(foldKey('Ủy ban').split(' ')).toHaveLength(2)
  expect(foldKey('')).toBe('')
})

describe('character references', () => {
  test.each([
    ['&amp;', 0x26],
    ['&lt;', 0x3c],
    ['&#65;', 65],
    ['&#x41;', 65],
    ['&#X41;', 65],
    ['&#65535;', 0xffff],
    // None of the first plane: a character that stands for any.
    ['&#65536;', 0xfffd],
    ['&#0;', 0xfffd],
  ])('%s', (text, code) => {
    expect(readEntity(`a${text}b`, 1)).toBe(true)
    expect(entity).toEqual({ code, end: 1 + text.length })
  })

  test.each([
    '&;',
    '&a;',
    '&zzz;',
    '&#;',
    '&#x;',
    '&#a1;',
    '&#1a;',
    '&#xg1;',
    '&#x1g;',
    '&am p;',
    '&am-p;',
    '&amp',
    '&#00000000065;',
  ])('%s is none', text => {
    expect(readEntity(text, 0)).toBe(false)
  })
})
