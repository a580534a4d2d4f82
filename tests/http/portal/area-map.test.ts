import { describe, expect, it } from 'vitest'
import { code, site, siteBoundary } from '../../../db/schema/index.ts'
import type { MapFeature, MapPage } from '../../../worker/domain/sites/map-feature.ts'
import { makeCode, makeSite, setStatus } from '../../support/factories.ts'
import { portalApp } from '../../support/portal-app.ts'
import { AN_GIANG, HERE, openRegister, shown } from './sites-support.ts'

const { db, ctx, signedIn } = await openRegister()
const LAO_CAI = { provinceCode: '15', communeCode: null }

/** A ring of many corners around a point. */
function ring(lng: number, lat: number, corners: number): [number, number][] {
  const turn = (i: number): [number, number] => [
    lng + 0.01 * Math.cos((2 * Math.PI * i) / corners),
    lat + 0.01 * Math.sin((2 * Math.PI * i) / corners),
  ]
  return [...Array.from({ length: corners }, (_, i) => turn(i)), turn(0)]
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

async function featuresOf(app: {
  ask: (path: string, init: RequestInit) => Promise<{ response: Response }>
}) {
  const all: MapFeature[] = []
  let next: string | null = null
  do {
    const query = next === null ? '' : `?after=${next}`
    const { response } = await app.ask(`/portal/map/areas${query}`, {})
    // The route's own answer.
    const page = (await response.json()) as MapPage
    all.push(...page.features)
    next = page.next
  } while (next !== null)
  return all
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

  it('goes on past one page', async () => {
    const place = { provinceCode: '01', communeCode: null }
    const ids = Array.from({ length: 503 }, () => ctx.newId())
    const { organisationId } = await makeSite(ctx)
    const common = { kind: 'growing_area', name: 'Vùng xa', nameFolded: 'vung xa' }
    const rest = { provinceCode: '01', organisationId, createdAt: ctx.now() }
    await db.insert(site).values(ids.map((id) => ({ ...common, ...rest, id })))
    await db.insert(code).values(
      ids.map((id) => ({
        ...{ id, code: `X-${id}`, searchKey: id, siteId: id },
        ...{ scheme: 'vn-sector', createdAt: ctx.now() },
      })),
    )
    const features = await featuresOf(await signedIn('officer', { place }))
    expect(new Set(features.map(({ id }) => id)).size).toBe(503)
  })

  it('adds up by commune what the map shows, and lets the page run its own script alone', async () => {
    const officer = await signedIn('officer', { place: AN_GIANG })
    const answer = await officer.get('/portal/map')
    const page = shown(answer, 'portal/map')
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
    const whole = (await response.json()) as { type: string; features: MapFeature[] }
    expect(whole.type).toBe('FeatureCollection')
    const outline = whole.features.find(({ id }) => id === here)?.geometry
    if (outline?.type !== 'Polygon') throw new Error('no outline')
    expect(outline.coordinates[0]).toHaveLength(401)
    const agency = await signedIn('agency', { place: AN_GIANG })
    expect(shown(await agency.get('/portal/map'), 'portal/map').exportHref).not.toBeNull()
    // Who takes no lists out is not led to where it would be refused.
    const producer = await signedIn('producer', {})
    expect(shown(await producer.get('/portal/map'), 'portal/map').exportHref).toBeNull()
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
