import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { putOutline } from '../../../db/queries/unit-outlines.ts'
import {
  codeScheme,
  code as codeTable,
  organisation,
  siteBoundary,
  siteCrop,
} from '../../../db/schema/index.ts'
import { CODE_SCHEMES } from '../../../worker/domain/codes/code-schemes.ts'
import { isolateCache } from '../../../worker/platform/facts-cache.ts'
import { versionOf } from '../../../worker/resources/resource.ts'
import { SCHEME } from '../../../worker/resources/scheme.ts'
import { type GrantInput, grantCode } from '../../../worker/verbs/codes/grant-code.ts'
import { findPublicCode } from '../../../worker/verbs/codes/public-find-code.ts'
import { recordCodeStatus } from '../../../worker/verbs/codes/record-code-status.ts'
import { type ReissueInput, reissueCode } from '../../../worker/verbs/codes/reissue-code.ts'
import { updateCodeMarket } from '../../../worker/verbs/codes/update-code-market.ts'
import { putCodeBack, withdrawCode } from '../../../worker/verbs/codes/withdraw-code.ts'
import { addRecord, editRecord } from '../../../worker/verbs/records/save-record.ts'
import { loadSchemes } from '../../../worker/verbs/schemes/load-schemes.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeSite,
  makeUnits,
  NOW,
  setStatus,
  unique,
} from '../../support/factories.ts'
import { makePerson } from '../../support/portal-app.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
const ctxOf = () => makeContext(test.db)

const input = (siteId: string, given: Partial<GrantInput> = {}): GrantInput => ({
  siteId,
  code: `VN-DTOR-${String(unique()).padStart(4, '0')}`,
  issuedOn: '2026-06-01',
  documentNo: '7/GXN',
  markets: [{ market: 'CHN', status: 'active' }],
  ...given,
})
const grant = (given: GrantInput) => grantCode({ ctx: ctxOf(), input: given })
const marketsOf = (code: string) =>
  test.db.all<{ market: string; status: string; effectiveOn: string; reasonCode: string }>(sql`
    SELECT e.market, e.status, e.effective_on AS effectiveOn, e.reason_code AS reasonCode
    FROM code_status_event e JOIN code c ON c.id = e.code_id WHERE c.code = ${code} ORDER BY e.rowid`)
const publicEntry = async (code: string) => {
  const deps = {
    db: () => test.db,
    now: () => NOW,
    cache: isolateCache({ maxBytes: 100_000, shared: null }),
    waitUntil: () => undefined,
  }
  const answer = await findPublicCode(deps, code)
  if (answer.kind !== 'found') throw new Error(answer.kind)
  return answer.entry
}

describe('granting a code', () => {
  it('writes code, markets, first statuses, terms and one audit row, and tells the holder', async () => {
    const site = await makeSite(ctxOf())
    await test.db
      .update(organisation)
      .set({ email: 'htx@example.vn' })
      .where(sql`id = ${site.organisationId}`)
    const asked = input(site.id, {
      code: ' vn dtor 7001 ',
      markets: [
        { market: 'Trung Quốc', status: 'pending_foreign_approval', externalId: 'GACC-1' },
        null,
        { market: 'VNM', status: 'active', effectiveOn: '2026-06-05', validTo: '2029-06-04' },
      ],
    })
    const { code, warnings } = await grant(asked)
    expect([code, warnings]).toEqual(['VN-DTOR-7001', []])
    expect(await marketsOf(code)).toEqual([
      {
        market: 'CHN',
        status: 'pending_foreign_approval',
        effectiveOn: '2026-06-01',
        reasonCode: 'granted',
      },
      { market: 'VNM', status: 'active', effectiveOn: '2026-06-05', reasonCode: 'granted' },
      { market: 'VNM', status: 'expired', effectiveOn: '2029-06-05', reasonCode: 'validity_ended' },
    ])
    const [stored] = await test.db.select().from(codeTable).where(sql`code = ${code}`)
    expect(stored).toMatchObject({ scheme: 'VN_EXPORT_LEGACY_PUC', issuedOn: '2026-06-01' })
    const audits = await test.db.all(
      sql`SELECT action FROM audit_log WHERE entity_id = ${stored?.id}`,
    )
    expect(audits).toEqual([{ action: 'code.grant' }])
    const told = await test.db.all<{ href: string }>(
      sql`SELECT href FROM notification WHERE organisation_id = ${site.organisationId}`,
    )
    expect(told).toEqual([{ href: '/portal/codes/VN-DTOR-7001' }])
    const letters = await test.db.all(
      sql`SELECT to_address AS "to" FROM mail_outbox WHERE body LIKE '%VN-DTOR-7001%'`,
    )
    expect(letters).toEqual([{ to: 'htx@example.vn' }])
    expect((await publicEntry(code)).markets.map(({ market }) => market)).toEqual(['CHN', 'VNM'])
  })

  it('warns of land planted beyond its area and of a boundary outside the commune', async () => {
    const place = { provinceCode: '91', communeCode: '30999', communeName: 'Xã Thử Ranh' }
    await makeUnits(test.db, [
      ['91', 'Tỉnh An Giang'],
      ['30999', 'Xã Thử Ranh', '91'],
    ])
    const square = (west: number, side: number) => ({
      type: 'Polygon',
      coordinates: [
        [
          [west, 10],
          [west + side, 10],
          [west + side, 10 + side],
          [west, 10 + side],
          [west, 10],
        ],
      ],
    })
    const box = { minLng: 105, minLat: 10, maxLng: 105.1, maxLat: 10.1 }
    const outline = { level: 'commune', code: '30999', source: 'thử', at: NOW } as const
    await runBatch(test.db, [
      putOutline(test.db, { ...outline, geojson: JSON.stringify(square(105, 0.1)) }),
    ])
    const site = await makeSite(ctxOf(), { ...place, areaHa: 3, name: 'Vùng lệch' })
    await test.db.insert(siteCrop).values([
      { siteId: site.id, crop: 'Xoài', cropFolded: 'xoai', plantedAreaHa: 5.5 },
      { siteId: site.id, crop: 'Nhãn', cropFolded: 'nhan', plantedAreaHa: 2 },
    ])
    await test.db.insert(siteBoundary).values({
      ...{ id: ctxOf().newId(), siteId: site.id, areaHa: 12, source: 'typed', ...box },
      ...{ geojson: JSON.stringify(square(105.5, 0.01)), recordedAt: NOW, actor: 'operator:test' },
    })
    const { warnings } = await grant(input(site.id, { confirm: true }))
    expect(warnings).toHaveLength(2)
    expect(warnings[0]).toMatch(/Xoài là 5,5 ha, lớn hơn.*“Vùng lệch” \(3 ha\)/)
    expect(warnings[1]).toMatch(/“Vùng lệch” có 100 % nằm ngoài Xã Thử Ranh/)
    await expect(grant(input(site.id))).rejects.toMatchObject({ errors: [{ path: 'confirm' }] })
  })

  it('warns of markets that the format of the code is not for', async () => {
    const site = await makeSite(ctxOf())
    const code = '91-PUC-XOAI01-000987-CHN'
    const { warnings } = await grant(
      input(site.id, {
        ...{ code, confirm: true },
        markets: [
          { market: 'CHN', status: 'active' },
          { market: 'USA', status: 'active' },
        ],
      }),
    )
    expect(warnings.join(' ')).toMatch(/chỉ dùng cho Trung Quốc.*Hoa Kỳ/)
  })

  it('refuses a code that has a holder and names the holder', async () => {
    const site = await makeSite(ctxOf(), { name: 'Vùng xoài đã có mã' })
    const { code } = await makeCode(ctxOf(), { siteId: site.id })
    const run = grant(input((await makeSite(ctxOf())).id, { code: code.toLowerCase() }))
    await expect(run).rejects.toMatchObject({ code: 'invalid_input', errors: [{ path: 'code' }] })
    await expect(run).rejects.toThrow(/Vùng xoài đã có mã/)
  })

  it('lets only one of two officers grant the same code', async () => {
    const asked = input((await makeSite(ctxOf())).id)
    const other = { ...asked, siteId: (await makeSite(ctxOf())).id }
    const both = await Promise.allSettled([grant(asked), grant(other)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it.each([
    ['a code that reads like another', 'VN-DTOR-00301', 'VN-DTOR-0301'],
    ['a code of no known format', 'XYZ-77', 'không theo dạng'],
    ['a code of another kind of place', 'VN-DTPH-0302', 'cơ sở đóng gói'],
    ['a code whose market was not chosen', '91-PUC-XOAI01-000123-USA', 'Hoa Kỳ'],
  ])('tells of %s, and grants it once confirmed', async (_what, code, hint) => {
    if (hint.startsWith('VN-')) await makeCode(ctxOf(), { code: hint })
    const asked = input((await makeSite(ctxOf())).id, { code })
    const run = grant(asked)
    await expect(run).rejects.toMatchObject({ errors: [{ path: 'confirm' }] })
    await expect(run).rejects.toMatchObject({ text: { vi: expect.stringMatching(hint) } })
    expect((await grant({ ...asked, confirm: true })).warnings).toHaveLength(1)
  })

  it.each([
    [{ markets: [] }, 'markets.0.market'],
    [
      {
        markets: [
          { market: 'CHN', status: 'active' as const },
          { market: 'TQ', status: 'active' as const },
        ],
      },
      'markets.1.market',
    ],
    [
      { markets: [{ market: 'CHN', status: 'active' as const, validTo: '2026-05-01' }] },
      'markets.0.validTo',
    ],
    [{ issuedOn: '0026-06-01' }, 'issuedOn'],
    [{ issuedOn: '2028-06-01' }, 'issuedOn'],
    [{ code: 'MÃ<1>' }, 'code'],
  ])('refuses %o at %s', async (given, path) => {
    const run = grant(input((await makeSite(ctxOf())).id, given))
    await expect(run).rejects.toMatchObject({ code: 'invalid_input', errors: [{ path }] })
  })

  it('is for officers of the place alone', async () => {
    const here = { provinceCode: '91', communeCode: '30337' }
    const site = await makeSite(ctxOf(), here)
    const ask = async (place: typeof here, role: 'officer' | 'producer' | 'agency') => {
      const actor = await makePerson(test.db, role, { place })
      return grantCode({ ctx: makeContext(test.db, { actor }), input: input(site.id) })
    }
    await expect(ask(here, 'producer')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(ask(here, 'agency')).rejects.toMatchObject({ code: 'forbidden' })
    const elsewhere = { provinceCode: '91', communeCode: '30001' }
    await expect(ask(elsewhere, 'officer')).rejects.toMatchObject({ code: 'forbidden' })
    expect((await ask(here, 'officer')).code).toMatch(/^VN-DTOR/)
  })
})

describe('re-issuing a code', () => {
  const reissue = (old: string, given: Partial<ReissueInput> = {}) => {
    const { siteId: _, ...fields } = input('', given)
    return reissueCode({
      ctx: ctxOf(),
      input: {
        ...{ ...fields, old, reasonKind: 'administrative', reason: 'Sáp nhập xã' },
        ...given,
      },
    })
  }

  it('links old and new both ways and leaves the old one resolving with its status', async () => {
    const old = await makeCode(ctxOf())
    const { code } = await reissue(old.code, { oldEnds: { CHN: '2026-12-31' } })
    expect(await publicEntry(code)).toMatchObject({ supersedes: old.code, legacyCode: old.code })
    const before = await publicEntry(old.code)
    expect(before.supersededBy).toEqual([code])
    expect(before.markets).toMatchObject([{ market: 'CHN', statusToday: 'active' }])
  })

  it('ends the old one where it still counted, and leaves a suspension as it is', async () => {
    const old = await makeCode(ctxOf())
    await recordCodeStatus({
      ctx: ctxOf(),
      input: {
        ...{ code: old.code, market: 'EU', status: 'suspended', effectiveOn: '2026-05-01' },
        ...{ reason: 'Dư lượng', documentNo: '3/TB' },
      },
    })
    await reissue(old.code)
    const { markets } = await publicEntry(old.code)
    expect(markets.map(({ market, statusToday }) => [market, statusToday])).toEqual([
      ['CHN', 'expired'],
      ['EU', 'suspended'],
    ])
  })
})

describe('the code before a re-issued one', () => {
  const reissue = (old: string, given: Partial<ReissueInput> = {}) => {
    const { siteId: _, ...fields } = input('', given)
    const why = { reasonKind: 'name' as const, reason: 'Đổi tên' }
    return reissueCode({ ctx: ctxOf(), input: { ...fields, ...why, old, ...given } })
  }
  const endsOf = async (code: string) =>
    (await marketsOf(code)).filter(({ status }) => status === 'expired')

  it('ends in each market when the new one begins there, where nothing else is said', async () => {
    const old = await makeCode(ctxOf())
    await setStatus(ctxOf(), {
      ...{ codeId: old.id, market: 'USA', status: 'active' as const },
      effectiveOn: '2026-02-01',
    })
    await reissue(old.code, {
      markets: [{ market: 'CHN', status: 'active', effectiveOn: '2026-06-20' }],
    })
    expect(await endsOf(old.code)).toEqual([
      { market: 'CHN', status: 'expired', effectiveOn: '2026-06-20', reasonCode: 'reissued' },
      { market: 'USA', status: 'expired', effectiveOn: '2026-06-01', reasonCode: 'reissued' },
    ])
  })

  it('may go on for a while in one market', async () => {
    const old = await makeCode(ctxOf())
    await reissue(old.code, { oldEnds: { 'Trung Quốc': '31/12/2026' } })
    expect(await endsOf(old.code)).toMatchObject([{ market: 'CHN', effectiveOn: '2026-12-31' }])
  })

  it.each([
    ['before the new one begins', { CHN: '2026-05-31' }, 'oldEnds.CHN'],
    ['more than a year from now', { CHN: '2028-01-01' }, 'oldEnds.CHN'],
    ['in a market where it is suspended', { EU: '2026-08-01' }, 'oldEnds.EU'],
    ['in a market it never had', { USA: '2026-08-01' }, 'oldEnds.USA'],
  ])('does not end %s', async (_what, oldEnds, path) => {
    const old = await makeCode(ctxOf())
    await setStatus(ctxOf(), {
      ...{ codeId: old.id, market: 'EU', status: 'suspended' as const },
      effectiveOn: '2026-02-01',
    })
    const run = reissue(old.code, { oldEnds })
    await expect(run).rejects.toMatchObject({ code: 'invalid_input', errors: [{ path }] })
    expect(await endsOf(old.code)).toEqual([])
  })

  it('takes the place of one that was revoked, which stays so', async () => {
    const old = await makeCode(ctxOf())
    await setStatus(ctxOf(), {
      ...{ codeId: old.id, market: 'CHN', status: 'revoked' as const },
      effectiveOn: '2026-02-01',
    })
    const { code } = await reissue(old.code)
    expect((await publicEntry(code)).markets).toMatchObject([{ statusToday: 'active' }])
    expect((await publicEntry(old.code)).markets).toMatchObject([{ statusToday: 'revoked' }])
  })
})

describe('taking back a code entered by mistake', () => {
  const say = (code: string) => ({ ctx: ctxOf(), input: { code, reason: 'Gõ nhầm' } })

  it('takes it out and puts it back, and both are in the audit log', async () => {
    const { id, code } = await makeCode(ctxOf())
    await withdrawCode(say(code))
    const decide = recordCodeStatus({
      ctx: ctxOf(),
      input: {
        ...{ code, market: 'CHN', status: 'suspended', effectiveOn: '2026-06-01' },
        ...{ reason: 'x', documentNo: 'x' },
      },
    })
    await expect(decide).rejects.toMatchObject({ code: 'conflict' })
    await putCodeBack(say(code))
    const actions = await test.db.all(
      sql`SELECT action FROM audit_log WHERE entity_id = ${id} ORDER BY seq`,
    )
    expect(actions).toEqual([{ action: 'code.withdraw' }, { action: 'code.put-back' }])
  })

  it('is refused once a batch rests on it', async () => {
    const { area } = await makeBatch(ctxOf())
    await expect(withdrawCode(say(area.code))).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('the term of a code in a market', () => {
  it('ends by one decision at a time, however often it is changed', async () => {
    const site = await makeSite(ctxOf())
    const { code } = await grant(
      input(site.id, { markets: [{ market: 'CHN', status: 'active', validTo: '2026-12-31' }] }),
    )
    const change = (validTo: string) =>
      updateCodeMarket({
        ctx: ctxOf(),
        input: { code, market: 'CHN', validTo, documentNo: '8/GH', reason: 'Gia hạn' },
      })
    await change('2027-12-31')
    await change('2028-12-31')
    const { markets, history } = await publicEntry(code)
    expect(markets).toMatchObject([{ validTo: '2028-12-31', statusToday: 'active' }])
    const counting = history.filter(({ status, amended }) => status === 'expired' && !amended)
    expect(counting.map(({ effectiveOn }) => effectiveOn)).toEqual(['2029-01-01'])
    await expect(change('')).rejects.toMatchObject({ errors: [{ path: 'validTo' }] })
  })

  it('does not change once the code was revoked', async () => {
    const { id, code } = await makeCode(ctxOf())
    await test.db.run(sql`INSERT INTO code_market (code_id, market, created_at)
      VALUES (${id}, 'CHN', 1) ON CONFLICT DO NOTHING`)
    await setStatus(ctxOf(), {
      ...{ codeId: id, market: 'CHN', status: 'revoked' as const },
      effectiveOn: '2026-02-01',
    })
    const input = { code, market: 'CHN', validTo: '2027-12-31', documentNo: '8/GH', reason: 'x' }
    const run = updateCodeMarket({ ctx: ctxOf(), input })
    await expect(run).rejects.toMatchObject({ code: 'conflict', errors: [{ path: 'validTo' }] })
  })
})

describe('formats of codes', () => {
  it('begin in a new register as the domain has them', async () => {
    expect(await loadSchemes(test.db)).toEqual(CODE_SCHEMES)
  })

  const scheme = (given: object = {}) => ({
    ...{ id: `TEST_${unique()}`, kind: 'growing_area' as const, marketRule: 'suffix' as const },
    ...{ nameVi: 'Dạng thử', nameEn: 'Test', nameZh: '测试' },
    ...{ pattern: '^T\\d{3}-(?<market>[A-Z]{3})$', sample: 'T001-CHN', source: 'QĐ thử' },
    ...given,
  })
  const save = (given: object) => addRecord(ctxOf(), SCHEME, { texts: scheme(given) })

  it('are added, and codes are read by them at once', async () => {
    const { id } = await save({ id: 'TEST_ADDED' })
    const site = await makeSite(ctxOf())
    await grant(input(site.id, { code: 'T042-CHN' }))
    const [stored] = await test.db.select().from(codeTable).where(sql`code = 'T042-CHN'`)
    expect(stored?.scheme).toBe(id)
    await expect(save({ id })).rejects.toMatchObject({ errors: [{ path: 'id' }] })
  })

  it.each([
    [{ pattern: '^(T+)+$' }, 'pattern'],
    [{ sample: 'X001-CHN' }, 'sample'],
    [{ validFrom: '2026-06-01', validTo: '01/05/2026' }, 'validTo'],
  ])('are refused with %o at %s', async (given, path) => {
    await expect(save(given)).rejects.toMatchObject({ code: 'invalid_input', errors: [{ path }] })
  })

  it('tell the second of two who change the same one', async () => {
    const { id } = await save({})
    const [row] = await test.db.select().from(codeScheme).where(sql`id = ${id}`)
    if (row === undefined) throw new Error('not stored')
    const expected = versionOf(SCHEME, row)
    const edit = (texts: Record<string, string>) =>
      editRecord(ctxOf(), SCHEME, { id, texts, expected })
    expect(await edit({})).toBe(false)
    expect(await edit({ validTo: '2026-12-31' })).toBe(true)
    await expect(edit({ source: 'QĐ khác' })).rejects.toMatchObject({ code: 'conflict' })
  })
})
