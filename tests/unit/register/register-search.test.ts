import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { administrativeSuccession, administrativeUnit, siteCrop } from '../../../db/schema/index.ts'
import { oneLetterAway } from '../../../worker/domain/codes/one-letter-away.ts'
import type { CodeStatus } from '../../../worker/domain/standing/types.ts'
import { foldVietnamese } from '../../../worker/lib/text/fold-vietnamese.ts'
import { findInRegister } from '../../../worker/verbs/codes/public-list-codes.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeOrganisation,
  makeSite,
  setStatus,
} from '../../support/factories.ts'
import { findAll, query, TODAY } from './register-support.ts'

type Given = {
  readonly kind: 'growing_area' | 'packing_house'
  readonly crop: string
  readonly province: readonly [string, string]
  readonly market: string
  readonly status: CodeStatus | null
}

const given: fc.Arbitrary<Given> = fc.record({
  kind: fc.constantFrom('growing_area', 'packing_house'),
  crop: fc.constantFrom('Xoài', 'Xoài cát Hòa Lộc', 'Xoàinh', 'Chè'),
  province: fc.constantFrom(['91', 'An Giang'] as const, ['15', 'Lào Cai'] as const),
  market: fc.constantFrom('CHN', 'USA'),
  status: fc.constantFrom('suspended', 'revoked', null),
})

async function enter(db: Awaited<ReturnType<typeof freshDatabase>>['db'], one: Given) {
  const ctx = makeContext(db)
  const [provinceCode, provinceName] = one.province
  const place = await makeSite(ctx, { kind: one.kind, provinceCode, provinceName })
  const crop = { crop: one.crop, cropFolded: foldVietnamese(one.crop) }
  await db.insert(siteCrop).values({ siteId: place.id, ...crop })
  const made = await makeCode(ctx, { slot: one.kind, siteId: place.id, market: one.market })
  if (one.status !== null) {
    const decision = { codeId: made.id, market: one.market, status: one.status }
    await setStatus(ctx, { ...decision, effectiveOn: '2026-06-01' })
  }
  return made.code
}

describe('searching the register', () => {
  it('finds by filters just what a look at every code finds', async () => {
    const filters = fc.record({
      kind: fc.constantFrom(null, 'growing_area', 'packing_house'),
      crop: fc.constantFrom(null, 'xoai', 'XOÀI CÁT', 'chè', 'ca'),
      unit: fc.constantFrom(null, '91', 'lào cai', 'Tỉnh An Giang'),
      market: fc.constantFrom(null, 'CHN', 'USA'),
      status: fc.constantFrom(null, 'active', 'suspended', 'none'),
      limit: fc.integer({ min: 1, max: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(given, { maxLength: 8 }),
        fc.array(filters, { minLength: 1, maxLength: 6 }),
        async (entries, asked) => {
          const { db } = await freshDatabase()
          const codes: [string, Given][] = []
          for (const one of entries) codes.push([await enter(db, one), one])
          for (const filter of asked) {
            const expected = codes.filter(([, one]) => fits(one, filter)).map(([text]) => text)
            expect((await findAll(db, filter)).sort()).toEqual(expected.sort())
          }
        },
      ),
      { numRuns: 15 },
    )
  }, 60_000)

  it('finds a code however it is typed, before anything else', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    await makeSite(ctx)
    for (const text of ['VN-AGOR-0121', 'VN-AGOR-0012', '91-PUC-XOAI01-000123-CHN']) {
      await makeCode(ctx, { code: text })
    }
    const spelling = fc.constantFrom('VN-AGOR-0012', '91-PUC-XOAI01-000123-CHN').chain((text) =>
      fc
        .tuple(fc.constantFrom('-', ' ', '–', ''), fc.boolean(), fc.boolean())
        .filter(([separator]) => separator !== '' || !text.startsWith('91'))
        .map(([separator, lower, padded]) => {
          const typed = text.replaceAll('-', separator)
          const cased = lower ? typed.toLowerCase() : typed
          return { text, typed: padded ? `  ${cased} ` : cased }
        }),
    )
    await fc.assert(
      fc.asyncProperty(spelling, async ({ text, typed }) => {
        expect((await findAll(db, { q: typed }))[0]).toBe(text)
      }),
    )
  })

  it('finds names without their tones, đ as d, and in any order', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    const { id } = await makeOrganisation(ctx, { name: 'Hợp tác xã Xoài Cát Hòa Lộc Đường Thét' })
    const place = await makeSite(ctx, { organisationId: id, name: 'Vùng ấp Đông' })
    const { code } = await makeCode(ctx, { siteId: place.id })
    await makeCode(ctx)
    for (const q of ['xoai hoa loc', 'HOÀ LỘC', 'duong thet', 'đường', 'dong vung', 'loc xoa']) {
      expect(await findAll(db, { q })).toEqual([code])
    }
    expect(await findAll(db, { q: 'xoai bananas' })).toEqual([])
  })

  it('finds a name with one letter wrong, and says it is only near', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    const place = await makeSite(ctx, { name: 'Xoài Cát Hòa Lộc' })
    const { code } = await makeCode(ctx, { siteId: place.id })
    const near = (q: string) =>
      findInRegister({ db, query: query({ q, near: true }), today: TODAY })
    expect(await near('xoai cat hoa loc')).toMatchObject({ near: false, hits: [{}] })
    for (const q of ['xoai cat hoa lok', 'xaoi cat', 'xoaii', 'hoaloc lo']) {
      const page = await near(q)
      const found = page.hits.map(({ entry }) => entry.code)
      expect([q, page.near, found]).toEqual(q === 'hoaloc lo' ? [q, false, []] : [q, true, [code]])
    }
    expect(await findAll(db, { q: 'xoai cat hoa lok' })).toEqual([])
  })

  it('goes on through near matches page by page', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    const codes: string[] = []
    for (let i = 0; i < 5; i++) {
      const place = await makeSite(ctx, { name: `Vùng Nhãn ${i}` })
      codes.push((await makeCode(ctx, { siteId: place.id })).code)
    }
    expect(await findAll(db, { q: 'nhann', near: true, limit: 2 })).toEqual(codes)
  })

  it('finds a place by the names it had before it was merged', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    const row = { level: 'commune', parentCode: '91', validFrom: '2025-07-01' } as const
    const name = 'Xã Cù Lao Giêng'
    const unit = { ...row, code: '30700', name, nameFolded: foldVietnamese(name) }
    await db.insert(administrativeUnit).values(unit)
    await db.insert(administrativeSuccession).values({
      ...{ id: 's', oldCode: '30643', oldName: 'Xã Tấn Mỹ', oldDistrictName: 'Huyện Chợ Mới' },
      ...{ oldProvinceName: 'Tỉnh An Giang', oldNameFolded: 'xa tan my', newCode: '30700' },
      effectiveOn: '2025-07-01',
    })
    const names = { communeName: name, provinceName: 'An Giang' }
    const place = await makeSite(ctx, { communeCode: '30700', provinceCode: '91', ...names })
    const { code } = await makeCode(ctx, { siteId: place.id })
    await makeCode(ctx)
    for (const unit of [
      'tấn mỹ',
      'xa tan my',
      'Chợ Mới',
      'huyện chợ mới',
      'cu lao gieng',
      '30700',
    ]) {
      expect([unit, await findAll(db, { unit })]).toEqual([unit, [code]])
    }
    expect(await findAll(db, { unit: 'phường Tấn Mỹ' })).toEqual([])
    expect(await findAll(db, { q: 'tan my' })).toEqual([code])
  })

  it('shows nobody beyond their bounds', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    const inPlace = await makeSite(ctx, { provinceCode: '91', communeCode: '30631' })
    const outside = await makeSite(ctx, { provinceCode: '15', communeCode: '30631' })
    const own = await makeCode(ctx, { siteId: inPlace.id, code: 'VN-AGOR-7001' })
    const other = await makeCode(ctx, { siteId: outside.id, code: 'VN-AGOR-7002' })
    const { organisationId } = inPlace
    for (const q of [null, 'VN-AGOR', 'vung trong']) {
      const place = { kind: 'place', provinceCode: '91' } as const
      for (const bounds of [
        { kind: 'organisation', organisationId } as const,
        { ...place, communeCode: null },
        { ...place, communeCode: '30631' },
      ]) {
        expect(await findAll(db, { q, bounds })).toEqual([own.code])
      }
      expect(await findAll(db, { q, bounds: { ...place, communeCode: '30632' } })).toEqual([])
      expect(await findAll(db, { q, bounds: null })).toEqual([own.code, other.code])
    }
  })

  it('takes nothing typed for syntax', async () => {
    const { db } = await freshDatabase()
    await makeCode(makeContext(db))
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async (text) => {
        for (const given of [
          { q: text, near: true },
          { unit: text },
          { crop: text },
          { kind: text },
        ]) {
          await findAll(db, given)
        }
      }),
      { numRuns: 150 },
    )
  }, 30_000)
})

describe('one letter away', () => {
  it('is a text of one letter more, less, other, or with two changed round', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}$/), (word) => {
        const near = oneLetterAway(word)
        expect(near).not.toContain(word)
        expect(near).toEqual(expect.arrayContaining([`${word}k`, word.slice(1)]))
        for (const other of near) expect(oneLetterAway(other)).toContain(word)
      }),
    )
  })
})

function fits(
  one: Given,
  asked: {
    kind: string | null
    crop: string | null
    unit: string | null
    market: string | null
    status: string | null
  },
): boolean {
  const { kind, crop, unit, market, status } = asked
  const folded = foldVietnamese(one.crop)
  const words = crop === null ? '' : foldVietnamese(crop)
  const [number, name] = one.province
  return (
    (kind === null || one.kind === kind) &&
    (crop === null || folded === words || folded.startsWith(`${words} `)) &&
    (unit === null || unit === number || foldVietnamese(unit).endsWith(foldVietnamese(name))) &&
    (market === null || one.market === market) &&
    (status === null || (one.status ?? 'active') === status)
  )
}
