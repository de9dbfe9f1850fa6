/** Packages that only some users need: they install them themselves. */

/** A package that is needed now is not installed; the message says which, and how to get it. */
export class NotInstalled extends Error {}

/**
 * Imports what needs optional packages.
 * @param what needs them, as the beginning of a sentence: "HTML input"
 * @throws NotInstalled
 */
export async function needing<T>(what: string, packages: readonly string[], load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const absent = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND'
    if (!absent || !packages.some(name => message.includes(`'${name}`))) throw error
    const these = packages.length === 1 ? `the package ${packages[0]}` : `the packages ${packages.join(', ')}`
    throw new NotInstalled(`${what} needs ${these}: npm install ${packages.join(' ')}`)
  }
}

export const loadHtml = (): Promise<typeof import('../html/page.js')> =>
  needing('HTML input', ['@mozilla/readability', 'htmlparser2', 'linkedom'], () => import('../html/page.js'))
