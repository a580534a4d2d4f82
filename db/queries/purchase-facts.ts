import { type SQL, sql } from 'drizzle-orm'
import type { Days, ReportPeriod } from '../../worker/domain/purchases/periods.ts'
import type { KgOfCrop } from '../../worker/domain/quota/quota-of-site.ts'
import type { StatusEvent } from '../../worker/domain/standing/types.ts'
import type { Database } from '../client.ts'
import { code, codeUse, purchasePeriod, site } from '../schema/index.ts'
import { among } from './among.ts'
import { type QuotaRow, quotaReads, quotaRows } from './code-quota.ts'
import { flag, json, number, type RowOf, text } from './fields.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'
import { statusEventJson } from './status-event-json.ts'

/** Codes that one report or list names, at most. */
const MOST_CODES = 500
const MOST_PERIODS = 60
const MOST_KNOWN = 60

export type TradedAsked = {
  readonly codeIds: readonly string[]
  /** Who reports. */
  readonly organisationId: string
  readonly days: Days
  /** The version that is corrected: what it says is not counted beside the new one. */
  readonly replacing: string | null
}

/** The lines that count: of versions that stand. */
export const STANDING = sql`r.replaced_by IS NULL AND r.is_withdrawn = 0`

function tradedFields({ organisationId, days, replacing }: TradedAsked) {
  const [from, to] = [sql`${days.fromOn}`, sql`${days.toOn}`]
  const year = days.toOn.slice(0, 4)
  return {
    codeId: code.id,
    ...pick(code, 'code', 'siteId'),
    holderId: site.organisationId,
    isGrowingArea: flag(
      sql`${site.kind} IN (SELECT id FROM site_kind WHERE label_slot = 'growing_area')`,
    ),
    isHeld: flag(sql`${site.organisationId} = ${organisationId}`),
    crops: json<readonly { readonly name: string; readonly folded: string }[]>(sql`(
      SELECT json_group_array(json_object('name', crop, 'folded', crop_folded))
      FROM (SELECT * FROM site_crop WHERE site_id = ${site.id} ORDER BY crop_folded))`),
    events: json<readonly StatusEvent[]>(sql`(SELECT json_group_array(${statusEventJson('e')})
      FROM code_status_event e WHERE e.code_id = ${code.id})`),
    isEntitled: flag(sql`(${site.organisationId} = ${organisationId}
      OR EXISTS (SELECT 1 FROM organisation_membership m WHERE m.organisation_id = ${organisationId}
        AND m.member_id = ${site.organisationId} AND m.confirmed_at IS NOT NULL
        AND m.from_on <= ${to} AND (m.to_on IS NULL OR m.to_on >= ${from}))
      OR EXISTS (SELECT 1 FROM site_link l JOIN site h ON h.id = l.packing_house_id
        WHERE l.growing_area_id = ${site.id} AND h.organisation_id = ${organisationId}
          AND l.area_confirmed_at IS NOT NULL
          AND l.from_on <= ${to} AND (l.to_on IS NULL OR l.to_on >= ${from}))
      OR EXISTS (SELECT 1 FROM code_use u WHERE u.packer_id = ${organisationId}
        AND u.packed_on BETWEEN ${from} AND ${to} AND u.annulled_at IS NULL
        AND u.code_id = ${code.id} AND u.entitlement IS NOT NULL))`),
    bought: json<readonly KgOfCrop[]>(sql`(SELECT json_group_array(
        json_object('crop', crop_folded, 'kg', kg)) FROM (
      SELECT n.crop_folded, sum(n.bought_kg) AS kg
      FROM purchase_line n JOIN purchase_report r ON r.id = n.report_id
      WHERE n.site_id = ${site.id} AND n.to_on BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}
        AND n.bought_kg IS NOT NULL AND ${STANDING} AND r.id IS NOT ${replacing}
      GROUP BY n.crop_folded))`),
  }
}

export type TradedRow = RowOf<ReturnType<typeof tradedFields>>

/** Codes with all that lines about them are judged by, and what their areas may give; one round trip. */
export async function readTradedCodes(
  db: Database,
  asked: TradedAsked,
): Promise<{ readonly codes: readonly TradedRow[]; readonly quotas: readonly QuotaRow[] }> {
  const which = sql`SELECT site_id FROM code WHERE id IN ${among(asked.codeIds)}`
  const [codes, ...facts] = await db.batch([
    rowsOf(
      db,
      tradedFields(asked),
      sql`code JOIN site ON site.id = code.site_id WHERE code.id IN ${among(asked.codeIds)}
        LIMIT ${MOST_CODES}`,
    ),
    ...quotaReads(db, { sites: which, year: Number(asked.days.toOn.slice(0, 4)) }),
  ])
  return { codes, quotas: quotaRows(...facts) }
}

/** Holds while no other period of the organisation's, sharing days with this one, has a line about these codes. */
export function noOtherPeriod(asked: Omit<TradedAsked, 'replacing'>): SQL {
  return sql`NOT EXISTS (${otherPeriods(asked)})`
}

const OTHER_PERIOD = {
  codeId: text(sql`other.codeId`),
  fromOn: text(sql`other.fromOn`),
  toOn: text(sql`other.toOn`),
}

/** Codes that are reported in another period sharing days, each with the period. */
export function readOtherPeriods(db: Database, asked: Omit<TradedAsked, 'replacing'>) {
  return rowsOf(db, OTHER_PERIOD, sql`(${otherPeriods(asked)}) other`)
}

function otherPeriods({ codeIds, organisationId, days }: Omit<TradedAsked, 'replacing'>): SQL {
  return sql`SELECT n.code_id AS codeId, r.from_on AS fromOn, r.to_on AS toOn
    FROM purchase_report r JOIN purchase_line n ON n.report_id = r.id
    WHERE r.organisation_id = ${organisationId} AND r.to_on >= ${days.fromOn}
      AND r.from_on <= ${days.toOn} AND ${STANDING}
      AND NOT (r.from_on = ${days.fromOn} AND r.to_on = ${days.toOn})
      AND n.code_id IN ${among(codeIds)} LIMIT ${MOST_CODES}`
}

/** The periods a province asks for, those ending last first. */
export function listPeriods(
  db: Database,
  provinceCode: string | null,
): Promise<(typeof purchasePeriod.$inferSelect)[]> {
  return db
    .select()
    .from(purchasePeriod)
    .where(sql`${purchasePeriod.provinceCode} = ${provinceCode}`)
    .orderBy(sql`to_on DESC, from_on DESC`)
    .limit(MOST_PERIODS)
}

/** Holds while no other period of the province shares days with one. */
export function periodIsFree(given: Days & { readonly id: string; readonly provinceCode: string }) {
  return sql`NOT EXISTS (SELECT 1 FROM purchase_period p WHERE p.province_code = ${given.provinceCode}
    AND p.to_on >= ${given.fromOn} AND p.from_on <= ${given.toOn} AND p.id <> ${given.id})`
}

/** What of an organisation a form of a period is filled in from. */
export async function readKnownGoods(
  db: Database,
  asked: { readonly organisationId: string; readonly days: Days },
) {
  const { organisationId, days } = asked
  const [packed, codes, periods] = await db.batch([
    // Of one code and set of markets one line: where goods went is known when there is one market.
    rowsOf(
      db,
      PACKED,
      sql`code_use JOIN batch b ON b.id = code_use.batch_id JOIN code k ON k.id = code_use.code_id
        WHERE code_use.packer_id = ${organisationId} AND code_use.slot = 'growing_area'
          AND code_use.packed_on BETWEEN ${days.fromOn} AND ${days.toOn}
          AND code_use.annulled_at IS NULL AND code_use.is_counted = 1
        GROUP BY k.code, b.markets ORDER BY k.code, b.markets LIMIT ${MOST_KNOWN}`,
    ),
    rowsOf(
      db,
      KNOWN,
      sql`(SELECT k.code AS code, 0 AS rank FROM site s JOIN code k ON k.site_id = s.id
          WHERE s.organisation_id = ${organisationId} AND s.withdrawn_at IS NULL
            AND s.kind IN (SELECT id FROM site_kind WHERE label_slot = 'growing_area')
            AND k.withdrawn_at IS NULL AND NOT EXISTS (
              SELECT 1 FROM code n WHERE n.supersedes_id = k.id)
        UNION SELECT k.code, 1 FROM site h JOIN site_link l ON l.packing_house_id = h.id
          JOIN code k ON k.site_id = l.growing_area_id
          WHERE h.organisation_id = ${organisationId} AND l.area_confirmed_at IS NOT NULL
            AND l.from_on <= ${days.toOn} AND (l.to_on IS NULL OR l.to_on >= ${days.fromOn})
            AND k.withdrawn_at IS NULL AND NOT EXISTS (
              SELECT 1 FROM code n WHERE n.supersedes_id = k.id)) known
        GROUP BY known.code ORDER BY min(known.rank), known.code LIMIT ${MOST_KNOWN}`,
    ),
    db
      .select({
        ...pick(purchasePeriod, 'fromOn', 'toOn', 'dueOn', 'name'),
      })
      .from(purchasePeriod)
      .where(
        sql`${purchasePeriod.provinceCode} = (SELECT o.province_code FROM organisation o
          WHERE o.id = ${organisationId})`,
      )
      .orderBy(sql`to_on DESC, from_on DESC`)
      .limit(MOST_PERIODS),
  ])
  const asPeriods: readonly ReportPeriod[] = periods
  return {
    ...{ packed, periods: asPeriods },
    codes: codes.map(({ code: each }) => each),
    isGrower: codes.some(({ isOwn }) => isOwn),
  }
}

const PACKED = {
  code: text(sql`k.code`),
  markets: json<readonly string[]>(sql`b.markets`),
  kg: number(sql`coalesce(sum(${codeUse.quantityKg}), 0.0)`),
}

const KNOWN = {
  code: text(sql`known.code`),
  /** True for a code of the organisation itself. */
  isOwn: flag(sql`min(known.rank) = 0`),
}
