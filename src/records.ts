/**
 * The records: what an extraction gives. All offsets are UTF-16 code units into the text exactly as it was passed in, and
 * `input.slice(start, end) === text` holds for every span. Records are plain JSON data; no field is ever `undefined`.
 */

/** A stretch of the input. */
export interface Span {
  /** First UTF-16 code unit. */
  start: number
  /** The code unit after the last. */
  end: number
  /** The characters between them, as printed. */
  text: string
  /** In HTML, where tags or character references stand in `text`: the same words as a reader sees them. */
  plain?: string
}

/** Everything found in one text. */
export interface Extraction {
  /** The id that the caller gave, if any. */
  id?: string
  /** BCP 47 tag: "vi", or "und" if the text is not recognisably Vietnamese. */
  language: string
  /** One entry a person, in order of first mention. */
  officials: Official[]
  /** Every title in the text, in order, held or not. */
  titles: TitleMention[]
  /** Every term of office, in order. */
  terms: Term[]
  /** Every directive sentence, in order. */
  directives: Directive[]
  /** Which rule made what; only with `trace: true`. */
  trace?: TraceEntry[]
}

/** A named person who holds at least one title in the text. */
export interface Official {
  /** "p1", "p2", …: unique in the extraction. */
  id: string
  /** The fullest form of the name in the text, without honorific, degree, rank or title. */
  name: string
  /** The word of address that stands with the name first: "đồng chí", "ông", "bà"; null if none does. */
  honorific: string | null
  /** Whose public life the titles belong to: Vietnam's, another state's or an international body's, or neither (private firms, clubs). */
  scope: Scope
  /** The distinct titles as printed, each once. */
  roles: Role[]
  /** Where the person is mentioned, in order. */
  mentions: Mention[]
}

export type Scope = 'vn' | 'foreign' | 'other'

export interface Mention extends Span {
  /** By full name, by part of it, by title alone, or by pronoun. */
  kind: 'full' | 'short' | 'title' | 'pronoun'
}

/** A title that the text gives to a person. */
export interface Role {
  /** As printed where it stands first. */
  text: string
  /** The full official form in standard spelling. */
  canonical: string
  english: string | null
  position: Position
  /** What the post is in; null for a bare head ("Bộ trưởng"). */
  body: Body | null
  place: Place | null
  status: Status
  /** Index into `terms` where the text ties one to this post, else null. */
  term: number | null
  /** Indices into `titles`: where it stands. */
  titles: number[]
  /** The construction that ties it to the person. */
  via: Via
}

/** The construction that ties a title to its holder. */
export type Via =
  | 'before-name'
  | 'after-name'
  | 'brackets'
  | 'colon'
  | 'list'
  | 'copula'
  | 'appointed'
  | 'removed'
  | 'short-form'
  | 'lexicon'
  | (string & {})

export type Status = 'current' | 'former' | 'acting' | 'incoming'

export interface Position {
  kind: PositionKind
  /** "Phó …" */
  deputy: boolean
  /** "Thường trực" */
  standing: boolean
  /** The rank, where `kind` is "rank". */
  rank?: string
}

export type PositionKind =
  | 'general-secretary'
  | 'secretary'
  | 'president'
  | 'prime-minister'
  | 'minister'
  | 'chair'
  | 'head'
  | 'director'
  | 'chief-of-office'
  | 'chief-inspector'
  | 'chief-justice'
  | 'procurator-general'
  | 'auditor-general'
  | 'governor'
  | 'member'
  | 'delegate'
  | 'commander'
  | 'commissar'
  | 'chief-of-staff'
  | 'ambassador'
  | 'consul'
  | 'spokesperson'
  | 'judge'
  | 'procurator'
  | 'rector'
  | 'editor-in-chief'
  | 'rank'
  | 'secretary-general'
  | 'assistant'
  | 'other'

export type BodyKind =
  | 'party'
  | 'presidency'
  | 'legislature'
  | 'government'
  | 'court'
  | 'procuracy'
  | 'audit'
  | 'army'
  | 'police'
  | 'front'
  | 'mass-organisation'
  | 'enterprise'
  | 'school'
  | 'hospital'
  | 'media'
  | 'diplomatic'
  | 'international'
  | 'association'
  | 'other'

export type Level = 'central' | 'province' | 'district' | 'commune'

/** What a post is in. */
export interface Body {
  /** As printed. */
  text: string
  /** The full official name, without the place. */
  canonical: string
  kind: BodyKind
  level: Level | null
  /** The name of today, for a body that was renamed or merged. */
  successor: string | null
}

export interface Place {
  /** As printed; empty where it is inferred. */
  text: string
  /** The bare name in standard spelling: "Quảng Trị", "Hồ Chí Minh", "Mỹ". */
  canonical: string
  kind: 'province' | 'district' | 'commune' | 'country' | 'region' | 'city'
  /** Code of a province of today, by decision 19/2025/QĐ-TTg. */
  code: string | null
  /** The province of today that the unit is part of. */
  today: string | null
  /** Taken from the article, because the title leaves it out. */
  inferred: boolean
}

/** A title where it stands in the text. */
export interface TitleMention extends Span {
  canonical: string
  english: string | null
  position: Position
  body: Body | null
  place: Place | null
  status: Status
  /** The official it belongs to or can only mean, else null. */
  officialId: string | null
  /** Plural and generic uses: "các bộ trưởng", "chủ tịch các xã". */
  generic: boolean
}

/** A term of office, the number of a legislature or committee, or a congress by its number. */
export interface Term extends Span {
  kind: 'years' | 'ordinal' | 'congress'
  /** First and last year, for "years". */
  from?: number
  to?: number
  /** The number, for "ordinal" and "congress". */
  ordinal?: number
  /** The body that it is a term of, where the text says so beside it. */
  body: string | null
}

export type Force = 'order' | 'request' | 'urge' | 'assign' | 'prohibit' | 'obligation'

/** A sentence that directs somebody to do something. */
export interface Directive extends Span {
  speaker: Speaker | null
  /** The words that make it a directive; null where it only carries on, or is a bare imperative. */
  cue: Span | null
  force: Force
  /** Who is to act, as printed; for an item of a list it may stand in the line above that opens it. */
  addressee: Span | null
  /** One a task. */
  actions: Action[]
  /** Index of the directive that this sentence carries on, else null. */
  continues: number | null
}

export interface Speaker {
  officialId: string | null
  /** Full name, where the speaker is an official. */
  name: string | null
  /** As printed in or before the sentence, with its offsets. */
  text: string | null
  start: number | null
  end: number | null
  /** As with other spans. */
  plain?: string
}

export interface Action extends Span {
  deadline: Deadline | null
}

export interface Deadline extends Span {
  /** ISO 8601 ("2026-01-31", "2025-12", "2025", and "2026-Q1" for a quarter); null where it cannot be known. */
  date: string | null
}

/** One step of a traced extraction. */
export interface TraceEntry extends Span {
  stage: string
  rule: string
  detail: string
}
