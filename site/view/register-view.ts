import { fill } from '../../worker/copy/fill.ts'
import { formatQuantity } from '../../worker/copy/format.ts'
import { MARKETS, marketName } from '../../worker/copy/markets.ts'
import { codeStatusName, nameIn, SITE_KINDS } from '../../worker/copy/names.ts'
import { REGISTER_COPY as W } from '../../worker/copy/register.ts'
import { CODE_STATUSES } from '../../worker/domain/standing/types.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import type { RegisterAsked, RegisterEntryView, RegisterPageModel } from '../page-models.ts'
import { joinKnown } from './batch-facts.ts'

export type Option = { readonly value: string; readonly text: string; readonly selected: boolean }

/** Kinds of place to choose from. */
export function kindOptions(chosen: string, lang: Language): Option[] {
  return options(Object.keys(SITE_KINDS), chosen, (kind) => nameIn(SITE_KINDS, kind, lang))
}

/** Markets to choose from; one that is not among them stays chosen. */
export function marketOptions(chosen: string, lang: Language): Option[] {
  const known = Object.keys(MARKETS)
  const codes = chosen === '' || known.includes(chosen) ? known : [...known, chosen]
  return options(codes, chosen, (market) => marketName(market, lang))
}

/** Statuses to choose from. */
export function statusOptions(chosen: string, lang: Language): Option[] {
  return options(CODE_STATUSES, chosen, (status) =>
    codeStatusName(status as (typeof CODE_STATUSES)[number], lang),
  )
}

function options(
  values: readonly string[],
  chosen: string,
  textOf: (value: string) => string,
): Option[] {
  return values.map((value) => ({ value, text: textOf(value), selected: value === chosen }))
}

/** How many were found: the exact number where this is all, else that there are more. */
export function countText(model: RegisterPageModel, lang: Language): string {
  const count = model.items.length
  if (model.firstHref !== null) return W.further[lang]
  return fill(model.nextHref === null ? W.found[lang] : W.foundMore[lang], { count })
}

/** True where something besides words narrows the list. */
export function isFiltered({ kind, unit, crop, market, status }: RegisterAsked): boolean {
  return [kind, unit, crop, market, status].some((value) => value !== '')
}

/** Where the place is, what grows there and how much, in one line. */
export function entryLine(entry: RegisterEntryView, lang: Language): string {
  const { commune, province, crops, areaHa } = entry
  const names = crops.map((crop) => crop.name).join(', ')
  const area = areaHa === null ? null : formatQuantity({ value: areaHa, unit: 'ha' }, lang)
  return (
    joinKnown([placeText({ commune, province }), names === '' ? null : names, area], ' · ') ?? ''
  )
}

/** Commune and province as far as known. */
export function placeText(place: {
  readonly commune: string | null
  readonly province: string | null
}): string | null {
  return joinKnown([place.commune, place.province], ', ')
}
