import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { StandingOfCertification } from '../../worker/domain/certifications/standing.ts'
import type { Database } from '../client.ts'
import { batch, certification, organisation, product, site } from '../schema/index.ts'
import { maybe, type RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import { isBefore } from './place-in-list.ts'
import { isStill } from './row-guards.ts'
import { changeOf } from './row-statements.ts'
import { rowsOf } from './rows-of.ts'
import { withinBounds } from './within-bounds.ts'

const COLUMNS = {
  ...getTableColumns(certification),
  organisation: organisation.name,
  product: maybe(product.name),
  site: maybe(site.name),
  ref: maybe(batch.ref),
  lot: maybe(batch.lot),
}

/** A certification with the names of what it is about. */
export type CertificationItem = RowOf<typeof COLUMNS>

const NAMED = sql`JOIN organisation ON organisation.id = certification.organisation_id
  LEFT JOIN product ON product.id = certification.product_id
  LEFT JOIN site ON site.id = certification.site_id
  LEFT JOIN batch ON batch.id = certification.batch_id`

export function readCertification(db: Database, id: string): Promise<CertificationItem | null> {
  return firstOf(
    rowsOf(db, COLUMNS, sql`certification ${NAMED} WHERE certification.id = ${id} LIMIT 1`),
  )
}

/** Rows that one page looks at, at most, where they are everybody's. */
export const MAX_CERTIFICATIONS_EXAMINED = 20_000

export type CertificationFilter = {
  /** Of this organisation, product, batch alone; null for any. */
  readonly organisationId: string | null
  readonly productId: string | null
  readonly batchId: string | null
  readonly state: StandingOfCertification | null
  /** On which the state is asked for. */
  readonly today: string
}

type Asked = CertificationFilter & {
  readonly bounds: Bounds
  readonly after: { readonly createdAt: number; readonly id: string } | null
  readonly limit: number
}

/** Certifications newest first, within bounds, after the last one of the page before. */
export function listCertifications(db: Database, asked: Asked): Promise<CertificationItem[]> {
  return rowsOf(db, COLUMNS, listCertificationsSource(asked))
}

export function listCertificationsSource(asked: Asked): SQL {
  const { bounds, organisationId, productId, batchId, limit } = asked
  const order = sql`ORDER BY certification.created_at DESC, certification.id DESC LIMIT ${limit}`
  const fits = conditionOf(asked)
  const one = productId ?? batchId
  if (bounds?.kind === 'place' && one === null) {
    const of = organisationId === null ? sql`true` : sql`o.id = ${organisationId}`
    // The newest of each, as many as a page holds: what is sorted does not grow with the years.
    return sql`certification ${NAMED} WHERE certification.id IN (
      SELECT newest.id FROM organisation o JOIN certification newest ON newest.id IN (
        SELECT x.id FROM certification x WHERE x.organisation_id = o.id AND ${fits}
        ORDER BY x.created_at DESC, x.id DESC LIMIT ${limit})
      WHERE ${withinBounds(bounds, 'o')} AND ${of}) ${order}`
  }
  const owner = bounds?.kind === 'organisation' ? bounds.organisationId : organisationId
  const owned = owner === null ? sql`true` : sql`x.organisation_id = ${owner}`
  const placed =
    bounds?.kind === 'place'
      ? sql`x.organisation_id IN (SELECT o.id FROM organisation o WHERE ${withinBounds(bounds, 'o')})`
      : sql`true`
  return sql`(SELECT * FROM (SELECT * FROM certification x WHERE ${owned} AND ${indexed(asked)}
      ORDER BY x.created_at DESC, x.id DESC LIMIT ${MAX_CERTIFICATIONS_EXAMINED}) x
    WHERE ${placed} AND ${fits}) certification ${NAMED} ${order}`
}

/** What an index narrows by. */
function indexed({ productId, batchId, state, after }: Asked): SQL {
  const about =
    productId !== null
      ? sql`x.product_id = ${productId}`
      : batchId !== null
        ? sql`x.batch_id = ${batchId}`
        : sql`true`
  const stored = state === 'expired' ? 'confirmed' : state
  // One that an officer took away stands as confirmed until that day.
  const told = stored === null || stored === 'withdrawn' ? sql`true` : sql`x.state = ${stored}`
  return sql`${about} AND ${told} AND ${isBefore('x', NEWEST, after)}`
}

const NEWEST = ['createdAt', 'id'] as const

/** As `certificationOn` tells it, in SQL. */
function conditionOf({ state, today, after, productId, batchId }: Asked): SQL {
  const about = sql`${productId === null ? sql`true` : sql`x.product_id = ${productId}`}
    AND ${batchId === null ? sql`true` : sql`x.batch_id = ${batchId}`}`
  const revoked = sql`(x.state = 'confirmed' AND x.revoked_on IS NOT NULL AND x.revoked_on <= ${today})`
  const lapsed = sql`(x.expires_on IS NOT NULL AND x.expires_on < ${today})`
  const told = {
    declared: sql`x.state = 'declared'`,
    refused: sql`x.state = 'refused'`,
    withdrawn: sql`(x.state = 'withdrawn' OR ${revoked})`,
    expired: sql`x.state = 'confirmed' AND NOT ${revoked} AND ${lapsed}`,
    confirmed: sql`x.state = 'confirmed' AND NOT ${revoked} AND NOT ${lapsed}`,
  }
  return sql`${about} AND ${state === null ? sql`true` : told[state]} AND ${isBefore('x', NEWEST, after)}`
}

/** Changes one; `version` counts on. */
export const updateCertification = changeOf(certification)

/** Holds while nobody changed it since it was read. */
export const certificationIs = isStill(certification, 'version')

/** Holds while its holder has declared no other of that number for the same thing. */
export function isNewCertification(row: Readonly<Record<string, unknown>>): SQL {
  const { organisationId, kind, number, productId, siteId, batchId, analyte } = row
  return sql`NOT EXISTS (SELECT 1 FROM certification
    WHERE organisation_id = ${organisationId} AND state IN ('declared', 'confirmed')
      AND kind = ${kind} AND number = ${number} AND analyte IS ${analyte ?? null}
      AND product_id IS ${productId ?? null} AND site_id IS ${siteId ?? null}
      AND batch_id IS ${batchId ?? null})`
}
