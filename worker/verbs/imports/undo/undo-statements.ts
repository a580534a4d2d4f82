import { registerIsAt } from '../../../../db/queries/code-register.ts'
import { registerStatements, sitesAreAt } from '../../../../db/queries/code-register-writes.ts'
import { decisionStatements } from '../../../../db/queries/code-status.ts'
import { guardStatement } from '../../../../db/queries/guard-statement.ts'
import type { Statement } from '../../../../db/queries/run-batch.ts'
import { markDocumentsStale } from '../../../../db/queries/stale-documents.ts'
import { nothingStandsOn, restoreStatements } from '../../../../db/queries/undo-imports.ts'
import { actorText, type VerbContext } from '../../context.ts'
import type { UndoPlan } from './plan-undo.ts'
import type { UndoModel } from './undo-model.ts'

/**
 * The statements of a plan. Guards refuse the whole batch where the register changed since it was
 * read: a decision was added, a place was edited, a batch was declared under a code that goes.
 */
export function undoStatements(
  ctx: VerbContext,
  input: {
    readonly plan: UndoPlan
    readonly model: UndoModel
    /** Of each site, as it was read. */
    readonly versions: ReadonlyMap<string, number>
    readonly registerVersion: string | null
  },
): Statement[] {
  const { db } = ctx
  const { plan, model, versions, registerVersion } = input
  const { importId, now } = model
  const read = [...plan.siteIds].map((id) => ({ id, version: versions.get(id) ?? 0 }))
  const rows = <T>(ids: Iterable<string>, from: ReadonlyMap<string, T>) =>
    [...ids].flatMap((id) => from.get(id) ?? [])
  const sites = rows(plan.siteIds, model.sites).map((row) => ({
    ...row,
    version: row.version + 1,
  }))
  const siteIds = sites.map(({ id }) => id)
  return [
    guardStatement(db, registerIsAt(registerVersion)),
    guardStatement(db, sitesAreAt(read)),
    guardStatement(db, nothingStandsOn([...plan.withdrawnCodeIds])),
    ...decisionStatements(db, {
      events: plan.events,
      actor: actorText(ctx.actor),
      importId,
    }),
    ...restoreStatements(db, {
      crops: [...plan.crops].map(([key, row]) => ({ ...row, to: model.crops.get(key) ?? null })),
      markets: [...plan.markets].map(([key, row]) => ({
        ...row,
        to: model.markets.get(key) ?? null,
      })),
    }),
    ...registerStatements(
      db,
      {
        ...{ organisations: [], sites: [], crops: [], codes: [], markets: [], events: [] },
        siteUpdates: sites,
        codeUpdates: rows(plan.codeIds, model.codes),
      },
      { at: now, actor: actorText(ctx.actor), importId },
    ),
    ...(siteIds.length > 0 ? [markDocumentsStale(db, { siteIds, batchIds: [] })] : []),
  ]
}
