import type { LocalText } from '../lib/text/local-text.ts'

/** Puts values into a text: `fill('Tem do {issuer} phát hành.', { issuer })`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  )
}

/** The same into a text of every language. */
export function fillAll(
  { vi, en, zh }: LocalText,
  values: Readonly<Record<string, string | number>>,
): LocalText {
  return { vi: fill(vi, values), en: fill(en, values), zh: fill(zh, values) }
}
