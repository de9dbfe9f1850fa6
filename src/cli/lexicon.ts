/** A user's own lexicon out of a file: YAML, or JSON, which is YAML too. */
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import type { UserLexicon } from '../lexicon/user.js'
import { FileError, readText } from './files.js'
import type { Io } from './io.js'
import { UsageError } from './io.js'

export interface LexiconFile {
  entries: UserLexicon
  /** What is said of the entries ("lexicon.people[2]: no …"), in words that name the file and the line. */
  explain(message: string): UsageError
}

export async function readLexicon(file: string, io: Io): Promise<LexiconFile> {
  const text = (await readText(file, io)).replace(/^\ufeff/, '')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const name = file === '-' ? 'standard input' : file
  const [error] = document.errors
  if (error !== undefined) {
    const { line } = lines.linePos(error.pos[0])
    const kind = /\.json$/i.test(file) ? 'JSON' : 'YAML'
    throw new FileError(`${name}, line ${line}: not ${kind}: ${error.message.split('\n')[0].replace(/[.:]$/, '')}`)
  }
  const entries = document.toJS() as UserLexicon | null
  if (entries === null) throw new FileError(`${name}: no entries; there can be people, positions, bodies and places`)
  return {
    entries,
    explain(message) {
      const [, section, index, what] = /^lexicon(?:\.(\w+)(?:\[(\d+)\])?)?: (.*)$/s.exec(message) ?? []
      if (what === undefined) return new UsageError(`--lexicon ${name}: ${message}`)
      const path = section === undefined ? [] : index === undefined ? [section] : [section, Number(index)]
      const node = path.length === 0 ? document.contents : document.getIn(path, true)
      const start = (isMap(node) || isSeq(node)) && node.range ? node.range[0] : null
      const line = start === null ? '' : `, line ${lines.linePos(start).line}`
      const entry = section === undefined ? '' : `${section}${index === undefined ? '' : `[${index}]`}: `
      return new UsageError(`--lexicon ${name}${line}: ${entry}${what}`)
    },
  }
}
