/** Text for a terminal: harmless, measured, wrapped. */
import stringWidth from 'string-width'

// Control characters could drive the terminal, bidirectional ones reorder the line.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/g

/** Lines of a format as a terminal may have them: what could drive it is written as "\u009b", which JSON takes for the same. */
export function harmlessLines(text: string): string {
  return text.replace(UNSAFE, c =>
    c === '\n' || c === '\t' ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The text in one line, white space made single spaces, what is not to be printed written out ("\x1b"). */
export function plainText(text: string): string {
  return text
    .replace(/[\s\u0085]+/g, ' ')
    .trim()
    .replace(UNSAFE, c => {
      const code = c.charCodeAt(0)
      return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
    })
}

export const widthOf = (text: string): number => stringWidth(text)

/** The lines of a text at a width, broken at spaces; a word longer than a line is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const flush = (): void => {
    lines.push(line)
    line = ''
    used = 0
  }
  for (const word of text.split(' ')) {
    for (const part of pieces(word, width)) {
      const w = widthOf(part)
      if (used > 0 && used + 1 + w > width) flush()
      line += used > 0 ? ` ${part}` : part
      used += w + (used > 0 ? 1 : 0)
    }
  }
  if (line || lines.length === 0) flush()
  return lines
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })

function pieces(word: string, width: number): string[] {
  if (word.length <= width || widthOf(word) <= width) return [word]
  const out: string[] = []
  let piece = ''
  let used = 0
  for (const { segment } of graphemes.segment(word)) {
    const w = widthOf(segment)
    if (used > 0 && used + w > width) {
      out.push(piece)
      piece = ''
      used = 0
    }
    piece += segment
    used += w
  }
  if (piece) out.push(piece)
  return out
}
