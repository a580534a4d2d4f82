import { decideCopySuspected } from '../../worker/domain/copies/decide-copy-suspected.ts'
import { copyParameters } from '../../worker/domain/copies/parameters.ts'
import { calendarDateOfDayNumber } from '../../worker/lib/time/calendar-date.ts'
import { type Chance, chanceOf } from './chance.ts'
import { burner, COPIED_ROLLS, copiedLabel } from './copied-labels.ts'
import { HONEST_WAYS } from './honest-units.ts'
import { countedDays, type LabelDays } from './people.ts'

const FIRST_DAY = 20_454
const LAST_DAY = 60
const dayName = (day: number): string => calendarDateOfDayNumber(FIRST_DAY + day)

/** One way in which honest units are opened, and how many of them become suspect. */
export type HonestRow = {
  readonly name: string
  readonly ofMillion: number
  /** Share of the units so opened. */
  readonly suspected: number
}

/** One roll copied, and after how many days the first of its labels is suspect. */
export type CopiedRow = {
  readonly name: string
  /** Null where the median roll is not found while it is sold. */
  readonly medianDays: number | null
  /** Share of rolls that are found at all. */
  readonly found: number
}

export type Simulation = {
  readonly honest: readonly HonestRow[]
  /** Of a million honest units. */
  readonly falseAlarmsOfMillion: number
  readonly copied: readonly CopiedRow[]
  /** The fewest addresses that make a genuine label look copied within a day. */
  readonly burnerAddresses: number
}

/** A year of honest units and copied rolls, judged by the rule that judges real labels. */
export function runSimulation(input: {
  readonly seed: number
  readonly category: string | null
  /** Units of each honest way. */
  readonly units: number
  readonly rolls: number
}): Simulation {
  const chance = chanceOf(input.seed)
  const judge = judgeFor(input.category)
  const honest = HONEST_WAYS.map(({ name, ofMillion, days }) => {
    let suspected = 0
    for (let unit = 0; unit < input.units; unit++) {
      if (judge(days(chance)) !== null) suspected += 1
    }
    return { name, ofMillion, suspected: suspected / input.units }
  })
  return {
    honest,
    falseAlarmsOfMillion: honest.reduce((sum, row) => sum + row.ofMillion * row.suspected, 0),
    copied: COPIED_ROLLS.map((of) => {
      const found = Array.from({ length: input.rolls }, () => {
        const days = Array.from({ length: of.labels }, () =>
          judge(copiedLabel(chance, of, LAST_DAY)),
        )
        return days.reduce<number>((first, day) => Math.min(first, day ?? first), NEVER)
      })
      return { name: of.name, ...toldOf(found) }
    }),
    burnerAddresses: fewestAddresses(chance, judge),
  }
}

const NEVER = Number.POSITIVE_INFINITY

type Judge = (days: LabelDays) => number | null

/** The day, from 1, at whose end a label is suspect first; null where it never is. */
function judgeFor(category: string | null): Judge {
  const parameters = copyParameters(category)
  return (days) => {
    const counted = countedDays(days, dayName)
    for (let day = 0; day < days.length; day++) {
      if ((days[day]?.length ?? 0) < 2) continue
      const until = dayName(day)
      const known = counted.filter(({ on }) => on <= until)
      if (decideCopySuspected(known, parameters, until)) return day + 1
    }
    return null
  }
}

function toldOf(found: readonly number[]): Omit<CopiedRow, 'name'> {
  const sorted = found.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? NEVER
  return {
    medianDays: median === NEVER ? null : median,
    found: found.filter((day) => day !== NEVER).length / found.length,
  }
}

function fewestAddresses(chance: Chance, judge: Judge): number {
  for (let addresses = 1; ; addresses++) {
    if (judge([burner(chance, addresses)]) !== null) return addresses
  }
}
