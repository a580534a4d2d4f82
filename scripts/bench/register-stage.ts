import { sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { completeRegisterEntries } from '../../worker/verbs/codes/refresh-register-entries.ts'

const SITES = 60_000
const CODES = 100_000
const HOLDERS = 2_000

/**
 * A register the size of the country's and then some, by SQL: places in real communes, four in five
 * of them growing areas, codes in one market or two, and one in forty suspended.
 */
export async function stageRegister(db: Database): Promise<{ codes: number }> {
  await db.run(sql`CREATE TABLE bench_crop (n INTEGER PRIMARY KEY, crop TEXT, folded TEXT) STRICT`)
  await db.run(sql`INSERT INTO bench_crop SELECT key, value ->> 0, value ->> 1
    FROM json_each(${JSON.stringify(CROPS)})`)
  await db.run(sql`CREATE TABLE bench_commune (n INTEGER PRIMARY KEY, code TEXT, name TEXT,
    province TEXT, province_name TEXT) STRICT`)
  await db.run(sql`INSERT INTO bench_commune (code, name, province, province_name)
    SELECT u.code, u.name, p.code, p.name FROM administrative_unit u JOIN administrative_unit p
      ON p.level = 'province' AND p.code = u.parent_code AND p.valid_to IS NULL
    WHERE u.level = 'commune' AND u.valid_to IS NULL ORDER BY u.code`)
  await db.run(sql`INSERT INTO organisation (id, name, name_folded, kind, created_at)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${whole(HOLDERS)})
    SELECT 'bench-o' || i, 'Hợp tác xã nông nghiệp số ' || i, 'hop tac xa nong nghiep so ' || i,
      'cooperative', 1 FROM n`)
  for (let from = 0; from < SITES; from += STEP) await db.run(sites(from))
  for (let from = 0; from < SITES; from += STEP) await db.run(siteCrops(from))
  for (let from = 0; from < CODES; from += STEP) {
    await db.batch([db.run(codes(from)), db.run(markets(from)), db.run(decisions(from))])
  }
  await completeRegisterEntries(db)
  return { codes: CODES }
}

const STEP = 10_000

/** Crops in about the shares they have, most common first. */
export const CROPS = [
  ...[
    ['Sầu riêng', 'sau rieng'],
    ['Xoài', 'xoai'],
    ['Thanh long', 'thanh long'],
    ['Lúa', 'lua'],
  ],
  ...[
    ['Chuối', 'chuoi'],
    ['Xoài cát Hòa Lộc', 'xoai cat hoa loc'],
    ['Nhãn', 'nhan'],
    ['Vải', 'vai'],
  ],
  ...[
    ['Mít', 'mit'],
    ['Chè', 'che'],
    ['Dứa', 'dua'],
    ['Bưởi da xanh', 'buoi da xanh'],
  ],
  ...[
    ['Chanh dây', 'chanh day'],
    ['Ớt', 'ot'],
    ['Quế', 'que'],
    ['Khoai lang', 'khoai lang'],
  ],
]

/** A bound number would be a floating-point one, and so would all that is reckoned from it. */
export const whole = (value: number) => sql.raw(String(value))

const numbers = (from: number) =>
  sql`(WITH RECURSIVE n(i) AS (SELECT ${whole(from + 1)} UNION ALL
    SELECT i + 1 FROM n WHERE i < ${whole(from + STEP)}) SELECT i FROM n)`

const communes = sql`(SELECT count(*) FROM bench_commune)`

const sites = (from: number) => sql`
  INSERT INTO site (id, kind, organisation_id, name, name_folded, commune_code, commune_name,
    province_code, province_name, area_ha, lat, lng, created_at)
  SELECT 'bench-s' || n.i, CASE WHEN n.i % 5 = 0 THEN 'packing_house' ELSE 'growing_area' END,
    'bench-o' || (1 + n.i * 7 % ${whole(HOLDERS)}), 'Vùng trồng ấp ' || (n.i % 97) || ' số ' || n.i,
    'vung trong ap ' || (n.i % 97) || ' so ' || n.i, c.code, c.name, c.province, c.province_name,
    10 + n.i % 400 / 10.0, 10.5, 105.1, 1
  FROM ${numbers(from)} n JOIN bench_commune c ON c.n = 1 + n.i * 31 % ${communes}`

const siteCrops = (from: number) => sql`
  INSERT INTO site_crop (site_id, crop, crop_folded, planted_area_ha)
  SELECT 'bench-s' || n.i, x.crop, x.folded, 10
  FROM ${numbers(from)} n JOIN bench_crop x ON x.n = (n.i * 13 % 16) * (n.i * 17 % 16) / 16`

const codes = (from: number) => sql`
  INSERT INTO code (id, code, search_key, site_id, scheme, created_at)
  SELECT 'bench-c' || i, code, replace(substr(code, 1, 8), '-', '') || CAST(substr(code, 9) AS INTEGER),
    'bench-s' || (1 + i % ${whole(SITES)}), 'VN_EXPORT_LEGACY_PUC', 1
  FROM (SELECT i, 'VN-' || char(65 + i % 23, 65 + i / 23 % 23) || printf('OR-%05d', 1 + i / 529) AS code
    FROM ${numbers(from)})`

const markets = (from: number) => sql`
  INSERT INTO code_market (code_id, market, created_at)
  SELECT 'bench-c' || n.i, m.value, 1 FROM ${numbers(from)} n
  JOIN json_each('["CHN","USA","JPN","VNM","EU"]') m ON m.key = n.i % 5 OR (m.key = 0 AND n.i % 2 = 0)`

const decisions = (from: number) => sql`
  INSERT INTO code_status_event (id, code_id, market, status, effective_on, recorded_at, actor)
  SELECT 'bench-e' || n.i || m.market || d.value, m.code_id, m.market, d.value,
    CASE d.value WHEN 'active' THEN '2024-01-05' ELSE '2026-03-01' END, 1767225600000, 'bench'
  FROM ${numbers(from)} n JOIN code_market m ON m.code_id = 'bench-c' || n.i
  JOIN json_each('["active","suspended"]') d ON d.value = 'active' OR n.i % 40 = 0`
