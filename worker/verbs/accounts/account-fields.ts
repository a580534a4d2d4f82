import * as z from 'zod'
import { tooLong } from '../../copy/field-faults.ts'
import { ACCOUNT_REFUSALS } from '../../copy/refusals/accounts.ts'
import { ROLES } from '../../domain/access/roles.ts'
import { told } from '../../resources/told.ts'
import { lineField } from '../guard/fields.ts'

/** An e-mail address as it is kept: lower case. */
export const emailField = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email(told(ACCOUNT_REFUSALS.email)).max(200, told(tooLong(200))))

/** Long rather than odd (NIST SP 800-63B): ten characters of any kind. */
export const newPasswordField = z
  .string()
  .min(10, told(ACCOUNT_REFUSALS.passwordShort))
  .max(128, told(ACCOUNT_REFUSALS.passwordLong))

export const personNameField = lineField(100)

export const roleField = z.enum(ROLES, told(ACCOUNT_REFUSALS.role))
