import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { batch, batchHarvest, batchPurchase } from '../../../db/schema/index.ts'
import type { DetailModel, RecordFormModel } from '../../../site/models/records.ts'
import { correctDiaryEntry } from '../../../worker/verbs/diary/correct-diary-entry.ts'
import { makeDiaryEvent, makeProduct, makeSite, unique } from '../../support/factories.ts'
import { producerDesk } from '../../support/producer-desk.ts'

const { db, ctx, person, app } = await producerDesk()

async function open(path: string): Promise<RecordFormModel> {
  const { model, status } = await app.get(path)
  expect(status).toBe(200)
  return model as RecordFormModel
}

async function send(path: string, typed: Readonly<Record<string, string>>) {
  const { form, action } = await open(path)
  return app.post(action, { ...form.values, ...typed })
}

async function harvest(kg: number, occurredOn = '2026-06-05') {
  const { id: siteId } = await makeSite(ctx, { organisationId: person.organisationId })
  return makeDiaryEvent(ctx, {
    ...{ siteId, kind: 'harvest', occurredOn },
    details: { quantity: kg, unit: 'kg' },
  })
}

const pathOf = (location: string | null) => (location ?? '').split('?')[0] ?? ''

async function declare(typed: Readonly<Record<string, string>>, product = {}) {
  const { id } = await makeProduct(ctx, { organisationId: person.organisationId, ...product })
  const lot = `L${unique()}`
  const sent = await send(`/portal/batches/new?product=${id}`, {
    ...{ lot, quantityValue: '100', packedOn: '2026-06-10', ...typed },
  })
  return { ...sent, path: pathOf(sent.location) }
}

const rowOf = async (path: string) => {
  const [row] = await db
    .select()
    .from(batch)
    .where(eq(batch.ref, path.split('/').at(-1) ?? ''))
  if (row === undefined) throw new Error(`no batch ${path}`)
  return row
}

const detail = async (path: string) => (await app.get(path)).model as DetailModel

const BOUGHT = {
  'bought.1.seller': 'Chị Ba',
  'bought.1.quantityKg': '40,5',
  'bought.1.boughtOn': '2026-06-08',
}

describe('the form of a batch', () => {
  it('offers harvests with what is left of each, and asks for goods bought in line by line', async () => {
    const { id } = await harvest(60)
    const { path, location } = await declare({ [`harvest.${id}`]: '59,5', ...BOUGHT })
    expect(location).toMatch(/done=created$/)
    const row = await rowOf(path)
    expect(row.harvestedOn).toEqual(['2026-06-05'])
    expect(
      await db.select().from(batchHarvest).where(eq(batchHarvest.batchId, row.id)),
    ).toMatchObject([{ diaryEventId: id, quantityKg: 59.5 }])
    expect(
      await db.select().from(batchPurchase).where(eq(batchPurchase.batchId, row.id)),
    ).toMatchObject([{ seller: 'Chị Ba', quantityKg: 40.5, boughtOn: '2026-06-08', paperNo: null }])
    const { inputs } = await open('/portal/batches/new')
    expect(inputs.find(({ name }) => name === `harvest.${id}`)?.label).toContain('0,5 kg')
  })

  it('shows again what was declared, and days of harvest go with their harvest', async () => {
    const { id } = await harvest(100, '2026-06-04')
    const { path } = await declare({
      [`harvest.${id}`]: '100',
      harvestedOn: '01/06/2026',
      ...BOUGHT,
    })
    const { form } = await open(`${path}/edit`)
    expect(form.values).toMatchObject({
      ...{ [`harvest.${id}`]: '100', 'bought.0.seller': 'Chị Ba', 'bought.0.quantityKg': '40,5' },
    })
    expect(form.values['harvestedOn']).not.toContain('04')
    await app.post(`${path}/edit`, { ...form.values, [`harvest.${id}`]: '', quantityValue: '40' })
    expect((await rowOf(path)).harvestedOn).toEqual(['2026-06-01'])
  })

  it('says on the line itself what is wrong with it, and keeps what was typed', async () => {
    const late = await harvest(100, '2026-06-12')
    const wrong = { ...BOUGHT, 'bought.1.boughtOn': '2026-06-11', [`harvest.${late.id}`]: '5' }
    const { status, model } = await declare(wrong)
    const { form } = model as RecordFormModel
    expect([status, Object.keys(form.errors).sort()]).toEqual([
      400,
      ['bought.1.boughtOn', `harvest.${late.id}`],
    ])
    expect(form.values).toMatchObject(wrong)
    const half = await declare({ 'bought.0.seller': 'Chị Ba' })
    expect(Object.keys((half.model as RecordFormModel).form.errors).sort()).toEqual([
      ...['bought.0.boughtOn', 'bought.0.quantityKg'],
    ])
  })

  it('asks about more than usually comes out, and goes through once it is meant', async () => {
    const { id } = await harvest(100)
    const typed = { [`harvest.${id}`]: '100', quantityValue: '25' }
    const asked = await declare(typed, { inputPerOutput: '5' })
    const { form, action } = asked.model as RecordFormModel
    expect(form.questions?.map(({ code }) => code)).toEqual(['yield_high'])
    const meant = await app.post(action, { ...form.values, confirm: 'yield_high' })
    expect(meant.location).toMatch(/done=created$/)
    const { sections } = await detail(pathOf(meant.location))
    const balance = sections.find((section) => section.id === 'balance')
    expect(balance?.facts?.map(({ text }) => text)).toEqual([
      '100\u00a0kg',
      '25\u00a0kg',
      '75\u00a0kg (75%)',
    ])
  })
})

describe('the page of a batch', () => {
  it('shows harvests and goods bought in with what is left, and tells when the diary changed', async () => {
    const { id } = await harvest(100)
    const { path } = await declare({ [`harvest.${id}`]: '60', ...BOUGHT })
    const before = await detail(path)
    const rowsOf = ({ sections }: DetailModel, id: string) =>
      sections
        .find((section) => section.id === id)
        ?.table?.rows.map((cells) => cells.map(({ text }) => text))
    expect(rowsOf(before, 'harvests')?.[0]?.slice(2)).toEqual(['60', '40'])
    expect(rowsOf(before, 'purchases')).toEqual([['Chị Ba', '40,5', '08/06/2026', '']])
    expect(before.notes).toEqual([])
    await correctDiaryEntry({
      ctx,
      input: { id, quantity: { value: 50, unit: 'kg' }, reason: 'Cân lại' },
    })
    const after = await detail(path)
    expect(after.notes?.map(({ kind }) => kind)).toEqual(['warning'])
    expect(after.notes?.[0]?.text).toContain('90,5\u00a0kg')
  })

  it('says what is left after other batches and buyers', async () => {
    const { path } = await declare({})
    await send(`${path}/sales/new`, { buyer: 'Chợ', quantityKg: '30', soldOn: '2026-06-11' })
    await declare({ [`source.${path.split('/').at(-1)}`]: '20', quantityValue: '20' })
    const { facts } = await detail(path)
    expect(facts.find(({ label }) => label === 'Còn lại')?.text).toBe('50\u00a0kg')
  })
})
