import type { Range } from '../../document.js'
import type { Row } from '../../lexicon/lexicon.js'
import type { BodyKind, Level, PositionKind } from '../../records.js'

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
