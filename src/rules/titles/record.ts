/** A title of the rules -> the parts of its record: position, body, place, canonical form, English. */
import type { Document, PlacePart, Title } from '../../document.js'
import { BODY, PLACE, UNIT } from '../../lexicon/classes.js'
import type { Body, BodyKind, Level, Place, Position } from '../../records.js'
import { englishOf } from './english.js'
import { holdsUnit, type Office, officeOf, type Part } from './office.js'
import { fullName, levelOfPlace, placeOf, type Site, settle } from './site.js'

export { levelOfPlace }

export interface TitleFacts {
  canonical: string
  english: string | null
  position: Position
  body: Body | null
  place: Place | null
}

export function factsOf(doc: Document, title: Title): TitleFacts {
  const { head } = title
  if (head.rank) {
    const position: Position = { kind: 'rank', deputy: false, standing: false, rank: head.row[0] }
    return { canonical: head.row[0], english: head.row[2] || null, position, body: null, place: null }
  }
  const office = officeOf(doc, title)
  const position = positionOf(title, office)
  const canonical = canonicalOf(title, office)
  return {
    canonical,
    english: englishOf(title, office, position, canonical),
    position,
    body: bodyOf(doc, title, office),
    place: placeRecord(title, office.site),
  }
}

function positionOf(title: Title, office: Office): Position {
  const { head } = title
  const { deputy, standing } = head
  const body = office.within[0]?.canonical ?? ''
  let kind = head.kind
  // The head of a procuracy is its procurator-general, the chair of an office its chief, the "Chủ tịch" of a country its president.
  if (/^(Phó )?Viện trưởng$/.test(head.row[0]) && /^Viện (kiểm sát|công tố)/i.test(body)) kind = 'procurator-general'
  else if (/Chủ nhiệm$/.test(head.row[0]) && /^Văn phòng/.test(body)) kind = 'chief-of-office'
  else if (/^(Phó )?Chủ tịch$/.test(head.row[0]) && body === '' && office.site?.kind === 'country') kind = 'president'
  // "đặc phái viên TTXVN": a newspaper's correspondent
  else if (kind === 'ambassador' && office.within[0]?.kind === 'media') kind = 'other'
  return { kind, deputy, standing }
}

/** "Chủ tịch Ủy ban nhân dân thành phố Hà Nội" */
function canonicalOf(title: Title, office: Office): string {
  const { bodies, site, tail } = office
  let words = office.words
  for (const m of title.head.modifiers) words += ` ${m[0]}`
  for (const b of bodies) words += ` ${b.canonical}`
  if (site !== null) {
    const place = fullName(site, unitOf(office) !== '')
    if (
      place !== '' &&
      !(site.name === null && words.endsWith(` ${place}`)) &&
      !(site.name === null && holdsUnit(words))
    )
      words += ` ${words.endsWith(` ${site.unit}`) ? site.name : place}`
  }
  return tail === '' ? words : `${words} ${tail}`
}

/** Bodies of which each province has one, called after its kind: "Sở Y tế" + "Nghệ An" is that of the tỉnh. */
const ONE_EACH =
  /^(Ủy ban nhân dân|Hội đồng nhân dân|Đoàn đại biểu Quốc hội|Sở |Công an$|Cục Thuế$|Bộ Chỉ huy |Ban Chỉ huy (quân sự|Bộ đội)|Tòa án nhân dân$|Viện kiểm sát nhân dân$|Thanh tra$|Ủy ban Mặt trận|Mặt trận|Hội Liên hiệp Phụ nữ$|Hội Nông dân$|Hội Cựu chiến binh$|Liên đoàn Lao động$)/

/** The word for the kind of place that belongs to the full name of the last body and of the place: "tỉnh", "thành phố"; or empty. */
function unitOf(office: Office): string {
  const { bodies, within, site } = office
  if (site === null) return ''
  const last = (bodies.length > 0 ? bodies : within).at(-1)
  if (last === undefined) return site.printed ? site.unit : ''
  if (holdsUnit(last.canonical) || !site.local) return site.local ? '' : site.printed ? site.unit : ''
  if (site.printed) return site.unit
  return site.level !== 'commune' && ONE_EACH.test(last.canonical)
    ? site.unit
    : site.row?.[0] === 'Hồ Chí Minh'
      ? site.unit
      : ''
}

function bodyOf(doc: Document, title: Title, office: Office): Body | null {
  const { within, site, bodies } = office
  if (within.length === 0) return null
  const last = title.bodies.at(-1)
  const joined = within.map(p => p.canonical).join(' ')
  // The whole may have a row of its own: "Đảng đoàn" + "Quốc hội".
  const row = within.length > 1 ? doc.lexicon.find(BODY, joined) : null
  const level = row?.[2] ? (row[2] as Level) : levelOf(within, site)
  const unit = within[0].level === 'central' && bodies.length === 0 ? '' : site?.local === true ? unitOf(office) : ''
  const whole = row?.[0] ?? joined
  const { place } = title
  // The word for the kind of place belongs to the name of the body: "UBND xã | Vĩnh Thạch".
  const unitEnd =
    unit !== '' && place?.unit != null && (last === undefined || place.from === last.to)
      ? doc.marks.endAt(place.from, UNIT)
      : -1
  const to = Math.max(unitEnd, last?.to ?? (bodies.length > 0 && place !== null ? place.to : title.head.to))
  return {
    text: doc.slice(office.from, Math.max(to, office.from + 1)),
    canonical: unit === '' || whole.endsWith(` ${unit}`) ? whole : `${whole} ${unit}`,
    kind: kindOf(within),
    level,
    successor: row === null ? successorOf(doc, within, level, site) : row[3] || null,
  }
}

/** The kind of the innermost body; of an office that is of no kind by itself ("Văn phòng", "Phòng Tham mưu"), that of the body over it. */
function kindOf([first, ...over]: Part[]): BodyKind {
  const above = over.find(p => p.kind !== 'other')
  if (above === undefined) return first.kind
  if (above.kind === 'hospital' && first.canonical.startsWith('Khoa')) return above.kind
  if (first.kind !== 'other' && (first.kind !== 'government' || first.listed)) return first.kind
  // The ministries themselves are government, the units under them police and army.
  if (above.canonical === 'Bộ Công an') return 'police'
  if (above.canonical === 'Bộ Quốc phòng') return 'army'
  return above.kind
}

/** Organisations with a body at every level, which all bear the name of the national one. */
const EVERYWHERE = new Set<BodyKind>(['mass-organisation', 'association', 'front'])

function levelOf(parts: Part[], site: Site | null): Level | null {
  const local = site?.local === true ? site.level : null
  if (local !== null && EVERYWHERE.has(parts[0].kind)) return local
  for (const p of parts) if (p.level !== null) return p.level
  return local
}

/** What took the place of the district's bodies when districts ended in 2025. */
const AFTER_DISTRICT: Record<string, string> = {
  'Tòa án nhân dân': 'Tòa án nhân dân khu vực',
  'Viện kiểm sát nhân dân': 'Viện kiểm sát nhân dân khu vực',
  'Ban Chỉ huy quân sự': 'Ban Chỉ huy phòng thủ khu vực',
}

function successorOf(doc: Document, parts: Part[], level: Level | null, site: Site | null): string | null {
  // What was merged in Vietnam is not what another country has under the same name.
  if (site?.foreign === true) return null
  const [first, ...over] = parts
  if (level === 'district') return parts.length === 1 ? (AFTER_DISTRICT[first.canonical] ?? null) : null
  if (first.successor === null || over.length === 0) return first.successor
  // "Ban Tuyên giáo" + "Tỉnh ủy": the new commission of the committee of today, which may be a city's.
  const names = over.map(p => {
    if (!/^(Tỉnh|Thành) ủy$/.test(p.canonical) || site?.today == null) return p.successor ?? p.canonical
    return unitToday(doc, site.today) === 'thành phố' ? 'Thành ủy' : 'Tỉnh ủy'
  })
  return [first.successor, ...names].join(' ')
}

/** The word for a province of today; where it changed in 2026, the new one. */
function unitToday(doc: Document, name: string): string {
  const rows = doc.lexicon.findAll(PLACE, name)
  return rows.find(r => r[0] === name && r[1] === 'province')?.[2].split(';')[0] ?? ''
}

function placeRecord(title: Title, site: Site | null): Place | null {
  if (title.place !== null && title.place.name !== null) return site === null ? null : placeOf(title.place, site, false)
  const inferred: PlacePart | null = title.inferredPlace
  return inferred === null
    ? null
    : placeOf(inferred, settle(inferred, inferred.unit?.[0] ?? null, inferred.row === null ? [] : [inferred.row]), true)
}
