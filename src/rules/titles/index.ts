/**
 * Finds every title: head + bodies + place, as far as the text runs on without a comma.
 *
 *   Phó Chủ tịch Thường trực UBND TP Hà Nội · Bộ trưởng Tài chính · Bí thư Bình Dương · Thượng tướng · Đại sứ Mỹ tại Việt Nam
 *
 * Words before a title give its status (nguyên, tân, quyền) or make it generic (các, những, mỗi).
 */
import type { BodyPart, Document, Head, Title } from '../../document.js'
import { BODY, BODY_HEAD, HONORIFIC, PLACE, POSITION, RANK, STATUS, UNIT } from '../../lexicon/classes.js'
import type { Status } from '../../records.js'
import { CAPITAL, CLOSE, COMMA, DASH, GLUED, NUMBER, OPEN, QUOTE, UPPER, WORD } from '../../text/flags.js'
import { ALL_CAPS } from '../../text/sentences.js'
import { readAnyName, readName } from '../names/read.js'
import { isWord, WordSet } from '../words.js'
import { canonicalField } from './body.js'
import { readChain } from './chain.js'
import { closedEnd } from './closed.js'
import { readHead } from './head.js'
import { readPlace } from './place.js'

/** Words before a title that speak of many or of any ("các bộ trưởng", "mỗi chủ tịch xã"). */
const PLURAL = new WordSet('các những mỗi mọi nhiều từng vài số hai ba bốn năm sáu bảy tám chín mười chục trăm')
/** They are in no open body: "Thủ tướng báo cáo" has no newspaper in it. */
const HEADS_OF_STATE = new Set(['president', 'prime-minister', 'general-secretary'])
/** Posts that are called after a branch of the firm: "Giám đốc tuyển sinh", "cố vấn kỹ thuật". */
const DUTIES = new Set([
  'Giám đốc',
  'Phó Giám đốc',
  'Tổng Giám đốc',
  'Phó Tổng Giám đốc',
  'Cố vấn',
  'Trợ lý',
  'Giám đốc điều hành',
])
/** Kinds of post that name the place where they serve after "tại". */
const POSTED = new Set(['commander', 'ambassador', 'consul', 'spokesperson', 'head', 'assistant', 'other', 'director'])

export function findTitles(doc: Document): void {
  const { sentences, marks, tokens } = doc
  for (let s = 0; s < sentences.count; s++) {
    const stop = sentences.first[s + 1]
    const caps = (sentences.flags[s] & ALL_CAPS) !== 0
    for (let i = sentences.first[s]; i < stop; ) {
      const classes = marks.classes[i]
      if ((classes & ((1 << POSITION) | (1 << RANK) | (1 << BODY))) === 0) {
        i++
        continue
      }
      const head =
        (classes & ((1 << POSITION) | (1 << RANK))) !== 0
          ? readHead(doc, i, stop)
          : standingMember(doc, i, sentences.first[s], stop)
      const body = marks.endAt(i, BODY)
      // "Ban Bí thư", "Văn phòng Chủ tịch nước": a position inside the name of a body is none.
      if (head === null || (body > head.to && !isWord(doc, i, 'thường'))) {
        i = Math.max(body, i + 1)
        continue
      }
      // "Công điện số 15/CĐ-TTg": part of a document's number.
      if (
        i > sentences.first[s] &&
        (tokens.key[i - 1] === DASH || tokens.key[i - 1] === 0x2f) &&
        ((tokens.flags[i] & GLUED) !== 0 || inNumber(doc, i))
      ) {
        i++
        continue
      }
      // "đường Đại tướng Võ Nguyên Giáp", "mang tên Tổng Bí thư Hà Huy Tập"
      if (i > sentences.first[s] && CALLED_AFTER.has(doc, i - 1) && readName(doc, head.to, stop) > 0) {
        i = head.to
        continue
      }
      if (isOtherWord(doc, head, i, sentences.first[s])) {
        i = head.to
        continue
      }
      // "Trung | Quốc Vương Nghị": inside the name of a place
      if (i > sentences.first[s] && (tokens.flags[i] & CAPITAL) !== 0 && marks.endAt(i - 1, PLACE) > i) {
        i++
        continue
      }
      // "APEC CEO Summit": capitals of another language on both sides
      if (
        head.to === i + 1 &&
        (tokens.flags[i] & UPPER) !== 0 &&
        i > sentences.first[s] &&
        (tokens.flags[i - 1] & UPPER) !== 0 &&
        !caps &&
        !marks.has(i - 1, HONORIFIC)
      ) {
        i++
        continue
      }
      // "chức vụ | Phó Chủ tịch": the last syllable of another word.
      if (endsOtherWord(doc, i, head.to)) {
        i++
        continue
      }
      // "Tư", "Tướng" as part of a person's name or of a word.
      if (
        head.to === i + 1 &&
        (tokens.flags[i] & CAPITAL) !== 0 &&
        !head.rank &&
        i > sentences.first[s] &&
        (tokens.flags[i - 1] & CAPITAL) !== 0 &&
        readName(doc, i - 1, stop) > i
      ) {
        i++
        continue
      }
      const title = readTitle(doc, head, s, stop, caps)
      if (
        (NEEDS_NAME.has(head.row[0]) && !standsByName(doc, title, stop)) ||
        (NEEDS_BODY.has(head.row[0]) && !marks.has(head.to, BODY) && !marks.has(head.to, BODY_HEAD)) ||
        (isBareGeneral(doc, head) && readAnyName(doc, title.to, stop, caps) < 0)
      ) {
        i++
        continue
      }
      doc.addTitle(title)
      doc.note('titles', 'title', title)
      i = title.to
    }
  }
}

/** "Quyết định 900 / QĐ - TTg": the same, set apart. */
const inNumber = (doc: Document, i: number): boolean =>
  i > 1 && isWord(doc, i, 'ttg') && (doc.tokens.flags[i - 2] & (UPPER | NUMBER)) !== 0

/** What a class teacher and the head of a project are called by is no office. */
const NO_OFFICE = new WordSet('lớp đề')

/** "Đại sứ Du lịch", "đại sứ thiện chí", "nữ hoàng sắc đẹp": titles of fame. */
const OF_FAME = new WordSet('du thiện thương nhân môi thời truyền hình trang sắc nội nhạc phim linh cải')

/** "Công ty TNHH một | thành viên" */
const opensFirm = (doc: Document, i: number, first: number): boolean =>
  i > first + 1 && isWord(doc, i - 1, 'một') && (isWord(doc, i - 2, 'tnhh') || isWord(doc, i - 2, 'hạn'))

/**
 * Words of a title in another sense: "đoàn | đại biểu cấp cao" is a delegation, "giáo viên | chủ nhiệm lớp" a teacher,
 * "tư lệnh ngành giao thông" a figure of speech for a minister.
 */
function isOtherWord(doc: Document, head: Head, i: number, first: number): boolean {
  const word = head.row[0]
  // "Đại hội đại biểu Đảng bộ tỉnh" is a congress.
  if (word === 'Đại biểu') return i > first && (isWord(doc, i - 1, 'đoàn') || isWord(doc, i - 1, 'hội'))
  if (word === 'Thành viên') return i > first && (isWord(doc, i - 1, 'nước') || opensFirm(doc, i, first))
  if (word === 'Đại sứ' || word === 'Nữ hoàng') return OF_FAME.has(doc, head.to)
  if (word === 'Giám đốc') return isWord(doc, head.to, 'thẩm') && !isWord(doc, head.to + 1, 'mỹ')
  if (word === 'Tiểu vương') return isWord(doc, head.to, 'quốc')
  if (word === 'Chủ nhiệm')
    return NO_OFFICE.has(doc, head.to) || (i > first + 1 && isWord(doc, i - 1, 'viên') && isWord(doc, i - 2, 'giáo'))
  if (word === 'Tư lệnh')
    return isWord(doc, head.to, 'ngành') || (doc.tokens.key[head.to] === QUOTE && isWord(doc, head.to + 1, 'ngành'))
  return false
}

/** "thuyền trưởng", "HLV trưởng", "tu viện trưởng": the head's first syllable ends another word. */
const BEFORE_HEAD = new WordSet('thuyền hlv viên nhóm tu bếp phi máy')

/** "chức vụ", "nhiệm vụ", "dịch vụ": no department. */
const BEFORE_VU = new WordSet('chức nhiệm công nghiệp thường dịch phục học giáo thời nội ngoại')

/** "Trưởng BCĐ", "Phó Trưởng BQL": a head whose other half is in the abbreviation of the body. */
const NEEDS_BODY = new Set(['Trưởng', 'Phó Trưởng'])

/** "tướng" is a rank only right before a name: "kiện tướng", "nhân tướng học" and the like have it too. */
const isBareGeneral = (doc: Document, head: Head): boolean =>
  head.to === head.from + 1 && isWord(doc, head.from, 'tướng')

/** Verbs and plain nouns that are titles only with a body or country and right before a name: "phụ trách Thành ủy TP.HCM Lê Thanh Hải". */
const NEEDS_NAME = new Set(['Phụ trách', 'Chỉ huy', 'Vua'])

function standsByName(doc: Document, title: Title, stop: number): boolean {
  if (title.bodies.length === 0 && title.place?.row?.[1] !== 'country') return false
  // "Đô đốc Brad Cooper, Chỉ huy Bộ Tư lệnh Trung tâm Mỹ, …"
  const { key, flags } = doc.tokens
  const b = title.outer - 1
  if (b > 1 && (key[b] === COMMA || key[b] === OPEN) && (flags[b - 1] & (WORD | CAPITAL)) === (WORD | CAPITAL))
    return true
  return readAnyName(doc, title.to, stop) > title.to + 1
}

/** "…, Thường vụ Tỉnh ủy, …": in a list of titles the Standing Board stands for its member. */
function standingMember(doc: Document, i: number, first: number, stop: number): Head | null {
  if (i === first || !isWord(doc, i, 'thường') || !isWord(doc, i + 1, 'vụ') || doc.tokens.key[i - 1] !== COMMA)
    return null
  const last = doc.titles[doc.titles.length - 1]
  if (last === undefined || last.to !== i - 1) return null
  const row = doc.lexicon.find(POSITION, 'Ủy viên Ban Thường vụ')
  if (row === null || i + 2 >= stop) return null
  return {
    from: i,
    to: i + 2,
    row,
    kind: 'member',
    deputy: false,
    standing: false,
    modifiers: [],
    rank: false,
    shares: '',
  }
}

/** Streets, schools and prizes are called after persons with their titles. */
const CALLED_AFTER = new WordSet('đường phố tên')

function endsOtherWord(doc: Document, i: number, to: number): boolean {
  if (i > 0 && BEFORE_HEAD.has(doc, i - 1) && (isWord(doc, i, 'trưởng') || isWord(doc, i, 'viện'))) return true
  return to === i + 2 && i > 0 && isWord(doc, i, 'vụ') && BEFORE_VU.has(doc, i - 1)
}

function readTitle(doc: Document, head: Head, sentence: number, stop: number, caps: boolean): Title {
  const first = doc.sentences.first[sentence]
  let end = head.to
  let chainStart = end
  if (head.shares !== '' && endsWithShared(head)) chainStart = sharedStart(doc, head)
  const title: Title = {
    from: head.from,
    to: end,
    sentence,
    outer: head.from,
    head,
    bodies: [],
    place: null,
    status: 'current',
    statusBy: 'default',
    generic: false,
    holder: null,
    via: null,
    person: null,
    alias: false,
    inferredPlace: null,
  }
  if (!head.rank) {
    // "tổng thống thứ 14 của Ấn Độ", "Chủ tịch đầu tiên của thành phố", "Thủ tướng hiện tại của Nga"
    let at = end
    if (at + 2 < stop && (isWord(doc, at, 'đầu') || isWord(doc, at, 'hiện')) && isOrder(doc, at + 1)) at += 2
    if (at + 1 < stop && isWord(doc, at, 'thứ') && (doc.tokens.flags[at + 1] & NUMBER) !== 0) at += 2
    if (at < stop && isWord(doc, at, 'của') && !doc.marks.has(at, STATUS)) {
      const place = readPlace(doc, at + 1, stop, true)
      if (place !== null && place.name !== null) at++
      else if (doc.marks.endAt(at + 1, BODY) > at + 2) at++
      else at = end
    } else if (at > end && readPlace(doc, at, stop, true) === null) at = end
    const party = at === end ? partyOf(doc, head, at, stop) : null
    if (party !== null) at = end = chainStart = party.to
    // "Bộ trưởng Tài chính", "Vụ trưởng Pháp chế": the word of the body is in the head, the field follows it.
    const prefix = head.modifiers.length === 0 && !endsWithShared(head) ? head.shares : ''
    const chain = readChain(
      doc,
      at === end ? chainStart : at,
      at,
      stop,
      caps,
      prefix,
      !HEADS_OF_STATE.has(head.kind),
      DUTIES.has(head.row[0]),
    )
    if (chain.end > at || at === end) {
      title.bodies = party === null ? chain.bodies : [party, ...chain.bodies]
      title.place = chain.place
      const last = chain.bodies.at(-1)
      const closed =
        last !== undefined && last.to === chain.end ? closedEnd(doc, last, head.from, first, stop) : chain.end
      if (last !== undefined && closed > chain.end) {
        last.canonical += ` ${canonicalField(doc, chain.end, closed)}`
        last.to = closed
      }
      end = withAcronym(doc, closed, stop)
      // "Hội đồng nhân dân (HĐND) | TP Đà Nẵng"
      const place = end > closed && title.place === null ? readPlace(doc, end, stop, true) : null
      if (place !== null) {
        title.place = place
        end = place.to
      }
    }
    // "Đặc phái viên về Triều Tiên"
    if (end + 1 < stop && head.kind === 'ambassador' && isWord(doc, end, 'về')) {
      const place = readPlace(doc, end + 1, stop, true)
      if (place?.name != null) end = place.to
    }
    // "Đại sứ Việt Nam tại Nga", "Trưởng đại diện UNICEF tại Việt Nam"
    const posted =
      isWord(doc, end, 'tại') || (isWord(doc, end, 'ở') && (head.kind === 'ambassador' || head.kind === 'commander'))
    if (end + 1 < stop && posted && POSTED.has(head.kind)) {
      const place = readPlace(doc, end + 1, stop, true)
      if (
        place !== null &&
        place.name !== null &&
        (head.kind === 'ambassador' || head.kind === 'consul' || place.unit === null)
      )
        end = place.to
      else if ((head.kind === 'ambassador' || head.kind === 'consul') && doc.marks.has(end + 1, BODY))
        end = doc.marks.endAt(end + 1, BODY)
    }
  }
  if (end === head.to && SERVES.has(head.kind)) end = withServed(doc, end, stop)
  title.to = withPair(doc, title, withParty(doc, end, stop), stop)
  readPrefix(doc, title, first)
  readMany(doc, title)
  readSuffix(doc, title, stop)
  readSpan(doc, title, stop)
  return title
}

/** Posts that somebody has with the holder of another one. */
const SERVES = new Set(['spokesperson', 'assistant', 'ambassador'])

/** "Người phát ngôn của Tổng thống Nga", where no name follows that would be the president's. */
function withServed(doc: Document, end: number, stop: number): number {
  if (end + 1 >= stop || !isWord(doc, end, 'của')) return end
  const served = readHead(doc, end + 1, stop)
  if (served === null || (served.kind !== 'president' && served.kind !== 'prime-minister')) return end
  const to = Math.max(served.to, countryAfter(doc, served.to, stop))
  return readAnyName(doc, to, stop) < 0 ? to : end
}

const isOrder = (doc: Document, p: number): boolean =>
  isWord(doc, p, 'tiên') || isWord(doc, p, 'tại') || isWord(doc, p, 'thời')

/** "Ủy viên Trung ương Đảng | Nhân dân Cách mạng Lào": the party of another country, whose first word the title has. */
function withParty(doc: Document, end: number, stop: number): number {
  if (end >= stop || !isWord(doc, end - 1, 'đảng') || (doc.tokens.flags[end] & CAPITAL) === 0) return end
  if (doc.marks.rowAt(end - 1, BODY)?.[1] !== 'party') return end
  return Math.max(end, doc.marks.endAt(end - 1, BODY), countryAfter(doc, doc.marks.endAt(end - 1, BODY), stop))
}

function countryAfter(doc: Document, p: number, stop: number): number {
  if (p < 0 || p >= stop) return -1
  const place = readPlace(doc, p, stop, true)
  return place?.row?.[1] === 'country' ? place.to : -1
}

/** "Thượng nghị sĩ Dân chủ Ed Markey", "hạ nghị sĩ Cộng hòa bang Texas": the party by its short name. */
function partyOf(doc: Document, head: Head, at: number, stop: number): BodyPart | null {
  if (at + 2 > stop || !/nghị sĩ$/i.test(head.row[0])) return null
  const democrat = isWord(doc, at, 'dân') && isWord(doc, at + 1, 'chủ')
  if (!democrat && !(isWord(doc, at, 'cộng') && isWord(doc, at + 1, 'hòa'))) return null
  const canonical = democrat ? 'Đảng Dân chủ' : 'Đảng Cộng hòa'
  const english = democrat ? 'Democratic Party' : 'Republican Party'
  return { from: at, to: at + 2, canonical, kind: 'party', level: null, successor: null, english }
}

/** Bodies that two countries share. */
const SHARED_BODY = /(Hội |Hội đồng|Ủy ban|Ban Biên giới|Liên doanh|Nhóm|Phòng Thương mại|Diễn đàn|Trung tâm)/i
const SHORT_COUNTRY = new WordSet('việt trung hàn nhật triều ấn lào')

/**
 * "Chủ tịch Hội Hữu nghị Việt Nam - Campuchia": the body of two countries. "Tổng thống Mỹ - Hàn": one of each country, so nobody
 * in particular.
 */
function withPair(doc: Document, title: Title, end: number, stop: number): number {
  const { key } = doc.tokens
  // "Bộ trưởng Quốc phòng | Việt - Trung": the first country by a short name that it has in pairs only
  if (end + 2 < stop && key[end + 1] === DASH && title.place === null && SHORT_COUNTRY.has(doc, end)) end++
  if (end + 1 >= stop || key[end] !== DASH || (doc.tokens.flags[end + 1] & CAPITAL) === 0) return end
  const named = title.place?.row?.[1] === 'country' && title.place.to === end
  if (!named && !SHORT_COUNTRY.has(doc, end - 1)) return end
  const next = doc.marks.rowAt(end + 1, PLACE)
  const to =
    next !== null && (next[1] === 'country' || next[0] === 'ASEAN')
      ? doc.marks.endAt(end + 1, PLACE)
      : SHORT_COUNTRY.has(doc, end + 1)
        ? end + 2
        : -1
  if (to < 0 || readName(doc, end + 1, stop) > to) return end
  const body = title.bodies.at(-1)
  if (body !== undefined && SHARED_BODY.test(body.canonical)) {
    if (title.place !== null && title.place.to === end) title.place = null
    body.to = to
    body.canonical += ` ${doc.slice(named ? lastPlace(doc, body, end) : end, to)}`.replace(/ (?=- )/, ' ')
    return to
  }
  title.generic = true
  return named ? end : to
}

/** The token at which the first country of a pair begins. */
function lastPlace(doc: Document, body: BodyPart, end: number): number {
  for (let j = Math.max(body.from + 1, end - 4); j < end; j++) if (doc.marks.endAt(j, PLACE) === end) return j
  return end
}

/** "Chủ tịch UBND tỉnh, thành phố", "Bí thư Tỉnh, Thành ủy": units side by side mean those of all. */
function alternatesUnit(doc: Document, title: Title): boolean {
  const { key, count } = doc.tokens
  const p = title.to
  if (p + 1 >= count || key[p] !== COMMA || (title.place === null && title.bodies.length === 0)) return false
  const last = title.to - 1
  if (!doc.marks.has(last, UNIT) && doc.marks.endAt(last - 1, UNIT) !== title.to) return false
  const unit = doc.marks.endAt(p + 1, UNIT)
  if (unit < 0) return doc.marks.rowAt(p + 1, BODY)?.[0] === 'Thành ủy'
  return readPlace(doc, p + 1, count, true)?.name == null && !doc.marks.has(unit, BODY)
}

/** "Tổng thống Mỹ sắp mãn nhiệm", "Bí thư Tỉnh ủy đương nhiệm": a status word behind the title. */
function readSuffix(doc: Document, title: Title, stop: number): void {
  if (title.to >= stop || !doc.marks.has(title.to, STATUS) || title.statusBy !== 'default') return
  const row = doc.marks.rowAt(title.to, STATUS)!
  if (!row[2].includes('after') || row[1] === 'current') return
  title.status = row[1] as Status
  title.statusBy = 'word'
}

/** "Chủ tịch UBND huyện (từ tháng 4/2008 – 9/2015)": a closed span of time after the title says that it is over. */
function readSpan(doc: Document, title: Title, stop: number): void {
  const { key, flags } = doc.tokens
  if (title.statusBy !== 'default' || title.to >= stop || key[title.to] !== OPEN) return
  let years = 0
  let dash = false
  for (let j = title.to + 1; j < stop && j - title.to <= 14; j++) {
    if (key[j] === CLOSE && (flags[j] & WORD) === 0) {
      if (dash && years >= 1) {
        title.status = 'former'
        title.statusBy = 'career'
      }
      return
    }
    if ((flags[j] & NUMBER) !== 0 && doc.tokens.end[j] - doc.tokens.start[j] === 4) years++
    else if (years > 0 && (key[j] === DASH || isWord(doc, j, 'đến'))) dash = true
    else if (isWord(doc, j, 'nay')) return
  }
}

/** The token inside the head at which its body begins: "Chánh | VP UBND", "Trưởng | Công an xã". */
function sharedStart(doc: Document, head: Head): number {
  for (let j = head.from + 1; j < head.to; j++)
    if (Math.max(doc.marks.endAt(j, BODY_HEAD), doc.marks.endAt(j, BODY)) >= head.to) return j
  return head.to
}

/** "Giám đốc Cục Điều tra Liên bang (FBI) Robert Mueller": the short name of the body, where the person's name follows it. */
function withAcronym(doc: Document, end: number, stop: number): number {
  const { key, flags } = doc.tokens
  if (end + 3 >= stop || key[end] !== OPEN || key[end + 2] !== CLOSE) return end
  if ((flags[end + 1] & (WORD | UPPER)) !== (WORD | UPPER) || (flags[end + 3] & (WORD | CAPITAL)) !== (WORD | CAPITAL))
    return end
  return end + 3
}

/** "Trưởng ban" ends with the word that its body begins with; "Cục trưởng" does not. */
const endsWithShared = (head: Head): boolean =>
  head.shares !== '' && head.row[0].toLowerCase().endsWith(head.shares.toLowerCase())

/** "chính quyền Tổng thống Mỹ", "ủy quyền Bộ trưởng", "kiên cố": the last syllable of another word. */
const ENDS_IN_STATUS = new WordSet(
  'chính thẩm chủ nhân ủy cầm phân trao lực đặc toàn tước giành đoạt tài căn cải gia kiên củng biến sự',
)

/** "Bộ trưởng Ngoại giao hai nước" */
const SEVERAL = new WordSet('hai ba bốn nhiều')

/** "chủ tịch các xã", "Chủ tịch UBND mỗi xã" */
const MANY_AFTER = new WordSet('các những mỗi mọi nhiều')

/** Words before the title: status, and what makes it generic. */
function readPrefix(doc: Document, title: Title, first: number): void {
  const { marks, tokens } = doc
  const { key } = tokens
  let i = title.from - 1
  if (i < first) return
  // The status word may be of two syllables; it must end right before the title.
  for (const back of [1, 2]) {
    const at = title.from - back
    if (at < first) break
    const row = marks.endAt(at, STATUS) === title.from ? marks.rowAt(at, STATUS) : null
    if (
      row?.[2].includes('before') &&
      (row[1] !== 'current' || row[0].startsWith('đương')) &&
      !(at > first && back === 1 && ENDS_IN_STATUS.has(doc, at - 1))
    ) {
      title.status = row[1] as Status
      title.statusBy = 'word'
      title.outer = at
      i = at - 1
      break
    }
  }
  if (title.statusBy === 'default' && title.head.row[0] === 'Phụ trách') {
    title.status = 'acting'
    title.statusBy = 'word'
  }
  const effect = title.head.modifiers.find(m => m[1] === 'acting' || m[1] === 'incoming')?.[1]
  if (title.statusBy === 'default' && effect !== undefined) {
    title.status = effect as Status
    title.statusBy = 'word'
  }
  // "đồng chí Bí thư Tỉnh ủy", "ông Chủ tịch": a word of address before the title
  for (const back of [1, 2]) {
    const at = title.outer - back
    if (at >= first && marks.endAt(at, HONORIFIC) === title.outer) {
      title.outer = at
      i = at - 1
      break
    }
  }
  if (
    i >= first &&
    (PLURAL.has(doc, i) ||
      ((tokens.flags[i] & NUMBER) !== 0 &&
        (tokens.end[i] - tokens.start[i] <= 3 || /^\d{1,3}(\.\d{3})+$/.test(doc.slice(i, i + 1))) &&
        key[i - 1] !== 0x2f))
  )
    title.generic = true
  // "Hội nghị Bộ trưởng Quốc phòng ASEAN": a meeting of many.
  if (
    i > first &&
    ((isWord(doc, i, 'nghị') && isWord(doc, i - 1, 'hội')) || (isWord(doc, i, 'cấp') && title.head.kind === 'minister'))
  )
    title.generic = true
  // "bố trí 100% Bí thư …"
  if (i >= first && key[i] === 0x25) title.generic = true
}

/** What follows the title makes it one of many. */
function readMany(doc: Document, title: Title): void {
  if (!title.generic && title.place?.name == null && alternatesUnit(doc, title)) title.generic = true
  // "chủ tịch các xã": what follows is many.
  if (
    !title.generic &&
    title.place === null &&
    title.to < doc.tokens.count &&
    (MANY_AFTER.has(doc, title.to) || (SEVERAL.has(doc, title.to) && isWord(doc, title.to + 1, 'nước')))
  )
    title.generic = true
}
