/** Finds a place that a caller names in words of their own: "Huế", "TP Huế", "tỉnh Quảng Trị", "Hướng Phùng, Quảng Trị". */
import { PLACE, UNIT } from './classes.js'
import type { Lexicon, Row } from './lexicon.js'

/** The words of `place` that the lexicon has a place under, without its unit and what stands around it; null if it has none. */
export function placeForm(lexicon: Lexicon, place: string): string | null {
  for (const part of [place, ...place.split(/[,;(]/)]) {
    const form = part.trim()
    if (!form) continue
    if (lexicon.find(PLACE, form) !== null) return form
    const bare = withoutUnit(lexicon, form)
    if (bare !== null && lexicon.find(PLACE, bare) !== null) return bare
  }
  return null
}

/** The province of that name, of today or before, or null. */
export function findProvince(lexicon: Lexicon, name: string): Row | null {
  const form = placeForm(lexicon, name)
  if (form === null) return null
  const row = lexicon.find(PLACE, form)!
  if (row[1] === 'province') return row
  // A place of the caller's own that is called like the province comes first.
  return lexicon.findAll(PLACE, row[0]).find(r => r[0] === row[0] && r[1] === 'province') ?? null
}

/** "tỉnh Quảng Trị" -> "Quảng Trị", "TP.Huế" -> "Huế" */
function withoutUnit(lexicon: Lexicon, form: string): string | null {
  for (let at = form.search(/[\s.]/); at > 0 && at < form.length; ) {
    if (lexicon.find(UNIT, form.slice(0, at)) !== null) return form.slice(at + 1).replace(/^[\s.]+/, '')
    const next = form.slice(at + 1).search(/[\s.]/)
    at = next < 0 ? -1 : at + 1 + next
  }
  return null
}
