import { sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { checked, load } from './load.ts'
import { type Row, ratioRow } from './measure.ts'
import { signIn, siteOfCode } from './portal-client.ts'
import type { Effort } from './scan-rows.ts'
import type { Stage } from './stage.ts'

const HOUSEHOLDS = 1_000
const DEMO_CODE = 'VN-AGOR-9001'

/**
 * A growing area with a thousand households as an officer reads it in the portal, session, shell and
 * all, against one indexed read of a row.
 */
export async function siteRow(stage: Stage, effort: Effort): Promise<Row> {
  const siteId = await fillSite(stage)
  const cookie = await signIn(stage)
  const paths = [`/portal/sites/${siteId}`]
  const headers = { cookie }
  const rounds = []
  for (let round = 0; round < effort.rounds; round++) {
    const { seconds } = effort
    const reads = [`/read/${stage.ref}`]
    const floor = checked(await load({ origin: stage.floor.origin, paths: reads, seconds }), 200)
    const value = checked(await load({ origin: stage.worker.origin, paths, seconds, headers }), 200)
    rounds.push({ value, floor })
  }
  return ratioRow({ name: 'site-page', unit: 'requests/s', rounds, aim: 0.5, better: 'higher' })
}

/** Gives a growing area of the demo data its households. */
async function fillSite({ database }: Stage): Promise<string> {
  const siteId = await siteOfCode(database, DEMO_CODE)
  const rows = Array.from({ length: HOUSEHOLDS }, (_, i) => ({
    id: nanoid(),
    position: 10_000 + i,
    name: `Hộ minh họa ${i}`,
    folded: `ho minh hoa ${i}`,
    plot: `Thửa ${i}`,
  }))
  await database.db.run(sql`
    INSERT INTO site_household
      (id, site_id, position, name, name_folded, plot, area_ha, tree_count, created_at)
    SELECT value ->> 'id', ${siteId}, value ->> 'position', value ->> 'name', value ->> 'folded',
      value ->> 'plot', 0.05, 20, 0
    FROM json_each(${JSON.stringify(rows)})`)
  return siteId
}
