import { addDays, toCalendarDate } from '../../lib/time/calendar-date.ts'

/** What is known when labels are asked for. */
export type SealingFacts = {
  /** Calendar date in Viet Nam. */
  readonly today: string
  readonly packedOn: string
  /** Kilograms of the batch; null where it is not counted by mass. */
  readonly quantityKg: number | null
  readonly quantity: { readonly value: number; readonly unit: string }
  /** Kilograms the diary says were harvested for it; null where it does not say. */
  readonly harvestedKg: number | null
  /** How much more than its input an output may weigh, as a factor. */
  readonly tolerance: number
  /** Labels asked for, with those made before. */
  readonly labels: number
  /** The first labels settle quantity and packing day; afterwards nobody can mend them. */
  readonly isSealed: boolean
}

/** What hardly can be meant, with the figures that show it. `asks`: somebody must say yes to it first. */
export type SealingFinding =
  | {
      readonly code: 'more_than_harvested'
      readonly asks: true
      readonly figures: { readonly quantityKg: number; readonly harvestedKg: number }
    }
  | {
      readonly code: 'packed_ahead'
      readonly asks: true
      readonly figures: { readonly packedOn: string; readonly today: string }
    }
  | {
      readonly code: 'many_labels'
      readonly asks: false
      readonly figures: { readonly labels: number; readonly most: number }
    }

/** A package of 10 g is about the smallest that anybody labels. */
const LABELS_PER_KG = 100

/** What is sold by the piece carries one label, with some to spare; of crates and boxes each fruit may. */
const LABELS_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ...pieces(2, 'quả', 'trái', 'fruit', 'cái', 'piece', 'con', 'head', 'cây', 'tree', 'gói', 'pack'),
  ...pieces(2, 'chai', 'bottle', 'lọ', 'jar', 'hộp', 'túi', 'bag', 'bó', 'nải', 'bunch'),
  ...pieces(500, 'thùng', 'box', 'carton', 'sọt', 'crate', 'bao', 'sack', 'kiện'),
])

/** What is to be asked, or told, before labels are made: decided here alone. */
export function sealingFindings(facts: SealingFacts): SealingFinding[] {
  const findings: SealingFinding[] = []
  const { quantityKg, harvestedKg, packedOn, today, labels, isSealed } = facts
  if (!isSealed && quantityKg !== null && harvestedKg !== null) {
    if (quantityKg > harvestedKg * facts.tolerance) {
      const figures = { quantityKg, harvestedKg }
      findings.push({ code: 'more_than_harvested', asks: true, figures })
    }
  }
  if (!isSealed && packedOn > today) {
    findings.push({ code: 'packed_ahead', asks: true, figures: { packedOn, today } })
  }
  const most = mostLabels(facts)
  if (most !== null && labels > most) {
    findings.push({ code: 'many_labels', asks: false, figures: { labels, most } })
  }
  return findings
}

/** Labels that a quantity hardly has use for more of; null where its unit does not tell. */
function mostLabels({ quantityKg, quantity }: SealingFacts): number | null {
  if (quantityKg !== null) return Math.ceil(quantityKg * LABELS_PER_KG)
  const each = LABELS_PER_UNIT.get(quantity.unit.trim().toLowerCase())
  return each === undefined ? null : Math.ceil(quantity.value * each)
}

/** A harvest of the diary. */
export type HarvestEntry = {
  readonly kind: string
  readonly occurredOn: string
  /** The batch it names. */
  readonly batchId: string | null
  /** Null where it was not counted by mass. */
  readonly quantityKg: number | null
}

/**
 * Kilograms that the diary says were harvested, or bought in, for a batch: by the entries that name it,
 * else by those of its harvest days, or of its season where it names none. Null where none says, or one does not say it in kilograms.
 */
export function harvestedKg(
  entries: readonly HarvestEntry[],
  batch: { readonly id: string; readonly harvestedOn: readonly string[] },
): number | null {
  const harvests = entries.filter(({ kind }) => kind === 'harvest' || kind === 'purchase')
  const named = harvests.filter(({ batchId }) => batchId === batch.id)
  const ofDays = harvests.filter(
    ({ batchId, occurredOn }) =>
      batchId === null && (batch.harvestedOn.length === 0 || isNear(occurredOn, batch.harvestedOn)),
  )
  const counted = named.length > 0 ? named : ofDays
  if (counted.length === 0) return null
  let sum = 0
  for (const { quantityKg } of counted) {
    if (quantityKg === null) return null
    sum += quantityKg
  }
  return sum
}

/** On a day of harvest, or the day after, when the book is written. */
function isNear(day: string, days: readonly string[]): boolean {
  return days.some((harvested) => {
    const date = toCalendarDate(harvested)
    return day === harvested || (date !== null && day === addDays(date, 1))
  })
}

function pieces(each: number, ...units: readonly string[]): [string, number][] {
  return units.map((unit) => [unit, each])
}
