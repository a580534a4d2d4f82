import { isUniqueViolation } from '../../../../db/errors.ts'
import { setUploadOptions, uploadIsUnused } from '../../../../db/queries/bulk-decisions.ts'
import { guardStatement, isGuardRefusal } from '../../../../db/queries/guard-statement.ts'
import { runBatch } from '../../../../db/queries/run-batch.ts'
import { openJob } from '../../background/open-job.ts'
import type { VerbContext } from '../../context.ts'
import { conflict } from '../../guard/refusals.ts'
import { IMPORT_PREVIEW } from '../background/import-preview.ts'
import { findUpload } from './load-upload.ts'
import type { UploadOptions } from './upload-options.ts'

/**
 * Says whether texts in an old encoding of a list the caller handed in are to be turned into Unicode,
 * and has the list read anew, so that what would be stored is looked at before it is confirmed. Gives
 * the job. Throws `conflict` where the list is being read, or was confirmed.
 */
export async function setTextConversion(
  ctx: VerbContext,
  input: { readonly id: string; readonly convertText: boolean },
): Promise<string> {
  const { id, convertText } = input
  const found = await findUpload(ctx, id)
  const options: UploadOptions = { ...found.options, convertText }
  const job = openJob(ctx, { kind: IMPORT_PREVIEW, subjectId: id, input: {} })
  try {
    await runBatch(ctx.db, [
      guardStatement(ctx.db, uploadIsUnused(id)),
      setUploadOptions(ctx.db, { id, options }),
      job.statement,
    ])
    return job.id
  } catch (error) {
    if (isGuardRefusal(error) || isUniqueViolation(error)) throw tooLate()
    throw error
  }
}

function tooLate() {
  return conflict({
    vi: 'Tệp đang được đọc hoặc đã được xác nhận nên chưa đổi được cách đọc. Hãy mở lại trang này.',
    en: 'The file is being read or was confirmed, so how it is read cannot be changed now. Open this page again.',
    zh: '文件正在读取或已确认，暂不能更改读取方式。请重新打开本页。',
  })
}
