/** What hover and focus tell of a title, a person and a term. */
import type { Extraction, Official, Place, Role, Term, TitleMention } from '../../records.js'
import { escapeHtml } from './escape.js'
import { type Words, wordFor } from './words.js'

type Row = [label: string, value: string | null]

/** The notes of an extraction, each with the id that marks of the text refer to. */
export function notesMarkup(extraction: Extraction, words: Words, prefix: string): string {
  const { officials, titles, terms } = extraction
  const roles = new Map<number, Role>()
  for (const official of officials) for (const role of official.roles) for (const i of role.titles) roles.set(i, role)
  const people = new Map(officials.map(o => [o.id, o]))
  const note = (id: string, content: string): string => `<div id="${prefix}note-${id}">${content}</div>`
  const notes = [
    ...titles.map((title, i) => {
      const official = title.officialId === null ? undefined : people.get(title.officialId)
      return note(`t${i}`, titleNote(title, official, roles.get(i), terms, words))
    }),
    ...officials.map((official, i) => note(`p${i}`, personNote(official, words))),
    ...terms.map((term, i) => note(`y${i}`, termNote(term, words))),
  ]
  return `<div class="cd-notes" hidden>${notes.join('')}</div>`
}

function titleNote(
  title: TitleMention,
  official: Official | undefined,
  role: Role | undefined,
  terms: readonly Term[],
  words: Words,
): string {
  const term = role === undefined || role.term === null ? undefined : terms[role.term]
  return `${heads(title.canonical, title.english)}${rows([
    [words.holder, title.generic ? words.generic : (official?.name ?? null)],
    [words.place, placeInWords(title.place, words)],
    [words.body, successorInWords(title, words)],
    [words.status, wordFor(words.statuses, title.status)],
    [words.term, term?.text ?? null],
    [words.rule, role === undefined ? null : viaInWords(role.via, words)],
  ])}`
}

function personNote(official: Official, words: Words): string {
  const titles = official.roles.map(
    r =>
      `<li>${escapeHtml(r.canonical)}${r.status === 'current' ? '' : ` (${escapeHtml(wordFor(words.statuses, r.status))})`}</li>`,
  )
  return `${heads(official.name, null)}<ul>${titles.join(' ')}</ul>`
}

function termNote(term: Term, words: Words): string {
  return `${heads(termValue(term), null)}${rows([
    [words.force, wordFor(words.termKinds, term.kind)],
    [words.body, term.body],
  ])}`
}

/** "2021–2026", "XVI", "14" */
export const termValue = (term: Term): string =>
  term.kind === 'years' ? `${term.from}–${term.to}` : String(term.ordinal ?? '')

function heads(canonical: string, english: string | null): string {
  const name = `<p class="cd-note-name" lang="vi">${escapeHtml(canonical)}</p> `
  return english === null ? name : `${name}<p class="cd-note-english" lang="en">${escapeHtml(english)}</p> `
}

function rows(list: Row[]): string {
  const there = list.filter((row): row is [string, string] => row[1] !== null && row[1] !== '')
  if (there.length === 0) return ''
  return `<dl>${there.map(([label, value]) => `<dt>${escapeHtml(label)}</dt> <dd>${escapeHtml(value)}</dd> `).join('')}</dl>`
}

/** "Quảng Trị (inferred from the article)", "Quảng Bình (today in Quảng Trị)" */
export function placeInWords(place: Place | null, words: Words): string | null {
  if (place === null || place.canonical === '') return null
  const remarks = []
  if (place.inferred) remarks.push(words.inferred)
  if (place.today !== null && place.today !== place.canonical) remarks.push(`${words.today} ${place.today}`)
  return `${place.canonical}${remarks.length > 0 ? ` (${remarks.join('; ')})` : ''}`
}

export function successorInWords({ body }: Pick<Role, 'body'>, words: Words): string | null {
  return body === null || body.successor === null ? null : `${body.canonical} (${words.successor} ${body.successor})`
}

/** The construction in words, with its own name behind. */
export function viaInWords(via: string, words: Words): string {
  return Object.hasOwn(words.vias, via) ? `${words.vias[via]} (${via})` : via
}
