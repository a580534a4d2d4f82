import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { NamedPlace } from '../../worker/domain/places/moves-of-day.ts'
import type { Database } from '../client.ts'
import {
  application,
  caseFile,
  finding,
  foreignNoticeItem,
  inspection,
  inspectionPlan,
  invitation,
  member,
  monitoringRule,
  organisation,
  patternFinding,
  residueSample,
  retailVisit,
  seasonWindow,
  site,
  suspensionProposal,
} from '../schema/index.ts'
import { among } from './among.ts'
import { type Field, flag, maybe, text } from './fields.ts'
import { guardStatement } from './guard-statement.ts'
import { patternOfRead } from './is-as-read.ts'
import { listed } from './listed.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'
import { unitName } from './unit-name.ts'

/** Whose rows lie somewhere by the codes of its units. */
export type PlaceTable =
  | 'site'
  | 'organisation'
  | 'member'
  | 'invitation'
  // What authorities keep goes where their officers do.
  | 'case_file'
  | 'finding'
  | 'suspension_proposal'
  | 'retail_visit'
  | 'residue_sample'
  | 'inspection_plan'
  | 'monitoring_rule'
  | 'season_window'
  | 'foreign_notice_item'
  | 'pattern_finding'
  | 'application'
  | 'inspection'

export type PlacedRow = NamedPlace & {
  readonly id: string
  /** What people know it by: a name, the role of a member, the address of an invitation. */
  readonly label: string
  /** Of an invitation or member: the organisation; else its own id. */
  readonly organisationId: string
  /** True for a site that was taken back. */
  readonly isWithdrawn: boolean
}

/** What moving asks of rows that keep codes alone, and what people know them by. */
function known<
  Id extends SQLiteColumn,
  Commune extends SQLiteColumn,
  Province extends SQLiteColumn,
  Label extends Field,
>(
  table: { readonly id: Id; readonly communeCode: Commune; readonly provinceCode: Province },
  label: Label,
) {
  const { id, communeCode, provinceCode } = table
  return {
    ...{ id, communeCode, provinceCode, label, isWithdrawn: NOT_WITHDRAWN },
    communeName: unitName('commune', communeCode),
    provinceName: unitName('province', provinceCode),
  }
}

const NOT_WITHDRAWN = flag(sql`false`)
const OF_AUTHORITY = { organisationId: text(sql`coalesce(authority_id, '')`) }
const OF_NOBODY = { organisationId: text(sql`''`) }

const FIELDS = {
  site: {
    ...pick(site, 'communeCode', 'communeName', 'provinceCode', 'provinceName', 'id'),
    label: site.name,
    organisationId: site.organisationId,
    isWithdrawn: flag(isNotNull(site.withdrawnAt)),
  },
  organisation: {
    ...pick(organisation, 'communeCode', 'communeName', 'provinceCode', 'provinceName', 'id'),
    label: organisation.name,
    organisationId: organisation.id,
    isWithdrawn: NOT_WITHDRAWN,
  },
  member: { ...known(member, member.role), organisationId: member.organizationId },
  invitation: { ...known(invitation, invitation.email), organisationId: invitation.organizationId },
  case_file: { ...known(caseFile, caseFile.title), ...OF_AUTHORITY },
  finding: { ...known(finding, finding.shown), ...OF_AUTHORITY },
  suspension_proposal: {
    ...known(suspensionProposal, suspensionProposal.market),
    ...OF_AUTHORITY,
  },
  pattern_finding: { ...known(patternFinding, patternFinding.shown), ...OF_NOBODY },
  retail_visit: { ...known(retailVisit, retailVisit.shop), ...OF_AUTHORITY },
  residue_sample: { ...known(residueSample, residueSample.cropName), ...OF_AUTHORITY },
  inspection_plan: {
    ...known(inspectionPlan, text(sql`CAST(inspection_plan.year AS text)`)),
    ...OF_AUTHORITY,
  },
  monitoring_rule: { ...known(monitoringRule, monitoringRule.legalBasis), ...OF_NOBODY },
  // Seasons are of a province as a whole.
  season_window: {
    ...pick(seasonWindow, 'provinceCode', 'id'),
    communeCode: maybe(text(sql`NULL`)),
    communeName: maybe(text(sql`NULL`)),
    provinceName: unitName('province', seasonWindow.provinceCode),
    label: seasonWindow.name,
    isWithdrawn: NOT_WITHDRAWN,
    ...OF_NOBODY,
  },
  foreign_notice_item: {
    ...known(foreignNoticeItem, foreignNoticeItem.listed),
    organisationId: text(sql`coalesce(organisation_id, '')`),
  },
  application: {
    ...known(application, application.kind),
    organisationId: application.organisationId,
  },
  inspection: { ...known(inspection, inspection.inspectorName), ...OF_AUTHORITY },
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
  const commune = communeOf(table, 'own')
  const open = table === 'invitation' ? sql`AND status = 'pending'` : sql``
  // The plus signs keep the planner on the key: sorting each page anew would cost far more.
  return rowsOf(
    db,
    FIELDS[table],
    sql`${sql.raw(table)}
      WHERE id > ${afterId} ${open} AND (+${commune} IN ${among(communes)}
        OR +province_code IN ${among(provinces)}
        OR (${commune} IS NULL AND +province_code IN ${among(bareProvinces)}))
      ORDER BY id LIMIT ${limit}`,
  )
}

/** The commune of a row; of those that lie in a province as a whole there is none. */
function communeOf(table: PlaceTable, of: 'own' | 't'): SQL {
  if (table === 'season_window') return sql`NULL`
  return of === 'own' ? sql`commune_code` : sql`t.commune_code`
}

export type PlaceMove = { readonly row: PlacedRow; readonly to: NamedPlace }

/** Puts rows where they lie now; fails with the whole batch where one lies elsewhere than was read. */
export function moveStatements(
  db: Database,
  table: PlaceTable,
  moves: readonly PlaceMove[],
): Statement[] {
  const named = table === 'site' || table === 'organisation'
  const { rows, of } = listed(
    moves.map(({ row, to }) => ({
      id: row.id,
      communeCode: row.communeCode,
      communeName: row.communeName,
      communePattern: patternOfRead(row.communeName),
      provinceCode: row.provinceCode,
      provinceName: row.provinceName,
      provincePattern: patternOfRead(row.provinceName),
      toCommuneCode: to.communeCode,
      toCommuneName: to.communeName,
      toProvinceCode: to.provinceCode,
      toProvinceName: to.provinceName,
    })),
  )
  const asRead = named
    ? sql`AND (t.commune_name IS ${of('communeName')} OR t.commune_name GLOB ${of('communePattern')})
        AND (t.province_name IS ${of('provinceName')}
          OR t.province_name GLOB ${of('provincePattern')})`
    : sql``
  const names = named
    ? sql`, commune_name = ${of('toCommuneName')}, province_name = ${of('toProvinceName')}`
    : sql``
  const version = table === 'site' ? sql`, version = version + 1` : sql``
  const name = sql.raw(table)
  return [
    guardStatement(
      db,
      sql`(SELECT count(*) FROM ${rows} CROSS JOIN ${name} t ON t.id = ${of('id')}
        WHERE ${communeOf(table, 't')} IS ${of('communeCode')} AND t.province_code IS ${of('provinceCode')}
        ${asRead}) = ${moves.length}`,
    ),
    db.run(sql`UPDATE ${name} SET ${
      table === 'season_window' ? sql`` : sql`commune_code = ${of('toCommuneCode')},`
    } province_code = ${of('toProvinceCode')} ${names} ${version}
      FROM ${rows} WHERE ${name}.id = ${of('id')}`),
  ]
}

/** Places that stand in a commune, those taken back left out. */
export async function countSitesIn(
  db: Database,
  { provinceCode, communeCode }: { provinceCode: string; communeCode: string },
): Promise<number> {
  const isThere = and(
    eq(site.provinceCode, provinceCode),
    eq(site.communeCode, communeCode),
    isNull(site.withdrawnAt),
  )
  return db.$count(site, isThere)
}

const MOST_OFFICES = 200

/** Organisations whose officers answer for a province, or for one of these communes of it. */
export async function listOffices(
  db: Database,
  input: { readonly provinceCode: string; readonly communeCodes: readonly string[] },
): Promise<string[]> {
  const answers = sql`(${member.communeCode} IS NULL
    OR ${member.communeCode} IN ${among(input.communeCodes)})`
  const rows = await db
    .selectDistinct({ id: member.organizationId })
    .from(member)
    .where(and(eq(member.role, 'officer'), eq(member.provinceCode, input.provinceCode), answers))
    .limit(MOST_OFFICES)
  return rows.map(({ id }) => id)
}
