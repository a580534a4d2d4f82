import { type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { CodeStatus, UseObjection } from '../../worker/domain/standing/types.ts'
import type { Database } from '../client.ts'
import {
  batch,
  certification,
  code,
  inspectionVisit,
  organisation,
  site,
  siteLink,
} from '../schema/index.ts'
import { sitesOfHolder } from './code-quota.ts'
import { usedKgOf } from './code-use.ts'
import { decidingOn } from './deciding-decision.ts'
import { flag, json, maybe, number, type RowOf, text } from './fields.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'

const MOST_CODES = 200
const MOST_OF_EACH = 50

/** What of a code's markets: the status of a day, and the last day of its term. */
export type OwnMarket = {
  readonly market: string
  /** Null before the first decision. */
  readonly status: CodeStatus | null
  readonly validTo: string | null
}

function codeFields(today: string) {
  return {
    ...pick(code, 'id', 'code', 'siteId'),
    siteName: site.name,
    slot: text(sql`(SELECT label_slot FROM site_kind WHERE id = ${site.kind})`),
    markets: json<readonly OwnMarket[]>(sql`(SELECT json_group_array(json_object(
        'market', m.market, 'validTo', m.valid_to,
        'status', (SELECT e.status FROM code_status_event e WHERE e.id = ${decidingOn({
          ...{ codeId: sql`m.code_id`, market: sql`m.market`, day: sql`${today}` },
        })})))
      FROM (SELECT * FROM code_market WHERE code_id = ${code.id} ORDER BY market) m)`),
  }
}

const a = alias(site, 'a')

const GRANTED = {
  ...pick(siteLink, 'id', 'contractNo', 'fromOn', 'toOn', 'quantityKg', 'markets', 'endedAt'),
  usedKg: number(usedKgOf(sql`site_link.id`, sql`site_link.growing_area_id`)),
  areaId: a.id,
  areaName: a.name,
  areaCode: maybe(
    text(
      sql`(SELECT k.code FROM code k WHERE k.site_id = a.id AND k.withdrawn_at IS NULL LIMIT 1)`,
    ),
  ),
  holderName: text(sql`(SELECT o.name FROM organisation o WHERE o.id = a.organisation_id)`),
  packerName: text(sql`(SELECT o.name FROM organisation o WHERE o.id = h.organisation_id)`),
  isConfirmed: flag(sql`${siteLink.areaConfirmedAt} IS NOT NULL`),
}

/** An authorisation from either side, with what was packed under it. */
export type GrantedItem = RowOf<typeof GRANTED>

const PAPER = pick(certification, 'id', 'kind', 'number', 'standard', 'expiresOn')

const ASKED = {
  ref: batch.ref,
  lot: batch.lot,
  packerName: organisation.name,
  code: code.code,
  objections: json<readonly UseObjection[]>(sql`code_use_wait.objections`),
}

/** When a site is to be checked for next, by its last day; whoever comes is nobody's business before. */
const CHECK = { siteId: inspectionVisit.siteId, dueOn: text(sql`min(due_on)`) }

/** All that keeps an organisation's codes alive, in one round trip. */
export async function readOwnCodes(
  db: Database,
  asked: { readonly organisationId: string; readonly today: string; readonly soonOn: string },
) {
  const { organisationId, today, soonOn } = asked
  const own = sitesOfHolder(organisationId)
  const [codes, granted, received, papers, waiting, checks] = await db.batch([
    rowsOf(
      db,
      codeFields(today),
      sql`site JOIN code ON code.site_id = site.id WHERE site.id IN (${own})
        AND code.withdrawn_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM code n WHERE n.supersedes_id = code.id)
        ORDER BY code.code LIMIT ${MOST_CODES}`,
    ),
    grantedOf(
      db,
      sql`site_link.growing_area_id IN (${own}) AND h.organisation_id <> ${organisationId}`,
    ),
    grantedOf(
      db,
      sql`site_link.packing_house_id IN (${own}) AND a.organisation_id <> ${organisationId}`,
    ),
    rowsOf(
      db,
      PAPER,
      sql`certification WHERE organisation_id = ${organisationId} AND batch_id IS NULL
        AND revoked_on IS NULL AND state <> 'refused' AND expires_on <= ${soonOn}
        ORDER BY expires_on DESC LIMIT ${MOST_OF_EACH}`,
    ),
    rowsOf(
      db,
      ASKED,
      sql`code JOIN code_use_wait ON code_use_wait.code_id = code.id
        JOIN batch ON batch.id = code_use_wait.batch_id
        JOIN organisation ON organisation.id = batch.organisation_id
        WHERE code.site_id IN (${own}) AND batch.sealed_at IS NULL AND batch.annulled_at IS NULL
        ORDER BY code_use_wait.asked_at DESC LIMIT ${MOST_OF_EACH}`,
    ),
    rowsOf(
      db,
      CHECK,
      sql`inspection_visit WHERE site_id IN (${own}) AND state = 'planned'
        AND due_on >= ${today} GROUP BY site_id LIMIT ${MOST_CODES}`,
    ),
  ])
  return { codes, granted, received, papers, waiting, checks }
}

const CODE_OF_SITE = { ...pick(code, 'id', 'code', 'siteId'), siteName: site.name }

/** The codes that an organisation holds, each with its place. */
export function readOwnCodeSites(db: Database, organisationId: string) {
  return rowsOf(
    db,
    CODE_OF_SITE,
    sql`site JOIN code ON code.site_id = site.id WHERE site.id IN (${sitesOfHolder(organisationId)})
      AND code.withdrawn_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM code n WHERE n.supersedes_id = code.id)
      ORDER BY code.code LIMIT ${MOST_CODES}`,
  )
}

/** Authorisations, those that run first. */
function grantedOf(db: Database, which: SQL) {
  return rowsOf(
    db,
    GRANTED,
    sql`site_link JOIN site a ON a.id = site_link.growing_area_id
      JOIN site h ON h.id = site_link.packing_house_id WHERE ${which}
      ORDER BY site_link.ended_at IS NOT NULL, site_link.from_on DESC LIMIT ${MOST_OF_EACH}`,
  )
}
