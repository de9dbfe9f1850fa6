/**
 * Which language are these few words in? The statistics of `franc` are made for paragraphs; of a headline they are one hint among
 * three, beside the letters that only some languages write, and the small words.
 */
import { franc, francAll } from 'franc'
import { SCRIPTS } from './features.js'

/** What a word counts for that one language alone has; the other hints are weighed against it. */
const WORD = 1
const LETTER = 1
const WRONG_LETTER = 2.5
const STATISTICS = 8
const RARE = 1.5
/** They say the less, the fewer letters there are below so many. */
const A_HEADLINE = 30
/** Nearer to each other than this, two languages are not told apart. */
const MARGIN = 1.2

interface Language {
  tag: string
  franc: string
  rare: boolean
  words: ReadonlySet<string>
  letters: ReadonlySet<string>
}

interface Script {
  letter: RegExp
  languages: Language[]
}

let scripts: Script[] | null = null

const load = ({ letter, languages }: (typeof SCRIPTS)[number]): Script => ({
  letter,
  languages: Object.entries(languages).map(([tag, { franc, rare = false, words, letters }]) => ({
    tag,
    franc,
    rare,
    words: new Set(words.split(' ')),
    letters: new Set(letters),
  })),
})

/**
 * The tag of the language, or "und" where no language is clearly the likeliest.
 *
 * @param text composed (NFC)
 * @param vietnamese points that Vietnamese has beforehand, because of its syllables
 */
export function languageOfFewWords(text: string, vietnamese: number): string {
  scripts ??= SCRIPTS.map(load)
  const words = (text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).map(word => word.toLowerCase())
  // The other scripts are of one language each.
  const script = scripts.find(({ letter }) => words.filter(word => letter.test(word)).length * 2 > words.length)
  if (script === undefined) return franc(text, { minLength: 1 })
  const points = pointsOf(script, text, words)
  let best = 'und'
  let most = Number.NEGATIVE_INFINITY
  let second = most
  script.languages.forEach(({ tag }, i) => {
    const all = points[i] + (tag === 'vi' ? vietnamese : 0)
    if (all > most) {
      second = most
      most = all
      best = tag
    } else if (all > second) second = all
  })
  return most - second < MARGIN ? 'und' : best
}

function pointsOf({ letter, languages }: Script, text: string, words: readonly string[]): number[] {
  const likely = new Map(francAll(text, { minLength: 1, only: languages.map(l => l.franc) }))
  const statistics = STATISTICS * Math.min(1, text.length / A_HEADLINE)
  const points = languages.map(({ franc, rare }) => statistics * (likely.get(franc) ?? 0) - (rare ? RARE : 0))
  /** The fewer languages have it, the more it says. */
  const count = (have: readonly boolean[], worth: number, wrong: number): void => {
    const value = worth * Math.log(languages.length / have.filter(Boolean).length)
    if (!Number.isFinite(value)) return
    have.forEach((has, i) => {
      points[i] += has ? value : -wrong
    })
  }
  for (const word of words)
    count(
      languages.map(l => l.words.has(word)),
      WORD,
      0,
    )
  for (const c of new Set(words.join('')))
    if (letter.test(c))
      count(
        languages.map(l => l.letters.has(c)),
        LETTER,
        WRONG_LETTER,
      )
  return points
}
