/** The documentation site, from the Markdown files of this folder. A link that leads nowhere fails the build. */
import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitepress'
import { COLORS, PARTS } from '../../src/formats/html/index.js'

/** Examples are marked as the library marks them, in the colours of the site's own theme. */
const STYLE = `:root{${COLORS.light};--vp-c-brand-1:#8f231c;--vp-c-brand-2:#a3261f;--vp-c-brand-3:#a3261f;--vp-c-brand-soft:#a3261f1a}
.dark{${COLORS.dark};--vp-c-brand-1:#ff9d91;--vp-c-brand-2:#f0857a;--vp-c-brand-3:#a3261f;--vp-c-brand-soft:#ff9d9124}
${PARTS}
.vp-doc .example{margin:1rem 0 1.5rem;padding:.9rem 1.1rem;border:1px solid var(--vp-c-divider);border-radius:.5rem;background:var(--cd-page)}
.vp-doc .example .cd-text{font-size:1.02rem;line-height:1.75}
.vp-doc .example .cd-text p{margin:0 0 .4em}
.vp-doc .example .cd-text mark{cursor:auto}
.vp-doc .example figcaption{margin-top:.4rem;color:var(--cd-soft);font-size:.86rem;line-height:1.5}
.vp-doc .example figcaption:empty{display:none}
.vp-doc img.shot{border:1px solid var(--vp-c-divider);border-radius:.5rem;margin-top:1rem}
.dark img.light-only,html:not(.dark) img.dark-only{display:none}`

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%23a3261f'/%3E%3Cpath d='M21 12.2a6 6 0 1 0 0 7.6' fill='none' stroke='%23fff' stroke-width='3.4' stroke-linecap='round'/%3E%3C/svg%3E"

const search = {
  button: { buttonText: 'Tìm', buttonAriaLabel: 'Tìm trong tài liệu' },
  modal: {
    noResultsText: 'Không thấy gì cho',
    resetButtonTitle: 'Xóa',
    displayDetails: 'Hiện chi tiết',
    backButtonTitle: 'Đóng',
    footer: { selectText: 'chọn', navigateText: 'di chuyển', closeText: 'đóng' },
  },
}

const pages = {
  en: [
    { text: 'Start in a minute', link: '/start' },
    { text: 'The records', link: '/records' },
    { text: 'How the rules work', link: '/rules' },
    { text: 'Your own lexicon and rules', link: '/extending' },
    { text: 'A lexicon in a file', link: '/lexicon' },
    { text: 'Accuracy and limits', link: '/accuracy' },
  ],
  running: [
    { text: 'Many articles', link: '/pipelines' },
    { text: 'Queues', link: '/queue' },
    { text: 'Recipes', link: '/recipes' },
    { text: 'Other libraries', link: '/integrations' },
    { text: 'Formats and standards', link: '/standards' },
    { text: 'Performance', link: '/performance' },
    { text: 'API', link: '/api' },
  ],
}

/** Pages that nobody put into the menu stand at its end, by their headings. */
const named = new Set([...pages.en, ...pages.running].map(p => p.link))
for (const file of readdirSync(new URL('..', import.meta.url)).sort()) {
  const link = `/${file.replace(/\.md$/, '')}`
  if (!file.endsWith('.md') || file === 'index.md' || named.has(link)) continue
  const heading = /^# (.+)$/m.exec(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))
  pages.running.splice(-1, 0, { text: heading?.[1] ?? link.slice(1), link })
}

export default defineConfig({
  title: 'chucdanh',
  description: 'Officials, titles, terms of office and directives from Vietnamese news text, as typed records',
  cleanUrls: false,
  lastUpdated: false,
  head: [
    ['link', { rel: 'icon', href: ICON }],
    ['style', {}, STYLE],
  ],
  themeConfig: {
    search: { provider: 'local', options: { locales: { vi: { translations: search } } } },
    outline: [2, 3],
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: {
        nav: [
          { text: 'Start', link: '/start' },
          { text: 'API', link: '/api' },
        ],
        sidebar: [
          { text: 'Reading articles', items: pages.en },
          { text: 'Running it', items: pages.running },
        ],
      },
    },
    vi: {
      label: 'Tiếng Việt',
      lang: 'vi',
      description: 'Chức danh, nhiệm kỳ và chỉ đạo từ tin tiếng Việt, thành dữ liệu có kiểu',
      themeConfig: {
        nav: [
          { text: 'Bắt đầu', link: '/vi/start' },
          { text: 'API (tiếng Anh)', link: '/api' },
        ],
        sidebar: [
          { text: 'Bắt đầu', items: [{ text: 'Bắt đầu trong một phút', link: '/vi/start' }] },
          { text: 'Bằng tiếng Anh', items: [...pages.en.slice(1), ...pages.running] },
        ],
        outline: { level: [2, 3], label: 'Trong trang này' },
        docFooter: { prev: 'Trang trước', next: 'Trang sau' },
        darkModeSwitchLabel: 'Giao diện',
        lightModeSwitchTitle: 'Giao diện sáng',
        darkModeSwitchTitle: 'Giao diện tối',
        sidebarMenuLabel: 'Mục lục',
        returnToTopLabel: 'Lên đầu trang',
        langMenuLabel: 'Ngôn ngữ',
      },
    },
  },
})
