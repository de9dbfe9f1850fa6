/** Who is measured side by side: what a user could run over the same texts. */
import { readFileSync } from 'node:fs'
import { extract } from '../src/index.js'

/** Does its work on one text and gives a number that depends on it, so that no compiler leaves the work out. */
export type Run = (text: string) => number

export interface Contestant {
  name: string
  what: string
  /** Characters it gets a round: the slow ones take a part of the articles. */
  most: number
  load(): Promise<Run>
}

/** Everything is set against this: one pass of the engine's own regular expressions that only finds the tokens. */
export const BARE = 'bare tokenisation'
export const CHUCDANH = 'chucdanh'

export const CONTESTANTS: readonly Contestant[] = [
  {
    name: BARE,
    what: '`/[\\p{L}\\p{M}]+|\\p{N}+|[^\\s]/gu` in a loop of `exec`',
    most: Number.POSITIVE_INFINITY,
    async load() {
      const token = /[\p{L}\p{M}]+|\p{N}+|[^\s]/gu
      return text => {
        let n = 0
        token.lastIndex = 0
        while (token.exec(text) !== null) n++
        return n
      }
    },
  },
  {
    name: CHUCDANH,
    what: 'whole extraction, all records',
    most: Number.POSITIVE_INFINITY,
    load: async () => text => extract(text).titles.length,
  },
  {
    name: 'compromise/one',
    what: 'tokens and sentences only',
    most: 1_000_000,
    async load() {
      const { default: nlp } = await load<{ default: (text: string) => { length: number } }>('compromise/one')
      return text => nlp(text).length
    },
  },
  {
    name: 'wink-nlp',
    what: 'with its lite model of English: tokens, sentences, parts of speech, entities',
    most: 500_000,
    async load() {
      const { default: winkNLP } = await load<{ default: (model: unknown) => WinkNlp }>('wink-nlp')
      const { default: model } = await load<{ default: unknown }>('wink-eng-lite-web-model')
      const nlp = winkNLP(model)
      return text => nlp.readDoc(text).tokens().length()
    },
  },
  {
    name: 'vntk',
    what: 'its recogniser of Vietnamese names (native CRF)',
    most: 8_000,
    async load() {
      const { default: vntk } = await load<{ default: { ner(): { tag(text: string): unknown[] } } }>('vntk')
      const ner = vntk.ner()
      return text => ner.tag(text).length
    },
  },
]

interface WinkNlp {
  readDoc(text: string): { tokens(): { length(): number } }
}

/** The packages are named at run time: one that is not installed is left out by name, not a failure of the whole. */
const load = async <T>(name: string): Promise<T> => (await import(name)) as T

/** "compromise/one 14.17.0" */
export function versionOf(name: string): string | null {
  try {
    const file = new URL(`../node_modules/${name.split('/')[0]}/package.json`, import.meta.url)
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
  } catch {
    return null
  }
}
