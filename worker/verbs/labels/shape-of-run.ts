import { readLogo } from '../../../db/queries/organisation-logos.ts'
import type { RunOfBatch } from '../../../db/queries/runs.ts'
import { type BatchSubject, formatSubject } from '../../domain/label/subject.ts'
import type { BatchDocument } from '../../domain/standing/batch-document.ts'
import type { PrintLogo } from '../../lib/print/index.ts'
import { buildBatchDocument } from '../batches/build-batch-document.ts'
import type { VerbContext } from '../context.ts'
import { codesOf } from './codes-of.ts'
import { labelSubject } from './label-subject.ts'
import { marketWordings } from './market-wordings.ts'

/** How labels of a run are laid out: all that is printed, and how long their codes are. Nothing is signed. */
export type RunShape = RunOfBatch & {
  readonly document: BatchDocument
  /** The producer's as it is today; null where there is none. */
  readonly logo: PrintLogo | null
  /** What its markets want written word for word: see `marketWordings`. */
  readonly wordings: readonly string[]
  /** Characters of the longest URL of the whole run, so that any part of it is printed alike. */
  readonly longestUrl: number
  readonly subjectOf: (serial: number) => BatchSubject
}

/** Characters of KID and signature. */
export const SIGNATURE_LENGTH = 106

/** The shape of a run's labels; null for a batch without a packing day, of which there are none. */
export async function shapeOfRun(
  ctx: Pick<VerbContext, 'db' | 'labelOrigin'>,
  { run, batch }: RunOfBatch,
): Promise<RunShape | null> {
  const [built, logo] = await Promise.all([
    buildBatchDocument(ctx.db, batch.id),
    readLogo(ctx.db, batch.organisationId),
  ])
  if (built === null) return null
  const { document } = built
  const wordings = await marketWordings(ctx, document)
  const codes = codesOf(document)
  const { profile } = run
  // Of the run and not of the product, which may have been given another GTIN since.
  const gtin = profile === 'gs1' ? run.unitSpace.slice(3, 17) : null
  const subjectOf = (serial: number) =>
    labelSubject({ profile, ref: batch.ref, serial, gtin, codes })
  const longestSubject = formatSubject(subjectOf(run.toSerial))
  const longestUrl = `${ctx.labelOrigin}/`.length + SIGNATURE_LENGTH + `/${longestSubject}`.length
  return { run, batch, document, logo, wordings, longestUrl, subjectOf }
}
