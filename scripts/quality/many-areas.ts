import { sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'

/** Places of a province as large as any, all with a code, an outline and a status of their own. */
const MANY_AREAS = 10_000

const ROWS_AT_ONCE = 500
const CORNERS = 60
/** A fifth of them stand still, so that every colour is drawn. */
const STATUSES = ['active', 'active', 'suspended', 'active', 'revoked'] as const
const CROPS = ['Xoài', 'Chuối', 'Sầu riêng', 'Lúa'] as const
const COMMUNES = 40

/** Puts ten thousand outlined places into a province, beside what the demonstration has there. */
export async function fillAreas(db: Database, provinceCode: string): Promise<void> {
  const [holder] = await db.all<{ id: string }>(sql`SELECT id FROM organisation LIMIT 1`)
  for (let from = 0; from < MANY_AREAS; from += ROWS_AT_ONCE) {
    const rows = Array.from({ length: ROWS_AT_ONCE }, (_, i) => areaOf(from + i))
    const listed = sql`json_each(${JSON.stringify(rows)}) j`
    const v = (name: string) => sql.raw(`(j.value ->> '$.${name}')`)
    await db.run(sql`INSERT INTO site (id, kind, organisation_id, name, name_folded, commune_code,
        commune_name, province_code, province_name, area_ha, lat, lng, version, created_at)
      SELECT ${v('id')}, 'growing_area', ${holder?.id}, ${v('name')}, ${v('name')}, ${v('commune')},
        'Xã Minh Họa ' || ${v('commune')}, ${provinceCode}, 'Tỉnh An Giang', 4, ${v('lat')},
        ${v('lng')}, 1, 0 FROM ${listed}`)
    await db.run(sql`INSERT INTO site_crop (site_id, crop, crop_folded, planted_area_ha)
      SELECT ${v('id')}, ${v('crop')}, lower(${v('crop')}), 4 FROM ${listed}`)
    await db.run(sql`INSERT INTO code (id, code, search_key, site_id, scheme, created_at)
      SELECT ${v('id')}, ${v('id')}, ${v('id')}, ${v('id')}, 'vn-sector', 0 FROM ${listed}`)
    await db.run(sql`INSERT INTO code_status_event (id, code_id, market, status, effective_on,
        recorded_at, actor, ends_term)
      SELECT ${v('id')}, ${v('id')}, 'CHN', ${v('status')}, '2025-01-01', 0, 'operator:demo', 0
      FROM ${listed}`)
    await db.run(sql`INSERT INTO site_boundary (id, site_id, geojson, area_ha, min_lng, min_lat,
        max_lng, max_lat, source, recorded_at, actor)
      SELECT ${v('id')}, ${v('id')}, ${v('geojson')}, 4, ${v('lng')} - 0.001, ${v('lat')} - 0.001,
        ${v('lng')} + 0.001, ${v('lat')} + 0.001, 'geojson', 0, 'operator:demo' FROM ${listed}`)
  }
}

/** A round area on a grid of a hundred by a hundred, some eleven kilometres to the tenth of a degree. */
function areaOf(i: number) {
  const [lng, lat] = [104.9 + (i % 100) * 0.006, 10.2 + Math.floor(i / 100) * 0.006]
  const corner = (n: number) => {
    const [turn, radius] = [(2 * Math.PI * n) / CORNERS, 0.0009 + 0.0001 * ((i * n) % 3)]
    return [round(lng + radius * Math.cos(turn)), round(lat + radius * Math.sin(turn))]
  }
  const ring = Array.from({ length: CORNERS + 1 }, (_, n) => corner(n % CORNERS))
  const id = `MAP-${String(i).padStart(5, '0')}`
  return {
    ...{ id, name: `vung ban do ${i}`, lng: round(lng), lat: round(lat) },
    commune: String(90_000 + (i % COMMUNES)),
    crop: CROPS[i % CROPS.length],
    status: STATUSES[i % STATUSES.length],
    geojson: JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
  }
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
