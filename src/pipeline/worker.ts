/** A worker thread: told once what kind of work it is, it answers each message with the result. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ExtractorOptions } from '../options.js'
import type { Article } from './article.js'
import type { Piece } from './batch.js'
import { createArticleReader } from './readers.js'
import { createWork, type WorkSettings } from './work.js'

/** Batches of files, for the command line; or single articles, for programs. */
export type WorkerData = { batches: WorkSettings } | { articles: Omit<ExtractorOptions, 'rules'> }

/** A record as JSON, or what is wrong with the article. */
export type Answer = { json: string } | { error: string; wrongUse: boolean }

const data = workerData as WorkerData
const port = parentPort!

if ('batches' in data) {
  const work = await createWork(data.batches)
  port.on('message', (pieces: Piece[]) => {
    const outcome = work(pieces)
    port.postMessage(
      { answer: outcome },
      outcome.out.map(o => o.buffer as ArrayBuffer),
    )
  })
} else {
  const read = createArticleReader(data.articles)
  port.on('message', async (article: Article) => {
    let answer: Answer
    try {
      answer = { json: JSON.stringify(await read(article)) }
    } catch (error) {
      answer = { error: (error as Error).message, wrongUse: error instanceof TypeError }
    }
    port.postMessage({ answer })
  })
}
port.postMessage({ ready: true })
