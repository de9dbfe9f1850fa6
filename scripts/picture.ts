/**
 * Draws what the command line prints for the sample report of the README as docs/demo.svg: run `npm run picture` after a
 * change to the table or to what it shows.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { formatTable } from '../src/cli/table.js'
import { extract } from '../src/index.js'
import { KINDS } from '../src/options.js'

const REPORT = '18-gia-lai-hoi-nghi-truc-tuyen'
const COMMAND = `chucdanh extract --date 2026-01-29 fixtures/${REPORT}.txt`
const WIDTH = 92

const CELL = 8.43
const LINE = 19
const MARGIN = 18
const TOP = 46
const BACKGROUND = '#15181e'
const TEXT = '#d6dae2'
const COLORS: Record<string, string> = { 32: '#9ece6a', 33: '#e0af68', 34: '#7aa2f7', 35: '#bb9af7', 36: '#56c8d8' }

interface Run {
  text: string
  column: number
  color: string
  bold: boolean
  dim: boolean
}

/** The coloured runs of a line, from its escape sequences. */
function runsOf(line: string): Run[] {
  const runs: Run[] = []
  let column = 0
  let color = TEXT
  let bold = false
  let dim = false
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins a colour
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins a colour
    const code = /^\u001b\[(\d+)m$/.exec(part)?.[1]
    if (code === undefined) {
      if (part) runs.push({ text: part, column, color, bold, dim })
      column += [...part].length
    } else if (code === '1') bold = true
    else if (code === '2') dim = true
    else if (code === '22') bold = dim = false
    else if (code === '39') color = TEXT
    else color = COLORS[code] ?? TEXT
  }
  return runs
}

const markup = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

function draw(lines: string[]): string {
  const width = Math.ceil(WIDTH * CELL + 2 * MARGIN)
  const height = TOP + lines.length * LINE + MARGIN
  const body = lines.flatMap((line, l) =>
    runsOf(line).flatMap(({ text, column, color, bold, dim }) => {
      // Each word at its own place, so that columns stand whatever font is there.
      const words = [...text.matchAll(/\S+(?: \S+)*/g)]
      return words.map(word => {
        const x = MARGIN + (column + [...text.slice(0, word.index)].length) * CELL
        const length = [...word[0]].length * CELL
        const weight = bold ? ' font-weight="bold"' : ''
        const opacity = dim ? ' opacity="0.55"' : ''
        return `<text x="${x.toFixed(1)}" y="${TOP + l * LINE + 14}" fill="${color}" textLength="${length.toFixed(1)}" lengthAdjust="spacingAndGlyphs"${weight}${opacity}>${markup(word[0])}</text>`
      })
    }),
  )
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (c, i) => `<circle cx="${22 + i * 18}" cy="20" r="5.5" fill="${c}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="The table that chucdanh prints for a report">
<rect width="${width}" height="${height}" rx="9" fill="${BACKGROUND}"/>
${dots.join('')}
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace" font-size="14" xml:space="preserve">
${body.join('\n')}
</g>
</svg>
`
}

const text = readFileSync(new URL(`../fixtures/${REPORT}.txt`, import.meta.url), 'utf8')
const record = extract(text, { id: REPORT, date: '2026-01-29' })
const table = formatTable(record, { width: WIDTH, color: true, kinds: new Set(KINDS) })
const target = new URL('../docs/demo.svg', import.meta.url)
writeFileSync(target, draw([`\u001b[32m$\u001b[39m ${COMMAND}`, '', ...table.split('\n')]))
console.log('docs/demo.svg')
