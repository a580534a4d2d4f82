import { sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import { MOST_CHECKS } from '../../worker/domain/label-checks/label-check.ts'
import type { Database } from '../client.ts'
import { labelCheck } from '../schema/index.ts'
import { maybe, number, type RowOf, text } from './fields.ts'
import { insertRows } from './insert-rows.ts'
import { personName } from './person-name.ts'
import { pick } from './pick.ts'
import { isBefore } from './place-in-list.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'
import { unitName } from './unit-name.ts'
import { withinBounds } from './within-bounds.ts'

export type LabelCheckRow = typeof labelCheck.$inferSelect

/** Checks of a batch that one page shows. */
const MOST_OF_BATCH = 30

/** The checks of one record. */
export function insertLabelChecks(db: Database, rows: readonly LabelCheckRow[]): Statement {
  return insertRows(db, labelCheck, rows)
}

/** Who checked, for whom, and where. */
const BY_WHOM = {
  accountName: personName(labelCheck.account),
  organisation: maybe(
    text(sql`(SELECT o.name FROM organisation o WHERE o.id = ${labelCheck.organisationId})`),
  ),
  commune: unitName('commune', labelCheck.communeCode),
  province: unitName('province', labelCheck.provinceCode),
}

const ROUND = {
  ...pick(labelCheck, 'recordId', 'checkedOn', 'recordedAt', 'latitude', 'longitude', 'note'),
  ...BY_WHOM,
  checks: number(sql`count(*)`),
  // As `resultOf` counts them.
  genuine: number(sql`sum(said.authenticity = 'genuine'
    AND said.standing IS NOT NULL AND said.standing <> 'stop')`),
  stop: number(sql`sum(said.authenticity = 'genuine' AND said.standing IS 'stop')`),
  forged: number(sql`sum(said.authenticity = 'forged')`),
}

/** A round: checks that were written down together. */
export type LabelRound = RowOf<typeof ROUND>

/** Rounds of inspectors within bounds, newest first, each with what it found. */
export function listLabelRounds(
  db: Database,
  asked: {
    readonly bounds: Bounds
    readonly after: { readonly recordedAt: number; readonly recordId: string } | null
    readonly limit: number
  },
) {
  const { bounds, after, limit } = asked
  const older = isBefore('x', ['recordedAt', 'recordId'], after)
  // The sums are of `said`; what is shown of a round is its first check.
  return rowsOf(
    db,
    ROUND,
    sql`(SELECT x.record_id FROM label_check x WHERE x.position = 0
        AND ${withinBounds(bounds, 'x')} AND ${older}
        ORDER BY x.recorded_at DESC, x.record_id DESC LIMIT ${limit}) round
      CROSS JOIN label_check ON label_check.record_id = round.record_id AND label_check.position = 0
      CROSS JOIN label_check said ON said.record_id = round.record_id
      GROUP BY label_check.record_id
      ORDER BY label_check.recorded_at DESC, label_check.record_id DESC`,
  )
}

const CHECK = {
  ...pick(labelCheck, 'recordId', 'position', 'scanned', 'kid', 'batchRef', 'serial'),
  ...pick(labelCheck, 'authenticity', 'standing', 'mode', 'listIssuedAt', 'note'),
  ...pick(labelCheck, 'latitude', 'longitude', 'accuracyM', 'checkedOn', 'checkedAt'),
  ...pick(labelCheck, 'clockOffsetMs', 'recordedAt', 'provinceCode', 'communeCode'),
  ...pick(labelCheck, 'organisationId'),
  ...BY_WHOM,
}

/** A check with who made it. */
export type LabelCheckItem = RowOf<typeof CHECK>

/** Every check of a round, in the order they were made. */
export function readLabelRound(db: Database, recordId: string) {
  return rowsOf(
    db,
    CHECK,
    sql`${labelCheck} WHERE ${labelCheck.recordId} = ${recordId}
      ORDER BY ${labelCheck.position} LIMIT ${MOST_CHECKS}`,
  )
}

/** What labels of a batch looked like on the spot, newest first. */
export function listChecksOfBatch(db: Database, batchRef: string) {
  return rowsOf(
    db,
    CHECK,
    sql`${labelCheck} WHERE ${labelCheck.batchRef} = ${batchRef}
      ORDER BY ${labelCheck.recordedAt} DESC, ${labelCheck.position} DESC LIMIT ${MOST_OF_BATCH}`,
  )
}
