import { fillAll } from '../../copy/fill.ts'
import { formatNumber, formatOn, formatQuantity } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/** Something told with its figures. */
export type Told = {
  readonly code: string
  readonly text: LocalText
  readonly figures: Readonly<Record<string, string | number>>
}

/** Fills the figures into what is told: days, numbers, and kilograms where the name says so. */
export function tell({ code, text, figures }: Told): Told {
  const values = Object.entries(figures).map(([name, value]) => [name, shown(name, value)])
  return { code, figures, text: fillAll(text, Object.fromEntries(values)) }
}

/** What was looked at and let through, by its figures, for whoever asks later. */
export function figuresOf(name: string, told: readonly Told[]) {
  return told.length === 0
    ? {}
    : { [name]: told.map(({ code, figures }) => ({ code, ...figures })) }
}

function shown(name: string, value: string | number): LocalText {
  return inEach((lang) => {
    if (typeof value === 'string') return formatOn(value, lang)
    return name.endsWith('Kg')
      ? formatQuantity({ value, unit: 'kg' }, lang)
      : formatNumber(value, lang)
  })
}
