/** Reads the tables of `data/`: comment lines, a header line, rows of tab-separated cells. */

export interface Table {
  columns: string[]
  rows: Record<string, string>[]
}

/**
 * @param file the table's name, for messages
 * @throws Error naming file and line where a row has more cells than the header, or the header is missing
 */
export function parseTable(file: string, text: string): Table {
  let columns: string[] | null = null
  const rows: Record<string, string>[] = []
  const lines = text.normalize('NFC').split(/\r?\n/)
  lines.forEach((line, i) => {
    if (line.startsWith('#') || line.trim() === '') return
    const cells = line.split('\t').map(c => c.trim())
    if (!columns) {
      columns = cells
      return
    }
    if (cells.length > columns.length)
      throw new Error(
        `${file}, line ${i + 1}: ${cells.length} cells, but the header names ${columns.length}; is there a tab too many?`,
      )
    if (!cells[0]) throw new Error(`${file}, line ${i + 1}: the first cell is empty; write the ${columns[0]} there`)
    rows.push(Object.fromEntries(columns.map((c, k) => [c, cells[k] ?? ''])))
  })
  if (!columns) throw new Error(`${file}: no header line; the first line that is no comment names the columns`)
  return { columns, rows }
}
