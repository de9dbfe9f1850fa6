/** Records -> HTML, for people to look at. */
export { articleMarkup } from './article.js'
export { notesMarkup } from './notes.js'
export { HTML_TAIL, type HtmlOptions, htmlArticle, htmlHead, toHtml } from './page.js'
export { directivesMarkup, legendMarkup, peopleMarkup, termsMarkup } from './panels.js'
export { SCRIPT, SCRIPT_HASH } from './script.js'
export { COLORS, LEGEND, PARTS, THEME } from './style.js'
export { type Language, WORDS, type Words } from './words.js'
