/**
 * Which language is a text in? For collections of news in many languages, of which the Vietnamese is wanted:
 *
 *   extract(text, { language: detectLanguage })
 */
import { franc } from 'franc'
import { languageOfFewWords } from './few-words.js'
import { judge } from './vietnamese.js'

/** More is not needed to know. */
const ENOUGH = 2000
/** Shorter texts are judged by more than the statistics, which take a headline for anything. */
const SHORT = 300

/**
 * Tells the language of a text, as a BCP 47 tag ("vi", "en", "zh"), or "und" where it cannot be told.
 *
 * Vietnamese is told by its letters and syllables, also where the tone marks were left out. Only where these leave it open are the
 * statistics of `franc` asked, and for short texts their small words and letters as well.
 */
export function detectLanguage(text: string): string {
  if (typeof text !== 'string')
    throw new TypeError(`detectLanguage: the text must be a string, but it is ${text === null ? 'null' : typeof text}`)
  const start = text.slice(0, ENOUGH).normalize('NFC')
  const verdict = judge(start)
  if (verdict === 'vi') return 'vi'
  if (start.length >= SHORT) return tagOf(franc(start))
  return tagOf(languageOfFewWords(start, verdict === 'likely' ? LIKELY : -LIKELY))
}

/** What its syllables count for, for a short text or against it: as much as two of its small words. */
const LIKELY = 5

/** "eng" -> "en": BCP 47 has the shortest code there is. */
const tagOf = (code: string): string => (code === 'und' ? code : (Intl.getCanonicalLocales(code)[0] ?? code))
