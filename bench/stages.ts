/** What each stage costs, by name. */
import { Document } from '../src/document.js'
import { STAGES } from '../src/extractor.js'
import { detectLanguage } from '../src/language/detect.js'
import { defaultLexicon } from '../src/lexicon/load.js'
import { markForms } from '../src/lexicon/marks.js'
import { buildRecords } from '../src/rules/records.js'
import { splitSentences } from '../src/text/sentences.js'
import { tokenize } from '../src/text/tokens.js'
import { BARE, CONTESTANTS } from './contestants.js'
import { median } from './statistics.js'

export interface StageRow {
  name: string
  /** Nanoseconds a character. */
  nanoseconds: number
  /** As a multiple of the bare tokenisation. */
  ratio: number
  /** Of all stages together. */
  share: number
}

export interface Stages {
  rows: StageRow[]
  total: StageRow
}

const ALL = { officials: true, titles: true, terms: true, directives: true }

export async function measureStages(texts: readonly string[], rounds: number): Promise<Stages> {
  const names = ['tokens', 'sentences', 'marks', 'language', ...STAGES.map(s => s.name), 'records']
  const perRound = new Map<string, number[]>(names.map(n => [n, []]))
  const ratios = new Map<string, number[]>(names.map(n => [n, []]))
  const totals: number[] = []
  const totalRatios: number[] = []
  const bare = await CONTESTANTS.find(c => c.name === BARE)!.load()
  const characters = texts.reduce((n, t) => n + t.length, 0)
  for (let round = 0; round <= rounds; round++) {
    let start = performance.now()
    for (const text of texts) bare(text)
    const bareTime = performance.now() - start
    const times = new Map<string, number>(names.map(n => [n, 0]))
    for (const text of texts) {
      let at = performance.now()
      const lap = (name: string): void => {
        const now = performance.now()
        times.set(name, times.get(name)! + now - at)
        at = performance.now()
      }
      const tokens = tokenize(text)
      lap('tokens')
      const sentences = splitSentences(text, tokens)
      lap('sentences')
      const marks = markForms(tokens, sentences, defaultLexicon())
      lap('marks')
      const doc = new Document(text, tokens, sentences, marks, defaultLexicon(), { date: null, place: null })
      const language = detectLanguage(doc)
      lap('language')
      if (language === 'vi')
        for (const stage of STAGES) {
          stage.run(doc)
          lap(stage.name)
        }
      buildRecords(doc, language, ALL)
      lap('records')
    }
    // The first round warms the compilers up.
    if (round === 0) continue
    let sum = 0
    for (const [name, ms] of times) {
      perRound.get(name)!.push((ms * 1e6) / characters)
      ratios.get(name)!.push(ms / bareTime)
      sum += ms
    }
    totals.push((sum * 1e6) / characters)
    totalRatios.push(sum / bareTime)
    start = 0
  }
  const total = median(totals)
  return {
    rows: names.map(name => ({
      name,
      nanoseconds: median(perRound.get(name)!),
      ratio: median(ratios.get(name)!),
      share: median(perRound.get(name)!) / total,
    })),
    total: { name: 'together', nanoseconds: total, ratio: median(totalRatios), share: 1 },
  }
}
