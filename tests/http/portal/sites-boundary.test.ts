import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { unique } from '../../support/factories.ts'
import { openRegister, shown } from './sites-support.ts'

const { db, makeOwnSite } = await openRegister()

const SQUARE = [
  [105.4, 10.5],
  [105.41, 10.5],
  [105.41, 10.51],
  [105.4, 10.51],
  [105.4, 10.5],
]
const shape = (by: number) =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [SQUARE.map(([x = 0, y = 0]) => [x + by, y])],
  })

describe('a boundary', () => {
  test('is looked at with its area before it is saved, and shown after', async () => {
    const { get, post, path, id } = await makeOwnSite({ areaHa: 100 })
    const file = new File([shape(0)], 'ranh-gioi.geojson')
    const looked = await post(`${path}/boundary`, { file, text: '' })
    const { preview } = shown(looked, 'portal/sites/boundary')
    expect(preview?.areaHa).toBeGreaterThan(115)
    expect(preview?.warnings[0]).toContain('lệch')
    const [stored] = await db.all<{ n: number }>(
      sql`SELECT count(*) AS n FROM site_boundary WHERE site_id = ${id}`,
    )
    expect(stored?.n).toBe(0)
    const { geojson = '', source = '', fileName = '', currentId = '' } = preview ?? {}
    const fields = { geojson, source, fileName, currentId }
    expect((await post(`${path}/boundary/save`, fields)).status).toBe(303)
    const page = shown(await get(path), 'portal/sites/show')
    expect(page.boundary?.from).toContain('ranh-gioi.geojson')
    expect(page.notes[0]?.text).toContain('lệch')
    // Somebody who looked before it was saved is told.
    const late = await post(`${path}/boundary/save`, fields)
    expect(late.status).toBe(409)
    expect(shown(late, 'portal/sites/boundary').form.values['text']).toBe(geojson)
  })

  test('that overlaps another place’s names it', async () => {
    const one = await makeOwnSite({ name: `Vùng láng giềng ${unique()}` })
    const save = async (site: typeof one, by: number) =>
      site.post(`${site.path}/boundary/save`, {
        ...{ geojson: shape(by), source: 'geojson', fileName: '', currentId: '' },
      })
    expect((await save(one, 0.2)).status).toBe(303)
    const two = await makeOwnSite()
    const looked = await two.post(`${two.path}/boundary`, { text: shape(0.205) })
    const { preview } = shown(looked, 'portal/sites/boundary')
    const overlaps = preview?.warnings.filter((text) => text.startsWith('Chồng lên')) ?? []
    expect(overlaps).toHaveLength(1)
    expect(overlaps[0]).toContain('Vùng láng giềng')
  })

  test.each([
    ['crossing itself', shape(0).replace('[105.41,10.5]', '[105.41,10.52]'), 'tự cắt'],
    ['with entities', '<!DOCTYPE kml [<!ENTITY a "b">]><kml>&a;</kml>', 'DOCTYPE'],
    ['outside the country', shape(100), 'ngoài Việt Nam'],
    ['of nothing', '', 'Chưa có ranh giới'],
  ])('%s is refused in Vietnamese and kept in the box', async (_, text, said) => {
    const { post, path } = await makeOwnSite()
    const answer = await post(`${path}/boundary`, { text })
    expect(answer.status).toBe(400)
    const { form } = shown(answer, 'portal/sites/boundary')
    expect(form.errors['text']).toContain(said)
    expect(form.values['text']).toBe(text)
  })

  test('sent back changed by hand is checked again', async () => {
    const { post, path } = await makeOwnSite()
    const geojson = shape(0).replace('[105.41,10.5]', '[105.41,10.52]')
    const fields = { geojson, source: 'kml', fileName: '', currentId: '' }
    expect((await post(`${path}/boundary/save`, fields)).status).toBe(400)
  })

  test('of 50 MB is refused before it is read', async () => {
    const { post, path } = await makeOwnSite()
    const answer = await post(`${path}/boundary`, { text: 'x'.repeat(50 * 1024 * 1024) })
    expect(answer.status).toBe(413)
    expect(shown(answer, 'portal/problem').text).toContain('quá lớn')
  })
})
