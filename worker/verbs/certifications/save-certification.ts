import { readBatch } from '../../../db/queries/batches.ts'
import { isNewCertification } from '../../../db/queries/certifications.ts'
import { readProduct } from '../../../db/queries/products.ts'
import type { Row } from '../../../db/queries/records.ts'
import { readSite } from '../../../db/queries/sites-rows.ts'
import { CERTIFICATION_COPY as W } from '../../copy/portal/certification.ts'
import type { CertificationKind } from '../../domain/certifications/kinds.ts'
import { addMonths, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { certificationOf } from '../../resources/certification.ts'
import type { Call, Lookup } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { addRecord, editRecord, type RecordRules, type Texts } from '../records/save-record.ts'
import { openCertification, openHolder } from './open-certification.ts'
import { requireChangeable } from './require-open.ts'
import { declaredBy, type Spoken, settledBy } from './settle.ts'

/** OCOP certificates hold for 36 months (Decision 148/QĐ-TTg of 2023). */
const OCOP_MONTHS = 36

/**
 * Puts down what an organisation is certified for, or what a laboratory found of its batch. The
 * holder's own word stands as declared; that of an officer of its place as confirmed.
 */
export async function addCertification({
  ctx,
  input,
}: Call<
  Spoken & {
    readonly kind: CertificationKind
    readonly texts: Texts
    /** An operator who puts down what the holder says, not what an officer saw. */
    readonly forHolder?: boolean
  }
>): Promise<{ id: string }> {
  const { kind, texts, authority, forHolder = false } = input
  const { target } = await openHolder(ctx, String(texts['organisationId'] ?? ''))
  const settle = forHolder ? declaredBy(ctx) : settledBy(ctx, { target, authority })
  const described = certificationOf(kind, { target, settle })
  return addRecord(ctx, described, { texts, columns: { kind, version: 1 }, rules: RULES })
}

/**
 * Changes what one says; true where anything differed. A confirmed one that its holder changes waits
 * for an officer again. Throws `conflict` where it is no longer the holder's to change.
 */
export async function editCertification({
  ctx,
  input,
}: Call<
  Spoken & { readonly id: string; readonly texts: Texts; readonly expected: string }
>): Promise<boolean> {
  const { id, texts, expected, authority } = input
  const { row, target } = await openCertification(ctx, id, 'certificates.declare')
  requireChangeable(ctx, { row, target })
  const settle = settledBy(ctx, { target, authority })
  const described = certificationOf(row.kind, { target, settle })
  return editRecord(ctx, described, { id, texts, expected, rules: RULES })
}

const RULES: RecordRules = {
  complete: async (ctx, { values }) => {
    await requireOwnScope(ctx, values)
    const { issuedOn, expiresOn } = values
    const issued = typeof issuedOn === 'string' ? toCalendarDate(issuedOn) : null
    // Only OCOP leaves the last day to be reckoned.
    if (issued === null || expiresOn !== null || !('stars' in values)) return {}
    return { expiresOn: addMonths(issued, OCOP_MONTHS) }
  },
  guards: (row) => [{ holds: isNewCertification(row), refusal: () => conflict(W.alreadyThere) }],
}

/** What it is limited to belongs to its holder. */
async function requireOwnScope(ctx: Lookup, values: Row): Promise<void> {
  const { organisationId, productId, siteId, batchId } = values
  const scopes = [
    { path: 'productId', id: productId, read: readProduct, text: W.noSuchProduct },
    { path: 'siteId', id: siteId, read: readSite, text: W.noSuchSite },
    { path: 'batchId', id: batchId, read: readBatch, text: W.noSuchBatch },
  ]
  for (const { path, id, read, text } of scopes) {
    if (typeof id !== 'string') continue
    const found = await read(ctx.db, id)
    if (found?.organisationId !== organisationId) throw invalidField(path, text)
  }
}
