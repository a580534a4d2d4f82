import { readFormVersion } from '../../../db/queries/inspection-forms.ts'
import { INSPECTIONS_COPY as W } from '../../copy/portal/inspections.ts'
import { DEFAULT_FORMS } from '../../domain/inspections/default-forms/default-forms.ts'
import { type CompiledForm, compileForm } from '../../domain/inspections/form/compile-form.ts'
import type { InspectionForm } from '../../domain/inspections/form/form.ts'
import type { RuleLists } from '../../domain/inspections/rules/rule-lists.ts'
import { withRules } from '../../domain/inspections/rules/with-rules.ts'
import type { Lookup } from '../context.ts'
import { notFound } from '../guard/refusals.ts'

/** A version of a form, read. */
export type FoundForm = {
  readonly compiled: CompiledForm
  /** Null for those that everybody has. */
  readonly version: number | null
}

/**
 * A version of a form by its id, whether or not it is in use still, with the rules that minutes were
 * written by: they stay with theirs.
 */
export async function findForm(
  { db }: Lookup,
  { versionId, rules }: { readonly versionId: string; readonly rules: RuleLists | null },
): Promise<FoundForm> {
  const known = DEFAULT_FORMS.find(({ id }) => id === versionId)
  if (known !== undefined) return { compiled: compiled(known.form, rules), version: null }
  const row = await readFormVersion(db, versionId)
  if (row === null) throw notFound(W.formNoun)
  return { compiled: compiled(row.form, rules), version: row.version }
}

/** What was let in can be read; what cannot was put there by something else than this service. */
function compiled(form: InspectionForm, rules: RuleLists | null): CompiledForm {
  const compiling = compileForm(withRules(form, rules))
  if (!compiling.ok) throw new Error(`the stored form ${form.formId} cannot be read`)
  return compiling.compiled
}
