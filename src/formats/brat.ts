/**
 * An extraction -> brat standoff: the content of the .ann file that stands beside the article's .txt file.
 *
 * Standard: brat, https://brat.nlplab.org/standoff.html. Offsets are Unicode code points, because brat counts in those; a span that
 * runs over a line break or tab is written in pieces, because an annotation is one line of tab-separated cells.
 */
import type { Extraction, Official, Span } from '../records.js'
import { clean } from './ids.js'
import { checkSpan, codePointOffsets } from './offsets.js'

/**
 * The annotation.conf that declares the types below; brat looks for it in the directory of the documents or above.
 *
 * Entities: Official (a mention), Title, Term, Directive and its parts. Relations: who holds which title, which term a title is for, who
 * says a directive, its cue, whom it addresses, its tasks and their deadlines, and what it carries on. `Person` makes the
 * mentions of one official equivalent.
 */
export const BRAT_CONFIG = `[entities]
Official
Title
Term
Directive
Speaker
Cue
Addressee
Action
Deadline

[relations]
Holds	Arg1:Official, Arg2:Title
For_term	Arg1:Title, Arg2:Term
Said_by	Arg1:Directive, Arg2:Speaker|Official
Has_cue	Arg1:Directive, Arg2:Cue
Addressed_to	Arg1:Directive, Arg2:Addressee
Has_action	Arg1:Directive, Arg2:Action
Due	Arg1:Action, Arg2:Deadline
Continues	Arg1:Directive, Arg2:Directive
Person	Arg1:Official, Arg2:Official, <REL-TYPE>:symmetric-transitive
<OVERLAP>	Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Mention	Arg:Official, Value:full|short|title|pronoun
Status	Arg:Title, Value:current|former|acting|incoming
Generic	Arg:Title
Kind	Arg:Term, Value:years|ordinal|congress
Force	Arg:Directive, Value:order|request|urge|assign|prohibit|obligation
`

/**
 * Gives the annotations of one article, to be saved beside it (`001.ann` beside `001.txt`, both UTF-8).
 *
 * A note on an official tells the id and the name, on a title its canonical form.
 * @param text the text that the records were extracted from
 * @throws RangeError if it is another text
 */
export function toBrat(text: string, extraction: Extraction): string {
  const points = codePointOffsets(text)
  const lines: string[] = []
  const counts = { T: 0, R: 0, A: 0, '#': 0 }
  const entity = (type: string, span: Span): string => {
    checkSpan('toBrat', text, span)
    const id = `T${++counts.T}`
    const pieces = piecesOf(span)
    const offsets = pieces.map(({ start, end }) => `${points(start)} ${points(end)}`).join(';')
    lines.push(`${id}\t${type} ${offsets}\t${pieces.map(piece => piece.text).join(' ')}`)
    return id
  }
  const relation = (type: string, from: string, to: string): void => {
    lines.push(`R${++counts.R}\t${type} Arg1:${from} Arg2:${to}`)
  }
  const attribute = (type: string, of: string, value?: string): void => {
    lines.push(`A${++counts.A}\t${type} ${of}${value === undefined ? '' : ` ${value}`}`)
  }
  const note = (of: string, words: string): void => {
    lines.push(`#${++counts['#']}\tAnnotatorNotes ${of}\t${clean(words)}`)
  }

  const { officials, titles, terms, directives } = extraction
  const mentions = new Map<string, string[]>()
  for (const official of officials) {
    const ids = official.mentions.map(mention => {
      const id = entity('Official', mention)
      attribute('Mention', id, mention.kind)
      note(id, `${official.id} ${official.name}`)
      return id
    })
    mentions.set(official.id, ids)
    if (ids.length > 1) lines.push(`*\tPerson ${ids.join(' ')}`)
  }
  const termIds = terms.map(term => {
    const id = entity('Term', term)
    attribute('Kind', id, term.kind)
    return id
  })
  const titleIds = titles.map(title => {
    const id = entity('Title', title)
    attribute('Status', id, title.status)
    if (title.generic) attribute('Generic', id)
    note(id, title.canonical)
    return id
  })
  for (const official of officials)
    for (const { titles: where, term } of official.roles)
      for (const i of where) {
        const mention = nearest(official, titles[i])
        if (mention !== null) relation('Holds', mentions.get(official.id)![mention], titleIds[i])
        if (term !== null) relation('For_term', titleIds[i], termIds[term])
      }
  const directiveIds = directives.map(directive => entity('Directive', directive))
  directives.forEach((directive, i) => {
    const id = directiveIds[i]
    const { speaker, cue, addressee, actions, continues, force } = directive
    attribute('Force', id, force)
    if (speaker !== null) {
      const { text: printed, start, end, officialId } = speaker
      if (printed !== null && start !== null && end !== null)
        relation('Said_by', id, entity('Speaker', { text: printed, start, end }))
      else if (officialId !== null && mentions.get(officialId)?.[0] !== undefined)
        relation('Said_by', id, mentions.get(officialId)![0])
    }
    if (cue !== null) relation('Has_cue', id, entity('Cue', cue))
    if (addressee !== null) relation('Addressed_to', id, entity('Addressee', addressee))
    for (const action of actions) {
      const task = entity('Action', action)
      relation('Has_action', id, task)
      if (action.deadline !== null) relation('Due', task, entity('Deadline', action.deadline))
    }
    if (continues !== null) relation('Continues', id, directiveIds[continues])
  })
  return lines.map(line => `${line}\n`).join('')
}

/** Control characters and separators: all that ends a line for Python, and with it an annotation for brat, and the tab, which ends a cell. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu

/** The stretches of a span between line breaks. */
function piecesOf({ start, text }: Span): Span[] {
  const pieces: Span[] = []
  let from = 0
  const piece = (to: number): void => {
    if (to > from) pieces.push({ start: start + from, end: start + to, text: text.slice(from, to) })
  }
  for (const { index, 0: gap } of text.matchAll(BREAKS)) {
    piece(index)
    from = index + gap.length
  }
  piece(text.length)
  return pieces
}

/** Index of the mention that stands nearest to the title, by name if there is one so near. */
function nearest({ mentions }: Official, title: Span): number | null {
  let best: number | null = null
  let least = Number.POSITIVE_INFINITY
  mentions.forEach((mention, i) => {
    const gap = Math.max(title.start - mention.end, mention.start - title.end, 0)
    // A title that is a mention itself is what the person is called by, not what the name is told.
    const distance = mention.kind === 'title' ? gap + title.end - title.start + 1000 : gap
    if (distance < least) {
      best = i
      least = distance
    }
  })
  return best
}
