import { findRef } from '../../worker/verbs/batches/list-batches.ts'
import type { VerbContext } from '../../worker/verbs/context.ts'
import { findOrganisation } from '../../worker/verbs/organisations/find-organisation.ts'

export type OfOrganisation = { readonly organisation?: string }

/** Whose lot it is, wherever a batch is named; needed only where several have one of that number. */
export const OF_ORGANISATION = ['--organisation <name>', 'đơn vị của lô (tên hoặc id)'] as const

/** The REF of a batch that is named by its lot number or REF. */
export async function refOf(
  ctx: VerbContext,
  text: string,
  options: OfOrganisation,
): Promise<string> {
  return findRef(ctx, { text, organisationId: await organisationIdOf(ctx, options) })
}

/** The organisation asked for, by name or id; null for none. */
export async function organisationIdOf(
  ctx: VerbContext,
  { organisation }: OfOrganisation,
): Promise<string | null> {
  return organisation === undefined ? null : idOfOrganisation(ctx, organisation)
}

/** The id of an organisation by its name or id. */
export async function idOfOrganisation(ctx: VerbContext, reference: string): Promise<string> {
  return (await findOrganisation({ ctx, input: { reference } })).id
}
