import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { labelConfirmation, rateLimit } from '../schema/index.ts'
import type { UnitLabel } from './copies.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import { askBatch } from './run-batch.ts'

/** When a label was confirmed first (epoch milliseconds), when last, and how often. */
export type LabelConfirmation = Pick<
  typeof labelConfirmation.$inferSelect,
  'firstAt' | 'lastAt' | 'count'
>

/** Tries at the PIN of one label, among the counters of attempts, which are dropped after a day. */
const triesKey = ({ unitSpace, serial }: UnitLabel) => `pin:${unitSpace} ${serial}`

const ofLabel = ({ unitSpace, serial }: UnitLabel) =>
  and(eq(labelConfirmation.unitSpace, unitSpace), eq(labelConfirmation.serial, serial))

/** What was tried on a label before; null where nothing was. */
export function readPinTries(
  db: Database,
  label: UnitLabel,
): Promise<{ count: number; lastAt: number } | null> {
  return firstOf(
    db
      .select({ count: rateLimit.count, lastAt: rateLimit.lastRequest })
      .from(rateLimit)
      .where(eq(rateLimit.key, triesKey(label)))
      .limit(1),
  )
}

/**
 * Counts a try, before it is looked at. False where another one was counted since `before` was read:
 * of many at the same moment one is heard.
 */
export async function countPinTry(
  db: Database,
  label: UnitLabel,
  given: {
    readonly before: { readonly count: number; readonly lastAt: number } | null
    readonly count: number
    readonly now: number
  },
): Promise<boolean> {
  const { before, count, now } = given
  const key = triesKey(label)
  const isAsRead =
    before === null
      ? sql`false`
      : and(eq(rateLimit.count, before.count), eq(rateLimit.lastRequest, before.lastAt))
  const counted = await db
    .insert(rateLimit)
    .values({ id: key, key, count, lastRequest: now })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: { count, lastRequest: now },
      ...(isAsRead === undefined ? {} : { setWhere: isAsRead }),
    })
    .returning({ key: rateLimit.key })
  return counted.length > 0
}

/**
 * Keeps that a label was confirmed and forgets what was tried. Within `sameWithinMs` of the first it
 * is that one again: a doubled click, or the page loaded once more.
 */
export async function noteConfirmation(
  db: Database,
  label: UnitLabel,
  at: { readonly now: number; readonly sameWithinMs: number },
): Promise<LabelConfirmation> {
  const { now, sameWithinMs } = at
  const [, , rows] = await askBatch(db, [
    db.delete(rateLimit).where(eq(rateLimit.key, triesKey(label))),
    db
      .insert(labelConfirmation)
      .values({ ...label, firstAt: now, lastAt: now, count: 1 })
      .onConflictDoUpdate({
        target: [labelConfirmation.unitSpace, labelConfirmation.serial],
        set: { count: sql`${labelConfirmation.count} + 1`, lastAt: now },
        setWhere: sql`${labelConfirmation.firstAt} <= ${now - sameWithinMs}`,
      }),
    db
      .select(pick(labelConfirmation, 'firstAt', 'lastAt', 'count'))
      .from(labelConfirmation)
      .where(ofLabel(label))
      .limit(1),
  ])
  const [row] = rows
  if (row === undefined) throw new Error('a confirmation was stored and is not there')
  return row
}

/** How often the PIN of a label was given right; null where it never was. */
export function readConfirmation(
  db: Database,
  label: UnitLabel,
): Promise<LabelConfirmation | null> {
  return firstOf(
    db
      .select(pick(labelConfirmation, 'firstAt', 'lastAt', 'count'))
      .from(labelConfirmation)
      .where(ofLabel(label))
      .limit(1),
  )
}
