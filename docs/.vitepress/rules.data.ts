/**
 * The examples of the page on the rules: out of the rules' own corpora, which are their tests, and marked by the very rules when the
 * site is built. So none can go stale.
 */
import { readFileSync } from 'node:fs'
import { articleMarkup } from '../../src/formats/html/index.js'
import { extract } from '../../src/index.js'

export interface Example {
  /** What it is an example of. */
  name: string
  /** Marked text. */
  html: string
  /** What was made of it, in words. */
  made: string
}

export interface TitleRow {
  section: string
  text: string
  canonical: string
  english: string
}

export interface RulesData {
  terms: Example[]
  holders: Example[]
  directives: Example[]
  nothing: { name: string; html: string }[]
  titles: TitleRow[]
}

declare const data: RulesData

export { data }

const corpus = new URL('../../test/corpus/', import.meta.url)
const linesOf = (file: string): string[] => readFileSync(new URL(file, corpus), 'utf8').split('\n')

export default {
  watch: ['../../test/corpus/*'],
  load(): RulesData {
    return {
      terms: sections(linesOf('terms.txt'))
        .filter(s => !/^(none|at the limits)/.test(s.name))
        .map(s => termExample(s.name, s.lines)),
      holders: sections(linesOf('holders.txt'))
        .filter(s => !/^(none|of unseen|nobody|firms)/.test(s.name))
        .map(s => firstFound(s, 'officials'))
        .filter(e => e !== null),
      directives: sections(linesOf('directives.txt'))
        .filter(s => !/^(news of|several)/.test(s.name))
        .map(s => firstFound(s, 'directives'))
        .filter(e => e !== null),
      nothing: nothing(),
      titles: titles(),
    }
  },
}

interface Section {
  name: string
  lines: string[]
}

/** The stretches of a corpus under a heading of dashes. */
function sections(lines: string[]): Section[] {
  const found: Section[] = []
  for (const line of lines) {
    const heading = /^# -{3,} (.+)$/.exec(line)
    if (heading !== null) found.push({ name: heading[1], lines: [] })
    else found.at(-1)?.lines.push(line)
  }
  return found
}

/** The articles of a section: what stands after "> ", with the date before it. */
function* articles({ lines }: Section): Generator<{ text: string; date?: string }> {
  let text: string[] = []
  let date: string | undefined
  for (const line of [...lines, '']) {
    if (line.startsWith('> ')) text.push(line.slice(2))
    else if (text.length > 0) {
      yield date === undefined ? { text: text.join('\n') } : { text: text.join('\n'), date }
      text = []
      date = undefined
    }
    const day = /^@date (\S+)/.exec(line)
    if (day !== null) date = day[1]
  }
}

/** Without what only serves hover and links. */
const marked = (text: string, record: ReturnType<typeof extract>): string =>
  articleMarkup(text, record).replace(/ (?:tabindex|aria-describedby|data-note|id)="[^"]*"/g, '')

function firstFound(section: Section, kind: 'officials' | 'directives'): Example | null {
  for (const { text, date } of articles(section)) {
    const record = extract(text, date === undefined ? {} : { date })
    if (record[kind].length === 0) continue
    const made =
      kind === 'officials'
        ? record.officials
            .map(o => `${o.name}: ${o.roles.map(r => `${r.canonical} (${r.via}, ${r.status})`).join(' · ')}`)
            .join('; ')
        : record.directives.map(madeOf).join('; ')
    return { name: section.name, html: marked(text, record), made }
  }
  return null
}

function madeOf(d: ReturnType<typeof extract>['directives'][number]): string {
  const who = `${d.speaker?.name ?? d.speaker?.text ?? '—'} → ${d.addressee?.text ?? '—'} (${d.force})`
  const due = d.actions.filter(a => a.deadline !== null).map(a => a.deadline?.date ?? a.deadline?.text)
  return `${who}, ${d.actions.length} ${d.actions.length === 1 ? 'task' : 'tasks'}${due.length > 0 ? `, by ${due.join(', ')}` : ''}`
}

function termExample(name: string, lines: string[]): Example {
  const line = lines.find(l => l.includes(' | ')) ?? ''
  const [value, sentence] = line.split(' | ')
  const text = sentence.replace(/[[\]]/g, '')
  return { name, html: marked(text, extract(text, { kinds: ['terms'] })), made: value }
}

/** What looks like a record and is none, with the reason that its corpus gives. */
function nothing(): RulesData['nothing'] {
  const found: RulesData['nothing'] = []
  const terms = sections(linesOf('terms.txt')).find(s => s.name.startsWith('none'))!
  let reason = ''
  for (const line of terms.lines) {
    if (line.startsWith('# ')) reason = line.slice(2)
    else if (line.startsWith('none | ')) {
      const text = line.slice(7)
      if (reason !== '') found.push({ name: reason, html: marked(text, extract(text, { kinds: ['terms'] })) })
      reason = ''
    }
  }
  for (const line of linesOf('directives-negative.txt')) {
    if (line.startsWith('# ') && !line.startsWith('# -')) reason = line.slice(2)
    else if (line.startsWith('> ') && reason !== '' && found.length < 16) {
      const text = line.slice(2)
      const record = extract(text)
      if (record.directives.length === 0) found.push({ name: reason, html: marked(text, record) })
      reason = ''
    } else if (line.trim() === '') reason = ''
  }
  return found
}

function titles(): TitleRow[] {
  const rows: TitleRow[] = []
  let names: string[] = []
  let section = ''
  for (const line of linesOf('titles.tsv')) {
    const heading = /^# --- (.+)$/.exec(line)
    if (heading !== null) {
      section = heading[1]
      continue
    }
    if (line.startsWith('#') || line.trim() === '') continue
    const cells = line.split('\t')
    if (names.length === 0) names = cells
    else if (section !== '') {
      const cell = (name: string): string => cells[names.indexOf(name)] ?? ''
      rows.push({ section, text: cell('text'), canonical: cell('canonical'), english: cell('english') })
      section = ''
    }
  }
  return rows
}
