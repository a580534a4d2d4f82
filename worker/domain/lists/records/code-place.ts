import { splitAddress } from '../place/split-address.ts'
import type { CodeImportOptions } from './code-import-options.ts'
import { type RowContext, refuse, textField } from './row-context.ts'

/** Where a site lies: from the columns of the place, else from an address, else the default province. */
export function readPlace(context: RowContext, options: CodeImportOptions) {
  const address = textField(context, 'address')
  const parts = address === null ? null : splitAddress(address)
  const commune = textField(context, 'commune') ?? parts?.commune ?? null
  const province =
    textField(context, 'province') ?? parts?.province ?? options.defaults?.province ?? null
  if (commune === null) refuse(context, 'commune', 'Thiếu xã, phường.', 'missing')
  if (province === null) refuse(context, 'province', 'Thiếu tỉnh, thành phố.', 'missing')
  if (commune === null || province === null) return null
  return {
    hamlet: textField(context, 'hamlet') ?? parts?.hamlet ?? null,
    commune,
    formerDistrict: textField(context, 'formerDistrict') ?? parts?.district ?? null,
    province,
  }
}
