import { fill } from '../../../copy/fill.ts'
import { formatAt, formatOn, formatQuantity } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { SEASONS_COPY } from '../../../copy/portal/seasons.ts'
import { SEASON_BOOK as W } from '../../../copy/season-book.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { factsOf } from '../../../resources/resource.ts'
import { SEASON, SEASON_END } from '../../../resources/season.ts'
import type { SeasonBook } from './read-book.ts'

/** What stands on the cover of a book. */
export function bookFacts(
  { season, codes }: SeasonBook,
  { lang, now }: { readonly lang: Language; readonly now: number },
): { readonly label: string; readonly text: string }[] {
  const { startsOn, endedOn, siteAreaHa, communeName, provinceName } = season
  const from = formatOn(startsOn, lang)
  const days =
    endedOn === null
      ? fill(SEASONS_COPY.from[lang], { from })
      : fill(SEASONS_COPY.fromTo[lang], { from, to: formatOn(endedOn, lang) })
  const named = { ...season, householdId: season.householdName }
  const told = factsOf(SEASON, { row: named, lang, without: ['siteId', 'markets', 'startsOn'] })
  const address = [communeName, provinceName].filter((part) => part !== null).join(', ')
  const area = siteAreaHa === null ? '' : formatQuantity({ value: siteAreaHa, unit: 'ha' }, lang)
  const markets = season.markets.map((market) => marketName(market, lang)).join(', ')
  const facts = [
    { label: W.producer[lang], text: season.organisation },
    { label: W.site[lang], text: season.siteName },
    { label: W.codes[lang], text: codes.join(', ') },
    { label: W.place[lang], text: address },
    { label: W.siteArea[lang], text: area },
    { label: W.seasonDays[lang], text: days },
    ...told,
    { label: SEASON.fields.markets.label[lang], text: markets },
    ...(endedOn === null ? [] : factsOf(SEASON_END, { row: season, lang, without: ['endedOn'] })),
    { label: W.madeAt[lang], text: formatAt(now, lang) },
  ]
  return facts.flatMap(({ label, text }) => (text === null || text === '' ? [] : [{ label, text }]))
}
