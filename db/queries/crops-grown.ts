import { sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { siteCrop } from '../schema/index.ts'
import { flag } from './fields.ts'
import { pick } from './pick.ts'
import { rowOf, rowsOf } from './rows-of.ts'
import { withinBounds } from './within-bounds.ts'

/** Rows of one crop that are looked at for one in the place. */
const MOST_GROWING = 20_000
/** Places whose crops are gathered, and different crops of a place. */
const MOST_SITES = 5_000
const MOST_CROPS = 200

const coded = sql`s.withdrawn_at IS NULL
  AND EXISTS (SELECT 1 FROM code c WHERE c.site_id = s.id AND c.withdrawn_at IS NULL)`

/**
 * Whether a place with a code, of these bounds, grows a crop of this folded name or a kind of it
 * (`xoai cat` is `xoai`), as rules of monitoring read it. A range of the index on crops.
 */
export async function isCropGrown(
  db: Database,
  { cropFolded, bounds }: { readonly cropFolded: string; readonly bounds: Bounds },
): Promise<boolean> {
  // What follows a blank in the order of letters: the name itself and the name with further words.
  const kinds = sql`x.crop_folded >= ${cropFolded} AND x.crop_folded < ${`${cropFolded}!`}`
  const { grown } = await rowOf(db, {
    grown: flag(sql`EXISTS (SELECT 1
      FROM (SELECT x.site_id FROM site_crop x WHERE ${kinds} LIMIT ${MOST_GROWING}) g
      CROSS JOIN site s ON s.id = g.site_id WHERE ${withinBounds(bounds, 's')} AND ${coded})`),
  })
  return grown
}

/** Crops that places with a code grow within the bounds, each once. */
export function listCropsGrown(db: Database, bounds: Bounds) {
  return rowsOf(
    db,
    pick(siteCrop, 'crop', 'cropFolded'),
    sql`(SELECT s.id FROM site s WHERE ${withinBounds(bounds, 's')} AND ${coded}
      LIMIT ${MOST_SITES}) p
    CROSS JOIN site_crop ON site_crop.site_id = p.id
    GROUP BY site_crop.crop_folded ORDER BY site_crop.crop_folded LIMIT ${MOST_CROPS}`,
  )
}
