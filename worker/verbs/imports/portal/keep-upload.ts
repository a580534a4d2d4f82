import * as z from 'zod'
import { insertUpload } from '../../../../db/queries/bulk-decisions.ts'
import { FIELD_FAULTS } from '../../../copy/field-faults.ts'
import { IMPORT_REFUSALS } from '../../../copy/refusals/imports.ts'
import { type MarketCode, parseMarkets } from '../../../domain/lists/vocabulary/markets.ts'
import { sha256Hex } from '../../../lib/files/sha256-hex.ts'
import { mendText } from '../../../lib/text/sound-text.ts'
import { openJob } from '../../background/open-job.ts'
import { change } from '../../change.ts'
import type { FileCall } from '../../context.ts'
import { actorText } from '../../context.ts'
import { ownTarget, requireAny } from '../../guard/authorise.ts'
import { invalidField, parseInput } from '../../guard/parse-input.ts'
import { IMPORT_PREVIEW } from '../background/import-preview.ts'
import { listKindsOf } from '../own-lists.ts'
import { LIST_KINDS, type UploadOptions } from './upload-options.ts'

const fields = z.object({
  kind: z.enum(LIST_KINDS),
  /** A province's name, for lists that name it in their title only. */
  province: z.string().max(100),
  /** A market or several, for the same. */
  market: z.string().max(200),
})

/**
 * Keeps a list that was handed in and asks for it to be read, so that it can be looked at and
 * confirmed: reading is work for a job, whatever the file is. Throws `invalid_input` on the field at
 * fault.
 */
export async function keepUpload({
  ctx,
  input,
  files,
}: FileCall<
  z.input<typeof fields> & {
    readonly file: { readonly bytes: Uint8Array; readonly fileName: string } | null
  }
>): Promise<{ readonly id: string; readonly jobId: string }> {
  requireAny(ctx, 'imports.write')
  const { file, ...rest } = input
  const { kind, province, market } = parseInput(fields, rest)
  if (!listKindsOf(ctx).includes(kind)) throw invalidField('kind', FIELD_FAULTS.notAChoice)
  if (file === null) throw invalidField('file', IMPORT_REFUSALS.fileMissing)
  const { bytes } = file
  if (bytes.length === 0) throw invalidField('file', IMPORT_REFUSALS.fileEmpty)
  const options: UploadOptions = {
    province: province.trim() === '' ? null : province.trim(),
    markets: marketsOf(market),
  }
  const id = ctx.newId()
  const storeKey = `uploads/${id}`
  const sha256 = await sha256Hex(bytes)
  await files.put(storeKey, bytes)
  const fileName = mendText(file.fileName).slice(-200).toWellFormed()
  const job = openJob(ctx, { kind: IMPORT_PREVIEW, subjectId: id, input: {} })
  await change(ctx, {
    may: 'imports.write',
    target: ownTarget(ctx),
    statements: [
      insertUpload(ctx.db, {
        ...{ id, kind, fileName, bytes: bytes.length, sha256, storeKey, options },
        userId: actorText(ctx.actor),
        organisationId: ctx.actor.kind === 'user' ? ctx.actor.organisationId : null,
        createdAt: ctx.now(),
      }),
      job.statement,
    ],
    audit: [
      {
        action: 'codes.upload',
        entity: 'upload',
        entityId: id,
        after: { fileName, sha256, bytes: bytes.length },
      },
    ],
  })
  return { id, jobId: job.id }
}

function marketsOf(text: string): readonly MarketCode[] {
  if (text.trim() === '') return []
  const reading = parseMarkets(text)
  if (!reading.ok)
    throw invalidField('market', { ...FIELD_FAULTS.marketUnknown, vi: reading.reason })
  return reading.markets
}
