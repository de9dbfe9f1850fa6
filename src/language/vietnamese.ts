/** Is a text Vietnamese? As far as its letters and syllables tell. */
import { isTypical, kindOf } from './syllables.js'

/** `likely`: what there is looks like it, but another language could look so too. */
export type Verdict = 'vi' | 'likely' | 'unclear' | 'other'

const WORD = /\p{L}[\p{L}\p{M}]*/gu
const ENOUGH = 300

/** @param text composed (NFC) */
export function judge(text: string): Verdict {
  const count = { exclusive: 0, marked: 0, plain: 0, foreign: 0 }
  let words = 0
  let typical = 0
  // Names stand in texts of all languages; the small words around them are the text's own.
  let small = 0
  let smallForeign = 0
  for (const [word] of text.matchAll(WORD)) {
    const kind = kindOf(word)
    // "UBND", "WHO"
    if (kind === 'foreign' && word.length <= 6 && word === word.toUpperCase() && word !== word.toLowerCase()) continue
    words++
    count[kind]++
    if (word === word.toLowerCase()) {
      small++
      if (kind === 'foreign') smallForeign++
    }
    if (kind === 'plain' && isTypical(word)) typical++
    if (words === ENOUGH) break
  }
  if (words === 0) return 'other'
  const foreign = small > 0 ? smallForeign / small : count.foreign / words
  if (count.exclusive > 0 && count.exclusive * 20 >= words && foreign <= 0.4) return 'vi'
  // Without marks: nearly every word could be a syllable, and some are of the sort that is rare elsewhere.
  if (foreign <= 0.1 && count.foreign * 3 <= words) {
    if (words >= 4 && typical * 6 >= words) return 'vi'
    if (words >= 3) return 'likely'
  }
  return count.exclusive + count.marked + count.plain === 0 ? 'other' : 'unclear'
}
