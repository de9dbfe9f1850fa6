/**
 * Of whom a verb with a title is said: the name before it, the one behind the title, or whom the text was speaking of.
 */
import type { Document, Name, Title } from '../../document.js'
import { PLACE } from '../../lexicon/classes.js'
import { COMMA, DASH, NUMBER, WORD } from '../../text/flags.js'
import { firstFrom } from '../sorted.js'
import { isWord, lowerOf, WordSet } from '../words.js'
import { isBare, KIN } from './apposition.js'
import { ADVERBS } from './copula.js'
import type { Predicate } from './predicate.js'
import { fromOf, gapBetween, type Item, type Scene, skipAsides, toOf } from './scene.js'
import { DATE_WORDS } from './tense.js'

/** The other names of a subject of several: "Các bà A và B được bầu làm …". */
export function joinedWith(
  doc: Document,
  { items, stop, memo }: Scene,
  holder: Name,
  predicate: Predicate,
  room: { left: number },
): Name[] {
  const at = memo.indexOf(holder)
  const out: Name[] = []
  if (at < 0) return out
  // "Ông A, Kế toán trưởng, và ông B, Trưởng ban, cùng được bổ nhiệm làm …"
  const together = predicate.from - 1
  if (isWord(doc, together, 'cùng') || isWord(doc, together, 'đều')) {
    for (let k = at - 1; k >= 0 && room.left-- > 0 && !memo.cut(toOf(items[k]), holder.from); k--)
      if (items[k].name !== null) out.unshift(items[k].name!)
    return out
  }
  // "Thiếu tướng A và Đại tá B", "ông A - Giám đốc Sở X và bà B - Giám đốc Sở Y": their own titles stand between the names.
  let k = at
  let and = false
  while (room.left-- > 0) {
    const first = ownTitles(items, k)
    if (first === 0 || (first < k && predicate.plain)) break
    const gap = gapBetween(doc, items[first - 1], items[first], stop)
    if (gap !== 'and' && gap !== 'comma') break
    let before = first - 1
    while (before > 0 && items[before].title !== null && room.left-- > 0) before--
    const { name } = items[before]
    if (name === null) break
    // "giới thiệu ông A làm Chủ tịch nước, ông B làm Thủ tướng": each has an appointment of his own.
    if (before < first - 1 && (predicate.plain || !isBeside(items[first - 1].title!, name))) break
    if (k === at) and = gap === 'and'
    out.push(name)
    k = before
  }
  // "Các đồng chí A, B, C làm Phó Chủ tịch"; without "các" only "và" says that the names go together.
  const first = fromOf(items[ownTitles(items, k)]) - 1
  if (!and && !(first >= 0 && isWord(doc, first, 'các'))) return []
  return out
}

const isBeside = (title: Title, name: Name): boolean =>
  title.holder === name && (title.via === 'after-name' || title.via === 'brackets')

/** Where the titles right before the name at `k` begin, or `k`. */
function ownTitles(items: Item[], k: number): number {
  let first = k
  while (first > 0 && items[first - 1].title !== null && items[first - 1].title!.holder === items[k].name) first--
  return first
}

/** Names before the verb that are looked at, where one after the other turns out to be somebody else. */
const MOST_NAMES = 32

/** "bà A được bầu kế nhiệm bà B giữ chức": said of A; "thay ông B về làm", "thay ông B được điều động làm": said of B. */
const TAKES = new WordSet('giữ làm đảm')

const SUFFERS = new WordSet('được bị')

/** What before a name makes it no subject: "ứng viên của Morrison là cựu đại sứ", "bị Trump nhầm là Thủ tướng Anh". */
const NO_SUBJECT = new WordSet('của với cho về bởi từ bị được do bố mẹ con vợ chồng em anh chị trai gái')

/** The name that the predicate speaks of. */
export function findHolder(doc: Document, scene: Scene, i: number, last: number, predicate: Predicate): Name | null {
  const { items, stop, memo } = scene
  if (isOthers(doc, predicate.from, scene.first)) return null
  // "cách chức Bí thư … đối với ông X"
  const after = nameAfter(doc, items, last, stop)
  if ((predicate.removed || predicate.active) && after !== null) return after
  // "cách chức A, B, cho thôi chức C với ông X": one person for all that was taken.
  if (predicate.removed && predicate.active) {
    const next = items[memo.nameFrom(last + 1)]?.name
    if (next != null && isWord(doc, next.outer - 1, 'với')) return next
  }
  let k = memo.nameBefore(i)
  let passive = false
  for (let seen = 0; k >= 0 && seen < MOST_NAMES; seen++, k = memo.nameBefore(k)) {
    const name = items[k].name!
    // "… thay ông X được điều động làm …": what follows a name without a break is said of it.
    if (
      isReplaced(doc, name) &&
      (predicate.from > name.to + 2 || (TAKES.has(doc, name.to) && memo.nameBefore(k) >= 0)) &&
      !(doc.tokens.key[name.to] === COMMA && isWord(doc, name.to + 1, 'người'))
    )
      continue
    if (memo.cut(name.to, predicate.from)) break
    // A last name alone is the subject where it stands right before the verb, and no preposition before it.
    if (isBare(name) && (predicate.from > name.to + 2 || NO_SUBJECT.has(doc, name.from - 1))) continue
    // "ông X được Thủ tướng Y bổ nhiệm làm …": Y is who acts.
    if (predicate.act && predicate.from <= name.to + 2 && SUFFERS.has(doc, fromOf(items[ownTitles(items, k)]) - 1)) {
      passive = true
      continue
    }
    if (
      predicate.active &&
      !memo.suffers(name.to, predicate.from) &&
      // "thi hành kỷ luật ông X … bằng hình thức cách chức …": the name before is the one punished.
      !(predicate.removed && memo.punishment < predicate.from)
    )
      return null
    // "Ông X - con trai cố Bí thư Thành ủy Y từng là …": Y only tells who X is.
    if (k > 0 && isKin(doc, items, k) && memo.nameBefore(k) >= 0) continue
    return name
  }
  if (after !== null) return after
  if (predicate.active && !passive) return null
  // "Trước khi được bầu làm Bí thư, ông Lưu …"
  if (i + 1 < items.length || last + 1 < items.length) {
    const next = items[last + 1]
    if (
      next?.name != null &&
      /^(trước|sau|khi|từ|trong|với|là|hiện|vốn|được)/.test(lowerOf(doc, scene.first, scene.first + 1))
    )
      return next.name
  }
  // "… làm thư ký": a bare word of service says nothing of the person of the sentence before.
  const bare = items[i].title!
  if (
    bare.bodies.length === 0 &&
    bare.place === null &&
    (bare.head.kind === 'assistant' || bare.head.kind === 'other' || bare.head.kind === 'member')
  )
    return null
  // "Là thành viên của …, Đại học Việt Nhật cần …": the subject comes after.
  if (predicate.copula && predicate.from === scene.first) return null
  return topicBefore(doc, scene, predicate.from)
}

/** How far back they may go. */
const MOST_ADVERBS = 6

/**
 * "Montenegro trở thành thành viên NATO", "Lào, nước giữ vai trò Chủ tịch ASEAN", "đề cử người khác làm Bộ trưởng": a country, or
 * another person than those named, holds it.
 */
function isOthers(doc: Document, from: number, first: number): boolean {
  let p = from
  while (p > first && from - p < MOST_ADVERBS && (ADVERBS.has(doc, p - 1) || doc.tokens.key[p - 1] === COMMA)) p--
  if (p > first + 1 && isWord(doc, p - 1, 'khác') && isWord(doc, p - 2, 'người')) return true
  // "1 người là Chủ tịch Hội Phụ nữ xã"
  if (p > first + 1 && isWord(doc, p - 1, 'người') && /^(1|một)$/i.test(doc.slice(p - 2, p - 1))) return true
  for (let back = 1; back <= 4 && p - back >= first; back++) {
    const at = p - back
    if (doc.marks.endAt(at, PLACE) !== p || doc.marks.rowAt(at, PLACE)![1] !== 'country') continue
    // "ông X, Thủ tướng Lào, hiện là …": the country of a title or of a body
    const opensClause = (doc.tokens.flags[at - 1] & (WORD | NUMBER)) === 0 && doc.tokens.key[p] !== COMMA
    return (at === first || COUNTRY_AFTER.has(doc, at - 1) || opensClause) && doc.nameAt.get(at) === undefined
  }
  return false
}

/** Words before a country that is an actor. */
const COUNTRY_AFTER = new WordSet('hộ cùng với khi vì để và là rằng việc bởi dịp mừng')

/** "… đối với ông X", "… với ông X", "… của ông X" right after the title. */
export function nameAfter(doc: Document, items: Item[], last: number, stop: number): Name | null {
  const next = items[last + 1]
  // "… đối với Thiếu tướng X": the name may have a title before it.
  const name = next?.name ?? (next?.title?.via === 'before-name' ? next.title.holder : null)
  if (name == null) return null
  const p = skipAsides(doc, items[last].title!.to, stop)
  const to = fromOf(next)
  if (to - p > (isBare(name) ? 2 : 6) || to <= p) return null
  for (let j = p; j < to; j++)
    if (
      // "cố vấn của Tổng thống X", "Tổng thống gặp gỡ với nhà lãnh đạo Y" are two persons' posts.
      next.name === null
        ? isWord(doc, j, 'với') && isWord(doc, j - 1, 'đối')
        : isWord(doc, j, 'với') || isWord(doc, j, 'của') || (isWord(doc, j, 'cho') && j === p)
    )
      return name
  return null
}

/** Does a word for kin stand before the titles of this name, or before the name? */
function isKin(doc: Document, items: Item[], k: number): boolean {
  let j = k
  while (j > 0 && k - j < MOST_NAMES && items[j - 1].title !== null && items[j - 1].title!.holder === items[k].name) j--
  const before = (items[j].title?.outer ?? items[j].name!.outer) - 1
  return before >= 0 && KIN.has(doc, before)
}

/** "thay ông X": X is whom the subject follows. */
function isReplaced(doc: Document, name: Name): boolean {
  const b = name.outer - 1
  return (
    b >= 0 &&
    (isWord(doc, b, 'thay') ||
      (isWord(doc, b, 'thế') && isWord(doc, b - 1, 'thay')) ||
      (isWord(doc, b, 'nhiệm') && isWord(doc, b - 1, 'kế')) ||
      (isWord(doc, b, 'cho') && isWord(doc, b - 1, 'thay')))
  )
}

/** Sentences back to which a pronoun may reach: the biography of an obituary runs over twenty lines. */
const LOOK_BACK = 30

/** Who the text was speaking of: the first name of an earlier sentence, where this one has a pronoun or no subject at all. */
export function topicBefore(doc: Document, scene: Scene, to: number): Name | null {
  const { memo } = scene
  const bare = (to - scene.first <= 4 && !opensWithPlace(doc, scene.first, to)) || dated(doc, scene.first)
  if (memo.address >= to && !bare) return null
  if (memo.topic === undefined) memo.topic = topicOf(doc, scene)
  return memo.topic
}

/** "Nhật Bản năm nay giữ vai trò chủ tịch …": the country is the subject. */
const opensWithPlace = (doc: Document, first: number, to: number): boolean =>
  doc.marks.has(first, PLACE) && doc.marks.endAt(first, PLACE) < to

function topicOf(doc: Document, scene: Scene): Name | null {
  for (let k = firstFrom(doc.names, scene.first) - 1; k >= 0; k--) {
    const name = doc.names[k]
    if (scene.sentence - name.sentence > LOOK_BACK) return null
    // The subject of that sentence is its first name that is addressed or titled; a bare name may be a place or a firm.
    let first: Name | null = isAddressed(name) ? name : null
    for (let j = k - 1; j >= 0 && doc.names[j].sentence === name.sentence; j--) {
      k = j
      if (isAddressed(doc.names[j])) first = doc.names[j]
    }
    if (first === null) continue
    return first
  }
  return null
}

const isAddressed = (name: Name): boolean => name.honorific !== null || name.titles.length > 0

/** Does the sentence open with a date, so that its subject is the one of the sentence before? "50 người …" is no date. */
function dated(doc: Document, first: number): boolean {
  const { flags, key, start, end } = doc.tokens
  for (let j = first; j < first + 5 && j < doc.tokens.count; j++)
    if (
      (flags[j] & NUMBER) !== 0 &&
      (end[j] - start[j] === 4 || key[j + 1] === 0x2f || key[j + 1] === DASH || (j > 0 && DATE_WORDS.has(doc, j - 1)))
    )
      return true
  return false
}
