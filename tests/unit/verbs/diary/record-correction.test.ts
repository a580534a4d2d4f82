import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  auditLog,
  diaryHousehold,
  diaryPhoto,
  diarySignal,
  siteHousehold,
} from '../../../../db/schema/index.ts'
import { correctDiaryEntry } from '../../../../worker/verbs/diary/correct-diary-entry.ts'
import { Problem } from '../../../../worker/verbs/errors.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import { makePerson } from '../../../support/portal-app.ts'
import { keeper, makeHousehold, makePhoto, recordId, SPRAY } from './diary-support.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await freshDatabase()
})

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )
}

const values = { ...SPRAY, intervalDays: 21 }

describe('correcting an entry that was written by its kind', () => {
  it('adds a row that points back and keeps day, households and photos unless told otherwise', async () => {
    const { record, correct, rows, site, shelf } = await keeper(test)
    const household = await makeHousehold(test, site.id)
    const photo = makePhoto()
    shelf.push(photo)
    const id = recordId()
    await record({ householdIds: [household.id], photos: [photo.sha256] }, { id })
    shelf.length = 0
    const correctionId = recordId()
    const made = await correct({ entryId: id, values }, { id: correctionId })
    expect(made).toMatchObject({ status: 'stored', waiting: { allowedOn: '2026-07-05' } })
    const [first, second] = await rows()
    expect(first).toMatchObject({ id, allowedOn: '2026-06-28', amendsId: null })
    expect(second).toMatchObject({
      ...{ id: correctionId, amendsId: id, reason: 'Ghi nhầm', occurredOn: '2026-06-14' },
      ...{ allowedOn: '2026-07-05', householdCount: 1, retracts: false },
    })
    const of = { diaryEventId: correctionId }
    const households = await test.db.select().from(diaryHousehold)
    expect(households.filter((row) => row.diaryEventId === correctionId)).toMatchObject([
      { ...of, householdId: household.id, name: household.name },
    ])
    const photos = await test.db.select().from(diaryPhoto)
    expect(photos.filter((row) => row.diaryEventId === correctionId)).toEqual([
      { ...photo, ...of, position: 0 },
    ])
    const logged = await test.db.select().from(auditLog).where(eq(auditLog.entityId, correctionId))
    expect(logged).toMatchObject([{ action: 'diary.correct', reason: 'Ghi nhầm' }])
  })

  it('happens once, and of two people who amend one entry the second is told', async () => {
    const first = await keeper(test)
    const { record, correct, rows, person, site } = first
    const id = recordId()
    await record({}, { id })
    const correctionId = recordId()
    const all = await Promise.all(
      [1, 2, 3].map(() => correct({ entryId: id, values }, { id: correctionId })),
    )
    expect(all.map(({ status }) => status).sort()).toEqual(['already', 'already', 'stored'])
    expect(await rows()).toHaveLength(2)
    const { organisationId } = person
    const other = await makePerson(test.db, 'producer', { organisationId })
    const second = await keeper(test, { person: other })
    expect(await codeOf(second.correct({ entryId: id, values }))).toBe('conflict')
    expect(await codeOf(second.correct({ entryId: id, takeBack: true }))).toBe('conflict')
    expect(site.id).not.toBe(second.site.id)
  })

  it('waits for an entry that has not arrived, and knows none of others', async () => {
    const { record, correct } = await keeper(test)
    const id = recordId()
    expect(await correct({ entryId: id, values })).toEqual({ status: 'later', missing: 'entry' })
    await record({}, { id })
    const stranger = await keeper(test)
    expect(await codeOf(stranger.correct({ entryId: id, values }))).toBe('not_found')
  })

  it('takes an entry back, after which it is corrected no more', async () => {
    const { record, correct, rows } = await keeper(test)
    const id = recordId()
    await record({}, { id })
    const back = { id: recordId() }
    expect(await correct({ entryId: id, takeBack: true }, back)).toMatchObject({ status: 'stored' })
    expect(await correct({ entryId: id, takeBack: true }, back)).toEqual({
      ...{ status: 'already', id: back.id },
    })
    const [, second] = await rows()
    expect(second).toMatchObject({ amendsId: id, retracts: true, reason: 'Ghi nhầm' })
    expect(await codeOf(correct({ entryId: id, values }))).toBe('conflict')
  })

  it('wants a reason, something that differs, and figures as careful as the first ones', async () => {
    const { record, correct } = await keeper(test)
    const id = recordId()
    await record({}, { id })
    expect(await codeOf(correct({ entryId: id, values, reason: '  ' }))).toBe('invalid_input')
    const same = { entryId: id, values: SPRAY }
    expect(await codeOf(correct(same, { via: 'portal' }))).toBe('conflict')
    // A device cannot know: it is done with it.
    expect(await correct(same)).toMatchObject({ status: 'stored', id })
    expect(await codeOf(correct({ entryId: id, values: {} }))).toBe('invalid_input')
    expect(await codeOf(correct({ entryId: id, values, occurredOn: '2026-06-20' }))).toBe(
      'invalid_input',
    )
    const huge = { ...SPRAY, area: { value: '400', unit: 'ha' } }
    expect(await codeOf(correct({ entryId: id, values: huge }))).toBe('needs_confirmation')
  })

  it('uses no photo twice, however often it is corrected, by its form or in words', async () => {
    const { record, correct, rows, shelf, ctx, site } = await keeper(test)
    const photo = makePhoto()
    const household = await makeHousehold(test, site.id)
    shelf.push(photo)
    const ids = [recordId(), recordId(), recordId()] as const
    await record({ photos: [photo.sha256], householdIds: [household.id] }, { id: ids[0] })
    await correct({ entryId: ids[0], values }, { id: ids[1] })
    await correct({ entryId: ids[1], values: { ...values, targetPest: 'Rầy' } }, { id: ids[2] })
    expect(await test.db.select().from(diarySignal)).toEqual([])
    const words = { id: ids[2], reason: 'Ghi nhầm', quantity: { value: 2, unit: 'lít' } }
    const { id } = await correctDiaryEntry({ ctx, input: words })
    const photos = await test.db.select().from(diaryPhoto).where(eq(diaryPhoto.diaryEventId, id))
    expect(photos).toMatchObject([{ sha256: photo.sha256 }])
    expect((await rows()).at(-1)).toMatchObject({ id, householdCount: 1, allowedOn: '2026-07-05' })
  })

  it('keeps a household that has left the list since', async () => {
    const { record, correct, site } = await keeper(test)
    const household = await makeHousehold(test, site.id)
    const id = recordId()
    await record({ householdIds: [household.id] }, { id })
    await test.db.delete(siteHousehold).where(eq(siteHousehold.id, household.id))
    expect(await correct({ entryId: id, values })).toMatchObject({ status: 'stored' })
  })
})
