import type { InspectionForm } from '../form/form.ts'
import { GROWING_AREA_FORM } from './growing-area.ts'
import { PACKING_HOUSE_FORM } from './packing-house.ts'

/** A form with the id that inspections name it by. */
export type DefaultForm = { readonly id: string; readonly form: InspectionForm }

/**
 * The forms everybody has. What was filled in names the id, so a changed one comes under a new id and the
 * old one stays, as rows of forms do.
 */
export const DEFAULT_FORMS: readonly DefaultForm[] = [
  { id: 'default-growing-area-1', form: GROWING_AREA_FORM },
  { id: 'default-packing-house-1', form: PACKING_HOUSE_FORM },
]
