/** The words around an article, in the two languages of its readers. */
import type { Force, Scope, Status, Term } from '../../records.js'

export type Language = 'vi' | 'en'

export interface Words {
  article: string
  kinds: { name: string; title: string; term: string; directive: string }
  show: string
  people: string
  noPeople: string
  noTitles: string
  directives: string
  noDirectives: string
  terms: string
  foundIn: (place: number) => string
  asPrinted: string
  english: string
  holder: string
  place: string
  inferred: string
  today: string
  body: string
  successor: string
  status: string
  term: string
  rule: string
  generic: string
  speaker: string
  addressee: string
  tasks: string
  deadline: string
  force: string
  continues: (n: number) => string
  nobody: string
  mentions: (n: number) => string
  skip: string
  und: string
  statuses: Record<Status, string>
  forces: Record<Force, string>
  scopes: Record<Scope, string>
  /** How a construction ties a title to its holder; those of a user's own rules have no words here. */
  vias: Record<string, string>
  termKinds: Record<Term['kind'], string>
}

const en: Words = {
  article: 'Article',
  kinds: { name: 'Officials', title: 'Titles', term: 'Terms of office', directive: 'Directives' },
  show: 'Highlight',
  people: 'People',
  noPeople: 'Nobody with a title is named in this text.',
  noTitles: 'No titles.',
  directives: 'Directives',
  noDirectives: 'No sentence of this text directs anybody to do something.',
  terms: 'Terms of office',
  foundIn: n => `in the text, ${n}`,
  asPrinted: 'as printed',
  english: 'English',
  holder: 'Holder',
  place: 'Place',
  inferred: 'inferred from the article',
  today: 'today in',
  body: 'Body',
  successor: 'today',
  status: 'Status',
  term: 'Term',
  rule: 'Rule',
  generic: 'of no one person',
  speaker: 'From',
  addressee: 'To',
  tasks: 'Tasks',
  deadline: 'by',
  force: 'Kind',
  continues: n => `carries on no. ${n}`,
  nobody: 'nobody named',
  mentions: n => (n === 1 ? 'mentioned once' : `mentioned ${n} times`),
  skip: 'Skip to the people',
  und: 'This text is not recognisably Vietnamese, so nothing was looked for in it.',
  statuses: { current: 'current', former: 'former', acting: 'acting', incoming: 'incoming' },
  forces: {
    order: 'order',
    request: 'request',
    urge: 'urging',
    assign: 'assignment',
    prohibit: 'prohibition',
    obligation: 'obligation',
  },
  scopes: { vn: 'Vietnam', foreign: 'abroad', other: 'no public office' },
  vias: {
    'before-name': 'title before the name',
    'after-name': 'title after the name',
    brackets: 'title in brackets',
    colon: 'title and name with a colon between',
    list: 'one title for a list of names',
    copula: 'name “là” title',
    appointed: 'elected or appointed',
    removed: 'relieved of the post',
    biography: 'from a biography',
    'short-form': 'short form of a title given before',
    lexicon: 'from your lexicon',
  },
  termKinds: { years: 'years', ordinal: 'number', congress: 'congress' },
}

const vi: Words = {
  article: 'Bài viết',
  kinds: { name: 'Cán bộ', title: 'Chức danh', term: 'Nhiệm kỳ', directive: 'Chỉ đạo' },
  show: 'Tô sáng',
  people: 'Nhân vật',
  noPeople: 'Bài này không nêu tên ai có chức danh.',
  noTitles: 'Không có chức danh.',
  directives: 'Chỉ đạo',
  noDirectives: 'Bài này không có câu nào giao việc cho ai.',
  terms: 'Nhiệm kỳ',
  foundIn: n => `trong bài, chỗ ${n}`,
  asPrinted: 'bài viết là',
  english: 'Tiếng Anh',
  holder: 'Người giữ',
  place: 'Địa phương',
  inferred: 'suy từ bài',
  today: 'nay thuộc',
  body: 'Cơ quan',
  successor: 'nay là',
  status: 'Tình trạng',
  term: 'Nhiệm kỳ',
  rule: 'Quy tắc',
  generic: 'nói chung, không chỉ riêng ai',
  speaker: 'Người giao',
  addressee: 'Người nhận',
  tasks: 'Việc',
  deadline: 'hạn',
  force: 'Loại',
  continues: n => `tiếp câu ${n}`,
  nobody: 'không nêu tên',
  mentions: n => `nhắc ${n} lần`,
  skip: 'Đến danh sách nhân vật',
  und: 'Văn bản này không giống tiếng Việt nên không được phân tích.',
  statuses: { current: 'đương chức', former: 'nguyên', acting: 'quyền, phụ trách', incoming: 'sắp nhận' },
  forces: {
    order: 'yêu cầu',
    request: 'đề nghị',
    urge: 'nhắc nhở',
    assign: 'giao việc',
    prohibit: 'cấm',
    obligation: 'phải làm',
  },
  scopes: { vn: 'Việt Nam', foreign: 'nước ngoài', other: 'ngoài khu vực công' },
  vias: {
    'before-name': 'chức danh trước tên',
    'after-name': 'chức danh sau tên',
    brackets: 'chức danh trong ngoặc',
    colon: 'chức danh, hai chấm, tên',
    list: 'một chức danh cho nhiều tên',
    copula: 'tên “là” chức danh',
    appointed: 'được bầu, bổ nhiệm',
    removed: 'thôi giữ chức',
    biography: 'trong tiểu sử',
    'short-form': 'dạng ngắn của chức danh đã nêu',
    lexicon: 'từ từ điển của bạn',
  },
  termKinds: { years: 'năm', ordinal: 'khóa', congress: 'đại hội' },
}

export const WORDS: Record<Language, Words> = { en, vi }

/** The word for a value of the records; a value that there is no word for stands for itself. */
export const wordFor = (table: Readonly<Record<string, string>>, value: string): string =>
  Object.hasOwn(table, value) ? table[value] : value
