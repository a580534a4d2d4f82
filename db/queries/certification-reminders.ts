import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { certification, organisation } from '../schema/index.ts'
import { json } from './fields.ts'
import { pick } from './pick.ts'
import { isStill } from './row-guards.ts'
import { setOf } from './row-statements.ts'
import { rowsOf } from './rows-of.ts'

export type DueReminder = Awaited<ReturnType<typeof listDueReminders>>[number]

/** Certifications of which both sides are to be reminded by today, the longest due first. */
export function listDueReminders(
  db: Database,
  asked: { readonly today: string; readonly limit: number },
) {
  const { today, limit } = asked
  return db
    .select({
      ...pick(certification, 'id', 'kind', 'number', 'organisationId', 'expiresOn', 'remindOn'),
      organisation: organisation.name,
      ...pick(organisation, 'provinceCode', 'communeCode'),
    })
    .from(certification)
    .innerJoin(organisation, eq(organisation.id, certification.organisationId))
    .where(and(lte(certification.remindOn, today), sql`${certification.remindOn} IS NOT NULL`))
    .orderBy(asc(certification.remindOn), certification.id)
    .limit(limit)
}

/** Holds while nobody was reminded of it since it was read. */
export const isStillDue = isStill(certification, 'remindOn')

export const setNextReminder = setOf(certification, 'remindOn')

/** Offices and officers of one place who are told at most. */
const MOST_OFFICES = 10
const MOST_OFFICERS = 20

const OFFICE = {
  organisationId: organisation.id,
  organisationName: organisation.name,
  addresses: json<readonly string[]>(sql`office.emails`),
}

/** The offices whose officers answer for a place, each with the addresses of those officers. */
export function listOfficesOf(
  db: Database,
  { provinceCode, communeCode }: Pick<DueReminder, 'provinceCode' | 'communeCode'>,
) {
  return rowsOf(
    db,
    OFFICE,
    sql`(SELECT t.organization_id, json_group_array(t.email) AS emails FROM (
        SELECT m.organization_id, u.email FROM member m JOIN user u ON u.id = m.user_id
        WHERE m.role = 'officer' AND (m.province_code = ${provinceCode} OR m.province_code IS NULL)
          AND (m.commune_code IS NULL OR m.commune_code = ${communeCode})
        ORDER BY m.province_code IS NULL, m.created_at, m.id LIMIT ${MOST_OFFICERS}) t
      GROUP BY t.organization_id ORDER BY t.organization_id LIMIT ${MOST_OFFICES}) office
    JOIN organisation ON organisation.id = office.organization_id`,
  )
}
