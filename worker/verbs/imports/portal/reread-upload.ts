import { setUploadOptions, uploadIsUnused } from '../../../../db/queries/bulk-decisions.ts'
import { IMPORT_REFUSALS } from '../../../copy/refusals/imports.ts'
import { openJob } from '../../background/open-job.ts'
import { change } from '../../change.ts'
import type { VerbContext } from '../../context.ts'
import { ownTarget } from '../../guard/authorise.ts'
import { conflict } from '../../guard/refusals.ts'
import { IMPORT_PREVIEW } from '../background/import-preview.ts'
import { type FoundUpload, findUpload } from './load-upload.ts'
import type { UploadOptions } from './upload-options.ts'

/**
 * Has a list the caller handed in read otherwise, so that what would be stored is looked at before it
 * is confirmed. Gives the job. Throws `conflict` where the list is being read, or was confirmed.
 */
export async function rereadUpload(
  ctx: VerbContext,
  input: {
    readonly id: string
    readonly optionsOf: (found: FoundUpload) => UploadOptions
  },
): Promise<string> {
  const { id, optionsOf } = input
  const options = optionsOf(await findUpload(ctx, id))
  const job = openJob(ctx, { kind: IMPORT_PREVIEW, subjectId: id, input: {} })
  await change(ctx, {
    may: 'imports.write',
    target: ownTarget(ctx),
    guards: [{ holds: uploadIsUnused(id), refusal: readingFixed }],
    statements: [setUploadOptions(ctx.db, { id, options }), job.statement],
    // Reading changes nothing.
    audit: [],
    taken: readingFixed,
  })
  return job.id
}

const readingFixed = () => conflict(IMPORT_REFUSALS.readingFixed)
