/**
 * What the whole article tells of the posts of one person.
 *
 *   Năm 2010, ông được bổ nhiệm làm Phó Giám đốc Sở. Năm 2015, ông làm Giám đốc Sở.   the earlier post is over
 *   nguyên Phó Chủ tịch UBND quận 1 … Ông X làm Phó Chủ tịch quận 1 từ năm 2016         one post, and it is over
 *   Ban Bí thư cách tất cả chức vụ trong Đảng đối với ông X, Bí thư Huyện ủy          so are the posts in the Party
 */
import type { Document, Person, Title } from '../../document.js'
import { BODY } from '../../lexicon/classes.js'
import { NUMBER } from '../../text/flags.js'
import { POSITION_COLUMNS } from '../titles/head.js'
import { isWord, WordSet } from '../words.js'
import { bodyOf, placeOf } from './unnamed.js'

/** More posts than this nobody has: the text is no article. */
const MOST_POSTS = 64

export function settleCareers(doc: Document): void {
  const years = new Years(doc)
  for (const person of doc.people)
    if (person.titles.length < MOST_POSTS) {
      succeed(person, years)
      outlive(person)
    }
  loseParty(doc)
}

/** A post that was given in one year is over where the text goes on to one given in a later year. */
function succeed({ titles }: Person, years: Years): void {
  const given = titles.filter(t => t.via === 'appointed' && !t.generic && !t.head.rank).sort((a, b) => a.from - b.from)
  for (let i = 0; i + 1 < given.length; i++) {
    const title = given[i]
    if (title.statusBy === 'word' || (title.status !== 'incoming' && title.status !== 'current')) continue
    const year = years.of(title)
    if (year === 0) continue
    if (!given.slice(i + 1).some(later => years.own(later) > year && takesPlaceOf(later, title))) continue
    title.status = 'former'
    title.statusBy = 'career'
  }
}

const BESIDE = new Set(['member', 'delegate'])

/** May the later post stand in the place of the earlier one? Seats are kept beside a post, and a chair is kept by a secretary. */
function takesPlaceOf(later: Title, earlier: Title): boolean {
  const [a, b] = [earlier.head.kind, later.head.kind]
  if (BESIDE.has(a) || BESIDE.has(b)) return false
  if (a === 'general-secretary' || (a === 'secretary' && b !== 'secretary' && earlier.bodies[0]?.kind === 'party'))
    return false
  return later.head.row !== earlier.head.row || later.bodies.at(-1)?.canonical !== earlier.bodies.at(-1)?.canonical
}

/** A post that "nguyên", "cựu" or "cố" calls past is so in its other forms as well. */
function outlive({ titles }: Person): void {
  const past = titles.filter(t => t.status === 'former' && t.statusBy === 'word')
  if (past.length === 0) return
  for (const title of titles) {
    if (title.status === 'former' || title.statusBy === 'word' || title.head.rank || BESIDE.has(title.head.kind))
      continue
    if (!past.some(t => isSamePost(t, title))) continue
    title.status = 'former'
    title.statusBy = 'career'
  }
}

/** The same head, and what both say of body and place is the same. */
function isSamePost(a: Title, b: Title): boolean {
  if (a.head.row !== b.head.row || a.head.standing !== b.head.standing) return false
  const [bodyA, bodyB, placeA, placeB] = [bodyOf(a), bodyOf(b), placeOf(a), placeOf(b)]
  if ((bodyA ?? placeA) === null || (bodyB ?? placeB) === null) return false
  return (bodyA ?? bodyB) === (bodyB ?? bodyA) && (placeA ?? placeB) === (placeB ?? placeA)
}

const GOES_ON = new WordSet('sau rồi tiếp kế đến tới')

/** When posts were given: the years that sentences name, outside terms of office. */
class Years {
  constructor(private readonly doc: Document) {}

  /** The year before the title in its sentence, or after it: "Năm 2011, ông làm X, đến 2014 được bầu giữ chức Y"; or 0. */
  own(title: Title): number {
    const { first } = this.doc.sentences
    return (
      this.last(first[title.sentence], title.outer) ||
      this.last(title.to, Math.min(first[title.sentence + 1], title.to + 12))
    )
  }

  /** The title's year, or that of the sentence before it, where its own goes on from there: "Sau đó, ông được điều động làm …". */
  of(title: Title): number {
    const { first } = this.doc.sentences
    const own = this.own(title)
    const s = title.sentence
    return own > 0 || s === 0 || !GOES_ON.has(this.doc, first[s]) ? own : this.last(first[s - 1], first[s])
  }

  private last(from: number, to: number): number {
    const { tokens, termAt } = this.doc
    let year = 0
    for (let j = from; j < to; j++) {
      const term = termAt.get(j)
      if (term !== undefined) j = term.to - 1
      // "từ tháng 9/2015 đến nay"
      else if (isWord(this.doc, j, 'nay') && isWord(this.doc, j - 1, 'đến')) year = 0
      // "sinh năm 1960"
      else if ((tokens.flags[j] & NUMBER) !== 0 && !isWord(this.doc, j - 2, 'sinh') && !isWord(this.doc, j - 1, 'sn')) {
        if (tokens.end[j] - tokens.start[j] !== 4) continue
        const value = Number(this.doc.slice(j, j + 1))
        if (value > 1900 && value < 2100) year = value
      }
    }
    return year
  }
}

const ALL = new WordSet('tất cả hết mọi toàn bộ các chức những')

/** "cách tất cả các chức vụ trong Đảng": whom it befalls, and then what of his posts is the Party's. */
function loseParty(doc: Document): void {
  const { sentences, names } = doc
  let n = 0
  for (let s = 0; s < sentences.count; s++) {
    const stop = sentences.first[s + 1]
    const from = n
    while (n < names.length && names[n].from < stop) n++
    if (n === from) continue
    const act = actAt(doc, sentences.first[s], stop)
    if (act === null) continue
    // "… đối với ông X", else who stands before: "thi hành kỷ luật ông X bằng hình thức …", "ông X bị …"
    const here = names.slice(from, n)
    const after = here.find(name => name.from >= act.to && isWord(doc, frontOf(name) - 1, 'với'))
    const before = here.findLast(name => name.to <= act.from)
    const { person } = after ?? before ?? here[0]
    if (person === null) continue
    for (const title of person.titles)
      if (title.status !== 'former' && isParty(doc, title)) {
        title.status = 'former'
        title.statusBy = 'rule'
      }
  }
}

/** The first token of what belongs to the name: titles right before it, or its word of address. */
export const frontOf = (name: { outer: number; titles: Title[] }): number =>
  Math.min(name.outer, ...name.titles.filter(t => t.via === 'before-name').map(t => t.outer))

/** "cách chức tất cả các chức vụ trong Đảng", "cách mọi chức vụ Đảng" */
function actAt(doc: Document, first: number, stop: number): { from: number; to: number } | null {
  for (let j = first; j + 3 < stop; j++) {
    if (!isWord(doc, j, 'cách')) continue
    let p = j + 1
    while (p < stop && p - j < 7 && ALL.has(doc, p)) p++
    if (p - j < 3 || !isWord(doc, p, 'vụ')) continue
    if (isWord(doc, p + 1, 'trong')) p++
    if (isWord(doc, p + 1, 'đảng')) return { from: j, to: p + 2 }
  }
  return null
}

/** Is it a post in the Party? */
function isParty(doc: Document, { head, bodies, place }: Title): boolean {
  if (head.rank) return false
  if (bodies.length > 0) return bodies[0].kind === 'party'
  const own = head.row[POSITION_COLUMNS.body]
  if (own !== '') return doc.lexicon.find(BODY, own)?.[1] === 'party'
  return head.kind === 'secretary' && (place === null || place.unit?.[1] !== 'country')
}
