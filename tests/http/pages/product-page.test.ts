import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { certification, organisation, product } from '../../../db/schema/index.ts'
import type { PageModel } from '../../../site/page-models.ts'
import { organisationData, productData } from '../../../site/view/structured-data.ts'
import type { PublicProduct } from '../../../worker/domain/products/public-product.ts'
import {
  publicOrganisationSchema,
  publicProductSchema,
} from '../../../worker/routes/public/products/contract.ts'
import { archiveProduct } from '../../../worker/verbs/products/archive-product.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeOrganisation,
  makeProduct,
  makeRun,
  NOW,
  unique,
} from '../../support/factories.ts'
import { scanApp } from '../scan/support.ts'

const database = freshDatabase()

beforeEach(() => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return () => log.mockRestore()
})

/** The whole application, keeping the models of the pages it rendered. */
async function pageApp() {
  const { db } = await database
  const models: PageModel[] = []
  const pages = {
    render: async (model: PageModel) => {
      models.push(model)
      return { html: model.kind, styleHash: 'sha256-test' }
    },
  }
  const app = scanApp(db, { pages })
  return { ...app, db, ctx: makeContext(db), last: () => models.at(-1) }
}

const of = (id: string) => ({ id: `${id}-${unique()}`, createdAt: NOW })

describe('GET /p/{PRODUCT}', () => {
  it('shows a product to people without any label, under a policy that allows no script', async () => {
    const { ctx, db, open, last } = await pageApp()
    const { id, organisationId } = await makeProduct(ctx)
    const said = {
      ...{ netContentValue: 250, netContentUnit: 'g' as const, brand: 'Cù Lao' },
      ...{
        mark: 'Hòa Lộc',
        markNo: '00016',
        story: { vi: 'Chuyện' },
        description: { en: 'Dried' },
      },
      images: [
        {
          ...{ url: '/media/whole.jpg', alt: 'Hộp', width: 1_600, height: 1_200 },
          sizes: [{ url: '/media/page.jpg', width: 800, height: 600 }],
        },
      ],
    }
    await db.update(product).set(said).where(eq(product.id, id))
    const response = await open(`/p/${id}?lang=zh`)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-language': 'zh',
      'cache-control': 'private, no-store',
    })
    expect(response.headers.get('content-security-policy')).not.toContain('script-src')
    expect(last()).toMatchObject({
      ...{ kind: 'product', lang: 'zh', origin: 'https://tem.example.vn', stale: false },
      product: {
        ...{ id, brand: 'Cù Lao', netContent: { value: 250, unit: 'g' }, archivedOn: null },
        images: [{ url: '/media/page.jpg', alt: 'Hộp', width: 800, height: 600 }],
        mark: { name: 'Hòa Lộc', registrationNo: '00016' },
        producer: { id: organisationId },
        batches: { count: 0, more: false, newestPackedOn: null },
      },
    })
  })

  it('answers a machine with the same as JSON, as described', async () => {
    const { ctx, askJson, ask } = await pageApp()
    const { id } = await makeProduct(ctx)
    const { status, body } = await askJson(`/p/${id}`)
    expect(status).toBe(200)
    expect(publicProductSchema.parse(body)).toEqual(body)
    const { headers } = await ask(`/p/${id}`, { headers: { accept: 'application/json' } })
    expect(headers.get('cache-control')).toBe('public, max-age=30')
    expect(headers.get('vary')).toContain('Accept')
  })

  it('counts the batches there are labels of, and names none of them', async () => {
    const { ctx, askJson } = await pageApp()
    const { id } = await makeProduct(ctx)
    await makeBatch(ctx, { productId: id, packedOn: '2026-06-14' })
    const first = await makeRun(ctx, {
      batch: { productId: id, packedOn: '2026-06-01', harvestedOn: [] },
    })
    await makeRun(ctx, { batch: { productId: id, packedOn: '2026-06-11' } })
    const { body } = await askJson(`/p/${id}`)
    expect(body.batches).toEqual({ count: 2, more: false, newestPackedOn: '2026-06-11' })
    expect(JSON.stringify(body)).not.toContain(first.batch.ref)
  })

  it('names a natural person only with recorded consent, and nothing by which they are found', async () => {
    const { ctx, db, askJson } = await pageApp()
    const owner = await makeOrganisation(ctx, { kind: 'household' })
    await db
      .update(organisation)
      .set({ address: 'số 7 ấp Bình', hotline: '0900000001' })
      .where(eq(organisation.id, owner.id))
    const { id } = await makeProduct(ctx, { organisationId: owner.id })
    const { body } = await askJson(`/p/${id}`)
    expect(body.producer).toMatchObject({ id: null, name: null, kind: 'household', address: null })
    for (const word of [owner.id, owner.name, 'ấp Bình', '0900000001']) {
      expect(JSON.stringify(body)).not.toContain(word)
    }
    expect((await askJson(`/o/${owner.id}`)).status).toBe(404)
  })

  it('names a natural person who agreed to it', async () => {
    const { ctx, db, askJson } = await pageApp()
    const owner = await makeOrganisation(ctx, { kind: 'farm' })
    const agreed = { nameConsentOn: '2026-01-01' }
    await db.update(organisation).set(agreed).where(eq(organisation.id, owner.id))
    const { id } = await makeProduct(ctx, { organisationId: owner.id })
    expect((await askJson(`/p/${id}`)).body.producer).toMatchObject({
      id: owner.id,
      name: owner.name,
    })
    expect((await askJson(`/o/${owner.id}`)).status).toBe(200)
  })

  it('tells certificates and stars that hold today, of the product or of the whole producer', async () => {
    const { ctx, db, askJson } = await pageApp()
    const { id, organisationId } = await makeProduct(ctx)
    const other = await makeProduct(ctx, { organisationId })
    const { siteId } = await makeCode(ctx, { holderId: organisationId })
    const rows = [
      { number: 'whole', expiresOn: null },
      { number: 'own', productId: id, issuedOn: '2026-06-15', expiresOn: '2026-06-15' },
      { number: 'declared', state: 'declared' as const },
      { number: 'lapsed', expiresOn: '2026-06-14' },
      { number: 'ahead', issuedOn: '2026-06-16' },
      { number: 'taken back', revokedOn: '2026-06-15' },
      { number: 'refused', state: 'refused' as const },
      { number: 'other', productId: other.id },
      { number: 'site', siteId },
    ]
    const said = { organisationId, version: 1, state: 'confirmed' as const, decidedAt: NOW }
    const byOffice = { ...said, authority: 'Chi cục Bảo vệ thực vật' }
    const stars = { kind: 'ocop' as const, productId: id, stars: 4, issuedOn: '2025-01-01' }
    const term = { ...stars, expiresOn: '2027-12-31' }
    await db
      .insert(certification)
      .values([
        ...rows.map((row) => ({ ...of('c'), ...byOffice, kind: 'vietgap' as const, ...row })),
        { ...of('o'), ...byOffice, ...term, number: 'taken back', revokedOn: '2026-06-15' },
        { ...of('o'), ...byOffice, ...term, number: 'holds', issuedOn: '2024-06-01' },
        { ...of('o'), ...byOffice, ...term, number: 'only declared', state: 'declared' as const },
      ])
    const { body } = await askJson(`/p/${id}`)
    const numbers = body.certificates.map(({ number }: { number: string }) => number)
    expect(numbers).toEqual(['declared', 'own', 'whole'])
    const [declared, own] = body.certificates
    expect(declared.verifiedBy).toBeNull()
    expect(own.verifiedBy).toMatchObject({ role: 'officer', name: 'Chi cục Bảo vệ thực vật' })
    expect(body.ocop).toMatchObject({ stars: 4, certificateNo: 'holds' })
  })

  it('says that a product was put away, and that its producer is suspended', async () => {
    const { ctx, db, askJson } = await pageApp()
    const { id, organisationId } = await makeProduct(ctx)
    await archiveProduct({ ctx, input: { id, archived: true } })
    const suspended = { suspendedOn: '2026-06-10' }
    await db.update(organisation).set(suspended).where(eq(organisation.id, organisationId))
    const { body } = await askJson(`/p/${id}`)
    expect([body.archivedOn, body.producer.suspendedOn]).toEqual(['2026-06-15', '2026-06-10'])
  })

  it('leads from words before the id to the product’s own address, with its query', async () => {
    const { ctx, open } = await pageApp()
    const { id } = await makeProduct({
      ...ctx,
      newId: () => `V1StGXR8_Z5jdHi6B-m${unique()}`.padEnd(21, '0').slice(0, 21),
    })
    const response = await open(`/p/xoai-cat-hoa-loc-${id}?lang=en`)
    expect([response.status, response.headers.get('location')]).toEqual([308, `/p/${id}?lang=en`])
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('is 404 for what is no product, in the form that was asked for', async () => {
    const { open, askJson, last } = await pageApp()
    for (const text of ['khong-co', 'V1StGXR8_Z5jdHi6B-myT', 'a%2fb', '..', '%00']) {
      expect((await open(`/p/${text}`)).status).toBe(404)
      expect((await open(`/o/${text}`)).status).toBe(404)
    }
    expect(last()).toMatchObject({ kind: 'problem', status: 404 })
    expect((await askJson('/p/khong-co')).body).toMatchObject({ code: 'not_found' })
  })

  it('stands from what was kept while the database is away, and says so; else it is 503', async () => {
    const { ctx, askJson, open, last, breakDatabase, wait } = await pageApp()
    const { id, organisationId } = await makeProduct(ctx)
    const { id: unseen } = await makeProduct(ctx)
    await askJson(`/p/${id}`)
    await askJson(`/o/${organisationId}`)
    breakDatabase()
    wait(3_600_000)
    expect((await askJson(`/p/${id}`)).body).toMatchObject({ id, stale: true })
    expect((await askJson(`/o/${organisationId}`)).body).toMatchObject({ stale: true })
    expect((await open(`/p/${id}`)).status).toBe(200)
    expect(last()).toMatchObject({ kind: 'product', stale: true, asOf: NOW })
    expect((await open(`/p/${unseen}`)).status).toBe(503)
    wait(24 * 3_600_000)
    expect((await open(`/p/${id}`)).status).toBe(503)
  })
})

describe('GET /o/{ORGANISATION}', () => {
  it('shows a producer with the products in use and the codes it holds', async () => {
    const { ctx, askJson, open, last } = await pageApp()
    const { id: organisationId, name } = await makeOrganisation(ctx)
    const { code } = await makeCode(ctx, { holderId: organisationId })
    const kept = await makeProduct(ctx, { organisationId })
    const away = await makeProduct(ctx, { organisationId })
    await archiveProduct({ ctx, input: { id: away.id, archived: true } })
    const { body } = await askJson(`/o/${organisationId}`)
    expect(publicOrganisationSchema.parse(body)).toEqual(body)
    expect(body).toMatchObject({ id: organisationId, name, suspendedOn: null, more: false })
    expect(body.products.map(({ id }: { id: string }) => id)).toEqual([kept.id])
    expect(body.codes.map((each: { code: string }) => each.code)).toEqual([code])
    expect((await open(`/o/${organisationId}`)).status).toBe(200)
    expect(last()).toMatchObject({ kind: 'organisation', organisation: { name } })
  })

  it('is none of a body that has neither product nor code', async () => {
    const { ctx, open } = await pageApp()
    const { id } = await makeOrganisation(ctx, { kind: 'state' })
    expect((await open(`/o/${id}`)).status).toBe(404)
  })
})

describe('what programs read of such a page', () => {
  const PRODUCT: PublicProduct = {
    ...{ id: 'p1', name: 'Xoài </script><script>alert(1)</script>', brand: null, gtin: null },
    ...{ category: null, netContent: null, description: { vi: 'Ngọt & thơm' }, story: null },
    images: [{ url: '/media/a.jpg', alt: 'Hộp', width: 800, height: 600 }],
    ...{ storage: null, shelfLife: null, warnings: [], standards: [], mark: null, ocop: null },
    ...{ certificates: [], archivedOn: null },
    producer: {
      ...{ id: null, name: null, kind: 'household', address: null },
      ...{ commune: 'Chợ Mới', province: 'An Giang', suspendedOn: null },
    },
    batches: { count: 0, more: false, newestPackedOn: null },
  }
  const here = { origin: 'https://tem.example.vn', lang: 'vi' as const }

  it('is what the page says: no offer, no rating, no person who is not named', () => {
    const text = productData(PRODUCT, here)
    expect(JSON.parse(text)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Product',
      ...{ name: PRODUCT.name, url: 'https://tem.example.vn/p/p1', description: 'Ngọt & thơm' },
      image: ['https://tem.example.vn/media/a.jpg'],
    })
  })

  it('cannot end the element it stands in', () => {
    expect(productData(PRODUCT, here)).not.toMatch(/[<>&]/)
  })

  it('names a producer with its place', () => {
    const { batches: _, ...rest } = PRODUCT
    const organisation = {
      ...{ ...rest.producer, id: 'o1', name: 'HTX Chợ Mới', gln: '8930000000002' },
      ...{ products: [], codes: [], more: false },
    }
    expect(JSON.parse(organisationData(organisation, here))).toMatchObject({
      ...{ '@type': 'Organization', name: 'HTX Chợ Mới', globalLocationNumber: '8930000000002' },
      address: { addressLocality: 'Chợ Mới', addressRegion: 'An Giang', addressCountry: 'VN' },
    })
  })
})
