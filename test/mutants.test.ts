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
