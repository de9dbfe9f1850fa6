/** Actors in a row: a list of them, or a body and the one that it is part of. */
import type { Document } from '../../document.js'
import { COMMA, DASH, PUNCTUATION } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Actor } from './actors.js'
import { BEFORE_SUBJECT } from './nominative.js'
import { actorEnding, type Scene } from './scene.js'

/** Before a list they make it none of subjects: "gửi UBND tỉnh, Sở Y tế và Chi cục X | đề nghị". */
const LIST_HEADS = new WordSet('của với gửi cho đến tới giữa như gồm')

/** The first of the list that ends in this actor. */
export function listHead(doc: Document, scene: Scene, actor: Actor): Actor {
  let head = actor
  for (let guard = 0; guard < 12; guard++) {
    const b = head.from - 1
    if (b <= scene.first || (doc.tokens.key[b] !== COMMA && !isWord(doc, b, 'và'))) break
    const before = actorEnding(scene, b)
    if (before === null || before.kind !== actor.kind) break
    head = before
  }
  return head
}

/** The first of a list that ends in this actor, where the list depends on a preposition; else the actor itself. */
export function ofList(doc: Document, scene: Scene, actor: Actor): Actor {
  const head = listHead(doc, scene, actor)
  const b = head.from - 1
  return head !== actor && b >= scene.first && LIST_HEADS.has(doc, b) ? head : actor
}

/** Does the list that goes on with "và" at token `b` depend on a preposition? */
export function dependsOn(doc: Document, scene: Scene, b: number): boolean {
  for (let i = b - 1; i > scene.first && b - i < 9; i--) {
    if ((doc.tokens.flags[i] & PUNCTUATION) !== 0) return false
    if (isWord(doc, i, 'với') || isWord(doc, i, 'gửi')) return true
  }
  return false
}

/** "Phòng Cảnh sát giao thông - Công an TP Hải Phòng", "Cục Phòng bệnh, Bộ Y tế": a body and the one that it is part of. */
export function withParent(doc: Document, scene: Scene, actor: Actor): Actor {
  const b = actor.from - 1
  if (actor.kind !== 'body' || b <= scene.first || (doc.tokens.key[b] !== DASH && doc.tokens.key[b] !== COMMA))
    return actor
  const part = actorEnding(scene, b)
  // "Trưởng phòng CSGT - Công an Hà Nội"
  if (part !== null && doc.tokens.key[b] === DASH && (part.kind === 'title' || part.kind === 'person')) return part
  if (part === null || part.kind !== 'body') return actor
  const before = part.from - 1
  const opens =
    before < scene.first || (doc.tokens.flags[before] & PUNCTUATION) !== 0 || BEFORE_SUBJECT.has(doc, before)
  return opens ? { ...actor, from: part.from } : actor
}
