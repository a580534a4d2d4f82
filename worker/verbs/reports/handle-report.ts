import {
  insertAnswer,
  moveJoined,
  readReport,
  reportIs,
  updateReport,
} from '../../../db/queries/reports.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import type { AuditAction } from '../../copy/portal/audit-names.ts'
import { REPORT_REFUSALS } from '../../copy/refusals/reports.ts'
import type { ReportOutcome, ReportState } from '../../domain/reports/report-states.ts'
import { change, type Guard } from '../change.ts'
import { actorText, type VerbContext } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { openReport } from './open-report.ts'

const OPEN = ['new', 'in_progress'] as const
const NOT_CLOSED = [...OPEN, 'set_aside'] as const

type Given<I> = { readonly ctx: VerbContext; readonly input: { readonly id: string } & I }

/** An officer takes up a report, also one that was set aside: its sender reads that it is looked into. */
export async function takeUpReport({ ctx, input: { id } }: Given<unknown>): Promise<void> {
  await handle(ctx, {
    id,
    from: ['new', 'set_aside'],
    action: 'report.take-up',
    statements: [updateReport(ctx.db, { id, state: 'in_progress' })],
  })
}

/** Tells the senders of a report, and of those joined to it, something; they read it by their receipts. */
export async function answerReport({
  ctx,
  input: { id, text },
}: Given<{ readonly text: string }>): Promise<void> {
  await handle(ctx, {
    id,
    from: NOT_CLOSED,
    action: 'report.answer',
    after: { text },
    statements: [answerOf(ctx, { id, text }), updateReport(ctx.db, { id, state: 'in_progress' })],
  })
}

/** Closes a report with what was found, and what its senders are told. */
export async function closeReport({
  ctx,
  input: { id, outcome, text },
}: Given<{ readonly outcome: ReportOutcome; readonly text: string | null }>): Promise<void> {
  await handle(ctx, {
    id,
    from: NOT_CLOSED,
    action: 'report.close',
    after: { outcome, text },
    statements: [
      updateReport(ctx.db, { id, state: 'closed', outcome, closedAt: ctx.now() }),
      ...(text === null ? [] : [answerOf(ctx, { id, text })]),
    ],
  })
}

/** Joins a report, with those that hang on it, to another that is open and is answered for all. */
export async function joinReport({
  ctx,
  input: { id, to },
}: Given<{ readonly to: string }>): Promise<void> {
  const other = to === id ? null : await readReport(ctx.db, to)
  if (other === null) throw invalidField('to', REPORT_REFUSALS.noSuchOther)
  await openReport(ctx, to, 'reports.answer')
  await handle(ctx, {
    id,
    from: NOT_CLOSED,
    action: 'report.join',
    after: { to },
    guards: [
      {
        holds: reportIs(to, OPEN),
        refusal: () => invalidField('to', REPORT_REFUSALS.noSuchOther),
      },
    ],
    statements: [moveJoined(ctx.db, { from: id, to }), updateReport(ctx.db, { id, joinedTo: to })],
  })
}

/** Hands a report to the officers of another province; whoever does may no longer see it. */
export async function passReportOn({
  ctx,
  input: { id, provinceCode },
}: Given<{ readonly provinceCode: string }>): Promise<void> {
  await handle(ctx, {
    id,
    from: NOT_CLOSED,
    action: 'report.pass-on',
    after: { provinceCode },
    statements: [updateReport(ctx.db, { id, state: 'new', provinceCode, communeCode: null })],
  })
}

async function handle(
  ctx: VerbContext,
  given: {
    readonly id: string
    readonly from: readonly ReportState[]
    readonly action: AuditAction
    readonly after?: object
    readonly guards?: readonly Guard[]
    readonly statements: readonly Statement[]
  },
): Promise<void> {
  const { id, from, action, after, guards = [], statements } = given
  const { report, target } = await openReport(ctx, id, 'reports.answer')
  await change(ctx, {
    may: 'reports.answer',
    target,
    guards: [
      { holds: reportIs(id, from), refusal: () => conflict(REPORT_REFUSALS.notOpen) },
      ...guards,
    ],
    statements,
    audit: { action, entity: 'report', entityId: id, before: { state: report.state }, after },
    receipt: { id },
  })
}

function answerOf(ctx: VerbContext, { id, text }: { id: string; text: string }): Statement {
  const { actor } = ctx
  return insertAnswer(ctx.db, {
    ...{ id: ctx.newId(), reportId: id, text, answeredAt: ctx.now(), actor: actorText(actor) },
    authority: actor.kind === 'user' ? actor.organisationName : actor.name,
  })
}
