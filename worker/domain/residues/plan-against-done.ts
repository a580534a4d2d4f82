import { selectorsFor } from '../crops/crop-key.ts'

/** So many samples of a crop in a commune in a year; a null commune is the whole province. */
export type PlannedSamples = {
  readonly id: string
  readonly provinceCode: string
  readonly communeCode: string | null
  readonly crop: string
  readonly samples: number
}

/** Samples taken of a crop in a commune in a year. */
export type DoneSamples = {
  readonly provinceCode: string | null
  readonly communeCode: string | null
  readonly crop: string
  readonly samples: number
}

export type PlanAgainstDone<P extends PlannedSamples, D extends DoneSamples> = {
  readonly planned: readonly (P & { readonly done: number })[]
  /** What was taken and stands in no plan. */
  readonly beside: readonly D[]
  readonly total: { readonly planned: number; readonly done: number }
}

/**
 * What was taken against what was planned. Each sample counts once: for the plan of its commune before
 * that of the province, and for that of its crop before that of its group or of all crops.
 */
export function planAgainstDone<P extends PlannedSamples, D extends DoneSamples>(
  plan: readonly P[],
  done: readonly D[],
): PlanAgainstDone<P, D> {
  const counted = new Map<string, number>()
  const beside: D[] = []
  for (const group of done) {
    const best = bestPlanOf(plan, group)
    if (best === null) beside.push(group)
    else counted.set(best.id, (counted.get(best.id) ?? 0) + group.samples)
  }
  return {
    planned: plan.map((each) => ({ ...each, done: counted.get(each.id) ?? 0 })),
    beside,
    total: { planned: sumOf(plan), done: sumOf(done) },
  }
}

function bestPlanOf<P extends PlannedSamples>(plan: readonly P[], group: DoneSamples): P | null {
  const crops = selectorsFor(group.crop)
  const fitting = plan.filter(
    ({ provinceCode, communeCode, crop }) =>
      provinceCode === group.provinceCode &&
      (communeCode === null || communeCode === group.communeCode) &&
      crops.includes(crop),
  )
  const [best] = fitting.toSorted(
    (a, b) =>
      Number(a.communeCode === null) - Number(b.communeCode === null) ||
      crops.indexOf(a.crop) - crops.indexOf(b.crop) ||
      (a.id < b.id ? -1 : 1),
  )
  return best ?? null
}

function sumOf(groups: readonly { readonly samples: number }[]): number {
  return groups.reduce((sum, { samples }) => sum + samples, 0)
}
