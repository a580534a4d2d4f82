import type { BatchRow } from '../../../db/queries/batches.ts'
import { countLabels } from '../../../db/queries/runs.ts'
import { SEALING_FINDINGS } from '../../copy/refusals/labels.ts'
import { entriesOf, standingEntries } from '../../domain/diary/versions.ts'
import {
  harvestedKg,
  type SealingFinding,
  sealingFindings,
} from '../../domain/label/sealing-findings.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { BuiltDocument } from '../batches/build-batch-document.ts'
import { goodsOfBatch } from '../batches/goods-of-batch.ts'
import { kilogramsIn } from '../batches/harvest-kg.ts'
import { kilogramsOf, MASS_TOLERANCE } from '../batches/mass-balance.ts'
import { type Told, tell } from '../batches/told.ts'
import type { DatedLookup } from '../context.ts'
import { needsConfirmation } from '../guard/refusals.ts'

/**
 * Looks at figures that hardly can be meant before they are settled. Throws `needs_confirmation` for
 * those not confirmed; gives what was explained so, and what is only told.
 */
export async function judgeSealing(
  ctx: DatedLookup,
  asked: {
    readonly batch: BatchRow
    readonly built: BuiltDocument
    readonly labels: number
    readonly confirmed: readonly string[]
  },
): Promise<{ readonly explained: readonly Told[]; readonly warnings: readonly Told[] }> {
  const { batch, built, confirmed } = asked
  const { packedOn, quantity } = built.document.provenance
  const findings = sealingFindings({
    today: vietnamDateOf(ctx.now()),
    packedOn,
    quantity,
    quantityKg: kilogramsOf(quantity),
    harvestedKg: await harvestOf(ctx, { built, batch }),
    tolerance: MASS_TOLERANCE,
    labels: asked.labels + (await countLabels(ctx.db, batch.id)),
    isSealed: batch.sealedAt !== null,
  })
  const asks = findings.filter((finding) => finding.asks).map(tellFinding)
  const open = asks.filter(({ code }) => !confirmed.includes(code))
  if (open.length > 0) throw needsConfirmation(open)
  return { explained: asks, warnings: findings.filter(({ asks }) => !asks).map(tellFinding) }
}

/**
 * What the batch is made of in kilograms, where that is the diary's to say: what it names of it and was
 * bought in, else what the diary tells. Goods made of other batches alone are held against those.
 */
async function harvestOf(
  ctx: DatedLookup,
  { built: { sources }, batch }: { readonly built: BuiltDocument; readonly batch: BatchRow },
): Promise<number | null> {
  const goods = await goodsOfBatch(ctx, batch)
  if (goods.harvests.length + goods.purchases.length > 0) return goods.standingKg
  if (sources.inputs.length > 0) return null
  const entries = standingEntries(entriesOf(sources.diary)).map((row) => ({
    ...row,
    quantityKg: kilogramsIn(row.details),
  }))
  return harvestedKg(entries, batch)
}

function tellFinding({ code, figures }: SealingFinding): Told {
  return tell({ code, figures, text: SEALING_FINDINGS[code] })
}
