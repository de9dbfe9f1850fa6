/**
 * Reads the head of a title: the position with what modifies it.
 *
 *   Phó Chủ tịch Thường trực · Phó Trưởng ban · Thượng tướng · Ủy viên dự khuyết
 */
import type { Document, Head } from '../../document.js'
import { MODIFIER, POSITION, RANK } from '../../lexicon/classes.js'
import type { Row } from '../../lexicon/lexicon.js'
import type { PositionKind } from '../../records.js'

/** Columns of a position row, as `lexicon/classes.ts` keeps them. */
export const POSITION_COLUMNS = { canonical: 0, kind: 1, deputy: 2, english: 3, body: 4, scope: 5, shares: 6 } as const

/** Words that modify one position, at most. */
const MOST_MODIFIERS = 4

export function readHead(doc: Document, i: number, stop: number): Head | null {
  const { marks } = doc
  const position = marks.endAt(i, POSITION)
  const rank = marks.endAt(i, RANK)
  if (position < 0 && rank < 0) return null
  if (rank > position) {
    const row = marks.rowAt(i, RANK)!
    return {
      from: i,
      to: rank,
      row,
      kind: 'rank',
      deputy: false,
      standing: false,
      modifiers: [],
      rank: true,
      shares: '',
    }
  }
  const row = marks.rowAt(i, POSITION)!
  let to = position
  const modifiers: Row[] = []
  while (to < stop && modifiers.length < MOST_MODIFIERS && marks.has(to, MODIFIER)) {
    modifiers.push(marks.rowAt(to, MODIFIER)!)
    to = marks.endAt(to, MODIFIER)
  }
  const shares = modifiers.length === 0 ? row[POSITION_COLUMNS.shares] : ''
  return {
    from: i,
    to,
    row,
    kind: row[POSITION_COLUMNS.kind] as PositionKind,
    deputy: row[POSITION_COLUMNS.deputy] === 'yes',
    standing:
      modifiers.some(m => m[1] === 'standing') ||
      (row[POSITION_COLUMNS.kind] === 'member' && /^Thường trực/.test(row[0])),
    modifiers,
    rank: false,
    shares,
  }
}
