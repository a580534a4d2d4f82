import { sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { newRefs } from './data.ts'
import { checked, load } from './load.ts'
import { type Row, ratioRow } from './measure.ts'
import { signIn } from './portal-client.ts'
import { whole } from './register-stage.ts'
import type { Effort } from './scan-rows.ts'
import type { Stage } from './stage.ts'

const LAYERS = 10
const LOTS_A_LAYER = 10_000
const ASKED = 2_000

/**
 * The whole way of a lot in a graph of 100,000, ten steps deep, as the portal draws and lists it,
 * session, shell and all, against one indexed read a step. Every lot asked for is another one.
 */
export async function traceRow(stage: Stage, effort: Effort): Promise<Row> {
  const refs = await stageLots(stage.database.db, stage.ref)
  const headers = { cookie: await signIn(stage) }
  const paths = refs.map((ref) => `/portal/batches/${ref}/trace`)
  const reads = [`/read/${stage.ref}`]
  const rounds = []
  for (let round = 0; round < effort.rounds; round++) {
    const { seconds } = effort
    const floor = checked(await load({ origin: stage.floor.origin, paths: reads, seconds }), 200)
    const value = checked(await load({ origin: stage.worker.origin, paths, seconds, headers }), 200)
    rounds.push({ value, floor: floor / LAYERS })
  }
  return ratioRow({ name: 'trace', unit: 'requests/s', rounds, aim: 0.5, better: 'higher' })
}

/** Lots in layers, each made of one lot of the layer before, in every other layer of two. */
async function stageLots(db: Database, ref: string): Promise<string[]> {
  const refs = newRefs(ASKED)
  for (let layer = 0; layer < LAYERS; layer++) {
    await db.run(lots({ layer, ref, refs: layer === LAYERS - 1 ? refs : [] }))
    if (layer > 0) await db.run(edges(layer))
  }
  return refs
}

const numbers = sql`(WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL
  SELECT i + 1 FROM n WHERE i < ${whole(LOTS_A_LAYER - 1)}) SELECT i FROM n)`

const lots = (given: {
  readonly layer: number
  readonly ref: string
  readonly refs: string[]
}) => sql`
  INSERT INTO batch (id, ref, lot, organisation_id, product_id, packed_on, expires_on, harvested_on,
    season_from, quantity_value, quantity_unit, markets, created_at)
  SELECT 'bench-l' || ${whole(given.layer)} || '-' || n.i,
    coalesce(${JSON.stringify(given.refs)} ->> n.i, 'bench-l' || ${whole(given.layer)} || '-' || n.i),
    'bench-l' || ${whole(given.layer)} || '-' || n.i, organisation_id, product_id, packed_on,
    expires_on, harvested_on, season_from, 100, 'kg', markets, created_at
  FROM batch, ${numbers} n WHERE batch.ref = ${given.ref}`

const edges = (layer: number) => sql`
  INSERT INTO lot_edge (from_batch_id, to_batch_id, quantity_kg, created_at)
  SELECT 'bench-l' || ${whole(layer - 1)} || '-' || ((n.i + k.value) % ${whole(LOTS_A_LAYER)}),
    'bench-l' || ${whole(layer)} || '-' || n.i, 10, 1
  FROM ${numbers} n JOIN json_each(${layer % 2 === 0 ? '[0, 1]' : '[0]'}) k`
