/** Punctuation, quotes, blanks and invisible characters that chats and mail leave behind a link. */
const LEFT_BEHIND: ReadonlySet<string> = new Set([
  ...'.,;:!)]>',
  ...'"\'`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u00ab\u00bb\u2039\u203a',
  ...'\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
  ...'\u2028\u2029\u202f\u205f\u3000',
  ...'\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
])

const LONGEST_UTF8 = 4

/**
 * The text without what chats leave at its end, also where it is percent-encoded. No label ends
 * with any of it, so nothing that was signed is ever dropped. Linear in what is dropped.
 */
export function dropChatEndings(text: string): string {
  let end = text.length
  for (;;) {
    const step = endingAt(text, end)
    if (step === 0) return end === text.length ? text : text.slice(0, end)
    end -= step
  }
}

/** How many characters before `end` are one thing left behind; 0 for none. */
function endingAt(text: string, end: number): number {
  if (end === 0) return 0
  if (LEFT_BEHIND.has(text.charAt(end - 1))) return 1
  for (let bytes = 1; bytes <= LONGEST_UTF8; bytes++) {
    const from = end - 3 * bytes
    if (from < 0 || text.charAt(from) !== '%') return 0
    const character = percentDecoded(text.slice(from, end))
    if (character !== null) return LEFT_BEHIND.has(character) ? end - from : 0
  }
  return 0
}

/** The one character a run of percent escapes stands for; null when it is none or several. */
function percentDecoded(escapes: string): string | null {
  try {
    const text = decodeURIComponent(escapes)
    return [...text].length === 1 ? text : null
  } catch {
    return null
  }
}
