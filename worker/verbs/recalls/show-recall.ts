import { readDaysOff } from '../../../db/queries/days-off.ts'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import {
  listBatchesOfCase,
  listRecallCases,
  listReceivers,
  readRecallCase,
} from '../../../db/queries/recall-cases.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import { undecidedYears } from '../../domain/calendar/working-days.ts'
import { effectivenessOf } from '../../domain/recalls/effectiveness.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import type { Reading, VerbContext } from '../context.ts'
import { boundsOf, mayDo, requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

const MOST = 200

/** Recalls the actor may read about, newest first; at most 200. */
export function readRecallCases(ctx: Reading) {
  const bounds = boundsOf(ctx, 'batches.read')
  return listRecallCases(ctx.db, { bounds, limit: MOST })
}

/** A recall and whose it is, to do something to it; another's is simply not there. */
export async function loadRecall(ctx: Reading, id: string, to: Permission) {
  requireAny(ctx, to)
  const recall = await readRecallCase(ctx.db, id)
  const owner = recall === null ? null : await readOrganisation(ctx.db, recall.organisationId)
  if (recall === null || owner === null) throw notFound(THINGS.recall)
  const target = targetOfOrganisation(owner)
  if (!mayDo(ctx.actor, to, target)) throw notFound(THINGS.recall)
  return { recall, owner, target }
}

/** A recall with its batches, who was reached and what came back. */
export async function showRecall(ctx: Reading & Pick<VerbContext, 'now'>, id: string) {
  const loaded = await loadRecall(ctx, id, 'batches.read')
  const [batches, receivers, daysOff] = await Promise.all([
    listBatchesOfCase(ctx.db, id),
    listReceivers(ctx.db, id),
    readDaysOff(ctx.db),
  ])
  const effect = effectivenessOf(
    receivers.map(({ receiver, sale }) => ({
      soldKg: sale.quantityKg,
      confirmed: receiver.confirmedAt !== null,
      foundKg: receiver.foundKg,
      returnedKg: receiver.returnedKg,
    })),
  )
  const { reportedAt, reportDueOn } = loaded.recall
  const today = vietnamDateOf(ctx.now())
  const undecided = reportedAt === null ? undecidedYears(today, reportDueOn, daysOff) : []
  return { ...loaded, batches, receivers, effect, undecided }
}
