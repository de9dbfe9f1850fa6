/** Directives as the rules see them, in tokens; `record.ts` makes the records of them. */
import type { Person, Range } from '../../document.js'
import type { Force } from '../../records.js'

/** Who speaks: where that is printed, and the person it means, if one of the article's. */
export interface SpeakerMention extends Range {
  person: Person | null
}

export interface DeadlineMention extends Range {
  /** ISO 8601, or null where it cannot be known. */
  date: string | null
}

/** One task. */
export interface ActionMention extends Range {
  deadline: DeadlineMention | null
}

/** A directive sentence. */
export interface DirectiveMention extends Range {
  sentence: number
  speaker: SpeakerMention | null
  cue: Range | null
  force: Force
  addressee: Range | null
  actions: ActionMention[]
  /** Index of the directive it carries on. */
  continues: number | null
}
