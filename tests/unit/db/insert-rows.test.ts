import { asc, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { insertRows } from '../../../db/queries/insert-rows.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { diaryEvent, site, siteCrop } from '../../../db/schema/index.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeOrganisation, makeSite } from '../../support/factories.ts'

const { db } = await freshDatabase()
const ctx = makeContext(db)

it('stores rows as the builder would, many in one statement', async () => {
  const { id: organisationId } = await makeOrganisation(ctx)
  const common = { kind: 'growing_area', organisationId, createdAt: 5 }
  const rows = Array.from({ length: 5_000 }, (_, i) => ({
    ...common,
    id: `many-${String(i).padStart(4, '0')}`,
    name: `Vùng “${i}” đ`,
    nameFolded: `vung ${i}`,
    areaHa: i % 2 === 0 ? i + 0.25 : null,
    details: i === 7 ? { well: ['a', 1] } : null,
  }))
  await runBatch(db, [insertRows(db, site, rows)])
  const stored = await db.select().from(site).where(eq(site.createdAt, 5)).orderBy(asc(site.id))
  expect(stored).toHaveLength(5_000)
  expect(stored[7]).toMatchObject({ ...rows[7], version: 1, hamlet: null, withdrawnAt: null })
  expect(stored[8]?.areaHa).toBe(8.25)
})

it('leaves what is there where a conflict is to be ignored, and takes no rows for nothing to do', async () => {
  const { id: siteId } = await makeSite(ctx)
  const crop = { siteId, crop: 'Xoài', cropFolded: 'xoai', plantedAreaHa: 2 }
  await runBatch(db, [insertRows(db, siteCrop, [crop])])
  const again = insertRows(db, siteCrop, [{ ...crop, plantedAreaHa: 9 }]).onConflictDoNothing()
  await runBatch(db, [again, insertRows(db, siteCrop, [])])
  const stored = await db.select().from(siteCrop).where(eq(siteCrop.siteId, siteId))
  expect(stored).toEqual([{ ...crop, variety: null }])
})

it('writes JSON and booleans as their columns keep them', async () => {
  const { id: siteId } = await makeSite(ctx)
  const row = {
    ...{ id: 'told', siteId, kind: 'fertiliser', occurredOn: '2026-05-01', recordedAt: 1 },
    ...{ summary: 'Bón "phân"', details: { kg: 1.5 }, photos: [], fingerprint: 'f' },
    ...{ declaredByRole: 'producer', declaredByName: 'A' },
  }
  await runBatch(db, [insertRows(db, diaryEvent, [row])])
  const [stored] = await db.select().from(diaryEvent).where(eq(diaryEvent.id, 'told'))
  expect(stored).toMatchObject(row)
})
