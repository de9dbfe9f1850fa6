/** `chucdanh schema`: the JSON Schema of the records, which the build makes from their types. */
import { readFile } from 'node:fs/promises'
import { FileError } from './files.js'
import type { Io } from './io.js'
import { OK } from './io.js'

/** Beside the command as built; where this file is run as source, as tests do, in the build's folder. */
const FILE = new URL(import.meta.url.endsWith('.ts') ? '../../dist/schema.json' : './schema.json', import.meta.url)

export async function schemaCommand(io: Io): Promise<number> {
  let schema: string
  try {
    schema = await readFile(FILE, 'utf8')
  } catch {
    throw new FileError(
      'the file schema.json is not beside the command; install the package again (in a clone: npm run build)',
    )
  }
  await io.out(schema)
  return OK
}
