import {
  hasRoomForSubject,
  insertSubject,
  listAgencies,
  listDesk,
  MOST_SUBJECTS,
} from '../../../db/queries/cases.ts'
import { hasNoOpenItems } from '../../../db/queries/foreign-notice-items.ts'
import { fillAll } from '../../copy/fill.ts'
import { AGENCY_NAMES, CASE_OUTCOME_NAMES } from '../../copy/portal/case-names.ts'
import { CASE_REFUSALS as R } from '../../copy/refusals/cases.ts'
import { FOREIGN_REFUSALS } from '../../copy/refusals/foreign-notices.ts'
import {
  CASE_ASSIGNMENT,
  CASE_CLOSING,
  CASE_HANDING_OVER,
  CASE_NOTE,
  CASE_REASON,
  CASE_SUBJECT,
} from '../../resources/case.ts'
import { inputOf } from '../../resources/resource.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { type Filled, openSeen } from '../records/filled.ts'
import { changeCase, requireAct } from './change-case.ts'
import { openCase } from './open-case.ts'
import { subjectOf } from './subject-of.ts'

/** Adds words to a case that is not closed. */
export async function noteCase({ ctx, input }: Filled): Promise<{ id: string }> {
  const opened = await openCase(ctx, input.id, 'cases.write')
  const { text } = parseInput(inputOf(CASE_NOTE), input.texts)
  return changeCase(ctx, opened, { may: 'cases.write', kind: 'noted', text })
}

/** Names another thing that it is about. */
export async function addCaseSubject({ ctx, input }: Filled): Promise<{ id: string }> {
  const opened = await openCase(ctx, input.id, 'cases.write')
  const { aboutKind, aboutText } = parseInput(inputOf(CASE_SUBJECT), input.texts)
  const { kind, entityId, shown } = await subjectOf(ctx, { kind: aboutKind, typed: aboutText })
  const caseId = opened.row.id
  return changeCase(ctx, opened, {
    may: 'cases.write',
    kind: 'subject',
    text: shown,
    statements: [insertSubject(ctx.db, { caseId, kind, entityId, shown, addedAt: ctx.now() })],
    guards: [
      {
        holds: hasRoomForSubject(caseId),
        refusal: () => conflict(fillAll(R.tooManySubjects, { most: MOST_SUBJECTS })),
      },
    ],
    audit: 'case.subject',
    after: { kind, shown },
  })
}

/** Gives a case to somebody who answers for its place; a new one is thereby taken up. */
export async function assignCase({ ctx, input }: Filled): Promise<{ id: string }> {
  const opened = await openSeen(openCase, { ctx, input }, 'cases.write')
  const { row } = opened
  const { assignedTo, dueOn } = parseInput(inputOf(CASE_ASSIGNMENT), input.texts)
  if (row.state === 'closed') throw conflict(R.closed)
  const { provinceCode, communeCode } = row
  const desk = await listDesk(ctx.db, { provinceCode, communeCode })
  const person = desk.find(({ userId }) => userId === assignedTo)
  if (person === undefined) throw invalidField('assignedTo', R.nobodySuch)
  const state = row.state === 'open' ? requireAct(row, 'start') : row.state
  return changeCase(ctx, opened, {
    may: 'cases.write',
    kind: 'assigned',
    text: person.name,
    set: { assignedTo, dueOn, state },
  })
}

/** Goes on with a case that waited, or puts it on hold. */
export async function moveCase(
  asked: Filled,
  act: 'start' | 'wait' | 'reopen',
): Promise<{ id: string }> {
  const { ctx, input } = asked
  const may = act === 'reopen' ? 'cases.decide' : 'cases.write'
  const opened = await openSeen(openCase, { ctx, input }, may)
  const { text } = parseInput(inputOf(CASE_REASON), input.texts)
  const { row } = opened
  // A new one is taken up by being given to somebody.
  if (act === 'start' && row.state === 'open') throw conflict(R.nobodySuch)
  const reopened = act === 'reopen' ? { outcome: null, closedAt: null } : {}
  return changeCase(ctx, opened, {
    may,
    kind: act === 'wait' ? 'waited' : act === 'start' ? 'started' : 'reopened',
    text,
    set: { state: requireAct(row, act), ...reopened },
  })
}

/** Hands a case to an agency by letter; one with an account here reads it from then on. */
export async function handOverCase({ ctx, input }: Filled): Promise<{ id: string }> {
  const opened = await openSeen(openCase, { ctx, input }, 'cases.decide')
  const given = parseInput(inputOf(CASE_HANDING_OVER), input.texts)
  const { agencyId, agencyName, agencyKind, handedPaperNo } = given
  if (agencyId !== null && !(await listAgencies(ctx.db)).some(({ id }) => id === agencyId)) {
    throw invalidField('agencyId', R.noAgency)
  }
  return changeCase(ctx, opened, {
    may: 'cases.decide',
    kind: 'handed_over',
    text: `${AGENCY_NAMES[agencyKind].vi}: ${agencyName} (${handedPaperNo})`,
    set: { ...given, state: requireAct(opened.row, 'hand_over') },
  })
}

/** Ends a case with what came of it. */
export async function closeCase({ ctx, input }: Filled): Promise<{ id: string }> {
  const opened = await openSeen(openCase, { ctx, input }, 'cases.decide')
  const { outcome, text } = parseInput(inputOf(CASE_CLOSING), input.texts)
  return changeCase(ctx, opened, {
    may: 'cases.decide',
    kind: 'closed',
    text: `${CASE_OUTCOME_NAMES[outcome].vi}. ${text}`,
    set: { outcome, state: requireAct(opened.row, 'close'), closedAt: ctx.now() },
    guards: [
      {
        holds: hasNoOpenItems(opened.row.id),
        refusal: () => conflict(FOREIGN_REFUSALS.openItems),
      },
    ],
  })
}
