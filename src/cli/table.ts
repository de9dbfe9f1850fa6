/** A record -> a table for people to read. */
import pc from 'picocolors'
import type { Kind } from '../options.js'
import type { Action, Directive, Extraction, Official, Place, Role, Span, Term } from '../records.js'
import { type Cell, hang, type Style, setColumns } from './columns.js'
import { plainText, widthOf } from './text.js'

export interface TableOptions {
  width: number
  color: boolean
  kinds: ReadonlySet<Kind>
  /** False: nothing but the heading and remarks. Default true. */
  records?: boolean
}

type Colors = ReturnType<typeof pc.createColors>

const plain: Style = text => text
const NARROW = 24

export function formatTable(record: Extraction, options: TableOptions): string {
  return new Table(record, options).lines().join('\n')
}

class Table {
  private readonly c: Colors
  private readonly width: number
  private inferred = false

  constructor(
    private readonly record: Extraction,
    private readonly options: TableOptions,
  ) {
    this.c = pc.createColors(options.color)
    this.width = Math.max(NARROW, options.width)
  }

  lines(): string[] {
    const { record, options } = this
    const lines = [...this.heading()]
    if (record.language === 'und') lines.push('', ...this.remark('not recognisably Vietnamese: nothing extracted'))
    if (options.records === false) return lines
    if (options.kinds.has('officials')) lines.push(...this.section('Officials', record.officials, this.officials()))
    if (options.kinds.has('titles')) lines.push(...this.titles())
    if (options.kinds.has('terms')) lines.push(...this.terms())
    if (options.kinds.has('directives')) lines.push(...this.section('Directives', record.directives, this.directives()))
    if (record.trace) lines.push(...this.section('Trace', record.trace, this.trace()))
    if (this.inferred) lines.push('', ...this.remark('* inferred from the article'))
    return lines
  }

  private remark(text: string): string[] {
    return hang('  ', text, this.width, this.c.dim, plain)
  }

  private heading(): string[] {
    const { c, record, width } = this
    const name = plainText(record.id ?? 'standard input')
    const lines = hang('━━ ', `${name} `, width, c.bold, c.cyan)
    const last = lines.length - 1
    const used = lines.length > 1 ? width : widthOf(name) + 4
    lines[last] += c.cyan('━'.repeat(Math.max(0, width - used)))
    return lines
  }

  private section(title: string, records: readonly unknown[], body: string[]): string[] {
    const { c } = this
    return records.length === 0 ? [] : ['', `${c.bold(c.cyan(title))} ${c.dim(String(records.length))}`, ...body]
  }

  private head(...labels: string[]): Cell[] {
    return labels.map(text => ({ text, style: this.c.dim }))
  }

  private officials(): string[] {
    const rows = [this.head('name', 'title', 'status', 'place', 'term')]
    for (const official of this.record.officials)
      official.roles.forEach((role, i) => {
        rows.push([i === 0 ? this.name(official) : { text: '' }, ...this.role(role)])
      })
    return setColumns(rows, this.width, 2)
  }

  private name(official: Official): Cell {
    const { c } = this
    const note = official.scope === 'vn' ? '' : ` (${official.scope})`
    return { text: plainText(official.name) + note, style: c.bold }
  }

  private role(role: Role): Cell[] {
    const { c } = this
    const term = role.term === null ? null : this.record.terms[role.term]
    const styles = { current: plain, former: c.yellow, incoming: c.green, acting: c.magenta }
    return [
      { text: plainText(role.text) },
      { text: role.status === 'current' ? '' : role.status, style: styles[role.status] },
      this.place(role.place),
      { text: term ? printedValue(term) : '', style: c.dim },
    ]
  }

  private place(place: Place | null): Cell {
    if (place === null || place.canonical === '') return { text: '' }
    if (place.inferred) this.inferred = true
    const today = place.today !== null && place.today !== place.canonical ? ` → ${plainText(place.today)}` : ''
    return { text: `${plainText(place.canonical)}${place.inferred ? '*' : ''}${today}`, style: this.c.blue }
  }

  /** Titles that stand without a name, in a form that is no role of whom they mean. */
  private titles(): string[] {
    const { c, record } = this
    const roles = new Set(record.officials.flatMap(o => o.roles.flatMap(r => r.titles)))
    const officials = new Map(record.officials.map(o => [o.id, o]))
    const rows = [this.head('title', 'of', 'place', '')]
    const seen = new Map<string, { row: Cell[]; times: number }>()
    record.titles.forEach((title, i) => {
      if (roles.has(i) || title.generic) return
      const official = title.officialId === null ? undefined : officials.get(title.officialId)
      const form = plainText(title.text).toLowerCase()
      if (official?.roles.some(r => plainText(r.text).toLowerCase() === form)) return
      const name = plainText(official?.name ?? '')
      const key = `${form}\t${name}`
      const known = seen.get(key)
      if (known !== undefined) {
        known.row[3].text = `×${++known.times}`
        return
      }
      const row = [
        { text: plainText(title.text) },
        { text: name, style: c.bold },
        this.place(title.place),
        { text: '', style: c.dim },
      ]
      seen.set(key, { row, times: 1 })
      rows.push(row)
    })
    return this.section('Titles without a name', rows.slice(1), setColumns(rows, this.width, 2))
  }

  private terms(): string[] {
    const { c } = this
    const rows = [this.head('term', 'value', 'of', '')]
    const seen = new Map<string, { row: Cell[]; times: number }>()
    for (const term of this.record.terms) {
      const key = [plainText(term.text).toLowerCase(), term.body].join('\t')
      const known = seen.get(key)
      if (known !== undefined) {
        known.row[3].text = `×${++known.times}`
        continue
      }
      const row = [
        { text: plainText(term.text) },
        { text: printedValue(term), style: c.green },
        { text: plainText(term.body ?? '') },
        { text: '', style: c.dim },
      ]
      seen.set(key, { row, times: 1 })
      rows.push(row)
    }
    return this.section('Terms', rows.slice(1), setColumns(rows, this.width, 2))
  }

  private directives(): string[] {
    return this.record.directives.flatMap((d, i) => [...(i === 0 ? [] : ['']), ...this.directive(d, i)])
  }

  private directive(d: Directive, i: number): string[] {
    const { c, width } = this
    const speaker = plainText(d.speaker?.name ?? d.speaker?.text ?? '') || '(nobody named)'
    const to = d.addressee === null ? '' : ` → ${plainText(d.addressee.text)}`
    const how = d.cue === null ? d.force : `${plainText(d.cue.text)}, ${d.force}`
    const carried = d.continues === null ? '' : `, carries on ${d.continues + 1}`
    const label = `  ${String(i + 1).padStart(2)}  `
    const lines = hang(label, `${speaker}${to}`, width, c.bold, c.dim)
    const note = `(${how}${carried})`
    const last = lines.length - 1
    const used = widthOf(stripColors(lines[last]))
    if (used + 1 + widthOf(note) <= width) lines[last] += ` ${c.magenta(note)}`
    else lines.push(...hang(' '.repeat(label.length), note, width, c.magenta, plain))
    if (d.actions.length === 0) return [...lines, ...this.sentence(d, label.length)]
    return [...lines, ...d.actions.flatMap(a => this.action(a, label.length))]
  }

  private sentence(d: Span, shift: number): string[] {
    return hang(' '.repeat(shift), plainText(d.text), this.width, this.c.dim, plain)
  }

  private action(action: Action, shift: number): string[] {
    const { c, width } = this
    const lines = hang(`${' '.repeat(shift)}• `, plainText(action.text), width, plain, c.cyan)
    if (action.deadline === null) return lines
    const { text, date } = action.deadline
    // Without a date there is nothing to add to words that stand in the action already.
    if (date === null && action.text.includes(text)) return lines
    return [...lines, ...hang(`${' '.repeat(shift)}  by `, date ?? plainText(text), width, c.yellow, c.dim)]
  }

  private trace(): string[] {
    const { c } = this
    const rows = [this.head('stage', 'rule', 'text', 'detail')]
    for (const t of this.record.trace ?? [])
      rows.push([
        { text: plainText(t.stage), style: c.dim },
        { text: plainText(t.rule), style: c.cyan },
        { text: plainText(t.text) },
        { text: plainText(t.detail), style: c.dim },
      ])
    return setColumns(rows, this.width, 2)
  }
}

function printedValue(term: Term): string {
  return term.kind === 'years' ? `${term.from}–${term.to}` : `${term.kind} ${term.ordinal}`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins a colour
const stripColors = (text: string): string => text.replace(/\u001b\[[\d;]*m/g, '')
