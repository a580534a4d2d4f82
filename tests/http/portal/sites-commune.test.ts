import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { loadOutlines } from '../../../worker/verbs/units/load-outlines.ts'
import { openRegister, shown } from './sites-support.ts'

const { db, ctx, makeOwnSite } = await openRegister()

function ringAt(lng: number, lat: number, size: number) {
  return [
    [lng, lat],
    [lng + size, lat],
    [lng + size, lat + size],
    [lng, lat + size],
    [lng, lat],
  ]
}
const shape = (lng: number, lat: number, size: number) =>
  JSON.stringify({ type: 'Polygon', coordinates: [ringAt(lng, lat, size)] })

/** Outlines by the numbers of their units. */
async function outlined(units: Readonly<Record<string, string>>): Promise<void> {
  const files = Object.entries(units).map(([code, text]) => ({
    name: `${code}.geojson`,
    read: async () => ({ ok: true as const, text }),
  }))
  const report = await loadOutlines({ ctx, input: { files, source: 'thử', trustCodes: false } })
  expect(report.refused).toEqual([])
}

async function look(text: string, given: Parameters<typeof makeOwnSite>[0] = {}) {
  const site = await makeOwnSite({ areaHa: null, ...given })
  const { preview } = shown(
    await site.post(`${site.path}/boundary`, { text }),
    'portal/sites/boundary',
  )
  return { ...site, preview, warnings: preview?.warnings ?? [] }
}

beforeEach(async () => {
  await db.run(sql`DELETE FROM administrative_boundary`)
})

describe('a boundary held against its commune', () => {
  test('is not warned of within it', async () => {
    await outlined({ '30000': shape(105, 10, 0.2) })
    const { preview } = await look(shape(105.1, 10.1, 0.01))
    expect(preview?.warnings).toEqual([])
    expect(preview?.unchecked).toBeNull()
  })

  test('half outside is warned of in hectares and per cent, and saved all the same', async () => {
    await outlined({ '30000': shape(105, 10, 0.2) })
    const { preview, warnings, post, path, id } = await look(shape(105.195, 10.1, 0.01))
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(/^60,\d+ ha \(50 %\) nằm ngoài Xã Mỹ Hội Đông\./)
    const { geojson = '', source = '', fileName = '', currentId = '' } = preview ?? {}
    const saved = await post(`${path}/boundary/save`, { geojson, source, fileName, currentId })
    expect(saved.status).toBe(303)
    const [deed] = await db.all<{ after: string }>(
      sql`SELECT after FROM audit_log WHERE entity_id = ${id} AND action = 'site.boundary'`,
    )
    expect(JSON.parse(deed?.after ?? '').warnings).toEqual(['partly_outside_commune'])
  })

  test('a little over the border is no matter', async () => {
    await outlined({ '30000': shape(105, 10, 0.2) })
    expect((await look(shape(105.19015, 10.15, 0.01))).warnings).toEqual([])
    expect((await look(shape(105.1904, 10.17, 0.01))).warnings[0]).toContain('(4 %)')
  })

  test('wholly outside names the commune it lies in', async () => {
    await outlined({
      ...{ '91': shape(105, 10, 1), '30000': shape(105, 10, 0.2) },
      ...{ '30001': shape(105.2, 10, 0.2), '30002': shape(105.4, 10, 0.2) },
    })
    const { warnings } = await look(shape(105.3, 10.1, 0.01))
    expect(warnings[0]).toBe(
      'Toàn bộ ranh giới nằm ngoài Xã Mỹ Hội Đông, trên địa bàn Xã Tân Mỹ, Tỉnh An Giang. Hãy kiểm tra tọa độ và tên xã trước khi lưu.',
    )
  })

  test('in another province names it, with its commune where that is known', async () => {
    await outlined({ '30000': shape(105, 10, 0.2), '15': shape(104, 22, 0.5) })
    expect((await look(shape(104.1, 22.1, 0.01))).warnings[0]).toContain('địa bàn Tỉnh Lào Cai.')
    await outlined({ '02600': shape(104, 22, 0.2) })
    const { warnings } = await look(shape(104.1, 22.15, 0.01))
    expect(warnings[0]).toContain('địa bàn Xã Bảo Hà, Tỉnh Lào Cai.')
  })

  test('in no outlined place is still said to be outside', async () => {
    await outlined({ '30000': shape(105, 10, 0.2) })
    const { warnings } = await look(shape(107, 12, 0.01))
    expect(warnings[0]).toMatch(/^Toàn bộ ranh giới nằm ngoài Xã Mỹ Hội Đông\. /)
  })

  test('whose outline is not loaded is said not to have been checked', async () => {
    const { preview } = await look(shape(105.25, 10.2, 0.01))
    expect(preview?.warnings).toEqual([])
    expect(preview?.unchecked).toBe(
      'Chưa có ranh giới hành chính của Xã Mỹ Hội Đông nên chưa đối chiếu được với địa bàn xã.',
    )
  })

  test('far from the others of its commune is hinted at where there is no outline', async () => {
    await makeOwnSite({ lat: 10.1, lng: 105.1 })
    const { warnings } = await look(shape(108, 15, 0.01))
    expect(warnings[0]).toMatch(/^Cách nơi gần nhất cùng Xã Mỹ Hội Đông khoảng \d+ km/)
  })
})
