/**
 * Records against an annotation of the same text.
 *
 *   officials   the set of names
 *   roles       the set of (name, title) pairs; titles are equal but for case, spaces, quotes and tone-mark placement
 *   roles~      the same, where a title counts too that contains the other
 *   titles      the set of titles that no official carries as a role, generic ones aside
 *   terms       the set of (kind, value, text)
 *   directives  sentences: two are the same when they overlap by at least half of their union
 *   status      of the roles that agree, those whose status agrees
 *   speaker     of the directives that agree, those whose speaker agrees
 *
 * Officials that the annotation gives the scope "other" neither count nor cost. Sums run over all texts.
 */
import type { Extraction } from '../records.js'

/** An annotation: what a careful reader takes from a text. */
export interface Annotation {
  officials?: { name: string; scope?: string; titles?: { text: string; status?: string }[] }[]
  titles?: string[]
  terms?: { text: string; kind: string; from?: number; to?: number; ordinal?: number }[]
  directives?: { first: string; last: string; speaker?: string | null; addressee?: string | null }[]
}

/** What of a text is compared: folded keys with their text as printed. */
export interface View {
  /** Name -> scope. */
  names: Map<string, string>
  /** "name\ttitle" -> status. */
  roles: Map<string, string>
  titles: Set<string>
  terms: Set<string>
  directives: { start: number; end: number; speaker: string | null }[]
  /** How a key is printed. */
  printed: Map<string, string>
}

export const SETS = ['officials', 'roles', 'roles~', 'titles', 'terms', 'directives'] as const
export const SHARES = ['status', 'speaker'] as const
export const MEASURES = [...SETS, ...SHARES] as const
export type SetMeasure = (typeof SETS)[number]
export type ShareMeasure = (typeof SHARES)[number]
export type Measure = (typeof MEASURES)[number]

export type Totals = Record<SetMeasure, { hit: number; wrong: number; missed: number }> &
  Record<ShareMeasure, { right: number; of: number }>

export const newTotals = (): Totals =>
  ({
    ...Object.fromEntries(SETS.map(m => [m, { hit: 0, wrong: 0, missed: 0 }])),
    ...Object.fromEntries(SHARES.map(m => [m, { right: 0, of: 0 }])),
  }) as Totals

export type Figures = Record<
  SetMeasure,
  { precision: number; recall: number; f1: number; gold: number; found: number }
> &
  Record<ShareMeasure, { accuracy: number; of: number }>

export function figuresOf(totals: Totals): Figures {
  const sets = SETS.map(m => {
    const { hit, wrong, missed } = totals[m]
    const precision = hit / (hit + wrong || 1)
    const recall = hit / (hit + missed || 1)
    const f1 = (2 * precision * recall) / (precision + recall || 1)
    return [m, { precision, recall, f1, gold: hit + missed, found: hit + wrong }]
  })
  const shares = SHARES.map(m => [m, { accuracy: totals[m].right / (totals[m].of || 1), of: totals[m].of }])
  return Object.fromEntries([...sets, ...shares]) as Figures
}

const TONES = 'òa oà óa oá ỏa oả õa oã ọa oạ òe oè óe oé ỏe oẻ õe oẽ ọe oẹ ùy uỳ úy uý ủy uỷ ũy uỹ ụy uỵ'.split(' ')

/** Equal for two strings that differ in case, spaces, quotes, tone-mark placement and Unicode form only. */
export function fold(text: string): string {
  let folded = text.normalize('NFC').toLowerCase()
  for (let i = 0; i < TONES.length; i += 2) folded = folded.replaceAll(TONES[i + 1], TONES[i])
  return folded
    .replace(/[“”"'‘’]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?[-–—] ?/g, '-')
    .replace(/ ?([,./&]) ?/g, '$1')
    .trim()
}

const newView = (): View => ({
  names: new Map(),
  roles: new Map(),
  titles: new Set(),
  terms: new Set(),
  directives: [],
  printed: new Map(),
})

function addTerm(view: View, term: { text: string; kind: string; from?: number; to?: number; ordinal?: number }): void {
  const value = term.kind === 'years' ? `${term.from}-${term.to}` : String(term.ordinal)
  const key = `${term.kind}\t${value}\t${fold(term.text)}`
  view.terms.add(key)
  view.printed.set(key, `${term.text} (${term.kind} ${value})`)
}

function addRole(view: View, name: string, title: string, status: string): void {
  const key = `${fold(name)}\t${fold(title)}`
  view.roles.set(key, status)
  view.printed.set(key, `${name} ← ${title}`)
}

/**
 * @param find where the first and last words of a sentence stand in the text, or null
 * @param lost told of a directive that the text does not have
 */
export function viewOfAnnotation(
  annotation: Annotation,
  find: (first: string, last: string) => [number, number] | null,
  lost: (first: string) => void,
): View {
  const view = newView()
  for (const { name, scope, titles } of annotation.officials ?? []) {
    view.names.set(fold(name), scope ?? 'vn')
    view.printed.set(fold(name), name)
    for (const title of titles ?? []) addRole(view, name, title.text, title.status ?? 'current')
  }
  for (const title of annotation.titles ?? []) {
    view.titles.add(fold(title))
    view.printed.set(fold(title), title)
  }
  for (const term of annotation.terms ?? []) addTerm(view, term)
  for (const { first, last, speaker } of annotation.directives ?? []) {
    const span = find(first, last)
    if (span === null) lost(first)
    else view.directives.push({ start: span[0], end: span[1], speaker: speaker == null ? null : fold(speaker) })
  }
  return view
}

export function viewOfRecord(record: Extraction): View {
  const view = newView()
  const names = new Map<string, string>()
  for (const { id, name, scope, roles } of record.officials) {
    names.set(id, name)
    view.names.set(fold(name), scope)
    view.printed.set(fold(name), name)
    for (const role of roles) addRole(view, name, role.text, role.status)
  }
  // A title that also stands alone is carried all the same.
  const carried = new Set([...view.roles.keys()].map(titleOf))
  for (const { text, generic } of record.titles) {
    const key = fold(text)
    if (generic || carried.has(key)) continue
    view.titles.add(key)
    view.printed.set(key, text)
  }
  for (const term of record.terms) addTerm(view, term)
  for (const { start, end, speaker } of record.directives) {
    const name = speaker === null ? null : (names.get(speaker.officialId ?? '') ?? speaker.name ?? speaker.text ?? null)
    view.directives.push({ start, end, speaker: name === null ? null : fold(name) })
  }
  return view
}

const nameOf = (role: string): string => role.slice(0, role.indexOf('\t'))
const titleOf = (role: string): string => role.slice(role.indexOf('\t') + 1)

export interface Mistake {
  measure: Measure
  what: 'missed' | 'wrong'
  text: string
}

/** Adds what `found` gets right and wrong to the totals, and tells each mistake. */
export function compare(gold: View, found: View, text: string, totals: Totals, tell: (mistake: Mistake) => void): void {
  const ignored = new Set([...gold.names].filter(([, scope]) => scope === 'other').map(([name]) => name))
  const show = (key: string): string => gold.printed.get(key) ?? found.printed.get(key) ?? key
  const sets = (
    measure: 'officials' | 'roles' | 'titles' | 'terms',
    want: Iterable<string>,
    got: Iterable<string>,
  ): void => {
    const wanted = new Set(want)
    const given = new Set(got)
    for (const key of wanted)
      if (given.has(key)) totals[measure].hit++
      else {
        totals[measure].missed++
        tell({ measure, what: 'missed', text: show(key) })
      }
    for (const key of given)
      if (!wanted.has(key)) {
        totals[measure].wrong++
        tell({ measure, what: 'wrong', text: show(key) })
      }
  }
  const counts = (name: string): boolean => !ignored.has(name)
  sets('officials', [...gold.names.keys()].filter(counts), [...found.names.keys()].filter(counts))
  const wanted = [...gold.roles.keys()].filter(r => counts(nameOf(r)))
  const given = [...found.roles.keys()].filter(r => counts(nameOf(r)))
  sets('roles', wanted, given)
  for (const role of wanted) {
    const status = found.roles.get(role)
    if (status === undefined) continue
    totals.status.of++
    if (status === gold.roles.get(role)) totals.status.right++
    else tell({ measure: 'status', what: 'wrong', text: `${show(role)}: ${status}, not ${gold.roles.get(role)}` })
  }
  nearRoles(wanted, given, totals, role => show(role), tell)
  sets('titles', gold.titles, found.titles)
  sets('terms', gold.terms, found.terms)
  directives(gold, found, text, totals, tell)
}

function nearRoles(
  wanted: string[],
  given: string[],
  totals: Totals,
  show: (role: string) => string,
  tell: (mistake: Mistake) => void,
): void {
  const near = (a: string, b: string): boolean => {
    if (nameOf(a) !== nameOf(b)) return false
    return titleOf(a).includes(titleOf(b)) || titleOf(b).includes(titleOf(a))
  }
  for (const role of wanted)
    if (given.some(g => near(role, g))) totals['roles~'].hit++
    else {
      totals['roles~'].missed++
      tell({ measure: 'roles~', what: 'missed', text: show(role) })
    }
  for (const role of given)
    if (!wanted.some(w => near(role, w))) {
      totals['roles~'].wrong++
      tell({ measure: 'roles~', what: 'wrong', text: show(role) })
    }
}

interface Range {
  start: number
  end: number
}

function overlap(a: Range, b: Range): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start) || 1)
}

function directives(gold: View, found: View, text: string, totals: Totals, tell: (mistake: Mistake) => void): void {
  const show = (r: Range): string => text.slice(r.start, r.end).normalize('NFC').replace(/\s+/g, ' ').slice(0, 160)
  const free = new Set(found.directives)
  for (const wanted of gold.directives) {
    let best: View['directives'][number] | null = null
    let most = 0.5
    for (const given of free) {
      const o = overlap(wanted, given)
      if (o < most) continue
      best = given
      most = o
    }
    if (best === null) {
      totals.directives.missed++
      tell({ measure: 'directives', what: 'missed', text: show(wanted) })
      continue
    }
    free.delete(best)
    totals.directives.hit++
    totals.speaker.of++
    const a = wanted.speaker
    const b = best.speaker
    if (a === b || (a && b && (a.includes(b) || b.includes(a)))) totals.speaker.right++
    else tell({ measure: 'speaker', what: 'wrong', text: `${b ?? 'nobody'}, not ${a ?? 'nobody'}: ${show(wanted)}` })
  }
  for (const given of free) {
    totals.directives.wrong++
    tell({ measure: 'directives', what: 'wrong', text: show(given) })
  }
}
