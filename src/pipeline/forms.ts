/**
 * The forms in which a run writes its records: what becomes of an article in the thread that works on it, and what stands
 * before, between and after the articles.
 */
import { createHash } from 'node:crypto'
import { toBrat } from '../formats/brat.js'
import { conllHead, toConll } from '../formats/conll.js'
import { toCsv } from '../formats/csv.js'
import { toFollowTheMoney } from '../formats/followthemoney.js'
import { htmlArticle, type Language } from '../formats/html/index.js'
import { jsonInHtml, toJsonLd } from '../formats/jsonld.js'
import { rowsOf } from '../formats/rows.js'
import type { Source } from '../formats/sources.js'
import type { Extraction } from '../records.js'
import type { PageAs } from './readers.js'

/** An article with what was made of it. */
export interface Done {
  text: string
  record: Extraction
  source: Source
  /** Where it comes from, as no other article of the run does. */
  where: string
}

export interface FormSpec {
  /** What it takes of an HTML page; the records as they are read if not said. */
  pages?: PageAs
  /** What is written for one article: a text for each file. */
  write(article: Done): string[]
  /** What stands before the first article, in each file. */
  head?: string[]
  /** What stands between two articles. */
  between?: string
  /** What stands after the last one. */
  tail?: string
  /** What is written where there are no articles at all, in place of head and tail. */
  empty?: string
}

/** The tables of the forms "csv" and "parquet", in the order in which they come. */
export const TABLES = ['officials', 'roles', 'titles', 'terms', 'directives'] as const

/** What the ids of an article's elements begin with, so that no two articles of a page have the same. */
const prefixOf = (where: string): string => `a${createHash('sha256').update(where).digest('hex').slice(0, 12)}-`

const pageIn = (language: Language): FormSpec => ({
  pages: 'main',
  write: ({ text, record, where }) => [htmlArticle(text, record, prefixOf(where), { language })],
})

const lineOf = (value: unknown): string => `${JSON.stringify(value)}\n`

export const FORMS = {
  /** A record a line. */
  ndjson: { pages: 'source', write: ({ record }) => [lineOf(record)] },
  /** The elements of an array. */
  json: {
    pages: 'source',
    write: ({ record }) => [JSON.stringify(record, null, 2)],
    head: ['[\n'],
    between: ',\n',
    tail: '\n]\n',
    empty: '[]\n',
  },
  /** The rows of the tables, a file each. */
  csv: {
    write: ({ record }) => {
      const tables = toCsv(record, { header: false })
      return TABLES.map(table => tables[table])
    },
    head: TABLES.map(table => toCsv([])[table]),
  },
  /** The rows of the tables, a file each, an array a line: for whoever makes Parquet files of them. */
  parquet: {
    write: ({ record }) => {
      const rows = rowsOf(record)
      return TABLES.map(table => rows[table].map(row => lineOf([record.id, ...row])).join(''))
    },
  },
  /** An entity a line. Whatever articles share stands in each of them under the same id, as a fragment to be merged. */
  ftm: { write: ({ record, source }) => [toFollowTheMoney(record, { source }).map(lineOf).join('')] },
  /** The nodes of one graph. What articles share stands in each of them under the same `@id`, which means the same as once. */
  jsonld: {
    write: ({ record, source }) => [toJsonLd(record, { source })['@graph'].map(jsonInHtml).join(',\n')],
    head: ['{"@context":"https://schema.org","@graph":[\n'],
    between: ',\n',
    tail: '\n]}\n',
    empty: '{"@context":"https://schema.org","@graph":[]}\n',
  },
  /** The sentences of a CoNLL-U Plus file. */
  conll: {
    pages: 'main',
    write: ({ text, record }) => [toConll(text, record, { header: false })],
    head: [conllHead()],
  },
  /** A line for whoever writes the files: `BratFiles` as JSON. */
  brat: {
    pages: 'main',
    write: ({ text, record }) => [
      lineOf({ id: record.id ?? null, text, ann: toBrat(text, record) } satisfies BratFiles),
    ],
  },
  /** The articles of a page; whoever writes it knows its title. */
  html: pageIn('en'),
  'html-vi': pageIn('vi'),
  /** A line for whoever shows the text with its records: `Shown` as JSON. */
  shown: { pages: 'main', write: ({ text, record }) => [lineOf({ text, record } satisfies Shown)] },
  /** A line for whoever joins them to one whole: a record and its source as JSON. */
  popolo: { write: ({ record, source }) => [lineOf([record, source] satisfies [Extraction, Source])] },
} as const satisfies Record<string, FormSpec>

export type Form = keyof typeof FORMS

export const formOf = (form: Form): FormSpec => FORMS[form]

/** The two files of an article. */
export interface BratFiles {
  id: string | null
  text: string
  ann: string
}

export interface Shown {
  text: string
  record: Extraction
}
