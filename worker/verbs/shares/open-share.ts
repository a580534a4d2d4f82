import { listStandingExceptions } from '../../../db/queries/exceptions.ts'
import { listSales } from '../../../db/queries/recall-cases.ts'
import { listSharablePapers, noteOpening, readSharedBatch } from '../../../db/queries/shares.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { shareStanding } from '../../domain/shares/share-end.ts'
import type {
  SharedBatch,
  SharedDetails,
  SharedSale,
  SharedTrace,
} from '../../domain/shares/shared-batch.ts'
import type { Language } from '../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { hashSecret } from '../accounts/link-secret.ts'
import { buildBatchDocument } from '../batches/build-batch-document.ts'
import { mayBeNamed, publicHolderName } from '../batches/public-names.ts'
import { wayOf } from '../batches/trace-batch.ts'
import type { DatedLookup, Lookup } from '../context.ts'
import { notFound } from '../guard/refusals.ts'
import { paperName } from './list-shares.ts'

type Found = NonNullable<Awaited<ReturnType<typeof readSharedBatch>>>

export type OpenedShare =
  | { readonly kind: 'open'; readonly found: Found }
  | {
      readonly kind: 'expired' | 'withdrawn'
      /** The day it ended. */
      readonly on: string
      readonly producer: string
      readonly hotline: string | null
    }

/** The path of a link that is open and about the batch; `not_found` for any other. */
export async function pathOfOpenShare(
  ctx: DatedLookup,
  { ref, secret }: { readonly ref: string; readonly secret: string },
): Promise<string> {
  const opened = await openShare(ctx, secret)
  if (opened.kind !== 'open' || opened.found.batch.ref !== ref) throw notFound(THINGS.share)
  return `/s/${secret}`
}

/** What a secret opens, whoever has it; `not_found` for one that was never given out. */
export async function openShare({ db, now }: DatedLookup, secret: string): Promise<OpenedShare> {
  const found = await readSharedBatch(db, await hashSecret(secret))
  if (found === null) throw notFound(THINGS.share)
  const { share, holder } = found
  const kind = shareStanding(share, now())
  if (kind === 'open') return { kind, found }
  return {
    kind,
    on: vietnamDateOf(kind === 'withdrawn' ? (share.withdrawnAt ?? 0) : share.expiresAt - 1),
    producer: publicHolderName(holder),
    hotline: mayBeNamed(holder) ? holder.hotline : null,
  }
}

/**
 * Notes that a link was opened. It changes nothing of anybody's, so it is none for change() and the
 * log; whether it could be noted is nothing to the reader.
 */
export async function noteShareOpened({ db, now }: DatedLookup, { share }: Found): Promise<void> {
  await noteOpening(db, { id: share.id, on: vietnamDateOf(now()) }).catch(() => undefined)
}

/** What an open link shows. */
export async function sharedView(
  { db }: Lookup,
  { found, lang }: { readonly found: Found; readonly lang: Language },
): Promise<SharedBatch> {
  const { share, batch, holder } = found
  const [details, exceptions, trace, sales, papers] = await Promise.all([
    detailsOf({ db }, found),
    listStandingExceptions(db, batch.id),
    traceOf({ db }, found),
    salesOf({ db }, found),
    papersOf({ db }, found),
  ])
  const recall = exceptions.find(({ kind, runId }) => kind === 'recalled' && runId === null)
  return {
    ...{ buyer: share.buyer, ref: batch.ref, lot: batch.lot },
    lastDay: vietnamDateOf(share.expiresAt - 1),
    producer: publicHolderName(holder),
    hotline: mayBeNamed(holder) ? holder.hotline : null,
    isPublic: batch.sealedAt !== null,
    isAnnulled: batch.annulledAt !== null,
    recalledOn: recall?.effectiveOn ?? null,
    ...{ details, trace, sales },
    papers: papers.map((paper) => {
      const { id, fileName, bytes } = paper
      return { id, fileName, bytes, title: paperName(paper)[lang] }
    }),
  }
}

/** A paper that goes with an open link, with its bytes. */
export async function openSharedPaper(
  ctx: DatedLookup,
  input: { readonly files: FileStore; readonly found: Found; readonly id: string },
): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array }> {
  const { files, found, id } = input
  const paper = (await papersOf(ctx, found)).find((each) => each.id === id)
  const bytes = paper === undefined ? null : await files.get(paper.storeKey)
  if (paper === undefined || bytes === null) throw notFound(THINGS.paper)
  const { fileName, mediaType } = paper
  return { fileName, mediaType, bytes }
}

/** Those chosen that still stand. */
async function papersOf({ db }: Lookup, { share, batch }: Found) {
  if (share.papers.length === 0) return []
  const { id: batchId, productId, organisationId } = batch
  return listSharablePapers(db, { batchId, productId, organisationId, ids: share.papers })
}

async function detailsOf({ db }: Lookup, { share, batch }: Found): Promise<SharedDetails | null> {
  const built = await buildBatchDocument(db, batch.id)
  if (built === null) return null
  const { provenance, codes } = built.document
  const { ref, lot, product, producer, harvestedOn, packedOn, expiresOn } = provenance
  const { markets, certificates, tests, quantity } = provenance
  return {
    ...{ ref, lot, product, producer, harvestedOn, packedOn, expiresOn },
    ...{ markets, certificates, tests },
    quantity: share.quantities ? quantity : null,
    codes: codes.map(({ code }) => code),
  }
}

async function traceOf({ db }: Lookup, { share, batch }: Found): Promise<SharedTrace | null> {
  const { trace: reach, quantities } = share
  if (reach === 'none') return null
  const { batches, edges, complete } = await wayOf({ db }, { batchIds: [batch.id], way: 'up' })
  const told = reach === 'step' ? edges.filter(({ toId }) => toId === batch.id) : edges
  const kgOf = (id: string) =>
    told.reduce((sum, { fromId, quantityKg }) => sum + (fromId === id ? quantityKg : 0), 0)
  const sources = new Set(told.map(({ fromId }) => fromId))
  return {
    reach,
    complete,
    lots: batches
      .filter(({ id }) => sources.has(id))
      .map((row) => ({
        lot: row.lot,
        ref: row.sealedAt === null ? null : row.ref,
        product: row.product,
        producer: publicHolderName({ ...row, orgName: row.organisation }),
        packedOn: row.packedOn,
        steps: reach === 'step' ? 1 : row.steps,
        quantityKg: quantities ? kgOf(row.id) : null,
      })),
  }
}

async function salesOf(
  { db }: Lookup,
  { share, batch }: Found,
): Promise<readonly SharedSale[] | null> {
  if (!share.sales) return null
  const sales = await listSales(db, [batch.id])
  return sales.map(({ sale: { buyer, soldOn, quantityKg } }) => ({
    ...{ buyer, soldOn },
    quantityKg: share.quantities ? quantityKg : null,
  }))
}
