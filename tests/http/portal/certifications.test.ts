import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { attachment, batchDocument, certification, notification } from '../../../db/schema/index.ts'
import type { WaitingModel } from '../../../site/models/home.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import type { Provenance } from '../../../worker/domain/standing/provenance.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeContext,
  makeOrganisation,
  makeProduct,
  makeRun,
  unique,
} from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const ELSEWHERE: Place = { provinceCode: '15', communeCode: null }
const PATH = '/portal/certifications'

let db: Database
let ctx: VerbContext
let holder: { id: string }
let producer: PortalApp
let officer: PortalApp
let officerPerson: Person
let stranger: PortalApp

beforeAll(async () => {
  db = (await freshDatabase()).db
  ctx = makeContext(db)
  await createKey({ ctx, input: { authority: 'Sở thử nghiệm' } })
  holder = await makeOrganisation(ctx, { ...HERE, name: `Hợp tác xã ${unique()}` })
  producer = portalApp(db, await makePerson(db, 'producer', { organisationId: holder.id }))
  officerPerson = await makePerson(db, 'officer', { place: HERE })
  const { files } = producer.deps
  officer = portalApp(db, officerPerson, { files })
  stranger = portalApp(db, await makePerson(db, 'officer', { place: ELSEWHERE }), { files })
})

const VIETGAP = {
  standard: 'TCVN 11892-1:2017',
  issuedBy: 'Tổ chức chứng nhận A',
  issuedOn: '01/01/2026',
  expiresOn: '01/01/2028',
}

async function send(app: PortalApp, path: string, typed: Readonly<Record<string, string>>) {
  const { model } = await app.get(path as `/portal${string}`)
  const { form, action } = model as RecordFormModel
  return app.post(action as `/portal${string}`, { ...form.values, ...typed })
}

const idIn = (location: string | null) => /certifications\/([^?/]+)/.exec(location ?? '')?.[1] ?? ''

async function declare(typed: Readonly<Record<string, string>> = {}, app = producer) {
  const sent = await send(app, `${PATH}/new/vietgap`, {
    ...VIETGAP,
    number: `VG-${unique()}`,
    ...typed,
  })
  return idIn(sent.location)
}

const read = async (id: string) => {
  const [row] = await db.select().from(certification).where(eq(certification.id, id))
  if (row === undefined) throw new Error(`no certification ${id}`)
  return row
}

async function confirm(id: string, app = officer) {
  return app.post(`${PATH}/${id}/confirm?version=${(await read(id)).version}`, {})
}

const provenanceOf = async (ref: string): Promise<Provenance> => {
  const [row] = await db.select().from(batchDocument).where(eq(batchDocument.ref, ref))
  return (JSON.parse(row?.document ?? '') as { provenance: Provenance }).provenance
}

describe('a certification', () => {
  it('is declared by its holder, waits on the officer’s first screen, and is confirmed', async () => {
    const id = await declare()
    expect(await read(id)).toMatchObject({ state: 'declared', organisationId: holder.id })
    const { model } = await officer.get('/portal/waiting/certifications_declared')
    const waiting = (model as WaitingModel).rows.map((row) =>
      'certificationId' in row ? row.certificationId : '',
    )
    expect(waiting).toContain(id)
    const list = (await officer.get(`${PATH}?state=declared`)).model as RecordListModel
    expect(list.rows.map(([cell]) => cell?.href)).toContain(`${PATH}/${id}`)
    const shown = (await officer.get(`${PATH}/${id}`)).model as DetailModel
    const [button] = shown.buttons ?? []
    const answer = await officer.post(button?.action as `/portal${string}`, {})
    expect(answer.location).toBe(`${PATH}/${id}?done=confirmed`)
    expect(await read(id)).toMatchObject({
      state: 'confirmed',
      authority: officerPerson.organisationName,
      remindOn: '2027-10-03',
    })
    const told = await db
      .select()
      .from(notification)
      .where(eq(notification.organisationId, holder.id))
    expect(told.map(({ href }) => href)).toContain(`${PATH}/${id}`)
  })

  it('is never confirmed by its holder, by another place’s officer or by whoever declared it', async () => {
    const id = await declare()
    expect((await confirm(id, producer)).status).toBe(403)
    expect((await confirm(id, stranger)).status).toBe(404)
    const own = await makePerson(db, 'admin', { organisationId: holder.id })
    expect((await confirm(id, portalApp(db, own))).status).toBe(409)
    await db
      .update(certification)
      .set({ declaredBy: `user:${officerPerson.userId}` })
      .where(eq(certification.id, id))
    expect((await confirm(id)).status).toBe(409)
    expect((await read(id)).state).toBe('declared')
  })

  it('is confirmed only as the officer saw it', async () => {
    const id = await declare()
    const { version } = await read(id)
    await send(producer, `${PATH}/${id}/edit`, { number: `VG-${unique()}` })
    const answer = await officer.post(`${PATH}/${id}/confirm?version=${version}`, {})
    expect(answer.status).toBe(409)
    expect((await officer.post(`${PATH}/${id}/confirm`, {})).status).toBe(409)
    expect((await read(id)).state).toBe('declared')
  })

  it('is refused with a reason, mended by its holder and declared again', async () => {
    const id = await declare()
    const empty = await send(officer, `${PATH}/${id}/refuse`, { reason: ' ' })
    expect(empty.status).toBe(400)
    await send(officer, `${PATH}/${id}/refuse`, { reason: 'Ảnh mờ, chụp lại' })
    expect(await read(id)).toMatchObject({ state: 'refused', reason: 'Ảnh mờ, chụp lại' })
    const { model } = await producer.get('/portal/waiting/certifications_refused')
    expect((model as WaitingModel).rows).toMatchObject([
      { certificationId: id, reason: 'Ảnh mờ, chụp lại' },
    ])
    await send(producer, `${PATH}/${id}/edit`, { issuedBy: 'Tổ chức chứng nhận B' })
    expect(await read(id)).toMatchObject({ state: 'declared', reason: null })
  })

  it('that was confirmed waits again once its holder changes it, and stays where an officer does', async () => {
    const id = await declare()
    await confirm(id)
    await send(officer, `${PATH}/${id}/edit`, { issuedBy: 'Tổ chức C' })
    expect(await read(id)).toMatchObject({ state: 'confirmed', issuedBy: 'Tổ chức C' })
    const same = await send(producer, `${PATH}/${id}/edit`, {})
    expect(same.location).toContain('done=same')
    expect((await read(id)).state).toBe('confirmed')
    await send(producer, `${PATH}/${id}/edit`, { issuedBy: 'Tổ chức D' })
    expect(await read(id)).toMatchObject({ state: 'declared', authority: null, remindOn: null })
  })

  it('that waits is its holder’s word: an officer answers it and never changes it', async () => {
    const id = await declare()
    for (const way of ['edit', 'papers/new']) {
      expect((await officer.get(`${PATH}/${id}/${way}`)).status).toBe(409)
    }
    const withdrawn = await send(officer, `${PATH}/${id}/withdraw`, { reason: 'Sai' })
    expect(withdrawn.status).toBe(409)
    expect(await read(id)).toMatchObject({ state: 'declared', version: 1 })
    const { links } = (await officer.get(`${PATH}/${id}`)).model as DetailModel
    expect(links?.map(({ href }) => href)).toEqual([`${PATH}/${id}/refuse`])
  })

  it('is taken back by its holder only before it was confirmed, and by an officer from a day on', async () => {
    const early = await declare()
    await send(producer, `${PATH}/${early}/withdraw`, { reason: 'Khai nhầm' })
    expect((await read(early)).state).toBe('withdrawn')
    const id = await declare()
    await confirm(id)
    const refused = await send(producer, `${PATH}/${id}/withdraw`, { reason: 'Không dùng' })
    expect(refused.status).toBe(409)
    await send(officer, `${PATH}/${id}/withdraw`, { reason: 'Thu hồi', revokedOn: '01/06/2026' })
    expect(await read(id)).toMatchObject({ state: 'confirmed', revokedOn: '2026-06-01' })
    const shown = (await officer.get(`${PATH}/${id}`)).model as DetailModel
    expect(shown.links).toEqual([])
  })

  it('that an officer puts down is confirmed at once', async () => {
    const id = idIn(
      (
        await send(officer, `${PATH}/new/vietgap?organisation=${holder.id}`, {
          ...VIETGAP,
          number: `VG-${unique()}`,
        })
      ).location,
    )
    expect(await read(id)).toMatchObject({ state: 'confirmed', declaredAt: null })
  })

  it('keeps what was typed where a day or the scope does not fit', async () => {
    const typed = { ...VIETGAP, number: `VG-${unique()}`, expiresOn: '01/01/2025' }
    const { status, model } = await send(producer, `${PATH}/new/vietgap`, typed)
    const { form } = model as RecordFormModel
    expect([status, Object.keys(form.errors)]).toEqual([400, ['expiresOn']])
    expect(form.values).toMatchObject(typed)
    const { id: foreign } = await makeProduct(ctx)
    const other = await send(producer, `${PATH}/new/vietgap`, {
      ...VIETGAP,
      number: '1',
      productId: foreign,
    })
    expect(Object.keys((other.model as RecordFormModel).form.errors)).toEqual(['productId'])
  })

  it('of one number is declared once', async () => {
    const number = `VG-${unique()}`
    await declare({ number })
    const again = await send(producer, `${PATH}/new/vietgap`, { ...VIETGAP, number })
    expect(again.status).toBe(409)
  })

  it('for OCOP holds for 36 months unless a day is given', async () => {
    const { id: productId } = await makeProduct(ctx, { organisationId: holder.id })
    const rate = async (typed: Readonly<Record<string, string>>) => {
      const path = `${PATH}/new/ocop?product=${productId}`
      const given = {
        number: `OC-${unique()}`,
        stars: '4',
        issuedBy: 'UBND tỉnh',
        issuedOn: '29/02/2024',
      }
      return read(idIn((await send(producer, path, { ...given, ...typed })).location))
    }
    expect(await rate({})).toMatchObject({ productId, stars: 4, expiresOn: '2027-02-28' })
    expect(await rate({ expiresOn: '01/03/2027' })).toMatchObject({ expiresOn: '2027-03-01' })
  })
})

describe('a copy of a certificate', () => {
  const pdf = () => new File([`%PDF-1.4 ${unique()}`], 'giay.pdf', { type: 'application/pdf' })

  const handIn = (id: string, file: File) => producer.post(`${PATH}/${id}/papers/new`, { file })

  it('is kept, read by the officer, and makes a confirmed one wait again', async () => {
    const id = await declare()
    await confirm(id)
    expect((await handIn(id, pdf())).status).toBe(303)
    expect((await read(id)).state).toBe('declared')
    const [row] = await db.select().from(attachment).where(eq(attachment.entityId, id))
    const path = `${PATH}/${id}/papers/${row?.id}`
    const { status, response } = await officer.get(path)
    expect([status, response.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect((await stranger.get(path)).status).toBe(404)
    expect((await producer.post(`${path}/withdraw`, {})).status).toBe(303)
    expect((await officer.get(path)).status).toBe(404)
  })

  it('is a PDF, JPEG or PNG', async () => {
    const id = await declare()
    const answer = await handIn(id, new File(['RIFF0000WEBP'], 'anh.webp', { type: 'image/webp' }))
    expect(answer.status).toBe(400)
    expect(await db.select().from(attachment).where(eq(attachment.entityId, id))).toEqual([])
  })
})

describe('the page of a label', () => {
  it('tells what is declared from what is confirmed, and shows stars only of the latter', async () => {
    const { id: productId } = await makeProduct(ctx, { organisationId: holder.id })
    const { batch } = await makeRun(ctx, { batch: { productId, packedOn: '2026-06-10' } })
    const ocop = {
      ...{ number: `OC-${unique()}`, stars: '5', issuedBy: 'UBND tỉnh', issuedOn: '01/01/2026' },
    }
    const path = `${PATH}/new/ocop?product=${productId}`
    const id = idIn((await send(producer, path, ocop)).location)
    const declared = await provenanceOf(batch.ref)
    expect(declared.product.ocop).toBeNull()
    expect(declared.certificates.find(({ number }) => number === ocop.number)).toMatchObject({
      kind: 'ocop',
      declaredBy: { role: 'producer', on: '2026-06-15' },
      verifiedBy: null,
    })
    await confirm(id)
    const confirmed = await provenanceOf(batch.ref)
    expect(confirmed.product.ocop).toMatchObject({
      stars: 5,
      validWhenPacked: true,
      verifiedBy: { role: 'officer', on: '2026-06-15' },
    })
    expect(confirmed.certificates.map(({ number }) => number)).not.toContain(ocop.number)
    await send(producer, `${PATH}/${id}/edit`, { stars: '4' })
    expect((await provenanceOf(batch.ref)).product.ocop).toBeNull()
  })

  it('takes a test for passed on an officer’s word alone, and for failed on anybody’s', async () => {
    const { id: productId } = await makeProduct(ctx, { organisationId: holder.id })
    const { batch } = await makeRun(ctx, { batch: { productId } })
    const test = async (typed: Readonly<Record<string, string>>) =>
      idIn(
        (
          await send(producer, `${PATH}/new/lab_test?batch=${batch.ref}`, {
            ...{ analyte: `Chất ${unique()}`, result: '0,02', unit: 'mg/kg' },
            ...typed,
          })
        ).location,
      )
    const passed = await test({ verdict: 'passed' })
    const seen = async () => (await provenanceOf(batch.ref)).tests.map((each) => each.passed)
    expect(await seen()).toEqual([null])
    await confirm(passed)
    expect(await seen()).toEqual([true])
    expect((await provenanceOf(batch.ref)).tests[0]?.result).toBe('0,02 mg/kg')
    const failed = await test({ verdict: 'failed' })
    expect((await seen()).sort()).toEqual([false, true])
    await confirm(failed)
    const edited = await send(officer, `${PATH}/${failed}/edit`, { verdict: 'failed' })
    expect(edited.location).toContain('done=same')
    expect((await producer.get(`${PATH}/${failed}/edit`)).status).toBe(409)
    expect((await seen()).sort()).toEqual([false, true])
  })
})

describe('the pages of a product and a batch', () => {
  it('list what is declared for them, with the way to add more', async () => {
    const { id: productId } = await makeProduct(ctx, { organisationId: holder.id })
    const { batch } = await makeRun(ctx, { batch: { productId } })
    const number = `VG-${unique()}`
    await declare({ number, productId })
    const product = (await producer.get(`/portal/products/${productId}`)).model as DetailModel
    const section = product.sections.find(({ id }) => id === 'certifications')
    expect(section?.table?.rows[0]?.[0]?.text).toBe(`VietGAP ${number}`)
    expect(section?.links?.[0]?.href).toBe(`${PATH}/new?product=${productId}`)
    const kinds = (await producer.get(`${PATH}/new?product=${productId}`)).model as DetailModel
    expect(kinds.links?.[0]?.href).toBe(`${PATH}/new/ocop?product=${productId}`)
    const shown = (await producer.get(`/portal/batches/${batch.ref}`)).model as DetailModel
    const tests = shown.sections.find(({ id }) => id === 'certifications')
    expect(tests?.links?.[0]?.href).toBe(`${PATH}/new/lab_test?batch=${batch.ref}`)
  })
})
