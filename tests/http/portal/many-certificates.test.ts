import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { PageModel } from '../../../site/page-models.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeSite, setStatus } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const database = freshDatabase()
const HERE = { provinceCode: '91', provinceName: 'An Giang', communeCode: '30337' }
const PATH = '/portal/codes/certificates'

/** Pages whose sheets are the codes on them, in the frame of a page. */
const pages = {
  render: async (model: PageModel) => {
    const sheets = model.kind === 'portal/certificates/sheets' ? model.sheets : []
    const html = `<body><main>${sheets.map(({ code }) => `[${code}]`).join('')}</main></body>`
    return { html, styleHash: null }
  },
}

async function register(count: number, place: object = HERE) {
  const { db } = await database
  const ctx = makeContext(db)
  const made = []
  for (let i = 0; i < count; i++) {
    made.push(await makeCode(ctx, { siteId: (await makeSite(ctx, place)).id }))
  }
  const person = await makePerson(db, 'officer', {
    place: { provinceCode: '91', communeCode: null },
  })
  return { db, ctx, made, person, app: portalApp(db, person) }
}

function choose(app: PortalApp, codes: readonly string[]) {
  const body = new URLSearchParams(codes.map((code) => ['code', code]))
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'https://tem.example.vn',
  }
  return app.ask(PATH, { method: 'POST', body, headers })
}

const issuesOf = async (person: Person) => {
  const { db } = await database
  const rows = await db.all<{ code: string }>(sql`SELECT c.code FROM code_certificate x
    JOIN code c ON c.id = x.code_id WHERE x.actor = ${`user:${person.userId}`} ORDER BY c.code`)
  return rows.map(({ code }) => code)
}

describe('certificates of many codes', () => {
  it('are issued together, once however often they are printed, a sheet each in the order asked', async () => {
    const { db, made, person, app } = await register(25)
    const codes = made.map(({ code }) => code)
    const posted = await choose(app, codes)
    expect(posted.status).toBe(303)
    expect(await issuesOf(person)).toEqual(codes.toSorted())
    await choose(app, codes)
    expect(await issuesOf(person)).toHaveLength(25)
    const printed = await portalApp(db, person, { pages }).get(posted.location ?? '')
    const sheets = codes.map((code) => `[${code}]`).join('')
    expect(await printed.response.text()).toBe(`<body><main>${sheets}</main></body>`)
  })

  it('leave out what may not be issued and what is not the officer’s, and say so', async () => {
    const { ctx, made, person, app } = await register(3)
    const away = await register(1, { provinceCode: '15', communeCode: '02641' })
    const [good, stopped, other] = made.map(({ code }) => code)
    const codes = [good, stopped, other, away.made[0]?.code, 'VN-KHONG-CO'].map(
      (code) => code ?? '',
    )
    for (const { id: codeId } of made.slice(1, 2)) {
      const decision = { status: 'suspended', effectiveOn: '2026-06-01' } as const
      await setStatus(ctx, { codeId, market: 'CHN', ...decision })
    }
    const { location } = await choose(app, codes)
    expect(await issuesOf(person)).toEqual([good, other].map((code) => code ?? '').toSorted())
    const { model } = await app.get(location ?? '')
    if (model?.kind !== 'portal/certificates/sheets') throw new Error(`shown: ${model?.kind}`)
    expect(model.sheets.map(({ code }) => code)).toEqual([good, other])
    expect(model.missing).toBe(
      `Không có giấy để in: ${[stopped, away.made[0]?.code, 'VN-KHONG-CO'].join(', ')}.`,
    )
  })

  it('are at least one and at most two hundred', async () => {
    const { app } = await register(0)
    for (const codes of [[], Array.from({ length: 201 }, (_, i) => `VN-AGOR-${1000 + i}`)]) {
      const { status, model } = await choose(app, codes)
      expect([status, model?.kind]).toEqual([400, 'portal/certificates/many'])
    }
  })

  it('are chosen from the list as it is narrowed', async () => {
    const { made, app } = await register(2)
    const { model } = await app.get(`${PATH}?q=${made[0]?.code}`)
    if (model?.kind !== 'portal/certificates/many') throw new Error(`shown: ${model?.kind}`)
    expect(model.codes.map(({ value }) => value)).toEqual([made[0]?.code])
  })
})
