/**
 * Words without offsets -> words with the offsets of the text they were read from.
 *
 * vntk gives words ("Tỉnh ủy") as its tokens with a space between, whatever stood between them in the text: a line break, two
 * spaces, a no-break space, or nothing. So each token is looked for where the one before it ended.
 */
import type { Span } from '../../records.js'

export interface Word extends Span {
  /** Part of speech, in vntk's tags: "N" noun, "Np" proper noun, "V" verb, "CH" mark, …; null where none was given. */
  pos: string | null
}

/** A text in composed Unicode, and where each code unit of it stands in the text as it was. */
export interface Composed {
  text: string
  /** One more entry than code units: the end. Null: the text was composed. */
  offsets: Int32Array | null
}

/** Letters and the marks on them. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu

/** Decomposed text is nothing to a tagger that knows words by their letters. */
export function compose(text: string): Composed {
  if (text === text.normalize('NFC')) return { text, offsets: null }
  let composed = ''
  const offsets = new Int32Array(text.length + 1)
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const whole = cluster.normalize('NFC')
    // Inside of a cluster nothing begins or ends.
    for (let i = 0; i < whole.length; i++) offsets[composed.length + i] = index + Math.min(i, cluster.length - 1)
    composed += whole
  }
  offsets[composed.length] = text.length
  return { text: composed, offsets: offsets.slice(0, composed.length + 1) }
}

/** How far a token is looked for, if it is not where it should be. */
const FAR = 64

/**
 * @param text the text that the words were read from
 * @param words the words in their order, each by itself or with its part of speech
 * @param offset where the text begins in a larger one, in UTF-16 code units
 */
export function alignWords(
  text: string,
  words: readonly (string | readonly [word: string, pos: string])[],
  offset = 0,
): Word[] {
  const aligned: Word[] = []
  let at = 0
  for (const entry of words) {
    const [word, pos] = typeof entry === 'string' ? [entry, null] : entry
    let start = -1
    let end = at
    for (const token of word.split(' ')) {
      if (token === '') continue
      const found = find(text, token, end)
      // A token that is not in the text was made up; nothing is told of it.
      if (found < 0) continue
      if (start < 0) start = found
      end = found + token.length
    }
    if (start < 0) continue
    aligned.push({ start: offset + start, end: offset + end, text: text.slice(start, end), pos })
    at = end
  }
  return aligned
}

const SPACE = /\s/

function find(text: string, token: string, from: number): number {
  let at = from
  while (at < text.length && SPACE.test(text[at])) at++
  if (text.startsWith(token, at)) return at
  const found = text.slice(at, at + FAR + token.length).indexOf(token)
  return found < 0 ? -1 : at + found
}
