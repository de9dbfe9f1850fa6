/** Finds the actors of a sentence: persons and titles as the stages before found them, pronouns, documents, bodies, places. */
import type { Document, Person, Range, Title } from '../../document.js'
import { BODY, BODY_HEAD, HONORIFIC, PLACE, UNIT, VERB } from '../../lexicon/classes.js'
import { CAPITAL, CLOSE, COMMA, DASH, LINE_START, NUMBER, OPEN, PUNCTUATION, WORD } from '../../text/flags.js'
import { firstWhere } from '../sorted.js'
import { isWord, WordSet } from '../words.js'
import { type Actor, PREDICATE, plain, type Stretch } from './actors.js'
import { authorityOfTitle, NONE, PUBLIC, rankOfTitles, type Standings, UNRANKED } from './authority.js'
import { GROUPS, LEADERS, LONE, readBody, readGroup, readPlaceActor } from './bodies.js'
import { PhraseSet } from './phrases.js'

const DOCUMENTS = new PhraseSet(
  'công điện; chỉ thị; công văn; văn bản; thông báo; kết luận; nghị quyết; quyết định; thông báo kết luận; thông cáo; công thư; văn bản này; kế hoạch; hướng dẫn; văn bản chỉ đạo; công văn hỏa tốc; công điện khẩn',
)
/** After a document at the head of a clause: then it speaks. */
const DOCUMENT_NEXT = new WordSet('số của này trên nêu yêu cũng chỉ đề ghi khẳng nhấn giao nói mới hỏa khẩn cho')
/** They tell what is planned, and order nothing. */
const PLANS = new WordSet('kế')
const SELF = new PhraseSet('tôi; chúng tôi; chúng ta; ta; chính tôi; bản thân tôi; mình; cá nhân tôi')
const PRONOUNS = new WordSet('ông bà ngài vị')
/** Posts whose holders speak with authority though nobody of them is named. */
const HEADS = new Set(['president', 'prime-minister', 'minister'])
const YOUNG = new WordSet('anh chị cô')
const NOT_PRONOUN_NEXT = new WordSet('con chủ nội ngoại nhà xã hoàng trùm bầu cố già cụ em hùng thủ lớn')
const OPENS_ACTOR = (1 << BODY) | (1 << BODY_HEAD) | (1 << HONORIFIC) | (1 << PLACE) | (1 << UNIT)
/** Low bits of the keys with which a phrase of the sets above may begin. */
const FIRST = new Uint8Array(1 << 12)
for (const set of [LEADERS, GROUPS, LONE, DOCUMENTS, SELF, new PhraseSet('vị')]) set.markFirst(FIRST)

/** Index of the first that ends behind token `i`. */
const firstBehind = (list: readonly Range[], i: number): number => firstWhere(list.length, k => list[k].to > i)

/** Reads actors from left to right; one for each sentence. */
export class ActorReader implements Stretch {
  private t: number
  private n: number

  constructor(
    readonly doc: Document,
    readonly first: number,
    readonly stop: number,
    readonly caps: boolean,
    private readonly standings: Standings,
  ) {
    this.t = firstBehind(doc.titles, first)
    this.n = firstBehind(doc.names, first)
  }

  /** The actor that begins at token `i`, or null. Ask for growing `i`. @param adjacent another ended right before */
  at(i: number, adjacent: boolean): Actor | null {
    const { doc } = this
    while (this.t < doc.titles.length && doc.titles[this.t].to <= i) this.t++
    while (this.n < doc.names.length && doc.names[this.n].to <= i) this.n++
    const title = this.t < doc.titles.length && doc.titles[this.t].outer <= i ? doc.titles[this.t] : null
    const name = this.n < doc.names.length && doc.names[this.n].outer <= i ? doc.names[this.n] : null
    if (title !== null || name !== null) return this.person(i)
    const called = this.called(i)
    if (called !== null) return called
    // Most words begin nothing of the kind.
    if ((doc.marks.classes[i] & OPENS_ACTOR) === 0 && FIRST[doc.tokens.key[i] & (FIRST.length - 1)] === 0) return null
    // "Đảng ủy xã | lãnh đạo việc …": here it is the verb.
    if (adjacent && isWord(doc, i, 'lãnh')) return null
    return (
      this.self(i) ??
      this.pronoun(i) ??
      this.document(i) ??
      readBody(this, i) ??
      readPlaceActor(this, i) ??
      readGroup(this, i)
    )
  }

  /** A run of titles and names that mean one person. */
  private person(i: number): Actor {
    const { doc, stop } = this
    const { key } = doc.tokens
    let { t, n } = this
    let to = i
    let person: Person | null = null
    let own: Title | null = null
    let generic = false
    let named = false
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
        named ||= !nextTitle!.alias
        generic ||= nextTitle!.generic
        person ??= nextTitle!.person
        to = nextTitle!.to
        t++
      } else {
        person ??= nextName!.person
        named = true
        to = nextName!.to
        n++
      }
      if (opened && to < stop && key[to] === CLOSE) {
        to++
        opened = false
      }
    }
    if (to <= i) to = i + 1
    const held = person !== null && person.titles.length > 0
    const authority = generic
      ? own !== null && this.speaksAsOne(own, i)
        ? PUBLIC
        : NONE
      : held
        ? this.standings.of(doc, person!).authority
        : own !== null
          ? authorityOfTitle(doc, own)
          : NONE
    const rank = held ? this.standings.of(doc, person!).rank : own !== null ? rankOfTitles([own]) : UNRANKED
    const known = (held && named) || own === null ? person : null
    return {
      from: i,
      to,
      kind: known !== null ? 'person' : 'title',
      person: known,
      title: own,
      authority,
      rank,
      country: false,
    }
  }

  /** "Các bộ trưởng kêu gọi", "Đại biểu nhấn mạnh": those at the head of governments speak in the plural too, a delegate only alone. */
  private speaksAsOne({ head }: Title, i: number): boolean {
    if (HEADS.has(head.kind)) return true
    return head.kind === 'delegate' && (i === this.first || (this.doc.tokens.flags[i - 1] & PUNCTUATION) !== 0)
  }

  /** A bare surname that stands alone between small words. */
  private called(i: number): Actor | null {
    const { doc } = this
    const { flags, key } = doc.tokens
    if ((flags[i] & CAPITAL) === 0 || this.caps) return null
    const person = this.standings.called(doc, key[i])
    if (person === undefined || (i + 1 < this.stop && (flags[i + 1] & CAPITAL) !== 0)) return null
    if (i > this.first && (flags[i - 1] & (WORD | CAPITAL)) === (WORD | CAPITAL)) return null
    const { authority, rank } = this.standings.of(doc, person)
    return { from: i, to: i + 1, kind: 'person', person, title: null, authority, rank, country: false }
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
      return plain(
        'pronoun',
        i,
        next < this.stop && (isWord(doc, next, 'này') || isWord(doc, next, 'ấy')) ? next + 1 : next,
        PUBLIC,
      )
    }
    if (isWord(doc, i, 'anh') && next < this.stop && (isWord(doc, next, 'này') || isWord(doc, next, 'ấy')))
      return plain('pronoun', i, next + 1, PUBLIC)
    if (
      YOUNG.has(doc, i) &&
      next < this.stop &&
      (doc.marks.has(next, VERB) || PREDICATE.has(doc, next)) &&
      doc.marks.endAt(i, PLACE) < 0
    )
      return plain('pronoun', i, next, PUBLIC)
    if (
      isWord(doc, i, 'đồng') &&
      isWord(doc, next, 'chí') &&
      next + 1 < this.stop &&
      (doc.marks.has(next + 1, VERB) || PREDICATE.has(doc, next + 1))
    )
      return plain('pronoun', i, next + 1, PUBLIC)
    return null
  }

  private document(i: number): Actor | null {
    const { doc, stop } = this
    let to = DOCUMENTS.endAt(doc, i, stop)
    if (to < 0 || to >= stop) return null
    const before = i - 1
    const opens = i === this.first || (doc.tokens.flags[before] & PUNCTUATION) !== 0
    // "Theo hướng dẫn, …"
    const followed = before === this.first && isWord(doc, before, 'theo') && doc.tokens.key[to] === COMMA
    if (followed && !PLANS.has(doc, i)) return plain('document', i, to, PUBLIC)
    if (!opens || !(DOCUMENT_NEXT.has(doc, to) || (doc.tokens.flags[to] & NUMBER) !== 0)) return null
    // "Chỉ thị số 05/CT-UBND (ngày 5/3) của …"
    let p = to
    if (isWord(doc, p, 'số')) p++
    if (p < stop && (doc.tokens.flags[p] & NUMBER) !== 0) {
      while (
        p < stop &&
        p - to < 10 &&
        !isWord(doc, p, 'của') &&
        !doc.marks.has(p, VERB) &&
        (doc.tokens.flags[p] & LINE_START) === 0
      ) {
        if ((doc.tokens.flags[p] & (WORD | CAPITAL)) === WORD && !isWord(doc, p, 'ngày')) break
        p++
      }
      to = p
    }
    if (p < stop && (isWord(doc, p, 'này') || isWord(doc, p, 'trên'))) to = p + 1
    return plain('document', i, to, PUBLIC)
  }
}
