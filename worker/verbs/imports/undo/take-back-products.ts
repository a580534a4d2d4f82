import { guardStatement } from '../../../../db/queries/guard-statement.ts'
import type { ImportRunDetail } from '../../../../db/queries/import-runs.ts'
import {
  areCurrent,
  readProductsBack,
  takeProductsBack,
} from '../../../../db/queries/protection.ts'
import type { Statement } from '../../../../db/queries/run-batch.ts'
import { noteUndo } from '../../../../db/queries/undo-imports.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { PROTECTION_REPORT } from '../../../copy/reports/protection.ts'
import { auditStatement } from '../../audit/audit-statement.ts'
import type { VerbContext } from '../../context.ts'
import { requirePermission } from '../../guard/authorise.ts'
import { undoReportOf } from '../kept-report.ts'
import { withProducts } from './undo-report.ts'

/**
 * Takes the next entries of a list of plant-protection products out and puts back what they stood in
 * place of. What a later list says otherwise stays. Refused where one is replaced meanwhile.
 */
export async function takeBackProducts(
  ctx: VerbContext,
  given: { readonly run: ImportRunDetail; readonly limit: number },
): Promise<{ readonly statements: readonly Statement[]; readonly done: number }> {
  requirePermission(ctx, 'protection.write', null)
  const { db } = ctx
  const { run, limit } = given
  const skip = run.rowsDone ?? 0
  const rows = await readProductsBack(db, { importId: run.id, skip, limit })
  const ids = rows.flatMap(({ id, isReplaced }) => (isReplaced ? [] : [id]))
  const kept = rows.flatMap(({ tradeName, permittedFromOn, isReplaced }) =>
    isReplaced
      ? [
          fill(PROTECTION_REPORT.productReplaced, {
            name: tradeName,
            on: formatOn(permittedFromOn, 'vi'),
          }),
        ]
      : [],
  )
  const before = undoReportOf(run)
  const done = skip + rows.length
  const undo = withProducts(before, { takenBack: ids.length, kept })
  return {
    done,
    statements: [
      guardStatement(db, areCurrent(ids)),
      ...takeProductsBack(db, { importId: run.id, ids }),
      noteUndo(db, { id: run.id, rowsDone: done, undo }),
      auditStatement(ctx, {
        action: 'import.undo',
        entity: 'import_run',
        entityId: run.id,
        after: { changes: rows.length, productsTakenBack: ids.length },
        reason: before.reason,
      }),
    ],
  }
}
