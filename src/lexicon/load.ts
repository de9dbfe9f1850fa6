/** The compiled tables -> a lexicon, once a process and only when first asked for. */
import { keyOf } from '../text/characters.js'
import { TABLES } from './classes.js'
import { FORMS, ROWS } from './compiled.js'
import { Lexicon } from './lexicon.js'

let shared: Lexicon | null = null

/** The lexicon as shipped. It is shared: nobody adds to it. */
export function defaultLexicon(): Lexicon {
  shared ??= loadLexicon()
  return shared
}

/** A lexicon of its own, as shipped, to add entries to. */
export function loadLexicon(): Lexicon {
  const lexicon = new Lexicon(1 << 15)
  ROWS.split('\n\n').forEach((section, i) => {
    const rows = lexicon.rows[TABLES[i].class]
    for (const line of section.split('\n')) rows.push(line.split('\t'))
  })
  const path = new Int32Array(64)
  for (const line of FORMS.split('\n')) {
    const tab = line.indexOf('\t')
    let depth = Number.parseInt(line[0], 36)
    let from = 1
    while (from < tab) {
      let to = line.indexOf(' ', from)
      if (to < 0 || to > tab) to = tab
      path[depth + 1] = lexicon.grow(path[depth], keyOf(line.slice(from, to)))
      depth++
      from = to + 1
    }
    const space = line.indexOf(' ', tab)
    const kind = Number.parseInt(line.slice(tab + 1, space), 36)
    const row = Number.parseInt(line.slice(space + 1), 36)
    lexicon.addEntry(path[depth], kind >> 2, kind & 3, lexicon.rows[kind >> 2][row])
  }
  return lexicon
}
