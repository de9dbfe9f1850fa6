/** What error messages are made of. */

/** "a", "a and b", "a, b and c" */
export function listOf(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`
}

/** Says what a value is that should have been something else. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return value === '' ? 'an empty string' : `the string ${JSON.stringify(short(value))}`
  if (typeof value === 'number' || typeof value === 'bigint') return `the number ${value}`
  if (typeof value === 'symbol') return 'a symbol'
  if (typeof value === 'function') return 'a function'
  if (Array.isArray(value)) return 'an array'
  const name: unknown = (value as object).constructor?.name
  return typeof name === 'string' && name !== 'Object' && name !== '' ? `an object (${name})` : 'an object'
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

/** ' (did you mean "place"?)' for a slip of the pen, else nothing. */
export function nearest(word: string, among: readonly string[]): string {
  let best = ''
  let least = 3
  for (const candidate of among) {
    const d = distance(word.toLowerCase(), candidate.toLowerCase(), least)
    if (d < least && d < candidate.length / 2) {
      best = candidate
      least = d
    }
  }
  return best ? ` (did you mean "${best}"?)` : ''
}

/** Levenshtein distance, given up at `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit || a.length > 40) return limit
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]
}
