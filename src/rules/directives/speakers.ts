/**
 * An actor of a sentence -> who that is in the article.
 *
 *   ông · Bộ trưởng           the person the text speaks of, or who holds that post here
 *   Bí thư Đà Nẵng            Nguyễn Văn A, where the article calls him "Bí thư Thành ủy Đà Nẵng"
 *   Bộ                        the ministry named before
 *   Công điện                 whoever signed it
 *   tôi · chúng tôi           whose words are quoted
 */
import type { Document, Person, SpeakerMention, Title } from '../../document.js'
import { PLACE } from '../../lexicon/classes.js'
import type { Row } from '../../lexicon/lexicon.js'
import { CAPITAL, COLON, DASH, PUNCTUATION } from '../../text/flags.js'
import { firstFrom } from '../sorted.js'
import { isWord } from '../words.js'
import type { Actor } from './actors.js'
import type { Article } from './article.js'
import { attribution, leadOf, tailOf } from './attribution.js'
import { NONE, PUBLIC, UNRANKED } from './authority.js'
import { isNominative, mainSubject } from './nominative.js'
import type { Quote } from './quotes.js'
import { actorAt, actorFrom, quoteAt, type Scene, verbFrom } from './scene.js'
import { subjectOf } from './subject.js'
import { CUE, REPORT, TELL } from './vocabulary.js'

const LOOK_BACK = 10

/** Somebody who speaks with the authority to direct. */
export interface Voice extends SpeakerMention {
  authority: number
  rank: number
  country: boolean
}

/** Who the actor is; null where nobody can be named. */
export function resolve(article: Article, scene: Scene, actor: Actor): Voice | null {
  switch (actor.kind) {
    case 'self':
      return voiceAt(article, scene, actor.from)
    case 'pronoun':
      return antecedent(article, scene, actor)
    case 'document':
      return issuer(article, scene, actor)
    case 'title': {
      const person = personWith(article, actor.title!, actor.from) ?? bareTitle(article, scene, actor)
      return voice(actor, person ?? actor.person)
    }
    case 'body':
      return voice(fullBody(article, scene, actor) ?? actor, headOf(article, scene, actor))
    case 'place':
      return youngMan(article, scene, actor) ?? voice(actor, null)
    default:
      return voice(actor, actor.person)
  }
}

/** Is it somebody in office, named or told by his post alone, and no body? */
export const isOfficial = (doc: Document, { person, from }: SpeakerMention): boolean =>
  person !== null || titleAt(doc, from)

function titleAt({ titles }: Document, token: number): boolean {
  const t = firstFrom(titles, token)
  return t < titles.length && titles[t].from === token
}

/** Are two speakers one: one person, or called by the same words? */
export function isSameVoice(doc: Document, a: SpeakerMention, b: SpeakerMention): boolean {
  if (a.person !== null || b.person !== null) return a.person === b.person
  if (a.to - a.from !== b.to - b.from) return false
  const { key } = doc.tokens
  for (let i = 0; i < a.to - a.from; i++) if (key[a.from + i] !== key[b.from + i]) return false
  return true
}

function voice(actor: Actor, person: Person | null): Voice {
  const { title } = actor
  const own = actor.kind === 'title' && title !== null && person === null
  return {
    from: own ? title.from : actor.from,
    to: actor.to,
    person,
    authority: actor.authority,
    rank: actor.rank,
    country: actor.country || (actor.kind === 'place' && actor.rank < 0),
  }
}

/** The person who holds the post that stands here alone, perhaps called differently. */
export function personWith(article: Article, title: Title, at: number): Person | null {
  if (title.person !== null && title.person.titles.length > 0) return title.person
  if (title.generic || title.head.rank) return null
  return article.posts.holderOf(title, at)
}

/** "Bộ trưởng" of somebody whom the article calls by his rank alone: the one it speaks of. */
function bareTitle(article: Article, scene: Scene, actor: Actor): Person | null {
  const title = actor.title!
  if (title.bodies.length > 0 || title.place !== null || title.head.rank || title.head.deputy || scene.sentence === 0)
    return null
  for (let s = scene.sentence - 1; s >= 0 && s > scene.sentence - 3; s--) {
    const before = article.scene(s)
    const subject = mainSubject(article.doc, before, before.stop).actor
    if (subject?.person == null) continue
    return subject.person.titles.every(t => t.head.rank) && subject.person.titles.length > 0 ? subject.person : null
  }
  return null
}

/** Posts of those who lead a country. */
const LEADS = new Set(['president', 'prime-minister', 'general-secretary'])

/** "(nhà) lãnh đạo Nga", "lãnh đạo Việt Nam": whoever leads the country, where the article names one alone. */
function leaderOf(doc: Document, country: Row): Person | null {
  const own = country[0] === 'Việt Nam'
  const leads = ({ head, place, generic, status }: Title): boolean =>
    LEADS.has(head.kind) &&
    !generic &&
    status !== 'former' &&
    !head.deputy &&
    (place === null || place.row?.[1] !== 'country' ? own : place.row[0] === country[0])
  const leaders = doc.people.filter(p => p.foreign !== own && p.titles.some(leads))
  return leaders.length === 1 ? leaders[0] : null
}

/** "người đứng đầu Chính phủ": the Prime Minister of the article. */
function headOf(article: Article, scene: Scene, actor: Actor): Person | null {
  const { doc } = article
  // "Lãnh đạo Chính phủ nhấn mạnh": where only one of them is named.
  if (isWord(doc, actor.from, 'lãnh') && isWord(doc, actor.to - 1, 'phủ') && actor.to - actor.from === 4) {
    const heads = article.doc.people.filter(p => p.titles.some(t => !t.generic && t.head.kind === 'prime-minister'))
    return heads.length === 1 ? heads[0] : null
  }
  const country = isWord(doc, actor.from, 'lãnh') ? doc.marks.rowAt(actor.from + 2, PLACE) : null
  if (country?.[1] === 'country' && doc.marks.endAt(actor.from + 2, PLACE) === actor.to) return leaderOf(doc, country)
  // "tư lệnh ngành giao thông": the minister spoken of
  if (isWord(doc, actor.from, 'tư'))
    return scene.sentence === 0 ? null : (topic(article, scene.sentence - 1)?.person ?? null)
  if (!isWord(doc, actor.from, 'người') || !isWord(doc, actor.from + 1, 'đứng')) return null
  const kinds = headedKind(doc, actor.to - 1)
  for (const p of article.doc.people)
    if (kinds !== null && p.titles.some(t => !t.head.deputy && !t.generic && t.head.kind === kinds)) return p
  return kinds === null && scene.sentence > 0 ? (topic(article, scene.sentence - 1)?.person ?? null) : null
}

/** "người đứng đầu Chính phủ", "… Quốc hội", "… Nhà nước": by the last word, the post that heads it. */
function headedKind(doc: Document, last: number): string | null {
  if (isWord(doc, last, 'phủ')) return 'prime-minister'
  if (isWord(doc, last, 'hội')) return 'chair'
  return isWord(doc, last, 'nước') ? 'president' : null
}

/** "Anh" at the head of a sentence: the country, or the young man the text speaks of. */
function youngMan(article: Article, scene: Scene, actor: Actor): Voice | null {
  const { doc } = article
  if (actor.from !== scene.first || actor.to !== actor.from + 1 || !isWord(doc, actor.from, 'anh')) return null
  const found = antecedent(article, scene, actor)
  return found?.person != null && !found.person.foreign ? found : null
}

/** The person that "ông", "bà" means: whoever the sentences before speak of. */
function antecedent(article: Article, scene: Scene, actor: Actor): Voice | null {
  const { doc } = article
  const female = isWord(doc, actor.from, 'bà') || isWord(doc, actor.from, 'chị') || isWord(doc, actor.from, 'cô')
  const male = isWord(doc, actor.from, 'ông') || isWord(doc, actor.from, 'anh')
  const fits = (p: Person | null): boolean => p === null || (female ? sexOf(p) >= 0 : male ? sexOf(p) <= 0 : true)
  // Earlier in the same sentence: "Thủ tướng … đích thân ông đã đề nghị".
  for (const a of scene.actors) {
    if (a.from >= actor.from) break
    if (
      (a.kind === 'person' || a.kind === 'title') &&
      a.authority > NONE &&
      isNominative(doc, scene, scene.actors.indexOf(a))
    ) {
      const found = resolve(article, scene, a)
      if (found !== null && fits(found.person)) return pronounVoice(actor, found)
    }
  }
  // "Ý kiến này được Thủ tướng X nhấn mạnh, khi ông kêu gọi …"
  for (const a of scene.actors) {
    if (a.to > actor.from) break
    const b = a.from - 1
    if (a.kind !== 'person' || b < scene.first || !(isWord(doc, b, 'được') || isWord(doc, b, 'bởi'))) continue
    const found = resolve(article, scene, a)
    if (found !== null && fits(found.person)) return pronounVoice(actor, found)
  }
  for (let s = scene.sentence - 1; s >= 0 && s >= scene.sentence - LOOK_BACK; s--) {
    const before = article.scene(s)
    let second: Voice | null = null
    for (let k = 0; k < before.actors.length; k++) {
      const a = before.actors[k]
      if (a.kind !== 'person' && a.kind !== 'title') continue
      const found = resolve(article, before, a)
      if (found === null || !fits(found.person)) continue
      if (isNominative(doc, before, k)) return pronounVoice(actor, found)
      if (a.kind === 'person') second ??= found
    }
    // "Ông cũng giao Sở X … | Ông yêu cầu …": whoever gave that order.
    const order = article.orderAt(s)
    if (order?.speaker?.person != null && fits(order.speaker.person))
      return pronounVoice(actor, { ...order.speaker, authority: PUBLIC, rank: UNRANKED, country: false })
    if (second !== null) return pronounVoice(actor, second)
  }
  return null
}

/** A pronoun that means an official is printed itself; one that means a bare title gives that title. */
const pronounVoice = (actor: Actor, found: Voice): Voice =>
  found.person === null ? found : { ...found, from: actor.from, to: actor.to }

/** 1 for a woman, -1 for a man, 0 where the text does not tell. */
function sexOf(person: Person): number {
  for (const n of person.names) {
    if (n.honorific === 'bà' || n.honorific === 'chị' || n.honorific === 'cô') return 1
    if (n.honorific === 'ông' || n.honorific === 'anh') return -1
  }
  return 0
}

/** "Bộ" -> the ministry that was named before. */
function fullBody(article: Article, scene: Scene, actor: Actor): Actor | null {
  const { doc } = article
  if (actor.to - actor.from > 1 || (doc.tokens.flags[actor.from] & CAPITAL) === 0) return null
  const key = doc.tokens.key[actor.from]
  for (let s = scene.sentence; s >= 0 && s >= scene.sentence - LOOK_BACK; s--) {
    const before = s === scene.sentence ? scene : article.scene(s)
    for (const a of before.actors)
      if (
        a.kind === 'body' &&
        a.to - a.from > 1 &&
        doc.tokens.key[a.from] === key &&
        a.from < actor.from &&
        (doc.tokens.flags[a.from] & CAPITAL) !== 0
      )
        return a
  }
  return null
}

/** Whose document it is: "… của UBND tỉnh", or the official whom the sentences before speak of. */
function issuer(article: Article, scene: Scene, actor: Actor): Voice | null {
  const { doc } = article
  if (isWord(doc, actor.to, 'của')) {
    const of = actorAt(scene, actor.to + 1)
    if (of !== null) return resolve(article, scene, of)
  }
  // "…", công điện nêu rõ: whose orders were just told.
  const last = article.directives[article.directives.length - 1]
  if (
    last !== undefined &&
    last.speaker !== null &&
    scene.sentence - last.sentence <= 3 &&
    !isWord(doc, actor.from, 'nghị')
  )
    return { ...last.speaker, authority: PUBLIC, rank: UNRANKED, country: false }
  return topic(article, scene.sentence - 1)
}

/** Whom the sentence, or those before it, speak of with authority. */
export function topic(article: Article, sentence: number, reach = LOOK_BACK): Voice | null {
  for (let s = sentence; s >= 0 && s > sentence - reach; s--) {
    const scene = article.scene(s)
    const subject = mainSubject(article.doc, scene, scene.stop)
    if (subject.actor === null || subject.actor.authority < PUBLIC) continue
    if (subject.actor.kind === 'self' || subject.actor.kind === 'document' || subject.actor.kind === 'pronoun') continue
    const found = resolve(article, scene, subject.actor)
    if (found !== null) return found
  }
  return null
}

/** Whose words stand at token `at`: those of a quotation's speaker, else of whom the sentence is attributed to. */
export function voiceAt(article: Article, scene: Scene, at: number): Voice | null {
  const q = quoteAt(article.quotes, at)
  if (q >= 0) {
    const speaker = quoteVoice(article, q)
    if (speaker !== null) return speaker
  }
  const tail = tailOf(article, scene)
  // "tôi nói" names nobody.
  if (tail !== null && at < tail.actor.from)
    return tail.actor.kind === 'self' ? null : resolve(article, scene, tail.actor)
  const lead = leadOf(article, scene, at)
  return lead === null || lead.kind === 'self' ? null : resolve(article, scene, lead)
}

/** The speaker of quotation `q`. */
export function quoteVoice(article: Article, q: number): Voice | null {
  const known = article.quoteSpeakers.get(q)
  if (known !== undefined) return known as Voice | null
  article.quoteSpeakers.set(q, null)
  const found = findQuoteVoice(article, q)
  article.quoteSpeakers.set(q, found)
  return found
}

function findQuoteVoice(article: Article, q: number): Voice | null {
  const quote = article.quotes[q]
  const end = article.scene(quote.last)
  const after = attribution(article, end, quote.close + 1)
  if (after !== null) return after.actor.kind === 'self' ? null : resolve(article, end, after.actor)
  const next = attributionBelow(article, quote)
  if (next !== null) return next
  const start = article.scene(quote.first)
  const before = leadOf(article, start, quote.open)
  if (before !== null) return before.kind === 'self' ? null : resolve(article, start, before)
  // "Đồng thời nhấn mạnh thêm: “…”": said by the one who spoke before.
  if (quote.first > 0 && (quote.open === start.first || isElided(article, start, quote.open)))
    return spokenIn(article, quote.first - 1)
  return null
}

/** "Không được để cỗ máy dừng lại." / - Thủ tướng nhấn mạnh: a line of its own under the quotation tells who speaks. */
function attributionBelow(article: Article, quote: Quote): Voice | null {
  const { doc } = article
  const { first, count } = doc.sentences
  const below = quote.last + 1
  if (below >= count || first[below + 1] - first[below] > 14 || doc.tokens.key[first[below]] !== DASH) return null
  for (let i = quote.close + 1; i < first[below]; i++) if ((doc.tokens.flags[i] & PUNCTUATION) === 0) return null
  const scene = article.scene(below)
  const found = attribution(article, scene, scene.first)
  return found === null || found.actor.kind === 'self' ? null : resolve(article, scene, found.actor)
}

/** A verb of saying right before the quotation that is said of nobody in its sentence. */
function isElided(article: Article, scene: Scene, open: number): boolean {
  if (article.doc.tokens.key[open - 1] !== COLON) return false
  const verb = scene.verbs[verbFrom(scene, open - 1) - 1]
  if (verb === undefined || verb.to !== open - 1 || (verb.code & (REPORT | TELL)) === 0) return false
  return subjectOf(article.doc, scene, verb.from).kind === 'none' && actorFrom(scene, open) === 0
}

/** Who speaks in a sentence: whoever it is attributed to at its end, else by its last verb of saying. */
function spokenIn(article: Article, sentence: number): Voice | null {
  const scene = article.scene(sentence)
  const tail = tailOf(article, scene)
  if (tail !== null) return tail.actor.kind === 'self' ? null : resolve(article, scene, tail.actor)
  for (let v = scene.verbs.length - 1; v >= 0; v--) {
    if ((scene.verbs[v].code & (CUE | REPORT)) === 0) continue
    const { kind, actor } = subjectOf(article.doc, scene, scene.verbs[v].from)
    if (kind === 'direct' && actor !== null) return actor.kind === 'self' ? null : resolve(article, scene, actor)
  }
  return null
}
