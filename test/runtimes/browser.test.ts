/** The library as built, in a real browser: as modules from a server of static files, in a page and in a worker of that page. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser, launchBrowser, type Site, serve } from '../lib/browser.js'
import { ANSWER, type Answer, cases, expectSame } from './cases.js'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

const IMPORTS = `
import * as chucdanh from '/index.js'
import * as formats from '/formats.js'
import { answer } from '/answer.js'
const answers = cases => cases.map(c => answer(chucdanh, formats, c))
`
const PAGES = {
  '/page.html':
    '<!doctype html><meta charset="utf-8"><title>chucdanh</title><script type="module" src="/page.js"></script>',
  '/page.js': `${IMPORTS}
window.inPage = answers
window.inWorker = cases => new Promise((done, failed) => {
  const worker = new Worker('/worker.js', { type: 'module' })
  worker.onmessage = event => (worker.terminate(), done(event.data))
  worker.onerror = event => failed(new Error(event.message || 'the worker did not start'))
  worker.postMessage(cases)
})
`,
  '/worker.js': `${IMPORTS}
onmessage = ({ data }) => postMessage(answers(data))
`,
  '/answer.js': ANSWER,
  // Browsers ask for it.
  '/favicon.ico': '',
}

describe.skipIf(findBrowser() === null || !existsSync(`${dist}/index.js`))('in Chromium', () => {
  let site: Site
  let browser: Browser
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    site = await serve(dist, PAGES)
    browser = await launchBrowser()
    page = await browser.newPage()
    page.on('pageerror', error => complaints.push(error.message))
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`${site.url}/page.html`)
    await page.waitForFunction('window.inPage')
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  test.each(['inPage', 'inWorker'])('%s', async where => {
    const answers = await page.evaluate(
      ([name, input]) => (globalThis as never as Record<string, (input: unknown) => unknown>)[name as string](input),
      [where, cases] as const,
    )
    expectSame(answers as Answer[])
    expect(complaints).toEqual([])
  })
})
