/**
 * Is this Vietnamese? Told from the tokens that the extraction has anyway: words with letters or tones that only Vietnamese
 * has, and words that the lexicon knows.
 */
import type { Document } from '../document.js'
import { CAPITAL, VIETNAMESE, WORD } from '../text/flags.js'

/** "vi", or "und" where too few words are Vietnamese. */
export function detectLanguage(doc: Document): 'vi' | 'und' {
  const { flags, count } = doc.tokens
  const { classes } = doc.marks
  let words = 0
  let sure = 0
  let known = 0
  const limit = Math.min(count, 2000)
  for (let i = 0; i < limit; i++) {
    if ((flags[i] & WORD) === 0) continue
    words++
    if ((flags[i] & VIETNAMESE) !== 0) sure++
    else if (classes[i] !== 0 && (flags[i] & CAPITAL) === 0) known++
  }
  if (words === 0) return 'und'
  // About two words in five of running Vietnamese have a letter or tone of its own; other languages hardly one in fifty.
  return sure * 10 >= words || (words < 12 && sure > 0) || (sure * 20 >= words && known * 3 >= words) ? 'vi' : 'und'
}
