/** A directive of the rules -> its record. */
import type { ActionMention, DirectiveMention, Document, Person, Range, SpeakerMention } from '../../document.js'
import type { Directive, Span, Speaker } from '../../records.js'

/** @param ids of the persons that are officials */
export function directiveRecord(
  doc: Document,
  directive: DirectiveMention,
  ids: ReadonlyMap<Person, string>,
): Directive {
  const { speaker, cue, force, addressee, actions, continues } = directive
  const { start, end, text } = spanOf(doc, directive)
  return {
    start,
    end,
    text,
    speaker: speaker === null ? null : speakerRecord(doc, speaker, ids, spanOf(doc, speaker)),
    cue: cue === null ? null : spanOf(doc, cue),
    force,
    addressee: addressee === null ? null : spanOf(doc, addressee),
    actions: actions.map(a => actionRecord(doc, a)),
    continues,
  }
}

function spanOf(doc: Document, { from, to }: Range): Span {
  const start = doc.tokens.start[from]
  const end = doc.tokens.end[to - 1]
  return { start, end, text: doc.text.slice(start, end) }
}

function actionRecord(doc: Document, action: ActionMention): Directive['actions'][number] {
  const { start, end, text } = spanOf(doc, action)
  if (action.deadline === null) return { start, end, text, deadline: null }
  const at = spanOf(doc, action.deadline)
  return { start, end, text, deadline: { start: at.start, end: at.end, text: at.text, date: action.deadline.date } }
}

function speakerRecord(doc: Document, speaker: SpeakerMention, ids: ReadonlyMap<Person, string>, span: Span): Speaker {
  const { person } = speaker
  const id = person === null ? null : (ids.get(person) ?? null)
  return {
    officialId: id,
    name: id === null ? null : doc.slice(person!.name.from, person!.name.to),
    text: span.text,
    start: span.start,
    end: span.end,
  }
}
