/**
 * UTF-16 code units (the offsets of the records) -> Unicode code points (the offsets of tools written in Python). They differ from
 * the first character outside the Basic Multilingual Plane on: an emoji is two code units and one code point.
 */
import type { Span } from '../records.js'

/** A function that tells the code point offset of a code unit offset, or leaves it as it is where the text has none of those. */
export function codePointOffsets(text: string): (offset: number) => number {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return offset => offset
  const at = new Int32Array(text.length + 1)
  let points = 0
  for (let i = 0; i < text.length; i++) {
    at[i] = points
    const c = text.codePointAt(i) as number
    if (c > 0xffff) at[++i] = points // between the halves
    points++
  }
  at[text.length] = points
  return offset => at[offset]
}

/** @throws RangeError if the span does not stand where it says, because the text is another one than the records were made from */
export function checkSpan(caller: string, text: string, { start, end, text: printed }: Span): void {
  if (text.slice(start, end) === printed) return
  throw new RangeError(
    `${caller}: the text has ${JSON.stringify(text.slice(start, end))} at ${start}–${end} where the records have ${JSON.stringify(printed)}; give the very text that they were extracted from`,
  )
}
