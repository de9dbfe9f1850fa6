/**
 * Characters of a text -> characters of HTML from which a parser reads that text again.
 *
 * What no HTML file can hold, a NUL and half of a surrogate pair, is given as U+FFFD: one code unit for one, so that offsets hold.
 */

/** `&`, `<`, `>` and quotes, a carriage return (a parser would make it a line feed), and what HTML has no form for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const SPECIAL = /[&<>"'`\r\u0000]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const WRITTEN: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '\r': '&#13;',
}

/** For text between tags and for values of attributes in double quotes. */
export const escapeHtml = (text: string): string => text.replace(SPECIAL, c => WRITTEN[c] ?? '\ufffd')
