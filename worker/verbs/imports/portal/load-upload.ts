import { readUpload, type UploadRow } from '../../../../db/queries/bulk-decisions.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { requirePermission } from '../../guard/authorise.ts'
import { notFound } from '../../guard/refusals.ts'
import type { CodeListDefaults } from '../import-codes.ts'
import { CODES_UPLOAD, defaultsOf, type UploadOptions } from './keep-upload.ts'

export type LoadedUpload = {
  readonly upload: UploadRow
  readonly bytes: Uint8Array
  readonly options: UploadOptions
  readonly defaults: CodeListDefaults
}

/** A list the caller handed in; throws `not_found` for anybody else's and for one that is gone. */
export async function loadUpload(args: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly id: string
}): Promise<LoadedUpload> {
  const { ctx, files, id } = args
  requirePermission(ctx, 'imports.write')
  const upload = await readUpload(ctx.db, id)
  const isOwn = upload?.userId === actorText(ctx.actor) && upload.kind === CODES_UPLOAD
  if (upload === null || !isOwn) throw gone()
  const bytes = await files.get(upload.storeKey)
  if (bytes === null) throw gone()
  // Written by `keepUpload` alone.
  const options = upload.options as UploadOptions
  return { upload, bytes, options, defaults: defaultsOf(options) }
}

function gone() {
  return notFound({
    vi: 'tệp này; tệp chờ nhập chỉ được giữ một ngày, hãy gửi lại',
    en: 'file; files are kept for a day, so hand it in again',
    zh: '该文件；文件仅保留一天，请重新提交',
  })
}
