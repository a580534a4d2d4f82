import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { insertScans } from '../../../db/queries/scans.ts'
import { batch, labelRun, organisation, product } from '../../../db/schema/index.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { ScanPageModel } from '../../../site/page-models.ts'
import { makeCode, makeSite, NOW, unique } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'
import { producerDesk } from '../../support/producer-desk.ts'

const desk = await producerDesk()
const { db, ctx, person } = desk
let { app } = desk

const PACK = { netContentValue: '250', netContentUnit: 'g', shelfLifeDays: '30' }

async function form(path: string): Promise<RecordFormModel> {
  const { model, status } = await app.get(path)
  expect(status).toBe(200)
  return model as RecordFormModel
}

/** Sends a form as it was opened, with some of it filled in. */
async function send(path: string, typed: Readonly<Record<string, string>>) {
  const { form: opened, action } = await form(path)
  return app.post(action, { ...opened.values, ...typed })
}

const idIn = (location: string | null) =>
  decodeURIComponent(/\/portal\/\w+\/([^?/]+)/.exec(location ?? '')?.[1] ?? '')

async function newProduct(typed: Readonly<Record<string, string>> = {}) {
  const name = `Xoài sấy ${unique()}`
  const { location } = await send('/portal/products/new', { name, ...PACK, ...typed })
  return { id: idIn(location), name }
}

async function newBatch(typed: Readonly<Record<string, string>> = {}) {
  const { id } = await newProduct()
  const path = `/portal/batches/new?product=${id}`
  const sent = await send(path, { quantityValue: '100', lot: `L${unique()}`, ...typed })
  return { productId: id, ref: idIn(sent.location), sent }
}

const read = async (ref: string) => {
  const [row] = await db.select().from(batch).where(eq(batch.ref, ref))
  if (row === undefined) throw new Error(`no batch ${ref}`)
  return row
}

describe('a product', () => {
  it('is added to one’s own organisation, which nobody is asked for', async () => {
    const { inputs, hidden } = await form('/portal/products/new')
    expect(inputs.map(({ name }) => name)).not.toContain('organisationId')
    expect(hidden).toEqual(['organisationId'])
    const { id } = await newProduct()
    const [row] = await db.select().from(product).where(eq(product.id, id))
    expect(row).toMatchObject({
      organisationId: person.organisationId,
      ...{ netContentValue: 250, netContentUnit: 'g', shelfLifeDays: 30 },
    })
  })

  it('needs both halves of its net content', async () => {
    const typed = { name: `Xoài ${unique()}`, netContentValue: '250' }
    const { status, model } = await send('/portal/products/new', typed)
    const refused = (model as RecordFormModel).form
    expect([status, Object.keys(refused.errors)]).toEqual([400, ['netContentValue']])
    expect(refused.values).toMatchObject(typed)
  })

  it('may be made like another, but for the bar code', async () => {
    const { id, name } = await newProduct({ gtin: '', brand: 'Chợ Mới', storyVi: 'Chuyện' })
    const { form: like } = await form(`/portal/products/new?from=${id}`)
    expect(like.values).toMatchObject({ name, brand: 'Chợ Mới', storyVi: 'Chuyện', gtin: '' })
  })

  it('is made once however often its form is sent', async () => {
    const { form: opened, action } = await form('/portal/products/new')
    const typed = { ...opened.values, name: `Xoài ${unique()}` }
    const both = await Promise.all([app.post(action, typed), app.post(action, typed)])
    const again = await app.post(action, typed)
    expect(new Set([...both, again].map(({ location }) => location)).size).toBe(1)
    expect(again.status).toBe(303)
  })

  it('says that it was saved where the same form comes back with other words, then saves it', async () => {
    const { form: opened, action } = await form('/portal/products/new')
    await app.post(action, { ...opened.values, name: `Xoài ${unique()}` })
    const other = await app.post(action, { ...opened.values, name: `Cam ${unique()}` })
    expect(other.status).toBe(409)
    const { values } = (other.model as RecordFormModel).form
    expect((await app.post(action, values)).status).toBe(303)
  })

  it('that is put away leaves the list and the form of batches, and comes back', async () => {
    const { id, name } = await newProduct()
    const listed = async (query: string) => {
      const { model } = await app.get(`/portal/products?q=${encodeURIComponent(name)}${query}`)
      return (model as RecordListModel).rows.length
    }
    expect([await listed(''), await listed('&archived=1')]).toEqual([1, 0])
    await app.post(`/portal/products/${id}/archive`, {})
    await app.post(`/portal/products/${id}/archive`, {})
    expect([await listed(''), await listed('&archived=1')]).toEqual([0, 1])
    const { inputs } = await form('/portal/batches/new')
    const offered = inputs.find((input) => input.name === 'productId')?.choices ?? []
    expect(offered.map(({ value }) => value)).not.toContain(id)
    const refused = await app.post('/portal/batches/new', {
      ...{ productId: id, lot: '1', quantityValue: '1', quantityUnit: 'kg', markets: 'VNM' },
    })
    expect(Object.keys((refused.model as RecordFormModel).form.errors)).toEqual(['productId'])
    await app.post(`/portal/products/${id}/restore`, {})
    expect(await listed('')).toBe(1)
  })
})

describe('a batch', () => {
  it('expires by the shelf life of its product unless a day is given', async () => {
    const { ref } = await newBatch({ packedOn: '2026-06-10' })
    expect((await read(ref)).expiresOn).toBe('2026-07-10')
    const given = await newBatch({ packedOn: '2026-06-10', expiresOn: '2026-06-20' })
    expect((await read(given.ref)).expiresOn).toBe('2026-06-20')
  })

  it('is offered a lot number of the day that is free', async () => {
    const lotNow = async () => (await form('/portal/batches/new')).form.values['lot'] ?? ''
    const first = await lotNow()
    expect(first).toMatch(/^260615(-\d+)?$/)
    await newBatch({ lot: first })
    expect(await lotNow()).not.toBe(first)
  })

  it('is packed under codes that are offered and others that are typed', async () => {
    const site = await makeSite(ctx, { organisationId: person.organisationId })
    const own = await makeCode(ctx, { siteId: site.id })
    const foreign = await makeCode(ctx)
    const { inputs } = await form('/portal/batches/new')
    const offered = inputs.find(({ name }) => name === 'growingAreas')?.choices ?? []
    expect(offered.map(({ value }) => value)).toContain(own.code)
    expect(offered.map(({ value }) => value)).not.toContain(foreign.code)
    const { ref } = await newBatch({ growingAreas: own.code, otherCodes: foreign.code })
    const edited = await form(`/portal/batches/${ref}/edit`)
    expect(edited.form.values).toMatchObject({
      ...{ growingAreas: own.code, otherCodes: foreign.code },
    })
  })

  it('shows the days of harvest as they are written here', async () => {
    const { ref } = await newBatch({ harvestedOn: '2/6/2026\n2026-06-03' })
    const edited = await form(`/portal/batches/${ref}/edit`)
    expect(edited.form.values['harvestedOn']).toBe('02/06/2026\n03/06/2026')
    const again = await send(`/portal/batches/${ref}/edit`, {})
    expect([again.status, (await read(ref)).harvestedOn]).toEqual([
      ...[303, ['2026-06-02', '2026-06-03']],
    ])
  })

  it('that is annulled opens no form to change it', async () => {
    const { ref } = await newBatch()
    await send(`/portal/batches/${ref}/annul`, { reason: 'ghi nhầm' })
    expect((await app.get(`/portal/batches/${ref}/edit`)).status).toBe(409)
  })

  it('takes from others what is left of them, and keeps it when it is edited', async () => {
    const source = await newBatch()
    const name = `source.${source.ref}`
    const { ref } = await newBatch({ quantityValue: '40', [name]: '60' })
    const labels = async (path: string) =>
      (await form(path)).inputs.find((input) => input.name === name)?.label
    expect(await labels('/portal/batches/new')).toContain('còn 40 kg')
    expect(await labels(`/portal/batches/${ref}/edit`)).toContain('còn 100 kg')
    const same = await send(`/portal/batches/${ref}/edit`, { quantityValue: '50' })
    expect(same.status).toBe(303)
    const { model } = await app.get(`/portal/batches/${source.ref}`)
    const { facts, sections } = model as DetailModel
    expect(facts.find(({ label }) => label === 'Còn lại')?.text).toMatch(/^40\skg$/)
    expect(sections.find(({ id }) => id === 'became')?.table?.rows).toHaveLength(1)
    const much = await newBatch({ quantityValue: '40', [name]: '45' })
    expect(much.sent.status).toBe(409)
  })

  it('is shown as a shopper will see it before anything is settled', async () => {
    const { ref } = await newBatch({ lot: 'XEM-TRUOC-1' })
    const { status, model, response } = await app.get(`/portal/batches/${ref}/preview?page=zh`)
    expect([status, response.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    const shown = model as ScanPageModel
    expect([shown.lang, shown.typed, shown.verdict.batch?.lot]).toEqual(['zh', true, 'XEM-TRUOC-1'])
    expect((await app.get(`/b/${ref}`)).status).toBe(404)
    const undated = await newBatch({ packedOn: '' })
    expect((await app.get(`/portal/batches/${undated.ref}/preview`)).status).toBe(409)
  })

  it('shows the whole way up and down, through any number of steps', async () => {
    const first = await newBatch()
    const second = await newBatch({ quantityValue: '60', [`source.${first.ref}`]: '60' })
    const third = await newBatch({ quantityValue: '40', [`source.${second.ref}`]: '40' })
    const { model } = await app.get(`/portal/batches/${second.ref}/trace`)
    const { sections } = model as DetailModel
    const hrefs = (id: string) => {
      const section = sections.find((one) => one.id === id)
      const rows = section?.table?.rows ?? []
      return [rows.map(([cell]) => cell?.href), section?.picture?.match(/<rect/g)?.length]
    }
    expect(hrefs('made')).toEqual([[`/portal/batches/${first.ref}`], 2])
    expect(hrefs('became')).toEqual([[`/portal/batches/${third.ref}`], 2])
    const { model: end } = await app.get(`/portal/batches/${third.ref}/trace`)
    const made = (end as DetailModel).sections.find(({ id }) => id === 'made')
    expect(made?.table?.rows.map((row) => [row[0]?.href, row[1]?.text])).toEqual([
      [`/portal/batches/${second.ref}`, '1'],
      [`/portal/batches/${first.ref}`, '2'],
    ])
  })

  it('tells on each question what does not fit, and keeps what was typed', async () => {
    const source = await newBatch()
    const typed = {
      ...{ quantityValue: 'một trăm', lot: '', markets: '' },
      ...{ harvestedOn: '31/02/2026', [`source.${source.ref}`]: 'nhiều' },
    }
    const { id } = await newProduct()
    const path = `/portal/batches/new?product=${id}`
    const { status, model } = await send(path, typed)
    const refused = (model as RecordFormModel).form
    expect(status).toBe(400)
    expect(Object.keys(refused.errors).sort()).toEqual(['lot', 'quantityValue'])
    expect(refused.values).toMatchObject(typed)
    const next = await send(path, { ...typed, quantityValue: '100', lot: 'L1' })
    expect(Object.keys((next.model as RecordFormModel).form.errors).sort()).toEqual([
      'harvestedOn',
      `source.${source.ref}`,
    ])
    const last = await send(path, { quantityValue: '100', lot: 'L1', markets: '' })
    expect(Object.keys((last.model as RecordFormModel).form.errors)).toEqual(['markets'])
  })

  it('is like yesterday’s but for its day, its lot and its sources', async () => {
    const source = await newBatch()
    const { ref } = await newBatch({
      ...{ quantityValue: '40', packedOn: '2026-06-01', harvestedOn: '2026-05-30' },
      [`source.${source.ref}`]: '40',
    })
    const { form: like } = await form(`/portal/batches/new?from=${ref}`)
    expect(like.values).toMatchObject({
      ...{ quantityValue: '40', packedOn: '2026-06-15', harvestedOn: '', markets: 'VNM' },
    })
    expect(like.values[`source.${source.ref}`]).toBeUndefined()
  })

  it('that is annulled says so and is offered as a source no more', async () => {
    const { ref } = await newBatch()
    const { location } = await send(`/portal/batches/${ref}/annul`, { reason: 'ghi nhầm' })
    expect(location).toBe(`/portal/batches/${ref}?done=annulled`)
    const { model } = await app.get(`/portal/batches/${ref}`)
    expect((model as DetailModel).notes?.map(({ kind }) => kind)).toEqual(['error'])
    const { inputs } = await form('/portal/batches/new')
    expect(inputs.map(({ name }) => name)).not.toContain(`source.${ref}`)
  })
})

describe('labels', () => {
  it('are as many as packs are filled, unless somebody says otherwise', async () => {
    const { ref } = await newBatch()
    const { form: asked, inputs } = await form(`/portal/batches/${ref}/labels`)
    expect(asked.values).toMatchObject({ kind: 'unit', count: '400', profile: 'full' })
    expect(inputs.find(({ name }) => name === 'count')?.hint).toContain('400 gói')
  })

  it('of many more than packs are asked about once, then printed', async () => {
    const { ref } = await newBatch()
    const path = `/portal/batches/${ref}/labels`
    const much = await send(path, { count: '4000' })
    const { questions, values } = (much.model as RecordFormModel).form
    expect([much.status, questions?.map(({ code }) => code)]).toEqual([409, ['many_labels']])
    expect((await app.post(path, { ...values, confirm: 'many_labels' })).status).toBe(303)
  })

  it('are numbered once however often the form is sent', async () => {
    const { ref } = await newBatch()
    const { form: opened, action } = await form(`/portal/batches/${ref}/labels`)
    const sent = await Promise.all([1, 2, 3].map(() => app.post(action, opened.values)))
    expect(new Set(sent.map(({ location }) => location)).size).toBe(1)
    const runs = await db
      .select()
      .from(labelRun)
      .where(eq(labelRun.batchId, (await read(ref)).id))
    expect(runs.map(({ fromSerial, toSerial }) => [fromSerial, toSerial])).toEqual([[1, 400]])
  })

  it('are shown before they are printed, as they will be and as nothing that counts', async () => {
    const { ref } = await newBatch()
    const path = `/portal/batches/${ref}/labels`
    const asked = await send(path, { step: 'preview', stock: 'roll-50x30', count: '7' })
    expect(asked.location).toMatch(/stock=roll-50x30.*#preview$/)
    const { form: again, sections } = await form((asked.location ?? '').replace('#preview', ''))
    expect(again.values).toMatchObject({ stock: 'roll-50x30', count: '7' })
    const [preview] = sections ?? []
    expect(preview?.picture).toContain('width="50mm" height="30mm"')
    expect(preview?.picture).toContain('MẪU')
    const runs = await db
      .select()
      .from(labelRun)
      .where(eq(labelRun.batchId, (await read(ref)).id))
    expect([runs, (await read(ref)).sealedAt]).toEqual([[], null])
  })

  it('that do not fit a stock say so instead', async () => {
    const size = { name: `Tem nhỏ ${unique()}`, widthMm: '20', heightMm: '20' }
    await send('/portal/label-sizes/new', size)
    const { ref } = await newBatch()
    const { inputs } = await form(`/portal/batches/${ref}/labels`)
    const stocks = inputs.find((input) => input.name === 'stock')?.choices ?? []
    const own = stocks.find(({ text }) => text.startsWith(size.name))?.value
    const { sections } = await form(`/portal/batches/${ref}/labels?stock=${own}`)
    const [preview] = sections ?? []
    expect(preview?.picture).toBeUndefined()
    expect(preview?.text).toContain('mm')
  })

  it('are tried with samples whose code leads to a page that says so', async () => {
    const { ref } = await newBatch()
    const { response } = await app.get(`/portal/batches/${ref}/labels/sample?stock=a4-24`)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    await response.arrayBuffer()
    for (const path of ['/TEM-THU/7K3M9QX1', '/tem-thu/7k3m9qx1']) {
      const { status, model } = await app.get(path)
      expect([status, model?.kind]).toEqual([200, 'test-print'])
    }
  })

  it('are printed on sizes of one’s own, which nobody else sees', async () => {
    const name = `Tem hộp ${unique()}`
    const size = { name, widthMm: '60', heightMm: '40' }
    expect((await send('/portal/label-sizes/new', size)).status).toBe(303)
    const { ref } = await newBatch()
    const { inputs } = await form(`/portal/batches/${ref}/labels`)
    const stocks = inputs.find((input) => input.name === 'stock')?.choices ?? []
    const own = stocks.find(({ text }) => text.startsWith(name))
    if (own === undefined) throw new Error('the own size is not offered')
    const { location } = await send(`/portal/batches/${ref}/labels`, {
      ...{ count: '3', stock: own.value },
    })
    const run = `/portal/labels/${idIn(location)}`
    for (const query of ['format=pdf', 'format=zpl&dpi=300']) {
      const { status, response } = await app.get(`${run}/file?${query}&stock=${own.value}`)
      expect([query, status]).toEqual([query, 200])
      await response.arrayBuffer()
    }
    const stranger = await makePerson(db, 'producer')
    const others = portalApp(db, stranger)
    expect((await others.get(`/portal/label-sizes/${own.value}`)).status).toBe(403)
    const { model } = await others.get('/portal/label-sizes')
    expect((model as RecordListModel).rows).toEqual([])
  })

  it('refuses a size whose labels run off the paper', async () => {
    const sheet = { name: `Tờ ${unique()}`, kind: 'sheet', widthMm: '70', heightMm: '37' }
    const faults = async (typed: Readonly<Record<string, string>>) => {
      const { model } = await send('/portal/label-sizes/new', { ...sheet, ...typed })
      return Object.keys((model as RecordFormModel | null)?.form?.errors ?? {})
    }
    expect(await faults({})).toEqual(['columns', 'rows'])
    expect(await faults({ columns: '4', rows: '8' })).toEqual(['columns'])
    expect(await faults({ columns: '3', rows: '9' })).toEqual(['rows'])
    expect(await faults({ widthMm: '5' })).toEqual(['widthMm'])
    expect(await faults({ columns: '3', rows: '8' })).toEqual([])
  })

  it('come as a file that is the same each time, without those reported', async () => {
    const { ref } = await newBatch()
    const { location } = await send(`/portal/batches/${ref}/labels`, { count: '5' })
    const run = `/portal/labels/${idIn(location)}`
    const file = async () => {
      const { response } = await app.get(`${run}/file?format=csv`)
      return (await response.text()).trim().split('\n')
    }
    const first = await file()
    expect(first).toHaveLength(6)
    expect(await file()).toEqual(first)
    const voided = { kind: 'void', from: '2', to: '3', reason: 'in hỏng', confirm: 'void:2-3' }
    await send(`${run}/void`, voided)
    expect(await file()).toHaveLength(4)
    const { model } = await app.get(run)
    const rows = (model as DetailModel).sections.find(({ id }) => id === 'exceptions')?.table?.rows
    expect(rows).toHaveLength(1)
    const button = rows?.[0]?.at(-1)?.button
    expect((await app.post(button?.action ?? '', {})).status).toBe(303)
    expect(await file()).toHaveLength(6)
  })
})

describe('scans', () => {
  it('are told by day, by place and by label, to those who may read the batch', async () => {
    const { ref } = await newBatch()
    await send(`/portal/batches/${ref}/labels`, { count: '5' })
    const unitSpace = `B/${ref}`
    const scan = (serial: number, daysAgo: number, region: string | null) => ({
      ...{ ref, unitSpace, serial, region, visitor: null, standing: 'clear' },
      scannedAt: NOW - daysAgo * 86_400_000,
    })
    await insertScans(db, [
      ...[scan(1, 0, 'An Giang'), scan(1, 0, 'An Giang'), scan(1, 3, 'Lào Cai'), scan(2, 3, null)],
      // Of no run of this batch.
      scan(9, 0, 'An Giang'),
    ])
    const { model } = await app.get(`/portal/batches/${ref}/scans`)
    const { facts, sections } = model as DetailModel
    expect(facts.map(({ text }) => text)).toEqual(['4', '2', '12/06/2026', '15/06/2026'])
    const cells = (id: string) =>
      sections.find((one) => one.id === id)?.table?.rows.map((row) => row.map(({ text }) => text))
    expect(cells('days')).toEqual([
      ['15/06/2026', '2'],
      ['12/06/2026', '2'],
    ])
    expect(cells('regions')).toEqual([
      ['An Giang', '2'],
      ['Lào Cai', '1'],
      ['không rõ', '1'],
    ])
    expect(cells('repeats')).toEqual([['1', '3', '12/06/2026', '15/06/2026']])
    const other = portalApp(db, await makePerson(db, 'producer'))
    expect((await other.get(`/portal/batches/${ref}/scans`)).status).toBe(404)
  })
})

describe('who reads', () => {
  it('officers, inspectors and agencies see what lies in their place, and change nothing', async () => {
    const place = { provinceCode: `P${unique()}`, communeCode: null }
    const owner = await makePerson(db, 'producer')
    await db
      .update(organisation)
      .set({ provinceCode: place.provinceCode })
      .where(eq(organisation.id, owner.organisationId))
    const producers = app
    app = portalApp(db, owner)
    const { ref, productId } = await newBatch()
    const { location: run } = await send(`/portal/batches/${ref}/labels`, { count: '5' })
    app = producers
    for (const role of ['officer', 'inspector', 'agency'] as const) {
      const reader = portalApp(db, await makePerson(db, role, { place }))
      const elsewhere = portalApp(
        db,
        await makePerson(db, role, { place: { provinceCode: '15', communeCode: null } }),
      )
      const hrefs = async (who: PortalApp, path: string) =>
        ((await who.get(path)).model as RecordListModel).rows.flatMap(([cell]) => cell?.href ?? [])
      expect(await hrefs(reader, '/portal/batches')).toEqual([`/portal/batches/${ref}`])
      expect(await hrefs(reader, '/portal/products')).toEqual([`/portal/products/${productId}`])
      expect(await hrefs(elsewhere, '/portal/batches')).not.toContain(`/portal/batches/${ref}`)
      expect((await reader.get(`/portal/batches/${ref}`)).status).toBe(200)
      expect((await elsewhere.get(`/portal/batches/${ref}`)).status).toBe(404)
      expect((await reader.get(run ?? '')).status).toBe(200)
      expect((await elsewhere.get(run ?? '')).status).toBe(404)
      expect((await reader.post(`/portal/products/${productId}/archive`, {})).status).toBe(403)
    }
  })

  it('nobody sees or touches another producer’s', async () => {
    const { ref, productId } = await newBatch()
    const other = portalApp(db, await makePerson(db, 'producer'))
    for (const path of [
      `/portal/products/${productId}`,
      `/portal/products/${productId}/edit`,
      `/portal/products/new?from=${productId}`,
      `/portal/batches/${ref}`,
      `/portal/batches/${ref}/edit`,
      `/portal/batches/${ref}/labels`,
      `/portal/batches/${ref}/recall`,
      `/portal/batches/new?from=${ref}`,
    ]) {
      expect((await other.get(path)).status, path).toBeOneOf([403, 404])
    }
  })
})
