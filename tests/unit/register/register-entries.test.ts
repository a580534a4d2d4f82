import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { type EntryTargets, missingEntriesQuery } from '../../../db/queries/register-entries.ts'
import { runBatch, type Statement } from '../../../db/queries/run-batch.ts'
import {
  code,
  codeMarket,
  codeStatusEvent,
  organisation,
  site,
  siteCrop,
} from '../../../db/schema/index.ts'
import { foldVietnamese } from '../../../worker/lib/text/fold-vietnamese.ts'
import { mayBeNamed, publicSiteName } from '../../../worker/verbs/batches/public-names.ts'
import {
  completeRegisterEntries,
  rebuildRegisterEntries,
  refreshEntriesFor,
} from '../../../worker/verbs/codes/refresh-register-entries.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeOrganisation, makeSite } from '../../support/factories.ts'
import { findAll, registerAsItStands } from './register-support.ts'

const word = fc.constantFrom('Xoài', 'Đường', 'Nhãn', 'Hòa_Lộc', 'Chợ Mới', 'Trần Văn Đức')
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-06-${String(n).padStart(2, '0')}`)

/** A change to one of a few codes, as some verb makes it. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('rename' as const), at: fc.nat(2), word }),
  fc.record({ kind: fc.constant('crop' as const), at: fc.nat(2), word }),
  fc.record({ kind: fc.constant('holder' as const), at: fc.nat(2), word, consent: fc.boolean() }),
  fc.record({
    kind: fc.constant('decide' as const),
    at: fc.nat(3),
    market: fc.constantFrom('CHN', 'USA'),
    status: fc.constantFrom('active', 'suspended', 'revoked'),
    on: day,
  }),
  fc.record({ kind: fc.constant('withdraw' as const), at: fc.nat(3), back: fc.boolean() }),
)
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

describe('the register’s entries', () => {
  it('are after any writes what a rebuild from nothing makes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const { db } = await freshDatabase()
        const given = await threeSites(db)
        for (const one of changes) {
          const { statements, targets } = apply(db, given, one)
          await runBatch(db, [...statements, ...refreshEntriesFor(db, targets)])
        }
        const kept = await registerAsItStands(db)
        await rebuildRegisterEntries(db)
        expect(kept).toEqual(await registerAsItStands(db))
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  it('name whom the domain lets be named, and nobody else', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    const named = fc.record({
      orgName: fc.constantFrom('Trần Văn Đức', 'HTX Xoài', 'Đỗ Thị Ở'),
      orgKind: fc.constantFrom('household', 'farm', 'cooperative', 'company', 'group'),
      nameConsentOn: fc.constantFrom(null, '2026-01-01'),
      siteName: fc.constantFrom('Vườn ông TRAN VAN DUC', 'Vườn đỗ thị ở', 'Vùng A', 'HTX Xoài 2'),
    })
    await fc.assert(
      fc.asyncProperty(named, async (given) => {
        const { orgName, orgKind, nameConsentOn, siteName } = given
        const { id } = await makeOrganisation(ctx, { name: orgName })
        await db
          .update(organisation)
          .set({ kind: orgKind, nameConsentOn })
          .where(eq(organisation.id, id))
        const place = await makeSite(ctx, { organisationId: id, name: siteName })
        const made = await makeCode(ctx, { siteId: place.id })
        const stands = (await registerAsItStands(db)).get(made.code) as {
          entry: { name: string; holder: { name: string | null } }
          terms: string[]
        }
        expect(stands.entry.holder.name).toBe(mayBeNamed(given) ? orgName : null)
        expect(stands.entry.name).toBe(publicSiteName({ ...given, fallback: 'Vùng trồng' }))
        if (!mayBeNamed(given)) {
          const own = foldVietnamese(orgName).split(' ')
          const elsewhere = publicSiteName({ ...given, fallback: '' })
          const others = foldVietnamese(elsewhere).split(' ')
          const told = own.filter((part) => !others.includes(part) && stands.terms.includes(part))
          expect(told).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('go for a withdrawn code and come back with it', async () => {
    const { db } = await freshDatabase()
    const made = await makeCode(makeContext(db))
    const set = (withdrawnAt: number | null) =>
      runBatch(db, [
        db.update(code).set({ withdrawnAt }).where(eq(code.id, made.id)),
        ...refreshEntriesFor(db, { codeIds: [made.id] }),
      ])
    await set(1)
    expect(await findAll(db, { q: made.code })).toEqual([])
    await set(null)
    expect(await findAll(db, { q: made.code })).toEqual([made.code])
  })

  it('are completed where they were never made, and only there', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    const made = [await makeCode(ctx), await makeCode(ctx), await makeCode(ctx)]
    expect(await completeRegisterEntries(db)).toBe(0)
    await rebuildRegisterEntries(db)
    expect(await missingEntriesQuery(db, { after: '', limit: 9 })).toEqual([])
    expect(await findAll(db, {})).toEqual(made.map((one) => one.code).sort())
  })
})

type Given = { sites: { id: string; organisationId: string }[]; codeIds: string[] }

async function threeSites(db: Database): Promise<Given> {
  const ctx = makeContext(db)
  const sites = [await makeSite(ctx), await makeSite(ctx), await makeSite(ctx)]
  const codeIds: string[] = []
  for (const at of [0, 1, 2, 2]) {
    codeIds.push((await makeCode(ctx, { siteId: sites[at]?.id ?? '' })).id)
  }
  return { sites, codeIds }
}

function apply(
  db: Database,
  given: Given,
  one: Change,
): { statements: Statement[]; targets: EntryTargets } {
  const place = given.sites[one.at] ?? { id: '', organisationId: '' }
  const codeId = given.codeIds[one.at] ?? ''
  switch (one.kind) {
    case 'rename': {
      const values = { name: one.word, nameFolded: foldVietnamese(one.word), communeName: one.word }
      const statements = [db.update(site).set(values).where(eq(site.id, place.id))]
      return { statements, targets: { siteIds: [place.id] } }
    }
    case 'crop': {
      const values = { siteId: place.id, crop: one.word, cropFolded: foldVietnamese(one.word) }
      const statements = [db.insert(siteCrop).values(values).onConflictDoNothing()]
      return { statements, targets: { siteIds: [place.id] } }
    }
    case 'holder': {
      const names = { name: one.word, nameFolded: foldVietnamese(one.word) }
      const nameConsentOn = one.consent ? '2026-01-01' : null
      const values = { ...names, kind: 'household' as const, nameConsentOn }
      const id = place.organisationId
      const statements = [db.update(organisation).set(values).where(eq(organisation.id, id))]
      return { statements, targets: { organisationIds: [id] } }
    }
    case 'decide': {
      const { market, status, on: effectiveOn } = one
      const event = { id: crypto.randomUUID(), codeId, market, status, effectiveOn }
      const statements = [
        db.insert(codeMarket).values({ codeId, market, createdAt: 1 }).onConflictDoNothing(),
        db.insert(codeStatusEvent).values({ ...event, recordedAt: 1, actor: 'test' }),
      ]
      return { statements, targets: { codeIds: [codeId] } }
    }
    case 'withdraw': {
      const withdrawnAt = one.back ? null : 1
      const statements = [db.update(code).set({ withdrawnAt }).where(eq(code.id, codeId))]
      return { statements, targets: { codeIds: [codeId] } }
    }
  }
}
