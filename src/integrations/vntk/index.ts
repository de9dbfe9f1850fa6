/**
 * Words and parts of speech by vntk (https://github.com/vunb/vntk), with our offsets. vntk is installed by those who want it: it
 * builds native code, and reads some thousand characters a second.
 *
 *   const vntk = await createVntk()
 *   vntk.addWords(text, extract(text)).directives[0].actions[0].words
 */
import type { Action, Directive, Extraction, Span } from '../../records.js'
import { alignWords, compose, type Word } from './align.js'

export { alignWords, type Word } from './align.js'

/** What is used of vntk: `import * as vntk from 'vntk'` is one. */
export interface VntkModule {
  posTag(): { tag(text: string): (readonly [word: string, pos: string])[] | readonly unknown[] | string }
}

export type ActionWithWords = Action & { words: Word[] }
export type DirectiveWithWords = Omit<Directive, 'actions'> & { actions: ActionWithWords[] }
export type ExtractionWithWords = Omit<Extraction, 'directives'> & { directives: DirectiveWithWords[] }

export interface Vntk {
  /**
   * The words of a text, or of a span of it, with their parts of speech.
   * @throws RangeError if the span does not stand in the text
   */
  words(text: string, span?: Span): Word[]
  /**
   * The extraction with the words of each action of its directives. The sentence is read as a whole; a word that reaches over the
   * edge of the action is cut there. Nothing is changed in what was given.
   * @param text the text that the records were extracted from
   */
  addWords(text: string, extraction: Extraction): ExtractionWithWords
}

/**
 * Loads vntk and its model.
 * @param module vntk itself, where it was imported already or from somewhere else
 * @throws Error with the words to install it, where it is not
 */
export async function createVntk(module?: VntkModule): Promise<Vntk> {
  const tagger = (module ?? (await load())).posTag()

  const words = (text: string, span?: Span): Word[] => {
    const { start, end } = span ?? { start: 0, end: text.length }
    if (span !== undefined && text.slice(start, end) !== span.text)
      throw new RangeError(
        `words: the text has ${JSON.stringify(text.slice(start, end))} at ${start}–${end} where the span has ${JSON.stringify(span.text)}`,
      )
    const own = text.slice(start, end)
    if (own.trim() === '') return []
    const { text: composed, offsets } = compose(own)
    const aligned = alignWords(composed, tagger.tag(composed) as [string, string][])
    return aligned.map(word => {
      const from = offsets?.[word.start] ?? word.start
      const to = offsets?.[word.end] ?? word.end
      return { start: start + from, end: start + to, text: own.slice(from, to), pos: word.pos }
    })
  }

  return {
    words,
    addWords: (text, extraction) => ({
      ...extraction,
      directives: extraction.directives.map(directive => {
        const all = directive.actions.length > 0 ? words(text, directive) : []
        return { ...directive, actions: directive.actions.map(a => ({ ...a, words: within(all, a, text) })) }
      }),
    }),
  }
}

function within(words: readonly Word[], { start, end }: Span, text: string): Word[] {
  return words
    .filter(word => word.end > start && word.start < end)
    .map(word => {
      const from = Math.max(word.start, start)
      const to = Math.min(word.end, end)
      return { ...word, start: from, end: to, text: text.slice(from, to) }
    })
}

async function load(): Promise<VntkModule> {
  try {
    const vntk = await import('vntk')
    return (vntk as { default?: VntkModule }).default ?? vntk
  } catch (error) {
    const { message } = error as Error
    // "Cannot find package 'vntk'" says Node; bundlers say that they cannot resolve it.
    const absent = /["']vntk["']/.test(message) && /\b(?:find|resolve)\b/.test(message)
    throw new Error(
      absent
        ? 'chucdanh/vntk needs the package vntk, which builds native code: npm install vntk'
        : `chucdanh/vntk: the package vntk is there but does not load (npm rebuild vntk?): ${message}`,
      { cause: error },
    )
  }
}
