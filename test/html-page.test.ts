/** The page that `toHtml` makes, in a real browser: what hover and focus tell, what a hostile text can do, how it prints. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toHtml } from '../src/formats/index.js'
import { extract } from '../src/index.js'
import { findBrowser, launchBrowser, type Site, serve } from './lib/browser.js'

const TEXT =
  'Huế họp bàn chống hạn\n\nBí thư Thành ủy Huế Nguyễn Đình Trung giao Sở Y tế báo cáo trước ngày 15/4. Sau đó ông Trung về xã.'
const HOSTILE = `${TEXT}</script><script>window.hit=1</script><img src=x onerror="window.hit=1"><style>*{display:none}</style>`

const pageOf = (text: string): string => toHtml(text, extract(text, { date: '2026-04-02' }))

describe.skipIf(findBrowser() === null)('the page of an article', { timeout: 60_000 }, () => {
  let site: Site
  let browser: Browser
  let asked: string[] = []
  let problems: string[] = []

  beforeAll(async () => {
    site = await serve('fixtures', { '/page.html': pageOf(TEXT), '/hostile.html': pageOf(HOSTILE) })
    browser = await launchBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  async function open(name: string): Promise<Page> {
    asked = []
    problems = []
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
    page.on('request', request => asked.push(request.url()))
    page.on('console', message => problems.push(message.text()))
    page.on('pageerror', error => problems.push(String(error)))
    await page.goto(`${site.url}/${name}.html`)
    return page
  }

  test('tells the same by hover and by focus, with all places of the person', async () => {
    const page = await open('page')
    const tip = page.locator('#cd-tip')
    await page.hover('.cd-text .cd-t')
    await tip.waitFor({ state: 'visible' })
    const hovered = await tip.textContent()
    for (const told of ['Bí thư Thành ủy Huế', 'Nguyễn Đình Trung', 'before-name', 'current'])
      expect(hovered).toContain(told)
    // The title, both names, what joins them, and the person in the list.
    expect(await page.locator('mark.cd-same').count()).toBe(3)
    expect(await page.locator('li.cd-same').count()).toBe(1)
    await page.keyboard.press('Escape')
    await tip.waitFor({ state: 'hidden' })
    await page.mouse.move(0, 0)
    await page.focus('.k-directive input')
    await page.keyboard.press('Tab')
    await tip.waitFor({ state: 'visible' })
    expect(await tip.textContent()).toBe(hovered)
    expect(problems).toEqual([])
    await page.close()
  })

  test('a kind is turned off by its box', async () => {
    const page = await open('page')
    const back = (): Promise<unknown> =>
      page.evaluate(`getComputedStyle(document.querySelector('.cd-text .cd-t')).backgroundColor`)
    expect(await back()).not.toBe('rgba(0, 0, 0, 0)')
    await page.uncheck('.k-title input')
    expect(await back()).toBe('rgba(0, 0, 0, 0)')
    await page.close()
  })

  test('a hostile text runs and loads nothing, and is all there', async () => {
    const page = await open('hostile')
    await page.hover('.cd-text .cd-n')
    expect(await page.evaluate('window.hit')).toBeUndefined()
    expect(await page.evaluate(`document.querySelector('.cd-text').textContent`)).toBe(HOSTILE)
    expect(asked.map(url => new URL(url).pathname)).toEqual(['/hostile.html'])
    // Even what got into the page could not run: the policy knows the page's own script by its hash.
    const stopped = await page.evaluate(`(() => {
      const s = document.createElement('script')
      s.textContent = 'window.hit = 2'
      document.body.append(s)
      return window.hit
    })()`)
    expect(stopped).toBeUndefined()
    await page.close()
  })

  test('has room on a phone and on paper', async () => {
    const page = await open('page')
    await page.setViewportSize({ width: 320, height: 600 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.evaluate('getComputedStyle(document.querySelector(".cd-text")).color')).toBe('rgb(29, 28, 26)')
    expect(await page.isVisible('.cd-legend input')).toBe(false)
    expect(await page.isVisible('.cd-people')).toBe(true)
    await page.close()
  })
})
