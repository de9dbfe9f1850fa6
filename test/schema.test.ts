/** Every record that is made is valid by the JSON Schema that is made from the types. */
import { Ajv, type AnySchemaObject } from 'ajv'
import { describe, expect, it } from 'vitest'
import { buildSchema } from '../scripts/build-schema.js'
import { extract } from '../src/index.js'
import { fixtures, sample } from './formats/samples.js'

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true })
const validate = ajv.compile(buildSchema() as AnySchemaObject)
const errors = (record: unknown): string => (validate(record) ? '' : ajv.errorsText(validate.errors))

describe('the schema of the records', () => {
  it('takes the records of all fixtures', () => {
    for (const { name, extraction } of fixtures()) expect(errors(extraction), name).toBe('')
  })

  it('takes records made by hand, of no text and of text in another language', () => {
    expect(errors(sample().extraction)).toBe('')
    expect(errors(extract(''))).toBe('')
    expect(errors(extract('The minister said that the plan would be ready by March.'))).toBe('')
  })

  it('takes traced records', () => {
    for (const { text } of fixtures().slice(0, 3)) expect(errors(extract(text, { trace: true }))).toBe('')
  })

  it('refuses what the types refuse', () => {
    const { extraction } = sample()
    const [official] = extraction.officials
    const [role] = official.roles
    for (const wrong of [
      { ...extraction, titles: null },
      { ...extraction, language: undefined },
      { ...extraction, extra: true },
      { ...extraction, officials: [{ ...official, scope: 'VN' }] },
      { ...extraction, officials: [{ ...official, roles: [{ ...role, status: 'past' }] }] },
      { ...extraction, officials: [{ ...official, roles: [{ ...role, term: 0.5 }] }] },
      { ...extraction, officials: [{ ...official, mentions: [{ start: -1, end: 2, text: 'Lê', kind: 'full' }] }] },
      { ...extraction, terms: [{ ...extraction.terms[0], kind: 'year' }] },
    ])
      expect(errors(wrong)).not.toBe('')
  })
})
