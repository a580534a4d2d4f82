import type { Language, LocalText } from '../lib/text/local-text.ts'

/** The names in braces of a text, where the compiler knows it word for word. */
type NameIn<T extends string> = string extends T
  ? string
  : T extends `${string}{${infer N}}${infer Rest}`
    ? N | NameIn<Rest>
    : never

type Values<N extends string, V> = string extends N
  ? Readonly<Record<string, V>>
  : { readonly [K in N]: V }

/** Puts values into a text: `fill('Tem do {issuer} phát hành.', { issuer })`. */
export function fill<const T extends string>(
  text: T,
  values: Values<NameIn<T>, string | number>,
): string {
  return put(text, values, 'vi')
}

/** What a text of every language has places for; a value may be said in each language too. */
export type ValuesIn<T extends LocalText> = Values<NameIn<T['vi']>, string | number | LocalText>

/** The same into a text of every language. */
export function fillAll<const T extends LocalText>(text: T, values: ValuesIn<T>): LocalText {
  const said = (lang: Language) => put(text[lang], values, lang)
  return { vi: said('vi'), en: said('en'), zh: said('zh') }
}

/** A text as it stands, or with values for the places in it. */
export function filled<const T extends LocalText>(text: T, values?: ValuesIn<T>): LocalText {
  return values === undefined ? text : fillAll(text, values)
}

/** Looks only at what the text names: whoever hands in a whole row hands in more. */
function put(
  text: string,
  values: Readonly<Record<string, string | number | LocalText>>,
  lang: Language,
): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : whole
    return typeof value === 'object' ? value[lang] : String(value)
  })
}
