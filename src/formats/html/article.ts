/** A text and its records -> the text with all of them marked. Its text content is the text itself. */
import type { Extraction } from '../../records.js'
import { blocksOf } from './blocks.js'
import { escapeHtml } from './escape.js'
import { type Mark, type MarkKind, marksOf } from './marks.js'
import { type Layered, sweep } from './sweep.js'

interface BlockMark extends Layered {
  kind: 'block'
  headline: boolean
}

/** The elements; those that tell something by hover and focus are `mark`. */
const ELEMENTS: Record<MarkKind, { tag: 'mark' | 'span'; name: string }> = {
  directive: { tag: 'span', name: 'cd-d' },
  held: { tag: 'span', name: 'cd-h' },
  speaker: { tag: 'span', name: 'cd-from' },
  addressee: { tag: 'span', name: 'cd-to' },
  task: { tag: 'span', name: 'cd-task' },
  cue: { tag: 'span', name: 'cd-cue' },
  deadline: { tag: 'span', name: 'cd-due' },
  title: { tag: 'mark', name: 'cd-t' },
  term: { tag: 'mark', name: 'cd-y' },
  name: { tag: 'mark', name: 'cd-n' },
}

/**
 * @param prefix before every id, so that several articles can stand in one page
 * @throws RangeError if the records are of another text
 */
export function articleMarkup(text: string, extraction: Extraction, prefix = '', caller = 'toHtml'): string {
  const out: string[] = []
  /** Where the tags of what is open stand in `out`; they are written when it is known whether they were cut. */
  const tags: { at: number; whole: boolean }[] = []
  const seen = new Set<string>()
  const blocks = blocksOf(text).map((b): BlockMark => ({ ...b, kind: 'block', layer: 0 }))
  const language = extraction.language === 'und' ? '' : ` lang="${escapeHtml(extraction.language)}"`
  out.push(`<div class="cd-text"${language}>`)
  sweep<Mark | BlockMark>([...blocks, ...marksOf(caller, text, extraction)], text.length, {
    open(_, whole) {
      tags.push({ at: out.length, whole })
      out.push('')
    },
    close(mark, whole) {
      const tag = tags.pop()!
      if (mark.kind === 'block') {
        out[tag.at] = mark.headline ? '<p class="cd-headline" role="heading" aria-level="2">' : '<p>'
        out.push('</p>')
      } else {
        out[tag.at] = openTag(mark, tag.whole, whole, extraction, prefix, seen)
        out.push(`</${ELEMENTS[mark.kind].tag}>`)
      }
    },
    text(start, end) {
      out.push(escapeHtml(text.slice(start, end)))
    },
  })
  out.push('</div>')
  return out.join('')
}

function openTag(
  mark: Mark,
  begins: boolean,
  ends: boolean,
  extraction: Extraction,
  prefix: string,
  seen: Set<string>,
): string {
  const { kind, index, person } = mark
  const { tag, name } = ELEMENTS[kind]
  const classes = [name]
  if (!begins) classes.push('cd-goes-on')
  if (!ends) classes.push('cd-cut')
  if (kind === 'title' && extraction.titles[index].generic) classes.push('cd-generic')
  const attributes = [`class="${classes.join(' ')}"`]
  const id = begins ? idOf(mark) : null
  if (id !== null && !seen.has(id)) {
    seen.add(id)
    attributes.push(`id="${prefix}${id}"`)
  }
  if (person !== null) attributes.push(`data-p="${person}"`)
  if (kind === 'held') attributes.push(`data-no="${person! + 1}"`)
  if (kind === 'directive') attributes.push(`data-d="${index}"`, `data-no="${index + 1}"`)
  const note = noteOf(mark)
  if (note !== null) {
    attributes.push(`data-note="${prefix}${note}"`)
    if (begins) attributes.push(`tabindex="0" aria-describedby="${prefix}${note}"`)
  }
  return `<${tag} ${attributes.join(' ')}>`
}

/** What links to the place in the text: a person to the first mention, a directive to its sentence. */
function idOf({ kind, index }: Mark): string | null {
  if (kind === 'name') return `name-${index}`
  if (kind === 'directive') return `sentence-${index}`
  if (kind === 'term') return `years-${index}`
  return null
}

/** The note that tells more. */
function noteOf({ kind, index }: Mark): string | null {
  if (kind === 'title') return `note-t${index}`
  if (kind === 'name') return `note-p${index}`
  if (kind === 'term') return `note-y${index}`
  return null
}
