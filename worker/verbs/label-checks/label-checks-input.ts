import * as z from 'zod'
import { LABEL_CHECK_REFUSALS } from '../../copy/refusals/label-checks.ts'
import {
  CHECK_MODES,
  LONGEST_SCAN,
  MOST_CHECK_PHOTOS,
  MOST_CHECKS,
  SHOWN_AUTHENTICITIES,
  SHOWN_STANDINGS,
} from '../../domain/label-checks/label-check.ts'
import { told } from '../../resources/told.ts'

const LAST_INSTANT = 8_640_000_000_000_000
const instant = z.int().min(0).max(LAST_INSTANT)

const placeInput = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyM: z.number().min(0).max(1_000_000).nullish(),
})

const checkInput = z
  .strictObject({
    scanned: z.string().min(1).max(LONGEST_SCAN),
    authenticity: z.enum(SHOWN_AUTHENTICITIES),
    standing: z.enum(SHOWN_STANDINGS).nullish(),
    mode: z.enum(CHECK_MODES),
    listIssuedAt: instant.nullish(),
    checkedAt: instant,
    place: placeInput.nullish(),
    photos: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .max(MOST_CHECK_PHOTOS)
      .optional(),
    note: z.string().max(500).nullish(),
  })
  .refine(({ authenticity, standing }) => authenticity === 'genuine' || standing == null, {
    path: ['standing'],
    ...told(LABEL_CHECK_REFUSALS.standingOfGenuine),
  })

/** What an inspector's device writes down of labels it was held to. */
export const labelChecksInput = z.strictObject({
  checks: z.array(checkInput).min(1).max(MOST_CHECKS),
})

export type LabelChecksInput = z.output<typeof labelChecksInput>
