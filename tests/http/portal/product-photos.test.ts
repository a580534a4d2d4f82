import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { auditLog, job, product } from '../../../db/schema/index.ts'
import type { PortalProblemModel } from '../../../site/models/portal-common.ts'
import type { ProductPhotosModel } from '../../../site/models/products.ts'
import type { RecordFormModel } from '../../../site/models/records.ts'
import { pictureSizeOf } from '../../../worker/lib/files/picture-size.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { removeOldFiles } from '../../../worker/verbs/papers/remove-old-files.ts'
import { OLD_PICTURES } from '../../../worker/verbs/products/photos/old-pictures.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeProduct, makeRun, NOW, unique } from '../../support/factories.ts'
import { memoryFiles } from '../../support/outside.ts'
import { emptyPng, makeJpeg, NODE_PICTURES, onItsSide } from '../../support/pictures.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'
import { scanApp } from '../scan/support.ts'

let db: Database
let ctx: VerbContext
let person: Person
let app: PortalApp
const files = memoryFiles()

beforeAll(async () => {
  db = (await freshDatabase()).db
  ctx = makeContext(db)
  await createKey({ ctx, input: { authority: 'Sở thử nghiệm' } })
  person = await makePerson(db, 'producer')
  app = portalApp(db, person, { files, pictures: NODE_PICTURES })
})

const jpegs = { count: 0 }
/** A photo like no other of this file. */
function photo(size: { width: number; height: number } = { width: 40, height: 30 }) {
  jpegs.count += 4
  return makeJpeg({ ...size, tone: jpegs.count })
}

const asFile = (bytes: Uint8Array, name = 'anh.jpg') => new File([new Uint8Array(bytes)], name)

async function newProduct(): Promise<{ id: string; path: string }> {
  const { id } = await makeProduct(ctx, { organisationId: person.organisationId })
  return { id, path: `/portal/products/${id}/photos` }
}

const send = async (path: string, bytes: Uint8Array, alt = 'Hộp xoài') => {
  const sent = await app.post(path, { alt, file: asFile(bytes) })
  await app.settle()
  return sent
}

async function imagesOf(id: string) {
  const [row] = await db.select().from(product).where(eq(product.id, id))
  if (row === undefined) throw new Error(`no product ${id}`)
  return row.images
}

const altsOf = async (id: string) => (await imagesOf(id)).map(({ alt }) => alt)
const shown = async (path: string) => (await app.get(path)).model as ProductPhotosModel

describe('a photo handed in', () => {
  it('stands behind the others, without where it was taken, as large as it is shown', async () => {
    const { id, path } = await newProduct()
    const taken = onItsSide(await photo(), 6)
    const sent = await send(path, taken)
    expect([sent.status, sent.location]).toEqual([303, `${path}?done=added`])
    const [image] = await imagesOf(id)
    expect(image).toMatchObject({ alt: 'Hộp xoài', width: 30, height: 40 })
    const answer = await app.get(image?.url ?? '')
    expect(answer.status).toBe(200)
    const bytes = new Uint8Array(await answer.response.arrayBuffer())
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('GPS')
    expect(pictureSizeOf(bytes, 'image/jpeg')).toEqual({ width: 30, height: 40 })
  })

  it('is named after the product where nobody says what it shows', async () => {
    const { id, path } = await newProduct()
    await send(path, await photo(), '  ')
    const [row] = await db.select().from(product).where(eq(product.id, id))
    expect(await altsOf(id)).toEqual([row?.name])
  })

  it('is there once however often it is sent, one after the other or at once', async () => {
    const { id, path } = await newProduct()
    const bytes = await photo()
    const [first, second] = await Promise.all([send(path, bytes), send(path, bytes)])
    const third = await send(path, bytes)
    const places = [first.location, second.location, third.location].sort()
    expect(places).toEqual([`${path}?done=added`, `${path}?done=there`, `${path}?done=there`])
    expect(await imagesOf(id)).toHaveLength(1)
  })

  it('is not lost where another is handed in at the same moment', async () => {
    const { id, path } = await newProduct()
    const photos = await Promise.all([photo(), photo(), photo()])
    await Promise.all(photos.map((bytes, at) => send(path, bytes, `Ảnh ${at}`)))
    expect((await altsOf(id)).sort()).toEqual(['Ảnh 0', 'Ảnh 1', 'Ảnh 2'])
  })

  it('is followed by smaller ones, which the page of a label shows', async () => {
    const { id, path } = await newProduct()
    const { ref } = await makeRun(ctx, { batch: { productId: id } })
    await send(path, await photo({ width: 1_000, height: 500 }))
    const [image] = await imagesOf(id)
    expect(image?.sizes?.map(({ width, height }) => [width, height])).toEqual([
      [800, 400],
      [320, 160],
    ])
    for (const { url, width, height } of image?.sizes ?? []) {
      const { response } = await app.get(url)
      const bytes = new Uint8Array(await response.arrayBuffer())
      expect(pictureSizeOf(bytes, 'image/jpeg')).toEqual({ width, height })
    }
    const { response } = await app.ask(`/api/v1/batches/${ref}`, {})
    const { images } = (await response.json()).product
    const page = image?.sizes?.[0]
    expect(images).toEqual([{ url: page?.url, alt: 'Hộp xoài', width: 800, height: 400 }])
    expect((await shown(path)).photos[0]?.image.width).toBe(320)
    const jobs = await db
      .select()
      .from(job)
      .where(eq(job.subjectId, `${id}/${image?.url.slice(7, 71)}`))
    expect(jobs.map(({ state }) => state)).toEqual(['done'])
  })

  it('stays as it is where making it smaller would take too much memory', async () => {
    const { id, path } = await newProduct()
    await send(path, await photo({ width: 3_200, height: 2_000 }))
    expect((await imagesOf(id))[0]?.sizes).toBeUndefined()
  })
})

describe('what is no photo we keep', () => {
  const media = (brand: string) =>
    Uint8Array.from([0, 0, 0, 24, ...Buffer.from(`ftyp${brand}`), 0, 0, 0, 0])
  const CASES = [
    ['a telephone’s HEIC', media('heic'), 'HEIC'],
    ['a video', media('mp42'), 'đoạn phim'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'PDF'],
    ['a drawing', Buffer.from('<svg onload="x">'), 'không phải ảnh'],
    ['a broken photo', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 9]), 'bị hỏng'],
    ['nothing', new Uint8Array(), 'Hãy chọn một ảnh'],
    ['a side longer than anybody can draw', emptyPng(70_000, 1), '40 triệu điểm ảnh'],
    ['more pixels than anybody can draw', emptyPng(40_001, 1_000), '40 triệu điểm ảnh'],
  ] as const

  it.each(CASES)('%s is refused by name, and what was typed stays', async (_, bytes, words) => {
    const { id, path } = await newProduct()
    const { status, model } = await app.post(path, { alt: 'Vẫn còn', file: asFile(bytes, 'a.jpg') })
    const { form } = model as ProductPhotosModel
    expect(status).toBe(400)
    expect(form.errors['file']).toContain(words)
    expect(form.values['alt']).toBe('Vẫn còn')
    expect(await imagesOf(id)).toEqual([])
  })

  it('a file of 40 MB is refused before it is read, with advice that fits a photo', async () => {
    const { path } = await newProduct()
    const headers = {
      ...{ 'sec-fetch-site': 'same-origin', 'content-length': String(40 * 1024 * 1024) },
      'content-type': 'multipart/form-data; boundary=x',
    }
    const { status, model } = await app.ask(path, { method: 'POST', headers, body: 'x' })
    expect(status).toBe(413)
    expect((model as PortalProblemModel).text).toContain('độ phân giải thấp hơn')
  })

  it('a thirteenth photo is refused', async () => {
    const { id, path } = await newProduct()
    const images = Array.from({ length: 12 }, (_, at) => ({
      ...{ url: `https://anh.example.vn/${at}.jpg`, alt: `${at}`, width: 4, height: 3 },
    }))
    await db.update(product).set({ images }).where(eq(product.id, id))
    expect((await shown(path)).canAdd).toBe(false)
    const { status, model } = await app.post(path, { alt: '', file: asFile(await photo()) })
    expect(status).toBe(400)
    expect((model as ProductPhotosModel).form.errors['file']).toContain('nhiều nhất 12 ảnh')
    expect(await imagesOf(id)).toEqual(images)
  })
})

describe('photos of a product', () => {
  async function withThree() {
    const made = await newProduct()
    for (const alt of ['Một', 'Hai', 'Ba']) await send(made.path, await photo(), alt)
    const urls = (await imagesOf(made.id)).map(({ url }) => url)
    return { ...made, urls }
  }

  it('stand in the order they were put in, also where that is asked for twice', async () => {
    const { id, path, urls } = await withThree()
    for (let time = 0; time < 2; time++) {
      const moved = await app.post(`${path}/move`, { photo: urls[2] ?? '', at: '1' })
      expect(moved.location).toBe(`${path}?done=moved`)
      expect(await altsOf(id)).toEqual(['Một', 'Ba', 'Hai'])
    }
  })

  it('say what somebody typed; of two who type at once the second is told', async () => {
    const { id, path, urls } = await withThree()
    const typed = { photo: urls[0] ?? '', was: 'Một' }
    const first = await app.post(`${path}/alt`, { ...typed, alt: 'Mặt trước' })
    expect(first.location).toBe(`${path}?done=described`)
    const second = await app.post(`${path}/alt`, { ...typed, alt: 'Mặt sau' })
    const form = (second.model as ProductPhotosModel).photos[0]?.form
    expect(second.status).toBe(409)
    expect(form?.values).toMatchObject({ alt: 'Mặt sau', was: 'Mặt trước' })
    expect(await altsOf(id)).toEqual(['Mặt trước', 'Hai', 'Ba'])
    await app.post(`${path}/alt`, { ...typed, ...form?.values })
    expect(await altsOf(id)).toEqual(['Mặt sau', 'Hai', 'Ba'])
  })

  it('say something: an empty description is refused where it was typed', async () => {
    const { path, urls } = await withThree()
    const sent = await app.post(`${path}/alt`, { photo: urls[1] ?? '', was: 'Hai', alt: ' ' })
    expect(sent.status).toBe(400)
    const { photos, form } = sent.model as ProductPhotosModel
    expect(Object.keys(photos[1]?.form.errors ?? {})).toEqual(['alt'])
    expect(form.problem).toBeNull()
  })

  it('are taken out after a question, once however often it is sent', async () => {
    const { id, path, urls } = await withThree()
    const url = urls[1] ?? ''
    const asked = await app.get(`${path}/remove?photo=${encodeURIComponent(url)}`)
    expect(asked.model).toMatchObject({ kind: 'portal/products/photo-out', url })
    for (let time = 0; time < 2; time++) {
      const gone = await app.post(`${path}/remove`, { photo: url })
      expect(gone.location).toBe(`${path}?done=removed`)
      expect(await altsOf(id)).toEqual(['Một', 'Ba'])
    }
  })

  it('stay where the product is edited', async () => {
    const { id, path, urls } = await withThree()
    const opened = (await app.get(`/portal/products/${id}/edit`)).model as RecordFormModel
    const typed = { ...opened.form.values, brand: 'Cù Lao Giêng' }
    const { images: _, ...posted } = typed as Record<string, string>
    expect((await app.post(opened.action, posted)).status).toBe(303)
    expect((await imagesOf(id)).map(({ url }) => url)).toEqual(urls)
    expect((await shown(path)).photos).toHaveLength(3)
  })

  it('are told in the log with what they say', async () => {
    const { id } = await withThree()
    const rows = await db
      .select()
      .from(auditLog)
      .where(sql`entity_id = ${id} AND action = 'product.photos'`)
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows[2]?.after)).toContain('Ba (/media/')
  })

  it('are nobody’s but their producer’s to change', async () => {
    const { id, path, urls } = await withThree()
    const other = portalApp(db, await makePerson(db, 'producer'), { files })
    const asked = [
      other.get(path),
      other.post(path, { alt: '', file: asFile(await photo()) }),
      other.post(`${path}/alt`, { photo: urls[0] ?? '', was: 'Một', alt: 'Khác' }),
      other.post(`${path}/move`, { photo: urls[0] ?? '', at: '2' }),
      other.post(`${path}/remove`, { photo: urls[0] ?? '' }),
    ]
    for (const { status } of await Promise.all(asked)) expect(status).toBe(404)
    expect(await altsOf(id)).toEqual(['Một', 'Hai', 'Ba'])
  })
})

describe('the address of a picture', () => {
  it('is kept by everybody for good, and runs nothing', async () => {
    const { id, path } = await newProduct()
    await send(path, await photo())
    const [image] = await imagesOf(id)
    const { headers } = (await app.get(image?.url ?? '')).response
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(headers.get('content-type')).toBe('image/jpeg')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    const head = await app.ask(image?.url ?? '', { method: 'HEAD' })
    expect(head.response.headers.get('content-length')).toBe(headers.get('content-length'))
    expect(await head.response.text()).toBe('')
  })

  it('answers as it did while the database is away, where it was asked for before', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { id, path } = await newProduct()
    const [seen, unseen] = [await photo(), await photo()]
    await send(path, seen)
    await send(path, unseen)
    const [first, second] = await imagesOf(id)
    const away = scanApp(db, { files })
    expect((await away.open(first?.url ?? '')).status).toBe(200)
    away.breakDatabase()
    away.wait(3_600_000)
    expect((await away.open(first?.url ?? '')).status).toBe(200)
    expect((await away.open(second?.url ?? '')).status).toBe(503)
    log.mockRestore()
  })

  it('is none under another ending, of another file of the store, or of no product', async () => {
    const { id, path } = await newProduct()
    await send(path, await photo())
    const [image] = await imagesOf(id)
    expect((await app.get((image?.url ?? '').replace('.jpg', '.png'))).status).toBe(404)
    const secret = 'ab'.repeat(32)
    await files.put(`media/${secret}`, await photo())
    for (const name of [`${secret}.jpg`, 'x.jpg', '..%2fsites%2f1.jpg', `${secret}.svg`]) {
      expect((await app.get(`/media/${name}`)).status).toBe(404)
    }
  })

  it('answers while a document names a photo that was taken out, and then no more', async () => {
    const { id, path } = await newProduct()
    const { id: batchId } = (await makeRun(ctx, { batch: { productId: id } })).batch
    const bytes = await photo()
    await send(path, bytes)
    const [image] = await imagesOf(id)
    const url = image?.url ?? ''
    const [named] = await db.all<{ document: string }>(
      sql`SELECT document FROM batch_document WHERE batch_id = ${batchId}`,
    )
    expect(named?.document).toContain(url)
    await app.post(`${path}/remove`, { photo: url })
    const later = NOW + 40 * 86_400_000
    // As where the document could not be written anew yet.
    await db.run(sql`UPDATE batch_document SET document = ${named?.document ?? ''}
      WHERE batch_id = ${batchId}`)
    await removeOldFiles({ db, files, now: later }, OLD_PICTURES)
    expect((await app.get(url)).status).toBe(200)
    await db.run(sql`UPDATE batch_document SET document = replace(document, ${url}, '')
      WHERE batch_id = ${batchId}`)
    await removeOldFiles({ db, files, now: NOW + 86_400_000 }, OLD_PICTURES)
    expect((await app.get(url)).status).toBe(200)
    await removeOldFiles({ db, files, now: later }, OLD_PICTURES)
    app.wait(60_000)
    expect((await app.get(url)).status).toBe(404)
    expect(files.kept.has(`media/${url.slice(7, 71)}`)).toBe(false)
    // Sent again it is as if it had never been gone.
    await send(path, bytes)
    expect((await imagesOf(id)).map((image) => image.url)).toEqual([url])
    app.wait(60_000)
    expect((await app.get(url)).status).toBe(200)
  })

  it('stays where another product has the very same photo', async () => {
    const [one, other] = [await newProduct(), await newProduct()]
    const bytes = await photo()
    await send(one.path, bytes, `${unique()}`)
    await send(other.path, bytes, `${unique()}`)
    const [image] = await imagesOf(one.id)
    await app.post(`${one.path}/remove`, { photo: image?.url ?? '' })
    await removeOldFiles({ db, files, now: NOW + 40 * 86_400_000 }, OLD_PICTURES)
    expect((await app.get(image?.url ?? '')).status).toBe(200)
  })
})
