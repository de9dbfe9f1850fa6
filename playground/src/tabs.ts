/** The tabs, by the pattern of the ARIA Authoring Practices: arrow keys, Home and End go from tab to tab. */
import { byId, make } from './dom.js'

export const TABS = ['people', 'directives', 'json', 'trace', 'outputs'] as const
export type Tab = (typeof TABS)[number]

export class Tabs {
  current: Tab = 'people'
  private readonly buttons = new Map<Tab, HTMLButtonElement>()
  private readonly panels = new Map<Tab, HTMLElement>()

  /** @param shown called when another tab is chosen */
  constructor(shown: () => void) {
    for (const tab of TABS) {
      const button = make('button', { role: 'tab', id: `tab-${tab}`, type: 'button', 'aria-controls': `panel-${tab}` })
      button.append(make('span', { 'data-w': tab }), make('small', { class: 'count' }))
      const panel = make('div', {
        role: 'tabpanel',
        id: `panel-${tab}`,
        'aria-labelledby': `tab-${tab}`,
        tabindex: '0',
      })
      button.addEventListener('click', () => this.choose(tab, shown))
      this.buttons.set(tab, button)
      this.panels.set(tab, panel)
      byId('tabs').append(button)
      byId('panels').append(panel)
    }
    byId('tabs').addEventListener('keydown', event => {
      const at = TABS.indexOf(this.current)
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[event.key]
      if (to === undefined) return
      event.preventDefault()
      const tab = TABS[(to + TABS.length) % TABS.length]
      this.choose(tab, shown)
      this.buttons.get(tab)!.focus()
    })
    this.show()
  }

  panel(tab: Tab): HTMLElement {
    return this.panels.get(tab)!
  }

  count(tab: Tab, n: number): void {
    this.buttons.get(tab)!.querySelector('.count')!.textContent = ` ${n}`
  }

  choose(tab: Tab, shown: () => void): void {
    this.current = tab
    this.show()
    shown()
  }

  private show(): void {
    for (const tab of TABS) {
      const chosen = tab === this.current
      const button = this.buttons.get(tab)!
      button.setAttribute('aria-selected', String(chosen))
      button.tabIndex = chosen ? 0 : -1
      this.panels.get(tab)!.hidden = !chosen
    }
  }
}
