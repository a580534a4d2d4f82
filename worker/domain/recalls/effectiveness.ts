/** What somebody goods went to said of them; null where they have not said. */
export type Reached = {
  readonly soldKg: number
  readonly confirmed: boolean
  readonly foundKg: number | null
  readonly returnedKg: number | null
}

export type Effectiveness = {
  readonly receivers: number
  readonly confirmed: number
  readonly soldKg: number
  readonly foundKg: number
  readonly returnedKg: number
  /** What came back of what was sold, from 0 to 1; null where nothing was sold. */
  readonly returnedShare: number | null
}

/** How far a recall got, in people and in kilograms. */
export function effectivenessOf(reached: readonly Reached[]): Effectiveness {
  const sum = (of: (one: Reached) => number) => reached.reduce((all, one) => all + of(one), 0)
  const soldKg = sum((one) => one.soldKg)
  const returnedKg = sum((one) => one.returnedKg ?? 0)
  return {
    receivers: reached.length,
    confirmed: sum(({ confirmed }) => Number(confirmed)),
    soldKg,
    foundKg: sum((one) => one.foundKg ?? 0),
    returnedKg,
    returnedShare: soldKg === 0 ? null : Math.min(1, returnedKg / soldKg),
  }
}
