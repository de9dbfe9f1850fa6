/** A text -> its paragraphs, as they are printed: set apart by blank lines, or by line ends where lines are not wrapped. */

export interface Block {
  /** UTF-16 code units; what lies between two blocks is white space. */
  start: number
  end: number
  /** The first line, where it reads like a headline: short, without a stop, apart from what follows. */
  headline: boolean
}

/** A line longer than this was not wrapped by hand, so its end is that of a paragraph. */
const LONGEST_WRAPPED = 110
const LONGEST_HEADLINE = 200
const ENDED = /[.!?…;:”"»)\]]\s*$/

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let open: Block | null = null
  let before = 0
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) {
    if (line.trim() === '') {
      open = null
      continue
    }
    if (open !== null) {
      const breaks = text.slice(open.end, index)
      if (before > LONGEST_WRAPPED || (breaks !== '\n' && breaks !== '\r\n')) open = null
    }
    if (open === null) {
      open = { start: index, end: 0, headline: false }
      blocks.push(open)
    }
    open.end = index + line.length
    before = line.length
  }
  const [first] = blocks
  if (blocks.length > 1) first.headline = isHeadline(text.slice(first.start, first.end))
  return blocks
}

const isHeadline = (block: string): boolean =>
  block.length <= LONGEST_HEADLINE && !/[\r\n]/.test(block) && !ENDED.test(block)
