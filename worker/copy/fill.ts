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

/** The same into a text of every language; a value may be said in each language too. */
export function fillAll<const T extends LocalText>(
  text: T,
  values: Values<NameIn<T['vi']>, string | number | LocalText>,
): LocalText {
  const said = (lang: Language) => put(text[lang], values, lang)
  return { vi: said('vi'), en: said('en'), zh: said('zh') }
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
