import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { batch as batchTable } from '../../../db/schema/index.ts'
import { annulBatch } from '../../../worker/verbs/batches/annul-batch.ts'
import { buildBatchDocument } from '../../../worker/verbs/batches/build-batch-document.ts'
import { decideCodeUse } from '../../../worker/verbs/batches/decide-code-use.ts'
import { overrideInterval } from '../../../worker/verbs/batches/override-interval.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { addMembership } from '../../../worker/verbs/memberships/add-membership.ts'
import {
  confirmMembership,
  endMembership,
} from '../../../worker/verbs/memberships/change-membership.ts'
import { confirmLink } from '../../../worker/verbs/sites/confirm-link.ts'
import { linkSites } from '../../../worker/verbs/sites/link-sites.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeDiaryEvent,
  makeOrganisation,
  makeProduct,
  makeSite,
} from '../../support/factories.ts'

let test: TestDatabase
let operator: VerbContext

beforeAll(async () => {
  test = await freshDatabase()
  operator = makeContext(test.db)
  await rotateKey({ ctx: operator, input: {} })
})

/** Somebody of an organisation, or an officer of a province. */
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

/** A batch of one organisation under a growing-area code of another in An Giang, and no word of it. */
async function borrowed() {
  const lender = await makeOrganisation(operator)
  const area = await makeSite(operator, { organisationId: lender.id, provinceCode: '91' })
  const code = await makeCode(operator, { siteId: area.id })
  const { id: productId } = await makeProduct(operator)
  const batch = await makeBatch(operator, { productId, growingAreas: [code.code] })
  return { lender, area, code, batch }
}

const seal = (ref: string) => issueLabels({ ctx: operator, input: { ref, count: 1 } })
const refusal = {
  code: 'standing_stop',
  errors: [
    { path: 'code_use_not_authorised', text: { vi: expect.stringContaining('chưa được phép') } },
  ],
}

async function useOf(batchId: string) {
  return (await buildBatchDocument(test.db, batchId))?.document.codeUse
}

describe('sealing a batch under a borrowed code', () => {
  it('is refused, with the code named, and nothing is written', async () => {
    const { batch, code } = await borrowed()
    await expect(seal(batch.ref)).rejects.toMatchObject(refusal)
    await expect(seal(batch.ref)).rejects.toThrow(code.code)
    const [row] = await test.db.select().from(batchTable).where(eq(batchTable.id, batch.id))
    expect(row).toMatchObject({ sealedAt: null, codeUseCheckedAt: null })
  })

  it('is refused for the packing house’s code too', async () => {
    const house = await makeCode(operator, { slot: 'packing_house' })
    const { id: productId } = await makeProduct(operator)
    const batch = await makeBatch(operator, { productId, packingHouse: house.code })
    await expect(seal(batch.ref)).rejects.toThrow(house.code)
  })

  it('is refused on a contract that only the borrower wrote down, until the holder agrees', async () => {
    const { lender, area, code, batch } = await borrowed()
    const borrower = person(batch.organisationId, 'producer')
    await linkSites({
      ctx: borrower,
      input: { id: batch.house.siteId, other: code.code, fromOn: '2026-01-01' },
    })
    await expect(seal(batch.ref)).rejects.toMatchObject(refusal)
    const [link] = await test.db.all<{ id: string }>(
      sql`SELECT id FROM site_link WHERE growing_area_id = ${area.id}`,
    )
    const linkId = link?.id ?? ''
    // The borrower's own word for the holder's side counts for nothing.
    await confirmLink({ ctx: borrower, input: { id: batch.house.siteId, linkId } })
    await expect(seal(batch.ref)).rejects.toMatchObject(refusal)
    await confirmLink({ ctx: person(lender.id, 'producer'), input: { id: area.id, linkId } })
    await confirmLink({ ctx: person(lender.id, 'producer'), input: { id: area.id, linkId } })
    await expect(seal(batch.ref)).resolves.toMatchObject({ ref: batch.ref })
  })

  it('stands on a contract the holder wrote down, which asks the other side and covers the packing day', async () => {
    const { lender, area, code, batch } = await borrowed()
    const input = { id: area.id, other: batch.house.code, toOn: '2026-06-09' }
    await linkSites({
      ctx: person(lender.id, 'producer'),
      input: { ...input, fromOn: '2026-01-01' },
    })
    await expect(seal(batch.ref)).rejects.toThrow(code.code)
    const later = { id: area.id, other: batch.house.code, fromOn: '2026-06-10' }
    await linkSites({ ctx: person(lender.id, 'producer'), input: later })
    await expect(seal(batch.ref)).resolves.toMatchObject({ ref: batch.ref })
    const told = await test.db.all<{ n: number }>(
      sql`SELECT count(*) AS n FROM notification WHERE organisation_id = ${batch.organisationId}`,
    )
    expect(told).toEqual([{ n: 2 }])
  })

  it('is not opened by an officer of another province', async () => {
    const { area, code, batch } = await borrowed()
    await linkSites({
      ctx: person(batch.organisationId, 'producer'),
      input: { id: batch.house.siteId, other: code.code, fromOn: '2026-01-01' },
    })
    const [link] = await test.db.all<{ id: string }>(
      sql`SELECT id FROM site_link WHERE growing_area_id = ${area.id}`,
    )
    const input = { id: area.id, linkId: link?.id ?? '' }
    const elsewhere = person('state', 'officer', '15')
    await expect(confirmLink({ ctx: elsewhere, input })).rejects.toMatchObject({
      code: 'not_found',
    })
    await confirmLink({ ctx: person('state', 'officer', '91'), input })
    await expect(seal(batch.ref)).resolves.toMatchObject({ ref: batch.ref })
  })

  it('stands on a member’s code once the member has agreed, and until it leaves', async () => {
    const { lender, batch } = await borrowed()
    const group = batch.organisationId
    const borrower = person(group, 'producer')
    const input = { organisationId: group, memberId: lender.id, fromOn: '2026-01-01' }
    const made = await addMembership({ ctx: borrower, input })
    expect(made.confirmed).toBe(false)
    await expect(seal(batch.ref)).rejects.toMatchObject(refusal)
    const own = confirmMembership({ ctx: borrower, input: { id: made.id } })
    await expect(own).rejects.toMatchObject({ code: 'forbidden' })
    await confirmMembership({ ctx: person(lender.id, 'producer'), input: { id: made.id } })
    await endMembership({ ctx: borrower, input: { id: made.id, toOn: '2026-06-09' } })
    await expect(seal(batch.ref)).rejects.toMatchObject(refusal)
    await endMembership({ ctx: borrower, input: { id: made.id, toOn: '2026-06-10' } })
    await expect(seal(batch.ref)).resolves.toMatchObject({ ref: batch.ref })
  })

  it('stands on a source batch of the holder, not on an annulled one', async () => {
    const { lender, code } = await borrowed()
    const product = await makeProduct(operator, { organisationId: lender.id })
    const source = await makeBatch(operator, {
      productId: product.id,
      growingAreas: [code.code],
      packingHouse: null,
    })
    await seal(source.ref)
    const bought = {
      growingAreas: [code.code],
      packingHouse: null,
      sources: [{ ref: source.ref, quantityKg: 400 }],
      quantity: { value: 400, unit: 'kg' },
    }
    const trader = async () => ({ productId: (await makeProduct(operator)).id, ...bought })
    const traded = await makeBatch(operator, await trader())
    await expect(seal(traded.ref)).resolves.toMatchObject({ ref: traded.ref })
    const late = await makeBatch(operator, await trader())
    await annulBatch({ ctx: operator, input: { ref: source.ref, reason: 'Nhập nhầm' } })
    await expect(seal(late.ref)).rejects.toMatchObject(refusal)
  })

  it('is allowed by an officer of the code’s place, in public with reason and authority', async () => {
    const { code, batch } = await borrowed()
    const input = {
      ref: batch.ref,
      code: code.code,
      decision: 'allow',
      reason: 'Đã xem hợp đồng',
    } as const
    const elsewhere = decideCodeUse({ ctx: person('state', 'officer', '15'), input })
    await expect(elsewhere).rejects.toMatchObject({ code: 'forbidden' })
    const producer = decideCodeUse({ ctx: person(batch.organisationId, 'producer'), input })
    await expect(producer).rejects.toMatchObject({ code: 'forbidden' })
    await decideCodeUse({ ctx: person('state', 'officer', '91'), input })
    await seal(batch.ref)
    expect(await useOf(batch.id)).toMatchObject([
      {
        code: code.code,
        standing: 'allowed',
        allowance: { by: 'Chi cục Trồng trọt An Giang', reason: 'Đã xem hợp đồng' },
      },
    ])
  })

  it('stays judged as it was when sealed, whatever becomes of the contract', async () => {
    const { lender, area, batch } = await borrowed()
    const input = { id: area.id, other: batch.house.code, fromOn: '2026-01-01' }
    await linkSites({ ctx: person(lender.id, 'producer'), input })
    await seal(batch.ref)
    await test.db.run(
      sql`UPDATE site_link SET to_on = '2026-01-02' WHERE growing_area_id = ${area.id}`,
    )
    expect(await useOf(batch.id)).toEqual([])
    const undone = test.db.run(
      sql`UPDATE batch SET code_use_checked_at = NULL WHERE id = ${batch.id}`,
    )
    await expect(undone).rejects.toThrow()
  })
})

describe('a batch sealed before the use of codes was asked for', () => {
  async function sealedBefore() {
    const made = await borrowed()
    await test.db.run(sql`UPDATE batch SET sealed_at = 1 WHERE id = ${made.batch.id}`)
    return made
  }

  it('is unconfirmed, never stopped, and may have more labels', async () => {
    const { batch, code } = await sealedBefore()
    expect(await useOf(batch.id)).toEqual([
      { code: code.code, standing: 'unconfirmed', allowance: null },
    ])
    await expect(seal(batch.ref)).resolves.toMatchObject({ ref: batch.ref })
    expect(await useOf(batch.id)).toMatchObject([{ standing: 'unconfirmed' }])
  })

  it('is confirmed by a contract the holder agrees to now', async () => {
    const { lender, area, batch } = await sealedBefore()
    const input = { id: area.id, other: batch.house.code, fromOn: '2026-01-01' }
    await linkSites({ ctx: person(lender.id, 'producer'), input })
    expect(await useOf(batch.id)).toEqual([])
  })
})

describe('a breached pre-harvest interval', () => {
  it('stops sealing until an officer of the growing area overrides it, in public', async () => {
    const area = await makeSite(operator, { provinceCode: '91' })
    const code = await makeCode(operator, { siteId: area.id })
    const product = await makeProduct(operator, { organisationId: area.organisationId })
    const batch = await makeBatch(operator, {
      productId: product.id,
      growingAreas: [code.code],
      packingHouse: null,
    })
    await makeDiaryEvent(operator, {
      siteId: area.id,
      kind: 'plant_protection',
      occurredOn: '2026-06-01',
      details: { intervalDays: 14, product: 'Thuốc thử' },
    })
    await expect(seal(batch.ref)).rejects.toMatchObject({
      errors: [{ path: 'pre_harvest_interval_breached' }],
    })
    const input = { ref: batch.ref, reason: 'Mẫu dư lượng đạt' }
    const elsewhere = overrideInterval({ ctx: person('state', 'officer', '15'), input })
    await expect(elsewhere).rejects.toMatchObject({ code: 'not_found' })
    await overrideInterval({ ctx: person('state', 'officer', '91'), input })
    await expect(seal(batch.ref)).resolves.toMatchObject({ ref: batch.ref })
  })
})
