import { type SQL, sql } from 'drizzle-orm'
import type { NamedPlace } from '../../worker/domain/places/moves-of-day.ts'
import type { Database } from '../client.ts'
import { guardStatement } from './guard-statement.ts'
import { patternOfRead } from './is-as-read.ts'
import type { Statement } from './run-batch.ts'

/** Whose rows lie somewhere by the codes of its units. */
export type PlaceTable = 'site' | 'organisation' | 'member' | 'invitation'

export type PlacedRow = NamedPlace & {
  readonly id: string
  readonly name: string
  /** Of an invitation or member: the organisation; else its own id. */
  readonly organisationId: string
  /** 1 for a site that was taken back. */
  readonly withdrawn: 0 | 1
}

const unitName = (level: 'province' | 'commune') => sql`(SELECT u.name FROM administrative_unit u
  WHERE u.level = ${level} AND u.code = t.${sql.raw(`${level}_code`)}
  ORDER BY u.valid_from DESC LIMIT 1)`
/** Of rows that keep codes alone. */
const UNIT_NAMES = sql`${unitName('commune')} AS communeName, ${unitName('province')} AS provinceName`

const COLUMNS: Record<PlaceTable, SQL> = {
  site: sql`t.id, t.name, t.organisation_id AS organisationId,
    t.withdrawn_at IS NOT NULL AS withdrawn, t.commune_name AS communeName,
    t.province_name AS provinceName`,
  organisation: sql`t.id, t.name, t.id AS organisationId, 0 AS withdrawn,
    t.commune_name AS communeName, t.province_name AS provinceName`,
  member: sql`t.id, t.role AS name, t.organization_id AS organisationId, 0 AS withdrawn,
    ${UNIT_NAMES}`,
  invitation: sql`t.id, t.email AS name, t.organization_id AS organisationId, 0 AS withdrawn,
    ${UNIT_NAMES}`,
}

/**
 * Rows after `afterId` that lie in one of these communes or provinces, or in these provinces without
 * any commune. One walk over the table by its key, whatever the list: the codes of a row need not
 * agree with each other, and an operator does this a few times a year.
 */
export function readPlacedRows(
  db: Database,
  input: {
    readonly table: PlaceTable
    readonly communes: readonly string[]
    readonly provinces: readonly string[]
    readonly bareProvinces: readonly string[]
    readonly afterId: string
    readonly limit: number
  },
): Promise<PlacedRow[]> {
  const { table, communes, provinces, bareProvinces, afterId, limit } = input
  const among = (codes: readonly string[]) =>
    sql`(SELECT value FROM json_each(${JSON.stringify(codes)}))`
  const open = table === 'invitation' ? sql`AND t.status = 'pending'` : sql``
  // The plus signs keep the planner on the key: sorting each page anew would cost far more.
  return db.all<PlacedRow>(sql`
    SELECT ${COLUMNS[table]}, t.commune_code AS communeCode, t.province_code AS provinceCode
    FROM ${sql.raw(table)} t
    WHERE t.id > ${afterId} ${open} AND (+t.commune_code IN ${among(communes)}
      OR +t.province_code IN ${among(provinces)}
      OR (t.commune_code IS NULL AND +t.province_code IN ${among(bareProvinces)}))
    ORDER BY t.id LIMIT ${limit}`)
}

export type PlaceMove = { readonly row: PlacedRow; readonly to: NamedPlace }

/** Puts rows where they lie now; fails with the whole batch where one lies elsewhere than was read. */
export function moveStatements(
  db: Database,
  table: PlaceTable,
  moves: readonly PlaceMove[],
): Statement[] {
  const named = table === 'site' || table === 'organisation'
  const list = sql`json_each(${JSON.stringify(
    moves.map(({ row, to }) => [
      ...[row.id, row.communeCode, row.provinceCode, to.communeCode, to.provinceCode],
      ...[to.communeName, to.provinceName, row.communeName, row.provinceName],
      ...[patternOfRead(row.communeName), patternOfRead(row.provinceName)],
    ]),
  )})`
  const asRead = named
    ? sql`AND (t.commune_name IS j.value ->> 7 OR t.commune_name GLOB j.value ->> 9)
        AND (t.province_name IS j.value ->> 8 OR t.province_name GLOB j.value ->> 10)`
    : sql``
  const names = named ? sql`, commune_name = j.value ->> 5, province_name = j.value ->> 6` : sql``
  const version = table === 'site' ? sql`, version = version + 1` : sql``
  const name = sql.raw(table)
  return [
    guardStatement(
      db,
      sql`(SELECT count(*) FROM ${list} j CROSS JOIN ${name} t ON t.id = j.value ->> 0
        WHERE t.commune_code IS j.value ->> 1 AND t.province_code IS j.value ->> 2 ${asRead})
        = ${moves.length}`,
    ),
    db.run(sql`UPDATE ${name} SET commune_code = j.value ->> 3, province_code = j.value ->> 4
      ${names} ${version} FROM ${list} j WHERE ${name}.id = j.value ->> 0`),
  ]
}

/** Places that stand in a commune, those taken back left out. */
export async function countSitesIn(
  db: Database,
  { provinceCode, communeCode }: { provinceCode: string; communeCode: string },
): Promise<number> {
  const row = await db.get<{ n: number }>(sql`SELECT count(*) AS n FROM site
    WHERE province_code = ${provinceCode} AND commune_code = ${communeCode}
      AND withdrawn_at IS NULL`)
  return row.n
}

const MOST_OFFICES = 200

/** Organisations whose officers answer for a province, or for one of these communes of it. */
export async function listOffices(
  db: Database,
  input: { readonly provinceCode: string; readonly communeCodes: readonly string[] },
): Promise<string[]> {
  const communes = sql`(SELECT value FROM json_each(${JSON.stringify(input.communeCodes)}))`
  const rows = await db.all<{ id: string }>(sql`
    SELECT DISTINCT organization_id AS id FROM member
    WHERE role = 'officer' AND province_code = ${input.provinceCode}
      AND (commune_code IS NULL OR commune_code IN ${communes}) LIMIT ${MOST_OFFICES}`)
  return rows.map(({ id }) => id)
}
