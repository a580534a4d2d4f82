import {
  type BatchRow,
  findBatches,
  findCodes,
  type KnownCode,
} from '../../../db/queries/batches.ts'
import type { VerbContext } from '../context.ts'
import type { FieldError } from '../errors.ts'
import { mayDo } from '../guard/authorise.ts'
import { invalidInput } from '../guard/parse-input.ts'
import type { BatchFields } from './batch-input.ts'
import { kilogramsOf, mostFrom } from './mass-balance.ts'

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
}

/** Checks declared fields against each other and against the codes and batches they name. */
export async function checkBatchFields(
  ctx: VerbContext,
  fields: BatchFields,
): Promise<CheckedFields> {
  const errors = [...dateErrors(fields)]
  const codes = await checkCodes(ctx, fields, errors)
  const sources = await checkSources(ctx, fields, errors)
  if (errors.length > 0) throw invalidInput(errors)
  return { fields, codes, sources }
}

function dateErrors({ packedOn, expiresOn, harvestedOn, seasonFrom }: BatchFields): FieldError[] {
  const errors: FieldError[] = []
  if (packedOn == null) return errors
  if (expiresOn != null && expiresOn < packedOn) {
    errors.push({ path: 'expiresOn', message: 'Hạn dùng không thể trước ngày đóng gói.' })
  }
  if (harvestedOn.some((day) => day > packedOn)) {
    errors.push({ path: 'harvestedOn', message: 'Ngày thu hoạch không thể sau ngày đóng gói.' })
  }
  if (seasonFrom != null && seasonFrom > packedOn) {
    errors.push({ path: 'seasonFrom', message: 'Đầu vụ không thể sau ngày đóng gói.' })
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
      errors.push({ path, message: `Mã ${code} chưa có trong sổ mã số; hãy nhập mã trước.` })
    } else if (found.slot !== slot) {
      const kind = found.slot === 'growing_area' ? 'vùng trồng' : 'cơ sở đóng gói'
      errors.push({ path, message: `Mã ${code} là mã ${kind}.` })
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
      errors.push({ path, message: `Không có lô nguồn ${ref}.` })
    } else if (sources.some((source) => source.batch.id === batch.id)) {
      errors.push({ path, message: `Lô nguồn ${ref} được ghi hai lần.` })
    } else if (batch.annulledAt !== null) {
      errors.push({ path, message: `Lô nguồn ${ref} đã huỷ.` })
    } else if (batchKg === null) {
      errors.push({
        path,
        message: `Lô nguồn ${ref} không khai theo khối lượng (kg, tạ, tấn) nên không chia được.`,
      })
    } else {
      sources.push({ batch, quantityKg, batchKg })
    }
  }
  const ownKg = kilogramsOf(fields.quantity)
  const inputKg = sources.reduce((sum, source) => sum + source.quantityKg, 0)
  if (ownKg !== null && errors.length === 0 && ownKg > mostFrom(inputKg)) {
    const message = `Lô này (${ownKg} kg) nặng hơn các nguồn cộng lại (${inputKg} kg).`
    errors.push({ path: 'quantity', message })
  }
  return sources
}
