import { isUniqueViolation } from '../../../../db/errors.ts'
import { markUploadUsed } from '../../../../db/queries/bulk-decisions.ts'
import { guardStatement, isGuardRefusal } from '../../../../db/queries/guard-statement.ts'
import {
  importStandsAt,
  insertImportRun,
  resumeImportRun,
} from '../../../../db/queries/import-runs.ts'
import { runBatch } from '../../../../db/queries/run-batch.ts'
import { vietnamDateOf } from '../../../domain/time/vietnam-date-of.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import { auditStatement } from '../../audit/audit-statement.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { conflict, tooBusy } from '../../guard/refusals.ts'
import { loadImport } from '../load-import.ts'
import { isCutOff } from './import-standing.ts'
import { loadUpload } from './load-upload.ts'

/**
 * Confirms a list that was handed in: its import is opened under the same id, once however often it
 * is confirmed. The rows are read in by `runUpload`. Gives the number of rows, null where another
 * confirmation has opened it already.
 */
export async function startImport(args: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly id: string
}): Promise<{ readonly rows: number | null }> {
  const { ctx, id } = args
  const { upload, options } = await loadUpload(args)
  const { fileName, sha256 } = upload
  try {
    await runBatch(ctx.db, [
      insertImportRun(ctx.db, {
        ...{ id, kind: 'codes', fileName, sha256, importedOn: vietnamDateOf(ctx.now()) },
        ...{ createdAt: ctx.now(), actor: actorText(ctx.actor), state: 'running' },
        ...{ rowsDone: 0, rowsTotal: options.rows },
        counts: { rows: options.rows, added: 0, changed: 0, unchanged: 0, refused: 0, upTo: null },
      }),
      markUploadUsed(ctx.db, { id, at: ctx.now() }),
      auditStatement(ctx, {
        action: 'codes.import',
        entity: 'import_run',
        entityId: id,
        after: { fileName, sha256, rows: options.rows, state: 'running' },
      }),
    ])
    return { rows: options.rows }
  } catch (error) {
    if (isUniqueViolation(error)) return { rows: null }
    throw error
  }
}

/** Lets an import that was cut off go on; throws `conflict` while its writer is still heard of. */
export async function resumeImport(args: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly id: string
}): Promise<{ readonly rows: number }> {
  const { ctx, id } = args
  const run = await loadImport(ctx, id)
  if (!isCutOff(run, ctx.now()) || (run.state !== 'running' && run.state !== 'failed')) {
    throw conflict({
      vi: 'Lần nhập này đang chạy hoặc đã xong, không cần nhập tiếp.',
      en: 'This import is running or done; there is nothing to go on with.',
      zh: '此次导入正在进行或已完成，无需继续。',
    })
  }
  const { options } = await loadUpload(args)
  const stands = importStandsAt({ id, state: run.state, rowsDone: run.rowsDone ?? 0 })
  try {
    await runBatch(ctx.db, [
      guardStatement(ctx.db, stands),
      resumeImportRun(ctx.db, id),
      auditStatement(ctx, {
        action: 'codes.import',
        entity: 'import_run',
        entityId: id,
        before: { state: run.state },
        after: { state: 'running', resumedAfterRows: run.rowsDone },
      }),
    ])
  } catch (error) {
    throw isGuardRefusal(error) ? tooBusy() : error
  }
  return { rows: options.rows }
}
