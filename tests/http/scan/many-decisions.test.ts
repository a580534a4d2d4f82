import { expect, it } from 'vitest'
import { codeStatusEvent } from '../../../db/schema/index.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, NOW } from '../../support/factories.ts'
import { issued, scanApp } from './support.ts'

const database = freshDatabase()

it('a batch whose code was decided upon 6,000 times is judged by all of them', {
  timeout: 60_000,
}, async () => {
  const { db } = await database
  const ctx = makeContext(db)
  const { batch, path } = await issued(ctx)
  const frame = { codeId: batch.area.id, market: 'CHN', actor: 'test' } as const
  const rows = Array.from({ length: 6_000 }, (_, i) => ({
    ...frame,
    id: `m${String(i).padStart(5, '0')}`,
    status: 'active' as const,
    effectiveOn: '2026-01-02',
    recordedAt: NOW - 10_000 + i,
  }))
  for (let at = 0; at < rows.length; at += 500) {
    await db.insert(codeStatusEvent).values(rows.slice(at, at + 500))
  }
  // Read first or last, whichever order the rows come in.
  const suspended = { status: 'suspended', effectiveOn: '2026-06-12', recordedAt: NOW } as const
  const decided = { ...frame, ...suspended }
  await db.insert(codeStatusEvent).values([
    { ...decided, id: 'a-first' },
    { ...frame, id: 'z-amended', status: 'revoked', effectiveOn: '2026-06-13', recordedAt: NOW },
    {
      ...frame,
      id: 'z-none',
      status: 'none',
      effectiveOn: '2026-06-13',
      recordedAt: NOW + 1,
      amendsId: 'z-amended',
    },
  ])
  const { body } = await scanApp(db).askJson(path)
  expect(body.reasons).toMatchObject([{ code: 'growing_area_suspended', since: '2026-06-12' }])
  const code = await scanApp(db).askJson(`/api/v1/codes/${batch.area.code}`)
  expect(code.body.markets).toMatchObject([{ market: 'CHN', statusToday: 'suspended' }])
})
