/**
 * HTML source -> a document whose text nodes know where in the source each of their characters stands.
 *
 * `htmlparser2` tells of every stretch of text where it begins and ends, character references one by one; `linkedom` holds the
 * tree, for the library that looks for the main text in it.
 */
import { Parser } from 'htmlparser2'
import { DOMParser } from 'linkedom'
import { type Document, type Element, isText, type Node, type Text } from './dom.js'

/** Text as a reader sees it, and the stretch of the source that it is written as. */
export interface Chunk {
  data: string
  start: number
  end: number
}

export interface Tree {
  document: Document
  /** The chunks of each text node, in order. */
  chunks: WeakMap<Text, Chunk[]>
  /** Part of a page: without a doctype, and none of the elements that pages have. */
  isFragment: boolean
  elements: number
}

const EMPTY_PAGE = '<!doctype html><html><head></head><body></body></html>'

/**
 * Elements within more others than this stand beside them, as in browsers, which allow four times as many: the search for the main
 * text looks at all that is within each element, and would take the square of the depth.
 */
const DEEPEST = 128

/** Elements of the head, wherever they stand before the body. */
const HEAD = new Set(['base', 'link', 'meta', 'script', 'style', 'title'])
const PAGE = new Set(['html', 'head', 'body'])

export function parseTree(html: string): Tree {
  const document = new DOMParser().parseFromString(EMPTY_PAGE, 'text/html') as unknown as Document
  const chunks = new WeakMap<Text, Chunk[]>()
  const open: { element: Element; name: string }[] = []
  let isFragment = true
  let inBody = false
  let elements = 0
  const top = (): Element => open[open.length - 1]?.element ?? document.body

  const parser = new Parser({
    onprocessinginstruction(name) {
      if (name === '!doctype') isFragment = false
    },
    onopentag(name, attributes) {
      elements++
      let element: Element
      if (PAGE.has(name)) {
        isFragment = false
        inBody ||= name === 'body'
        element = name === 'html' ? document.documentElement : name === 'head' ? document.head : document.body
      } else {
        element = document.createElement(name)
        const atRoot = open.length === 0 || open[open.length - 1].name === 'html'
        const parent = atRoot ? (!inBody && HEAD.has(name) ? document.head : document.body) : top()
        parent.appendChild(element)
      }
      for (const [key, value] of Object.entries(attributes)) setAttribute(element, key, value)
      // What closes it finds it by its name.
      open.push({ element: open.length >= DEEPEST && !PAGE.has(name) ? top() : element, name })
    },
    onclosetag(name) {
      const at = open.findLastIndex(o => o.name === name)
      if (at >= 0) open.length = at
    },
    ontext(data) {
      const end = parser.endIndex + 1
      // After a tag that is cut off the parser counts the text from the tag's beginning.
      const isSource = html.startsWith(data, end - data.length)
      const start = isSource && html[parser.startIndex] !== '&' ? end - data.length : parser.startIndex
      const chunk = { data, start, end }
      const element = top()
      const parent = element === document.documentElement ? document.body : element
      const last = lastChild(parent)
      if (last !== null && isText(last)) {
        last.data += data
        const before = chunks.get(last)!
        // Some references stand for two characters; the second comes by itself, with no stretch of its own.
        if (chunk.end <= chunk.start) before[before.length - 1].data += data
        else before.push(chunk)
      } else chunks.set(parent.appendChild(document.createTextNode(data)), [chunk])
    },
  })
  parser.write(html)
  parser.end()
  return { document, chunks, isFragment, elements }
}

const lastChild = (element: Element): Node | null => (element as Element & { lastChild: Node | null }).lastChild

function setAttribute(element: Element, name: string, value: string): void {
  // A link that runs a script is written anew by the library that looks for the main text, and its place would be lost.
  const harmless = name === 'href' && /^\s*javascript:/i.test(value) ? '#' : value
  try {
    element.setAttribute(name, harmless)
  } catch {
    // No name for an attribute: "<p =>".
  }
}

/** A copy of the children of an element whose text nodes keep their chunks. */
export function copyChildren(from: Element, to: Element, chunks: WeakMap<Text, Chunk[]>): void {
  const pairs: [Element, Element][] = [[from, to]]
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [original, copy] = pair
    for (let child = original.firstChild; child !== null; child = child.nextSibling) {
      const twin = copy.appendChild(child.cloneNode(false))
      if (isText(child)) {
        const known = chunks.get(child)
        if (known !== undefined) chunks.set(twin as Text, known)
      } else if (child.firstChild !== null) pairs.push([child as Element, twin as Element])
    }
  }
}
