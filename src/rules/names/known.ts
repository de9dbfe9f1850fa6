/**
 * People that the caller's lexicon knows.
 *
 *   { name: 'H’Yim Kđoh' }                          the name is one wherever it stands, also where nothing else tells
 *   { name: 'Nguyễn Văn Linh', aliases: ['Mười Cúc'] }    both names are of one person
 *   { name: …, titles: ['Bí thư Tỉnh ủy'] }          that title without a name is theirs, in a text that names them
 */
import type { Document, Name, Person, Title } from '../../document.js'
import { HONORIFIC, PERSON } from '../../lexicon/classes.js'
import type { Row } from '../../lexicon/lexicon.js'
import { PERSON_TITLES } from '../../lexicon/user.js'
import { foldKey } from '../../text/fold.js'
import { titleKey } from '../people/unnamed.js'
import { factsOf } from '../titles/record.js'
import { looksForeign } from './read.js'

/** After the names: puts in those that the lexicon knows, in the place of any that overlap them. */
export function findKnownNames(doc: Document): void {
  const { marks, sentences } = doc
  if (!doc.lexicon.hasOwn(PERSON)) return
  const known: Name[] = []
  let t = 0
  for (let s = 0; s < sentences.count; s++) {
    for (let i = sentences.first[s]; i < sentences.first[s + 1]; i++) {
      if (!marks.has(i, PERSON)) continue
      const to = marks.endAt(i, PERSON)
      while (t < doc.titles.length && doc.titles[t].to <= i) t++
      if (t < doc.titles.length && doc.titles[t].from < to) continue
      const outer = honorificBefore(doc, i, sentences.first[s])
      const row = outer < i ? marks.rowAt(outer, HONORIFIC) : null
      const honorific = row?.[1] === 'address' ? row[0] : null
      const foreign = looksForeign(doc, i, to)
      known.push({ from: i, to, sentence: s, outer, honorific, full: true, foreign, person: null, titles: [] })
      i = to - 1
    }
  }
  if (known.length === 0) return
  const names: Name[] = []
  let k = 0
  for (const name of doc.names) {
    while (k < known.length && known[k].to <= name.from) names.push(known[k++])
    if (k === known.length || name.to <= known[k].from) {
      names.push(name)
      continue
    }
    const here = known[k]
    // A longer name is another person: "Nguyễn Văn Linh Chi" is no Nguyễn Văn Linh.
    if (name.from <= here.from && name.to >= here.to && name.to - name.from > here.to - here.from) {
      names.push(name)
      k++
    } else if (name.from === here.from) {
      here.outer = name.outer
      here.honorific = name.honorific
    }
  }
  doc.setNames(names.concat(known.slice(k)))
  for (const name of known) doc.note('known-names', 'lexicon', name, marks.rowAt(name.from, PERSON)![0])
}

function honorificBefore(doc: Document, i: number, first: number): number {
  for (const back of [1, 2, 3]) if (i - back >= first && doc.marks.endAt(i - back, HONORIFIC) === i) return i - back
  return i
}

/** After the people: makes one of several names of one person, and gives known posts to those who hold them. */
export function joinKnownPeople(doc: Document): void {
  if (!doc.lexicon.hasOwn(PERSON)) return
  const persons = new Map<Row, Person>()
  for (const person of [...doc.people]) {
    const row = rowOf(doc, person)
    if (row === null) continue
    const first = persons.get(row)
    if (first === undefined) persons.set(row, person)
    else merge(doc, first, person)
  }
  const holders = new Map<string, Person | null>()
  for (const [row, person] of persons)
    for (const title of row[PERSON_TITLES].split('\n')) {
      if (!title) continue
      const key = foldKey(title)
      // A post that two of them are known for says nothing.
      holders.set(key, holders.has(key) && holders.get(key) !== person ? null : person)
    }
  if (holders.size === 0) return
  for (const title of doc.titles) {
    if (title.holder !== null || title.generic) continue
    const person = holders.get(titleKey(doc, title)) ?? holders.get(foldKey(factsOf(doc, title).canonical))
    if (person == null || (title.person !== null && title.person !== person) || person.titles.includes(title)) continue
    title.person = person
    title.via = 'lexicon'
    person.titles.push(title)
    doc.note('known-people', 'lexicon', title, doc.slice(person.name.from, person.name.to))
  }
}

/** The entry that one of the person's names is. */
function rowOf(doc: Document, person: Person): Row | null {
  for (const n of person.names) if (doc.marks.endAt(n.from, PERSON) === n.to) return doc.marks.rowAt(n.from, PERSON)
  return null
}

function merge(doc: Document, into: Person, from: Person): void {
  for (const name of from.names) name.person = into
  const owned = (title: Title): void => {
    if (title.person === from) title.person = into
  }
  doc.titles.forEach(owned)
  doc.shared.forEach(owned)
  into.names = [...into.names, ...from.names].sort((a, b) => a.from - b.from)
  into.titles = [...into.titles, ...from.titles].sort((a, b) => a.from - b.from)
  into.pronouns.push(...from.pronouns)
  if (from.name.to - from.name.from > into.name.to - into.name.from) {
    into.name = from.name
    into.keys = from.keys
  }
  doc.people = doc.people.filter(p => p !== from)
}
