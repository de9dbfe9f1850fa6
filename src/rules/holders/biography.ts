/**
 * Titles in the lines of a career, and those that "của" ties to a person.
 *
 *   chức Bí thư Tỉnh ủy của ông X
 *   Từ 2005 - 2010: Phó Giám đốc Sở Tài chính
 */
import type { Document, Title } from '../../document.js'
import { COLON, COMMA, DASH, NUMBER, WORD } from '../../text/flags.js'
import { isWord } from '../words.js'
import { tie } from './apposition.js'
import { gapBetween, type Scene } from './scene.js'
import { nameAfter, topicBefore } from './subject.js'
import { DATE_WORDS, setStatus } from './tense.js'

const LISTS = new Set(['comma', 'plus', 'and', 'semicolon', 'dash', 'adjacent'])

/** "chức Bí thư Tỉnh ủy của ông X"; and dated lines of a biography. */
export function ofPerson(doc: Document, scene: Scene): void {
  const { items, stop } = scene
  const dates: Dates = { read: scene.first, years: 0, onlyDates: true, colon: false }
  for (let i = 0; i < items.length; i++) {
    const title = items[i].title
    if (title === null || title.holder !== null || title.generic) continue
    const b = title.outer - 1
    const office =
      b >= scene.first &&
      (isWord(doc, b, 'chức') || isWord(doc, b, 'vụ') || isWord(doc, b, 'danh') || isWord(doc, b, 'vị'))
    if (office) {
      const after = nameAfter(doc, items, i, stop)
      if (after !== null) tie(doc, title, after, 'of')
    }
    if (title.holder === null && datedLine(doc, scene, title, dates)) {
      const holder = topicBefore(doc, scene, title.outer)
      if (holder !== null) {
        let k = i
        do {
          const own = items[k].title!
          tie(doc, own, holder, 'biography')
          if (own.statusBy === 'default') setStatus(own, 'former', 'career')
          k++
        } while (
          k < items.length &&
          items[k].title !== null &&
          items[k].title!.holder === null &&
          LISTS.has(gapBetween(doc, items[k - 1], items[k], stop))
        )
      }
    }
  }
}

/** What stands in a line up to the token `read`: each title reads on from where the one before left off. */
interface Dates {
  read: number
  years: number
  onlyDates: boolean
  colon: boolean
}

/** "Từ 2005 - 2010: Phó Giám đốc …", "- 8/2015 – 10/2018, Phó Bí thư …": a line of a biography. */
function datedLine(doc: Document, scene: Scene, title: Title, dates: Dates): boolean {
  const { key, flags, start, end } = doc.tokens
  for (; dates.read < title.outer; dates.read++) {
    const j = dates.read
    if ((flags[j] & NUMBER) !== 0) {
      if (end[j] - start[j] === 4) dates.years++
    } else if ((flags[j] & WORD) !== 0) {
      if (!dates.colon && !DATE_WORDS.has(doc, j)) dates.onlyDates = false
    } else if (key[j] === COLON && dates.years > 0) dates.colon = true
  }
  const { years, onlyDates, colon } = dates
  if (years === 0) return false
  // "Từ tháng 3/1950 đến tháng 5/1954: Chiến sĩ, Tiểu đội trưởng": a colon parts the time from the posts.
  if (colon) return onlyDates || isWord(doc, scene.first, 'từ') || isWord(doc, scene.first + 1, 'từ')
  // "Ngày 8/2/2018, Thủ tướng …" is news; a life is told by years, and a comma follows a span of them.
  const before = key[title.outer - 1]
  return onlyDates && (before === COMMA || before === DASH) && years > 1
}
