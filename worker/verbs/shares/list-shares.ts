import { listSharablePapers, listShares, type SharedPaper } from '../../../db/queries/shares.ts'
import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { certificationName } from '../../copy/portal/certification-messages.ts'
import { SHARE_COPY as W } from '../../copy/portal/share.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { loadBatch } from '../batches/load-batch.ts'
import type { Reading } from '../context.ts'

/** The links made of a batch, for those who may make some. */
export async function readShares(ctx: Reading, ref: string) {
  const batch = await loadBatch(ctx, ref, 'batches.write')
  return { batch, shares: await listShares(ctx.db, batch.id) }
}

/** A batch with the papers a link about it may carry. */
export async function sharablePapers(ctx: Reading, ref: string) {
  const batch = await loadBatch(ctx, ref, 'batches.write')
  const { id: batchId, productId, organisationId } = batch
  const papers = await listSharablePapers(ctx.db, { batchId, productId, organisationId })
  return { batch, papers }
}

/** What a paper goes by: what it is of, and its own title. */
export function paperName(
  paper: Pick<SharedPaper, 'certificationKind' | 'number' | 'siteName' | 'title'>,
): LocalText {
  const { certificationKind: kind, number, siteName, title } = paper
  const of =
    kind === null ? fillAll(W.site, { name: siteName ?? '' }) : certificationName({ kind, number })
  return inEach((lang) => `${of[lang]} · ${title}`)
}
