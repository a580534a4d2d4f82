import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { PageModel } from '../../../site/page-models.ts'
import { signLabel } from '../../../worker/domain/label/jws.ts'
import { verdictSchema } from '../../../worker/routes/public/schemas.ts'
import { issueCertificate } from '../../../worker/verbs/certificates/issue-certificate.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { loadSigningKey } from '../../../worker/verbs/keys/load-signing-key.ts'
import { revokeKey } from '../../../worker/verbs/keys/revoke-key.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, NOW, setStatus } from '../../support/factories.ts'
import { forge, JSON_ONLY, scanApp } from './support.ts'

const database = freshDatabase()
const context = async () => makeContext((await database).db)

async function certified(ctx: VerbContext, given: Parameters<typeof makeCode>[1] = {}) {
  const code = await makeCode(ctx, given)
  const { url, kid } = await issueCertificate({ ctx, input: { code: code.code } })
  return { ...code, url, kid, path: url.slice(ctx.labelOrigin.length) }
}

/** Signed with the active key, issued by nobody. */
async function signedOnly(ctx: VerbContext, code: string) {
  const key = await loadSigningKey({ ctx, input: { purpose: 'new_run', may: 'labels.issue' } })
  return `/${await signLabel({ ...key, subjectText: `C/${code}` })}`
}

describe('a scanned certificate', () => {
  it('is genuine and says what its code is today, as JSON', async () => {
    const ctx = await context()
    const { code, path, kid } = await certified(ctx)
    expect(path).toMatch(new RegExp(`^/${kid}[0-9A-Z]{103}/C/${code}$`))
    const { status, body } = await scanApp(ctx.db).askJson(path)
    expect(status).toBe(200)
    expect(verdictSchema.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      authenticity: 'genuine',
      standing: 'clear',
      markets: [{ market: 'CHN', standing: 'clear' }],
      reasons: [],
      label: {
        kid,
        profile: 'certificate',
        batch: null,
        serial: null,
        growingAreas: [code],
        packingHouse: null,
        gtin: null,
      },
      batch: null,
      scans: null,
      stale: false,
    })
    expect(body.jws.split('.')).toHaveLength(3)
  })

  it('names a packing house as such', async () => {
    const ctx = await context()
    const { code, path } = await certified(ctx, { slot: 'packing_house' })
    const { body } = await scanApp(ctx.db).askJson(path)
    expect(body.label).toMatchObject({ growingAreas: [], packingHouse: code })
  })

  it('is a page with the answer, the facts of the code and no trace of a batch', async () => {
    const ctx = await context()
    const { code, path } = await certified(ctx)
    const models: PageModel[] = []
    const render = async (model: PageModel) => {
      models.push(model)
      return { html: model.kind, styleHash: 'sha256-test' }
    }
    const app = scanApp(ctx.db, { pages: { render } })
    const page = await app.open(path)
    expect(page.status).toBe(200)
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
      vary: 'Accept, Accept-Language',
    })
    expect(models[0]).toMatchObject({
      kind: 'certificate',
      code,
      entry: { code },
      issuedAt: NOW,
      verdict: { standing: 'clear', batch: null },
      slots: { sigUrl: path },
    })
    expect(app.scans).toEqual([])
  })

  it('follows the status of each market: some suspended, then none left', async () => {
    const ctx = await context()
    const { id: codeId, path } = await certified(ctx)
    await setStatus(ctx, { codeId, market: 'EU', status: 'active', effectiveOn: '2026-01-01' })
    await setStatus(ctx, { codeId, market: 'EU', status: 'suspended', effectiveOn: '2026-06-01' })
    const some = await scanApp(ctx.db).askJson(path)
    expect(some).toMatchObject({
      status: 200,
      body: {
        standing: 'notice',
        markets: [
          { market: 'CHN', standing: 'clear' },
          { market: 'EU', standing: 'stop' },
        ],
        reasons: [{ code: 'code_not_active', severity: 'stop', market: 'EU', since: '2026-06-01' }],
      },
    })
    await setStatus(ctx, { codeId, market: 'CHN', status: 'revoked', effectiveOn: '2026-06-02' })
    const { body } = await scanApp(ctx.db).askJson(path)
    expect(body.standing).toBe('stop')
  })

  it('shows a change at most 30 seconds later', async () => {
    const ctx = await context()
    const { id: codeId, path } = await certified(ctx)
    const app = scanApp(ctx.db)
    expect((await app.askJson(path)).body.standing).toBe('clear')
    await setStatus(ctx, { codeId, market: 'CHN', status: 'suspended', effectiveOn: '2026-06-01' })
    app.wait(30_000)
    expect((await app.askJson(path)).body.standing).toBe('stop')
  })

  it('is answered by the verify API as well, and unknown under a foreign host', async () => {
    const ctx = await context()
    const { url, path } = await certified(ctx)
    const app = scanApp(ctx.db)
    const verify = async (code: string) => {
      const response = await app.ask('/api/v1/verify', {
        method: 'POST',
        headers: { ...JSON_ONLY, 'content-type': 'application/json' },
        body: JSON.stringify({ code }),
      })
      return { status: response.status, body: await response.json() }
    }
    expect(await verify(url)).toMatchObject({ status: 200, body: { authenticity: 'genuine' } })
    expect(await verify(`https://khac.example${path}`)).toMatchObject({
      body: { authenticity: 'unknown', reasons: [{ code: 'foreign_host' }] },
    })
  })

  it('a forged one and one of an unknown key are refused without the register', async () => {
    const ctx = await context()
    const { path } = await certified(ctx)
    const app = scanApp(ctx.db)
    await app.askJson(path)
    const before = app.state.databaseCalls
    const forged = await app.askJson(forge(path))
    expect(forged).toMatchObject({ status: 404, body: { authenticity: 'forged' } })
    expect(app.state.databaseCalls).toBe(before)
    expect(await app.askJson(`/ZZZ${path.slice(4)}`)).toMatchObject({
      status: 404,
      body: { authenticity: 'unknown', reasons: [{ code: 'key_unknown' }] },
    })
    expect((await app.askJson(`${path}-`)).status).toBe(400)
  })

  it('that was signed and never issued is unknown, and genuine as soon as it is issued', async () => {
    const ctx = await context()
    const { code } = await makeCode(ctx)
    const path = await signedOnly(ctx, code)
    const app = scanApp(ctx.db)
    const refused = await app.askJson(path)
    expect(refused).toMatchObject({
      status: 404,
      body: { authenticity: 'unknown', standing: null, label: null },
    })
    expect(refused.body.reasons[0]).toMatchObject({ code: 'serial_not_issued' })
    expect(refused.body.reasons[0].text.vi).toContain(`giấy xác nhận cho mã ${code}`)
    await issueCertificate({ ctx, input: { code } })
    app.wait(1_000)
    expect((await app.askJson(path)).body.authenticity).toBe('genuine')
  })

  it('of a code the register does not have is unknown', async () => {
    const ctx = await context()
    const path = await signedOnly(ctx, 'VN-XXOR-9999')
    expect(await scanApp(ctx.db).askJson(path)).toMatchObject({
      status: 404,
      body: { authenticity: 'unknown', reasons: [{ code: 'batch_unknown' }] },
    })
  })

  it('issued before its key was revoked stays genuine and says so; a later one is unknown', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    const early = await certified(ctx)
    const late = await certified({ ...ctx, now: () => NOW + 1_000 })
    await revokeKey({ ctx, input: { kid: early.kid, from: NOW + 500 } })
    expect((await scanApp(db).askJson(early.path)).body).toMatchObject({
      authenticity: 'genuine',
      standing: 'notice',
      reasons: [{ code: 'key_revoked', severity: 'notice' }],
    })
    expect(await scanApp(db).askJson(late.path)).toMatchObject({
      status: 404,
      body: { authenticity: 'unknown', reasons: [{ code: 'key_revoked' }] },
    })
  })

  it('stands on older facts while the database is away, with a word about it', async () => {
    const ctx = await context()
    const { path } = await certified(ctx)
    const app = scanApp(ctx.db)
    await app.askJson(path)
    app.breakDatabase()
    app.wait(60_000)
    expect((await app.askJson(path)).body).toMatchObject({ authenticity: 'genuine', stale: true })
  })

  it('of a code taken back afterwards is a stop', async () => {
    const ctx = await context()
    const { id, path } = await certified(ctx)
    await ctx.db.run(sql`UPDATE code SET withdrawn_at = ${NOW} WHERE id = ${id}`)
    expect((await scanApp(ctx.db).askJson(path)).body).toMatchObject({
      standing: 'stop',
      markets: [{ market: 'CHN', standing: 'stop' }],
      reasons: [{ code: 'code_withdrawn', market: null }],
    })
  })
})
