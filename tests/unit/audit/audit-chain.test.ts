import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { readHead } from '../../../db/queries/audit-chain.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { auditStatement } from '../../../worker/verbs/audit/audit-statement.ts'
import { sealAudit } from '../../../worker/verbs/audit/seal-audit.ts'
import { verifyAudit } from '../../../worker/verbs/audit/verify-audit.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext } from '../../support/factories.ts'

/** A log of `rows` actions, none of them sealed. */
async function logOf(rows: number): Promise<{ db: Database; ctx: VerbContext }> {
  const { db } = await freshDatabase()
  const ctx = makeContext(db)
  const actions = Array.from({ length: rows }, (_, i) =>
    auditStatement(ctx, {
      action: 'code.status',
      entity: 'code',
      entityId: `code-${i + 1}`,
      before: { status: 'active' },
      after: { status: 'suspended', text: 'Tạm dừng “thử”' },
      reason: i % 2 === 0 ? null : 'rệp sáp',
    }),
  )
  for (let at = 0; at < actions.length; at += 50) await runBatch(db, actions.slice(at, at + 50))
  return { db, ctx }
}

async function sealedLog(rows: number) {
  const log = await logOf(rows)
  await sealAudit(log.db)
  return log
}

/** As somebody would who has the file and no scruples. */
async function withoutTriggers(db: Database): Promise<void> {
  for (const table of ['audit_log', 'audit_seal']) {
    await db.run(sql.raw(`DROP TRIGGER ${table}_no_update`))
    await db.run(sql.raw(`DROP TRIGGER ${table}_no_delete`))
  }
}

describe('a seal', () => {
  it('can be worked out by anybody: SHA-256 over a JSON array that begins with the seal before', async () => {
    const { db } = await sealedLog(2)
    const rows = await db.all<Record<string, unknown>>(sql`SELECT * FROM audit_log ORDER BY seq`)
    let previous = 'goc-audit-1'
    for (const row of rows) {
      const { seq, at, actor, action, entity, entity_id, before, after, reason, source } = row
      const cells = [seq, at, actor, action, entity, entity_id, before, after, reason, source]
      previous = createHash('sha256')
        .update(JSON.stringify([previous, ...cells]))
        .digest('base64url')
    }
    expect(await readHead(db)).toEqual({ seq: 2, hash: previous })
  })
})

describe('sealing the audit log', () => {
  it('seals every row in order, once, and has nothing to do afterwards', async () => {
    const { db, ctx } = await logOf(230)
    expect(await sealAudit(db)).toBe(230)
    expect(await sealAudit(db)).toBe(0)
    expect(await verifyAudit({ ctx, input: {} })).toMatchObject({
      fault: null,
      checked: 230,
      unsealed: 0,
      complete: true,
      head: await readHead(db),
    })
  })

  it('gives the same seals when two seal at once', async () => {
    const { db, ctx } = await logOf(250)
    const sealed = await Promise.all([sealAudit(db), sealAudit(db), sealAudit(db)])
    expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(250)
    expect((await verifyAudit({ ctx, input: {} })).fault).toBeNull()
  })

  it('stops after the rows it was allowed and goes on later', async () => {
    const { db, ctx } = await logOf(230)
    expect(await sealAudit(db, 100)).toBe(100)
    expect(await verifyAudit({ ctx, input: {} })).toMatchObject({ fault: null, unsealed: 130 })
    expect(await sealAudit(db)).toBe(130)
  })

  it('cannot be rewritten through the database', async () => {
    const { db } = await sealedLog(2)
    const refused = expect.objectContaining({
      cause: expect.objectContaining({ message: expect.stringContaining('append-only') }),
    })
    await expect(db.run(sql`UPDATE audit_seal SET hash = 'x'`)).rejects.toEqual(refused)
    await expect(db.run(sql`DELETE FROM audit_log WHERE seq = 1`)).rejects.toEqual(refused)
  })
})

describe('verifying the audit log', () => {
  it('finds any single field of any row that was changed', async () => {
    const { db, ctx } = await sealedLog(12)
    await withoutTriggers(db)
    const change = fc.record({
      seq: fc.integer({ min: 1, max: 12 }),
      column: fc.constantFrom(
        ...(['at', 'actor', 'action', 'entity', 'entity_id'] as const),
        ...(['before', 'after', 'reason', 'source'] as const),
      ),
      text: fc.string(),
      by: fc.integer({ min: 1, max: 1e9 }),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ seq, column, text, by }) => {
        const name = sql.raw(column)
        const [stored] = await db.all<{ value: string | number | null }>(
          sql`SELECT ${name} AS value FROM audit_log WHERE seq = ${seq}`,
        )
        const was = stored?.value ?? null
        const value = column === 'at' ? Number(was) + by : text
        fc.pre(value !== was)
        await db.run(sql`UPDATE audit_log SET ${name} = ${value} WHERE seq = ${seq}`)
        const { fault } = await verifyAudit({ ctx, input: {} })
        await db.run(sql`UPDATE audit_log SET ${name} = ${was} WHERE seq = ${seq}`)
        expect(fault).toMatchObject({ kind: 'changed', seq })
      }),
      { numRuns: 60, seed: 8 },
    )
    expect((await verifyAudit({ ctx, input: {} })).fault).toBeNull()
  })

  it('tells text that is missing from text that is empty', async () => {
    const { db, ctx } = await sealedLog(1)
    await withoutTriggers(db)
    await db.run(sql`UPDATE audit_log SET reason = ''`)
    expect((await verifyAudit({ ctx, input: {} })).fault).toMatchObject({ kind: 'changed', seq: 1 })
  })

  it.each([
    ['a row taken out', 'DELETE FROM audit_log WHERE seq = 5', 'missing_row', 5],
    ['the first row taken out', 'DELETE FROM audit_log WHERE seq = 1', 'missing_row', 1],
    ['rows cut off at the end', 'DELETE FROM audit_log WHERE seq > 7', 'cut_off', 8],
    ['a seal taken out', 'DELETE FROM audit_seal WHERE seq = 4', 'missing_seal', 4],
    ['a seal rewritten', `UPDATE audit_seal SET hash = 'AAAA' WHERE seq = 6`, 'changed', 6],
    [
      'a row put before the first',
      `INSERT INTO audit_log (seq, at, actor, action, entity, entity_id, source)
       VALUES (0, 1, 'operator:x', 'code.status', 'code', 'c', 'portal')`,
      'foreign_row',
      0,
    ],
    [
      'a row put in the place of another',
      `UPDATE audit_log SET seq = CASE seq WHEN 3 THEN 99 ELSE seq END WHERE seq = 3`,
      'missing_row',
      3,
    ],
    ['the count set back', `UPDATE sqlite_sequence SET seq = 3`, 'numbers_reset', 10],
  ])('finds %s', async (_, tamper, kind, seq) => {
    const { db, ctx } = await sealedLog(10)
    await withoutTriggers(db)
    await db.run(sql.raw(tamper))
    expect((await verifyAudit({ ctx, input: {} })).fault).toMatchObject({ kind, seq })
  })

  it('misses rows and seals cut off together by the numbers given out', async () => {
    const { db, ctx } = await sealedLog(10)
    await withoutTriggers(db)
    await db.run(sql`DELETE FROM audit_log WHERE seq > 7`)
    await db.run(sql`DELETE FROM audit_seal WHERE seq > 7`)
    expect((await verifyAudit({ ctx, input: {} })).fault).toMatchObject({ kind: 'cut_off', seq: 8 })
  })

  it('is not deceived by a whole new chain when a head was kept elsewhere', async () => {
    const { db, ctx } = await sealedLog(10)
    const head = await readHead(db)
    const expectHead = `${head?.seq}:${head?.hash}`
    await runBatch(db, [
      auditStatement(ctx, { action: 'code.status', entity: 'code', entityId: 'c' }),
    ])
    await sealAudit(db)
    expect((await verifyAudit({ ctx, input: { expectHead } })).fault).toBeNull()
    await withoutTriggers(db)
    await db.run(sql`UPDATE audit_log SET actor = 'operator:somebody' WHERE seq = 2`)
    await db.run(sql`DELETE FROM audit_seal`)
    await sealAudit(db)
    expect((await verifyAudit({ ctx, input: {} })).fault).toBeNull()
    expect((await verifyAudit({ ctx, input: { expectHead } })).fault).toMatchObject({
      kind: 'head_differs',
      seq: 10,
    })
    const later = `500:${head?.hash}`
    expect((await verifyAudit({ ctx, input: { expectHead: later } })).fault).toMatchObject({
      kind: 'head_missing',
    })
  })

  it('walks a part at a time and goes on where it stopped', async () => {
    const { db, ctx } = await sealedLog(300)
    const first = await verifyAudit({ ctx, input: { maxRows: 120 } })
    expect(first).toMatchObject({ fault: null, checked: 120, lastSeq: 120, complete: false })
    await withoutTriggers(db)
    await db.run(sql`UPDATE audit_log SET reason = 'khác' WHERE seq = 121`)
    const next = await verifyAudit({ ctx, input: { after: first.lastSeq } })
    expect(next.fault).toMatchObject({ kind: 'changed', seq: 121, row: { entityId: 'code-121' } })
  })

  it('calls an empty log whole, and refuses a head that cannot be read', async () => {
    const { ctx } = await logOf(0)
    expect(await verifyAudit({ ctx, input: {} })).toMatchObject({ fault: null, head: null })
    await expect(verifyAudit({ ctx, input: { expectHead: 'x' } })).rejects.toMatchObject({
      code: 'invalid_input',
    })
  })
})
