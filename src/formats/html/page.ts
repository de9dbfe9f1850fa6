/**
 * Text and records -> a page to look at: the article with all that was found marked in it, the people and their roles beside it, the
 * directives taken apart below.
 *
 * One file that asks for nothing from anywhere: style and script are inside, and its security policy lets nothing else run or
 * load, whatever the text holds.
 */
import type { Extraction } from '../../records.js'
import { articleMarkup } from './article.js'
import { blocksOf } from './blocks.js'
import { escapeHtml } from './escape.js'
import { notesMarkup } from './notes.js'
import { directivesMarkup, legendMarkup, peopleMarkup, termsMarkup } from './panels.js'
import { SCRIPT, SCRIPT_HASH } from './script.js'
import { LEGEND, PAGE, PARTS, themeStyle } from './style.js'
import { type Language, WORDS } from './words.js'

export interface HtmlOptions {
  /** The title of the page; if not said, the headline of the text, or the id of the extraction. */
  title?: string | undefined
  /** The language of the words around the article. Default "en". */
  language?: Language | undefined
  /** The colours: those that the reader's system asks for, or always the one or the other. Default "auto". */
  theme?: 'auto' | 'light' | 'dark' | undefined
}

/**
 * Gives a whole HTML page.
 *
 * The text content of its element `.cd-text` is the text; only a NUL and half of a surrogate pair, which HTML cannot hold, are U+FFFD
 * there.
 * @param text the text that the records were extracted from
 * @throws RangeError if it is another text
 *
 * @example
 * writeFileSync('article.html', toHtml(text, extract(text), { language: 'vi' }))
 */
export function toHtml(text: string, extraction: Extraction, options: HtmlOptions = {}): string {
  const title = options.title ?? titleOf(text, extraction)
  return htmlHead(title, options) + htmlArticle(text, extraction, '', options) + htmlTail()
}

function titleOf(text: string, { id }: Extraction): string {
  const [first] = blocksOf(text)
  return first?.headline ? text.slice(first.start, first.end) : (id ?? 'chucdanh')
}

/** All before the first article. */
export function htmlHead(title: string, { language = 'en', theme = 'auto' }: HtmlOptions = {}): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`
  const chosen = theme === 'auto' ? '' : ` data-theme="${theme}"`
  return `<!doctype html>
<html lang="${language}"${chosen}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="chucdanh">
<title>${escapeHtml(title)}</title>
<style>
${themeStyle()}${PARTS}${LEGEND}${PAGE}</style>
</head>
<body>
<main>
`
}

/** One article of a page. @param prefix before its ids, so that several can stand in one page */
export function htmlArticle(text: string, extraction: Extraction, prefix: string, options: HtmlOptions = {}): string {
  const words = WORDS[options.language ?? 'en']
  const { officials, directives, terms, language } = extraction
  const head = (words: string, n: number): string => `<h2>${escapeHtml(words)} <span>${n}</span></h2>`
  const remark = language === 'und' ? `<p class="cd-none">${escapeHtml(words.und)}</p>` : ''
  return `<div class="cd-root">
<a class="cd-skip" href="#${prefix}people">${escapeHtml(words.skip)}</a>
${legendMarkup(extraction, words)}
<div class="cd-main">
<article class="cd-article" aria-label="${escapeHtml(words.article)}">${remark}${articleMarkup(text, extraction, prefix)}</article>
<section class="cd-said">${head(words.directives, directives.length)}${directivesMarkup(extraction, words, prefix)}</section>
</div>
<aside class="cd-side" id="${prefix}people" tabindex="-1" aria-label="${escapeHtml(words.people)}">
<section>${head(words.people, officials.length)}${peopleMarkup(extraction, words, prefix)}</section>
${terms.length === 0 ? '' : `<section>${head(words.terms, terms.length)}${termsMarkup(extraction, words, prefix)}</section>`}
</aside>
${notesMarkup(extraction, words, prefix)}
</div>
`
}

/** All after the last article. */
export function htmlTail(): string {
  return `</main>
<script>${SCRIPT}</script>
</body>
</html>
`
}
