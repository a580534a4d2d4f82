import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { code } from '../../../db/schema/index.ts'
import type { PageModel } from '../../../site/page-models.ts'
import { codeEntrySchema } from '../../../worker/routes/public/codes/contract.ts'
import { listNotices } from '../../../worker/verbs/notices/list-notices.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, setStatus } from '../../support/factories.ts'
import { JSON_ONLY, scanApp } from '../scan/support.ts'

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

describe('GET /codes/{CODE}', () => {
  it('shows people the register’s entry, under a policy that allows no script', async () => {
    const { ctx, open, last } = await pageApp()
    const made = await makeCode(ctx)
    const response = await open(`/codes/${made.code}?lang=en`)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'en',
      'cache-control': 'private, no-store',
    })
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(last()).toMatchObject({
      kind: 'code',
      lang: 'en',
      today: '2026-06-15',
      stale: false,
      entry: {
        code: made.code,
        markets: [{ market: 'CHN', statusToday: 'active', since: '2025-01-01' }],
        history: [{ status: 'active', effectiveOn: '2025-01-01' }],
      },
    })
  })

  it('answers a machine with the document of the API', async () => {
    const { ctx, askJson } = await pageApp()
    const made = await makeCode(ctx)
    const page = await askJson(`/codes/${made.code}`)
    expect(page.status).toBe(200)
    expect(codeEntrySchema.parse(page.body)).toEqual(page.body)
    expect(page.body).toEqual((await askJson(`/api/v1/codes/${made.code}`)).body)
  })

  it('leads every other spelling to the code’s own for now, with its query', async () => {
    const { ctx, open } = await pageApp()
    await makeCode(ctx, { code: 'VN-TGOR-0077' })
    const spellings = [
      'vn-tgor-0077',
      'VN-TGOR-77',
      'vntgor077',
      encodeURIComponent('VN TGOR–0077'),
    ]
    for (const typed of spellings) {
      const response = await open(`/codes/${typed}?lang=zh`)
      expect(response.status).toBe(308)
      expect(response.headers.get('location')).toBe('/codes/VN-TGOR-0077?lang=zh')
      expect(response.headers.get('cache-control')).toBe('no-store')
    }
  })

  it('leads from a spelling that was replaced to the code that replaced it', async () => {
    const { ctx, db, open } = await pageApp()
    const made = await makeCode(ctx)
    await db.update(code).set({ legacyCode: 'VN-TGOR-9999X' }).where(eq(code.id, made.id))
    const response = await open('/codes/VN-TGOR-9999X')
    expect(response.headers.get('location')).toBe(`/codes/${made.code}`)
  })

  it('never guesses between two codes, but offers both', async () => {
    const { ctx, open, askJson, last } = await pageApp()
    await makeCode(ctx, { code: 'VN-BTOR-001' })
    await makeCode(ctx, { code: 'VN-BTOR-0001' })
    const response = await open('/codes/vnbtor1')
    expect(response.status).toBe(404)
    const candidates = ['VN-BTOR-0001', 'VN-BTOR-001']
    expect(last()).toMatchObject({
      kind: 'problem',
      status: 404,
      typedCode: { typed: 'vnbtor1', candidates },
    })
    const { body } = await askJson('/codes/vnbtor1')
    expect(body).toMatchObject({
      code: 'not_found',
      errors: candidates.map((message) => ({ path: 'code', message })),
    })
  })

  it('tells an unknown code (404) from a text that is none (400)', async () => {
    const { open, askJson, last } = await pageApp()
    expect((await open('/codes/VN-NONE-0000')).status).toBe(404)
    expect(last()).toMatchObject({ typedCode: { typed: 'VN-NONE-0000', candidates: [] } })
    for (const text of ['ab', 'A'.repeat(41), '???']) {
      const response = await open(`/codes/${encodeURIComponent(text)}`)
      expect(response.status).toBe(400)
      expect(last()).toMatchObject({ kind: 'problem', typedCode: { typed: text } })
      expect((await askJson(`/codes/${encodeURIComponent(text)}`)).body).toMatchObject({
        code: 'malformed_code',
      })
    }
  })

  it('outlives the database with older data that say so, and is 503 for what it never read', async () => {
    const { ctx, open, wait, breakDatabase, last, state } = await pageApp()
    const made = await makeCode(ctx)
    await open(`/codes/${made.code}`)
    const readAt = state.now
    breakDatabase()
    wait(120_000)
    expect((await open(`/codes/${made.code}`)).status).toBe(200)
    expect(last()).toMatchObject({ kind: 'code', stale: true, asOf: readAt })
    expect((await open('/codes/VN-NEVER-1')).status).toBe(503)
    expect(last()).toMatchObject({ kind: 'problem', status: 503, typedCode: null })
  })

  it('takes HEAD as GET without a body, and no other method', async () => {
    const { ctx, ask } = await pageApp()
    const made = await makeCode(ctx)
    const head = await ask(`/codes/${made.code}`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    const post = await ask(`/codes/${made.code}`, { method: 'POST', headers: JSON_ONLY })
    expect(post.status).toBe(405)
  })

  it('is where a notice about a code leads', async () => {
    const { ctx, db, open } = await pageApp()
    const made = await makeCode(ctx)
    await setStatus(ctx, {
      codeId: made.id,
      market: 'CHN',
      status: 'suspended',
      effectiveOn: '2026-06-10',
    })
    const { items } = await listNotices({ db, cursor: null, limit: 50 })
    const href = items.find(({ subject }) => subject?.text === made.code)?.subject?.href ?? ''
    expect(href).toBe(`/codes/${made.code}`)
    expect((await open(href)).status).toBe(200)
  })
})
