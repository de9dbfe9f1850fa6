/**
 * An extraction -> CoNLL-U Plus: one token a line, with BIO columns for officials, titles and terms, for training and comparing
 * taggers.
 *
 * Standard: CoNLL-U Plus, https://universaldependencies.org/ext-format.html (the first line names the columns). TokenRange in MISC holds the
 * offsets in Unicode code points, as UDPipe writes them; SpaceAfter=No says that the next token follows without a space.
 */
import type { Extraction, Span } from '../records.js'
import { splitSentences } from '../text/sentences.js'
import { tokenize } from '../text/tokens.js'
import { clean } from './ids.js'
import { checkSpan, codePointOffsets } from './offsets.js'

/**
 * The first line of a file, which names the columns. Those of our own carry the name of the library, as the standard asks. Put together
 * when asked for: in one piece, " global.c…" makes publint take a minified module for CommonJS.
 */
export const conllHead = (): string =>
  ['# global', 'columns = ID FORM MISC CHUCDANH:OFFICIAL CHUCDANH:PERSON CHUCDANH:TITLE CHUCDANH:TERM\n'].join('.')

export interface ConllOptions {
  /** Begin with the line that names the columns (default), or not, to write many articles one after another into one file. */
  header?: boolean | undefined
}

/**
 * Gives the tokens of one article with their tags.
 *
 * - OFFICIAL: B- or I- with the kind of the mention ("B-full", "I-full", "B-title"), else O.
 * - PERSON: the id of the official who is mentioned ("p1"), else _.
 * - TITLE: B- or I- with the kind of the position ("B-chair"), else O.
 * - TERM: B- or I- with the kind of the term ("B-years"), else O.
 *
 * A stop that belongs to an abbreviation is part of its token. Sentences are those of the extraction; none ends inside a tagged span.
 * Where spans of one column overlap, which extractions do not make, the first one stands.
 * @param text the text that the records were extracted from
 * @throws RangeError if it is another text
 */
export function toConll(text: string, extraction: Extraction, { header = true }: ConllOptions = {}): string {
  const { officials, titles, terms } = extraction
  const columns = [
    inOrder(officials.flatMap(({ id, mentions }) => mentions.map(m => ({ span: m, label: m.kind, person: id })))),
    inOrder(titles.map(t => ({ span: t, label: t.position.kind }))),
    inOrder(terms.map(t => ({ span: t, label: t.kind }))),
  ]
  for (const column of columns) for (const { span } of column) checkSpan('toConll', text, span)

  const { tokens, sentences } = read(text, columns)
  const [official, title, term] = columns.map(column => tagsOf(tokens, column))
  const points = codePointOffsets(text)
  const lines = [extraction.id === undefined ? '# newdoc' : `# newdoc id = ${clean(extraction.id)}`]
  let number = 0
  const write = (from: number, to: number): void => {
    lines.push(`# sent_id = ${++number}`)
    const textLine = lines.push('') - 1
    let whole = ''
    for (let i = from; i < to; i++) {
      const { start, end } = tokens[i]
      const form = text.slice(start, end)
      const glued = tokens[i + 1]?.start === end
      const misc = `${glued ? 'SpaceAfter=No|' : ''}TokenRange=${points(start)}:${points(end)}`
      lines.push([i - from + 1, form, misc, official[i].tag, official[i].person, title[i].tag, term[i].tag].join('\t'))
      whole += glued || i + 1 === to ? form : `${form} `
    }
    lines[textLine] = `# text = ${whole}`
    lines.push('')
  }
  let from = 0
  for (let i = 1; i <= tokens.length; i++) {
    if (i < tokens.length) {
      const inSpan = [official, title, term].some(tags => tags[i].tag.startsWith('I-'))
      if (inSpan || !sentences.has(tokens[i].start)) continue
    }
    write(from, i)
    from = i
  }
  return `${header ? conllHead() : ''}${lines.join('\n')}\n`
}

interface Labelled {
  span: Span
  label: string
  person?: string
}

/** The spans of one column by their start; of two that overlap, the first. */
function inOrder(labelled: Labelled[]): Labelled[] {
  let end = 0
  return [...labelled]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter(({ span }) => {
      if (span.start < end || span.end <= span.start) return false
      end = span.end
      return true
    })
}

interface Token {
  start: number
  end: number
}

/** The tokens of the text, none of which runs over the edge of a span, and where its sentences start. */
function read(text: string, columns: Labelled[][]): { tokens: Token[]; sentences: ReadonlySet<number> } {
  const { count, start, end, ...rest } = tokenize(text)
  const { first, count: sentenceCount } = splitSentences(text, { count, start, end, ...rest })
  const sentences = new Set<number>()
  for (let i = 0; i < sentenceCount; i++) sentences.add(start[first[i]])

  const edges = columns.flatMap(column => column.flatMap(({ span }) => [span.start, span.end])).sort((a, b) => a - b)
  const tokens: Token[] = []
  let edge = 0
  for (let i = 0; i < count; i++) {
    let from = start[i]
    let to = end[i]
    // The stop of "TP." belongs to no token of ours; here nothing that is printed may be lost.
    if (text[to] === '.' && (i + 1 === count || start[i + 1] > to)) to++
    while (edge < edges.length && edges[edge] <= from) edge++
    for (; edge < edges.length && edges[edge] < to; edge++) {
      if (edges[edge] === from) continue
      tokens.push({ start: from, end: edges[edge] })
      from = edges[edge]
    }
    tokens.push({ start: from, end: to })
  }
  return { tokens, sentences }
}

/** One tag a token. */
function tagsOf(tokens: Token[], column: Labelled[]): { tag: string; person: string }[] {
  let at = 0
  let inside: Labelled | null = null
  return tokens.map(({ start, end }) => {
    while (at < column.length && column[at].span.end <= start) at++
    const labelled = column[at]
    if (labelled === undefined || labelled.span.start >= end) {
      inside = null
      return { tag: 'O', person: '_' }
    }
    const tag = `${inside === labelled ? 'I' : 'B'}-${labelled.label}`
    inside = labelled
    return { tag, person: labelled.person ?? '_' }
  })
}
