/** An extraction as rows of tables: what CSV and Parquet hold. */
import type { Body, Deadline, Directive, Extraction, Place, Position, Span } from '../records.js'

/** What a cell holds; nothing where there is nothing to say. */
export type Cell = string | number | boolean | null | undefined

const POST =
  'kind deputy standing rank body body_kind body_level body_successor place place_kind place_code place_today place_inferred'

/** The columns of each table. Offsets are UTF-16 code units into the text. */
export const COLUMNS = {
  officials: 'document id name honorific scope roles mentions start end',
  roles: `document official name text canonical english ${POST} status term term_from term_to via`,
  titles: `document index start end text canonical english ${POST} status official generic`,
  terms: 'document index start end text kind from to ordinal body',
  directives:
    'document index start end text force speaker speaker_official speaker_text speaker_start speaker_end cue cue_start cue_end ' +
    'addressee addressee_start addressee_end action action_start action_end deadline deadline_start deadline_end deadline_date continues',
} as const

export type Table = keyof typeof COLUMNS

/** The rows of an extraction, without the id of the document, which begins each. */
export function rowsOf({ officials, titles, terms, directives }: Extraction): Record<Table, Cell[][]> {
  return {
    officials: officials.map(o => [
      o.id,
      o.name,
      o.honorific,
      o.scope,
      o.roles.length,
      o.mentions.length,
      o.mentions[0]?.start,
      o.mentions[0]?.end,
    ]),
    roles: officials.flatMap(o =>
      o.roles.map(r => {
        const term = r.term === null ? undefined : terms[r.term]
        return [
          o.id,
          o.name,
          r.text,
          r.canonical,
          r.english,
          ...postCells(r),
          r.status,
          term?.text,
          term?.from,
          term?.to,
          r.via,
        ]
      }),
    ),
    titles: titles.map((t, i) => [
      i,
      t.start,
      t.end,
      t.text,
      t.canonical,
      t.english,
      ...postCells(t),
      t.status,
      t.officialId,
      t.generic,
    ]),
    terms: terms.map((t, i) => [i, t.start, t.end, t.text, t.kind, t.from, t.to, t.ordinal, t.body]),
    directives: directives.flatMap((d, i) => {
      // A directive without a task that could be told apart still has its row.
      const actions: ((Span & { deadline: Deadline | null }) | null)[] = d.actions.length > 0 ? d.actions : [null]
      return actions.map(action => [
        i,
        ...directiveCells(d),
        action?.text,
        action?.start,
        action?.end,
        ...spanCells(action?.deadline ?? null),
        action?.deadline?.date,
        d.continues,
      ])
    }),
  }
}

function postCells({ position, body, place }: { position: Position; body: Body | null; place: Place | null }): Cell[] {
  return [
    position.kind,
    position.deputy,
    position.standing,
    position.rank,
    body?.canonical,
    body?.kind,
    body?.level,
    body?.successor,
    place?.canonical,
    place?.kind,
    place?.code,
    place?.today,
    place?.inferred,
  ]
}

function directiveCells({ start, end, text, force, speaker, cue, addressee }: Directive): Cell[] {
  return [
    start,
    end,
    text,
    force,
    speaker?.name ?? speaker?.text,
    speaker?.officialId,
    speaker?.text,
    speaker?.start,
    speaker?.end,
    ...spanCells(cue),
    ...spanCells(addressee),
  ]
}

const spanCells = (span: Span | null): Cell[] => [span?.text, span?.start, span?.end]
