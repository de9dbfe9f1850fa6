/** Extraction in worker threads, for programs. */
import { availableParallelism } from 'node:os'
import { createExtractor } from '../extractor.js'
import { describeValue } from '../messages.js'
import { checkNames, type ExtractOptions, type ExtractorOptions } from '../options.js'
import type { Extraction } from '../records.js'
import { type Article, articleParts } from './article.js'
import { ordered } from './ordered.js'
import { ThreadDied, Threads } from './threads.js'
import type { Answer, WorkerData } from './worker.js'

/** What is said once for all threads. Rules are functions, which cannot be sent to a thread. */
export interface PoolOptions extends Omit<ExtractorOptions, 'rules' | 'language'> {
  language?: 'auto' | 'vi' | undefined
  /** How many threads; as many as there are cores if not said. They start when there is work for them. */
  jobs?: number | undefined
  /** Called when a thread has died, with the reason. What it was at is done again by another. */
  onThreadDeath?: ((reason: string) => void) | undefined
}

export interface Pool {
  readonly jobs: number
  /**
   * Extracts the records of one text, or of one article as an object, in a thread.
   * @throws what `extract` throws; or an error if two threads died of the text
   */
  extract(article: Article, options?: ExtractOptions): Promise<Extraction>
  /** The records of many articles, in their order; few are held at a time. */
  stream(articles: AsyncIterable<Article> | Iterable<Article>): AsyncGenerator<Extraction>
  /** Ends the threads. A pool without work keeps no program from ending. */
  close(): Promise<void>
}

/**
 * Makes a pool of worker threads, each with an extractor of its own.
 * @throws TypeError naming the option or the entry that is wrong
 */
export function createPool(options: PoolOptions = {}): Pool {
  checkNames('createPool', options, ['jobs', 'onThreadDeath', 'date', 'place', 'kinds', 'trace', 'language', 'lexicon'])
  const { jobs = availableParallelism(), onThreadDeath, ...extractor } = options
  checkJobs('createPool', jobs)
  if (typeof extractor.language === 'function')
    throw new TypeError(
      'createPool: a "language" that is a function cannot be sent to threads; leave it out, or tell the language before',
    )
  // What is wrong with the options is told here, not by a thread that dies of it.
  createExtractor(extractor)
  const data: WorkerData = { articles: extractor }
  const threads = new Threads(jobs, data, reason => onThreadDeath?.(reason))

  const one = async (article: Article): Promise<Extraction> => {
    const { kind, text, options } = articleParts(article)
    let answer: Answer
    try {
      answer = await threads.run<Answer>({ [kind]: text, ...options })
    } catch (error) {
      throw error instanceof ThreadDied ? new Error(`worker threads died of this article: ${error.message}`) : error
    }
    if ('json' in answer) return JSON.parse(answer.json)
    throw answer.wrongUse ? new TypeError(answer.error) : new Error(answer.error)
  }
  return {
    jobs,
    extract: (article, options = {}) =>
      one({ ...(typeof article === 'string' ? { text: article } : article), ...options }),
    async *stream(articles) {
      // Each thread has an article at work; the others wait for it, or for those before them.
      for await (const [, record] of ordered(articles, one, 8 * jobs)) yield record
    },
    close: () => threads.close(),
  }
}

export function checkJobs(caller: string, jobs: unknown): void {
  if (!Number.isInteger(jobs) || (jobs as number) < 1)
    throw new TypeError(`${caller}: "jobs" must be a whole number from 1 on, but it is ${describeValue(jobs)}`)
}
