import type { PlanItem } from '../../../../db/queries/monitoring-plans.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { MONITORING_COPY as W } from '../../../copy/portal/monitoring.ts'
import type { Language } from '../../../lib/text/local-text.ts'

type Place = Pick<PlanItem, 'communeName' | 'provinceName' | 'provinceCode'>

/** Where a plan is: its commune, else its province. */
export function planPlace({ communeName, provinceName, provinceCode }: Place): string {
  const province = provinceName ?? provinceCode
  return communeName === null ? province : `${communeName}, ${province}`
}

export function planTitle(plan: Place & Pick<PlanItem, 'year'>, lang: Language): string {
  return fill(W.planTitle[lang], { year: plan.year, place: planPlace(plan) })
}

/** What a season is called, and when it is. */
export function seasonText(
  season: { readonly name: string | null; readonly fromOn: string; readonly toOn: string },
  lang: Language,
): { readonly text: string; readonly small: string } {
  return {
    text: season.name ?? W.wholeYear[lang],
    small: spanText(season.fromOn, season.toOn, lang),
  }
}

export function spanText(from: string, to: string, lang: Language): string {
  return fill(W.windowText[lang], { from: formatOn(from, lang), to: formatOn(to, lang) })
}
