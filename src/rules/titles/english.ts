/**
 * English of a title, put together as the official press does:
 *
 *   Secretary of the Quang Tri provincial Party Committee · Deputy Minister of Finance · Chairman of the Hanoi People's Committee
 *
 * Null where a part has no English in the lexicon, or where the parts would say something else than the title: half a
 * translation misleads.
 */
import type { Title } from '../../document.js'
import { BODY } from '../../lexicon/classes.js'
import type { Position } from '../../records.js'
import { POSITION_COLUMNS } from './head.js'
import type { Office, Part } from './office.js'
import type { Site } from './site.js'

/** Titles whose English is no sum of its parts. */
const SET: Record<string, string> = {
  'Tổng Thư ký Quốc hội': 'NA General Secretary',
  'Phó Tổng Thư ký Quốc hội': 'NA Deputy General Secretary',
  'Chánh Văn phòng Nhà Trắng': 'White House Chief of Staff',
  'Phó Chánh Văn phòng Nhà Trắng': 'White House Deputy Chief of Staff',
  'Chánh Văn phòng': 'Chief of Office',
  'Phó Chánh Văn phòng': 'Deputy Chief of Office',
  'Ngoại trưởng Mỹ': 'Secretary of State of the United States',
  'Ngoại trưởng Anh': 'Foreign Secretary of the United Kingdom',
}

/** Departments of the United States by the branch that the Vietnamese press calls their ministry after. */
const DEPARTMENTS: Record<string, string> = {
  'Bộ Ngoại giao': 'State',
  'Bộ Quốc phòng': 'Defense',
  'Bộ Chiến tranh': 'War',
  'Bộ Tài chính': 'the Treasury',
  'Bộ Ngân khố': 'the Treasury',
  'Bộ Tư pháp': 'Justice',
  'Bộ Thương mại': 'Commerce',
  'Bộ Nông nghiệp': 'Agriculture',
  'Bộ Nội vụ': 'the Interior',
  'Bộ Năng lượng': 'Energy',
  'Bộ Giáo dục': 'Education',
  'Bộ Lao động': 'Labor',
  'Bộ Giao thông': 'Transportation',
  'Bộ Giao thông vận tải': 'Transportation',
  'Bộ Y tế': 'Health and Human Services',
  'Bộ An ninh Nội địa': 'Homeland Security',
  'Bộ Cựu chiến binh': 'Veterans Affairs',
}
/** Who presides over other states' national assemblies. */
const SPEAKERS: Record<string, [chief: string, vice: string]> = {
  Lào: ['Chairman', 'Vice Chairman'],
  Campuchia: ['President', 'Vice President'],
  Cuba: ['President', 'Vice President'],
  Pháp: ['President', 'Vice President'],
  'Hàn Quốc': ['Speaker', 'Deputy Speaker'],
  'Việt Nam': ['Chairman', 'Vice Chairman'],
}
/** Countries whose lower house is a House of Representatives. */
const REPRESENTATIVES = new Set(['Mỹ', 'Nhật Bản', 'Thái Lan', 'Philippines', 'Malaysia', 'Australia', 'Indonesia'])
/** Branches that other states call otherwise than Vietnam does. */
const ABROAD: Record<string, string> = { 'National Defence': 'Defence', 'Home Affairs': 'the Interior' }

export function englishOf(title: Title, office: Office, position: Position, canonical: string): string | null {
  const { head } = title
  const set = SET[canonical]
  if (set !== undefined) return set
  const after = tailOf(office, head.kind)
  const post = postOf(title, office, position)
  if (after === null || post === null) return null
  const whole = withBodies(post, title, office)
  return whole === null ? null : whole + after
}

/** The position with its modifiers: "Permanent Vice Chairman", "President-elect". */
function postOf(title: Title, office: Office, position: Position): string | null {
  const { head } = title
  let post: string | null = head.row[POSITION_COLUMNS.english] || null
  if (post === null) return null
  post = suited(post, title, office, position)
  if (post === null) return null
  for (const m of head.modifiers) {
    if (!m[2]) continue
    if (m[2].startsWith('-')) post += m[2]
    else if (m[2].startsWith('in charge')) post += ' in charge'
    else if (m[1] === 'standing' && head.kind === 'secretary') post = `Standing ${post}`
    else post = `${capital(m[2])} ${post}`
  }
  return post
}

/** The word that English has for this post in this kind of body: a Front has a President, a court a Chief Judge. */
function suited(post: string, title: Title, office: Office, position: Position): string | null {
  const { site, within } = office
  const body = office.bodies[0] ?? within[0]
  const deputy = position.deputy
  const name = title.head.row[0]
  const chief = deputy && name.startsWith('Phó ') ? capital(name.slice(4)) : name
  const is = (post: string): boolean => chief === post
  const say = (one: string, vice: string): string => (deputy ? vice : one)
  if (body === undefined) {
    if (position.kind === 'president' && is('Chủ tịch'))
      return site !== null && /^(Trung Quốc|Cuba|Lào|Việt Nam)$/.test(site.name ?? '')
        ? say('President', 'Vice President')
        : null
    if (position.kind === 'president' && is('Chủ tịch nước') && site?.foreign) return say('President', 'Vice President')
    return post
  }
  if (is('Chủ tịch')) {
    if (body.canonical === 'Hạ viện')
      return REPRESENTATIVES.has(site?.name ?? '') ? say('Speaker', 'Deputy Speaker') : null
    if (body.canonical === 'Quốc hội' && site?.foreign) return SPEAKERS[site.name ?? '']?.[deputy ? 1 : 0] ?? null
    if (/^(Hiệp hội các quốc gia Đông Nam Á|Diễn đàn Hợp tác Kinh tế)/.test(body.canonical))
      return say('Chair', 'Vice Chair')
    if (
      /^(Thượng viện|Nghị viện|Viện Hàn lâm)/.test(body.canonical) ||
      /^(front|mass-organisation|association|international)$/.test(body.kind)
    )
      return say('President', 'Vice President')
  }
  if (is('Trưởng ban') && isCentralCommission(body.english ?? '')) return say('Chairman', 'Vice Chairman')
  if (is('Tổng Giám đốc') && body.kind === 'international')
    return body.canonical === 'Quỹ Tiền tệ Quốc tế'
      ? say('Managing Director', 'Deputy Managing Director')
      : say('Director-General', 'Deputy Director-General')
  if (is('Hiệu trưởng') && /University\b/.test(body.english ?? '')) return say('Rector', 'Vice Rector')
  if (is('Chánh án') && /^Tòa án( nhân dân)? tối cao$/i.test(body.canonical))
    return say('Chief Justice', 'Deputy Chief Justice')
  if (position.kind === 'procurator-general' && is('Viện trưởng'))
    return body.canonical === 'Viện kiểm sát nhân dân tối cao'
      ? say('Prosecutor General', 'Deputy Prosecutor General')
      : say('Chief Prosecutor', 'Deputy Chief Prosecutor')
  // A newspaper's "đặc phái viên" is its correspondent.
  if (is('Đặc phái viên') && body.kind === 'media') return say('Special Correspondent', 'Deputy Special Correspondent')
  if (is('Tổng Bí thư')) return office.bodies.length > 0 ? 'General Secretary' : site === null ? post : null
  // "Division Commander", but "Commander of Division 304"
  if (position.kind === 'commander' && office.bodies.length > 0)
    return post.replace(/^(Deputy )?.*(Commander|Leader)$/, (_, d: string | undefined) => `${d ?? ''}Commander`)
  return post
}

function withBodies(post: string, title: Title, office: Office): string | null {
  const { head } = title
  const { site, within } = office
  let { bodies } = office
  const own = head.row[POSITION_COLUMNS.body]
  // "Thủ tướng Chính phủ" is the Prime Minister; the body stands in the word.
  if (bodies.length === 1 && bodies[0].canonical === own && head.kind === 'prime-minister') bodies = []
  // "Chief Inspector of the Ministry of Finance", not of its Inspectorate
  if (head.kind === 'chief-inspector' && bodies[0]?.canonical === 'Thanh tra') bodies = bodies.slice(1)
  else if (head.kind === 'chief-inspector' && /^Thanh tra (tỉnh|thành phố)$/.test(bodies[0]?.canonical ?? '')) {
    if (site === null) return `${post} of the ${UNITS[bodies[0].canonical.slice(10)]}`
    bodies = []
  }
  if (bodies.length === 0) {
    if (site === null) return post
    if (head.kind === 'delegate' && own === 'Quốc hội' && site.local) return `${post} from ${nominal(site)}`
    if (head.kind === 'delegate' && own === 'Hội đồng nhân dân') return `${adjectival(site)} ${post}`
    // "Village head", but "Head of Kon Dao village"
    return `${site.name === null ? post : post.replace(/^(?:village|hamlet) head$/i, 'Head').replace(/^Deputy (?:village|hamlet) head$/i, 'Deputy Head')} of ${nominal(site)}`
  }
  const first = bodies[0]
  if (head.kind === 'minister' && first.canonical.startsWith('Bộ ') && bodies.length === 1) {
    const foreign = site?.foreign === true
    if (foreign && site.name === 'Mỹ') {
      const department = DEPARTMENTS[first.canonical]
      // Deputies are of two ranks there, which Vietnamese does not tell apart.
      if (department === undefined || head.deputy) return null
      return `${department === 'Justice' ? 'Attorney General' : `Secretary of ${department}`} of the United States`
    }
    // British ministers of the Crown have titles of many kinds.
    if (foreign && site.name === 'Anh') return null
    const branch = first.english?.startsWith('Ministry of ') ? first.english.slice(12) : null
    if (branch === null) return null
    return `${post} of ${foreign ? (ABROAD[branch] ?? branch) : branch}${site === null ? '' : ` of ${nominal(site)}`}`
  }
  const names: string[] = []
  bodies.forEach((b, k) => {
    const name = nameOf(b, within, site, k === bodies.length - 1)
    if (name !== null) names.push(name)
  })
  return names.length < bodies.length ? null : `${post} of ${names.join(' of ')}`
}

/** "Party Central Committee's Commission for Internal Affairs" */
const isCentralCommission = (name: string): boolean =>
  name.startsWith("Party Central Committee's ") && name.includes('Commission')

/** Does the body's name have no article: is it called by a number, a place's name or a brand alone? */
function isProper(name: string): boolean {
  return (
    ABBREVIATION.test(name) ||
    NUMBERED.test(name) ||
    BRANDS.has(name) ||
    name.startsWith('Vietnam National University') ||
    CALLED_BY_PLACE.test(name)
  )
}

const ABBREVIATION = /^[A-Z&-]{2,}$/
const NUMBERED =
  /^(?:Military Region|Naval Region|Army Corps|Division|Brigade|Regiment|Battalion|Company|Command|Military Hospital) \w+$/
const CALLED_BY_PLACE = / (?:Hospital|University|Newspaper|School|College|Airways)$/
const BRANDS = new Set([
  'Interpol',
  'Radio the Voice of Vietnam',
  'Hoang Anh Gia Lai',
  'Vietnam Airlines',
  'Vietnam Railways',
  'Vietnam Television',
  'Vietnam Electricity',
  'Vietnam Post',
  'Vietnam Social Security',
])

/** "the Quang Tri provincial Party Committee", "Military Region 7", "the Vietnam Fatherland Front Committee of Hanoi" */
function nameOf(body: Part, within: Part[], site: Site | null, last: boolean): string | null {
  let name = body.english
  if (name === null) return null
  if (name.startsWith('Ministry of ') && site?.foreign) {
    if (site.name === 'Mỹ')
      name = DEPARTMENTS[body.canonical] === undefined ? '' : `Department of ${DEPARTMENTS[body.canonical]}`
    else if (site.name === 'Anh') name = ''
    else name = `Ministry of ${ABROAD[name.slice(12)] ?? name.slice(12)}`
    if (name === '') return null
  }
  // Below the province the police are no department.
  const level = site?.local === true ? site.level : null
  if (body.canonical === 'Công an' && (level === 'district' || level === 'commune')) name = 'Police'
  if (!last || site === null) return article(body, name) + name
  if (!site.local && !(site.foreign && /(Tỉnh|Thành) (ủy|đoàn)$/.test(body.canonical)))
    return `${article(body, name)}${name} of ${nominal(site)}`
  if (
    within[0]?.level === 'central' &&
    body.level === 'central' &&
    site.name !== null &&
    !/^(mass-organisation|association|front)$/.test(body.kind)
  )
    return `${article(body, name)}${name} in ${nominal(site)}`
  if (/^(Vietnam|Ho Chi Minh Communist) /.test(name) && site.name !== null) return `the ${name} of ${nominal(site)}`
  const place = adjectival(site, /^(Tỉnh|Thành) (ủy|đoàn)$/.test(body.canonical))
  const bare = name
    .replace(/^(provincial|municipal|district|town|commune|ward) /, '')
    .replace(/of the (provincial|municipal|district|town|commune|ward) /, 'of the ')
  const at = bare.lastIndexOf(' of the ')
  return at < 0 ? `the ${place} ${bare}` : `the ${bare.slice(0, at)} of the ${place} ${bare.slice(at + 8)}`
}

const article = (body: Part, name: string): string =>
  isProper(name) || (body.kind === 'enterprise' && body.listed && !name.includes(' ')) ? '' : 'the '

/** The words in which a unit without a name stands before its body: "the provincial Party Committee". */
const OF_UNIT: Record<string, string> = {
  tỉnh: 'provincial',
  'thành phố': 'municipal',
  'thủ đô': 'municipal',
  quận: 'district',
  huyện: 'district',
  'huyện đảo': 'district',
  'thị xã': 'town',
  xã: 'commune',
  phường: 'ward',
  'thị trấn': 'township',
  'đặc khu': 'special zone',
}
/** The words for the units themselves. */
const UNITS: Record<string, string> = {
  ...OF_UNIT,
  tỉnh: 'province',
  'thành phố': 'city',
  'thủ đô': 'capital',
  thôn: 'village',
  bản: 'village',
  làng: 'village',
  buôn: 'village',
  xóm: 'hamlet',
  ấp: 'hamlet',
  khóm: 'quarter',
  'khu phố': 'quarter',
}

/** "Quang Tri provincial", "Hanoi", "Trieu Phong district", "District 1"; "provincial" where only the unit is printed. */
function adjectival(site: Site, party = false): string {
  if (site.name === null) return OF_UNIT[site.unit] ?? UNITS[site.unit] ?? site.unit
  const name = plainName(site)
  if (site.kind === 'province') return site.unit === 'tỉnh' ? `${name} provincial` : name
  if (site.foreign) return party && site.unit === 'tỉnh' ? `${name} provincial` : name
  return withUnit(site, name)
}

/** "Quang Tri province", "Hanoi", "the United States"; "the province" where only the unit is printed. */
function nominal(site: Site): string {
  if (site.name === null) return `the ${UNITS[site.unit] ?? site.unit}`
  const name = plainName(site)
  if (site.kind === 'province') return site.unit === 'tỉnh' ? `${name} province` : name
  if (site.kind === 'region' && !site.foreign) return `the ${name}`
  return site.foreign || !site.local ? withArticle(name) : withUnit(site, name)
}

function withUnit(site: Site, name: string): string {
  if (/\d$/.test(site.name!) && site.kind === 'district') return `District ${site.name!.match(/\d+/g)!.at(-1)}`
  return `${name} ${UNITS[site.unit] ?? ''}`.trim()
}

const withArticle = (name: string): string =>
  /^(United|Republic|Democratic|Netherlands|Philippines|Maldives|European Union|Czech Republic|Soviet Union|Central African|Dominican)|(Islands|Emirates|Union)$/.test(
    name,
  )
    ? `the ${name}`
    : name

const plainName = (site: Site): string => site.row?.[6] || plain(site.name!)

/** "to Japan" for those sent there, "in Vietnam" for others; null where the rest of the title is no place. */
function tailOf({ tail, posted, around }: Office, kind: string): string | null {
  if (tail === '') return ''
  if (around.length > 0) return around.map(s => `, ${nominal(s)}`).join('')
  if (posted === null) return null
  const { row } = posted
  const name = posted.class === BODY ? row[4] && `the ${row[4]}` : withArticle(row[6] || plain(row[0]))
  return name ? ` ${kind === 'ambassador' ? 'to' : 'in'} ${name}` : null
}

/** Without tone marks, as English prints them: "Quang Tri". */
export function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
}

const capital = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1)
