/** What runs in the measured processes: one part, told by the command line, its result as JSON on the last line. */
import { readArticles } from '../scripts/lib/articles.js'
import { measureBig } from './big.js'
import { measureGrowth } from './growth.js'
import { measureHostile } from './hostile.js'
import { measureLeaks } from './leaks.js'
import { measureAllocation, measurePeak } from './memory.js'
import { measureSpeed } from './speed.js'
import { measureStages } from './stages.js'

export interface Job {
  part: 'speed' | 'stages' | 'allocation' | 'peak' | 'growth' | 'hostile' | 'leaks' | 'big'
  files: string[]
  rounds: number
  seed: number
  /** For memory: whose; null for none. */
  name: string | null
  /** For one big text: its size. */
  bytes: number
}

const job = JSON.parse(process.argv[2]) as Job
const texts: string[] = []
for await (const article of readArticles(job.files)) texts.push(article.text)

const result =
  job.part === 'speed'
    ? await measureSpeed(texts, job.rounds, job.seed)
    : job.part === 'stages'
      ? await measureStages(texts, job.rounds)
      : job.part === 'allocation'
        ? await measureAllocation(job.name!, texts)
        : job.part === 'peak'
          ? await measurePeak(job.name, texts)
          : job.part === 'growth'
            ? measureGrowth(texts, job.rounds)
            : job.part === 'hostile'
              ? measureHostile(job.rounds)
              : job.part === 'leaks'
                ? measureLeaks(texts)
                : measureBig(texts, job.bytes)
console.log(`\n${JSON.stringify(result)}`)
