import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { batch, product } from '../../../db/schema/index.ts'
import type { PortalHomeModel } from '../../../site/models/home.ts'
import type { DetailModel, RecordFormModel } from '../../../site/models/records.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeSite, unique } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

let db: Database

beforeAll(async () => {
  db = (await freshDatabase()).db
  await createKey({ ctx: makeContext(db), input: {} })
})

/** Goes on where the way stands, fills in the form there and sends it. */
async function answer(app: PortalApp, typed: Readonly<Record<string, string>>) {
  const { location } = await app.get('/portal/start')
  const opened = (await app.get(location ?? '')).model as RecordFormModel
  return { asked: opened, sent: await app.post(opened.action, { ...opened.form.values, ...typed }) }
}

const firstOf = async (app: PortalApp) =>
  ((await app.get('/portal')).model as PortalHomeModel).first

describe('the way to the first label', () => {
  it('asks one thing a screen, and each answer is the thing itself', async () => {
    const person = await makePerson(db, 'producer')
    const app = portalApp(db, person)
    const ctx = makeContext(db)
    const site = await makeSite(ctx, { organisationId: person.organisationId })
    const { code } = await makeCode(ctx, { siteId: site.id })
    expect(await firstOf(app)).toBe('first_label')
    const name = await answer(app, { name: `Xoài ${unique()}` })
    expect(name.asked.inputs.map((input) => input.name)).toEqual(['name'])
    const pack = await answer(app, { netContentValue: '500', netContentUnit: 'g' })
    expect(pack.asked.inputs.map((input) => input.name)).toEqual([
      'netContentValue',
      'netContentUnit',
    ])
    const much = await answer(app, { quantityValue: '20' })
    const ref = /batches\/(\w+)\/labels$/.exec(much.sent.location ?? '')?.[1] ?? ''
    const [row] = await db.select().from(batch).where(eq(batch.ref, ref))
    expect(row).toMatchObject({ packedOn: '2026-06-15', quantityValue: 20, markets: ['VNM'] })
    const { model } = await app.get(`/portal/batches/${ref}`)
    const facts = (model as DetailModel).facts.map(({ text }) => text)
    expect(facts).toContain(code)
    const labels = (await app.get('/portal/start')).location
    expect(labels).toBe(`/portal/batches/${ref}/labels`)
    const form = ((await app.get(labels ?? '')).model as RecordFormModel).form
    expect(form.values['count']).toBe('40')
    expect((await app.post(labels ?? '', form.values)).location).toContain('done=issued')
    expect((await app.get('/portal/start')).location).toBe('/portal/start/next')
    expect(await firstOf(app)).toBe(null)
  })

  it('is gone on with where it was left, and a question may wait', async () => {
    const person = await makePerson(db, 'producer')
    const app = portalApp(db, person)
    await answer(app, { name: `Cam ${unique()}` })
    const later = portalApp(db, person)
    const { sent } = await answer(later, { netContentValue: '' })
    expect(sent.location).toBe('/portal/start/batch')
    const [made] = await db
      .select()
      .from(product)
      .where(eq(product.organisationId, person.organisationId))
    expect(made?.netContentValue).toBe(null)
    const { model } = await later.get('/portal/start/batch')
    const opened = model as RecordFormModel
    const sentOn = await later.post(opened.action, { ...opened.form.values, quantityValue: '5' })
    expect(sentOn.location).toMatch(/labels$/)
  })

  it('makes one product and one batch of forms sent twice', async () => {
    const person = await makePerson(db, 'producer')
    const app = portalApp(db, person)
    const { model } = await app.get('/portal/start/product')
    const { action, form } = model as RecordFormModel
    const typed = { ...form.values, name: `Ổi ${unique()}` }
    await Promise.all([app.post(action, typed), app.post(action, typed)])
    const made = await db
      .select()
      .from(product)
      .where(eq(product.organisationId, person.organisationId))
    expect(made).toHaveLength(1)
  })
})
