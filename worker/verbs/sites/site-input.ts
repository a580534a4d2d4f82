import * as z from 'zod'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { addFault } from '../../resources/add-fault.ts'
import { lineField } from '../guard/fields.ts'
import { detailsField, type KindField } from './kind-fields.ts'
import { areaText, countText, decimalText, optionalLine, phoneText } from './text-fields.ts'

/** What a form says of a place, as texts; names are those of the form's fields. */
export type SiteInput = {
  readonly name: string
  readonly commune: string
  readonly province?: string
  readonly formerDistrict?: string
  /** The commune picked where its name could mean several. */
  readonly communeCode?: string
  readonly hamlet?: string
  readonly areaHa?: string
  readonly capacityTPerDay?: string
  readonly householdCount?: string
  readonly representative?: string
  readonly phone?: string
  readonly details?: Readonly<Record<string, string>>
  readonly crops?: readonly CropInput[]
  readonly treatments?: readonly TreatmentInput[]
}

export type CropInput = {
  readonly crop: string
  readonly variety?: string
  readonly plantedAreaHa?: string
}

export type TreatmentInput = { readonly treatment: string; readonly facilityCode?: string }

const MOST_ROWS = 60

/** Reads a {@link SiteInput}; the kind tells which fields of its own there are. */
export function siteInput(fields: readonly KindField[]) {
  return z.object({
    name: lineField(200),
    commune: optionalLine(120).default(null),
    province: optionalLine(120).default(null),
    formerDistrict: optionalLine(120).default(null),
    communeCode: optionalLine(10).default(null),
    hamlet: optionalLine(200).default(null),
    areaHa: areaText.default(null),
    capacityTPerDay: decimalText.default(null),
    householdCount: countText.default(null),
    representative: optionalLine(120).default(null),
    phone: phoneText.default(null),
    details: detailsField(fields).default({}),
    crops: z.array(cropInput).max(MOST_ROWS).default([]).superRefine(refuseTwice).transform(filled),
    treatments: z
      .array(treatmentInput)
      .max(MOST_ROWS)
      .default([])
      .transform((rows) => rows.flatMap((row) => (row.treatment === null ? [] : [kept(row)]))),
  })
}

const cropInput = z
  .object({
    crop: optionalLine(80),
    variety: optionalLine(120).default(null),
    plantedAreaHa: areaText.default(null),
  })
  .superRefine(({ crop, variety, plantedAreaHa }, context) => {
    if (crop !== null || (variety === null && plantedAreaHa === null)) return
    addFault(context, SITE_REFUSALS.cropMissing, ['crop'])
  })

const treatmentInput = z
  .object({ treatment: optionalLine(80), facilityCode: optionalLine(40).default(null) })
  .superRefine(({ treatment, facilityCode }, context) => {
    if (treatment !== null || facilityCode === null) return
    addFault(context, SITE_REFUSALS.treatmentMissing, ['treatment'])
  })

type CropRead = z.output<typeof cropInput>

function refuseTwice(rows: readonly CropRead[], context: z.RefinementCtx): void {
  const seen = new Set<string>()
  for (const [index, { crop }] of rows.entries()) {
    const key = foldVietnamese(crop ?? '')
    if (key !== '' && seen.has(key)) {
      addFault(context, SITE_REFUSALS.cropTwice, [index, 'crop'])
    }
    seen.add(key)
  }
}

function filled(rows: readonly CropRead[]) {
  return rows.flatMap(({ crop, variety, plantedAreaHa }) =>
    crop === null ? [] : [{ crop, cropFolded: foldVietnamese(crop), variety, plantedAreaHa }],
  )
}

function kept({ treatment, facilityCode }: z.output<typeof treatmentInput>) {
  return { treatment: treatment ?? '', facilityCode }
}
