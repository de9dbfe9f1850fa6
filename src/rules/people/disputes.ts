/**
 * One post that two persons of the article seem to hold: where it stands right beside one of them, a weaker tie to the other was
 * a mistake.
 *
 *   Thủ tướng Phạm Văn A … Theo ông B, Thủ tướng chưa quyết định        the comma begins the clause of A
 *   Chủ tịch FIFA Gianni Infantino … ý kiến của Chủ tịch FIFA, ông B nói   and here ends the phrase that names him
 */
import type { Document, Person, Title } from '../../document.js'
import { COMMA, WORD } from '../../text/flags.js'
import { WordSet } from '../words.js'
import { frontOf } from './careers.js'
import { bodyOf, placeOf } from './unnamed.js'

/** Posts that one person holds at a time. */
const OF_ONE = new Set([
  'general-secretary',
  'president',
  'prime-minister',
  'minister',
  'governor',
  'chair',
  'secretary',
  'director',
  'chief-of-office',
  'chief-justice',
  'procurator-general',
  'commander',
  'editor-in-chief',
])
/** Those of them that a bare word tells. */
const NEEDS_NO_BODY = new Set(['general-secretary', 'president', 'prime-minister', 'minister', 'governor'])

/** Who holds a post for sure, and whether one of them is a foreigner, or none. */
interface Holders {
  persons: Set<Person>
  foreign: boolean
  own: boolean
}

export function settleDisputes(doc: Document): void {
  const holders = new Map<string, Holders>()
  const weak: Title[] = []
  for (const title of doc.titles) {
    const person = title.holder?.person
    if (person == null || title.generic || title.head.deputy || !OF_ONE.has(title.head.kind)) continue
    if (isWeak(doc, title)) weak.push(title)
    else if (title.status === 'current') {
      const key = postKey(title)
      const known = holders.get(key) ?? { persons: new Set(), foreign: false, own: false }
      holders.set(key, known)
      known.persons.add(person)
      if (person.foreign) known.foreign = true
      else known.own = true
    }
  }
  for (const title of weak) {
    const known = holders.get(postKey(title))
    const person = title.holder!.person!
    if (known === undefined || known.persons.has(person)) continue
    // The "Bộ trưởng Quốc phòng" of two countries.
    if (title.place === null && !isByComma(title) && !(person.foreign ? known.foreign : known.own)) continue
    doc.note('people', 'dispute', title, doc.slice(title.holder!.from, title.holder!.to))
    untie(title)
  }
}

const isByComma = (t: Title): boolean => t.via === 'before-name' || t.via === 'after-name'

const postKey = (t: Title): string => `${t.head.row[0]}\n${bodyOf(t) ?? ''}\n${placeOf(t) ?? ''}`

function untie(title: Title): void {
  const { titles } = title.holder!
  titles.splice(titles.indexOf(title), 1)
  title.holder = null
  title.via = null
}

/** Does only a comma or a verb tie the title to the name, so that it may be another person's? */
function isWeak(doc: Document, title: Title): boolean {
  if (title.status !== 'current') return false
  const named = title.bodies.length > 0 || title.place !== null
  if (!named && !NEEDS_NO_BODY.has(title.head.kind)) return false
  switch (title.via) {
    case 'before-name':
      return endsPhrase(doc, title, named)
    case 'after-name':
      return beginsClause(doc, title)
    case 'copula':
    case 'appointed':
      return named && Math.max(title.outer - title.holder!.to, title.holder!.outer - title.to) > NEAR
    case 'colon':
      return named
    default:
      return false
  }
}

/** Tokens between a name and a post that a verb and its adverbs fill. */
const NEAR = 4

/** "ý kiến của Chủ tịch FIFA, ông X nói": a comma between the title and the name; of posts in a list only what has a body or place is told apart. */
function endsPhrase(doc: Document, { to, head, holder }: Title, named: boolean): boolean {
  if (doc.tokens.key[to] !== COMMA) return false
  return holder!.outer === to + 1 || (named && head.kind !== 'general-secretary')
}

/** "Theo ông X, Thủ tướng chưa …": the comma ends a phrase that names X, and right after the title the sentence goes on. */
function beginsClause(doc: Document, { outer, to, sentence, holder }: Title): boolean {
  const { key, flags } = doc.tokens
  if (key[outer - 1] !== COMMA || holder!.to !== outer - 1 || to >= doc.sentences.first[sentence + 1]) return false
  const front = frontOf(holder!) - 1
  if (front < doc.sentences.first[sentence] || (flags[front] & WORD) === 0) return false
  return (flags[to] & WORD) !== 0 && !doc.termAt.has(to) && !doc.titleAt.has(to) && !OPENS_MORE.has(doc, to)
}

/** Words that carry on an apposition ("thủ tướng đầu tiên"), or tell what becomes of who holds the post. */
const OPENS_MORE = new WordSet('kiêm và đồng làm giữ về sang đầu thứ cuối duy lâu trẻ')
