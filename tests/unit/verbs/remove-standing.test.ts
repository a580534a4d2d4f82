import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { auditLog, batchSale } from '../../../db/schema/index.ts'
import { BATCH_SALE } from '../../../worker/resources/batch-sale.ts'
import { removeStanding } from '../../../worker/verbs/records/remove-standing.ts'
import { addRecord } from '../../../worker/verbs/records/save-record.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeBatch, makeContext } from '../../support/factories.ts'

const { db } = await freshDatabase()
const ctx = makeContext(db)

async function makeSale() {
  const batch = await makeBatch(ctx)
  const target = { organisationId: batch.organisationId, place: null }
  const whole = { id: batch.id, target }
  const texts = { buyer: 'Chợ Long Xuyên', quantityKg: '5', soldOn: '2026-06-11' }
  const { id } = await addRecord(ctx, BATCH_SALE, { texts, whole })
  return { id, whole }
}

const removals = async (entityId: string) =>
  (await db.select().from(auditLog).where(eq(auditLog.entityId, entityId))).filter(
    ({ action }) => action === 'sale.remove',
  )

it('takes it away once, however often it is clicked and by however many', async () => {
  const sale = await makeSale()
  const other = { ...sale, whole: (await makeSale()).whole }
  await expect(removeStanding(ctx, BATCH_SALE, other)).rejects.toThrow('not_found')
  await Promise.all([1, 2, 3].map(() => removeStanding(ctx, BATCH_SALE, sale)))
  await removeStanding(ctx, BATCH_SALE, sale)
  expect(await db.select().from(batchSale).where(eq(batchSale.id, sale.id))).toEqual([])
  expect(await removals(sale.whole.id)).toHaveLength(1)
})
