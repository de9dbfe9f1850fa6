/**
 * The place of a title: which unit of the gazetteer its words mean, and how to write it.
 *
 *   TP.HCM            Thành phố Hồ Chí Minh      Q.1          Quận 1
 *   thị xã Kỳ Anh     of the town and the district of that name, the town
 *   huyện Châu Thành  ten districts are called so: no one province of today
 */
import type { Document, PlacePart, Title } from '../../document.js'
import { PLACE } from '../../lexicon/classes.js'
import type { Row } from '../../lexicon/lexicon.js'
import type { Level, Place } from '../../records.js'

/** Columns of a row of places, as `lexicon/classes.ts` keeps them. */
const NAME = 0
const KIND = 1
const UNITS = 2
const CODE = 3
const TODAY = 4

export interface Site {
  /** Bare name in standard spelling, or null where only the unit stands ("tỉnh"). */
  name: string | null
  /** The word for it: as printed, or the only one that the unit of that name has; empty if there is none. */
  unit: string
  /** The unit is printed. */
  printed: boolean
  row: Row | null
  kind: Place['kind'] | null
  level: Level | null
  today: string | null
  /** A unit of Vietnam's provinces, districts or communes, or the bare word for one. */
  local: boolean
  /** Another state, or a place in one. */
  foreign: boolean
}

/** What the body before a bare name says of it: "Thị ủy Quảng Trị" is a town's. */
const UNIT_OF_BODY: Record<string, string> = {
  Tỉnh: 'tỉnh',
  Thành: 'thành phố',
  Huyện: 'huyện',
  Quận: 'quận',
  Thị: 'thị xã',
}
/** Words for units that are no part of the place's usual name: "Liên bang Nga" is Nga. */
const OF_STATES = new Set(['nước', 'cộng hòa', 'vương quốc', 'liên bang'])
/** Units of one level go by several words. */
const SAME: Record<string, string> = { 'huyện đảo': 'huyện', 'thủ đô': 'thành phố' }
/** Numbered districts were Ho Chi Minh City's. */
const NUMBERED_IN = 'Hồ Chí Minh'

export function siteOf(doc: Document, title: Title): Site | null {
  const { place, bodies } = title
  if (place === null) return null
  const last = bodies[bodies.length - 1]
  // "Ủy ban Trung ương MTTQ | Việt Nam": the name of the body ends with it.
  if (
    last !== undefined &&
    place.row?.[KIND] === 'country' &&
    place.unit === null &&
    last.canonical.endsWith(` ${place.row[NAME]}`)
  )
    return null
  const by = last === undefined ? null : /(?:^| )(Tỉnh|Thành|Huyện|Quận|Thị) (?:ủy|đoàn)$/.exec(last.canonical)
  return settle(place, place.unit?.[0] ?? (by === null ? null : UNIT_OF_BODY[by[1]]), rowsOf(doc, place))
}

/** All rows that the printed name may mean. */
function rowsOf(doc: Document, place: PlacePart): Row[] {
  if (place.row === null) {
    for (let i = place.from; i < place.to; i++)
      if (doc.marks.endAt(i, PLACE) === place.to) return doc.marks.rowsAt(i, PLACE)
    return []
  }
  for (let i = place.from; i < place.to; i++) {
    const rows = doc.marks.rowsAt(i, PLACE)
    if (rows.includes(place.row)) return rows
  }
  return [place.row]
}

const unitsOf = (row: Row): string[] => (row[UNITS] ? row[UNITS].split(';').map(u => u.trim()) : [])

const inVietnam = (kind: string | undefined): boolean =>
  kind === 'province' || kind === 'district' || kind === 'commune'

/** `unit`: the word for the place that is printed or follows from the body. */
export function settle(place: PlacePart, unit: string | null, rows: Row[]): Site {
  const wanted = unit === null ? null : (SAME[unit] ?? unit)
  const printed = place.unit !== null && !OF_STATES.has(place.unit[0])
  if (place.name === null)
    return {
      name: null,
      unit: unit ?? '',
      printed: true,
      row: null,
      kind: null,
      level: levelOfUnit(place.unit),
      today: null,
      local: inVietnam(place.unit?.[1]),
      foreign: false,
    }
  let row = place.row
  // The unit tells namesakes apart: province and town, district and special zone.
  if (wanted !== null && (row === null || inVietnam(row[KIND]))) {
    const fitting = rows.filter(r => inVietnam(r[KIND]) && unitsOf(r).includes(wanted))
    if (fitting.length > 0) row = row !== null && fitting.includes(row) ? row : fitting[0]
    else if (row !== null && row[KIND] === 'commune') row = null
    else if (row !== null && place.unit?.[1] === 'commune') row = null
  }
  if (row === null) {
    const number = /^\d+$/.test(place.name)
    const kind =
      place.unit === null ? 'region' : place.unit[1] === 'province' ? 'district' : (place.unit[1] as Place['kind'])
    return {
      name: number ? `${capital(place.unit?.[0] ?? '')} ${place.name}` : capitals(standard(place.name)),
      unit: wanted ?? '',
      printed,
      row: null,
      kind,
      level: kind === 'district' || kind === 'commune' ? kind : null,
      today: number && place.unit?.[0] === 'quận' ? NUMBERED_IN : null,
      local: inVietnam(kind),
      foreign: false,
    }
  }
  const kind = row[KIND] as Place['kind']
  const units = unitsOf(row)
  // Districts of one name lie in several provinces: none of them can be told.
  const namesakes = rows.filter(r => r[KIND] === kind && r !== row && (wanted === null || unitsOf(r).includes(wanted)))
  return {
    name: row[NAME],
    unit:
      wanted !== null && (printed || inVietnam(kind))
        ? wanted
        : printed
          ? place.unit![0]
          : units.length === 1
            ? units[0]
            : '',
    printed,
    row,
    kind,
    level: kind === 'province' || kind === 'district' || kind === 'commune' ? kind : null,
    today: namesakes.some(r => r[TODAY] !== row![TODAY]) ? null : row[TODAY] || null,
    local: inVietnam(kind),
    foreign:
      kind === 'country' ? row[NAME] !== 'Việt Nam' : kind === 'city' || (kind === 'region' && row[5] !== 'Việt Nam'),
  }
}

const levelOfUnit = (unit: Row | null): Level | null => {
  const kind = unit?.[1]
  return kind === 'province' || kind === 'district' || kind === 'commune' ? kind : null
}

/** The level of what sits at a place: a town under a province is of district level, a city of its own of province level. */
export const levelOfPlace = (place: PlacePart): Level | null =>
  settle(place, place.unit?.[0] ?? null, place.row === null ? [] : [place.row]).level

/** A place in its full form: "thành phố Hà Nội", "tỉnh", "Quận 1", "Mỹ"; `unit`: with the word for it. */
export function fullName(site: Site, unit: boolean): string {
  const { name } = site
  if (name === null) return site.unit
  if (site.row?.[NAME] === 'Hồ Chí Minh' && site.kind === 'province') return 'Thành phố Hồ Chí Minh'
  if (/\d$/.test(name) && site.kind === 'district') return name
  return unit && site.unit !== '' ? `${site.unit} ${name}` : name
}

export function placeOf(place: PlacePart, site: Site, inferred: boolean): Place {
  return {
    text: inferred ? '' : (place.name ?? ''),
    canonical: site.name ?? '',
    kind: site.kind ?? 'region',
    code: site.row?.[CODE] || null,
    today: site.today,
    inferred,
  }
}

/** Tone marks where the standard sets them, and composed letters: "Hoà" -> "Hòa", "uỷ" -> "ủy"; "quý" and "hoàn" stay. */
export function standard(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(
      /(?<![qQ])([oOuU])([àáảãạèéẻẽẹỳýỷỹỵ])(?!\p{L})/gu,
      (all, first: string, second: string) => MOVED[first.toLowerCase() + second]?.(first) ?? all,
    )
}

/** The pairs of letters whose tone mark moves to the first. */
const MOVED: Record<string, (first: string) => string> = {}
for (const [pair, plain] of [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
])
  MOVED[pair] = first => (first === first.toUpperCase() ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain)

/** A name out of a headline in capitals: "VĨNH THẠCH" -> "Vĩnh Thạch". */
const capitals = (name: string): string =>
  /\p{Ll}/u.test(name) || name.length < 3
    ? name
    : name.toLowerCase().replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, first: string) => gap + first.toUpperCase())

const capital = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1)
