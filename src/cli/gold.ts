/** Reads annotated texts, and finds the sentences that annotations name by their first and last words. */

/**
 * Makes a finder of sentences in a text. Annotations are in composed Unicode whatever the text is in; offsets are those of
 * the text as it is. A sentence lies within one line; where it does not, lines that no empty one parts are one (the text is
 * hard-wrapped).
 */
export function sentenceFinder(text: string): (first: string, last: string) => [number, number] | null {
  let asIs: Searchable | null = null
  let joined: Searchable | null = null
  return (first, last) => {
    asIs ??= searchable(text, false)
    const found = search(asIs, first.normalize('NFC'), last.normalize('NFC'))
    if (found !== null) return found
    joined ??= searchable(text, true)
    const spaced = (words: string): string => words.normalize('NFC').replace(/\s+/g, ' ').trim()
    return search(joined, spaced(first), spaced(last))
  }
}

interface Searchable {
  text: string
  /** The offset in the original of each code unit, and of the end. */
  at: number[]
}

function search({ text, at }: Searchable, first: string, last: string): [number, number] | null {
  if (!first || !last) return null
  for (let p = text.indexOf(first); p >= 0; p = text.indexOf(first, p + 1)) {
    const line = text.indexOf('\n', p)
    const e = text.indexOf(last, p)
    if (e >= 0 && (line < 0 || e < line)) return [at[p], at[e + last.length]]
  }
  return null
}

/** The text in composed Unicode; with `join` in single spaces, a line break standing only where an empty line was. */
function searchable(text: string, join: boolean): Searchable {
  const out: string[] = []
  const at: number[] = []
  for (const { 0: piece, index } of text.matchAll(join ? /\s+|\P{M}\p{M}*|\p{M}+/gu : /\P{M}\p{M}*|\p{M}+/gu)) {
    const space = join && /^\s/.test(piece)
    const written = !space ? piece.normalize('NFC') : /\n[^\S\n]*\n/.test(piece) ? '\n' : ' '
    for (let k = 0; k < written.length; k++) at.push(index)
    out.push(written)
  }
  at.push(text.length)
  return { text: out.join(''), at }
}
