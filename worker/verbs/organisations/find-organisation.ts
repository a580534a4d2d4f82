import {
  findOrganisations,
  type OrganisationRow,
  readOrganisation,
} from '../../../db/queries/organisations.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { conflict, notFound } from '../guard/refusals.ts'

/** The organisation of that id, or of exactly that name however its tones are typed. */
export async function findOrganisation({
  ctx,
  input,
}: {
  ctx: Pick<VerbContext, 'db' | 'actor'>
  input: { reference: string }
}): Promise<OrganisationRow> {
  const { reference } = input
  const byId = await readOrganisation(ctx.db, reference)
  const rows = byId === null ? await findOrganisations(ctx.db, foldVietnamese(reference)) : [byId]
  const [only, ...others] = rows.filter((row) =>
    mayDo(ctx.actor, 'organisations.read', targetOfOrganisation(row)),
  )
  if (only === undefined)
    throw notFound({
      vi: `tổ chức “${reference}”`,
      en: `organisation “${reference}”`,
      zh: `组织“${reference}”`,
    })
  if (others.length > 0) {
    throw conflict({
      vi: `Có nhiều tổ chức tên “${reference}”; hãy ghi mã (id) của tổ chức.`,
      en: `Several organisations are named “${reference}”; give the id.`,
      zh: `有多个组织名为“${reference}”，请提供 id。`,
    })
  }
  return only
}
