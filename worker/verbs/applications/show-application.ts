import { listApplicationSteps } from '../../../db/queries/applications.ts'
import { readDaysOff } from '../../../db/queries/days-off.ts'
import { type GrantedStatus, readGrantedStatuses } from '../../../db/queries/granted-codes.ts'
import { countOpenSeasons } from '../../../db/queries/seasons.ts'
import { type ApplicationStep, stepsOpenTo } from '../../domain/applications/workflow.ts'
import { undecidedYears } from '../../domain/calendar/working-days.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { type KnownApplication, knowApplication } from './application-facts.ts'
import { type OpenedApplication, openApplication } from './open-application.ts'
import { mayWithdraw } from './step-change.ts'
import { STEP_PERMISSIONS } from './take-step.ts'

export type ShownApplication = OpenedApplication & {
  readonly known: KnownApplication
  readonly steps: Awaited<ReturnType<typeof listApplicationSteps>>
  /** What the actor may do next, in the order of the way. */
  readonly open: readonly ApplicationStep[]
  readonly mayFill: boolean
  /** False for who only looks: numbers of people and their households are left out. */
  readonly mayReadPrivate: boolean
  /** The minutes of its check, where the actor may read them. */
  readonly minutesId: string | null
  /** Seasons that go along to a new holder. */
  readonly openSeasons: number
  /** Years that its term leans on and whose days off are not decided yet. */
  readonly undecided: readonly string[]
  /** What it led to, as it stands today. */
  readonly granted: readonly GrantedStatus[]
}

/** An application with all that hangs on it. */
export async function showApplication(ctx: VerbContext, id: string): Promise<ShownApplication> {
  const opened = await openApplication(ctx, id, 'applications.read')
  const { row, target, side } = opened
  const day = vietnamDateOf(ctx.now())
  const codes = row.grantedCodes
  const [known, steps, openSeasons, granted, daysOff] = await Promise.all([
    knowApplication(ctx, opened),
    listApplicationSteps(ctx.db, id),
    row.kind === 'change_holder' ? countOpenSeasons(ctx.db, row.siteId) : 0,
    codes.length === 0 ? [] : readGrantedStatuses(ctx.db, { codes, day }),
    readDaysOff(ctx.db),
  ])
  const may = (step: ApplicationStep) =>
    (step !== 'withdraw' || mayWithdraw(opened)) &&
    mayDo(ctx.actor, step === 'approve' ? 'codes.grant' : STEP_PERMISSIONS[step], target)
  const isFilling = row.state === 'draft' || row.state === 'supplement_requested'
  return {
    ...opened,
    ...{ known, steps, openSeasons, granted },
    undecided: row.dueOn === null ? [] : undecidedYears(day, row.dueOn, daysOff),
    open: stepsOpenTo(row.state, side, known.facts).filter(may),
    mayFill: isFilling && mayDo(ctx.actor, 'applications.write', target),
    minutesId: mayDo(ctx.actor, 'inspections.read', target) ? row.inspectionId : null,
    mayReadPrivate: mayDo(ctx.actor, 'applications.write', target),
  }
}
