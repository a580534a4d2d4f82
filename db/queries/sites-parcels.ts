import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { Statement } from './run-batch.ts'

const MOST = 5_000

/** Land parcels of a place, in order. */
export async function readParcels(db: Database, siteId: string): Promise<string[]> {
  const rows = await db.all<{ parcelId: string }>(sql`
    SELECT parcel_id AS parcelId FROM site_parcel WHERE site_id = ${siteId}
    ORDER BY parcel_id LIMIT ${MOST}`)
  return rows.map(({ parcelId }) => parcelId)
}

/** Of these parcels, those that other places name too; some of them. */
export function readSharedParcels(
  db: Database,
  input: { readonly siteId: string; readonly parcelIds: readonly string[] },
): Promise<{ parcelId: string }[]> {
  return db.all(sql`
    SELECT DISTINCT p.parcel_id AS parcelId FROM site_parcel p JOIN site s ON s.id = p.site_id
    WHERE p.parcel_id IN (SELECT value FROM json_each(${JSON.stringify(input.parcelIds)}))
      AND p.site_id <> ${input.siteId} AND s.withdrawn_at IS NULL LIMIT 10`)
}

export function replaceParcels(
  db: Database,
  input: {
    readonly siteId: string
    readonly parcelIds: readonly string[]
    readonly at: number
  },
): Statement[] {
  const { siteId } = input
  const ids = JSON.stringify(input.parcelIds)
  return [
    db.run(sql`DELETE FROM site_parcel WHERE site_id = ${siteId}
      AND parcel_id NOT IN (SELECT value FROM json_each(${ids}))`),
    db.run(sql`INSERT INTO site_parcel (site_id, parcel_id, created_at)
      SELECT ${siteId}, value, ${input.at} FROM json_each(${ids}) WHERE true
      ON CONFLICT (site_id, parcel_id) DO NOTHING`),
    db.run(sql`UPDATE site SET version = version + 1 WHERE id = ${siteId}`),
  ]
}
