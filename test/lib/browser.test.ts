import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { findBrowser, launchBrowser, serve } from './browser.js'

const site = await serve(fileURLToPath(new URL('../../fixtures', import.meta.url)), {
  '/page.html': '<!doctype html><title>Huế</title>',
})
afterAll(() => site.close())

test('files and pages are served, and nothing outside the folder', async () => {
  const get = async (path: string): Promise<number> => (await fetch(site.url + path)).status
  expect(await get('/01-hoi-nghi-tinh-uy.txt')).toBe(200)
  expect(await get('/page.html')).toBe(200)
  expect(await get('/none.txt')).toBe(404)
  expect(await get('/..%2fpackage.json')).toBe(404)
})

describe.skipIf(findBrowser() === null)('a browser', () => {
  test('opens a page', { timeout: 60_000 }, async () => {
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      await page.goto(`${site.url}/page.html`)
      expect(await page.title()).toBe('Huế')
    } finally {
      await browser.close()
    }
  })
})
