import { type CertificationItem, readCertification } from '../../../db/queries/certifications.ts'
import { type OrganisationRow, readOrganisation } from '../../../db/queries/organisations.ts'
import { CERTIFICATION_COPY as W } from '../../copy/portal/certification.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Permission, Target } from '../../domain/access/permissions.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import type { Asking, Reading } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** A certification and whose it is, as the permission table asks for it. */
export type OpenedCertification = {
  readonly row: CertificationItem
  readonly holder: OrganisationRow
  readonly target: Target
}

/** One the actor may do it to; any other is simply not there. */
export async function openCertification(
  ctx: Reading,
  id: string,
  to: Permission,
): Promise<OpenedCertification> {
  requireAny(ctx, to)
  const row = await readCertification(ctx.db, id)
  const holder = row === null ? null : await readOrganisation(ctx.db, row.organisationId)
  if (row === null || holder === null) throw notFound(W.noun)
  const target = targetOfOrganisation(holder)
  if (!mayDo(ctx.actor, to, target)) throw notFound(W.noun)
  return { row, holder, target }
}

/** An organisation for which the actor may put one down. */
export async function openHolder(
  ctx: Reading,
  organisationId: string,
): Promise<{ readonly holder: OrganisationRow; readonly target: Target }> {
  requireAny(ctx, 'certificates.declare')
  const holder = await readOrganisation(ctx.db, organisationId)
  const target = holder === null ? null : targetOfOrganisation(holder)
  if (holder === null || target === null || !mayDo(ctx.actor, 'certificates.declare', target)) {
    throw notFound(THINGS.organisation)
  }
  return { holder, target }
}

/** May the actor confirm what this organisation declares? Nobody does for the one they work for. */
export function mayConfirmFor({ actor }: Asking, target: Target): boolean {
  const isOwn = actor.kind === 'user' && actor.organisationId === target.organisationId
  return !isOwn && mayDo(actor, 'certificates.write', target)
}
