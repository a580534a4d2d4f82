import type { LabelFileRow } from '../../../../db/queries/label-files.ts'
import { LABEL_FILE_COPY as W } from '../../../copy/portal/label-files.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import type { VerbContext } from '../../context.ts'
import { conflict } from '../../guard/refusals.ts'
import type { LabelFile } from '../label-file.ts'
import { noteDownload } from '../note-download.ts'
import type { Reprint, SkippedRange } from '../reprint.ts'
import { fingerprintOf } from './fingerprint.ts'
import { loadLabelFile } from './load-label-file.ts'
import { openedFile } from './make-label-file.ts'
import { partKey } from './part-keys.ts'

/** A file as it is kept, to be handed out. */
export type KeptFile = Pick<LabelFile, 'contentType' | 'fileName' | 'warnings' | 'chunks'> & {
  readonly bytes: number
  readonly skipped: readonly SkippedRange[]
}

/**
 * A finished file, noted as taken away. Throws `conflict` where it is not finished, or where its labels
 * would come out otherwise today: what was reported void is not handed out again.
 */
export async function openLabelFile(
  ctx: VerbContext,
  asked: Parameters<typeof loadLabelFile>[1] & { readonly files: FileStore },
): Promise<KeptFile> {
  const { row } = await loadLabelFile(ctx, asked)
  if (row.finishedAt === null) throw conflict(W.notYet)
  const opened = await openedFile(ctx, row)
  if (!(await isAsKept(row, opened))) throw conflict(W.changed)
  const { made, file } = opened
  await noteDownload(ctx, { made, format: row.format, stock: row.stock })
  const { contentType, fileName, warnings } = file
  const chunks = () => keptParts(asked.files, row)
  return { contentType, fileName, warnings, chunks, bytes: row.bytes, skipped: made.skipped }
}

/** Whether a file's labels would come out the same today. */
export async function isAsKept(
  row: LabelFileRow,
  { made, file }: { readonly made: Reprint; readonly file: LabelFile },
): Promise<boolean> {
  return row.fingerprint === (await fingerprintOf(made, file))
}

async function* keptParts(
  files: FileStore,
  { id, generation, parts }: LabelFileRow,
): AsyncGenerator<Uint8Array> {
  for (let part = 0; part < parts; part++) {
    const bytes = await files.get(partKey({ id, generation, part }))
    if (bytes === null) throw new Error('a part of a label file is missing')
    yield bytes
  }
}
