/** Searches in lists that are in order of the text, in time that grows with the logarithm of their length. */

/** Index of the first of the ranges that begins at token `at` or after it; their number where none does. */
export function firstFrom(ranges: readonly { from: number }[], at: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (ranges[mid].from < at) low = mid + 1
    else high = mid
  }
  return low
}

/** Index of the first of `count` items for which `holds`, where it holds for all behind that one; `count` where for none. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const mid = (low + high) >> 1
    if (holds(mid)) high = mid
    else low = mid + 1
  }
  return low
}
