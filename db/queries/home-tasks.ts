import { type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Task } from '../../worker/domain/access/tasks.ts'
import type { DaysOff } from '../../worker/domain/calendar/public-holidays.ts'
import { AHEAD_DAYS, LATELY_DAYS, SOON_DAYS } from '../../worker/domain/monitoring/kinds.ts'
import { askedFor } from './code-use-waiting.ts'
import { decidingOn } from './deciding-decision.ts'
import { ownSamplesDue } from './own-sample-plans.ts'
import { purchasesDue } from './purchases-due.ts'
import { shown } from './shown-task.ts'
import { visitsIn } from './visits-in.ts'
import { withinBounds } from './within-bounds.ts'

/** What the rows are asked for with. */
export type TaskQuestion = {
  readonly scope: Bounds
  /** The organisation the person works for: whose imports these are. */
  readonly organisationId: string
  /** The person themselves. */
  readonly userId: string
  /** Asia/Ho_Chi_Minh dates: today, the last day of "soon", the day since which is "long". */
  readonly today: string
  readonly soonOn: string
  readonly longSinceOn: string
  /** Epoch milliseconds: imports since then, keys older than then. */
  readonly importsSince: number
  readonly keysBefore: number
  /** Days off that were entered, for tasks whose day is counted in working days. */
  readonly daysOff: DaysOff
}

/** Codes, sites or runs that one question looks at, at most: a whole country has more than a screen can help with. */
export const MAX_EXAMINED_FOR_HOME = 20_000

const DAYS_OF_MS = sql`'unixepoch', '+7 hours'`

/**
 * The CTEs that the rows of code tasks stand on: the codes in question (neither withdrawn nor
 * re-issued) and, for each of their markets, the decision that counts today.
 */
export function codeTasks({ scope, today }: TaskQuestion): SQL {
  return sql`placed AS MATERIALIZED (
      SELECT c.id, c.code, s.name, s.commune_name FROM site s JOIN code c ON c.site_id = s.id
      WHERE ${withinBounds(scope, 's')} AND c.withdrawn_at IS NULL AND s.withdrawn_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM code n WHERE n.supersedes_id = c.id)
      LIMIT ${MAX_EXAMINED_FOR_HOME}),
    standing AS MATERIALIZED (
      SELECT p.*, m.market, m.valid_to AS validTo, e.status, e.effective_on AS since
      FROM placed p CROSS JOIN code_market m ON m.code_id = p.id
      JOIN code_status_event e ON e.id =
        ${decidingOn({ codeId: sql`p.id`, market: sql`m.market`, day: sql`${today}` })})`
}

/**
 * The rows of a task: `sort` and `id` order them and are unique together; `shown` is what a list
 * shows, as JSON. Code tasks need `codeTasks` before them.
 */
export function taskRows(task: Task, question: TaskQuestion): SQL {
  return ROWS[task](question)
}

/** A place of somebody else is known by its code alone. */
const AREA_NAME = sql`iif(area.organisation_id = s.organisation_id, area.name,
  coalesce((SELECT k.code FROM code k WHERE k.site_id = area.id AND k.withdrawn_at IS NULL LIMIT 1), '…'))`

const dayOf = (instant: SQL) => sql`date(${instant} / 1000, ${DAYS_OF_MS})`

/** Sorts after every day. */
const NO_DAY = '9999'

const ROWS: Record<Task, (question: TaskQuestion) => SQL> = {
  visits_overdue: ({ scope, today }) => sql`${visitRow(sql`v.due_on`)} FROM ${visitsIn(scope)}
    AND v.state = 'planned' AND v.due_on < ${today}`,
  visits_due: ({ scope, today }) => sql`${visitRow(sql`v.due_on`)} FROM ${visitsIn(scope)}
    AND v.state = 'planned' AND v.due_on BETWEEN ${today} AND ${daysOn(today, SOON_DAYS)}`,
  visits_mine: ({ userId, today }) => sql`${visitRow(sql`v.planned_on`)}
    FROM inspection_visit v JOIN site s ON s.id = v.site_id
    WHERE v.inspector_id = ${userId} AND v.state = 'planned'
      AND v.planned_on <= ${daysOn(today, AHEAD_DAYS)}`,
  minutes_drafts: ({ userId }) => sql`SELECT printf('%015d', d.saved_at) AS sort, d.id,
      ${shown<'minutes_drafts'>({
        draftId: sql`d.id`,
        siteName: sql`s.name`,
        communeName: sql`s.commune_name`,
        day: dayOf(sql`d.saved_at`),
      })}
    FROM minutes_draft d JOIN site s ON s.id = d.site_id WHERE d.account = ${`user:${userId}`}`,
  cases_mine: ({ userId }) => sql`${CASE_ROW}
    WHERE s.assigned_to = ${userId} AND s.state <> 'closed'`,
  cases_new: ({ scope }) => sql`${CASE_ROW}
    WHERE ${withinPlace(scope)} AND s.state <> 'closed' AND s.assigned_to IS NULL`,
  findings_due: ({ scope, today }) => sql`${FINDING_ROW}
    WHERE ${withinPlace(scope)} AND s.state <> 'closed' AND s.due_on < ${today}
      AND s.state <> 'answered'`,
  findings_answered: ({ scope }) => sql`${FINDING_ROW}
    WHERE ${withinPlace(scope)} AND s.state <> 'closed' AND s.state = 'answered'`,
  findings_told: ({ organisationId }) => sql`${FINDING_ROW}
    WHERE s.organisation_id = ${organisationId} AND s.told_at IS NOT NULL AND s.state = 'told'`,
  notices_told: ({ organisationId }) => sql`SELECT n.holder_due_on AS sort, n.id,
      ${shown<'notices_told'>({
        noticeId: sql`n.id`,
        number: sql`n.number`,
        subject: sql`n.subject`,
        market: sql`n.market`,
        day: sql`n.holder_due_on`,
      })}
    FROM foreign_notice n WHERE n.id IN (SELECT i.notice_id FROM foreign_notice_item i
      WHERE i.organisation_id = ${organisationId} AND i.told_at IS NOT NULL
        AND i.state IN ('assigned', 'cause_found'))`,
  own_samples_due: ({ organisationId, today }) =>
    ownSamplesDue(organisationId, {
      from: daysOn(today, -LATELY_DAYS),
      to: daysOn(today, AHEAD_DAYS),
    }),
  // Of several steps back the last one says what is missing.
  applications_returned: ({ organisationId }) => sql`SELECT printf('%015d', p.at) AS sort, s.id,
      ${shown<'applications_returned'>({
        applicationId: sql`s.id`,
        number: sql`'HS-' || ${NUMBER}`,
        kind: sql`s.kind`,
        siteName: sql`(SELECT name FROM site WHERE site.id = s.site_id)`,
        reason: sql`p.reason`,
        day: dayOf(sql`p.at`),
      })}
    FROM application s JOIN application_step p ON p.rowid = (
      SELECT l.rowid FROM application_step l WHERE l.application_id = s.id
      ORDER BY l.at DESC, l.rowid DESC LIMIT 1)
    WHERE s.organisation_id = ${organisationId} AND s.state = 'supplement_requested'`,
  purchases_due: purchasesDue,
  proposals: ({ scope }) => sql`SELECT printf('%015d', s.proposed_at) AS sort, s.id,
      ${shown<'proposals'>({
        proposalId: sql`s.id`,
        code: sql`c.code`,
        siteName: sql`p.name`,
        communeName: sql`p.commune_name`,
        market: sql`s.market`,
        day: dayOf(sql`s.proposed_at`),
      })}
    FROM suspension_proposal s JOIN code c ON c.id = s.code_id JOIN site p ON p.id = c.site_id
    WHERE ${withinPlace(scope)} AND s.state = 'open'`,
  code_uses: ({ scope }) => sql`SELECT printf('%015d', w.asked_at) AS sort,
      b.id || '/' || c.id AS id, ${shown<'code_uses'>({
        ref: sql`b.ref`,
        lot: sql`b.lot`,
        code: sql`c.code`,
        organisationName: sql`o.name`,
        day: dayOf(sql`w.asked_at`),
      })}
    FROM ${askedFor} JOIN organisation o ON o.id = b.organisation_id
    WHERE ${withinPlace(scope)}`,
  patterns: ({ scope }) => sql`SELECT printf('%015d', s.changed_at) AS sort, s.id,
      ${shown<'patterns'>({
        patternId: sql`s.id`,
        kind: sql`s.kind`,
        shown: sql`s.shown`,
        day: dayOf(sql`s.changed_at`),
      })}
    FROM pattern_finding s WHERE ${withinPlace(scope)} AND s.state = 'open'`,
  awaiting_approval: () => sql`${codeRow(sql`since`)} WHERE status = 'pending_foreign_approval'`,
  expiring: ({ soonOn }) =>
    sql`${codeRow(sql`validTo`)} WHERE status = 'active' AND validTo <= ${soonOn}`,
  suspended_long: ({ longSinceOn }) =>
    sql`${codeRow(sql`since`)} WHERE status = 'suspended' AND since <= ${longSinceOn}`,
  inactive_codes: () => sql`SELECT p.code AS sort, p.id, ${shown<'inactive_codes'>({
    code: sql`p.code`,
    siteName: sql`p.name`,
    communeName: sql`p.commune_name`,
  })}
    FROM placed p LEFT JOIN standing t ON t.id = p.id AND t.status = 'active'
    WHERE t.id IS NULL`,
  no_boundary: ({ scope }) => sql`${SITE_ROW}
    WHERE ${withinBounds(scope, 's')} AND s.withdrawn_at IS NULL
    AND s.kind IN (SELECT k.id FROM site_kind k WHERE k.label_slot = 'growing_area')
    AND NOT EXISTS (SELECT 1 FROM site_boundary b WHERE b.site_id = s.id)`,
  no_households: ({ scope }) => sql`${SITE_ROW} JOIN organisation o ON o.id = s.organisation_id
    WHERE ${withinBounds(scope, 's')} AND s.withdrawn_at IS NULL AND s.kind = 'growing_area'
      AND o.kind IN ('cooperative', 'group')
      AND NOT EXISTS (SELECT 1 FROM site_household h WHERE h.site_id = s.id)`,
  contract_ended: ({ scope, today }) => sql`SELECT l.to_on AS sort, l.id, ${shown<'contract_ended'>(
    {
      houseId: sql`s.id`,
      houseName: sql`s.name`,
      areaName: AREA_NAME,
      day: sql`l.to_on`,
    },
  )}
    FROM site s JOIN site_link l ON l.packing_house_id = s.id
    JOIN site area ON area.id = l.growing_area_id
    WHERE ${withinBounds(scope, 's')} AND s.withdrawn_at IS NULL AND l.ended_at IS NULL
      AND l.to_on < ${today}`,
  open_batches: ({ organisationId }) => sql`SELECT b.lot AS sort, b.id, ${shown<'open_batches'>({
    lot: sql`b.lot`,
    productName: sql`g.name`,
    day: sql`b.packed_on`,
    ref: sql`b.ref`,
  })}
    FROM batch b JOIN product g ON g.id = b.product_id
    WHERE b.organisation_id = ${organisationId} AND b.sealed_at IS NULL
      AND b.annulled_at IS NULL`,
  certifications_declared: ({ scope }) => sql`SELECT printf('%015d', n.declared_at) AS sort, n.id,
      ${shown<'certifications_declared'>(certificationParts(sql`n.declared_at`))}
    FROM organisation o JOIN certification n ON n.organisation_id = o.id AND n.state = 'declared'
    WHERE ${withinBounds(scope, 'o')}`,
  certifications_refused: ({ organisationId }) => sql`SELECT printf('%015d', n.decided_at) AS sort,
      n.id, ${shown<'certifications_refused'>({
        ...certificationParts(sql`n.decided_at`),
        reason: sql`n.reason`,
      })}
    FROM organisation o JOIN certification n ON n.organisation_id = o.id
    WHERE o.id = ${organisationId} AND n.state = 'refused'`,
  imports: importRows,
  invitations: () => sql`SELECT i.email AS sort, i.id, ${shown<'invitations'>({
    email: sql`i.email`,
    organisationId: sql`i.organization_id`,
    organisationName: sql`o.name`,
    day: dayOf(sql`i.expires_at`),
  })}
    FROM (SELECT * FROM invitation ORDER BY rowid DESC LIMIT ${MAX_EXAMINED_FOR_HOME}) i
    JOIN organisation o ON o.id = i.organization_id WHERE i.status = 'pending'`,
  letters: () => sql`SELECT printf('%015d', due_at) AS sort, id, ${shown<'letters'>({
    email: sql`to_address`,
    subject: sql`subject`,
    day: dayOf(sql`created_at`),
    attempts: sql`attempts`,
  })}
    FROM mail_outbox WHERE sent_at IS NULL AND attempts > 0`,
  keys: ({ keysBefore }) => sql`SELECT kid AS sort, kid AS id, ${shown<'keys'>({
    kid: sql`kid`,
    authority: sql`authority`,
    day: dayOf(sql`created_at`),
  })}
    FROM signing_key WHERE status = 'active' AND created_at <= ${keysBefore}`,
}

export const CODE_TASKS: ReadonlySet<Task> = new Set([
  'awaiting_approval',
  'expiring',
  'suspended_long',
  'inactive_codes',
])

/** Cases and applications are numbered alike. */
const NUMBER = sql`printf('%s-%d-%04d', s.number_space, s.year, s.sequence)`

const CASE_ROW = sql`SELECT coalesce(s.due_on, ${NO_DAY}) AS sort, s.id, ${shown<'cases_mine'>({
  caseId: sql`s.id`,
  number: NUMBER,
  title: sql`s.title`,
  kind: sql`s.kind`,
  state: sql`s.state`,
  day: sql`s.due_on`,
})} FROM case_file s`

const FINDING_ROW = sql`SELECT coalesce(s.due_on, ${NO_DAY}) AS sort, s.id, ${shown<'findings_due'>(
  {
    findingId: sql`s.id`,
    shown: sql`s.shown`,
    text: sql`substr(s.text, 1, 200)`,
    day: sql`s.due_on`,
  },
)} FROM finding s`

const daysOn = (today: string, days: number) =>
  sql`date(${today}, ${`${days < 0 ? '' : '+'}${days} days`})`

function visitRow(day: SQL): SQL {
  return sql`SELECT ${day} AS sort, v.id, ${shown<'visits_due'>({
    visitId: sql`v.id`,
    siteName: sql`s.name`,
    communeName: sql`s.commune_name`,
    inspectorName: sql`(SELECT u.name FROM user u WHERE u.id = v.inspector_id)`,
    day,
  })}`
}

/** What an authority keeps is of a place alone: an organisation has none of it. */
export function withinPlace(scope: Bounds): SQL {
  return scope?.kind === 'organisation' ? sql`false` : withinBounds(scope, 's')
}

function certificationParts(at: SQL) {
  return {
    certificationId: sql`n.id`,
    kind: sql`n.kind`,
    number: sql`n.number`,
    organisationName: sql`o.name`,
    day: dayOf(at),
  }
}

function codeRow(day: SQL): SQL {
  const parts = {
    code: sql`code`,
    siteName: sql`name`,
    communeName: sql`commune_name`,
    market: sql`market`,
    day,
  }
  return sql`SELECT ${day} AS sort, code || '/' || market AS id, ${shown<'expiring'>(parts)}
    FROM standing`
}

const SITE_ROW = sql`SELECT s.name_folded AS sort, s.id, ${shown<'no_boundary'>({
  siteName: sql`s.name`,
  communeName: sql`s.commune_name`,
  siteId: sql`s.id`,
})} FROM site s`

/** Lists read in by members of the organisation that still run, were given up or had rows refused. */
function importRows({ scope, organisationId, importsSince }: TaskQuestion): SQL {
  const actors =
    scope === null
      ? sql`true`
      : sql`r.actor IN (SELECT 'user:' || m.user_id FROM member m
          WHERE m.organization_id = ${organisationId})`
  const refused = sql`json_extract(r.counts, '$.refused')`
  return sql`SELECT printf('%015d', r.created_at) AS sort, r.id, ${shown<'imports'>({
    importId: sql`r.id`,
    fileName: sql`r.file_name`,
    day: sql`r.imported_on`,
    state: sql`r.state`,
    refused,
  })}
    FROM import_run r WHERE r.created_at >= ${importsSince} AND ${actors}
      AND r.undone_at IS NULL AND (r.state IN ('running', 'failed') OR ${refused} > 0)`
}
