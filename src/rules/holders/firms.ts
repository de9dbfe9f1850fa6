/**
 * Capitals after a title that are a firm's, a school's or a commune's name, and nobody's.
 *
 *   ông Michael Saylor, Chủ tịch Strategy, cho biết      an apposition that a comma closes
 *   ông X, Chủ tịch UBND xã Hồ Thị Kỷ, …                 the same, of a commune
 *   được bổ nhiệm làm Tổng giám đốc Vietsovpetro         somebody else holds the post
 *   Phó tổng giám đốc Nguyễn Kim … Công ty Nguyễn Kim    the article calls a firm so
 */
import type { Document, Name, Title } from '../../document.js'
import { BODY_HEAD, PLACE, STOP_WORD, VERB } from '../../lexicon/classes.js'
import type { BodyKind } from '../../records.js'
import { CLOSE, COMMA, DASH, NUMBER, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { gapBetween, type Scene } from './scene.js'

/** Bodies that have a name of their own, which may look like a person's: "Công ty Hưng Lộc Phát", "Bệnh viện Mai Hương". */
const CALLED_AFTER = new Set<BodyKind>(['enterprise', 'hospital', 'school'])

const FIRM_HEADS = new Set([
  'director',
  'chair',
  'head',
  'member',
  'assistant',
  'other',
  'editor-in-chief',
  'secretary-general',
  'spokesperson',
])

/** They serve a person or a state, and their names may stand before its: "Thư ký báo chí X Mỹ". */
const SERVES = new Set(['spokesperson', 'assistant'])

/** Gives the capitals to the title, and drops the name that they were taken for. */
export function absorbNames(doc: Document, scene: Scene, given: GivenNames): void {
  const { items } = scene
  let i = 0
  let before = false
  // Items move up into the places of those that are dropped; `i` is the place of the one looked at.
  for (let read = 1; read < items.length; read++) {
    items[++i] = items[read]
    const { name } = items[i]
    const { title } = items[i - 1]
    const after = before
    before = false
    if (after) continue
    if (name === null || title === null || name.outer !== title.to || name.outer !== name.from) continue
    if (!isPartOf(doc, scene, i, title, name, given)) continue
    takeIn(doc, title, name, scene.stop)
    // The name is none: an empty one is passed over by everything after.
    given.remove(name)
    doc.nameAt.delete(name.from)
    name.to = name.from
    i--
    before = true
  }
  items.length = Math.min(items.length, i + 1)
}

function isPartOf(doc: Document, scene: Scene, i: number, title: Title, name: Name, given: GivenNames): boolean {
  const size = name.to - name.from
  if (isBareCommune(title)) return closedApposition(doc, scene, i, false)
  if (title.place !== null) return false
  const last = title.bodies.at(-1)
  if (last === undefined && name.foreign && isFirm(doc, scene, i, given)) return true
  if (last !== undefined && CALLED_AFTER.has(last.kind)) {
    if (size === 2 && closedApposition(doc, scene, i, true)) return true
    if (size <= 2 && isHeld(doc, scene, i) && ends(doc, name.to, scene.stop)) return true
  }
  return (
    FIRM_HEADS.has(title.head.kind) &&
    ((name.foreign && !SERVES.has(title.head.kind) && placeEnd(doc, name, scene.stop) > 0) || given.isFirm(name))
  )
}

/** "Better Work | Việt Nam", "Intel Products Vietnam": nobody's name is followed by a country, or ends with one. Its end, or -1. */
function placeEnd(doc: Document, { from, to }: Name, stop: number): number {
  const { marks } = doc
  if (to - from > 1 && marks.endAt(to - 1, PLACE) === to) return to
  return to < stop && marks.rowAt(to, PLACE)?.[1] === 'country' ? marks.endAt(to, PLACE) : -1
}

const isBareCommune = ({ place }: Title): boolean =>
  place !== null && place.name === null && place.unit?.[1] === 'commune'

function takeIn(doc: Document, title: Title, name: Name, stop: number): void {
  const last = title.bodies.at(-1)
  const to = name.foreign ? Math.max(name.to, placeEnd(doc, name, stop)) : name.to
  const called = doc.slice(name.from, to)
  if (isBareCommune(title)) title.place = { ...title.place!, to, name: called }
  else if (last !== undefined) {
    last.canonical += ` ${called}`
    last.to = to
  } else
    title.bodies.push({
      from: name.from,
      to,
      canonical: called,
      kind: 'enterprise',
      level: null,
      successor: null,
      english: null,
    })
  title.to = to
}

/** "ông X, Chủ tịch Strategy, …": a holder before the title, and a comma (or a verb, where one syllable stands) after the capitals. */
function closedApposition(doc: Document, { items, stop }: Scene, i: number, verbs: boolean): boolean {
  if (i < 2 || items[i - 2].name === null) return false
  const before = gapBetween(doc, items[i - 2], items[i - 1], stop)
  if (before !== 'comma' && before !== 'dash' && before !== 'open') return false
  const p = items[i].name!.to
  if (doc.titleAt.has(p + 1) || doc.titleAt.has(p + 2)) return false
  if (p >= stop) return true
  if ((doc.tokens.flags[p] & (WORD | NUMBER)) === 0)
    return doc.tokens.key[p] === COMMA || doc.tokens.key[p] === DASH || doc.tokens.key[p] === CLOSE
  return verbs && (doc.marks.has(p, VERB) || doc.marks.has(p, STOP_WORD))
}

/** Firms are called by one foreign word that is nobody's name in the article: "Tổng giám đốc Viwasupco", "Chủ tịch Alibaba". */
function isFirm(doc: Document, scene: Scene, i: number, given: GivenNames): boolean {
  const { title } = scene.items[i - 1]
  const name = scene.items[i].name!
  if (!FIRM_HEADS.has(title!.head.kind)) return false
  const single = name.to - name.from === 1
  if (closedApposition(doc, scene, i, single)) return true
  return (
    single &&
    (title!.head.kind === 'director' || title!.head.kind === 'member' || title!.head.kind === 'chair') &&
    !given.has(name)
  )
}

/** Verbs and nouns right before a post that say that somebody named before holds it. */
const HOLDS = new WordSet('là làm chức vụ danh trí vị thành như')

/** Is the title in apposition to a name before it, or in a list with one that is, or the object of a verb of holding? */
function isHeld(doc: Document, { items, first, stop }: Scene, i: number): boolean {
  for (let k = i - 1; ; k--) {
    const before = items[k].title!.outer - 1
    if (before >= first && HOLDS.has(doc, before)) return true
    if (k === 0) return false
    const gap = gapBetween(doc, items[k - 1], items[k], stop)
    if (gap !== 'comma' && gap !== 'dash' && gap !== 'open' && gap !== 'plus') return false
    if (items[k - 1].name !== null) return true
  }
}

/** Does nothing come after the capitals that could be said of a person? */
function ends(doc: Document, p: number, stop: number): boolean {
  const { flags } = doc.tokens
  return p >= stop || (flags[p] & (WORD | NUMBER)) === 0 || isWord(doc, p, 'và') || doc.marks.has(p, VERB)
}

/** The syllables of the longer names of the article: a name of one of them is no firm's. */
export class GivenNames {
  private readonly counts = new Map<number, number>()

  constructor(private readonly doc: Document) {
    for (const name of doc.names) this.count(name, 1)
  }

  /** Is the syllable part of a longer name? */
  has(name: Name): boolean {
    return (this.counts.get(this.doc.tokens.key[name.from]) ?? 0) > 0
  }

  remove(name: Name): void {
    this.count(name, -1)
  }

  private count(name: Name, by: number): void {
    if (name.to - name.from < 2) return
    for (let j = name.from; j < name.to; j++) {
      const key = this.doc.tokens.key[j]
      this.counts.set(key, (this.counts.get(key) ?? 0) + by)
    }
  }

  private readonly firms = new Map<number, boolean>()

  /** Does the article call a firm so, and nobody? */
  isFirm(name: Name): boolean {
    const { key } = this.doc.tokens
    const size = name.to - name.from
    if (size > 3) return false
    let id = size
    for (let j = name.from; j < name.to; j++) id = (Math.imul(id, 31) + key[j]) | 0
    const known = this.firms.get(id)
    if (known !== undefined) return known
    const answer = this.firms.size < MOST_FIRMS && this.searchFirm(name)
    this.firms.set(id, answer)
    return answer
  }

  private searchFirm(name: Name): boolean {
    const { doc } = this
    const { key, count } = doc.tokens
    const size = name.to - name.from
    let firm = false
    for (let j = 1; j + size <= count; j++) {
      if (key[j] !== key[name.from] || j === name.from) continue
      let same = 1
      while (same < size && key[j + same] === key[name.from + same]) same++
      if (same < size) continue
      if ((doc.nameAt.get(j)?.honorific ?? null) !== null) return false
      firm ||= endsFirmHead(doc, j)
    }
    return firm
  }
}

/** Names that are looked for in the whole article, at most. */
const MOST_FIRMS = 24

/** Do the generic words of a firm end before this token: "Công ty | Nguyễn Kim", "Tập đoàn | Tân Á"? */
function endsFirmHead(doc: Document, p: number): boolean {
  for (let j = p - 1; j >= 0 && j >= p - 6; j--)
    if (doc.marks.endAt(j, BODY_HEAD) === p && doc.marks.rowAt(j, BODY_HEAD)![1] === 'enterprise') return true
  return false
}
