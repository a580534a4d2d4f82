import { and, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { organisation, organisationMembership } from '../schema/index.ts'
import type { RowOf } from './fields.ts'
import { insertOf, readOf, setOf } from './row-statements.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'
import { withinBounds } from './within-bounds.ts'

export type MembershipRow = typeof organisationMembership.$inferSelect

export const readMembership = readOf(organisationMembership, organisationMembership.id)

export const insertMembership = insertOf(organisationMembership)

/** Notes that the member, or an officer for it, agreed; a first word stands. */
export function confirmMembershipStatement(
  db: Database,
  input: { readonly id: string; readonly at: number; readonly actor: string },
): Statement {
  const { id, confirmedAt } = organisationMembership
  return db
    .update(organisationMembership)
    .set({ confirmedAt: input.at, confirmedBy: input.actor })
    .where(and(eq(id, input.id), isNull(confirmedAt)))
}

/** Sets the last day of a membership. */
export const endMembershipStatement = setOf(organisationMembership, 'toOn')

/** Holds while no membership of the two covers a day of this one. */
export function hasNoOtherMembership(
  row: Pick<MembershipRow, 'organisationId' | 'memberId' | 'fromOn' | 'toOn'>,
): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM organisation_membership m
    WHERE m.organisation_id = ${row.organisationId} AND m.member_id = ${row.memberId}
      AND (m.to_on IS NULL OR m.to_on >= ${row.fromOn})
      AND (${row.toOn} IS NULL OR m.from_on <= ${row.toOn}))`
}

const m = alias(organisationMembership, 'm')
const o = alias(organisation, 'o')
const p = alias(organisation, 'p')

const ITEM = {
  ...getTableColumns(m),
  organisationName: o.name,
  memberName: p.name,
  memberProvinceCode: p.provinceCode,
  memberCommuneCode: p.communeCode,
}

/** A membership with the names of both, for lists. */
export type MembershipItem = RowOf<typeof ITEM>

/** Memberships one list looks at where a place bounds it: the newest. */
const MAX_EXAMINED_MEMBERSHIPS = 5_000

/**
 * Memberships, newest first: of an organisation on either side, or in a place where either side
 * lies, or of everybody.
 */
export function listMemberships(
  db: Database,
  input: { readonly bounds: Bounds; readonly limit: number },
): Promise<MembershipItem[]> {
  const { bounds, limit } = input
  return rowsOf(
    db,
    ITEM,
    sql`(${examined(bounds)}) m
      JOIN organisation o ON o.id = m.organisation_id JOIN organisation p ON p.id = m.member_id
      WHERE ${eitherLiesWithin(bounds)}
      ORDER BY m.created_at DESC, m.id LIMIT ${limit}`,
  )
}

function examined(bounds: Bounds): SQL {
  if (bounds?.kind !== 'organisation') {
    return sql`SELECT * FROM organisation_membership ORDER BY rowid DESC
      LIMIT ${MAX_EXAMINED_MEMBERSHIPS}`
  }
  return sql`SELECT * FROM organisation_membership WHERE organisation_id = ${bounds.organisationId}
    UNION SELECT * FROM organisation_membership WHERE member_id = ${bounds.organisationId}`
}

/** Where a place bounds it one side must lie there; an organisation's own were picked by either side. */
function eitherLiesWithin(bounds: Bounds): SQL {
  if (bounds?.kind !== 'place') return sql`true`
  return sql`((${withinBounds(bounds, 'o')}) OR (${withinBounds(bounds, 'p')}))`
}
