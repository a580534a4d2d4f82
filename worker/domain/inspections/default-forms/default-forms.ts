import type { InspectionForm } from '../form/form.ts'
import { GROWING_AREA_FORM, GROWING_AREA_FORM_1 } from './growing-area.ts'
import { PACKING_HOUSE_FORM, PACKING_HOUSE_FORM_1 } from './packing-house.ts'

/** A form with the id that inspections name it by. */
export type DefaultForm = { readonly id: string; readonly form: InspectionForm }

/**
 * The forms everybody has. What was filled in names the id, so a changed one comes under a new id and the
 * old one stays, as rows of forms do: of one form the last counts.
 */
export const DEFAULT_FORMS: readonly DefaultForm[] = [
  { id: 'default-growing-area-1', form: GROWING_AREA_FORM_1 },
  { id: 'default-packing-house-1', form: PACKING_HOUSE_FORM_1 },
  { id: 'default-growing-area-2', form: GROWING_AREA_FORM },
  { id: 'default-packing-house-2', form: PACKING_HOUSE_FORM },
]
