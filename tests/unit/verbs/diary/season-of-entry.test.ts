import { beforeEach, describe, expect, it } from 'vitest'
import { protectionProduct, season, siteCrop, substanceRule } from '../../../../db/schema/index.ts'
import { Problem } from '../../../../worker/verbs/errors.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import { makeSite, unique } from '../../../support/factories.ts'
import { keeper, makeHousehold, recordId, SPRAY } from './diary-support.ts'

let test: TestDatabase
let diary: Awaited<ReturnType<typeof keeper>>
beforeEach(async () => {
  test = await freshDatabase()
  diary = await keeper(test)
})

async function makeSeason(given: Partial<typeof season.$inferInsert> = {}): Promise<string> {
  const id = `season-${unique()}`
  const { site } = diary
  await test.db.insert(season).values({
    ...{ id, siteId: site.id, organisationId: site.organisationId, crop: 'Xoài' },
    ...{ cropFolded: 'xoai', startsOn: '2026-01-01', expectedFromOn: '2026-06-01' },
    ...{ expectedToOn: '2026-07-01', markets: ['CHN'], createdAt: 0, ...given },
  })
  return id
}

const seasonIds = async () => (await diary.rows()).map(({ seasonId }) => seasonId)

async function questionsOf(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await work.catch((thrown: unknown) => thrown)
  if (!(error instanceof Problem)) throw new Error(`not refused: ${String(error)}`)
  return [...error.questions, ...error.errors].map((each) =>
    'code' in each ? String(each.code) : each.path,
  )
}

describe('the season of an entry', () => {
  it('is that of its day and place where nobody names one, and none where there is none', async () => {
    await diary.record({}, { happenedOn: '2026-06-13' })
    const id = await makeSeason()
    await diary.record({}, { happenedOn: '2026-06-14' })
    expect(await seasonIds()).toEqual([null, id])
  })

  it('is the one that was named, where it holds the day', async () => {
    await makeSeason()
    const guava = await makeSeason({ crop: 'Ổi', cropFolded: 'oi' })
    await diary.record({})
    await diary.record({ seasonId: guava }, { happenedOn: '2026-06-13' })
    expect((await seasonIds()).toSorted()).toEqual([guava, null].toSorted())
  })

  it('of another place is refused; outside its days it is asked about and loses nothing', async () => {
    const elsewhere = await makeSite(diary.ctx, { organisationId: diary.site.organisationId })
    const foreign = await makeSeason({ siteId: elsewhere.id })
    expect(await questionsOf(diary.record({ seasonId: foreign }))).toEqual(['seasonId'])
    expect(await questionsOf(diary.record({ seasonId: 'nothing' }))).toEqual(['seasonId'])
    const old = await makeSeason({ startsOn: '2025-01-01', endedOn: '2025-12-01' })
    const now = await makeSeason()
    expect(await questionsOf(diary.record({ seasonId: old }))).toEqual(['outside_season'])
    await diary.record({ seasonId: old, confirm: ['outside_season'] })
    expect(await seasonIds()).toEqual([now])
  })

  it('never holds a harvest before its first day', async () => {
    const id = await makeSeason({ startsOn: '2026-06-10' })
    const harvest = {
      ...{ kind: 'harvest', seasonId: id },
      values: { quantity: { value: '100', unit: 'kg' } },
    }
    const early = diary.record(harvest, { happenedOn: '2026-06-09' })
    expect(await questionsOf(early)).toEqual(['happenedOn'])
    expect(await diary.record(harvest, { happenedOn: '2026-06-10' })).toMatchObject({
      status: 'stored',
    })
  })

  it('of a household is that of its work alone, and work for several belongs to none of them', async () => {
    const { site } = diary
    const [a, b] = [await makeHousehold(test, site.id), await makeHousehold(test, site.id)]
    const own = await makeSeason({ householdId: a.id, householdName: a.name })
    await makeSeason({ householdId: b.id, householdName: b.name })
    const on = (day: string) => ({ happenedOn: `2026-06-${day}` })
    await diary.record({ householdIds: [a.id] }, on('12'))
    await diary.record({ householdIds: [a.id, b.id] }, on('13'))
    const rows = await diary.rows()
    const found = new Map(rows.map(({ occurredOn, seasonId }) => [occurredOn, seasonId]))
    expect([found.get('2026-06-12'), found.get('2026-06-13')]).toEqual([own, null])
  })

  it('follows a correction of the day without asking', async () => {
    const [old, now] = [
      await makeSeason({ startsOn: '2026-05-01', endedOn: '2026-06-12' }),
      await makeSeason({ startsOn: '2026-06-13' }),
    ]
    const entryId = recordId()
    await diary.record({ seasonId: now }, { id: entryId })
    await diary.correct({ entryId, occurredOn: '2026-06-12', values: SPRAY })
    expect(await seasonIds()).toEqual([now, old])
  })
})

describe('the product of an entry', () => {
  async function list(given: Partial<typeof protectionProduct.$inferInsert> = {}) {
    const use = { crop: 'xoài', pest: null, intervalDays: 14, doseLeast: 10, doseMost: 25 }
    await test.db.insert(protectionProduct).values({
      ...{ id: `p${unique()}`, tradeName: 'Anvil 5SC', nameFolded: 'anvil 5sc' },
      ...{ activeIngredient: 'Hexaconazole 5%', ingredientFolded: 'hexaconazole 5%' },
      ...{ uses: [{ ...use, doseUnit: 'ml/binh16' }], permittedFromOn: '2026-01-01' },
      ...{ legalBasis: 'TT 75/2025', createdAt: 0, ...given },
    })
  }
  const findings = async () =>
    (await diary.rows()).flatMap((row) => (row.findings ?? []).map(({ code }) => code))

  it('is not judged while there is no list, and is recorded whatever the list says', async () => {
    await diary.record({}, { happenedOn: '2026-06-12' })
    expect(await findings()).toEqual([])
    await list({ tradeName: 'Khác', nameFolded: 'khac' })
    await diary.record({}, { happenedOn: '2026-06-13' })
    expect(await findings()).toEqual(['not_listed'])
    expect(await diary.rows()).toHaveLength(2)
  })

  it('is held against the crop of the season and the markets it is for', async () => {
    await list()
    await test.db.insert(substanceRule).values({
      ...{ id: 'r', substance: 'Hexaconazole', substanceFolded: 'hexaconazole', market: 'EU' },
      ...{ effect: 'banned', fromOn: '2026-01-01', legalBasis: 'x', createdAt: 0 },
    })
    await makeSeason({ markets: ['NLD'] })
    await diary.record({})
    const [row] = await diary.rows()
    expect(row?.findings).toEqual([
      {
        code: 'banned_in_market',
        isConfirmed: false,
        text: expect.objectContaining({ vi: expect.stringContaining('Hexaconazole') }),
      },
    ])
  })

  it('is held against the only crop of the place where no season tells', async () => {
    await list()
    const { id: siteId } = diary.site
    await test.db.insert(siteCrop).values({ siteId, crop: 'Chè', cropFolded: 'che' })
    await diary.record({})
    expect(await findings()).toEqual(['crop_not_registered'])
  })

  it('ten times its label is asked about before it is recorded', async () => {
    await list()
    await makeSeason()
    const values = {
      ...{ product: 'Anvil 5SC', targetPest: 'thán thư', intervalDays: 14 },
      dose: { value: '250', unit: 'ml/binh16' },
    }
    expect(await questionsOf(diary.record({ values }))).toEqual(['dose_beyond_label'])
    await diary.record({ values, confirm: ['dose_beyond_label'] })
    expect(await findings()).toContain('dose_beyond_label')
  })
})
