import type { BatchRow } from '../../../db/queries/batches.ts'
import { countLabels } from '../../../db/queries/runs.ts'
import { fillAll } from '../../copy/fill.ts'
import { formatNumber, formatOn, formatQuantity } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { SEALING_FINDINGS } from '../../copy/refusals/labels.ts'
import { entriesOf, standingEntries } from '../../domain/diary/versions.ts'
import {
  harvestedKg,
  type SealingFinding,
  sealingFindings,
} from '../../domain/label/sealing-findings.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { BuiltDocument } from '../batches/build-batch-document.ts'
import { kilogramsOf, MASS_TOLERANCE } from '../batches/mass-balance.ts'
import type { VerbContext } from '../context.ts'
import { needsConfirmation } from '../guard/refusals.ts'

/** Something told with its figures. */
export type Told = {
  readonly code: string
  readonly text: LocalText
  readonly figures: Readonly<Record<string, string | number>>
}

/**
 * Looks at figures that hardly can be meant before they are settled. Throws `needs_confirmation` for
 * those not confirmed; gives what was explained so, and what is only told.
 */
export async function judgeSealing(
  ctx: Pick<VerbContext, 'db' | 'now'>,
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
    harvestedKg: harvestOf(built, batch),
    tolerance: MASS_TOLERANCE,
    labels: asked.labels + (await countLabels(ctx.db, batch.id)),
    isSealed: batch.sealedAt !== null,
  })
  const asks = findings.filter((finding) => finding.asks).map(toTold)
  const open = asks.filter(({ code }) => !confirmed.includes(code))
  if (open.length > 0) throw needsConfirmation(open)
  return { explained: asks, warnings: findings.filter(({ asks }) => !asks).map(toTold) }
}

/** Goods made of other batches are held against those, not against a harvest. */
function harvestOf({ sources }: BuiltDocument, batch: BatchRow): number | null {
  if (sources.inputs.length > 0) return null
  const entries = standingEntries(entriesOf(sources.diary)).map((row) => ({
    ...row,
    quantityKg: kilogramsIn(row.details),
  }))
  return harvestedKg(entries, batch)
}

function kilogramsIn(details: Readonly<Record<string, string | number>>): number | null {
  const { quantity, unit, quantityKg } = details
  if (typeof quantityKg === 'number') return quantityKg
  if (typeof quantity !== 'number' || typeof unit !== 'string') return null
  return kilogramsOf({ value: quantity, unit })
}

function toTold({ code, figures }: SealingFinding): Told {
  const values = Object.entries(figures).map(([name, value]) => [name, shown(name, value)])
  return { code, figures, text: fillAll(SEALING_FINDINGS[code], Object.fromEntries(values)) }
}

function shown(name: string, value: string | number): LocalText {
  return inEach((lang) => {
    if (typeof value === 'string') return formatOn(value, lang)
    return name.endsWith('Kg')
      ? formatQuantity({ value, unit: 'kg' }, lang)
      : formatNumber(value, lang)
  })
}
