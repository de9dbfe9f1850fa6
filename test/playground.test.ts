/** The playground as built, in a real browser: what a visitor does with the keyboard, the mouse and a phone. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { extract } from '../src/index.js'
import { findBrowser, launchBrowser, type Site, serve } from './lib/browser.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const TEXT = 'Bí thư Thành ủy Nguyễn Đình Trung giao Sở Y tế báo cáo trước ngày 15/4.'
const HOSTILE = `${TEXT} <img src=x onerror="window.hit=1"><script>window.hit=1</script></textarea></style>"'`

describe.skipIf(findBrowser() === null)('the playground', { timeout: 60_000 }, () => {
  let folder = ''
  let site: Site
  let browser: Browser
  let problems: string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chucdanh-playground-'))
    const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url))
    execFileSync(process.execPath, [vite, 'build', 'playground', '--outDir', folder, '--logLevel', 'error'], {
      cwd: root,
    })
    site = await serve(folder)
    browser = await launchBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(() => expect(problems).toEqual([]))

  async function visit(options: BrowserContextOptions = {}, fragment = ''): Promise<Page> {
    problems = []
    const context = await browser.newContext({
      locale: 'vi-VN',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    })
    const page = await context.newPage()
    page.on('console', message => message.type() === 'error' && problems.push(message.text()))
    page.on('pageerror', error => problems.push(String(error)))
    page.on('request', request => {
      if (!/^(http:\/\/127\.0\.0\.1|data:|blob:)/.test(request.url())) problems.push(`asks for ${request.url()}`)
    })
    await page.goto(`${site.url}/${fragment}`)
    await page.waitForSelector('html[data-ready]')
    return page
  }
  const articleOf = (page: Page): Promise<string> => page.$eval('.cd-text', e => e.textContent ?? '')
  const clipboardOf = (page: Page): Promise<string> => page.evaluate('navigator.clipboard.readText()')
  const told = (page: Page, words: RegExp): Promise<void> =>
    page
      .waitForFunction(
        pattern => new RegExp(pattern).test(document.getElementById('told')?.textContent ?? ''),
        words.source,
      )
      .then(() => {})

  test('shows what is found as one types, with the date and the place', async () => {
    const page = await visit()
    expect(await page.$$eval('.cd-people > li', list => list.length)).toBeGreaterThan(3)
    await page.fill('#text', '')
    // The sample's date and place go with its text.
    expect(await page.inputValue('#date')).toBe('')
    expect(await page.inputValue('#place')).toBe('')
    await page.type('#text', TEXT)
    expect(await articleOf(page)).toBe(TEXT)
    expect(await page.textContent('.cd-text .cd-n')).toBe('Nguyễn Đình Trung')
    await page.fill('#date', '2026-04-02')
    await page.fill('#place', 'Huế')
    expect(await page.textContent('.cd-people')).toContain('Huế (suy từ bài)')
    await page.click('#tab-directives')
    expect(await page.textContent('.cd-directives')).toContain('2026-04-15')
    expect(await page.textContent('#figures')).toContain('1 nhân vật · 1 chức danh')
    // A place that nobody knows is told, and the rest goes on.
    await page.fill('#place', 'Atlantis')
    expect(await page.getAttribute('#place', 'aria-invalid')).toBe('true')
    expect(await page.textContent('#place-help')).toContain('Atlantis')
    expect(await articleOf(page)).toBe(TEXT)
    await page.context().close()
  })

  test('samples bring their date and place; a text of one’s own is no sample', async () => {
    const page = await visit()
    const names = await page.$$eval('#sample option', list => list.map(o => (o as HTMLOptionElement).value))
    for (const name of names.slice(1, 4)) {
      await page.selectOption('#sample', name)
      const text = readFileSync(`${root}fixtures/${name}.txt`, 'utf8')
      expect(await page.inputValue('#text')).toBe(text)
      expect((await articleOf(page)).replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '))
    }
    await page.type('#text', 'x')
    expect(await page.inputValue('#sample')).toBe('')
    await page.context().close()
  })

  test('speaks both languages, and remembers which', async () => {
    const page = await visit()
    expect(await page.textContent('h2')).toBe('Văn bản')
    await page.check('[name=language][value=en]')
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    expect(await page.textContent('h2')).toBe('Text')
    expect(await page.textContent('#tabs')).toMatch(/People.*Directives.*JSON.*Trace.*Export/)
    await page.reload()
    await page.waitForSelector('html[data-ready]')
    expect(await page.textContent('h2')).toBe('Text')
    expect(await page.isChecked('[name=language][value=en]')).toBe(true)
    await page.context().close()
  })

  test('copies and downloads every format, as the library writes it', async () => {
    const page = await visit({ locale: 'en-US' })
    await page.fill('#text', TEXT)
    await page.click('#tab-outputs')
    await page.click('#output-json button >> nth=0')
    await told(page, /Copied JSON/)
    expect(JSON.parse(await clipboardOf(page))).toEqual(extract(TEXT))
    const outputs = await page.$$eval('.outputs li', list => list.map(li => li.id))
    expect(outputs).toHaveLength(12)
    for (const id of outputs) {
      await page.click(`#${id} button >> nth=0`)
      await told(page, /Copied/)
      const copied = await clipboardOf(page)
      expect(copied.length, id).toBeGreaterThan(10)
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`#${id} button >> nth=1`)])
      const saved = readFileSync(await download.path(), 'utf8')
      // A clipboard has its own line ends, and no byte order mark.
      const same = (text: string): string => text.replace(/\r\n/g, '\n').replace(/^\ufeff/, '')
      expect(same(saved), id).toBe(same(copied))
      expect(download.suggestedFilename()).toMatch(/^chucdanh\.[\w.]+$/)
    }
    await page.context().close()
  })

  test('a link carries the text, its date and place, past servers', async () => {
    const page = await visit()
    await page.fill('#text', HOSTILE)
    await page.fill('#date', '2026-04-02')
    await page.fill('#place', 'Huế')
    await page.click('#share')
    await told(page, /Đã chép liên kết/)
    const link = new URL(await clipboardOf(page))
    expect(link.search).toBe('')
    const other = await visit({}, link.hash)
    expect(await other.inputValue('#text')).toBe(HOSTILE)
    expect(await other.inputValue('#date')).toBe('2026-04-02')
    expect(await other.inputValue('#place')).toBe('Huế')
    const broken = await visit({}, `${link.hash.slice(0, 40)}`)
    await told(broken, /Liên kết bị hỏng/)
    expect(await broken.inputValue('#text')).not.toBe('')
    for (const p of [page, other, broken]) await p.context().close()
  })

  test('a hostile text stays text', async () => {
    const page = await visit()
    await page.fill('#text', HOSTILE)
    for (const tab of ['people', 'directives', 'json', 'trace', 'outputs']) await page.click(`#tab-${tab}`)
    expect(await articleOf(page)).toBe(HOSTILE)
    expect(await page.$('.cd-text img, .cd-text script, #panels img')).toBeNull()
    expect(await page.evaluate('window.hit')).toBeUndefined()
    await page.context().close()
  })

  test('a file is opened and dropped; what is no text is told', async () => {
    const page = await visit({ locale: 'en-US' })
    const file = (name: string, buffer: Buffer): { name: string; mimeType: string; buffer: Buffer } => ({
      name,
      mimeType: 'text/plain',
      buffer,
    })
    await page.setInputFiles('#file', file('hop.txt', Buffer.from(TEXT)))
    await told(page, /Opened hop.txt/)
    expect(await page.inputValue('#text')).toBe(TEXT)
    await page.setInputFiles('#file', file('cu.txt', Buffer.from(`\ufeff${TEXT} Cũ.`, 'utf16le')))
    await told(page, /Opened cu.txt/)
    expect(await page.inputValue('#text')).toBe(`${TEXT} Cũ.`)
    await page.setInputFiles('#file', file('x.bin', Buffer.from([0xff, 0x00, 0x80, 0x81])))
    await told(page, /x\.bin is no text/)
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.items.add(new File(['Bộ trưởng Nguyễn Văn An'], 'tha.txt'))
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))
    })
    await told(page, /Opened tha.txt/)
    expect(await page.inputValue('#text')).toBe('Bộ trưởng Nguyễn Văn An')
    await page.context().close()
  })

  test('hover and focus tell the same, Escape puts it away, and a row of the trace leads to the text', async () => {
    const page = await visit()
    await page.fill('#text', TEXT)
    const tip = page.locator('#cd-tip')
    await page.hover('.cd-text .cd-t')
    await tip.waitFor({ state: 'visible' })
    const hovered = await tip.textContent()
    expect(hovered).toContain('Người giữ Nguyễn Đình Trung')
    expect(await page.$$eval('li.cd-same', list => list.length)).toBe(1)
    await page.keyboard.press('Escape')
    await tip.waitFor({ state: 'hidden' })
    await page.mouse.move(0, 0)
    await page.focus('#place')
    await page.keyboard.press('Tab')
    while (!(await page.evaluate(() => document.activeElement?.matches('.cd-text .cd-t'))))
      await page.keyboard.press('Tab')
    await tip.waitFor({ state: 'visible' })
    expect(await tip.textContent()).toBe(hovered)
    await page.click('#tab-trace')
    await page.click('.trace .place >> nth=0')
    const [start, end] = await page.$eval('#text', e => [
      (e as HTMLTextAreaElement).selectionStart,
      (e as HTMLTextAreaElement).selectionEnd,
    ])
    expect(TEXT.slice(start, end)).toBe('Bí thư Thành ủy')
    await page.context().close()
  })

  test('works with the keyboard alone, and has names and landmarks for a screen reader', async () => {
    const page = await visit({ locale: 'en-US' })
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text')
    await page.keyboard.press('Control+Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-people')
    await page.keyboard.press('ArrowRight')
    expect(await page.getAttribute('#tab-directives', 'aria-selected')).toBe('true')
    expect(await page.isVisible('#panel-directives')).toBe(true)
    await page.keyboard.press('End')
    expect(await page.isVisible('#panel-outputs')).toBe(true)
    // The order of focus is the order of the page: text, marks, tabs.
    for (const role of ['banner', 'main', 'contentinfo'] as const)
      expect(await page.getByRole(role).count(), role).toBe(1)
    for (const name of ['Text', 'The article, marked', 'What was found'])
      expect(await page.getByRole('region', { name, exact: true }).count(), name).toBe(1)
    const nameless = await page.$$eval('button, input, select, textarea, a', list =>
      list
        .filter(e => {
          const named = e as HTMLInputElement
          const label = [...(named.labels ?? [])].map(l => l.textContent).join('')
          return `${e.getAttribute('aria-label') ?? ''}${label}${e.textContent}`.trim() === ''
        })
        .map(e => e.outerHTML.slice(0, 80)),
    )
    expect(nameless).toEqual([])
    await page.fill('#text', TEXT)
    await page.waitForFunction(() => document.getElementById('live')?.textContent?.startsWith('1 person'))
    await page.context().close()
  })

  test('fits every screen from a phone to a wide one, in both themes', async () => {
    const page = await visit()
    for (const [width, height] of [
      [320, 640],
      [390, 844],
      [820, 1100],
      [1280, 720],
      [2560, 1300],
    ] as const) {
      await page.setViewportSize({ width, height })
      for (const tab of ['people', 'directives', 'json', 'trace', 'outputs']) {
        await page.click(`#tab-${tab}`)
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth),
          `${tab} at ${width}`,
        ).toBeLessThanOrEqual(width)
      }
    }
    const back = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    for (const [colorScheme, color] of [
      ['light', 'rgb(251, 250, 247)'],
      ['dark', 'rgb(22, 21, 19)'],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.selectOption('#theme', 'auto')
      expect(await back()).toBe(color)
      // What the visitor chooses goes before what the system asks for.
      await page.selectOption('#theme', 'light')
      expect(await back()).toBe('rgb(251, 250, 247)')
      await page.selectOption('#theme', 'dark')
      expect(await back()).toBe('rgb(22, 21, 19)')
    }
    await page.context().close()
  })
})
