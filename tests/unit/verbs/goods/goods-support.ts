import type { VerbContext } from '../../../../worker/verbs/context.ts'
import { makeCode, makeDiaryEvent, makeProduct } from '../../../support/factories.ts'

/** A producer with a growing area, whose diary tells of harvests. */
export async function makeGrower(
  ctx: VerbContext,
  product: Parameters<typeof makeProduct>[1] = {},
) {
  const { id: productId, organisationId } = await makeProduct(ctx, product)
  const area = await makeCode(ctx, { holderId: organisationId })
  const harvest = (kg: number, occurredOn = '2026-06-05') =>
    makeDiaryEvent(ctx, {
      ...{ siteId: area.siteId, kind: 'harvest', occurredOn },
      ...{ summary: 'Thu hoạch', details: { quantity: kg, unit: 'kg' } },
    })
  return { productId, organisationId, area, harvest }
}

export const kilograms = (value: number) => ({ value, unit: 'kg' })
