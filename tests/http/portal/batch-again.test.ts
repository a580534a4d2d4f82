import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { batch, labelRun } from '../../../db/schema/index.ts'
import type { PortalHomeModel } from '../../../site/models/home.ts'
import type { DetailModel, RecordFormModel } from '../../../site/models/records.ts'
import { createBatch } from '../../../worker/verbs/batches/create-batch.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeProduct, makeSite, unique } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

let db: Database

beforeAll(async () => {
  db = (await freshDatabase()).db
  await createKey({ ctx: makeContext(db), input: {} })
})

type Typed = Readonly<Record<string, string>>

async function fillIn(app: PortalApp, path: string, typed: Typed) {
  const { form, action } = (await app.get(path)).model as RecordFormModel
  return app.post(action, { ...form.values, ...typed })
}

const refIn = (location: string | null) =>
  /batches\/(\w+)/.exec(location ?? '')?.[1] ?? `no batch in ${location}`

/** A batch of yesterday under a code of its producer, with 40 labels of a whole batch or numbered ones. */
async function yesterday(labels: Typed = {}) {
  const person = await makePerson(db, 'producer')
  const app = portalApp(db, person)
  const ctx = makeContext(db)
  const site = await makeSite(ctx, { organisationId: person.organisationId })
  const { code } = await makeCode(ctx, { siteId: site.id })
  const name = `Xoài ${unique()}`
  const pack = { netContentValue: '500', netContentUnit: 'g', shelfLifeDays: '10' }
  await fillIn(app, '/portal/products/new', { name, ...pack })
  const typed = { quantityValue: '20', packedOn: '2026-06-14', growingAreas: code, lot: 'HQ-1' }
  const ref = refIn((await fillIn(app, '/portal/batches/new', typed)).location)
  await fillIn(app, `/portal/batches/${ref}/labels`, labels)
  return { app, person, code, ref }
}

const again = (ref: string) => `/portal/batches/${ref}/again`

async function batchesOf(organisationId: string) {
  return db.select().from(batch).where(eq(batch.organisationId, organisationId))
}

describe('a batch like yesterday’s', () => {
  it('is offered on the first screen and on its page, and made and printed without typing anything', async () => {
    const { app, person, code, ref } = await yesterday()
    const { desk } = (await app.get('/portal')).model as PortalHomeModel
    expect(desk?.again).toMatchObject({ href: again(ref), lot: 'HQ-1' })
    const page = (await app.get(`/portal/batches/${ref}`)).model as DetailModel
    expect(page.primary?.href).toBe(again(ref))

    const sent = await fillIn(app, again(ref), {})
    expect(sent.location).toMatch(/^\/portal\/labels\/[^?]+\?done=issued&stock=a4-24$/)
    const made = (await batchesOf(person.organisationId)).find((row) => row.ref !== ref)
    expect(made).toMatchObject({
      lot: '260615',
      packedOn: '2026-06-15',
      expiresOn: '2026-06-25',
      quantityValue: 20,
    })
    expect(made?.sealedAt).not.toBe(null)
    const shown = (await app.get(`/portal/batches/${made?.ref}`)).model as DetailModel
    expect(shown.facts.map(({ text }) => text)).toContain(code)
    const runs = await db
      .select()
      .from(labelRun)
      .where(eq(labelRun.batchId, made?.id ?? ''))
    expect(runs).toMatchObject([{ fromSerial: 1, toSerial: 40, profile: 'full' }])
  })

  it('has the labels that the first print had: their kind, number and contents', async () => {
    const { app, ref } = await yesterday({ kind: 'batch', count: '7', profile: 'compact' })
    const { form } = (await app.get(again(ref))).model as RecordFormModel
    expect(form.values).toMatchObject({ kind: 'batch', count: '7', profile: 'compact' })
  })

  it('is printed on the stock that was printed last', async () => {
    const { app, ref } = await yesterday()
    const formOf = async () => ((await app.get(again(ref))).model as RecordFormModel).form.values
    expect((await formOf())['stock']).toBe('a4-24')
    const page = (await app.get(`/portal/batches/${ref}`)).model as DetailModel
    const runs = page.sections.flatMap(({ table }) => table?.rows ?? []).flat()
    const run = runs.find(({ href }) => href?.startsWith('/portal/labels/'))?.href
    await app.get(`${run}/file?format=zpl&stock=roll-50x30`)
    await app.get(`${run}/file?format=csv`)
    expect((await formOf())['stock']).toBe('roll-50x30')
  })

  it('is not like one that is being recalled', async () => {
    const { app, ref } = await yesterday()
    const path = `/portal/recalls/new?by=batch&what=${ref}`
    const found = await fillIn(app, path, {})
    await fillIn(app, found.location ?? '', { reasonVi: 'Dư lượng' })
    expect(((await app.get('/portal')).model as PortalHomeModel).desk?.again).toBe(null)
    const page = (await app.get(`/portal/batches/${ref}`)).model as DetailModel
    expect(page.primary).toBe(undefined)
  })

  it.each([
    ['tấn', 't'],
    ['tonne', 't'],
    ['sọt lớn', 'sọt lớn'],
  ])('is counted in the unit that a list or program wrote: %s', async (written, shown) => {
    const person = await makePerson(db, 'producer')
    const { organisationId } = person
    const { id: productId } = await makeProduct(makeContext(db), { organisationId })
    const input = {
      productId,
      lot: 'X1',
      quantity: { value: 11.8, unit: written },
      markets: ['VNM'],
    }
    const { ref } = await createBatch({ ctx: makeContext(db), input })
    const app = portalApp(db, person)
    for (const path of [again(ref), `/portal/batches/${ref}/edit`]) {
      const { form } = (await app.get(path)).model as RecordFormModel
      expect(form.values).toMatchObject({ quantityValue: '11,8', quantityUnit: shown })
    }
  })

  it('is made once, however often its form is sent', async () => {
    const { app, person, ref } = await yesterday()
    const { form, action } = (await app.get(again(ref))).model as RecordFormModel
    const first = await app.post(action, form.values)
    expect((await app.post(action, form.values)).location).toBe(first.location)
    expect(await batchesOf(person.organisationId)).toHaveLength(2)
  })

  it('asks before it makes anything where there are far more labels than packs', async () => {
    const { app, person, ref } = await yesterday()
    const sent = await fillIn(app, again(ref), { count: '4000' })
    const { form } = sent.model as RecordFormModel
    expect(form.questions?.map(({ code }) => code)).toEqual(['many_labels'])
    expect(await batchesOf(person.organisationId)).toHaveLength(1)
    const meant = await app.post(again(ref), { ...form.values, confirm: 'many_labels' })
    expect(meant.location).toContain('done=issued')
  })

  it('leads to the labels of the new batch, as they were asked for, where they are refused', async () => {
    const { app, person, ref } = await yesterday()
    const sent = await fillIn(app, again(ref), { profile: 'gs1' })
    const made = (await batchesOf(person.organisationId)).find((row) => row.ref !== ref)
    expect(sent.location).toContain(`/portal/batches/${made?.ref}/labels?`)
    const { form } = (await app.get(sent.location ?? '')).model as RecordFormModel
    expect(form.values).toMatchObject({ profile: 'gs1', count: '40' })
  })

  it('is nobody else’s to make', async () => {
    const { ref } = await yesterday()
    const stranger = portalApp(db, await makePerson(db, 'producer'))
    expect((await stranger.get(again(ref))).status).toBe(404)
    const officer = portalApp(db, await makePerson(db, 'officer'))
    expect((await officer.get(again(ref))).status).toBe(403)
  })
})

describe('the page of a run just printed', () => {
  it('fetches the file of the chosen stock, and offers it first', async () => {
    const { app, ref } = await yesterday()
    const { location } = await fillIn(app, again(ref), { stock: 'a4-65' })
    const { model, response } = await app.get(location ?? '')
    const file = (model as DetailModel).primary?.href
    expect(file).toMatch(/\/file\?format=pdf&stock=a4-65$/)
    expect(response.headers.get('refresh')).toBe(`1;url=${file}`)
    const later = await app.get((location ?? '').replace('done=issued&', ''))
    expect(later.response.headers.get('refresh')).toBe(null)
  })
})
