import { isUniqueViolation } from '../../../../db/errors.ts'
import { markUploadUsed } from '../../../../db/queries/bulk-decisions.ts'
import { guardStatement, isGuardRefusal } from '../../../../db/queries/guard-statement.ts'
import {
  insertImportRun,
  restartImportRun,
  setImportState,
} from '../../../../db/queries/import-runs.ts'
import { noOpenJob } from '../../../../db/queries/jobs.ts'
import { runBatch } from '../../../../db/queries/run-batch.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { auditStatement } from '../../audit/audit-statement.ts'
import { openJob } from '../../background/open-job.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { conflict } from '../../guard/refusals.ts'
import { IMPORT_PREVIEW } from '../background/import-preview.ts'
import { IMPORT_ROWS } from '../background/import-rows.ts'
import { IMPORT_UNDO } from '../background/import-undo.ts'
import { letGoOn } from '../background/let-go-on.ts'
import { loadStanding } from '../import-standing.ts'
import { loadImport } from '../load-import.ts'
import { findUpload } from './load-upload.ts'
import { showUpload } from './show-upload.ts'

/**
 * Confirms a list that was handed in and looked at: its import is opened under the same id, with the
 * job that reads its rows in, once however often it is confirmed. Gives the job, null where another
 * confirmation has opened it already. Throws `conflict` before the list was read.
 */
export async function startImport(ctx: VerbContext, id: string): Promise<string | null> {
  const { upload, kind, preview } = await showUpload(ctx, id)
  if (upload.usedAt !== null) return null
  if (preview === null || !preview.ok) throw notRead()
  const { fileName, sha256 } = upload
  const { rows } = preview.counts
  const job = openJob(ctx, { kind: IMPORT_ROWS, subjectId: id, input: {}, total: rows })
  try {
    await runBatch(ctx.db, [
      // Meanwhile it may have been asked to be read otherwise.
      guardStatement(ctx.db, noOpenJob({ subjectId: id, kinds: [IMPORT_PREVIEW.name] })),
      insertImportRun(ctx.db, {
        ...{ id, kind, fileName, sha256, importedOn: vietnamDateOf(ctx.now()) },
        ...{ createdAt: ctx.now(), actor: actorText(ctx.actor), state: 'running' },
        ...{ rowsDone: 0, rowsTotal: rows },
        counts: { rows, added: 0, changed: 0, unchanged: 0, refused: 0 },
      }),
      job.statement,
      markUploadUsed(ctx.db, { id, at: ctx.now() }),
      auditStatement(ctx, {
        action: `${kind}.import`,
        entity: 'import_run',
        entityId: id,
        after: { fileName, sha256, rows, state: 'running' },
      }),
    ])
    return job.id
  } catch (error) {
    if (isUniqueViolation(error)) return null
    if (isGuardRefusal(error)) throw notRead()
    throw error
  }
}

/**
 * Lets an import, or the taking back of one, go on that was given up, cancelled or cut off before
 * there were jobs; gives the job. Throws `conflict` where nothing rests.
 */
export async function resumeImport(ctx: VerbContext, id: string): Promise<string> {
  const run = await loadImport(ctx, id)
  const { kind } = await loadStanding(ctx, run)
  if (kind !== 'stopped') {
    throw conflict({
      vi: 'Lần nhập này đang chạy hoặc đã xong, không cần nhập tiếp.',
      en: 'This import is running or done; there is nothing to go on with.',
      zh: '此次导入正在进行或已完成，无需继续。',
    })
  }
  if (run.state === 'undoing') return letGoOn(ctx, run, IMPORT_UNDO)
  // Only who handed it in has the list.
  await findUpload(ctx, id)
  return letGoOn(ctx, run, IMPORT_ROWS, {
    statements: (isAnew) => [
      isAnew
        ? restartImportRun(ctx.db, id)
        : setImportState(ctx.db, { id, from: run.state ?? 'failed', to: 'running' }),
    ],
  })
}

function notRead() {
  return conflict({
    vi: 'Danh sách này chưa được đọc xong nên chưa xác nhận được. Hãy chờ phần xem trước.',
    en: 'This list has not been read yet and cannot be confirmed. Wait for its preview.',
    zh: '此列表尚未读取完毕，暂不能确认。请等待预览。',
  })
}
