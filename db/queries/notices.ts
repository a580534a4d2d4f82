import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { text } from './fields.ts'
import { rowOf } from './rows-of.ts'

/** Where a list newest first goes on: strictly older than this row. */
export type NoticePosition = { readonly recordedAt: number; readonly id: string }

type Common = {
  readonly id: string
  readonly recordedAt: number
  readonly effectiveOn: string
  readonly documentNo: string | null
  /** {vi,en,zh} as JSON. */
  readonly wording: string | null
  /** The decision or recall that it corrects. */
  readonly amendsId: string | null
  /** When it was taken back, epoch milliseconds. */
  readonly withdrawnAt: number | null
}

/** A decision on a code. `status` is `active` for one that came back after a suspension or worse. */
export type CodeNoticeRow = Common & {
  readonly status: string
  readonly market: string
  readonly code: string
  readonly labelSlot: string
  readonly kindName: string
  readonly siteName: string
  readonly orgName: string
  readonly orgKind: string
  readonly nameConsentOn: string | null
}

/** A recall of a batch, or of a range of its labels. */
export type RecallNoticeRow = Common & {
  readonly ref: string
  readonly productName: string
  readonly runId: string | null
  readonly fromSerial: number | null
  readonly toSerial: number | null
}

export type NoticesAsked = {
  readonly before: NoticePosition | null
  readonly limit: number
  /** Only what was recorded or taken back from then on, epoch milliseconds. */
  readonly since?: number | null
}

/** Rows of one source; `stoppedAt` is the last row looked at when looking stopped early. */
export type NoticeRows<T> = {
  readonly rows: readonly T[]
  readonly stoppedAt: NoticePosition | null
}

/** Rows one page looks at in each source: most decisions are grants, which are no notices. */
export const MAX_EXAMINED_NOTICES = 5_000

/**
 * A text that differs whenever a decision or an exception was recorded: both tables only grow, so
 * their last rows tell, two look-ups.
 */
export async function readNoticesVersion(db: Database): Promise<string> {
  const version = text(sql`(SELECT coalesce(max(rowid), 0) FROM code_status_event) || '.' ||
    (SELECT coalesce(max(rowid), 0) FROM label_exception)`)
  return (await rowOf(db, { version })).version
}

const BAD = sql`('suspended', 'revoked', 'cancelled')`

/** Public decisions on codes and recalls older than `before`, newest first, in one round trip. */
export async function readNotices(
  db: Database,
  input: NoticesAsked,
): Promise<{ codes: NoticeRows<CodeNoticeRow>; recalls: NoticeRows<RecallNoticeRow> }> {
  const [codes, recalls] = await db.batch([
    // Claimed: what was looked at stands beside the rows, from a WITH that must come first.
    db.all<Examined<CodeNoticeRow>>(codeNoticesQuery(input)),
    db.all<Examined<RecallNoticeRow>>(recallNoticesQuery(input)),
  ])
  return { codes: noticeRows(codes), recalls: noticeRows(recalls) }
}

/**
 * A decision that was corrected gives way to its correction where that is a notice itself, and is
 * shown as taken back where it is not, or where the code itself was. A grant is a notice when what it
 * ended was one, also where it corrects another grant.
 */
export function codeNoticesQuery(input: NoticesAsked): SQL {
  const { since = null } = input
  return sql`WITH examined AS MATERIALIZED (${
    since === null ? latest('code_status_event', input) : codesChanged(input, since)
  }),
    picked AS MATERIALIZED (
      SELECT * FROM examined w WHERE
        ${isNotice(sql`w`)} AND NOT EXISTS (SELECT 1 FROM code_status_event a
          WHERE a.code_id = w.code_id AND a.amends_id = w.id AND ${isNotice(sql`a`)})
      ORDER BY w.recorded_at DESC, w.id DESC LIMIT ${input.limit})
    SELECT ${COMMON}, picked.status, picked.market, c.code, k.label_slot AS labelSlot, k.name_vi AS kindName,
      s.name AS siteName, o.name AS orgName, o.kind AS orgKind, o.name_consent_on AS nameConsentOn,
      coalesce((SELECT min(a.recorded_at) FROM code_status_event a
        WHERE a.code_id = picked.code_id AND a.amends_id = picked.id), c.withdrawn_at) AS withdrawnAt
    FROM ${TALLY} t LEFT JOIN picked ON true
    LEFT JOIN code c ON c.id = picked.code_id
    LEFT JOIN site s ON s.id = c.site_id
    LEFT JOIN organisation o ON o.id = s.organisation_id
    LEFT JOIN site_kind k ON k.id = s.kind
    ORDER BY picked.recorded_at DESC, picked.id DESC`
}

function isNotice(decision: SQL): SQL {
  return sql`(${decision}.status IN ${BAD}
    OR (${decision}.status = 'active' AND ${endedBefore(decision)} IN ${BAD}))`
}

/** The status that a decision put an end to: of those that count, the last before it in its market. */
function endedBefore(decision: SQL): SQL {
  return sql`(SELECT prior.status FROM counted_decision prior
    WHERE prior.code_id = ${decision}.code_id AND prior.market = ${decision}.market
      AND (prior.effective_on, prior.recorded_at, prior.id)
        < (${decision}.effective_on, ${decision}.recorded_at, ${decision}.id)
    ORDER BY prior.effective_on DESC, prior.recorded_at DESC, prior.id DESC LIMIT 1)`
}

/** Recalls of goods on the market: only a sealed batch has a document, and only it can have labels. */
export function recallNoticesQuery(input: NoticesAsked): SQL {
  const { since = null } = input
  return sql`WITH examined AS MATERIALIZED (${
    since === null ? latest('label_exception', input) : recallsChanged(input, since)
  }),
    picked AS MATERIALIZED (
      SELECT * FROM examined w WHERE w.kind = 'recalled' AND w.withdrawn = 0
        AND EXISTS (SELECT 1 FROM batch_document d WHERE d.batch_id = w.batch_id)
        AND NOT EXISTS (SELECT 1 FROM label_exception a
          WHERE a.batch_id = w.batch_id AND a.amends_id = w.id AND a.withdrawn = 0)
      ORDER BY w.recorded_at DESC, w.id DESC LIMIT ${input.limit})
    SELECT ${COMMON}, b.ref, g.name AS productName, picked.run_id AS runId,
      picked.from_serial AS fromSerial, picked.to_serial AS toSerial,
      (SELECT min(a.recorded_at) FROM label_exception a
        WHERE a.batch_id = picked.batch_id AND a.amends_id = picked.id AND a.withdrawn = 1) AS withdrawnAt
    FROM ${TALLY} t LEFT JOIN picked ON true
    LEFT JOIN batch b ON b.id = picked.batch_id
    LEFT JOIN product g ON g.id = b.product_id
    ORDER BY picked.recorded_at DESC, picked.id DESC`
}

type Source = 'code_status_event' | 'label_exception'

/** The newest rows of a source, of those from an instant on where one is given. */
function latest(source: Source, { before }: NoticesAsked, since?: number): SQL {
  const from = since === undefined ? sql`` : sql` AND recorded_at >= ${since}`
  return sql`SELECT * FROM ${sql.identifier(source)} WHERE ${olderThan(before)}${from}
    ORDER BY recorded_at DESC, id DESC LIMIT ${MAX_EXAMINED_NOTICES}`
}

/** Older rows that one of these amends: what they said was taken back. */
function amendedBy(source: Source, since: number): SQL {
  const table = sql.identifier(source)
  return sql`SELECT w.* FROM (SELECT amends_id FROM ${table} WHERE recorded_at >= ${since}
      AND amends_id IS NOT NULL LIMIT ${MAX_EXAMINED_NOTICES}) a
    CROSS JOIN ${table} w ON w.id = a.amends_id`
}

function codesChanged(input: NoticesAsked, since: number): SQL {
  return newest(input, [
    latest('code_status_event', input, since),
    amendedBy('code_status_event', since),
    // A code that was taken out takes what was said of it along.
    sql`SELECT w.* FROM (SELECT code_id FROM register_change WHERE changed_at >= ${since}
        AND is_gone = 1 LIMIT ${MAX_EXAMINED_NOTICES}) g
      CROSS JOIN code_status_event w ON w.code_id = g.code_id`,
  ])
}

function recallsChanged(input: NoticesAsked, since: number): SQL {
  return newest(input, [
    latest('label_exception', input, since),
    amendedBy('label_exception', since),
  ])
}

function newest({ before }: NoticesAsked, parts: readonly SQL[]): SQL {
  const all = parts.map((part) => sql`SELECT * FROM (${part})`)
  return sql`SELECT * FROM (${sql.join(all, sql` UNION `)}) WHERE ${olderThan(before)}
    ORDER BY recorded_at DESC, id DESC LIMIT ${MAX_EXAMINED_NOTICES}`
}

const COMMON = sql`picked.amends_id AS amendsId, picked.id, picked.recorded_at AS recordedAt, picked.effective_on AS effectiveOn,
  picked.document_no AS documentNo, picked.wording, t.examined, t.lastAt, t.lastId`

const TALLY = sql`(SELECT count(*) AS examined,
    (SELECT recorded_at FROM examined ORDER BY recorded_at, id LIMIT 1) AS lastAt,
    (SELECT id FROM examined ORDER BY recorded_at, id LIMIT 1) AS lastId
  FROM examined)`

function olderThan(before: NoticePosition | null): SQL {
  const { recordedAt, id } = before ?? { recordedAt: Number.MAX_SAFE_INTEGER, id: '' }
  return sql`(recorded_at, id) < (${recordedAt}, ${id})`
}

/** A row of the page, or the one row without an id that an empty page comes with. */
type Examined<T> = T & { examined: number; lastAt: number | null; lastId: string | null }

function noticeRows<T extends Common>(rows: readonly Examined<T>[]): NoticeRows<T> {
  const first = rows[0]
  const stopped = first !== undefined && first.examined >= MAX_EXAMINED_NOTICES
  return {
    rows: rows.filter((row) => row.id !== null),
    stoppedAt:
      stopped && first.lastAt !== null && first.lastId !== null
        ? { recordedAt: first.lastAt, id: first.lastId }
        : null,
  }
}
