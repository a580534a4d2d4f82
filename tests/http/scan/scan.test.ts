import { describe, expect, it } from 'vitest'
import { verdictSchema } from '../../../worker/routes/public/schemas.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext } from '../../support/factories.ts'
import { forge, issued, JSON_ONLY, PHONE, scanApp } from './support.ts'

const database = freshDatabase()
const context = async () => makeContext((await database).db)

describe('a genuine label', () => {
  it.each(['compact', 'full', 'gs1'] as const)(
    'of profile %s is a page or a verdict by Accept',
    async (profile) => {
      const ctx = await context()
      const { batch, paths } = await issued(ctx, { profile })
      const app = scanApp(ctx.db)
      const page = await app.open(paths[2] ?? '')
      expect(page.status).toBe(200)
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(await page.text()).toContain('genuine/clear/ stale=false')
      const { status, body } = await app.askJson(paths[2] ?? '')
      expect(status).toBe(200)
      expect(verdictSchema.parse(body)).toEqual(body)
      expect(body).toMatchObject({
        authenticity: 'genuine',
        standing: 'clear',
        reasons: [],
        label: {
          profile,
          batch: batch.ref,
          serial: 3,
          gtin: profile === 'gs1' ? batch.gtin : null,
        },
        batch: { ref: batch.ref },
        stale: false,
      })
      const codes = profile === 'full' ? [batch.area.code] : []
      expect(body.label.growingAreas).toEqual(codes)
    },
  )

  it('of a whole batch is genuine under serial 0', async () => {
    const ctx = await context()
    const { path } = await issued(ctx, { wholeBatch: true, copies: 2 })
    const { status, body } = await scanApp(ctx.db).askJson(path)
    expect(status).toBe(200)
    expect(body).toMatchObject({ authenticity: 'genuine', label: { serial: 0 } })
  })

  it('stays 200 when its goods must not be sold', async () => {
    const ctx = await context()
    const { batch, path } = await issued(ctx)
    await recallBatch({ ctx, input: { ref: batch.ref, reason: 'Dư lượng thuốc' } })
    const { status, body } = await scanApp(ctx.db).askJson(path)
    expect(status).toBe(200)
    expect(body).toMatchObject({ authenticity: 'genuine', standing: 'stop' })
    expect(body.reasons[0].code).toBe('batch_recalled')
  })

  it('is filled with the texts of its own label, though its page is rendered once a batch', async () => {
    const ctx = await context()
    const { paths } = await issued(ctx)
    const app = scanApp(ctx.db)
    const pages = await Promise.all(paths.map(async (path) => (await app.open(path)).text()))
    expect(pages.map((page) => /\[Tem số (\d+)\]/.exec(page)?.[1])).toEqual(
      paths.map((_, i) => String(i + 1)),
    )
    const before = app.state.rendered
    await app.open(paths[0] ?? '')
    expect(app.state.rendered).toBe(before)
  })

  it('answers in the language asked for, by query before header, Vietnamese otherwise', async () => {
    const ctx = await context()
    const { path } = await issued(ctx)
    const app = scanApp(ctx.db)
    const languageOf = async (query: string, header: string | null) => {
      const headers = header === null ? PHONE : { ...PHONE, 'accept-language': header }
      return (await app.ask(`${path}${query}`, { headers })).headers.get('content-language')
    }
    expect(await languageOf('', null)).toBe('vi')
    expect(await languageOf('', 'zh-CN,zh;q=0.9,en;q=0.8')).toBe('zh')
    expect(await languageOf('', 'fr-FR')).toBe('vi')
    expect(await languageOf('?lang=en', 'zh-CN')).toBe('en')
    expect(await languageOf('?fbclid=1&lang=zh#x', 'en')).toBe('zh')
    expect(await languageOf('?lang=de', 'en')).toBe('en')
  })
})

describe('what is not genuine', () => {
  it('is 404 when forged or unknown and 400 when malformed, as page and as JSON', async () => {
    const ctx = await context()
    const { path } = await issued(ctx, { profile: 'compact' })
    const app = scanApp(ctx.db)
    const [, sig = ''] = path.split('/')
    const cases = [
      [forge(path), 404, 'forged', 'signature_invalid'],
      [`/ZZZ${sig.slice(3)}/${path.slice(108)}`, 404, 'unknown', 'key_unknown'],
      [`${path}x`, 400, 'malformed', 'malformed'],
      [path.toLowerCase(), 400, 'malformed', 'malformed'],
      [`/${sig}`, 400, 'malformed', 'malformed'],
      ['/x/B/1', 400, 'malformed', 'malformed'],
    ] as const
    for (const [changed, status, authenticity, code] of cases) {
      const verdict = await app.askJson(changed)
      expect(verdict.status).toBe(status)
      expect(verdictSchema.parse(verdict.body)).toEqual(verdict.body)
      expect(verdict.body).toMatchObject({
        authenticity,
        standing: null,
        reasons: [{ code }],
        label: null,
        jws: null,
        batch: null,
        scans: null,
      })
      const page = await app.open(changed)
      expect(page.status).toBe(status)
      expect(await page.text()).toContain(`scan lang=vi demo=false ${authenticity}/null/${code}`)
    }
  })

  it('says on its page, too, that the data are synthetic', async () => {
    const ctx = await context()
    const { path } = await issued(ctx)
    const headers = { ...PHONE, 'accept-language': 'en' }
    const page = await scanApp(ctx.db, { demo: true }).ask(forge(path), { headers })
    expect(await page.text()).toContain('demo=true')
    const missing = await scanApp(ctx.db, { demo: true }).open('/nowhere')
    expect(await missing.text()).toContain('demo=true')
  })
})

describe('the answer', () => {
  it.each([
    ['page', PHONE],
    ['JSON', JSON_ONLY],
  ])(
    'as %s is kept by nobody, indexed by nobody and tells nobody where it was',
    async (_, headers) => {
      const ctx = await context()
      const { path } = await issued(ctx)
      const app = scanApp(ctx.db)
      for (const asked of [path, forge(path), `${path}/x`]) {
        const response = await app.ask(asked, { headers })
        expect(Object.fromEntries(response.headers)).toMatchObject({
          'cache-control': 'private, no-store',
          'x-robots-tag': 'noindex',
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          vary: 'Accept, Accept-Language',
        })
        expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
      }
    },
  )

  it.each([
    ['page', PHONE],
    ['JSON', JSON_ONLY],
  ])('to HEAD has the status and headers of GET as %s and no body', async (_, headers) => {
    const ctx = await context()
    const { path } = await issued(ctx)
    const app = scanApp(ctx.db)
    for (const asked of [path, forge(path), `${path}/x`, '/nowhere', `/b/${'0'.repeat(8)}`]) {
      const get = await app.ask(asked, { headers })
      const head = await app.ask(asked, { method: 'HEAD', headers })
      expect(head.status).toBe(get.status)
      expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers))
      expect(await head.text()).toBe('')
    }
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    'to %s is 405 with Allow',
    async (method) => {
      const ctx = await context()
      const { path } = await issued(ctx)
      const response = await scanApp(ctx.db).ask(path, { method, headers: PHONE })
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toBe('GET, HEAD')
    },
  )
})
