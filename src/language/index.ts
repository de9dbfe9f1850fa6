/**
 * Which language is a text in? For collections of news in many languages, of which the Vietnamese is wanted:
 *
 *   extract(text, { language: detectLanguage })
 */
import { franc } from 'franc'
import { judge } from './vietnamese.js'

/** More is not needed to know. */
const ENOUGH = 2000
/** Shorter texts are taken for one of the languages of large news sites: among two hundred, a headline is taken for anything. */
const SHORT = 300
const OF_NEWS =
  'ara ben bul cat ces cmn dan deu ell eng fin fra heb hin hun hye ind ita jpn kan khm kat kor lao lit mar mya nld nob pan pes pol por ron rus slk spa srp swe tam tel tgl tha tur ukr urd vie'.split(
    ' ',
  )

/**
 * Tells the language of a text, as a BCP 47 tag ("vi", "en", "zh"), or "und" where it cannot be told.
 *
 * Vietnamese is told by its letters and syllables, also where the tone marks were left out. Only where these leave it open is the
 * statistics of `franc` asked.
 */
export function detectLanguage(text: string): string {
  if (typeof text !== 'string')
    throw new TypeError(`detectLanguage: the text must be a string, but it is ${text === null ? 'null' : typeof text}`)
  const start = text.slice(0, ENOUGH).normalize('NFC')
  const verdict = judge(start)
  if (verdict === 'vi') return 'vi'
  const found = franc(start, start.length < SHORT ? { minLength: 8, only: OF_NEWS } : { minLength: 8 })
  if (verdict !== 'likely') return tagOf(found)
  // Statistics of text with marks say nothing sure of short text without them.
  return start.length < SHORT && (found === 'und' || !CONFIDENT.has(found)) ? 'vi' : tagOf(found)
}

/** Languages with words as short as the syllables of Vietnamese. */
const CONFIDENT = new Set(['eng', 'spa', 'por', 'ita', 'fra', 'nld', 'deu'])

/** "eng" -> "en": BCP 47 has the shortest code there is. */
const tagOf = (code: string): string => (code === 'und' ? code : (Intl.getCanonicalLocales(code)[0] ?? code))
