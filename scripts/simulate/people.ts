import type { CountedDay } from '../../worker/domain/copies/decide-copy-suspected.ts'
import type { Chance } from './chance.ts'

/** Somebody who opens a label: what a server sees of them. */
export type Visitor = {
  readonly province: string
  readonly address: string
  readonly agent: string
}

/** Days of a label, the first being day 0. */
export type LabelDays = readonly (readonly Visitor[])[]

/** As many addresses as a carrier puts its telephones of a province behind. */
const MOBILE_ADDRESSES = 48
const MOBILE_SHARE = 0.65
/** As counted on the server: the commoner a browser, the likelier two people look like one. */
const MOST_OF_ADDRESS = 3

/** A stranger in a province, on mobile data or at home. */
export function stranger(chance: Chance, province: string): Visitor {
  const mobile = chance.happens(MOBILE_SHARE)
  const address = mobile
    ? `${province} mobile ${chance.between(1, MOBILE_ADDRESSES)}`
    : `${province} home ${chance.fraction()}`
  return { province, address, agent: agentOf(chance) }
}

/** Members of a household: one address at home, now and then mobile data. */
export function household(chance: Chance, province: string, members: number): Visitor[] {
  const home = `${province} home ${chance.fraction()}`
  return Array.from({ length: members }, () => {
    const out = chance.happens(0.3)
    const address = out ? `${province} mobile ${chance.between(1, MOBILE_ADDRESSES)}` : home
    return { province, address, agent: agentOf(chance) }
  })
}

export const PROVINCES = Array.from({ length: 34 }, (_, at) => `province ${at + 1}`)

export function province(chance: Chance): string {
  return PROVINCES[chance.between(0, PROVINCES.length - 1)] ?? ''
}

/** Browsers tell less and less of themselves: half of all telephones look the same. */
function agentOf(chance: Chance): string {
  const share = chance.fraction()
  if (share < 0.45) return 'android'
  if (share < 0.7) return `iphone ${chance.between(1, 4)}`
  return `other ${chance.between(1, 60)}`
}

/** What is counted of a label's days: distinct address and browser, three of one address at most. */
export function countedDays(days: LabelDays, dayName: (day: number) => string): CountedDay[] {
  return days.flatMap((visitors, day) => {
    const ofAddress = new Map<string, Set<string>>()
    const counts: Record<string, number> = {}
    for (const { address, agent, province: of } of visitors) {
      const agents = ofAddress.get(address) ?? new Set()
      if (agents.has(agent) || agents.size >= MOST_OF_ADDRESS) continue
      ofAddress.set(address, agents.add(agent))
      counts[of] = (counts[of] ?? 0) + 1
    }
    return visitors.length === 0 ? [] : [{ on: dayName(day), visitors: counts }]
  })
}
