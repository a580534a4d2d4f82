import { customAlphabet } from 'nanoid'
import type { Database } from '../../../db/client.ts'
import { isUniqueViolation } from '../../../db/errors.ts'
import {
  type BatchRow,
  insertBatch,
  readBatchByRef,
  readBatchOfLot,
} from '../../../db/queries/batches.ts'
import { fillAll } from '../../copy/fill.ts'
import { BATCH_REFUSALS } from '../../copy/refusals/batches.ts'
import { CROCKFORD } from '../../domain/label/base32.ts'
import { completeRef } from '../../domain/label/ref.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import type { Problem } from '../errors.ts'
import { requireAny } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { alreadyExists, conflict, tooBusy } from '../guard/refusals.ts'
import { loadProduct } from '../products/load-product.ts'
import { type BatchFields, type BatchInput, batchFields } from './batch-input.ts'
import { checkBatchFields } from './check-fields.ts'
import { linkStatements } from './link-statements.ts'
import { lotRefusal } from './lot-refusal.ts'
import { figuresOf } from './told.ts'

const ATTEMPTS = 10
const sevenRandom = customAlphabet(CROCKFORD, 7)

/**
 * Declares a batch, with a random REF, its codes and its sources. All of it may change until the
 * first label run seals it. A lot number stands once for an organisation and product.
 */
export async function createBatch({
  ctx,
  input,
  confirm = [],
}: Call<BatchInput> & {
  /** Codes of questions that were answered with yes. */
  confirm?: readonly string[] | undefined
}): Promise<{ id: string; ref: string }> {
  requireAny(ctx, 'batches.write')
  const declared = parseInput(batchFields, input)
  const product = await loadProduct(ctx, declared.productId, 'batches.write')
  if (product.archivedAt !== null) throw invalidField('productId', BATCH_REFUSALS.productPutAway)
  const { organisationId, inputPerOutput } = product
  const checked = await checkBatchFields(ctx, declared, {
    ...{ organisationId, batchId: null },
    ...{ inputPerOutput, confirmed: confirm },
  })
  const { fields } = checked
  const id = ctx.newId()
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const ref = completeRef(sevenRandom())
    const row: BatchRow = {
      ...declaredColumns(fields),
      id,
      ref,
      organisationId,
      sealedAt: null,
      codeUseCheckedAt: null,
      annulledAt: null,
      createdAt: ctx.now(),
      importId: null,
    }
    const after = { ref, ...fields, ...figuresOf('explained', checked.explained) }
    const made = { id, ref }
    try {
      return await change(ctx, {
        may: 'batches.write',
        target: { organisationId, place: null },
        statements: [insertBatch(ctx.db, row), ...linkStatements(ctx, id, checked)],
        audit: { action: 'batch.create', entityId: id, after },
        // A REF that somebody has is drawn again.
        taken: async () =>
          (await readBatchByRef(ctx.db, ref)) === null
            ? lotTaken(ctx.db, { ...fields, organisationId })
            : null,
        otherwise: () => lotRefusal(ctx, { ...checked, organisationId, batchId: id }),
        receipt: made,
      })
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
  }
  throw tooBusy()
}

/** The columns that declared fields fill. */
export function declaredColumns(fields: BatchFields) {
  return {
    productId: fields.productId,
    lot: fields.lot,
    packedOn: fields.packedOn ?? null,
    expiresOn: fields.expiresOn ?? null,
    harvestedOn: [...new Set(fields.harvestedOn)].sort(),
    seasonFrom: fields.seasonFrom ?? null,
    quantityValue: fields.quantity.value,
    quantityUnit: fields.quantity.unit,
    markets: fields.markets,
  }
}

/** The product's lot number is given already, and to which batch. */
export async function lotTaken(
  db: Database,
  lot: { readonly organisationId: string; readonly productId: string; readonly lot: string },
): Promise<Problem> {
  const text = BATCH_REFUSALS.lotTaken
  const found = await readBatchOfLot(db, lot)
  if (found === null) return conflict(fillAll(text, { lot: lot.lot }))
  const { ref } = found
  return alreadyExists({
    text: fillAll(BATCH_REFUSALS.lotTakenBy, { lot: lot.lot, ref }),
    existing: { ref, href: `/api/v1/batches/${ref}` },
  })
}
