/** Rows of a table, an array of cells a line, into a Parquet file. */
import { createReadStream } from 'node:fs'
import { COLUMNS, type Table } from '../formats/rows.js'
import { needing } from '../pipeline/optional.js'

/** Rows of one row group: so many, or so many characters, are in memory at a time. */
const GROUP_ROWS = 100_000
const GROUP_CHARACTERS = 1 << 24

const NUMBERS = /^(index|start|end|roles|mentions|from|to|ordinal|continues)$|_(start|end|from|to)$/
const BOOLEANS = /^(deputy|standing|generic|place_inferred)$/

type Value = string | number | boolean | null

export const loadParquet = (): Promise<typeof import('hyparquet-writer')> =>
  needing('Parquet', ['hyparquet-writer'], () => import('hyparquet-writer'))

/** The type of a column: text in UTF-8, whole numbers of 32 bits, or booleans. Every cell may be empty. */
function elementOf(name: string) {
  const optional = { name, repetition_type: 'OPTIONAL' } as const
  if (BOOLEANS.test(name)) return { ...optional, type: 'BOOLEAN' } as const
  // Of the tables only `terms` has columns called "from" and "to", and they are years.
  if (NUMBERS.test(name)) return { ...optional, type: 'INT32' } as const
  return { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const
}

/**
 * @param from the path of the rows
 * @param to the path of the Parquet file, written over
 */
export async function toParquet(table: Table, from: string, to: string): Promise<void> {
  const { fileWriter, ParquetWriter } = await loadParquet()
  const names = COLUMNS[table].split(' ')
  const parquet = new ParquetWriter({
    writer: fileWriter(to),
    schema: [{ name: 'root', num_children: names.length }, ...names.map(elementOf)],
    createdBy: 'chucdanh',
  })
  let group: Value[][] = []
  let characters = 0
  const write = async (): Promise<void> => {
    if (group.length === 0) return
    await parquet.write({
      columnData: names.map((name, i) => ({ name, data: group.map(row => row[i]) })),
      rowGroupSize: group.length,
    })
    group = []
    characters = 0
  }
  for await (const line of linesOf(from)) {
    group.push(JSON.parse(line))
    characters += line.length
    if (group.length >= GROUP_ROWS || characters >= GROUP_CHARACTERS) await write()
  }
  await write()
  await parquet.finish()
}

/** Node's own reader of lines takes U+2028, which may stand in a cell, for the end of one. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    yield* lines
  }
}
