import type { SiteKind } from '../../codes/code-schemes.ts'
import type { SchemeDescription } from '../../codes/describe-scheme.ts'
import { SITE_KINDS } from '../vocabulary/code-terms.ts'
import type { CodeImportOptions } from './code-import-options.ts'
import { type RowContext, refuse, textField, warn } from './row-context.ts'

/** From its column, else the format of the code, the heading over the codes, or the sheet's name. */
export function readKind(
  context: RowContext,
  scheme: SchemeDescription | null,
  options: CodeImportOptions,
): SiteKind | null {
  const text = textField(context, 'kind')
  if (text !== null) {
    const kind = SITE_KINDS.find(text)
    if (kind === null)
      return refuse(context, 'kind', 'Loại mã phải là vùng trồng hoặc cơ sở đóng gói.')
    if (scheme?.kind && scheme.kind !== kind) {
      warn(context, 'kind', 'kind_differs', `loại mã ghi “${text}” không khớp với dạng của mã.`)
    }
    return kind
  }
  const heading = context.table.columns.get('code')?.heading ?? ''
  const told =
    scheme?.kind ??
    SITE_KINDS.find(heading) ??
    kindInName(context.table.sheet) ??
    options.defaults?.kind
  if (told !== undefined && told !== null) return told
  return scheme === null
    ? null
    : refuse(context, 'kind', 'Không rõ là vùng trồng hay cơ sở đóng gói.', 'missing')
}

function kindInName(sheetName: string): SiteKind | null {
  const words = sheetName.slice(0, 100).split(/\s+/)
  for (let length = words.length; length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const kind = SITE_KINDS.find(words.slice(start, start + length).join(' '))
      if (kind !== null) return kind
    }
  }
  return null
}
