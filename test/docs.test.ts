/** The documentation: links that the site's generator does not check, and the examples that it takes from the rules' corpora. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import config from '../docs/.vitepress/config.js'
import rules from '../docs/.vitepress/rules.data.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const pages = ['', 'vi/'].flatMap(folder =>
  readdirSync(`${root}docs/${folder}`)
    .filter(f => f.endsWith('.md'))
    .map(f => folder + f),
)

/** The file of a link from the root of the site. */
const pageOf = (link: string): string =>
  `${link
    .slice(1)
    .replace(/#.*/, '')
    .replace(/(^|\/)$/, '$1index')}.md`

test('every link of menus and first pages leads to a page', () => {
  const links = [...JSON.stringify(config.locales).matchAll(/"link":"(\/[^"]*)"/g)].map(m => m[1])
  for (const page of pages)
    for (const [, link] of readFileSync(`${root}docs/${page}`, 'utf8').matchAll(/\blink: (\/\S*?)\s*(?:\}|$)/gm))
      links.push(link)
  expect(links.length).toBeGreaterThan(15)
  for (const link of links) expect(pages, link).toContain(pageOf(link))
})

test('every page is in a menu', () => {
  const menus = JSON.stringify(config.locales)
  for (const page of pages.filter(p => !p.endsWith('index.md')))
    expect(menus, page).toContain(`"/${page.replace(/\.md$/, '')}"`)
})

test('what the README links to and shows is there', () => {
  const readme = readFileSync(`${root}README.md`, 'utf8')
  const targets = [...readme.matchAll(/\]\(([^)#:]+)\)|(?:src|srcset)="([^":]+)"/g)].map(m => m[1] ?? m[2])
  expect(targets).toContain('docs/article.png')
  for (const target of targets) expect(existsSync(root + target), target).toBe(true)
})

test('headings that are linked to are in their pages', () => {
  const slugs = (page: string): string[] =>
    [...readFileSync(`${root}docs/${page}`, 'utf8').matchAll(/^#+ (.+)$/gm)].map(m =>
      m[1]
        .normalize('NFKD')
        .replace(/[\u0300-\u036f`]/g, '')
        .toLowerCase()
        .replace(/[^a-z0-9_đ]+/g, '-')
        .replace(/^-|-$/g, ''),
    )
  for (const page of pages)
    for (const [, path, hash] of readFileSync(`${root}docs/${page}`, 'utf8').matchAll(
      /(?:\]\(|link: \/)((?:\.\.\/)?[\w/-]*?)(?:\.md)?#([\w-]+)/g,
    )) {
      const target = path === '' ? page : `${path.replace('../', '')}.md`
      expect(slugs(target), `${page} links to ${target}#${hash}`).toContain(hash)
    }
})

test('each kind of rule has its example, and each example what it shows', () => {
  const { terms, titles, holders, directives, nothing } = rules.load()
  expect(terms).toHaveLength(3)
  expect(titles.length).toBeGreaterThan(14)
  expect(holders.length).toBeGreaterThan(5)
  expect(directives.length).toBeGreaterThan(12)
  for (const e of terms) expect(e.html, e.name).toContain('cd-y')
  for (const e of holders) expect(e.html, e.name).toMatch(/cd-h[\s\S]*cd-n/)
  for (const e of directives) expect(e.html, e.name).toContain('class="cd-d')
  for (const e of nothing) expect(e.html, e.name).not.toMatch(/cd-y|class="cd-d/)
  for (const t of titles) expect(t.canonical, t.section).not.toBe('')
  expect([...holders, ...directives].map(e => e.html).join('')).not.toMatch(/ id="|tabindex/)
})
