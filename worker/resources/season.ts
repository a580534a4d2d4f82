import { season } from '../../db/schema/index.ts'
import { SEASON_STANDARD_NAMES, SEASON_COPY as W } from '../copy/portal/season.ts'
import type { Target } from '../domain/access/permissions.ts'
import { isMarket } from '../lib/markets.ts'
import { foldVietnamese } from '../lib/text/fold-vietnamese.ts'
import { addDays, toCalendarDate } from '../lib/time/calendar-date.ts'
import { day, line, lines, optionalChoice, optionalDay, optionalLine } from './fields.ts'
import { mass, optionalMass } from './mass-field.ts'
import { optionalArea } from './number-fields.ts'
import { type Fault, type Resource, thing, type ValuesOf } from './resource.ts'

/** Longer is a slip of the year: perennial crops have a season each year. */
const LONGEST_DAYS = 731

const FIELDS = {
  siteId: line({ label: W.site, max: 60, fixed: true }),
  householdId: optionalLine({
    label: W.household,
    hint: W.householdHint,
    max: 60,
    fixed: true,
    row: 'land',
  }),
  plot: optionalLine({ label: W.plot, max: 120, row: 'land' }),
  crop: line({ label: W.crop, max: 120, row: 'crop' }),
  variety: optionalLine({ label: W.variety, max: 120, row: 'crop' }),
  areaHa: optionalArea({ label: W.area, hint: W.areaHint }),
  standard: optionalChoice({
    label: W.standard,
    choices: SEASON_STANDARD_NAMES,
    row: 'standard',
  }),
  standardNote: optionalLine({ label: W.standardNote, max: 120, row: 'standard' }),
  startsOn: day({ label: W.startsOn, hint: W.startsOnHint }),
  floweringOn: optionalDay({ label: W.floweringOn }),
  expectedFromOn: day({ label: W.expectedFrom, row: 'window' }),
  expectedToOn: day({ label: W.expectedTo, row: 'window' }),
  expectedYieldKg: optionalMass({ label: W.expectedYield, hint: W.yieldHint }),
  markets: lines({
    ...{ label: W.markets, hint: W.marketsHint, max: 10, most: 30 },
    ...{ type: 'checks' as const, group: 'markets' },
  }),
}

export type Season = ValuesOf<typeof FIELDS>

/** One crop grown once. Whose it is follows from its site, so its verbs say that. */
export const SEASON = thing({
  actions: {
    add: 'season.open',
    edit: 'season.edit',
    close: 'season.close',
    reopen: 'season.reopen',
  },
  entity: 'season',
  noun: W.noun,
  table: season,
  may: { read: 'diary.read', write: 'diary.write' },
  fields: FIELDS,
  groups: { markets: W.markets },
  derive: ({ crop, plot }) => ({
    cropFolded: foldVietnamese(crop),
    plotFolded: plot === null ? null : foldVietnamese(plot),
  }),
  initial: (now) => ({ createdAt: now }),
  check: faultsOf,
})

/** Seasons on the land of one holder, as they are opened and changed. */
export function seasonsOf(target: Target): Resource & { readonly fields: typeof FIELDS } {
  return { ...SEASON, target: () => target }
}

/** What is reported when it is over. */
export const SEASON_END = {
  fields: {
    endedOn: day({ label: W.endedOn, hint: W.endedOnHint }),
    yieldKg: mass({ label: W.yield, hint: W.yieldHint }),
  },
}

/** What is said when a closed one goes on. */
export const SEASON_REOPENING = { fields: { reason: line({ label: W.reason, max: 500 }) } }

function faultsOf(values: Season): readonly Fault[] {
  const { startsOn, floweringOn, expectedFromOn, expectedToOn, standard, standardNote } = values
  const faults: Fault[] = []
  if (floweringOn !== null && floweringOn < startsOn) {
    faults.push({ path: 'floweringOn', text: W.endsBeforeStart })
  }
  if (expectedFromOn < startsOn) faults.push({ path: 'expectedFromOn', text: W.endsBeforeStart })
  if (expectedToOn < expectedFromOn) faults.push({ path: 'expectedToOn', text: W.windowTurned })
  else if (expectedToOn > lastPossibleDay(startsOn)) {
    faults.push({ path: 'expectedToOn', text: W.tooLong })
  }
  if (standard === 'other' && standardNote === null) {
    faults.push({ path: 'standardNote', text: W.nameStandard })
  }
  if (!values.markets.every(isMarket)) faults.push({ path: 'markets', text: W.notAMarket })
  return faults
}

/** The last day a season that begins then may have. */
export function lastPossibleDay(startsOn: string): string {
  const start = toCalendarDate(startsOn)
  return start === null ? startsOn : addDays(start, LONGEST_DAYS)
}
