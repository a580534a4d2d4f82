import { readLogo } from '../../../db/queries/organisation-logos.ts'
import { type RunRow, readLastSerial } from '../../../db/queries/runs.ts'
import { formatSubject } from '../../domain/label/subject.ts'
import { unitSpaceOf } from '../../domain/label/unit-space.ts'
import { buildBatchDocument } from '../batches/build-batch-document.ts'
import { loadBatch } from '../batches/load-batch.ts'
import type { Call, VerbContext } from '../context.ts'
import { chooseProfile } from './choose-profile.ts'
import { codesOf } from './codes-of.ts'
import type { LabelFormat } from './label-file.ts'
import { labelSubject } from './label-subject.ts'
import { marketWordings } from './market-wordings.ts'
import { renderLabels } from './render-labels.ts'
import type { Reprint } from './reprint.ts'
import { SIGNATURE_LENGTH } from './shape-of-run.ts'

/** Labels somebody means to print. */
export type Wanted = {
  readonly ref: string
  readonly profile: 'compact' | 'full' | 'gs1'
  /** Units; 0 for labels of the whole batch. */
  readonly count: number
  /** A PIN under a scratch layer on each unit's label. */
  readonly pin?: boolean | undefined
}

/**
 * The run that would come about, with all that is printed beside the code; null where something
 * stands in the way, which `issueLabels` says. Nothing is stored, and it makes no labels.
 */
export async function prospectOf(ctx: VerbContext, wanted: Wanted): Promise<Reprint | null> {
  const batch = await loadBatch(ctx, wanted.ref, 'labels.issue')
  const [built, logo] = await Promise.all([
    buildBatchDocument(ctx.db, batch.id),
    readLogo(ctx.db, batch.organisationId),
  ])
  if (built === null) return null
  const { document } = built
  const { gtin } = document.provenance.product
  const wordings = await marketWordings(ctx, document)
  const codes = codesOf(document)
  const { profile } = chooseProfile(wanted.profile, codes)
  if (profile === 'gs1' && gtin === null) return null
  const subjectOf = (serial: number) =>
    labelSubject({ profile, ref: batch.ref, serial, gtin, codes })
  const unitSpace = unitSpaceOf(subjectOf(Math.min(wanted.count, 1)))
  const last = wanted.count === 0 ? 0 : (await readLastSerial(ctx.db, unitSpace)) + wanted.count
  if (last > 99_999_999 && profile !== 'gs1') return null
  const run: RunRow = {
    id: '',
    batchId: batch.id,
    profile,
    kid: '000',
    unitSpace,
    fromSerial: Math.min(last, 1),
    toSerial: last,
    copies: 1,
    createdAt: ctx.now(),
    actor: '',
    organisationId: batch.organisationId,
    hasPin: wanted.pin === true && wanted.count > 0,
  }
  const longestUrl =
    ctx.labelOrigin.length + SIGNATURE_LENGTH + 2 + formatSubject(subjectOf(last)).length
  const range = { from: run.fromSerial, to: last }
  const labels = async function* () {}
  return { run, batch, document, logo, wordings, range, skipped: [], total: 0, longestUrl, labels }
}

/**
 * Tells before anything is issued whether the labels will fit the paper: issuing seals a batch, and
 * that is not undone. Throws `layout_too_small` or `invalid_input`; what else stands in the way,
 * `issueLabels` says.
 */
export async function checkLayout({
  ctx,
  input,
}: Call<Wanted & { format: LabelFormat; layout?: string | undefined }>): Promise<void> {
  const prospect = await prospectOf(ctx, input)
  if (prospect !== null) renderLabels(prospect, input)
}
