import {
  type ApplicationItem,
  type ApplicationRow,
  readApplication,
} from '../../../db/queries/applications.ts'
import { APPLICATIONS_COPY as W } from '../../copy/portal/applications.ts'
import { type Permission, reachOf, type Target } from '../../domain/access/permissions.ts'
import { sideOf } from '../../domain/applications/kinds.ts'
import type { ApplicationSide } from '../../domain/applications/workflow.ts'
import { caseNumber } from '../../domain/cases/case-number.ts'
import type { SiteKind } from '../../domain/standing/types.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Actor, VerbContext } from '../context.ts'
import { mayDo, requireAny, requirePermission } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'
import { openAnswers } from './sealed-answers.ts'

export type OpenedApplication = {
  readonly row: ApplicationItem
  readonly target: Target
  readonly number: string
  /** Whose step it would be. */
  readonly side: ApplicationSide
  readonly slot: SiteKind
}

/**
 * One the actor may do it to. One that they may not read is simply not there: what a holder is still
 * filling in is no business of an office.
 */
export async function openApplication(
  ctx: Pick<VerbContext, 'db' | 'actor' | 'kek'>,
  id: string,
  to: Permission,
): Promise<OpenedApplication> {
  requireAny(ctx, to)
  const row = await readApplication(ctx.db, id)
  const target = row === null ? null : targetOf(row)
  if (row === null || target === null) throw notFound(W.noun)
  const isHolders = row.state === 'draft' && !row.byOffice
  const side = applicationSideOf(ctx.actor)
  if (!mayDo(ctx.actor, 'applications.read', target) || (isHolders && side !== 'holder')) {
    throw notFound(W.noun)
  }
  requirePermission(ctx, to, target)
  const slot = row.labelSlot === 'packing_house' ? 'packing_house' : 'growing_area'
  const answers = await openAnswers(ctx.kek, row.answers)
  return { row: { ...row, answers }, target, number: applicationNumber(row), side, slot }
}

/** A holder's own people act for it; officers for their commune or province. */
export function applicationSideOf(actor: Actor): ApplicationSide {
  if (actor.kind === 'token') return 'holder'
  if (actor.kind === 'operator') return 'province'
  const isHolder = reachOf(actor.role, 'applications.write') === 'own'
  return sideOf({ isHolder, communeCode: actor.role === 'admin' ? null : actor.place.communeCode })
}

/** An application as people name it: `HS-91-2026-0007`. */
export function applicationNumber(
  row: Pick<ApplicationRow, 'numberSpace' | 'year' | 'sequence'>,
): string {
  const { numberSpace: space, year, sequence } = row
  return `HS-${caseNumber({ space, year, sequence })}`
}
