import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import type { ImportState } from '../../../db/queries/import-runs.ts'
import {
  batch,
  code,
  codeMarket,
  codeStatusEvent,
  importRun,
  invitation,
  mailOutbox,
  signingKey,
  siteBoundary,
  siteHousehold,
  siteLink,
} from '../../../db/schema/index.ts'
import type { PortalHomeModel, WaitingModel } from '../../../site/models/home.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import type { TaskRow } from '../../../worker/domain/access/tasks.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeOrganisation,
  makeSite,
  NOW,
  setStatus,
  unique,
} from '../../support/factories.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'

const DAY_MS = 86_400_000
const AN_GIANG: Place = { provinceCode: '91', communeCode: null }
let db: Database
let ctx: VerbContext

beforeAll(async () => {
  db = (await freshDatabase()).db
  ctx = makeContext(db)
})

type App = ReturnType<typeof portalApp>

async function home(app: App): Promise<PortalHomeModel> {
  const { model, status } = await app.get('/portal')
  expect(status).toBe(200)
  return model as PortalHomeModel
}

async function counts(app: App): Promise<Record<string, number>> {
  const { waiting } = await home(app)
  return Object.fromEntries(waiting.map(({ task, count }) => [task, count]))
}

async function rows(app: App, task: string): Promise<(string | null)[]> {
  const { model, status } = await app.get(`/portal/waiting/${task}`)
  expect(status).toBe(200)
  return (model as WaitingModel).rows.map(keyOf)
}

/** What a row of any task is known by. */
function keyOf(row: TaskRow): string | null {
  if ('code' in row) return row.code
  if ('importId' in row) return row.importId
  if ('siteId' in row) return row.siteId
  if ('houseId' in row) return row.houseId
  if ('lot' in row) return row.lot
  if ('kid' in row) return row.kid
  return 'organisationId' in row ? row.organisationId : null
}

/** A province of its own, so that tests do not see each other's rows. */
function freshPlace(): Place {
  return { provinceCode: `P${unique()}`, communeCode: null }
}

async function boundary(siteId: string): Promise<void> {
  await db.insert(siteBoundary).values({
    ...{ id: ctx.newId(), siteId, geojson: '{}', areaHa: 1, source: 'typed', actor: 'user:x' },
    ...{ minLng: 105, minLat: 10, maxLng: 105.1, maxLat: 10.1, recordedAt: NOW },
  })
}

describe('the first screen of an officer', () => {
  it('counts what waits in the place, and each number leads to the very rows', async () => {
    const place = freshPlace()
    const here = { provinceCode: place.provinceCode, communeName: 'Xã Thử' }
    const there = freshPlace()
    const app = portalApp(db, await makePerson(db, 'officer', { place }))
    const made = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const site = await makeSite(ctx, here)
        return makeCode(ctx, { siteId: site.id })
      }),
    )
    const [pending, soon, suspended, freshly, restored, fine] = made
    if (!pending || !soon || !suspended || !freshly || !restored || !fine) throw new Error('six')
    const decide = (codeId: string, status: 'suspended' | 'active', effectiveOn: string) =>
      setStatus(ctx, { codeId, market: 'CHN', status, effectiveOn })
    await setStatus(ctx, {
      ...{ codeId: pending.id, market: 'CHN' },
      ...{ status: 'pending_foreign_approval', effectiveOn: '2026-06-01' },
    })
    await db.update(codeMarket).set({ validTo: '2026-08-14' }).where(eq(codeMarket.codeId, soon.id))
    await db.update(codeMarket).set({ validTo: '2026-08-15' }).where(eq(codeMarket.codeId, fine.id))
    await decide(suspended.id, 'suspended', '2026-05-16')
    await decide(freshly.id, 'suspended', '2026-05-17')
    await decide(restored.id, 'suspended', '2026-03-01')
    await decide(restored.id, 'active', '2026-04-01')
    await boundary(fine.siteId)
    const elsewhere = await makeCode(ctx, { siteId: (await makeSite(ctx, there)).id })
    await decide(elsewhere.id, 'suspended', '2026-01-01')

    expect(await counts(app)).toEqual({
      suspended_long: 1,
      awaiting_approval: 1,
      expiring: 1,
      no_boundary: 5,
    })
    expect(await rows(app, 'suspended_long')).toEqual([suspended.code])
    expect(await rows(app, 'awaiting_approval')).toEqual([pending.code])
    expect(await rows(app, 'expiring')).toEqual([soon.code])
    expect(await rows(app, 'no_boundary')).toHaveLength(5)
    expect(await home(app)).toMatchObject({ first: null, changes: null })
  })

  it('leaves out codes taken back or re-issued, and decisions that were corrected', async () => {
    const place = freshPlace()
    const app = portalApp(db, await makePerson(db, 'officer', { place }))
    const site = await makeSite(ctx, { provinceCode: place.provinceCode })
    await boundary(site.id)
    const [withdrawn, old, next, corrected] = [
      await makeCode(ctx, { siteId: site.id }),
      await makeCode(ctx, { siteId: site.id }),
      await makeCode(ctx, { siteId: site.id }),
      await makeCode(ctx, { siteId: site.id }),
    ]
    for (const { id } of [withdrawn, old]) {
      await setStatus(ctx, {
        ...{ codeId: id, market: 'CHN', status: 'suspended', effectiveOn: '2026-01-01' },
      })
    }
    await db.update(code).set({ withdrawnAt: NOW }).where(eq(code.id, withdrawn.id))
    await db.update(code).set({ supersedesId: old.id }).where(eq(code.id, next.id))
    const wrong = await setStatus(ctx, {
      ...{ codeId: corrected.id, market: 'CHN', status: 'suspended', effectiveOn: '2026-01-01' },
    })
    await db.insert(codeStatusEvent).values({
      ...{ id: ctx.newId(), codeId: corrected.id, market: 'CHN', status: 'active' },
      ...{ effectiveOn: '2026-01-01', recordedAt: NOW + 1, actor: 'operator:test' },
      amendsId: wrong,
    })
    expect(await counts(app)).toEqual({})
  })

  it('sees only the commune where the word reaches no further', async () => {
    const province = freshPlace().provinceCode
    const commune = { provinceCode: province, communeCode: '30337' }
    const app = portalApp(db, await makePerson(db, 'officer', { place: commune }))
    await makeSite(ctx, commune)
    await makeSite(ctx, { provinceCode: province, communeCode: '30338' })
    expect(await counts(app)).toEqual({ no_boundary: 1 })
  })

  it('speaks of lists that members of the office read in, not of those of other offices', async () => {
    const officer = await makePerson(db, 'officer', { place: freshPlace() })
    const other = await makePerson(db, 'officer')
    const run = (
      actor: string,
      refused: number,
      state: ImportState = 'done',
      createdAt = NOW - DAY_MS,
    ) =>
      db.insert(importRun).values({
        ...{ id: ctx.newId(), kind: 'codes', fileName: 'a.xlsx', sha256: 'x', actor, state },
        ...{ importedOn: '2026-06-14', createdAt },
        counts: { rows: 10, added: 10 - refused, changed: 0, refused, unchanged: 0 },
      })
    await run(`user:${officer.userId}`, 3)
    await run(`user:${officer.userId}`, 0, 'running')
    await run(`user:${officer.userId}`, 0)
    await run(`user:${officer.userId}`, 5, 'done', NOW - 15 * DAY_MS)
    await run(`user:${other.userId}`, 7)
    expect(await counts(portalApp(db, officer))).toEqual({ imports: 2 })
  })

  it('tells an officer of an empty register to import a list', async () => {
    const app = portalApp(db, await makePerson(db, 'officer', { place: freshPlace() }))
    expect(await home(app)).toMatchObject({ waiting: [], first: 'import' })
  })
})

describe('the first screen of a producer', () => {
  it('speaks of the organisation’s own codes, sites and batches only', async () => {
    const producer = await makePerson(db, 'producer')
    const { organisationId } = producer
    const app = portalApp(db, producer)
    expect(await home(app)).toMatchObject({ waiting: [], first: 'first_label' })

    const site = await makeSite(ctx, { organisationId })
    const house = await makeSite(ctx, { organisationId, kind: 'packing_house' })
    const dead = await makeCode(ctx, { siteId: site.id })
    await setStatus(ctx, {
      ...{ codeId: dead.id, market: 'CHN', status: 'revoked', effectiveOn: '2026-02-01' },
    })
    const alive = await makeCode(ctx, { siteId: site.id })
    await setStatus(ctx, {
      ...{ codeId: alive.id, market: 'USA', status: 'suspended', effectiveOn: '2026-02-01' },
    })
    await db.insert(siteLink).values({
      ...{ id: ctx.newId(), packingHouseId: house.id, growingAreaId: site.id },
      ...{ fromOn: '2025-01-01', toOn: '2026-06-14', createdAt: NOW, actor: 'user:x' },
    })
    await makeSite(ctx)
    expect(await counts(app)).toEqual({
      inactive_codes: 1,
      no_boundary: 1,
      no_households: 1,
      contract_ended: 1,
    })
    expect(await rows(app, 'inactive_codes')).toEqual([dead.code])

    await boundary(site.id)
    await db.insert(siteHousehold).values({
      ...{ id: ctx.newId(), siteId: site.id, position: 1, name: 'Hộ thử', nameFolded: 'ho thu' },
      createdAt: NOW,
    })
    await db.update(siteLink).set({ endedAt: NOW }).where(eq(siteLink.packingHouseId, house.id))
    expect(await counts(app)).toEqual({ inactive_codes: 1 })
  })

  it('counts batches without labels until they are sealed or annulled', async () => {
    const made = await makeBatch(ctx)
    const producer = await makePerson(db, 'producer', { organisationId: made.organisationId })
    const app = portalApp(db, producer)
    expect(await counts(app)).toMatchObject({ open_batches: 1 })
    await db.update(batch).set({ sealedAt: NOW }).where(eq(batch.id, made.id))
    expect(await counts(app)).not.toHaveProperty('open_batches')
  })

  it('knows nothing of the lists of other roles', async () => {
    const app = portalApp(db, await makePerson(db, 'producer'))
    expect((await app.get('/portal/waiting/letters')).status).toBe(404)
    expect((await app.get('/portal/waiting/suspended_long')).status).toBe(404)
    expect((await app.get('/portal/waiting/constructor')).status).toBe(404)
  })
})

describe('the first screen of another agency', () => {
  it('shows the newest decisions of the place, without those that were corrected or taken back', async () => {
    const place = freshPlace()
    const made = await makeCode(ctx, { siteId: (await makeSite(ctx, place)).id })
    await makeCode(ctx, { siteId: (await makeSite(ctx, AN_GIANG)).id })
    const undone = await makeCode(ctx, { siteId: (await makeSite(ctx, place)).id })
    const [wrong] = await db.all<{ id: string }>(
      sql`SELECT id FROM code_status_event WHERE code_id = ${undone.id}`,
    )
    await db.insert(codeStatusEvent).values({
      ...{ id: ctx.newId(), codeId: undone.id, market: 'CHN', status: 'none', actor: 'test' },
      ...{ amendsId: wrong?.id ?? '', effectiveOn: '1900-01-01', recordedAt: NOW },
    })
    const app = portalApp(db, await makePerson(db, 'agency', { place }))
    const { waiting, changes, day } = await home(app)
    expect([waiting, day]).toEqual([[], null])
    expect(changes).toMatchObject([{ code: made.code, market: 'CHN', status: 'active' }])
  })
})

describe('the first screen of an administrator', () => {
  it('speaks of invitations, letters and keys', async () => {
    const admin = await makePerson(db, 'admin')
    const app = portalApp(db, admin)
    const before = await counts(app)
    await db.insert(invitation).values({
      ...{ id: ctx.newId(), organizationId: admin.organisationId, email: 'moi@example.vn' },
      ...{ role: 'officer', status: 'pending', inviterId: admin.userId },
      ...{ expiresAt: NOW + DAY_MS, createdAt: NOW },
    })
    const letter = {
      toAddress: 'a@example.vn',
      subject: 'Thư',
      body: 'x',
      createdAt: NOW,
      dueAt: NOW,
    }
    await db.insert(mailOutbox).values([
      { ...letter, id: ctx.newId(), attempts: 2 },
      { ...letter, id: ctx.newId(), attempts: 0 },
      { ...letter, id: ctx.newId(), attempts: 1, sentAt: NOW },
    ])
    const key = { publicX: 'x', privateJwe: 'y', status: 'active' } as const
    await db.insert(signingKey).values([
      { ...key, kid: 'OLD', authority: 'so-cu', createdAt: NOW - 91 * DAY_MS },
      { ...key, kid: 'NEW', authority: 'so-moi', createdAt: NOW - 89 * DAY_MS },
    ])
    expect(await counts(app)).toEqual({ ...before, invitations: 1, letters: 1, keys: 1 })
    expect(await rows(app, 'keys')).toEqual(['OLD'])
    expect(await rows(app, 'invitations')).toEqual([admin.organisationId])
    expect(await rows(app, 'letters')).toEqual([null])
  })
})

describe('the lists behind the numbers', () => {
  it('go on page by page and lose nothing', async () => {
    const { id: organisationId } = await makeOrganisation(ctx, { kind: 'company' })
    const producer = await makePerson(db, 'packer', { organisationId })
    const app = portalApp(db, producer)
    for (let i = 0; i < 53; i++) await makeSite(ctx, { organisationId })
    const first = (await app.get('/portal/waiting/no_boundary')).model as WaitingModel
    expect(first.rows).toHaveLength(50)
    expect(first.paging.firstHref).toBeNull()
    const second = (await app.get(first.paging.olderHref ?? '')).model as WaitingModel
    expect(second.rows).toHaveLength(3)
    expect(second.paging).toMatchObject({
      ...{ firstHref: '/portal/waiting/no_boundary', olderHref: null },
    })
    const ids = new Set([...first.rows, ...second.rows].map(keyOf))
    expect(ids.size).toBe(53)
    expect((await app.get('/portal/waiting/no_boundary?cursor=%00')).status).toBe(400)
  })
})
