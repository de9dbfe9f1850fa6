/** Batches through the work, in this thread or in several; the outcomes in the order of the batches. */
import { type Batch, type Outcome, type Piece, startOf } from './batch.js'
import { type Form, formOf } from './forms.js'
import { ordered } from './ordered.js'
import { ThreadDied, Threads } from './threads.js'
import { createWork, halves, type WorkSettings } from './work.js'

export interface Processor {
  process(batches: AsyncIterable<Batch>): AsyncGenerator<[Batch, Outcome]>
  close(): Promise<void>
}

/**
 * @param jobs 1: this thread does it
 * @param told called when a thread has died
 */
export function createProcessor(jobs: number, settings: WorkSettings, told: (reason: string) => void): Processor {
  if (jobs === 1) {
    const work = createWork(settings)
    return {
      process: batches => ordered(batches, async batch => (await work)(batch.pieces), 1),
      close: async () => {},
    }
  }
  const threads = new Threads(jobs, { batches: settings }, told)
  return {
    // Each thread has a batch at work and one waiting for it.
    process: batches => ordered(batches, batch => runApart(batch.pieces, threads, settings.form), 2 * jobs + 1),
    close: () => threads.close(),
  }
}

/** If a thread dies of a batch twice, the article to blame is looked for, so that the others are done. */
async function runApart(pieces: Piece[], threads: Threads, form: Form, lives = 2): Promise<Outcome> {
  try {
    // Of a view into a larger buffer the whole buffer would be sent.
    const copy = pieces.map(p => ({ ...p, bytes: new Uint8Array(p.bytes) }))
    return await threads.run<Outcome>(copy, lives)
  } catch (error) {
    if (!(error instanceof ThreadDied)) throw error
    const parts = halves({ pieces })
    if (parts === null) {
      const { file, line, bytes } = pieces[0]
      const reason = `worker thread died of it: ${error.message}`
      return { out: [], articles: 0, undated: 0, problems: [{ file, line, reason, start: startOf(bytes) }] }
    }
    // One death will do to halve again; the article itself gets its second chance.
    const chances = (part: Piece[]): number => (halves({ pieces: part }) === null ? 2 : 1)
    const first = await runApart(parts[0], threads, form, chances(parts[0]))
    return join(first, await runApart(parts[1], threads, form, chances(parts[1])), formOf(form).between ?? '')
  }
}

function join(a: Outcome, b: Outcome, between: string): Outcome {
  const both = a.articles > 0 && b.articles > 0 ? Buffer.from(between) : new Uint8Array(0)
  const empty = new Uint8Array(0)
  return {
    out: Array.from({ length: Math.max(a.out.length, b.out.length) }, (_, i) =>
      Buffer.concat([a.out[i] ?? empty, both, b.out[i] ?? empty]),
    ),
    articles: a.articles + b.articles,
    undated: a.undated + b.undated,
    problems: [...a.problems, ...b.problems],
  }
}
