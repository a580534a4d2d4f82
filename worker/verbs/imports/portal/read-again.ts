import { isUniqueViolation } from '../../../../db/errors.ts'
import { readJobOf } from '../../../../db/queries/jobs.ts'
import { openJob } from '../../background/open-job.ts'
import { change } from '../../change.ts'
import type { VerbContext } from '../../context.ts'
import { ownTarget } from '../../guard/authorise.ts'
import { IMPORT_PREVIEW } from '../background/import-preview.ts'
import { findUpload } from './load-upload.ts'

/**
 * Has a list the caller handed in read anew: the register has changed since, or reading it came to
 * nothing. Gives the job; the one that reads it already where there is one.
 */
export async function readAgain(ctx: VerbContext, id: string): Promise<string> {
  await findUpload(ctx, id)
  const job = openJob(ctx, { kind: IMPORT_PREVIEW, subjectId: id, input: {} })
  try {
    await change(ctx, {
      may: 'imports.write',
      target: ownTarget(ctx),
      statements: [job.statement],
      // Reading changes nothing.
      audit: [],
    })
    return job.id
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const open = await readJobOf(ctx.db, { subjectId: id, kinds: [IMPORT_PREVIEW.name] })
    return open?.id ?? job.id
  }
}
