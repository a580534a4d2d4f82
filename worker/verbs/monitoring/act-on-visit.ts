import type { Statement } from '../../../db/queries/run-batch.ts'
import {
  cancelVisit as cancelStatement,
  finishVisit,
  moveVisit as moveStatement,
  type VisitItem,
  visitsAreOpen,
} from '../../../db/queries/visits.ts'
import { fillAll } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import type { AuditAction } from '../../copy/portal/audit-names.ts'
import { MONITORING_REFUSALS as R } from '../../copy/refusals/monitoring.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { VISIT_CANCEL, VISIT_DONE, VISIT_MOVE } from '../../resources/monitoring.ts'
import { inputOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { actorText, type VerbContext } from '../context.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { editedMeanwhile } from '../guard/refusals.ts'
import type { Filled } from '../records/filled.ts'
import { type OpenedVisit, openSeenVisit } from './open-visit.ts'

/** Puts a visit down as made where its minutes are kept elsewhere, with why. */
export async function markVisitDone({ ctx, input }: Filled): Promise<{ id: string }> {
  const opened = await openSeenVisit({ ctx, input }, 'monitoring.visit')
  const { doneOn, reason } = parseInput(inputOf(VISIT_DONE), input.texts)
  const { id, windowFrom } = opened.row
  if (doneOn > vietnamDateOf(ctx.now())) throw invalidField('doneOn', R.dayToCome)
  if (doneOn < windowFrom) {
    throw invalidField('doneOn', fillAll(R.beforeWindow, { from: dayText(windowFrom) }))
  }
  const made = { id, doneOn, doneBy: actorText(ctx.actor), inspectionId: null }
  return changeVisit(ctx, opened, {
    may: 'monitoring.visit',
    statement: finishVisit(ctx.db, { ...made, stateReason: reason }),
    action: 'monitoring.visit.done',
    after: { doneOn, state: 'done' },
    reason,
  })
}

/** Puts a visit on another day within its time; one that is overdue on any day still to come. */
export async function moveVisit({ ctx, input }: Filled): Promise<{ id: string }> {
  const opened = await openSeenVisit({ ctx, input }, 'monitoring.visit')
  const { plannedOn, reason } = parseInput(inputOf(VISIT_MOVE), input.texts)
  const refused = dayFault(opened.row, { day: plannedOn, today: vietnamDateOf(ctx.now()) })
  if (refused !== null) throw invalidField('plannedOn', refused)
  return changeVisit(ctx, opened, {
    may: 'monitoring.visit',
    statement: moveStatement(ctx.db, { id: opened.row.id, plannedOn }),
    action: 'monitoring.visit.move',
    after: { plannedOn },
    reason,
  })
}

/** Cancels a visit, with why; the plan made again leaves it so. */
export async function cancelVisit({ ctx, input }: Filled): Promise<{ id: string }> {
  const opened = await openSeenVisit({ ctx, input }, 'monitoring.plan')
  const { reason } = parseInput(inputOf(VISIT_CANCEL), input.texts)
  return changeVisit(ctx, opened, {
    may: 'monitoring.plan',
    statement: cancelStatement(ctx.db, { id: opened.row.id, stateReason: reason }),
    action: 'monitoring.visit.cancel',
    after: { state: 'cancelled' },
    reason,
  })
}

/** Why a visit cannot be made on a day; null where it can. */
export function dayFault(
  { windowFrom, dueOn }: Pick<VisitItem, 'windowFrom' | 'dueOn'>,
  { day, today }: { readonly day: string; readonly today: string },
): LocalText | null {
  if (day < today) return R.dayGone
  const isOverdue = dueOn < today
  if (day >= windowFrom && (day <= dueOn || isOverdue)) return null
  return fillAll(R.outsideWindow, { from: dayText(windowFrom), to: dayText(dueOn) })
}

async function changeVisit(
  ctx: VerbContext,
  { row, target }: OpenedVisit,
  done: {
    readonly may: Permission
    readonly statement: Statement
    readonly action: AuditAction
    readonly after: Readonly<Record<string, unknown>>
    readonly reason: string | null
  },
): Promise<{ id: string }> {
  const { may, statement, action, after, reason } = done
  const { id, state, plannedOn, inspectorId } = row
  return change(ctx, {
    may,
    target,
    guards: [{ holds: visitsAreOpen([row]), refusal: editedMeanwhile }],
    statements: [statement],
    audit: {
      action,
      entity: 'inspection_visit',
      entityId: id,
      before: { state, plannedOn, inspectorId },
      after,
      reason,
    },
    receipt: { id },
  })
}

const dayText = (day: string) => inEach((lang) => formatOn(day, lang))
