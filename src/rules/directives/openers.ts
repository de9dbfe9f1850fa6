/** What stands at the head of a sentence before its first task: bullets, words that carry on, dates, circumstances. */
import type { Document } from '../../document.js'
import { COMMA, WORD } from '../../text/flags.js'
import { isWord, WordSet } from '../words.js'
import type { Article } from './article.js'
import { readDeadline } from './deadlines.js'
import { actorAt, type Scene, verbAt } from './scene.js'
import { skipOpener } from './tasks.js'
import { CONTINUATION, CUE, MODAL } from './vocabulary.js'

/** They open a phrase that ends at its comma. */
const CIRCUMSTANCES = new WordSet('sau trước để khi trên tại từ với trong qua nếu căn đến trường đối về bên cùng')

export interface Opener {
  /** First token after bullets. */
  from: number
  /** First token after bullets, words that carry on, and dates. */
  at: number
  carried: boolean
  item: boolean
  deadline: ReturnType<typeof readDeadline>
}

/** @param from where the sentence begins, if a sign of a list before it is known */
export function openerOf(article: Article, scene: Scene, from = scene.first): Opener {
  const { doc, year } = article
  const { key, flags } = doc.tokens
  let p = from
  let item = false
  let carried = false
  let deadline: Opener['deadline'] = null
  for (let guard = 0; guard < 10 && p < scene.end; guard++) {
    const verb = verbAt(scene, p)
    const next = skipOpener(doc, scene, p, scene.end)
    if (next > p) {
      if (verb !== null && (verb.code & CONTINUATION) !== 0) carried = true
      else if (p === scene.first && key[p] !== 0x22) item = true
      p = next
      continue
    }
    // "Trước hết đó là cung cấp viện trợ", "Đó là tập trung …"
    if ((carried || p === scene.first) && isWord(doc, p, 'đó') && isWord(doc, p + 1, 'là')) {
      carried = true
      p += 2
      continue
    }
    if (carried && isWord(doc, p, 'là')) {
      p++
      continue
    }
    if ((flags[p] & WORD) !== 0 && deadline === null) {
      deadline = readDeadline(doc, p, scene.end, year)
      if (deadline !== null) {
        p = deadline.to
        continue
      }
    }
    // "Sau khi rà soát, Kiểm toán Nhà nước …"
    if (CIRCUMSTANCES.has(doc, p) && actorAt(scene, p) === null) {
      let comma = p
      while (
        comma < scene.end &&
        comma - p < 40 &&
        !(key[comma] === COMMA && (isWord(doc, p, 'để') || isModalOrNone(scene, comma + 1) || comma + 1 >= scene.end))
      )
        comma++
      if (comma < scene.end && key[comma] === COMMA) {
        p = comma + 1
        continue
      }
      const then = thenAfter(doc, scene, p)
      if (then > 0) {
        p = then
        continue
      }
    }
    break
  }
  return { from, at: p, carried, item, deadline }
}

/** "Với hộ chưa đủ điều kiện thì | hướng dẫn bổ sung", "Khi có ý kiến khác nhau thì | các bộ ngồi lại" */
function thenAfter(doc: Document, scene: Scene, from: number): number {
  for (let i = from + 1; i < scene.end && i - from < 40 && doc.tokens.key[i] !== COMMA; i++)
    if (isWord(doc, i, 'thì')) return i + 1
  return -1
}

function isModalOrNone(scene: Scene, i: number): boolean {
  const verb = verbAt(scene, i)
  return verb === null || (verb.code & (MODAL | CUE)) !== 0
}
