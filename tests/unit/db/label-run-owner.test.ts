import { eq, sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { labelRun } from '../../../db/schema/index.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeRun } from '../../support/factories.ts'

it('a run of a backup that does not say whose it is gets its owner, and nothing else changes', async () => {
  const { db } = await freshDatabase()
  const ctx = makeContext(db)
  await createKey({ ctx, input: {} })
  const { batch, run } = await makeRun(ctx)
  await db.run(sql`INSERT INTO label_run (id, batch_id, profile, kid, unit_space, from_serial,
      to_serial, copies, created_at, actor)
    SELECT 'old', batch_id, profile, kid, unit_space, to_serial + 1, to_serial + 9, copies,
      created_at, actor FROM label_run WHERE id = ${run.id}`)
  const [old] = await db.select().from(labelRun).where(eq(labelRun.id, 'old'))
  expect(old?.organisationId).toBe(batch.organisationId)
  for (const set of [{ copies: 5 }, { organisationId: null }, { toSerial: 99 }]) {
    await expect(db.update(labelRun).set(set).where(eq(labelRun.id, 'old'))).rejects.toThrow()
  }
})
