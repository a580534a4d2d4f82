import { fill } from '../../copy/fill.ts'
import { formatNumber, formatOn } from '../../copy/format.ts'
import { SUCCESSION_MESSAGES } from '../../copy/portal/succession-words.ts'
import type { SplitUnit } from '../../domain/places/moves-of-day.ts'
import { LANGUAGES, type Language, type LocalText } from '../../lib/text/local-text.ts'

/** What officers are told of a commune that was divided, and where its places are listed. */
export function splitMessage(
  split: SplitUnit,
  given: { readonly on: string; readonly count: number; readonly document: string },
): { title: LocalText; body: LocalText; href: `/${string}` } {
  const values = (lang: Language) => ({
    ...{ old: split.name, document: given.document, on: formatOn(given.on, lang) },
    count: formatNumber(given.count, lang),
    into: split.into.map(({ name }) => name).join(', '),
  })
  const text = (words: LocalText) => {
    const each = LANGUAGES.map((lang) => [lang, fill(words[lang], values(lang))] as const)
    // Every language was just given.
    return Object.fromEntries(each) as LocalText
  }
  return {
    title: text(SUCCESSION_MESSAGES.title),
    body: text(SUCCESSION_MESSAGES.body),
    href: `/portal/sites?place=${encodeURIComponent(split.name)}`,
  }
}
