import { listCaseEvents } from '../../../db/queries/case-events.ts'
import { readDaysOff } from '../../../db/queries/days-off.ts'
import { listEvidence } from '../../../db/queries/evidence.ts'
import { countByState, selectItems } from '../../../db/queries/foreign-notice-items.ts'
import { undecidedYears } from '../../domain/calendar/working-days.ts'
import type { CaseEventKind } from '../../domain/cases/kinds.ts'
import { ITEM_STATES } from '../../domain/foreign-notices/kinds.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { answerOf } from './answer-evidence.ts'
import { awaitsReport } from './answer-notice.ts'
import { withStatus } from './list-notices.ts'
import { openItem, openNotice, targetOfItem } from './open-notice.ts'

/** What its holder sees of the way of a code. */
const FOR_HOLDER: ReadonlySet<CaseEventKind> = new Set([
  ...(['cause', 'answered', 'returned', 'rechecked'] as const),
  ...(['replied', 'closed', 'suspended', 'restored'] as const),
])

/** A notice with how far it is, for whoever works on it; that it was looked at stands in the log. */
export async function showNotice(ctx: VerbContext, id: string) {
  const opened = await openNotice(ctx, id, 'foreign.read')
  const { row, bounds, target } = opened
  const { db } = ctx
  const ofCase = { organisationId: null, place: row }
  // The way and the papers of the whole are the case's, and for whoever may read that.
  const mayReadCase = mayDo(ctx.actor, 'cases.read', ofCase)
  const owner = { entity: 'case', entityId: id } as const
  const [counts, events, evidence, daysOff] = await Promise.all([
    countByState(db, { noticeId: id, bounds }),
    mayReadCase ? listCaseEvents(db, owner) : [],
    mayReadCase ? listEvidence(db, owner) : [],
    readDaysOff(db),
    looked(ctx, { id, target }),
  ])
  const may = {
    work: mayDo(ctx.actor, 'foreign.work', target),
    decide: mayDo(ctx.actor, 'foreign.decide', target),
    readCase: mayReadCase,
    writeCase: mayDo(ctx.actor, 'cases.write', ofCase),
  }
  const today = vietnamDateOf(ctx.now())
  const undecided = row.state === 'closed' ? [] : undecidedYears(today, row.dueOn, daysOff)
  return { ...opened, counts, events, evidence, may, undecided }
}

export type ShownNotice = Awaited<ReturnType<typeof showNotice>>

/** Codes of one holder on one page: larger holdings answer all at once. */
export const MOST_OWN = 500

/** A notice as a holder sees it: their own codes, and the files of their answers. */
export async function showOwnNotice(ctx: VerbContext, id: string) {
  const opened = await openNotice(ctx, id, 'foreign.read')
  const { row, bounds, target } = opened
  const found = await selectItems(ctx.db, { noticeId: id, bounds, states: ITEM_STATES })
  const items = await withStatus(ctx, { items: found.slice(0, MOST_OWN), market: row.market })
  const organisationId = target?.organisationId ?? ''
  const answer = answerOf({ noticeId: id, organisationId })
  const [evidence] = await Promise.all([listEvidence(ctx.db, answer), looked(ctx, { id, target })])
  const awaited = found.filter(awaitsReport).length
  return { ...opened, items, evidence, awaited, answerId: answer.entityId, total: found.length }
}

export type OwnNotice = Awaited<ReturnType<typeof showOwnNotice>>

/** One code of a notice with its way, as whoever asks may see it. */
export async function showItem(
  ctx: VerbContext,
  asked: { readonly noticeId: string; readonly id: string },
) {
  const opened = await openItem(ctx, asked, 'foreign.read')
  const { item, row } = opened
  const target = targetOfItem(item)
  const { organisationId } = item
  const answer =
    organisationId === null ? null : answerOf({ noticeId: asked.noticeId, organisationId })
  const [[withToday], events, evidence] = await Promise.all([
    withStatus(ctx, { items: [item], market: row.market }),
    listCaseEvents(ctx.db, { entity: 'notice_item', entityId: item.id }),
    answer === null ? [] : listEvidence(ctx.db, answer),
    looked(ctx, { id: asked.noticeId, target }),
  ])
  const may = {
    work: mayDo(ctx.actor, 'foreign.work', target),
    decide: mayDo(ctx.actor, 'foreign.decide', target),
    answer: mayDo(ctx.actor, 'foreign.answer', target),
  }
  return {
    ...{ ...opened, item: withToday ?? { ...item, status: null }, evidence, may },
    answerId: answer?.entityId ?? null,
    events: may.work ? events : events.filter(({ kind }) => FOR_HOLDER.has(kind)),
  }
}

export type ShownItem = Awaited<ReturnType<typeof showItem>>

function looked(
  ctx: VerbContext,
  { id, target }: { readonly id: string; readonly target: Parameters<typeof mayDo>[2] },
): Promise<void> {
  return change(ctx, {
    may: 'foreign.read',
    target,
    audit: { action: 'case.look', entityId: id },
  })
}
