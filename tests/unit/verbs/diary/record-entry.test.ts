import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  auditLog,
  diaryHousehold,
  diaryPhoto,
  diarySignal,
  job,
} from '../../../../db/schema/index.ts'
import { Problem } from '../../../../worker/verbs/errors.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import { makeContext, makeSite, NOW } from '../../../support/factories.ts'
import { makePerson } from '../../../support/portal-app.ts'
import { keeper, makeHousehold, makePhoto, recordId, SPRAY } from './diary-support.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await freshDatabase()
})

async function refusal(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Problem) return error
  throw new Error(`not refused: ${String(error)}`)
}

const paths = (problem: Problem) => problem.errors.map(({ path }) => path)
const asked = (problem: Problem) => problem.questions.map(({ code }) => code)

describe('recording an entry', () => {
  it('keeps what was said as it was said, beside metric figures, and who wrote it when by which clock', async () => {
    const { record, rows, site, person } = await keeper(test)
    const id = recordId()
    const onBehalfOf = 'Bà Tư'
    const made = await record({ onBehalfOf, spoken: ['targetPest'] }, { id })
    expect(made).toEqual({
      ...{ status: 'stored', id, findings: [] },
      waiting: { days: 14, allowedOn: '2026-06-28' },
    })
    const [row] = await rows()
    expect(row).toMatchObject({
      ...{ id, siteId: site.id, kind: 'plant_protection', occurredOn: '2026-06-14' },
      summary: 'Phun thuốc bảo vệ thực vật: Anvil 5SC',
      entered: { ...SPRAY, product: { name: 'Anvil 5SC', id: null } },
      details: {
        product: 'Anvil 5SC',
        dose: '25\u00a0ml/bình 16 lít',
        ...{ intervalDays: 14, area: '5\u00a0công', areaHa: 0.5 },
      },
      ...{ allowedOn: '2026-06-28', recordedAt: NOW, madeAt: NOW - 60_000, clockOffsetMs: 2_000 },
      ...{ clockMeasuredAt: NOW - 3_600_000, via: 'app', appVersion: '1', onBehalfOf },
      ...{ writtenBy: `user:${person.userId}`, writtenByName: person.name, spoken: ['targetPest'] },
      ...{ declaredByName: person.organisationName, householdCount: 0, findings: [] },
    })
    const [log] = await test.db.select().from(auditLog).where(eq(auditLog.entityId, id))
    expect(log).toMatchObject({ action: 'diary.record', actor: `user:${person.userId}` })
  })

  it('stores a record once, however often it arrives, at once or later', async () => {
    const { record, rows } = await keeper(test)
    const id = recordId()
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => record({}, { id })))
    expect(all.map(({ status }) => status).sort()).toEqual([
      ...['already', 'already', 'already', 'already', 'stored'],
    ])
    expect(await record({}, { id })).toEqual({ status: 'already', id })
    expect(await rows()).toHaveLength(1)
    const logged = await test.db.select().from(auditLog).where(eq(auditLog.entityId, id))
    expect(logged).toHaveLength(1)
  })

  it('writes what goes along in the same batch, or neither', async () => {
    const { record, rows, ctx, site } = await keeper(test)
    const household = await makeHousehold(test, site.id)
    const also = [
      ctx.db.insert(diaryHousehold).values({
        ...{ diaryEventId: 'no such entry', householdId: household.id },
        ...{ name: 'x', plot: null, occurredOn: '2026-06-14' },
      }),
    ]
    await expect(record({}, { also })).rejects.toThrow()
    expect(await rows()).toEqual([])
  })

  it('refuses an id that another account has used', async () => {
    const first = await keeper(test)
    const id = recordId()
    await first.record({}, { id })
    const person = await makePerson(test.db, 'producer', {
      organisationId: first.person.organisationId,
    })
    const other = await keeper(test, { person })
    expect((await refusal(other.record({ siteId: first.site.id }, { id }))).code).toBe('conflict')
  })

  it('knows no place of others, and lets nobody write who only looks', async () => {
    const { record } = await keeper(test)
    const elsewhere = await makeSite(makeContext(test.db))
    expect((await refusal(record({ siteId: elsewhere.id }))).code).toBe('not_found')
    expect((await refusal(record({ siteId: 'nowhere' }))).code).toBe('not_found')
    const person = await makePerson(test.db, 'inspector')
    const inspector = await keeper(test, { person })
    expect((await refusal(inspector.record({}))).code).toBe('forbidden')
  })

  it('names the households it was done for, as they were called then', async () => {
    const { record, rows, site } = await keeper(test)
    const [a, b] = [await makeHousehold(test, site.id), await makeHousehold(test, site.id)]
    await record({ householdIds: [b.id, a.id] })
    expect(await rows()).toMatchObject([{ householdCount: 2 }])
    const named = await test.db.select().from(diaryHousehold)
    expect(named.map(({ name }) => name).sort()).toEqual([a.name, b.name].sort())
    expect(paths(await refusal(record({ householdIds: ['of nobody'] })))).toEqual(['householdIds'])
  })

  it('waits for a photo that has not arrived, and asks for its pictures once it has', async () => {
    const { record, rows, shelf } = await keeper(test)
    const photo = makePhoto({ takenAt: NOW, lat: 10.5, lng: 105.1 })
    const id = recordId()
    const body = { photos: [photo.sha256] }
    expect(await record(body, { id })).toEqual({ status: 'later', missing: 'photo' })
    expect(await rows()).toEqual([])
    shelf.push(photo)
    expect(await record(body, { id })).toMatchObject({ status: 'stored' })
    expect(await test.db.select().from(diaryPhoto)).toEqual([
      { diaryEventId: id, position: 0, ...photo },
    ])
    expect(await test.db.select().from(job)).toMatchObject([{ kind: 'diary.photo', subjectId: id }])
  })
})

describe('an entry that cannot be, or hardly can be meant', () => {
  it('is refused where its day has not come, whatever the device believes', async () => {
    const { record } = await keeper(test)
    expect(paths(await refusal(record({}, { happenedOn: '2026-06-16' })))).toEqual(['happenedOn'])
    expect(paths(await refusal(record({}, { happenedOn: '2026-02-30' })))).toEqual(['happenedOn'])
    expect(await record({}, { happenedOn: '2026-06-15' })).toMatchObject({ status: 'stored' })
  })

  it('is refused where it is not made at such a place', async () => {
    const { record, person } = await keeper(test)
    const { organisationId } = person
    const house = await makeSite(makeContext(test.db), { kind: 'packing_house', organisationId })
    expect(paths(await refusal(record({ siteId: house.id })))).toEqual(['kind'])
  })

  it('is asked about with its figures, and kept with the question once somebody says yes', async () => {
    const { record, rows } = await keeper(test)
    const values = { ...SPRAY, area: { value: '400', unit: 'ha' } }
    const problem = await refusal(record({ values }))
    expect([problem.code, asked(problem)]).toEqual(['needs_confirmation', ['unusual_area']])
    expect(problem.text.vi).toContain('400\u00a0ha')
    expect(await rows()).toEqual([])
    await record({ values, confirm: ['unusual_area'] })
    const [row] = await rows()
    expect(row?.findings).toMatchObject([{ code: 'unusual_area', isConfirmed: true }])
  })

  it('is asked about where the dose is ten times the last one, or than any label asks', async () => {
    const { record } = await keeper(test)
    await record({}, { happenedOn: '2026-06-01' })
    const dose = (value: string, unit: string) => ({ values: { ...SPRAY, dose: { value, unit } } })
    expect(asked(await refusal(record(dose('250', 'ml/binh16'))))).toEqual(['dose_unlike_before'])
    expect(asked(await refusal(record(dose('60', 'ml/l'))))).toEqual([
      ...['unusual_dose', 'dose_unlike_before'],
    ])
  })

  it('is asked about where it is a harvest before the planting, or long ago', async () => {
    const { record } = await keeper(test)
    const planting = { kind: 'planting', values: { product: 'Xoài cát Hòa Lộc' } }
    await record(planting, { happenedOn: '2026-05-20' })
    const harvest = { kind: 'harvest', values: { quantity: { value: '12', unit: 'ta' } } }
    const before = await refusal(record(harvest, { happenedOn: '2026-05-19' }))
    expect(asked(before)).toEqual(['harvest_before_planting'])
    expect(await record(harvest, { happenedOn: '2026-05-20' })).toMatchObject({ status: 'stored' })
    const yearAgo = await refusal(record(harvest, { happenedOn: '2025-06-14' }))
    expect(asked(yearAgo)).toEqual(['long_ago', 'harvest_before_planting'])
  })

  it('is asked about where that day already says exactly the same of the same household', async () => {
    const { record, site } = await keeper(test)
    const [a, b] = [await makeHousehold(test, site.id), await makeHousehold(test, site.id)]
    await record({ householdIds: [a.id] })
    expect(asked(await refusal(record({ householdIds: [a.id] })))).toEqual(['same_again'])
    const values = { ...SPRAY, area: { value: '3', unit: 'cong' } }
    expect(await record({ householdIds: [a.id], values })).toMatchObject({ status: 'stored' })
    expect(await record({ householdIds: [b.id] })).toMatchObject({ status: 'stored' })
    expect(await record({ householdIds: [a.id], confirm: ['same_again'] })).toMatchObject({
      status: 'stored',
    })
  })
})

describe('a harvest inside an interval', () => {
  const harvest = { kind: 'harvest', values: { quantity: { value: '5', unit: 'ta' } } }

  it('is recorded as it happened and says so', async () => {
    const { record, rows } = await keeper(test)
    await record({}, { happenedOn: '2026-06-10' })
    const made = await record(harvest, { happenedOn: '2026-06-14' })
    expect(made).toMatchObject({
      status: 'stored',
      findings: [{ code: 'inside_interval', isConfirmed: false }],
    })
    const [, row] = await rows()
    expect(row?.findings?.[0]?.text.vi).toContain('được thu hoạch từ 24/06/2026')
    expect(row?.details).toMatchObject({ quantity: 5, unit: 'tạ', quantityKg: 500 })
  })

  it('is no matter of the household next door, nor of a treatment that was taken back', async () => {
    const { record, correct, site } = await keeper(test)
    const [a, b] = [await makeHousehold(test, site.id), await makeHousehold(test, site.id)]
    const id = recordId()
    await record({ householdIds: [a.id] }, { id, happenedOn: '2026-06-10' })
    const of = (householdId: string) => record({ ...harvest, householdIds: [householdId] })
    expect(await of(b.id)).toMatchObject({ findings: [] })
    expect(await of(a.id)).toMatchObject({ findings: [{ code: 'inside_interval' }] })
    await correct({ entryId: id, takeBack: true })
    const values = { quantity: { value: '6', unit: 'ta' } }
    expect(await record({ ...harvest, values, householdIds: [a.id] })).toMatchObject({
      findings: [],
    })
  })
})

describe('what an inspector may want to look at', () => {
  const signals = () =>
    test.db.select({ code: diarySignal.code, figures: diarySignal.figures }).from(diarySignal)

  it('is a photo of another entry, of another day or from far away', async () => {
    const { record, shelf, ctx, person } = await keeper(test)
    const { organisationId } = person
    const site = await makeSite(makeContext(ctx.db), { organisationId, lat: 10.5, lng: 105.1 })
    const photo = makePhoto({ takenAt: NOW - 10 * 86_400_000, lat: 21, lng: 105.8 })
    shelf.push(photo)
    await record({ photos: [photo.sha256] }, { happenedOn: '2026-06-01' })
    expect(await signals()).toEqual([])
    await record({ siteId: site.id, photos: [photo.sha256] })
    expect(await signals()).toEqual([
      { code: 'photo_reused', figures: { usedOn: '2026-06-01' } },
      { code: 'photo_elsewhere', figures: { km: expect.any(Number) } },
      { code: 'photo_of_another_day', figures: { takenOn: '2026-06-05' } },
    ])
  })

  it('is more land than one person treats in a day', async () => {
    const { record } = await keeper(test)
    const values = { ...SPRAY, area: { value: '3', unit: 'ha' }, method: 'knapsack' }
    await record({ values })
    expect(await signals()).toEqual([])
    await record({ values: { ...values, targetPest: 'Rầy' } })
    expect(await signals()).toEqual([
      { code: 'fast_work', figures: { areaHa: 6, hours: 10, entries: 2 } },
    ])
  })

  it('is the same words for household after household', async () => {
    const { record, site } = await keeper(test)
    for (const operator of ['Ông Ba', 'Bà Tư', 'Anh Năm']) {
      const household = await makeHousehold(test, site.id)
      await record({ householdIds: [household.id], values: { ...SPRAY, operator } })
    }
    expect(await signals()).toEqual([{ code: 'identical_entries', figures: { households: 3 } }])
  })
})
