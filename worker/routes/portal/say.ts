import { LANGUAGES, type Language, type LocalText } from '../../lib/text/local-text.ts'

/**
 * The same as a handler writes it: a text may stand in every language, and what stands in a list under
 * a condition that does not hold is left out of it.
 */
export type Saying<T> = T extends string
  ? string extends T
    ? T | LocalText
    : T
  : T extends readonly (infer U)[]
    ? readonly (Saying<U> | false | null | undefined)[]
    : T extends object
      ? { readonly [K in keyof T]: Saying<T[K]> | (object extends Pick<T, K> ? undefined : never) }
      : T

/** What was written, in the reader's language. */
export function say<T>(said: Saying<T>, lang: Language): T {
  // What `Saying` adds to a type is what `spoken` takes away again.
  return spoken(said, lang) as T
}

function spoken(said: unknown, lang: Language): unknown {
  if (Array.isArray(said)) {
    const there = said.filter((each) => each !== false && each !== null && each !== undefined)
    return there.map((each) => spoken(each, lang))
  }
  if (typeof said !== 'object' || said === null) return said
  if (isLocalText(said)) return said[lang]
  const known = Object.entries(said).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known.map(([name, value]) => [name, spoken(value, lang)]))
}

function isLocalText(said: object): said is LocalText {
  return LANGUAGES.every((lang) => lang in said)
}
