import { insertCaseEvent } from '../../../db/queries/case-events.ts'
import { type CaseRow, caseIs, caseIsOpen, updateCase } from '../../../db/queries/cases.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { fillAll } from '../../copy/fill.ts'
import type { AuditAction } from '../../copy/portal/audit-names.ts'
import { CASE_STATE_NAMES } from '../../copy/portal/case-names.ts'
import { CASE_REFUSALS as R } from '../../copy/refusals/cases.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import { type CaseAct, caseAfter } from '../../domain/cases/case-workflow.ts'
import type { CaseEventKind, CaseState } from '../../domain/cases/kinds.ts'
import { type Change, change } from '../change.ts'
import { actorText, type VerbContext } from '../context.ts'
import { conflict, editedMeanwhile } from '../guard/refusals.ts'
import type { OpenedCase } from './open-case.ts'

/** What is done to a case, in one go with its line in the way of it. */
type Done = Pick<Change, 'tell' | 'guards'> & {
  readonly may: Permission
  readonly kind: CaseEventKind
  readonly text: string | null
  readonly set?: Partial<CaseRow>
  readonly statements?: readonly Statement[]
  readonly audit?: AuditAction
  readonly after?: Readonly<Record<string, unknown>>
}

/**
 * Changes a case. What moves it (`set`) holds against the version that was seen; what only adds to it
 * holds while it is open.
 */
export async function changeCase(
  ctx: VerbContext,
  { row, target }: OpenedCase,
  done: Done,
): Promise<{ id: string }> {
  const { may, kind, text, set, statements = [], audit = 'case.change', after, tell } = done
  const holds =
    set === undefined
      ? { holds: caseIsOpen(row.id), refusal: () => conflict(R.closed) }
      : { holds: caseIs(row), refusal: editedMeanwhile }
  return change(ctx, {
    may,
    target,
    guards: [holds, ...(done.guards ?? [])],
    statements: [
      ...(set === undefined ? [] : [updateCase(ctx.db, { id: row.id, set })]),
      ...statements,
      insertCaseEvent(ctx.db, {
        ...{ id: ctx.newId(), entity: 'case', entityId: row.id, kind, text },
        ...{ at: ctx.now(), actor: actorText(ctx.actor) },
      }),
    ],
    audit: {
      action: audit,
      entity: 'case',
      entityId: row.id,
      before: set === undefined ? null : { state: row.state },
      after: { did: kind, ...set, ...after },
      reason: text,
    },
    ...(tell === undefined ? {} : { tell }),
    receipt: { id: row.id },
  })
}

/** Where an act leads; throws `conflict` where the case stands elsewhere. */
export function requireAct({ state }: Pick<CaseRow, 'state'>, act: CaseAct): CaseState {
  const after = caseAfter(state, act)
  if (after === null) throw conflict(fillAll(R.notThatWay, { state: CASE_STATE_NAMES[state] }))
  return after
}
