import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { labelDownload, labelRun } from '../schema/index.ts'
import { number } from './fields.ts'
import { firstOf } from './first-of.ts'
import { personName } from './person-name.ts'
import { pick } from './pick.ts'
import { insertOf } from './row-statements.ts'
import { rowOf } from './rows-of.ts'

export const insertDownload = insertOf(labelDownload)

/** Who took labels of a run, the latest first. */
export function listDownloads(
  db: Database,
  { runId, limit }: { readonly runId: string; readonly limit: number },
) {
  return db
    .select({
      ...pick(labelDownload, 'id', 'actor', 'at', 'format', 'stock'),
      ...pick(labelDownload, 'fromSerial', 'toSerial', 'labels'),
      actorName: personName(labelDownload.actor),
    })
    .from(labelDownload)
    .where(eq(labelDownload.runId, runId))
    .orderBy(desc(labelDownload.at), desc(sql`${labelDownload}.rowid`))
    .limit(limit)
}

/** The stock labels of a batch were last laid out for; null where no file was taken that has one. */
export async function readLastStock(db: Database, batchId: string): Promise<string | null> {
  const row = await firstOf(
    db
      .select({ stock: labelDownload.stock })
      .from(labelRun)
      .innerJoin(labelDownload, eq(labelDownload.runId, labelRun.id))
      .where(and(eq(labelRun.batchId, batchId), isNotNull(labelDownload.stock)))
      .orderBy(desc(labelDownload.at), desc(sql`${labelDownload}.rowid`))
      .limit(1),
  )
  return row?.stock ?? null
}

/** Labels, and scans of them, one question looks at. */
const MAX_LOOKED_AT = 100_000

/** How many labels of a range were scanned, and how often all together. */
export function countScanned(
  db: Database,
  of: { readonly unitSpace: string; readonly from: number; readonly to: number },
): Promise<{ labels: number; scans: number }> {
  const { unitSpace, from, to } = of
  return rowOf(
    db,
    { labels: number(sql`count(*)`), scans: number(sql`coalesce(sum(count), 0)`) },
    sql`(SELECT count FROM scan_count WHERE unit_space = ${unitSpace}
      AND serial BETWEEN ${from} AND ${to} LIMIT ${MAX_LOOKED_AT})`,
  )
}
