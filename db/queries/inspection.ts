import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import {
  batch,
  batchSale,
  labelDownload,
  organisation,
  product,
  site,
  siteHousehold,
} from '../schema/index.ts'
import { maybe, number, text } from './fields.ts'
import { personName } from './person-name.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'
import { MAX_TRACED } from './trace.ts'

/** Rows of each kind one page shows, at most. */
export const MOST_SHOWN = 50
/** Batches of one code that are looked at for those of the same day, the newest first. */
const MOST_OF_CODE = 2_000

const HOUSEHOLD = {
  siteId: site.id,
  siteName: site.name,
  ...pick(siteHousehold, 'name', 'plot', 'areaHa'),
}

const AREA = {
  siteId: site.id,
  siteName: site.name,
  commune: maybe(text(sql`site.commune_name`)),
  organisation: organisation.name,
  households: number(sql`(SELECT count(*) FROM site_household h WHERE h.site_id = site.id)`),
}

const SALE = {
  ...pick(batchSale, 'buyer', 'quantityKg', 'soldOn', 'paperNo'),
  lot: batch.lot,
  ref: batch.ref,
}

const SISTER = {
  ...pick(batch, 'ref', 'lot', 'packedOn', 'quantityValue', 'quantityUnit'),
  product: product.name,
  organisation: organisation.name,
}

const DOWNLOAD = {
  ...pick(labelDownload, 'at', 'format', 'fromSerial', 'toSerial', 'labels', 'runId'),
  actorName: personName(labelDownload.actor),
}

/**
 * What stands around a batch beside its own facts, in one round trip: the areas and households all of
 * it goes back to, whom it and what was made of it went to, batches of the same codes and day, and who
 * took its labels.
 */
export async function readAroundBatch(
  db: Database,
  of: { readonly batchId: string; readonly packedOn: string | null },
) {
  const { batchId, packedOn } = of
  const way = (here: string, next: string) => sql`(WITH RECURSIVE way(id) AS (SELECT ${batchId}
      UNION SELECT e.${sql.raw(next)} FROM way CROSS JOIN lot_edge e ON e.${sql.raw(here)} = way.id
      LIMIT ${MAX_TRACED}) SELECT id FROM way) way`
  const up = way('to_batch_id', 'from_batch_id')
  const down = way('from_batch_id', 'to_batch_id')
  const areas = sql`(SELECT DISTINCT c.site_id AS id FROM ${up}
    CROSS JOIN batch_code bc ON bc.batch_id = way.id AND bc.slot = 'growing_area'
    JOIN code c ON c.id = bc.code_id LIMIT ${MOST_SHOWN}) area`
  const [areaRows, households, sales, sisters, downloads] = await db.batch([
    rowsOf(
      db,
      AREA,
      sql`${areas} CROSS JOIN site ON site.id = area.id
        JOIN organisation ON organisation.id = site.organisation_id`,
    ),
    rowsOf(
      db,
      HOUSEHOLD,
      sql`${areas} CROSS JOIN site ON site.id = area.id
        CROSS JOIN site_household ON site_household.site_id = site.id
        ORDER BY site.id, site_household.position LIMIT ${MOST_SHOWN}`,
    ),
    rowsOf(
      db,
      SALE,
      sql`${down} CROSS JOIN batch_sale ON batch_sale.batch_id = way.id
        JOIN batch ON batch.id = way.id
        ORDER BY batch_sale.sold_on DESC, batch_sale.id LIMIT ${MOST_SHOWN}`,
    ),
    rowsOf(
      db,
      SISTER,
      sql`(SELECT DISTINCT other.batch_id AS id FROM batch_code own CROSS JOIN batch_code other
          ON other.rowid IN (SELECT x.rowid FROM batch_code x WHERE x.code_id = own.code_id
            ORDER BY x.rowid DESC LIMIT ${MOST_OF_CODE})
          WHERE own.batch_id = ${batchId} AND other.batch_id <> ${batchId}) sister
        CROSS JOIN batch ON batch.id = sister.id
        JOIN product ON product.id = batch.product_id
        JOIN organisation ON organisation.id = batch.organisation_id
        WHERE batch.packed_on = ${packedOn} AND batch.annulled_at IS NULL
        ORDER BY batch.lot, batch.id LIMIT ${MOST_SHOWN}`,
    ),
    rowsOf(
      db,
      DOWNLOAD,
      sql`label_run r CROSS JOIN label_download ON label_download.run_id = r.id
        WHERE r.batch_id = ${batchId}
        ORDER BY label_download.at DESC, label_download.id LIMIT ${MOST_SHOWN}`,
    ),
  ])
  return { areas: areaRows, households, sales, sisters, downloads }
}
