import {
  listFormVersions,
  readFormInUse,
  readFormVersion,
} from '../../../db/queries/inspection-forms.ts'
import { INSPECTION_FORMS_COPY as W } from '../../copy/portal/inspection-forms.ts'
import { DEFAULT_FORMS } from '../../domain/inspections/default-forms/default-forms.ts'
import {
  type FormSheet,
  formSheets,
  GUIDE_SHEET,
  surveyChoices,
} from '../../domain/inspections/form/form-sheets.ts'
import { writeWorkbook, XLSX_TYPE } from '../../lib/sheet/write/write-xlsx.ts'
import { once } from '../../lib/steps/once.ts'
import type { Reading } from '../context.ts'
import type { ExportedFile } from '../exports/list-file.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'
import { provinceOf, targetOfForm } from './form-target.ts'

/** A version of a form that counts where the actor works, or may; of another province it is not there. */
export async function openForm(ctx: Reading, id: string) {
  requireAny(ctx, 'inspection_forms.write')
  const row = await readFormVersion(ctx.db, id)
  if (row === null) throw notFound(W.noun)
  const target = targetOfForm(row)
  const mayWrite = mayDo(ctx.actor, 'inspection_forms.write', target)
  if (!mayWrite && !['', provinceOf(ctx.actor)].includes(row.provinceCode)) throw notFound(W.noun)
  return { row, target, mayWrite }
}

/** A form as a page shows it: a version with the others of its form, or one that everybody has. */
export async function showForm(ctx: Reading, id: string) {
  requireAny(ctx, 'inspection_forms.write')
  const standard = DEFAULT_FORMS.find((each) => each.id === id)
  if (standard !== undefined)
    return { form: standard.form, row: null, versions: [], inUse: null, mayWrite: false }
  const { row, mayWrite } = await openForm(ctx, id)
  const [versions, inUse] = await Promise.all([
    listFormVersions(ctx.db, row),
    readFormInUse(ctx.db, row),
  ])
  return { form: row.form, row, versions, inUse, mayWrite }
}

export type ShownForm = Awaited<ReturnType<typeof showForm>>

/** A version of a form as the workbook it is edited in. */
export async function formFile(ctx: Reading, id: string): Promise<ExportedFile> {
  const { form, row } = await showForm(ctx, id)
  const version = row === null ? '' : `-${row.version}`
  return {
    fileName: `${form.formId}${version}.xlsx`,
    mediaType: XLSX_TYPE,
    chunks: writeWorkbook({
      sheets: [...formSheets(form), GUIDE_SHEET].map(writtenSheet),
      choices: surveyChoices(form),
    }),
  }
}

function writtenSheet({ rows, ...sheet }: FormSheet) {
  return { ...sheet, rows: once(rows) }
}
