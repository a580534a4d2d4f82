/**
 * Marks on one letter that are kept. Vietnamese needs two; normalising sorts them, which takes the
 * square of their number, so that a few kilobytes of nothing but marks would hold a thread for seconds.
 */
const OVERLOADED = /(\p{M}{30})\p{M}+/gu

/**
 * `text.normalize`, for whatever people send: in time that grows with the text and no faster. Marks
 * past the thirtieth on one letter are dropped (Unicode Standard Annex 15, section 13, has the same
 * bound for streams).
 */
export function normaliseText(text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string {
  return text.replace(OVERLOADED, '$1').normalize(form)
}
