import {
  type BatchRow,
  findBatches,
  findCodes,
  type KnownCode,
} from '../../../db/queries/batches.ts'
import { fillAll } from '../../copy/fill.ts'
import { CODE_KINDS } from '../../copy/names.ts'
import { BATCH_REFUSALS } from '../../copy/refusals/batches.ts'
import type { VerbContext } from '../context.ts'
import type { FieldError } from '../errors.ts'
import { mayDo } from '../guard/authorise.ts'
import { invalidInput } from '../guard/parse-input.ts'
import type { BatchFields } from './batch-input.ts'
import {
  type CheckedHarvest,
  checkHarvests,
  type Declaring,
  purchaseErrors,
  withHarvestDays,
} from './check-goods.ts'
import { judgeGoods } from './judge-goods.ts'
import { kilogramsOf } from './mass-balance.ts'
import type { Told } from './told.ts'

/** A source batch and how much of it went in. */
export type CheckedSource = {
  readonly batch: BatchRow
  readonly quantityKg: number
  readonly batchKg: number
}

export type CheckedFields = {
  readonly fields: BatchFields
  readonly codes: readonly KnownCode[]
  readonly sources: readonly CheckedSource[]
  readonly harvests: readonly CheckedHarvest[]
  /** What was asked and meant. */
  readonly explained: readonly Told[]
}

/** What declared fields are held against. */
type Against = Declaring & {
  readonly inputPerOutput: number | null
  /** Codes of questions that were answered with yes. */
  readonly confirmed: readonly string[]
}

/**
 * Checks declared fields against each other and against the codes, batches and harvests they name.
 * Throws `needs_confirmation` for what hardly can be meant.
 */
export async function checkBatchFields(
  ctx: VerbContext,
  fields: BatchFields,
  { inputPerOutput, confirmed, ...declaring }: Against,
): Promise<CheckedFields> {
  const errors = [...dateErrors(fields), ...purchaseErrors(fields)]
  const codes = await checkCodes(ctx, fields, errors)
  const sources = await checkSources(ctx, fields, errors)
  const harvests = await checkHarvests(ctx, { ...declaring, fields }, errors)
  if (errors.length > 0) throw invalidInput(errors)
  const explained = judgeGoods({ fields, inputPerOutput, confirmed })
  return { fields: withHarvestDays(fields, harvests), codes, sources, harvests, explained }
}

function dateErrors({ packedOn, expiresOn, harvestedOn, seasonFrom }: BatchFields): FieldError[] {
  const errors: FieldError[] = []
  if (packedOn == null) return errors
  if (expiresOn != null && expiresOn < packedOn) {
    errors.push({ path: 'expiresOn', text: BATCH_REFUSALS.expiresBeforePacked })
  }
  if (harvestedOn.some((day) => day > packedOn)) {
    errors.push({ path: 'harvestedOn', text: BATCH_REFUSALS.harvestedAfterPacked })
  }
  if (seasonFrom != null && seasonFrom > packedOn) {
    errors.push({ path: 'seasonFrom', text: BATCH_REFUSALS.seasonAfterPacked })
  }
  return errors
}

async function checkCodes(
  ctx: VerbContext,
  { growingAreas, packingHouse }: BatchFields,
  errors: FieldError[],
): Promise<KnownCode[]> {
  const areas = growingAreas.map((code, i) => ({
    code,
    slot: 'growing_area',
    path: `growingAreas.${i}`,
  }))
  const house =
    packingHouse == null
      ? []
      : [{ code: packingHouse, slot: 'packing_house', path: 'packingHouse' }]
  const wanted = [...areas, ...house]
  if (wanted.length === 0) return []
  const known = await findCodes(
    ctx.db,
    wanted.map(({ code }) => code),
  )
  for (const { code, slot, path } of wanted) {
    const found = known.find((row) => row.code === code)
    if (found === undefined) {
      errors.push({ path, text: fillAll(BATCH_REFUSALS.codeUnknown, { code }) })
    } else if (found.slot !== slot) {
      const kind = CODE_KINDS[found.slot === 'growing_area' ? 'growing_area' : 'packing_house']
      errors.push({ path, text: fillAll(BATCH_REFUSALS.codeOfKind, { code, kind }) })
    }
  }
  return known
}

async function checkSources(
  ctx: VerbContext,
  fields: BatchFields,
  errors: FieldError[],
): Promise<CheckedSource[]> {
  if (fields.sources.length === 0) return []
  const rows = await findBatches(
    ctx.db,
    fields.sources.map(({ ref }) => ref),
  )
  const sources: CheckedSource[] = []
  for (const [i, { ref, quantityKg }] of fields.sources.entries()) {
    const path = `sources.${i}`
    const batch = rows.find((row) => row.ref === ref)
    const batchKg =
      batch === undefined
        ? null
        : kilogramsOf({ value: batch.quantityValue, unit: batch.quantityUnit })
    const isOwn = (organisationId: string) =>
      mayDo(ctx.actor, 'batches.write', { organisationId, place: null })
    if (batch === undefined || !isOwn(batch.organisationId)) {
      errors.push({ path, text: fillAll(BATCH_REFUSALS.sourceUnknown, { ref }) })
    } else if (sources.some((source) => source.batch.id === batch.id)) {
      errors.push({ path, text: fillAll(BATCH_REFUSALS.sourceTwice, { ref }) })
    } else if (batch.annulledAt !== null) {
      errors.push({ path, text: fillAll(BATCH_REFUSALS.sourceAnnulled, { ref }) })
    } else if (batchKg === null) {
      errors.push({
        path,
        text: fillAll(BATCH_REFUSALS.sourceNotByMass, { ref }),
      })
    } else {
      sources.push({ batch, quantityKg, batchKg })
    }
  }
  return sources
}
