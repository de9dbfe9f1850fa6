/** A directive of the rules -> its record. */
import type { DirectiveMention, Document, Person, SpeakerMention } from '../../document.js'
import type { Directive, Span, Speaker } from '../../records.js'

/** @param ids of the persons that are officials */
export function directiveRecord(
  doc: Document,
  directive: DirectiveMention,
  ids: ReadonlyMap<Person, string>,
): Directive {
  const span = (r: { from: number; to: number }): Span => {
    const start = doc.tokens.start[r.from]
    const end = doc.tokens.end[r.to - 1]
    return { start, end, text: doc.text.slice(start, end) }
  }
  return {
    ...span(directive),
    speaker: directive.speaker === null ? null : speakerRecord(doc, directive.speaker, ids, span(directive.speaker)),
    cue: directive.cue === null ? null : span(directive.cue),
    force: directive.force,
    addressee: directive.addressee === null ? null : span(directive.addressee),
    actions: directive.actions.map(a => ({
      ...span(a),
      deadline: a.deadline === null ? null : { ...span(a.deadline), date: a.deadline.date },
    })),
    continues: directive.continues,
  }
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
