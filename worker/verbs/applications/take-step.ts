import type { ApplicationRow } from '../../../db/queries/applications.ts'
import { readDaysOff } from '../../../db/queries/days-off.ts'
import { APPLICATION_REFUSALS as R } from '../../copy/refusals/applications.ts'
import { answerDueOn, termRuleFor } from '../../domain/applications/terms.ts'
import {
  type ApplicationState,
  type ApplicationStep,
  isCheckRequiredAnew,
  type StepInput,
} from '../../domain/applications/workflow.ts'
import type { DaysOff } from '../../domain/calendar/public-holidays.ts'
import { addWorkingDays } from '../../domain/calendar/working-days.ts'
import { type CalendarDate, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { APPLICATION_STEP_FORMS } from '../../resources/application.ts'
import { inputOf } from '../../resources/resource.ts'
import { change, doneAlready } from '../change.ts'
import type { Call, VerbContext } from '../context.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { requireSeen } from '../records/filled.ts'
import type { Texts } from '../records/save-record.ts'
import { type KnownApplication, knowApplication } from './application-facts.ts'
import { messagesOfStep } from './application-message.ts'
import { readCheck } from './check-inspections.ts'
import { type OpenedApplication, openApplication } from './open-application.ts'
import { requireStep, stepChange } from './step-change.ts'

/** Every step but the approval, which writes codes with it: see `approveApplication`. */
export type PlainStep = Exclude<ApplicationStep, 'approve'>

/** What each step needs of the permission table; whose step it is the way of applications says. */
export const STEP_PERMISSIONS = {
  submit: 'applications.write',
  withdraw: 'applications.write',
  request_supplement: 'applications.process',
  pass_documents: 'applications.process',
  schedule_check: 'applications.process',
  record_check: 'applications.process',
  reject: 'applications.process',
} as const satisfies Record<PlainStep, string>

/** How long a holder is not reminded of what is to be added. */
const SUPPLEMENT_DAYS = 5

/**
 * Takes a step of the way of applications: who, when and why are kept with it, the term follows the
 * state, and the other side is told. A step asked twice is taken once; one out of its order, or on
 * an application that somebody else has just moved, is a `conflict` that says so.
 */
export async function takeApplicationStep({
  ctx,
  input,
}: Call<{ readonly id: string; readonly step: PlainStep; readonly texts: Texts }>): Promise<{
  id: string
}> {
  const { id, step, texts } = input
  const may = STEP_PERMISSIONS[step]
  const opened = await openApplication(ctx, id, may)
  const known = await knowApplication(ctx, opened)
  const { words: reason, typed } = readStep(step, texts, vietnamDateOf(ctx.now()))
  const said = step === 'record_check' ? await readCheck(ctx, opened, typed) : typed
  const to = requireStep(opened, known, { step, input: said })
  const isSame = step === 'schedule_check' && isScheduledFor(opened, said)
  if (to === null || isSame) {
    return doneAlready(ctx, { may, target: opened.target, receipt: { id } })
  }
  requireSeen(opened.row, texts)
  const daysOff = await readDaysOff(ctx.db)
  const set = setOf(ctx, { opened, known, step, to, said, daysOff })
  const day = said.checkOn ?? null
  return change(ctx, {
    may,
    target: opened.target,
    ...stepChange(ctx, opened, { step, to, day, reason, set }),
    tell: await messagesOfStep(ctx, opened, { step, reason, day, dueOn: set.dueOn ?? null }),
    receipt: { id },
  })
}

/** A visit put off to the day it is on. */
function isScheduledFor({ row }: OpenedApplication, { checkOn }: StepInput): boolean {
  return row.state === 'field_check_scheduled' && row.checkOn === checkOn
}

/** What comes with a step, and the minutes it is taken from. */
type Said = StepInput & { readonly inspectionId: string | null }

/** What was said with a step, and its words for the history. */
function readStep(step: PlainStep, texts: Texts, today: CalendarDate) {
  const said: {
    readonly reason?: string
    readonly note?: string | null
    readonly checkOn?: string | null
    readonly outcome?: StepInput['outcome'] | null
    readonly inspectionId?: string | null
  } = parseInput(inputOf<object>({ fields: APPLICATION_STEP_FORMS[step] }), texts)
  const { reason, note, inspectionId = null } = said
  const { checkOn = null, outcome = null } = said
  if (step === 'schedule_check' && checkOn !== null && checkOn < today) {
    throw invalidField('checkOn', R.dayPast)
  }
  if (step === 'record_check' && inspectionId === null && checkOn !== null && checkOn > today) {
    throw invalidField('checkOn', R.dayAhead)
  }
  const typed: Said = {
    ...(reason === undefined ? {} : { reason }),
    ...(checkOn === null ? {} : { checkOn }),
    ...(outcome === null ? {} : { outcome }),
    inspectionId,
  }
  return { typed, words: reason ?? note ?? null }
}

/** The columns that a step changes beside the state. */
function setOf(
  ctx: Pick<VerbContext, 'now'>,
  given: {
    readonly opened: OpenedApplication
    readonly known: KnownApplication
    readonly step: PlainStep
    readonly to: ApplicationState
    readonly said: Said
    readonly daysOff: DaysOff
  },
): Partial<ApplicationRow> {
  const { opened, known, step, to, said, daysOff } = given
  const today = vietnamDateOf(ctx.now())
  if (step === 'submit') return handedIn(opened, known, { today, daysOff })
  const { handedInOn, workingDays } = opened.row
  const since = handedInOn === null ? null : toCalendarDate(handedInOn)
  const dueOn = answerDueOn({
    ...{ state: to, handedInOn: since },
    rule: { workingDays: workingDays ?? known.rule.workingDays },
    daysOff,
  })
  const waits = to === 'supplement_requested'
  return {
    dueOn,
    ...(waits ? { remindOn: addWorkingDays(today, SUPPLEMENT_DAYS, daysOff) } : {}),
    ...(step === 'schedule_check'
      ? { checkOn: said.checkOn ?? null, checkOutcome: null, inspectionId: null }
      : {}),
    ...(step === 'record_check'
      ? {
          ...{ checkOn: said.checkOn ?? null, checkOutcome: said.outcome ?? null },
          inspectionId: said.inspectionId,
        }
      : {}),
  }
}

/** A term begins anew by the rules of the day; the office is reminded a working day before its end. */
function handedIn(
  { slot }: OpenedApplication,
  { crops, markets, facts, asks }: KnownApplication,
  { today, daysOff }: { readonly today: CalendarDate; readonly daysOff: DaysOff },
): Partial<ApplicationRow> {
  const exportMarkets = markets.filter((market) => market !== 'VNM')
  const { workingDays, basis } = termRuleFor({ siteKind: slot, exportMarkets, crops }, today)
  return {
    handedInOn: today,
    dueOn: answerDueOn({ state: 'submitted', handedInOn: today, rule: { workingDays }, daysOff }),
    workingDays,
    termBasis: basis,
    checkRequired: isCheckRequiredAnew(facts),
    marketAsks: asks,
    ...{ checkOn: null, checkOutcome: null, inspectionId: null },
    remindOn: addWorkingDays(today, Math.max(workingDays - 1, 0), daysOff),
  }
}
