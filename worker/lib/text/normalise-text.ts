/**
 * Marks on one letter that are kept. Vietnamese needs two; normalising sorts them, which takes the
 * square of their number, so that a few kilobytes of nothing but marks would hold a thread for seconds.
 */
const MOST_MARKS = 30
/** With the halfwidth sound marks of Japanese, which compatibility forms turn into marks. */
const MARKS = /[\p{M}\uff9e\uff9f]+/gu

/**
 * `text.normalize`, for whatever people send: in time that grows with the text and no faster. Marks
 * past the thirtieth on one letter are dropped (Unicode Standard Annex 15, section 13, has the same
 * bound for streams).
 */
export function normaliseText(text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string {
  if (text.length <= MOST_MARKS) return text.normalize(form)
  return text.replace(MARKS, firstMarks).normalize(form)
}

function firstMarks(marks: string): string {
  // Most marks are one UTF-16 unit; those of two are cut whole.
  return marks.length <= MOST_MARKS
    ? marks
    : Array.from(marks.slice(0, 2 * MOST_MARKS))
        .slice(0, MOST_MARKS)
        .join('')
}
