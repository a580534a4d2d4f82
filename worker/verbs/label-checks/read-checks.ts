import {
  type LabelCheckItem,
  type LabelRound,
  listLabelRounds,
  readLabelRound,
} from '../../../db/queries/label-checks.ts'
import { LABEL_CHECKS_COPY as W } from '../../copy/portal/label-checks.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { boundsOf, mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

export type { LabelCheckItem, LabelRound }

/** Rounds of inspectors of the actor's place, newest first. */
export async function readLabelRounds(ctx: Reading, asked: PageAsked): Promise<Page<LabelRound>> {
  const bounds = boundsOf(ctx, 'labels.inspect')
  return listPage(asked, { recordedAt: 'whole', recordId: 'text' }, (page) =>
    listLabelRounds(ctx.db, { bounds, ...page }),
  )
}

/** One round with its checks; any of another place is simply not there. */
export async function showLabelRound(
  ctx: Reading,
  recordId: string,
): Promise<{ readonly first: LabelCheckItem; readonly checks: readonly LabelCheckItem[] }> {
  requireAny(ctx, 'labels.inspect')
  const checks = await readLabelRound(ctx.db, recordId)
  const [first] = checks
  if (first === undefined) throw notFound(W.noun)
  if (!mayDo(ctx.actor, 'labels.inspect', targetOf(first))) throw notFound(W.noun)
  return { first, checks }
}
