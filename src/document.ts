/** The state that flows through the stages: one article, and what the stages have found in it so far. */
import type { Lexicon, Row } from './lexicon/lexicon.js'
import type { Marks } from './lexicon/marks.js'
import type { BodyKind, Force, Level, PositionKind, Status, TraceEntry, Via } from './records.js'
import type { Sentences } from './text/sentences.js'
import type { Tokens } from './text/tokens.js'

/** What the caller says about the article. */
export interface ArticleContext {
  /** ISO date of the article, for deadlines without a year. */
  date: string | null
  /** The place it is about or comes from, for titles that leave theirs out. */
  place: string | null
}

/** A stretch of tokens: `from` up to, not including, `to`. */
export interface Range {
  from: number
  to: number
}

/** The head of a title: the position itself, with what modifies it. */
export interface Head extends Range {
  row: Row
  kind: PositionKind
  deputy: boolean
  standing: boolean
  /** Rows of the modifiers after it ("Thường trực"). */
  modifiers: Row[]
  /** A rank ("Thiếu tướng"), not a post. */
  rank: boolean
  /** Its last token is the generic word of the body too ("Trưởng ban | Tổ chức"). */
  shares: string
}

/** One link of the chain of bodies: "Phòng Nội vụ" + "Ủy ban nhân dân huyện". */
export interface BodyPart extends Range {
  canonical: string
  kind: BodyKind
  level: Level | null
  successor: string | null
  english: string | null
}

/** A place as printed: "tỉnh Quảng Trị", "huyện", "Mỹ". */
export interface PlacePart extends Range {
  /** The word for its kind, or null. */
  unit: Row | null
  /** Its row in the gazetteer, or null. */
  row: Row | null
  /** The name as printed, or null where only the unit stands ("tỉnh"). */
  name: string | null
}

/** A title as the rules see it; `records` make a TitleMention of it. */
export interface Title extends Range {
  sentence: number
  /** First token of the status word or word of address before it, or `from`. */
  outer: number
  head: Head
  bodies: BodyPart[]
  place: PlacePart | null
  status: Status
  /** Why the status is what it is: no rule has spoken, a list of past posts, a word beside the title, or a verb of its sentence. */
  statusBy: 'default' | 'career' | 'word' | 'rule'
  generic: boolean
  /** The name that a construction ties it to. */
  holder: Name | null
  via: Via | null
  /** Whose title it is. Without a holder the title alone means this person: a mention, not a role. */
  person: Person | null
  /** It means that person, though this form never stands with the name ("Bí thư Đồng Tháp" for the "Bí thư Tỉnh ủy Đồng Tháp"). */
  alias: boolean
  inferredPlace: PlacePart | null
}

/** A name where it stands. */
export interface Name extends Range {
  sentence: number
  /** First token of the honorific or degree before it, or `from`. */
  outer: number
  honorific: string | null
  full: boolean
  foreign: boolean
  person: Person | null
  /** Titles that a construction ties to it. */
  titles: Title[]
}

/** One person of the article. */
export interface Person {
  name: Name
  names: Name[]
  /** The keys of the syllables of the fullest name. */
  keys: number[]
  titles: Title[]
  pronouns: Range[]
  foreign: boolean
}

export interface TermMention extends Range {
  kind: 'years' | 'ordinal' | 'congress'
  years: [number, number] | null
  ordinal: number | null
  body: string | null
}

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

export class Document {
  terms: TermMention[] = []
  titles: Title[] = []
  /** Further holders of a title that stands once for several ("các Phó Thủ tướng A, B"). */
  shared: Title[] = []
  names: Name[] = []
  people: Person[] = []
  directives: DirectiveMention[] = []
  trace: TraceEntry[] | null = null

  /** What begins at a token: asked for by rules that look at their neighbourhood, so that none searches the lists. */
  readonly titleAt = new Map<number, Title>()
  readonly nameAt = new Map<number, Name>()
  readonly termAt = new Map<number, TermMention>()

  constructor(
    readonly text: string,
    readonly tokens: Tokens,
    readonly sentences: Sentences,
    readonly marks: Marks,
    readonly lexicon: Lexicon,
    readonly context: ArticleContext,
  ) {}

  /** The characters of a stretch of tokens, as printed. */
  slice(from: number, to: number): string {
    return this.text.slice(this.tokens.start[from], this.tokens.end[to - 1])
  }

  addTitle(title: Title): void {
    this.titles.push(title)
    this.titleAt.set(title.from, title)
  }

  addTerm(term: TermMention): void {
    this.terms.push(term)
    this.termAt.set(term.from, term)
  }

  /** Replaces the names, which stay in order of the text. */
  setNames(names: Name[]): void {
    this.names = names
    this.nameAt.clear()
    for (const name of names) this.nameAt.set(name.from, name)
  }

  /** Notes which rule made what, when the extraction is traced. */
  note(stage: string, rule: string, range: Range, detail = ''): void {
    if (this.trace === null) return
    const start = this.tokens.start[range.from]
    const end = this.tokens.end[range.to - 1]
    this.trace.push({ stage, rule, start, end, text: this.text.slice(start, end), detail })
  }
}
