import { sql } from 'drizzle-orm'
import { linkSites } from '../../worker/verbs/sites/link-sites.ts'
import {
  previewHouseholds,
  replaceHouseholds,
} from '../../worker/verbs/sites/replace-households.ts'
import { setBoundary } from '../../worker/verbs/sites/set-boundary.ts'
import { setParcels } from '../../worker/verbs/sites/set-parcels.ts'
import { type DemoContext, exists } from './demo-context.ts'
import type { DemoStep } from './demo-sheets.ts'

/** A made-up place on the map: a corner-cut rectangle of about so many hectares around a point. */
type DemoPlace = {
  readonly code: string
  readonly lng: number
  readonly lat: number
  readonly areaHa: number
  readonly households: number
}

/** The points lie near the communes that are named; the outlines are invented. */
const PLACES: readonly DemoPlace[] = [
  { code: 'VN-AGOR-9001', lng: 105.452, lat: 10.541, areaHa: 42.1, households: 38 },
  { code: 'VN-AGOR-9002', lng: 105.508, lat: 10.462, areaHa: 36.4, households: 31 },
  // Drawn a tenth larger than was declared: the portal points it out.
  { code: 'VN-AGOR-9003', lng: 105.53, lat: 10.49, areaHa: 31.9, households: 24 },
  // Drawn over a part of the one before: officers find it among what is worth a look.
  { code: 'VN-AGOR-9005', lng: 105.533, lat: 10.49, areaHa: 10.8, households: 9 },
  { code: 'VN-89-893-30688-98-24', lng: 105.2, lat: 10.25, areaHa: 118.0, households: 64 },
  { code: 'VN-15-133-04681-95-24', lng: 104.48, lat: 21.62, areaHa: 64.5, households: 47 },
  { code: 'VN-15-136-04387-96-24', lng: 104.67, lat: 21.94, areaHa: 151.2, households: 83 },
  { code: 'VN-LCOR-9011', lng: 104.05, lat: 22.63, areaHa: 88.9, households: 41 },
]

/** Who packs whose fruit, with the days the contract began and ends. */
const CONTRACTS = [
  { house: 'VN-AGPH-9001', area: 'VN-AGOR-9001', no: 'HĐ 01/MH', ...days(-380, 350), kg: '60 tấn' },
  { house: 'VN-AGPH-9001', area: 'VN-AGOR-9002', no: 'HĐ 02/MH', ...days(-380, -10), kg: '' },
  { house: 'VN-LCPH-9011', area: 'VN-LCOR-9011', no: 'HĐ 11/MH', ...days(-300, null), kg: '' },
] as const

function days(from: number, to: number | null) {
  return { from, to }
}

/** Boundaries, households, parcels and contracts of the demo places. */
export function siteSteps(demo: DemoContext): DemoStep[] {
  return [
    ...PLACES.map((place, i) => ({ on: -395 + i, run: () => describe(demo, place, -395 + i) })),
    ...CONTRACTS.map((contract) => ({ on: -380, run: () => contracted(demo, contract) })),
  ]
}

async function describe(demo: DemoContext, place: DemoPlace, on: number): Promise<void> {
  const id = await siteOf(demo, place.code)
  if (await exists(demo.db, sql`SELECT 1 FROM site_boundary WHERE site_id = ${id}`)) return
  const ctx = demo.then(on, 9)
  const list = householdList(place)
  const bytes = new TextEncoder().encode(list)
  const file = { bytes, fileName: 'ho.csv', field: 'list' }
  const { before } = await previewHouseholds({ ctx, input: { id, ...file } })
  await replaceHouseholds({ ctx, input: { id, list, version: before.version } })
  const parcels = Array.from({ length: 5 }, (_, i) => `MH-${place.code.slice(-7)}-${101 + i}`)
  await setParcels({
    ctx,
    input: { id, parcels: parcels.join('\n'), version: await versionOf(demo, id) },
  })
  await setBoundary({
    ctx,
    input: {
      ...{ id, geojson: JSON.stringify(outline(place)), source: 'kml', currentId: '' },
      fileName: 'ranh-gioi-minh-hoa.kml',
    },
  })
}

async function contracted(demo: DemoContext, contract: (typeof CONTRACTS)[number]): Promise<void> {
  const [house, area] = await Promise.all([
    siteOf(demo, contract.house),
    siteOf(demo, contract.area),
  ])
  const query = sql`SELECT 1 FROM site_link
    WHERE packing_house_id = ${house} AND growing_area_id = ${area}`
  if (await exists(demo.db, query)) return
  const { calendar } = demo
  await linkSites({
    ctx: demo.then(-380, 10),
    input: {
      ...{ id: house, other: contract.area, contractNo: contract.no },
      fromOn: calendar.on(contract.from),
      quantityKg: contract.kg,
      ...(contract.to === null ? {} : { toOn: calendar.on(contract.to) }),
    },
  })
}

/** An octagon of the area asked for; a degree of latitude is about 110.6 km here. */
function outline({ lng, lat, areaHa }: DemoPlace) {
  const kmPerLat = 110.6
  const kmPerLng = 111.32 * Math.cos((lat * Math.PI) / 180)
  // A square of side s with its corners cut by a quarter of s holds 7/8 of s².
  const side = Math.sqrt(areaHa / 100 / 0.875)
  const cut = [
    [-0.25, -0.5],
    [0.25, -0.5],
    [0.5, -0.25],
    [0.5, 0.25],
    [0.25, 0.5],
    [-0.25, 0.5],
    [-0.5, 0.25],
    [-0.5, -0.25],
  ] as const
  const ring = cut.map(([x, y]) => [
    round(lng + (x * side) / kmPerLng),
    round(lat + (y * side) / kmPerLat),
  ])
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] }
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

/** Invented households, a little different in size; telephone numbers are left out. */
function householdList({ households, areaHa, code }: DemoPlace): string {
  const rows = Array.from({ length: households }, (_, i) => {
    const share = (areaHa / households) * (0.8 + (0.4 * (i % 5)) / 4)
    const trees = Math.round(share * 280)
    const name = `Hộ Minh Họa ${code.slice(-4)}/${i + 1}`
    return [name, `Thửa ${i + 1}`, share.toFixed(2).replace('.', ','), trees].join('\t')
  })
  return ['Họ tên chủ hộ\tThửa\tDiện tích (ha)\tSố cây', ...rows].join('\n')
}

/** The site that a demo code stands for. */
export async function siteOf({ db }: DemoContext, code: string): Promise<string> {
  const [row] = await db.all<{ id: string }>(
    sql`SELECT site_id AS id FROM code WHERE code = ${code}`,
  )
  if (row === undefined) throw new Error(`the demo code ${code} is missing`)
  return row.id
}

async function versionOf({ db }: DemoContext, id: string): Promise<number> {
  const [row] = await db.all<{ v: number }>(sql`SELECT version AS v FROM site WHERE id = ${id}`)
  return row?.v ?? 1
}
