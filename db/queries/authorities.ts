import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { member } from '../schema/account.ts'
import { organisation } from '../schema/organisation.ts'
import { pick } from './pick.ts'

/** A public body whose officers answer for a place. */
export type AuthorityRow = {
  readonly id: string
  readonly name: string
  readonly hotline: string | null
  readonly hotlineHours: string | null
  readonly provinceCode: string | null
  readonly communeCode: string | null
}

const MOST = 500

/**
 * Public bodies with the places their officers answer for, those of a commune before those of its
 * province, and those of everywhere last.
 */
export function listAuthorities(db: Database): Promise<AuthorityRow[]> {
  const places = db
    .selectDistinct(pick(member, 'organizationId', 'provinceCode', 'communeCode'))
    .from(member)
    .where(eq(member.role, 'officer'))
    .as('places')
  const { organizationId, provinceCode, communeCode } = places
  const { id, kind, createdAt } = organisation
  return db
    .select({
      ...pick(organisation, 'id', 'name', 'hotline', 'hotlineHours'),
      provinceCode,
      communeCode,
    })
    .from(places)
    .innerJoin(organisation, and(eq(id, organizationId), eq(kind, 'state')))
    .orderBy(sql`${communeCode} IS NULL`, sql`${provinceCode} IS NULL`, createdAt, id)
    .limit(MOST)
}
