import * as z from 'zod'
import {
  insertPaper,
  type PaperRow,
  paperStands,
  withdrawPaperStatement,
} from '../../../db/queries/papers.ts'
import type { AuditAction } from '../../copy/portal/audit-names.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { optionalText } from '../../resources/read-text.ts'
import { told } from '../../resources/told.ts'
import { type AuditEntry, change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Call, FileCall } from '../context.ts'
import { parseInput } from '../guard/parse-input.ts'
import { acceptPaper } from '../papers/accept-paper.ts'
import { keepFile } from '../papers/keep-file.ts'
import { findPaper, keptOnce, openKeptPaper, paperRow } from '../papers/kept-papers.ts'
import { openSite, openSiteForWriting, siteChanged } from './open-site.ts'

/** What papers are kept of a place. */
export const DOCUMENT_KINDS = [
  'land_use',
  'gap_certificate',
  'contract',
  'inspection',
  'test_result',
  'food_safety',
  'procedure',
  'commitment',
  'other',
] as const
const documentInput = z.object({
  kind: z.enum(DOCUMENT_KINDS, told(SITE_REFUSALS.documentKind)),
  title: optionalText(200),
})

/**
 * Keeps a paper with a place. The kind of file is told by its bytes; pictures lose where and when
 * they were taken. Throws `invalid_input` on `file` for what is not kept, `conflict` for a paper that
 * is there already.
 */
export async function addSiteDocument({
  ctx,
  files,
  input,
}: FileCall<{
  id: string
  kind: string
  title: string
  fileName: string
  bytes: Uint8Array
}>): Promise<{ id: string }> {
  const site = await openSiteForWriting(ctx, input.id)
  const { kind, title } = parseInput(documentInput, input)
  const file = await acceptPaper(input)
  const row = paperRow(ctx, {
    ...{ file, owner: ownerOf(site.id), kind, title: title ?? file.fileName, folder: 'sites' },
  })
  await keepFile(files, { storeKey: row.storeKey, bytes: file.bytes }, () =>
    change(ctx, {
      may: 'sites.write',
      target: targetOf(site),
      guards: [keptOnce(row)],
      statements: [insertPaper(ctx.db, row)],
      audit: documentAudit('site.document.add', row),
    }),
  )
  return { id: row.id }
}

/** Takes a paper out of the list; the file stays. */
export async function withdrawDocument({
  ctx,
  input,
}: Call<{ id: string; documentId: string }>): Promise<void> {
  const site = await openSiteForWriting(ctx, input.id)
  const row = await findPaper(ctx, documentOf(site.id, input.documentId))
  if (row.withdrawnAt !== null) return
  await change(ctx, {
    may: 'sites.write',
    target: targetOf(site),
    guards: [{ holds: paperStands(row.id), refusal: siteChanged }],
    statements: [withdrawPaperStatement(ctx.db, { id: row.id, at: ctx.now() })],
    audit: documentAudit('site.document.withdraw', row),
  })
}

/** A paper with its bytes, for whoever may read the place. */
export async function openSiteDocument({
  ctx,
  files,
  input,
}: FileCall<{ id: string; documentId: string }>): Promise<{
  row: PaperRow
  bytes: Uint8Array
}> {
  const site = await openSite(ctx, input.id)
  return openKeptPaper(ctx, { ...documentOf(site.id, input.documentId), files })
}

function ownerOf(siteId: string) {
  return { entity: 'site', entityId: siteId } as const
}

/** One of its papers, as people call it here. */
function documentOf(siteId: string, id: string) {
  return { owner: ownerOf(siteId), id, noun: THINGS.document }
}

function documentAudit(
  action: AuditAction,
  row: Pick<PaperRow, 'entityId' | 'kind' | 'title' | 'fileName' | 'sha256'>,
): AuditEntry {
  const { entityId, kind, title, fileName, sha256 } = row
  const after = { kind, title, fileName, sha256 }
  return { action, entity: 'site', entityId, after }
}
