/** As much of the DOM as is used here; the package is built without the types of browsers. */

export interface Node {
  readonly nodeType: number
  readonly parentNode: Element | null
  readonly firstChild: Node | null
  readonly nextSibling: Node | null
  cloneNode(deep: boolean): Node
  remove(): void
}

export interface Text extends Node {
  data: string
}

export interface Element extends Node {
  readonly localName: string
  innerHTML: string
  appendChild<T extends Node>(child: T): T
  setAttribute(name: string, value: string): void
  hasAttribute(name: string): boolean
  getAttribute(name: string): string | null
}

export interface Document {
  readonly documentElement: Element
  readonly head: Element
  readonly body: Element
  createElement(name: string): Element
  createTextNode(data: string): Text
}

export const ELEMENT_NODE = 1
export const TEXT_NODE = 3

export const isElement = (node: Node): node is Element => node.nodeType === ELEMENT_NODE
export const isText = (node: Node): node is Text => node.nodeType === TEXT_NODE

/** The node after this one in the order of the document, within a root; null after the last. */
export function following(node: Node, root: Node, within = true): Node | null {
  if (within && node.firstChild !== null) return node.firstChild
  for (let at: Node | null = node; at !== null && at !== root; at = at.parentNode)
    if (at.nextSibling !== null) return at.nextSibling
  return null
}
