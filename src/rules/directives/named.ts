/**
 * The noun phrase before the first verb of a task: who is to act.
 *
 *   các bộ: Tài chính, Tư pháp | khẩn trương …      các sở, ngành và UBND các quận | rà soát …
 */
import type { Document, Range } from '../../document.js'
import {
  CAPITAL,
  CLOSE,
  COLON,
  COMMA,
  DASH,
  ELLIPSIS,
  NUMBER,
  OPEN,
  PUNCTUATION,
  QUOTE,
  SLASH,
  WORD,
} from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Article } from './article.js'
import { readDeadline } from './deadlines.js'
import { AGENTS, DETERMINERS } from './names.js'
import { ASIDES, OPEN_HEADS, trimAdverbs, whoEnd } from './parties.js'
import { PhraseSet } from './phrases.js'
import { actorAt, actorEnding, type Scene, verbAt, verbFrom } from './scene.js'
import { isNegation, opensTask, skipOpeners, TRAILING } from './tasks.js'
import { BLOCKER, CUE, MODAL, PROPOSES, REPORT, TASK, TELL } from './vocabulary.js'
import { isWorker } from './workers.js'

/** Of so many tokens a name may be. */
const LONGEST = 60
const LONGEST_ASIDE = 30

const MEANWHILE = new PhraseSet('trong quá trình; trong khi; trước khi; sau khi')
/** They open a circumstance between a name and its modal. */
const CIRCUMSTANCES = new WordSet('khi nếu dù về')

/** They end the one addressed without a verb. */
export const ENDS_NAME = new WordSet('về để nhằm nếu khi mà thì vì do bởi nên rằng vốn đã đang bị')

/** No predicate begins with them. */
const LINKS = new WordSet(
  'các và của thuộc tại ở từ đến với cùng những nơi có do trên trong đang đóng phụ cấp tuyến khu vùng địa quản liên hai ba này nói',
)

export interface Named {
  range: Range | null
  /** Token of the first task, or -1. */
  verb: number
}

/** Bodies whose names are short. */
const SHORT_HEADS = new WordSet('sở bộ cục vụ phòng viện thanh')
const NOBODY: Named = { range: null, verb: -1 }
/** A name goes on over them: "các sở, ngành", "Sở Văn hóa - Thể thao". */
const JOINTS = new Set([COMMA, DASH, OPEN, CLOSE, SLASH, ELLIPSIS, 0x26])
/** Before a verb that the lexicon lacks, or a passive, they end the name. */
export const BEGINS_TASK = new WordSet('được tự cùng')

/** Verbs that open a task right after a name, and nowhere else: "Sở Tư pháp | giải thích …", "các đơn vị liên quan | theo sát …". */
const AFTER_NAME = new PhraseSet(
  'theo sát; đóng vai; nói; nói rõ; lên tiếng; cam kết; hứa; xuất; điều; bán; mua; đi; ra; vào; nghe; xem; tiến tới; tiến đến; gặp; gặp gỡ; đón; chào đón; kiến nghị; khuyến khích; yên tâm; quay; quay lại; lên; nhận; nhớ; hiểu; suy nghĩ; nghĩ; trao; trả; mang; bỏ; chờ; dùng; đặt; coi; dám; biết; khánh thành; chấp nhận; đồng ý; thả; hủy; phóng thích; đeo; mặc; nêu; viết; ngăn; thông qua; bỏ phiếu; bầu; xét xử; khám; phạt; vượt; chung sức; chung lòng; tin tưởng; tin; bày tỏ; tự; lấy; nén; xin; xung phong; thi đua; hưởng ứng; đọc; gọi; tính toán; đổi; rút; bám; xích lại; ngồi; tạm; cắt; hoãn; loại; ký; tặng; thay mặt; từ chối; phản đối; lên án; treo; đề cử; ghi; chia; dời; chặt; phá; dẹp; rửa; tắm; ăn; uống; ngủ; đỗ; di chuyển; trình bày; căn cứ; khai báo; tính toán lại',
)
/** The same right after one person, body or place, not after "các tỉnh": "ĐH Huế | có đề án", "UBND quận 6 | cho tháo dỡ". */
const AFTER_ONE = new PhraseSet('đến; có; cho; cấp; đăng; đứng ra; học; xét')
/** After "có" they tell which: "các bộ có liên quan". */
const OF_WHICH = new WordSet('liên thẩm trách nghĩa chức quyền từ án')
/** After them a name goes on no further: "các cơ quan liên quan | theo sát …". */
const LAST_OF_NAME = new PhraseSet('liên quan; chức năng; này; nói trên; nêu trên; trên địa bàn; cả nước; có liên quan')

/** The noun phrase from `p` to the first verb of a task. */
export function readNamed(article: Article, scene: Scene, p: number, to: number): Named {
  const { doc } = article
  const { key, flags } = doc.tokens
  const limit = Math.min(to, p + LONGEST)
  /** End of the actor that the name begins with. */
  const whole = actorAt(scene, p)?.to ?? -1
  const proper = whole > p && isProper(doc, scene, p, whole)
  const lacksVerb = (i: number): boolean => proper && i - whole > 2 && isPredicate(doc, scene, whole)
  let i = p
  let end = p
  /** A name has ended here. */
  let joint = -1
  while (i < limit) {
    const actor = actorAt(scene, i)
    const who = actor?.to ?? (opensName(doc, i, p) ? whoEnd(doc, i, limit) : -1)
    if (who > i) {
      i = who
      end = i
      if (actor !== null || !OPEN_HEADS.has(doc, i - 1)) joint = i
      continue
    }
    const k = key[i]
    if (i === joint && i > p && opensDated(article, scene, i, limit)) return { range: range(p, i), verb: i }
    if (i === joint && i > p && opensPredicate(doc, scene, i, limit, isOne(doc, scene, p, i)))
      return { range: range(p, i), verb: i }
    if ((flags[i] & PUNCTUATION) !== 0) {
      if (k === COLON || k === QUOTE || k === 0x27) return readAnnounced(article, scene, { from: p, to: end }, i, limit)
      if (!JOINTS.has(k)) return NOBODY
      if (k === OPEN && lacksVerb(i)) return { range: range(p, whole), verb: whole }
      const aside = k === COMMA ? asideEnd(doc, scene, i, limit) : -1
      if (aside > i) return { range: range(p, end), verb: aside }
      if (k === COMMA && lacksVerb(i)) return { range: range(p, whole), verb: whole }
      // ", báo cáo": the one addressed has ended without a verb of its own.
      if (
        k === COMMA &&
        i > p &&
        opensTask(doc, scene, i + 1) &&
        !isWorker(doc, scene, i + 1) &&
        !isOrganisation(doc, scene, i + 1, limit)
      )
        return { range: range(p, end), verb: isWord(doc, i + 1, 'không') || end > p ? i + 1 : -1 }
      i++
      continue
    }
    const verb = verbAt(scene, i)
    // "phải bồi thường" tells no order, but ends a name.
    if (verb !== null && ((verb.code & (TASK | MODAL | CUE)) !== 0 || isWord(doc, i, 'phải'))) {
      if (lacksVerb(i)) return { range: range(p, whole), verb: whole }
      const noun = i > p && ((DETERMINERS.has(doc, i - 1) && i >= end) || isWorker(doc, scene, i))
      if (!noun) return { range: range(p, trimAdverbs(doc, p, i)), verb: i }
      i = verb.to
      end = i
      continue
    }
    if (i > p && (isNegation(doc, scene, i) || (BEGINS_TASK.has(doc, i) && end > p) || opensOnly(doc, scene, i)))
      return { range: range(p, trimAdverbs(doc, p, i)), verb: i }
    // "Long An | trong quá trình kêu gọi đầu tư phải tính toán kỹ"
    if (i > p && MEANWHILE.endAt(doc, i, limit) > 0) {
      const modal = scene.verbs.slice(verbFrom(scene, i)).find(v => v.to < limit && (v.code & MODAL) !== 0)
      if (modal !== undefined) return { range: range(p, i), verb: modal.from }
    }
    if (i > p && ENDS_NAME.has(doc, i)) {
      const before = isWord(doc, i, 'khi') && (isWord(doc, i - 1, 'trước') || isWord(doc, i - 1, 'sau')) ? i - 1 : end
      return { range: range(p, before), verb: modalAfter(doc, scene, i, limit) }
    }
    const last = verb === null ? LAST_OF_NAME.endAt(doc, i, limit) : -1
    i = verb !== null ? verb.to : Math.max(last, i + 1)
    if (!isWord(doc, i - 1, 'và')) end = i
    if (last > 0) joint = last
  }
  return NOBODY
}

/** "các đoàn viếng | chỉ mang băng tang", not "chỉ huy" */
function opensOnly(doc: Document, scene: Scene, i: number): boolean {
  if (!isWord(doc, i, 'chỉ') || verbAt(scene, i) !== null || isWord(doc, i - 1, 'không')) return false
  return verbAt(scene, i + 1) !== null || AFTER_NAME.endAt(doc, i + 1, scene.stop) > 0
}

/** Is the actor named so that nothing more may belong to its name: "Sở Y tế", "ông", not "ban tổ chức", "Hội đồng thẩm định"? */
function isProper(doc: Document, scene: Scene, from: number, to: number): boolean {
  const kind = actorAt(scene, from)?.kind
  if (kind === 'person' || kind === 'title' || kind === 'pronoun') return true
  return (
    (doc.tokens.flags[to - 1] & (CAPITAL | NUMBER)) !== 0 ||
    (SHORT_HEADS.has(doc, from) && to - from > 1 && !DETERMINERS.has(doc, to - 1))
  )
}

/** May a name begin at token `i`: at the head, after a comma, "và" or "các"? */
function opensName(doc: Document, i: number, head: number): boolean {
  return i === head || doc.tokens.key[i - 1] === COMMA || isWord(doc, i - 1, 'và') || DETERMINERS.has(doc, i - 1)
}

/** "chậm nhất ngày 20-3 phải có …": a deadline, and a task right after it? */
export function opensDated(article: Article, scene: Scene, i: number, to: number): boolean {
  const { doc, year } = article
  const deadline = readDeadline(doc, i, to, year)
  if (deadline === null || deadline.to >= to) return false
  const next = doc.tokens.key[deadline.to] === COMMA ? deadline.to + 1 : deadline.to
  return opensTask(doc, scene, next)
}

/** Right after a name: a verb of saying, or one that the lexicon lacks. */
function opensPredicate(doc: Document, scene: Scene, i: number, to: number, one: boolean): boolean {
  const verb = verbAt(scene, i)
  const light = verb !== null && (verb.code & ~PROPOSES) === BLOCKER && one ? AFTER_NAME.endAt(doc, i, to) : -1
  if (light > 0) return true
  if (verb !== null) return one && (verb.code & (REPORT | TELL)) !== 0 && (verb.code & (TASK | CUE | MODAL)) === 0
  if ((doc.tokens.flags[i] & CAPITAL) !== 0) return false
  let end = AFTER_NAME.endAt(doc, i, to)
  if (end < 0 && one) end = AFTER_ONE.endAt(doc, i, to)
  return end > 0 && end < to && !OF_WHICH.has(doc, end)
}

/** "các cấp ủy, | tổ chức đảng": words that name somebody, though they begin like a verb. */
const isOrganisation = (doc: Document, scene: Scene, i: number, to: number): boolean =>
  whoEnd(doc, i, to) > (verbAt(scene, i)?.to ?? to)

/** Is the stretch the name of one person, body or place? */
function isOne(doc: Document, scene: Scene, from: number, to: number): boolean {
  if (actorEnding(scene, to)?.from !== from) return false
  for (let i = from; i < to; i++) if (DETERMINERS.has(doc, i)) return false
  return true
}

/** "khi tiếp nhận suất ăn | phải kiểm tra", "về việc | phải giữ kín": the modal after a circumstance that no comma ends, or -1. */
function modalAfter(doc: Document, scene: Scene, i: number, to: number): number {
  if (!CIRCUMSTANCES.has(doc, i)) return -1
  for (let v = verbFrom(scene, i); v < scene.verbs.length && scene.verbs[v].to < to; v++) {
    const verb = scene.verbs[v]
    for (let j = i; j < verb.from; j++) if (doc.tokens.key[j] === COMMA) return -1
    if ((verb.code & MODAL) !== 0) return verb.from
    i = verb.from
  }
  return -1
}

/** ", đặc biệt là nhóm điểm thấp, | rà soát": the token after an aside that the comma at `i` opens, where a task follows; else -1. */
function asideEnd(doc: Document, scene: Scene, i: number, to: number): number {
  if (!ASIDES.has(doc, i + 1) || actorAt(scene, i + 1) !== null || verbAt(scene, i + 1) !== null) return -1
  const stop = Math.min(to - 1, i + LONGEST_ASIDE)
  for (let j = i + 2; j < stop; j++) if (doc.tokens.key[j] === COMMA) return opensTask(doc, scene, j + 1) ? j + 1 : -1
  return -1
}

/**
 * What a mark announces: "các bộ: Tài chính, Tư pháp khẩn trương …" names them, "các đơn vị: Cục A rà soát" tasks each.
 */
function readAnnounced(article: Article, scene: Scene, name: Range, mark: number, limit: number): Named {
  const { doc } = article
  const q = skipOpeners(doc, scene, mark + 1, limit)
  if (q >= limit) return NOBODY
  if (opensTask(doc, scene, q)) return { range: range(name.from, name.to), verb: q }
  if (doc.tokens.key[mark] !== COLON || name.to <= name.from) return NOBODY
  const { verb } = readNamed(article, scene, q, limit)
  return verb < 0 ? NOBODY : { range: name, verb }
}

/** After a name read whole, a small word that is no link begins a predicate whose verb the lexicon lacks: "Bộ Y tế | tính lại …". */
function isPredicate(doc: Document, scene: Scene, i: number): boolean {
  return (doc.tokens.flags[i] & (WORD | CAPITAL)) === WORD && !LINKS.has(doc, i) && verbAt(scene, i) === null
}

const range = (from: number, to: number): Range | null => (to > from ? { from, to } : null)

/** Where the task begins of somebody named at `p`, or -1: "Sở Tài chính thu hồi …". */
export function namedTask(article: Article, scene: Scene, p: number, to: number): number {
  const { doc } = article
  const actor = actorAt(scene, p)
  let q: number
  if (actor !== null) q = actor.to
  else {
    q = AGENTS.endAt(doc, p, to)
    if (q < 0) return -1
  }
  if (isWord(doc, q, 'cùng')) return q
  while (q < to && TRAILING.has(doc, q)) q++
  // "UBND phường được yêu cầu vận động …"
  if (isWord(doc, q, 'được')) {
    const cue = verbAt(scene, q + 1)
    return cue !== null && (cue.code & CUE) !== 0 && opensTask(doc, scene, cue.to) ? cue.to : -1
  }
  return q < to && opensTask(doc, scene, q) ? q : -1
}
