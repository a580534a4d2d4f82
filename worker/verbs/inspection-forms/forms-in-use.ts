import { listFormsInUse } from '../../../db/queries/inspection-forms.ts'
import { DEFAULT_FORMS } from '../../domain/inspections/default-forms/default-forms.ts'
import type { InspectionForm } from '../../domain/inspections/form/form.ts'
import type { Reading } from '../context.ts'
import { provinceOf } from './form-target.ts'

/** A form that is in use, with whose it is. */
export type FormInUse = {
  readonly id: string
  readonly form: InspectionForm
  /** Null for those that everybody has. */
  readonly version: number | null
  readonly authority: string | null
  readonly createdAt: number | null
}

/** Of each form the one that counts where the actor works: the province's own, else one of everybody. */
export async function formsInUse(ctx: Reading): Promise<readonly FormInUse[]> {
  const provinceCode = provinceOf(ctx.actor)
  const rows = await listFormsInUse(ctx.db, [...new Set(['', provinceCode])])
  const of = (code: string) => rows.filter((row) => row.provinceCode === code)
  const forms = new Map<string, FormInUse>(
    DEFAULT_FORMS.map(({ id, form }) => [
      form.formId,
      { id, form, version: null, authority: null, createdAt: null },
    ]),
  )
  for (const row of [...of(''), ...(provinceCode === '' ? [] : of(provinceCode))]) {
    const { id, form, version, authority, createdAt } = row
    forms.set(row.formId, { id, form, version, authority, createdAt })
  }
  return [...forms.values()]
}
