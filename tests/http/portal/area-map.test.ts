import { describe, expect, it } from 'vitest'
import { code, patternFinding, site, siteBoundary, siteCrop } from '../../../db/schema/index.ts'
import type { MapFeature, MapPage } from '../../../worker/domain/sites/map-feature.ts'
import { makeCode, makeSite, setStatus } from '../../support/factories.ts'
import { type PortalApp, portalApp } from '../../support/portal-app.ts'
import { AN_GIANG, HERE, openRegister, shown } from './sites-support.ts'

const { db, ctx, signedIn } = await openRegister()

type Written = {
  readonly bbox?: readonly number[]
  readonly features: readonly MapFeature[]
}

/** Rings closed and anticlockwise, and all of it within the boxes that are told (RFC 7946 3.1.6, 5). */
function isRfc7946({ bbox = [], features }: Written): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = bbox
  return features.every(({ geometry, bbox: own }) => {
    if (geometry?.type !== 'Polygon') return geometry === null || own !== undefined
    return geometry.coordinates.every((ring) => {
      const corners = ring.map(([lng = 0, lat = 0]) => ({ lng, lat }))
      const doubled = corners.slice(1).reduce((sum, { lng, lat }, at) => {
        const from = corners[at] ?? { lng: 0, lat: 0 }
        return sum + from.lng * lat - lng * from.lat
      }, 0)
      const inside = corners.every(
        ({ lng, lat }) => lng >= west && lng <= east && lat >= south && lat <= north,
      )
      return doubled > 0 && inside && String(ring[0]) === String(ring.at(-1))
    })
  })
}
const LAO_CAI = { provinceCode: '15', communeCode: null }

/** A ring of many corners around a point. */
function ring(lng: number, lat: number, corners: number): [number, number][] {
  const turn = (i: number): [number, number] => [
    lng + 0.01 * Math.cos((2 * Math.PI * i) / corners),
    lat + 0.01 * Math.sin((2 * Math.PI * i) / corners),
  ]
  // The wrong way round, as many programs write it.
  return [...Array.from({ length: corners }, (_, i) => turn(i)), turn(0)].reverse()
}

async function mapped(given: Parameters<typeof makeSite>[1], lng = 105.4): Promise<string> {
  const site = await makeSite(ctx, { ...HERE, areaHa: 10, ...given })
  await makeCode(ctx, { siteId: site.id })
  await db.insert(siteBoundary).values({
    ...{ id: ctx.newId(), siteId: site.id, areaHa: 10, source: 'geojson' },
    geojson: JSON.stringify({ type: 'Polygon', coordinates: [ring(lng, 10.5, 400)] }),
    ...{ minLng: lng - 0.01, minLat: 10.49, maxLng: lng + 0.01, maxLat: 10.51 },
    ...{ recordedAt: ctx.now(), actor: 'operator:test' },
  })
  return site.id
}

type Asking = { ask: (path: string, init: RequestInit) => Promise<{ response: Response }> }

/** All of the province as one part of the map. */
const PART = 'box=105,10,106,11'

async function pageOf(app: Asking, query = ''): Promise<MapPage> {
  const { response } = await app.ask(`/portal/map/areas?${PART}${query}`, {})
  // The route's own answer.
  return (await response.json()) as MapPage
}

const featuresOf = async (app: Asking, query = '') => (await pageOf(app, query)).features

async function pointsOf(app: Asking, query = '') {
  const { response } = await app.ask(`/portal/map/points${query}`, {})
  const { features } = (await response.json()) as { features: GeoJSON.Feature<GeoJSON.Point>[] }
  return features.map(({ geometry, properties }) => [
    ...geometry.coordinates,
    properties?.['status'],
  ])
}

const here = await mapped({})
const stopped = await mapped({ communeCode: '30001', communeName: 'Xã Tân Mỹ', areaHa: 4 })
const unmapped = (await makeSite(ctx, { ...HERE, lat: 10.5, lng: 105.2 })).id
const { id: codeId } = await makeCode(ctx, { siteId: unmapped })
await setStatus(ctx, { codeId, market: 'CHN', status: 'suspended', effectiveOn: '2026-01-01' })
const away = await mapped({
  provinceCode: '15',
  provinceName: 'Tỉnh Lào Cai',
  communeCode: '02600',
})
await makeSite(ctx, HERE)
await db.insert(siteCrop).values({ siteId: here, crop: 'Xoài', cropFolded: 'xoai' })
await db.insert(patternFinding).values({
  ...{ id: ctx.newId(), kind: 'overlapping_areas', subjectId: `${here}+${stopped}`, shown: 'x' },
  ...{ siteId: here, provinceCode: AN_GIANG.provinceCode, level: 1, figures: {}, state: 'open' },
  ...{ version: 1, foundAt: ctx.now(), changedAt: ctx.now() },
})

describe('the map of coded places', () => {
  it('holds the places of one’s own province with a code, and nobody else’s', async () => {
    const features = await featuresOf(await signedIn('officer', { place: AN_GIANG }))
    expect(new Set(features.map(({ id }) => id))).toEqual(new Set([here, stopped, unmapped]))
    const other = await featuresOf(await signedIn('inspector', { place: LAO_CAI }))
    expect(other.map(({ id }) => id)).toEqual([away])
    expect(await featuresOf(await signedIn('producer'))).toEqual([])
  })

  it('draws an outline with few corners, a place without one as its point, and says the status of today', async () => {
    const features = await featuresOf(await signedIn('officer', { place: AN_GIANG }))
    const of = (id: string) => features.find((feature) => feature.id === id)
    const outline = of(here)?.geometry
    if (outline?.type !== 'Polygon') throw new Error('no outline')
    expect(outline.coordinates[0]?.length).toBeLessThanOrEqual(41)
    expect(outline.coordinates[0]?.at(0)).toEqual(outline.coordinates[0]?.at(-1))
    expect(of(here)?.properties.markets).toEqual({ CHN: 'active' })
    expect(of(unmapped)?.geometry).toEqual({ type: 'Point', coordinates: [105.2, 10.5] })
    expect(of(unmapped)?.properties.markets).toEqual({ CHN: 'suspended' })
  })

  it('has every place as a dot in its colour, and answers outlines for a part of the map alone', async () => {
    const officer = await signedIn('officer', { place: AN_GIANG })
    const dots = await pointsOf(officer)
    expect(dots).toHaveLength(3)
    expect(dots).toContainEqual([105.2, 10.5, 'suspended'])
    expect(dots).toContainEqual([105.4, 10.5, 'active'])
    const { response } = await officer.ask('/portal/map/areas?box=105.1,10.4,105.3,10.6', {})
    expect(((await response.json()) as MapPage).features.map(({ id }) => id)).toEqual([unmapped])
    for (const box of ['', 'box=1,2,3', 'box=105,10,104,11', 'box=100,5,110,20', 'box=a,b,c,d']) {
      expect((await officer.ask(`/portal/map/areas?${box}`, {})).response.status).toBe(400)
    }
  })

  it.each([
    ['commune=30001', 1],
    ['crop=xoai', 1],
    ['market=CHN', 3],
    ['market=EU', 0],
    ['status=suspended', 1],
    ['status=active&market=CHN', 2],
    ['outline=missing', 1],
    ['outline=overlapping', 2],
  ])('is narrowed alike as map, table, list and file by %s', async (query, count) => {
    const officer = await signedIn('officer', { place: AN_GIANG })
    expect(await featuresOf(officer, `&${query}`)).toHaveLength(count)
    expect(await pointsOf(officer, `?${query}`)).toHaveLength(count)
    const page = shown(await officer.get(`/portal/map?${query}`), 'portal/map')
    expect(page.shown).toContain(`trên ${count} nơi`)
    expect(page.narrowing.active).toBe(true)
    const list = shown(await officer.get(`/portal/map/places?${query}`), 'portal/records')
    expect(list.rows).toHaveLength(count)
    const { response } = await officer.ask(`/portal/map/export?${query}`, {})
    const file = (await response.json()) as { features: unknown[]; bbox?: number[] }
    expect(file.features).toHaveLength(count)
    expect(file.bbox === undefined).toBe(count === 0)
  })

  it('is read place by place, with statuses of today, and goes on past a page of list and table', async () => {
    const place = { provinceCode: '01', communeCode: null }
    const ids = Array.from({ length: 53 }, () => ctx.newId())
    const { organisationId } = await makeSite(ctx)
    const common = { kind: 'growing_area', name: 'Vùng xa', nameFolded: 'vung xa' }
    const rest = { provinceCode: '01', organisationId, createdAt: ctx.now() }
    const commune = (i: number) => ({ communeCode: String(10_000 + i), communeName: `Xã ${i}` })
    await db.insert(site).values(ids.map((id, i) => ({ ...common, ...rest, ...commune(i), id })))
    await db.insert(code).values(
      ids.map((id) => ({
        ...{ id, code: `X-${id}`, searchKey: id, siteId: id },
        ...{ scheme: 'vn-sector', createdAt: ctx.now() },
      })),
    )
    const officer = await signedIn('officer', { place })
    for (const [path, kind] of [
      ['/portal/map', 'portal/map'],
      ['/portal/map/places', 'portal/records'],
    ] as const) {
      const first = shown(await officer.get(path), kind)
      const next = first.paging?.olderHref as `/portal${string}`
      const second = shown(await officer.get(next), kind)
      const names = [...first.rows, ...second.rows].map(([cell]) => cell?.href)
      expect([first.rows.length, second.rows.length, new Set(names).size]).toEqual([50, 3, 53])
      expect([second.paging?.firstHref, second.paging?.olderHref]).toEqual([path, null])
    }
    const list = shown(
      await (await signedIn('officer', { place: AN_GIANG })).get('/portal/map/places'),
      'portal/records',
    )
    expect(list.rows.map((row) => row[4]?.statuses)).toContainEqual([
      { name: 'Trung Quốc', status: 'suspended' },
    ])
  })

  it('does not tell a holder which areas lie over one another', async () => {
    const officer = await signedIn('officer', { place: AN_GIANG })
    const linked = (page: { links: readonly { href: string }[] }) =>
      page.links.some(({ href }) => href.includes('overlapping'))
    expect(linked(shown(await officer.get('/portal/map'), 'portal/map'))).toBe(true)
    const producer = await signedIn('producer')
    expect(linked(shown(await producer.get('/portal/map'), 'portal/map'))).toBe(false)
  })

  it('adds up by commune what the map shows, and lets the page run its own script alone', async () => {
    const officer = await signedIn('officer', { place: AN_GIANG })
    const answer = await officer.get('/portal/map')
    const page = shown(answer, 'portal/map')
    expect(page.shown).toBe('Bản đồ hiện 3 trên 3 nơi; 0 nơi chưa có vị trí.')
    expect(page.map.box).toEqual([105.2, 10.5, 105.4, 10.5])
    expect(page.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Xã Mỹ Hội Đông', '2', '10\u00a0ha', '1', '1', '1'],
      ['Xã Tân Mỹ', '1', '4\u00a0ha', '1', '0', '0'],
    ])
    const policy = answer.response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("worker-src 'self'")
    expect(policy).not.toMatch(/unsafe|https:|\*/)
  })

  it('goes along as GeoJSON with every corner, and who took it is written down', async () => {
    const officer = await signedIn('officer', { place: AN_GIANG })
    const { response } = await officer.ask('/portal/map/export', {})
    expect(response.headers.get('content-type')).toContain('application/geo+json')
    const whole = (await response.json()) as Written & { type: string }
    expect(whole.type).toBe('FeatureCollection')
    const outline = whole.features.find(({ id }) => id === here)?.geometry
    if (outline?.type !== 'Polygon') throw new Error('no outline')
    expect(outline.coordinates[0]).toHaveLength(401)
    expect(isRfc7946(whole)).toBe(true)
    const leadsOut = async (person: PortalApp) =>
      shown(await person.get('/portal/map'), 'portal/map').links.some(({ href }) =>
        href.includes('/export'),
      )
    expect(await leadsOut(await signedIn('agency', { place: AN_GIANG }))).toBe(true)
    // Who takes no lists out is not led to where it would be refused.
    expect(await leadsOut(await signedIn('producer', {}))).toBe(false)
  })
})

describe('the public map', () => {
  it('tells sums by province, then by commune, and no outline, name or holder', async () => {
    const app = portalApp(db, null)
    const { rows } = shown(await app.get('/map'), 'map')
    expect(rows.map(({ name, sites }) => [name, sites])).toContainEqual(['Tỉnh An Giang', 3])
    const communes = shown(await app.get('/map?province=91'), 'map')
    expect(communes).toMatchObject({ kind: 'map', province: 'Tỉnh An Giang' })
    expect(JSON.stringify(communes)).not.toMatch(/coordinates|Vùng trồng thử|Hợp tác xã thử/)
  })

  it('has no page for a province there is not', async () => {
    const app = portalApp(db, null)
    for (const asked of ['99', 'x', '910']) {
      expect((await app.get(`/map?province=${asked}`)).status).toBe(404)
    }
  })
})
