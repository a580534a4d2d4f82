import { sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { foldVietnamese } from '../../worker/lib/text/fold-vietnamese.ts'
import { checked, load } from './load.ts'
import { type Row, ratioRow } from './measure.ts'
import { CROPS, stageRegister } from './register-stage.ts'
import type { Effort } from './scan-rows.ts'

const QUERIES = 3_000

/**
 * `GET /api/v1/codes` over 100,000 codes with ever different questions, against one indexed read of
 * one entry. Every question is asked once a turn, so that the cache answers none of them.
 */
export async function registerRow(
  stage: {
    readonly database: { readonly db: Database }
    readonly worker: { readonly origin: string }
    readonly floor: { readonly origin: string }
  },
  effort: Effort,
): Promise<Row> {
  const { db } = stage.database
  const { codes } = await stageRegister(db)
  const paths = await questions(db)
  const reads = Array.from(
    { length: QUERIES },
    (_, i) => `/entry/bench-c${1 + ((i * 7919) % codes)}`,
  )
  const rounds = []
  for (let round = 0; round < effort.rounds; round++) {
    const { seconds } = effort
    const floor = checked(await load({ origin: stage.floor.origin, paths: reads, seconds }), 200)
    const value = checked(await load({ origin: stage.worker.origin, paths, seconds }), 200)
    rounds.push({ value, floor })
  }
  return ratioRow({
    name: 'register-search',
    unit: 'requests/s',
    rounds,
    aim: 0.5,
    better: 'higher',
  })
}

/** What people ask: a crop at a place, the beginning of a code, a place and a market, a status. */
async function questions(db: Database): Promise<string[]> {
  const communes = await db.all<{ name: string; province: string }>(
    sql`SELECT name, province_name AS province FROM bench_commune ORDER BY n`,
  )
  const codes = await db.all<{ code: string }>(
    sql`SELECT code FROM register_entry WHERE seq % 137 = 0 ORDER BY seq LIMIT 1000`,
  )
  return Array.from({ length: QUERIES }, (_, i) => {
    const place = communes[(i * 37) % communes.length]
    const name = foldVietnamese(place?.name ?? '')
    const crop = CROPS[i % CROPS.length]?.[1] ?? ''
    const market = ['CHN', 'USA', 'JPN', 'VNM', 'EU'][i % 5] ?? ''
    const code = codes[i % codes.length]?.code ?? ''
    const query = [
      { q: `${crop} ${name}` },
      { q: code.toLowerCase().slice(0, 8 + (i % 3)) },
      { q: code.replaceAll('-', ' ') },
      { crop, market, unit: place?.province ?? '' },
      { unit: name, kind: 'growing_area' },
      { q: `${crop} ${foldVietnamese(place?.province ?? '')}`, market, status: 'active' },
      { q: crop, status: 'suspended', market },
      { q: `hop tac xa ${i % 2_000}`, market },
    ][i % 8]
    return `/api/v1/codes?${new URLSearchParams(query)}`
  })
}
