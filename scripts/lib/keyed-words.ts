/**
 * `isWord(doc, i, 'của')` asks a text for one word by its key. Which key that is, is known before run time: in the build the
 * number stands in the place of the word, so that nothing is looked up, some hundred times a sentence.
 */
import { readFile } from 'node:fs/promises'
import type { Options } from 'tsup'
import { keyOf } from '../../src/text/characters.js'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/** A call with the word written out; the arguments before it may hold calls of their own, one deep. */
const CALL = /\bisWord\(((?:[^()']|\([^()']*\))*), '([^']+)'\)/g

/** The code with the keys of words in place of the words. */
export const keyWords = (code: string): string =>
  code.replace(CALL, (_, before: string, word: string) => `isWord(${before}, ${keyOf(word)})`)

export const keyedWords: Plugin = {
  name: 'keyed-words',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]rules[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: keyWords(await readFile(path, 'utf8')),
      loader: 'ts',
    }))
  },
}
