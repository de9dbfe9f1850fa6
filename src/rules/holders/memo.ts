/**
 * What many titles of one sentence ask of it: found once, when first asked for, so that a sentence of a thousand titles is
 * not walked over a thousand times.
 */
import type { Document, Name } from '../../document.js'
import { HONORIFIC, STATUS } from '../../lexicon/classes.js'
import { COMMA, NUMBER, SEMICOLON, WORD } from '../../text/flags.js'
import { firstWhere } from '../sorted.js'
import { isWord, WordSet } from '../words.js'
import type { Item } from './scene.js'

/** Last syllables of the verbs that name somebody for a post: "giới thiệu", "phân công", "cử", "chọn". */
const NAMES = new WordSet('thiệu công cử chọn')

const NOWHERE = Number.POSITIVE_INFINITY

export class Memo {
  private readonly firsts: (number | undefined)[] = []
  private semicolons: number[] | null = null
  private passives: number[] | null = null
  private indices: Map<Name, number> | null = null
  private lastNames: Int32Array | null = null
  private followed: Map<Name, number> | null = null
  private nextNames: Int32Array | null = null
  /** Whom the text was speaking of before this sentence; not yet asked for where undefined. */
  topic: Name | null | undefined
  /** A month or year but no day is named; not yet asked for where undefined. */
  byMonth: boolean | undefined

  constructor(
    private readonly doc: Document,
    private readonly items: readonly Item[],
    private readonly first: number,
    private readonly stop: number,
  ) {}

  private find(question: number, answers: (j: number) => boolean): number {
    const known = this.firsts[question]
    if (known !== undefined) return known
    let j = this.first
    while (j < this.stop && !answers(j)) j++
    this.firsts[question] = j < this.stop ? j : NOWHERE
    return this.firsts[question]!
  }

  /** The first word of address: a pronoun, or before a name. */
  get address(): number {
    const { marks } = this.doc
    return this.find(0, j => marks.has(j, HONORIFIC) && marks.rowAt(j, HONORIFIC)![1] === 'address')
  }

  /** The first verb of appointing, or of taking a post away to give another. */
  get appointment(): number {
    const { marks } = this.doc
    return this.find(1, j => {
      const row = marks.rowAt(j, STATUS)
      // "phân công ông X làm …": these words have other uses, and appoint only where the name and the post follow.
      if (row === null) return NAMES.has(this.doc, j) && this.opensPerson(j + 1)
      if (!row[2].includes('verb')) return false
      return row[1] === 'incoming' || /^(thôi|cho thôi|miễn nhiệm)/.test(row[0])
    })
  }

  /** Does a name begin here, or the word of address or the title before one? */
  private opensPerson(token: number): boolean {
    const { doc } = this
    const at = doc.titleAt.get(token)?.to ?? token
    return doc.nameAt.has(at) || (doc.marks.has(at, HONORIFIC) && doc.nameAt.has(doc.marks.endAt(at, HONORIFIC)))
  }

  get comma(): number {
    return this.find(2, j => this.doc.tokens.key[j] === COMMA)
  }

  /** "kỷ luật" */
  get punishment(): number {
    return this.find(3, j => isWord(this.doc, j, 'kỷ') && isWord(this.doc, j + 1, 'luật'))
  }

  /** "tiếp tục" before a status word */
  get continued(): number {
    const { doc } = this
    return this.find(
      4,
      j =>
        isWord(doc, j, 'tiếp') &&
        isWord(doc, j + 1, 'tục') &&
        (doc.marks.has(j + 2, STATUS) || isWord(doc, j + 2, 'phân')),
    )
  }

  /** Is there a semicolon from `from` up to `to`? */
  cut(from: number, to: number): boolean {
    const { key, flags } = this.doc.tokens
    this.semicolons ??= this.all(j => key[j] === SEMICOLON && (flags[j] & (WORD | NUMBER)) === 0)
    return anyWithin(this.semicolons, from, to)
  }

  /** Is there "bị" or "được" from `from` up to `to`? */
  suffers(from: number, to: number): boolean {
    this.passives ??= this.all(j => isWord(this.doc, j, 'bị') || isWord(this.doc, j, 'được'))
    return anyWithin(this.passives, from, to)
  }

  private all(answers: (j: number) => boolean): number[] {
    const out: number[] = []
    for (let j = this.first; j < this.stop; j++) if (answers(j)) out.push(j)
    return out
  }

  /** Which item a name is, or -1. */
  indexOf(name: Name): number {
    if (this.indices === null) {
      this.indices = new Map()
      for (let i = 0; i < this.items.length; i++)
        if (this.items[i].name !== null) this.indices.set(this.items[i].name!, i)
    }
    return this.indices.get(name) ?? -1
  }

  /** The last item before item `i` that is a name, or -1. */
  nameBefore(i: number): number {
    if (this.lastNames === null) {
      this.lastNames = new Int32Array(this.items.length + 1).fill(-1)
      for (let k = 0; k < this.items.length; k++)
        this.lastNames[k + 1] = this.items[k].name !== null ? k : this.lastNames[k]
    }
    return this.lastNames[i]
  }

  /** The first item from `i` on that is a name, or -1. */
  nameFrom(i: number): number {
    if (this.nextNames === null) {
      this.nextNames = new Int32Array(this.items.length + 1).fill(-1)
      for (let k = this.items.length - 1; k >= 0; k--)
        this.nextNames[k] = this.items[k].name !== null ? k : this.nextNames[k + 1]
    }
    return i < this.nextNames.length ? this.nextNames[i] : -1
  }

  /** The first item that is a title in apposition after this name, or infinity. Asked for when appositions are done with. */
  titleBehind(name: Name): number {
    if (this.followed === null) {
      this.followed = new Map()
      for (let i = 0; i < this.items.length; i++) {
        const { title } = this.items[i]
        if (title === null || title.holder === null || title.via !== 'after-name' || this.followed.has(title.holder))
          continue
        this.followed.set(title.holder, i)
      }
    }
    return this.followed.get(name) ?? NOWHERE
  }
}

/** Does one of the positions, which are in order, lie from `from` up to `to`? */
function anyWithin(positions: readonly number[], from: number, to: number): boolean {
  const first = firstWhere(positions.length, k => positions[k] >= from)
  return first < positions.length && positions[first] < to
}
