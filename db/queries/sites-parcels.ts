import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { site, siteParcel } from '../schema/index.ts'
import { among } from './among.ts'
import type { Statement } from './run-batch.ts'

const MOST = 5_000

/** Land parcels of a place, in order. */
export async function readParcels(db: Database, siteId: string): Promise<string[]> {
  const { parcelId } = siteParcel
  const rows = await db
    .select({ parcelId })
    .from(siteParcel)
    .where(eq(siteParcel.siteId, siteId))
    .orderBy(parcelId)
    .limit(MOST)
  return rows.map((row) => row.parcelId)
}

/** Of these parcels, those that other places name too; some of them. */
export function readSharedParcels(
  db: Database,
  input: { readonly siteId: string; readonly parcelIds: readonly string[] },
): Promise<{ parcelId: string }[]> {
  const { parcelId, siteId } = siteParcel
  return db
    .selectDistinct({ parcelId })
    .from(siteParcel)
    .innerJoin(site, eq(site.id, siteId))
    .where(
      and(
        sql`${parcelId} IN ${among(input.parcelIds)}`,
        ne(siteId, input.siteId),
        isNull(site.withdrawnAt),
      ),
    )
    .limit(10)
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
