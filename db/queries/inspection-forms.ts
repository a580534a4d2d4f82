import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { inspectionForm, inspectionFormUse, organisation } from '../schema/index.ts'
import { among } from './among.ts'
import { firstOf } from './first-of.ts'
import { guardStatement } from './guard-statement.ts'
import { personName } from './person-name.ts'
import type { Statement } from './run-batch.ts'

export type InspectionFormRow = typeof inspectionForm.$inferSelect
export type InspectionFormUseRow = typeof inspectionFormUse.$inferSelect

/** Forms of a province, and versions of one, that a page or a device gets. */
const MOST_FORMS = 50
const MOST_VERSIONS = 100

const ITEM = {
  ...getTableColumns(inspectionForm),
  authority: organisation.name,
  actorName: personName(inspectionForm.actor),
}

function itemsOf(db: Database) {
  return db
    .select(ITEM)
    .from(inspectionForm)
    .leftJoin(organisation, eq(organisation.id, inspectionForm.authorityId))
}

export function readFormVersion(db: Database, id: string) {
  return firstOf(itemsOf(db).where(eq(inspectionForm.id, id)).limit(1))
}

/** The version of each form that is in use now in these provinces: `''` holds those of everybody. */
export function listFormsInUse(db: Database, provinceCodes: readonly string[]) {
  const newest = sql`(SELECT u.version_id FROM inspection_form_use u
    WHERE u.province_code = ${inspectionForm.provinceCode} AND u.form_id = ${inspectionForm.formId}
    ORDER BY u.at DESC, u.rowid DESC LIMIT 1)`
  return itemsOf(db)
    .where(
      and(
        inArray(inspectionForm.provinceCode, among(provinceCodes)),
        eq(inspectionForm.id, newest),
      ),
    )
    .orderBy(inspectionForm.formId)
    .limit(MOST_FORMS)
}

/** The versions of a form, newest first. */
export function listFormVersions(
  db: Database,
  { provinceCode, formId }: Pick<InspectionFormRow, 'provinceCode' | 'formId'>,
) {
  return itemsOf(db)
    .where(and(eq(inspectionForm.provinceCode, provinceCode), eq(inspectionForm.formId, formId)))
    .orderBy(desc(inspectionForm.version))
    .limit(MOST_VERSIONS)
}

/** A new version, counted on from the last one in the very statement: of two at once both are kept. */
export function insertFormVersion(
  db: Database,
  row: Omit<InspectionFormRow, 'version'>,
): Statement {
  const next = sql<number>`(SELECT coalesce(max(version), 0) + 1 FROM inspection_form
    WHERE province_code = ${row.provinceCode} AND form_id = ${row.formId})`
  return db.insert(inspectionForm).values({ ...row, version: next })
}

/** Puts a version to use; fails with the whole batch where it is in use already. */
export function insertFormUse(db: Database, row: InspectionFormUseRow): Statement[] {
  const { provinceCode, formId, versionId } = row
  const inUse = sql`(SELECT u.version_id FROM inspection_form_use u
    WHERE u.province_code = ${provinceCode} AND u.form_id = ${formId}
    ORDER BY u.at DESC, u.rowid DESC LIMIT 1)`
  return [
    guardStatement(db, sql`${inUse} IS NOT ${versionId}`),
    db.insert(inspectionFormUse).values(row),
  ]
}

/** The version in use of a form; null where none is. */
export async function readFormInUse(
  db: Database,
  { provinceCode, formId }: Pick<InspectionFormRow, 'provinceCode' | 'formId'>,
): Promise<string | null> {
  const row = await firstOf(
    db
      .select({ versionId: inspectionFormUse.versionId })
      .from(inspectionFormUse)
      .where(
        and(eq(inspectionFormUse.provinceCode, provinceCode), eq(inspectionFormUse.formId, formId)),
      )
      .orderBy(desc(inspectionFormUse.at), sql`rowid DESC`)
      .limit(1),
  )
  return row?.versionId ?? null
}
