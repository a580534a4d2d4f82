import { isCropGrown, listCropsGrown } from '../../../db/queries/crops-grown.ts'
import { fillAll } from '../../copy/fill.ts'
import { MONITORING_RULES_COPY as W } from '../../copy/portal/monitoring.ts'
import type { Bounds } from '../../domain/access/bounds.ts'
import { alikeCrops } from '../../domain/monitoring/alike-crops.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Lookup } from '../context.ts'
import type { Question } from '../errors.ts'
import { boundsOf } from '../guard/authorise.ts'
import type { RecordRules } from '../records/save-record.ts'

/** A crop that no place with a code grows would be waited for in vain: whoever names it is asked. */
export const CROP_RULES: RecordRules = {
  ask: async (ctx, { values, before }) => {
    const { crop } = values
    if (typeof crop !== 'string' || crop === before?.['crop']) return []
    const bounds = before === null ? boundsOf(ctx, 'monitoring.plan') : placeOf(before)
    return askAbout(ctx, { crop, bounds })
  },
}

async function askAbout(
  ctx: Lookup,
  { crop, bounds }: { readonly crop: string; readonly bounds: Bounds },
): Promise<Question[]> {
  const cropFolded = foldVietnamese(crop)
  if (await isCropGrown(ctx.db, { cropFolded, bounds })) return []
  const alike = alikeCrops(cropFolded, await listCropsGrown(ctx.db, bounds)).join(', ')
  // Of another crop it was not asked.
  const code = `crop_not_grown:${cropFolded}`
  const text =
    alike === '' ? fillAll(W.cropNotGrown, { crop }) : fillAll(W.cropNotGrownAlike, { crop, alike })
  return [{ code, text }]
}

/** Where a stored rule or season holds; one of no province holds everywhere. */
function placeOf(row: Readonly<Record<string, unknown>>): Bounds {
  const { provinceCode, communeCode } = row
  if (typeof provinceCode !== 'string') return null
  return {
    kind: 'place',
    provinceCode,
    communeCode: typeof communeCode === 'string' ? communeCode : null,
  }
}
