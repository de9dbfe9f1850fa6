/** The records of a compromise document, and where each of them stands in it. */
import type { Directive, Extraction, Official, Span, Term, TitleMention } from '../../records.js'

/** What is used here of compromise's words. */
export interface Word {
  pre: string
  text: string
  post: string
}

/** Sentences of words. */
export type Words = Word[][]

/** Compromise's pointer: index of the sentence, first word, word after the last. */
export type Pointer = [sentence: number, start: number, end: number]

export interface Placed<R> {
  pointer: Pointer
  record: R
}

export interface Kinds {
  officials: Official
  titles: TitleMention
  terms: Term
  directives: Directive
}

export type Found = { extraction: Extraction } & { [K in keyof Kinds]: Placed<Kinds[K]>[] } & {
  /** Every mention of an official by name. */
  mentions: Placed<Official>[]
}

/** Reads the records off documents; once each, as long as their words stay what they are. */
export function createReader(extract: (text: string) => Extraction): (document: Words) => Found {
  const read = new WeakMap<Words, { text: string; found: Found }>()
  return document => {
    const text = textOf(document)
    const before = read.get(document)
    if (before?.text === text) return before.found
    const found = find(document, extract(text))
    read.set(document, { text, found })
    return found
  }
}

/** The text as it was given: compromise keeps every character of it, before, in and after the words. */
export function textOf(document: Words): string {
  let text = ''
  for (const sentence of document) for (const { pre, text: word, post } of sentence) text += pre + word + post
  return text
}

function find(document: Words, extraction: Extraction): Found {
  const at = placer(document)
  const place = <R>(record: R, span: Span): Placed<R>[] => {
    const pointer = at(span)
    return pointer === null ? [] : [{ pointer, record }]
  }
  const byName = (o: Official): Span[] => o.mentions.filter(m => m.kind === 'full' || m.kind === 'short')
  return {
    extraction,
    officials: extraction.officials.flatMap(o => {
      const names = byName(o)
      // Where the name stands as the record has it; a headline may have less of it.
      const best = names.find(m => m.text.replace(/\s+/g, ' ') === o.name) ?? names[0] ?? o.mentions[0]
      return place(o, best)
    }),
    mentions: extraction.officials.flatMap(o => byName(o).flatMap(m => place(o, m))),
    titles: extraction.titles.flatMap(t => place(t, t)),
    terms: extraction.terms.flatMap(t => place(t, t)),
    directives: extraction.directives.flatMap(d => place(d, d)),
  }
}

/** A function from spans to pointers. A word that a span takes part of is taken whole. */
function placer(document: Words): (span: Span) => Pointer | null {
  const words: { sentence: number; index: number; start: number; end: number }[] = []
  let offset = 0
  document.forEach((sentence, s) => {
    sentence.forEach(({ pre, text, post }, index) => {
      const start = offset + pre.length
      offset = start + text.length + post.length
      // Words that a contraction or a range stands for have no text.
      if (text !== '') words.push({ sentence: s, index, start, end: start + text.length })
    })
  })
  return ({ start, end }) => {
    let low = 0
    let high = words.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (words[middle].end > start) high = middle
      else low = middle + 1
    }
    const first = words[low]
    if (first === undefined || first.start >= end) return null
    let last = first
    for (let i = low + 1; i < words.length && words[i].start < end; i++) {
      // No pointer runs from one sentence into the next.
      if (words[i].sentence !== first.sentence) break
      last = words[i]
    }
    return [first.sentence, first.index, last.index + 1]
  }
}
