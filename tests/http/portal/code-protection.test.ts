import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { inspectionPlan, inspectionVisit, siteCrop } from '../../../db/schema/index.ts'
import type { PageModel } from '../../../site/page-models.ts'
import type { VisitState } from '../../../worker/domain/monitoring/kinds.ts'
import { updateBatch } from '../../../worker/verbs/batches/update-batch.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { lookForPatterns } from '../../../worker/verbs/patterns/look-for-patterns.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeOrganisation,
  makeProduct,
  makeSite,
  NOW,
  unique,
} from '../../support/factories.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'

const AN_GIANG = { provinceCode: '91', communeCode: null }

let test: TestDatabase
let operator: VerbContext
beforeAll(async () => {
  test = await freshDatabase()
  operator = makeContext(test.db)
  await rotateKey({ ctx: operator, input: {} })
})

function shown<K extends PageModel['kind']>(model: PageModel | null, kind: K) {
  if (model?.kind !== kind) throw new Error(`shown: ${model?.kind}`)
  return model as Extract<PageModel, { kind: K }>
}

async function appOf(role: Person['role'], given: Parameters<typeof makePerson>[2] = {}) {
  return portalApp(test.db, await makePerson(test.db, role, given))
}

type App = Awaited<ReturnType<typeof appOf>>

const seal = (ref: string) => issueLabels({ ctx: operator, input: { ref, count: 1 } })

/** A growing area of two hectares of mango, its owner, and a packing house of somebody else. */
async function neighbours() {
  const owner = await makeOrganisation(operator, { name: `Chủ vườn ${unique()}` })
  const area = await makeSite(operator, {
    ...{ organisationId: owner.id, provinceCode: '91', areaHa: 2, name: `Vườn ${unique()}` },
  })
  await test.db
    .insert(siteCrop)
    .values({ siteId: area.id, crop: 'Xoài', cropFolded: 'xoai', plantedAreaHa: 2 })
  const code = await makeCode(operator, { siteId: area.id })
  const product = await makeProduct(operator)
  const { organisationId: packerId } = product
  const house = await makeCode(operator, { slot: 'packing_house', holderId: packerId })
  const batch = (kg: number) =>
    makeBatch(operator, {
      ...{ productId: product.id, growingAreas: [code.code], packingHouse: null },
      ...{ quantity: { value: kg, unit: 'kg' }, markets: ['CHN'] },
    })
  return {
    ...{ owner, area, house, batch, packerId, code: code.code },
    holder: await appOf('producer', { organisationId: owner.id }),
    packer: await appOf('packer', { organisationId: packerId }),
  }
}

const sectionOf = async (app: App, id: string) =>
  shown((await app.get('/portal/my-codes')).model, 'portal/detail').sections.find(
    (section) => section.id === id,
  )

describe('a holder in the portal', () => {
  it('lets a packing house use a code within a quantity and market, and takes it back', async () => {
    const { area, house, holder, packer, batch } = await neighbours()
    const path = `/portal/sites/${area.id}/links`
    const terms = { other: house.code, fromOn: '01/01/2026', quantityKg: '2 tấn', markets: 'CHN' }
    const wrong = await holder.post(path, { ...terms, markets: 'Trung Quốc' })
    const refused = shown(wrong.model, 'portal/sites/links')
    expect([wrong.status, Object.keys(refused.form.errors)]).toEqual([400, ['markets']])
    expect(refused.form.values['quantityKg']).toBe('2 tấn')
    expect((await holder.post(path, terms)).location).toContain('done=linked')
    await seal((await batch(1_500)).ref)
    await expect(seal((await batch(600)).ref)).rejects.toMatchObject({ code: 'standing_stop' })
    const [granted] = (await sectionOf(holder, 'granted'))?.table?.rows ?? []
    expect(granted?.[3]?.small).toBe('Đã dùng 1.500\u00a0kg, còn 500\u00a0kg')
    expect((await sectionOf(packer, 'received'))?.table?.rows[0]?.[3]?.small).toContain('còn 500')
    expect((await sectionOf(holder, 'waiting'))?.table?.rows).toHaveLength(1)

    const links = shown((await holder.get(path)).model, 'portal/sites/links').links
    expect(links[0]).toMatchObject({ lends: true, quantityKg: 2_000, markets: ['CHN'] })
    const revoke = `${path}/${links[0]?.id}/revoke`
    const blank = await holder.post(revoke, { reason: ' ' })
    expect(shown(blank.model, 'portal/record').form.errors).toHaveProperty('reason')
    expect((await packer.get(revoke)).status).toBe(404)
    expect((await holder.post(revoke, { reason: 'Hết vụ' })).location).toContain('linkRevoked')
    expect((await holder.post(revoke, { reason: 'Hết vụ' })).status).toBe(409)
    const messages = shown(
      (await packer.get('/portal/notifications')).model,
      'portal/notifications',
    )
    expect(messages.items.map(({ body }) => body.vi).join()).toContain('Hết vụ')
    await expect(seal((await batch(10)).ref)).rejects.toThrow('taken')
  })

  it('reads until when a place is checked next, and not by whom', async () => {
    const { area, holder } = await neighbours()
    const shownCheck = async () => (await sectionOf(holder, 'codes'))?.table?.rows[0]?.[3]?.text
    expect(await shownCheck()).toBe('chưa có lịch')
    await test.db.insert(inspectionPlan).values({
      ...{ id: area.id, year: 2026, provinceCode: '91', perDay: 4, createdAt: NOW, version: 1 },
    })
    const visit = (number: number, dueOn: string, state: VisitState = 'planned') => ({
      ...{ id: `${area.id}.${number}`, planId: area.id, siteId: area.id, windowId: 'w', number },
      ...{ seasonFromOn: '2026-01-01', seasonToOn: '2026-12-31', windowFrom: '2026-01-01' },
      ...{ kind: 'periodic' as const, why: { crop: null, market: null, risk: null } },
      ...{ dueOn, state, inspectorId: 'u', createdAt: NOW, version: 1 },
    })
    await test.db
      .insert(inspectionVisit)
      .values([
        visit(1, '2026-06-30', 'done'),
        visit(2, '2026-06-29', 'cancelled'),
        visit(3, '2026-10-31'),
        visit(4, '2026-08-31'),
        visit(5, '2026-05-31'),
      ])
    expect(await shownCheck()).toBe('31/08/2026')
  })

  it('reads who used a code page by page, and disputes one once', async () => {
    const { area, house, holder, packer, batch, code } = await neighbours()
    await holder.post(`/portal/sites/${area.id}/links`, {
      ...{ other: house.code, fromOn: '01/01/2026' },
    })
    const { ref } = await batch(100)
    await seal(ref)
    const listOf = async (app: App) =>
      shown((await app.get('/portal/my-codes/uses')).model, 'portal/records').rows
    expect(await listOf(packer)).toEqual([])
    const [row] = await listOf(holder)
    const href = row?.[0]?.href ?? ''
    expect(href).toBe(`/portal/my-codes/uses/${ref}/${code}/dispute`)
    expect((await packer.get(href)).status).toBe(404)
    const form = shown((await holder.get(href)).model, 'portal/record')
    const once = form.form.values['once'] ?? ''
    const empty = await holder.post(href, { once, reason: '' })
    expect([empty.status, shown(empty.model, 'portal/record').form.errors]).toMatchObject([
      ...[400, { reason: expect.any(String) }],
    ])
    const sent = { once, reason: 'Không bán cho nơi này' }
    for (const _ of [1, 2]) expect((await holder.post(href, sent)).location).toContain('disputed')
    const [after] = await listOf(holder)
    expect([after?.[0]?.href, after?.[5]?.small]).toEqual([
      ...[undefined, expect.stringContaining('Đã khiếu nại')],
    ])
    const officer = await appOf('officer', { place: AN_GIANG })
    const cases = shown((await officer.get('/portal/cases')).model, 'portal/records').rows
    const [first] = cases.filter(([, title]) => title?.text.includes(code))
    expect(first?.[2]?.text).toBe('Tranh chấp mã số')
    expect((await holder.get(first?.[0]?.href ?? '')).status).toBe(403)
  })

  it('sees codes without anything yet, each with what is missing', async () => {
    const app = await appOf('producer')
    const page = shown((await app.get('/portal/my-codes')).model, 'portal/detail')
    expect(page.sections.map(({ table }) => table?.rows.length)).toEqual([0, 0, 0, 0, 0, 0])
    expect((await app.get('/portal/my-codes/uses?cursor=x')).status).toBe(400)
  })
})

describe('an officer in the portal', () => {
  it('sees the figures of a batch past the yield, and allows it', async () => {
    const area = await neighbours()
    const { id: productId } = await makeProduct(operator, { organisationId: area.owner.id })
    const { ref } = await makeBatch(operator, {
      ...{ productId, growingAreas: [area.code], packingHouse: null },
      quantity: { value: 51, unit: 'tấn' },
    })
    await expect(seal(ref)).rejects.toThrow('50,000')
    const officer = await appOf('officer', { place: AN_GIANG })
    const list = shown((await officer.get('/portal/code-use')).model, 'portal/records').rows
    const [row] = list.filter(([first]) => first?.small === ref)
    expect(row?.[5]?.text).toBe('Vượt sản lượng')
    const href = row?.[0]?.href ?? ''
    const facts = shown((await officer.get(href)).model, 'portal/record').facts ?? []
    expect(facts.at(-1)?.text).toContain('nhiều nhất 50.000\u00a0kg (2\u00a0ha × 25 tấn/ha)')
    const { seen = '' } = shown((await officer.get(href)).model, 'portal/record').form.values
    const changes = { quantity: { value: 80, unit: 'tấn' } }
    await updateBatch({ ctx: operator, input: { ref, changes } })
    const stale = await officer.post(href, { decision: 'allow', reason: 'Vườn được mùa', seen })
    expect(stale.status).toBe(409)
    const now = shown(stale.model, 'portal/record').form.values
    expect([now['reason'], now['seen']?.includes('80')]).toEqual(['Vườn được mùa', true])
    const decided = await officer.post(href, { decision: 'allow', ...now })
    expect(decided.location).toBe('/portal/code-use?done=saved')
    await seal(ref)
  })

  it('finds a pattern explained, dismisses it with a reason, and is told of the second to decide', async () => {
    const { batch, holder, area, house } = await neighbours()
    await holder.post(`/portal/sites/${area.id}/links`, {
      ...{ other: house.code, fromOn: '01/01/2026' },
    })
    await seal((await batch(48_000)).ref)
    await lookForPatterns(makeContext(test.db))
    const officer = await appOf('officer', { place: AN_GIANG })
    const listOf = async (app: App, query = '') =>
      shown((await app.get(`/portal/patterns${query}`)).model, 'portal/records').rows
    const [row] = (await listOf(officer)).filter(([, , figures]) => figures?.text.includes('96%'))
    const href = row?.[0]?.href ?? ''
    const page = shown((await officer.get(href)).model, 'portal/detail')
    expect(page.sections.map(({ id }) => id)).toEqual(['why', 'limits'])
    expect(page.primary?.href).toBe(`${href}/case`)
    const elsewhere = await appOf('officer', { place: { provinceCode: '15', communeCode: null } })
    expect((await elsewhere.get(href)).status).toBe(404)
    expect((await holder.get(href)).status).toBe(403)

    const form = shown((await officer.get(`${href}/dismiss`)).model, 'portal/record')
    const { expected = '' } = form.form.values
    const blank = await officer.post(`${href}/dismiss`, { expected, reason: '' })
    expect(shown(blank.model, 'portal/record').form.errors).toHaveProperty('reason')
    const other = await officer.post(`${href}/case`, { expected, summary: 'Xem lại' })
    expect(other.location).toContain('/portal/cases/')
    const second = await officer.post(`${href}/dismiss`, { expected, reason: 'Được mùa' })
    expect(second.status).toBe(409)
    expect((await listOf(officer, '?state=case')).map(([first]) => first?.href)).toContain(href)
    const cases = await test.db.all<{ n: number }>(
      sql`SELECT count(*) AS n FROM case_file WHERE summary LIKE '%96%'`,
    )
    expect(cases).toEqual([{ n: 1 }])
  })
})
