/** Text -> the keys of its tokens: how the lexicon and the rules compare spellings. */
import { tokenize } from './tokens.js'

/** The keys of all tokens of a short text, abbreviation stops left out. */
export function keysOf(text: string): Int32Array {
  const { key, count } = tokenize(text)
  return key.slice(0, count)
}

/** One string that is equal for two texts that differ in case, tone-mark place, Unicode form or white space only. */
export function foldKey(text: string): string {
  return keysOf(text).join(' ')
}
