import type { LocalText } from '../lib/text/local-text.ts'

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
  return put(text, values)
}

/** The same into a text of every language; a value may be said in each language too. */
export function fillAll<const T extends LocalText>(
  text: T,
  values: Values<NameIn<T['vi']>, string | number | LocalText>,
): LocalText {
  const given: Readonly<Record<string, string | number | LocalText>> = values
  const said = (lang: keyof LocalText) =>
    put(
      text[lang],
      Object.fromEntries(
        Object.entries(given).map(([name, value]) => [
          name,
          typeof value === 'object' ? value[lang] : value,
        ]),
      ),
    )
  return { vi: said('vi'), en: said('en'), zh: said('zh') }
}

function put(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  )
}
