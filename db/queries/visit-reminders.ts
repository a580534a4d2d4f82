import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { number, type RowOf, text } from './fields.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

const DUE = {
  organisationId: text(sql`told.organisation_id`),
  soon: number(sql`sum(told.due_on >= told.today)`),
  overdue: number(sql`sum(told.due_on < told.today)`),
}

/** An organisation that is to be told, and of how many visits. */
export type VisitReminder = RowOf<typeof DUE>

/** Visits looked at in one run; what is left is due the next day still. */
export const MOST_REMINDED = 20_000
const MOST_TOLD = 500

const due = (today: string) => sql`(SELECT v.id, v.plan_id, v.inspector_id, v.due_on
  FROM inspection_visit v WHERE v.remind_on <= ${today} AND v.remind_on IS NOT NULL
  ORDER BY v.remind_on, v.id LIMIT ${MOST_REMINDED})`

/** Authorities of plans, and organisations of inspectors, with visits of which they are to be told. */
export function listVisitReminders(db: Database, today: string): Promise<VisitReminder[]> {
  return rowsOf(
    db,
    DUE,
    sql`(SELECT DISTINCT d.id, d.due_on, ${today} AS today, w.organisation_id FROM ${due(today)} d
        JOIN (SELECT p.id AS plan_id, NULL AS user_id, p.authority_id AS organisation_id
            FROM inspection_plan p WHERE p.authority_id IS NOT NULL
          UNION ALL SELECT NULL, m.user_id, m.organization_id FROM member m
            WHERE m.role = 'inspector') w
          ON w.plan_id = d.plan_id OR w.user_id = d.inspector_id) told
      GROUP BY told.organisation_id ORDER BY told.organisation_id LIMIT ${MOST_TOLD}`,
  )
}

/** That they were told: next on the day after the visit was due, then no more. */
export function moveVisitReminders(db: Database, today: string): Statement {
  return db.run(sql`UPDATE inspection_visit
    SET remind_on = iif(due_on < ${today}, NULL, date(due_on, '+1 day'))
    WHERE id IN (SELECT d.id FROM ${due(today)} d)`)
}

/** Holds while somebody is still to be told. */
export function someRemindersAreDue(today: string) {
  return sql`EXISTS (SELECT 1 FROM inspection_visit WHERE remind_on <= ${today}
    AND remind_on IS NOT NULL)`
}
