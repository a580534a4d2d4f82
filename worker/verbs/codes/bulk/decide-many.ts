import { isUniqueViolation } from '../../../../db/errors.ts'
import { markUploadUsed } from '../../../../db/queries/bulk-decisions.ts'
import { type Recipients, readRecipients } from '../../../../db/queries/code-portal.ts'
import { isGuardRefusal } from '../../../../db/queries/guard-statement.ts'
import { finishImportRun, insertImportRun } from '../../../../db/queries/import-runs.ts'
import { fillAll } from '../../../copy/fill.ts'
import { CODE_REFUSALS } from '../../../copy/refusals/codes.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import { change } from '../../change.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { ownTarget, requireAny } from '../../guard/authorise.ts'
import { invalidField } from '../../guard/parse-input.ts'
import { tooBusy } from '../../guard/refusals.ts'
import { type AskedList, BULK_KIND, loadBulkList } from './bulk-list.ts'
import { chunkChange } from './chunk-change.ts'
import { chunksOf } from './chunks-of.ts'
import { loadBulkState } from './load-bulk-state.ts'
import { type PlannedDecision, planDecisions } from './plan-decisions.ts'

/** Decisions recorded in one atomic batch. */
const CHUNK = 200
const MOST_ROUNDS = 60

export type ManyDecided = {
  readonly recorded: number
  /** What was not recorded and why, as the run's page tells it. */
  readonly others: readonly {
    readonly row: number
    readonly typed: string
    readonly outcome: PlannedDecision['outcome']
    readonly note: string | null
  }[]
}

/**
 * Records a previewed list, in atomic batches of 200. What was decided on a code since the preview
 * is reported and left alone, the rest goes on. Cut off, it may be confirmed again and goes on where
 * it stopped; confirmed twice it records nothing twice. Holders are told once each.
 */
export async function decideMany(args: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly id: string
  /** True once what is unusual was shown and is to be recorded all the same. */
  readonly confirm: boolean
}): Promise<ManyDecided> {
  const { ctx, files, id, confirm } = args
  requireAny(ctx, 'codes.decide')
  const { upload, list } = await loadBulkList(ctx, files, id)
  let plan = await planNow(ctx, { id, list })
  if (upload.usedAt !== null) return resultOf(plan)
  const unusual = plan.filter((each) => each.outcome === 'ready' && each.unusual)
  if (unusual.length > 0 && !confirm) {
    throw invalidField('confirm', fillAll(CODE_REFUSALS.rowsToReview, { count: unusual.length }))
  }
  if (!plan.some(({ outcome }) => outcome === 'ready' || outcome === 'done')) return resultOf(plan)
  await beginRun(ctx, { id, fileName: upload.fileName, sha256: upload.sha256, total: plan.length })
  const recipients = await recipientsOf(ctx, plan)
  for (let round = 0; ; round++) {
    const [chunk] = chunksOf(plan, CHUNK)
    if (chunk === undefined) break
    if (round === MOST_ROUNDS * Math.ceil(plan.length / CHUNK + 1)) throw tooBusy()
    try {
      await change(ctx, chunkChange(ctx, { importId: id, chunk, plan, recipients }))
      const written = new Set(chunk.map(({ at }) => at))
      plan = plan.map((each) => (written.has(each.at) ? { ...each, outcome: 'done' } : each))
    } catch (error) {
      // Somebody decided in between, or the same list is being recorded twice: look again.
      if (!isGuardRefusal(error) && !isUniqueViolation(error)) throw error
      plan = await planNow(ctx, { id, list })
    }
  }
  const result = resultOf(plan)
  await change(ctx, {
    may: 'codes.decide',
    target: ownTarget(ctx),
    statements: [
      finishImportRun(ctx.db, {
        ...{ id, finishedAt: ctx.now(), counts: countsOf(plan) },
        report: { others: result.others.slice(0, REPORTED) },
      }),
      markUploadUsed(ctx.db, { id, at: ctx.now() }),
    ],
    // Each decision has a row of its own.
    audit: [],
  })
  return result
}

const REPORTED = 500

async function planNow(
  ctx: VerbContext,
  { id, list }: { readonly id: string; readonly list: AskedList },
): Promise<PlannedDecision[]> {
  const state = await loadBulkState(ctx, { importId: id, asked: list.asked, seen: list.seen })
  return planDecisions(state, list.asked)
}

/** The run's row is written once; a second confirmation finds it there. */
async function beginRun(
  ctx: VerbContext,
  input: {
    readonly id: string
    readonly fileName: string
    readonly sha256: string
    readonly total: number
  },
): Promise<void> {
  const { id, fileName, sha256, total } = input
  try {
    await change(ctx, {
      may: 'codes.decide',
      target: ownTarget(ctx),
      statements: [
        insertImportRun(ctx.db, {
          ...{ id, kind: BULK_KIND, fileName, sha256, importedOn: vietnamDateOf(ctx.now()) },
          ...{ createdAt: ctx.now(), actor: actorText(ctx.actor), state: 'running' },
          ...{ rowsDone: 0, rowsTotal: total },
          counts: { rows: total, added: 0, changed: 0, refused: 0, unchanged: 0 },
        }),
      ],
      audit: {
        action: 'codes.decide-many',
        entity: 'import_run',
        entityId: id,
        after: { fileName, sha256, rows: total },
      },
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
}

async function recipientsOf(
  ctx: VerbContext,
  plan: readonly PlannedDecision[],
): Promise<ReadonlyMap<string, Recipients>> {
  const ids = plan.flatMap(({ outcome, target }) =>
    outcome === 'ready' && target !== null ? [target.organisationId] : [],
  )
  return readRecipients(ctx.db, ids)
}

function countsOf(plan: readonly PlannedDecision[]) {
  const count = (...outcomes: PlannedDecision['outcome'][]) =>
    plan.filter(({ outcome }) => outcomes.includes(outcome)).length
  const changed = count('done')
  const unchanged = count('same', 'repeated')
  return {
    ...{ rows: plan.length, added: 0, changed, unchanged },
    refused: plan.length - changed - unchanged,
  }
}

function resultOf(plan: readonly PlannedDecision[]): ManyDecided {
  return {
    recorded: plan.filter(({ outcome }) => outcome === 'done').length,
    others: plan
      .filter(({ outcome }) => outcome !== 'done')
      .map(({ asked: { row, typed }, outcome, note }) => ({ row, typed, outcome, note })),
  }
}
