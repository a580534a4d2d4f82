import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'

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
  return db.all<AuthorityRow>(sql`
    SELECT o.id AS id, o.name AS name, o.hotline AS hotline, o.hotline_hours AS hotlineHours,
      m.province_code AS provinceCode, m.commune_code AS communeCode
    FROM (SELECT DISTINCT organization_id, province_code, commune_code FROM member
      WHERE role = 'officer') m
    JOIN organisation o ON o.id = m.organization_id AND o.kind = 'state'
    ORDER BY m.commune_code IS NULL, m.province_code IS NULL, o.created_at, o.id LIMIT ${MOST}`)
}
