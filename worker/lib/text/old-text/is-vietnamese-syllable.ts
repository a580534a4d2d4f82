import { normaliseText } from '../normalise-text.ts'

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const STOPPED = /(?:ch|[cpt])$/
/** Sắc and nặng, the tones a syllable that ends in a stop may have. */
const TONES_OF_STOPS = /^[\u0301\u0323]$/
/** Beginning, vowels and end, without the tone. */
const SYLLABLE =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?(?:iêu|oai|oao|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|yêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|uô|uơ|ưa|ưi|ươ|ưu|uy|yê|[aăâeêioôơuưy])(?:ch|nh|ng|[cmnptk])?$/
/** Vowels whose tone never stands on the last of them: `mão`, and not `maõ`. */
const FALLING =
  /(?:ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|ui|ưa|ưi|ưu|oai|oay|uây|uôi|ươi|ươu|iêu|yêu)$/
/** The longest is `nghiêng`. */
const LONGEST = 12

/** True for what could be a syllable of Vietnamese by its spelling, tone and all. */
export function isVietnameseSyllable(word: string): boolean {
  if (word.length > LONGEST) return false
  const parts = normaliseText(word.toLowerCase(), 'NFD')
  const tones = parts.match(TONES) ?? []
  if (tones.length > 1) return false
  const letters = parts.replace(TONES, '').normalize('NFC')
  if (!SYLLABLE.test(letters)) return false
  const [tone = ''] = tones
  if (STOPPED.test(letters)) return TONES_OF_STOPS.test(tone)
  const isMisplaced = tone !== '' && parts.endsWith(tone) && FALLING.test(letters)
  return !isMisplaced || /^(?:qu|gi)/.test(letters)
}
