/** How far a drawn area is from the declared one. */
export type AreaDifference = {
  readonly declaredHa: number
  readonly computedHa: number
  /** Per cent of the declared area, one decimal; negative when less was drawn. */
  readonly percent: number
}

/** Above this the difference is told, never refused. */
export const TOLERATED_PERCENT = 5

/** Null while the two agree within five per cent, or where nothing was declared. */
export function areaDifference(input: {
  readonly declaredHa: number | null
  readonly computedHa: number
}): AreaDifference | null {
  const { declaredHa, computedHa } = input
  if (declaredHa === null || declaredHa <= 0) return null
  const percent = ((computedHa - declaredHa) / declaredHa) * 100
  if (Math.abs(percent) <= TOLERATED_PERCENT) return null
  return { declaredHa, computedHa, percent: Math.round(percent * 10) / 10 }
}
