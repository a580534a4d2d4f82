import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@libsql/client'
import { afterEach, describe, expect, it } from 'vitest'
import { connectNode } from '../../../db/client-node.ts'
import { migrateDatabase } from '../../../db/migrate.ts'
import { noteConfirmation } from '../../../db/queries/label-confirmations.ts'
import { diaryPhoto, outboxPhoto } from '../../../db/schema/index.ts'
import { type BackupLine, dumpDatabase } from '../../../scripts/lib/dump-database.ts'
import { restoreDatabase } from '../../../scripts/lib/restore-database.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { completeRegisterEntries } from '../../../worker/verbs/codes/refresh-register-entries.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { voidLabels } from '../../../worker/verbs/labels/void-labels.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { makeBatch, makeContext, makeDiaryEvent, makeRun, NOW } from '../../support/factories.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function emptyDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'goc-backup-'))
  folders.push(folder)
  const url = `file:${join(folder, 'goc.db')}`
  const client = createClient({ url })
  await migrateDatabase(client)
  return { client, db: connectNode({ url }).db }
}

async function dump(client: Client): Promise<BackupLine[]> {
  const lines: BackupLine[] = []
  for await (const line of dumpDatabase(client, NOW)) lines.push(JSON.parse(JSON.stringify(line)))
  return lines
}

const asLines = (lines: readonly BackupLine[]) =>
  async function* () {
    yield* lines
  }

/** A database with something in every kind of table that has rules of its own. */
async function usedDatabase() {
  const { client, db } = await emptyDatabase()
  const ctx = makeContext(db)
  const source = await makeBatch(ctx)
  const { run, batch } = await makeRun(ctx, {
    pin: true,
    batch: { sources: [{ ref: source.ref, quantityKg: 1000 }] },
  })
  const label = { unitSpace: run.unitSpace, serial: 5 }
  await noteConfirmation(db, label, { now: NOW, sameWithinMs: 0 })
  await voidLabels({ ctx, input: { runId: run.id, from: 2, to: 3, reason: 'Rách' } })
  await makeDiaryEvent(ctx, { siteId: batch.area.siteId })
  await recallBatch({ ctx, input: { ref: source.ref, reason: 'Thử' } })
  return { client, ctx, run, batch }
}

describe('a backup', () => {
  it('restored elsewhere holds the same, row for row', async () => {
    const used = await usedDatabase()
    const lines = await dump(used.client)
    const { client } = await emptyDatabase()
    const { rows } = await restoreDatabase(client, asLines(lines))
    expect(await dump(client)).toEqual(lines)
    expect(rows).toBeGreaterThan(40)
  })

  it('restored elsewhere makes the same labels again and goes on where they ended', async () => {
    const used = await usedDatabase()
    const input = { runId: used.run.id }
    const before = await collectLabels(await reprint({ ctx: used.ctx, input }))
    const { client, db } = await emptyDatabase()
    await restoreDatabase(client, asLines(await dump(used.client)))
    const ctx = makeContext(db)
    expect(await collectLabels(await reprint({ ctx, input }))).toEqual(before)
    const next = await issueLabels({ ctx, input: { ref: used.batch.ref, count: 1 } })
    expect(next.run.fromSerial).toBe(11)
    expect(next.run.kid).toBe(used.run.kid)
    expect(await completeRegisterEntries(db)).toBeGreaterThan(1)
    const found = await client.execute({
      sql: 'SELECT r.code FROM register_entry r WHERE r.code = ?',
      args: [used.batch.area.code],
    })
    expect(found.rows).toHaveLength(1)
  })

  it('restored elsewhere is still sealed and append-only', async () => {
    const used = await usedDatabase()
    const { client } = await emptyDatabase()
    await restoreDatabase(client, asLines(await dump(used.client)))
    const id = used.batch.id
    for (const sql of [
      'UPDATE label_run SET to_serial = 99',
      'DELETE FROM label_run',
      'UPDATE label_run SET has_pin = 0',
      'DELETE FROM label_confirmation',
      'UPDATE label_confirmation SET first_at = 1, count = count + 1',
      'DELETE FROM diary_event',
      "UPDATE label_exception SET kind = 'lost'",
      'DELETE FROM audit_log',
      'DELETE FROM code',
      `UPDATE batch SET lot = 'KHÁC' WHERE id = '${id}'`,
      `DELETE FROM batch_code WHERE batch_id = '${id}'`,
    ]) {
      await expect(client.execute(sql), sql).rejects.toThrow(/append-only|sealed|never deleted/)
    }
  })

  it('of a version that did not say which photos are shown is mended', async () => {
    const { client, ctx, batch } = await usedDatabase()
    const entry = await makeDiaryEvent(ctx, { siteId: batch.area.siteId })
    const photo = { storeKey: 'x', takenAt: null }
    const sent = { ...photo, account: 'user:x', mediaType: 'image/jpeg' as const, bytes: 1 }
    const size = { width: 1, height: 1, latitude: null, longitude: null, usedAt: null }
    for (const sha256 of ['shown', 'unused']) {
      await ctx.db.insert(outboxPhoto).values({ ...sent, ...size, sha256, receivedAt: NOW })
    }
    const shown = { diaryEventId: entry.id, position: 0, sha256: 'shown', lat: null, lng: null }
    await ctx.db.insert(diaryPhoto).values({ ...photo, ...shown })
    const restored = await emptyDatabase()
    await restoreDatabase(restored.client, asLines(await dump(client)))
    const rows = await restored.db.select().from(outboxPhoto).orderBy(outboxPhoto.sha256)
    expect(rows.map(({ sha256, usedAt }) => [sha256, usedAt])).toEqual([
      ['shown', NOW],
      ['unused', null],
    ])
  })

  it('holds the signing keys encrypted, and no key to open them', async () => {
    const used = await usedDatabase()
    const text = JSON.stringify(await dump(used.client))
    expect(text).toContain('eyJhbGciOiJkaXIi')
    expect(text).not.toContain(Buffer.from(used.ctx.kek).toString('base64url'))
    expect(text).not.toContain('"d"')
  })

  it('is refused, with nothing written, by a database in use', async () => {
    const used = await usedDatabase()
    const lines = await dump(used.client)
    await expect(restoreDatabase(used.client, asLines(lines))).rejects.toThrow(/đang có dữ liệu/)
    expect(await dump(used.client)).toEqual(lines)
  })

  it('is refused, with nothing written, when cut off, foreign or of a newer version', async () => {
    const used = await usedDatabase()
    const lines = await dump(used.client)
    const { client } = await emptyDatabase()
    const untouched = await dump(client)
    const [head, ...rest] = lines
    if (head === undefined || !('goc' in head)) throw new Error('no head')
    const newer = { ...head, migrations: [...head.migrations, 'another'] }
    const missingRow = lines.filter((_, i) => i !== lines.findIndex((line) => 'row' in line))
    for (const [wrong, message] of [
      [lines.slice(0, -1), /cắt ngang/],
      [lines.slice(0, 20), /cắt ngang/],
      [missingRow, /cắt ngang/],
      [rest, /không phải bản sao lưu/],
      [[newer, ...rest], /phiên bản khác/],
    ] as const) {
      await expect(restoreDatabase(client, asLines(wrong))).rejects.toThrow(message)
    }
    expect(await dump(client)).toEqual(untouched)
  })
})
