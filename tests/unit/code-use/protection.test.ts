import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { listCodeUseWaiting } from '../../../db/queries/code-use-waiting.ts'
import { listPatterns } from '../../../db/queries/patterns.ts'
import {
  caseFile,
  codeUse,
  codeUseWait,
  labelDay,
  notification,
  season,
  siteCrop,
  siteHousehold,
} from '../../../db/schema/index.ts'
import { annulBatch } from '../../../worker/verbs/batches/annul-batch.ts'
import { buildBatchDocument } from '../../../worker/verbs/batches/build-batch-document.ts'
import { decideCodeUse } from '../../../worker/verbs/batches/decide-code-use.ts'
import { updateBatch } from '../../../worker/verbs/batches/update-batch.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { disputeUse } from '../../../worker/verbs/own-codes/dispute-use.ts'
import { readOwnUses } from '../../../worker/verbs/own-codes/list-uses.ts'
import { ownCodes } from '../../../worker/verbs/own-codes/read-own-codes.ts'
import { dismissPattern, patternToCase } from '../../../worker/verbs/patterns/decide-pattern.ts'
import { lookForPatterns } from '../../../worker/verbs/patterns/look-for-patterns.ts'
import { linkSites } from '../../../worker/verbs/sites/link-sites.ts'
import { revokeLink } from '../../../worker/verbs/sites/revoke-link.ts'
import { setBoundary } from '../../../worker/verbs/sites/set-boundary.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeOrganisation,
  makeProduct,
  makeSite,
  NOW,
  unique,
} from '../../support/factories.ts'

const DAY_MS = 86_400_000

let test: TestDatabase
let operator: VerbContext
let authorityId = ''

beforeAll(async () => {
  test = await freshDatabase()
  operator = makeContext(test.db)
  await rotateKey({ ctx: operator, input: {} })
  authorityId = (await makeOrganisation(operator)).id
})

const officer = (province = '91') => person(authorityId, 'officer', province)

function person(
  organisationId: string,
  role: 'producer' | 'officer',
  provinceCode: string | null = null,
) {
  return makeContext(test.db, {
    actor: {
      kind: 'user',
      userId: `u-${organisationId}`,
      name: 'Người thử',
      email: 'thu@example.vn',
      role,
      organisationId,
      organisationName: 'Chi cục Trồng trọt An Giang',
      place: { provinceCode, communeCode: null },
    },
  })
}

const seal = (ref: string, ctx = operator) => issueLabels({ ctx, input: { ref, count: 1 } })
const stopped = { code: 'standing_stop', errors: [{ path: 'code_use_not_authorised' }] }

/** A growing area in An Giang whose owner let a packer use its code, on some terms. */
async function authorised(terms: Record<string, string> = {}) {
  const owner = await makeOrganisation(operator, { name: `Chủ vườn ${unique()}` })
  const area = await makeSite(operator, { organisationId: owner.id, provinceCode: '91' })
  const code = await makeCode(operator, { siteId: area.id })
  const product = await makeProduct(operator)
  const house = await makeCode(operator, {
    ...{ slot: 'packing_house', holderId: product.organisationId },
  })
  await linkSites({
    ctx: person(owner.id, 'producer'),
    input: { id: area.id, other: house.code, fromOn: '2026-01-01', ...terms },
  })
  const batch = (kg: number, given: Parameters<typeof makeBatch>[1] = {}) =>
    makeBatch(operator, {
      ...{ productId: product.id, growingAreas: [code.code], packingHouse: null },
      ...{ quantity: { value: kg, unit: 'kg' }, ...given },
    })
  const [link] = await test.db.all<{ id: string }>(
    sql`SELECT id FROM site_link WHERE growing_area_id = ${area.id}`,
  )
  return { owner, area, code, packerId: product.organisationId, batch, linkId: link?.id ?? '' }
}

/** An own growing area of so many hectares of mango. */
async function orchard(plantedAreaHa: number) {
  const area = await makeSite(operator, { provinceCode: '91', areaHa: plantedAreaHa })
  await test.db
    .insert(siteCrop)
    .values({ siteId: area.id, crop: 'Xoài', cropFolded: 'xoai', plantedAreaHa })
  const code = await makeCode(operator, { siteId: area.id })
  const product = await makeProduct(operator, { organisationId: area.organisationId })
  const batch = (kg: number, given: Parameters<typeof makeBatch>[1] = {}) =>
    makeBatch(operator, {
      ...{ productId: product.id, growingAreas: [code.code], packingHouse: null },
      ...{ quantity: { value: kg, unit: 'kg' }, ...given },
    })
  return { area, code, batch, organisationId: area.organisationId }
}

describe('a code used under an authorisation', () => {
  it('is refused past its quantity, and the last tonne is taken by one of two at once', async () => {
    const { batch, linkId } = await authorised({ quantityKg: '3 tấn' })
    await seal((await batch(2_000)).ref)
    const both = [await batch(1_000), await batch(1_000)]
    const results = await Promise.allSettled(both.map(({ ref }) => seal(ref)))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = results.find((each) => each.status === 'rejected')
    expect(refused?.reason).toMatchObject({ ...stopped, status: 409 })
    expect(refused?.reason.text.vi).toContain('còn 0')
    const uses = await test.db.select().from(codeUse).where(eq(codeUse.linkId, linkId))
    expect(uses.map(({ quantityKg }) => quantityKg)).toEqual([2_000, 1_000])
    expect(uses[0]).toMatchObject({ entitlement: 'contract', annulledAt: null })
  })

  it('is free again once a batch under it is annulled', async () => {
    const { batch } = await authorised({ quantityKg: '1000' })
    const first = await batch(1_000)
    await seal(first.ref)
    const next = await batch(900)
    await expect(seal(next.ref)).rejects.toMatchObject(stopped)
    await annulBatch({ ctx: operator, input: { ref: first.ref, reason: 'Nhập nhầm' } })
    await seal(next.ref)
  })

  it('is refused for a destination it does not name', async () => {
    const { batch } = await authorised({ markets: 'CHN' })
    await expect(seal((await batch(10)).ref)).rejects.toThrow('destination')
    await seal((await batch(10, { markets: ['CHN'] })).ref)
  })

  it('is over from the day its owner takes it back, also for days written earlier', async () => {
    const { owner, area, batch, linkId, packerId } = await authorised()
    const before = await batch(10)
    const revoke = (who: string) =>
      revokeLink({
        ctx: person(who, 'producer'),
        input: { id: area.id, linkId, texts: { reason: 'Bán cho nơi khác' } },
      })
    await expect(revoke(packerId)).rejects.toMatchObject({ code: 'not_found' })
    await test.db.run(sql`UPDATE batch SET created_at = ${NOW - 1} WHERE id = ${before.id}`)
    await revoke(owner.id)
    await expect(revoke(owner.id)).rejects.toMatchObject({ code: 'conflict' })
    await expect(seal((await batch(10)).ref)).rejects.toThrow('taken')
    await seal(before.ref)
    const undone = test.db.run(sql`DELETE FROM authorisation_event WHERE link_id = ${linkId}`)
    await expect(undone).rejects.toThrow()
  })

  it('is not opened by a quantity of pieces where it is limited in kilograms', async () => {
    const { batch } = await authorised({ quantityKg: '1000' })
    const made = await batch(5, { quantity: { value: 5, unit: 'thùng' } })
    await expect(seal(made.ref)).rejects.toThrow('not counted by mass')
  })
})

describe('a batch sealed before uses were kept', () => {
  it('is counted by what follows from it, under the contract of its day', async () => {
    const { batch, linkId, code } = await authorised()
    const made = await batch(3, { quantity: { value: 3, unit: 'tạ' } })
    await test.db.run(sql`UPDATE batch SET sealed_at = ${NOW} WHERE id = ${made.id}`)
    const [use] = await test.db.select().from(codeUse).where(eq(codeUse.batchId, made.id))
    expect(use).toMatchObject({
      ...{ codeId: code.id, linkId, quantityKg: 300, entitlement: null, annulledAt: null },
    })
    await test.db.run(sql`UPDATE batch SET annulled_at = 5 WHERE id = ${made.id}`)
    const [after] = await test.db.select().from(codeUse).where(eq(codeUse.batchId, made.id))
    expect(after?.annulledAt).toBe(5)
  })
})

describe('a batch that was refused', () => {
  it('waits for the officer with its figures, and the holder is told once', async () => {
    const owner = await makeOrganisation(operator)
    const area = await makeSite(operator, { organisationId: owner.id, provinceCode: '91' })
    const code = await makeCode(operator, { siteId: area.id })
    const { id: productId } = await makeProduct(operator)
    const made = await makeBatch(operator, {
      ...{ productId, growingAreas: [code.code], packingHouse: null },
    })
    for (let time = 0; time < 2; time++) await expect(seal(made.ref)).rejects.toMatchObject(stopped)
    const told = await test.db
      .select()
      .from(notification)
      .where(eq(notification.organisationId, owner.id))
    expect(told).toHaveLength(1)
    const own = await ownCodes(person(owner.id, 'producer'))
    expect(own.waiting).toMatchObject([{ ref: made.ref, code: code.code }])
  })

  it('past the yield of its area is stopped with the figures until an officer allows that much', async () => {
    const { code, batch } = await orchard(1)
    await seal((await batch(20_000)).ref)
    const over = await batch(5_001)
    await expect(seal(over.ref)).rejects.toThrow('may give at most 25,000')
    const bounds = { kind: 'place', provinceCode: '91', communeCode: null } as const
    const waiting = async () =>
      (await listCodeUseWaiting(test.db, { bounds, limit: 50 })).filter(
        ({ ref }) => ref === over.ref,
      )
    expect(await waiting()).toMatchObject([
      { objections: [{ kind: 'quota', figures: { allowedKg: 25_000, packedKg: 20_000 } }] },
    ])
    const allow = { ref: over.ref, code: code.code, decision: 'allow', reason: 'Được mùa' } as const
    await decideCodeUse({ ctx: officer(), input: allow })
    expect(await waiting()).toEqual([])
    // What was allowed was so much; the batch can still be changed.
    const more = { quantity: { value: 6_000, unit: 'kg' } }
    await updateBatch({ ctx: operator, input: { ref: over.ref, changes: more } })
    await expect(seal(over.ref)).rejects.toMatchObject(stopped)
    const same = { quantity: { value: 5_001, unit: 'kg' } }
    await updateBatch({ ctx: operator, input: { ref: over.ref, changes: same } })
    await seal(over.ref)
    const built = await buildBatchDocument(test.db, over.id)
    expect(built?.document.codeUse).toMatchObject([{ standing: 'allowed' }])
    const [use] = await test.db.select().from(codeUse).where(eq(codeUse.batchId, over.id))
    expect(use).toMatchObject({ entitlement: 'allowed', crop: 'xoai', quantityKg: 5_001 })
  })

  it('of two that share what is left of the yield, one goes out', async () => {
    const { batch } = await orchard(0.1)
    const both = [await batch(1_500), await batch(1_500)]
    const results = await Promise.allSettled(both.map(({ ref }) => seal(ref)))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('counts goods under two codes of one area once', async () => {
    const { area, code, batch } = await orchard(0.1)
    const second = await makeCode(operator, { siteId: area.id })
    const made = await batch(1_500, { growingAreas: [code.code, second.code] })
    await seal(made.ref)
    const uses = await test.db.select().from(codeUse).where(eq(codeUse.batchId, made.id))
    expect(uses.map(({ quantityKg, isCounted }) => [quantityKg, isCounted]).sort()).toEqual([
      [1_500, false],
      [1_500, true],
    ])
    await seal((await batch(1_000)).ref)
    await expect(seal((await batch(1)).ref)).rejects.toMatchObject(stopped)
  })

  it('counts goods of a source batch once', async () => {
    const { code, batch } = await orchard(0.1)
    const source = await batch(2_000)
    await seal(source.ref)
    const repacked = await makeBatch(operator, {
      productId: (await makeProduct(operator)).id,
      ...{ growingAreas: [code.code], packingHouse: null },
      sources: [{ ref: source.ref, quantityKg: 2_000 }],
      quantity: { value: 2_000, unit: 'kg' },
    })
    await seal(repacked.ref)
    const [use] = await test.db.select().from(codeUse).where(eq(codeUse.batchId, repacked.id))
    expect(use).toMatchObject({ quantityKg: 0, entitlement: 'source' })
  })

  it('leaves the key of a request free', async () => {
    const { batch } = await orchard(0.1)
    const { ref } = await batch(9_000)
    const kept: unknown[] = []
    const once = {
      keep: (receipt: unknown) => {
        kept.push(receipt)
        return []
      },
    }
    await expect(seal(ref, { ...operator, once })).rejects.toMatchObject(stopped)
    expect(kept).toEqual([])
    const [wait] = await test.db
      .select()
      .from(codeUseWait)
      .where(sql`batch_id = (SELECT id FROM batch WHERE ref = ${ref})`)
    expect(wait?.objections[0]?.kind).toBe('quota')
  })
})

describe('the owner of a code', () => {
  it('sees each batch that used it, and disputes one into a case that others join', async () => {
    const { owner, code, batch, packerId } = await authorised()
    const [first, second] = [await batch(10), await batch(20)]
    for (const { ref } of [first, second]) await seal(ref)
    const holder = person(owner.id, 'producer')
    const asked = { byOthers: true, cursor: null, limit: 1 }
    const page = await readOwnUses(holder, asked)
    expect(page.nextCursor).not.toBeNull()
    const rest = await readOwnUses(holder, { ...asked, cursor: page.nextCursor })
    expect([...page.rows, ...rest.rows].map(({ ref }) => ref).sort()).toEqual(
      [first.ref, second.ref].sort(),
    )
    const dispute = (ref: string, ctx = holder) =>
      disputeUse({ ctx, input: { ref, code: code.code, texts: { reason: 'Tôi không bán' } } })
    await expect(dispute(first.ref, person(packerId, 'producer'))).rejects.toMatchObject({
      code: 'not_found',
    })
    const opened = await dispute(first.ref)
    await expect(dispute(first.ref)).rejects.toMatchObject({ code: 'conflict' })
    expect(await dispute(second.ref)).toEqual(opened)
    const [row] = await test.db.select().from(caseFile).where(eq(caseFile.id, opened.caseId))
    expect(row).toMatchObject({ kind: 'dispute', state: 'open', provinceCode: '91' })
    const subjects = await test.db.all<{ kind: string }>(
      sql`SELECT kind FROM case_subject WHERE case_id = ${opened.caseId} ORDER BY kind`,
    )
    expect(subjects.map(({ kind }) => kind)).toEqual(['batch', 'batch', 'code', 'organisation'])
    // Nothing is decided by it.
    const built = await buildBatchDocument(test.db, first.id)
    expect(built?.document.codeUse).toEqual([])
    const closed = { state: 'closed' as const }
    await test.db.update(caseFile).set(closed).where(eq(caseFile.id, opened.caseId))
    const third = await batch(5)
    await seal(third.ref)
    expect((await dispute(third.ref)).caseId).not.toBe(opened.caseId)
  })

  it('sees what is left to pack of each crop', async () => {
    const { batch, organisationId } = await orchard(2)
    await seal((await batch(10_000)).ref)
    const own = await ownCodes(person(organisationId, 'producer'))
    expect(own.quotas).toMatchObject([
      {
        name: 'Xoài',
        markets: ['CHN'],
        quota: { allowedKg: 50_000, packedKg: 10_000, leftKg: 40_000 },
      },
    ])
    expect(own.codes[0]?.markets).toEqual([{ market: 'CHN', status: 'active', validTo: null }])
  })
})

describe('the daily look for patterns', () => {
  const open = (state: 'open' | 'dismissed' = 'open') =>
    listPatterns(test.db, { bounds: null, state, kind: null, after: null, limit: 100 })
  const ofSite = async (siteId: string) =>
    (await open()).filter((row) => row.siteId === siteId).map(({ kind }) => kind)

  it('finds each kind once, and nothing more where nothing is new', async () => {
    const { area, code, batch } = await orchard(1)
    await test.db.insert(season).values({
      ...{ id: `s${unique()}`, siteId: area.id, organisationId: area.organisationId },
      ...{ crop: 'Xoài', cropFolded: 'xoai', startsOn: '2026-01-01', createdAt: NOW },
      ...{ expectedFromOn: '2026-02-01', expectedToOn: '2026-03-01', markets: [] },
    })
    const exported = await batch(24_000, { markets: ['CHN'] })
    await seal(exported.ref)
    await test.db.insert(labelDay).values({
      ...{ unitSpace: `B/${exported.ref}`, serial: 1, day: '2026-06-14', visitors: 30 },
      region: 'Guangxi',
    })
    // Three more organisations pack under the code by an officer's word.
    for (let n = 0; n < 3; n++) {
      const { id: productId } = await makeProduct(operator)
      const made = await makeBatch(operator, {
        ...{ productId, growingAreas: [code.code], packingHouse: null },
        quantity: { value: 1, unit: 'kg' },
      })
      const input = { ref: made.ref, code: code.code, decision: 'allow', reason: 'thử' } as const
      await decideCodeUse({ ctx: officer(), input })
      await seal(made.ref)
    }
    const other = await makeSite(operator, { provinceCode: '91' })
    const square = (lng: number) => ({
      type: 'Polygon',
      coordinates: [
        [
          [lng, 10.5],
          [lng + 0.002, 10.5],
          [lng + 0.002, 10.502],
          [lng, 10.502],
          [lng, 10.5],
        ],
      ],
    })
    for (const [id, lng] of [
      [area.id, 105.4],
      [other.id, 105.401],
    ] as const) {
      const geojson = JSON.stringify(square(lng))
      await setBoundary({
        ctx: operator,
        input: { id, geojson, source: 'kml', currentId: '', fileName: 'a.kml' },
      })
      await test.db.insert(siteHousehold).values(
        [1, 2, 3].map((position) => ({
          ...{ id: `${id}-${position}`, siteId: id, position, name: `Hộ ${position}` },
          ...{ nameFolded: `ho ${position}`, phone: `090${position}`, createdAt: NOW },
        })),
      )
    }
    await lookForPatterns(makeContext(test.db))
    const [first = ''] = [area.id, other.id].sort()
    const found = new Set([...(await ofSite(area.id)), ...(await ofSite(first))])
    expect([...found].sort()).toEqual([
      ...['many_packers', 'near_ceiling', 'out_of_season', 'overlapping_areas'],
      'shared_households',
    ])
    const before = await open()
    expect(await lookForPatterns(makeContext(test.db))).toBe(0)
    expect(await open()).toEqual(before)
  })

  it('tells labels of goods for export that are opened at home', async () => {
    const { batch } = await orchard(50)
    const exported = await batch(100, { markets: ['CHN'] })
    await seal(exported.ref)
    await test.db.insert(labelDay).values({
      ...{ unitSpace: `B/${exported.ref}`, serial: 1, day: '2026-06-16', visitors: 30 },
      region: 'An Giang',
    })
    await test.db.run(sql`INSERT INTO administrative_unit
      (code, name, name_folded, level, valid_from) VALUES
      ('91', 'Tỉnh An Giang', 'tinh an giang', 'province', '2025-07-01') ON CONFLICT DO NOTHING`)
    const later = makeContext(test.db, { now: () => NOW + 10.5 * DAY_MS })
    await lookForPatterns(later)
    const [row] = (await open()).filter(({ batchId }) => batchId === exported.id)
    expect(row).toMatchObject({ kind: 'opened_elsewhere', level: 100, provinceCode: '91' })
    const { caseId } = await patternToCase({
      ctx: officer(),
      input: { id: row?.id ?? '', texts: { expected: '1' } },
    })
    const [filed] = await test.db.select().from(caseFile).where(eq(caseFile.id, caseId))
    expect(filed).toMatchObject({ kind: 'fraud', provinceCode: '91' })
    expect(filed?.summary).toContain('100%')
  })

  it('lets a dismissal stand until the figures are a quarter stronger', async () => {
    const { area, batch } = await orchard(0.04)
    await seal((await batch(960)).ref)
    await lookForPatterns(makeContext(test.db))
    const [row] = (await open()).filter(({ siteId }) => siteId === area.id)
    const dismiss = (ctx: VerbContext, expected: string) =>
      dismissPattern({
        ctx,
        input: { id: row?.id ?? '', texts: { reason: 'Vườn được mùa', expected } },
      })
    await expect(dismiss(officer('15'), '1')).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(dismiss(officer(), '9')).rejects.toMatchObject({
      code: 'conflict',
    })
    await dismiss(officer(), '1')
    const again = async (kg: number, later: number) => {
      const made = await batch(kg)
      const [code] = await test.db.all<{ code: string }>(sql`SELECT c.code FROM batch_code b
        JOIN code c ON c.id = b.code_id WHERE b.batch_id = ${made.id}`)
      const input = {
        ref: made.ref,
        code: code?.code ?? '',
        decision: 'allow',
        reason: 'x',
      } as const
      await decideCodeUse({ ctx: officer(), input })
      await seal(made.ref, makeContext(test.db, { now: () => NOW + later }))
      await lookForPatterns(makeContext(test.db, { now: () => NOW + later }))
      return (await open()).filter(({ siteId }) => siteId === area.id).length
    }
    expect(await again(100, 1_000)).toBe(0)
    expect(await again(200, 2_000)).toBe(1)
  })
})
