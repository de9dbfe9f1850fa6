/** Takes the pictures of the README and the site: the page that `toHtml` makes of the sample report, in a browser, light and dark. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { toHtml } from '../src/formats/index.js'
import { extract } from '../src/index.js'
import { launchBrowser } from '../test/lib/browser.js'

const REPORT = '18-gia-lai-hoi-nghi-truc-tuyen'
const WIDTH = 1280
const HEIGHT = 860

const root = fileURLToPath(new URL('..', import.meta.url))
const text = readFileSync(`${root}fixtures/${REPORT}.txt`, 'utf8')
const page = toHtml(text, extract(text, { date: '2026-01-29' }))
const browser = await launchBrowser()
for (const colorScheme of ['light', 'dark'] as const) {
  const view = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT }, colorScheme })
  await view.setContent(page)
  await view.hover('mark.cd-t >> nth=4')
  await view.locator('#cd-tip').waitFor({ state: 'visible' })
  const name = `docs/article${colorScheme === 'dark' ? '-dark' : ''}.png`
  await view.screenshot({ path: root + name })
  console.log(name)
}
await browser.close()
