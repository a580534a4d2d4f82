import { LIST_REPORT } from '../../../copy/reports/lists.ts'
import type { OldTextFinding } from '../../../lib/sheet/old-text.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import type { VerbContext } from '../../context.ts'
import { openBatchList } from '../import-batches.ts'
import { openCodeList } from '../import-codes.ts'
import { openDiaryList } from '../import-diary.ts'
import { openProtectionList } from '../import-protection.ts'
import type { ListFile } from '../import-report.ts'
import type { ListOpening, OpenedList } from '../opened-list.ts'
import { UPLOAD_LIMITS } from '../portal-limits.ts'
import { loadUpload } from './load-upload.ts'
import { defaultsOf, type ListKind, type UploadOptions, type UploadRow } from './upload-options.ts'

/** A file that is no list of its kind; the message is for the person who handed it in. */
export class UnreadableList extends Error {
  /** Texts in an old encoding, which may be why. */
  readonly oldText: OldTextFinding | null

  constructor(message: string, oldText: OldTextFinding | null = null) {
    super(message)
    this.oldText = oldText
  }
}

type Open = (args: {
  readonly ctx: VerbContext
  /** The import is opened under the id of the list. */
  readonly id: string
  readonly file: ListFile
  readonly options: UploadOptions
}) => Promise<ListOpening>

const OPENERS: Record<ListKind, Open> = {
  codes: ({ ctx, id, file, options }) => {
    const { answers = {} } = options
    const input = { ...file, defaults: defaultsOf(options), answers, importId: id }
    return openCodeList({ ctx, input })
  },
  diary: ({ ctx, file }) => openDiaryList({ ctx, input: file }),
  batches: ({ ctx, file }) => openBatchList({ ctx, input: file }),
  protection: ({ ctx, file }) => openProtectionList({ ctx, input: file }),
}

/**
 * Reads a list the caller handed in. Throws `not_found` for anybody else's and for one that is gone,
 * {@link UnreadableList} where it is none or empty.
 */
export async function openUpload(args: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly id: string
}): Promise<{ readonly upload: UploadRow; readonly list: OpenedList }> {
  const { ctx } = args
  const { upload, kind, options, bytes } = await loadUpload(args)
  const { convertText = false, mends = [] } = options
  const file = { bytes, fileName: upload.fileName, limits: UPLOAD_LIMITS, convertText, mends }
  const opening = await OPENERS[kind]({ ctx, id: upload.id, file, options })
  if (!opening.ok) {
    const { message, oldText = null } = opening.problem
    throw new UnreadableList(message, oldText)
  }
  const { list } = opening
  if (list.rowCount === 0) throw new UnreadableList(LIST_REPORT.noRows)
  return { upload, list }
}
