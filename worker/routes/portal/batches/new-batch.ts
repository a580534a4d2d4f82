import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { batchChoices, openDeclaration } from '../../../verbs/batches/batch-choices.ts'
import type { BatchInput } from '../../../verbs/batches/batch-input.ts'
import { slotOfCode } from '../../../verbs/batches/slot-of-code.ts'
import type { DatedReading } from '../../../verbs/context.ts'
import { loadProduct } from '../../../verbs/products/load-product.ts'
import { confirmedIn } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { textsOfBatch } from './batch-form.ts'
import { onFormFields, readBatchForm } from './read-batch-form.ts'

const may = 'batches.write'

/** A new batch as its form opens: today's, and like another where `from` names it. */
export async function openNew({ c, ctx, person }: Portal) {
  const from = c.req.query('from')
  if (from !== undefined) return openLike(ctx, from)
  const productId = c.req.query('product')
  const product = productId === undefined ? null : await loadProduct(ctx, productId, may)
  const organisationId = product?.organisationId ?? person.organisationId
  const choices = await batchChoices(ctx, { organisationId, batchId: null })
  const [only] = choices.products.length === 1 ? choices.products : []
  const chosen = productId ?? only?.id ?? ''
  const fresh = freshTexts(ctx, choices.lot)
  return {
    choices,
    texts: { ...fresh, productId: chosen, quantityUnit: 'kg', markets: 'VNM' },
  }
}

/** A batch of today like another: what went into that one is gone, the rest is as it was. */
export async function openLike(ctx: DatedReading, ref: string) {
  const { row, links } = await openDeclaration(ctx, ref)
  const { organisationId } = row
  const choices = await batchChoices(ctx, { organisationId, batchId: null })
  const texts: Record<string, string> = {
    ...textsOfBatch(row, { ...links, inputs: [], harvests: [], purchases: [] }, choices),
    ...freshTexts(ctx, choices.lot),
    harvestedOn: '',
  }
  return { row, choices, texts }
}

/** Acts on a batch as it was typed; what is refused of it is told on the fields of the form. */
export async function withFormFields<T>(
  ctx: DatedReading,
  given: {
    readonly texts: Readonly<Record<string, string>>
    readonly act: (typed: {
      readonly input: BatchInput
      readonly confirm: readonly string[]
    }) => Promise<T>
  },
): Promise<T> {
  const { texts } = given
  const input = await readBatchForm(texts, {
    slotOf: (code) => slotOfCode(ctx, code),
    shelfLifeDaysOf: async (id) => (await loadProduct(ctx, id, may)).shelfLifeDays,
  })
  try {
    return await given.act({ input, confirm: confirmedIn(texts) })
  } catch (error) {
    throw onFormFields(error, { input, texts })
  }
}

function freshTexts(ctx: DatedReading, lot: string) {
  return { lot, packedOn: vietnamDateOf(ctx.now()), expiresOn: '' }
}
