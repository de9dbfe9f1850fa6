/** The last stage: what the rules have found -> the records of the contract. */
import type { Document, Name, Person, Range, Title } from '../document.js'
import { PLACE } from '../lexicon/classes.js'
import type { Extraction, Mention, Official, Role, Scope, Span, Term, TitleMention } from '../records.js'
import { directiveRecord } from './directives/record.js'
import { scopeOf } from './people/scope.js'
import { titleKey } from './people/unnamed.js'
import { firstFrom } from './sorted.js'
import { knownFactsOf } from './titles/known.js'

/**
 * Of several mentions of one post the weightiest tells its status: a verb that takes it away or gives it, a word beside it
 * ("nguyên"), the plain post; a list of past posts least, for it may run up to the present one.
 */
function weightOf(title: Title): number {
  if (title.statusBy === 'career') return 0
  if (title.statusBy === 'default') return 1
  return title.status === 'former' ? 5 : title.status === 'incoming' ? 4 : title.status === 'acting' ? 3 : 2
}

export interface RecordsWanted {
  officials: boolean
  titles: boolean
  terms: boolean
  directives: boolean
}

export function buildRecords(doc: Document, language: string, wanted: RecordsWanted): Extraction {
  const ids = new Map<Person, string>()
  const named = doc.people.filter(p => p.titles.some(t => !t.generic))
  for (const p of named) ids.set(p, `p${ids.size + 1}`)
  const titles = doc.titles.map(t => titleRecord(doc, t, ids))
  const index = new Map<Title, number>(doc.titles.map((t, i) => [t, i]))
  // A shared title ("các Phó Thủ tướng A, B") is a copy per holder: it stands where the original does.
  const at = new Map<number, number>(doc.titles.map((t, i) => [t.from, i]))
  const alone = new Map<Person, Title[]>(named.map(p => [p, []]))
  for (const t of doc.titles) if (t.person !== null && t.holder === null && !t.generic) alone.get(t.person)?.push(t)
  const officials = named.map(p =>
    officialRecord(doc, p, ids.get(p)!, titles, alone.get(p)!, t => index.get(t) ?? at.get(t.from)!),
  )
  const terms = doc.terms.map(t => termRecord(doc, t))
  return {
    language,
    officials: wanted.officials ? officials : [],
    titles: wanted.titles ? titles : [],
    terms: wanted.terms ? terms : [],
    directives: wanted.directives ? doc.directives.map(d => directiveRecord(doc, d, ids)) : [],
  }
}

export const spanOf = (doc: Document, from: number, to: number): Span => {
  const start = doc.tokens.start[from]
  const end = doc.tokens.end[to - 1]
  return { start, end, text: doc.text.slice(start, end) }
}

function titleRecord(doc: Document, title: Title, ids: Map<Person, string>): TitleMention {
  const start = doc.tokens.start[title.from]
  const end = doc.tokens.end[title.to - 1]
  const { canonical, english, position, body, place } = knownFactsOf(doc, title)
  return {
    start,
    end,
    text: doc.text.slice(start, end),
    canonical,
    english,
    position,
    body,
    place,
    status: title.status,
    officialId: title.person === null ? null : (ids.get(title.person) ?? null),
    generic: title.generic,
  }
}

function officialRecord(
  doc: Document,
  person: Person,
  id: string,
  titles: TitleMention[],
  alone: Title[],
  indexOf: (t: Title) => number,
): Official {
  const roles = new Map<string, Role>()
  const weight = new Map<string, number>()
  for (const title of person.titles) {
    if (title.generic) continue
    const key = titleKey(doc, title)
    const at = indexOf(title)
    const known = roles.get(key)
    const w = weightOf(title)
    if (known === undefined) {
      const { text, canonical, english, position, body, place } = titles[at]
      roles.set(key, {
        text,
        canonical,
        english,
        position,
        body,
        place,
        status: title.status,
        term: termOf(doc, title),
        titles: [at],
        via: title.via ?? 'lexicon',
      })
      weight.set(key, w)
    } else {
      known.titles.push(at)
      known.term ??= termOf(doc, title)
      if (w > weight.get(key)!) {
        known.status = title.status
        weight.set(key, w)
      }
    }
  }
  const list = [...roles.values()]
  settleShortForms(list, weight, [...roles.keys()])
  for (const role of list) role.titles.sort((a, b) => a - b)
  return {
    id,
    name: doc.slice(person.name.from, person.name.to),
    honorific: person.names.find(n => n.honorific !== null)?.honorific ?? null,
    scope: scopeOf(doc, person) as Scope,
    roles: list,
    mentions: mentionsOf(doc, person, alone),
  }
}

const MOST_ROLES = 100

/** "Bí thư Thành ủy" in an article that tells how "Bí thư Thành ủy Đà Nẵng" was lost is the same lost post. */
function settleShortForms(roles: Role[], weight: Map<string, number>, keys: string[]): void {
  // Nobody has so many posts: the text is no article, and all pairs of them would take their time.
  if (roles.length > MOST_ROLES || !roles.some(r => r.status === 'former')) return
  roles.forEach((role, i) => {
    if (role.status === 'former') return
    const longer = keys.findIndex(
      (key, k) => k !== i && key.startsWith(keys[i]) && roles[k].status === 'former' && weight.get(key)! >= 5,
    )
    const other = keys.some((key, k) => k !== i && key.startsWith(keys[i]) && roles[k].status !== 'former')
    if (longer >= 0 && !other) role.status = 'former'
  })
}

/** `alone`: the titles that stand for the person without a name. */
function mentionsOf(doc: Document, person: Person, alone: Title[]): Mention[] {
  const out: Mention[] = []
  for (const n of person.names) out.push(mention(doc, n, isFull(person, n) ? 'full' : 'short'))
  if (alone.length === 0 && person.pronouns.length === 0) return out
  for (const t of alone) out.push(mention(doc, t, 'title'))
  for (const p of person.pronouns) out.push(mention(doc, p, 'pronoun'))
  return out.sort((a, b) => a.start - b.start || a.end - b.end)
}

function mention(doc: Document, { from, to }: Range, kind: Mention['kind']): Mention {
  const start = doc.tokens.start[from]
  const end = doc.tokens.end[to - 1]
  return { start, end, text: doc.text.slice(start, end), kind }
}

const isFull = (person: Person, n: Name): boolean => n.to - n.from === person.name.to - person.name.from

/** The term tied to a post: it stands right after the title, or before it in "khóa XIV, …". */
function termOf(doc: Document, title: Title): number | null {
  const term = doc.termAt.get(title.to)
  return term === undefined ? null : firstFrom(doc.terms, term.from)
}

function termRecord(doc: Document, t: Document['terms'][number]): Term {
  const span = spanOf(doc, t.from, t.to)
  if (t.kind === 'years') return { ...span, kind: 'years', from: t.years![0], to: t.years![1], body: t.body }
  return { ...span, kind: t.kind, ordinal: t.ordinal!, body: t.body }
}

export const placeRowOf = (doc: Document, name: string) => doc.lexicon.find(PLACE, name)
