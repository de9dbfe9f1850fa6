/**
 * What an official says must be done: an order, or his opinion?
 *
 *   "Các bộ phải giải ngân xong trong quý I", Thủ tướng nói.        an order
 *   "Chúng ta cần có luật về việc này", đại biểu A cho biết.         an opinion
 *
 * The sentence alone does not tell. The article does: what else the same speaker directs, what office he holds, with which verb
 * he is quoted. Each clue counts what it told of such sentences in up to 775 news articles of 2016 to 2026, judged by readers: of
 * 279 in 545 of them that weigh LEAST or more, 65 in 100 were orders; of 65 others 15.
 */
import type { DirectiveMention, Document, Person, Range, SpeakerMention, Title } from '../../document.js'
import { isWord } from '../words.js'
import type { Article } from './article.js'
import { PhraseSet } from './phrases.js'
import { actorAt, type Scene, verbAt } from './scene.js'
import { CUE, MODAL } from './vocabulary.js'

const LEAST = 2
/** Sentences between two directives that may belong together. */
const NEAR = 2

interface Clue {
  weight: number
  holds(found: Obligation): boolean
}

/** A directive made by a modal and somebody who speaks. */
interface Obligation {
  doc: Document
  scene: Scene
  directive: DirectiveMention
  cue: Range
  speaker: Speaker
  /** Another directive stands near. */
  near: boolean
}

/** A speaker of the article, read once: he may speak, and be named, as often as the text is long. */
interface Speaker {
  /** How many directives are his, and how many of them a verb that directs makes. */
  directives: number
  cued: number
  /** He holds an office that gives orders; one that leads a state; a seat in a parliament and no such office. */
  commands: boolean
  leads: boolean
  debates: boolean
  /** He heads an agency or a firm, and no more. */
  explains: boolean
  /** Of another country: he comments on the world as often as he directs his own. */
  foreign: boolean
}

/** Offices that give orders: those of heads of a government, a ministry, a committee of the Party or the people, and their deputies. */
const COMMANDING = new Set([
  'general-secretary',
  'prime-minister',
  'minister',
  'secretary',
  'chair',
  'governor',
  'auditor-general',
])
/** Heads of other states and of international bodies: what they say is weighed more than what others do. */
const LEADING = new Set(['president', 'secretary-general'])
/** He answers for his agency, and explains its work where he tells nobody by name. */
const EXPLAINING = 'director'
const TELLS = new PhraseSet('cho biết; cho hay; chia sẻ; tuyên bố')
const STRESSES = new PhraseSet('nhấn mạnh; nêu rõ; lưu ý; quán triệt; chỉ rõ')
const REASONS = new PhraseSet('muốn; đòi hỏi; tại sao; vì sao')
const PARTIES = new PhraseSet('hai bên; hai nước; hai quốc gia; các bên; các nước; cộng đồng quốc tế')
const AGREES = new PhraseSet('nhất trí')
const DUTIES = new PhraseSet('có trách nhiệm')

const CLUES: readonly Clue[] = [
  { weight: 3, holds: ({ speaker }) => speaker.commands },
  { weight: 1, holds: ({ speaker }) => speaker.leads },
  { weight: -1, holds: ({ speaker }) => speaker.debates },
  { weight: -1, holds: ({ speaker }) => speaker.debates && speaker.cued === 0 },
  { weight: -1, holds: ({ speaker, directive }) => speaker.explains && directive.addressee === null },
  // … but "hai nước cần …" is what the one asks of the other.
  {
    weight: -1,
    holds: ({ doc, scene, speaker }) => speaker.foreign && speaker.cued === 0 && !names(doc, scene, PARTIES),
  },
  { weight: 2, holds: ({ speaker }) => speaker.directives > 1 },
  { weight: 1, holds: ({ speaker }) => speaker.cued > 0 },
  { weight: 1, holds: ({ near }) => near },
  { weight: 1, holds: ({ directive }) => directive.addressee !== null },
  { weight: 1, holds: ({ directive }) => directive.force === 'prohibit' },
  { weight: 1, holds: f => says(f, STRESSES) },
  { weight: -2, holds: f => says(f, TELLS) },
  { weight: -1, holds: f => says(f, AGREES) },
  // "cần có cơ chế", "phải có tầm nhìn": what is lacking, not what to do.
  { weight: -2, holds: ({ doc, cue }) => isWord(doc, cue.to, 'có') },
  // "phải được minh bạch": how things should be.
  { weight: -1, holds: ({ doc, cue }) => isWord(doc, cue.to, 'được') },
  // "muốn tăng tốc thì phải sáng tạo", "tình hình đòi hỏi phải …", "tại sao … phải …": reasons.
  { weight: -1, holds: ({ doc, scene, cue }) => reasons(doc, scene, cue.from) },
  { weight: -2, holds: ({ doc, scene, cue }) => DUTIES.endAt(doc, cue.from, scene.stop) > 0 },
]

/** The directives without the obligations that weigh too little, and without what carries them on. */
export function weigh(article: Article): DirectiveMention[] {
  const { directives } = article
  const speakers = speakersOf(article)
  const places: number[] = []
  const kept: DirectiveMention[] = []
  directives.forEach((directive, i) => {
    const { continues } = directive
    const stays = continues === null ? !isOpinion(article, i, speakers) : places[continues] >= 0
    places.push(stays ? kept.length : -1)
    if (stays) kept.push(continues === null ? directive : { ...directive, continues: places[continues] })
  })
  return kept
}

type Speakers = Map<Person | string, Speaker>

function speakersOf(article: Article): Speakers {
  const { doc } = article
  const speakers: Speakers = new Map()
  for (const directive of article.directives) {
    if (directive.speaker === null) continue
    const key = keyOf(doc, directive.speaker)
    const speaker = speakers.get(key) ?? readSpeaker(doc, directive.speaker)
    speakers.set(key, speaker)
    speaker.directives++
    if (!isObliging(article, directive)) speaker.cued++
  }
  return speakers
}

/** The person, or what is printed for one that is none of the article's. */
const keyOf = (doc: Document, { person, from, to }: SpeakerMention): Person | string =>
  person ?? doc.slice(from, to).toLowerCase()

function readSpeaker(doc: Document, mention: SpeakerMention): Speaker {
  const titles = titlesOf(doc, mention)
  const commanding = titles.some(t => commands(doc, t))
  return {
    directives: 0,
    cued: 0,
    commands: commanding,
    leads: titles.some(t => LEADING.has(t.head.kind)),
    foreign: mention.person?.foreign ?? false,
    explains: !commanding && titles.length > 0 && titles.every(t => t.head.kind === EXPLAINING),
    debates: !commanding && titles.some(t => t.head.kind === 'delegate'),
  }
}

function isOpinion(article: Article, i: number, speakers: Speakers): boolean {
  const { doc, directives } = article
  const directive = directives[i]
  const { speaker, cue, sentence } = directive
  if (speaker === null || cue === null || !isObliging(article, directive)) return false
  const found: Obligation = {
    doc,
    scene: article.scene(sentence),
    directive,
    cue,
    speaker: speakers.get(keyOf(doc, speaker))!,
    near: [directives[i - 1], directives[i + 1]].some(d => d !== undefined && Math.abs(d.sentence - sentence) <= NEAR),
  }
  let weight = 0
  for (const clue of CLUES) if (clue.holds(found)) weight += clue.weight
  return weight < LEAST
}

/** Made by a modal: "phải", "cần", "không được". */
function isObliging(article: Article, { sentence, cue }: DirectiveMention): boolean {
  const verb = cue === null ? null : verbAt(article.scene(sentence), cue.from)
  return verb !== null && (verb.code & (MODAL | CUE)) === MODAL
}

/** What he holds; of one without a name, the post that is printed. */
function titlesOf(doc: Document, { person, from, to }: SpeakerMention): Title[] {
  if (person !== null) return person.titles
  for (let i = from; i < to; i++) {
    const title = doc.titleAt.get(i)
    if (title !== undefined) return [title]
  }
  return []
}

const commands = (doc: Document, { head, status, from }: Title): boolean =>
  status !== 'former' && (COMMANDING.has(head.kind) || (head.kind === 'president' && isWord(doc, from, 'chủ')))

function reasons(doc: Document, scene: Scene, modal: number): boolean {
  for (let i = scene.first; i < modal; i++) {
    const end = REASONS.endAt(doc, i, modal)
    // "đòi hỏi công đoàn phải nỗ lực": it is told who must.
    if (end > 0 && actorAt(scene, end) === null) return true
  }
  return false
}

function names(doc: Document, scene: Scene, phrases: PhraseSet): boolean {
  for (let i = scene.first; i < scene.stop; i++) if (phrases.endAt(doc, i, scene.stop) > 0) return true
  return false
}

function says({ doc, scene, cue }: Obligation, phrases: PhraseSet): boolean {
  // "cần chia sẻ thông tin": what is to be done.
  for (let i = scene.first; i < scene.stop; i++) if (i !== cue.to && phrases.endAt(doc, i, scene.stop) > 0) return true
  return false
}
