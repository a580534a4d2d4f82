import { setUploadOptions, uploadIsUnused } from '../../../../db/queries/bulk-decisions.ts'
import { IMPORT_REFUSALS } from '../../../copy/refusals/imports.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import { change } from '../../change.ts'
import type { VerbContext } from '../../context.ts'
import { ownTarget, requireAny } from '../../guard/authorise.ts'
import { conflict } from '../../guard/refusals.ts'
import { loadBulkList } from './bulk-list.ts'

/**
 * Says whether texts in an old encoding of a previewed list are recorded in Unicode. Throws
 * `not_found` for another's list and `conflict` for one that was confirmed.
 */
export async function setDecisionsText(args: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly id: string
  readonly convertText: boolean
}): Promise<void> {
  const { ctx, files, id, convertText } = args
  requireAny(ctx, 'codes.decide')
  await loadBulkList(ctx, files, id)
  const fixed = () => conflict(IMPORT_REFUSALS.readingFixed)
  await change(ctx, {
    may: 'codes.decide',
    target: ownTarget(ctx),
    guards: [{ holds: uploadIsUnused(id), refusal: fixed }],
    statements: [setUploadOptions(ctx.db, { id, options: { convertText } })],
    // Nothing is decided yet.
    audit: [],
    taken: fixed,
  })
}
