import {
  insertPaper,
  listPapers,
  type PaperRow,
  paperStands,
  withdrawPaperStatement,
} from '../../../db/queries/papers.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { change } from '../change.ts'
import type { FileCall, Lookup, Reading, VerbContext } from '../context.ts'
import { editedMeanwhile } from '../guard/refusals.ts'
import { acceptPaper, type HandedIn } from '../papers/accept-paper.ts'
import { keepFile } from '../papers/keep-file.ts'
import {
  findPaper,
  keptOnce,
  MOST_PAPERS,
  openKeptPaper,
  PAPER_KINDS,
  paperRow,
  roomForPaper,
} from '../papers/kept-papers.ts'
import { loadBatch, targetOfBatch } from './load-batch.ts'

const may = 'batches.write'

/**
 * Keeps a paper of goods bought in with the batch made of them. It proves where they came from and says
 * nothing of the batch itself, so it may come after the batch is sealed; it is never public.
 */
export async function addBatchPaper({
  ctx,
  files,
  input,
}: FileCall<HandedIn & { readonly ref: string }>): Promise<{
  id: string
}> {
  const batch = await loadBatch(ctx, input.ref, may)
  const file = await acceptPaper(input, PAPER_KINDS)
  const owner = ownerOf(batch.id)
  const row = paperRow(ctx, {
    ...{ file, owner, kind: 'purchase', title: file.fileName, folder: 'batches' },
  })
  const { id, fileName, sha256 } = row
  const target = await targetOfBatch(ctx, { batch, to: may })
  return keepFile(files, { storeKey: row.storeKey, bytes: file.bytes }, () =>
    change(ctx, {
      ...{ may, target },
      guards: [roomForPaper(owner), keptOnce(row)],
      statements: [insertPaper(ctx.db, row)],
      audit: { action: 'batch.paper.add', entityId: batch.id, after: { fileName, sha256 } },
      receipt: { id },
    }),
  )
}

type Asked = { readonly ref: string; readonly paperId: string }

/** Takes a paper out of the list; the file stays. Done twice it is done once. */
export async function withdrawBatchPaper(ctx: VerbContext, asked: Asked): Promise<void> {
  const batch = await loadBatch(ctx, asked.ref, may)
  const paper = await findPaper(ctx, { owner: ownerOf(batch.id), id: asked.paperId })
  if (paper.withdrawnAt !== null) return
  const { id, fileName, sha256 } = paper
  await change(ctx, {
    ...{ may, target: await targetOfBatch(ctx, { batch, to: may }) },
    guards: [{ holds: paperStands(id), refusal: editedMeanwhile }],
    statements: [withdrawPaperStatement(ctx.db, { id, at: ctx.now() })],
    audit: { action: 'batch.paper.withdraw', entityId: batch.id, before: { fileName, sha256 } },
  })
}

/** A paper with its bytes, for whoever may read the batch. */
export async function openBatchPaper(
  ctx: Reading,
  asked: Asked & { readonly files: FileStore },
): Promise<{ row: PaperRow; bytes: Uint8Array }> {
  const batch = await loadBatch(ctx, asked.ref, 'batches.read')
  return openKeptPaper(ctx, { owner: ownerOf(batch.id), id: asked.paperId, files: asked.files })
}

/** Papers kept with a batch that the caller has opened. */
export function papersOfBatch(
  { db }: Lookup,
  { id }: { readonly id: string },
): Promise<PaperRow[]> {
  return listPapers(db, ownerOf(id), { limit: MOST_PAPERS })
}

function ownerOf(entityId: string) {
  return { entity: 'batch', entityId } as const
}
