/** A text and its records -> the text for a terminal, with what was found in it in colours: those of the HTML page. */
import pc from 'picocolors'
import { blocksOf } from '../formats/html/blocks.js'
import { type Mark, type MarkKind, marksOf } from '../formats/html/marks.js'
import { type Layered, sweep } from '../formats/html/sweep.js'
import type { Kind } from '../options.js'
import type { Extraction } from '../records.js'
import type { Style } from './columns.js'
import { plainText, widthOf, wrap } from './text.js'

export interface ShownOptions {
  width: number
  color: boolean
  kinds: ReadonlySet<Kind>
}

const INDENT = '  '
const NARROW = 24

/** A stretch of one style. */
interface Run {
  text: string
  style: Style
}

/** The paragraphs of the text, wrapped, and what the colours mean. */
export function formatText(text: string, record: Extraction, options: ShownOptions): string {
  const c = pc.createColors(options.color)
  const styles = stylesOf(c)
  const width = Math.max(NARROW, options.width) - INDENT.length
  const paragraphs: Run[][] = []
  const blocks = blocksOf(text).map(b => ({ ...b, layer: 0, kind: 'block' as const }))
  const open: (Mark | (Layered & { kind: 'block' }))[] = []
  sweep([...blocks, ...marksOf('formatText', text, record)], text.length, {
    open(mark) {
      if (mark.kind === 'block') paragraphs.push([])
      open.push(mark)
    },
    close() {
      open.pop()
    },
    text(start, end) {
      if (open.length === 0) return
      const kinds = open.map(m => m.kind).filter(kind => kind !== 'block')
      paragraphs[paragraphs.length - 1].push({ text: text.slice(start, end), style: styleOf(kinds, styles) })
    },
  })
  const lines = paragraphs.flatMap((runs, i) => [...(i === 0 ? [] : ['']), ...wrapRuns(runs, width)])
  return [legend(options.kinds, styles), '', ...lines.map(line => (line === '' ? '' : INDENT + line))].join('\n')
}

type Colors = ReturnType<typeof pc.createColors>
type Styles = Record<MarkKind, Style | null>

function stylesOf(c: Colors): Styles {
  return {
    name: text => c.bold(c.blue(text)),
    title: c.yellow,
    term: c.green,
    directive: c.magenta,
    cue: text => c.bold(c.magenta(text)),
    deadline: text => c.underline(c.magenta(text)),
    held: null,
    speaker: null,
    addressee: null,
    task: null,
  }
}

/** The innermost that has one. */
function styleOf(kinds: readonly MarkKind[], styles: Styles): Style {
  const kind = kinds.findLast(k => styles[k] !== null)
  return kind === undefined ? text => text : styles[kind]!
}

function legend(kinds: ReadonlySet<Kind>, { name, title, term, directive }: Styles): string {
  const words: [Kind, Style | null][] = [
    ['officials', name],
    ['titles', title],
    ['terms', term],
    ['directives', directive],
  ]
  const shown = words.filter(([kind]) => kinds.has(kind)).map(([kind, style]) => style!(kind))
  return `${INDENT}${shown.join('  ')}`
}

/** Lines of a width, broken at spaces wherever the styles change; a word longer than a line is cut. */
function wrapRuns(runs: readonly Run[], width: number): string[] {
  const lines: string[] = []
  let line: Run[] = []
  let used = 0
  let space: Style | null = null
  const flush = (): void => {
    lines.push(line.map(run => run.style(run.text)).join(''))
    line = []
    used = 0
    space = null
  }
  const put = (text: string, style: Style): void => {
    const last = line[line.length - 1]
    if (last?.style === style) last.text += text
    else line.push({ text, style })
    used += widthOf(text)
  }
  for (const word of wordsOf(runs)) {
    if (word === null) {
      if (used > 0) space = runAt(line)
      continue
    }
    const size = word.runs.reduce((sum, run) => sum + widthOf(run.text), 0)
    if (used > 0 && used + (space === null ? 0 : 1) + size > width) flush()
    // Within a title and the like the space is of its style, so that colours do not break up at each word.
    if (space !== null) put(' ', space === word.runs[0].style ? space : plain)
    space = null
    for (const run of word.runs)
      for (const part of wrap(run.text, width)) {
        if (used > 0 && used + widthOf(part) > width) flush()
        put(part, run.style)
      }
  }
  if (used > 0 || lines.length === 0) flush()
  return lines
}

const plain: Style = text => text
const runAt = (line: readonly Run[]): Style => line[line.length - 1].style

/** Words, each in the runs that it lies in; null stands for white space. */
function* wordsOf(runs: readonly Run[]): Generator<{ runs: Run[] } | null> {
  let word: Run[] = []
  for (const { text, style } of runs)
    for (const piece of text.split(/([\s\u0085]+)/)) {
      if (piece === '') continue
      if (/^[\s\u0085]/.test(piece)) {
        if (word.length > 0) yield { runs: word }
        word = []
        yield null
      } else word.push({ text: plainText(piece), style })
    }
  if (word.length > 0) yield { runs: word }
}
