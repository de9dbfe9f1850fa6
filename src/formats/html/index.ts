/** Records -> HTML, for people to look at. */
export { articleMarkup } from './article.js'
export { notesMarkup } from './notes.js'
export { type HtmlOptions, htmlArticle, htmlHead, htmlTail, toHtml } from './page.js'
export { directivesMarkup, legendMarkup, peopleMarkup, termsMarkup } from './panels.js'
export { SCRIPT, SCRIPT_HASH } from './script.js'
export { COLORS, LEGEND, PARTS, themeStyle } from './style.js'
export { type Language, WORDS, type Words } from './words.js'
