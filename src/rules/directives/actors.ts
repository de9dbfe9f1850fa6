/**
 * Those who can speak or be told to act, as they stand in a sentence.
 *
 *   person    Bí thư Thành ủy Nguyễn Văn A · ông A, Chủ tịch UBND tỉnh, · Bộ trưởng B
 *   title     Chủ tịch UBND tỉnh Tây Ninh (without a name)
 *   body      UBND TP Đà Nẵng · Bộ · lãnh đạo Sở Y tế · Thường trực Tỉnh ủy
 *   place     tỉnh · Hà Nội · Việt Nam
 *   pronoun   ông · bà · vị này
 *   self      tôi · chúng tôi
 *   document  Công điện · Chỉ thị 05 của UBND TP.HCM
 */
import type { Document, Person, Range, Title } from '../../document.js'
import { WordSet } from '../words.js'
import { UNRANKED } from './authority.js'

export type ActorKind = 'person' | 'title' | 'body' | 'place' | 'pronoun' | 'self' | 'document'

export interface Actor extends Range {
  kind: ActorKind
  person: Person | null
  title: Title | null
  /** NONE, WEAK or PUBLIC. */
  authority: number
  /** How high in the State it stands, or UNRANKED. */
  rank: number
  /** Of another state, or one: its rank compares with none. */
  country: boolean
}

/** The stretch of a sentence in which actors are read. */
export interface Stretch {
  doc: Document
  first: number
  stop: number
  /** All in capitals. */
  caps: boolean
}

/** What may follow the generic word of a body or place that stands alone: "Bộ yêu cầu", "tỉnh đã giao". */
export const PREDICATE = new WordSet(
  'đã cũng sẽ vừa đang còn lại phải cần luôn tiếp mới từng này thì và không đồng có được',
)

export function plain(kind: ActorKind, from: number, to: number, authority: number): Actor {
  return { from, to, kind, person: null, title: null, authority, rank: UNRANKED, country: false }
}
