/** The views that `.officials()`, `.titles()`, `.termsOfOffice()` and `.directives()` give: compromise's own, with the records in `.json()`. */
import type { Found, Kinds, Placed, Pointer, Words } from './records.js'

/** What is used here of compromise's views, whose types do not name it. */
interface BaseView {
  document: Words
  docs: Words
  ptrs: Pointer[] | undefined
  fullPointer: Pointer[]
  world: unknown
  viewType: string
  _cache: unknown
  update(pointer: Pointer[]): BaseView
  toView(): BaseView
  getNth(n?: number): BaseView
  map(fn: (view: BaseView) => unknown, empty: unknown[]): unknown[]
  json(options?: object): Record<string, unknown>[]
  text(format?: string | object): string
  terms(n?: number): BaseView
}

export type ViewClass = { new (document: Words, pointer?: Pointer[], groups?: object): BaseView; prototype: BaseView }

/** The key of the record in `.json()`. */
const KEYS = { officials: 'official', titles: 'title', terms: 'term', directives: 'directive' } as const
/** Compromise's normalised forms, in which it drops most tone marks, and with them what a word means. */
const NORMALIZED = new Set(['normal', 'clean', 'reduced', 'root', 'machine', 'implicit'])

/** Gives every view the methods. */
export function addViews(View: ViewClass, read: (document: Words) => Found): void {
  class Records extends View {
    constructor(
      document: Words,
      pointer: Pointer[],
      private readonly kind: keyof Kinds,
      private readonly list: keyof Kinds | 'mentions' = kind,
    ) {
      super(document, pointer)
      Object.defineProperty(this, 'viewType', { value: kind[0].toUpperCase() + kind.slice(1), writable: true })
      // Not to be seen where a view is printed.
      for (const key of ['kind', 'list'] as const) Object.defineProperty(this, key, { enumerable: false })
    }

    /** Chains keep what they hold. */
    override update(pointer: Pointer[]): Records {
      const view = new Records(this.document, pointer, this.kind, this.list)
      view._cache = this._cache
      view.world = this.world
      return view
    }

    override json(options?: object | number): Record<string, unknown>[] {
      const wanted = typeof options === 'object' ? options : {}
      const records = new Map<string, unknown[]>()
      for (const { pointer, record } of read(this.document)[this.list] as Placed<unknown>[]) {
        const key = pointer.join()
        records.set(key, [...(records.get(key) ?? []), record])
      }
      const all = this.fullPointer.map(pointer => {
        const view = this.update([pointer])
        const [json] = view.toView().json(wanted)
        for (const key of Object.keys(json)) if (NORMALIZED.has(key)) json[key] = view.text(key)
        const own = records.get(pointer.slice(0, 3).join())
        // Two records of the same words: one after the other.
        const record = own !== undefined && own.length > 1 ? own.shift() : own?.[0]
        return record === undefined ? json : { ...json, [KEYS[this.kind]]: record }
      })
      // As compromise has it: a number asks for one.
      return typeof options === 'number' ? (all[options] as unknown as Record<string, unknown>[]) : all
    }

    override text(format?: string | object): string {
      if (typeof format !== 'string' || !NORMALIZED.has(format)) return super.text(format)
      const words = this.docs.flat().map(word => word.text.toLowerCase())
      return words.filter(Boolean).join(' ')
    }

    /** Of officials: each of their mentions by name. */
    mentions(): Records {
      const own = new Set(this.json({}).map(json => json.official))
      const mentions = read(this.document)
        .mentions.filter(({ record }) => own.has(record))
        .sort(({ pointer: a }, { pointer: b }) => a[0] - b[0] || a[1] - b[1])
      const view = new Records(
        this.document,
        mentions.map(m => m.pointer),
        'officials',
        'mentions',
      )
      view.world = this.world
      return view
    }
  }

  const give = (kind: keyof Kinds) =>
    function (this: BaseView, n?: number): BaseView {
      const placed = read(this.document)[kind] as Placed<unknown>[]
      const parts = this.ptrs === undefined || this.ptrs === null ? null : this.fullPointer
      const inside = ({ pointer: [sentence, start, end] }: Placed<unknown>): boolean =>
        parts === null || parts.some(([s, from, to]) => s === sentence && from <= start && end <= to)
      const view = new Records(
        this.document,
        placed.filter(inside).map(p => p.pointer),
        kind,
      )
      view.world = this.world
      return view.getNth(n)
    }

  const wordsOf = View.prototype.terms
  const termsOfOffice = give('terms')
  Object.assign(View.prototype, {
    officials: give('officials'),
    titles: give('titles'),
    termsOfOffice,
    directives: give('directives'),
    // "Terms" are words to compromise, which calls this on parts of documents itself.
    terms(this: BaseView, n?: number): BaseView {
      const whole = this.ptrs === undefined || this.ptrs === null
      return whole && read(this.document).extraction.language === 'vi'
        ? termsOfOffice.call(this, n)
        : wordsOf.call(this, n)
    },
  })
}
