/** Extraction as a stage of a stream. */
import { ReadableStream, TransformStream } from 'node:stream/web'
import type { ExtractorOptions } from '../options.js'
import type { Extraction } from '../records.js'
import type { Article } from './article.js'
import { checkJobs, createPool } from './pool.js'
import { createArticleReader } from './readers.js'

export interface StreamOptions extends ExtractorOptions {
  /** How many worker threads; 1, the default, is the thread at hand. */
  jobs?: number | undefined
}

/** Articles: an array, a generator, a Web or Node stream of objects. */
export type Articles = AsyncIterable<Article> | Iterable<Article>

/** A stage for `pipeThrough` of Web streams. */
export interface ExtractTransform {
  readonly writable: TransformStream<Article, Article>['writable']
  readonly readable: ReadableStream<Extraction>
}

/**
 * The records of many articles, in their order; as much is read as is asked for.
 *
 * @example
 * for await (const record of extractStream(articles, { jobs: 2 })) …
 * @throws TypeError at an article that is none
 */
export function extractStream(articles: Articles, options?: StreamOptions): AsyncGenerator<Extraction>
/**
 * A transform stream: articles in, records out.
 *
 * @example
 * await articles.pipeThrough(extractStream({ jobs: 2 })).pipeTo(records)
 */
export function extractStream(options?: StreamOptions): ExtractTransform
export function extractStream(first: Articles | StreamOptions = {}, options: StreamOptions = {}): unknown {
  if (isIterable(first)) return maker(options)(first)
  const { writable, readable } = new TransformStream<Article, Article>()
  return { writable, readable: readableOf(maker(first)(readable)) }
}

type Extract = (articles: Articles) => AsyncGenerator<Extraction>

/** Options are checked here, when the stream is made, and not when it is first read. */
function maker({ jobs = 1, ...options }: StreamOptions): Extract {
  checkJobs('extractStream', jobs)
  if (jobs === 1) {
    const read = createArticleReader(options)
    return async function* (articles) {
      for await (const article of articles) yield await read(article)
    }
  }
  const { rules, ...rest } = options
  if (rules !== undefined)
    throw new TypeError(
      'extractStream: "rules" are functions, which cannot be sent to threads; leave out "rules" or "jobs"',
    )
  const { language, ...others } = rest
  if (typeof language === 'function')
    throw new TypeError(
      'extractStream: a "language" that is a function cannot be sent to threads; leave out "language" or "jobs"',
    )
  const pool = createPool({ ...others, language, jobs })
  return async function* (articles) {
    try {
      yield* pool.stream(articles)
    } finally {
      await pool.close()
    }
  }
}

const isIterable = (value: object): value is Articles => Symbol.asyncIterator in value || Symbol.iterator in value

function readableOf<T>(records: AsyncGenerator<T>): ReadableStream<T> {
  return new ReadableStream<T>({
    async pull(controller) {
      const { done, value } = await records.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await records.return(undefined)
    },
  })
}
