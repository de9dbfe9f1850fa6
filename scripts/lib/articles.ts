/** Reads articles from files, for the scripts of this folder and the benchmark. */
import { createReadStream, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

export interface Article {
  id: string
  text: string
  /** ISO date, if the file gives one. */
  date: string | null
}

/**
 * The articles of the files in order: `.ndjson` and `.jsonl` with one {"text": …} a line (and "id", "date" if there are),
 * the same gzipped, or `.txt` with one article.
 * @throws Error naming file and line where a line is no JSON object with a text
 */
export async function* readArticles(files: readonly string[]): AsyncGenerator<Article> {
  for (const file of files) {
    if (file.endsWith('.txt')) {
      yield { id: basename(file, '.txt'), text: readFileSync(file, 'utf8'), date: null }
      continue
    }
    const bytes = createReadStream(file)
    const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
    bytes.on('error', error => input.destroy(error))
    let n = 0
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      n++
      if (line.trim() !== '') yield articleOf(line, `${file}:${n}`)
    }
  }
}

function articleOf(line: string, where: string): Article {
  let value: { id?: unknown; text?: unknown; date?: unknown } | null
  try {
    value = JSON.parse(line)
  } catch {
    throw new Error(`${where}: this line is no JSON; one article a line is expected, as {"text": "…"}`)
  }
  if (typeof value !== 'object' || value === null || typeof value.text !== 'string')
    throw new Error(`${where}: this line has no "text"; one article a line is expected, as {"text": "…"}`)
  return {
    id: typeof value.id === 'string' || typeof value.id === 'number' ? String(value.id) : where,
    text: value.text,
    date: typeof value.date === 'string' && /^\d{4}-\d\d-\d\d/.test(value.date) ? value.date.slice(0, 10) : null,
  }
}
