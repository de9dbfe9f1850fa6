/**
 * An item of a written list of orders: who is to do what, told by the list's head.
 *
 *   1. Sở Xây dựng rà soát các tuyến lộ …                   somebody, and the task
 *   2. Bộ trưởng Bộ Quốc phòng chỉ đạo Quân khu 4 …         also where it is to direct others
 *   3. Bộ Công an, Bộ Y tế:                                 somebody, for the items below
 *   + Giữ nguyên quân số ứng trực;                          the bare task
 *   4. Giao Văn phòng UBND tỉnh theo dõi …                  a verb that directs, of the list's own speaker
 */
import type { DirectiveMention, Document, Range } from '../../document.js'
import { CAPITAL, COLON, NUMBER, PUNCTUATION, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import { splitTasks } from './actions.js'
import { readTasks } from './addressee.js'
import type { Article } from './article.js'
import { tellsAt } from './imperatives.js'
import { endsWithColon, type Listed, readLists } from './lists.js'
import { isSomebody } from './names.js'
import { openerOf } from './openers.js'
import { PhraseSet } from './phrases.js'
import { actorAt, quoteAt, type Scene, type Verb, verbAt } from './scene.js'
import { forbids, type Tasks } from './tasks.js'
import { CUE, forceOf, MANNER, MODAL, TASK } from './vocabulary.js'

/** Verbs that give a task to somebody, and are none themselves. */
const GIVES = new PhraseSet('giao; đề nghị; yêu cầu; phân công')

/** They open a heading, or tell of something. */
const HEADINGS = new WordSet(
  'về công tình theo ông bà tại trong trên do vì nhờ đây đó việc sau trước hiện năm ngày tháng',
)

/** Further words of a head that says nothing itself: "Cụ thể như sau:", "Theo đó:" */
const MOST_WORDS_OF_HEAD = 6

/** So many words a sentence must have to be a task whose verb the lexicon lacks. */
const FEWEST_WORDS = 3

export class Orders {
  private lists: Map<number, Listed> | null = null
  /** Whom an item names for the list within it, by sentence. */
  private readonly named = new Map<number, Range>()

  constructor(private readonly article: Article) {}

  /** The directive that the sentence makes as an item of a list of orders; undefined where it is none. */
  read(sentence: number): DirectiveMention | null | undefined {
    const { article } = this
    this.lists ??= readLists(article.doc)
    const listed = this.lists.get(sentence)
    if (listed === undefined) return undefined
    const head = this.headOf(listed.head)
    if (head < 0) return undefined
    const scene = article.scene(sentence)
    const found = readItem(article, scene, listed, this.named.get(listed.parent) ?? null)
    if (found === null) return listed.from >= 0 ? null : undefined
    if (found.tasks === null) {
      if (found.addressee !== null) this.named.set(sentence, found.addressee)
      return null
    }
    if (endsWithColon(article.doc, sentence) && found.tasks.addressee !== null)
      this.named.set(sentence, found.tasks.addressee)
    const { directives } = article
    const { force } = directives[head]
    return {
      from: scene.first,
      to: scene.stop,
      sentence,
      speaker: directives[head].speaker,
      cue: found.cue,
      force: found.tasks.prohibits ? 'prohibit' : (found.force ?? (force === 'prohibit' ? 'order' : force)),
      addressee: found.tasks.addressee,
      actions: found.tasks.actions,
      continues: directives[head].continues ?? head,
    }
  }

  /** Index of the directive that opens the list, or that a head without words of its own goes back to; -1 where none does. */
  private headOf(sentence: number): number {
    const { doc, directives } = this.article
    for (let d = directives.length - 1; d >= 0 && directives[d].sentence >= sentence - 1; d--) {
      if (directives[d].sentence === sentence) return d
      if (directives[d].sentence === sentence - 1 && wordsIn(doc, sentence) <= MOST_WORDS_OF_HEAD) return d
    }
    return -1
  }
}

interface Item {
  /** Null where it only names somebody for the items below. */
  tasks: Tasks | null
  addressee: Range | null
  cue: Range | null
  force: DirectiveMention['force'] | null
}

function readItem(article: Article, scene: Scene, listed: Listed, above: Range | null): Item | null {
  const { doc } = article
  const signed = listed.from >= 0
  const { at, deadline } = openerOf(article, scene, signed ? listed.from : scene.first)
  const to = scene.end
  if (at >= to || (quoteAt(article.quotes, at) >= 0 && !signed)) return null
  const verb = verbAt(scene, at)
  if (verb !== null && (verb.code & CUE) !== 0 && GIVES.endAt(doc, at, to) === verb.to) {
    const tasks = readTasks(article, scene, verb.to, to)
    return tasks.strength === 0 ? null : { tasks, addressee: null, cue: cueOf(verb), force: forceOf(verb.code) }
  }
  if (tellsSomething(doc, scene, at)) return null
  const tasks = readTasks(article, scene, at, to)
  if (tasks.strength === 2) {
    tasks.addressee ??= above
    const modal = scene.verbs.find(v => v.from >= at && (v.code & MODAL) !== 0 && (v.code & TASK) === 0)
    const obliged = modal !== undefined && firstTask(scene, at) === modal ? modal : null
    return {
      tasks,
      addressee: null,
      cue: obliged === null ? null : cueOf(obliged),
      force: obliged === null ? null : forceOf(obliged.code),
    }
  }
  if (endsWithColon(doc, scene.sentence))
    return { tasks: null, addressee: namedHere(doc, scene, at), cue: null, force: null }
  if (tasks.strength === 1) return signed ? { tasks, addressee: null, cue: null, force: null } : null
  if (!signed || !mayBeTask(doc, scene, at)) return null
  const actions = splitTasks(article, scene, at, to, deadline)
  return {
    tasks: { addressee: above, actions, strength: 2, prohibits: forbids(doc, scene, at) },
    addressee: null,
    cue: null,
    force: null,
  }
}

const cueOf = (verb: Verb): Range => ({ from: verb.from, to: verb.to })

const firstTask = (scene: Scene, at: number): Verb | undefined =>
  scene.verbs.find(v => v.from >= at && (v.code & (TASK | MODAL)) !== 0 && (v.code & MANNER) === 0)

/** "Bộ Công an, Bộ Y tế:", "Đối với các nhà máy:": whom the items below are for. */
function namedHere(doc: Document, scene: Scene, at: number): Range | null {
  const from = isWord(doc, at, 'đối') && isWord(doc, at + 1, 'với') ? at + 2 : at
  let to = scene.stop
  while (to > from && (doc.tokens.key[to - 1] === COLON || (doc.tokens.flags[to - 1] & PUNCTUATION) !== 0)) to--
  const range = { from, to }
  return to > from && isSomebody(doc, scene, range) && !HEADINGS.has(doc, from) ? range : null
}

/** Is it said of somebody or something, before any task, what is or was: "Các tỉnh đã hoàn thành …"? */
function tellsSomething(doc: Document, scene: Scene, at: number): boolean {
  for (let i = at; i < scene.end; i++) {
    const verb = verbAt(scene, i)
    if (verb !== null && (verb.code & (TASK | MODAL)) !== 0) return false
    if (tellsAt(doc, i)) return true
  }
  return false
}

/** No verb that the lexicon knows: a task all the same, unless it names or tells something. */
function mayBeTask(doc: Document, scene: Scene, at: number): boolean {
  const { flags } = doc.tokens
  return (
    (flags[at] & WORD) !== 0 &&
    (flags[at] & NUMBER) === 0 &&
    actorAt(scene, at) === null &&
    !HEADINGS.has(doc, at) &&
    (flags[at + 1] & CAPITAL) === 0 &&
    wordsIn(doc, scene.sentence) >= FEWEST_WORDS &&
    isSomebody(doc, scene, { from: at, to: scene.end })
  )
}

function wordsIn(doc: Document, sentence: number): number {
  let words = 0
  for (let i = doc.sentences.first[sentence]; i < doc.sentences.first[sentence + 1]; i++)
    if ((doc.tokens.flags[i] & WORD) !== 0) words++
  return words
}
