/**
 * One entry a person through the whole article.
 *
 *   Đinh La Thăng · ông Thăng · ông La Thăng           short forms end the full name
 *   Donald Trump · ông Trump; Tập Cận Bình · ông Tập    foreign ones are any part of it, Chinese ones its first
 *
 * Among several that fit, the one mentioned last before is meant; a short form before the full name (a headline) takes the
 * first after. A title that stands alone is a mention of the person who holds it in this article, if just one does.
 */
import type { Document, Name, Person, Title } from '../../document.js'
import { FOREIGN_NAME, PLACE, STATUS, SURNAME } from '../../lexicon/classes.js'
import { CAPITAL } from '../../text/flags.js'

/** Kinds of post that mean one of many even with their body ("thẩm phán Tòa án Hiến pháp"). */
const ANY = new Set(['delegate', 'member', 'judge', 'procurator'])
/** Plain nouns: titles only with a name. */
const PLAIN = /^Nhà lãnh đạo/
/** Kinds of post that many hold at a time. */
const MANY = new Set(['delegate', 'member', 'judge', 'procurator', 'assistant', 'other', 'rank'])

export function findPeople(doc: Document): void {
  mergeNames(doc)
  for (const title of [...doc.titles, ...doc.shared]) {
    if (title.holder === null) continue
    title.person = title.holder.person
    title.person?.titles.push(title)
  }
  resolveTitles(doc)
}

function keysOfName(doc: Document, name: Name): number[] {
  const keys: number[] = []
  for (let i = name.from; i < name.to; i++) if ((doc.tokens.flags[i] & 1) !== 0) keys.push(doc.tokens.key[i])
  return keys
}

const endsWith = (long: number[], short: number[]): boolean => short.every((k, i) => long[long.length - short.length + i] === k)
const holds = (long: number[], short: number[]): boolean => {
  for (let at = 0; at + short.length <= long.length; at++) if (short.every((k, i) => long[at + i] === k)) return true
  return false
}

function mergeNames(doc: Document): void {
  const keys = doc.names.map(n => keysOfName(doc, n))
  // Full names first: the same syllables are the same person.
  const byKeys = new Map<string, Person>()
  const persons: Person[] = []
  const order = doc.names.map((_, i) => i).sort((a, b) => keys[b].length - keys[a].length || a - b)
  const last = new Map<Person, number[]>()
  for (const i of order) {
    const name = doc.names[i]
    const id = keys[i].join(' ')
    const same = byKeys.get(id)
    if (same !== undefined) {
      join(same, name, i, last)
      continue
    }
    const long = bestMatch(doc, name, i, keys[i], persons, last)
    if (long !== null) {
      join(long, name, i, last)
      // The same short form may mean another person further on, so it is not filed.
      continue
    }
    const person: Person = { name, names: [], keys: keys[i], titles: [], pronouns: [], foreign: name.foreign }
    persons.push(person)
    if (keys[i].length > 1) byKeys.set(id, person)
    else byKeys.set(id, person)
    join(person, name, i, last)
  }
  for (const p of persons) p.names.sort((a, b) => a.from - b.from)
  doc.people = persons.sort((a, b) => a.names[0].from - b.names[0].from)
}

function join(person: Person, name: Name, index: number, last: Map<Person, number[]>): void {
  name.person = person
  person.names.push(name)
  const seen = last.get(person)
  if (seen === undefined) last.set(person, [index])
  else seen.push(index)
}

/** The person with a longer name that this shorter one is short for. */
function bestMatch(doc: Document, name: Name, index: number, keys: number[], persons: Person[], last: Map<Person, number[]>): Person | null {
  let best: Person | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const p of persons) {
    if (p.keys.length <= keys.length) continue
    if (!isShortFor(doc, name, keys, p)) continue
    // "ông Hùng (phó chủ tịch HĐND)": of two of that name the one who holds the post.
    if (sharesPost(doc, name, p)) return p
    for (const at of last.get(p)!) {
      // A mention before counts more than one after.
      const distance = at < index ? index - at : (at - index) * 3 + 1
      if (distance < bestDistance) {
        best = p
        bestDistance = distance
      }
    }
  }
  return best
}

/** Does a title that stands with this short name stand with that person elsewhere too? */
function sharesPost(doc: Document, name: Name, person: Person): boolean {
  for (const mine of titlesOf(doc, name))
    for (const other of person.names) for (const theirs of titlesOf(doc, other)) if (mine.head.row === theirs.head.row && (mine.bodies.length > 0 || mine.head.to - mine.head.from > 2)) return true
  return false
}

const titlesOf = (doc: Document, name: Name): Title[] => doc.titles.filter(t => t.holder === name)

function isShortFor(doc: Document, name: Name, keys: number[], person: Person): boolean {
  const foreign = person.foreign || isForeignRow(doc, person.name)
  // A full Vietnamese name is short for nobody; two syllables may be middle and given name.
  if (!foreign) return keys.length <= 2 && endsWith(person.keys, keys) && !(keys.length === 2 && doc.marks.has(name.from, SURNAME) && doc.marks.has(name.from, PLACE))
  return holds(person.keys, keys)
}

function isForeignRow(doc: Document, name: Name): boolean {
  const kind = doc.marks.rowAt(name.from, FOREIGN_NAME)?.[1]
  return kind === 'sino-surname' || kind === 'korean'
}

/** Titles without a name: whose are they? */
function resolveTitles(doc: Document): void {
  const holders = new Map<string, Person | null>()
  for (const person of doc.people)
    for (const title of person.titles) {
      const id = titleKey(doc, title)
      const known = holders.get(id)
      if (known === undefined) holders.set(id, person)
      else if (known !== person) holders.set(id, null)
    }
  for (const title of doc.titles) {
    if (title.person !== null || title.generic) continue
    const person = holders.get(titleKey(doc, title)) ?? null
    if (person !== null) title.person = person
    // "Nơi nào dân còn kêu thì bí thư, chủ tịch ở đó …": a bare head in small letters means nobody in particular.
    else if (title.bodies.length === 0 && title.place === null && title.statusBy === 'default' && (doc.tokens.flags[title.from] & CAPITAL) === 0) title.generic = true
    // Members, deputies, judges: without a name or a body of their own they are any of many.
    else if (MANY.has(title.head.kind) && !isOffice(doc, title) && (ANY.has(title.head.kind) || PLAIN.test(title.head.row[0]) || (title.bodies.length === 0 && title.place === null && title.head.to - title.head.from <= 3))) title.generic = true
  }
}

/** "cách chức Thành ủy viên", "chức danh Phó Chủ tịch": the post itself is spoken of. */
function isOffice(doc: Document, title: Title): boolean {
  for (let back = 1; back <= 4; back++) {
    const at = title.outer - back
    if (at < 0 || doc.marks.endAt(at, STATUS) !== title.outer) continue
    const row = doc.marks.rowAt(at, STATUS)!
    if (row[2].includes('verb') && (row[1] === 'former' || row[0].includes('chức'))) return true
  }
  return false
}

/** Equal for two titles printed alike but for case, tone marks and spaces. */
export function titleKey(doc: Document, title: { from: number; to: number }): string {
  return Array.from(doc.tokens.key.subarray(title.from, title.to)).join(' ')
}
