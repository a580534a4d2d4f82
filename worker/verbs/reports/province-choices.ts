import { listProvinces } from '../../../db/queries/accounts-places.ts'
import { REPORT_REFUSALS } from '../../copy/refusals/reports.ts'
import type { Choice } from '../../resources/form-input.ts'
import type { Lookup } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'

/** The provinces in force, to choose one from. */
export async function provinceChoices({ db }: Lookup): Promise<Choice[]> {
  return (await listProvinces(db)).map(({ code, name }) => ({ value: code, text: name }))
}

/** Throws `invalid_input` for what is none of them. */
export async function requireProvince(ctx: Lookup, code: string): Promise<void> {
  const choices = await provinceChoices(ctx)
  if (choices.some(({ value }) => value === code)) return
  throw invalidField('provinceCode', REPORT_REFUSALS.notAProvince)
}
