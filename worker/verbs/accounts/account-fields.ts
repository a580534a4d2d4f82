import * as z from 'zod'
import { ROLES } from '../../domain/access/roles.ts'
import { lineField } from '../guard/fields.ts'

/** An e-mail address as it is kept: lower case. */
export const emailField = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email('Địa chỉ thư điện tử chưa đúng.').max(200, 'Dài nhất 200 ký tự.'))

/** Long rather than odd (NIST SP 800-63B): ten characters of any kind. */
export const newPasswordField = z
  .string()
  .min(10, 'Mật khẩu cần ít nhất 10 ký tự; một câu ngắn là dễ nhớ nhất.')
  .max(128, 'Mật khẩu dài nhất 128 ký tự.')

export const personNameField = lineField(100)

export const roleField = z.enum(ROLES, 'Hãy chọn vai trò.')
