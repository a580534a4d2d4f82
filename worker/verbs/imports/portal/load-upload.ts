import { readUpload, type UploadRow } from '../../../../db/queries/bulk-decisions.ts'
import { THINGS } from '../../../copy/refusals/things.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { notFound } from '../../guard/refusals.ts'
import { listKindsOf, ownOrganisation } from '../own-lists.ts'
import type { ListKind, UploadOptions } from './upload-options.ts'

export type FoundUpload = {
  readonly upload: UploadRow
  readonly kind: ListKind
  readonly options: UploadOptions
}

/** A list the caller handed in; throws `not_found` for anybody else's and for one that is gone. */
export async function findUpload(ctx: VerbContext, id: string): Promise<FoundUpload> {
  const kinds = listKindsOf(ctx)
  const upload = await readUpload(ctx.db, id)
  const kind = kinds.find((each) => each === upload?.kind)
  if (upload === null || kind === undefined || upload.userId !== actorText(ctx.actor)) throw gone()
  const ownId = ownOrganisation(ctx)
  // Of somebody who works for several, each organisation has its own.
  if (ownId !== null && upload.organisationId !== ownId) throw gone()
  // Written by `keepUpload` alone.
  return { upload, kind, options: upload.options as UploadOptions }
}

/** Likewise, with its file. */
export async function loadUpload(args: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly id: string
}): Promise<FoundUpload & { readonly bytes: Uint8Array }> {
  const { ctx, files, id } = args
  const found = await findUpload(ctx, id)
  const bytes = await files.get(found.upload.storeKey)
  if (bytes === null) throw gone()
  return { ...found, bytes }
}

function gone() {
  return notFound(THINGS.upload)
}
