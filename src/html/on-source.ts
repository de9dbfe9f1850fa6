/** Records of a plain text -> records of the HTML source that it was read from, and back to what a reader sees. */
import type { Extraction } from '../records.js'
import type { PlainText } from './plain.js'

/** Every span of the extraction moved to the source; `plain` says how it reads, where that is not what stands there. */
export function onSource(extraction: Extraction, plain: PlainText, html: string): Extraction {
  return eachSpan(extraction, span => {
    if (span.start === span.end) return span
    const { start, end } = plain.toSource(span.start, span.end)
    const text = html.slice(start, end)
    return { ...span, start, end, text, ...(text === span.text ? {} : { plain: span.text }) }
  })
}

/** The extraction with the text of each span as a reader sees it; offsets stay those of the source. */
export function asRead(extraction: Extraction): Extraction {
  return eachSpan(extraction, ({ plain, ...span }) => ({ ...span, text: plain ?? span.text }))
}

type AnySpan = { start: number; end: number; text: string; plain?: string }

const isSpan = (value: object): value is AnySpan =>
  'start' in value && typeof value.start === 'number' && 'text' in value && typeof value.text === 'string'

/** A copy of the data with each span in it exchanged. */
function eachSpan<T>(value: T, exchange: (span: AnySpan) => AnySpan): T {
  if (Array.isArray(value)) return value.map(v => eachSpan(v, exchange)) as T
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, v]) => [key, eachSpan(v, exchange)]))
  return (isSpan(copy) ? exchange(copy) : copy) as T
}
