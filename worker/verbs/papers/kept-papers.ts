import {
  hasRoomForPaper,
  isNewPaper,
  type PaperOwner,
  type PaperRow,
  readPaper,
} from '../../../db/queries/papers.ts'
import { fillAll } from '../../copy/fill.ts'
import { CERTIFICATION_REFUSALS as R } from '../../copy/refusals/certifications.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { FileStore } from '../../platform/file-store.ts'
import type { Guard } from '../change.ts'
import { actorText, type Lookup, type VerbContext } from '../context.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import type { AcceptedPaper } from './accept-paper.ts'

/** Pages of one thing, photographed one by one. */
export const MOST_PAPERS = 10

/** What copies of papers come as, and what is said of anything else. */
export const PAPER_KINDS = {
  kinds: ['application/pdf', 'image/jpeg', 'image/png'],
  otherwise: R.paperKind,
} as const

/** The row of a paper that was accepted, its file under a folder of its own. */
export function paperRow(
  ctx: Pick<VerbContext, 'newId' | 'now' | 'actor'>,
  given: {
    readonly file: AcceptedPaper
    readonly owner: PaperOwner
    readonly kind: string
    readonly title: string
    readonly folder: string
  },
) {
  const { owner, kind, title, folder } = given
  const { bytes, ...file } = given.file
  return {
    ...file,
    ...owner,
    id: ctx.newId(),
    kind,
    title,
    bytes: bytes.length,
    storeKey: `${folder}/${ctx.newId()}`,
    createdAt: ctx.now(),
    actor: actorText(ctx.actor),
  }
}

/** That the thing does not keep that very file yet. */
export function keptOnce({
  fileName,
  sha256,
  ...owner
}: PaperOwner & Pick<PaperRow, 'fileName' | 'sha256'>): Guard {
  return {
    holds: isNewPaper(owner, sha256),
    refusal: () => conflict(fillAll(SITE_REFUSALS.alreadyKept, { fileName })),
  }
}

/** That the thing keeps fewer papers than it may. */
export function roomForPaper(owner: PaperOwner): Guard {
  return {
    holds: hasRoomForPaper(owner, MOST_PAPERS),
    refusal: () => conflict(fillAll(R.tooManyPapers, { most: MOST_PAPERS })),
  }
}

/** A paper of a thing that the caller has opened, taken out or not. Throws `not_found` for any other. */
export async function findPaper(
  { db }: Lookup,
  asked: { readonly owner: PaperOwner; readonly id: string; readonly noun?: LocalText },
): Promise<PaperRow> {
  const { owner, id, noun = THINGS.paper } = asked
  const row = await readPaper(db, owner, { id })
  if (row === null) throw notFound(noun)
  return row
}

/** One that was not taken out, with its bytes. Throws `not_found` for any other. */
export async function openKeptPaper(
  ctx: Lookup,
  asked: Parameters<typeof findPaper>[1] & { readonly files: FileStore },
): Promise<{ row: PaperRow; bytes: Uint8Array }> {
  const row = await findPaper(ctx, asked)
  const bytes = row.withdrawnAt === null ? await asked.files.get(row.storeKey) : null
  if (bytes === null) throw notFound(asked.noun ?? THINGS.paper)
  return { row, bytes }
}
