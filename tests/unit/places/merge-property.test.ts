import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { member, organisation, site } from '../../../db/schema/index.ts'
import { isolateCache } from '../../../worker/platform/facts-cache.ts'
import { findPublicCode } from '../../../worker/verbs/codes/public-find-code.ts'
import { rebuildRegisterEntries } from '../../../worker/verbs/codes/refresh-register-entries.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { openSiteForWriting } from '../../../worker/verbs/sites/open-site.ts'
import { issued, scanApp } from '../../http/scan/support.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeOrganisation,
  makeSite,
  makeUnits,
  NOW,
} from '../../support/factories.ts'
import { makePerson } from '../../support/portal-app.ts'
import { findAll, registerAsItStands } from '../register/register-support.ts'
import { COMMUNES, change, naiveUnits, PROVINCES } from './random-merges.ts'
import { type DecreeRow, everything, merge } from './succession-support.ts'

type Lot = {
  readonly siteId: string
  readonly code: string
  readonly communeCode: string | null
  readonly provinceCode: string
  readonly officer: Person
  /** A label printed before anything changed. */
  readonly path: string
  /** Every name its commune and province ever had. */
  readonly names: Set<string>
}

it('after any mergers every code resolves, its label verifies, it is found by every name, and its officer answers for it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (changes, together) => {
        const { db } = await freshDatabase()
        const ctx = makeContext(db)
        await makeUnits(db, [...PROVINCES, ...COMMUNES])
        const lots = await makeLots(ctx)
        const units = naiveUnits()
        const decrees: DecreeRow[][] = []
        for (const [i, one] of changes.entries()) {
          const rows = units.decreed(one).map((row) => ({ ...row, on: `2026-0${i + 1}-15` }))
          if (rows.length > 0) decrees.push(rows)
          for (const lot of lots) remember(lot, units)
        }
        const files = together ? [decrees.flat()] : decrees
        for (const rows of files.filter(({ length }) => length > 0)) {
          expect((await merge(ctx, rows)).refused).toEqual([])
        }
        for (const lot of lots) await holds(db, lot, units)
        await noneElsewhere(db, lots)
        const before = await everything(db)
        for (const rows of files.filter(({ length }) => length > 0)) {
          expect((await merge(ctx, rows)).counts).toMatchObject({ fresh: 0, refused: 0 })
        }
        expect(await everything(db)).toEqual(before)
        const entries = await registerAsItStands(db)
        await rebuildRegisterEntries(db)
        expect(entries).toEqual(await registerAsItStands(db))
      },
    ),
    { numRuns: 12 },
  )
}, 120_000)

/** A place with a code and a printed label in each commune, and one that only its province is known of. */
async function makeLots(ctx: VerbContext): Promise<Lot[]> {
  const wheres = [
    ...COMMUNES.map(([code, name, province = '']) => ({ code, name, province })),
    { code: null, name: null, province: '91' },
  ]
  const lots: Lot[] = []
  for (const { code: communeCode, name: communeName, province: provinceCode } of wheres) {
    const provinceName = PROVINCES.find(([code]) => code === provinceCode)?.[1] ?? ''
    const place = { communeCode, communeName, provinceCode, provinceName }
    const { id: organisationId } = await makeOrganisation(ctx, place)
    const { id: siteId } = await makeSite(ctx, { organisationId, ...place })
    const { code } = await makeCode(ctx, { siteId, code: `VN-89-886-3033${lots.length}-01-23` })
    const { path } = await issued(ctx, { batch: { growingAreas: [code] }, count: 1 })
    const officer = await makePerson(ctx.db, 'officer', { place: { provinceCode, communeCode } })
    const names = new Set([provinceName, ...(communeName === null ? [] : [communeName])])
    lots.push({ siteId, code, communeCode, provinceCode, officer, path, names })
  }
  return lots
}

function remember(lot: Lot, units: ReturnType<typeof naiveUnits>): void {
  const { communeName, provinceName } = units.placeOf(lot.communeCode, lot.provinceCode)
  for (const name of [communeName, provinceName]) if (name !== null) lot.names.add(name)
}

async function holds(db: Database, lot: Lot, units: ReturnType<typeof naiveUnits>): Promise<void> {
  const place = units.placeOf(lot.communeCode, lot.provinceCode)
  const [row] = await db.select().from(site).where(eq(site.id, lot.siteId))
  expect(row).toMatchObject(place)
  const [holder] = await db
    .select()
    .from(organisation)
    .where(eq(organisation.id, row?.organisationId ?? ''))
  expect(holder).toMatchObject(place)
  const { communeName: commune, provinceName: province } = place
  expect(await entryOf(db, lot.code)).toMatchObject({ code: lot.code, commune, province })
  for (const name of lot.names) {
    expect([name, await findAll(db, { unit: name })]).toEqual([
      ...[name, expect.arrayContaining([lot.code])],
    ])
    expect(await findAll(db, { q: name })).toContain(lot.code)
  }
  const { status, body } = await scanApp(db).askJson(lot.path)
  expect(status).toBe(200)
  expect(body).toMatchObject({ authenticity: 'genuine', standing: 'clear' })
  const [area] = body.batch.growingAreas
  expect(area).toMatchObject({ code: lot.code, commune, province })
}

async function entryOf(db: Database, code: string) {
  const cache = isolateCache({ maxBytes: 100_000, shared: null })
  const deps = { db: () => db, now: () => NOW, cache, waitUntil: () => undefined }
  const answer = await findPublicCode(deps, code)
  return answer.kind === 'found' ? answer.entry : answer
}

/** Each officer may change just what lies where they now answer for it. */
async function noneElsewhere(db: Database, lots: readonly Lot[]): Promise<void> {
  for (const { officer } of lots) {
    const [row] = await db.select().from(member).where(eq(member.userId, officer.userId))
    const reach = { provinceCode: row?.provinceCode ?? null, communeCode: row?.communeCode ?? null }
    const ctx = makeContext(db, { actor: { ...officer, place: reach } })
    const mine = lots.find((lot) => lot.officer === officer)
    for (const { siteId } of lots) {
      const [there] = await db.select().from(site).where(eq(site.id, siteId))
      const opened = await openSiteForWriting(ctx, siteId).then(
        () => true,
        () => false,
      )
      const within =
        reach.provinceCode === there?.provinceCode &&
        (reach.communeCode === null || reach.communeCode === there?.communeCode)
      expect(opened).toBe(within)
      if (siteId === mine?.siteId) expect(opened).toBe(true)
    }
  }
}
