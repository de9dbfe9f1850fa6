/**
 * The word classes of the lexicon: one a table in `data/`, and the columns of each table as the compiled lexicon keeps them.
 */

export const POSITION = 1
export const BODY = 2
/** The generic first word of an open class of bodies: "Sở", "Công ty". */
export const BODY_HEAD = 3
export const FIELD = 4
export const PLACE = 5
/** A word for a kind of place: "tỉnh", "TP", "phường". */
export const UNIT = 6
export const RANK = 7
export const HONORIFIC = 8
export const STATUS = 9
export const SURNAME = 10
export const VERB = 11
/** A syllable of Vietnamese personal names, with counts. */
export const NAME_SYLLABLE = 12
export const FOREIGN_NAME = 13
/** "Thường trực", "thứ nhất", "phụ trách": what may stand between a position and its body. */
export const MODIFIER = 14
/** A lower-case word at which the name of a body ends. */
export const STOP_WORD = 15
/** A person known by name to the caller. */
export const PERSON = 16
/** A lower-case word that runs on inside the name of a body. */
export const BODY_WORD = 17
/** Capitals that look like a person's name and are none. */
export const NOT_NAME = 18
export const CLASS_COUNT = 19

/** Every word of the form must begin with a capital ("Hòa Bình" the province, not "hòa bình" the noun). */
export const NEEDS_CAPITALS = 1
/** Every word of the form must be in upper case ("BCT", not "bct"). */
export const NEEDS_UPPER = 2

/**
 * The tables, in the order of their classes: the file in `data/`, the columns that hold further forms of the row, whether the
 * words need capitals, and the columns that are kept (the first is always the row's own form).
 */
export interface TableSpec {
  file: string
  class: number
  capitals: boolean
  /** Columns with forms to look up, beside the first column. */
  forms: string[]
  /** Columns the running program needs. */
  keep: string[]
}

export const TABLES: TableSpec[] = [
  {
    file: 'positions.tsv',
    class: POSITION,
    capitals: false,
    forms: ['aliases'],
    keep: ['position', 'kind', 'deputy', 'english', 'body', 'scope', 'shares'],
  },
  {
    file: 'bodies.tsv',
    class: BODY,
    capitals: false,
    forms: ['aliases'],
    keep: ['body', 'kind', 'level', 'successor', 'english'],
  },
  {
    file: 'body-heads.tsv',
    class: BODY_HEAD,
    capitals: false,
    forms: ['aliases'],
    keep: ['head', 'kind', 'level', 'english'],
  },
  { file: 'fields.tsv', class: FIELD, capitals: false, forms: ['aliases'], keep: ['field', 'english'] },
  {
    file: 'places',
    class: PLACE,
    capitals: true,
    forms: ['aliases'],
    keep: ['name', 'kind', 'unit', 'code', 'today', 'parent', 'english'],
  },
  { file: 'units.tsv', class: UNIT, capitals: false, forms: ['aliases'], keep: ['unit', 'kind', 'level', 'english'] },
  { file: 'ranks.tsv', class: RANK, capitals: false, forms: ['aliases'], keep: ['rank', 'service', 'english'] },
  { file: 'honorifics.tsv', class: HONORIFIC, capitals: false, forms: ['aliases'], keep: ['word', 'kind'] },
  { file: 'status.tsv', class: STATUS, capitals: false, forms: ['aliases'], keep: ['word', 'status', 'place'] },
  { file: 'surnames.tsv', class: SURNAME, capitals: true, forms: [], keep: ['surname', 'people'] },
  { file: 'verbs.tsv', class: VERB, capitals: false, forms: ['aliases'], keep: ['verb', 'use', 'force'] },
  {
    file: 'name-syllables.tsv',
    class: NAME_SYLLABLE,
    capitals: true,
    forms: [],
    keep: ['syllable', 'middle', 'given'],
  },
  { file: 'foreign-names.tsv', class: FOREIGN_NAME, capitals: false, forms: [], keep: ['name', 'kind'] },
  {
    file: 'modifiers.tsv',
    class: MODIFIER,
    capitals: false,
    forms: ['aliases'],
    keep: ['modifier', 'effect', 'english'],
  },
  { file: 'body-words.tsv', class: BODY_WORD, capitals: false, forms: [], keep: ['word'] },
  { file: 'not-names.tsv', class: NOT_NAME, capitals: true, forms: [], keep: ['name'] },
  { file: 'stop-words.tsv', class: STOP_WORD, capitals: false, forms: [], keep: ['word'] },
]
