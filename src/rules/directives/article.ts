/** What the directive rules share about one article; scenes are read when first asked for. */
import type { DirectiveMention, Document, SpeakerMention, Title } from '../../document.js'
import { Standings } from './authority.js'
import { yearOf } from './deadlines.js'
import { Posts } from './posts.js'
import type { Quote } from './quotes.js'
import { readScene, type Scene } from './scene.js'

export class Article {
  readonly directives: DirectiveMention[] = []
  /** Speaker of each quotation, once known. */
  readonly quoteSpeakers = new Map<number, SpeakerMention | null>()
  /** Titles that stand alone, and whose they were found to be. */
  readonly matched = new Map<Title, SpeakerMention>()
  private readonly standings = new Standings()
  private readonly scenes: (Scene | undefined)[] = []
  private yearRead: number | null | undefined
  private postsRead: Posts | null = null

  constructor(
    readonly doc: Document,
    readonly codes: Int32Array,
    readonly quotes: readonly Quote[],
  ) {}

  scene(sentence: number): Scene {
    const known = this.scenes[sentence]
    if (known !== undefined) return known
    const scene = readScene(this.doc, this.codes, this.standings, sentence)
    this.scenes[sentence] = scene
    return scene
  }

  /** The directive that the sentence was found to be, if it is one of the last. */
  orderAt(sentence: number): DirectiveMention | undefined {
    for (let d = this.directives.length - 1; d >= 0 && this.directives[d].sentence >= sentence; d--)
      if (this.directives[d].sentence === sentence) return this.directives[d]
    return undefined
  }

  /** The year of the article, or null. */
  get year(): number | null {
    if (this.yearRead === undefined) this.yearRead = yearOf(this.doc)
    return this.yearRead
  }

  /** Who holds which post. */
  get posts(): Posts {
    this.postsRead ??= new Posts(this.doc)
    return this.postsRead
  }
}
