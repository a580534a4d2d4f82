import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { SIGNAL_COPY } from '../../../copy/portal/diary-entries.ts'
import type { Signal } from '../../../domain/diary/signals.ts'
import type { Language } from '../../../lib/text/local-text.ts'

/** A signal in words, its figures as the language writes them. */
export function signalTexts({ code, figures }: Signal, lang: Language) {
  const { name, shows, not } = SIGNAL_COPY[code]
  const said = Object.entries(figures).map(([key, value]) => [
    key,
    typeof value === 'number' ? formatNumber(value, lang) : formatOn(value, lang),
  ])
  const text: string = shows[lang]
  return { name: name[lang], shows: fill(text, Object.fromEntries(said)), not: not[lang] }
}
