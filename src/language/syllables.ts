/**
 * Is this word a syllable of Vietnamese? By the grammar of its spelling: an onset, a rime, a tone.
 *
 *   exclusive: "trưởng", "Huế", "được"   letters or tones that no other language writes
 *   marked:    "thành", "bão", "là"      marks that other languages have too ("là" is French as well)
 *   plain:     "trong", "hai", "ong"     no marks: it may be Vietnamese, or Vietnamese whose marks were left out
 *   foreign:   "minister", "visited"     no syllable of Vietnamese
 */
export type Kind = 'exclusive' | 'marked' | 'plain' | 'foreign'

const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'
/** Rimes without marks; â, ă, ê, ô, ơ and ư are written a, e, o and u here. */
const RIMES =
  'a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu ' +
  'i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu ' +
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oem oen oeo oet oi om on ong ooc oong op ot ' +
  'u ua uan uang uat uay uc ue uech uen uenh uep uet ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu ' +
  'uy uya uych uyen uyet uynh uyt uyu y yem yen yeng yet yeu'
const onsets = ONSETS.replaceAll('đ', 'd').split(' ').join('|')
export const SYLLABLE = new RegExp(`^(?:${onsets})?(?:${RIMES.split(' ').join('|')})$`)
/** After "gi" the i of a rime is left out: "gì", "gìn", "giếng". */
const GI = /^gi(?:n|ng|m|p|t|u|eng|em|et)?$/

/** Letters of Vietnamese alone: ơ, ư, and all that carry a tone over another mark, a hook or a dot below. */
const EXCLUSIVE = /[ơưạ-ỹ]/u
/** Breve and circumflex stand before a final in Vietnamese: "cân", never "să" or "câ". */
const BARE = /[ăâằắẳẵặầấẩẫậ]$/u
/** A syllable that ends in a stop has the tone sắc or nặng. */
const STOPPED = /(?:c|ch|p|t)$/
const TONE_OF_STOP = /[\u0301\u0323]/
const MARKS = /\p{M}/gu

/** @param word letters only, composed (NFC) */
export function kindOf(word: string): Kind {
  const lower = word.toLowerCase()
  if (lower.length > 7) return 'foreign'
  const apart = lower.normalize('NFD')
  const plain = apart.replace(MARKS, '').replaceAll('đ', 'd')
  if (!SYLLABLE.test(plain) && !GI.test(plain)) return 'foreign'
  if (plain === lower) return 'plain'
  if (BARE.test(lower) || (STOPPED.test(plain) && !TONE_OF_STOP.test(apart))) return 'foreign'
  return EXCLUSIVE.test(lower) ? 'exclusive' : 'marked'
}

/** Parts that are everyday in Vietnamese without marks, and rare as whole words elsewhere. */
const TYPICAL =
  /^(?:ngh?\w+|nh\w+|kh\w+|\w*(?:uong|uoc|uoi|uot|uon|uyen|uyet|iep|iem|iet|ieu|ien|ieng|oang|oanh|inh|anh|ich|ach|ung|oai|huy))$/

export const isTypical = (word: string): boolean => TYPICAL.test(word.toLowerCase())
