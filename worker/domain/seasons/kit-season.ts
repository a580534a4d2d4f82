import { formatOn } from '../../copy/format.ts'
import type { KitSeason } from '../diary/field-kit.ts'

/** An open season as a device keeps it. */
export function kitSeason(row: {
  readonly id: string
  readonly siteId: string
  readonly householdId: string | null
  readonly householdName: string | null
  readonly plot: string | null
  readonly crop: string
  readonly variety: string | null
  readonly startsOn: string
  readonly expectedFromOn: string
  readonly expectedToOn: string
}): KitSeason {
  const { id, siteId, householdId, plot, crop, variety, startsOn } = row
  const what = [crop, variety].filter((part) => part !== null).join(' ')
  const where = [row.householdName, plot].filter((part) => part !== null)
  return {
    ...{ id, siteId, householdId, plot, crop, variety },
    name: [what, ...where, formatOn(startsOn, 'vi')].join(', '),
    sownOn: startsOn,
    harvestFromOn: row.expectedFromOn,
    harvestToOn: row.expectedToOn,
  }
}
