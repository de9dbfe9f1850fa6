/** Text nodes -> plain text as a reader sees it, and the way back to the source for every character. */
import { type Element, isElement, isText, type Node, type Text } from './dom.js'
import type { Chunk } from './tree.js'

/** A range in UTF-16 code units. */
export interface Range {
  start: number
  end: number
}

export interface PlainText {
  /** Blocks are paragraphs with an empty line between them; white space within them is one space, as browsers show it. */
  text: string
  /** Where a range of the text, which must not be empty, stands in the HTML source: from its first character to its last. */
  toSource(start: number, end: number): Range
}

/** Elements whose text flows on in the line; all others begin a paragraph and end it. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr img'.split(
    ' ',
  ),
)
/** White space that is one space in a line, whatever it is in the source. A no-break space is none of it. */
const WHITE = /[ \t\r\n\f]+/g

const SPACE = 0
const LINE = 1
const PARAGRAPH = 2
const NOTHING = -1
const BETWEEN = [' ', '\n', '\n\n']

export class PlainTextBuilder {
  private readonly parts: string[] = []
  private length = 0
  /** Runs of characters: where each begins in the text, where it stands in the source. */
  private readonly at: number[] = []
  private readonly from: number[] = []
  private readonly to: number[] = []
  /** What is to stand before the next character. */
  private pending = NOTHING
  private pendingChunk: Range | null = null
  private preformatted = 0

  constructor(private readonly chunks: WeakMap<Text, Chunk[]>) {}

  /** Adds the text of an element and of all in it, as a paragraph of its own or several. */
  add(root: Element): this {
    this.wait(PARAGRAPH)
    let node: Node | null = root
    while (node !== null) {
      this.enter(node)
      if (node.firstChild !== null) {
        node = node.firstChild
        continue
      }
      while (node !== null) {
        this.leave(node)
        if (node === root) {
          node = null
          break
        }
        if (node.nextSibling !== null) {
          node = node.nextSibling
          break
        }
        node = node.parentNode
      }
    }
    return this
  }

  build(): PlainText {
    const text = this.parts.join('')
    const { at, from, to } = this
    const runOf = (offset: number): number => {
      let low = 0
      let high = at.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (at[middle] <= offset) low = middle
        else high = middle - 1
      }
      return low
    }
    return {
      text,
      toSource(start, end) {
        if (!(start >= 0 && start < end && end <= text.length))
          throw new RangeError(`toSource: there is no range ${start} to ${end} in a text of ${text.length} code units`)
        const first = runOf(start)
        const last = runOf(end - 1)
        const lengthOf = (run: number): number => (at[run + 1] ?? text.length) - at[run]
        // A run as long as its source is the source itself; another is a reference, or white space: all of it or nothing.
        const same = (run: number): boolean => to[run] - from[run] === lengthOf(run)
        return {
          start: same(first) ? from[first] + start - at[first] : from[first],
          end: same(last) ? from[last] + end - at[last] : to[last],
        }
      },
    }
  }

  private enter(node: Node): void {
    if (isText(node)) for (const chunk of this.chunks.get(node) ?? []) this.chunk(chunk)
    else if (isElement(node)) {
      if (node.localName === 'br') this.wait(LINE)
      else if (!INLINE.has(node.localName)) this.wait(PARAGRAPH)
      if (node.localName === 'pre') this.preformatted++
    }
  }

  private leave(node: Node): void {
    if (!isElement(node)) return
    if (node.localName === 'pre') this.preformatted--
    if (node.localName !== 'br' && !INLINE.has(node.localName)) this.wait(PARAGRAPH)
  }

  private chunk({ data, start, end }: Chunk): void {
    // A reference for a space or a line break is white space like any other.
    const isSource = data.length === end - start
    let done = 0
    for (const { 0: white, index } of data.matchAll(WHITE)) {
      this.characters(data.slice(done, index), isSource ? start + done : start, isSource ? start + index : end)
      done = index + white.length
      const place = isSource ? { start: start + index, end: start + done } : { start, end }
      this.wait(this.preformatted > 0 && white.includes('\n') ? LINE : SPACE, place)
    }
    this.characters(data.slice(done), isSource ? start + done : start, end)
  }

  /** White space, if characters follow; of several kinds the strongest. */
  private wait(kind: number, place: Range | null = null): void {
    if (kind > this.pending) {
      this.pending = kind
      this.pendingChunk = place
    }
  }

  private characters(data: string, start: number, end: number): void {
    if (data === '') return
    if (this.pending !== NOTHING && this.length > 0) {
      const place = this.pendingChunk ?? { start, end: start }
      this.run(BETWEEN[this.pending], place.start, place.end)
    }
    this.pending = NOTHING
    this.pendingChunk = null
    this.run(data, start, end)
  }

  private run(text: string, start: number, end: number): void {
    this.at.push(this.length)
    this.from.push(start)
    this.to.push(end)
    this.parts.push(text)
    this.length += text.length
  }
}
