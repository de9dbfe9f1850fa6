/** The playground: text in, everything that the library finds in it out, at every key. */
import {
  articleMarkup,
  type Language,
  LEGEND,
  legendMarkup,
  notesMarkup,
  PARTS,
  SCRIPT,
  themeStyle,
  WORDS,
} from '../../src/formats/html/index.js'
import { extract } from '../../src/index.js'
import provinces from '../../src/lexicon/data/provinces.tsv?raw'
import type { Extraction } from '../../src/records.js'
import { byId, kept, make } from './dom.js'
import { LARGEST, readText, save } from './files.js'
import type { Article, Output } from './outputs.js'
import { fillPanel } from './panels.js'
import { FIRST, SAMPLES, type Sample } from './samples.js'
import { fromFragment, type Shared, toFragment } from './share.js'
import './style.css'
import { Tabs } from './tabs.js'
import { INTERFACE, type InterfaceWords } from './words.js'

/** Of longer texts only the beginning is marked: a browser is slow with so many elements. */
const SHOWN = 60_000
/** A text longer than this waits for a pause in the typing where its extraction takes longer than QUICK milliseconds. */
const SHORT = 20_000
const QUICK = 40
const PAUSE = 250

const textBox = byId<HTMLTextAreaElement>('text')
const dateBox = byId<HTMLInputElement>('date')
const placeBox = byId<HTMLInputElement>('place')
const sampleBox = byId<HTMLSelectElement>('sample')
const themeBox = byId<HTMLSelectElement>('theme')

document.head.append(make('style', {}, themeStyle() + PARTS + LEGEND), make('script', {}, SCRIPT))

let language: Language = 'vi'
let article: Article
/** What stands in a panel belongs to this; a panel that is not looked at is filled when it is. */
const filled = new Map<string, Article>()
const tabs = new Tabs(() => fill())
let lastTook = 0
let waiting: ReturnType<typeof setTimeout> | undefined
let announcing: ReturnType<typeof setTimeout> | undefined

const words = (): InterfaceWords => INTERFACE[language]
const number = (n: number): string => n.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-US')

/** The records; a place that nobody knows is told beside its box and left out. */
function extractAll(text: string, date: string, place: string): Extraction {
  const options = { trace: true, ...(date === '' ? {} : { date }) }
  let record: Extraction | null = null
  try {
    record = extract(text, place === '' ? options : { ...options, place })
  } catch {}
  const wrong = record === null
  placeBox.setAttribute('aria-invalid', String(wrong))
  byId('place-help').textContent = wrong ? words().unknownPlace(place) : words().placeHelp
  byId('place-help').classList.toggle('wrong', wrong)
  return record ?? extract(text, options)
}

function update(): void {
  clearTimeout(waiting)
  const text = textBox.value
  const before = performance.now()
  const record = extractAll(text, dateBox.value, placeBox.value.trim())
  lastTook = performance.now() - before
  article = { text, record, date: dateBox.value, language }
  render()
}

/** The sample whose date and place stand in the boxes. */
let chosen: Sample | undefined

function changed(): void {
  const text = textBox.value
  const sample = SAMPLES.find(s => s.text === text)
  sampleBox.value = sample?.name ?? ''
  // Another text was put in its place: the sample's date and place are not for that.
  if (chosen !== undefined && text.slice(0, 20) !== chosen.text.slice(0, 20)) {
    if (dateBox.value === chosen.date) dateBox.value = ''
    if (placeBox.value === chosen.place) placeBox.value = ''
    chosen = undefined
  }
  clearTimeout(waiting)
  if (text.length <= SHORT || lastTook < QUICK) update()
  else waiting = setTimeout(update, PAUSE)
}

function render(): void {
  const { text, record } = article
  const around = WORDS[language]
  const shown = beginningOf(text, record)
  byId('article').innerHTML = articleMarkup(shown.text, shown.record)
  if (shown.text.length < text.length)
    byId('article').append(make('p', { class: 'help' }, words().cut(number(shown.text.length))))
  if (record.language === 'und' && text.trim() !== '') byId('article').prepend(make('p', { class: 'help' }, around.und))
  byId('notes').innerHTML = notesMarkup(shown.record, around, '')
  const { officials, titles, terms, directives } = record
  const counts = [officials, titles, terms, directives].map(list => list.length)
  for (const [i, span] of [...byId('legend').querySelectorAll('label span')].entries())
    span.textContent = String(counts[i])
  tabs.count('people', officials.length)
  tabs.count('directives', directives.length)
  const figures = words().figures(counts[0], counts[1], counts[2], counts[3])
  byId('figures').textContent =
    `${figures} · ${words().took(lastTook.toLocaleString(language, { maximumFractionDigits: 1 }), number(text.length))}`
  // A screen reader hears the outcome when the typing pauses, not at every key.
  clearTimeout(announcing)
  announcing = setTimeout(() => {
    byId('live').textContent = figures
  }, 900)
  fill()
}

function fill(): void {
  if (article === undefined || filled.get(tabs.current) === article) return
  filled.set(tabs.current, article)
  fillPanel(tabs.panel(tabs.current), tabs.current, article, words(), { select, copy, download })
}

/** The first part of a long text with the records that lie in it, indices as they were. */
function beginningOf(text: string, record: Extraction): { text: string; record: Extraction } {
  if (text.length <= SHOWN) return { text, record }
  const end = text.lastIndexOf('\n', SHOWN) > SHOWN / 2 ? text.lastIndexOf('\n', SHOWN) : SHOWN
  const part = text.slice(0, end)
  const within = <T extends { end: number }>(list: T[]): T[] => list.filter(s => s.end <= end)
  // Spans of a kind stand in order, so that what is left out are the last ones, and the indices of the others hold.
  const titles = within(record.titles)
  return {
    text: part,
    record: {
      ...record,
      titles,
      terms: within(record.terms),
      directives: within(record.directives).map(d => ({
        ...d,
        speaker: d.speaker?.end && d.speaker.end > end ? null : d.speaker,
      })),
      officials: record.officials.map(o => ({
        ...o,
        mentions: within(o.mentions),
        roles: o.roles.map(r => ({ ...r, titles: r.titles.filter(i => i < titles.length) })),
      })),
    },
  }
}

function tell(message: string): void {
  byId('told').textContent = message
}

function load({ text, date, place }: Shared): void {
  textBox.value = text
  dateBox.value = date
  placeBox.value = place
  textBox.scrollTop = 0
  byId('article').closest('.pane')!.scrollTop = 0
  chosen = SAMPLES.find(s => s.text === text && s.date === date && s.place === place)
  lastTook = 0
  changed()
}

function select(start: number, end: number): void {
  // A text box counts a line end as one character, whatever it was in the text.
  textBox.focus()
  textBox.setSelectionRange(start, end)
  const line = textBox.value.slice(0, start).split('\n').length - 1
  const lines = textBox.value.split('\n').length
  textBox.scrollTop = (textBox.scrollHeight * line) / lines - textBox.clientHeight / 3
}

/** To the place in the article that a person or a directive links to; the address stays, it may carry the text. */
function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest('a[href^="#"]')
  const target = link && document.getElementById(link.getAttribute('href')!.slice(1))
  if (!target) return
  event.preventDefault()
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  if (target.tabIndex < 0) target.tabIndex = -1
  target.focus({ preventScroll: true })
  for (const other of document.querySelectorAll('.here')) other.classList.remove('here')
  target.classList.add('here')
}

async function toClipboard(content: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(content)
    return true
  } catch {
    return false
  }
}

async function copy(output: Output): Promise<void> {
  tell((await toClipboard(output.make(article))) ? words().copied(output.name) : words().notCopied)
}

function download(output: Output): void {
  const name = `${sampleBox.value || 'chucdanh'}${output.ending}`
  save(name, output.type, output.make(article))
  tell(words().downloaded(name))
}

async function share(): Promise<void> {
  const fragment = await toFragment({ text: textBox.value, date: dateBox.value, place: placeBox.value.trim() })
  history.replaceState(null, '', fragment)
  tell((await toClipboard(location.href)) ? words().linkCopied(number(location.href.length)) : words().linkShown)
}

/** True if the address carried a text. */
async function fromAddress(): Promise<boolean> {
  try {
    const shared = await fromFragment(location.hash)
    if (shared !== null) load(shared)
    return shared !== null
  } catch {
    tell(words().badLink)
    return false
  }
}

async function open(file: File | undefined): Promise<void> {
  if (file === undefined) return
  if (file.size > LARGEST) return tell(words().tooLarge(file.name))
  const text = await readText(file)
  if (text === null) return tell(words().notText(file.name))
  load({ text, date: '', place: '' })
  tell(words().opened(file.name))
}

function setLanguage(to: Language): void {
  language = to
  kept.set('language', to)
  document.documentElement.lang = to
  for (const element of document.querySelectorAll<HTMLElement>('[data-w]')) {
    const word = words()[element.dataset.w as keyof InterfaceWords]
    if (typeof word === 'string') element.textContent = word
  }
  textBox.placeholder = words().placeholder
  sampleBox.options[0].textContent = words().ownText
  byId('legend').innerHTML = legendMarkup(
    { language: 'vi', officials: [], titles: [], terms: [], directives: [] },
    WORDS[to],
  )
  if (article !== undefined) update()
}

function setTheme(to: string): void {
  kept.set('theme', to)
  if (to === 'light' || to === 'dark') document.documentElement.dataset.theme = to
  else delete document.documentElement.dataset.theme
}

function listen(): void {
  for (const box of [textBox, dateBox, placeBox]) box.addEventListener('input', changed)
  sampleBox.addEventListener('change', () => {
    const sample = SAMPLES.find(s => s.name === sampleBox.value)
    load(sample ?? { text: '', date: '', place: '' })
    if (sample === undefined) textBox.focus()
  })
  byId('language').addEventListener('change', event =>
    setLanguage((event.target as HTMLInputElement).value as Language),
  )
  themeBox.addEventListener('change', () => setTheme(themeBox.value))
  byId('share').addEventListener('click', share)
  byId('panels').addEventListener('click', follow)
  const fileBox = byId<HTMLInputElement>('file')
  fileBox.addEventListener('change', async () => {
    await open(fileBox.files?.[0])
    fileBox.value = ''
  })
  addEventListener('hashchange', fromAddress)
  const drop = byId('drop')
  const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
  addEventListener('dragenter', event => {
    if (holdsFile(event)) drop.hidden = false
  })
  addEventListener('dragover', event => {
    if (holdsFile(event)) event.preventDefault()
  })
  drop.addEventListener('dragleave', () => {
    drop.hidden = true
  })
  addEventListener('drop', event => {
    drop.hidden = true
    if (!holdsFile(event)) return
    event.preventDefault()
    void open(event.dataTransfer?.files[0])
  })
  // A tabulator leaves the text box, as it does in every form; Ctrl+Enter goes to what was found.
  textBox.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) byId(`tab-${tabs.current}`).focus()
  })
}

async function start(): Promise<void> {
  sampleBox.append(
    make('option', { value: '' }),
    ...SAMPLES.map(s => make('option', { value: s.name, lang: 'vi' }, s.headline)),
  )
  for (const line of provinces.split('\n')) {
    const [name, , code] = line.split('\t')
    if (/^\d+$/.test(code ?? '')) byId('places').append(make('option', { value: name }))
  }
  listen()
  const wanted = kept.get('language') ?? (navigator.language.startsWith('vi') ? 'vi' : 'en')
  const chosen: Language = wanted === 'en' ? 'en' : 'vi'
  for (const box of document.querySelectorAll<HTMLInputElement>('[name=language]')) box.checked = box.value === chosen
  setLanguage(chosen)
  themeBox.value = kept.get('theme') ?? 'auto'
  setTheme(themeBox.value)
  // The first extraction unpacks the lexicon: that is no part of the time that is shown.
  extract(FIRST.text)
  if (!(await fromAddress())) load(FIRST)
  document.documentElement.dataset.ready = 'true'
}

void start()
