/**
 * How a name is written, apart from its words: "Văn hóa, Thể thao và Du lịch" is the words "văn hóa thể thao và du lịch" in the
 * spelling "Aa, AaaAa". The lexicon has the words of every name already, as the way to its form.
 *
 * In a spelling stand, word by word, "A" for a capital, "U" for all capitals, "a" for neither; and what is between two
 * words if it is not one space.
 */

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The spelling by which `words` are written as `name`; null if there is none ("McAllister"). */
export function spellingOf(name: string, words: readonly string[]): string | null {
  let at = 0
  let out = ''
  for (const [i, word] of words.entries()) {
    const begin = name.toLowerCase().indexOf(word, at)
    const between = begin < 0 ? null : name.slice(at, begin)
    if (between === null || (i === 0) !== (between === '') || /[AUa]/.test(between)) return null
    if (i > 0 && between !== ' ') out += between
    const printed = name.slice(begin, begin + word.length)
    if (printed === word) out += 'a'
    else if (printed === capitalised(word)) out += 'A'
    else if (printed === word.toUpperCase()) out += 'U'
    else return null
    at = begin + word.length
  }
  return at === name.length && spelled(words, out) === name ? out : null
}

/** How many words a spelling is for. */
export const wordCount = (spelling: string): number => spelling.replace(/[^AUa]/g, '').length

/** The name that the words are in this spelling. */
export function spelled(words: readonly string[], spelling: string): string {
  let out = ''
  let k = 0
  let between = ''
  for (let i = 0; i < spelling.length; i++) {
    const c = spelling.charAt(i)
    if (c !== 'a' && c !== 'A' && c !== 'U') {
      between += c
      continue
    }
    const word = words[k]
    if (k++ > 0) out += between || ' '
    out += c === 'a' ? word : c === 'A' ? capitalised(word) : word.toUpperCase()
    between = ''
  }
  return out
}
