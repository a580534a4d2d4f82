import { certificationIs, updateCertification } from '../../../db/queries/certifications.ts'
import {
  insertPaper,
  listPapers,
  type PaperRow,
  paperStands,
  withdrawPaperStatement,
} from '../../../db/queries/papers.ts'
import type { AuditAction } from '../../copy/portal/audit-names.ts'
import { touchedBy } from '../../resources/certification.ts'
import { change } from '../change.ts'
import type { Call, FileCall, Lookup, VerbContext } from '../context.ts'
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
import { type OpenedCertification, openCertification } from './open-certification.ts'
import { requireChangeable } from './require-open.ts'
import { settledBy } from './settle.ts'

/**
 * Keeps a copy of the certificate itself. What it shows is part of what an officer confirms, so a
 * confirmed one that its holder adds to waits again.
 */
export async function addCertificationPaper({
  ctx,
  files,
  input,
}: FileCall<HandedIn & { readonly id: string }>): Promise<{
  id: string
}> {
  const opened = await openCertification(ctx, input.id, 'certificates.declare')
  requireChangeable(ctx, opened)
  const owner = ownerOf(input.id)
  const file = await acceptPaper(input, PAPER_KINDS)
  const row = paperRow(ctx, {
    ...{ file, owner, kind: 'certificate', title: file.fileName, folder: 'certifications' },
  })
  return keepFile(files, { storeKey: row.storeKey, bytes: file.bytes }, () =>
    change(ctx, {
      ...paperChange({ opened, action: 'certification.paper.add', paper: row }),
      guards: [stands(opened), roomForPaper(owner), keptOnce(row)],
      statements: [insertPaper(ctx.db, row), resettled(ctx, opened)],
      receipt: { id: row.id },
    }),
  )
}

/** Takes a copy out of the list; the file stays. Done twice it is done once. */
export async function withdrawCertificationPaper({
  ctx,
  input,
}: Call<{ readonly id: string; readonly paperId: string }>): Promise<void> {
  const opened = await openCertification(ctx, input.id, 'certificates.declare')
  requireChangeable(ctx, opened)
  const paper = await findPaper(ctx, { owner: ownerOf(input.id), id: input.paperId })
  if (paper.withdrawnAt !== null) return
  await change(ctx, {
    ...paperChange({ opened, action: 'certification.paper.withdraw', paper }),
    guards: [stands(opened), { holds: paperStands(paper.id), refusal: editedMeanwhile }],
    statements: [
      withdrawPaperStatement(ctx.db, { id: paper.id, at: ctx.now() }),
      resettled(ctx, opened),
    ],
  })
}

/** A copy with its bytes, for whoever may read the certification. */
export async function openCertificationPaper({
  ctx,
  files,
  input,
}: FileCall<{ readonly id: string; readonly paperId: string }>): Promise<{
  row: PaperRow
  bytes: Uint8Array
}> {
  await openCertification(ctx, input.id, 'batches.read')
  return openKeptPaper(ctx, { owner: ownerOf(input.id), id: input.paperId, files })
}

/** The copies kept with one that the caller has opened. */
export function papersOf({ db }: Lookup, { row }: OpenedCertification): Promise<PaperRow[]> {
  return listPapers(db, ownerOf(row.id), { limit: MOST_PAPERS })
}

function ownerOf(entityId: string) {
  return { entity: 'certification', entityId } as const
}

function stands({ row }: OpenedCertification) {
  return { holds: certificationIs(row), refusal: editedMeanwhile }
}

function resettled(ctx: VerbContext, { row, target }: OpenedCertification) {
  const { authority } = row
  return updateCertification(ctx.db, {
    id: row.id,
    set: settledBy(ctx, { target, authority })(row),
  })
}

function paperChange(given: {
  readonly opened: OpenedCertification
  readonly action: AuditAction
  readonly paper: Pick<PaperRow, 'fileName' | 'sha256'>
}) {
  const { opened, action, paper } = given
  const { row, target } = opened
  const { fileName, sha256 } = paper
  return {
    may: 'certificates.declare' as const,
    target,
    audit: [
      { action, entity: 'certification' as const, entityId: row.id, after: { fileName, sha256 } },
    ],
    touches: touchedBy(row),
  }
}
