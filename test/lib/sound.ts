/** What holds of the records of any text. */
import assert from 'node:assert/strict'
import { Ajv, type AnySchemaObject } from 'ajv'
import { buildSchema } from '../../scripts/build-schema.js'
import type { Extraction } from '../../src/index.js'
import { splitSentences } from '../../src/text/sentences.js'
import { tokenize } from '../../src/text/tokens.js'

interface Spanned {
  start: number | null
  end: number | null
  text: string | null
}

/** Throws where a record is not what the contract says. */
export function assertSound(record: Extraction, text: string): void {
  const json = JSON.stringify(record)
  assert.equal(JSON.stringify(JSON.parse(json)), json, 'survives JSON')
  assertValid(record)
  assertWithinSentences(record, text)
  walk(record, text, 'record')
  const ids = new Set(record.officials.map(o => o.id))
  assert.equal(ids.size, record.officials.length, 'ids are unique')
  for (const official of record.officials) {
    assert.ok(official.name.length > 0, 'a person has a name')
    assert.ok(official.roles.length > 0, `${official.name} has a role`)
    assert.ok(official.mentions.length > 0, `${official.name} is mentioned`)
    assertOrder(official.mentions, 'mentions')
    assert.equal(new Set(official.roles.flatMap(r => r.titles)).size > 0, true)
    for (const role of official.roles) {
      assert.ok(role.titles.length > 0, `${role.text} stands somewhere`)
      for (const t of role.titles) assert.ok(record.titles[t] !== undefined, `titles[${t}] is there`)
      if (role.term !== null) assert.ok(record.terms[role.term] !== undefined, `terms[${role.term}] is there`)
    }
  }
  for (const title of record.titles)
    assert.ok(title.officialId === null || ids.has(title.officialId), `${title.officialId} is an official`)
  for (const list of [record.titles, record.terms, record.directives]) assertOrder(list, 'records')
  record.directives.forEach((d, i) => {
    assert.ok(d.speaker?.officialId == null || ids.has(d.speaker.officialId), `${d.speaker?.officialId} is an official`)
    assert.ok(d.continues === null || (d.continues >= 0 && d.continues < i), `${i} carries on ${d.continues}`)
    for (const span of [d.cue, ...d.actions]) if (span !== null) assertWithin(span, d)
    // In a list within a list the line above names who is to act.
    const above = d.continues !== null && d.addressee !== null && d.addressee.end <= d.start
    if (d.addressee !== null && !above) assertWithin(d.addressee, d)
    for (const action of d.actions) if (action.deadline !== null) assertWithin(action.deadline, d)
  })
}

let validate: ReturnType<Ajv['compile']> | null = null
const ajv = new Ajv({ allowUnionTypes: true })

/** The record is what the shipped JSON Schema says. */
export function assertValid(record: Extraction): void {
  validate ??= ajv.compile(buildSchema() as AnySchemaObject)
  assert.ok(validate(record), ajv.errorsText(validate.errors))
}

/** No span runs over the end of its sentence. */
function assertWithinSentences({ officials, titles, terms, directives }: Extraction, text: string): void {
  const spans: { start: number; end: number }[] = [...titles, ...terms, ...directives]
  for (const { mentions } of officials) spans.push(...mentions)
  for (const { speaker } of directives)
    if (speaker !== null && speaker.start !== null && speaker.end !== null)
      spans.push({ start: speaker.start, end: speaker.end })
  spans.sort((a, b) => a.start - b.start)
  const tokens = tokenize(text)
  const { first, count } = splitSentences(text, tokens)
  let sentence = 0
  for (const { start, end } of spans) {
    while (sentence + 1 < count && tokens.start[first[sentence + 1]] <= start) sentence++
    const next = sentence + 1 < count ? tokens.start[first[sentence + 1]] : text.length
    assert.ok(end <= next, `${JSON.stringify(text.slice(start, end))} is in one sentence`)
  }
}

function walk(value: unknown, text: string, path: string): void {
  assert.notEqual(value, undefined, path)
  if (typeof value === 'number') assert.ok(Number.isFinite(value), path)
  if (typeof value !== 'object' || value === null) return
  if ('start' in value) {
    const { start, end, text: own } = value as Spanned
    if (start === null || end === null) assert.ok(start === end && own === null, path)
    else {
      assert.ok(Number.isInteger(start) && Number.isInteger(end), path)
      assert.ok(start >= 0 && start < end && end <= text.length, `${path}: ${start} to ${end}`)
      assert.equal(text.slice(start, end), own, path)
    }
  }
  for (const [key, child] of Object.entries(value)) walk(child, text, `${path}.${key}`)
}

function assertOrder(list: readonly { start: number }[], what: string): void {
  for (let i = 1; i < list.length; i++) assert.ok(list[i - 1].start <= list[i].start, `${what} are in order`)
}

function assertWithin(span: { start: number; end: number }, outer: { start: number; end: number }): void {
  assert.ok(span.start >= outer.start && span.end <= outer.end, `${span.start} to ${span.end} is in its sentence`)
}
