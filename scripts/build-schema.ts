/**
 * The types of the records -> dist/schema.json: a JSON Schema (draft 7) of an `Extraction`, with every record as a definition
 * of its own. The docstrings of src/records.ts are its descriptions.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createGenerator, type Schema } from 'ts-json-schema-generator'

const root = fileURLToPath(new URL('..', import.meta.url))

export function buildSchema(): Schema {
  const schema = createGenerator({
    path: `${root}src/records.ts`,
    tsconfig: `${root}tsconfig.json`,
    type: 'Extraction',
    // Records are plain data: a property that no type names is a mistake.
    additionalProperties: false,
    // The type check is a step of its own.
    skipTypeCheck: true,
  }).createSchema('Extraction')
  return { title: 'chucdanh extraction', ...(integers(schema) as Schema) }
}

/** All numbers of the records are offsets, indices, years and ordinals, which TypeScript cannot say. */
function integers(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(integers)
  if (typeof node !== 'object' || node === null) return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, integers(value)]))
  if (copy.type === 'number') return { ...copy, type: 'integer', minimum: 0 }
  if (Array.isArray(copy.type) && copy.type.includes('number'))
    return { ...copy, type: copy.type.map(type => (type === 'number' ? 'integer' : type)), minimum: 0 }
  return copy
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(`${root}dist`, { recursive: true })
  writeFileSync(`${root}dist/schema.json`, `${JSON.stringify(buildSchema(), null, 2)}\n`)
}
