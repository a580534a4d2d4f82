import type { Link } from '../../../../site/models/records.ts'
import { BATCH_COPY as W } from '../../../copy/portal/batch.ts'
import { BATCH_SHEET_COPY } from '../../../copy/portal/batch-sheet.ts'
import { RECALL_COPY } from '../../../copy/portal/recall.ts'
import { SHARE_COPY } from '../../../copy/portal/share.ts'
import type { showBatch } from '../../../verbs/batches/show-batch.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import type { Portal } from '../portal-route.ts'
import type { Links, SaidLink } from '../show-detail-page.ts'
import { batchPath } from './batch-table.ts'

type Shown = Awaited<ReturnType<typeof showBatch>>

/** Ways on from a batch's page. */
export function batchLinks(
  portal: Portal,
  of: {
    readonly shown: Shown
    readonly mayWrite: boolean
    readonly mayPrint: boolean
    /** What supplies a check that holds labels back. */
    readonly missing: SaidLink | undefined
  },
): Links {
  const { shown, mayWrite, mayPrint, missing } = of
  const { batch, recall } = shown
  const isOpen = batch.sealedAt === null && batch.annulledAt === null
  const path = batchPath(batch.ref)
  return [
    missing !== undefined && { href: `${path}/labels`, text: W.print },
    mayPrint && !isOpen && { href: `${path}/labels`, text: W.printMore },
    mayWrite && isOpen && { href: `${path}/edit`, text: W.edit },
    ...(mayWrite
      ? [
          { href: `/portal/batches/new?from=${batch.ref}`, text: W.duplicate },
          { href: `${path}/shares`, text: SHARE_COPY.title },
        ]
      : []),
    batch.sealedAt !== null &&
      batch.annulledAt === null &&
      recall === null && { href: `${path}/sheet`, text: BATCH_SHEET_COPY.link },
    ...stopLinks(portal, shown),
  ]
}

/** The labels of a new batch; of one that has them, the next batch like it. */
export function labelLink(of: { readonly path: string; readonly isOpen: boolean }): SaidLink {
  const { path, isOpen } = of
  return isOpen
    ? { href: `${path}/labels`, text: W.print }
    : { href: `${path}/again`, text: W.again }
}

/** Recalling and annulling, for those who may and while there is something to stop. */
function stopLinks({ ctx, lang }: Portal, { batch, recall, place }: Shown): Links {
  if (batch.annulledAt !== null) return []
  const target = { organisationId: batch.organisationId, place }
  const mayRecall = mayDo(ctx.actor, 'recalls.write', target)
  const path = batchPath(batch.ref)
  const links: Link[] = []
  if (mayRecall && batch.sealedAt !== null) {
    links.push(
      recall === null
        ? { href: `/portal/recalls/new?by=batch&what=${batch.ref}`, text: W.recall[lang] }
        : { href: `${path}/recall/withdraw`, text: RECALL_COPY.withdraw[lang] },
    )
  }
  if (mayDo(ctx.actor, 'labels.void', target)) {
    links.push({ href: `${path}/annul`, text: W.annul[lang] })
  }
  return links
}
