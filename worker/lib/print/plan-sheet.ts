import type { PrintSubject } from './label.ts'
import type { LayoutId, SheetLayout } from './layouts.ts'
import { sheetLayouts } from './layouts.ts'
import { minimumModuleMm } from './minimum-module.ts'
import type { PlanWarning, StickerPlan, StickerResult } from './plan-sticker.ts'
import { planSticker } from './plan-sticker.ts'

/** A sheet that can be printed. */
export type OkPlan = {
  readonly ok: true
  readonly layout: SheetLayout
  readonly sticker: StickerPlan
  readonly warnings: readonly PlanWarning[]
}

/** Why labels cannot be printed on a stock, and the sheets that can take them. */
export type RefusedPlan = Extract<StickerResult, { ok: false }> & {
  readonly minimumMm: number
  readonly fits: readonly LayoutId[]
}

export type SheetPlan = OkPlan | RefusedPlan

type SheetInput = { readonly subject: PrintSubject; readonly modules: number }

/**
 * Plans the stickers of a sheet, or refuses.
 *
 * @param input.modules side of the symbol of the run's longest URL, as `qrSide` gives it
 */
export function planSheet(input: SheetInput & { readonly layout: LayoutId }): SheetPlan {
  return planLayout({ ...input, layout: sheetLayouts[input.layout] })
}

/** The same for a sheet of one's own, or a roll printed a label a page. */
export function planLayout(input: SheetInput & { readonly layout: SheetLayout }): SheetPlan {
  const { layout } = input
  const result = planOn(layout, input)
  if (result.ok) return { ...result, layout }
  const minimumMm = minimumModuleMm[input.subject.profile]
  return { ...result, minimumMm, fits: fittingLayouts(input) }
}

/** The sheets these labels can be printed on, smallest sticker first. */
export function fittingLayouts(input: SheetInput): LayoutId[] {
  return Object.values(sheetLayouts)
    .filter((layout) => planOn(layout, input).ok)
    .sort((a, b) => a.face.widthMm - b.face.widthMm)
    .map((layout) => layout.id)
}

function planOn(layout: SheetLayout, { subject, modules }: SheetInput): StickerResult {
  const minimumMm = minimumModuleMm[subject.profile]
  return planSticker({ face: layout.face, subject, modules, minimumMm, stepMm: null })
}
