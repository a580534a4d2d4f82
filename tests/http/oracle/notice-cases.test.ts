import { expect, it } from 'vitest'
import { freshDatabase } from '../../support/database.ts'
import { makeCode } from '../../support/factories.ts'
import { decide, laterContext } from '../public/notices-support.ts'
import { type Json, publicApp } from '../public/support.ts'

// "a decision that was corrected gives way to its correction where that is a notice itself".
it('a suspension corrected into a return to active gives way to that return', async () => {
  const { db } = await freshDatabase()
  const { id: codeId } = await makeCode(laterContext(db))
  await decide(db, { codeId, status: 'cancelled', effectiveOn: '2026-06-05' })
  const suspended = await decide(db, { codeId, status: 'suspended', effectiveOn: '2026-06-08' })
  const active = { codeId, status: 'active', effectiveOn: '2026-06-08' } as const
  await decide(db, { ...active, amendsId: suspended })
  const { body } = await publicApp(db).askJson('/api/v1/notices')
  expect(body.items.map((n: Json) => [n.kind, n.withdrawnAt === null])).toEqual([
    ['restoration', true],
    ['cancellation', true],
  ])
})
