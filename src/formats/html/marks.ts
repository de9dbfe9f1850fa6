/** Records -> what is marked in the text: one mark for each span, with what it is and whose. */
import type { Extraction, Span } from '../../records.js'
import { checkSpan } from '../offsets.js'
import type { Layered } from './sweep.js'

export type MarkKind =
  | 'directive'
  | 'held'
  | 'speaker'
  | 'addressee'
  | 'task'
  | 'cue'
  | 'deadline'
  | 'title'
  | 'term'
  | 'name'

/** From the outermost to the innermost. Layer 0 is for the blocks of the text. */
const LAYERS: readonly MarkKind[] = [
  'directive',
  'held',
  'task',
  'addressee',
  'speaker',
  'cue',
  'deadline',
  'title',
  'term',
  'name',
]

export interface Mark extends Layered {
  kind: MarkKind
  /** Index into the list of the extraction that it comes from: titles, terms, directives; of a name, that of the official. */
  index: number
  /** Index of the official it belongs to, or null. */
  person: number | null
}

/**
 * The marks of a text, in no order.
 *
 * "held" lies around each title and name of a person, and around several of one person that stand side by side: it joins a title to its
 * holder, and bears the holder's number.
 * @param caller for the message
 * @throws RangeError if the records are of another text
 */
export function marksOf(caller: string, text: string, extraction: Extraction): Mark[] {
  const { officials, titles, terms, directives } = extraction
  const marks: Mark[] = []
  const add = (kind: MarkKind, span: Span, index: number, person: number | null = null): void => {
    checkSpan(caller, text, span)
    marks.push({ start: span.start, end: span.end, layer: LAYERS.indexOf(kind) + 1, kind, index, person })
  }
  const people = new Map(officials.map((o, i) => [o.id, i]))
  const personOf = (id: string | null): number | null => (id === null ? null : (people.get(id) ?? null))
  const held: Mark[] = []
  titles.forEach((title, i) => {
    add('title', title, i, personOf(title.officialId))
    held.push(marks[marks.length - 1])
  })
  const stands = new Set(titles.map(t => `${t.start}-${t.end}`))
  officials.forEach((official, i) => {
    for (const mention of official.mentions) {
      // A title that stands for the person is marked as a title already.
      if (mention.kind === 'title' && stands.has(`${mention.start}-${mention.end}`)) continue
      add('name', mention, i, i)
      held.push(marks[marks.length - 1])
    }
  })
  terms.forEach((term, i) => {
    add('term', term, i)
  })
  directives.forEach((directive, i) => {
    const { speaker, cue, addressee, actions } = directive
    add('directive', directive, i)
    if (speaker !== null && speaker.text !== null && speaker.start !== null && speaker.end !== null)
      add('speaker', { text: speaker.text, start: speaker.start, end: speaker.end }, i, personOf(speaker.officialId))
    if (cue !== null) add('cue', cue, i)
    if (addressee !== null) add('addressee', addressee, i)
    for (const action of actions) {
      add('task', action, i)
      if (action.deadline !== null) add('deadline', action.deadline, i)
    }
  })
  return [...marks, ...joined(text, held)]
}

/** What may stand between a title and its holder's name, or between two titles of one person. */
const BETWEEN = /^[\s,;(–-]*(?:và[\s,;(–-]*)?(?:(?:ông|bà|anh|chị|đồng chí|đ\/c)\s+)?$/i
const FARTHEST = 14

/** A mark around each title and name of a person, one around those that stand side by side. */
function joined(text: string, held: Mark[]): Mark[] {
  const sorted = held.filter(m => m.person !== null).sort((a, b) => a.start - b.start || b.end - a.end)
  const groups: Mark[] = []
  let group: Mark | null = null
  for (const mark of sorted) {
    const gap = group === null ? 0 : mark.start - group.end
    if (
      group !== null &&
      group.person === mark.person &&
      gap <= FARTHEST &&
      (gap <= 0 || BETWEEN.test(text.slice(group.end, mark.start)))
    ) {
      group.end = Math.max(group.end, mark.end)
    } else {
      group = { ...mark, kind: 'held', index: mark.person!, layer: LAYERS.indexOf('held') + 1 }
      groups.push(group)
    }
  }
  return groups
}
