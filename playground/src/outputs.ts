/** Everything that can be copied and downloaded. */

import type { Language } from '../../src/formats/html/index.js'
import {
  type CsvTables,
  toBrat,
  toConll,
  toCsv,
  toFollowTheMoney,
  toHtml,
  toJsonLd,
  toPopolo,
} from '../../src/formats/index.js'
import type { Extraction } from '../../src/records.js'
import type { InterfaceWords } from './words.js'

export interface Article {
  text: string
  record: Extraction
  date: string
  language: Language
}

export interface Output {
  id: string
  name: string
  about: keyof InterfaceWords['describe']
  /** The name of the file, after the name of the article. */
  ending: string
  type: string
  make(article: Article): string
}

const source = ({ date }: Article) => (date === '' ? {} : { source: { date } })
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
/** The trace is for looking at, no part of the record. */
export const recordOf = ({ trace, ...record }: Extraction): Extraction => record

const table = (name: keyof CsvTables): Output => ({
  id: `csv-${name}`,
  name: `CSV ${name}`,
  about: 'csv',
  ending: `.${name}.csv`,
  type: 'text/csv',
  make: ({ record }) => toCsv(record, { bom: true })[name],
})

export const OUTPUTS: readonly Output[] = [
  {
    id: 'json',
    name: 'JSON',
    about: 'json',
    ending: '.json',
    type: 'application/json',
    make: a => json(recordOf(a.record)),
  },
  {
    id: 'html',
    name: 'HTML',
    about: 'html',
    ending: '.html',
    type: 'text/html',
    make: ({ text, record, language }) => toHtml(text, record, { language }),
  },
  table('officials'),
  table('roles'),
  table('titles'),
  table('terms'),
  table('directives'),
  {
    id: 'popolo',
    name: 'Popolo',
    about: 'popolo',
    ending: '.popolo.json',
    type: 'application/json',
    make: a => json(toPopolo(a.record, source(a))),
  },
  {
    id: 'ftm',
    name: 'FollowTheMoney',
    about: 'ftm',
    ending: '.ftm.ndjson',
    type: 'application/x-ndjson',
    make: a =>
      toFollowTheMoney(a.record, source(a))
        .map(entity => `${JSON.stringify(entity)}\n`)
        .join(''),
  },
  {
    id: 'jsonld',
    name: 'JSON-LD',
    about: 'jsonld',
    ending: '.jsonld',
    type: 'application/ld+json',
    make: a => json(toJsonLd(a.record, source(a))),
  },
  { id: 'brat', name: 'brat', about: 'brat', ending: '.ann', type: 'text/plain', make: a => toBrat(a.text, a.record) },
  {
    id: 'conll',
    name: 'CoNLL-U Plus',
    about: 'conll',
    ending: '.conllup',
    type: 'text/plain',
    make: a => toConll(a.text, a.record),
  },
]
