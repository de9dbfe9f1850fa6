/** Reads the plain-text corpora beside the tests: blocks parted by empty lines, comments after "#". */
import { readFileSync } from 'node:fs'

export interface Block {
  /** The comment right above the block: what it is an example of. */
  note: string
  /** Line of the file that the block begins at, for messages. */
  line: number
  lines: string[]
}

export function readBlocks(file: string): Block[] {
  const blocks: Block[] = []
  let note = ''
  let open: Block | null = null
  readFileSync(new URL(`../corpus/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .forEach((line, i) => {
      if (line.startsWith('#')) note = line.replace(/^#[\s-]*/, '')
      if (line.startsWith('#') || line.trim() === '') open = null
      else {
        if (open === null) {
          open = { note, line: i + 1, lines: [] }
          blocks.push(open)
        }
        open.lines.push(line)
      }
    })
  return blocks
}
