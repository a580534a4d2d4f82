import { beforeAll, describe, expect, it } from 'vitest'
import { administrativeUnit, siteCrop } from '../../../db/schema/index.ts'
import type { UnitLevel } from '../../../worker/domain/places/unit-version.ts'
import { foldVietnamese } from '../../../worker/lib/text/fold-vietnamese.ts'
import { codeListSchema } from '../../../worker/routes/public/codes/contract.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeSite, setStatus } from '../../support/factories.ts'
import { type PublicApp, publicApp } from './support.ts'

const database = freshDatabase()

type Given = {
  code: string
  slot?: 'growing_area' | 'packing_house'
  market?: string
  crop?: string
  province?: [string, string]
  commune?: [string, string]
  status?: 'suspended' | 'revoked'
}

async function enter(given: Given): Promise<void> {
  const { db } = await database
  const ctx = makeContext(db)
  const [provinceCode, provinceName] = given.province ?? ['91', 'An Giang']
  const [communeCode, communeName] = given.commune ?? ['30631', 'Chợ Mới']
  const place = { provinceCode, provinceName, communeCode, communeName }
  const site = await makeSite(ctx, { kind: given.slot ?? 'growing_area', ...place })
  const crop = given.crop ?? 'Xoài'
  await db.insert(siteCrop).values({ siteId: site.id, crop, cropFolded: foldVietnamese(crop) })
  const market = given.market ?? 'CHN'
  const made = await makeCode(ctx, {
    siteId: site.id,
    code: given.code,
    market,
    slot: given.slot ?? 'growing_area',
  })
  if (given.status !== undefined) {
    await setStatus(ctx, {
      codeId: made.id,
      market,
      status: given.status,
      effectiveOn: '2026-06-01',
    })
  }
}

describe('GET /api/v1/codes', () => {
  let app: PublicApp
  beforeAll(async () => {
    const { db } = await database
    const unit = (level: UnitLevel, code: string, name: string, parentCode: string | null) => ({
      level,
      code,
      name,
      nameFolded: foldVietnamese(name),
      parentCode,
      validFrom: '2025-07-01',
    })
    await db.insert(administrativeUnit).values([
      unit('province', '91', 'Tỉnh An Giang', null),
      unit('province', '15', 'Lào Cai', null),
      unit('commune', '30631', 'Xã Chợ Mới', '91'),
      unit('commune', '03091', 'Mường Khương', '15'),
      {
        ...unit('province', '91', 'Tỉnh Kiên Giang', null),
        validFrom: '2004-01-01',
        validTo: '2025-07-01',
      },
    ])
    await enter({ code: 'VN-AGOR-0001' })
    await enter({ code: 'VN-AGOR-0012', market: 'USA', crop: 'Xoài Cát Hòa Lộc' })
    await enter({ code: 'VN-AGPH-0001', slot: 'packing_house', crop: 'Dứa' })
    await enter({
      code: 'VN-LCOR-0100',
      province: ['15', 'Lào Cai'],
      commune: ['03091', 'Mường Khương'],
      crop: 'Chè',
    })
    await enter({
      code: 'VN-LCOR-0101',
      province: ['15', 'Lào Cai'],
      commune: ['03091', 'Mường Khương'],
      status: 'suspended',
    })
    app = publicApp(db)
  })

  const find = async (query: Record<string, string>) => {
    const { status, body } = await app.askJson(`/api/v1/codes?${new URLSearchParams(query)}`)
    expect(status).toBe(200)
    expect(codeListSchema.parse(body)).toEqual(body)
    return body.items.map((item: { code: string }) => item.code)
  }
  const ALL = ['VN-AGOR-0001', 'VN-AGOR-0012', 'VN-AGPH-0001', 'VN-LCOR-0100', 'VN-LCOR-0101']

  it('lists every code in alphabetical order, and takes an empty parameter for none', async () => {
    expect(await find({})).toEqual(ALL)
    expect(
      await find({ q: '', kind: '', crop: '', unit: '', status: '', market: '', cursor: '' }),
    ).toEqual(ALL)
  })

  it.each([
    [{ q: 'xoài cát' }, ['VN-AGOR-0012']],
    [{ q: 'DUA cho moi' }, ['VN-AGPH-0001']],
    [{ q: 'mương khuong' }, ['VN-LCOR-0100', 'VN-LCOR-0101']],
    [{ q: 'vn lcor 01' }, ['VN-LCOR-0100', 'VN-LCOR-0101']],
    [{ q: 'vnlcor100' }, ['VN-LCOR-0100']],
    [{ q: 'VN-AGOR-00' }, ['VN-AGOR-0001', 'VN-AGOR-0012']],
    [{ q: 'nothing like it' }, []],
    [{ q: '"* OR NEAR( AND' }, []],
    [{ q: '!!!' }, []],
    [{ kind: 'packing_house' }, ['VN-AGPH-0001']],
    [{ kind: 'barn' }, []],
    [{ crop: 'xoai' }, ['VN-AGOR-0001', 'VN-AGOR-0012', 'VN-LCOR-0101']],
    [{ crop: 'DỨA' }, ['VN-AGPH-0001']],
    [{ unit: '15' }, ['VN-LCOR-0100', 'VN-LCOR-0101']],
    [{ unit: 'lao cai' }, ['VN-LCOR-0100', 'VN-LCOR-0101']],
    [{ unit: 'Tỉnh Lào Cai' }, ['VN-LCOR-0100', 'VN-LCOR-0101']],
    [{ unit: 'an giang' }, ['VN-AGOR-0001', 'VN-AGOR-0012', 'VN-AGPH-0001']],
    [{ unit: 'Kiên Giang' }, []],
    [{ unit: '03091' }, ['VN-LCOR-0100', 'VN-LCOR-0101']],
    [{ unit: 'xã chợ mới', kind: 'packing_house' }, ['VN-AGPH-0001']],
    [{ market: 'usa' }, ['VN-AGOR-0012']],
    [{ status: 'suspended' }, ['VN-LCOR-0101']],
    [{ status: 'suspended', market: 'USA' }, []],
    [{ status: 'active', market: 'CHN', unit: '15' }, ['VN-LCOR-0100']],
  ] as [Record<string, string>, string[]][])('finds by %j', async (query, codes) => {
    expect(await find(query)).toEqual(codes)
  })

  it('pages through all of it, each code once', async () => {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query = new URLSearchParams({ limit: '2', cursor })
      const { body } = await app.askJson(`/api/v1/codes?${query}`)
      expect(body.items.length).toBeLessThanOrEqual(2)
      seen.push(...body.items.map((item: { code: string }) => item.code))
      cursor = body.nextCursor
    }
    expect(seen).toEqual(ALL)
  })

  it.each([
    { limit: '0' },
    { limit: '101' },
    { limit: 'ten' },
    { market: 'CHINA' },
    { status: 'fine' },
    { cursor: '%%%' },
    { cursor: 'B'.repeat(500) },
    { q: 'x'.repeat(101) },
  ] as Record<string, string>[])(
    'refuses %j with 400 and the field that is wrong',
    async (query) => {
      const { status, body } = await app.askJson(`/api/v1/codes?${new URLSearchParams(query)}`)
      expect(status).toBe(400)
      expect(body.errors.map((error: { path: string }) => error.path)).toEqual(Object.keys(query))
    },
  )
})
