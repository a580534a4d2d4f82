import {
  type ApplicationRow,
  applicationIs,
  insertApplicationStep,
  updateApplication,
} from '../../../db/queries/applications.ts'
import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import {
  APPLICATION_NEED_NAMES,
  APPLICATION_SIDE_NAMES,
  APPLICATION_STATE_NAMES,
} from '../../copy/portal/application-names.ts'
import { APPLICATION_REFUSALS as R } from '../../copy/refusals/applications.ts'
import {
  type ApplicationSide,
  type ApplicationState,
  type ApplicationStep,
  type StepInput,
  takeStep,
} from '../../domain/applications/workflow.ts'
import type { ChangePart } from '../change.ts'
import { actorText, type VerbContext } from '../context.ts'
import { conflict, editedMeanwhile } from '../guard/refusals.ts'
import type { KnownApplication } from './application-facts.ts'
import type { OpenedApplication } from './open-application.ts'

/**
 * Where a step leads; null where the application is there already, for who asks twice. Throws
 * `conflict` with what stands against it: the order, the office, what is missing.
 */
export function requireStep(
  { row, side }: OpenedApplication,
  known: KnownApplication,
  asked: { readonly step: ApplicationStep; readonly input: StepInput },
): ApplicationState | null {
  const { state } = row
  if (asked.step === 'withdraw' && !mayWithdraw({ row, side })) throw notYours(['holder'])
  const result = takeStep(state, { ...asked, side, facts: known.facts })
  switch (result.kind) {
    case 'taken':
      if (LEADING_ON.has(asked.step)) requireApplicantsSite(row)
      return result.to
    case 'already':
      return null
    case 'out_of_order':
      throw conflict(fillAll(R.outOfOrder, { state: APPLICATION_STATE_NAMES[state] }))
    case 'not_yours':
      throw notYours(result.by)
    case 'missing': {
      const what = inEach((lang) =>
        result.needs
          .map((need) => APPLICATION_NEED_NAMES[need][lang])
          .join(lang === 'zh' ? '、' : ', '),
      )
      throw conflict(fillAll(R.missing, { what }))
    }
  }
}

/** An office takes back only what it typed in itself; what a holder handed in it refuses, with why. */
export function mayWithdraw({ row, side }: Pick<OpenedApplication, 'row' | 'side'>): boolean {
  return side === 'holder' || row.byOffice
}

function notYours(sides: readonly ApplicationSide[]) {
  const who = inEach((lang) => sides.map((each) => APPLICATION_SIDE_NAMES[each][lang]).join(', '))
  return conflict(fillAll(R.notYours, { who }))
}

/** Steps that lead to a code; the others end it, or give it back. */
const LEADING_ON: ReadonlySet<ApplicationStep> = new Set([
  ...(['submit', 'pass_documents', 'schedule_check', 'record_check', 'approve'] as const),
])

/** A site that went to somebody else meanwhile is no longer the applicant's to ask for. */
function requireApplicantsSite(row: OpenedApplication['row']): void {
  if (row.siteHolderId !== row.organisationId) {
    throw conflict(fillAll(R.holderChanged, { site: row.siteName }))
  }
}

/** What writes a step: the application as it was seen, its line in the history, the log. */
export function stepChange(
  ctx: Pick<VerbContext, 'db' | 'actor' | 'now' | 'newId'>,
  { row, side }: OpenedApplication,
  taken: {
    readonly step: ApplicationStep
    readonly to: ApplicationState
    readonly day: string | null
    readonly reason: string | null
    readonly set: Partial<ApplicationRow>
  },
) {
  const { step, to, day, reason, set } = taken
  const isOver = to === 'approved' || to === 'rejected' || to === 'withdrawn'
  const over = isOver ? { dueOn: null, remindOn: null, closedAt: ctx.now() } : {}
  const after = { ...set, ...over, state: to }
  return {
    guards: [{ holds: applicationIs(row), refusal: editedMeanwhile }],
    statements: [
      updateApplication(ctx.db, { id: row.id, set: after }),
      insertApplicationStep(ctx.db, {
        ...{ id: ctx.newId(), applicationId: row.id, step, side, day, reason },
        ...{ fromState: row.state, toState: to, at: ctx.now(), actor: actorText(ctx.actor) },
      }),
    ],
    audit: [
      {
        action: 'application.step',
        entityId: row.id,
        before: { state: row.state },
        after: { did: step, side, day, ...after },
        reason,
      },
    ],
  } satisfies ChangePart
}
