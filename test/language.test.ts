/** Which language is it? Vietnamese above all: with marks and without, in headlines and in articles. */
import { readFileSync } from 'node:fs'
import { franc } from 'franc'
import { describe, expect, test } from 'vitest'
import { createExtractor, extract } from '../src/index.js'
import { detectLanguage } from '../src/language/index.js'
import { kindOf } from '../src/language/syllables.js'
import { createPool, extractStream } from '../src/pipeline/index.js'
import { fixtures } from './formats/samples.js'

/** Without tone marks and the other marks of Vietnamese, as in old mails and messages. */
const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

describe('Vietnamese', () => {
  test.each(fixtures().map(f => [f.name, f.text] as const))(
    '%s, with marks, decomposed and without any',
    (_name, text) => {
      expect(detectLanguage(text)).toBe('vi')
      expect(detectLanguage(text.normalize('NFD'))).toBe('vi')
      expect(detectLanguage(bare(text))).toBe('vi')
    },
  )

  test('every paragraph of them, down to headlines', () => {
    const lines = fixtures().flatMap(f => f.text.split('\n').filter(line => line.trim().split(/\s+/).length >= 3))
    expect(lines.filter(line => detectLanguage(line) !== 'vi')).toEqual([])
    // Without marks a few short ones are not told: names, numbers, foreign words.
    const lost = lines.filter(line => detectLanguage(bare(line)) !== 'vi')
    expect(lines.length).toBeGreaterThan(400)
    expect(lost.length / lines.length).toBeLessThan(0.025)
  })

  test.each([
    'Giá vàng tăng',
    'Huế mưa to',
    'Ông Nam làm gì?',
    'CHỦ TỊCH NƯỚC THĂM LÀO',
    'Bão số 5 đổ bộ, dân Quảng Trị sơ tán',
    'Donald Trump gặp Tập Cận Bình ở Seoul',
    'Gia xang tang manh',
    'Bo truong tra loi chat van',
    'Chu tich UBND tinh yeu cau cac so bao cao truoc ngay 10/3',
    'Ha Noi mua lon, nhieu tuyen duong ngap',
  ])('%s', text => expect(detectLanguage(text)).toBe('vi'))
})

/** Headlines of the corpus, with the tag that each must get. */
function headlines(): { tag: string; text: string }[] {
  let tag = ''
  const found: { tag: string; text: string }[] = []
  for (const line of readFileSync(new URL('corpus/languages.txt', import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('[')) tag = line.slice(1, -1)
    else if (line !== '' && !line.startsWith('#')) found.push({ tag, text: line })
  }
  return found
}

describe('headlines', () => {
  const told = headlines().map(h => ({ ...h, told: detectLanguage(h.text) }))

  test('Vietnamese with marks and without is told, and no other is taken for it', () => {
    expect(told.filter(h => h.tag.startsWith('vi') !== (h.told === 'vi'))).toEqual([])
  })

  test('of all languages nine in ten are told, and hardly one is told wrong', () => {
    const wrong = told.filter(h => h.told !== 'und' && h.told !== h.tag.replace('-bare', ''))
    const open = told.filter(h => h.told === 'und')
    expect(new Set(told.map(h => h.tag)).size).toBe(35)
    expect(told.length).toBeGreaterThan(450)
    expect(wrong.length / told.length).toBeLessThan(0.01)
    expect(open.length / told.length).toBeLessThan(0.11)
  })
})

/** A paragraph and a headline each. */
const OTHERS: [tag: string, paragraph: string, headline: string][] = [
  [
    'en',
    'The minister told reporters on Tuesday that the government would spend more on schools next year, and that the new roads in the north would be ready before the winter.',
    'Prime Minister Phạm Minh Chính visits the coast after the storm',
  ],
  [
    'fr',
    'Le ministre a annoncé mardi que le gouvernement allait augmenter les dépenses pour les écoles, et que les nouvelles routes du nord seraient prêtes avant l’hiver.',
    'La grève continue à Paris et à Lyon',
  ],
  [
    'de',
    'Der Minister sagte am Dienstag, dass die Regierung im nächsten Jahr mehr Geld für die Schulen ausgeben werde und dass die neuen Straßen im Norden vor dem Winter fertig würden.',
    'Regen in Berlin bis Sonntag',
  ],
  [
    'es',
    'El ministro anunció el martes que el gobierno gastará más dinero en las escuelas el próximo año y que las nuevas carreteras del norte estarán listas antes del invierno.',
    'La lluvia no cesa en Madrid',
  ],
  [
    'pt',
    'O ministro disse na terça-feira que o governo não vai cortar o dinheiro das escolas no próximo ano e que as novas estradas do norte estarão prontas antes do inverno.',
    'Chuva forte não dá trégua em São Paulo',
  ],
  [
    'it',
    'Il ministro ha detto martedì che il governo spenderà di più per le scuole il prossimo anno e che le nuove strade del nord saranno pronte prima dell’inverno.',
    'Pioggia e vento a Roma',
  ],
  [
    'id',
    'Menteri mengatakan pada hari Selasa bahwa pemerintah akan menambah anggaran untuk sekolah tahun depan dan jalan baru di utara akan selesai sebelum musim hujan.',
    'Hujan deras di Jakarta dan Bandung',
  ],
  [
    'ro',
    'Ministrul a spus marți că guvernul va da mai mulți bani pentru școli anul viitor și că drumurile noi din nord vor fi gata înainte de iarnă.',
    'Guvernul dă bani în plus pentru școli',
  ],
  ['zh', '部长星期二表示，政府明年将为学校增加经费，北方的新公路将在冬天之前建成。', '国务院召开会议'],
  [
    'ja',
    '大臣は火曜日、来年は学校のための予算を増やし、北部の新しい道路は冬の前に完成すると述べた。',
    '首相が会見を開いた',
  ],
  [
    'ko',
    '장관은 화요일에 정부가 내년에 학교 예산을 늘리고 북부의 새 도로가 겨울 전에 완공될 것이라고 말했다.',
    '대통령, 새 대책 발표',
  ],
  [
    'ru',
    'Министр сообщил во вторник, что в следующем году правительство потратит больше денег на школы, а новые дороги на севере будут готовы до зимы.',
    'Министр сообщил о новых мерах',
  ],
  [
    'th',
    'รัฐมนตรีกล่าวเมื่อวันอังคารว่ารัฐบาลจะเพิ่มงบประมาณให้โรงเรียนในปีหน้า และถนนสายใหม่ทางเหนือจะเสร็จก่อนฤดูหนาว',
    'นายกรัฐมนตรีประกาศมาตรการใหม่',
  ],
]

describe.each(OTHERS)('%s', (tag, paragraph, headline) => {
  test('a paragraph is told', () => expect(detectLanguage(paragraph)).toBe(tag))
  test('a headline is not taken for Vietnamese', () => expect(detectLanguage(headline)).not.toBe('vi'))
})

test.each(['', ' \n', '2026', '123,5 %', 'UBND', '👍', 'ok', 'Seoul', 'Hu?'])('nothing is told of %j', text =>
  expect(detectLanguage(text)).toBe('und'),
)

test('wrong use', () => {
  expect(() => detectLanguage(null as unknown as string)).toThrow(
    'detectLanguage: the text must be a string, but it is null',
  )
})

test.each([
  ['exclusive', 'trưởng được Huế khuỷu quyết giếng'.split(' ')],
  ['marked', 'thành bão là gì nghiêng quý đá ăn đôi'.split(' ')],
  ['plain', 'trong hai ong gia quy khuyu nghieng Nguyen thuong'.split(' ')],
  ['foreign', 'minister visited school să câ cât flat wir Brno strasse'.split(' ')],
])('syllables: %s', (kind, words) => {
  for (const word of words) expect([word, kindOf(word)]).toEqual([word, kind])
})

describe('extract', () => {
  const vi = 'Thủ tướng Phạm Minh Chính tới Huế.'
  const en = 'The minister told reporters on Tuesday that the government would spend more on schools.'

  test('a detector tells the language of the record, and whether the text is read', () => {
    expect(extract(en, { language: detectLanguage })).toMatchObject({ language: 'en', officials: [] })
    expect(extract(en).language).toBe('und')
    const read = createExtractor({ language: franc })
    expect(read(`${vi} Ông yêu cầu các bộ báo cáo trước ngày 10/3, và giao tỉnh lo cho dân.`)).toMatchObject({
      language: 'vi',
      officials: [{ name: 'Phạm Minh Chính' }],
    })
  })

  test('"auto" and "vi"', () => {
    expect(extract(vi, { language: 'auto' })).toEqual(extract(vi))
    expect(extract(en, { language: 'vi' }).language).toBe('vi')
  })

  test('wrong use is told', () => {
    expect(() => createExtractor({ language: 'en' as 'vi' })).toThrow(
      'createExtractor: "language" must be "auto", "vi" or a function that tells it, but it is the string "en"',
    )
    expect(() => extract(vi, { language: () => 5 as unknown as string })).toThrow(
      'must give a tag like "vi", but it gave the number 5',
    )
    expect(() => createPool({ language: detectLanguage as unknown as 'vi' })).toThrow('cannot be sent to threads')
    expect(() => extractStream([vi], { language: detectLanguage, jobs: 2 })).toThrow('cannot be sent to threads')
  })
})
