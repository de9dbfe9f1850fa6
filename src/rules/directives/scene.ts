/** One sentence taken apart: its actors and its verbs in order, with what stands inside quotation marks. */
import type { Document } from '../../document.js'
import { PLACE, VERB } from '../../lexicon/classes.js'
import { CLOSE, ELLIPSIS, EXCLAMATION, PUNCTUATION, QUESTION, QUOTE, STOP } from '../../text/flags.js'
import { ALL_CAPS } from '../../text/sentences.js'
import { firstFrom, firstWhere } from '../sorted.js'
import { ActorReader } from './actor-reader.js'
import type { Actor } from './actors.js'
import type { Standings } from './authority.js'
import type { Quote } from './quotes.js'

/** A verb of verbs.tsv where it stands. */
export interface Verb {
  from: number
  to: number
  /** Its uses and force, see vocabulary.ts. */
  code: number
}

export interface Scene {
  sentence: number
  first: number
  stop: number
  /** Without the final mark and what closes after it. */
  end: number
  caps: boolean
  actors: Actor[]
  verbs: Verb[]
}

export function readScene(doc: Document, codes: Int32Array, standings: Standings, sentence: number): Scene {
  const { sentences, marks, tokens } = doc
  const first = sentences.first[sentence]
  const stop = sentences.first[sentence + 1]
  const caps = (sentences.flags[sentence] & ALL_CAPS) !== 0
  const scene: Scene = { sentence, first, stop, end: endOf(doc, first, stop), caps, actors: [], verbs: [] }
  const reader = new ActorReader(doc, first, stop, caps, standings)
  for (let i = first; i < stop; ) {
    if ((tokens.flags[i] & PUNCTUATION) !== 0) {
      i++
      continue
    }
    const actor = reader.at(i, scene.actors.length > 0 && scene.actors[scene.actors.length - 1].to === i)
    if (actor !== null) {
      scene.actors.push(actor)
      i = actor.to
      continue
    }
    const verb = marks.endAt(i, VERB)
    if (verb > marks.endAt(i, PLACE)) {
      scene.verbs.push({ from: i, to: verb, code: codes[marks.entryAt(i, VERB)] })
      i = verb
      continue
    }
    i = Math.max(i + 1, marks.endAt(i, PLACE))
  }
  return scene
}

function endOf(doc: Document, first: number, stop: number): number {
  const { key, flags } = doc.tokens
  let end = stop
  while (end > first && (flags[end - 1] & PUNCTUATION) !== 0) {
    const k = key[end - 1]
    if (
      k !== STOP &&
      k !== QUESTION &&
      k !== EXCLAMATION &&
      k !== QUOTE &&
      k !== ELLIPSIS &&
      k !== 0x27 &&
      k !== 0x3b &&
      k !== 0x3a &&
      k !== CLOSE
    )
      break
    if (k === CLOSE) break
    end--
  }
  return end
}

/** Index of the quotation that holds token `i`, or -1. Quotations follow each other. */
export function quoteAt(quotes: readonly Quote[], i: number): number {
  const q = firstWhere(quotes.length, k => quotes[k].close > i)
  return q < quotes.length && quotes[q].open < i ? q : -1
}

/** Index of the first verb of the scene that begins at or after token `i`. */
export const verbFrom = (scene: Scene, i: number): number => firstFrom(scene.verbs, i)

/** Index of the first actor that begins at or after token `i`. */
export const actorFrom = (scene: Scene, i: number): number => firstFrom(scene.actors, i)

/** The actor that ends right before token `end`, or null. */
export function actorEnding(scene: Scene, end: number): Actor | null {
  const i = actorFrom(scene, end) - 1
  return i >= 0 && scene.actors[i].to === end ? scene.actors[i] : null
}

/** The actor that begins at token `i`, or null. */
export function actorAt(scene: Scene, i: number): Actor | null {
  const a = actorFrom(scene, i)
  return a < scene.actors.length && scene.actors[a].from === i ? scene.actors[a] : null
}

/** The verb that begins at token `i`, or null. */
export function verbAt(scene: Scene, i: number): Verb | null {
  const v = verbFrom(scene, i)
  return v < scene.verbs.length && scene.verbs[v].from === i ? scene.verbs[v] : null
}

/** Does a verb end right before token `end`? */
export function verbEnding(scene: Scene, end: number): boolean {
  const v = verbFrom(scene, end) - 1
  return v >= 0 && scene.verbs[v].to === end
}
