/**
 * "kiến nghị" that directs: an inspectorate, the audit or an authority says it to somebody who is not above it.
 *
 *   Thanh tra tỉnh kiến nghị Sở Tài chính thu hồi khoản chi sai.      directs
 *   Chi cục Thủy lợi kiến nghị UBND các xã gia cố bờ bao.             directs
 *   UBND tỉnh kiến nghị Bộ Giao thông sớm bố trí vốn.                 proposes to those above
 */
import type { Document } from '../../document.js'
import { isWord, WordSet } from '../words.js'
import { readTasks } from './addressee.js'
import type { Article } from './article.js'
import { PUBLIC, UNRANKED } from './authority.js'
import type { Reading } from './cues.js'
import { isParty } from './parties.js'
import { PhraseSet } from './phrases.js'
import { actorAt, actorEnding, type Scene } from './scene.js'
import { resolve, type Voice } from './speakers.js'
import { type Subject, skipNow, subjectOf, VOIDERS } from './subject.js'
import type { Tasks } from './tasks.js'
import { PROPOSES } from './vocabulary.js'

/** They look into the work of others, and say what is to be mended. */
const INSPECTORS = new PhraseSet(
  'thanh tra; đoàn thanh tra; kiểm toán; đoàn kiểm toán; đoàn giám sát; đoàn kiểm tra; ủy ban kiểm tra; tổ kiểm tra; cơ quan thanh tra; cơ quan kiểm toán',
)
/** Before the verb they show the noun: "các kiến nghị". */
const NOUN_BEFORE = new WordSet('các những của về một theo có nhiều với')
/** Those above whoever asks them. */
const HIGHER = new PhraseSet('cấp có thẩm quyền; cấp trên; các cấp có thẩm quyền; cơ quan có thẩm quyền; trung ương')
/** Those whom any authority stands above. */
const LOWER = new PhraseSet(
  'UBND các xã; UBND các phường; UBND các huyện; các xã; các phường; các địa phương; chính quyền địa phương; các trường; nhà trường; chủ đầu tư; nhà thầu; các doanh nghiệp',
)
/** An inspectorate proposes to them. */
const GOVERNMENT = 6.5

/** A sentence is not asked about more of them: each is read up to the end of the sentence. */
const MOST_PROPOSALS = 12

export function readProposal(article: Article, scene: Scene): Reading | null {
  const { doc } = article
  let tried = 0
  for (const verb of scene.verbs) {
    if ((verb.code & PROPOSES) === 0) continue
    if (++tried > MOST_PROPOSALS) break
    if (NOUN_BEFORE.has(doc, verb.from - 1)) continue
    const j = skipNow(doc, scene, verb.from)
    if (j > scene.first && VOIDERS.has(doc, j - 1) && actorEnding(scene, j) === null) continue
    const subject = subjectOf(doc, scene, verb.from)
    if (subject.kind !== 'direct' || subject.actor?.kind !== 'body') continue
    const voice = resolve(article, scene, subject.actor)
    if (voice === null || voice.authority < PUBLIC) continue
    const tasks = readTasks(article, scene, verb.to, scene.end)
    if (tasks.strength < 2 || !goesDown(doc, scene, subject, voice, tasks)) continue
    return { voice, cue: { from: verb.from, to: verb.to }, force: tasks.prohibits ? 'prohibit' : 'request', tasks }
  }
  return null
}

/** Is whoever is told named, and not above the one who speaks? */
function goesDown(doc: Document, scene: Scene, subject: Subject, voice: Voice, { addressee }: Tasks): boolean {
  if (addressee === null || !isParty(doc, scene, addressee.from, addressee.to)) return false
  if (HIGHER.endAt(doc, addressee.from, addressee.to) > 0) return false
  if (LOWER.endAt(doc, addressee.from, addressee.to) > 0) return true
  const told = actorAt(scene, addressee.from)
  const rank = told?.rank ?? UNRANKED
  if (INSPECTORS.endAt(doc, subject.actor?.from ?? 0, scene.stop) > 0)
    return rank < GOVERNMENT && (rank !== voice.rank || rank === UNRANKED) && !isWord(doc, addressee.from, 'chủ')
  return rank !== UNRANKED && voice.rank !== UNRANKED && rank < voice.rank
}
