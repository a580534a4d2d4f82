import { faceOf } from './face-of.ts'
import type { PrintSubject } from './label.ts'
import { minimumModuleMm } from './minimum-module.ts'
import { fittingLayouts, type RefusedPlan } from './plan-sheet.ts'
import type { PlanWarning, StickerPlan } from './plan-sticker.ts'
import { planSticker } from './plan-sticker.ts'

/** Nominal resolution of a roll printer. */
export type RollDpi = 203 | 300

/** A label of a roll that can be printed. */
export type OkRollPlan = {
  readonly ok: true
  readonly dotMm: number
  readonly dotsPerModule: number
  readonly sticker: StickerPlan
  readonly warnings: readonly PlanWarning[]
}

export type RollPlan = OkRollPlan | RefusedPlan

/**
 * Dots to lay out by, and the finest head sold under the name: 300 dpi heads have 11.8 or 12 dots a
 * mm, and a module must keep its minimum on both.
 */
const heads: Readonly<Record<RollDpi, { readonly perMm: number; readonly finestPerMm: number }>> = {
  203: { perMm: 8, finestPerMm: 8 },
  300: { perMm: 11.8, finestPerMm: 12 },
}

/**
 * Plans a label of a thermal roll: a whole number of dots per module, or a refusal.
 *
 * @param input.modules side of the symbol of the run's longest URL, as `qrSide` gives it
 */
export function planRoll(input: {
  readonly widthMm: number
  readonly heightMm: number
  readonly dpi: RollDpi
  readonly subject: PrintSubject
  readonly modules: number
}): RollPlan {
  const { subject, modules } = input
  const { perMm, finestPerMm } = heads[input.dpi]
  const dotMm = 1 / perMm
  const leastDots = Math.ceil(minimumModuleMm[subject.profile] * finestPerMm)
  const minimumMm = leastDots * dotMm
  const result = planSticker({ face: faceOf(input), subject, modules, minimumMm, stepMm: dotMm })
  if (!result.ok) return { ...result, minimumMm, fits: fittingLayouts({ subject, modules }) }
  const dotsPerModule = Math.round(result.sticker.moduleMm / dotMm)
  return { ...result, dotMm, dotsPerModule }
}
