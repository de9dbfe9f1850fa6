/**
 * Extractions -> tables for spreadsheets and data frames: officials, roles, titles, terms, directives.
 *
 * Standard: RFC 4180 (commas, double quotes, CRLF), UTF-8. Cells that a spreadsheet would run as a formula are made text, as
 * OWASP advises ("CSV Injection").
 *
 * Written out here and not left to a CSV library: writing is a rule of one line (a cell with a comma, a quote or a line break is
 * put in quotes, quotes are doubled); what libraries are for is reading, options and streams.
 */
import { type Cell, COLUMNS, rowsOf } from './rows.js'
import { type Extractions, each } from './sources.js'

/**
 * The tables, each the text of a CSV file. The column `document` holds the id of the extraction; booleans are "true" and
 * "false", absent values are empty.
 */
export interface CsvTables {
  /** One row a person. */
  officials: string
  /** One row a title that a person holds, as printed. */
  roles: string
  /** One row a title where it stands, held or not. */
  titles: string
  terms: string
  /** One row a task: the columns of a directive with several tasks are repeated. */
  directives: string
}

export interface CsvOptions {
  /** Begin each table with the names of the columns (default), or not, to write many articles one after another. */
  header?: boolean | undefined
  /** What stands between cells; Excel in Vietnamese Windows expects ";". Default ",". */
  separator?: ',' | ';' | '\t' | undefined
  /** Begin each table with a byte order mark, by which Excel knows UTF-8. Default false. */
  bom?: boolean | undefined
  /**
   * Put an apostrophe before text that begins like a formula (= + - @ tab, line break, and their full-width forms). Default true. Turn it
   * off only for programs: a list item ("- Giao Sở Tài chính …") is then exactly as printed.
   */
  escapeFormulas?: boolean | undefined
}

/**
 * Gives one or many extractions as five tables.
 *
 * @example
 * const { roles } = toCsv(extract(text, { id: 'qt-2026-01' }), { bom: true })
 */
export function toCsv(extractions: Extractions, options: CsvOptions = {}): CsvTables {
  const { header = true, separator = ',', bom = false, escapeFormulas = true } = options
  const lines: Record<keyof CsvTables, string[]> = { officials: [], roles: [], titles: [], terms: [], directives: [] }
  const write = (table: keyof CsvTables, cells: Cell[]): void => {
    lines[table].push(cells.map(cell => quote(cell, separator, escapeFormulas)).join(separator))
  }
  if (header) for (const table of tables()) write(table, COLUMNS[table].split(' '))
  for (const extraction of each(extractions)) {
    for (const [table, rows] of Object.entries(rowsOf(extraction)) as [keyof CsvTables, Cell[][]][])
      for (const row of rows) write(table, [extraction.id, ...row])
  }
  const text = (table: keyof CsvTables): string => {
    const rows = lines[table]
    return (bom ? '\ufeff' : '') + rows.join('\r\n') + (rows.length > 0 ? '\r\n' : '')
  }
  return {
    officials: text('officials'),
    roles: text('roles'),
    titles: text('titles'),
    terms: text('terms'),
    directives: text('directives'),
  }
}

const tables = (): (keyof CsvTables)[] => Object.keys(COLUMNS) as (keyof CsvTables)[]

/** What spreadsheets take for the beginning of a formula, also in the full width that East Asian keyboards type. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/

function quote(cell: Cell, separator: string, escapeFormulas: boolean): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = escapeFormulas && FORMULA.test(cell) ? `'${cell}` : cell
  // All of the usual separators, whichever is in use: a program that guesses the separator must not find it inside a cell.
  return text.includes(separator) || /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
