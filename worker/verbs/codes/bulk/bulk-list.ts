import { readUpload, type UploadRow } from '../../../../db/queries/bulk-decisions.ts'
import { BULK_COPY } from '../../../copy/portal/bulk.ts'
import { sha256Hex } from '../../../lib/files/sha256-hex.ts'
import type { OldTextFinding } from '../../../lib/sheet/old-text.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { notFound } from '../../guard/refusals.ts'
import type { BulkState } from './plan-decisions.ts'
import type { ListedDecision } from './read-decision-list.ts'

/** How runs of decisions and their lists are told from imports. */
export const BULK_KIND = 'status'

/** A list as it is kept between preview and confirmation. */
export type StoredList = AskedList & {
  /** Texts in an old encoding; left out where there are none. */
  readonly oldText?: OldTextFinding
  /** The same with them in Unicode; left out where it can be read in one way only. */
  readonly converted?: AskedList
}

export type AskedList = {
  readonly asked: readonly ListedDecision[]
  readonly seen: NonNullable<BulkState['seen']>
}

/** A kept list as it is to be recorded. */
export type LoadedList = AskedList & {
  readonly oldText: OldTextFinding | null
  readonly isConverted: boolean
  /** False where it can be read in one way only. */
  readonly hasChoice: boolean
}

/**
 * The list somebody previewed. Throws `not_found` for another's, and for one that is gone or is not
 * what was previewed: lists are kept for a day.
 */
export async function loadBulkList(
  ctx: VerbContext,
  files: FileStore,
  id: string,
): Promise<{ readonly upload: UploadRow; readonly list: LoadedList }> {
  const upload = await readUpload(ctx.db, id)
  const isOwn = upload?.userId === actorText(ctx.actor)
  if (upload === null || upload.kind !== BULK_KIND || !isOwn) throw notFound(BULK_COPY.gone)
  const bytes = await files.get(upload.storeKey)
  if (bytes === null) throw notFound(BULK_COPY.gone)
  const sha256 = await sha256Hex(bytes)
  if (sha256 !== upload.sha256) throw notFound(BULK_COPY.gone)
  // What was written by `previewDecisions` and has not changed since.
  const stored = JSON.parse(new TextDecoder().decode(bytes)) as StoredList
  return { upload, list: asChosen(stored, upload) }
}

function asChosen(stored: StoredList, { options }: UploadRow): LoadedList {
  const { oldText = null, converted } = stored
  const isChosen = (options as { readonly convertText?: boolean } | null)?.convertText === true
  const list = isChosen && converted !== undefined ? converted : stored
  return {
    ...{ asked: list.asked, seen: list.seen, oldText },
    isConverted: list === converted || (oldText !== null && converted === undefined),
    hasChoice: converted !== undefined,
  }
}
