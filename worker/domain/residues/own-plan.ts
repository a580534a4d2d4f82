import type { ResidueVerdict } from './kinds.ts'

/** Samples that a holder means to have taken of a crop of a place by a day. */
export type OwnPlanLine = {
  readonly id: string
  readonly siteId: string
  readonly crop: string
  /** The first day of its season, else of its year. */
  readonly fromOn: string
  readonly dueOn: string
  readonly samples: number
}

/** A sample that was taken, for each season or year of a crop of a place that it counts for. */
export type TakenSample = Pick<OwnPlanLine, 'siteId' | 'crop' | 'fromOn'> & {
  readonly kind: 'sample' | 'test'
  readonly id: string
  readonly takenOn: string
  /** Null while nobody knows its results. */
  readonly verdict: ResidueVerdict | null
}

export type OwnPlanState<L extends OwnPlanLine> = L & {
  /** What was taken for it, in the order of days. */
  readonly taken: readonly TakenSample[]
  readonly left: number
}

/**
 * What was taken against what was planned. Lines of one season (or year) of a crop fill up in the order
 * of their days, and each sample stands at one of them; what is more than planned stands at the last.
 */
export function ownPlanAgainstTaken<L extends OwnPlanLine>(
  lines: readonly L[],
  taken: readonly TakenSample[],
): readonly OwnPlanState<L>[] {
  const waiting = Map.groupBy([...taken].sort(byDay), groupOf)
  const ordered = [...lines].sort((a, b) => compare([a.dueOn, a.id], [b.dueOn, b.id]))
  const last = new Map(ordered.map((line) => [groupOf(line), line.id]))
  return ordered.map((line) => {
    const group = waiting.get(groupOf(line)) ?? []
    const isLast = last.get(groupOf(line)) === line.id
    const own = group.splice(0, isLast ? group.length : line.samples)
    return { ...line, taken: own, left: Math.max(0, line.samples - own.length) }
  })
}

function groupOf({
  siteId,
  crop,
  fromOn,
}: Pick<OwnPlanLine, 'siteId' | 'crop' | 'fromOn'>): string {
  return JSON.stringify([siteId, crop, fromOn])
}

function byDay(a: TakenSample, b: TakenSample): number {
  return compare([a.takenOn, a.id], [b.takenOn, b.id])
}

function compare(
  [day, id]: readonly [string, string],
  [otherDay, otherId]: readonly [string, string],
) {
  if (day !== otherDay) return day < otherDay ? -1 : 1
  return id < otherId ? -1 : id > otherId ? 1 : 0
}
