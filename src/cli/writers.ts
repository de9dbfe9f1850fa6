/** What becomes of the output of batches: written on as it comes, shown as tables, set into a folder, or joined to one whole. */
import { GraphBuilder } from '../formats/graph.js'
import { htmlHead, htmlTail, type Language } from '../formats/html/index.js'
import { popoloOf } from '../formats/popolo.js'
import { type Source, sourceOf } from '../formats/sources.js'
import type { Problem } from '../pipeline/batch.js'
import { type BratFiles, type Form, formOf, type Shown, TABLES } from '../pipeline/forms.js'
import type { Extraction } from '../records.js'
import { BratFolder } from './brat-folder.js'
import { formatText } from './shown.js'
import { formatTable, type TableOptions } from './table.js'

/** Writes to the n-th file, or to standard output. */
export type Print = (data: string | Uint8Array, file: number) => Promise<void>

export interface Writer {
  /** Before the first article; not where a run goes on. */
  begin(): Promise<void>
  /**
   * @param out what the batch gave, a text for each file
   * @param earlier how many articles came before
   * @returns what could not be written
   */
  write(out: readonly Uint8Array[], earlier: number): Promise<Problem[]>
  /** After the last article. */
  end(articles: number): Promise<void>
}

const NOTHING: Problem[] = []
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const linesOf = <T>(bytes: Uint8Array): T[] =>
  decoder
    .decode(bytes)
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T)

/** One text after another, with what the form has before, between and after them. */
export function plainWriter(form: Form, print: Print): Writer {
  const { head, between = '', tail = '', empty } = formOf(form)
  // Head and tail wait for the first article where none at all is another case.
  const begin = empty === undefined ? head?.[0] : undefined
  return {
    async begin() {
      if (begin !== undefined) await print(begin, 0)
    },
    async write([text], earlier) {
      await print(earlier > 0 ? between : empty === undefined ? '' : (head?.[0] ?? ''), 0)
      await print(text, 0)
      return NOTHING
    },
    async end(articles) {
      await print(articles > 0 ? tail : (empty ?? tail), 0)
    },
  }
}

/** A file a table, of the kinds that are wanted; the roles go with the officials. */
export function tablesWriter(form: 'csv' | 'parquet', kinds: ReadonlySet<string>, print: Print): Writer {
  const wanted = tablesOf(kinds).map(table => TABLES.indexOf(table))
  const heads = formOf(form).head ?? []
  return {
    async begin() {
      for (const [file, table] of wanted.entries()) await print(heads[table] ?? '', file)
    },
    async write(out) {
      for (const [file, table] of wanted.entries()) await print(out[table] ?? '', file)
      return NOTHING
    },
    async end() {},
  }
}

export function tablesOf(kinds: ReadonlySet<string>): (typeof TABLES)[number][] {
  return TABLES.filter(table => kinds.has(table === 'roles' ? 'officials' : table))
}

/** For eyes: the records as a table, the text in colours, or both. */
export function tableWriter(options: TableOptions & { text: boolean }, print: Print): Writer {
  return {
    async begin() {},
    async write([lines], earlier) {
      for (const [i, { text, record }] of linesOf<Shown>(lines).entries()) {
        const parts = [formatTable(record, options)]
        if (options.text) parts.push(formatText(text, record, options))
        await print(`${earlier + i > 0 ? '\n' : ''}${parts.join('\n\n')}\n`, 0)
      }
      return NOTHING
    },
    async end() {},
  }
}

/** One page with all articles in it. */
export function htmlWriter(title: string, language: Language, print: Print): Writer {
  return {
    async begin() {
      await print(htmlHead(title, { language }), 0)
    },
    async write([articles]) {
      await print(articles, 0)
      return NOTHING
    },
    async end() {
      await print(htmlTail(), 0)
    },
  }
}

/** One document of all articles, in which each person, post and body stands once: it is held in memory until the end. */
export function popoloWriter(print: Print): Writer {
  const graph = new GraphBuilder()
  return {
    async begin() {},
    async write([lines]) {
      for (const [record, source] of linesOf<[Extraction, Source]>(lines))
        graph.add(record, sourceOf(record, 0, { source }))
      return NOTHING
    },
    async end() {
      const lists = Object.entries(popoloOf(graph.build())) as [string, object[]][]
      for (const [i, [name, things]] of lists.entries()) {
        await print(`${i === 0 ? '{' : ','}\n${JSON.stringify(name)}: [`, 0)
        // One by one: a string of all of them could be longer than strings can be.
        for (const [j, thing] of things.entries()) await print(`${j === 0 ? '' : ','}\n${JSON.stringify(thing)}`, 0)
        await print(things.length === 0 ? ']' : '\n]', 0)
      }
      await print('\n}\n', 0)
    },
  }
}

/** A text and its annotations for each article. */
export function bratWriter(folder: string): Writer {
  let to: BratFolder | null = null
  return {
    async begin() {
      to = new BratFolder(folder)
    },
    async write([lines]) {
      return linesOf<BratFiles>(lines)
        .map(files => to!.write(files))
        .filter(problem => problem !== null)
    },
    async end() {},
  }
}

/** The annotations alone, of the one text there is. */
export function annWriter(print: Print): Writer {
  return {
    async begin() {},
    async write([lines]) {
      for (const { ann } of linesOf<BratFiles>(lines)) await print(ann, 0)
      return NOTHING
    },
    async end() {},
  }
}
