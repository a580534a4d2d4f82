import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { LocalText } from '../../worker/lib/text/local-text.ts'
import type { Database } from '../client.ts'
import {
  attachment,
  code,
  codeStatusEvent,
  importRun,
  organisation,
  site,
  siteKind,
} from '../schema/index.ts'
import { type MarketTerm, marketTermsOf } from './code-grants.ts'
import { json, maybe, number, type RowOf, text } from './fields.ts'
import { personName } from './person-name.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'

const MOST_EVENTS = 1_000
const MOST_COUNTED = 1_000

/** A code with what stands around it. */
const CODE = {
  ...pick(code, 'id', 'code'),
  schemeName: maybe(json<LocalText>(sql`(SELECT name FROM code_scheme WHERE id = ${code.scheme})`)),
  ...pick(code, 'legacyCode', 'issuedOn', 'documentNo', 'externalId', 'withdrawnAt'),
  siteId: site.id,
  siteName: site.name,
  kind: site.kind,
  labelSlot: siteKind.labelSlot,
  ...pick(site, 'communeName', 'provinceName', 'communeCode', 'provinceCode'),
  organisationId: organisation.id,
  organisationName: organisation.name,
  supersedes: maybe(
    text(sql`(SELECT older.code FROM code older WHERE older.id = ${code.supersedesId})`),
  ),
  supersededBy: json<readonly string[]>(
    sql`(SELECT json_group_array(n.code) FROM code n WHERE n.supersedes_id = ${code.id})`,
  ),
  batches: number(sql`(SELECT count(*) FROM (
    SELECT 1 FROM batch_code WHERE code_id = ${code.id} LIMIT ${MOST_COUNTED}))`),
  runs: number(sql`(SELECT count(*) FROM (
    SELECT 1 FROM batch_code b JOIN label_run r ON r.batch_id = b.batch_id
    WHERE b.code_id = ${code.id} LIMIT ${MOST_COUNTED}))`),
  certificates: number(sql`(SELECT count(*) FROM code_certificate WHERE code_id = ${code.id})`),
}

const EVENT = {
  ...pick(codeStatusEvent, 'id', 'market', 'status', 'effectiveOn', 'recordedAt', 'reason'),
  ...pick(codeStatusEvent, 'reasonCode', 'documentNo', 'wording', 'amendsId', 'actor'),
  actorName: personName(codeStatusEvent.actor),
  importName: maybe(importRun.fileName),
}

/** The view of decisions that count: none that was corrected. */
const counted = alias(codeStatusEvent, 'counted_decision')

const COUNTED = {
  ...pick(counted, 'id', 'market', 'status', 'effectiveOn', 'recordedAt'),
  amends: counted.amendsId,
}

export type CodeEvent = RowOf<typeof EVENT>

export type CodeDetail = {
  readonly code: RowOf<typeof CODE>
  readonly markets: readonly MarketTerm[]
  /** The latest, in the order recorded. */
  readonly events: readonly CodeEvent[]
  /** Those of all decisions that count, however many there are. */
  readonly counted: readonly RowOf<typeof COUNTED>[]
  readonly papers: readonly (typeof attachment.$inferSelect)[]
}

/** Everything the portal shows of a code, in one round trip; null where there is no such code. */
export async function readCodeDetail(db: Database, codeId: string): Promise<CodeDetail | null> {
  const isOfDecision = sql`${attachment.entityId} IN (
    SELECT id FROM code_status_event WHERE code_id = ${codeId})`
  const [[row], markets, latest, counting, papers] = await db.batch([
    db
      .select(CODE)
      .from(code)
      .innerJoin(site, eq(site.id, code.siteId))
      .innerJoin(organisation, eq(organisation.id, site.organisationId))
      .innerJoin(siteKind, eq(siteKind.id, site.kind))
      .where(eq(code.id, codeId)),
    marketTermsOf(db, codeId),
    db
      .select(EVENT)
      .from(codeStatusEvent)
      .leftJoin(importRun, eq(importRun.id, codeStatusEvent.importId))
      .where(eq(codeStatusEvent.codeId, codeId))
      .orderBy(sql`${codeStatusEvent}.rowid DESC`)
      .limit(MOST_EVENTS),
    rowsOf(db, COUNTED, sql`counted_decision WHERE code_id = ${codeId}`),
    db
      .select()
      .from(attachment)
      .where(
        and(
          isNull(attachment.withdrawnAt),
          or(
            and(eq(attachment.entity, 'code'), eq(attachment.entityId, codeId)),
            and(eq(attachment.entity, 'code_status_event'), isOfDecision),
          ),
        ),
      )
      .orderBy(desc(attachment.createdAt), attachment.id)
      .limit(200),
  ])
  if (row === undefined) return null
  return { code: row, markets, events: latest.toReversed(), counted: counting, papers }
}
