import { type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Matter } from '../../worker/domain/access/matters.ts'
import { decidingOn } from './deciding-decision.ts'
import { withinBounds } from './within-bounds.ts'

/** What the rows are asked for with. */
export type MatterQuestion = {
  readonly scope: Bounds
  /** The organisation the person works for: whose imports these are. */
  readonly organisationId: string
  /** Asia/Ho_Chi_Minh dates: today, the last day of "soon", the day since which is "long". */
  readonly today: string
  readonly soonOn: string
  readonly longSinceOn: string
  /** Epoch milliseconds: imports since then, keys older than then. */
  readonly importsSince: number
  readonly keysBefore: number
}

/** Codes, sites or runs that one question looks at, at most: a whole country has more than a screen can help with. */
export const MAX_EXAMINED_FOR_HOME = 20_000

const DAYS_OF_MS = sql`'unixepoch', '+7 hours'`

/**
 * The CTEs that the rows of code matters stand on: the codes in question (neither withdrawn nor
 * re-issued) and, for each of their markets, the decision that counts today.
 */
export function codeMatters({ scope, today }: MatterQuestion): SQL {
  return sql`placed AS MATERIALIZED (
      SELECT c.id, c.code, s.name, s.commune_name AS place FROM site s JOIN code c ON c.site_id = s.id
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
 * The rows of a matter: `sort` and `id` order them and are unique together; the rest is what a list
 * shows, null where the matter has no such thing. Code matters need `codeMatters` before them.
 */
export function matterRows(matter: Matter, question: MatterQuestion): SQL {
  return ROWS[matter](question)
}

/** A place of somebody else is known by its code alone. */
const AREA_NAME = sql`iif(area.organisation_id = s.organisation_id, area.name,
  coalesce((SELECT k.code FROM code k WHERE k.site_id = area.id AND k.withdrawn_at IS NULL LIMIT 1), '…'))`

const ROWS: Record<Matter, (question: MatterQuestion) => SQL> = {
  awaiting_approval: () => sql`${codeRow('since')} WHERE status = 'pending_foreign_approval'`,
  expiring: ({ soonOn }) =>
    sql`${codeRow('validTo')} WHERE status = 'active' AND validTo <= ${soonOn}`,
  suspended_long: ({ longSinceOn }) =>
    sql`${codeRow('since')} WHERE status = 'suspended' AND since <= ${longSinceOn}`,
  inactive_codes: () => sql`SELECT p.code AS sort, p.id, p.name, p.code, NULL AS market,
      NULL AS day, p.place, NULL AS number
    FROM placed p LEFT JOIN standing t ON t.id = p.id AND t.status = 'active'
    WHERE t.id IS NULL`,
  no_boundary: ({
    scope,
  }) => sql`${SITE_ROW} WHERE ${withinBounds(scope, 's')} AND s.withdrawn_at IS NULL
    AND s.kind IN (SELECT k.id FROM site_kind k WHERE k.label_slot = 'growing_area')
    AND NOT EXISTS (SELECT 1 FROM site_boundary b WHERE b.site_id = s.id)`,
  no_households: ({ scope }) => sql`${SITE_ROW} JOIN organisation o ON o.id = s.organisation_id
    WHERE ${withinBounds(scope, 's')} AND s.withdrawn_at IS NULL AND s.kind = 'growing_area'
      AND o.kind IN ('cooperative', 'group')
      AND NOT EXISTS (SELECT 1 FROM site_household h WHERE h.site_id = s.id)`,
  contract_ended: ({ scope, today }) => sql`SELECT l.to_on AS sort, l.id, s.name, s.id AS code,
      NULL AS market, l.to_on AS day, ${AREA_NAME} AS place, NULL AS number
    FROM site s JOIN site_link l ON l.packing_house_id = s.id
    JOIN site area ON area.id = l.growing_area_id
    WHERE ${withinBounds(scope, 's')} AND s.withdrawn_at IS NULL AND l.ended_at IS NULL
      AND l.to_on < ${today}`,
  open_batches: ({ organisationId }) => sql`SELECT b.lot AS sort, b.id, g.name, b.lot AS code,
      NULL AS market, b.packed_on AS day, b.ref AS place, NULL AS number
    FROM batch b JOIN product g ON g.id = b.product_id
    WHERE b.organisation_id = ${organisationId} AND b.sealed_at IS NULL
      AND b.annulled_at IS NULL`,
  imports: importRows,
  invitations: () => sql`SELECT i.email AS sort, i.id, i.email AS name, i.organization_id AS code,
      NULL AS market, date(i.expires_at / 1000, ${DAYS_OF_MS}) AS day, o.name AS place,
      NULL AS number
    FROM (SELECT * FROM invitation ORDER BY rowid DESC LIMIT ${MAX_EXAMINED_FOR_HOME}) i
    JOIN organisation o ON o.id = i.organization_id WHERE i.status = 'pending'`,
  letters: () => sql`SELECT printf('%015d', due_at) AS sort, id, to_address AS name, NULL AS code,
      NULL AS market, date(created_at / 1000, ${DAYS_OF_MS}) AS day, subject AS place,
      attempts AS number
    FROM mail_outbox WHERE sent_at IS NULL AND attempts > 0`,
  keys: ({ keysBefore }) => sql`SELECT kid AS sort, kid AS id, authority AS name, kid AS code,
      NULL AS market, date(created_at / 1000, ${DAYS_OF_MS}) AS day, NULL AS place, NULL AS number
    FROM signing_key WHERE status = 'active' AND created_at <= ${keysBefore}`,
}

export const CODE_MATTERS: ReadonlySet<Matter> = new Set([
  'awaiting_approval',
  'expiring',
  'suspended_long',
  'inactive_codes',
])

function codeRow(day: 'since' | 'validTo'): SQL {
  const column = day === 'since' ? sql`since` : sql`validTo`
  return sql`SELECT ${column} AS sort, code || '/' || market AS id, name, code, market,
    ${column} AS day, place, NULL AS number FROM standing`
}

const SITE_ROW = sql`SELECT s.name_folded AS sort, s.id, s.name, s.id AS code, NULL AS market,
  NULL AS day, s.commune_name AS place, NULL AS number FROM site s`

/** Lists read in by members of the organisation that still run, were given up or had rows refused. */
function importRows({ scope, organisationId, importsSince }: MatterQuestion): SQL {
  const actors =
    scope === null
      ? sql`true`
      : sql`r.actor IN (SELECT 'user:' || m.user_id FROM member m
          WHERE m.organization_id = ${organisationId})`
  return sql`SELECT printf('%015d', r.created_at) AS sort, r.id, r.file_name AS name, r.id AS code,
      NULL AS market, r.imported_on AS day, r.state AS place,
      json_extract(r.counts, '$.refused') AS number
    FROM import_run r WHERE r.created_at >= ${importsSince} AND ${actors}
      AND r.undone_at IS NULL
      AND (r.state IN ('running', 'failed') OR json_extract(r.counts, '$.refused') > 0)`
}
