/**
 * Words that are written with a stop which ends no sentence.
 *
 * Only those that stand before something else are listed ("TP. Huế", "GS. Nguyễn"): a sentence can end with "v.v."
 */
import { keyOf } from './characters.js'
import { CAPITAL, TONED, VIETNAMESE, WORD } from './flags.js'

/** Written with a capital ("Q.1", "P.Bến Nghé"); single letters only so, or a sentence's last letter would count. */
const CAPITALISED = 'TP Tp TX Tx TT Q P H X GS TS PGS Ths ThS Th TSKH BS DS KS KTS LS NSND NSƯT NGND NGƯT CN ĐT St Dr Mr Mrs Ms Prof Jr Sr No'
/** Also in lower case ("tp. Vinh"). */
const ANY_CASE = 'tp tx ths'

const capitalised = new Set(CAPITALISED.split(' ').map(keyOf))
const anyCase = new Set(ANY_CASE.split(' ').map(keyOf))

/** Is this word one that takes a stop before what follows it? */
export function takesStop(key: number, flags: number): boolean {
  return (flags & CAPITAL) !== 0 ? capitalised.has(key) : anyCase.has(key)
}

/**
 * May a single capital letter with a stop after it be an initial, given the flags of the token before?
 * "Donald J. Trump" yes; "Nguyễn Văn A. Ông này …" no: a Vietnamese name whose last part is hidden ends there.
 */
export function opensName(before: number, _key: number): boolean {
  return (before & WORD) === 0 || (before & CAPITAL) === 0 || (before & (VIETNAMESE | TONED)) === 0
}
