/** What stands beside the text: the people with their roles, the directives taken apart, the terms. */
import type { Action, Directive, Extraction, Official, Role, Term } from '../../records.js'
import { escapeHtml } from './escape.js'
import { placeInWords, successorInWords, termValue, viaInWords } from './notes.js'
import { type Words, wordFor } from './words.js'

export function peopleMarkup(extraction: Extraction, words: Words, prefix = ''): string {
  const { officials, terms } = extraction
  if (officials.length === 0) return `<p class="cd-none">${escapeHtml(words.noPeople)}</p>`
  return `<ol class="cd-people">${officials.map((o, i) => person(o, i, terms, words, prefix)).join('')}</ol>`
}

function person(official: Official, i: number, terms: readonly Term[], words: Words, prefix: string): string {
  const { name, honorific, scope, mentions, roles } = official
  const named = mentions.some(m => m.kind !== 'title')
  const shown = named ? `<a href="#${prefix}name-${i}">${escapeHtml(name)}</a>` : escapeHtml(name)
  const remarks = [
    honorific === null ? null : `<span lang="vi">${escapeHtml(honorific)}</span>`,
    scope === 'vn' ? null : escapeHtml(wordFor(words.scopes, scope)),
    escapeHtml(words.mentions(mentions.length)),
  ].filter(r => r !== null)
  return (
    `<li data-p="${i}"><p class="cd-person"><span class="cd-no" aria-hidden="true">${i + 1}</span>` +
    `<b lang="vi">${shown}</b> <small>${remarks.join(' · ')}</small></p>` +
    `<ul>${roles.map(r => roleItem(r, terms, words)).join('')}</ul></li>`
  )
}

function roleItem(role: Role, terms: readonly Term[], words: Words): string {
  const { canonical, english, status, place, term, via } = role
  const facts: [string, string | null][] = [
    [words.place, placeInWords(place, words)],
    [words.body, successorInWords(role, words)],
    [words.term, term === null ? null : (terms[term]?.text ?? null)],
    [words.rule, viaInWords(via, words)],
  ]
  return (
    `<li class="cd-role"><span class="cd-canonical" lang="vi">${escapeHtml(canonical)}</span>` +
    ` <span class="cd-status cd-${escapeHtml(status)}">${escapeHtml(wordFor(words.statuses, status))}</span>` +
    (english === null ? '' : `<span class="cd-english" lang="en">${escapeHtml(english)}</span>`) +
    `<dl class="cd-facts">${facts
      .filter(([, value]) => value !== null)
      .map(([label, value]) => `<div><dt>${escapeHtml(label)}</dt> <dd>${escapeHtml(value!)}</dd></div>`)
      .join('')}</dl></li>`
  )
}

export function directivesMarkup(extraction: Extraction, words: Words, prefix = ''): string {
  const { directives } = extraction
  if (directives.length === 0) return `<p class="cd-none">${escapeHtml(words.noDirectives)}</p>`
  return `<ol class="cd-directives">${directives.map((d, i) => directive(d, i, words, prefix)).join('')}</ol>`
}

function directive(d: Directive, i: number, words: Words, prefix: string): string {
  const speaker = d.speaker?.name ?? d.speaker?.text
  const from = speaker ? `<b lang="vi">${escapeHtml(speaker)}</b>` : `<i>${escapeHtml(words.nobody)}</i>`
  const row = (label: string, value: string): string => `<div><dt>${escapeHtml(label)}</dt> <dd>${value}</dd></div>`
  const kind = [
    d.cue === null ? null : `<span lang="vi">“${escapeHtml(d.cue.text)}”</span>`,
    escapeHtml(wordFor(words.forces, d.force)),
    d.continues === null ? null : escapeHtml(words.continues(d.continues + 1)),
  ].filter(k => k !== null)
  const tasks =
    d.actions.length === 0
      ? `<p class="cd-whole" lang="vi">${escapeHtml(d.text)}</p>`
      : `<ul class="cd-tasks">${d.actions.map(a => task(a, words)).join('')}</ul>`
  return (
    `<li data-d="${i}"><p class="cd-no-line"><a class="cd-no" href="#${prefix}sentence-${i}">${i + 1}</a> <span class="cd-force">${kind.join(' · ')}</span></p>` +
    `<dl>${row(words.speaker, from)}${d.addressee === null ? '' : row(words.addressee, `<b lang="vi">${escapeHtml(d.addressee.text)}</b>`)}${row(words.tasks, tasks)}</dl></li>`
  )
}

function task({ text, deadline }: Action, words: Words): string {
  if (deadline === null) return `<li><span lang="vi">${escapeHtml(text)}</span></li>`
  const { date } = deadline
  const due = date === null ? `<span lang="vi">${escapeHtml(deadline.text)}</span>` : `<time>${escapeHtml(date)}</time>`
  return `<li><span lang="vi">${escapeHtml(text)}</span> <span class="cd-deadline">${escapeHtml(words.deadline)} ${due}</span></li>`
}

/** A line a term, those that say the same only once. */
export function termsMarkup({ terms }: Extraction, words: Words, prefix = ''): string {
  const seen = new Set<string>()
  const items = terms.map((term, i) => {
    const key = JSON.stringify([term.text.toLowerCase(), term.body])
    if (seen.has(key)) return ''
    seen.add(key)
    const what = [termValue(term), wordFor(words.termKinds, term.kind), term.body ?? ''].filter(Boolean).join(' · ')
    return `<li><a href="#${prefix}years-${i}" lang="vi">${escapeHtml(term.text)}</a> <small>${escapeHtml(what)}</small></li>`
  })
  return `<ul class="cd-terms">${items.join('')}</ul>`
}

/** How many there are of each kind; a box for each turns its marks off. */
export function legendMarkup({ officials, titles, terms, directives }: Extraction, words: Words): string {
  const kinds = { name: officials.length, title: titles.length, term: terms.length, directive: directives.length }
  const items = Object.entries(kinds).map(
    ([kind, n]) =>
      `<label class="k-${kind}"><input type="checkbox" checked> <b>${escapeHtml(wordFor(words.kinds, kind))}</b> <span>${n}</span></label>`,
  )
  return `<fieldset class="cd-legend"><legend>${escapeHtml(words.show)}</legend>${items.join('')}</fieldset>`
}
