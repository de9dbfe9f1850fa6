/**
 * A user's own entries -> rows of a lexicon.
 *
 * People, positions, bodies and places are given as plain objects. An entry outranks what ships under the same form.
 * Every entry is checked; a message names the entry and what is wrong with it: `lexicon.positions[2]: no "name"`.
 */
import { describeValue, listOf, nearest } from '../messages.js'
import type { BodyKind, Level, Place, PositionKind, Scope } from '../records.js'
import { BODY, PERSON, PLACE, POSITION, UNIT } from './classes.js'
import type { Lexicon, Row } from './lexicon.js'
import { findProvince } from './places.js'

/** A person that texts name. The name is known wherever it stands, also where no rule would take it for one. */
export interface PersonEntry {
  /** Full name, without honorific, rank or title. */
  name: string
  /** Other names of the same person ("Út Tịch"). Short forms ("ông Nam") need none. */
  aliases?: readonly string[]
  /**
   * Posts the person is known to hold. Where one of them stands without a name in a text that names the person, it is
   * theirs: a role with `via: "lexicon"`.
   */
  titles?: readonly string[]
}

/** A post: the head of a title, without body and place ("Trưởng bản", "Tổ trưởng dân phố"). */
export interface PositionEntry {
  /** In standard spelling, as it is to stand in `canonical`. */
  name: string
  kind: PositionKind
  /** "Phó …" */
  deputy?: boolean
  english?: string
  /** The body that the words of the post name by themselves ("Đại biểu Quốc hội": "Quốc hội"). */
  body?: string
  /** Where the post is only found in Vietnam's public life ("vn") or only outside it ("foreign"). */
  scope?: Exclude<Scope, 'other'>
  /** Other ways to write it, abbreviations too. */
  aliases?: readonly string[]
}

/** What a post is in, without the place. */
export interface BodyEntry {
  name: string
  kind: BodyKind
  level?: Level
  /** The name of today, for a body that was renamed or merged. */
  successor?: string
  english?: string
  aliases?: readonly string[]
}

export interface PlaceEntry {
  /** The bare name: "Hướng Phùng", not "xã Hướng Phùng". */
  name: string
  kind: Place['kind']
  /** The word for its kind: "xã", "phường", "thành phố". */
  unit?: string
  /** The province it is or was in, of today or before. */
  province?: string
  /** The country, for a city or region abroad. */
  country?: string
  english?: string
  aliases?: readonly string[]
}

/** A user's own entries, beside those that ship. */
export interface UserLexicon {
  people?: readonly PersonEntry[]
  positions?: readonly PositionEntry[]
  bodies?: readonly BodyEntry[]
  places?: readonly PlaceEntry[]
}

// As objects, so that the compiler tells when the records know a kind that is missing here.
const POSITION_KINDS = Object.keys({
  'general-secretary': 1,
  secretary: 1,
  president: 1,
  'prime-minister': 1,
  minister: 1,
  chair: 1,
  head: 1,
  director: 1,
  'chief-of-office': 1,
  'chief-inspector': 1,
  'chief-justice': 1,
  'procurator-general': 1,
  'auditor-general': 1,
  governor: 1,
  member: 1,
  delegate: 1,
  commander: 1,
  commissar: 1,
  'chief-of-staff': 1,
  ambassador: 1,
  consul: 1,
  spokesperson: 1,
  judge: 1,
  procurator: 1,
  rector: 1,
  'editor-in-chief': 1,
  rank: 1,
  'secretary-general': 1,
  assistant: 1,
  other: 1,
} satisfies Record<PositionKind, 1>)
const BODY_KINDS = Object.keys({
  party: 1,
  presidency: 1,
  legislature: 1,
  government: 1,
  court: 1,
  procuracy: 1,
  audit: 1,
  army: 1,
  police: 1,
  front: 1,
  'mass-organisation': 1,
  enterprise: 1,
  school: 1,
  hospital: 1,
  media: 1,
  diplomatic: 1,
  international: 1,
  association: 1,
  other: 1,
} satisfies Record<BodyKind, 1>)
const LEVELS = Object.keys({ central: 1, province: 1, district: 1, commune: 1 } satisfies Record<Level, 1>)
const PLACE_KINDS = Object.keys({
  province: 1,
  district: 1,
  commune: 1,
  country: 1,
  region: 1,
  city: 1,
} satisfies Record<Place['kind'], 1>)

/** Column of a PERSON row that holds the known titles, a line each. */
export const PERSON_TITLES = 1

/**
 * Adds the entries to a lexicon of the caller's own.
 * @throws TypeError naming the entry that is wrong
 */
export function addUserLexicon(lexicon: Lexicon, user: UserLexicon): void {
  const sections: Record<string, (entry: Entry) => void> = {
    places: e => addPlace(lexicon, e),
    bodies: e => addBody(lexicon, e),
    positions: e => addPosition(lexicon, e),
    people: e => addPerson(lexicon, e),
  }
  if (typeof user !== 'object' || user === null || Array.isArray(user))
    throw new TypeError(
      `lexicon: must be an object with ${listOf(Object.keys(sections))}, but it is ${describeValue(user)}`,
    )
  for (const [key, value] of Object.entries(user)) {
    const add = sections[key]
    if (add === undefined)
      throw new TypeError(
        `lexicon: no section "${key}"${nearest(key, Object.keys(sections))}; there are ${listOf(Object.keys(sections))}`,
      )
    if (value === undefined) continue
    if (!Array.isArray(value))
      throw new TypeError(`lexicon.${key}: must be an array of entries, but it is ${describeValue(value)}`)
  }
  // Places before what may name them.
  for (const [key, add] of Object.entries(sections)) {
    const list: readonly unknown[] = user[key as keyof UserLexicon] ?? []
    list.forEach((value, i) => {
      add(new Entry(`lexicon.${key}[${i}]`, value))
    })
  }
}

/** One entry, read cell by cell. */
class Entry {
  private readonly cells: Record<string, unknown>

  constructor(
    private readonly at: string,
    value: unknown,
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      this.fail(`must be an object like { name: "…" }, but it is ${describeValue(value)}`)
    this.cells = value as Record<string, unknown>
  }

  fail(what: string): never {
    throw new TypeError(`${this.at}: ${what}`)
  }

  knowsOnly(keys: readonly string[]): void {
    for (const key of Object.keys(this.cells))
      if (!keys.includes(key)) this.fail(`no key "${key}"${nearest(key, keys)}; there are ${listOf(keys)}`)
  }

  /** A cell of text, "" if there is none. */
  text(key: string): string {
    const value = this.cells[key]
    if (value === undefined || value === null) return ''
    if (typeof value !== 'string') this.fail(`"${key}" must be a string, but it is ${describeValue(value)}`)
    if (/[\t\n\r]/.test(value)) this.fail(`"${key}" holds a tab or a line break`)
    return value.normalize('NFC').replace(/\s+/g, ' ').trim()
  }

  needed(key: string): string {
    return this.text(key) || this.fail(`no "${key}"`)
  }

  oneOf(key: string, allowed: readonly string[]): string {
    const value = this.text(key)
    if (value && !allowed.includes(value))
      this.fail(`"${key}" is "${value}"${nearest(value, allowed)}; it can be ${listOf(allowed)}`)
    return value
  }

  list(key: string): string[] {
    const value = this.cells[key]
    if (value === undefined || value === null) return []
    if (!Array.isArray(value)) this.fail(`"${key}" must be an array of strings, but it is ${describeValue(value)}`)
    return value.map((v: unknown, i) => {
      if (typeof v !== 'string' || !v.trim())
        this.fail(`"${key}[${i}]" must be a string with words in it, but it is ${describeValue(v)}`)
      if (/[\t\n\r]/.test(v)) this.fail(`"${key}[${i}]" holds a tab or a line break`)
      return v.normalize('NFC').replace(/\s+/g, ' ').trim()
    })
  }

  flag(key: string): boolean {
    const value = this.cells[key]
    if (value === undefined || value === null) return false
    if (typeof value !== 'boolean') this.fail(`"${key}" must be true or false, but it is ${describeValue(value)}`)
    return value
  }

  /** Name and aliases, each of which must have a word to look up. */
  forms(): string[] {
    const forms = [this.needed('name'), ...this.list('aliases')]
    for (const form of forms) if (!/[\p{L}\p{N}]/u.test(form)) this.fail(`"${form}" has no word in it`)
    return forms
  }
}

function addPerson(lexicon: Lexicon, entry: Entry): void {
  entry.knowsOnly(['name', 'aliases', 'titles'])
  const forms = entry.forms()
  const row: Row = [forms[0], entry.list('titles').join('\n')]
  // Names stand with capitals, but for the small words some foreign ones have ("bin Salman").
  for (const form of forms) lexicon.add(PERSON, row, [form], !/(^|[\s-])\p{Ll}/u.test(form))
}

function addPosition(lexicon: Lexicon, entry: Entry): void {
  entry.knowsOnly(['name', 'kind', 'deputy', 'english', 'body', 'scope', 'aliases'])
  const forms = entry.forms()
  entry.needed('kind')
  const kind = entry.oneOf('kind', POSITION_KINDS)
  const scope = entry.oneOf('scope', ['vn', 'foreign'])
  const row = [forms[0], kind, entry.flag('deputy') ? 'yes' : '', entry.text('english'), entry.text('body'), scope, '']
  lexicon.add(POSITION, row, forms, false)
}

function addBody(lexicon: Lexicon, entry: Entry): void {
  entry.knowsOnly(['name', 'kind', 'level', 'successor', 'english', 'aliases'])
  const forms = entry.forms()
  entry.needed('kind')
  const kind = entry.oneOf('kind', BODY_KINDS)
  const level = entry.oneOf('level', LEVELS)
  lexicon.add(BODY, [forms[0], kind, level, entry.text('successor'), entry.text('english')], forms, false)
}

function addPlace(lexicon: Lexicon, entry: Entry): void {
  entry.knowsOnly(['name', 'kind', 'unit', 'province', 'country', 'english', 'aliases'])
  const forms = entry.forms()
  entry.needed('kind')
  const kind = entry.oneOf('kind', PLACE_KINDS)
  const unit = entry.text('unit')
  const known = unit ? lexicon.find(UNIT, unit) : null
  if (unit && known === null) {
    const units = lexicon.rowsOf(UNIT).map(row => row[0])
    entry.fail(`"unit" is "${unit}"${nearest(unit, units)}; it can be ${listOf(units.sort())}`)
  }
  const province = entry.text('province')
  const parent = province ? findProvince(lexicon, province) : null
  if (province && parent === null)
    entry.fail(`"province" is "${province}", which is no province or city of Vietnam, of today or before`)
  const today = parent?.[4] ?? (kind === 'province' ? forms[0] : '')
  const row = [forms[0], kind, known?.[0] ?? '', '', today, parent?.[0] ?? entry.text('country'), entry.text('english')]
  lexicon.add(PLACE, row, forms, true)
}
