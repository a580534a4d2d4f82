import * as z from 'zod'
import { ORGANISATION_KINDS } from '../../domain/access/organisation-kinds.ts'
import { hasGs1CheckDigit } from '../../domain/label/gtin.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'

/** What may be said of a producer, cooperative, company or public body. Units are resolved by the caller. */
export const organisationFields = z.object({
  name: lineField(200),
  kind: z.enum(ORGANISATION_KINDS, {
    message: `Loại tổ chức là một trong: ${ORGANISATION_KINDS.join(', ')}.`,
  }),
  /** The day a natural person agreed to be named in public (Law 91/2025/QH15). */
  nameConsentOn: calendarDateField.nullish(),
  taxNo: lineField(20).nullish(),
  gln: z
    .string()
    .refine((text) => /^\d{13}$/.test(text) && hasGs1CheckDigit(text), {
      message: 'GLN phải có 13 chữ số và đúng số kiểm tra.',
    })
    .nullish(),
  address: lineField(300).nullish(),
  communeCode: lineField(20).nullish(),
  communeName: lineField(100).nullish(),
  provinceCode: lineField(20).nullish(),
  provinceName: lineField(100).nullish(),
  hotline: lineField(30).nullish(),
  /** Where letters go; never public. */
  email: z
    .string()
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.email('Địa chỉ thư chưa đúng, ví dụ ten@donvi.vn.').max(200))
    .nullish(),
})

export type OrganisationFields = z.output<typeof organisationFields>
