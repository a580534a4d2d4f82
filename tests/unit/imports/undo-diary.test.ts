import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { batchDocument, diaryEvent } from '../../../db/schema/index.ts'
import type { BatchDocument } from '../../../worker/domain/standing/batch-document.ts'
import { correctDiaryEntry } from '../../../worker/verbs/diary/correct-diary-entry.ts'
import { beginUndoImport } from '../../../worker/verbs/imports/undo/begin-undo.ts'
import { undoSlices } from '../../../worker/verbs/imports/undo/undo-slices.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeRun } from '../../support/factories.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'
import { importContext, importFile, runJobs, undoImport } from '../verbs/imports/import-support.ts'

let test: TestDatabase
const ctxOf = () => importContext(test.db)

beforeEach(async () => {
  test = await freshDatabase()
})

const HEADING = 'Mã số vùng trồng;Ngày;Công việc;Tên vật tư;Cách ly'
const ROWS = ['01/06/2026;Phun thuốc;Thuốc Mẫu;14', '02/06/2026;Tưới nước;;', '03/06/2026;Làm cỏ;;']

/** A sealed batch, harvested within the interval of an imported spray. */
async function imported(rows: readonly string[] = ROWS) {
  const ctx = ctxOf()
  const { batch } = await makeRun(ctx)
  const bytes = [HEADING, ...rows.map((row) => `${batch.area.code};${row}`)].join('\n')
  const { importId } = await importFile(ctx, 'diary', { bytes })
  if (importId === null) throw new Error('nothing was imported')
  const documentOf = async (): Promise<BatchDocument> => {
    const [row] = await test.db.select().from(batchDocument).where(eq(batchDocument.ref, batch.ref))
    return JSON.parse(row?.document ?? 'null')
  }
  const rowsOf = () => test.db.select().from(diaryEvent).orderBy(sql`rowid`)
  const undo = () => undoImport(ctx, { importId, reason: 'Nhập nhầm tệp' })
  return { ctx, batch, bytes, importId, documentOf, rowsOf, undo }
}

describe('taking an imported diary back', () => {
  it('adds a row to each entry, shows both, and decides by none of them any more', async () => {
    const { documentOf, rowsOf, undo } = await imported()
    const before = await rowsOf()
    expect((await documentOf()).preHarvestBreaches).toHaveLength(1)
    expect(await undo()).toMatchObject({ entriesTakenBack: 3, kept: [], keptTotal: 0 })
    const after = await rowsOf()
    expect(after.slice(0, 3)).toEqual(before)
    expect(after.slice(3).map(({ amendsId, retracts }) => [amendsId, retracts])).toEqual(
      before.toReversed().map(({ id }) => [id, true]),
    )
    const { preHarvestBreaches, provenance } = await documentOf()
    expect(preHarvestBreaches).toEqual([])
    expect(
      provenance.diary.map(({ id, takenBackAt, reason }) => [id, takenBackAt, reason]),
    ).toEqual(
      before.toReversed().map(({ id }) => [id, '2026-11-22T02:00:00.000Z', 'Nhập nhầm tệp']),
    )
  })

  it('keeps what was corrected since, and says so', async () => {
    const { ctx, documentOf, rowsOf, undo } = await imported()
    const [spray] = await rowsOf()
    await correctDiaryEntry({ ctx, input: { id: spray?.id ?? '', reason: 'x', intervalDays: 21 } })
    const report = await undo()
    expect(report).toMatchObject({ entriesTakenBack: 2, keptTotal: 1 })
    expect(report.kept[0]).toMatch(
      /ngày 01\/06\/2026 \(Phun thuốc: Thuốc Mẫu\): đã được sửa sau đó/,
    )
    expect((await documentOf()).preHarvestBreaches.map((b) => b.intervalDays)).toEqual([21])
  })

  it('lets the same list in again, once, and takes that back too', async () => {
    const { ctx, bytes, documentOf, undo } = await imported()
    await undo()
    const again = await importFile(ctx, 'diary', { bytes })
    expect(again.counts).toMatchObject({ added: 3, unchanged: 0 })
    expect((await documentOf()).preHarvestBreaches).toHaveLength(1)
    const third = await importFile(ctx, 'diary', { bytes })
    expect(third.counts).toMatchObject({ added: 0, unchanged: 3 })
    const importId = again.importId ?? ''
    expect(await undoImport(ctx, { importId, reason: 'x' })).toMatchObject({ entriesTakenBack: 3 })
    expect((await documentOf()).preHarvestBreaches).toEqual([])
    const fourth = await importFile(ctx, 'diary', { bytes })
    expect(fourth.counts).toMatchObject({ added: 3, unchanged: 0 })
  })

  it('does nothing a second time, and says so', async () => {
    const { rowsOf, undo } = await imported()
    await undo()
    const before = await rowsOf()
    await expect(undo()).rejects.toMatchObject({ code: 'conflict' })
    expect(await rowsOf()).toEqual(before)
  })

  it('goes on where it was cut off, and gives way to a correction in between', async () => {
    const { ctx, importId, rowsOf } = await imported()
    await beginUndoImport({ ctx, input: { importId, reason: 'x' } })
    const slices = undoSlices(ctx, { importId, cursor: null, changesPerSlice: 2 })
    const first = await slices.next()
    // What was decided is not stored: somebody corrects the first entry to go.
    const [, , last] = await rowsOf()
    await correctDiaryEntry({ ctx, input: { id: last?.id ?? '', reason: 'x', note: 'mới' } })
    expect(first.done).toBe(false)
    await runJobs(ctx)
    const rows = await rowsOf()
    expect(rows.filter(({ retracts }) => retracts)).toHaveLength(2)
    expect(rows.filter(({ amendsId }) => amendsId === last?.id)).toMatchObject([
      { retracts: false },
    ])
  })

  it('is begun on the page of the import, by those who look after all of its places', async () => {
    const { ctx, importId } = await imported()
    const officer = await makePerson(test.db, 'admin')
    const app = portalApp(test.db, officer)
    const page = await app.get(`/portal/imports/${importId}`)
    expect(page.model).toMatchObject({ kind: 'portal/imports/run', undoForm: {} })
    const sent = await app.post(`/portal/imports/${importId}/undo`, { reason: 'Nhập nhầm tệp' })
    expect(sent.status).toBe(303)
    await app.settle()
    await runJobs(ctx)
    const done = await app.get(`/portal/imports/${importId}`)
    const lines = done.model?.kind === 'portal/imports/run' ? done.model.lines : []
    expect(lines.join(' ')).toContain('rút lại 3 dòng nhật ký')
    const elsewhere = await makePerson(test.db, 'officer', {
      place: { provinceCode: '15', communeCode: null },
    })
    await expect(
      beginUndoImport({
        ctx: importContext(test.db, { actor: elsewhere, source: 'portal' }),
        input: { importId, reason: 'x' },
      }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})
