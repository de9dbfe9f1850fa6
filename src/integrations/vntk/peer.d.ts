/** What is used here of vntk, which is not installed where this package is built. */
declare module 'vntk' {
  export function posTag(): { tag(text: string): [word: string, tag: string][] }
}
