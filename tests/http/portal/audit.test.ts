import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { MAX_EXAMINED_AUDIT, searchAuditQuery } from '../../../db/queries/audit-search.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { codeStatusEvent, importChange } from '../../../db/schema/index.ts'
import type { AuditListModel, AuditPageModel } from '../../../site/models/audit.ts'
import type { AuditAction, AuditEntity } from '../../../worker/copy/portal/audit-names.ts'
import { auditStatement } from '../../../worker/verbs/audit/audit-statement.ts'
import { verifyAudit } from '../../../worker/verbs/audit/verify-audit.ts'
import type { Actor } from '../../../worker/verbs/context.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeSite, NOW } from '../../support/factories.ts'
import { makePerson, type PortalAnswer, portalApp } from '../../support/portal-app.ts'

const AN_GIANG = { provinceCode: '91', communeCode: null }
const LAO_CAI = { provinceCode: '15', communeCode: null }

function pageOf<K extends AuditPageModel['kind']>(answer: PortalAnswer, kind: K) {
  if (answer.model?.kind !== kind) throw new Error(`expected ${kind}, got ${answer.model?.kind}`)
  return answer.model as Extract<AuditPageModel, { kind: K }>
}

type Deed = {
  action?: AuditAction
  entity: AuditEntity
  entityId: string
  actor?: Actor
  at?: number
}

async function record(db: Database, actions: readonly Deed[]): Promise<void> {
  const statements = actions.map(
    ({ action = 'code.status', entity, entityId, actor, at = NOW }) => {
      const ctx = makeContext(db, { now: () => at, ...(actor && { actor }) })
      return auditStatement(ctx, { action, entity, entityId, after: { status: 'suspended' } })
    },
  )
  for (let at = 0; at < statements.length; at += 100) {
    await runBatch(db, statements.slice(at, at + 100))
  }
}

/** A fresh register with a code in An Giang and one in Lào Cai, and an administrator. */
async function register() {
  const { db } = await freshDatabase()
  const ctx = makeContext(db)
  const codeIn = async (place: { provinceCode: string; communeCode?: string }, name: string) => {
    const site = await makeSite(ctx, { ...place, name })
    return makeCode(ctx, { siteId: site.id })
  }
  const south = await codeIn({ provinceCode: '91', communeCode: '30337' }, 'Vùng xoài Tấn Long')
  const north = await codeIn({ provinceCode: '15' }, 'Vùng chè Bản Liền')
  // The organisations that were made along with them are no part of a test.
  await db.run(sql`DROP TRIGGER audit_log_no_delete`)
  await db.run(sql`DELETE FROM audit_log`)
  const admin = await makePerson(db, 'admin')
  await db.run(sql`DELETE FROM audit_log`)
  return { db, ctx, south, north, admin, app: portalApp(db, admin) }
}

const names = (answer: PortalAnswer) =>
  pageOf(answer, 'portal/audit').rows.map(({ entity }) => entity.name)

describe('the audit log in the portal', () => {
  it('says first what will stand there', async () => {
    const { app } = await register()
    expect(pageOf(await app.get('/portal/audit'), 'portal/audit')).toMatchObject({
      rows: [],
      filtered: false,
      partial: false,
    })
  })

  it('names who acted, whatever they are, and links the thing', async () => {
    const { db, south, admin, app } = await register()
    const token: Actor = {
      ...{ kind: 'token', tokenId: 't1', name: 'x', organisationId: null, scopes: [] },
    }
    await record(db, [
      { entity: 'code', entityId: south.id, actor: admin },
      { entity: 'site', entityId: south.siteId },
      { entity: 'signing_key', entityId: 'A1B', action: 'key.create', actor: token },
    ])
    const { rows } = pageOf(await app.get('/portal/audit'), 'portal/audit')
    expect(rows.map(({ action, entity, actor }) => [action, entity.href, actor.text])).toEqual([
      ['Tạo khóa ký', null, 't1 (máy), qua dòng lệnh'],
      [
        'Quyết định trạng thái mã số',
        `/portal/sites/${south.siteId}`,
        'test (người vận hành), qua dòng lệnh',
      ],
      [
        'Quyết định trạng thái mã số',
        `/portal/codes/${south.code}`,
        `${admin.name}, qua dòng lệnh`,
      ],
    ])
  })

  it('is found by a code however it is typed, by a place’s name, by an id', async () => {
    const { db, south, north, app } = await register()
    await record(db, [
      { entity: 'code', entityId: south.id },
      { entity: 'code', entityId: north.id },
      { entity: 'site', entityId: south.siteId },
      { entity: 'signing_key', entityId: 'A1B' },
    ])
    const search = async (q: string) =>
      names(await app.get(`/portal/audit?q=${encodeURIComponent(q)}`))
    const both = ['Vùng xoài Tấn Long', south.code]
    expect(await search(south.code)).toEqual(both)
    expect(await search(south.code.toLowerCase().replaceAll('-', ' '))).toEqual(both)
    expect(await search('vung xoai tan')).toEqual(['Vùng xoài Tấn Long'])
    expect(await search('A1B')).toEqual(['A1B'])
    expect(await search('không có')).toEqual([])
  })

  it('is found by who, what and when', async () => {
    const { db, south, north, admin, app } = await register()
    const day = (text: string) => Date.parse(`${text}+07:00`)
    await record(db, [
      { entity: 'code', entityId: south.id, at: day('2026-06-01T23:59:59') },
      { entity: 'code', entityId: north.id, at: day('2026-06-02T00:00:00'), actor: admin },
      { entity: 'site', entityId: north.siteId, at: day('2026-06-03T12:00:00'), actor: admin },
    ])
    await record(db, [{ ...{ entity: 'batch', entityId: 'b1' }, action: 'batch.recall' }])
    const found = async (query: string) => names(await app.get(`/portal/audit?${query}`))
    expect(await found(`actor=${encodeURIComponent(admin.email.toUpperCase())}`)).toHaveLength(2)
    expect(await found('actor=operator:test')).toEqual(['b1', south.code])
    expect(await found('actor=test&action=batch.recall')).toEqual(['b1'])
    expect(await found('from=2026-06-02&to=02/06/2026')).toEqual([north.code])
    expect(await found('to=2026-06-01')).toEqual([south.code])
    expect(await found('from=2026-06-03')).toEqual(['b1', 'Vùng chè Bản Liền'])
    expect(await found('from=2027-01-01')).toEqual([])
  })

  it('tells at its field a day that cannot be read, and keeps what was typed', async () => {
    const { app } = await register()
    const answer = await app.get('/portal/audit?from=hôm+qua&q=VN-AGOR-1')
    expect(answer.status).toBe(400)
    expect(pageOf(answer, 'portal/audit').form).toMatchObject({
      values: { from: 'hôm qua', q: 'VN-AGOR-1' },
      errors: { from: expect.stringContaining('dd/mm/yyyy') },
    })
  })

  it('goes on page by page, each row once', async () => {
    const { db, south, app } = await register()
    await record(
      db,
      Array.from({ length: 75 }, () => ({ entity: 'code', entityId: south.id })),
    )
    const seen: number[] = []
    let path: string | null = `/portal/audit?q=${south.code}`
    for (let pages = 0; path !== null && pages < 10; pages++) {
      const page: AuditListModel = pageOf(await app.get(path), 'portal/audit')
      seen.push(...page.rows.map(({ seq }) => seq))
      path = page.paging.olderHref
    }
    expect(seen).toHaveLength(75)
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a))
  })
})

describe('an officer of a place', () => {
  it('sees what concerns its codes and sites and their own imports, nothing else', async () => {
    const { db, south, north } = await register()
    const officer = await makePerson(db, 'officer', { place: AN_GIANG })
    const other = await makePerson(db, 'officer', { place: LAO_CAI })
    await record(db, [
      { entity: 'code', entityId: south.id },
      { entity: 'code', entityId: north.id },
      { entity: 'site', entityId: south.siteId },
      { entity: 'signing_key', entityId: 'A1B' },
      { entity: 'user', entityId: officer.userId, actor: officer },
      { entity: 'import_run', entityId: 'own', actor: officer },
      { entity: 'import_run', entityId: 'foreign', actor: other },
    ])
    const app = portalApp(db, officer)
    expect(names(await app.get('/portal/audit'))).toEqual(['own', 'Vùng xoài Tấn Long', south.code])
    expect(names(await app.get(`/portal/audit?q=${north.code}`))).toEqual([])
    expect(names(await app.get('/portal/audit?q=A1B'))).toEqual([])
    const commune = { provinceCode: '91', communeCode: '99999' }
    const neighbour = await makePerson(db, 'officer', { place: commune })
    expect(names(await portalApp(db, neighbour).get('/portal/audit'))).toEqual([])
  })

  it('is offered to go on when other places filled what one page looks at', async () => {
    const { db, south, north } = await register()
    await record(db, [{ entity: 'code', entityId: south.id }])
    await record(
      db,
      Array.from({ length: MAX_EXAMINED_AUDIT }, () => ({ entity: 'code', entityId: north.id })),
    )
    const app = portalApp(db, await makePerson(db, 'officer', { place: AN_GIANG }))
    const first = pageOf(await app.get('/portal/audit'), 'portal/audit')
    expect(first).toMatchObject({ rows: [], partial: true })
    expect(names(await app.get(first.paging.olderHref ?? ''))).toEqual([south.code])
  })

  it('may not verify the chain, and nobody else reads the log', async () => {
    const { db } = await register()
    const officer = await makePerson(db, 'officer', { place: AN_GIANG })
    const page = pageOf(await portalApp(db, officer).get('/portal/audit'), 'portal/audit')
    expect(page.mayVerify).toBe(false)
    expect((await portalApp(db, officer).get('/portal/audit/verify')).status).toBe(403)
    for (const role of ['producer', 'packer', 'inspector', 'agency'] as const) {
      const app = portalApp(db, await makePerson(db, role, { place: AN_GIANG }))
      expect((await app.get('/portal/audit')).status).toBe(403)
      expect((await app.post('/portal/audit/verify', {})).status).toBe(403)
    }
  })
})

describe('a list that changed a code', () => {
  it('is found by the code, and by officers of its place whoever read it in', async () => {
    const { db, south, admin } = await register()
    await db.insert(importChange).values([
      { importId: 'run-1', seq: 1, entity: 'code', entityId: south.id },
      { importId: 'run-2', seq: 1, entity: 'code_status_event', entityId: 'event-2' },
    ])
    await db.insert(codeStatusEvent).values({
      ...{ id: 'event-2', codeId: south.id, market: 'CHN', status: 'suspended', importId: 'run-2' },
      ...{ effectiveOn: '2026-06-01', recordedAt: NOW, actor: 'operator:test' },
    })
    const action = 'codes.decide-many'
    await record(db, [
      { action, entity: 'import_run', entityId: 'run-1', actor: admin },
      { action, entity: 'import_run', entityId: 'run-2', actor: admin },
      { action, entity: 'import_run', entityId: 'run-3', actor: admin },
    ])
    const seenBy = async (place: typeof AN_GIANG, query = '') => {
      const app = portalApp(db, await makePerson(db, 'officer', { place }))
      return names(await app.get(`/portal/audit${query}`))
    }
    expect(await seenBy(AN_GIANG)).toEqual(['run-2', 'run-1'])
    expect(await seenBy(AN_GIANG, `?q=${south.code}`)).toEqual(['run-2', 'run-1'])
    expect(await seenBy(LAO_CAI)).toEqual([])
    expect(names(await portalApp(db, admin).get(`/portal/audit?q=${south.code}`))).toEqual([
      'run-2',
      'run-1',
    ])
  })
})

describe('the chain in the portal', () => {
  it('shows the head, says whole, and names the first row that was tampered with', async () => {
    const { db } = await freshDatabase()
    await record(db, [
      { entity: 'code', entityId: 'c1' },
      { entity: 'code', entityId: 'c2' },
    ])
    const app = portalApp(db, await makePerson(db, 'admin'))
    const path = '/portal/audit/verify'
    const { head } = pageOf(await app.get(path), 'portal/audit/verify')
    expect(head).toMatch(/^\d+:[\w-]{43}$/)
    const whole = pageOf(await app.post(path, { expectHead: head ?? '' }), 'portal/audit/verify')
    expect(whole.result).toMatchObject({ kind: 'whole' })
    const unreadable = await app.post(path, { expectHead: 'x' })
    expect(unreadable.status).toBe(400)
    expect(unreadable.model).toMatchObject({
      form: { values: { expectHead: 'x' }, errors: { expectHead: expect.any(String) } },
    })
    await db.run(sql`DROP TRIGGER audit_log_no_update`)
    await db.run(sql`UPDATE audit_log SET entity_id = 'c9' WHERE entity_id = 'c2'`)
    const { result } = pageOf(await app.post(path, {}), 'portal/audit/verify')
    expect(result).toMatchObject({ kind: 'tampered', text: expect.stringContaining('code c9') })
  })

  it('seals what a request of the portal wrote, right after its answer', async () => {
    const { db, ctx } = await register()
    const { db: other } = await freshDatabase()
    const code = await makeCode(makeContext(other))
    const app = portalApp(other, await makePerson(other, 'admin'))
    expect((await app.post(`/portal/codes/${code.code}/certificate`, {})).status).toBe(303)
    await app.settle()
    const state = await verifyAudit({ ctx: makeContext(other), input: {} })
    expect(state).toMatchObject({ fault: null, unsealed: 0 })
    expect(state.checked).toBeGreaterThan(1)
    expect(ctx.db).toBe(db)
  })
})

describe('every search', () => {
  const ACTOR = 'user:u'
  const none = { targets: null, actor: null, action: null, from: null, to: null, bounds: null }
  const bounds = { ...AN_GIANG, actor: ACTOR }
  it.each([
    ['all', none],
    ['of a place', { ...none, bounds }],
    ['by actor', { ...none, actor: ACTOR }],
    ['by action', { ...none, action: 'code.status' }],
    ['by thing', { ...none, targets: [{ entity: 'code', entityId: 'c' }] }],
    ['by days', { ...none, from: 1, to: 2 }],
    ['by everything', { ...none, actor: ACTOR, action: 'x', from: 1, to: 2, bounds }],
  ])('%s walks an index and scans no table', async (_, filter) => {
    const { db } = await freshDatabase()
    const query = searchAuditQuery({ filter, before: 100, limit: 31 })
    const plan = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query}`)
    const steps = plan.map(({ detail }) => detail)
    // Whole are walked only the rows picked for the page, and the first changes of a list.
    const scans = steps.filter((step) =>
      /^SCAN (?!(?:examined|w|t|p|h|(?:\d+ )?CONSTANT)\b)/.test(step),
    )
    expect(scans, steps.join('\n')).toEqual([])
    // Rows come in order from the index; only the few of one thing are sorted.
    const walk = steps.slice(0, steps.indexOf('SCAN examined'))
    const sorts = walk.filter((step) => step.startsWith('USE TEMP B-TREE'))
    expect(sorts.length > 0, steps.join('\n')).toBe(filter.targets !== null)
  })
})
