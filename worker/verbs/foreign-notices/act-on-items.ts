import { listDesk, takeUpCase } from '../../../db/queries/cases.ts'
import { closeIfDone } from '../../../db/queries/foreign-notices.ts'
import { fill } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { CASE_OUTCOME_NAMES } from '../../copy/portal/case-names.ts'
import { CAUSE_NAMES, RECHECK_NAMES } from '../../copy/portal/foreign-notice-names.ts'
import { FOREIGN_COPY as W } from '../../copy/portal/foreign-notices.ts'
import { CASE_REFUSALS } from '../../copy/refusals/cases.ts'
import {
  NOTICE_ASSIGNMENT,
  NOTICE_CAUSE,
  NOTICE_CLOSING,
  NOTICE_RECHECK,
  NOTICE_REPLY,
  NOTICE_REPORT,
  NOTICE_RETURN,
} from '../../resources/foreign-notice.ts'
import { inputOf } from '../../resources/resource.ts'
import type { Lookup, VerbContext } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import type { Texts } from '../records/save-record.ts'
import { changeItems, type Step } from './change-items.ts'
import { type Meant, requireSeen, type Selected, selectFor } from './select-items.ts'

type Asked = { readonly ctx: VerbContext; readonly input: Meant & { readonly texts: Texts } }
type Moved = Promise<{ readonly id: string; readonly count: number }>

/** Gives codes to somebody who answers for their place; the case is thereby taken up. */
export async function assignItems({ ctx, input }: Asked): Moved {
  const selected = await seen(ctx, input, { act: 'assign', may: 'foreign.work' })
  const { assignedTo } = parseInput(inputOf(NOTICE_ASSIGNMENT), input.texts)
  const desk = await deskOf(ctx, selected)
  const person = desk.find(({ userId }) => userId === assignedTo)
  if (person === undefined) throw invalidField('assignedTo', CASE_REFUSALS.nobodySuch)
  const step: Step = { act: 'assign', kind: 'assigned', text: person.name }
  return changeItems(ctx, selected, {
    ...{ may: 'foreign.work', kind: 'assigned', text: person.name },
    steps: () => [step],
    set: () => ({ assignedTo }),
    also: mayTakeUp(ctx, selected) ? [takeUpCase(ctx.db, { id: input.id, assignedTo })] : [],
  })
}

/** An office of another province gives out codes of its own, never the case. */
function mayTakeUp({ actor }: VerbContext, { row }: Selected): boolean {
  return mayDo(actor, 'cases.write', { organisationId: null, place: row })
}

/** Who may be given all of these codes: inspectors and officers of their places. */
export function deskOf({ db }: Lookup, { items, row }: Selected) {
  const communes = new Set(items.map(({ communeCode }) => communeCode))
  const [commune = null] = communes.size === 1 ? communes : [null]
  const provinceCode = items[0]?.provinceCode ?? row.provinceCode
  return listDesk(db, { provinceCode, communeCode: commune })
}

/** Settles why it came about. */
export async function settleCause({ ctx, input }: Asked): Moved {
  const selected = await seen(ctx, input, { act: 'find_cause', may: 'foreign.work' })
  const { cause, causeText } = parseInput(inputOf(NOTICE_CAUSE), input.texts)
  const text = `${CAUSE_NAMES[cause].vi}. ${causeText}`
  return changeItems(ctx, selected, {
    ...{ may: 'foreign.work', kind: 'cause', text },
    steps: () => [{ act: 'find_cause', kind: 'cause', text }],
    set: () => ({ cause, causeText }),
  })
}

/** Puts down, for a holder who reported on paper, what was put right. */
export async function recordReport({ ctx, input }: Asked): Moved {
  const selected = await seen(ctx, input, { act: 'report', may: 'foreign.work' })
  const { text } = parseInput(inputOf(NOTICE_REPORT), input.texts)
  return changeItems(ctx, selected, {
    ...{ may: 'foreign.work', kind: 'answered', text },
    steps: () => [{ act: 'report', kind: 'answered', text }],
    set: () => ({ report: text }),
  })
}

/** Sends reports back that do not do, or after which a re-check failed. */
export async function returnReports({ ctx, input }: Asked): Moved {
  const selected = await seen(ctx, input, { act: 'return', may: 'foreign.work' })
  const { text } = parseInput(inputOf(NOTICE_RETURN), input.texts)
  return changeItems(ctx, selected, {
    ...{ may: 'foreign.work', kind: 'returned', text },
    steps: () => [{ act: 'return', kind: 'returned', text }],
    // Their holders are told again, and see them from then on.
    set: () => ({ passed: null, toldAt: null }),
  })
}

/** Puts down what the second look showed. */
export async function recheckItems({ ctx, input }: Asked): Moved {
  const selected = await seen(ctx, input, { act: 'recheck', may: 'foreign.work' })
  const { result, text: found } = parseInput(inputOf(NOTICE_RECHECK), input.texts)
  const text = `${RECHECK_NAMES[result].vi}. ${found}`
  return changeItems(ctx, selected, {
    ...{ may: 'foreign.work', kind: 'rechecked', text },
    steps: () => [{ act: 'recheck', kind: 'rechecked', text }],
    set: () => ({ passed: result === 'passed' }),
  })
}

/** Puts down by which paper the importing country was answered. */
export async function replyFor({ ctx, input }: Asked): Moved {
  const selected = await seen(ctx, input, { act: 'reply', may: 'foreign.decide' })
  const { paperNo, repliedOn, text: note } = parseInput(inputOf(NOTICE_REPLY), input.texts)
  const paper = fill(W.replyText.vi, { paperNo, on: formatOn(repliedOn, 'vi') })
  const text = note === null ? paper : `${paper} ${note}`
  return changeItems(ctx, selected, {
    ...{ may: 'foreign.decide', kind: 'replied', text },
    steps: () => [{ act: 'reply', kind: 'replied', text }],
    set: () => ({}),
  })
}

/** Ends what was answered; the case ends with the last of its codes. */
export async function closeItems({ ctx, input }: Asked): Moved {
  const selected = await seen(ctx, input, { act: 'close', may: 'foreign.decide' })
  const { outcome, text: why } = parseInput(inputOf(NOTICE_CLOSING), input.texts)
  const text = `${CASE_OUTCOME_NAMES[outcome].vi}. ${why}`
  return changeItems(ctx, selected, {
    ...{ may: 'foreign.decide', kind: 'closed', text },
    steps: () => [{ act: 'close', kind: 'closed', text }],
    set: () => ({}),
    also: [closeIfDone(ctx.db, { id: input.id, closedAt: ctx.now(), outcome })],
  })
}

async function seen(
  ctx: VerbContext,
  { id, filter, texts }: Asked['input'],
  asked: Parameters<typeof selectFor>[2],
): Promise<Selected> {
  const selected = await selectFor(ctx, { id, filter }, asked)
  requireSeen(selected, texts)
  return selected
}
