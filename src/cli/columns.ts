/** Rows of cells -> lines of a terminal, every line within a width. */
import { widthOf, wrap } from './text.js'

export type Style = (text: string) => string

export interface Cell {
  text: string
  style?: Style
}

const GAP = 2
/** No column gets narrower than this, unless its text is. */
const NARROWEST = 9

/**
 * Sets rows in columns. A column without any text is left out; the widest give way until all fit; where they cannot, the
 * cells of a row stand under each other.
 */
export function setColumns(rows: Cell[][], width: number, indent: number): string[] {
  const used = Array.from(rows[0] ?? [], (_, c) => rows.slice(1).some(row => row[c].text !== ''))
  const kept = rows.map(row => row.filter((_, c) => used[c]))
  const widths = Array.from(kept[0] ?? [], (_, c) =>
    kept.reduce((most, row) => Math.max(most, widthOf(row[c].text)), 0),
  )
  const margin = ' '.repeat(indent)
  const room = width - indent - GAP * (widths.length - 1)
  if (!shrink(widths, room)) return kept.slice(1).flatMap(row => stack(row, width, indent))
  return kept.flatMap(row => {
    const cells = row.map((cell, c) => wrap(cell.text, widths[c]))
    const height = Math.max(...cells.map(lines => lines.length))
    return Array.from({ length: height }, (_, l) => {
      const last = cells.findLastIndex(lines => (lines[l] ?? '') !== '')
      const line = row.slice(0, last + 1).map((cell, c) => {
        const text = cells[c][l] ?? ''
        const styled = cell.style && text ? cell.style(text) : text
        return c === last ? styled : styled + ' '.repeat(widths[c] - widthOf(text) + GAP)
      })
      return margin + line.join('')
    })
  })
}

/** Takes width from the widest columns until they fit; false if they cannot. */
function shrink(widths: number[], room: number): boolean {
  let over = widths.reduce((sum, w) => sum + w, 0) - room
  while (over > 0) {
    const widest = widths.indexOf(Math.max(...widths))
    if (widths[widest] <= NARROWEST) return false
    widths[widest]--
    over--
  }
  return true
}

function stack(row: Cell[], width: number, indent: number): string[] {
  return row.flatMap(({ text, style }, c) => {
    if (text === '') return []
    const shift = Math.min(indent + (c === 0 ? 0 : 2), Math.max(0, width - NARROWEST))
    return wrap(text, Math.max(1, width - shift)).map(line => ' '.repeat(shift) + (style ? style(line) : line))
  })
}

/** Text after a label, the lines under the first one set in. */
export function hang(label: string, text: string, width: number, style: Style, labelStyle: Style): string[] {
  const shift = widthOf(label)
  const lines = wrap(text, Math.max(NARROWEST, width - shift))
  return lines.map((line, i) => (i === 0 ? labelStyle(label) : ' '.repeat(shift)) + style(line))
}
