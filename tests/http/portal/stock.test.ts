import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { stockSource } from '../../../db/queries/diary-stock.ts'
import type { DetailModel } from '../../../site/models/records.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'
import { keeper, recordId, SPRAY } from '../../unit/verbs/diary/diary-support.ts'

const PATH = '/portal/diary/stock'
const HERE: Place = { provinceCode: '91', communeCode: null }

let test: TestDatabase
let diary: Awaited<ReturnType<typeof keeper>>
let producer: PortalApp

beforeAll(async () => {
  test = await freshDatabase()
  diary = await keeper(test)
  producer = portalApp(test.db, diary.person)
})

const purchase = (product: string, value: string, more: object = {}) => ({
  kind: 'input_purchase',
  values: {
    ...{ category: 'protection', product, quantity: { value, unit: 'ml' } },
    ...{ supplier: 'Đại lý Minh Họa', lot: 'L-01', expiresOn: '2027-01-01', ...more },
  },
})
const spray = (product: string, value: string) => ({
  values: { ...SPRAY, product, quantity: { value, unit: 'ml' } },
})

async function shown(path = PATH, app = producer) {
  const model = (await app.get(path)).model as DetailModel
  const rows = (id: string) => model.sections.find((each) => each.id === id)?.table?.rows ?? []
  return { model, stock: rows('stock'), questions: rows('questions') }
}

describe('the stock of inputs', () => {
  it('falls with use, follows a correction, and names lots with their last days', async () => {
    await diary.record(purchase('Anvil 5SC', '500'), { happenedOn: '2026-06-01' })
    const used = recordId()
    await diary.record(spray('anvil 5sc', '200'), { happenedOn: '2026-06-02', id: used })
    const before = await shown()
    expect(before.stock.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['anvil 5sc', '0,5 lít', '0,2 lít', '0,3 lít', 'L-01, hạn 01/01/2027'].map((text) =>
        text.replace(/(\d) l/, '$1\u00a0l'),
      ),
    ])
    expect(before.questions).toEqual([])
    const { values } = spray('Anvil 5SC', '600')
    await diary.correct({ entryId: used, values })
    const after = await shown()
    expect(after.stock[0]?.[3]?.text).toBe('-0,1\u00a0lít')
    expect(after.questions.map((cells) => cells[2]?.text)).toEqual([
      'Đã dùng nhiều hơn số đã ghi mua',
    ])
  })

  it('asks about what was applied that was never bought, also those who inspect the place', async () => {
    const { site } = diary
    await test.db.run(sql`UPDATE site SET province_code = '91' WHERE id = ${site.id}`)
    await diary.record(spray('Không rõ nguồn', '10'), { happenedOn: '2026-06-03' })
    const inspector = portalApp(test.db, await makePerson(test.db, 'inspector', { place: HERE }))
    const { questions } = await shown(`${PATH}?site=${site.id}`, inspector)
    expect(questions.map((cells) => [cells[1]?.text, cells[2]?.text])).toContainEqual([
      'Không rõ nguồn',
      'Đã dùng nhưng chưa thấy ghi mua trước đó',
    ])
    const stranger = portalApp(test.db, await makePerson(test.db, 'producer'))
    expect((await stranger.get(`${PATH}?site=${site.id}`)).status).toBe(404)
    const { organisationId } = diary.person
    expect((await stranger.get(`${PATH}?organisation=${organisationId}`)).status).toBe(404)
  })

  it('is asked about on the entry itself, where purchases are recorded at all', async () => {
    const other = await keeper(test)
    const findingsIn = async () =>
      (await other.rows()).flatMap(({ findings }) => (findings ?? []).map(({ code }) => code))
    await other.record(spray('Thuốc A', '10'), { happenedOn: '2026-06-01' })
    expect(await findingsIn()).toEqual([])
    await other.record(purchase('Thuốc B', '500'), { happenedOn: '2026-06-02' })
    await other.record(spray('THUOC B', '10'), { happenedOn: '2026-06-03' })
    expect(await findingsIn()).toEqual([])
    await other.record(spray('Thuốc A', '10'), { happenedOn: '2026-06-04' })
    await other.record(spray('Thuốc B', '10'), { happenedOn: '2026-06-01' })
    expect(await findingsIn()).toEqual(['never_bought', 'never_bought'])
  })

  it('is read along an index', async () => {
    const asked = { of: { organisationId: 'o' }, kinds: ['feed'], since: '2026-01-01' }
    const plan = await test.db.all<{ detail: string }>(
      sql`EXPLAIN QUERY PLAN SELECT 1 FROM ${stockSource(asked)}`,
    )
    const steps = plan.map(({ detail }) => detail)
    expect(steps.filter((step) => /^SCAN (?!json_each)/.test(step))).toEqual([])
    expect(steps.join('\n')).toMatch(/SEARCH diary_event USING INDEX diary_event_by_kind/)
  })
})
