import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Signal } from '../../worker/domain/diary/signals.ts'
import type { Database } from '../client.ts'
import { diaryEvent, diarySignal, site } from '../schema/index.ts'
import { flag, type RowOf } from './fields.ts'
import { insertAny } from './insert-rows.ts'
import { pick } from './pick.ts'
import type { Statement } from './run-batch.ts'
import { withinBounds } from './within-bounds.ts'

/** Stores what was found about an entry; nothing where nothing was. */
export function insertSignals(
  db: Database,
  given: {
    readonly entry: { readonly id: string; readonly siteId: string; readonly recordedAt: number }
    readonly signals: readonly Signal[]
    readonly newId: () => string
  },
): Statement[] {
  const { entry, signals, newId } = given
  const { id: diaryEventId, siteId, recordedAt } = entry
  return insertAny(
    db,
    diarySignal,
    signals.map((signal) => ({ ...signal, id: newId(), diaryEventId, siteId, recordedAt })),
  )
}

const SIGNAL = {
  ...pick(diarySignal, 'id', 'diaryEventId', 'code', 'figures', 'recordedAt'),
  ...pick(diaryEvent, 'occurredOn', 'summary', 'kind'),
  siteName: site.name,
  isAmended: flag(sql`EXISTS (SELECT 1 FROM diary_event a WHERE a.amends_id = ${diaryEvent.id})`),
}

/** What amends the entry was found to be so too: that one is listed in its place. */
const IS_FOUND_AGAIN = sql`EXISTS (SELECT 1 FROM diary_event a
  JOIN diary_signal again ON again.diary_event_id = a.id AND again.code = ${diarySignal.code}
  WHERE a.amends_id = ${diaryEvent.id})`

/** What was found, and the entry it is about. */
export type SignalRow = RowOf<typeof SIGNAL>

/** Signals of places within the bounds, the latest first. */
export function listSignals(
  db: Database,
  asked: {
    readonly bounds: Bounds
    readonly after: { readonly recordedAt: number; readonly id: string } | null
    readonly limit: number
  },
): Promise<SignalRow[]> {
  const { bounds, after, limit } = asked
  const { recordedAt, id } = diarySignal
  return db
    .select(SIGNAL)
    .from(diarySignal)
    .innerJoin(site, eq(site.id, diarySignal.siteId))
    .innerJoin(diaryEvent, eq(diaryEvent.id, diarySignal.diaryEventId))
    .where(
      and(
        withinBounds(bounds, 'site'),
        sql`NOT ${IS_FOUND_AGAIN}`,
        after === null
          ? undefined
          : or(
              lt(recordedAt, after.recordedAt),
              and(eq(recordedAt, after.recordedAt), lt(id, after.id)),
            ),
      ),
    )
    .orderBy(desc(recordedAt), desc(id))
    .limit(limit)
}
