import * as z from 'zod'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import type { SiteFactName } from '../../domain/sites/site-facts.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { addFault } from '../../resources/add-fault.ts'
import { inputOf } from '../../resources/resource.ts'
import { SITE } from '../../resources/site.ts'
import { lineField } from '../guard/fields.ts'
import { detailsField, type KindField } from './kind-fields.ts'
import { areaText, optionalLine } from './text-fields.ts'

/** What a form says of a site, as texts; names are those of the form's fields. */
export type SiteInput = Readonly<Partial<Record<SiteFactName, string>>> & {
  readonly name: string
  readonly commune: string
  readonly province?: string
  /** The commune picked where its name could mean several. */
  readonly communeCode?: string
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
  return z.intersection(ownInput(fields), inputOf(SITE))
}

/** What has rules of its own, beside the plain facts. */
function ownInput(fields: readonly KindField[]) {
  return z.object({
    name: lineField(200),
    commune: optionalLine(120).default(null),
    province: optionalLine(120).default(null),
    communeCode: optionalLine(10).default(null),
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
