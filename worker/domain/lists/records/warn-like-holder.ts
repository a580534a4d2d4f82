import { foldVietnamese } from '../../../lib/text/fold-vietnamese.ts'
import { holderKey } from './holder-key.ts'
import { type RowContext, warn } from './row-context.ts'

/** Two spellings of what may be one holder are asked about, once for each; neither is changed. */
export function warnLikeHolder(
  context: RowContext,
  { holderName, province }: { readonly holderName: string; readonly province: string },
  holders: Map<string, { readonly name: string; readonly row: number }>,
): void {
  const place = foldVietnamese(province)
  const spelled = `${place}\n=${foldVietnamese(holderName)}`
  if (holders.has(spelled)) return
  const here = { name: holderName, row: context.row.row }
  holders.set(spelled, here)
  const key = `${place}\n~${holderKey(holderName)}`
  const before = holders.get(key)
  if (before === undefined) {
    holders.set(key, here)
    return
  }
  const message = `“${holderName}” gần giống “${before.name}” (dòng ${before.row}). Nếu là một, hãy ghi cùng một tên; nếu không, cứ để nguyên.`
  warn(context, 'holderName', 'similar_holder', message)
}
