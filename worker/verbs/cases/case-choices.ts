import { listAgencies, listDesk } from '../../../db/queries/cases.ts'
import type { Lookup, Reading } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import type { OpenedCase } from './open-case.ts'

type Choice = { readonly value: string; readonly text: string }

/** Who may take up a case that the caller has opened. */
export async function deskChoices({ db }: Lookup, { row }: OpenedCase): Promise<Choice[]> {
  const { provinceCode, communeCode } = row
  const people = await listDesk(db, { provinceCode, communeCode })
  return people.map(({ userId, name, organisation }) => ({
    value: userId,
    text: `${name} · ${organisation}`,
  }))
}

/** Organisations with accounts here to which a case may be handed. */
export async function agencyChoices(ctx: Reading): Promise<Choice[]> {
  requireAny(ctx, 'cases.decide')
  return (await listAgencies(ctx.db)).map(({ id, name }) => ({ value: id, text: name }))
}
