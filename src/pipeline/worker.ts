/** A worker thread: told once what kind of work it is, it answers each message with the result. */
import { parentPort, workerData } from 'node:worker_threads'
import { createExtractor } from '../extractor.js'
import type { ExtractorOptions } from '../options.js'
import { type Article, articleParts } from './article.js'
import type { Piece } from './batch.js'
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
  const extractor = createExtractor(data.articles)
  port.on('message', (article: Article) => {
    let answer: Answer
    try {
      answer = { json: JSON.stringify(extractor(...articleParts(article))) }
    } catch (error) {
      answer = { error: (error as Error).message, wrongUse: error instanceof TypeError }
    }
    port.postMessage({ answer })
  })
}
port.postMessage({ ready: true })
