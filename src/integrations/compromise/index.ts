/**
 * A plugin for compromise (https://compromise.cool): the records as views to chain and match on.
 *
 *   nlp.plugin(chucdanh)
 *   nlp<Chucdanh>(text).officials().json()
 */
import type View from 'compromise/view/one'
import type { ExtractorOptions } from '../../options.js'
import type { Directive, Official, Term, TitleMention } from '../../records.js'
import { createReader, type Found, type Pointer, type Words } from './records.js'
import { Sentences } from './sentences.js'
import { addViews, type ViewClass } from './views.js'

/** The methods of a view that pick some of its matches: those of records give records. */
type Picking = 'eq' | 'first' | 'last' | 'filter' | 'if' | 'ifNo'

/** A view whose matches are records: all that compromise's views can do, and the record in `.json()`. */
export interface RecordsView<J extends object> extends Omit<View, 'json' | Picking> {
  /** One object a match: compromise's `text` and `terms`, and the record. Its offsets count the document's text. */
  json(options?: object): ({ text: string } & J)[]
  json(n: number): { text: string } & J
  eq(...args: Parameters<View['eq']>): this
  first(...args: Parameters<View['first']>): this
  last(...args: Parameters<View['last']>): this
  filter(...args: Parameters<View['filter']>): this
  if(...args: Parameters<View['if']>): this
  ifNo(...args: Parameters<View['ifNo']>): this
}

/** Officials, one match a person: where the name stands in full. */
export interface OfficialsView extends RecordsView<{ official: Official }> {
  /** Every place where one of them is named. */
  mentions(): RecordsView<{ official: Official }>
}

/** What the plugin adds to documents: `nlp<Chucdanh>(text)`. */
export interface Chucdanh {
  /** The officials, or the n-th of them. */
  officials(n?: number): OfficialsView
  /** The titles, held or not. */
  titles(n?: number): RecordsView<{ title: TitleMention }>
  /**
   * The terms of office. On a whole Vietnamese document `.terms()` gives them too; on its parts, and on text in other languages,
   * `.terms()` gives the words, as compromise needs it.
   */
  termsOfOffice(n?: number): RecordsView<{ term: Term }>
  /** The sentences that direct somebody to do something. */
  directives(n?: number): RecordsView<{ directive: Directive }>
}

/** In the form that `nlp.plugin()` takes. */
export interface CompromisePlugin {
  tags: Record<string, object>
  compute: Record<string, (view: never) => void>
  hooks: string[]
  // biome-ignore lint/suspicious/noExplicitAny: compromise's own types have it so
  api: (View: any) => any
  // biome-ignore lint/suspicious/noExplicitAny: compromise's own types have it so
  mutate: (world: any) => any
}

interface Tagged {
  document: Words
  toView(pointer: Pointer[]): { tag(tag: string, reason?: string): void }
}

/** A plugin with options of your own: the place and date of the texts, lexicon entries, rules. */
export function createPlugin(options?: ExtractorOptions): CompromisePlugin {
  const sentences = new Sentences(options)
  const read = createReader(text => sentences.extract(text))
  return {
    tags: { Official: {}, Title: {}, Term: {}, Directive: {} },
    compute: { chucdanh: (view: Tagged) => setTags(view, read(view.document)) },
    hooks: ['chucdanh'],
    api: (View: ViewClass) => addViews(View, read),
    mutate: (world: World) => {
      const { tokenize } = world.methods.one
      const split = tokenize.splitSentences
      // Vietnamese text in the sentences of the extraction: "TP. Huế" and "PGS.TS" end none, a headline is one.
      tokenize.splitSentences = (text, w) => (typeof text === 'string' && sentences.of(text)) || split(text, w)
    },
  }
}

/** The plugin as it is. */
export const chucdanh: CompromisePlugin = /* @__PURE__ */ createPlugin()
export default chucdanh

function setTags(view: Tagged, found: Found): void {
  const tag = (name: string, placed: readonly { pointer: Pointer }[]): void => {
    if (placed.length > 0) view.toView(placed.map(p => p.pointer)).tag(name, 'chucdanh')
  }
  tag('Directive', found.directives)
  tag('Title', found.titles)
  tag('Term', found.terms)
  tag('Official', found.mentions)
}

interface World {
  methods: { one: { tokenize: { splitSentences: (text: string, world: unknown) => string[] } } }
}
