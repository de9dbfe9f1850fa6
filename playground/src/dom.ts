/** Short forms for what the browser says at length. */

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`no element #${id}`)
  return element as T
}

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...content)
  return element
}

/** What the browser keeps for the next visit, where it lets a page keep anything. */
export const kept = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(`chucdanh.${key}`)
    } catch {
      return null
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(`chucdanh.${key}`, value)
    } catch {}
  },
}
