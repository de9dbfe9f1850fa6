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
import type { Document, Name, Person, Range, Title } from '../../document.js'
import { BODY, BODY_HEAD, HONORIFIC, PLACE, UNIT, VERB } from '../../lexicon/classes.js'
import { CAPITAL, CLOSE, COMMA, DASH, LINE_START, NUMBER, OPEN, PUNCTUATION, WORD } from '../../text/flags.js'
import { readChain } from '../titles/body.js'
import { readPlace } from '../titles/place.js'
import type { BodyPart, PlacePart } from '../titles/types.js'
import { isWord, WordSet } from '../words.js'
import { NONE, PUBLIC, WEAK, authorityOfBody, authorityOfPerson, authorityOfTitle, rankOfBody, rankOfTitles, UNRANKED } from './authority.js'
import { PhraseSet } from './phrases.js'

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

/** Words before a body or place that are still the same speaker. */
const LEADERS = new PhraseSet(
  'lãnh đạo; đại diện lãnh đạo; đại diện; người đứng đầu; tập thể lãnh đạo; ban lãnh đạo; chính quyền; thường trực; ban thường vụ; thường vụ; liên bộ; liên ngành; phía; vị lãnh đạo; các cơ quan; các đơn vị; các đơn vị chuyên môn; các cơ quan chuyên môn; các cơ quan chức năng; các đơn vị chức năng; cơ quan chức năng; đoàn công tác; đoàn kiểm tra; đoàn giám sát; tổ công tác; tập thể',
)
/** Speakers that need no body beside them. */
const GROUPS = new PhraseSet(
  'cơ quan chức năng; lực lượng chức năng; nhà chức trách; chính quyền; chính quyền địa phương; lãnh đạo; đoàn công tác; đoàn kiểm tra; đoàn giám sát; tổ công tác; trung ương; cấp trên; lãnh đạo cấp trên; ban chỉ đạo; hai nhà lãnh đạo; cơ quan này; ban tổ chức; nhà trường; ban giám hiệu; hội nghị; người đứng đầu; cơ quan chuyên môn; cơ quan quản lý; cơ quan quản lý nhà nước; cơ quan có thẩm quyền; cấp có thẩm quyền; cơ quan y tế; ngành y tế; ngành chức năng; ngành giáo dục; ngành công an; đoàn thanh tra; cơ quan thanh tra; cơ quan kiểm tra; cơ quan công an; cơ quan điều tra; giới chức; nhà cầm quyền; thường trực',
)
const LONE = new PhraseSet('địa phương; bộ; cục; sở; vụ; ủy ban; ban; tổng cục; tỉnh; thành phố; huyện; xã; phường; quận')
const WEAK_GROUPS = new PhraseSet('ban tổ chức; nhà trường; ban giám hiệu')
const DOCUMENTS = new PhraseSet(
  'công điện; chỉ thị; công văn; văn bản; thông báo; kết luận; nghị quyết; quyết định; thông báo kết luận; thông cáo; công thư; văn bản này; kế hoạch; văn bản chỉ đạo; công văn hỏa tốc; công điện khẩn',
)
/** After a document at the head of a clause: then it speaks. */
const DOCUMENT_NEXT = new WordSet('số của này trên nêu yêu cũng chỉ đề ghi khẳng nhấn giao nói mới hỏa khẩn cho')
const STEERING = new PhraseSet('ban chỉ đạo; tiểu ban; tổ công tác; hội đồng; ủy ban quốc gia; ban chỉ huy')
const LEVELS = new WordSet('trung ương quốc gia tỉnh thành phố cấp')
const SELF = new PhraseSet('tôi; chúng tôi; chúng ta; ta; chính tôi; bản thân tôi; mình; cá nhân tôi')
const PRONOUNS = new WordSet('ông bà ngài vị')
const YOUNG = new WordSet('anh chị cô')
const NOT_PRONOUN_NEXT = new WordSet('con chủ nội ngoại nhà xã hoàng trùm bầu cố già cụ em hùng thủ lớn')
const OPENS_ACTOR = (1 << BODY) | (1 << BODY_HEAD) | (1 << HONORIFIC) | (1 << PLACE) | (1 << UNIT)
/** Low bits of the keys with which a phrase of the sets above may begin. */
const FIRST = new Uint8Array(1 << 12)
for (const set of [LEADERS, GROUPS, LONE, DOCUMENTS, SELF, new PhraseSet('vị')]) set.markFirst(FIRST)
/** What may follow the generic word of a body or place that stands alone: "Bộ yêu cầu", "tỉnh đã giao". */
const PREDICATE = new WordSet('đã cũng sẽ vừa đang còn lại phải cần luôn tiếp mới từng này thì và không đồng có được')

function lowerBound(list: readonly Range[], i: number): number {
  let lo = 0
  let hi = list.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (list[mid].to <= i) lo = mid + 1
    else hi = mid
  }
  return lo
}

/** The authority and rank of each person, read once an article. */
export class Standings {
  private readonly known = new Map<Person, { authority: number; rank: number }>()

  of(doc: Document, person: Person): { authority: number; rank: number } {
    let standing = this.known.get(person)
    if (standing === undefined) {
      standing = { authority: authorityOfPerson(doc, person), rank: rankOfTitles(person.titles) }
      this.known.set(person, standing)
    }
    return standing
  }
}

/** Reads actors from left to right; one for each sentence. */
export class ActorReader {
  private t: number
  private n: number

  constructor(
    private readonly doc: Document,
    private readonly first: number,
    private readonly stop: number,
    private readonly caps: boolean,
    private readonly standings: Standings,
  ) {
    this.t = lowerBound(doc.titles, first)
    this.n = lowerBound(doc.names, first)
  }

  /** The actor that begins at token `i`, or null. Ask for growing `i`. @param adjacent another ended right before */
  at(i: number, adjacent: boolean): Actor | null {
    const { doc } = this
    while (this.t < doc.titles.length && doc.titles[this.t].to <= i) this.t++
    while (this.n < doc.names.length && doc.names[this.n].to <= i) this.n++
    const title = this.t < doc.titles.length && doc.titles[this.t].outer <= i ? doc.titles[this.t] : null
    const name = this.n < doc.names.length && doc.names[this.n].outer <= i ? doc.names[this.n] : null
    if (title !== null || name !== null) return this.person(i, title, name)
    // Most words begin nothing of the kind.
    if ((doc.marks.classes[i] & OPENS_ACTOR) === 0 && FIRST[doc.tokens.key[i] & (FIRST.length - 1)] === 0) return null
    // "Đảng ủy xã | lãnh đạo việc …": here it is the verb.
    if (adjacent && isWord(doc, i, 'lãnh')) return null
    return this.self(i) ?? this.pronoun(i) ?? this.document(i) ?? this.body(i) ?? this.place(i) ?? this.group(i)
  }

  /** A run of titles and names that mean one person. */
  private person(i: number, title: Title | null, name: Name | null): Actor {
    const { doc, stop } = this
    const { key } = doc.tokens
    let { t, n } = this
    let to = i
    let person: Person | null = null
    let own: Title | null = null
    let generic = false
    let opened = false
    for (;;) {
      const nextTitle = t < doc.titles.length ? doc.titles[t] : null
      const nextName = n < doc.names.length ? doc.names[n] : null
      const tf = nextTitle !== null && nextTitle.to <= stop ? nextTitle.outer : Number.POSITIVE_INFINITY
      const nf = nextName !== null && nextName.to <= stop ? nextName.outer : Number.POSITIVE_INFINITY
      const from = Math.min(tf, nf)
      if (from === Number.POSITIVE_INFINITY) break
      if (to > i) {
        const gap = from - to
        if (gap < 0 || gap > 1) break
        const whose = tf <= nf ? nextTitle!.person : nextName!.person
        const listed = gap === 1 && (key[to] === COMMA || key[to] === DASH || key[to] === OPEN)
        if (gap === 1 && !listed) break
        if (gap === 1 && (whose === null || person === null || whose !== person)) break
        if (gap === 0 && whose !== null && person !== null && whose !== person) break
        if (gap === 1 && key[to] === OPEN) opened = true
      }
      if (tf <= nf) {
        own ??= nextTitle
        generic ||= nextTitle!.generic
        person ??= nextTitle!.person
        to = nextTitle!.to
        t++
      } else {
        person ??= nextName!.person
        to = nextName!.to
        n++
      }
      if (opened && to < stop && key[to] === CLOSE) {
        to++
        opened = false
      }
    }
    void title
    void name
    if (to <= i) to = i + 1
    const held = person !== null && person.titles.length > 0
    const authority = generic ? NONE : held ? this.standings.of(doc, person!).authority : own !== null ? authorityOfTitle(doc, own) : NONE
    const rank = held ? this.standings.of(doc, person!).rank : own !== null ? rankOfTitles([own]) : UNRANKED
    const known = held || own === null ? person : null
    return { from: i, to, kind: known !== null ? 'person' : 'title', person: known, title: own, authority, rank, country: false }
  }

  private self(i: number): Actor | null {
    const to = SELF.endAt(this.doc, i, this.stop)
    return to < 0 ? null : plain('self', i, to, PUBLIC)
  }

  private pronoun(i: number): Actor | null {
    const { doc } = this
    if (!doc.marks.has(i, HONORIFIC) && !isWord(doc, i, 'vị')) return null
    const next = i + 1
    if (PRONOUNS.has(doc, i)) {
      if (next < this.stop && NOT_PRONOUN_NEXT.has(doc, next)) return null
      if (isWord(doc, i, 'vị') && !isWord(doc, next, 'này')) return null
      if (next < this.stop && (doc.tokens.flags[next] & CAPITAL) !== 0 && !this.caps) return null
      return plain('pronoun', i, next < this.stop && (isWord(doc, next, 'này') || isWord(doc, next, 'ấy')) ? next + 1 : next, PUBLIC)
    }
    if (isWord(doc, i, 'anh') && next < this.stop && (isWord(doc, next, 'này') || isWord(doc, next, 'ấy'))) return plain('pronoun', i, next + 1, PUBLIC)
    if (YOUNG.has(doc, i) && next < this.stop && (doc.marks.has(next, VERB) || PREDICATE.has(doc, next)) && doc.marks.endAt(i, PLACE) < 0) return plain('pronoun', i, next, PUBLIC)
    if (isWord(doc, i, 'đồng') && isWord(doc, next, 'chí') && next + 1 < this.stop && (doc.marks.has(next + 1, VERB) || PREDICATE.has(doc, next + 1))) return plain('pronoun', i, next + 1, PUBLIC)
    return null
  }

  private document(i: number): Actor | null {
    const { doc, stop } = this
    let to = DOCUMENTS.endAt(doc, i, stop)
    if (to < 0 || to >= stop) return null
    const before = i - 1
    const opens = i === this.first || (doc.tokens.flags[before] & PUNCTUATION) !== 0
    if (!opens || !(DOCUMENT_NEXT.has(doc, to) || (doc.tokens.flags[to] & NUMBER) !== 0)) return null
    // "Chỉ thị số 05/CT-UBND (ngày 5/3) của …"
    let p = to
    if (isWord(doc, p, 'số')) p++
    if (p < stop && (doc.tokens.flags[p] & NUMBER) !== 0) {
      while (p < stop && p - to < 10 && !isWord(doc, p, 'của') && !doc.marks.has(p, VERB) && (doc.tokens.flags[p] & LINE_START) === 0) {
        if ((doc.tokens.flags[p] & (WORD | CAPITAL)) === WORD && !isWord(doc, p, 'ngày')) break
        p++
      }
      to = p
    }
    if (p < stop && (isWord(doc, p, 'này') || isWord(doc, p, 'trên'))) to = p + 1
    return plain('document', i, to, PUBLIC)
  }

  private body(i: number): Actor | null {
    const { doc, stop } = this
    const lead = LEADERS.endAt(doc, i, stop)
    const own = this.chain(i)
    // "Cơ quan quản lý" is known as a speaker, the open body of that word is not.
    if (own !== null && GROUPS.endAt(doc, i, stop) >= own.to) return null
    if (lead > 0 && lead < stop && (own === null || own.to <= lead)) {
      const of = isWord(doc, lead, 'của') ? lead + 1 : lead
      const body = this.chain(of) ?? this.place(of)
      if (body !== null) return { ...body, from: i, kind: 'body', authority: body.authority === NONE ? NONE : body.authority }
    }
    return own
  }

  private chain(i: number): Actor | null {
    const { doc, stop } = this
    const { marks, tokens } = doc
    const named = marks.endAt(i, BODY)
    const head = marks.endAt(i, BODY_HEAD)
    if (named < 0 && head < 0) return null
    const capital = (tokens.flags[i] & CAPITAL) !== 0
    const verb = marks.rowAt(i, VERB)?.[1] === 'blocker' ? -1 : marks.endAt(i, VERB)
    if (verb >= Math.max(named, head) && !(capital && verb === Math.max(named, head) && isWord(doc, verb, 'các'))) return null
    // "sở Tài nguyên", "phòng Kinh tế": a small generic word needs a name after it.
    if (!capital && isWord(doc, i, 'sở') && i > this.first && (isWord(doc, i - 1, 'trụ') || isWord(doc, i - 1, 'cơ'))) return null
    if (named < 0 && !capital && !(head < stop && (tokens.flags[head] & CAPITAL) !== 0)) return null
    const chain = readChain(doc, i, i, stop, this.caps, '', true)
    if (chain.bodies.length === 0) return null
    let to = this.trimChain(i, named, chain.end)
    if (named < 0 && to <= head && !this.standsAlone(head) && this.longName(i, to) === to) return null
    if (chain.end === to) to = this.longName(i, to)
    if (to < stop && isWord(doc, to, 'này')) to++
    const country = chain.place?.row?.[1] === 'country' && chain.place.row[0] !== 'Việt Nam'
    return {
      from: i,
      to,
      kind: 'body',
      person: null,
      title: null,
      authority: authorityOfBodies(chain.bodies),
      rank: country ? UNRANKED : rankOfBody(chain.bodies, chain.place),
      country,
    }
  }

  /** "Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ", "Thanh tra các sở": what a name goes on with. */
  private longName(i: number, to: number): number {
    const { doc, stop } = this
    const { flags } = doc.tokens
    if (to >= stop) return to
    if (STEERING.endAt(doc, i, stop) > 0) {
      let about = to
      while (about < stop && about - to < 4 && LEVELS.has(doc, about)) about++
      if (!isWord(doc, about, 'về') && !isWord(doc, about, 'phòng')) return about
      for (let t = about; t < stop && t - to < 18; t++) {
        const use = doc.marks.rowAt(t, VERB)?.[1]
        if (use === 'cue' || use === 'report' || use === 'tell' || PREDICATE.has(doc, t)) return (flags[t - 1] & PUNCTUATION) !== 0 ? to : t
        if ((flags[t] & PUNCTUATION) !== 0 && doc.tokens.key[t] !== COMMA) break
      }
      return about
    }
    if (isWord(doc, to, 'các') && to + 1 < stop) {
      const of = Math.max(doc.marks.endAt(to + 1, UNIT), doc.marks.endAt(to + 1, BODY_HEAD))
      if (of > 0) return of
    }
    return to
  }

  /** Words of trade run on inside names of bodies; a verb that begins among them ends the name. */
  private trimChain(i: number, named: number, end: number): number {
    const { marks, tokens } = this.doc
    const small = (t: number): boolean => (tokens.flags[t] & (WORD | CAPITAL)) === WORD
    for (let t = Math.max(i + 1, named); t < end; t++) if (small(t) && marks.endAt(t, VERB) > end) return t
    if (named > i && named < end && end - named <= 2 && small(named)) for (let t = named; t < end; t++) if (marks.has(t, VERB)) return named
    return end
  }

  private place(i: number): Actor | null {
    const { doc, stop } = this
    if (!doc.marks.has(i, UNIT) && !doc.marks.has(i, PLACE)) return null
    const place = readPlace(doc, i, stop, true)
    if (place === null) return null
    // "TT", "P" alone are no place.
    if (place.name === null && doc.tokens.end[place.to - 1] - doc.tokens.start[i] <= 2 && !isWord(doc, i, 'xã') && !isWord(doc, i, 'tp')) return null
    if (place.name === null && (doc.marks.endAt(i, VERB) >= place.to || !this.standsAlone(place.to))) return null
    // "Thùy Anh", "Dư Ý": the end of a name.
    if (place.unit === null && i > this.first && this.isCapital(i - 1) && this.isCapital(i)) return null
    if (place.row?.[1] === 'region' && place.unit === null) return null
    const country = place.row?.[1] === 'country'
    if (place.name === null && place.unit?.[0] === 'khu vực') return null
    let to = place.to
    if (to < stop && isWord(doc, to, 'này')) to++
    return { from: i, to, kind: 'place', person: null, title: null, authority: PUBLIC, rank: rankOfPlace(place), country }
  }

  private isCapital(i: number): boolean {
    const { flags } = this.doc.tokens
    if (i === this.first || this.caps) return false
    return (flags[i] & (WORD | CAPITAL)) === (WORD | CAPITAL) && (flags[i - 1] & PUNCTUATION) === 0
  }

  /** A generic word without a name stands for one body or place where a predicate follows. */
  private standsAlone(next: number): boolean {
    const { doc, stop } = this
    return next >= stop || doc.marks.has(next, VERB) || PREDICATE.has(doc, next) || (doc.tokens.flags[next] & PUNCTUATION) !== 0
  }

  /** "địa phương đã chỉ đạo", "cục khuyến cáo": a small generic word as the subject of a verb that directs or tells. */
  private lone(i: number): Actor | null {
    const { doc, stop } = this
    const to = LONE.endAt(doc, i, stop)
    if (to < 0 || to >= stop) return null
    const before = i - 1
    if (before >= this.first && (doc.tokens.flags[before] & WORD) !== 0 && !doc.marks.has(before, VERB) && doc.marks.endAt(before - 1, VERB) !== i && !isWord(doc, before, 'rằng')) return null
    let p = to
    while (p < stop && p - to < 4 && PREDICATE.has(doc, p)) p++
    const use = doc.marks.rowAt(p, VERB)?.[1]
    return use === 'cue' || use === 'report' || use === 'tell' ? plain('body', i, to, PUBLIC) : null
  }

  private group(i: number): Actor | null {
    const { doc, stop } = this
    const to = GROUPS.endAt(doc, i, stop)
    if (to < 0) return this.lone(i)
    if (isWord(doc, i, 'lãnh') && to === i + 2 && !(to < stop && (PREDICATE.has(doc, to) || (doc.marks.has(to, VERB) && (doc.tokens.flags[to] & PUNCTUATION) === 0)))) return null
    let end = to < stop && isWord(doc, to, 'này') ? to + 1 : to
    // "người đứng đầu ngành tư pháp Israel": up to its verb.
    if (isWord(doc, i, 'người')) {
      let p = end
      while (p < stop && p - end < 8 && (doc.tokens.flags[p] & WORD) !== 0 && !doc.marks.has(p, VERB) && !PREDICATE.has(doc, p)) p++
      if (p < stop && (doc.marks.has(p, VERB) || PREDICATE.has(doc, p))) end = p
    }
    return plain('body', i, end, WEAK_GROUPS.endAt(doc, i, stop) === to ? WEAK : PUBLIC)
  }
}

const authorityOfBodies = (bodies: BodyPart[]): number => bodies.reduce((most, b) => Math.max(most, authorityOfBody(b)), NONE)

function rankOfPlace(place: PlacePart): number {
  const kind = place.row?.[1] ?? place.unit?.[2] ?? ''
  return kind === 'province' ? 5 : kind === 'district' ? 3 : kind === 'commune' ? 2 : UNRANKED
}

function plain(kind: ActorKind, from: number, to: number, authority: number): Actor {
  return { from, to, kind, person: null, title: null, authority, rank: UNRANKED, country: false }
}
