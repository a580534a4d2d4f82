import * as z from 'zod'
import { REGISTER_VERSION } from '../../../../db/queries/code-register.ts'
import { guardStatement, isGuardRefusal } from '../../../../db/queries/guard-statement.ts'
import { countChanges, readChangesBack } from '../../../../db/queries/import-changes.ts'
import { type ImportRunDetail, importStandsAt } from '../../../../db/queries/import-runs.ts'
import { runBatch } from '../../../../db/queries/run-batch.ts'
import {
  beginUndo,
  finishUndo,
  noteUndo,
  readUndoRegister,
} from '../../../../db/queries/undo-imports.ts'
import { readVersion } from '../../../../db/queries/versioned-batch.ts'
import { auditStatement } from '../../audit/audit-statement.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { rebuildMarkedDocuments } from '../../diary/rebuild-marked-documents.ts'
import { boundsOf } from '../../guard/authorise.ts'
import { lineField } from '../../guard/fields.ts'
import { parseInput } from '../../guard/parse-input.ts'
import { conflict, tooBusy } from '../../guard/refusals.ts'
import { loadImport } from '../load-import.ts'
import { planUndo, type UndoPlan } from './plan-undo.ts'
import { requireWholeImport } from './require-whole-import.ts'
import { createUndoModel } from './undo-model.ts'
import { undoStatements } from './undo-statements.ts'

/** Changes taken back in one atomic batch. */
const CHANGES_PER_BATCH = 600
const IDLE_ROUNDS = 8
const KEPT_LISTED = 200

/** What is told of taking an import back; kept with the import. */
export type UndoReport = {
  readonly reason: string
  readonly codesWithdrawn: number
  readonly sitesWithdrawn: number
  readonly decisionsTakenBack: number
  /** The first {@link KEPT_LISTED} things that stayed and why, in Vietnamese. */
  readonly kept: readonly string[]
  readonly keptTotal: number
}

export const undoInput = z.object({ importId: z.string().min(1), reason: lineField(500) })

export type UndoInput = z.input<typeof undoInput>

/**
 * Begins to take a whole import back: from here on nobody else writes under it. Throws `conflict`
 * while it runs, where it wrote nothing that is on record, and where it was taken back already.
 */
export async function beginUndoImport({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: UndoInput
}): Promise<{ readonly changes: number }> {
  boundsOf(ctx, 'imports.write')
  const { importId, reason } = parseInput(undoInput, input)
  const run = await loadImport(ctx, importId)
  await requireWholeImport(ctx, run)
  if (run.state === 'undoing') return { changes: run.rowsTotal ?? 0 }
  const changes = await countChanges(ctx.db, importId)
  checkCanBegin(run, changes)
  const state = run.state ?? 'done'
  const undo: UndoReport = {
    ...{ reason, codesWithdrawn: 0, sitesWithdrawn: 0, decisionsTakenBack: 0 },
    ...{ kept: [], keptTotal: 0 },
  }
  const stands = importStandsAt({ id: importId, state, rowsDone: run.rowsDone ?? 0 })
  try {
    await runBatch(ctx.db, [
      guardStatement(ctx.db, stands),
      beginUndo(ctx.db, { id: importId, total: changes, undo }),
      auditStatement(ctx, {
        action: 'import.undo',
        entity: 'import_run',
        entityId: importId,
        before: { state },
        after: { state: 'undoing', changes },
        reason,
      }),
    ])
  } catch (error) {
    throw isGuardRefusal(error) ? tooBusy() : error
  }
  return { changes }
}

/**
 * Takes back what is left of an import that is being taken back, in atomic steps; may be called
 * again wherever it was cut off, and does nothing where all of it is done.
 */
export async function continueUndoImport({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: {
    readonly importId: string
    readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
  }
}): Promise<UndoReport> {
  const { importId, onProgress } = input
  await requireWholeImport(ctx, await loadImport(ctx, importId))
  let idle = 0
  for (;;) {
    const run = await loadImport(ctx, importId)
    if (run.state === 'undone') {
      await rebuildMarkedDocuments(ctx)
      return reportOf(run)
    }
    if (run.state !== 'undoing') throw notUndoing()
    onProgress?.({ done: run.rowsDone ?? 0, total: run.rowsTotal ?? 0 })
    try {
      await undoStep(ctx, run)
      idle = 0
    } catch (error) {
      if (!isGuardRefusal(error)) throw error
      idle += 1
      if (idle >= IDLE_ROUNDS) throw tooBusy()
    }
  }
}

/** Begins and finishes at once. */
export async function undoImport(input: {
  ctx: VerbContext
  input: UndoInput & {
    readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
  }
}): Promise<UndoReport> {
  await beginUndoImport(input)
  return continueUndoImport(input)
}

async function undoStep(ctx: VerbContext, run: ImportRunDetail): Promise<void> {
  const { db } = ctx
  const { id: importId } = run
  const done = run.rowsDone ?? 0
  const beforeSeq = (run.rowsTotal ?? 0) - done
  const ours = guardStatement(
    db,
    importStandsAt({ id: importId, state: 'undoing', rowsDone: done }),
  )
  if (beforeSeq <= 0) {
    const undone = { id: importId, undoneAt: ctx.now(), undoneBy: actorText(ctx.actor) }
    await runBatch(db, [ours, finishUndo(db, undone), finishAudit(ctx, run)])
    return
  }
  const limit = CHANGES_PER_BATCH
  const changes = await readChangesBack(db, { importId, beforeSeq, limit })
  const registerVersion = await readVersion(db, REGISTER_VERSION)
  const codeIds = changes.flatMap(({ entity, entityId, after }) => {
    if (entity === 'code' || entity === 'code_market') return [entityId]
    return entity === 'code_status_event' ? [String(after['codeId'])] : []
  })
  const siteIds = changes.flatMap(({ entity, entityId }) =>
    entity === 'site' || entity === 'site_crop' ? [entityId] : [],
  )
  const register = await readUndoRegister(db, {
    importId,
    codeIds: [...new Set(codeIds)],
    siteIds: [...new Set(siteIds)],
  })
  const bounds = boundsOf(ctx, 'imports.write')
  const rest = { importId, bounds, newId: ctx.newId, now: ctx.now() }
  const model = createUndoModel(register, rest)
  const plan = planUndo(model, changes)
  const versions = new Map(register.sites.map(({ id, version }) => [id, version]))
  const undo = added(reportOf(run), plan)
  await runBatch(db, [
    ours,
    ...undoStatements(ctx, { plan, model, versions, registerVersion }),
    noteUndo(db, { id: importId, rowsDone: done + changes.length, undo }),
    auditStatement(ctx, {
      action: 'import.undo',
      entity: 'import_run',
      entityId: importId,
      after: {
        changes: changes.length,
        codesWithdrawn: [...plan.withdrawnCodeIds],
        sitesWithdrawn: [...plan.withdrawnSiteIds],
        decisionsTakenBack: plan.events.map(({ amendsId }) => amendsId),
      },
      reason: undo.reason,
    }),
  ])
}

function finishAudit(ctx: VerbContext, run: ImportRunDetail) {
  const { kept: _kept, ...after } = reportOf(run)
  return auditStatement(ctx, {
    action: 'import.undo',
    entity: 'import_run',
    entityId: run.id,
    before: { state: 'undoing' },
    after: { state: 'undone', ...after },
    reason: after.reason,
  })
}

function added(before: UndoReport, plan: UndoPlan): UndoReport {
  return {
    reason: before.reason,
    codesWithdrawn: before.codesWithdrawn + plan.withdrawnCodeIds.size,
    sitesWithdrawn: before.sitesWithdrawn + plan.withdrawnSiteIds.size,
    decisionsTakenBack: before.decisionsTakenBack + plan.events.length,
    kept: [...before.kept, ...plan.kept].slice(0, KEPT_LISTED),
    keptTotal: before.keptTotal + plan.kept.length,
  }
}

/** The report kept with an import that is being, or was, taken back. */
function reportOf(run: ImportRunDetail): UndoReport {
  const { undo } = JSON.parse(run.report ?? '{}') as { undo?: UndoReport }
  if (undo === undefined) throw new Error(`import ${run.id} has no word of its undoing`)
  return undo
}

function checkCanBegin(run: ImportRunDetail, changes: number): void {
  switch (run.state) {
    case 'running':
      throw conflict({
        vi: 'Lần nhập này chưa xong nên chưa hoàn tác được. Hãy chờ nhập xong hoặc nhập tiếp cho xong.',
        en: 'This import is not finished and cannot be taken back yet. Wait for it, or let it go on.',
        zh: '此次导入尚未完成，暂不能撤销。请等待完成或继续导入。',
      })
    case 'undone':
      throw conflict({
        vi: 'Lần nhập này đã được hoàn tác trước đó; không có gì thay đổi thêm.',
        en: 'This import was taken back already; nothing more is changed.',
        zh: '此次导入此前已撤销，没有新的变化。',
      })
    case 'undoing':
    case 'failed':
    case 'done':
    case null:
      if (changes > 0) return
      throw conflict({
        vi: 'Lần nhập này không ghi lại từng thay đổi nên không hoàn tác được.',
        en: 'No record of single changes was kept of this import, so it cannot be taken back.',
        zh: '此次导入没有逐项记录，无法撤销。',
      })
  }
}

function notUndoing() {
  return conflict({
    vi: 'Lần nhập này không ở trong quá trình hoàn tác.',
    en: 'This import is not being taken back.',
    zh: '此次导入不在撤销过程中。',
  })
}
