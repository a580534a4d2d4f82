import { describe, expect, it } from 'vitest'
import { verdictSchema } from '../../../worker/routes/public/schemas.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { voidLabels } from '../../../worker/verbs/labels/void-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeBatch, makeContext } from '../../support/factories.ts'
import { issued, scanApp } from './support.ts'

const database = freshDatabase()
const context = async () => makeContext((await database).db)

describe('GET /b/{REF}', () => {
  it('shows the batch as a typed code: no authenticity, no standing, no label', async () => {
    const ctx = await context()
    const { batch } = await issued(ctx)
    const app = scanApp(ctx.db)
    const { status, body } = await app.askJson(`/b/${batch.ref}`)
    expect(status).toBe(200)
    expect(verdictSchema.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      authenticity: null,
      standing: null,
      label: null,
      jws: null,
      scans: null,
      batch: { ref: batch.ref },
      markets: [
        { market: 'VNM', standing: 'clear' },
        { market: 'CHN', standing: 'clear' },
      ],
    })
    const page = await app.open(`/b/${batch.ref}`)
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    expect(page.headers.get('x-robots-tag')).toBe('noindex')
    expect(await page.text()).toContain('null/null/ stale=false typed=true')
  })

  it('says that the batch is recalled, and nothing of single labels', async () => {
    const ctx = await context()
    const { batch, run } = await issued(ctx)
    const app = scanApp(ctx.db)
    await voidLabels({ ctx, input: { runId: run.id, kind: 'stolen', reason: 'Mất cuộn tem' } })
    expect((await app.askJson(`/b/${batch.ref}`)).body.reasons).toEqual([])
    await recallBatch({ ctx, input: { ref: batch.ref, reason: 'Dư lượng thuốc' } })
    app.wait(30_000)
    const { body } = await app.askJson(`/b/${batch.ref}`)
    expect(body.reasons.map((reason: { code: string }) => reason.code)).toEqual(['batch_recalled'])
  })

  it('leads every other spelling to the canonical one with 308, query kept', async () => {
    const ctx = await context()
    const { batch } = await issued(ctx)
    const app = scanApp(ctx.db)
    const { ref } = batch
    const spellings = [
      ref.toLowerCase(),
      `${ref.slice(0, 4)}-${ref.slice(4)}`,
      `${ref.slice(0, 4)}%20${ref.slice(4)}`,
      `${ref}-`,
    ]
    for (const typed of spellings) {
      const response = await app.open(`/b/${typed}?lang=en`)
      expect(response.status).toBe(308)
      expect(response.headers.get('location')).toBe(`/b/${ref}?lang=en`)
    }
    expect((await app.open(`/b/${ref}/`)).status).toBe(200)
  })

  it('reads O as 0 and I and L as 1', async () => {
    const ctx = await context()
    const app = scanApp(ctx.db)
    // 0000000 has check character 0, 1111111 has check character N.
    expect((await app.open('/b/ooooOOOO')).headers.get('location')).toBe('/b/00000000')
    const ones = (await app.open('/b/iIlL111N')).headers.get('location')
    expect(ones).toBe('/b/1111111N')
  })

  it('is 404 for a batch that is not there, and for one without labels', async () => {
    const ctx = await context()
    const { ref } = await makeBatch(ctx)
    const app = scanApp(ctx.db)
    for (const path of ['/b/00000000', `/b/${ref}`]) {
      const page = await app.open(path)
      expect(page.status).toBe(404)
      expect(await page.text()).toContain('problem lang=vi demo=false status=404 id=null')
      expect((await app.askJson(path)).body).toMatchObject({ status: 404, code: 'not_found' })
    }
  })

  it.each([
    '7K3M9QX2',
    '7K3M9Q',
    '7K3M9QX11',
    'UUUUUUUU',
    '%E0%A4%A',
    '%00',
    '<script>',
    '７K3M9QX1',
  ])('is 400 for %s', async (typed) => {
    const ctx = await context()
    const app = scanApp(ctx.db)
    const page = await app.open(`/b/${typed}`)
    expect(page.status).toBe(400)
    expect((await app.askJson(`/b/${typed}`)).body).toMatchObject({ code: 'malformed_code' })
  })

  it('the form leads to the code, to the check of a whole label, or says what is wrong', async () => {
    const ctx = await context()
    const { batch, path } = await issued(ctx)
    const app = scanApp(ctx.db)
    const locationOf = async (typed: string) =>
      (await app.open(`/b?ref=${encodeURIComponent(typed)}`)).headers.get('location')
    expect(await locationOf(` ${batch.ref.toLowerCase()} `)).toBe(`/b/${batch.ref}`)
    expect(await locationOf(path)).toBe(`/check?code=${encodeURIComponent(path)}`)
    expect(await locationOf('https://elsewhere.example/x')).toMatch(/^\/check\?code=/)
    expect(await locationOf('')).toBe('/')
    expect((await app.open('/b?ref=hello')).status).toBe(400)
  })
})

describe('GET /01/{GTIN}/10/{REF} without a signature', () => {
  it('answers like a typed code, with and without unit', async () => {
    const ctx = await context()
    const { batch } = await issued(ctx, { profile: 'gs1' })
    const app = scanApp(ctx.db)
    for (const path of [
      `/01/${batch.gtin}/10/${batch.ref}`,
      `/01/${batch.gtin}/10/${batch.ref}/21/1`,
    ]) {
      const { status, body } = await app.askJson(path)
      expect(status).toBe(200)
      expect(body).toMatchObject({ authenticity: null, label: null, batch: { ref: batch.ref } })
    }
  })

  it('is 400 where it is not well formed and 404 under the GTIN of another product', async () => {
    const ctx = await context()
    const { batch } = await issued(ctx, { profile: 'gs1' })
    const app = scanApp(ctx.db)
    const statusOf = async (path: string) => (await app.open(path)).status
    expect(await statusOf(`/01/${batch.gtin.slice(0, 13)}X/10/${batch.ref}`)).toBe(400)
    expect(await statusOf(`/01/${batch.gtin}/10/7K3M9QX2`)).toBe(400)
    expect(await statusOf(`/01/${batch.gtin}/10/${batch.ref}/21/0`)).toBe(400)
    expect(await statusOf(`/01/06291041500213/10/${batch.ref}`)).toBe(404)
    expect(await statusOf(`/01/${batch.gtin}/10/00000000`)).toBe(404)
  })
})

describe('what belongs to a label is not said of its batch', () => {
  it('a void label has no notice in the public document, a recall has', async () => {
    const ctx = await context()
    const { batch, run, path } = await issued(ctx)
    await voidLabels({ ctx, input: { runId: run.id, reason: 'In hỏng' } })
    const app = scanApp(ctx.db)
    const voided = (await app.askJson(path)).body
    expect(voided.reasons[0].code).toBe('label_void')
    expect(voided.batch.notices).toEqual([])
    await recallBatch({ ctx, input: { ref: batch.ref, reason: 'Dư lượng thuốc' } })
    app.wait(30_000)
    const recalled = (await app.askJson(path)).body
    expect(recalled.batch.notices).toMatchObject([{ kind: 'batch_recalled' }])
    expect(recalled.batch).toEqual((await app.askJson(`/api/v1/batches/${batch.ref}`)).body)
  })

  it('two ranges voided at one instant keep their own words', async () => {
    const ctx = await context()
    const { run, paths } = await issued(ctx)
    const input = { runId: run.id, kind: 'recalled', reason: 'Thu hồi' } as const
    await voidLabels({ ctx, input: { ...input, from: 1, to: 5, documentNo: '11/QĐ' } })
    await voidLabels({ ctx, input: { ...input, from: 6, to: 10, documentNo: '22/QĐ' } })
    const app = scanApp(ctx.db)
    expect(await (await app.open(paths[0] ?? '')).text()).toContain('11/QĐ')
    expect(await (await app.open(paths[9] ?? '')).text()).toContain('22/QĐ')
  })
})
