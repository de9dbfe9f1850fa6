/** The files of brat: for each article a text and its annotations, in a folder with the configuration that declares their types. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BRAT_CONFIG } from '../formats/brat.js'
import type { Problem } from '../pipeline/batch.js'
import type { BratFiles } from '../pipeline/forms.js'
import { FileError, reason } from './files.js'

/**
 * A folder that nothing is written over in: annotations are there to be corrected by hand. What is there already with the same
 * content is left as it is, so that a run that was cut off can be run again.
 */
export class BratFolder {
  constructor(private readonly folder: string) {
    const config = join(folder, 'annotation.conf')
    try {
      mkdirSync(folder, { recursive: true })
      // One's own may declare more than ours.
      if (!existsSync(config)) writeFileSync(config, BRAT_CONFIG)
    } catch (error) {
      throw new FileError(
        `${folder}: ${(error as NodeJS.ErrnoException).code === 'EEXIST' ? 'is a file, not a folder' : reason(error)}`,
      )
    }
  }

  /** Writes the two files of an article; gives what is wrong if it cannot. */
  write({ id, text, ann }: BratFiles): Problem | null {
    const path = join(this.folder, pathOf(id ?? 'article'))
    try {
      mkdirSync(dirname(path), { recursive: true })
      for (const [file, content] of [
        [`${path}.txt`, text],
        [`${path}.ann`, ann],
      ]) {
        if (!existsSync(file)) writeFileSync(file, content, { flag: 'wx' })
        else if (readFileSync(file, 'utf8') !== content)
          return {
            file,
            line: null,
            reason:
              'is there already with another content, and is not written over; name a new folder, or give articles ids of their own',
            start: '',
          }
      }
      return null
    } catch (error) {
      throw new FileError(`${path}: ${reason(error)}`)
    }
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: no file may have them in its name
const FORBIDDEN = /[<>:"\\|?*\u0000-\u001f\u007f]/g
/** File systems take 255 bytes; Vietnamese letters have up to three. */
const LONGEST = 80
/** … and 4,096 bytes of a whole path. */
const DEEPEST = 8
/** What Windows takes for a device, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** "2026/03/họp" stays; what could lead out of the folder, or is no name everywhere, is made harmless. */
export function pathOf(id: string): string {
  const parts = id.split('/').map(harmless).filter(Boolean).slice(-DEEPEST)
  return parts.length === 0 ? 'article' : parts.join('/')
}

/** One part of a path, without dots and spaces at its ends: "..", hidden files, and what Windows leaves out. */
function harmless(part: string): string {
  const letters = Array.from(part.replace(FORBIDDEN, '_').trim())
  const isEdge = (i: number): boolean => letters[i] === '.' || letters[i] === ' '
  let from = 0
  while (isEdge(from)) from++
  let to = Math.min(letters.length, from + LONGEST)
  while (to > from && isEdge(to - 1)) to--
  const name = letters.slice(from, to).join('')
  return DEVICE.test(name) ? `_${name}` : name
}
