/** Which bodies are of the state, for the formats that tell them apart from other organisations. */
import type { BodyKind } from '../records.js'

const STATE: ReadonlySet<BodyKind> = /* @__PURE__ */ new Set([
  'presidency',
  'legislature',
  'government',
  'court',
  'procuracy',
  'audit',
  'army',
  'police',
  'diplomatic',
])

/** Is it a body of the state? A party, a front or an association is none, also where one party leads the state. */
export const isStateBody = (kind: BodyKind | null): boolean => kind !== null && STATE.has(kind)
