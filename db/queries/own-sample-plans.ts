import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { code, ownSamplePlan, season, site } from '../schema/index.ts'
import { maybe, type RowOf, text } from './fields.ts'
import { rowsOf } from './rows-of.ts'
import { shown } from './shown-task.ts'

/** Lines of an organisation over three years, and what was taken for them, at most. */
const MOST_LINES = 1_000
const MOST_TAKEN = 5_000

const { createdAt: _, organisationId: __, ...LINE_COLUMNS } = getTableColumns(ownSamplePlan)

const LINE = {
  ...LINE_COLUMNS,
  code: code.code,
  siteName: site.name,
  seasonStartsOn: maybe(season.startsOn),
}

/** A line of an organisation's own plan, with its code and season. */
export type OwnPlanItem = RowOf<typeof LINE>

const TAKEN = {
  siteId: text(sql`taken.site_id`),
  crop: text(sql`taken.crop`),
  fromOn: text(sql`taken.from_on`),
  kind: text(sql`taken.kind`),
  id: text(sql`taken.id`),
  takenOn: text(sql`taken.taken_on`),
  /** What tests say; null for samples, which are judged by their results. */
  outcome: maybe(text(sql`taken.outcome`)),
}

export type TakenItem = RowOf<typeof TAKEN>

type Asked = { readonly organisationId: string; readonly from: string; readonly to: string }

/** What an organisation planned for these days, and all that was taken for the seasons of it. */
export async function readOwnPlan(db: Database, { organisationId, from, to }: Asked) {
  const [lines, taken] = await db.batch([
    rowsOf(
      db,
      LINE,
      sql`own_sample_plan JOIN code ON code.id = own_sample_plan.code_id
        JOIN site ON site.id = own_sample_plan.site_id
        LEFT JOIN season ON season.id = own_sample_plan.season_id
        WHERE own_sample_plan.organisation_id = ${organisationId}
          AND own_sample_plan.due_on BETWEEN ${from} AND ${to}
        ORDER BY own_sample_plan.due_on, own_sample_plan.id LIMIT ${MOST_LINES}`,
    ),
    rowsOf(
      db,
      TAKEN,
      sql`(WITH ${takenFor(
        sql`organisation_id = ${organisationId} AND due_on BETWEEN ${from} AND ${to}`,
      )} SELECT * FROM taken LIMIT ${MOST_TAKEN}) taken`,
    ),
  ])
  return { lines, taken }
}

/**
 * Samples of the seasons (or years) that lines are of: of the place itself, of batches under its codes,
 * and their producers' own tests, of which one sample is one however many substances it was tested for;
 * that it was passed is taken on an officer's word alone, as on labels. The order of the joins is held, so
 * that a holder's few lines lead and no table of everybody's is walked.
 */
function takenFor(lines: SQL): SQL {
  const within = (day: SQL) => sql`${day} BETWEEN g.from_on AND g.to_on`
  return sql`grouped AS (
      SELECT site_id, crop, crop_folded, from_on, max(to_on) AS to_on FROM own_sample_plan
      WHERE ${lines} GROUP BY site_id, crop, from_on),
    named AS MATERIALIZED (SELECT g.*, b.id AS batch_id, p.name_folded FROM grouped g
      CROSS JOIN code c ON c.site_id = g.site_id
      CROSS JOIN batch_code bc ON bc.code_id = c.id
      CROSS JOIN batch b ON b.id = bc.batch_id AND b.annulled_at IS NULL
      CROSS JOIN product p ON p.id = b.product_id),
    taken AS MATERIALIZED (SELECT g.site_id, g.crop, g.from_on, 'sample' AS kind, s.id, s.taken_on, NULL AS outcome
    FROM grouped g CROSS JOIN residue_sample s ON s.site_id = g.site_id AND ${within(sql`s.taken_on`)}
    WHERE s.crop = g.crop
    UNION
    SELECT g.site_id, g.crop, g.from_on, 'sample', s.id, s.taken_on, NULL
    FROM named g CROSS JOIN residue_sample s ON s.batch_id = g.batch_id AND ${within(sql`s.taken_on`)}
    WHERE s.crop = g.crop
    UNION
    SELECT g.site_id, g.crop, g.from_on, 'test', min(t.id), min(t.sampled_on),
      iif(sum(t.verdict = 'failed') > 0, 'failed',
        iif(count(*) = sum(t.verdict = 'passed' AND t.state = 'confirmed'), 'passed', NULL))
    FROM named g CROSS JOIN certification t ON t.batch_id = g.batch_id AND ${within(sql`t.sampled_on`)}
    WHERE +t.kind = 'lab_test' AND +t.state IN ('declared', 'confirmed')
      AND (substr(g.name_folded, 1, length(g.crop_folded)) = g.crop_folded
        OR (SELECT count(*) FROM site_crop x WHERE x.site_id = g.site_id) = 1)
    GROUP BY g.site_id, g.crop, g.from_on, g.batch_id, coalesce(t.sample_id, t.sampled_on))`
}

/**
 * The rows of a task: lines whose day is near, as far as what was taken for their season leaves something
 * of them and of those before; the same as `ownPlanAgainstTaken` says.
 */
export function ownSamplesDue(
  organisationId: string,
  { from, to }: { readonly from: SQL; readonly to: SQL },
): SQL {
  const near = sql`organisation_id = ${organisationId} AND due_on BETWEEN ${from} AND ${to}`
  return sql`WITH ${takenFor(near)} SELECT due_on AS sort, id, ${shown<'own_samples_due'>({
    planId: sql`id`,
    cropName: sql`crop_name`,
    code: sql`(SELECT c.code FROM code c WHERE c.id = code_id)`,
    left: sql`min(samples, needed - taken)`,
    day: sql`due_on`,
  })} FROM (
    SELECT l.*,
      (SELECT sum(o.samples) FROM own_sample_plan o WHERE o.site_id = l.site_id AND o.crop = l.crop
        AND o.from_on = l.from_on AND o.organisation_id = l.organisation_id
        AND (o.due_on, o.id) <= (l.due_on, l.id)) AS needed,
      (SELECT count(*) FROM taken t WHERE t.site_id = l.site_id AND t.crop = l.crop
        AND t.from_on = l.from_on) AS taken
    FROM own_sample_plan l
    WHERE ${near}) WHERE needed > taken`
}
