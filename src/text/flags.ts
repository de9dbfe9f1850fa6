/** The flags of a token, and the keys of the punctuation that rules ask for. */

export const WORD = 1
export const NUMBER = 2
export const PUNCTUATION = 4
/** A word whose first letter is upper case. */
export const CAPITAL = 8
/** A word all in upper case. */
export const UPPER = 16
/** No white space between the token before and this one. */
export const GLUED = 32
/** First of its line. */
export const LINE_START = 64
/** First after an empty line. */
export const PARAGRAPH_START = 128
/** A word with a stop that does not end a sentence: "TP.", "GS.", "T." */
export const ABBREVIATED = 256
/** A word with a letter or tone that marks it as Vietnamese. */
export const VIETNAMESE = 512
/** A word with any tone mark. */
export const TONED = 1024

/** Keys of the punctuation that rules ask for. */
export const COMMA = 0x2c
export const STOP = 0x2e
export const COLON = 0x3a
export const SEMICOLON = 0x3b
export const DASH = 0x2d
export const SLASH = 0x2f
export const AMPERSAND = 0x26
export const QUOTE = 0x22
export const APOSTROPHE = 0x27
export const OPEN = 0x28
export const CLOSE = 0x29
export const QUESTION = 0x3f
export const EXCLAMATION = 0x21
export const ELLIPSIS = 0x2026
