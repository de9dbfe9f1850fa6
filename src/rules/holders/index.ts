/** Who holds what: constructions that tie a title to a name of the same sentence, or to the person the text is speaking of. */
import type { Document } from '../../document.js'
import { appositions, looseAppositions } from './apposition.js'
import { GivenNames } from './firms.js'
import { lineLists, lists } from './list.js'
import { predications } from './predication.js'
import { scenes } from './scene.js'

export function findHolders(doc: Document): void {
  const all = [...scenes(doc)]
  const given = new GivenNames(doc)
  for (const scene of all) {
    appositions(doc, scene, given)
    lists(doc, scene)
  }
  lineLists(doc, all)
  for (const scene of all) {
    predications(doc, scene)
    looseAppositions(doc, scene)
  }
  // Capitals that turned out to be a firm's or a place's are no names.
  if (doc.names.some(name => name.to === name.from)) doc.setNames(doc.names.filter(name => name.to > name.from))
}
