import { sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { newId } from '../../worker/lib/ids/new-id.ts'
import { neverGiveWay } from '../../worker/lib/steps/give-way.ts'
import type { VerbContext } from '../../worker/verbs/context.ts'
import type { DemoCalendar } from './demo-calendar.ts'

/** What makes the demo data: verbs called at the hour things would have happened. */
export type DemoContext = {
  readonly calendar: DemoCalendar
  readonly db: Database
  /** A verb's context at an hour of a day, given as an offset. */
  readonly then: (offset: number, hour?: number) => VerbContext
}

export function demoContext(input: {
  readonly db: Database
  readonly kek: Uint8Array
  readonly origin: string
  readonly calendar: DemoCalendar
}): DemoContext {
  const { db, kek, origin, calendar } = input
  const then = (offset: number, hour = 8): VerbContext => {
    // Each change has its own instant, so that of two on one day the later counts.
    let clock = calendar.at(offset, hour)
    return {
      db,
      kek,
      actor: { kind: 'operator', name: 'du-lieu-minh-hoa' },
      source: 'import',
      now: () => clock++,
      newId,
      giveWay: neverGiveWay,
      labelOrigin: origin.toUpperCase(),
    }
  }
  return { calendar, db, then }
}

/** Demo batches on record, by lot. */
export async function demoBatches(
  db: Database,
): Promise<Map<string, { id: string; ref: string; organisationId: string; sealed: boolean }>> {
  const rows = await db.all<{
    lot: string
    id: string
    ref: string
    organisationId: string
    sealed: number
  }>(sql`
    SELECT b.lot, b.id, b.ref, b.organisation_id AS organisationId, b.sealed_at IS NOT NULL AS sealed
    FROM batch b JOIN organisation o ON o.id = b.organisation_id WHERE o.demo = 1`)
  return new Map(rows.map(({ lot, sealed, ...row }) => [lot, { ...row, sealed: sealed === 1 }]))
}

/** The demo batch of a lot that was made before. */
export async function demoBatch(db: Database, lot: string) {
  const batch = (await demoBatches(db)).get(lot)
  if (batch === undefined) throw new Error(`the demo lot ${lot} is missing`)
  return batch
}

/** The id of a demo organisation by name. */
export async function demoOrganisationId(db: Database, name: string): Promise<string> {
  const row = await db.get<{ id: string } | undefined>(
    sql`SELECT id FROM organisation WHERE demo = 1 AND name = ${name}`,
  )
  if (row === undefined) throw new Error(`the demo organisation ${name} is missing`)
  return row.id
}

/** True when a query finds a row: steps are skipped that were done before. */
export async function exists(db: Database, query: ReturnType<typeof sql>): Promise<boolean> {
  const row = await db.get<{ found: number }>(sql`SELECT EXISTS (${query}) AS found`)
  return row.found === 1
}
