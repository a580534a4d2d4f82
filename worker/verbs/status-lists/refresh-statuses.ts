import { readFactsOfBatches } from '../../../db/queries/batch-facts.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import {
  areStillDue,
  type DueBatch,
  deleteDue,
  isStatusDue,
  readDueBatches,
} from '../../../db/queries/status-due.ts'
import { type LabelStatusRow, storeLabelStatuses } from '../../../db/queries/status-lists.ts'
import { nextChangeOn } from '../../domain/status-list/next-change.ts'
import { offlineStatus } from '../../domain/status-list/offline-status.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { standingFacts, toBatchFacts } from '../scan/batch-facts.ts'

type RefreshContext = Pick<VerbContext, 'db' | 'now' | 'giveWay'>

/** Batches judged and stored at once: their documents are one answer of the database. */
const AT_ONCE = 100

/**
 * Judges anew what the status lists say of every batch that something changed of, the longest due
 * first, until none is left or time is up. Safe beside others doing the same: what is stored was
 * read while its notes still stood, or is not stored. Gives whether nothing is left.
 */
export async function refreshStatuses(
  ctx: RefreshContext,
  until: { readonly endBy: number },
): Promise<boolean> {
  do {
    const today = vietnamDateOf(ctx.now())
    // Nearly always nothing is, and looking costs no write.
    if (!(await isStatusDue(ctx.db, today))) return true
    const due = await readDueBatches(ctx.db, { today, limit: AT_ONCE })
    if (due.length === 0) return true
    if (!(await storeJudged(ctx, due, today))) return false
    if (due.length < AT_ONCE) return true
  } while (ctx.now() < until.endBy)
  return false
}

/** False where another is at the same notes. */
async function storeJudged(
  ctx: RefreshContext,
  due: readonly DueBatch[],
  today: string,
): Promise<boolean> {
  const batchIds = [...new Set(due.map(({ batchId }) => batchId))]
  const rows: LabelStatusRow[] = []
  for (const { batchId, ...row } of await readFactsOfBatches(ctx.db, { batchIds, today })) {
    await ctx.giveWay()
    rows.push(...judged({ batchId, row, today }))
  }
  const ids = due.map(({ id }) => id)
  try {
    // No change(): it follows from rows that are there, whoever has written them.
    await runBatch(ctx.db, [
      guardStatement(ctx.db, areStillDue(ids)),
      ...storeLabelStatuses(ctx.db, rows),
      deleteDue(ctx.db, ids),
    ])
    return true
  } catch (error) {
    if (!isGuardRefusal(error)) throw error
    return false
  }
}

/** One row for each key that labels of the batch were signed with and that is not revoked. */
function judged(input: {
  readonly batchId: string
  readonly row: Parameters<typeof toBatchFacts>[0]
  readonly today: string
}): LabelStatusRow[] {
  const { batchId, today } = input
  const facts = toBatchFacts(input.row, null)
  const { label: _, ...standing } = standingFacts(facts, null)
  const kids = new Set(facts.runs.flatMap((run) => (run.keyRevokedFrom === null ? run.kid : [])))
  return [...kids].map((kid) => {
    const of = { standing, runs: facts.runs.filter((run) => run.kid === kid) }
    return {
      kid,
      batchId,
      ref: facts.document.provenance.ref,
      entry: JSON.stringify(offlineStatus(of, today)),
      nextChangeOn: nextChangeOn(of, today),
    }
  })
}
