/** What the tabs hold. The library's markup is escaped already; all else is made of nodes. */
import { directivesMarkup, peopleMarkup, termsMarkup, WORDS } from '../../src/formats/html/index.js'
import { make } from './dom.js'
import { type Article, OUTPUTS, type Output, recordOf } from './outputs.js'
import type { Tab } from './tabs.js'
import type { InterfaceWords } from './words.js'

export interface Actions {
  select(start: number, end: number): void
  copy(output: Output): void
  download(output: Output): void
}

export function fillPanel(
  panel: HTMLElement,
  tab: Tab,
  article: Article,
  words: InterfaceWords,
  actions: Actions,
): void {
  const { record, language } = article
  const around = WORDS[language]
  if (tab === 'people') {
    panel.innerHTML = peopleMarkup(record, around)
    if (record.terms.length > 0) {
      panel.append(make('h3', {}, around.terms))
      panel.insertAdjacentHTML('beforeend', termsMarkup(record, around))
    }
  } else if (tab === 'directives') panel.innerHTML = directivesMarkup(record, around)
  else if (tab === 'json') panel.replaceChildren(make('pre', { class: 'json' }, ...inPieces(recordOf(record))))
  else if (tab === 'trace') panel.replaceChildren(...traceOf(article, words, actions))
  else panel.replaceChildren(...outputsOf(words, actions))
}

/** So many lines a piece: the browser lays out only the pieces that are in sight. */
const PIECE = 60

/** JSON with the names of its fields set apart. */
function inPieces(value: unknown): HTMLElement[] {
  const lines = JSON.stringify(value, null, 2).split('\n')
  return Array.from({ length: Math.ceil(lines.length / PIECE) }, (_, i) =>
    make('code', {}, ...lines.slice(i * PIECE, (i + 1) * PIECE).flatMap(coloured)),
  )
}

function coloured(line: string): (Node | string)[] {
  const [, indent, name, rest] = /^(\s*)("(?:[^"\\]|\\.)*")(: .*)$/.exec(line) ?? []
  return name === undefined ? [`${line}\n`] : [indent, make('span', {}, name), `${rest}\n`]
}

/** Rows beyond this are counted, not shown. */
const MOST_ROWS = 500

function traceOf({ record }: Article, words: InterfaceWords, actions: Actions): Node[] {
  const trace = record.trace ?? []
  if (trace.length === 0) return [make('p', { class: 'help' }, words.noTrace)]
  const head = make('tr', {}, ...words.traceHead.map(label => make('th', { scope: 'col' }, label)))
  const rows = trace.slice(0, MOST_ROWS).map(({ stage, rule, detail, text, start, end }) => {
    const button = make('button', { type: 'button', class: 'place', lang: 'vi' }, text)
    button.addEventListener('click', () => actions.select(start, end))
    return make(
      'tr',
      {},
      make('td', {}, stage),
      make('td', {}, rule),
      make('td', {}, button),
      make('td', { lang: 'vi' }, detail),
    )
  })
  const more = trace.length > MOST_ROWS ? [make('p', { class: 'help' }, `+ ${trace.length - MOST_ROWS}`)] : []
  return [
    make('p', { class: 'help' }, words.traceHelp),
    make('table', { class: 'trace' }, make('thead', {}, head), make('tbody', {}, ...rows)),
    ...more,
  ]
}

function outputsOf(words: InterfaceWords, actions: Actions): Node[] {
  const rows = OUTPUTS.map(output => {
    const button = (word: string, act: (output: Output) => void): HTMLButtonElement => {
      const it = make('button', { type: 'button', class: 'button', 'aria-label': `${word} ${output.name}` }, word)
      it.addEventListener('click', () => act(output))
      return it
    }
    return make(
      'li',
      { id: `output-${output.id}` },
      make('span', {}, make('b', {}, output.name), make('small', {}, ` ${words.describe[output.about]}`)),
      button(words.copy, actions.copy),
      button(words.download, actions.download),
    )
  })
  return [make('p', { class: 'help' }, words.outputsHelp), make('ul', { class: 'outputs' }, ...rows)]
}
