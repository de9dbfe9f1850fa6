/**
 * What the printed parts of a title stand for: the parts as the records name them.
 *
 *   Chủ tịch Hà Nội           -> Chủ tịch + Ủy ban nhân dân + thành phố Hà Nội
 *   UVBTV Tỉnh ủy             -> Ủy viên Ban Thường vụ + Tỉnh ủy, in the body Ban Thường vụ Tỉnh ủy
 *   Bí thư Thị ủy Quảng Trị   -> Bí thư + Thị ủy + the town of that name, not the province
 *   Bộ trưởng Giáo dục Pháp   -> Bộ trưởng + Bộ Giáo dục + Pháp, not Vietnam's Bộ Giáo dục và Đào tạo
 *
 * The rules of titles have found where each part stands; here it gets its full name. `record.ts` and `english.ts` put the
 * parts together.
 */
import type { BodyPart, Document, Title } from '../../document.js'
import { BODY, BODY_HEAD, FIELD, PLACE, UNIT } from '../../lexicon/classes.js'
import type { Lexicon, Row } from '../../lexicon/lexicon.js'
import type { BodyKind, Level } from '../../records.js'
import { OPEN } from '../../text/flags.js'
import { isWord, lowerOf } from '../words.js'
import { POSITION_COLUMNS } from './head.js'
import { readPlace } from './place.js'
import { type Site, settle, siteOf, standard } from './site.js'

/** A body as the records name it, without its place. */
export interface Part {
  canonical: string
  kind: BodyKind
  level: Level | null
  successor: string | null
  english: string | null
  /** It stands in the lexicon by its own name, and is not put together from a generic word and a branch. */
  listed: boolean
}

export interface Office {
  /** The words of the position without the word that the first body repeats: "Trưởng" + "Ban Tổ chức". */
  words: string
  /** Bodies that the title goes on with. */
  bodies: Part[]
  /** The body that the post is in, from the innermost: where the words of the position hold one ("Ủy viên Ban Thường vụ") it is here only. */
  within: Part[]
  /** Where the text of `within` begins. */
  from: number
  site: Site | null
  /** What follows bodies and place inside the title, in standard spelling: "tại Nhật Bản", "phụ trách nông nghiệp". */
  tail: string
  /** The place or body that a tail with "tại" names: where an ambassador is sent. */
  posted: { row: Row; class: typeof PLACE | typeof BODY } | null
  /** Places that the tail names as lying around the first: "huyện Châu Thành | tỉnh Tiền Giang". */
  around: Site[]
}

/** Bodies inside a position that go on with the body after it: "Ủy viên Ban Thường vụ" + "Tỉnh ủy". */
const GOES_ON = new Set([
  'Ban Thường vụ',
  'Ban Chấp hành',
  'Ban cán sự đảng',
  'Đảng đoàn',
  'Ban Kiểm soát',
  'Bộ Chính trị',
  'Ban Bí thư',
])
/** Bodies inside a position that the words after it only place: "Tổng Tham mưu trưởng" + "Quân đội nhân dân Việt Nam". */
const STAYS = new Set(['Bộ Tổng Tham mưu'])
/** "Ủy viên Bộ Chính trị Ban Chấp hành Trung ương Đảng": what every central body of the Party is of. */
const CENTRAL = 'Ban Chấp hành Trung ương Đảng'
/** What the head of a province, district or commune heads: the committee of its people, and that of its Party. */
const PARTY_OF: Record<string, string> = {
  tỉnh: 'Tỉnh ủy',
  'thành phố': 'Thành ủy',
  'thủ đô': 'Thành ủy',
  huyện: 'Huyện ủy',
  'huyện đảo': 'Huyện ủy',
  quận: 'Quận ủy',
  'thị xã': 'Thị ủy',
  xã: 'Đảng ủy',
  phường: 'Đảng ủy',
  'thị trấn': 'Đảng ủy',
  'đặc khu': 'Đảng ủy',
}
/** Words of a head that are a body of their own where another body, or a place, follows. */
const SHARED = new Set(['Văn phòng', 'Thanh tra', 'Công an', 'Hải quan', 'Thuế'])

/** Kinds of bodies that have names of their own behind the generic word. */
const PRIVATE = new Set<BodyKind>(['enterprise', 'school', 'hospital', 'media', 'association', 'international'])

export function officeOf(doc: Document, title: Title): Office {
  const { head } = title
  const site = siteOf(doc, title)
  const bodies = chainOf(doc, title, site)
  let words = head.row[0]
  let from = title.bodies[0]?.from ?? title.place?.from ?? head.from
  const shares = head.shares
  const endsShared = shares !== '' && words.toLowerCase().endsWith(shares.toLowerCase())
  const drop = (): void => {
    words = words.slice(0, words.length - shares.length).trim()
  }
  if (title.bodies.length > 0 && title.bodies[0].from < head.to) drop()
  else if (
    endsShared &&
    SHARED.has(shares) &&
    (bodies.length > 0 ? !bodies[0].canonical.startsWith(shares) : site?.local === true)
  ) {
    // "Chánh Văn phòng" + "Tỉnh ủy", "Trưởng Công an" + "xã"
    const row = listed(doc, shares)
    if (row !== null) {
      bodies.unshift(partOfRow(row))
      from = sharedFrom(doc, head.from, head.to)
      drop()
    }
  } else if (bodies.length === 0 && site?.local === true) {
    // "Chủ tịch tỉnh" is the chair of its People's Committee, "Bí thư huyện" the secretary of its Party Committee.
    const own = /^(Phó )?Chủ tịch$/.test(words)
      ? site.unit !== '' || site.row !== null
        ? 'Ủy ban nhân dân'
        : ''
      : /^(Phó )?Bí thư$/.test(words)
        ? (PARTY_OF[site.unit] ?? '')
        : ''
    const row = own === '' ? null : listed(doc, own)
    if (row !== null) bodies.push(partOfRow(row))
  }
  const own = head.row[POSITION_COLUMNS.body]
  let within = bodies
  if (own !== '') {
    const row = listed(doc, own)
    const part: Part =
      row === null
        ? { canonical: own, kind: 'other', level: null, successor: null, english: null, listed: false }
        : partOfRow(row)
    if (bodies.length === 0) {
      // "Tổng Bí thư Lào" is not of Vietnam's Party; a "Thủ tướng" is of the government of any country.
      if (site === null || !site.foreign || part.kind !== 'party') within = [part]
      from = head.from
    } else if (STAYS.has(own) || bodies[0].canonical === CENTRAL) within = [part]
    else if (GOES_ON.has(own)) {
      within = [part, ...bodies]
      from = head.from
    }
  }
  const end = Math.max(head.to, title.bodies[title.bodies.length - 1]?.to ?? 0, title.place?.to ?? 0)
  const around = aroundAt(doc, end, title.to)
  // The province tells the districts of one name apart.
  if (site !== null && site.today === null) site.today = around.find(s => s.today !== null)?.today ?? null
  return {
    words,
    bodies,
    within,
    from,
    site,
    tail: tailOf(doc, end, title.to),
    posted: postedAt(doc, end, title.to),
    around,
  }
}

/** The bodies of the chain by their full names. */
function chainOf(doc: Document, title: Title, site: Site | null): Part[] {
  const parts: Part[] = []
  for (const body of title.bodies) {
    const before = parts[parts.length - 1]
    if (
      before !== undefined &&
      body.canonical === CENTRAL &&
      !/đảng|chấp hành/.test(lowerOf(doc, body.from, body.to))
    ) {
      // "Viện Nghiên cứu kinh tế Trung ương": behind another body the word is part of its name.
      Object.assign(before, {
        canonical: `${before.canonical} Trung ương`,
        level: 'central',
        english: null,
        listed: false,
      })
    } else parts.push(...partsOf(doc, body, site))
  }
  // "Tổ chức Giáo dục, Khoa học và Văn hóa" + "Liên hợp quốc": two links may be one body.
  if (parts.length > 1) {
    const row = doc.lexicon.find(BODY, parts.map(p => p.canonical).join(' '))
    if (row !== null) return [partOfRow(row)]
  }
  return parts
}

function partOfRow(row: Row): Part {
  return {
    canonical: row[0],
    kind: row[1] as BodyKind,
    level: (row[2] || null) as Level | null,
    successor: row[3] || null,
    english: row[4] || null,
    listed: true,
  }
}

/** Bodies that positions and tables name: their rows, found once for each lexicon. */
const LISTED = new WeakMap<Lexicon, Map<string, Row | null>>()

function listed(doc: Document, name: string): Row | null {
  const rows = LISTED.get(doc.lexicon) ?? new Map<string, Row | null>()
  const known = rows.get(name)
  if (known !== undefined) return known
  const row = doc.lexicon.find(BODY, name)
  LISTED.set(doc.lexicon, rows.set(name, row))
  return row
}

/** The part or parts that a link of the chain stands for. */
function partsOf(doc: Document, body: BodyPart, site: Site | null): Part[] {
  // Most links are printed as the lexicon has them: their row stands in the text already.
  const marked = doc.marks.endAt(body.from, BODY) === body.to ? doc.marks.rowAt(body.from, BODY) : null
  const canonical = marked?.[0] === body.canonical ? body.canonical : standard(body.canonical)
  const row = marked?.[0] === canonical ? marked : doc.lexicon.find(BODY, canonical)
  if (row !== null && row[0] === canonical) {
    const part = partOfRow(row)
    if (site?.local === true && isNationwide(part) && !/Việt Nam|VN/i.test(doc.slice(body.from, body.to)))
      return [
        {
          ...part,
          canonical: part.canonical.slice(0, -' Việt Nam'.length),
          english: part.english?.replace(/^Vietnam /, '') ?? null,
        },
      ]
    if (site?.foreign !== true) return [part]
    // A ministry of another state is called as printed, not as the one of Vietnam that the short name stands for.
    const printed = /^Bộ /.test(canonical) ? printedMinistry(doc, body) : null
    const branch = printed === null ? null : doc.lexicon.find(FIELD, printed.slice(3))
    const english = printed === null ? part.english : branch?.[1] ? `Ministry of ${branch[1]}` : null
    return [{ ...part, canonical: printed ?? canonical, successor: null, english }]
  }
  const part: Part = {
    canonical,
    kind: body.kind,
    level: body.level,
    successor: body.successor,
    english: body.english,
    listed: false,
  }
  // "Sư đoàn 304", "Viện kiểm sát nhân dân khu vực 2", "Tổ dân phố số 5"
  const numbered = /^(.+?) (?:số )?(\d+)$/.exec(canonical)
  if (numbered !== null) {
    const of = doc.lexicon.find(BODY, numbered[1]) ?? null
    const open = doc.lexicon.find(BODY_HEAD, numbered[1])
    if (of !== null && of[0] === numbered[1])
      return [
        {
          ...partOfRow(of),
          canonical,
          english: of[4] ? `${of[4]} ${numbered[2]}` : null,
          successor: null,
          listed: false,
        },
      ]
    if (open !== null)
      return [
        {
          ...part,
          level: (open[2] || part.level) as Level | null,
          english: open[3] ? open[3].replace('{}', numbered[2]) : null,
        },
      ]
  }
  return splitPart(doc, part)
}

/** "Hội Luật gia Việt Nam", whose branch is the "Hội Luật gia" of its province. */
const isNationwide = (part: Part): boolean =>
  part.kind === 'mass-organisation' && /^Hội .+ Việt Nam$/.test(part.canonical)

/** "Thanh tra" + "Bộ Tài chính", "Vụ" + "Pháp chế": the body that the tail of an open one names, and the level of its generic word. */
function splitPart(doc: Document, part: Part): Part[] {
  const words = part.canonical.split(' ')
  const own = PRIVATE.has(part.kind)
  for (let k = 1; !own && k < words.length - 1; k++) {
    if (words[k] === words[k].toLowerCase()) continue
    const rest = words.slice(k).join(' ')
    const row = doc.lexicon.find(BODY, rest)
    if (row === null || row[0] !== rest) continue
    const first = words.slice(0, k).join(' ')
    const head = doc.lexicon.find(BODY, first)
    if (head !== null && head[0] === first) return [partOfRow(head), partOfRow(row)]
  }
  // A firm, school, paper or association has a name of its own, which its words do not translate.
  if (words.length > 1 && PRIVATE.has(part.kind))
    part.english = doc.lexicon.find(BODY_HEAD, part.canonical) === null ? null : part.english
  for (let k = Math.min(words.length, 6); k > 0; k--) {
    const head = doc.lexicon.find(BODY_HEAD, words.slice(0, k).join(' '))
    if (head === null) continue
    part.level ??= (head[2] || null) as Level | null
    const branch = k === words.length ? null : doc.lexicon.find(FIELD, words.slice(k).join(' '))
    if (part.english === null && head[3] && branch?.[1] && !PRIVATE.has(part.kind))
      part.english = head[3].replace('{}', branch[1])
    break
  }
  return [part]
}

function printedMinistry(doc: Document, body: BodyPart): string | null {
  const printed = standard(doc.slice(body.from, body.to))
  const name = /^bộ /i.test(printed) ? `Bộ ${printed.slice(3)}` : `Bộ ${printed}`
  return doc.lexicon.find(BODY, name)?.[0] === body.canonical &&
    name.length < body.canonical.length &&
    !/[A-ZĐ]{2}/.test(printed)
    ? name
    : null
}

/** The token inside the head at which the shared word stands: "Chánh | VP". */
function sharedFrom(doc: Document, from: number, to: number): number {
  for (let i = from + 1; i < to; i++)
    if (Math.max(doc.marks.endAt(i, BODY_HEAD), doc.marks.endAt(i, BODY)) >= to) return i
  return from
}

/** The rest of a title in standard spelling; a bracketed short name of the body is none of its words. */
function tailOf(doc: Document, from: number, to: number): string {
  if (from >= to || doc.tokens.key[from] === OPEN) return ''
  let out = ''
  let raw = from
  const flush = (end: number): void => {
    if (end > raw) out += ` ${standard(doc.slice(raw, end))}`
  }
  for (let i = from; i < to; ) {
    const body = doc.marks.endAt(i, BODY)
    const place = doc.marks.endAt(i, PLACE)
    const unit = doc.marks.endAt(i, UNIT)
    const end = Math.max(body, place)
    if (end > 0 && end <= to) {
      flush(i)
      out += ` ${body >= place ? doc.marks.rowAt(i, BODY)![0] : tailPlace(doc, i, place)}`
      i = raw = end
    } else if (unit > 0 && unit < to && doc.marks.has(unit, PLACE)) {
      flush(i)
      out += ` ${doc.marks.rowAt(i, UNIT)![0]}`
      i = raw = unit
    } else i++
  }
  flush(to)
  return out.trim()
}

function postedAt(doc: Document, from: number, to: number): Office['posted'] {
  if (from + 1 >= to || !isWord(doc, from, 'tại')) return null
  for (const cls of [PLACE, BODY] as const)
    if (doc.marks.endAt(from + 1, cls) === to) return { row: doc.marks.rowAt(from + 1, cls)!, class: cls }
  return null
}

function aroundAt(doc: Document, from: number, to: number): Site[] {
  const sites: Site[] = []
  for (let i = from; i < to; ) {
    const place = readPlace(doc, i, to, true)
    if (place === null || place.name === null) return []
    sites.push(settle(place, place.unit?.[0] ?? null, place.row === null ? [] : [place.row]))
    i = place.to
  }
  return sites
}

function tailPlace(doc: Document, i: number, end: number): string {
  const row = doc.marks.rowAt(i, PLACE)!
  return row[0] === 'Hồ Chí Minh' && /^tp/i.test(doc.slice(i, end)) ? 'Thành phố Hồ Chí Minh' : row[0]
}

/** Is the unit of the place part of the name of the body that sits there ("Ủy ban nhân dân tỉnh"), or in it already ("Tỉnh ủy")? */
export const holdsUnit = (body: string): boolean => /(^| )(Tỉnh|Thành|Huyện|Quận|Thị) (ủy|đoàn)( viên)?$/.test(body)
