import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { attachment, batchShare, site, writeReceipt } from '../../../db/schema/index.ts'
import type { CertificateSheetModel } from '../../../site/models/certificates.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { SharePageModel } from '../../../site/models/share.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { Problem } from '../../../worker/verbs/errors.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCertification,
  makeContext,
  makeOrganisation,
  makeProduct,
  makeRun,
  unique,
} from '../../support/factories.ts'
import { memoryFiles } from '../../support/outside.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const DAY_MS = 86_400_000

let db: Database
let ctx: VerbContext
let person: Person
let app: PortalApp
let nobody: PortalApp
const files = memoryFiles()

beforeAll(async () => {
  db = (await freshDatabase()).db
  ctx = makeContext(db)
  await createKey({ ctx, input: {} })
  person = await makePerson(db, 'producer')
  app = portalApp(db, person, { files })
  nobody = portalApp(db, null, { files })
})

async function own(given: Partial<Parameters<typeof makeBatch>[1]> = {}) {
  const { organisationId } = person
  const product = await makeProduct(ctx, { organisationId, name: `Xoài ${unique()}` })
  return makeBatch(ctx, { productId: product.id, packedOn: '2026-06-10', ...given })
}

async function openForm(ref: string, who = app): Promise<RecordFormModel> {
  const { model, status } = await who.get(`/portal/batches/${ref}/shares/new`)
  expect(status).toBe(200)
  return model as RecordFormModel
}

/** Makes a link; the form's own values stand where nothing else is typed. */
async function share(ref: string, typed: Readonly<Record<string, string>> = {}) {
  const opened = await openForm(ref)
  const { model, status } = await app.post(opened.action, {
    ...opened.form.values,
    buyer: `Chợ ${unique()}`,
    ...typed,
  })
  return { status, model, path: linkIn(model) }
}

const linkIn = (model: unknown) =>
  /\/s\/[\w-]+/.exec((model as Partial<DetailModel>)?.facts?.[0]?.text ?? '')?.[0] ?? ''

async function read(path: string): Promise<SharePageModel['share']> {
  const { status, model } = await nobody.get(path)
  expect(status).toBe(200)
  return (model as SharePageModel).share
}

/** A paper kept with something. */
async function paper(entity: 'site' | 'certification', entityId: string) {
  const id = `paper-${unique()}`
  const bytes = new TextEncoder().encode(`%PDF ${id}`)
  await files.put(id, bytes)
  await db.insert(attachment).values({
    ...{ id, entity, entityId, kind: 'contract', title: `Giấy ${id}`, fileName: 'giay.pdf' },
    ...{ mediaType: 'application/pdf', bytes: bytes.length, sha256: id, storeKey: id },
    ...{ createdAt: ctx.now(), actor: 'x' },
  })
  return { id, bytes }
}

async function certified(organisationId = person.organisationId) {
  const { id } = await makeCertification(ctx, { texts: { organisationId }, forHolder: true })
  return id
}

describe('the sheet of a batch with a link of a buyer', () => {
  it('has the link’s code while it is open, and none of another batch', async () => {
    const { batch } = await makeRun(ctx, {
      batch: { productId: (await makeProduct(ctx, { organisationId: person.organisationId })).id },
    })
    const { model, path } = await share(batch.ref)
    const href = (model as DetailModel).links?.[0]?.href ?? ''
    const sheet = await app.get(href)
    expect((sheet.model as CertificateSheetModel).sheet.url).toBe(`https://tem.example.vn${path}`)
    const other = await makeRun(ctx, {
      batch: { productId: (await makeProduct(ctx, { organisationId: person.organisationId })).id },
    })
    expect((await app.get(href.replace(batch.ref, other.batch.ref))).status).toBe(404)
    expect((await nobody.get(href)).status).not.toBe(200)
    const list = (await app.get(`/portal/batches/${batch.ref}/shares`)).model as RecordListModel
    await app.post(list.rows[0]?.at(-1)?.button?.action ?? '', {})
    expect((await app.get(href)).status).toBe(404)
  })
})

describe('a link for a buyer', () => {
  it('opens without an account, is kept as a hash, and nothing keeps or indexes the page', async () => {
    const { ref } = await own()
    const { path } = await share(ref, { buyer: 'Siêu thị An' })
    const { status, model, response } = await nobody.get(path)
    expect(status).toBe(200)
    expect((model as SharePageModel).share).toMatchObject({ buyer: 'Siêu thị An', ref })
    expect((model as SharePageModel).share.details?.certificates).toBeInstanceOf(Array)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('x-robots-tag')).toContain('noindex')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    const secret = path.slice('/s/'.length)
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    const stored = JSON.stringify([
      await db.select().from(batchShare),
      await db.select().from(writeReceipt),
    ])
    expect(stored).not.toContain(secret)
  })

  it('sent twice is one link, the same both times', async () => {
    const { ref } = await own()
    const opened = await openForm(ref)
    const typed = { ...opened.form.values, buyer: 'Chợ đầu mối' }
    const first = await app.post(opened.action, typed)
    const second = await app.post(opened.action, typed)
    expect(linkIn(second.model)).toBe(linkIn(first.model))
    expect(linkIn(first.model)).not.toBe('')
    const list = (await app.get(`/portal/batches/${ref}/shares`)).model as RecordListModel
    expect(list.rows).toHaveLength(1)
  })

  it('is good for thirty days unless told otherwise, and for a year at most', async () => {
    const { ref } = await own()
    const { form } = await openForm(ref)
    expect(form.values['lastDay']).toBe('2026-07-15')
    for (const lastDay of ['16/06/2027', '14/06/2026', '31/02/2027']) {
      const { status, model } = await share(ref, { lastDay })
      expect([status, Object.keys((model as RecordFormModel).form.errors)]).toEqual([
        400,
        ['lastDay'],
      ])
    }
    expect((await share(ref, { lastDay: '15/06/2027' })).status).toBe(200)
  })

  it('that ended or was withdrawn is gone, and says who to ask', async () => {
    const { ref } = await own()
    const { path } = await share(ref)
    const late = portalApp(db, null, { files })
    late.wait(31 * DAY_MS)
    const ended = await late.get(path)
    expect([ended.status, ended.model]).toMatchObject([
      410,
      { kind: 'share-over', why: 'expired', on: '2026-07-15', producer: expect.any(String) },
    ])
    const list = async () =>
      (await app.get(`/portal/batches/${ref}/shares`)).model as RecordListModel
    const button = (await list()).rows[0]?.at(-1)?.button
    expect((await app.post(button?.action ?? '', {})).status).toBe(303)
    expect((await app.post(button?.action ?? '', {})).status).toBe(303)
    const withdrawn = await nobody.get(path)
    expect([withdrawn.status, withdrawn.model]).toMatchObject([410, { why: 'withdrawn' }])
    expect((await list()).rows[0]?.at(-1)?.button).toBeUndefined()
  })

  it('is counted, with the day it was opened last; its papers are not openings', async () => {
    const { ref } = await own()
    const { path } = await share(ref)
    const row = async () => {
      const { rows } = (await app.get(`/portal/batches/${ref}/shares`)).model as RecordListModel
      return rows[0]?.slice(3, 5).map(({ text }) => text)
    }
    expect(await row()).toEqual(['chưa mở', '0'])
    await nobody.get(path)
    await nobody.get(path)
    await nobody.ask(path, { method: 'HEAD' })
    await nobody.get(`${path}/papers/khong-co`)
    await nobody.settle()
    expect(await row()).toEqual(['15/06/2026', '2'])
  })

  it('guessed wrong is not found, and guesses are counted', async () => {
    const taken: string[] = []
    const base = portalApp(db, null)
    const { accounts } = base.deps
    const limited = portalApp(db, null, {
      accounts: {
        ...accounts,
        originOf: () => ({ device: null, deviceOf: () => null, network: 'n' }),
        limits: {
          ...accounts.limits,
          take: async (name, key) => {
            taken.push(`${name} ${key}`)
            if (taken.length > 2) {
              const text = { vi: 'x', en: 'x', zh: 'x' }
              throw new Problem({ code: 'too_many_requests', text })
            }
          },
        },
      },
    })
    const wrong = [`/s/${'A'.repeat(43)}`, '/s/khong-co', `/s/${'B'.repeat(43)}/papers/x`]
    const statuses: number[] = []
    for (const path of wrong) statuses.push((await limited.get(path)).status)
    expect(statuses).toEqual([404, 404, 429])
    expect(new Set(taken)).toEqual(new Set(['invitation n']))
    const { path } = await share((await own()).ref)
    expect((await limited.get(path)).status).toBe(200)
  })
})

describe('what a link shows', () => {
  it('has no quantity, weight or sale that was not chosen', async () => {
    const source = await own({ quantity: { value: 777.25, unit: 'kg' } })
    const { ref } = await own({
      quantity: { value: 777.25, unit: 'kg' },
      sources: [{ ref: source.ref, quantityKg: 777.25 }],
    })
    const sale = await app.get(`/portal/batches/${ref}/sales/new`)
    const { action, form } = sale.model as RecordFormModel
    const sold = { buyer: 'Người mua khác', quantityKg: '54,5', soldOn: '12/06/2026' }
    await app.post(action, { ...form.values, ...sold })
    const hidden = await read((await share(ref, { shows: '', trace: 'whole' })).path)
    expect(JSON.stringify(hidden)).not.toMatch(/777\.25|Người mua khác|54\.5/)
    const shown = await read((await share(ref, { shows: 'quantities\nsales' })).path)
    expect(shown.details?.quantity).toEqual({ value: 777.25, unit: 'kg' })
    expect(shown.trace?.lots.map(({ quantityKg }) => quantityKg)).toEqual([777.25])
    expect(shown.sales).toMatchObject([{ buyer: 'Người mua khác', quantityKg: 54.5 }])
  })

  it('traces nothing, one step or the whole way, and names persons only with their consent', async () => {
    const { id: organisationId } = await makeOrganisation(ctx, {
      kind: 'household',
      name: 'Nguyễn Thị Kín',
    })
    const product = await makeProduct(ctx, { organisationId })
    const first = await makeBatch(ctx, { productId: product.id, packedOn: '2026-06-10' })
    const quantity = { value: 10, unit: 'kg' }
    const second = await own({ quantity, sources: [{ ref: first.ref, quantityKg: 10 }] })
    const third = await own({ quantity, sources: [{ ref: second.ref, quantityKg: 10 }] })
    const lots = async (trace: string) =>
      (await read((await share(third.ref, { trace })).path)).trace?.lots
    expect(await lots('none')).toBeUndefined()
    expect((await lots('step'))?.map(({ steps }) => steps)).toEqual([1])
    const whole = await lots('whole')
    expect(whole?.map(({ steps }) => steps)).toEqual([1, 2])
    expect(JSON.stringify(whole)).not.toContain('Nguyễn Thị Kín')
  })

  it('says at once that the batch is recalled', async () => {
    const { batch } = await makeRun(ctx, {
      batch: {
        productId: (await makeProduct(ctx, { organisationId: person.organisationId })).id,
      },
    })
    const { path } = await share(batch.ref)
    expect((await read(path)).recalledOn).toBeNull()
    await recallBatch({ ctx, input: { ref: batch.ref, reason: 'Dư lượng' } })
    expect(await read(path)).toMatchObject({ recalledOn: '2026-06-15', isPublic: true })
  })
})

describe('a paper', () => {
  it('is downloaded by the link it was chosen for, and by no other', async () => {
    const batch = await own()
    const certificate = await certified()
    const chosen = await paper('certification', certificate)
    const other = await paper('certification', certificate)
    const { path } = await share(batch.ref, { papers: chosen.id })
    const { path: without } = await share(batch.ref)
    expect((await read(path)).papers.map(({ id }) => id)).toEqual([chosen.id])
    const { response } = await nobody.get(`${path}/papers/${chosen.id}`)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(chosen.bytes)
    expect(response.headers.get('x-robots-tag')).toContain('noindex')
    expect((await nobody.get(`${path}/papers/${other.id}`)).status).toBe(404)
    expect((await nobody.get(`${without}/papers/${chosen.id}`)).status).toBe(404)
    const [row] = await db.select().from(batchShare).where(eq(batchShare.batchId, batch.id))
    await app.post(`/portal/batches/${batch.ref}/shares/${row?.id}/withdraw`, {})
    const links = [path, without]
    const statuses = await Promise.all(
      links.map(async (each) => (await nobody.get(`${each}/papers/${chosen.id}`)).status),
    )
    expect(statuses.toSorted()).toEqual([404, 410])
  })

  it('taken back by its holder goes from links made before', async () => {
    const batch = await own()
    const chosen = await paper('certification', await certified())
    const { path } = await share(batch.ref, { papers: chosen.id })
    await db.update(attachment).set({ withdrawnAt: 1 }).where(eq(attachment.id, chosen.id))
    expect((await read(path)).papers).toEqual([])
    expect((await nobody.get(`${path}/papers/${chosen.id}`)).status).toBe(404)
  })

  it('is offered of one’s own sites and certifications alone, and never another’s by its id', async () => {
    const batch = await own()
    const { organisationId } = person
    await db.update(site).set({ organisationId }).where(eq(site.id, batch.area.siteId))
    const mine = await paper('site', batch.area.siteId)
    const foreign = await own()
    const theirs = [
      await paper('site', foreign.area.siteId),
      await paper('certification', await certified((await makeOrganisation(ctx)).id)),
    ]
    const { inputs } = await openForm(batch.ref)
    const offered = inputs.find(({ name }) => name === 'papers')?.choices?.map((c) => c.value) ?? []
    expect(offered).toContain(mine.id)
    for (const { id } of theirs) {
      expect(offered).not.toContain(id)
      const { status, model } = await share(batch.ref, { papers: id })
      expect([status, Object.keys((model as RecordFormModel).form.errors)]).toEqual([
        400,
        ['papers'],
      ])
    }
  })
})
