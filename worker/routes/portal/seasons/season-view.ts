import type { SeasonItem } from '../../../../db/queries/seasons.ts'
import type { PageSeasonRow } from '../../../../db/queries/sites-page.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn, formatQuantity } from '../../../copy/format.ts'
import { SEASONS_COPY as W } from '../../../copy/portal/seasons.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { pathIn } from '../path-in.ts'
import type { ColumnOf } from '../table-of.ts'
import { column } from '../table-of.ts'

/** The page of a season in the portal. */
export const seasonPath = pathIn('/portal/seasons')

/** `Vụ xoài cát Hòa Lộc`. */
export function seasonName(
  { crop, variety }: Pick<SeasonItem, 'crop' | 'variety'>,
  lang: Language,
): string {
  const what = [crop, variety].filter((each) => each !== null).join(' ')
  return fill(W.name[lang], { crop: lang === 'zh' ? what : inSentence(what) })
}

/** `Xoài` inside a sentence; abbreviations keep their capitals. */
function inSentence(text: string): string {
  const [first = '', second = ''] = text
  return second === second.toUpperCase() ? text : `${first.toLowerCase()}${text.slice(1)}`
}

type Listed = PageSeasonRow & Pick<SeasonItem, 'siteName' | 'organisation'>

/** The columns of a list of seasons. */
export function seasonColumns(given: {
  readonly today: string
  readonly lang: Language
}): readonly ColumnOf<Listed>[] {
  const { today, lang } = given
  return [
    column(W.season, (row) => ({ text: seasonName(row, lang), href: seasonPath(row.id) })),
    column(W.place, ({ siteName, householdName, plot, organisation }) => ({
      text: siteName,
      small: [householdName, plot].filter((each) => each !== null).join(', ') || organisation,
    })),
    column(W.days, (row) => daysText(row, lang)),
    column(W.yields, (row) => yieldText(row, lang)),
    column(W.state, (row) => stateText(row, { today, lang })),
  ]
}

export function daysText(
  { startsOn, endedOn }: Pick<SeasonItem, 'startsOn' | 'endedOn'>,
  lang: Language,
): string {
  const from = formatOn(startsOn, lang)
  return endedOn === null
    ? fill(W.from[lang], { from })
    : fill(W.fromTo[lang], { from, to: formatOn(endedOn, lang) })
}

export function yieldText(
  { yieldKg, expectedYieldKg }: Pick<SeasonItem, 'yieldKg' | 'expectedYieldKg'>,
  lang: Language,
): string {
  if (yieldKg !== null) return kilograms(yieldKg, lang)
  if (expectedYieldKg === null) return ''
  return fill(W.expected[lang], { yield: kilograms(expectedYieldKg, lang) })
}

export function stateText(
  row: Pick<SeasonItem, 'endedOn' | 'expectedToOn'>,
  { today, lang }: { readonly today: string; readonly lang: Language },
): string {
  if (row.endedOn !== null) return W.isClosed[lang]
  return (isLate(row, today) ? W.isLate : W.isOpen)[lang]
}

/** Its harvest should be over, and nobody has said what came of it. */
export function isLate(
  { endedOn, expectedToOn }: Pick<SeasonItem, 'endedOn' | 'expectedToOn'>,
  today: string,
): boolean {
  return endedOn === null && expectedToOn < today
}

function kilograms(value: number, lang: Language): string {
  return formatQuantity({ value, unit: 'kg' }, lang)
}
