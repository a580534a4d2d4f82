import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { batchDocument } from '../../../../db/schema/index.ts'
import type { BatchDocument } from '../../../../worker/domain/standing/batch-document.ts'
import { verifyDiaryEntry } from '../../../../worker/verbs/diary/verify-diary-entry.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import { makeContext, makeDiaryEvent, makeRun } from '../../../support/factories.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})

async function checkedEntry() {
  const ctx = makeContext(test.db)
  const { batch } = await makeRun(ctx)
  const { id } = await makeDiaryEvent(ctx, { siteId: batch.area.siteId, occurredOn: '2026-06-01' })
  const verify = (given: Partial<Parameters<typeof verifyDiaryEntry>[0]['input']> = {}) =>
    verifyDiaryEntry({
      ctx,
      input: {
        diaryEventId: id,
        verifiedBy: { role: 'officer', name: 'Chi cục Thử nghiệm' },
        verifiedOn: '2026-06-05',
        ...given,
      },
    })
  return { ref: batch.ref, verify }
}

describe('verifying a diary entry', () => {
  it('shows who checked it, and when, in the document of a sealed batch', async () => {
    const { ref, verify } = await checkedEntry()
    await verify()
    const [row] = await test.db.select().from(batchDocument).where(eq(batchDocument.ref, ref))
    const document: BatchDocument = JSON.parse(row?.document ?? 'null')
    expect(document.provenance.diary[0]?.verifiedBy).toEqual({
      role: 'officer',
      name: 'Chi cục Thử nghiệm',
      on: '2026-06-05',
    })
    expect(row?.updatedAt).toBeGreaterThan(0)
  })

  it.each(['2026-05-31', '2026-06-16'])(
    'refuses a check on %s: before the work or still to come',
    async (verifiedOn) => {
      const { verify } = await checkedEntry()
      await expect(verify({ verifiedOn })).rejects.toMatchObject({ code: 'invalid_input' })
    },
  )

  it('refuses roles it has no word for and entries that are not there', async () => {
    const { verify } = await checkedEntry()
    await expect(
      verify({ verifiedBy: { role: 'neighbour', name: 'Ai đó' } }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await expect(verify({ diaryEventId: 'nothing' })).rejects.toMatchObject({ code: 'not_found' })
  })
})
