/**
 * One entry a person through the whole article.
 *
 *   Đinh La Thăng · ông Thăng · ông La Thăng           short forms end the full name
 *   Donald Trump · ông Trump; Tập Cận Bình · ông Tập    foreign ones are any part of it, Chinese ones its first
 *
 * Among several that fit, the one mentioned last before is meant; a short form before the full name (a headline) takes the
 * first after. Titles that stand alone are in unnamed.ts.
 */
import type { Document, Name, Person, Title } from '../../document.js'
import { FOREIGN_NAME, PLACE, SURNAME } from '../../lexicon/classes.js'
import { WORD } from '../../text/flags.js'
import { settleCareers } from './careers.js'
import { settleDisputes } from './disputes.js'
import { resolveTitles } from './unnamed.js'

export function findPeople(doc: Document): void {
  mergeNames(doc)
  settleDisputes(doc)
  for (const title of [...doc.titles, ...doc.shared]) {
    if (title.holder === null) continue
    title.person = title.holder.person
    title.person?.titles.push(title)
  }
  resolveTitles(doc)
  settleCareers(doc)
}

function keysOfName(doc: Document, name: Name): number[] {
  const keys: number[] = []
  for (let i = name.from; i < name.to; i++) if ((doc.tokens.flags[i] & 1) !== 0) keys.push(doc.tokens.key[i])
  return keys
}

/** One string for the words of a name. */
function wordsKey(keys: readonly number[]): string {
  let words = ''
  for (const key of keys) words += String.fromCharCode(key & 0xffff, key >>> 16)
  return words
}

const endsWith = (long: number[], short: number[]): boolean =>
  short.every((k, i) => long[long.length - short.length + i] === k)
const holds = (long: number[], short: number[]): boolean => {
  for (let at = 0; at + short.length <= long.length; at++) if (short.every((k, i) => long[at + i] === k)) return true
  return false
}

function mergeNames(doc: Document): void {
  const keys = doc.names.map(n => keysOfName(doc, n))
  const register = new Register()
  // Full names first: the same syllables are the same person. Of two spellings the one printed more often goes before.
  const whole = keys.map(wordsKey)
  const last = keys.map(k => wordsKey([k[k.length - 1]]))
  const often = new Map<string, number>()
  const count = (form: string): void => {
    often.set(form, (often.get(form) ?? 0) + 1)
  }
  for (let i = 0; i < keys.length; i++) {
    count(whole[i])
    if (last[i] !== whole[i]) count(last[i])
  }
  const weight = whole.map((form, i) => often.get(form)! + often.get(last[i])!)
  const order = doc.names
    .map((_, i) => i)
    .sort((a, b) => keys[b].length - keys[a].length || weight[b] - weight[a] || a - b)
  for (const i of order) {
    const name = doc.names[i]
    const person =
      register.byWords(whole[i]) ?? bestMatch(doc, name, i, keys[i], register) ?? register.add(name, keys[i], whole[i])
    name.person = person
    person.names.push(name)
    register.seen(person, i)
  }
  for (const p of register.persons) p.names.sort((a, b) => a.from - b.from)
  doc.people = register.persons.sort((a, b) => a.names[0].from - b.names[0].from)
}

/** Of persons that share a syllable, how many are looked at for a short name: the ones named most lately. */
const MOST_CANDIDATES = 48

/** Titles that are looked at beside one name. */
const MOST_TITLES = 8

/** The persons found so far, by all their syllables and by each, so that a short name is compared with few. */
class Register {
  readonly persons: Person[] = []
  private readonly whole = new Map<string, Person>()
  private readonly bySyllable = new Map<number, Person[]>()
  /** Indices of the names of each person, in the order they were filed. */
  private readonly mentions = new Map<Person, number[]>()

  /** @param words the `wordsKey` of a name */
  byWords(words: string): Person | undefined {
    return this.whole.get(words)
  }

  add(name: Name, keys: number[], words: string): Person {
    const person: Person = { name, names: [], keys, titles: [], pronouns: [], foreign: name.foreign }
    this.persons.push(person)
    this.whole.set(words, person)
    for (const key of new Set(keys)) {
      const known = this.bySyllable.get(key)
      if (known === undefined) this.bySyllable.set(key, [person])
      else known.push(person)
    }
    return person
  }

  seen(person: Person, index: number): void {
    const known = this.mentions.get(person)
    if (known === undefined) this.mentions.set(person, [index])
    else known.push(index)
  }

  withSyllable(key: number): Person[] {
    return this.bySyllable.get(key)?.slice(-MOST_CANDIDATES) ?? []
  }

  /** How far the nearest mention is from the name at `index`; one before counts more than one after. */
  distance(person: Person, index: number): number {
    let best = Number.POSITIVE_INFINITY
    const all = this.mentions.get(person)!
    for (let k = Math.max(0, all.length - MOST_CANDIDATES); k < all.length; k++) {
      const at = all[k]
      best = Math.min(best, at < index ? index - at : (at - index) * 3 + 1)
    }
    return best
  }
}

/** The person with a longer name that this shorter one is short for. */
function bestMatch(doc: Document, name: Name, index: number, keys: number[], register: Register): Person | null {
  let best: Person | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const p of register.withSyllable(keys[keys.length - 1])) {
    if (p.keys.length <= keys.length) continue
    if (!isShortFor(doc, name, keys, p)) continue
    // "ông Hùng (phó chủ tịch HĐND)": of two of that name the one who holds the post.
    if (sharesPost(name, p)) return p
    const distance = register.distance(p, index)
    if (distance < bestDistance) {
      best = p
      bestDistance = distance
    }
  }
  return best ?? initialled(doc, name, keys, register) ?? misspelt(doc, name, keys, register)
}

/** Does a title that stands with this short name stand with that person elsewhere too? */
function sharesPost(name: Name, person: Person): boolean {
  for (const mine of name.titles.slice(0, MOST_TITLES))
    for (const other of person.names.slice(0, MOST_CANDIDATES))
      for (const theirs of other.titles.slice(0, MOST_TITLES))
        if (mine.head.row === theirs.head.row && mayBeOfOneBody(mine, theirs)) return true
  return false
}

/** "Giám đốc Sở Y tế" and "Giám đốc Sở Xây dựng" are two posts; one that leaves its body out may be either. */
function mayBeOfOneBody(a: Title, b: Title): boolean {
  const [one, other] = [a.bodies.at(-1)?.canonical, b.bodies.at(-1)?.canonical]
  return one === undefined || other === undefined || one === other
}

function isShortFor(doc: Document, name: Name, keys: number[], person: Person): boolean {
  const foreign = person.foreign || isForeignRow(doc, person.name)
  // A full Vietnamese name is short for nobody; two syllables may be middle and given name.
  if (!foreign)
    return (
      keys.length <= 2 &&
      endsWith(person.keys, keys) &&
      !(keys.length === 2 && doc.marks.has(name.from, SURNAME) && doc.marks.has(name.from, PLACE))
    )
  return holds(person.keys, keys)
}

/** "Prayut Chang-o-cha" beside "Prayut Chan-o-cha": a foreign name that differs in one letter of one word. */
function misspelt(doc: Document, name: Name, keys: number[], register: Register): Person | null {
  if (keys.length < 2 || !name.foreign || doc.marks.has(name.from, SURNAME)) return null
  for (const shared of [keys[0], keys[keys.length - 1]])
    for (const p of register.withSyllable(shared)) {
      if (!p.foreign || p.keys.length !== keys.length) continue
      const differing = keys.findIndex((k, i) => k !== p.keys[i])
      if (differing < 0 || keys.some((k, i) => i !== differing && k !== p.keys[i])) continue
      if (isOneLetterOff(syllable(doc, name, differing), syllable(doc, p.name, differing))) return p
    }
  return null
}

/** The syllable with that index, marks between passed over. */
function syllable(doc: Document, name: Name, index: number): string {
  let n = -1
  for (let i = name.from; i < name.to; i++)
    if ((doc.tokens.flags[i] & WORD) !== 0 && ++n === index) return doc.slice(i, i + 1).toLowerCase()
  return ''
}

/** One letter more, less or other, in words of four letters or more; or two letters that changed places. */
function isOneLetterOff(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  if (short.length < 4 || long.length - short.length > 1) return false
  let i = 0
  while (i < short.length && long[i] === short[i]) i++
  if (long.length > short.length) return long.slice(i + 1) === short.slice(i)
  if (long.slice(i + 1) === short.slice(i + 1)) return true
  return long[i] === short[i + 1] && long[i + 1] === short[i] && long.slice(i + 2) === short.slice(i + 2)
}

/** "D.Trump": who of the article has that last name and a first name of that letter? */
function initialled(doc: Document, name: Name, keys: number[], register: Register): Person | null {
  if (keys.length !== 2 || doc.tokens.end[name.from] - doc.tokens.start[name.from] > 2) return null
  const letter = doc.slice(name.from, name.from + 1)[0]
  for (const p of register.withSyllable(keys[1]))
    if (p.keys[p.keys.length - 1] === keys[1] && p.foreign && doc.slice(p.name.from, p.name.from + 1)[0] === letter)
      return p
  return null
}

function isForeignRow(doc: Document, name: Name): boolean {
  const kind = doc.marks.rowAt(name.from, FOREIGN_NAME)?.[1]
  return kind === 'sino-surname' || kind === 'korean'
}
