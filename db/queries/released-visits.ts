import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { maybe, number, text } from './fields.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

/** Plans one person has visits in, at most. */
const MOST_PLANS = 200

/** A membership that is ending or changing; `next` is what it will be, null where nothing. */
export type EndingMembership = {
  readonly userId: string
  readonly memberId: string
  readonly next: {
    readonly provinceCode: string | null
    readonly communeCode: string | null
  } | null
}

/** Visits (`v`, of plan `p`, at place `s`) that somebody may make no more once a membership ends. */
function lost({ userId, memberId, next }: EndingMembership): SQL {
  const reaches = (province: SQL, commune: SQL) =>
    sql`(${province} IS NULL OR ${province} = p.province_code)
      AND (${commune} IS NULL OR ${commune} = s.commune_code)`
  const stays =
    next === null ? sql`false` : reaches(sql`${next.provinceCode}`, sql`${next.communeCode}`)
  return sql`inspection_visit v JOIN inspection_plan p ON p.id = v.plan_id
    JOIN site s ON s.id = v.site_id
    WHERE v.inspector_id = ${userId} AND v.state = 'planned' AND NOT (${stays})
      AND NOT EXISTS (SELECT 1 FROM member m WHERE m.user_id = ${userId} AND m.id <> ${memberId}
        AND m.role IN ('inspector', 'officer')
        AND ${reaches(sql`m.province_code`, sql`m.commune_code`)})`
}

const LOSS = {
  planId: text(sql`p.id`),
  authorityId: maybe(text(sql`p.authority_id`)),
  year: number(sql`p.year`),
  count: number(sql`count(*)`),
}

/** How many visits of which plans that leaves to nobody. */
export function listReleasedVisits(db: Database, ending: EndingMembership) {
  return rowsOf(db, LOSS, sql`${lost(ending)} GROUP BY p.id ORDER BY p.id LIMIT ${MOST_PLANS}`)
}

/** Leaves them to nobody, on no day: the plan gives them away when it is made again. */
export function releaseVisits(db: Database, ending: EndingMembership): Statement {
  return db.run(sql`UPDATE inspection_visit SET inspector_id = NULL, planned_on = NULL,
      version = version + 1 WHERE id IN (SELECT v.id FROM ${lost(ending)})`)
}
