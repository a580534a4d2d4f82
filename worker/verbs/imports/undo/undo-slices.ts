import { REGISTER_VERSION } from '../../../../db/queries/code-register.ts'
import { guardStatement, isGuardRefusal } from '../../../../db/queries/guard-statement.ts'
import { readChangesBack, type StoredChange } from '../../../../db/queries/import-changes.ts'
import { type ImportRunDetail, importStandsAt } from '../../../../db/queries/import-runs.ts'
import type { Statement } from '../../../../db/queries/run-batch.ts'
import { finishUndo, noteUndo, readUndoRegister } from '../../../../db/queries/undo-imports.ts'
import { readVersion } from '../../../../db/queries/versioned-batch.ts'
import { IMPORT_REFUSALS } from '../../../copy/refusals/imports.ts'
import { auditStatement } from '../../audit/audit-statement.ts'
import type { JobSlice } from '../../background/job-kind.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { boundsOf } from '../../guard/authorise.ts'
import { conflict, tooBusy } from '../../guard/refusals.ts'
import { type UndoReport, undoReportOf } from '../kept-report.ts'
import { loadImport } from '../load-import.ts'
import { planUndo } from './plan-undo.ts'
import { requireWholeImport } from './require-whole-import.ts'
import { takeBackBatches } from './take-back-batches.ts'
import { takeBackEntries } from './take-back-entries.ts'
import { takeBackProducts } from './take-back-products.ts'
import type { TakeBack, TakenBack } from './taken-back.ts'
import { createUndoModel } from './undo-model.ts'
import { withTaken } from './undo-report.ts'
import { undoStatements } from './undo-statements.ts'

/** Changes taken back in one atomic batch. */
const CHANGES_PER_SLICE = 400
const IDLE_ROUNDS = 8

/**
 * Takes back what is left of an import that is being taken back, newest first. Where it stands is
 * noted with the import itself, so it may be begun anew wherever it was cut off, and does nothing
 * where all of it is done.
 */
export async function* undoSlices<C>(
  ctx: VerbContext,
  given: {
    readonly importId: string
    /** Of a slice: where it stands is with the import. */
    readonly cursor: C
    readonly changesPerSlice?: number
  },
): AsyncGenerator<JobSlice<C>, UndoReport, void> {
  const { importId, cursor, changesPerSlice = CHANGES_PER_SLICE } = given
  await requireWholeImport(ctx, await loadImport(ctx, importId))
  let idle = 0
  for (;;) {
    await ctx.giveWay()
    const run = await loadImport(ctx, importId)
    if (run.state === 'undone') return undoReportOf(run)
    if (run.state !== 'undoing') throw notUndoing()
    const { statements, done } = await nextSlice(ctx, run, changesPerSlice)
    try {
      yield { statements, cursor, done, total: run.rowsTotal ?? 0 }
      idle = 0
    } catch (error) {
      if (!isGuardRefusal(error)) throw error
      idle += 1
      if (idle >= IDLE_ROUNDS) throw tooBusy()
    }
  }
}

/** How rows of a kind of list are taken back; of others, the changes they made to the register. */
const TAKE_BACK: Readonly<Record<string, TakeBack>> = {
  diary: takeBackEntries,
  batches: takeBackBatches,
  protection: takeBackProducts,
}

async function nextSlice(
  ctx: VerbContext,
  run: ImportRunDetail,
  limit: number,
): Promise<{ readonly statements: readonly Statement[]; readonly done: number }> {
  const { db } = ctx
  const { id: importId } = run
  const rowsDone = run.rowsDone ?? 0
  const ours = guardStatement(db, importStandsAt({ id: importId, state: 'undoing', rowsDone }))
  const left = (run.rowsTotal ?? 0) - rowsDone
  if (left <= 0) {
    const undone = { id: importId, undoneAt: ctx.now(), undoneBy: actorText(ctx.actor) }
    return { statements: [ours, finishUndo(db, undone), finishAudit(ctx, run)], done: rowsDone }
  }
  const before = undoReportOf(run)
  const { reason } = before
  const takeBack = TAKE_BACK[run.kind]
  const back =
    takeBack === undefined
      ? await takeBackChanges(ctx, { importId, beforeSeq: left, limit })
      : await takeBack(ctx, { importId, skip: rowsDone, limit, reason })
  const done = rowsDone + back.looked
  return {
    done,
    statements: [
      ours,
      ...back.statements,
      noteUndo(db, { id: importId, rowsDone: done, undo: withTaken(before, back) }),
      auditStatement(ctx, {
        action: 'import.undo',
        entity: 'import_run',
        entityId: importId,
        after: { changes: back.looked, ...back.logged },
        reason,
      }),
    ],
  }
}

async function takeBackChanges(
  ctx: VerbContext,
  asked: { readonly importId: string; readonly beforeSeq: number; readonly limit: number },
): Promise<TakenBack> {
  const { db } = ctx
  const { importId } = asked
  const changes = await readChangesBack(db, asked)
  const registerVersion = await readVersion(db, REGISTER_VERSION)
  const register = await readUndoRegister(db, { importId, ...subjectsOf(changes) })
  const bounds = boundsOf(ctx, 'imports.write')
  const rest = { importId, bounds, newId: ctx.newId, now: ctx.now() }
  const model = createUndoModel(register, rest)
  const plan = planUndo(model, changes)
  const versions = new Map(register.sites.map(({ id, version }) => [id, version]))
  return {
    looked: changes.length,
    statements: undoStatements(ctx, { plan, model, versions, registerVersion }),
    counts: [
      ['codesWithdrawn', plan.withdrawnCodeIds.size],
      ['sitesWithdrawn', plan.withdrawnSiteIds.size],
      ['decisionsTakenBack', plan.events.length],
    ],
    kept: plan.kept,
    logged: {
      codesWithdrawn: [...plan.withdrawnCodeIds],
      sitesWithdrawn: [...plan.withdrawnSiteIds],
      decisionsTakenBack: plan.events.map(({ amendsId }) => amendsId),
    },
  }
}

/** The codes and places that changes are about. */
function subjectsOf(changes: readonly StoredChange[]) {
  const codeIds = changes.flatMap(({ entity, entityId, after }) => {
    if (entity === 'code' || entity === 'code_market') return [entityId]
    return entity === 'code_status_event' ? [String(after['codeId'])] : []
  })
  const siteIds = changes.flatMap(({ entity, entityId }) =>
    entity === 'site' || entity === 'site_crop' ? [entityId] : [],
  )
  return { codeIds: [...new Set(codeIds)], siteIds: [...new Set(siteIds)] }
}

function finishAudit(ctx: VerbContext, run: ImportRunDetail): Statement {
  const { kept: _kept, ...after } = undoReportOf(run)
  return auditStatement(ctx, {
    action: 'import.undo',
    entity: 'import_run',
    entityId: run.id,
    before: { state: 'undoing' },
    after: { state: 'undone', ...after },
    reason: after.reason,
  })
}

function notUndoing() {
  return conflict(IMPORT_REFUSALS.notBeingUndone)
}
