/** The formats as the command line writes them: of one article and of many, valid by the same validators as the functions' output. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pathOf } from '../../src/cli/brat-folder.js'
import {
  BRAT_CONFIG,
  type FtmEntity,
  toBrat,
  toConll,
  toFollowTheMoney,
  toJsonLd,
  toPopolo,
} from '../../src/formats/index.js'
import { cli } from '../lib/cli.js'
import { fixtures } from './samples.js'

const folder = fileURLToPath(new URL('../../fixtures', import.meta.url))
const all = fixtures()
const extractions = all.map(f => f.extraction)
const SOURCE = { url: 'https://example.org/a', title: 'Bản tin', publisher: 'Báo Mẫu', date: '2026-03-05' }

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'chucdanh-'))
  const line = { id: 'x/1', link: SOURCE.url, title: SOURCE.title, publisher: SOURCE.publisher, day: SOURCE.date }
  writeFileSync(
    join(dir, 'tin.ndjson'),
    `${JSON.stringify({ ...line, text: all[0].text })}\n{"id":"x/2","text":"Trời mưa."}\n`,
  )
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const extract = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await cli(['extract', '-j', '1', ...args])
  expect([code, err]).toEqual([0, ''])
  return out
}
const linesOf = <T>(out: string): T[] =>
  out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
const withSource = ['--source-fields', 'url=link', '--date-field', 'day']

describe('popolo', () => {
  test('is one document of all articles', async () => {
    expect(JSON.parse(await extract('-f', 'popolo', folder))).toEqual(toPopolo(extractions))
    expect(JSON.parse(await extract('-f', 'popolo', '-'))).toEqual(toPopolo([]))
  })

  test('names the sources of lines', async () => {
    const { persons } = JSON.parse(await extract('-f', 'popolo', join(dir, 'tin.ndjson'), ...withSource))
    expect(persons[0].sources).toEqual([{ url: SOURCE.url, note: SOURCE.title }])
  })
})

describe('ftm', () => {
  test('is an entity a line; merged by their ids they are those of all articles', async () => {
    const merged = new Map<string, FtmEntity>()
    for (const entity of linesOf<FtmEntity>(await extract('-f', 'ftm', folder))) {
      const before = merged.get(entity.id)
      if (before === undefined) merged.set(entity.id, entity)
      else {
        expect(entity.schema).toBe(before.schema)
        for (const [name, values] of Object.entries(entity.properties))
          before.properties[name] = [...new Set([...(before.properties[name] ?? []), ...values])]
      }
    }
    // An article that has a name in capitals only has it so as well.
    const fold = (value: string): string => value.toLowerCase()
    const sorted = (entities: FtmEntity[]): unknown[] =>
      entities
        .map(({ id, schema, properties }) => ({
          id,
          schema,
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, values]) => [name, [...new Set(values.map(fold))].sort()]),
          ),
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(sorted([...merged.values()])).toEqual(sorted(toFollowTheMoney(extractions)))
  })

  test('names the sources of lines', async () => {
    const [article] = linesOf<FtmEntity>(await extract('-f', 'ftm', join(dir, 'tin.ndjson'), ...withSource))
    expect(article).toMatchObject({
      schema: 'Article',
      properties: {
        fileName: ['x/1'],
        title: [SOURCE.title],
        sourceUrl: [SOURCE.url],
        publisher: [SOURCE.publisher],
        publishedAt: [SOURCE.date],
      },
    })
  })
})

describe('jsonld', () => {
  test('is one document, with the nodes of each article', async () => {
    const document = JSON.parse(await extract('-f', 'jsonld', folder))
    expect(document).toEqual({
      '@context': 'https://schema.org',
      '@graph': extractions.flatMap(extraction => toJsonLd(extraction)['@graph']),
    })
    const failed = await cli(['extract', '-f', 'jsonld', join(dir, 'none.txt')])
    expect([failed.code, JSON.parse(failed.out)]).toEqual([1, toJsonLd([])])
  })

  test('names the sources of lines', async () => {
    const { '@graph': graph } = JSON.parse(await extract('-f', 'jsonld', join(dir, 'tin.ndjson'), ...withSource))
    expect(graph[0]).toMatchObject({ url: SOURCE.url, headline: SOURCE.title, datePublished: SOURCE.date })
  })
})

describe('conll', () => {
  test('is one file, the columns named once', async () => {
    const blocks = all.map(({ text, extraction }) => toConll(text, extraction, { header: false }))
    const out = await extract('-f', 'conll', folder)
    expect(out).toBe(toConll(all[0].text, extractions[0]) + blocks.slice(1).join(''))
    expect(out.match(/global\.columns/g)).toHaveLength(1)
  })
})

describe('brat', () => {
  test('is two files an article and the configuration, and nothing is written over', async () => {
    const out = join(dir, 'brat')
    await extract('-f', 'brat', folder, '-q', '-o', out)
    expect(readdirSync(out)).toHaveLength(2 * all.length + 1)
    expect(readFileSync(join(out, 'annotation.conf'), 'utf8')).toBe(BRAT_CONFIG)
    for (const { name, text, extraction } of all) {
      expect(readFileSync(join(out, `${name}.txt`), 'utf8')).toBe(text)
      expect(readFileSync(join(out, `${name}.ann`), 'utf8')).toBe(toBrat(text, extraction))
    }
    // The same again is no fault; what was corrected by hand stays.
    await extract('-f', 'brat', folder, '-q', '-o', out)
    const corrected = join(out, `${all[0].name}.ann`)
    writeFileSync(corrected, 'T1\tOfficial 0 2\tab\n')
    const again = await cli(['extract', '-f', 'brat', folder, '-q', '-o', out])
    expect([again.code, again.err]).toEqual([
      1,
      `chucdanh: ${corrected}: is there already with another content, and is not written over; name a new folder, or give articles ids of their own\n`,
    ])
    expect(readFileSync(corrected, 'utf8')).toBe('T1\tOfficial 0 2\tab\n')
  })

  test('of one text it goes to standard output or to a file', async () => {
    const { name, text, extraction } = all[0]
    expect(await extract('-f', 'brat', join(folder, `${name}.txt`))).toBe(toBrat(text, extraction))
    await extract('-f', 'brat', join(folder, `${name}.txt`), '-q', '-o', join(dir, 'one.ann'))
    expect(readFileSync(join(dir, 'one.ann'), 'utf8')).toBe(toBrat(text, extraction))
  })

  test('of lines it makes folders of the ids', async () => {
    const out = join(dir, 'lines')
    await extract('-f', 'brat', join(dir, 'tin.ndjson'), '-q', '-o', out)
    expect(readdirSync(join(out, 'x')).sort()).toEqual(['1.ann', '1.txt', '2.ann', '2.txt'])
  })

  test.each([
    ['2026/03/họp', '2026/03/họp'],
    ['https://example.org/a?b', 'https_/example.org/a_b'],
    ['../../etc/passwd', 'etc/passwd'],
    ['..', 'article'],
    ['a\u0000b. ', 'a_b'],
  ])('the id %j gives the path %j', (id, path) => expect(pathOf(id)).toBe(path))
})

describe('wrong use is told', () => {
  test.each([
    [['-f', 'brat', folder], 'brat is two files an article: name a folder for them with --output'],
    [['-f', 'brat', '--input', 'ndjson', '-'], 'brat is two files an article: name a folder for them with --output'],
    [
      ['-f', 'brat', folder, '--resume', '-o', 'x'],
      '--resume does not go with brat: run it again: what is in the folder already stays as it is',
    ],
    [
      ['-f', 'popolo', folder, '--resume', '-o', 'x'],
      '--resume does not go with popolo: it is one document, written at the end',
    ],
    [['-f', 'ftm', folder, '--only', 'terms'], 'ftm tells of officials; name them in --only, or leave it out'],
    [['-f', 'ftm', folder, '--keep'], '--keep goes with the formats ndjson and json, not with ftm'],
    [
      ['--source-fields', 'link', folder],
      '--source-fields: "link" is not like "url=link"; pairs are set apart by commas',
    ],
    [
      ['--source-fields', 'uri=link', folder],
      '--source-fields: no "uri" (did you mean "url"?); there are url, title and publisher',
    ],
    [
      ['-f', 'popollo', folder],
      'no format "popollo" (did you mean "popolo"?); there are table, json, ndjson, csv, parquet, popolo, ftm, jsonld, brat, conll and html',
    ],
  ])('%j', async (args, message) => {
    const { code, err } = await cli(['extract', ...args])
    expect([code, err]).toEqual([2, `chucdanh: ${message}\n`])
    expect(existsSync('x')).toBe(false)
  })

  test('a file where the folder should be', async () => {
    const file = join(dir, 'tin.ndjson')
    const { code, err } = await cli(['extract', '-f', 'brat', folder, '-o', file])
    expect([code, err]).toEqual([1, `chucdanh: ${file}: is a file, not a folder\n`])
  })
})

describe('two threads write what one writes', { timeout: 60_000 }, () => {
  test.each(['popolo', 'ftm', 'jsonld', 'conll'])('%s', async format => {
    const { out } = await cli(['extract', '-j', '2', '-f', format, folder])
    expect(out).toBe(await extract('-f', format, folder))
  })
})

describe('schema', () => {
  test.skipIf(!existsSync(new URL('../../dist/schema.json', import.meta.url)))('is printed', async () => {
    const { code, out } = await cli(['schema'])
    expect(code).toBe(0)
    expect(out).toBe(readFileSync(new URL('../../dist/schema.json', import.meta.url), 'utf8'))
    expect(JSON.parse(out).$ref).toBe('#/definitions/Extraction')
  })
})
