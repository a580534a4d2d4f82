import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { ROLES, type Role } from '../../../worker/domain/access/roles.ts'
import { type Person, SCOPES } from '../../../worker/verbs/context.ts'
import { scopesOfRole } from '../../../worker/verbs/guard/authorise.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeOrganisation } from '../../support/factories.ts'
import {
  makePerson,
  type PortalAnswer,
  type PortalApp,
  portalApp,
} from '../../support/portal-app.ts'

let db: Database
beforeAll(async () => {
  db = (await freshDatabase()).db
})

const FORM = { name: 'Phần mềm kho', scopes: 'batches:write', expiresOn: '2026-12-31' }

function tokensOf({ model }: PortalAnswer) {
  if (model?.kind !== 'portal/tokens') throw new Error('this is not the list of tokens')
  return model
}

async function somebody(role: Role = 'producer', organisationId?: string) {
  const person = await makePerson(db, role, organisationId === undefined ? {} : { organisationId })
  return { person, app: portalApp(db, person) }
}

/** Makes a token as the page does, with several scopes where they are parted by blanks. */
async function make(app: PortalApp, given: Partial<typeof FORM> = {}): Promise<PortalAnswer> {
  const { scopes, ...rest } = { ...FORM, ...given }
  const body = new URLSearchParams(rest)
  for (const scope of scopes.split(' ')) if (scope !== '') body.append('scopes', scope)
  const headers = { 'sec-fetch-site': 'same-origin' }
  return app.ask('/portal/tokens', { method: 'POST', headers, body })
}

const secretOf = (answer: PortalAnswer): string => tokensOf(answer).made?.token ?? ''

/** What a program is answered with the token. */
async function call(app: PortalApp, token: string, body?: object): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  return (await app.ask('/api/v1/products', { headers, ...sent })).status
}

const product = () => ({ name: `Chè ${crypto.randomUUID()}` })

async function setRole({ userId, organisationId }: Person, role: Role | null): Promise<void> {
  await db.run(
    role === null
      ? sql`DELETE FROM member WHERE user_id = ${userId} AND organization_id = ${organisationId}`
      : sql`UPDATE member SET role = ${role} WHERE user_id = ${userId} AND organization_id = ${organisationId}`,
  )
}

describe('a token made in the portal', () => {
  it('is shown once, works for its organisation, and is listed without its secret', async () => {
    const { app, person } = await somebody()
    const made = await make(app, { scopes: 'batches:write labels:issue' })
    expect([made.status, made.response.headers.get('cache-control')]).toEqual([
      200,
      'private, no-store',
    ])
    const token = secretOf(made)
    expect(token).toMatch(/^goc_[A-Za-z0-9_-]{43}$/)
    expect(await call(app, token, product())).toBe(201)
    const again = tokensOf(await app.get('/portal/tokens'))
    expect(again.made).toBeNull()
    expect(JSON.stringify(again)).not.toContain(token)
    expect(again.rows).toHaveLength(1)
    expect(again.rows[0]?.map(({ text }) => text).slice(0, 4)).toEqual([
      'Phần mềm kho',
      'Khai báo sản phẩm và lô hàng, Phát hành và in tem',
      person.name,
      '31/12/2026',
    ])
    const [row] = await db.all<{ organisation_id: string; dump: string }>(
      sql`SELECT organisation_id, token_hash || name AS dump FROM api_token ORDER BY created_at DESC, rowid DESC LIMIT 1`,
    )
    expect(row?.organisation_id).toBe(person.organisationId)
    expect(row?.dump).not.toContain(token.slice(4))
  })

  it('tells when it was last used, to the hour', async () => {
    const { app } = await somebody()
    const token = secretOf(await make(app))
    const lastUsed = async () => tokensOf(await app.get('/portal/tokens')).rows[0]?.[4]?.text
    expect(await lastUsed()).toBe('chưa dùng')
    await call(app, token)
    const first = await lastUsed()
    expect(first).toContain('15/06/2026')
    app.wait(59 * 60_000)
    await call(app, token)
    expect(await lastUsed()).toBe(first)
    app.wait(60_000)
    await call(app, token)
    expect(await lastUsed()).not.toBe(first)
  })

  it('ends with its last day in Vietnam', async () => {
    const { app } = await somebody()
    const token = secretOf(await make(app, { expiresOn: '2026-06-16' }))
    app.wait(Date.parse('2026-06-16T23:59:59+07:00') - app.deps.now())
    expect(await call(app, token)).toBe(200)
    app.wait(1_000)
    expect(await call(app, token)).toBe(401)
  })

  it('is revoked at once by anybody of the organisation who may, and by nobody else', async () => {
    const { app, person } = await somebody()
    const token = secretOf(await make(app))
    const action = tokensOf(await app.get('/portal/tokens')).rows[0]?.[5]?.button?.action ?? ''
    const stranger = await somebody()
    expect((await stranger.app.post(action, {})).status).toBe(404)
    expect(await call(app, token)).toBe(200)
    const colleague = await somebody('packer', person.organisationId)
    const done = await colleague.app.post(action, {})
    expect([done.status, done.location]).toEqual([303, '/portal/tokens?done=revoked'])
    expect(await call(app, token)).toBe(401)
    expect(tokensOf(await app.get('/portal/tokens')).rows).toEqual([])
    expect((await app.post(action, {})).status).toBe(404)
  })

  it('is of one’s own organisation alone, an administrator’s too', async () => {
    const { id: organisationRef } = await makeOrganisation(makeContext(db))
    const input = { name: 'của người khác', scopes: [...SCOPES], organisationRef }
    const foreign = await createToken({ ctx: makeContext(db), input })
    const everywhere = { name: 'toàn hệ thống', scopes: [...SCOPES] }
    const whole = await createToken({ ctx: makeContext(db), input: everywhere })
    const { app, person } = await somebody('admin')
    const made = secretOf(
      await app.post('/portal/tokens', {
        ...FORM,
        organisation: organisationRef,
        organisationId: '',
      }),
    )
    const rows = await db.all<{ id: string }>(
      sql`SELECT organisation_id AS id FROM api_token WHERE maker_id = ${person.userId}`,
    )
    expect([made.slice(0, 4), rows]).toEqual(['goc_', [{ id: person.organisationId }]])
    expect(tokensOf(await app.get('/portal/tokens')).rows).toHaveLength(1)
    for (const { id } of [foreign, whole]) {
      expect((await app.post(`/portal/tokens/${id}/revoke`, {})).status).toBe(404)
    }
  })

  it('is refused, with what was typed, where something of it cannot be', async () => {
    const { app } = await somebody()
    for (const [given, field] of [
      [{ name: ' ' }, 'name'],
      [{ scopes: '' }, 'scopes'],
      [{ scopes: 'keys:write' }, 'scopes'],
      [{ expiresOn: '' }, 'expiresOn'],
      [{ expiresOn: 'hôm nay' }, 'expiresOn'],
      [{ expiresOn: '2026-06-15' }, 'expiresOn'],
      [{ expiresOn: '2028-06-15' }, 'expiresOn'],
    ] as const) {
      const answer = await make(app, given)
      const { form, made } = tokensOf(answer)
      const fields = Object.keys(form.errors).map((path) => path.split('.')[0])
      expect([given, answer.status, fields, made]).toEqual([given, 400, [field], null])
      expect(form.values['name']).toBe({ ...FORM, ...given }.name)
    }
    expect((await make(app, { expiresOn: '2028-06-14' })).status).toBe(200)
    expect((await make(app, { expiresOn: '31/12/2026' })).status).toBe(200)
  })

  it('is one of a bounded number', async () => {
    const { app, person } = await somebody()
    const first = secretOf(await make(app))
    await db.run(sql`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 49)
      INSERT INTO api_token (id, name, token_hash, organisation_id, scopes, created_at)
      SELECT ${person.userId} || i, 'x', ${person.userId} || i, ${person.organisationId}, '[]', i FROM n`)
    const refused = await make(app)
    expect([refused.status, tokensOf(refused).form.problem]).toEqual([
      409,
      expect.stringContaining('50'),
    ])
    expect(tokensOf(refused).rows).toHaveLength(50)
    const mine = tokensOf(refused).rows[0]?.[5]?.button?.action ?? ''
    await app.post(mine, {})
    expect(await call(app, first)).toBe(401)
    expect((await make(app)).status).toBe(200)
  })
})

describe('the rights of a token', () => {
  it('are never more than its maker has, whatever is sent', async () => {
    for (const role of ROLES) {
      const { app } = await somebody(role)
      const may = scopesOfRole(role)
      for (const scope of SCOPES) {
        const { status } = await make(app, { scopes: scope })
        const expected = ['producer', 'packer', 'admin'].includes(role)
          ? may.includes(scope)
            ? 200
            : 400
          : 403
        expect([role, scope, status]).toEqual([role, scope, expected])
      }
    }
  })

  it('shrink with its maker’s, and come back with them', async () => {
    const { app, person } = await somebody()
    const token = secretOf(await make(app, { scopes: SCOPES.join(' ') }))
    expect(await call(app, token, product())).toBe(201)
    for (const role of ROLES) {
      await setRole(person, role)
      const may = scopesOfRole(role)
      const expected = may.length === 0 ? 401 : may.includes('batches:write') ? 201 : 403
      expect([role, await call(app, token, product())]).toEqual([role, expected])
    }
    await setRole(person, 'producer')
    expect(await call(app, token, product())).toBe(201)
  })

  it('end where its maker left the organisation, but those of the command line stay', async () => {
    const { app, person } = await somebody()
    const token = secretOf(await make(app))
    const input = { name: 'dòng lệnh', scopes: [...SCOPES], organisationRef: person.organisationId }
    const { token: other } = await createToken({ ctx: makeContext(db), input })
    await setRole(person, null)
    // In another organisation they may do all of it; there the token is none.
    await db.run(sql`INSERT INTO member (id, organization_id, user_id, role, created_at)
      VALUES (${`m-${person.userId}`}, ${(await makeOrganisation(makeContext(db))).id}, ${person.userId}, 'admin', 1)`)
    expect(await call(app, token)).toBe(401)
    expect(await call(app, other, product())).toBe(201)
  })
})
