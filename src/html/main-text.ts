/**
 * The main text of a page: its headline and what Mozilla's Readability takes for the article, without menus, related
 * stories, forms and the rest.
 */
import { Readability } from '@mozilla/readability'
import { type Document, type Element, following, isElement, isText, type Node } from './dom.js'
import { type PlainText, PlainTextBuilder } from './plain.js'
import { copyChildren, parseTree, type Tree } from './tree.js'

export interface MainText extends PlainText {
  /** The title that the page gives itself; null if none. */
  title: string | null
  /** When the page says it was published, as it writes it; null if it does not. */
  published: string | null
}

/** A page of more elements is no article, and looking for one in it would take long. */
const MOST_ELEMENTS = 15_000

/** What nobody reads, or what belongs to no text. */
const UNREAD = new Set(
  'applet audio button canvas datalist dialog embed head iframe input math map meter nav noscript object option progress script select style svg template textarea title video'.split(
    ' ',
  ),
)

/** @param whole all that can be read on the page, not its main text alone */
export function readMainText(html: string, whole: boolean): MainText {
  const tree = parseTree(html)
  if (!whole && !tree.isFragment && tree.elements <= MOST_ELEMENTS) {
    const found = readArticle(tree)
    if (found !== null) return found
    // The search has taken the tree apart.
    return { ...readAll(parseTree(html)), title: null, published: null }
  }
  return { ...readAll(tree), title: null, published: null }
}

interface Heading {
  text: string
  copy: Element
}

function readArticle(tree: Tree): MainText | null {
  const { document, chunks } = tree
  const headings = headingsOf(document)
  keepChunks(tree)
  let article: ReturnType<Readability<Element>['parse']>
  try {
    article = new Readability<Element>(document as unknown as ConstructorParameters<typeof Readability>[0], {
      serializer: node => node as unknown as Element,
    }).parse()
  } catch {
    return null
  }
  const content = article?.content
  if (!content) return null
  const builder = new PlainTextBuilder(chunks)
  const title = article?.title?.trim() || null
  // It leaves out the headline, as a reader's view shows the title above the text.
  const headline = title === null ? undefined : headings.find(h => isHeadline(h.text, title))
  if (headline !== undefined && !holds(content, headline.text)) builder.add(headline.copy)
  builder.add(content)
  const plain = builder.build()
  if (plain.text === '') return null
  return { ...plain, title, published: article?.publishedTime?.trim() || null }

  function headingsOf({ body }: Document): Heading[] {
    const found: Heading[] = []
    for (let node: Node | null = body; node !== null; node = following(node, body)) {
      if (!isElement(node) || node.localName !== 'h1') continue
      const copy = document.createElement('h1')
      copyChildren(node, copy, chunks)
      const { text } = new PlainTextBuilder(chunks).add(copy).build()
      if (text !== '') found.push({ text, copy })
    }
    return found
  }

  function holds(root: Element, heading: string): boolean {
    for (let node: Node | null = root; node !== null; node = following(node, root))
      if (isElement(node) && /^h[1-6]$/.test(node.localName))
        if (new PlainTextBuilder(chunks).add(node).build().text === heading) return true
    return false
  }
}

/** Readability writes the body out and reads it in again before it tries anew; the text nodes would lose their places. */
function keepChunks({ document, chunks }: Tree): void {
  const { body } = document
  const saved: Element[] = []
  Object.defineProperty(body, 'innerHTML', {
    get() {
      const copy = document.createElement('body')
      copyChildren(body, copy, chunks)
      saved.push(copy)
      return String(saved.length - 1)
    },
    set(index: string) {
      while (body.firstChild !== null) body.firstChild.remove()
      copyChildren(saved[Number(index)], body, chunks)
    },
  })
}

function readAll({ document, chunks }: Tree): PlainText {
  const { body } = document
  for (let node: Node | null = body.firstChild; node !== null; ) {
    const drop = isElement(node) && (UNREAD.has(node.localName) || node.hasAttribute('hidden'))
    const next: Node | null = following(node, body, !drop)
    if (drop) node.remove()
    else if (!isElement(node) && !isText(node)) node.remove()
    node = next
  }
  return new PlainTextBuilder(chunks).add(body).build()
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Do most of the words of a heading stand in the page's title? */
function isHeadline(heading: string, title: string): boolean {
  const known = new Set(wordsOf(title))
  const words = wordsOf(heading)
  return words.length > 1 && words.filter(word => known.has(word)).length >= 0.75 * words.length
}
