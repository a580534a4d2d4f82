import { addDays, type CalendarDate, daysBetween } from '../../lib/time/calendar-date.ts'
import type { MonitoringRule, SeasonWindow, VisitNeed, VisitReason, WatchedSite } from './types.ts'

/** Decision 1753/QĐ-UBND of An Giang, III 1.2: at least once a season, whatever the rules say. */
const LEAST = 1

const NO_RULE: VisitReason = { crop: null, market: null, risk: null }

/** A crop is what a rule or season names, or a kind of it: `xoai cat` is `xoai`. */
export function isCrop(crop: string, named: string): boolean {
  return crop === named || crop.startsWith(`${named} `)
}

/** The seasons of a place: those of its crops, else those of every crop. */
export function windowsOf(
  site: Pick<WatchedSite, 'crops'>,
  windows: readonly SeasonWindow[],
): readonly SeasonWindow[] {
  const own = windows.filter(
    ({ crop: named }) => named !== null && site.crops.some((crop) => isCrop(crop, named)),
  )
  return own.length > 0 ? own : windows.filter(({ crop }) => crop === null)
}

/** The visits that a season of a place needs, spread over it in equal parts. */
export function visitNeeds(
  site: WatchedSite,
  given: { readonly window: SeasonWindow; readonly rules: readonly MonitoringRule[] },
): readonly VisitNeed[] {
  const { window } = given
  const rules = given.rules
    .filter((rule) => isFor(rule, site, window))
    .toSorted((a, b) => a.perSeason - b.perSeason || (a.id < b.id ? -1 : 1))
  const count = Math.max(LEAST, rules.at(-1)?.perSeason ?? LEAST)
  return Array.from({ length: count }, (_, at) => {
    const number = at + 1
    // The least demanding rule that asks for this one.
    const rule = number === 1 ? undefined : rules.find(({ perSeason }) => perSeason >= number)
    return {
      siteId: site.id,
      communeCode: site.communeCode,
      window,
      number,
      kind: rule?.kind ?? 'periodic',
      why:
        rule === undefined
          ? NO_RULE
          : { crop: rule.cropName, market: rule.market, risk: rule.risk },
      windowFrom: at === 0 ? window.fromOn : addDays(partEnd(window, at / count), 1),
      dueOn: partEnd(window, number / count),
      urgency: site.risks.length,
    }
  })
}

/** The last day of a share of a season. */
function partEnd({ fromOn, toOn }: SeasonWindow, share: number): CalendarDate {
  const days = daysBetween(fromOn, toOn) + 1
  return addDays(fromOn, Math.max(0, Math.ceil(days * share) - 1))
}

function isFor(rule: MonitoringRule, site: WatchedSite, { fromOn, toOn }: SeasonWindow): boolean {
  const { crop: named, market, risk, communeCode } = rule
  if (rule.fromOn > toOn || (rule.toOn !== null && rule.toOn < fromOn)) return false
  if (communeCode !== null && communeCode !== site.communeCode) return false
  if (named !== null && !site.crops.some((crop) => isCrop(crop, named))) return false
  if (market !== null && !site.markets.includes(market)) return false
  return risk === null || site.risks.includes(risk)
}
