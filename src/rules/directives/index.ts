/** Directive sentences. */
import type { Document } from '../../document.js'

export function findDirectives(_doc: Document): void {}
