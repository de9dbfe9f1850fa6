/**
 * One plural title for a list of names.
 *
 *   các Phó Thủ tướng Vương Đình Huệ, Vũ Đức Đam và Trịnh Đình Dũng
 *   ba ủy viên Bộ Chính trị gồm: Thủ tướng A; Bộ trưởng B; …
 */
import type { Document, Title } from '../../document.js'
import type { PositionKind } from '../../records.js'
import { COLON, DASH, LINE_START, NUMBER } from '../../text/flags.js'
import { OPENS_LINE } from '../../text/sentences.js'
import { isWord, WordSet } from '../words.js'
import { fromOf, gapBetween, type Scene } from './scene.js'
import { appointsBefore } from './tense.js'

export function lists(doc: Document, scene: Scene): void {
  const { items, stop } = scene
  for (let i = 0; i + 1 < items.length; i++) {
    const title = items[i].title
    if (title === null || title.holder !== null) continue
    const next = items[i + 1]
    const gap = gapBetween(doc, items[i], next, stop)
    const opens = gap === 'adjacent' || gap === 'colon' || (gap === 'other' && announces(doc, title.to, fromOf(next)))
    if (!opens || (!isPlural(doc, title, scene.first) && !severalFollow(doc, scene, title, i))) continue
    const extra: Title[] = []
    let commas = false
    // "bầu 4 Phó Bí thư gồm …": as many names as were announced.
    const count = announced(doc, title)
    let named = 0
    const appointed = appointsBefore(scene, title.outer) || followsAppointment(doc, scene)
    for (let k = i + 1; k < items.length; k++) {
      const between = k === i + 1 ? gap : gapBetween(doc, items[k - 1], items[k], stop)
      if (k > i + 1 && between === 'other') break
      // "A, B; Thượng tướng C, Phó Chủ tịch …": a semicolon ends a list of commas.
      if (k > i + 1 && between === 'semicolon' && commas && named >= count) break
      if (between === 'comma' && items[k - 1].name !== null && items[k].name !== null) commas = true
      const { name, title: own } = items[k]
      // Another list begins: "các Chủ tịch: A, B, các Bí thư: C".
      if (k > i + 1 && own?.generic) break
      // "Các Phó Tư lệnh: A, B; Phó Chính ủy: C"
      if (own !== null && k > i + 1 && own.holder === null && opensColon(doc, items, k, stop)) break
      // Titles of their own between the names ("gồm: Chủ tịch nước X; …") end the list only where there is no colon.
      if (name === null) {
        if (gap === 'adjacent') break
        continue
      }
      if (title.holder === null) {
        title.holder = name
        name.titles.push(title)
        title.via = 'list'
        title.generic = false
        if (title.statusBy === 'default' && appointed) setIncoming(title)
      } else if (title.holder !== name) extra.push({ ...title, holder: name, via: 'list', generic: false })
      named++
      doc.note('holders', 'list', title, doc.slice(name.from, name.to))
    }
    for (const t of extra) doc.shared.push(t)
  }
}

/** Does a colon follow this title, or the ones that "kiêm" joins to it? */
function opensColon(doc: Document, items: Scene['items'], k: number, stop: number): boolean {
  for (let j = k; j + 1 < items.length && j - k < 4 && items[j].title !== null; j++) {
    const gap = gapBetween(doc, items[j], items[j + 1], stop)
    if (gap !== 'plus') return gap === 'colon'
  }
  return false
}

/** "Các Phó Chủ tịch UBND tỉnh gồm:" at the end of a line: the first name of each line of the list below holds the title. */
export function lineLists(doc: Document, all: Scene[]): void {
  all.forEach((scene, i) => {
    const last = scene.items[scene.items.length - 1].title
    if (
      last === null ||
      last.holder !== null ||
      doc.tokens.key[scene.stop - 1] !== COLON ||
      !isPlural(doc, last, scene.first)
    )
      return
    const appointed = appointsBefore(scene, last.outer) || followsAppointment(doc, scene)
    for (let k = i + 1; k < all.length && all[k].sentence === scene.sentence + (k - i) && isItem(doc, all[k]); k++) {
      const name = all[k].items.find(item => item.name !== null)?.name
      if (name == null) break
      if (last.holder === null) {
        last.holder = name
        name.titles.push(last)
        last.via = 'list'
        last.generic = false
        if (last.statusBy === 'default' && appointed) setIncoming(last)
      } else doc.shared.push({ ...last, holder: name })
      doc.note('holders', 'list', last, doc.slice(name.from, name.to))
      // A line that announces a list of its own.
      if (doc.tokens.key[all[k].stop - 1] === COLON) break
    }
  })
}

/** A line that opens with a dash, bullet, plus or number. */
function isItem(doc: Document, scene: Scene): boolean {
  const { flags, key } = doc.tokens
  if ((flags[scene.first] & LINE_START) === 0) return false
  const k = key[scene.first]
  return k === DASH || k === 0x2b || k === 0x2022 || k === 0x2a || (flags[scene.first] & NUMBER) !== 0
}

function announced(doc: Document, title: Title): number {
  const n = title.outer > 0 ? Number(doc.slice(title.outer - 1, title.outer)) : 0
  return Number.isInteger(n) && n < 100 ? n : 0
}

/** Is the title said of several: "các", "những" or a number before it? */
function isPlural(doc: Document, title: Title, first: number): boolean {
  if (title.generic) return true
  const before = title.outer - 1
  return before >= first && /^\d{1,3}$/.test(doc.slice(before, before + 1))
}

/** Posts that many hold at a time, also without a word for more than one. */
const HELD_BY_MANY = new Set<PositionKind>(['member', 'delegate', 'rank', 'judge', 'procurator'])

/** "tháp tùng Phó Thủ tướng có A, B": they are with the one who holds the post. */
const COMPANY = new WordSet('với cùng của tùng tiếp đón theo')

/** "thành viên Ban Thường vụ có A, B và C": no plural, but several names after a word that opens a list. */
function severalFollow(doc: Document, { memo, first }: Scene, { head, outer, to: p }: Title, i: number): boolean {
  if (!isWord(doc, p, 'có') && !isWord(doc, p, 'gồm')) return false
  if (!head.deputy && !HELD_BY_MANY.has(head.kind)) return false
  if (outer > first && COMPANY.has(doc, outer - 1)) return false
  const next = memo.nameFrom(i + 1)
  return next >= 0 && memo.nameFrom(next + 1) >= 0
}

function setIncoming(title: Title): void {
  title.status = 'incoming'
  title.statusBy = 'rule'
}

/** Did the sentence before, of the same paragraph, appoint or elect somebody? "… bầu ông A giữ chức Chủ tịch. Hai Phó Chủ tịch là …" */
export function followsAppointment(doc: Document, { sentence }: Scene): boolean {
  if (sentence === 0 || (doc.sentences.flags[sentence] & OPENS_LINE) !== 0) return false
  const to = doc.sentences.first[sentence]
  for (let j = doc.sentences.first[sentence - 1]; j < to; j++)
    if (
      isWord(doc, j, 'bầu') ||
      (isWord(doc, j, 'bổ') && isWord(doc, j + 1, 'nhiệm')) ||
      (isWord(doc, j, 'hiệp') && isWord(doc, j + 1, 'thương'))
    )
      return true
  return false
}

const PLURAL_ADDRESS = new WordSet('các những ông bà đồng chí anh chị')

function announces(doc: Document, from: number, to: number): boolean {
  if (to - from > 6) return false
  // "gồm các ông: A, B", "gồm các đồng chí A, B"
  while (to > from + 1 && (doc.tokens.key[to - 1] === COLON || PLURAL_ADDRESS.has(doc, to - 1))) to--
  for (let j = Math.max(from, to - 2); j < to; j++)
    if (isWord(doc, j, 'gồm') || isWord(doc, j, 'là') || isWord(doc, j, 'có')) return true
  return false
}
